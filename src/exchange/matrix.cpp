#include "exchange/matrix.hpp"

#include <algorithm>

#include "exchange/matrix_grid.hpp"
#include "exchange/matrix_merge.hpp"
#include "exchange/matrix_text.hpp"
#include "exchange/text_rules.hpp"

namespace exchange {
namespace {

// What is asked for, else what stands above the table. The key of another journey names that one.
std::string title_of_new(MatrixMerge& merge, std::string const& title) {
    if (!title.empty()) return title;
    std::string const& found = merge.content.title;
    if (!found.empty() && !model::find_journey(merge.room, found)) return found;
    std::string fallback = untitled_journey(merge.request.journey);
    if (merge.problems.error_count() > 0) return fallback;
    merge.warning({1, 1}, "no title of the journey stands above the table; it is called " +
                              in_quotes(fallback) + " until you name it with --title");
    return fallback;
}

// A new journey stands in a row of its own until somebody hangs it under a stage.
void add_journey(MatrixMerge& merge, std::string const& title) {
    model::Journey journey;
    journey.key = merge.request.journey;
    model::StageId const parent = merge.request.parent_stage;
    journey.level = parent ? merge.room.at(merge.room.at(parent).journey).level + 1 : 1;
    journey.title = title_of_new(merge, title);
    merge.outcome.room.journeys.push_back(std::move(journey));
    merge.outcome.journey_is_new = true;
}

void hang_under_parent(MatrixMerge& merge) {
    model::StageId const stage = merge.request.parent_stage;
    if (!stage || merge.problems.error_count() > 0) return;
    model::JourneyId const id = model::find_journey(merge.outcome.room, merge.request.journey);
    model::Journey& journey = merge.outcome.room.journeys[id.index()];
    journey.parent_stage = merge.stage_ids[stage.index()];
    journey.parent = merge.room.at(stage).journey;
}

std::string cards_text(std::size_t count) {
    return count == 1 ? "its only card" : "all its " + std::to_string(count) + " cards";
}

// Phases and steps alone are a list, not a blueprint.
void refuse_without_lanes(MatrixMerge& merge) {
    auto const& lanes = merge.content.lanes;
    bool const any = std::any_of(lanes.begin(), lanes.end(), [](MatrixLane const& lane) {
        return blueprint_lane(lane.role) || lane.role == LaneRole::Thought ||
               lane.role == LaneRole::Touchpoint;
    });
    if (any || merge.content.form == MatrixForm::Long) return;
    std::size_t const cards = merge.before.cards.size();
    std::string const loss =
        cards == 0 ? ""
                   : "; " + in_quotes(merge.request.journey) + " would lose " + cards_text(cards);
    merge.error({1, 1},
                "the table has phases or steps but no lane" + loss +
                    "; give each lane a row of its own below the steps, or a column beside them, "
                    "named Customer actions, Frontstage, Backstage, ... (export writes such a "
                    "table)");
}

// Nothing of the journey is found again: the wrong file, the wrong journey or names misread.
void refuse_lost_cards(MatrixMerge& merge) {
    std::size_t const cards = merge.before.cards.size();
    std::size_t const removed = merge.outcome.cards[static_cast<std::size_t>(MatrixFate::Removed)];
    if (cards == 0 || removed != cards) return;
    merge.error({1, 1},
                in_quotes(merge.request.journey) + " would lose " + cards_text(cards) +
                    ": none of them is found in this table; check that it is the table of this "
                    "journey and that its lanes are read as you mean them (--form, --lane), "
                    "or write it to a journey of its own with another --journey");
}

// A journey without cards would be written over as quietly as another table's.
void refuse_other_journey(MatrixMerge& merge) {
    constexpr std::size_t least_names = 3;  // fewer are easily all renamed
    std::size_t const names = merge.before.stages.size() + merge.before.steps.size();
    if (!merge.before.journey || !merge.before.cards.empty() || names < least_names) return;
    for (MatrixStage const* stage : merge.after.stages) {
        for (model::StageId const id : merge.before.stages)
            if (folded_name(stage->name) == folded_name(merge.room.at(id).name)) return;
    }
    for (NewStep const& step : merge.after.steps) {
        for (model::StepId const id : merge.before.steps)
            if (folded_name(step.step->action) == folded_name(merge.room.at(id).action)) return;
    }
    merge.error({1, 1}, "no stage and no step of " + in_quotes(merge.request.journey) +
                            " is found in this table; check that it is the table of this journey, "
                            "or write it to a journey of its own with another --journey");
}

MatrixOutcome merged(Problems& problems, FileTag tag, MatrixRequest const& request,
                     MatrixContent& content, model::Room const& room, std::string const& title) {
    MatrixMerge merge{problems, tag, request, content, room, {}, {}, {},
                      {},       {},  {},      {},      {},   {}, {}};
    merge.before = old_journey(room, model::find_journey(room, request.journey));
    refuse_without_lanes(merge);
    check_card_keys(merge);
    merge.after = new_journey(content);
    merge.match = match_journeys(room, merge.before, merge.after);
    merge.outcome.room = room;
    merge_stages(merge);
    merge_steps(merge);
    merge_cards(merge);
    tell_empty_columns(merge);
    if (problems.error_count() == 0) refuse_lost_cards(merge);
    if (problems.error_count() == 0) refuse_other_journey(merge);
    merge_links(merge);
    refuse_lost_stages(merge);
    move_placements(merge);
    add_contacts(merge);
    add_voices(merge);
    add_ideas(merge);
    if (!merge.before.journey) {
        add_journey(merge, title);
    } else if (!title.empty()) {
        merge.outcome.room.journeys[merge.before.journey.index()].title = title;
    }
    hang_under_parent(merge);
    return std::move(merge.outcome);
}

}  // namespace

MatrixResult apply_matrix(MatrixRequest const& request, model::Room const& room,
                          std::string const& title) {
    Problems problems{std::filesystem::path{}};
    FileTag const tag = problems.add_file(request.shown_as);
    MatrixResult result;
    result.content = read_matrix(problems, tag, request);
    if (problems.error_count() == 0) {
        MatrixOutcome outcome = merged(problems, tag, request, result.content, room, title);
        if (problems.error_count() == 0) result.outcome = std::move(outcome);
    }
    result.problems = problems.first();
    result.problem_count = problems.error_count();
    return result;
}

}  // namespace exchange
