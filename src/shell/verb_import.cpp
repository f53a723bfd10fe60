#include <iostream>
#include <optional>

#include "shell/clock.hpp"
#include "shell/progress.hpp"
#include "shell/stop_signals.hpp"
#include "shell/verb_pack.hpp"
#include "shell/verbs.hpp"
#include "storage/room_store.hpp"

namespace shell {
namespace {

// The room that is there already: its observations and scores stay while their touchpoint exists.
std::optional<model::Room> previous_room(std::filesystem::path const& database) {
    if (!storage::room_exists(database)) return std::nullopt;
    Progress const progress("reading " + database.string());
    return storage::load_room(database);
}

}  // namespace

int run_import(ImportOptions const& options) {
    end_when_stopped();
    std::optional<model::Room> const previous = previous_room(options.database);
    model::Room const room = read_pack_or_refuse(options.pack, previous ? &*previous : nullptr);
    hold_stop_signals();
    {
        Progress const progress("writing " + options.database.string());
        if (previous) {
            // What others wrote since it was read stays as far as a pack lets it.
            auto const of_held = [&](model::Room const& held) {
                return held == *previous ? room : read_pack_or_refuse(options.pack, &held);
            };
            storage::change_room(options.database, of_held, now_ms(), throw_when_stopped);
        } else {
            storage::save_room(options.database, room, now_ms(), throw_when_stopped);
        }
    }
    std::cout << options.database.string() << (previous ? " is updated. " : " is created. ")
              << summary(room) << ".\n";
    return exit_done;
}

}  // namespace shell
