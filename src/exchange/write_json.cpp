// room.json and the tours.
#include "exchange/json_text.hpp"
#include "exchange/pack_contents.hpp"
#include "exchange/words.hpp"

namespace exchange {
namespace {

using Json = nlohmann::ordered_json;

void add_text(Json& object, char const* name, std::string const& text) {
    if (!text.empty()) object[name] = text;
}

void add_texts(Json& object, char const* name, std::vector<std::string> const& texts) {
    if (!texts.empty()) object[name] = texts;
}

Json ask_json(model::Ask const& ask) {
    Json object = Json::object();
    add_text(object, "kind", ask.kind);
    add_text(object, "question", ask.question);
    add_text(object, "unit", ask.unit);
    for (auto const& [name, text] : ask.more)
        object[name] = Json::parse(text);
    return object;
}

Json stop_json(model::Stop const& stop) {
    Json object = Json::object();
    object["view"] = stop.view;
    add_text(object, "overlay", stop.overlay);
    add_text(object, "persona", stop.persona);
    if (stop.backstage) object["backstage"] = *stop.backstage;
    if (stop.minutes) object["minutes"] = number_json(*stop.minutes);
    add_text(object, "title", stop.title);
    add_text(object, "say", stop.say);
    add_text(object, "what", stop.what);
    add_text(object, "so_what", stop.so_what);
    add_text(object, "now_what", stop.now_what);
    if (stop.ask) object["ask"] = ask_json(*stop.ask);
    return object;
}

}  // namespace

std::string room_json(model::RoomInfo const& info) {
    Json room = Json::object();
    room["format"] = 1;
    room["key"] = info.key;
    room["title"] = info.title;
    add_text(room, "company", info.company);
    add_text(room, "language", info.language);
    add_text(room, "currency", info.currency);
    if (info.default_period) room["default_period"] = base::format_period(*info.default_period);
    if (info.north_star) {
        room["north_star"] = {{"statement", info.north_star->statement},
                              {"rational", info.north_star->rational},
                              {"emotional", info.north_star->emotional}};
    }
    add_texts(room, "adjectives", info.adjectives);
    add_texts(room, "principles", info.principles);
    add_texts(room, "commitments", info.commitments);
    for (auto const& [role, value] : info.theme)
        room["theme"][role] = value;
    return room.dump(2) + "\n";
}

std::string tour_json(model::Tour const& tour) {
    Json object = Json::object();
    object["key"] = tour.key;
    object["title"] = tour.title;
    object["kind"] = word_of(std::span<Word<model::TourKind> const>(words::tour_kinds), tour.kind);
    add_text(object, "persona", tour.persona);
    object["stops"] = Json::array();
    for (model::Stop const& stop : tour.stops)
        object["stops"].push_back(stop_json(stop));
    return object.dump(2) + "\n";
}

}  // namespace exchange
