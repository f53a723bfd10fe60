// What the maps of surveys and event logs share: a JSON file outside any pack, for a room that is
// there. Must not know what the members mean. Private to the readers of maps.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "exchange/json_file.hpp"

namespace exchange {

inline constexpr std::size_t max_map_bytes = 1024 * 1024;

class MapFile {
public:
    MapFile(LoadedFile const& file, std::filesystem::path const& shown_as,
            model::Room const& outline);
    MapFile(MapFile const&) = delete;
    MapFile& operator=(MapFile const&) = delete;

    // Null when the file is missing or no JSON object; that is reported.
    JsonFile* json() { return m_json ? &*m_json : nullptr; }
    Problems const& problems() const { return m_pack.problems; }

    // The thing of the room that the member names; invalid when it is absent or, reported, unknown.
    model::TouchpointId touchpoint(JsonValue const& object);
    model::TouchpointId promised_touchpoint(JsonValue const& object);
    model::SourceId source(JsonValue const& object);
    model::JourneyId journey(JsonValue const& object);
    std::optional<base::Period> period(JsonValue const& object);
    // One character between cells; `otherwise` when the member is absent.
    std::string separators(JsonValue const& object, std::string otherwise);

private:
    template <typename Thing>
    base::Id<Thing> find(JsonValue const& object, std::string_view name, KeyIndex const& keys);

    PackFiles m_files;
    PackBuilder m_pack;
    std::optional<JsonFile> m_json;
};

// The keys of a room that is there, for references from outside.
void fill_keys(PackBuilder& pack, model::Room const& outline);

}  // namespace exchange
