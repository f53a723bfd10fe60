// tours/*.json: guided walks, whose stops name views, overlays and personas of the pack.
#include <algorithm>
#include <array>

#include "exchange/json_file.hpp"

namespace exchange {
namespace {

constexpr std::size_t max_ask_members = 100;
constexpr double max_minutes = 600;

struct ViewKind {
    std::string_view prefix;
    KeyIndex const& keys;
};

// The full views that are not the map.
constexpr std::array<std::string_view, 5> boards{"board:importance", "board:measures",
                                                 "board:asset", "board:contradictions",
                                                 "board:components"};

// Reports a view that does not exist: "home", a board, or journey:, stage:, touchpoint: and a key.
void check_view(PackBuilder const& pack, JsonFile& file, JsonValue const& stop,
                std::string const& view) {
    if (view.empty() || view == "home") return;
    if (std::find(boards.begin(), boards.end(), view) != boards.end()) return;
    ViewKind const kinds[] = {{"journey:", pack.keys.journeys},
                              {"stage:", pack.keys.stages},
                              {"touchpoint:", pack.keys.touchpoints}};
    JsonValue const& value = stop.member("view")->value;
    for (ViewKind const& kind : kinds) {
        if (!view.starts_with(kind.prefix)) continue;
        std::string const key = view.substr(kind.prefix.size());
        if (!kind.keys.find(key) && !kind.keys.incomplete) {
            file.error(value, kind.keys.unknown_key_text(key));
        }
        return;
    }
    file.error(value, in_quotes(view) +
                          " is not a view; write home, journey:KEY, stage:KEY, touchpoint:KEY, "
                          "board:importance, board:measures, board:asset, "
                          "board:contradictions or board:components");
}

void check_overlay(JsonFile& file, JsonValue const& stop, std::string const& overlay) {
    if (overlay.empty()) return;
    auto const& known = words::overlays;
    if (std::find(known.begin(), known.end(), overlay) != known.end()) return;
    std::string names;
    for (std::string_view const name : known)
        names += (names.empty() ? "" : ", ") + std::string(name);
    file.error(stop.member("overlay")->value,
               in_quotes(overlay) + " is not an overlay; it must be one of: " + names);
}

std::string read_persona(PackBuilder const& pack, JsonFile& file, JsonValue const& object) {
    std::string key = file.text(object, "persona");
    if (!key.empty() && !pack.keys.personas.find(key) && !pack.keys.personas.incomplete) {
        file.error(object.member("persona")->value, pack.keys.personas.unknown_key_text(key));
    }
    return key;
}

std::optional<model::Ask> read_ask(JsonFile& file, JsonValue const& stop) {
    JsonValue const* const value = file.member(stop, "ask", JsonKind::Object);
    if (value == nullptr) return std::nullopt;
    if (value->members.size() > max_ask_members) {
        file.error(*value, "\"ask\" has more than 100 members; keep what the room is asked");
        return std::nullopt;
    }
    model::Ask ask;
    ask.kind = file.text(*value, "kind");
    ask.question = file.text(*value, "question");
    ask.unit = file.text(*value, "unit");
    for (JsonMember const& member : value->members) {
        if (member.name == "kind" || member.name == "question" || member.name == "unit") continue;
        ask.more.emplace_back(member.name, canonical_json(member.value));
    }
    return ask;
}

model::Stop read_stop(PackBuilder const& pack, JsonFile& file, JsonValue const& value) {
    file.warn_of_unknown_members(value, {"view", "overlay", "persona", "backstage", "minutes",
                                         "title", "say", "what", "so_what", "now_what", "ask"});
    model::Stop stop;
    stop.view = file.needed_text(value, "view");
    check_view(pack, file, value, stop.view);
    stop.overlay = file.text(value, "overlay");
    check_overlay(file, value, stop.overlay);
    stop.persona = read_persona(pack, file, value);
    if (auto const* const backstage = file.member(value, "backstage", JsonKind::Bool)) {
        stop.backstage = backstage->boolean;
    }
    if (auto const* const minutes = file.member(value, "minutes", JsonKind::Number)) {
        stop.minutes = minutes->number;
        if (minutes->number < 0 || minutes->number > max_minutes) {
            file.error(*minutes, "minutes must be 0 to 600");
        }
    }
    stop.title = file.text(value, "title");
    stop.say = file.text(value, "say");
    stop.what = file.text(value, "what");
    stop.so_what = file.text(value, "so_what");
    stop.now_what = file.text(value, "now_what");
    stop.ask = read_ask(file, value);
    return stop;
}

model::TourKind read_kind(JsonFile& file) {
    JsonValue const* const value = file.member(file.root(), "kind", JsonKind::Text);
    if (value == nullptr) return model::TourKind::Walk;
    for (auto const& word : words::tour_kinds) {
        if (word.text == value->text) return word.value;
    }
    file.error(*value, in_quotes(value->text) + " is not a kind of tour; it must be one of: " +
                           listed(std::span<Word<model::TourKind> const>(words::tour_kinds)));
    return model::TourKind::Walk;
}

void read_tour(PackBuilder& pack, JsonFile& file, KeyIndex& keys) {
    JsonValue const& root = file.root();
    file.warn_of_unknown_members(root, {"key", "title", "kind", "persona", "stops"});
    model::Tour tour;
    tour.key = file.needed_key(root, "key");
    tour.title = file.needed_text(root, "title");
    tour.kind = read_kind(file);
    tour.persona = read_persona(pack, file, root);
    if (!tour.key.empty() && keys.add(tour.key, 0, 0)) {
        file.error(root.member("key")->value,
                   tour.key + " is the key of another tour; give each tour its own");
    }
    JsonValue const* const stops = file.member(root, "stops", JsonKind::Array);
    if (stops == nullptr || stops->items.empty()) {
        file.error(stops != nullptr ? *stops : root,
                   "the tour has no stops; a tour has at least one");
        return;
    }
    for (JsonValue const& stop : stops->items) {
        if (stop.kind == JsonKind::Object) {
            tour.stops.push_back(read_stop(pack, file, stop));
        } else {
            file.error(stop, "a stop is an object with a \"view\"");
        }
    }
    pack.room.tours.push_back(std::move(tour));
}

// Many or large tours, beside all else, must not fill the memory.
bool charge_tour(PackBuilder& pack, JsonFile& file) {
    std::size_t cost = sizeof(model::Tour);
    JsonMember const* const stops = file.root().member("stops");
    if (stops != nullptr) cost += stops->value.items.size() * (sizeof(model::Stop) + 512);
    if (cost > pack.budget.left) {
        file.error(file.root(),
                   "the pack holds more than fits in memory from here on; shorten the tours");
        return false;
    }
    pack.budget.left -= cost;
    return true;
}

}  // namespace

void read_tours(PackBuilder& pack) {
    KeyIndex keys("tours");
    for (std::string const& name : pack.files.names) {
        if (!name.starts_with("tours/") || !name.ends_with(".json")) continue;
        auto file = JsonFile::open(pack, name, Presence::Optional);
        if (file && charge_tour(pack, *file)) read_tour(pack, *file, keys);
    }
    std::sort(pack.room.tours.begin(), pack.room.tours.end(),
              [](model::Tour const& a, model::Tour const& b) { return a.key < b.key; });
}

}  // namespace exchange
