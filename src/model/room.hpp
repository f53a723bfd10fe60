// The loaded whole: everything a pack holds, in file order, with look-up by key.
// Must not know SQLite, CSV or pixels. Filled by exchange and storage, read by everyone above.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/blueprint.hpp"
#include "model/journey.hpp"
#include "model/programme.hpp"
#include "model/session.hpp"

namespace model {

struct NorthStar {
    std::string statement;
    std::vector<std::string> rational;
    std::vector<std::string> emotional;
    friend bool operator==(NorthStar const&, NorthStar const&) = default;
};

// room.json
struct RoomInfo {
    std::string key;
    std::string title;
    std::string company;
    std::string language;
    std::string currency;
    std::optional<base::Period> default_period;
    std::optional<NorthStar> north_star;
    std::vector<std::string> adjectives;
    std::vector<std::string> principles;
    std::vector<std::string> commitments;
    std::vector<std::pair<std::string, std::string>> theme;  // role name -> "#RRGGBB" or other text
    friend bool operator==(RoomInfo const&, RoomInfo const&) = default;
};

// A picture of the pack's media folder, as the file was (decoded only when shown).
struct MediaFile {
    std::string name;
    std::vector<std::uint8_t> bytes;
    friend bool operator==(MediaFile const&, MediaFile const&) = default;
};

struct Room {
    RoomInfo info;
    std::vector<Journey> journeys;
    std::vector<Stage> stages;
    std::vector<Step> steps;
    std::vector<Touchpoint> touchpoints;
    std::vector<Placement> placements;
    std::vector<Persona> personas;
    std::vector<Exposure> exposures;
    std::vector<Promise> promises;
    std::vector<Source> sources;
    std::vector<std::string> regions;               // names used by observations
    std::vector<std::string> observation_channels;  // names used by observations
    std::vector<Observation> observations;
    std::vector<Score> scores;
    std::vector<Guess> guesses;
    std::vector<Importance> importance;
    std::vector<AnswerCount> answers;
    std::vector<CaseOutcome> case_outcomes;
    std::vector<Baseline> baselines;
    std::vector<Effort> efforts;
    std::vector<Emotion> emotions;
    std::vector<Verbatim> verbatims;
    std::vector<Component> components;
    std::vector<BlueprintNode> blueprint_nodes;
    std::vector<BlueprintLink> blueprint_links;
    std::vector<AssetPeriod> asset_periods;
    std::vector<LossReason> loss_reasons;
    std::vector<Initiative> initiatives;
    std::vector<Tour> tours;       // ordered by key
    std::vector<MediaFile> media;  // ordered by name
    friend bool operator==(Room const&, Room const&) = default;

    Journey const& at(JourneyId id) const { return journeys[id.index()]; }
    Stage const& at(StageId id) const { return stages[id.index()]; }
    Step const& at(StepId id) const { return steps[id.index()]; }
    Touchpoint const& at(TouchpointId id) const { return touchpoints[id.index()]; }
    Placement const& at(PlacementId id) const { return placements[id.index()]; }
    Persona const& at(PersonaId id) const { return personas[id.index()]; }
    Source const& at(SourceId id) const { return sources[id.index()]; }
};

// Linear look-ups for the few places that hold a key (command line, tours); an invalid id when
// there is none.
JourneyId find_journey(Room const& room, std::string_view key);
// Stage keys are unique in the pack.
StageId find_stage(Room const& room, std::string_view key);
TouchpointId find_touchpoint(Room const& room, std::string_view key);
PersonaId find_persona(Room const& room, std::string_view key);
// The level 0 journey (a valid room has exactly one).
JourneyId life_cycle(Room const& room);

// Stages of a journey by `order`, then file order.
std::vector<StageId> stages_of(Room const& room, JourneyId journey);
// Placements in a stage by `order`, then file order.
std::vector<PlacementId> placements_of(Room const& room, StageId stage);
// Steps of a stage by `order`, then file order.
std::vector<StepId> steps_of(Room const& room, StageId stage);
// Child journeys under a stage in file order.
std::vector<JourneyId> children_of(Room const& room, StageId stage);
// The promise of a touchpoint, or null. The pointer lives as long as the room is unchanged.
Promise const* promise_of(Room const& room, TouchpointId touchpoint);

// The level that the staff accepted for a touchpoint, or null; as long-lived as promise_of()'s.
Baseline const* baseline_of(Room const& room, TouchpointId touchpoint);

// The period shown when none is asked: default_period, else the latest period with observations
// (ends last, then starts last), else nothing.
std::optional<base::Period> default_period(Room const& room);
// The day after the last observation period: "now" where no clock may be asked.
std::optional<base::Date> day_after_last_observation(Room const& room);

}  // namespace model
