// A replay file's lines as contacts and commands of the app, played through the same Session as the
// window's, and the final state as JSON. Must not know files or pictures. Used by the replay verb.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "app/session.hpp"
#include "exchange/replay_file.hpp"

namespace shell {

struct ReplayStep {
    double t_ms = 0;
    std::variant<app::PointerEvent, app::Command> what;
};

struct ReplaySteps {
    std::vector<ReplayStep> steps;            // empty when there is a problem
    std::vector<exchange::Problem> problems;  // keys that the room does not have: the first 200
    std::size_t problem_count = 0;
};

// `shown_as` names the file in problems.
ReplaySteps replay_steps(model::Room const& room, std::vector<exchange::ReplayLine> const& lines,
                         std::string const& shown_as);

// Plays all steps and then lets every motion come to its end.
void play(app::Session& session, std::vector<ReplayStep> const& steps);

// One line: camera, level, journey, stage, touchpoint, overlay, persona, period, backstage,
// open_cards, what else stands there (curtain: how far it is open, 0 to 1), tour, session.
std::string final_state_json(app::World const& world, app::AppState const& state);

}  // namespace shell
