#include "exchange/pack.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "exchange/pack_builder.hpp"

namespace exchange {
namespace {

PackResult refused_folder(std::filesystem::path const& folder, std::string text) {
    return {std::nullopt, {{Severity::Error, folder.string(), 0, 0, std::move(text)}}, 1};
}

}  // namespace

std::string format(Problem const& problem) {
    // Tools that jump to a place want one for a whole file, too: its first character.
    std::string const line = std::to_string(std::max(1, problem.line));
    std::string const column = std::to_string(std::max(1, problem.column));
    std::string const kind = problem.severity == Severity::Warning ? "warning: " : "";
    return problem.file + ":" + line + ":" + column + ": " + kind + problem.text;
}

std::optional<OpenedFile> open_file(PackBuilder& pack, std::string_view name, Presence presence) {
    if (!pack.files.has(name)) {
        if (presence == Presence::Required) {
            FileTag const tag = pack.problems.add_file(name);
            pack.problems.error(tag, {}, "the file is missing; every pack has one");
        }
        return std::nullopt;
    }
    FileTag const tag = pack.problems.add_file(name);
    LoadedFile loaded = pack.files.load(std::string(name));
    if (!loaded.problem.empty()) {
        pack.problems.error(tag, {}, loaded.problem);
        return std::nullopt;
    }
    if (auto const fault = text_file_fault(loaded.bytes)) {
        pack.problems.error(tag, fault->place, fault->text);
        return std::nullopt;
    }
    return OpenedFile{tag, std::move(loaded.bytes)};
}

PackResult read_pack_files(PackFiles const& files, std::filesystem::path const& shown_as,
                           model::Room const* previous) {
    PackBuilder pack{files, Problems(shown_as), {}, {}, {}, {}, {}, false};
    read_room_info(pack);
    read_journeys_and_stages(pack);
    read_steps(pack);
    read_personas(pack);
    read_sources(pack);
    read_touchpoints(pack);
    read_placements(pack);
    read_exposures(pack);
    read_promises(pack);
    read_observations(pack);
    read_scores(pack);
    read_guesses(pack);
    read_importance(pack);
    read_answers(pack);
    read_case_outcomes(pack);
    read_baselines(pack);
    read_efforts(pack);
    read_emotions(pack);
    read_verbatims(pack);
    read_components(pack);
    read_blueprint(pack);
    read_asset_periods(pack);
    read_loss_reasons(pack);
    read_initiatives(pack);
    read_tours(pack);
    read_media(pack);
    if (previous != nullptr && pack.problems.error_count() == 0) {
        keep_previous_rows(pack, *previous);
    }
    check_baselines(pack, previous);
    PackResult result{std::nullopt, pack.problems.first(), pack.problems.error_count()};
    if (result.problem_count == 0) result.room = std::move(pack.room);
    return result;
}

PackResult read_pack(std::filesystem::path const& folder, model::Room const* previous) {
    std::error_code error;
    if (!std::filesystem::exists(folder, error)) {
        return refused_folder(folder,
                              "there is no such folder; name the folder that holds room.json");
    }
    if (!std::filesystem::is_directory(folder, error)) {
        return refused_folder(folder, "this is a file; a pack is the folder that holds room.json");
    }
    return read_pack_files(folder_files(folder), folder, previous);
}

}  // namespace exchange
