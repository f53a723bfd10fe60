#include "shell/verb_pack.hpp"

#include <algorithm>
#include <iostream>

#include "base/catalogue.hpp"
#include "shell/progress.hpp"
#include "shell/verbs.hpp"

namespace shell {
namespace {

std::string count_of(std::size_t count, std::string const& thing) {
    return base::grouped(static_cast<long long>(count)) + " " + thing + (count == 1 ? "" : "s");
}

void print_problems(exchange::PackResult const& result) {
    for (exchange::Problem const& problem : result.problems) {
        std::cerr << exchange::format(problem) << '\n';
    }
    auto const listed = static_cast<std::size_t>(std::count_if(
        result.problems.begin(), result.problems.end(),
        [](auto const& problem) { return problem.severity == exchange::Severity::Error; }));
    if (result.problem_count > listed) {
        std::cerr << count_of(result.problem_count - listed, "further problem") << " not listed, "
                  << base::grouped(static_cast<long long>(result.problem_count)) << " in all\n";
    }
}

}  // namespace

model::Room read_pack_or_refuse(std::filesystem::path const& pack, model::Room const* previous) {
    exchange::PackResult result;
    {
        Progress const progress("reading " + pack.string());
        result = exchange::read_pack(pack, previous);
    }
    print_problems(result);
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
