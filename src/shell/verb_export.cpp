#include <iostream>

#include "exchange/pack.hpp"
#include "shell/progress.hpp"
#include "shell/verb_pack.hpp"
#include "shell/verbs.hpp"
#include "storage/edit_store.hpp"
#include "storage/room_store.hpp"

namespace shell {

int run_export(ExportOptions const& options) {
    std::string written;
    {
        Progress const progress("exporting to " + options.to.string());
        model::Room const room = storage::load_room(options.database);
        exchange::write_pack(room, options.to, storage::load_history(options.database));
        written = summary(room);
    }
    std::cout << options.to.string() << " is written. " << written << ".\n";
    return exit_done;
}

}  // namespace shell
