#include <iostream>

#include "exchange/pack.hpp"
#include "exchange/pack_files.hpp"
#include "shell/progress.hpp"
#include "shell/verb_pack.hpp"
#include "shell/verbs.hpp"
#include "storage/edit_store.hpp"
#include "storage/room_store.hpp"

namespace shell {
namespace {

std::string journey_keys(model::Room const& room) {
    std::string keys;
    for (model::Journey const& journey : room.journeys)
        keys += (keys.empty() ? "" : ", ") + journey.key;
    return keys;
}

// One journey as a table of lanes and steps.
int export_matrix(ExportOptions const& options) {
    model::Room const room = storage::load_room(options.database);
    model::JourneyId const journey = model::find_journey(room, options.journey);
    if (!journey) {
        throw Refused(exit_refused, "the room has no journey \"" + options.journey + "\"; it has " +
                                        journey_keys(room) + ".");
    }
    char const delimiter = options.to.extension() == ".tsv" ? '\t' : ',';
    exchange::WrittenMatrix const written =
        exchange::write_matrix(room, journey, *options.matrix, delimiter);
    if (!written.problem.empty()) {
        throw Refused(exit_refused, "the journey " + options.journey +
                                        " cannot be written in this form: " + written.problem +
                                        ".");
    }
    if (options.to == "-") {
        std::cout << written.bytes;
        return exit_done;
    }
    exchange::write_file(options.to, written.bytes);
    std::cout << options.to.string() << " is written.\n";
    return exit_done;
}

}  // namespace

int run_export(ExportOptions const& options) {
    if (options.matrix) return export_matrix(options);
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
