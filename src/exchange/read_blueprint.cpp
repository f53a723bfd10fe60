// components.csv, blueprint_nodes.csv, blueprint_links.csv: what stands behind a journey.
#include "exchange/columns.hpp"
#include "exchange/pack_builder.hpp"

namespace exchange {
namespace {

void read_nodes(PackBuilder& pack) {
    enum : std::size_t {
        Key,
        Journey,
        Step,
        Lane,
        Text,
        Touchpoint,
        Team,
        ComponentKey,
        FailPoint,
        WaitMinutes
    };
    TableSpec const spec{"blueprint_nodes.csv", columns::blueprint_nodes, Presence::Optional,
                         index_entry_bytes};
    bool const complete = read_rows(pack, spec, pack.room.blueprint_nodes, [&](Table& row) {
        model::BlueprintNode node;
        node.key = row.key(Key);
        row.add_key(Key, pack.keys.nodes, pack.room.blueprint_nodes.size());
        node.journey = row.reference<model::Journey>(Journey, pack.keys.journeys);
        node.step = step_of(pack, row, Step, node.journey);
        node.lane = row.word(Lane, words::lanes, model::BlueprintLane::Backstage);
        node.text = row.text(Text);
        node.touchpoint = row.reference<model::Touchpoint>(Touchpoint, pack.keys.touchpoints);
        node.team = row.text(Team);
        node.component = row.reference<model::Component>(ComponentKey, pack.keys.components);
        node.fail_point = row.yes_no(FailPoint);
        node.wait_minutes = row.number(WaitMinutes, {0, 1e7});
        return node;
    });
    pack.keys.nodes.incomplete = !complete;
}

void read_links(PackBuilder& pack) {
    enum : std::size_t { From, To, Kind };
    TableSpec const spec{"blueprint_links.csv", columns::blueprint_links};
    read_rows(pack, spec, pack.room.blueprint_links, [&](Table& row) {
        model::BlueprintLink link;
        link.from = row.reference<model::BlueprintNode>(From, pack.keys.nodes);
        link.to = row.reference<model::BlueprintNode>(To, pack.keys.nodes);
        link.kind = row.word(Kind, words::link_kinds, model::LinkKind::None);
        if (link.from && link.from == link.to) {
            row.error(To, "a link from " + std::string(row.raw(From)) +
                              " to itself; name the node that comes after it");
        }
        return link;
    });
}

}  // namespace

void read_components(PackBuilder& pack) {
    enum : std::size_t { Key, Name, Kind, Owner };
    TableSpec const spec{"components.csv", columns::components, Presence::Optional,
                         index_entry_bytes};
    bool const complete = read_rows(pack, spec, pack.room.components, [&](Table& row) {
        model::Component component;
        component.key = row.key(Key);
        row.add_key(Key, pack.keys.components, pack.room.components.size());
        component.name = row.text(Name);
        component.kind = row.word(Kind, words::component_kinds, model::ComponentKind::System);
        component.owner = row.text(Owner);
        return component;
    });
    pack.keys.components.incomplete = !complete;
}

void read_blueprint(PackBuilder& pack) {
    read_nodes(pack);
    read_links(pack);
}

}  // namespace exchange
