// The program: parses the line, runs the verb, and is the one place where a failure becomes a
// sentence and a code.
#include <filesystem>
#include <iostream>
#include <new>

#include "shell/headless.hpp"
#include "shell/options.hpp"
#include "shell/stop_signals.hpp"
#include "shell/verbs.hpp"
#include "storage/room_store.hpp"

namespace {

using namespace shell;

// A verb of another file gets its line here.
int dispatch(Verb const& verb) {
    if (auto const* options = std::get_if<RunOptions>(&verb)) return run_kiosk(*options);
    if (auto const* options = std::get_if<CheckOptions>(&verb)) return run_check(*options);
    if (auto const* options = std::get_if<ImportOptions>(&verb)) return run_import(*options);
    if (auto const* options = std::get_if<ExportOptions>(&verb)) return run_export(*options);
    if (auto const* options = std::get_if<EditOptions>(&verb)) return run_edit(*options);
    if (auto const* options = std::get_if<ObserveOptions>(&verb)) return run_observe(*options);
    if (auto const* options = std::get_if<ScoresOptions>(&verb)) return run_scores(*options);
    if (auto const* options = std::get_if<EventsOptions>(&verb)) return run_events(*options);
    if (auto const* options = std::get_if<MatrixOptions>(&verb)) return run_matrix(*options);
    if (auto const* options = std::get_if<MetricsOptions>(&verb)) return run_metrics(*options);
    if (auto const* options = std::get_if<ReplayOptions>(&verb)) return run_replay(*options);
    if (auto const* options = std::get_if<DoctorOptions>(&verb)) return run_doctor(*options);
    if (auto const* options = std::get_if<DumpOptions>(&verb)) return run_dump(*options);
    if (auto const* options = std::get_if<RenderOptions>(&verb)) return run_render(*options);
    if (auto const* options = std::get_if<BenchOptions>(&verb)) return run_bench(*options);
    throw Refused(exit_environment, "this build of the program does not have that verb.");
}

int fail(int exit_code, std::string_view sentence) {
    std::cerr << "customer-room: " << sentence << '\n';
    return exit_code;
}

int run_verb(Verb const& verb) {
    try {
        return dispatch(verb);
    } catch (Interrupted const& interrupted) {
        fail(0, "interrupted; nothing was changed.");
        return end_by(interrupted);
    } catch (Refused const& refused) {
        return fail(refused.exit_code(), refused.what());
    } catch (storage::StoreRefused const& refused) {
        return fail(exit_refused, refused.what());
    } catch (NoGraphics const& lacking) {
        return fail(exit_environment, lacking.what());
    } catch (std::bad_alloc const&) {
        return fail(exit_environment, "out of memory.");
    } catch (std::filesystem::filesystem_error const& error) {
        return fail(exit_refused, "\"" + error.path1().string() +
                                      "\" cannot be used: " + error.code().message() + ".");
    } catch (std::exception const& error) {
        int const code = storage::is_disk_full(error) ? exit_environment : exit_refused;
        return fail(code, storage::words_of(error));
    }
}

}  // namespace

int main(int count, char** arguments) {
    CommandLine const line =
        parse_command_line(std::vector<std::string>(arguments + 1, arguments + count));
    if (!line.verb) {
        (line.exit_code == exit_done ? std::cout : std::cerr) << line.text;
        return line.exit_code;
    }
    int const code = run_verb(*line.verb);
    // A result that nobody received is no result.
    std::cout.flush();
    return std::cout.good() || code != exit_done
               ? code
               : fail(exit_environment, "cannot write the result.");
}
