// The links of a floor whose boxes and lines stand: which of them share a way, how they run, what
// they cross. Must not know texts. Used by blueprint_layout.
#pragma once

#include "layout/floor.hpp"

namespace layout {

Floor routed(Floor floor);

}  // namespace layout
