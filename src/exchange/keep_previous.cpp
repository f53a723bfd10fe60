// The observations and scores that the room in the store holds beyond the pack: they stay, or the
// import is refused.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

#include "exchange/observation_rows.hpp"
#include "exchange/pack_builder.hpp"

namespace exchange {
namespace {

// Things of the old room by their place in the new one.
template <typename Thing>
std::vector<base::Id<Thing>> new_ids(std::vector<Thing> const& things, KeyIndex const& keys) {
    std::vector<base::Id<Thing>> ids;
    for (Thing const& thing : things) {
        auto const position = keys.find(thing.key);
        ids.push_back(position ? base::Id<Thing>(*position) : base::Id<Thing>{});
    }
    return ids;
}

struct NewIds {
    std::vector<model::JourneyId> journeys;
    std::vector<model::TouchpointId> touchpoints;
    std::vector<model::PersonaId> personas;
    std::vector<model::SourceId> sources;
};

template <typename Thing>
base::Id<Thing> mapped(std::vector<base::Id<Thing>> const& ids, base::Id<Thing> old) {
    return old && old.index() < ids.size() ? ids[old.index()] : base::Id<Thing>{};
}

std::string rows_text(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " row" : " rows");
}

// What cannot stay, counted by the key whose loss is the reason.
struct LostRows {
    std::map<std::string, std::size_t> by_touchpoint;
    std::map<std::string, std::size_t> by_promise;
    std::map<std::string, std::size_t> by_persona;
    std::set<std::string> sources;
};

void report(PackBuilder& pack, std::string_view file,
            std::map<std::string, std::size_t> const& lost, std::string_view reason) {
    if (lost.empty()) return;
    FileTag const tag = pack.problems.add_file(file);
    for (auto const& [key, count] : lost) {
        pack.problems.error(tag, {},
                            key + std::string(reason) + rows_text(count) +
                                " of observations or scores that would lose their place; "
                                "keep it in the pack, or import into a new file");
    }
}

void report_all(PackBuilder& pack, LostRows const& lost) {
    report(pack, "touchpoints.csv", lost.by_touchpoint, " is no longer here, but the room holds ");
    report(pack, "promises.csv", lost.by_promise,
           " has no promise here any more, but the room holds ");
    report(pack, "personas.csv", lost.by_persona, " is no longer here, but the room holds ");
    if (lost.sources.empty()) return;
    FileTag const tag = pack.problems.add_file("sources.csv");
    for (std::string const& key : lost.sources) {
        pack.problems.warning(
            tag, {},
            key + " is no longer here; rows of the room that came from it now name no source");
    }
}

// Finds or adds a name; the observations refer to it by position.
class NameTable {
public:
    explicit NameTable(std::vector<std::string>& names) : m_names(&names) {
        for (std::size_t i = 0; i < names.size(); ++i)
            m_positions.emplace(names[i], i);
    }
    template <typename Name>
    base::Id<Name> find(std::vector<std::string> const& old_names, base::Id<Name> old) const {
        if (!old) return {};
        auto const at = m_positions.find(old_names[old.index()]);
        // Not seen yet: an id that no row has, so that the row meets nothing.
        return base::Id<Name>(at != m_positions.end() ? at->second : m_names->size());
    }
    template <typename Name>
    base::Id<Name> find_or_add(std::vector<std::string> const& old_names, base::Id<Name> old) {
        if (!old) return {};
        std::string const& name = old_names[old.index()];
        auto const [at, added] = m_positions.try_emplace(name, m_names->size());
        if (added) m_names->push_back(name);
        return base::Id<Name>(at->second);
    }

private:
    std::vector<std::string>* m_names;
    std::unordered_map<std::string, std::size_t> m_positions;
};

// True when the row's touchpoint, promise and persona are there; else it is counted as lost.
bool has_place(PackBuilder const& pack, NewIds const& ids, model::Room const& previous,
               model::Observation const& row, LostRows& lost) {
    std::string const& key = previous.at(row.touchpoint).key;
    model::TouchpointId const touchpoint = mapped(ids.touchpoints, row.touchpoint);
    if (!touchpoint) {
        ++lost.by_touchpoint[key];
    } else if (!pack.promised[touchpoint.index()]) {
        ++lost.by_promise[key];
    } else if (row.persona && !mapped(ids.personas, row.persona)) {
        ++lost.by_persona[previous.at(row.persona).key];
    } else {
        return true;
    }
    return false;
}

void report_overlap(PackBuilder& pack, std::uint32_t row, base::Period held) {
    RowPlace const& place = pack.observation_places[row];
    pack.problems.error({place.file_rank}, {static_cast<int>(place.line), place.column},
                        "the period overlaps " + base::format_period(held) +
                            ", which the room holds for this touchpoint and split; give the same "
                            "period, or import into a new file");
}

template <typename Thing>
base::Id<Thing> kept_source(std::vector<base::Id<Thing>> const& ids, base::Id<Thing> old,
                            std::vector<Thing> const& old_things, std::set<std::string>& lost) {
    base::Id<Thing> const id = mapped(ids, old);
    if (old && !id) lost.insert(old_things[old.index()].key);
    return id;
}

void keep_observations(PackBuilder& pack, NewIds const& ids, model::Room const& previous,
                       LostRows& lost) {
    std::vector<model::Observation>& rows = pack.room.observations;
    std::vector<std::uint32_t> const order = in_split_order(rows);
    NameTable regions(pack.room.regions);
    NameTable channels(pack.room.observation_channels);
    std::vector<model::Observation> kept;
    for (model::Observation const& old : previous.observations) {
        if (!has_place(pack, ids, previous, old, lost)) continue;
        model::Observation row = old;
        row.touchpoint = mapped(ids.touchpoints, old.touchpoint);
        row.persona = mapped(ids.personas, old.persona);
        row.region = regions.find(previous.regions, old.region);
        row.channel = channels.find(previous.observation_channels, old.channel);
        Met const met = meet(rows, order, row);
        if (met.meeting == Meeting::Equal) continue;
        if (met.meeting == Meeting::Overlap) {
            report_overlap(pack, met.row, old.period);
            continue;
        }
        row.region = regions.find_or_add(previous.regions, old.region);
        row.channel = channels.find_or_add(previous.observation_channels, old.channel);
        row.source = kept_source(ids.sources, old.source, previous.sources, lost.sources);
        kept.push_back(row);
    }
    rows.insert(rows.end(), kept.begin(), kept.end());
}

std::string score_key(model::Score const& score, std::uint32_t touchpoint) {
    return std::to_string(touchpoint) + "/" + std::to_string(static_cast<int>(score.subject)) +
           "/" + (score.period ? base::format_period(*score.period) : "") + "/" + score.rival;
}

void keep_scores(PackBuilder& pack, NewIds const& ids, model::Room const& previous,
                 LostRows& lost) {
    std::set<std::string> replaced;
    for (model::Score const& score : pack.room.scores) {
        replaced.insert(score_key(score, score.touchpoint.value));
    }
    for (model::Score const& old : previous.scores) {
        model::TouchpointId const touchpoint = mapped(ids.touchpoints, old.touchpoint);
        if (!touchpoint) {
            ++lost.by_touchpoint[previous.at(old.touchpoint).key];
            continue;
        }
        if (replaced.contains(score_key(old, touchpoint.value))) continue;
        model::Score score = old;
        score.touchpoint = touchpoint;
        score.source = kept_source(ids.sources, old.source, previous.sources, lost.sources);
        pack.room.scores.push_back(std::move(score));
    }
}

// How questions were answered goes with the scores: those of a question that the pack brings itself
// are replaced, those of a touchpoint that is gone go with it (its scores have refused the import).
void keep_answers(PackBuilder& pack, NewIds const& ids, model::Room const& previous) {
    auto const question = [](model::AnswerCount const& answer, model::TouchpointId touchpoint) {
        return std::make_pair(touchpoint, answer.period);
    };
    std::set<std::pair<model::TouchpointId, std::optional<base::Period>>> brought;
    for (model::AnswerCount const& answer : pack.room.answers)
        brought.insert(question(answer, answer.touchpoint));
    for (model::AnswerCount const& old : previous.answers) {
        model::AnswerCount answer = old;
        answer.touchpoint = mapped(ids.touchpoints, old.touchpoint);
        bool const gone = old.touchpoint && !answer.touchpoint;
        if (gone || brought.contains(question(old, answer.touchpoint))) continue;
        pack.room.answers.push_back(answer);
    }
}

void keep_case_outcomes(PackBuilder& pack, NewIds const& ids, model::Room const& previous) {
    std::vector<model::CaseOutcome> const brought = pack.room.case_outcomes;
    for (model::CaseOutcome const& old : previous.case_outcomes) {
        model::JourneyId const journey = mapped(ids.journeys, old.journey);
        bool const replaced =
            std::any_of(brought.begin(), brought.end(), [&](model::CaseOutcome const& o) {
                return o.journey == journey && base::overlaps(o.period, old.period);
            });
        if (journey && !replaced) {
            pack.room.case_outcomes.push_back({journey, old.period, old.clean, old.finished});
        }
    }
}

// What the staff decided in the room stays, while its touchpoint has a promise to be watched, when
// the pack says nothing about levels.
void keep_baselines(PackBuilder& pack, NewIds const& ids, model::Room const& previous) {
    if (pack.files.has("baselines.csv")) return;
    std::vector<model::Baseline>& baselines = pack.room.baselines;
    for (model::Baseline const& old : previous.baselines) {
        model::TouchpointId const touchpoint = mapped(ids.touchpoints, old.touchpoint);
        if (touchpoint && pack.promised[touchpoint.index()])
            baselines.push_back({touchpoint, old.from, old.reason});
    }
    sort_by_touchpoint(baselines);
}

}  // namespace

void keep_previous_rows(PackBuilder& pack, model::Room const& previous) {
    NewIds const ids{new_ids(previous.journeys, pack.keys.journeys),
                     new_ids(previous.touchpoints, pack.keys.touchpoints),
                     new_ids(previous.personas, pack.keys.personas),
                     new_ids(previous.sources, pack.keys.sources)};
    LostRows lost;
    keep_observations(pack, ids, previous, lost);
    keep_scores(pack, ids, previous, lost);
    keep_answers(pack, ids, previous);
    keep_case_outcomes(pack, ids, previous);
    keep_baselines(pack, ids, previous);
    report_all(pack, lost);
}

}  // namespace exchange
