// What is said of a view that the room does not have: which there are, or the nearest names. Must
// not know how views are shown. Used by picture_state (render, dump) and opening (run).
#pragma once

#include <string>
#include <string_view>

#include "model/room.hpp"

namespace shell {

// `no view "stage:zz" (the nearest are stage:S1 "I wonder", ...)`, without an end.
std::string no_view_text(model::Room const& room, std::string_view view);

}  // namespace shell
