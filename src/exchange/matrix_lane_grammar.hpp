// Names of lanes that no list holds, read word by word: "Für den Kunden nicht sichtbare Aktionen",
// "Customer-facing staff", "Bürgeraktivitäten". Must not know the list of names. Used by
// matrix_words.cpp.
#pragma once

#include <optional>
#include <string_view>

#include "exchange/matrix_words.hpp"

namespace exchange {

// Empty where a word is not known, or where the words contradict each other.
std::optional<LaneRole> composed_role(std::string_view label);

}  // namespace exchange
