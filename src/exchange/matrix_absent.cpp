// What a table has no row or column for stays as the room has it: the stages, the names of steps,
// the cards of a lane.
#include <array>
#include <map>

#include "exchange/matrix_align.hpp"
#include "exchange/matrix_merge.hpp"
#include "exchange/matrix_text.hpp"

namespace exchange {
namespace {

using Texts = std::vector<std::string>;

std::string row_of(MatrixMerge const& merge) {
    return merge.content.form == MatrixForm::Wide ? "row" : "column";
}

std::string counted(std::size_t count, std::string const& thing) {
    return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

// Position in OldJourney of the stage of each old step; none where it has none.
std::vector<std::size_t> stages_of_steps(MatrixMerge const& merge) {
    std::map<model::StageId, std::size_t> positions;
    for (std::size_t i = 0; i < merge.before.stages.size(); ++i)
        positions.emplace(merge.before.stages[i], i);
    std::vector<std::size_t> stages;
    for (model::StepId const step : merge.before.steps) {
        auto const at = positions.find(merge.room.at(step).stage);
        stages.push_back(at == positions.end() ? none : at->second);
    }
    return stages;
}

// Each stage is called as its only step: such a journey never had phases.
bool never_had_phases(MatrixMerge const& merge, std::vector<std::size_t> const& old_stages) {
    std::vector<std::size_t> steps(merge.before.stages.size(), 0);
    for (std::size_t i = 0; i < old_stages.size(); ++i) {
        if (old_stages[i] == none || ++steps[old_stages[i]] > 1) return false;
        model::Stage const& stage = merge.room.at(merge.before.stages[old_stages[i]]);
        if (on_one_line(stage.name) != on_one_line(merge.room.at(merge.before.steps[i]).action))
            return false;
    }
    return true;
}

// Which old step each new one is: of the same name (or cards), wherever it stands now, else between
// the same two.
std::vector<std::size_t> old_steps_of(Texts const& old_actions, Texts const& actions) {
    std::vector<std::size_t> partners = align_equal(old_actions, actions);
    // Pairs before each position.
    std::vector<std::size_t> before(old_actions.size() + 1, 0);
    std::vector<std::size_t> after;
    std::size_t passed = 0;
    for (std::size_t const partner : partners) {
        after.push_back(passed);
        if (partner == no_partner) continue;
        ++passed;
        ++before[partner + 1];
    }
    for (std::size_t i = 1; i < before.size(); ++i)
        before[i] += before[i - 1];
    pair_moved(old_actions, actions, partners);
    bool const any = std::any_of(partners.begin(), partners.end(),
                                 [](std::size_t partner) { return partner != no_partner; });
    if (!any) return {};
    pair_changed(old_actions, actions, partners,
                 [&](std::size_t i, std::size_t j) { return before[i] == after[j]; });
    return partners;
}

// Neighbours of one stage.
struct Run {
    std::size_t stage = none;
    std::size_t steps = 0;
};

std::vector<Run> runs_of(std::vector<std::size_t> const& stages) {
    std::vector<Run> runs;
    for (std::size_t const stage : stages) {
        if (runs.empty() || runs.back().stage != stage) runs.push_back({stage, 0});
        ++runs.back().steps;
    }
    return runs;
}

// A stage is where most of its steps stand together; a step elsewhere, or a new one, belongs to
// the stage of the one before it.
std::vector<std::size_t> settled_stages(std::vector<std::size_t> const& wanted) {
    std::vector<Run> runs = runs_of(wanted);
    std::map<std::size_t, std::size_t> most;  // position of each stage's longest run
    for (std::size_t i = 0; i < runs.size(); ++i) {
        auto const [at, added] = most.emplace(runs[i].stage, i);
        if (!added && runs[i].steps > runs[at->second].steps) at->second = i;
    }
    std::vector<std::size_t> stages;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        bool const own = runs[i].stage != none && most.at(runs[i].stage) == i;
        stages.insert(stages.end(), runs[i].steps,
                      own              ? runs[i].stage
                      : stages.empty() ? none
                                       : stages.back());
    }
    auto const first =
        std::find_if(stages.begin(), stages.end(), [](std::size_t stage) { return stage != none; });
    if (first == stages.end()) return {};
    std::fill(stages.begin(), first, *first);
    return stages;
}

// All old stages in the order of the table; one that has no step there stays behind its neighbour.
std::vector<std::size_t> order_of_stages(std::size_t count,
                                         std::vector<std::size_t> const& stages) {
    std::vector<std::size_t> order;
    for (Run const& run : runs_of(stages))
        order.push_back(run.stage);
    for (std::size_t stage = 0; stage < count; ++stage) {
        if (std::find(order.begin(), order.end(), stage) != order.end()) continue;
        auto const before = std::find(order.begin(), order.end(), stage - 1);
        order.insert(stage == 0 ? order.begin() : before + 1, stage);
    }
    return order;
}

void add_goal(MatrixStage& stage, std::string const& goal) {
    if (stage.goal.find(goal) != std::string::npos) return;
    stage.goal += (stage.goal.empty() ? "" : "; ") + goal;
}

using LanesThere = std::array<bool, 8>;

LanesThere lanes_there(MatrixContent const& content) {
    LanesThere there{};
    for (MatrixLane const& lane : content.lanes) {
        if (auto const of = blueprint_lane(lane.role)) there[static_cast<std::size_t>(*of)] = true;
    }
    return there;
}

// What tells one step from another where the table names none: the cards of the lanes that it has.
Texts cards_of_old_steps(MatrixMerge const& merge) {
    LanesThere const there = lanes_there(merge.content);
    std::map<model::StepId, std::array<std::string, 8>> texts;
    for (model::BlueprintNodeId const id : merge.before.cards) {
        model::BlueprintNode const& node = merge.room.blueprint_nodes[id.index()];
        auto const lane = static_cast<std::size_t>(node.lane);
        if (there[lane]) texts[node.step][lane] += std::string(trimmed(node.text)) + ' ';
    }
    Texts all;
    for (model::StepId const step : merge.before.steps) {
        std::string& text = all.emplace_back();
        for (std::string const& lane : texts[step])
            text += lane;
    }
    return all;
}

std::string cards_of(MatrixStep const& step) {
    std::array<std::string, 8> texts;
    for (MatrixCard const& card : step.cards)
        texts[static_cast<std::size_t>(card.lane)] += std::string(trimmed(card.text)) + ' ';
    std::string all;
    for (std::string const& lane : texts)
        all += lane;
    return all;
}

// Position of the old stage of each new step; empty where nothing is found again.
std::vector<std::size_t> stages_of_new_steps(MatrixMerge const& merge,
                                             std::vector<std::size_t> const& old_stages) {
    bool const by_name = merge.content.carried.steps;
    Texts old_names;
    if (by_name) {
        for (model::StepId const step : merge.before.steps)
            old_names.push_back(on_one_line(merge.room.at(step).action));
    } else {
        old_names = cards_of_old_steps(merge);
    }
    Texts names;
    for (MatrixStage const& stage : merge.content.stages) {
        for (MatrixStep const& step : stage.steps)
            names.push_back(by_name ? step.action : cards_of(step));
    }
    std::vector<std::size_t> wanted;
    for (std::size_t const partner : old_steps_of(old_names, names))
        wanted.push_back(partner == no_partner ? none : old_stages[partner]);
    return settled_stages(wanted);
}

}  // namespace

void keep_absent_stages(MatrixMerge& merge) {
    if (merge.content.carried.phases || merge.before.steps.empty()) return;
    std::vector<std::size_t> const old_stages = stages_of_steps(merge);
    if (never_had_phases(merge, old_stages)) return;
    std::vector<std::size_t> const stages = stages_of_new_steps(merge, old_stages);
    if (stages.empty()) return;
    std::vector<MatrixStage> kept;
    std::vector<std::size_t> position(merge.before.stages.size());
    for (std::size_t const stage : order_of_stages(position.size(), stages)) {
        position[stage] = kept.size();
        model::Stage const& old = merge.room.at(merge.before.stages[stage]);
        kept.push_back({on_one_line(old.name), {}, {1, 1}, {}});
    }
    std::size_t next = 0;
    for (MatrixStage& stage : merge.content.stages) {
        for (MatrixStep& step : stage.steps) {
            MatrixStage& into = kept[position[stages[next++]]];
            add_goal(into, stage.goal);
            into.steps.push_back(std::move(step));
        }
    }
    merge.content.stages = std::move(kept);
    merge.warning({1, 1}, "the table has no " + row_of(merge) +
                              " of phases: " + counted(merge.before.stages.size(), "phase") +
                              " of the journey stay, each step in its own; a new step joins the "
                              "phase of the step before it");
}

void keep_absent_step_names(MatrixMerge& merge) {
    std::vector<MatrixStep*> unnamed;
    Texts cards;
    for (MatrixStage& stage : merge.content.stages) {
        for (MatrixStep& step : stage.steps) {
            if (step.named) continue;
            unnamed.push_back(&step);
            cards.push_back(stage.name + '\n' + cards_of(step));
        }
    }
    if (unnamed.empty() || merge.before.steps.empty()) return;
    Texts old_cards = cards_of_old_steps(merge);
    for (std::size_t i = 0; i < old_cards.size(); ++i) {
        model::StageId const stage = merge.room.at(merge.before.steps[i]).stage;
        std::string const phase = stage ? on_one_line(merge.room.at(stage).name) : std::string();
        old_cards[i].insert(0, phase + '\n');
    }
    std::vector<std::size_t> partners = align_equal(old_cards, cards);
    pair_moved(old_cards, cards, partners);
    pair_changed(old_cards, cards, partners, [&](std::size_t i, std::size_t j) {
        return old_cards[i].substr(0, old_cards[i].find('\n')) ==
               cards[j].substr(0, cards[j].find('\n'));
    });
    std::size_t kept = 0;
    for (std::size_t j = 0; j < unnamed.size(); ++j) {
        if (partners[j] == no_partner) continue;
        unnamed[j]->action = on_one_line(merge.room.at(merge.before.steps[partners[j]]).action);
        ++kept;
    }
    if (kept == 0 || merge.content.carried.steps) return;
    merge.warning({1, 1}, "the table has no " + row_of(merge) +
                              " of steps: " + counted(kept, "step") + " of the journey keep" +
                              (kept == 1 ? "s its name" : " their names"));
}

void keep_absent_lanes(MatrixMerge& merge) {
    // A row a card: one that is not there is taken away.
    if (merge.content.form == MatrixForm::Long) return;
    LanesThere const there = lanes_there(merge.content);
    std::map<model::StepId, std::size_t> new_step;
    for (std::size_t j = 0; j < merge.after.steps.size(); ++j) {
        Match const& match = merge.match.steps[j];
        if (match.found()) new_step.emplace(merge.before.steps[match.old], j);
    }
    std::vector<MatrixStep*> steps;
    for (MatrixStage& stage : merge.content.stages) {
        for (MatrixStep& step : stage.steps)
            steps.push_back(&step);
    }
    std::array<std::size_t, 8> stay{};
    for (model::BlueprintNodeId const id : merge.before.cards) {
        model::BlueprintNode const& node = merge.room.blueprint_nodes[id.index()];
        auto const at = new_step.find(node.step);
        auto const lane = static_cast<std::size_t>(node.lane);
        if (there[lane] || at == new_step.end()) continue;
        MatrixCard card;
        card.lane = node.lane;
        card.text = node.text;
        card.fields.key = node.key;
        steps[at->second]->cards.push_back(std::move(card));
        ++stay[lane];
        ++merge.absent_cards;
    }
    std::string list;
    for (std::size_t lane = 0; lane < stay.size(); ++lane) {
        if (stay[lane] == 0) continue;
        list += (list.empty() ? "" : ", ") +
                std::string(lane_title(static_cast<model::BlueprintLane>(lane))) + " (" +
                counted(stay[lane], "card") + ")";
    }
    if (list.empty()) return;
    merge.warning({1, 1}, "the table has no " + row_of(merge) + " for " + list +
                              ": what the journey has there stays; to take it away, name the lane "
                              "in the table and leave its cells empty");
}

}  // namespace exchange
