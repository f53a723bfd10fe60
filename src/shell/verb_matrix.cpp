// `matrix`: a table of lanes and steps into a room that is there.
#include <algorithm>
#include <array>
#include <iostream>
#include <unistd.h>

#include "exchange/pack_files.hpp"
#include "exchange/text_rules.hpp"
#include "shell/clock.hpp"
#include "shell/matrix_report.hpp"
#include "shell/progress.hpp"
#include "shell/stop_signals.hpp"
#include "shell/verb_rows.hpp"
#include "shell/verbs.hpp"
#include "storage/room_store.hpp"

namespace shell {
namespace {

std::string read_standard_input() {
    if (::isatty(0) != 0) std::cerr << "paste the table here, then press Enter and Ctrl-D\n";
    std::string bytes;
    std::array<char, 64 * 1024> block{};
    for (;;) {
        ssize_t const count = ::read(0, block.data(), block.size());
        if (count <= 0) break;
        bytes.append(block.data(), static_cast<std::size_t>(count));
        if (bytes.size() > exchange::max_file_bytes) {
            throw Refused(exit_refused,
                          "standard input: the table is larger than 64 MB; split it.");
        }
    }
    return bytes;
}

std::string bytes_of(std::filesystem::path const& file) {
    if (file == "-") return read_standard_input();
    exchange::LoadedFile loaded = exchange::load_file(file, exchange::max_file_bytes);
    if (loaded.problem.empty()) return std::move(loaded.bytes);
    throw Refused(exit_refused, file.string() + ": " + loaded.problem + ".");
}

// Where the journey is to stand; throws where it cannot.
model::StageId parent_stage(MatrixOptions const& options, model::Room const& room) {
    if (options.parent_stage.empty()) return {};
    auto const refuse = [&](std::string const& why) {
        return Refused(exit_refused, "--parent-stage " + options.parent_stage + ": " + why);
    };
    model::StageId const stage = model::find_stage(room, options.parent_stage);
    if (!stage) {
        throw refuse("the room has no stage of this key; export writes them all to stages.csv.");
    }
    model::Journey const& above = room.at(room.at(stage).journey);
    std::string const of_above =
        "the stage is one of " + above.key + ", which is of level " + std::to_string(above.level);
    if (above.level >= 2) throw refuse(of_above + "; nothing stands below that level.");
    model::JourneyId const journey = model::find_journey(room, options.journey);
    if (journey && room.at(journey).level != above.level + 1) {
        throw refuse(of_above + "; " + options.journey + " is of level " +
                     std::to_string(room.at(journey).level) +
                     ", and a journey stands one level below its stage.");
    }
    return stage;
}

std::string journey_text(MatrixOptions const& options, exchange::MatrixOutcome const& outcome) {
    model::JourneyId const journey = model::find_journey(outcome.room, options.journey);
    return options.journey + " (" + outcome.room.journeys[journey.index()].title + ")";
}

// "level 2, under J2-time"
std::string place_text(MatrixOptions const& options, exchange::MatrixOutcome const& outcome) {
    model::JourneyId const journey = model::find_journey(outcome.room, options.journey);
    model::Journey const& made = outcome.room.at(journey);
    std::string level = "level " + std::to_string(made.level);
    if (!made.parent_stage) return level;
    return level + ", under " + outcome.room.at(made.parent_stage).key;
}

enum class Effect { None, Changes };

std::string fate_text(MatrixOptions const& options, exchange::MatrixOutcome const& outcome,
                      Effect effect) {
    if (outcome.journey_is_new) return " is made (" + place_text(options, outcome) + "):\n";
    return effect == Effect::Changes ? " is updated:\n"
                                     : " is as the table says, nothing changes:\n";
}

void print_dry_run(MatrixOptions const& options, exchange::MatrixResult const& result,
                   Effect effect) {
    exchange::MatrixOutcome const& outcome = *result.outcome;
    std::cout << matrix_form_text(result.content) << "\n\nLanes of the file:\n"
              << matrix_lanes_text(result.content) << matrix_blanks_text(result.content)
              << "\nThe journey " << journey_text(options, outcome)
              << fate_text(options, outcome, effect) << matrix_changes_text(outcome)
              << "\nNothing was written. Without --dry-run this is what happens.\n";
}

}  // namespace

int run_matrix(MatrixOptions const& options) {
    end_when_stopped();
    std::string const shown_as = options.file == "-" ? "standard input" : options.file.string();
    std::string const bytes = bytes_of(options.file);
    auto const applied_to = [&](model::Room const& room) {
        return exchange::apply_matrix(
            {bytes, shown_as, options.journey, options.form, options.separator, options.lanes,
             parent_stage(options, room)},
            room, options.title);
    };
    model::Room room;
    exchange::MatrixResult result;
    Effect effect = Effect::None;
    {
        Progress const progress("reading " + shown_as);
        room = storage::load_room(options.database);
        result = applied_to(room);
        if (result.outcome && result.outcome->room != room) effect = Effect::Changes;
    }
    refuse_problems(shown_as, result.problems, result.problem_count);
    if (options.dry_run) {
        print_dry_run(options, result, effect);
        return exit_done;
    }
    // An import ends what can be undone: none where there is nothing to write.
    if (effect == Effect::None) {
        std::cout << "Nothing changes, " << options.database.string() << " is left as it is. "
                  << journey_text(options, *result.outcome) << ": "
                  << matrix_summary(*result.outcome) << ".\n";
        return exit_done;
    }
    hold_stop_signals();
    {
        Progress const progress("writing " + options.database.string());
        // What others wrote since it was read stays.
        auto const of_held = [&](model::Room const& held) {
            if (held != room) result = applied_to(held);
            if (result.problem_count > 0)
                refuse_problems(shown_as, result.problems, result.problem_count);
            return result.outcome->room;
        };
        storage::change_room(options.database, of_held, now_ms(), throw_when_stopped);
    }
    std::cout << options.database.string() << " is updated. "
              << journey_text(options, *result.outcome)
              << (result.outcome->journey_is_new ? " is new: " : ": ")
              << matrix_summary(*result.outcome) << ".\n";
    if (!result.outcome->journey_is_new) std::cout << matrix_change_lines(*result.outcome);
    return exit_done;
}

}  // namespace shell
