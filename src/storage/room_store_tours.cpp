// Tours with their stops and questions, and the pictures.
#include "storage/columns.hpp"
#include "storage/room_tables.hpp"

namespace storage {
namespace {

using namespace model;

Words<TourKind> const tour_kinds{{"walk", "review", "onboarding", "attract"}};

constexpr auto insert_tour =
    "INSERT INTO tours (position, key, title, kind, persona) VALUES (?, ?, ?, ?, ?)";
constexpr auto select_tours =
    "SELECT position, key, title, kind, persona FROM tours ORDER BY position";
constexpr auto insert_stop =
    "INSERT INTO tour_stops (tour, position, view, overlay, persona, backstage, minutes, title,"
    " say, what, so_what, now_what) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto select_stops =
    "SELECT tour, position, view, overlay, persona, backstage, minutes, title, say, what, so_what,"
    " now_what FROM tour_stops ORDER BY tour, position";
constexpr auto insert_ask =
    "INSERT INTO tour_asks (tour, stop, kind, question, unit) VALUES (?, ?, ?, ?, ?)";
constexpr auto select_asks =
    "SELECT tour, stop, kind, question, unit FROM tour_asks ORDER BY tour, stop";
constexpr auto insert_member =
    "INSERT INTO tour_ask_members (tour, stop, position, name, json) VALUES (?, ?, ?, ?, ?)";
constexpr auto select_members =
    "SELECT tour, stop, position, name, json FROM tour_ask_members ORDER BY tour, stop, position";
constexpr auto insert_medium = "INSERT INTO media (position, name, bytes) VALUES (?, ?, ?)";
constexpr auto select_media = "SELECT position, name, bytes FROM media ORDER BY position";

struct TourInserts {
    Statement stop;
    Statement ask;
    Statement member;
};

void save_ask(TourInserts& inserts, std::size_t tour, std::size_t stop, Ask const& ask) {
    inserts.ask.run(tour, stop, ask.kind, ask.question, ask.unit);
    for (std::size_t m = 0; m < ask.more.size(); ++m) {
        inserts.member.run(tour, stop, m, ask.more[m].first, ask.more[m].second);
    }
}

void save_stops(TourInserts& inserts, std::size_t tour, std::vector<Stop> const& stops) {
    for (std::size_t i = 0; i < stops.size(); ++i) {
        Stop const& s = stops[i];
        inserts.stop.run(tour, i, s.view, s.overlay, s.persona, s.backstage, s.minutes, s.title,
                         s.say, s.what, s.so_what, s.now_what);
        if (s.ask) save_ask(inserts, tour, i, *s.ask);
    }
}

Stop load_stop(Columns& in) {
    return Stop{.view = in.text(),
                .overlay = in.text(),
                .persona = in.text(),
                .backstage = in.optional_flag(),
                .minutes = in.optional_real(),
                .title = in.text(),
                .say = in.text(),
                .what = in.text(),
                .so_what = in.text(),
                .now_what = in.text(),
                .ask = std::nullopt};
}

Stop& stop_at(std::vector<Tour>& tours, Columns& in) {
    auto const tour = static_cast<std::size_t>(in.integer());
    auto const stop = static_cast<std::size_t>(in.integer());
    if (tour >= tours.size() || stop >= tours[tour].stops.size()) {
        throw DamagedContent("a question belongs to no stop");
    }
    return tours[tour].stops[stop];
}

}  // namespace

void save_tours(Database& database, std::vector<Tour> const& tours) {
    TourInserts inserts{Statement(database, insert_stop), Statement(database, insert_ask),
                        Statement(database, insert_member)};
    save_rows(database, insert_tour, tours, [&](Statement& insert, auto i, Tour const& t) {
        insert.run(i, t.key, t.title, tour_kinds.of(t.kind), t.persona);
        save_stops(inserts, i, t.stops);
    });
}

std::vector<Tour> load_tours(Database& database) {
    auto tours = load_rows<Tour>(database, select_tours, [](Columns& in) {
        return Tour{.key = in.text(),
                    .title = in.text(),
                    .kind = in.word(tour_kinds),
                    .persona = in.text(),
                    .stops = {}};
    });
    auto stops = load_lists<Stop>(database, select_stops, tours.size(), load_stop);
    for (std::size_t i = 0; i < tours.size(); ++i)
        tours[i].stops = std::move(stops[i]);
    Statement(database, select_asks).each([&](Row const& row) {
        Columns in(row);
        Stop& stop = stop_at(tours, in);
        stop.ask = Ask{.kind = in.text(), .question = in.text(), .unit = in.text(), .more = {}};
    });
    Statement(database, select_members).each([&](Row const& row) {
        Columns in(row);
        auto& ask = stop_at(tours, in).ask;
        auto const position = in.integer();
        if (!ask || position != static_cast<std::int64_t>(ask->more.size())) {
            throw DamagedContent("a question's members are incomplete");
        }
        std::string name = in.text();
        ask->more.emplace_back(std::move(name), in.text());
    });
    return tours;
}

void save_media(Database& database, std::vector<MediaFile> const& media) {
    save_rows(database, insert_medium, media, [](Statement& insert, auto i, MediaFile const& m) {
        insert.run(i, m.name, Blob(m.bytes));
    });
}

std::vector<MediaFile> load_media(Database& database) {
    return load_rows<MediaFile>(database, select_media, [](Columns& in) {
        return MediaFile{.name = in.text(), .bytes = in.blob()};
    });
}

}  // namespace storage
