// The customer's side of a Customer Room: journeys on three levels, their stages and steps,
// touchpoints and where they are placed, personas and what they feel. Plain structs; keys are the
// pack's, ids are positions. Must not know figures, files or pictures.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"

namespace model {

struct Journey;
struct Stage;
struct Step;
struct Touchpoint;
struct Placement;
struct Persona;
struct Source;

using JourneyId = base::Id<Journey>;
using StageId = base::Id<Stage>;
using StepId = base::Id<Step>;
using TouchpointId = base::Id<Touchpoint>;
using PlacementId = base::Id<Placement>;
using PersonaId = base::Id<Persona>;
using SourceId = base::Id<Source>;

enum class JourneyState { Current, Future };

// Level 0 is the life cycle (exactly one), 1 a stage journey, 2 a micro journey.
struct Journey {
    std::string key;
    int level = 0;
    std::string title;
    JourneyId parent;      // none: level 0, or a journey without a parent stage
    StageId parent_stage;  // the stage (of `parent`) under which it stands
    std::string goal;
    JourneyState state = JourneyState::Current;
    bool state_given = false;  // the cell was filled: export writes it back only then
    friend bool operator==(Journey const&, Journey const&) = default;
};

struct Stage {
    JourneyId journey;
    std::string key;
    double order = 0;
    std::string name;  // the customer's words
    std::string inside_name;
    std::string goal;
    std::string leader;  // empty: a vacant seat
    friend bool operator==(Stage const&, Stage const&) = default;
};

struct Step {
    JourneyId journey;
    StageId stage;
    std::string key;
    double order = 0;
    std::string action;  // what the customer does
    std::string thought;
    friend bool operator==(Step const&, Step const&) = default;
};

// Bliss's four classes of critical contacts.
enum class TouchpointClass { None, AtRisk, Need, Bond, Growth };
// Kano classes: must-be, one-dimensional, attractive, indifferent, reverse, questionable.
enum class Kano { None, MustBe, OneDimensional, Attractive, Indifferent, Reverse, Questionable };

// A contact at a channel, in a moment. `channels` may be empty ("channel not given"); the first is
// its lane.
struct Touchpoint {
    std::string key;
    std::string title;
    std::vector<std::string> channels;
    std::string department;
    std::optional<bool> moment_of_truth;
    TouchpointClass touchpoint_class = TouchpointClass::None;
    Kano kano = Kano::None;
    std::string why;
    std::string description;
    std::vector<std::string> media;  // file names inside the pack's media folder
    // Whoever is seen in them, or owns them, agreed to their being shown.
    std::optional<bool> media_consent{};
    friend bool operator==(Touchpoint const&, Touchpoint const&) = default;
};

// A touchpoint shown in a stage of a journey. Core placements are counted in yields.
struct Placement {
    TouchpointId touchpoint;
    JourneyId journey;
    StageId stage;
    double order = 0;
    StepId step;
    std::optional<bool> core_given;  // empty cell = yes
    bool core() const { return core_given.value_or(true); }
    friend bool operator==(Placement const&, Placement const&) = default;
};

struct Persona {
    std::string key;
    std::string name;
    std::optional<double> age;
    std::string summary;
    std::vector<std::string> needs_rational;
    std::vector<std::string> needs_emotional;
    std::optional<double> segment_share;  // 0..1
    std::string portrait;                 // file name inside the media folder
    friend bool operator==(Persona const&, Persona const&) = default;
};

// The share (0..1) of customers on a path who meet the touchpoint. The most specific row holds:
// persona and journey, persona, journey, neither, else 1.
struct Exposure {
    TouchpointId touchpoint;
    double share = 1;
    PersonaId persona;
    JourneyId journey;
    friend bool operator==(Exposure const&, Exposure const&) = default;
};

// How a touchpoint feels, -2..+2; `assumed` marks a workshop's guess (drawn dashed).
struct Emotion {
    TouchpointId touchpoint;
    double value = 0;
    PersonaId persona;
    std::optional<std::int64_t> n;
    std::optional<bool> assumed_given;
    std::optional<double> scale_min;  // the scale that was asked
    std::optional<double> scale_max;
    bool assumed() const { return assumed_given.value_or(false); }
    friend bool operator==(Emotion const&, Emotion const&) = default;
};

struct Verbatim {
    TouchpointId touchpoint;
    std::string text;
    std::optional<base::Date> date;
    PersonaId persona;
    std::string channel;
    std::optional<double> sentiment;  // -2..2
    std::vector<std::string> adjectives;
    std::string source;  // free text
    std::optional<bool> invented;
    std::optional<bool> consent{};  // of who said it, to its being shown
    friend bool operator==(Verbatim const&, Verbatim const&) = default;
};

}  // namespace model
