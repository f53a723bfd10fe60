// The company's side: promises, what was observed, what was asked, what it weighs, the customer
// asset, and what is being done. Must not know how a figure is computed (metrics) or shown (scene).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "model/journey.hpp"

namespace model {

enum class PromiseKind { None, Time, Right, Complete, Kind };

// At most one a touchpoint.
struct Promise {
    TouchpointId touchpoint;
    std::string wording;
    double target_percent = 100;  // 0..100
    PromiseKind kind = PromiseKind::None;
    std::optional<double> materiality_pp;  // points; empty = 1.0
    std::optional<int> severity;           // 1..3
    friend bool operator==(Promise const&, Promise const&) = default;
};

struct Source {
    std::string key;
    std::string name;
    std::string owner;
    std::string method;
    std::optional<int> cadence_days;
    std::optional<base::Date> last_loaded;
    friend bool operator==(Source const&, Source const&) = default;
};

// Position in Room::regions or Room::observation_channels; none = the row is not split by it.
struct RegionName;
struct ChannelName;
using RegionId = base::Id<RegionName>;
using ChannelId = base::Id<ChannelName>;

// k of n promises in a period. A row without persona, region and channel is a total; a split is
// never added to one.
struct Observation {
    TouchpointId touchpoint;
    base::Period period;
    std::int64_t kept = 0;
    std::int64_t due = 0;
    std::int64_t unknown = -1;  // -1: not given
    PersonaId persona;
    RegionId region;
    ChannelId channel;
    SourceId source;
    bool total() const { return !persona && !region && !channel; }
    friend bool operator==(Observation const&, Observation const&) = default;
};

// By touchpoint, persona, region, channel, then by period; rows without a split come first. The
// order in which rows from outside meet those of a store.
bool before_by_split(Observation const& a, Observation const& b);
bool same_split(Observation const& a, Observation const& b);

enum class Subject { Own, Rival, Expected };

struct Score {
    TouchpointId touchpoint;
    Subject subject = Subject::Own;
    double score = 0;  // 0..10
    std::optional<double> sd;
    std::optional<std::int64_t> n;
    std::string rival;
    std::optional<base::Period> period;
    SourceId source;
    friend bool operator==(Score const&, Score const&) = default;
};

struct Guess {
    std::string question;
    std::string level;  // leader, manager, front-line
    base::Period period;
    double value = 0;
    JourneyId journey;
    friend bool operator==(Guess const&, Guess const&) = default;
};

struct Importance {
    TouchpointId touchpoint;
    double weight_percent = 0;
    std::string method;
    std::optional<std::int64_t> n;
    friend bool operator==(Importance const&, Importance const&) = default;
};

// How a question of a survey was answered, before it became a score: a mean hides whether people
// agree.
struct AnswerCount {
    TouchpointId touchpoint;  // none: the question about the whole
    std::optional<base::Period> period;
    double value = 0;  // as it was asked
    std::int64_t count = 0;
    std::optional<double> scale_min, scale_max;
    friend bool operator==(AnswerCount const&, AnswerCount const&) = default;
};

// Cases of an event log that ended in a period: how many of them met no broken promise.
struct CaseOutcome {
    JourneyId journey;
    base::Period period;
    std::int64_t clean = 0;
    std::int64_t finished = 0;
    friend bool operator==(CaseOutcome const&, CaseOutcome const&) = default;
};

// From a month on, a touchpoint's promise is watched against the level of the months that follow:
// the staff accepted it, and why. At most one a touchpoint, the latest.
struct Baseline {
    TouchpointId touchpoint;
    base::Date from;  // the first day of its month
    std::string reason;
    friend bool operator==(Baseline const&, Baseline const&) = default;
};

enum class EffortMeasure { Contacts, Repeats, ChannelSwitches, TimesAskedAgain, Minutes };

// What customers had to do for one outcome, on average.
struct Effort {
    TouchpointId touchpoint;
    EffortMeasure measure = EffortMeasure::Contacts;
    base::Period period;
    double value = 0;               // a customer and outcome
    std::optional<std::int64_t> n;  // outcomes
    SourceId source;
    friend bool operator==(Effort const&, Effort const&) = default;
};

struct AssetPeriod {
    base::Period period;
    std::optional<std::int64_t> opening, gained, won_back, lost, closing;
    std::optional<double> value_gained, value_won_back, value_lost;  // money a customer
    std::optional<std::int64_t> recommended, plan_up, plan_down;
    friend bool operator==(AssetPeriod const&, AssetPeriod const&) = default;
};

struct LossReason {
    base::Period period;
    std::string reason;
    std::int64_t count = 0;
    StageId stage;  // of the level 0 journey
    std::optional<double> value;
    friend bool operator==(LossReason const&, LossReason const&) = default;
};

enum class Horizon { None, Short, Mid, Long };
enum class InitiativeClass { None, Strategic, Tactical, QuickWin };

struct Initiative {
    std::string code;
    std::string name;
    Horizon horizon = Horizon::None;
    std::string domain;
    std::string state;
    std::string priority;
    std::vector<std::string> needs;  // codes of other initiatives
    std::vector<TouchpointId> touchpoints;
    std::string owner;
    std::optional<double> customer_benefit, reach, fit, cost, effort, risk;  // 0..10
    InitiativeClass initiative_class = InitiativeClass::None;
    friend bool operator==(Initiative const&, Initiative const&) = default;
};

}  // namespace model
