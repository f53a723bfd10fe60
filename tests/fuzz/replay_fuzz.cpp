// Any bytes as a recording: time never goes back in what is accepted.
#include "exchange/replay_file.hpp"
#include "fuzz_input.hpp"

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    auto const result = exchange::read_replay_text(fuzz::as_text(data, size), "r");
    fuzz::require(result.problem_count == 0 || result.lines.empty());
    double t_ms = 0;
    for (exchange::ReplayLine const& line : result.lines) {
        fuzz::require(line.t_ms >= t_ms);
        t_ms = line.t_ms;
    }
    return 0;
}
