// Edits that ask for what is there: nothing to do, to keep in a history or to take back.
#include <algorithm>

#include "model/edit_checks.hpp"

namespace model {
namespace {

using Told = std::optional<EditProblem>;

Told already(std::string member, std::string text) {
    return EditProblem{std::move(member), std::move(text), EditObstacle::AlreadySo};
}

template <typename Id>
bool is_or_none(Id found, std::string const& key, Id held) {
    return key.empty() ? !held : found == held;
}

// One overload an edit; what it names and the room does not have is told by apply().
struct AlreadySo {
    Room const& room;

    Told operator()(AddNode const& add) const {
        BlueprintNode const* const node = node_of(add.node);
        if (node == nullptr || !add.links.empty() || add.place) return std::nullopt;
        bool const same =
            node->journey == find_journey(room, add.journey) && node->lane == add.lane &&
            is_or_none(find_step(room, node->journey, add.step), add.step, node->step) &&
            is_or_none(find_touchpoint(room, add.touchpoint), add.touchpoint, node->touchpoint) &&
            is_or_none(find_by_key(room.components, add.component), add.component,
                       node->component) &&
            node->text == add.text && node->team == add.team &&
            node->fail_point == add.fail_point && node->wait_minutes == add.wait_minutes;
        if (!same) return std::nullopt;
        return already("node", quoted(add.node) + " is there already, as it is described here");
    }

    Told operator()(MoveNode const& move) const {
        BlueprintNodeId const id = find_node(room, move.node);
        if (!id) return std::nullopt;
        BlueprintNode const& node = room.blueprint_nodes[id.index()];
        bool const there = (move.step.empty() ||
                            (node.step && find_step(room, node.journey, move.step) == node.step)) &&
                           move.lane.value_or(node.lane) == node.lane &&
                           move.place.value_or(id.index()) == id.index();
        if (!there) return std::nullopt;
        return already("node", quoted(move.node) + " stands there already");
    }

    Told operator()(RetitleNode const& retitle) const {
        BlueprintNode const* const node = node_of(retitle.node);
        if (node == nullptr || node->text != retitle.text) return std::nullopt;
        return already("text", quoted(retitle.node) + " says so already");
    }

    Told operator()(LinkNodes const& link) const {
        BlueprintNodeId const from = find_node(room, link.from);
        BlueprintNodeId const to = find_node(room, link.to);
        bool const there =
            from && to &&
            std::any_of(room.blueprint_links.begin(), room.blueprint_links.end(),
                        [&](BlueprintLink const& held) {
                            return held.from == from && held.to == to && held.kind == link.kind;
                        });
        if (!there) return std::nullopt;
        return already("from", "there is such a link from " + quoted(link.from) + " to " +
                                   quoted(link.to) + " already");
    }

    Told operator()(MarkFailPoint const& mark) const {
        BlueprintNode const* const node = node_of(mark.node);
        if (node == nullptr || node->fail_point != mark.on) return std::nullopt;
        if (!mark.on) {
            return already(
                "on", "whether " + quoted(mark.node) + " is a fail point is left open already");
        }
        return already("on", quoted(mark.node) + (*mark.on ? " is a fail point already"
                                                           : " is no fail point already"));
    }

    Told operator()(SetWait const& wait) const {
        BlueprintNode const* const node = node_of(wait.node);
        if (node == nullptr || node->wait_minutes != wait.minutes) return std::nullopt;
        return already("minutes", quoted(wait.node) + (wait.minutes ? " has this wait already"
                                                                    : " has no wait already"));
    }

    Told operator()(SetBaseline const& set) const {
        TouchpointId const touchpoint = find_touchpoint(room, set.touchpoint);
        if (!touchpoint) return std::nullopt;
        auto const held =
            std::find_if(room.baselines.begin(), room.baselines.end(),
                         [&](Baseline const& b) { return b.touchpoint == touchpoint; });
        bool const holds = held != room.baselines.end();
        if (!set.from && !holds && set.reason.empty())
            return already("from", quoted(set.touchpoint) + " has no accepted level already");
        bool const same = set.from && holds && held->from == base::month_of(*set.from).first &&
                          held->reason == set.reason;
        if (!same) return std::nullopt;
        return already("from", "this level is accepted already");
    }

    // What is taken away must be there.
    Told operator()(RemoveNode const&) const { return std::nullopt; }
    Told operator()(UnlinkNodes const&) const { return std::nullopt; }

private:
    BlueprintNode const* node_of(std::string const& key) const {
        BlueprintNodeId const id = find_node(room, key);
        return id ? &room.blueprint_nodes[id.index()] : nullptr;
    }
};

}  // namespace

std::optional<EditProblem> already_so(Room const& room, Edit const& edit) {
    return std::visit(AlreadySo{room}, edit);
}

}  // namespace model
