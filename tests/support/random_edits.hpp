// Edits of a room as busy hands would make them: most can be done, some cannot. And a small
// blueprint to make them on. Must not know stores. Used by the tests of model, storage and shell.
#pragma once

#include "model/edit.hpp"
#include "support/room_builder.hpp"
#include "support/scratch.hpp"

namespace test {

inline std::string random_text(Dice& dice) {
    constexpr char const* words[] = {"Van stock list", "Rückruf für Störung", "صندوق الطلبات",
                                     "=1+1",           "two\nlines",          R"("quoted", \ back)",
                                     "Élève absent",   "長い待ち時間"};
    return words[dice.below(std::size(words))] + std::string(" ") +
           std::to_string(dice.below(1000));
}

class EditDice {
public:
    EditDice(model::Room const& room, Dice& dice) : m_room(room), m_dice(dice) {}

    model::Edit edit() {
        // As many come as go, so that a long sequence keeps a blueprint.
        std::size_t const crowd = m_room.blueprint_nodes.size();
        std::size_t const choice = m_dice.below(20);
        if (crowd < 4 || (choice < 3 && crowd < 60)) return add();
        if (choice < 3) return model::RemoveNode{node()};
        if (choice < 6) return model::RemoveNode{node()};
        if (choice < 9) return move();
        if (choice < 12) return model::RetitleNode{node(), random_text(m_dice)};
        if (choice < 15) return model::LinkNodes{node(), node(), kind(), {}};
        if (choice < 16 || m_room.blueprint_links.empty()) return mark();
        if (choice < 18) return unlink();
        if (choice < 19) return baseline();
        return model::SetWait{
            node(), m_dice.below(3) == 0
                        ? std::nullopt
                        : std::optional<double>(0.25 * static_cast<double>(m_dice.below(400)))};
    }

private:
    std::string node() {
        if (m_dice.below(50) == 0) return "nobody";
        auto const& nodes = m_room.blueprint_nodes;
        return nodes.empty() ? "nobody" : nodes[m_dice.below(nodes.size())].key;
    }
    model::LinkKind kind() { return static_cast<model::LinkKind>(m_dice.below(5)); }
    model::BlueprintLane lane() { return static_cast<model::BlueprintLane>(m_dice.below(8)); }

