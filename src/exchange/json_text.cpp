#include "exchange/json_text.hpp"

#include <cmath>

namespace exchange {

nlohmann::ordered_json number_json(double value) {
    if (value == std::floor(value) && std::abs(value) < 1e15) {
        return static_cast<std::int64_t>(value);
    }
    return value;
}

nlohmann::ordered_json to_ordered_json(JsonValue const& value) {
    using Json = nlohmann::ordered_json;
    switch (value.kind) {
        case JsonKind::Null:
            return nullptr;
        case JsonKind::Bool:
            return value.boolean;
        case JsonKind::Number:
            return number_json(value.number);
        case JsonKind::Text:
            return value.text;
        case JsonKind::Array: {
            Json list = Json::array();
            for (JsonValue const& item : value.items)
                list.push_back(to_ordered_json(item));
            return list;
        }
        case JsonKind::Object: {
            Json object = Json::object();
            // Names are known to differ; operator[] would look for each among all.
            auto& members = object.get_ref<Json::object_t&>();
            for (JsonMember const& m : value.members) {
                members.emplace_back(m.name, to_ordered_json(m.value));
            }
            return object;
        }
    }
    return nullptr;
}

}  // namespace exchange
