// Words of other people's tables: what a row of a matrix or a column of its long form is called, in
// English, French, German, Spanish, Dutch and Italian, whatever its case, accents, numbering and
// punctuation. Must not know files. The words stand in matrix_lane_words.hpp. Used by the readers
// and writers of matrices.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/blueprint.hpp"

namespace exchange {

enum class LaneRole {
    // Lanes of the blueprint, in the order of model::BlueprintLane.
    Evidence,
    Customer,
    Frontstage,
    Technology,
    Backstage,
    Support,
    Policy,
    Employee,
    // What else a room holds of a journey.
    Phase,
    Step,
    Activity,  // "actions", "tasks": steps where no other row says them, else what customers do
    Thought,
    Touchpoint,
    Goal,         // of a stage; above the table it is part of the frame
    StageNumber,  // tells neighbouring stages of one name apart
    // Lines of the blueprint ("line of visibility"): they are drawn, not read.
    Line,
    // What a room has no place for, or another one.
    Feeling,
    Quote,
    Pain,
    Opportunity,
    Channel,
    Measure,
    Marking,  // fail points, moments of truth
    Owner,
    Numbering,
    Lens,  // persona, scenario, team, date: what a template says above its matrix
    Title,
    Total,
    Note,    // above the lanes a remark, between them nothing that is known
    Nothing  // left out by hand
};

enum class LongColumn {
    Journey,
    Phase,
    Step,
    StepOrder,
    Lane,
    LaneType,
    Persona,
    Text,
    Score,
    ScaleMin,
    ScaleMax,
    Channel,
    Owner,
    Severity,
    Media,
    Link,
    Key,
    Touchpoint,
    FailPoint,
    WaitMinutes,
    Team,
    Component,
    PhaseOrder
};

inline constexpr std::size_t long_column_count = 23;

// Lower case without accents, punctuation, small words ("of", "du", "der") and plural s: what two
// spellings of a label have in common.
std::string folded_label(std::string_view label);

// "1. Customer actions", "Actions du client :", "Frontstage - call centre" and the like; empty for
// a label that nobody has taught us.
std::optional<LaneRole> lane_role(std::string_view label);
// Of a label that says phase beside a row of steps, and steps where it stands alone: "Étapes".
bool is_phase_or_step(std::string_view label);
// Without labels that only begin with a lane's name.
std::optional<LaneRole> plain_lane_role(std::string_view label);
// Of a header "Wait (min)" as well, and "Text (English)".
std::optional<LongColumn> long_column(std::string_view header);
// What a number in a column of waits counts: 1 of "Wait" and "Wait (min)", 60 of "Wartezeit
// (Std.)".
std::optional<double> wait_unit_minutes(std::string_view header);

// "Backstage" beside "Employee actions": what both say together.
std::optional<LaneRole> grouped_lane_role(std::string_view group, std::string_view label);

// A role as it is written after --lane NAME=: "backstage", "thought", "none".
std::optional<LaneRole> role_named(std::string_view name);
// "evidence, customer, ..., none"
std::string role_names();
// The known label that is most like this one, with its role's name; empty when none is near.
std::string nearest_lane_word(std::string_view label);

// The blueprint's lane of a role, if it is one.
std::optional<model::BlueprintLane> blueprint_lane(LaneRole role);
// What export calls the lane: "Physical evidence".
std::string_view lane_title(model::BlueprintLane lane);
std::string_view lane_title(LaneRole role);

// One line of the table, for tests: each of `words` (separated by |) has the role.
struct LaneWords {
    LaneRole role;
    std::string_view language;
    std::string_view words;
};
std::vector<LaneWords> all_lane_words();

}  // namespace exchange
