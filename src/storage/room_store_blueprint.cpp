// The service blueprint: components, nodes and links.
#include <algorithm>

#include "storage/blueprint_rows.hpp"
#include "storage/blueprint_words.hpp"
#include "storage/room_tables.hpp"

namespace storage {
namespace {

using namespace model;

Words<ComponentKind> const component_kinds{{"people", "process", "system", "tool"}};
constexpr auto insert_component =
    "INSERT INTO components (position, key, name, kind, owner) VALUES (?, ?, ?, ?, ?)";
constexpr auto select_components =
    "SELECT position, key, name, kind, owner FROM components ORDER BY position";
constexpr auto insert_node =
    "INSERT INTO blueprint_nodes (position, key, journey, step, lane, text, touchpoint, team,"
    " component, fail_point, wait_minutes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto select_nodes =
    "SELECT position, key, journey, step, lane, text, touchpoint, team, component, fail_point,"
    " wait_minutes FROM blueprint_nodes ORDER BY position";
constexpr auto insert_link =
    "INSERT INTO blueprint_links (position, from_node, to_node, kind) VALUES (?, ?, ?, ?)";
constexpr auto select_links =
    "SELECT position, from_node, to_node, kind FROM blueprint_links ORDER BY position";
constexpr auto select_node_positions = "SELECT position FROM blueprint_nodes ORDER BY position";
constexpr auto select_link_positions = "SELECT position FROM blueprint_links ORDER BY position";

std::vector<std::int64_t> load_positions(Database& database, std::string_view sql) {
    std::vector<std::int64_t> positions;
    Statement(database, sql).each([&](Row const& row) { positions.push_back(row.integer(0)); });
    return positions;
}

// As load_rows(), but positions only order the rows.
template <typename Thing, typename Make>
std::vector<Thing> load_ordered(Database& database, std::string_view sql, Make make) {
    std::vector<Thing> things;
    Statement(database, sql).each([&](Row const& row) {
        Columns columns(row);
        columns.integer();
        things.push_back(make(columns));
    });
    return things;
}

BlueprintNodeId node_at(std::vector<std::int64_t> const& positions, std::int64_t position) {
    auto const place = std::lower_bound(positions.begin(), positions.end(), position);
    if (place == positions.end() || *place != position) {
        throw DamagedContent("a link of the blueprint refers to no node");
    }
    return BlueprintNodeId(static_cast<std::size_t>(place - positions.begin()));
}

}  // namespace

void save_blueprint(Database& database, Room const& room) {
    save_rows(database, insert_component, room.components,
              [](Statement& insert, auto i, Component const& c) {
                  insert.run(i, c.key, c.name, component_kinds.of(c.kind), c.owner);
              });
    save_blueprint_rows(database, room);
}

void save_blueprint_rows(Database& database, Room const& room) {
    save_rows(database, insert_node, room.blueprint_nodes,
              [](Statement& insert, auto i, BlueprintNode const& n) {
                  insert.run(blueprint_position(i), n.key, position_of(n.journey),
                             position_of(n.step), lane_words.of(n.lane), n.text,
                             position_of(n.touchpoint), n.team, position_of(n.component),
                             n.fail_point, n.wait_minutes);
              });
    save_rows(database, insert_link, room.blueprint_links,
              [](Statement& insert, auto i, BlueprintLink const& l) {
                  insert.run(blueprint_position(i), blueprint_position(l.from.index()),
                             blueprint_position(l.to.index()), link_kind_words.of(l.kind));
              });
}

BlueprintPositions load_blueprint_positions(Database& database) {
    return {load_positions(database, select_node_positions),
            load_positions(database, select_link_positions)};
}

std::vector<Component> load_components(Database& database) {
    return load_rows<Component>(database, select_components, [](Columns& in) {
        return Component{.key = in.text(),
                         .name = in.text(),
                         .kind = in.word(component_kinds),
                         .owner = in.text()};
    });
}

std::vector<BlueprintNode> load_blueprint_nodes(Database& database) {
    return load_ordered<BlueprintNode>(database, select_nodes, [](Columns& in) {
        return BlueprintNode{.key = in.text(),
                             .journey = in.id<Journey>(),
                             .step = in.id<Step>(),
                             .lane = in.word(lane_words),
                             .text = in.text(),
                             .touchpoint = in.id<Touchpoint>(),
                             .team = in.text(),
                             .component = in.id<Component>(),
                             .fail_point = in.optional_flag(),
                             .wait_minutes = in.optional_real()};
    });
}

std::vector<BlueprintLink> load_blueprint_links(Database& database) {
    auto const nodes = load_positions(database, select_node_positions);
    return load_ordered<BlueprintLink>(database, select_links, [&](Columns& in) {
        return BlueprintLink{.from = node_at(nodes, in.integer()),
                             .to = node_at(nodes, in.integer()),
                             .kind = in.word(link_kind_words)};
    });
}

}  // namespace storage
