#include "exchange/map_file.hpp"

#include <limits>

namespace exchange {
namespace {

template <typename Thing>
void add_keys(KeyIndex& index, std::vector<Thing> const& things) {
    for (std::size_t i = 0; i < things.size(); ++i)
        index.add(things[i].key, i, 0);
}

}  // namespace

void fill_keys(PackBuilder& pack, model::Room const& outline) {
    pack.keys.touchpoints = KeyIndex("the room's touchpoints");
    pack.keys.journeys = KeyIndex("the room's journeys");
    pack.keys.personas = KeyIndex("the room's personas");
    pack.keys.sources = KeyIndex("the room's sources");
    add_keys(pack.keys.touchpoints, outline.touchpoints);
    add_keys(pack.keys.journeys, outline.journeys);
    add_keys(pack.keys.personas, outline.personas);
    add_keys(pack.keys.sources, outline.sources);
    pack.promised.assign(outline.touchpoints.size(), false);
    for (model::Promise const& promise : outline.promises)
        pack.promised[promise.touchpoint.index()] = true;
    pack.room.regions = outline.regions;
    pack.room.observation_channels = outline.observation_channels;
    // What is read goes elsewhere than into the room.
    pack.budget.left = std::numeric_limits<std::size_t>::max();
}

MapFile::MapFile(LoadedFile const& file, std::filesystem::path const& shown_as,
                 model::Room const& outline)
    : m_files(memory_files({{shown_as.filename().string(), file.bytes}})),
      m_pack{m_files, Problems(shown_as.parent_path()), {}, {}, {}, {}, {}, false} {
    fill_keys(m_pack, outline);
    std::string const name = shown_as.filename().string();
    if (!file.problem.empty()) {
        m_pack.problems.error(m_pack.problems.add_file(name), {}, file.problem);
        return;
    }
    m_json = JsonFile::open(m_pack, name, Presence::Required);
}

template <typename Thing>
base::Id<Thing> MapFile::find(JsonValue const& object, std::string_view name,
                              KeyIndex const& keys) {
    JsonValue const* const value = m_json->member(object, name, JsonKind::Text);
    if (value == nullptr) return {};
    auto const position = keys.find(value->text);
    if (position) return base::Id<Thing>(*position);
    m_json->error(*value, keys.unknown_key_text(value->text));
    return {};
}

model::TouchpointId MapFile::touchpoint(JsonValue const& object) {
    m_json->needed_text(object, "touchpoint");
    return find<model::Touchpoint>(object, "touchpoint", m_pack.keys.touchpoints);
}

model::TouchpointId MapFile::promised_touchpoint(JsonValue const& object) {
    model::TouchpointId const found = touchpoint(object);
    if (!found || m_pack.promised[found.index()]) return found;
    JsonValue const& value = object.member("touchpoint")->value;
    m_json->error(value, value.text + " has no promise in the room; add one to its promises.csv");
    return {};
}

model::SourceId MapFile::source(JsonValue const& object) {
    return find<model::Source>(object, "source", m_pack.keys.sources);
}

model::JourneyId MapFile::journey(JsonValue const& object) {
    return find<model::Journey>(object, "journey", m_pack.keys.journeys);
}

std::optional<base::Period> MapFile::period(JsonValue const& object) {
    JsonValue const* const value = m_json->member(object, "period", JsonKind::Text);
    if (value == nullptr) return std::nullopt;
    auto const period = base::parse_period(value->text);
    if (!period) {
        m_json->error(*value, in_quotes(value->text) +
                                  " is not a period; write 2026-09, 2026-Q3 or "
                                  "2026-07-01/2026-09-30");
    }
    return period;
}

std::string MapFile::separators(JsonValue const& object, std::string otherwise) {
    JsonValue const* const value = m_json->member(object, "separator", JsonKind::Text);
    if (value == nullptr) return otherwise;
    bool const good = value->text.size() == 1 &&
                      std::string_view("\"\r\n").find(value->text[0]) == std::string_view::npos;
    if (good) return value->text;
    m_json->error(*value, "a separator is one character, such as \";\"");
    return otherwise;
}

}  // namespace exchange
