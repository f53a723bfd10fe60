// J2 of the demo with 60 boxes and 120 links by chance; technology and staff are not described.
// Must not know what is tested. Used by the floor's tests.
#pragma once

#include "model/room.hpp"

namespace shell_test {

model::Room crowded(unsigned seed);

}  // namespace shell_test
