// The answers that a score was made of: bars over the asked scale, their groups, and only then the
// figure that may be read from them, with n and period. Words and shares; must not know where it
// stands. Used by definition (which holds it), definition_plan and definition_paint.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scene/chrome.hpp"

namespace scene {

struct DefinitionFact {
    std::string label;
    std::string value;
    int lines = 4;     // it may take
    bool old = false;  // striped: an overdue source
};

// Told apart by colour and by fill: hatched, outlined, solid.
enum class AnswerGroupKind { Low, Middle, High };

struct AnswerBar {
    std::string label;  // the answer
    std::string count;
    double share = 0;  // of the tallest bar
    AnswerGroupKind kind = AnswerGroupKind::Middle;
};

struct AnswerGroup {
    std::string name;
    std::string count;
    std::string share;                // of all answers; empty where they are too few for one
    std::size_t first = 0, last = 0;  // bars
    AnswerGroupKind kind = AnswerGroupKind::High;
};

struct DefinitionAnswers {
    std::string heading;
    std::vector<AnswerBar> bars;
    std::vector<AnswerGroup> groups;    // side by side; none on a scale without a figure
    std::vector<DefinitionFact> facts;  // n, period, then the figure
};

// Empty where the room holds no answers.
std::optional<DefinitionAnswers> answers_of(ChromeInput const& input,
                                            model::TouchpointId touchpoint);

}  // namespace scene
