// What each verb of the command line does: options in, exit code out. Results go to standard
// output, everything else to standard error. One file a verb; main dispatches. Throws what fail()
// (main) turns into a sentence and a code.
#pragma once

#include <stdexcept>
#include <string>

#include "shell/options.hpp"

namespace shell {

int run_kiosk(RunOptions const& options);
int run_check(CheckOptions const& options);
int run_import(ImportOptions const& options);
int run_edit(EditOptions const& options);
int run_export(ExportOptions const& options);
int run_matrix(MatrixOptions const& options);
int run_metrics(MetricsOptions const& options);
int run_observe(ObserveOptions const& options);
int run_scores(ScoresOptions const& options);
int run_events(EventsOptions const& options);
int run_replay(ReplayOptions const& options);
int run_doctor(DoctorOptions const& options);
int run_bench(BenchOptions const& options);
int run_dump(DumpOptions const& options);
int run_render(RenderOptions const& options);

// Ends a verb: main prints the sentence and leaves with the code.
class Refused : public std::runtime_error {
public:
    Refused(int exit_code, std::string const& sentence)
        : std::runtime_error(sentence), m_exit_code(exit_code) {}
    int exit_code() const { return m_exit_code; }

private:
    int m_exit_code;
};

}  // namespace shell
