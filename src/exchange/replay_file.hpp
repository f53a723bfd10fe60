// Recorded contacts and commands (JSON lines) as plain values of our own; the shell turns them into
// the app's. Must not know what a command does. Used by shell (replay) and fuzzing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "exchange/edit_json.hpp"
#include "exchange/pack.hpp"

namespace exchange {

enum class ReplayPhase { Begin, Move, End, Cancel };

struct ReplayContact {
    std::int64_t contact = 0;
    ReplayPhase phase = ReplayPhase::Begin;
    double x = 0;  // pixels of the size that the replay is given
    double y = 0;
};

struct ReplayCommand {
    std::string name;
    std::optional<std::string> view;
    std::optional<std::string> overlay;
    std::optional<std::string> persona;
    bool persona_is_null = false;  // everybody
    std::optional<std::string> period;
    std::optional<std::string> touchpoint;
    std::optional<std::string> figure;
    std::optional<std::string> node;  // of a blueprint
    std::optional<std::string> kind;  // of a lens
    std::optional<std::string> key;   // of a lens; a piece of evidence
    std::optional<bool> on;
    std::optional<EditRequest> edit;
    std::optional<double> open;  // of the curtain, 0..1
};

struct ReplayLine {
    double t_ms = 0;
    int line = 0;  // in the file, from 1
    std::variant<ReplayContact, ReplayCommand> what;
    int column = 1;  // of the name that a command takes from the room
};

struct ReplayResult {
    std::vector<ReplayLine> lines;  // empty when there is a problem
    std::vector<Problem> problems;  // the first 200
    std::size_t problem_count = 0;
};

ReplayResult read_replay(std::filesystem::path const& file);
// `shown_as` names the file in problems.
ReplayResult read_replay_text(std::string_view bytes, std::string const& shown_as);

}  // namespace exchange
