#include "exchange/json_file.hpp"

#include <algorithm>

namespace exchange {

std::optional<JsonFile> JsonFile::open(PackBuilder& pack, std::string_view name,
                                       Presence presence) {
    auto file = open_file(pack, name, presence);
    if (!file) return std::nullopt;
    JsonResult parsed = read_json(file->bytes);
    if (parsed.fault) {
        pack.problems.error(file->tag, parsed.fault->place, parsed.fault->text);
        return std::nullopt;
    }
    if (parsed.value->kind != JsonKind::Object) {
        pack.problems.error(file->tag, {1, 1}, "the file is not a JSON object; begin it with {");
        return std::nullopt;
    }
    return JsonFile(pack, *std::move(file), *std::move(parsed.value));
}

void JsonFile::error(JsonValue const& value, std::string text) {
    m_pack->problems.error(m_tag, m_places.place(value.offset), std::move(text));
}

void JsonFile::warning(std::size_t offset, std::string text) {
    m_pack->problems.warning(m_tag, m_places.place(offset), std::move(text));
}

JsonValue const* JsonFile::member(JsonValue const& object, std::string_view name, JsonKind kind) {
    JsonMember const* const found = object.member(name);
    if (found == nullptr || found->value.kind == JsonKind::Null) return nullptr;
    if (found->value.kind == kind) return &found->value;
    error(found->value, in_quotes(name) + " is " + std::string(name_of(found->value.kind)) +
                            "; it must be " + std::string(name_of(kind)));
    return nullptr;
}

std::string JsonFile::text(JsonValue const& object, std::string_view name) {
    JsonValue const* const value = member(object, name, JsonKind::Text);
    return value != nullptr ? value->text : std::string();
}

std::string JsonFile::needed_text(JsonValue const& object, std::string_view name) {
    JsonMember const* const found = object.member(name);
    if (found == nullptr || found->value.kind == JsonKind::Null) {
        error(object, in_quotes(name) + " is missing; it must be given");
        return {};
    }
    if (found->value.kind == JsonKind::Text && found->value.text.empty()) {
        error(found->value, in_quotes(name) + " is empty; it must be given");
    }
    return text(object, name);
}

std::string JsonFile::needed_key(JsonValue const& object, std::string_view name) {
    std::string key = needed_text(object, name);
    if (!key.empty() && !is_key(key)) {
        error(object.member(name)->value,
              in_quotes(key) +
                  " is not a key; a key has 1 to 64 of the characters A-Z a-z 0-9 _ . -");
    }
    return key;
}

std::vector<std::string> JsonFile::texts(JsonValue const& object, std::string_view name) {
    std::vector<std::string> texts;
    JsonValue const* const list = member(object, name, JsonKind::Array);
    if (list == nullptr) return texts;
    for (JsonValue const& item : list->items) {
        if (item.kind == JsonKind::Text && !item.text.empty()) {
            texts.push_back(item.text);
        } else {
            error(item, in_quotes(name) +
                            " lists something that is not a text; each item is a text in quotes");
        }
    }
    return texts;
}

void JsonFile::warn_of_unknown_members(JsonValue const& object,
                                       std::initializer_list<std::string_view> known) {
    for (JsonMember const& m : object.members) {
        if (std::find(known.begin(), known.end(), m.name) != known.end()) continue;
        std::string names;
        for (std::string_view const name : known)
            names += (names.empty() ? "" : ", ") + std::string(name);
        warning(m.offset,
                in_quotes(m.name) + " is not known here and is left out; known are " + names);
    }
}

}  // namespace exchange
