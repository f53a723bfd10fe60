#include "exchange/json_reader.hpp"

#include <algorithm>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include "base/utf8.hpp"
#include "exchange/json_text.hpp"

namespace exchange {
namespace {

namespace rj = rapidjson;

// Builds the tree from RapidJSON's events. Between two events stand only white space, commas and
// colons, so the start of a token is found from the end of the one before.
class TreeBuilder {
public:
    explicit TreeBuilder(std::string_view bytes, std::size_t start)
        : m_bytes(bytes), m_end(start) {}

    std::optional<Fault> const& fault() const { return m_fault; }
    JsonValue take_root() { return std::move(m_root); }

    bool Null() { return scalar(JsonKind::Null, 4U); }
    bool Bool(bool value) {
        return scalar(JsonKind::Bool, value ? 4U : 5U, [&](JsonValue& v) { v.boolean = value; });
    }
    bool RawNumber(char const* digits, rj::SizeType length, bool) {
        auto const number = parse_number(std::string_view(digits, length));
        if (!number)
            return refuse(next_token(), "a number too large to be kept; write a smaller one");
        return scalar(JsonKind::Number, length, [&](JsonValue& v) { v.number = *number; });
    }
    bool String(char const* text, rj::SizeType length, bool) {
        std::size_t const start = next_token();
        auto sound = sound_text(start, std::string_view(text, length));
        if (!sound) return false;
        return scalar(JsonKind::Text, string_length(start),
                      [&](JsonValue& v) { v.text = *std::move(sound); });
    }
    bool Key(char const* text, rj::SizeType length, bool) {
        std::size_t const start = next_token();
        auto sound = sound_text(start, std::string_view(text, length));
        if (!sound) return false;
        m_end = start + string_length(start);
        m_open.back().members.push_back({*std::move(sound), static_cast<std::uint32_t>(start), {}});
        return true;
    }
    bool StartObject() { return open(JsonKind::Object); }
    bool StartArray() { return open(JsonKind::Array); }
    bool EndArray(rj::SizeType) { return close(); }
    bool EndObject(rj::SizeType) { return no_member_twice() && close(); }

    // Numbers come as text only.
    bool Int(int) { return false; }
    bool Uint(unsigned) { return false; }
    bool Int64(std::int64_t) { return false; }
    bool Uint64(std::uint64_t) { return false; }
    bool Double(double) { return false; }

private:
    std::size_t next_token() const {
        return std::min(m_bytes.find_first_not_of(" \t\r\n,:", m_end), m_bytes.size());
    }

    // With its quotes.
    std::size_t string_length(std::size_t start) const {
        std::size_t i = start + 1;
        while (i < m_bytes.size() && m_bytes[i] != '"')
            i += m_bytes[i] == '\\' ? 2U : 1U;
        return i + 1 - start;
    }

    bool refuse(std::size_t offset, std::string text) {
        m_fault = Fault{place_of(m_bytes, offset), std::move(text)};
        return false;
    }

    std::optional<std::string> sound_text(std::size_t start, std::string_view text) {
        std::string problem = character_problem(text);
        if (text.size() > max_json_text_bytes) problem = "a text longer than 64 kB; shorten it";
        if (base::first_invalid_utf8(text)) {
            problem =
                "an escape that is half a character; write both halves or the character itself";
        }
        if (problem.empty()) return with_plain_line_breaks(std::string(text));
        refuse(start, problem);
        return std::nullopt;
    }

    template <typename Fill>
    bool scalar(JsonKind kind, std::size_t length, Fill fill) {
        std::size_t const start = next_token();
        JsonValue value;
        value.kind = kind;
        value.offset = static_cast<std::uint32_t>(start);
        fill(value);
        m_end = start + length;
        return add(std::move(value));
    }
    bool scalar(JsonKind kind, std::size_t length) {
        return scalar(kind, length, [](JsonValue&) {});
    }

    bool add(JsonValue value) {
        if (++m_count > max_json_values) {
            return refuse(value.offset, "more than 200,000 values; this is not such a file");
        }
        if (m_open.empty()) {
            m_root = std::move(value);
        } else if (m_open.back().kind == JsonKind::Array) {
            m_open.back().items.push_back(std::move(value));
        } else {
            m_open.back().members.back().value = std::move(value);
        }
        return true;
    }

    bool open(JsonKind kind) {
        std::size_t const start = next_token();
        if (m_open.size() == max_json_depth) {
            return refuse(start, "nested deeper than 64 levels; make it flatter");
        }
        m_open.emplace_back();
        m_open.back().kind = kind;
        m_open.back().offset = static_cast<std::uint32_t>(start);
        m_end = start + 1;
        return true;
    }

    bool close() {
        m_end = next_token() + 1;
        JsonValue value = std::move(m_open.back());
        m_open.pop_back();
        return add(std::move(value));
    }

    bool no_member_twice() {
        std::vector<JsonMember const*> members;
        for (JsonMember const& member : m_open.back().members)
            members.push_back(&member);
        std::sort(members.begin(), members.end(), [](JsonMember const* a, JsonMember const* b) {
            return a->name != b->name ? a->name < b->name : a->offset < b->offset;
        });
        auto const twice =
            std::adjacent_find(members.begin(), members.end(),
                               [](auto const* a, auto const* b) { return a->name == b->name; });
        if (twice == members.end()) return true;
        JsonMember const& later = **std::next(twice);
        return refuse(later.offset, in_quotes(later.name) + " is there twice; keep one");
    }

    std::string_view m_bytes;
    std::size_t m_end;
    std::size_t m_count = 0;
    JsonValue m_root;
    std::vector<JsonValue> m_open;
    std::optional<Fault> m_fault;
};

}  // namespace

JsonMember const* JsonValue::member(std::string_view name) const {
    for (JsonMember const& m : members) {
        if (m.name == name) return &m;
    }
    return nullptr;
}

std::string_view name_of(JsonKind kind) {
    switch (kind) {
        case JsonKind::Null:
            return "null";
        case JsonKind::Bool:
            return "true or false";
        case JsonKind::Number:
            return "a number";
        case JsonKind::Text:
            return "a text";
        case JsonKind::Array:
            return "a list";
        case JsonKind::Object:
            return "an object";
    }
    return {};
}

JsonResult read_json(std::string_view bytes) {
    if (auto fault = text_file_fault(bytes)) return {std::nullopt, std::move(fault)};
    std::string_view const body = without_byte_order_mark(bytes);
    std::size_t const skipped = bytes.size() - body.size();
    rj::MemoryStream stream(body.data(), body.size());
    TreeBuilder builder(bytes, skipped);
    rj::Reader reader;
    // Iterative: deep input must not use up the call stack before the depth is refused.
    constexpr unsigned flags =
        rj::kParseIterativeFlag | rj::kParseValidateEncodingFlag | rj::kParseNumbersAsStringsFlag;
    rj::ParseResult const result = reader.Parse<flags>(stream, builder);
    if (builder.fault()) return {std::nullopt, builder.fault()};
    if (result.IsError()) {
        std::size_t const offset = std::min(result.Offset() + skipped, bytes.size());
        return {std::nullopt,
                Fault{place_of(bytes, offset),
                      "not valid JSON: " + std::string(rj::GetParseError_En(result.Code()))}};
    }
    return {builder.take_root(), std::nullopt};
}

std::string canonical_json(JsonValue const& value) {
    return to_ordered_json(value).dump();
}

}  // namespace exchange
