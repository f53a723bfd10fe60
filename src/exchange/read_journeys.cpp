// journeys.csv, stages.csv, steps.csv, placements.csv: the map's skeleton.
#include "exchange/columns.hpp"
#include "exchange/pack_builder.hpp"

namespace exchange {
namespace {

// A journey's parent may stand further down in the file, and its stage in another file.
struct PendingParent {
    std::string journey;
    Place journey_place;
    std::string stage;
    Place stage_place;
    Place level_place;
};

struct JourneyRows {
    FileTag tag;
    std::vector<PendingParent> parents;
    bool complete = false;
};

JourneyRows read_journeys(PackBuilder& pack) {
    enum : std::size_t { Key, Level, Title, ParentJourney, ParentStage, Goal, State };
    JourneyRows rows;
    TableSpec const spec{"journeys.csv", columns::journeys, Presence::Required,
                         sizeof(PendingParent) + index_entry_bytes};
    rows.complete = read_rows(pack, spec, pack.room.journeys, [&](Table& row) {
        model::Journey journey;
        journey.key = row.key(Key);
        row.add_key(Key, pack.keys.journeys, pack.room.journeys.size());
        journey.level = static_cast<int>(row.integer(Level, {0, 2}).value_or(-1));
        journey.title = row.text(Title);
        journey.goal = row.text(Goal);
        journey.state = row.word(State, words::journey_states, model::JourneyState::Current);
        journey.state_given = !row.empty(State);
        rows.tag = row.tag();
        rows.parents.push_back({row.key(ParentJourney), row.place(ParentJourney),
                                row.key(ParentStage), row.place(ParentStage), row.place(Level)});
        return journey;
    });
    pack.keys.journeys.incomplete = !rows.complete;
    return rows;
}

void read_stages(PackBuilder& pack) {
    enum : std::size_t { Journey, Key, Order, Name, InsideName, Goal, Leader };
    TableSpec const spec{"stages.csv", columns::stages, Presence::Required, index_entry_bytes};
    bool const complete = read_rows(pack, spec, pack.room.stages, [&](Table& row) {
        model::Stage stage;
        stage.journey = row.reference<model::Journey>(Journey, pack.keys.journeys);
        stage.key = row.key(Key);
        row.add_key(Key, pack.keys.stages, pack.room.stages.size());
        stage.order = row.number(Order, any_number).value_or(0);
        stage.name = row.text(Name);
        stage.inside_name = row.text(InsideName);
        stage.goal = row.text(Goal);
        stage.leader = row.text(Leader);
        return stage;
    });
    pack.keys.stages.incomplete = !complete;
}

void check_exactly_one_life_cycle(PackBuilder& pack, JourneyRows const& rows) {
    std::string first;
    for (std::size_t i = 0; i < pack.room.journeys.size(); ++i) {
        model::Journey const& journey = pack.room.journeys[i];
        if (journey.level != 0) continue;
        if (!first.empty()) {
            pack.problems.error(rows.tag, rows.parents[i].level_place,
                                "a second journey of level 0 beside " + first +
                                    "; a room has one life cycle, the others have level 1 or 2");
        }
        if (first.empty()) first = journey.key.empty() ? "the first" : journey.key;
    }
    if (first.empty() && rows.complete) {
        bool const no_rows = rows.parents.empty();
        pack.problems.error(
            no_rows ? pack.problems.add_file("journeys.csv") : rows.tag, {},
            "no journey has level 0; give it to the life cycle, the map of the whole relation");
    }
}

// Looks the parent up and returns it, or reports why it cannot be one.
model::JourneyId resolve_parent(PackBuilder& pack, JourneyRows const& rows, std::size_t index) {
    PendingParent const& pending = rows.parents[index];
    if (pending.journey.empty()) return {};
    auto const position = pack.keys.journeys.find(pending.journey);
    if (!position) {
        if (rows.complete) {
            pack.problems.error(rows.tag, pending.journey_place,
                                pack.keys.journeys.unknown_key_text(pending.journey));
        }
        return {};
    }
    int const level = pack.room.journeys[index].level;
    int const parent_level = pack.room.journeys[*position].level;
    if (level == 0) {
        pack.problems.error(rows.tag, pending.journey_place,
                            "a journey of level 0 has no parent; leave the cell empty");
    } else if (level > 0 && parent_level >= 0 && parent_level != level - 1) {
        pack.problems.error(rows.tag, pending.journey_place,
                            pending.journey + " has level " + std::to_string(parent_level) +
                                "; the parent of a journey of level " + std::to_string(level) +
                                " has level " + std::to_string(level - 1));
    }
    return model::JourneyId(*position);
}

model::StageId resolve_parent_stage(PackBuilder& pack, JourneyRows const& rows, std::size_t index) {
    PendingParent const& pending = rows.parents[index];
    if (pending.stage.empty()) return {};
    auto const report = [&](std::string text) {
        pack.problems.error(rows.tag, pending.stage_place, std::move(text));
    };
    auto const position = pack.keys.stages.find(pending.stage);
    if (!position) {
        if (!pack.keys.stages.incomplete) report(pack.keys.stages.unknown_key_text(pending.stage));
        return {};
    }
    model::JourneyId const owner = pack.room.stages[*position].journey;
    if (!owner) return model::StageId(*position);
    std::string const owner_key = pack.room.at(owner).key;
    if (pending.journey.empty()) {
        report("a parent_stage without parent_journey; " + pending.stage + " belongs to " +
               owner_key + ", write that there");
    } else if (owner_key != pending.journey) {
        report("the stage " + pending.stage + " belongs to " + owner_key + ", not to " +
               pending.journey + "; name a stage of the parent journey");
    }
    return model::StageId(*position);
}

}  // namespace

void read_journeys_and_stages(PackBuilder& pack) {
    JourneyRows const rows = read_journeys(pack);
    if (rows.complete) check_exactly_one_life_cycle(pack, rows);
    read_stages(pack);
    for (std::size_t i = 0; i < rows.parents.size(); ++i) {
        pack.room.journeys[i].parent = resolve_parent(pack, rows, i);
        pack.room.journeys[i].parent_stage = resolve_parent_stage(pack, rows, i);
    }
}

void read_steps(PackBuilder& pack) {
    enum : std::size_t { Journey, Stage, Key, Order, Action, Thought };
    pack.keys.steps.assign(pack.room.journeys.size(), KeyIndex("steps.csv for that journey"));
    TableSpec const spec{"steps.csv", columns::steps, Presence::Optional, index_entry_bytes};
    bool const complete = read_rows(pack, spec, pack.room.steps, [&](Table& row) {
        model::Step step;
        step.journey = row.reference<model::Journey>(Journey, pack.keys.journeys);
        step.stage = row.reference<model::Stage>(Stage, pack.keys.stages);
        check_stage_of(pack, row, Stage, step.stage, step.journey);
        step.key = row.key(Key);
        if (step.journey) {
            row.add_key(Key, pack.keys.steps[step.journey.index()], pack.room.steps.size());
        }
        step.order = row.number(Order, any_number).value_or(0);
        step.action = row.text(Action);
        step.thought = row.text(Thought);
        return step;
    });
    for (KeyIndex& steps : pack.keys.steps)
        steps.incomplete = !complete;
}

void check_stage_of(PackBuilder const& pack, Table& row, std::size_t column, model::StageId stage,
                    model::JourneyId journey) {
    if (!stage || !journey) return;
    model::JourneyId const owner = pack.room.at(stage).journey;
    if (!owner || owner == journey) return;
    row.error(column, "the stage " + pack.room.at(stage).key + " belongs to " +
                          pack.room.at(owner).key + ", not to " + pack.room.at(journey).key +
                          "; name a stage of that journey");
}

namespace {

void check_step_in_stage(PackBuilder const& pack, Table& row, std::size_t column,
                         model::Placement const& placement) {
    if (!placement.step || !placement.stage) return;
    model::Step const& step = pack.room.at(placement.step);
    if (!step.stage || step.stage == placement.stage) return;
    row.error(column, "the step " + step.key + " stands in the stage " +
                          pack.room.at(step.stage).key + "; name a step of " +
                          pack.room.at(placement.stage).key);
}

}  // namespace

void read_placements(PackBuilder& pack) {
    enum : std::size_t { Touchpoint, Journey, Stage, Order, Step, Core };
    TableSpec const spec{"placements.csv", columns::placements, Presence::Required};
    read_rows(pack, spec, pack.room.placements, [&](Table& row) {
        model::Placement placement;
        placement.touchpoint = row.reference<model::Touchpoint>(Touchpoint, pack.keys.touchpoints);
        placement.journey = row.reference<model::Journey>(Journey, pack.keys.journeys);
        placement.stage = row.reference<model::Stage>(Stage, pack.keys.stages);
        check_stage_of(pack, row, Stage, placement.stage, placement.journey);
        placement.order = row.number(Order, any_number).value_or(0);
        placement.step = step_of(pack, row, Step, placement.journey);
        check_step_in_stage(pack, row, Step, placement);
        placement.core_given = row.yes_no(Core);
        return placement;
    });
}

model::StepId step_of(PackBuilder const& pack, Table& row, std::size_t column,
                      model::JourneyId journey) {
    if (!journey) return {};
    return row.reference<model::Step>(column, pack.keys.steps[journey.index()]);
}

}  // namespace exchange
