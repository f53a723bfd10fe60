#include <iostream>

#include "shell/editor.hpp"
#include "shell/picture.hpp"
#include "shell/replay.hpp"
#include "shell/verbs.hpp"
#include "storage/room_store.hpp"

namespace shell {
namespace {

[[noreturn]] void refuse(std::vector<exchange::Problem> const& problems, std::size_t count,
                         std::filesystem::path const& file) {
    for (exchange::Problem const& problem : problems) {
        std::cerr << exchange::format(problem) << '\n';
    }
    throw Refused(exit_refused, file.string() + " cannot be played: " + std::to_string(count) +
                                    (count == 1 ? " problem." : " problems."));
}

std::vector<ReplayStep> steps_or_refuse(model::Room const& room,
                                        std::filesystem::path const& file) {
    exchange::ReplayResult const read = exchange::read_replay(file);
    if (read.problem_count > 0) refuse(read.problems, read.problem_count, file);
    ReplaySteps made = replay_steps(room, read.lines, file.string());
    if (made.problem_count > 0) refuse(made.problems, made.problem_count, file);
    return std::move(made.steps);
}

}  // namespace

int run_replay(ReplayOptions const& options) {
    AssetPaths const assets = find_assets(options.assets);
    Wall wall(storage::load_room(options.database), {assets.catalogue, assets.glyph_cache});
    std::vector<ReplayStep> const steps = steps_or_refuse(wall.room(), options.file);
    app::StartOptions start;
    start.size = {static_cast<double>(options.size.width),
                  static_cast<double>(options.size.height)};
    start.diagonal_in = options.diagonal_in;
    start.distance_m = options.distance_m;
    start.now = options.at;
    start.staff = options.staff;
    app::Session session(wall.world(), start);
    std::optional<Editor> editor;
    if (options.staff) attach(editor.emplace(options.database, wall), session);
    play(session, steps);
    if (!options.shot.empty()) {
        base::write_png(options.shot, picture_of(wall, session.state(), assets));
    }
    wall.fonts().save_cache();
    std::cout << final_state_json(wall.world(), session.state()) << '\n';
    return exit_done;
}

}  // namespace shell
