#include "model/edit.hpp"

#include <algorithm>
#include <utility>

#include "model/edit_checks.hpp"

namespace model {
namespace {

template <typename Thing>
std::string key_of(std::vector<Thing> const& things, base::Id<Thing> id) {
    return id ? things[id.index()].key : std::string();
}

template <typename Things>
auto at(Things& things, std::size_t place) {
    return things.begin() + static_cast<std::ptrdiff_t>(place);
}

// Ids are places: those behind a node that comes or goes move along.
void make_room_for_node(Room& room, std::size_t place) {
    for (BlueprintLink& link : room.blueprint_links) {
        if (link.from.index() >= place) ++link.from.value;
        if (link.to.index() >= place) ++link.to.value;
    }
}
void close_gap_of_node(Room& room, std::size_t place) {
    for (BlueprintLink& link : room.blueprint_links) {
        if (link.from.index() > place) --link.from.value;
        if (link.to.index() > place) --link.to.value;
    }
}

struct FoundLink {
    std::size_t place = 0;
    LinkKind kind = LinkKind::None;
};

std::vector<FoundLink> links_between(Room const& room, BlueprintNodeId from, BlueprintNodeId to) {
    std::vector<FoundLink> found;
    for (std::size_t i = 0; i < room.blueprint_links.size(); ++i) {
        BlueprintLink const& link = room.blueprint_links[i];
        if (link.from == from && link.to == to) found.push_back({i, link.kind});
    }
    return found;
}

LinkNodes placed_link(Room const& room, std::size_t place) {
    BlueprintLink const& link = room.blueprint_links[place];
    return {room.blueprint_nodes[link.from.index()].key, room.blueprint_nodes[link.to.index()].key,
            link.kind, place};
}

// One overload an edit.
struct Apply {
    Room& room;

    EditResult operator()(AddNode const& add) const {
        BlueprintNode node;
        if (auto problem = read_node(add, node)) return *problem;
        if (auto problem = link_problem(add)) return *problem;
        AddNode done = add;
        done.place = add.place.value_or(room.blueprint_nodes.size());
        make_room_for_node(room, *done.place);
        room.blueprint_nodes.insert(at(room.blueprint_nodes, *done.place), std::move(node));
        for (LinkNodes& link : done.links)
            link.place = insert_link(link);
        return AppliedEdit{std::move(done), RemoveNode{add.node}};
    }

    EditResult operator()(RemoveNode const& remove) const {
        auto const named = named_node(room, remove.node, "node");
        if (named.problem) return *named.problem;
        AddNode back = described(named.id);
        std::erase_if(room.blueprint_links, [&](BlueprintLink const& link) {
            return link.from == named.id || link.to == named.id;
        });
        room.blueprint_nodes.erase(at(room.blueprint_nodes, named.id.index()));
        close_gap_of_node(room, named.id.index());
        return AppliedEdit{remove, std::move(back)};
    }

    EditResult operator()(MoveNode const& move) const {
        auto const named = named_node(room, move.node, "node");
        if (named.problem) return *named.problem;
        BlueprintNode moved = room.blueprint_nodes[named.id.index()];
        std::string const old_step = key_of(room.steps, moved.step);
        MoveNode const back{move.node, old_step, moved.lane, named.id.index()};
        if (!move.step.empty() && move.step != old_step) {
            auto const step = named_step(room, moved.journey, move.step);
            if (step.problem) return *step.problem;
            moved.step = step.id;
        }
        moved.lane = move.lane.value_or(moved.lane);
        std::size_t const place = move.place.value_or(named.id.index());
        if (place >= room.blueprint_nodes.size()) return place_problem();
        MoveNode const done{move.node, key_of(room.steps, moved.step), moved.lane, place};
        put(named.id.index(), place, std::move(moved));
        return AppliedEdit{done, back};
    }

    EditResult operator()(RetitleNode const& retitle) const {
        if (auto problem = title_problem(retitle.text)) return *problem;
        auto const named = named_node(room, retitle.node, "node");
        if (named.problem) return *named.problem;
        BlueprintNode& node = room.blueprint_nodes[named.id.index()];
        return AppliedEdit{retitle,
                           RetitleNode{retitle.node, std::exchange(node.text, retitle.text)}};
    }

    EditResult operator()(LinkNodes const& link) const {
        if (auto problem = link_problem(link)) return *problem;
        LinkNodes done = link;
        done.place = insert_link(link);
        return AppliedEdit{done, UnlinkNodes{done.from, done.to, done.kind, done.place}};
    }

