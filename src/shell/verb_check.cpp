#include <iostream>

#include "shell/verb_pack.hpp"
#include "shell/verbs.hpp"

namespace shell {

int run_check(CheckOptions const& options) {
    model::Room const room = read_pack_or_refuse(options.pack, nullptr);
    std::cout << options.pack.string() << " is a good pack. " << summary(room) << ".\n";
    return exit_done;
}

}  // namespace shell
