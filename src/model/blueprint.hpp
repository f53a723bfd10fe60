// The service blueprint under a journey: nodes in lanes, links in causal order, and the components
// that hold them up. Must not know routes or pictures.
#pragma once

#include <optional>
#include <string>

#include "model/journey.hpp"

namespace model {

enum class BlueprintLane {
    Evidence,
    Customer,
    Frontstage,
    Technology,
    Backstage,
    Support,
    Policy,
    Employee
};

struct Component;
using ComponentId = base::Id<Component>;
struct BlueprintNode;
using BlueprintNodeId = base::Id<BlueprintNode>;

enum class ComponentKind { People, Process, System, Tool };

struct Component {
    std::string key;
    std::string name;
    ComponentKind kind = ComponentKind::System;
    std::string owner;
    friend bool operator==(Component const&, Component const&) = default;
};

struct BlueprintNode {
    std::string key;
    JourneyId journey;
    StepId step;
    BlueprintLane lane = BlueprintLane::Backstage;
    std::string text;
    TouchpointId touchpoint;
    std::string team;
    ComponentId component;
    std::optional<bool> fail_point;
    std::optional<double> wait_minutes;
    friend bool operator==(BlueprintNode const&, BlueprintNode const&) = default;
};

enum class LinkKind { None, Triggers, Needs, Waits, FailsInto };

// `from` comes before `to` in cause.
struct BlueprintLink {
    BlueprintNodeId from;
    BlueprintNodeId to;
    LinkKind kind = LinkKind::None;
    friend bool operator==(BlueprintLink const&, BlueprintLink const&) = default;
};

}  // namespace model