    EditResult operator()(UnlinkNodes const& unlink) const {
        auto const from = named_node(room, unlink.from, "from");
        if (from.problem) return *from.problem;
        auto const to = named_node(room, unlink.to, "to");
        if (to.problem) return *to.problem;
        std::vector<FoundLink> found = links_between(room, from.id, to.id);
        std::erase_if(found, [&](FoundLink const& link) {
            return (unlink.kind && link.kind != *unlink.kind) ||
                   (unlink.place && link.place != *unlink.place);
        });
        if (found.empty()) {
            return EditProblem{"from", "there is no such link from " + quoted(unlink.from) +
                                           " to " + quoted(unlink.to)};
        }
        bool const one_kind = std::all_of(found.begin(), found.end(), [&](FoundLink const& link) {
            return link.kind == found.front().kind;
        });
        if (!one_kind) {
            return EditProblem{"from", "several links lead from " + quoted(unlink.from) + " to " +
                                           quoted(unlink.to) + "; say which kind"};
        }
        LinkNodes const back = placed_link(room, found.front().place);
        room.blueprint_links.erase(at(room.blueprint_links, found.front().place));
        return AppliedEdit{UnlinkNodes{back.from, back.to, back.kind, back.place}, back};
    }

    EditResult operator()(MarkFailPoint const& mark) const {
        auto const named = named_node(room, mark.node, "node");
        if (named.problem) return *named.problem;
        BlueprintNode& node = room.blueprint_nodes[named.id.index()];
        return AppliedEdit{mark, MarkFailPoint{mark.node, std::exchange(node.fail_point, mark.on)}};
    }

    EditResult operator()(SetWait const& wait) const {
        if (auto problem = wait_problem(wait.minutes, "minutes")) return *problem;
        auto const named = named_node(room, wait.node, "node");
        if (named.problem) return *named.problem;
        BlueprintNode& node = room.blueprint_nodes[named.id.index()];
        return AppliedEdit{wait,
                           SetWait{wait.node, std::exchange(node.wait_minutes, wait.minutes)}};
    }

    EditResult operator()(SetBaseline const& set) const {
        TouchpointId const touchpoint = find_touchpoint(room, set.touchpoint);
        if (!touchpoint) return unknown_key("touchpoint", "touchpoint", set.touchpoint);
        if (auto problem = baseline_problem(room, touchpoint, set)) return *problem;
        auto const held =
            std::find_if(room.baselines.begin(), room.baselines.end(),
                         [&](Baseline const& b) { return b.touchpoint == touchpoint; });
        bool const holds = held != room.baselines.end();
        SetBaseline done{set.touchpoint, std::nullopt, set.reason};
        SetBaseline const back{set.touchpoint, holds ? std::optional(held->from) : std::nullopt,
                               holds ? held->reason : std::string()};
        if (set.from) done.from = base::month_of(*set.from).first;
        if (!set.from) {
            room.baselines.erase(held);
        } else if (holds) {
            *held = {touchpoint, *done.from, set.reason};
        } else {
            auto const before = [](Baseline const& b, TouchpointId id) {
                return b.touchpoint.index() < id.index();
            };
            room.baselines.insert(
                std::lower_bound(room.baselines.begin(), room.baselines.end(), touchpoint, before),
                {touchpoint, *done.from, set.reason});
        }
        return AppliedEdit{std::move(done), back};
    }

private:
    static EditProblem place_problem() {
        return {"place", "the place lies behind the last row; leave it out to come last"};
    }

    // Fills the node, or says what is wrong with it.
    std::optional<EditProblem> read_node(AddNode const& add, BlueprintNode& node) const {
        if (auto problem = key_problem(add.node)) return problem;
        if (find_node(room, add.node)) {
            return EditProblem{"node", "there is a blueprint node " + quoted(add.node) +
                                           " already; choose another key"};
        }
        if (auto problem = title_problem(add.text)) return problem;
        if (auto problem = text_problem(add.team, "team")) return problem;
        if (auto problem = wait_problem(add.wait_minutes, "wait_minutes")) return problem;
        node.journey = find_journey(room, add.journey);
        if (!node.journey) return unknown_key("journey", "journey", add.journey);
        auto const step = named_step(room, node.journey, add.step);
        if (step.problem) return step.problem;
        node.touchpoint = find_by_key(room.touchpoints, add.touchpoint);
        if (!add.touchpoint.empty() && !node.touchpoint)
            return unknown_key("touchpoint", "touchpoint", add.touchpoint);
        node.component = find_by_key(room.components, add.component);
        if (!add.component.empty() && !node.component)
            return unknown_key("component", "component", add.component);
        if (add.place.value_or(0) > room.blueprint_nodes.size()) return place_problem();
        node.key = add.node;
        node.step = step.id;
        node.lane = add.lane;
        node.text = add.text;
        node.team = add.team;
        node.fail_point = add.fail_point;
        node.wait_minutes = add.wait_minutes;
        return std::nullopt;
    }

