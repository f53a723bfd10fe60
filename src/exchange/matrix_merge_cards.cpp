// The cards of a merge: keys, fields that only the long form carries, their order in the room.
#include <utility>

#include "exchange/key_index.hpp"
#include "exchange/matrix_merge.hpp"
#include "exchange/matrix_text.hpp"
#include "exchange/text_rules.hpp"

namespace exchange {
namespace {

std::string lane_place(MatrixStep const& step, MatrixStage const& stage,
                       model::BlueprintLane lane) {
    std::string const where =
        stage.name == step.action ? step.action : stage.name + " / " + step.action;
    return where + " / " + std::string(lane_title(lane));
}

template <typename Thing>
base::Id<Thing> named(std::vector<Thing> const& things, std::string const& name,
                      std::string Thing::* title) {
    for (std::size_t i = 0; i < things.size(); ++i) {
        if (things[i].key == name) return base::Id<Thing>(i);
    }
    std::string const folded = folded_name(name);
    for (std::size_t i = 0; i < things.size(); ++i) {
        if (folded_name(things[i].*title) == folded) return base::Id<Thing>(i);
    }
    return {};
}

// "; the nearest is crm": by key or name, whichever it is more like.
template <typename Thing>
std::string nearest(std::vector<Thing> const& things, std::string const& name,
                    std::string Thing::* title) {
    KeyIndex known;
    for (std::size_t i = 0; i < things.size(); ++i) {
        known.add(things[i].key, i, 0);
        known.add(things[i].*title, i, 0);
    }
    auto const like = known.nearest(name);
    return like ? "; the nearest is " + in_quotes(*like) : std::string();
}

void refuse_unknown(MatrixMerge& merge, Place place, std::string const& what,
                    std::string const& way_on) {
    merge.error(place, what + "; " + way_on + ", or leave the cell empty");
}

void fill_fields(MatrixMerge& merge, MatrixCard const& card, model::BlueprintNode& node) {
    MatrixCarried const& carried = merge.content.carried;
    MatrixFields const& fields = card.fields;
    if (carried.teams) node.team = fields.team;
    if (carried.fail_points) node.fail_point = fields.fail_point;
    if (carried.waits) node.wait_minutes = fields.wait_minutes;
    if (carried.touchpoints) {
        node.touchpoint = {};
        if (!fields.touchpoint.empty()) {
            node.touchpoint =
                named(merge.room.touchpoints, fields.touchpoint, &model::Touchpoint::title);
            if (!node.touchpoint) {
                refuse_unknown(merge, card.touchpoint_place,
                               in_quotes(fields.touchpoint) + " is no touchpoint of the room" +
                                   nearest(merge.room.touchpoints, fields.touchpoint,
                                           &model::Touchpoint::title),
                               "write its key or title");
            }
        }
    }
    if (carried.components) {
        node.component = {};
        if (!fields.component.empty()) {
            node.component =
                named(merge.room.components, fields.component, &model::Component::name);
            if (!node.component) {
                refuse_unknown(
                    merge, card.component_place,
                    in_quotes(fields.component) + " is no component of the room" +
                        nearest(merge.room.components, fields.component, &model::Component::name),
                    "write its key or name, add it to components.csv");
            }
        }
    }
}

std::string minutes_text(std::optional<double> minutes) {
    return minutes ? number_text(*minutes) + " min" : "none";
}

std::string yes_no_text(std::optional<bool> given) {
    if (!given) return "none";
    return *given ? "yes" : "no";
}

template <typename Thing>
std::string name_text(std::vector<Thing> const& things, base::Id<Thing> id,
                      std::string Thing::* title) {
    return id ? in_quotes(things[id.index()].*title) : "none";
}

// All but its text.
void note_fields(MatrixMerge const& merge, model::BlueprintNode const& before,
                 model::BlueprintNode const& after, MatrixChange& change) {
    model::Room const& room = merge.room;
    auto const action = [](model::Room const& of, model::StepId step) {
        return step ? in_quotes(of.at(step).action) : "none";
    };
    if (!before.step || merge.step_ids[before.step.index()] != after.step)
        note_field(change, "step", action(room, before.step),
                   action(merge.outcome.room, after.step));
    note_field(change, "lane", std::string(lane_title(before.lane)),
               std::string(lane_title(after.lane)));
    auto const touchpoint = [&](model::BlueprintNode const& node) {
        return name_text(room.touchpoints, node.touchpoint, &model::Touchpoint::title);
    };
    auto const component = [&](model::BlueprintNode const& node) {
        return name_text(room.components, node.component, &model::Component::name);
    };
    note_field(change, "touchpoint", touchpoint(before), touchpoint(after));
    note_field(change, "team", text_or_none(before.team), text_or_none(after.team));
    note_field(change, "component", component(before), component(after));
    note_field(change, "fail point", yes_no_text(before.fail_point), yes_no_text(after.fail_point));
    note_field(change, "wait", minutes_text(before.wait_minutes), minutes_text(after.wait_minutes));
}

bool holds(model::Room const& room, model::BlueprintNodeId id, LongColumn column) {
    model::BlueprintNode const& node = room.blueprint_nodes[id.index()];
    switch (column) {
        case LongColumn::Touchpoint:
            return static_cast<bool>(node.touchpoint);
        case LongColumn::Team:
        case LongColumn::Owner:
            return !node.team.empty();
        case LongColumn::Component:
            return static_cast<bool>(node.component);
        case LongColumn::FailPoint:
            return node.fail_point.has_value();
        case LongColumn::WaitMinutes:
            return node.wait_minutes.has_value();
        default:
            return std::any_of(room.blueprint_links.begin(), room.blueprint_links.end(),
                               [&](model::BlueprintLink const& link) { return link.from == id; });
    }
}

// Cards of one cell keep the places that they have between them, in the order of the matrix; a new
// one stands behind its neighbour, else behind its step, else at the journey's end.
void place_cards(MatrixMerge const& merge, std::vector<Placed<model::BlueprintNode>>& own) {
    double const end = end_of(merge.room.blueprint_nodes, merge.before.journey);
    std::vector<double> step_end(merge.after.steps.size(), -1);
    for (Placed<model::BlueprintNode> const& card : own) {
        double& last = step_end[merge.after.cards[card.after].step];
        if (card.old != none) last = std::max(last, static_cast<double>(card.old));
    }
    std::vector<std::vector<std::size_t>> cells(merge.after.steps.size() * 8);
    for (std::size_t i = 0; i < own.size(); ++i) {
        NewCard const& card = merge.after.cards[own[i].after];
        cells[card.step * 8 + static_cast<std::size_t>(card.card->lane)].push_back(i);
    }
    for (std::size_t c = 0; c < cells.size(); ++c) {
        std::vector<double> places;
        for (std::size_t const i : cells[c]) {
            if (own[i].old != none) places.push_back(static_cast<double>(own[i].old));
        }
        std::sort(places.begin(), places.end());
        double const behind = !places.empty()       ? places.back() + 0.25
                              : step_end[c / 8] < 0 ? end
                                                    : step_end[c / 8] + 0.5;
        for (std::size_t k = 0; k < cells[c].size(); ++k)
            own[cells[c][k]].place = k < places.size() ? places[k] : behind;
    }
}

}  // namespace

void check_card_keys(MatrixMerge& merge) {
    std::unordered_set<std::string> seen;
    std::unordered_set<std::string> elsewhere;
    for (model::BlueprintNode const& node : merge.room.blueprint_nodes) {
        if (node.journey != merge.before.journey) elsewhere.insert(node.key);
    }
    auto const check = [&](MatrixCard& card) {
        std::string& key = card.fields.key;
        if (key.empty()) return;
        if (!is_key(key)) {
            merge.error(card.key_place,
                        in_quotes(key) +
                            " is not a key; a key has 1 to 64 of the characters A-Z a-z "
                            "0-9 _ . -; leave the cell empty to get one from the text");
        } else if (!seen.insert(key).second) {
            merge.error(card.key_place, "the key " + in_quotes(key) +
                                            " stands at two cards; each card has its own");
        } else if (elsewhere.contains(key) && merge.content.of_another_journey) {
            card.fields.alias = std::exchange(key, {});
        } else if (elsewhere.contains(key)) {
            merge.error(card.key_place, "the key " + in_quotes(key) +
                                            " is that of a card in another journey; leave the cell "
                                            "empty to get a new one from the text");
        }
    };
    for (MatrixStage& stage : merge.content.stages) {
        for (MatrixStep& step : stage.steps) {
            for (MatrixCard& card : step.cards)
                check(card);
        }
    }
}

void tell_empty_columns(MatrixMerge& merge) {
    for (MatrixEmptyColumn const& empty : merge.content.empty_columns) {
        auto const held = std::count_if(
            merge.before.cards.begin(), merge.before.cards.end(),
            [&](model::BlueprintNodeId id) { return holds(merge.room, id, empty.column); });
        if (held == 0) continue;
        merge.warning(empty.place, "no cell of the column " + in_quotes(empty.label) +
                                       " says anything: what " + std::to_string(held) +
                                       (held == 1 ? " card has" : " cards have") +
                                       " there stays; write - into a cell to take it away");
    }
}

void merge_cards(MatrixMerge& merge) {
    auto placed = foreign(merge.room.blueprint_nodes, merge.before.journey);
    for (auto& node : placed) {
        if (node.thing.step) node.thing.step = merge.step_ids[node.thing.step.index()];
    }
    FreshKeys keys(merge.room.blueprint_nodes);
    for (NewCard const& card : merge.after.cards)
        keys.take(card.card->fields.key);
    std::vector<Placed<model::BlueprintNode>> own;
    for (std::size_t i = 0; i < merge.after.cards.size(); ++i) {
        NewCard const& from = merge.after.cards[i];
        NewStep const& step = merge.after.steps[from.step];
        Match const& match = merge.match.cards[i];
        MatrixFate fate = match.fate;
        model::BlueprintNode node;
        std::size_t old = none;
        std::string const where =
            lane_place(*step.step, *merge.after.stages[step.stage], from.card->lane);
        MatrixChange change{MatrixChange::Thing::Card, fate, {}, where, {}, from.card->text, 0};
        if (match.found()) {
            old = merge.before.cards[match.old].index();
            node = merge.room.blueprint_nodes[old];
            change.before = node.text;
            if (trimmed(node.text) != trimmed(from.card->text)) node.text = from.card->text;
        } else {
            node.text = from.card->text;
            node.key = from.card->fields.key.empty()
                           ? keys.make(merge.request.journey, from.card->text)
                           : from.card->fields.key;
        }
        model::BlueprintNode const as_was = node;
        fill_fields(merge, *from.card, node);
        if (fate == MatrixFate::Kept && !(as_was == node)) fate = MatrixFate::Changed;
        node.step = merge.new_step_ids[from.step];
        node.journey = merge.outcome.room.steps[node.step.index()].journey;
        node.lane = from.card->lane;
        if (match.found()) note_fields(merge, merge.room.blueprint_nodes[old], node, change);
        change.key = node.key;
        change.fate = fate;
        count(merge.outcome.cards, fate);
        tell(merge, std::move(change));
        own.push_back({std::move(node), 0, old, i});
    }
    place_cards(merge, own);
    placed.insert(placed.end(), own.begin(), own.end());
    merge.card_ids.resize(merge.room.blueprint_nodes.size());
    merge.new_card_ids.resize(merge.after.cards.size());
    merge.outcome.room.blueprint_nodes =
        settled(std::move(placed), merge.card_ids, merge.new_card_ids);
    for (model::BlueprintNodeId const id : merge.before.cards) {
        if (merge.card_ids[id.index()]) continue;
        model::BlueprintNode const& gone = merge.room.blueprint_nodes[id.index()];
        auto const lost = std::count_if(
            merge.room.blueprint_links.begin(), merge.room.blueprint_links.end(),
            [&](model::BlueprintLink const& link) { return link.from == id || link.to == id; });
        count(merge.outcome.cards, MatrixFate::Removed);
        std::string const step = gone.step ? merge.room.at(gone.step).action + " / " : "";
        std::string const where = step + std::string(lane_title(gone.lane));
        tell(merge, {MatrixChange::Thing::Card,
                     MatrixFate::Removed,
                     gone.key,
                     where,
                     gone.text,
                     {},
                     static_cast<std::size_t>(lost)});
    }
}

}  // namespace exchange
