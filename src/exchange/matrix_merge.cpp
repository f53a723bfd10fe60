#include "exchange/matrix_merge.hpp"

#include "exchange/matrix_text.hpp"
#include "exchange/text_rules.hpp"

namespace exchange {
namespace {

constexpr std::size_t most_key = 64;

bool is_remark(std::vector<std::string> const& lanes, std::string_view line) {
    return std::any_of(lanes.begin(), lanes.end(),
                       [&](std::string const& lane) { return line.starts_with(lane + ": "); });
}

// The thought of the table, else what is there, and "Pain points: too dear" on a line of its own
// for each remark of the table, in place of those that its lanes said before.
std::string thought_of(MatrixContent const& content, MatrixStep const& step,
                       std::string const& before) {
    std::string const& base = content.carried.thoughts ? step.thought : before;
    if (content.remark_lanes.empty()) return base;
    std::string thought;
    auto const add = [&](std::string_view line) {
        thought += (thought.empty() ? "" : "\n") + std::string(line);
    };
    for (std::string_view rest = base; !rest.empty();) {
        std::size_t const end = std::min(rest.find('\n'), rest.size());
        if (!is_remark(content.remark_lanes, rest.substr(0, end))) add(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    for (MatrixVoice const& remark : step.remarks)
        add(remark.lane + ": " + remark.text);
    return thought;
}

}  // namespace

void count(MatrixCounts& counts, MatrixFate fate) {
    ++counts[static_cast<std::size_t>(fate)];
}

void tell(MatrixMerge& merge, MatrixChange change) {
    if (change.fate != MatrixFate::Kept) merge.outcome.changes.push_back(std::move(change));
}

void note_field(MatrixChange& change, std::string field, std::string before, std::string after) {
    if (before == after) return;
    change.fields.push_back({std::move(field), std::move(before), std::move(after)});
}

std::string text_or_none(std::string_view text) {
    return text.empty() ? "none" : in_quotes(text);
}

std::string FreshKeys::make(std::string const& prefix, std::string_view text) {
    std::string const start = prefix.empty() ? "" : prefix.substr(0, most_key / 2) + "-";
    std::string const key = start + key_from_text(text, 48 - start.size() / 2);
    std::string fresh = key.substr(0, most_key);
    int& next = m_next.try_emplace(key, 2).first->second;
    while (!m_taken.insert(fresh).second) {
        std::string const mark = "-" + std::to_string(next++);
        fresh = key.substr(0, most_key - mark.size()) + mark;
    }
    return fresh;
}

void merge_stages(MatrixMerge& merge) {
    auto placed = foreign(merge.room.stages, merge.before.journey);
    FreshKeys keys(merge.room.stages);
    std::vector<Placed<model::Stage>> own;
    double const end = end_of(merge.room.stages, merge.before.journey);
    for (std::size_t i = 0; i < merge.after.stages.size(); ++i) {
        MatrixStage const& from = *merge.after.stages[i];
        Match const& match = merge.match.stages[i];
        model::Stage stage;
        MatrixChange change{MatrixChange::Thing::Stage, match.fate, {}, {}, {}, from.name, 0};
        std::size_t old = none;
        if (match.found()) {
            old = merge.before.stages[match.old].index();
            stage = merge.room.stages[old];
            change.before = stage.name;
            if (match.fate == MatrixFate::Changed) stage.name = from.name;
        } else {
            stage.name = from.name;
            stage.key = keys.make(merge.request.journey, from.name);
        }
        MatrixFate fate = match.fate;
        // A goal that the table does not say stays: its row may name only some.
        if (!from.goal.empty() && on_one_line(stage.goal) != from.goal) {
            if (fate == MatrixFate::Kept) fate = MatrixFate::Changed;
            if (fate != MatrixFate::New)
                note_field(change, "goal", text_or_none(stage.goal), text_or_none(from.goal));
            if (fate == MatrixFate::New) change.after += " (" + from.goal + ")";
            stage.goal = from.goal;
        }
        stage.journey = merge.before.journey ? merge.before.journey
                                             : model::JourneyId(merge.room.journeys.size());
        change.key = stage.key;
        change.fate = fate;
        count(merge.outcome.stages, fate);
        tell(merge, std::move(change));
        own.push_back({std::move(stage), old == none ? end : static_cast<double>(old), old, i});
    }
    auto const all = [](auto const&, auto const&) { return true; };
    if (!in_order(own, all)) number(own);
    placed.insert(placed.end(), own.begin(), own.end());
    merge.stage_ids.resize(merge.room.stages.size());
    merge.new_stage_ids.resize(merge.after.stages.size());
    merge.outcome.room.stages = settled(std::move(placed), merge.stage_ids, merge.new_stage_ids);
    for (model::StageId const id : merge.before.stages) {
        if (merge.stage_ids[id.index()]) continue;
        model::Stage const& gone = merge.room.at(id);
        count(merge.outcome.stages, MatrixFate::Removed);
        tell(merge,
             {MatrixChange::Thing::Stage, MatrixFate::Removed, gone.key, {}, gone.name, {}, 0});
    }
}

void merge_steps(MatrixMerge& merge) {
    auto placed = foreign(merge.room.steps, merge.before.journey);
    for (auto& step : placed) {
        if (step.thing.stage) step.thing.stage = merge.stage_ids[step.thing.stage.index()];
    }
    FreshKeys keys(std::vector<model::Step>{});
    for (model::StepId const id : merge.before.steps)
        keys.take(merge.room.at(id).key);
    std::vector<Placed<model::Step>> own;
    double const end = end_of(merge.room.steps, merge.before.journey);
    for (std::size_t i = 0; i < merge.after.steps.size(); ++i) {
        NewStep const& from = merge.after.steps[i];
        Match const& match = merge.match.steps[i];
        MatrixFate fate = match.fate;
        model::Step step;
        MatrixChange change{
            MatrixChange::Thing::Step, fate, {}, merge.after.stages[from.stage]->name, {},
            from.step->action,         0};
        std::size_t old = none;
        if (match.found()) {
            old = merge.before.steps[match.old].index();
            step = merge.room.steps[old];
            change.before = step.action;
            if (fate == MatrixFate::Changed) step.action = from.step->action;
        } else {
            step.action = from.step->action;
            step.key = keys.make({}, from.step->action);
        }
        std::string const thought = thought_of(merge.content, *from.step, step.thought);
        if (trimmed(step.thought) != trimmed(thought)) {
            if (fate == MatrixFate::Kept) fate = MatrixFate::Changed;
            if (fate != MatrixFate::New)
                note_field(change, "thought", text_or_none(step.thought), text_or_none(thought));
            if (fate == MatrixFate::New) change.after += " (" + thought + ")";
            step.thought = thought;
        }
        model::StageId const stage = merge.new_stage_ids[from.stage];
        bool const stays = old != none && merge.stage_ids[step.stage.index()] == stage;
        if (fate == MatrixFate::Kept && !stays) fate = MatrixFate::Moved;
        if (old != none && !stays)
            note_field(change, "phase", in_quotes(merge.room.at(step.stage).name),
                       in_quotes(merge.after.stages[from.stage]->name));
        step.stage = stage;
        step.journey = merge.outcome.room.stages[stage.index()].journey;
        change.key = step.key;
        change.fate = fate;
        count(merge.outcome.steps, fate);
        tell(merge, std::move(change));
        own.push_back({std::move(step), old == none ? end : static_cast<double>(old), old, i});
    }
    auto const same_stage = [](model::Step const& a, model::Step const& b) {
        return a.stage == b.stage;
    };
    if (!in_order(own, same_stage)) number(own);
    placed.insert(placed.end(), own.begin(), own.end());
    merge.step_ids.resize(merge.room.steps.size());
    merge.new_step_ids.resize(merge.after.steps.size());
    merge.outcome.room.steps = settled(std::move(placed), merge.step_ids, merge.new_step_ids);
    for (model::StepId const id : merge.before.steps) {
        if (merge.step_ids[id.index()]) continue;
        model::Step const& gone = merge.room.at(id);
        count(merge.outcome.steps, MatrixFate::Removed);
        tell(merge, {MatrixChange::Thing::Step,
                     MatrixFate::Removed,
                     gone.key,
                     merge.room.at(gone.stage).name,
                     gone.action,
                     {},
                     0});
    }
}

}  // namespace exchange
