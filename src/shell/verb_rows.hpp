// What the verbs that read long files share: a file opened or refused, progress in rows, Ctrl-C
// that leaves everything as it was, problems told. Must not know what the rows mean. Used by
// observe, scores and events.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "exchange/input_file.hpp"
#include "exchange/pack.hpp"
#include "shell/progress.hpp"

namespace shell {

class RowFile {
public:
    // `rows` names what is counted: "rows", "events". Throws Refused when the file cannot be
    // opened.
    RowFile(std::filesystem::path const& file, std::string const& rows);

    exchange::ReadBytes reader() { return m_input.reader(); }
    // Shows how far the reading is; throws Interrupted, for a signal waits from the opening on.
    exchange::TellProgress teller();
    // The reading is over, something else begins ("writing room.sqlite"). Throws Refused when the
    // file could not be read to its end.
    void go_on_with(std::string const& what);

private:
    void require_sound() const;

    std::filesystem::path m_file;
    exchange::InputFile m_input;
    std::optional<RowProgress> m_progress;
    std::optional<Progress> m_next_progress;
};

// Prints the problems, one line each, then a count when not all are listed.
void print_problems(std::vector<exchange::Problem> const& problems, std::size_t count);
// As above, then throws Refused when there is an error.
void refuse_problems(std::filesystem::path const& file,
                     std::vector<exchange::Problem> const& problems, std::size_t count);

// "1,204 observations".
std::string count_of(std::uint64_t count, std::string const& thing);

}  // namespace shell
