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

void retitle(MatrixMerge& merge, std::string const& title) {
    model::Journey& journey = merge.outcome.room.journeys[merge.before.journey.index()];
    if (journey.title == title) return;
    tell(merge, {.thing = MatrixChange::Thing::Journey,
                 .fate = MatrixFate::Changed,
                 .key = journey.key,
                 .before = journey.title,
                 .after = title});
    journey.title = title;
}

void hang_under_parent(MatrixMerge& merge) {
    model::StageId const stage = merge.request.parent_stage;
    if (!stage || merge.problems.error_count() > 0) return;
    model::JourneyId const id = model::find_journey(merge.outcome.room, merge.request.journey);
    model::Journey& journey = merge.outcome.room.journeys[id.index()];
    if (merge.before.journey && journey.parent_stage != merge.stage_ids[stage.index()]) {
        MatrixChange change{.thing = MatrixChange::Thing::Journey,
                            .fate = MatrixFate::Moved,
                            .key = journey.key,
                            .after = journey.title};
        auto const key_of = [&](model::StageId above) {
            return above ? merge.outcome.room.at(above).key : std::string("none");
        };
        note_field(change, "stage above", key_of(journey.parent_stage), merge.room.at(stage).key);
        tell(merge, std::move(change));
    }
    journey.parent_stage = merge.stage_ids[stage.index()];
    journey.parent = merge.room.at(stage).journey;
}

std::size_t of(MatrixCounts const& counts, MatrixFate fate) {
    return counts[static_cast<std::size_t>(fate)];
}

// "its only card", "all its 41 cards", "12 of its 41 cards"
std::string cards_text(std::size_t lost, std::size_t count) {
    if (lost < count) return std::to_string(lost) + " of its " + std::to_string(count) + " cards";
    return count == 1 ? "its only card" : "all its " + std::to_string(count) + " cards";
}

// Of the journey's cards, those that stand in the table.
std::size_t found_cards(MatrixMerge const& merge) {
    MatrixCounts const& cards = merge.outcome.cards;
    return merge.before.cards.size() - of(cards, MatrixFate::Removed) - merge.absent_cards;
}

// Phases and steps alone are a list, not a blueprint: they may rename those of a journey.
void refuse_without_lanes(MatrixMerge& merge) {
    auto const& lanes = merge.content.lanes;
    bool const any = std::any_of(lanes.begin(), lanes.end(), [](MatrixLane const& lane) {
        return blueprint_lane(lane.role) || lane.role == LaneRole::Thought ||
               lane.role == LaneRole::Touchpoint;
    });
    std::size_t const cards = merge.before.cards.size();
    std::size_t const lost = of(merge.outcome.cards, MatrixFate::Removed);
    if (any || merge.content.form == MatrixForm::Long || (cards > 0 && lost == 0)) return;
    std::string const loss = lost == 0 ? ""
                                       : "; " + in_quotes(merge.request.journey) + " would lose " +
                                             cards_text(lost, cards);
    merge.error({1, 1},
                "the table has phases or steps but no lane" + loss +
                    "; give each lane a row of its own below the steps, or a column beside them, "
                    "named Customer actions, Frontstage, Backstage, ... (export writes such a "
                    "table)");
}

// Nothing of the journey is found again: the wrong file, the wrong journey or names misread.
void refuse_lost_cards(MatrixMerge& merge) {
    std::size_t const cards = merge.before.cards.size();
    std::size_t const lost = of(merge.outcome.cards, MatrixFate::Removed);
    bool const with_steps = lost == cards || of(merge.outcome.steps, MatrixFate::Removed) > 0;
    if (lost == 0 || found_cards(merge) > 0 || !with_steps) return;
    merge.error({1, 1},
                in_quotes(merge.request.journey) + " would lose " + cards_text(lost, cards) +
                    ": none of them is found in this table; check that it is the table of this "
                    "journey and that its lanes are read as you mean them (--form, --lane), "
                    "or write it to a journey of its own with another --journey");
}

// A journey without cards, or whose lanes the table has not, would be written over quietly.
void refuse_other_journey(MatrixMerge& merge) {
    constexpr std::size_t least_names = 3;  // fewer are easily all renamed
    std::size_t const names = merge.before.stages.size() + merge.before.steps.size();
    if (!merge.before.journey || found_cards(merge) > 0 || names < least_names) return;
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

void compare(MatrixMerge& merge) {
    merge.after = new_journey(merge.content);
    merge.match = match_journeys(merge.room, merge.before, merge.after);
}

MatrixOutcome merged(Problems& problems, FileTag tag, MatrixRequest const& request,
                     MatrixContent& content, model::Room const& room, std::string const& title) {
    MatrixMerge merge{problems, tag, request, content, room, {}, {}, {},
                      {},       {},  {},      {},      {},   {}, {}, 0};
    merge.before = old_journey(room, model::find_journey(room, request.journey));
    check_card_keys(merge);
    keep_absent_stages(merge);
    keep_absent_step_names(merge);
    compare(merge);
    keep_absent_lanes(merge);
    compare(merge);
    merge.outcome.room = room;
    merge_stages(merge);
    merge_steps(merge);
    merge_cards(merge);
    tell_empty_columns(merge);
    refuse_without_lanes(merge);
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
        retitle(merge, title);
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
