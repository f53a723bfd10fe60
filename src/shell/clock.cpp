#include "shell/clock.hpp"

#include <chrono>

namespace shell {

std::int64_t now_ms() {
    auto const since = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

}  // namespace shell
