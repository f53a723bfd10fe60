#include "shell/verb_pack.hpp"

#include <algorithm>

#include "shell/progress.hpp"
#include "shell/verb_rows.hpp"
#include "shell/verbs.hpp"

namespace shell {
model::Room read_pack_or_refuse(std::filesystem::path const& pack, model::Room const* previous) {
    exchange::PackResult result;
    {
        Progress const progress("reading " + pack.string());
        result = exchange::read_pack(pack, previous);
    }
    print_problems(result.problems, result.problem_count);
    if (!result.room) {
        throw Refused(exit_refused,
                      pack.string() + " is refused: " +
                          count_of(std::max<std::size_t>(result.problem_count, 1), "problem") +
                          ".");
    }
    return std::move(*result.room);
}

std::string summary(model::Room const& room) {
    return room.info.title + ": " + count_of(room.journeys.size(), "journey") + ", " +
           count_of(room.touchpoints.size(), "touchpoint") + ", " +
           count_of(room.observations.size(), "observation");
}

}  // namespace shell
