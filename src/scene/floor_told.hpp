// What the title says while a chain is lit or a lens is looked through: the failure and its causes
// in words, what a team holds up, how often the work changes hands. Pure; must not draw. Used by
// title.
#pragma once

#include <optional>
#include <string>

#include "scene/chrome.hpp"

namespace scene {

struct ToldWords {
    std::string head;
    std::string below;
};

// Nothing where the title says what it always says.
std::optional<ToldWords> told_words(ChromeInput const& input);

}  // namespace scene
