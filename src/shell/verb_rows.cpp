#include "shell/verb_rows.hpp"

#include <algorithm>
#include <iostream>

#include "base/catalogue.hpp"
#include "shell/stop_signals.hpp"
#include "shell/verbs.hpp"

namespace shell {

RowFile::RowFile(std::filesystem::path const& file, std::string const& rows)
    : m_file(file), m_input(file) {
    require_sound();
    hold_stop_signals();  // before the progress, which has a thread
    m_progress.emplace("reading " + file.string(), rows, m_input.size());
}

exchange::TellProgress RowFile::teller() {
    return [this](std::uint64_t rows) {
        m_progress->show(m_input.position(), rows);
        throw_when_stopped();
    };
}

void RowFile::go_on_with(std::string const& what) {
    m_progress.reset();
    require_sound();
    m_next_progress.emplace(what);
}

void RowFile::require_sound() const {
    if (m_input.problem().empty()) return;
    throw Refused(exit_refused, m_file.string() + ": " + m_input.problem() + ".");
}

void print_problems(std::vector<exchange::Problem> const& problems, std::size_t count) {
    for (exchange::Problem const& problem : problems)
        std::cerr << exchange::format(problem) << '\n';
    auto const listed = static_cast<std::size_t>(
        std::count_if(problems.begin(), problems.end(), [](exchange::Problem const& problem) {
            return problem.severity == exchange::Severity::Error;
        }));
    if (count <= listed) return;
    std::cerr << count_of(count - listed, "further problem") << " not listed, "
              << base::grouped(static_cast<long long>(count)) << " in all\n";
}

void refuse_problems(std::filesystem::path const& file,
                     std::vector<exchange::Problem> const& problems, std::size_t count) {
    print_problems(problems, count);
    if (count == 0) return;
    throw Refused(exit_refused, file.string() + " is refused: " + count_of(count, "problem") +
                                    ". Nothing was changed.");
}

std::string count_of(std::uint64_t count, std::string const& thing) {
    return base::grouped(static_cast<long long>(count)) + " " + thing + (count == 1 ? "" : "s");
}

}  // namespace shell