    // Links that come with a new node: one end is the node itself, the other is there.
    std::optional<EditProblem> link_problem(AddNode const& add) const {
        std::size_t links = room.blueprint_links.size();
        for (LinkNodes const& link : add.links) {
            bool const comes_from = link.from == add.node;
            if (comes_from == (link.to == add.node)) {
                return EditProblem{"links", "a link that comes with " + quoted(add.node) +
                                                " has it at one end, and only at one"};
            }
            auto const other = named_node(room, comes_from ? link.to : link.from, "links");
            if (other.problem) return other.problem;
            if (link.place.value_or(links) > links) return place_problem();
            ++links;
        }
        return std::nullopt;
    }

    std::optional<EditProblem> link_problem(LinkNodes const& link) const {
        auto const from = named_node(room, link.from, "from");
        if (from.problem) return from.problem;
        auto const to = named_node(room, link.to, "to");
        if (to.problem) return to.problem;
        if (from.id == to.id) {
            return EditProblem{"to", "a link from " + quoted(link.from) +
                                         " to itself; name the node that comes after it"};
        }
        if (link.place.value_or(0) > room.blueprint_links.size()) return place_problem();
        for (FoundLink const& found : links_between(room, from.id, to.id)) {
            // With a place it is one of two equal links of a pack that comes back.
            if (found.kind == link.kind && !link.place) {
                return EditProblem{"from", "there is such a link from " + quoted(link.from) +
                                               " to " + quoted(link.to) + " already"};
            }
        }
        return std::nullopt;
    }

    std::size_t insert_link(LinkNodes const& link) const {
        std::size_t const place = link.place.value_or(room.blueprint_links.size());
        BlueprintLink const made{find_node(room, link.from), find_node(room, link.to), link.kind};
        room.blueprint_links.insert(at(room.blueprint_links, place), made);
        return place;
    }

    // What would bring the node and its links back.
    AddNode described(BlueprintNodeId id) const {
        BlueprintNode const& node = room.blueprint_nodes[id.index()];
        AddNode add{.node = node.key,
                    .journey = key_of(room.journeys, node.journey),
                    .step = key_of(room.steps, node.step),
                    .lane = node.lane,
                    .text = node.text,
                    .touchpoint = key_of(room.touchpoints, node.touchpoint),
                    .team = node.team,
                    .component = key_of(room.components, node.component),
                    .fail_point = node.fail_point,
                    .wait_minutes = node.wait_minutes,
                    .place = id.index(),
                    .links = {}};
        for (std::size_t i = 0; i < room.blueprint_links.size(); ++i) {
            BlueprintLink const& link = room.blueprint_links[i];
            if (link.from == id || link.to == id) add.links.push_back(placed_link(room, i));
        }
        return add;
    }

    void put(std::size_t from, std::size_t to, BlueprintNode node) const {
        room.blueprint_nodes.erase(at(room.blueprint_nodes, from));
        room.blueprint_nodes.insert(at(room.blueprint_nodes, to), std::move(node));
        if (from == to) return;
        auto const follow = [&](BlueprintNodeId& id) {
            std::size_t const was = id.index();
            std::size_t const without = was > from ? was - 1 : was;
            std::size_t const now = without >= to ? without + 1 : without;
            id = BlueprintNodeId(was == from ? to : now);
        };
        for (BlueprintLink& link : room.blueprint_links) {
            follow(link.from);
            follow(link.to);
        }
    }
};

struct Names {
    std::string_view operator()(AddNode const&) const { return "add"; }
    std::string_view operator()(RemoveNode const&) const { return "remove"; }
    std::string_view operator()(MoveNode const&) const { return "move"; }
    std::string_view operator()(RetitleNode const&) const { return "retitle"; }
    std::string_view operator()(LinkNodes const&) const { return "link"; }
    std::string_view operator()(UnlinkNodes const&) const { return "unlink"; }
    std::string_view operator()(MarkFailPoint const&) const { return "fail-point"; }
    std::string_view operator()(SetWait const&) const { return "wait"; }
    std::string_view operator()(SetBaseline const&) const { return "baseline"; }
};

struct Nodes {
    std::string const& operator()(LinkNodes const& link) const { return link.from; }
    std::string const& operator()(UnlinkNodes const& link) const { return link.from; }
    std::string const& operator()(SetBaseline const& set) const { return set.touchpoint; }
    template <typename About>
    std::string const& operator()(About const& edit) const {
        return edit.node;
    }
};

}  // namespace

std::string_view name_of(Edit const& edit) {
    return std::visit(Names{}, edit);
}

std::string const& node_of(Edit const& edit) {
    return std::visit(Nodes{}, edit);
}

EditResult apply(Room& room, Edit const& edit) {
    return std::visit(Apply{room}, edit);
}

}  // namespace model
