// What is said of a view that the room does not have: which there are, or the nearest names. Must
// not know how views are shown. Used by picture_state (render, dump),
// opening (run) and edit_advice (edit).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/room.hpp"

namespace shell {

struct KeyAndTitle {
    std::string_view key;
    std::string_view title;
};
// ` (the nearest are stage:S1 "I wonder", ...)`: by key or title, with what stands before the keys.
std::string nearest_names(std::string_view before, std::vector<KeyAndTitle> const& all,
                          std::string_view key);

// `no view "stage:zz" (the nearest are stage:S1 "I wonder", ...)`, without an end.
std::string no_view_text(model::Room const& room, std::string_view view);

}  // namespace shell