    model::Edit add() {
        model::Step const& step = m_room.steps[m_dice.below(m_room.steps.size())];
        model::AddNode add{
            .node = model::fresh_node_key(m_room, "n" + std::to_string(m_dice.below(100'000))),
            .journey = m_room.at(step.journey).key,
            .step = step.key,
            .lane = lane(),
            .text = random_text(m_dice),
            .touchpoint = {},
            .team = m_dice.below(2) == 0 ? "Parts" : "",
            .component = {},
            .fail_point = {},
            .wait_minutes = {},
            .place = {},
            .links = {}};
        if (!m_room.touchpoints.empty() && m_dice.below(3) == 0)
            add.touchpoint = m_room.touchpoints[m_dice.below(m_room.touchpoints.size())].key;
        if (!m_room.components.empty() && m_dice.below(3) == 0)
            add.component = m_room.components[m_dice.below(m_room.components.size())].key;
        if (m_dice.below(3) == 0) add.fail_point = m_dice.below(2) == 0;
        if (m_dice.below(3) == 0) add.place = m_dice.below(m_room.blueprint_nodes.size() + 1);
        return add;
    }
    model::Edit move() {
        model::MoveNode move{node(), {}, {}, {}};
        if (m_dice.below(2) == 0) move.step = m_room.steps[m_dice.below(m_room.steps.size())].key;
        if (m_dice.below(2) == 0) move.lane = lane();
        if (m_dice.below(2) == 0) move.place = m_dice.below(m_room.blueprint_nodes.size());
        return move;
    }
    model::Edit mark() {
        model::MarkFailPoint mark{node(), {}};
        if (m_dice.below(4) != 0) mark.on = m_dice.below(2) == 0;
        return mark;
    }
    model::Edit unlink() {
        auto const& links = m_room.blueprint_links;
        std::size_t const place = m_dice.below(links.size());
        auto const& nodes = m_room.blueprint_nodes;
        model::UnlinkNodes unlink{nodes[links[place].from.index()].key,
                                  nodes[links[place].to.index()].key,
                                  links[place].kind,
                                  {}};
        if (m_dice.below(4) == 0) unlink.kind.reset();
        return unlink;
    }

    model::Edit baseline() {
        model::SetBaseline set{"nobody", {}, {}};
        if (!m_room.touchpoints.empty() && m_dice.below(20) != 0)
            set.touchpoint = m_room.touchpoints[m_dice.below(m_room.touchpoints.size())].key;
        if (m_dice.below(3) == 0) return set;
        auto const month = static_cast<int>(m_dice.below(21));
        set.from = base::to_date({2025 + month / 12, 1 + month % 12, 1});
        set.reason = random_text(m_dice);
        return set;
    }

    model::Room const& m_room;
    Dice& m_dice;
};

// Two journeys of three steps each, two components, a dozen nodes and links between them, one of
// them twice.
inline model::Room blueprint_room() {
    RoomBuilder builder;
    builder.journey("J0", 0).stage("S1").touchpoint("Calls").touchpoint("Waits");
    builder.journey("J1", 1, "S1").stage("S1a").step("Calls").step("Waits").step("Thanks");
    builder.journey("J2", 1, "S1").stage("S2a").step("Reads").step("Pays").step("Leaves");
    model::Room& room = builder.room;
    for (std::size_t t = 0; t < room.touchpoints.size(); ++t)
        room.promises.push_back({.touchpoint = model::TouchpointId(t), .wording = "Kept"});
    for (std::size_t t = 0; t < room.touchpoints.size(); ++t) {
        model::Observation counted;
        counted.touchpoint = model::TouchpointId(t);
        counted.period = *base::parse_period("2026-12");
        counted.kept = 9;
        counted.due = 10;
        room.observations.push_back(counted);
    }
    room.info.key = "blueprints";
    room.info.title = "Blueprints";
    room.components = {{"list", "Stock list", model::ComponentKind::Tool, "Parts"},
                       {"crew", "Crew", model::ComponentKind::People, "Field"}};
    for (std::size_t i = 0; i < 12; ++i) {
        model::BlueprintNode node;
        node.key = "n" + std::to_string(i);
        node.step = model::StepId(i % room.steps.size());
        node.journey = room.at(node.step).journey;
        node.lane = static_cast<model::BlueprintLane>(i % 8);
        node.text = "Node " + std::to_string(i);
        if (i % 5 == 0) node.component = model::ComponentId(i % 2);
        room.blueprint_nodes.push_back(node);
    }
    for (std::size_t i = 0; i + 1 < 12; ++i) {
        room.blueprint_links.push_back({model::BlueprintNodeId(i), model::BlueprintNodeId(i + 1),
                                        static_cast<model::LinkKind>(i % 5)});
    }
    room.blueprint_links.push_back(room.blueprint_links[3]);
    room.blueprint_links.push_back({model::BlueprintNodeId(std::size_t{3}),
                                    model::BlueprintNodeId(std::size_t{4}),
                                    model::LinkKind::Needs});
    return std::move(builder.room);
}

// A level of months, or of a touchpoint, that nobody counted: what a room's file refuses.
inline bool begins_uncounted(model::Room const& room, model::Edit const& edit) {
    auto const* const level = std::get_if<model::SetBaseline>(&edit);
    if (level == nullptr) return false;
    model::TouchpointId const id = model::find_touchpoint(room, level->touchpoint);
    model::Counted counted;
    for (model::Observation const& row : room.observations) {
        if (!counted.room) counted.room = row.period;
        counted.room->first = std::min(counted.room->first, row.period.first);
        counted.room->last = std::max(counted.room->last, row.period.last);
        counted.touchpoint = counted.touchpoint || row.touchpoint == id;
    }
    return model::level_problem(*level, counted).has_value();
}

}  // namespace test
