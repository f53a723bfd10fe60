// journeys, stages, steps, touchpoints, placements and the blueprint as CSV.
#include <algorithm>
#include <span>

#include "exchange/columns.hpp"
#include "exchange/csv_writer.hpp"
#include "exchange/pack_contents.hpp"
#include "exchange/room_keys.hpp"

namespace exchange {
namespace {

std::string journeys_csv(model::Room const& room) {
    CsvWriter csv(columns::journeys);
    for (model::Journey const& journey : room.journeys) {
        csv.key(journey.key).integer(journey.level).text(journey.title);
        csv.key(key_at(room.journeys, journey.parent));
        csv.key(key_at(room.stages, journey.parent_stage)).text(journey.goal);
        if (journey.state_given) {
            csv.word(words::journey_states, journey.state);
        } else {
            csv.key("");
        }
        csv.end_row();
    }
    return csv.take();
}

std::string stages_csv(model::Room const& room) {
    CsvWriter csv(columns::stages);
    for (model::Stage const& stage : room.stages) {
        csv.key(key_at(room.journeys, stage.journey)).key(stage.key).number(stage.order);
        csv.text(stage.name).text(stage.inside_name).text(stage.goal).text(stage.leader);
        csv.end_row();
    }
    return csv.take();
}

std::string steps_csv(model::Room const& room) {
    CsvWriter csv(columns::steps);
    for (model::Step const& step : room.steps) {
        csv.key(key_at(room.journeys, step.journey)).key(key_at(room.stages, step.stage));
        csv.key(step.key).number(step.order).text(step.action).text(step.thought);
        csv.end_row();
    }
    return csv.take();
}

std::string touchpoints_csv(model::Room const& room) {
    // Consent is a column only where somebody recorded it.
    bool const consent = std::any_of(
        room.touchpoints.begin(), room.touchpoints.end(),
        [](model::Touchpoint const& touchpoint) { return touchpoint.media_consent.has_value(); });
    std::span<ColumnSpec const> const all(columns::touchpoints);
    CsvWriter csv(consent ? all : all.first(all.size() - 1));
    for (model::Touchpoint const& touchpoint : room.touchpoints) {
        csv.key(touchpoint.key).text(touchpoint.title).list(touchpoint.channels);
        csv.text(touchpoint.department).yes_no(touchpoint.moment_of_truth);
        csv.word(words::touchpoint_classes, touchpoint.touchpoint_class);
        csv.word(words::kano_classes, touchpoint.kano);
        csv.text(touchpoint.why).text(touchpoint.description).list(touchpoint.media);
        if (consent) csv.yes_no(touchpoint.media_consent);
        csv.end_row();
    }
    return csv.take();
}

std::string placements_csv(model::Room const& room) {
    CsvWriter csv(columns::placements);
    for (model::Placement const& placement : room.placements) {
        csv.key(key_at(room.touchpoints, placement.touchpoint));
        csv.key(key_at(room.journeys, placement.journey));
        csv.key(key_at(room.stages, placement.stage)).number(placement.order);
        csv.key(key_at(room.steps, placement.step)).yes_no(placement.core_given);
        csv.end_row();
    }
    return csv.take();
}

std::string nodes_csv(model::Room const& room) {
    CsvWriter csv(columns::blueprint_nodes);
    for (model::BlueprintNode const& node : room.blueprint_nodes) {
        csv.key(node.key).key(key_at(room.journeys, node.journey));
        csv.key(key_at(room.steps, node.step)).word(words::lanes, node.lane).text(node.text);
        csv.key(key_at(room.touchpoints, node.touchpoint)).text(node.team);
        csv.key(key_at(room.components, node.component)).yes_no(node.fail_point);
        csv.number(node.wait_minutes);
        csv.end_row();
    }
    return csv.take();
}

std::string links_csv(model::Room const& room) {
    CsvWriter csv(columns::blueprint_links);
    for (model::BlueprintLink const& link : room.blueprint_links) {
        csv.key(key_at(room.blueprint_nodes, link.from)).key(key_at(room.blueprint_nodes, link.to));
        csv.word(words::link_kinds, link.kind);
        csv.end_row();
    }
    return csv.take();
}

std::string components_csv(model::Room const& room) {
    CsvWriter csv(columns::components);
    for (model::Component const& component : room.components) {
        csv.key(component.key).text(component.name);
        csv.word(words::component_kinds, component.kind).text(component.owner);
        csv.end_row();
    }
    return csv.take();
}

}  // namespace

void add_map_files(PackContents& files, model::Room const& room) {
    files["journeys.csv"] = journeys_csv(room);
    files["stages.csv"] = stages_csv(room);
    files["touchpoints.csv"] = touchpoints_csv(room);
    files["placements.csv"] = placements_csv(room);
    if (!room.steps.empty()) files["steps.csv"] = steps_csv(room);
}

void add_blueprint_files(PackContents& files, model::Room const& room) {
    if (!room.blueprint_nodes.empty()) files["blueprint_nodes.csv"] = nodes_csv(room);
    if (!room.blueprint_links.empty()) files["blueprint_links.csv"] = links_csv(room);
    if (!room.components.empty()) files["components.csv"] = components_csv(room);
}

}  // namespace exchange
