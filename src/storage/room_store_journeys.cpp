// Journeys, stages, steps, touchpoints and placements, and what the room says of itself.
#include "storage/columns.hpp"
#include "storage/room_tables.hpp"

namespace storage {
namespace {

using namespace model;

Words<JourneyState> const journey_states{{"current", "future"}};
Words<TouchpointClass> const touchpoint_classes{{"", "at-risk", "need", "bond", "growth"}};
Words<Kano> const kano_classes{{"", "M", "O", "A", "I", "R", "Q"}};

constexpr auto insert_room =
    "INSERT INTO room (id, key, title, company, language, currency, default_first_day,"
    " default_last_day, north_star) VALUES (0, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto select_room =
    "SELECT id, key, title, company, language, currency, default_first_day, default_last_day,"
    " north_star FROM room ORDER BY id";
constexpr auto insert_room_list = "INSERT INTO room_lists (list, position, text) VALUES (?, ?, ?)";
constexpr auto select_room_list =
    "SELECT position, text FROM room_lists WHERE list = ? ORDER BY position";
constexpr auto insert_theme = "INSERT INTO room_theme (position, role, value) VALUES (?, ?, ?)";
constexpr auto select_theme = "SELECT position, role, value FROM room_theme ORDER BY position";

constexpr auto insert_journey =
    "INSERT INTO journeys (position, key, level, title, goal, state, state_given)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)";
// Journeys and stages point at each other: parents are filled in when both are there.
constexpr auto update_journey_parents =
    "UPDATE journeys SET parent = ?, parent_stage = ? WHERE position = ?";
constexpr auto select_journeys =
    "SELECT position, key, level, title, parent, parent_stage, goal, state, state_given"
    " FROM journeys ORDER BY position";
constexpr auto insert_stage =
    "INSERT INTO stages (position, journey, key, sort, name, inside_name, goal, leader)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto select_stages =
    "SELECT position, journey, key, sort, name, inside_name, goal, leader FROM stages"
    " ORDER BY position";
constexpr auto insert_step =
    "INSERT INTO steps (position, journey, stage, key, sort, action, thought)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)";
constexpr auto select_steps =
    "SELECT position, journey, stage, key, sort, action, thought FROM steps ORDER BY position";
constexpr auto insert_touchpoint =
    "INSERT INTO touchpoints (position, key, title, department, moment_of_truth, class, kano, why,"
    " description, media_consent) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto select_touchpoints =
    "SELECT position, key, title, department, moment_of_truth, class, kano, why, description,"
    " media_consent FROM touchpoints ORDER BY position";
constexpr auto insert_channel =
    "INSERT INTO touchpoint_channels (touchpoint, position, name) VALUES (?, ?, ?)";
constexpr auto select_channels =
    "SELECT touchpoint, position, name FROM touchpoint_channels ORDER BY touchpoint, position";
constexpr auto insert_touchpoint_media =
    "INSERT INTO touchpoint_media (touchpoint, position, name) VALUES (?, ?, ?)";
constexpr auto select_touchpoint_media =
    "SELECT touchpoint, position, name FROM touchpoint_media ORDER BY touchpoint, position";
constexpr auto insert_placement =
    "INSERT INTO placements (position, touchpoint, journey, stage, sort, step, core)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)";
constexpr auto select_placements =
    "SELECT position, touchpoint, journey, stage, sort, step, core FROM placements"
    " ORDER BY position";

void save_room_list(Database& database, std::string_view list,
                    std::vector<std::string> const& texts) {
    save_rows(database, insert_room_list, texts,
              [&](Statement& insert, auto i, auto const& text) { insert.run(list, i, text); });
}

std::vector<std::string> load_room_list(Database& database, std::string_view list) {
    std::vector<std::string> texts;
    Statement(database, select_room_list)
        .each([&](Row const& row) { texts.push_back(row.text(1)); }, list);
    return texts;
}

void save_touchpoints(Database& database, std::vector<Touchpoint> const& touchpoints) {
    Statement channel(database, insert_channel);
    Statement medium(database, insert_touchpoint_media);
    save_rows(database, insert_touchpoint, touchpoints,
              [&](Statement& insert, auto i, Touchpoint const& t) {
                  insert.run(i, t.key, t.title, t.department, t.moment_of_truth,
                             touchpoint_classes.of(t.touchpoint_class), kano_classes.of(t.kano),
                             t.why, t.description, t.media_consent);
                  save_texts(channel, i, t.channels);
                  save_texts(medium, i, t.media);
              });
}

}  // namespace

void save_info(Database& database, RoomInfo const& info) {
    std::optional<std::string> star;
    if (info.north_star) star = info.north_star->statement;
    Statement(database, insert_room)
        .run(info.key, info.title, info.company, info.language, info.currency,
             first_day_of(info.default_period), last_day_of(info.default_period), star);
    if (info.north_star) {
        save_room_list(database, "rational", info.north_star->rational);
        save_room_list(database, "emotional", info.north_star->emotional);
    }
    save_room_list(database, "adjectives", info.adjectives);
    save_room_list(database, "principles", info.principles);
    save_room_list(database, "commitments", info.commitments);
    save_rows(database, insert_theme, info.theme, [](Statement& insert, auto i, auto const& entry) {
        insert.run(i, entry.first, entry.second);
    });
}

RoomInfo load_info(Database& database) {
    auto const rows = load_rows<RoomInfo>(database, select_room, [&](Columns& in) {
        RoomInfo info{.key = in.text(),
                      .title = in.text(),
                      .company = in.text(),
                      .language = in.text(),
                      .currency = in.text(),
                      .default_period = in.optional_period(),
                      .north_star = std::nullopt,
                      .adjectives = load_room_list(database, "adjectives"),
                      .principles = load_room_list(database, "principles"),
                      .commitments = load_room_list(database, "commitments"),
                      .theme = {}};
        if (auto const star = in.optional_text()) {
            info.north_star = NorthStar{*star, load_room_list(database, "rational"),
                                        load_room_list(database, "emotional")};
        }
        return info;
    });
    if (rows.size() != 1) throw DamagedContent("it holds no room");
    RoomInfo info = rows.front();
    info.theme =
        load_rows<std::pair<std::string, std::string>>(database, select_theme, [](Columns& in) {
            std::string role = in.text();
            return std::pair(std::move(role), in.text());
        });
    return info;
}

void save_journeys(Database& database, Room const& room) {
    save_rows(database, insert_journey, room.journeys,
              [](Statement& insert, auto i, Journey const& j) {
                  insert.run(i, j.key, j.level, j.title, j.goal, journey_states.of(j.state),
                             j.state_given);
              });
    save_rows(database, insert_stage, room.stages, [](Statement& insert, auto i, Stage const& s) {
        insert.run(i, position_of(s.journey), s.key, s.order, s.name, s.inside_name, s.goal,
                   s.leader);
    });
    save_rows(database, update_journey_parents, room.journeys,
              [](Statement& update, auto i, Journey const& j) {
                  update.run(position_of(j.parent), position_of(j.parent_stage), i);
              });
    save_rows(database, insert_step, room.steps, [](Statement& insert, auto i, Step const& s) {
        insert.run(i, position_of(s.journey), position_of(s.stage), s.key, s.order, s.action,
                   s.thought);
    });
    save_touchpoints(database, room.touchpoints);
    save_rows(database, insert_placement, room.placements,
              [](Statement& insert, auto i, Placement const& p) {
                  insert.run(i, position_of(p.touchpoint), position_of(p.journey),
                             position_of(p.stage), p.order, position_of(p.step), p.core_given);
              });
}

std::vector<Journey> load_journeys(Database& database) {
    return load_rows<Journey>(database, select_journeys, [](Columns& in) {
        return Journey{.key = in.text(),
                       .level = in.small_integer(),
                       .title = in.text(),
                       .parent = in.id<Journey>(),
                       .parent_stage = in.id<Stage>(),
                       .goal = in.text(),
                       .state = in.word(journey_states),
                       .state_given = in.flag()};
    });
}

std::vector<Stage> load_stages(Database& database) {
    return load_rows<Stage>(database, select_stages, [](Columns& in) {
        return Stage{.journey = in.id<Journey>(),
                     .key = in.text(),
                     .order = in.real(),
                     .name = in.text(),
                     .inside_name = in.text(),
                     .goal = in.text(),
                     .leader = in.text()};
    });
}

std::vector<Step> load_steps(Database& database) {
    return load_rows<Step>(database, select_steps, [](Columns& in) {
        return Step{.journey = in.id<Journey>(),
                    .stage = in.id<Stage>(),
                    .key = in.text(),
                    .order = in.real(),
                    .action = in.text(),
                    .thought = in.text()};
    });
}

std::vector<Touchpoint> load_touchpoints(Database& database) {
    auto touchpoints = load_rows<Touchpoint>(database, select_touchpoints, [](Columns& in) {
        return Touchpoint{.key = in.text(),
                          .title = in.text(),
                          .channels = {},
                          .department = in.text(),
                          .moment_of_truth = in.optional_flag(),
                          .touchpoint_class = in.word(touchpoint_classes),
                          .kano = in.word(kano_classes),
                          .why = in.text(),
                          .description = in.text(),
                          .media = {},
                          .media_consent = in.optional_flag()};
    });
    auto channels = load_text_lists(database, select_channels, touchpoints.size());
    auto media = load_text_lists(database, select_touchpoint_media, touchpoints.size());
    for (std::size_t i = 0; i < touchpoints.size(); ++i) {
        touchpoints[i].channels = std::move(channels[i]);
        touchpoints[i].media = std::move(media[i]);
    }
    return touchpoints;
}

std::vector<Placement> load_placements(Database& database) {
    return load_rows<Placement>(database, select_placements, [](Columns& in) {
        return Placement{.touchpoint = in.id<Touchpoint>(),
                         .journey = in.id<Journey>(),
                         .stage = in.id<Stage>(),
                         .order = in.real(),
                         .step = in.id<Step>(),
                         .core_given = in.optional_flag()};
    });
}

}  // namespace storage
