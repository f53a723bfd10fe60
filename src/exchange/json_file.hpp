// One JSON file of a pack with its problems: members by name and type, each report at the place of
// the value. Must not know what the members mean. Used by read_room_info.cpp and read_tours.cpp.
#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/json_reader.hpp"
#include "exchange/pack_builder.hpp"
#include "exchange/place_finder.hpp"

namespace exchange {

class JsonFile {
public:
    // Nothing when the file is missing or is not a JSON object; that is reported.
    static std::optional<JsonFile> open(PackBuilder& pack, std::string_view name,
                                        Presence presence);

    JsonValue const& root() const { return m_root; }

    void error(JsonValue const& value, std::string text);
    void warning(std::size_t offset, std::string text);

    // The member, or null when it is absent or null (unknown); one of another kind is reported and
    // null.
    JsonValue const* member(JsonValue const& object, std::string_view name, JsonKind kind);
    std::string text(JsonValue const& object, std::string_view name);
    // As text(), but an absent or empty one is reported.
    std::string needed_text(JsonValue const& object, std::string_view name);
    std::string needed_key(JsonValue const& object, std::string_view name);
    std::vector<std::string> texts(JsonValue const& object, std::string_view name);
    void warn_of_unknown_members(JsonValue const& object,
                                 std::initializer_list<std::string_view> known);

private:
    JsonFile(PackBuilder& pack, OpenedFile file, JsonValue root)
        : m_pack(&pack),
          m_tag(file.tag),
          m_bytes(std::make_unique<std::string>(std::move(file.bytes))),
          m_places(*m_bytes),
          m_root(std::move(root)) {}

    PackBuilder* m_pack;
    FileTag m_tag;
    std::unique_ptr<std::string const> m_bytes;  // stays where it is when the file object moves
    PlaceFinder m_places;
    JsonValue m_root;
};

}  // namespace exchange
