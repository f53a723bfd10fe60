// The service blueprint: components, nodes and links.
#include "storage/columns.hpp"
#include "storage/room_tables.hpp"

namespace storage {
namespace {

using namespace model;

Words<ComponentKind> const component_kinds{{"people", "process", "system", "tool"}};
Words<BlueprintLane> const lanes{{"evidence", "customer", "frontstage", "technology", "backstage",
                                  "support", "policy", "employee"}};
Words<LinkKind> const link_kinds{{"", "triggers", "needs", "waits", "fails-into"}};

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

}  // namespace

void save_blueprint(Database& database, Room const& room) {
    save_rows(database, insert_component, room.components,
              [](Statement& insert, auto i, Component const& c) {
                  insert.run(i, c.key, c.name, component_kinds.of(c.kind), c.owner);
              });
    save_rows(database, insert_node, room.blueprint_nodes,
              [](Statement& insert, auto i, BlueprintNode const& n) {
                  insert.run(i, n.key, position_of(n.journey), position_of(n.step),
                             lanes.of(n.lane), n.text, position_of(n.touchpoint), n.team,
                             position_of(n.component), n.fail_point, n.wait_minutes);
              });
    save_rows(database, insert_link, room.blueprint_links,
              [](Statement& insert, auto i, BlueprintLink const& l) {
                  insert.run(i, position_of(l.from), position_of(l.to), link_kinds.of(l.kind));
              });
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
    return load_rows<BlueprintNode>(database, select_nodes, [](Columns& in) {
        return BlueprintNode{.key = in.text(),
                             .journey = in.id<Journey>(),
                             .step = in.id<Step>(),
                             .lane = in.word(lanes),
                             .text = in.text(),
                             .touchpoint = in.id<Touchpoint>(),
                             .team = in.text(),
                             .component = in.id<Component>(),
                             .fail_point = in.optional_flag(),
                             .wait_minutes = in.optional_real()};
    });
}

std::vector<BlueprintLink> load_blueprint_links(Database& database) {
    return load_rows<BlueprintLink>(database, select_links, [](Columns& in) {
        return BlueprintLink{.from = in.id<BlueprintNode>(),
                             .to = in.id<BlueprintNode>(),
                             .kind = in.word(link_kinds)};
    });
}

}  // namespace storage
