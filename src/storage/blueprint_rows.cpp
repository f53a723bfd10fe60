#include "storage/blueprint_rows.hpp"

#include "storage/blueprint_words.hpp"
#include "storage/room_tables.hpp"

namespace storage {
namespace {

using namespace model;

constexpr auto insert_node =
    "INSERT INTO blueprint_nodes (position, key, journey, step, lane, text, touchpoint, team,"
    " component, fail_point, wait_minutes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto update_node =
    "UPDATE blueprint_nodes SET position = ?, step = ?, lane = ?, text = ?, fail_point = ?,"
    " wait_minutes = ? WHERE position = ?";
constexpr auto delete_node = "DELETE FROM blueprint_nodes WHERE position = ?";
constexpr auto move_from = "UPDATE blueprint_links SET from_node = ? WHERE from_node = ?";
constexpr auto move_to = "UPDATE blueprint_links SET to_node = ? WHERE to_node = ?";
constexpr auto insert_link =
    "INSERT INTO blueprint_links (position, from_node, to_node, kind) VALUES (?, ?, ?, ?)";
constexpr auto delete_link = "DELETE FROM blueprint_links WHERE position = ?";
constexpr auto delete_baseline = "DELETE FROM baselines WHERE touchpoint = ?";

using Positions = std::vector<std::int64_t>;

std::int64_t taken_out(Positions& positions, std::size_t place) {
    std::int64_t const position = positions.at(place);
    positions.erase(positions.begin() + static_cast<std::ptrdiff_t>(place));
    return position;
}

// A position between its neighbours; nothing when they leave no room.
std::optional<std::int64_t> put_in(Positions& positions, std::size_t place) {
    std::int64_t position = 0;
    if (place == positions.size()) {
        position = positions.empty() ? 0 : positions.back() + blueprint_gap;
    } else if (place == 0) {
        position = positions.front() - blueprint_gap;
    } else {
        std::int64_t const before = positions[place - 1];
        position = before + (positions[place] - before) / 2;
        if (position == before) return std::nullopt;
    }
    positions.insert(positions.begin() + static_cast<std::ptrdiff_t>(place), position);
    return position;
}

Positions fresh_positions(std::size_t count) {
    Positions positions(count);
    for (std::size_t i = 0; i < count; ++i)
        positions[i] = blueprint_position(i);
    return positions;
}

}  // namespace

// One overload an edit; false when the rows leave no room between them.
struct BlueprintRows::Writer {
    BlueprintRows& rows;
    Room const& room;
    Edit const& inverse;
    BlueprintPositions& positions;

    bool operator()(AddNode const& add) const {
        auto const position = put_in(positions.nodes, *add.place);
        if (!position) return false;
        BlueprintNode const& n = room.blueprint_nodes[*add.place];
        rows.m_insert_node.run(*position, n.key, position_of(n.journey), position_of(n.step),
                               lane_words.of(n.lane), n.text, position_of(n.touchpoint), n.team,
                               position_of(n.component), n.fail_point, n.wait_minutes);
        for (LinkNodes const& link : add.links) {
            if (!(*this)(link)) return false;
        }
        return true;
    }

    bool operator()(RemoveNode const&) const {
        auto const& removed = std::get<AddNode>(inverse);
        for (auto link = removed.links.rbegin(); link != removed.links.rend(); ++link)
            rows.m_delete_link.run(taken_out(positions.links, *link->place));
        rows.m_delete_node.run(taken_out(positions.nodes, *removed.place));
        return true;
    }

    bool operator()(MoveNode const& move) const {
        std::size_t const place = *std::get<MoveNode>(inverse).place;
        if (place == *move.place) return update(move.node);
        std::int64_t const old = taken_out(positions.nodes, place);
        auto const fresh = put_in(positions.nodes, *move.place);
        if (!fresh) return false;
        // Its links point nowhere until both statements have run.
        rows.m_database.execute("PRAGMA defer_foreign_keys = ON");
        update_row(room.blueprint_nodes[*move.place], old, *fresh);
        rows.m_move_from.run(*fresh, old);
        rows.m_move_to.run(*fresh, old);
        return true;
    }

    bool operator()(RetitleNode const& retitle) const { return update(retitle.node); }
    bool operator()(MarkFailPoint const& mark) const { return update(mark.node); }
    bool operator()(SetWait const& wait) const { return update(wait.node); }

    bool operator()(LinkNodes const& link) const {
        auto const position = put_in(positions.links, *link.place);
        if (!position) return false;
        rows.m_insert_link.run(*position, position_of_node(link.from), position_of_node(link.to),
                               link_kind_words.of(link.kind));
        return true;
    }

    bool operator()(UnlinkNodes const& unlink) const {
        rows.m_delete_link.run(taken_out(positions.links, *unlink.place));
        return true;
    }

    bool operator()(SetBaseline const& set) const {
        auto const touchpoint = position_of(find_touchpoint(room, set.touchpoint));
        if (set.from) {
            rows.m_put_baseline.run(touchpoint, set.from->days, set.reason);
        } else {
            rows.m_delete_baseline.run(touchpoint);
        }
        return true;
    }

private:
    std::int64_t position_of_node(std::string const& key) const {
        return positions.nodes.at(find_node(room, key).index());
    }
    bool update(std::string const& key) const {
        BlueprintNodeId const id = find_node(room, key);
        std::int64_t const position = positions.nodes.at(id.index());
        update_row(room.blueprint_nodes[id.index()], position, position);
        return true;
    }
    void update_row(BlueprintNode const& n, std::int64_t old, std::int64_t fresh) const {
        rows.m_update_node.run(fresh, position_of(n.step), lane_words.of(n.lane), n.text,
                               n.fail_point, n.wait_minutes, old);
    }
};

BlueprintRows::BlueprintRows(Database& database)
    : m_database(database),
      m_insert_node(database, insert_node),
      m_update_node(database, update_node),
      m_delete_node(database, delete_node),
      m_move_from(database, move_from),
      m_move_to(database, move_to),
      m_insert_link(database, insert_link),
      m_delete_link(database, delete_link),
      m_put_baseline(database, insert_baseline),
      m_delete_baseline(database, delete_baseline) {}

void BlueprintRows::write(Room const& room, AppliedEdit const& applied,
                          BlueprintPositions& positions) {
    if (std::visit(Writer{*this, room, applied.inverse, positions}, applied.done)) return;
    m_database.execute("DELETE FROM blueprint_links");
    m_database.execute("DELETE FROM blueprint_nodes");
    save_blueprint_rows(m_database, room);
    positions = {fresh_positions(room.blueprint_nodes.size()),
                 fresh_positions(room.blueprint_links.size())};
}

}  // namespace storage
