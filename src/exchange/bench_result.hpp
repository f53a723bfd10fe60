// What reading a bench scene or a camera path gives. Must not know either. Used by their readers.
#pragma once

#include <optional>

#include "exchange/pack.hpp"

namespace exchange {

// One of the two is there.
template <typename Value>
struct BenchResult {
    std::optional<Value> value;
    std::optional<Problem> problem;
};

}  // namespace exchange
