// JSON values of ours as nlohmann's, which writes them. Must not be seen outside exchange's
// sources.
#pragma once

#include <nlohmann/json.hpp>

#include "exchange/json_reader.hpp"

namespace exchange {

// Whole numbers are written without a point.
nlohmann::ordered_json number_json(double value);
nlohmann::ordered_json to_ordered_json(JsonValue const& value);

}  // namespace exchange
