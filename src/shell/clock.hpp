// The machine's clock, for what is recorded. Must not know what that is. Used by the verbs.
#pragma once

#include <cstdint>

namespace shell {

// Milliseconds since 1970-01-01T00:00:00Z.
std::int64_t now_ms();

}  // namespace shell
