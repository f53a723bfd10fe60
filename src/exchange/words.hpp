// The words of a pack's closed lists and the values they stand for, for reading and writing alike.
// Must not know files. Used by the pack readers and writers.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "model/room.hpp"

namespace exchange {

template <typename Value>
struct Word {
    std::string_view text;
    Value value;
};

// "current, future"
template <typename Value>
std::string listed(std::span<Word<Value> const> words) {
    std::string text;
    for (Word<Value> const& word : words) {
        text += (text.empty() ? "" : ", ") + std::string(word.text);
    }
    return text;
}

// The word of a value; empty for a value without one (None).
template <typename Value>
std::string_view word_of(std::span<Word<Value> const> words, Value value) {
    for (Word<Value> const& word : words) {
        if (word.value == value) return word.text;
    }
    return {};
}

namespace words {

inline constexpr std::array<Word<model::JourneyState>, 2> journey_states = {
    {{"current", model::JourneyState::Current}, {"future", model::JourneyState::Future}}};

inline constexpr std::array<Word<model::TouchpointClass>, 4> touchpoint_classes = {
    {{"at-risk", model::TouchpointClass::AtRisk},
     {"need", model::TouchpointClass::Need},
     {"bond", model::TouchpointClass::Bond},
     {"growth", model::TouchpointClass::Growth}}};

inline constexpr std::array<Word<model::Kano>, 6> kano_classes = {
    {{"M", model::Kano::MustBe},
     {"O", model::Kano::OneDimensional},
     {"A", model::Kano::Attractive},
     {"I", model::Kano::Indifferent},
     {"R", model::Kano::Reverse},
     {"Q", model::Kano::Questionable}}};

inline constexpr std::array<Word<model::EffortMeasure>, 5> effort_measures = {
    {{"contacts", model::EffortMeasure::Contacts},
     {"repeats", model::EffortMeasure::Repeats},
     {"channel-switches", model::EffortMeasure::ChannelSwitches},
     {"asked-again", model::EffortMeasure::TimesAskedAgain},
     {"minutes", model::EffortMeasure::Minutes}}};

inline constexpr std::array<Word<model::PromiseKind>, 4> promise_kinds = {
    {{"time", model::PromiseKind::Time},
     {"right", model::PromiseKind::Right},
     {"complete", model::PromiseKind::Complete},
     {"kind", model::PromiseKind::Kind}}};

inline constexpr std::array<Word<model::Subject>, 3> subjects = {
    {{"own", model::Subject::Own},
     {"rival", model::Subject::Rival},
     {"expected", model::Subject::Expected}}};

// Room guesses keep the word itself.
inline constexpr std::array<Word<int>, 3> guess_levels = {
    {{"leader", 0}, {"manager", 1}, {"front-line", 2}}};

inline constexpr std::array<Word<model::BlueprintLane>, 8> lanes = {
    {{"evidence", model::BlueprintLane::Evidence},
     {"customer", model::BlueprintLane::Customer},
     {"frontstage", model::BlueprintLane::Frontstage},
     {"technology", model::BlueprintLane::Technology},
     {"backstage", model::BlueprintLane::Backstage},
     {"support", model::BlueprintLane::Support},
     {"policy", model::BlueprintLane::Policy},
     {"employee", model::BlueprintLane::Employee}}};

inline constexpr std::array<Word<model::LinkKind>, 4> link_kinds = {
    {{"triggers", model::LinkKind::Triggers},
     {"needs", model::LinkKind::Needs},
     {"waits", model::LinkKind::Waits},
     {"fails-into", model::LinkKind::FailsInto}}};

inline constexpr std::array<Word<model::ComponentKind>, 4> component_kinds = {
    {{"people", model::ComponentKind::People},
     {"process", model::ComponentKind::Process},
     {"system", model::ComponentKind::System},
     {"tool", model::ComponentKind::Tool}}};

inline constexpr std::array<Word<model::Horizon>, 3> horizons = {{{"short", model::Horizon::Short},
                                                                  {"mid", model::Horizon::Mid},
                                                                  {"long", model::Horizon::Long}}};

inline constexpr std::array<Word<model::InitiativeClass>, 3> initiative_classes = {
    {{"strategic", model::InitiativeClass::Strategic},
     {"tactical", model::InitiativeClass::Tactical},
     {"quick-win", model::InitiativeClass::QuickWin}}};

inline constexpr std::array<Word<model::TourKind>, 4> tour_kinds = {
    {{"walk", model::TourKind::Walk},
     {"review", model::TourKind::Review},
     {"onboarding", model::TourKind::Onboarding},
     {"attract", model::TourKind::Attract}}};

// What a tour's stop and a replayed command may name. "none" lays nothing over the map.
inline constexpr std::array<std::string_view, 8> overlays = {
    "none",           "reliability", "differentiation", "emotion",
    "perception-gap", "volume",      "importance",      "effort"};

// Colours that a room's theme may replace.
inline constexpr std::array<std::string_view, 14> theme_roles = {
    "ground",          "card", "ink",         "second_ink",   "line",
    "quiet_line",      "kept", "on_the_line", "broken",       "remembered_text",
    "remembered_fill", "lead", "lag",         "panel_pressed"};

// What the wall calls the customers it counts ("homes"); stands beside the colours.
inline constexpr std::string_view theme_customers = "customers";

}  // namespace words
}  // namespace exchange
