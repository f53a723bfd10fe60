// Strict JSON from outside into a small tree whose values know where they stood: depth at most 64,
// no member twice, no NaN, sound text. Must not know what the values mean. Used by the readers of
// room.json, tours, catalogues, replays.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/text_rules.hpp"

namespace exchange {

inline constexpr std::size_t max_json_depth = 64;
inline constexpr std::size_t max_json_values = 200'000;
inline constexpr std::size_t max_json_text_bytes = 64 * 1024;

enum class JsonKind { Null, Bool, Number, Text, Array, Object };

struct JsonMember;

struct JsonValue {
    JsonKind kind = JsonKind::Null;
    std::uint32_t offset = 0;  // of its first byte
    bool boolean = false;
    double number = 0;
    std::string text;
    std::vector<JsonValue> items;
    std::vector<JsonMember> members;

    // The member of that name, or null.
    JsonMember const* member(std::string_view name) const;
};

struct JsonMember {
    std::string name;
    std::uint32_t offset = 0;  // of its name
    JsonValue value;
};

struct JsonResult {
    std::optional<JsonValue> value;
    std::optional<Fault> fault;  // when there is no value
};

// Reads one JSON value that is the whole of `bytes` (a byte order mark is allowed, offsets count
// it).
JsonResult read_json(std::string_view bytes);

// "an object", "a text", ...: for messages.
std::string_view name_of(JsonKind kind);

// On one line, numbers in their shortest form: the same text for the same value.
std::string canonical_json(JsonValue const& value);

}  // namespace exchange
