#include "exchange/figures_json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "exchange/words.hpp"
#include "metrics/component_ranking.hpp"

namespace exchange {
namespace {

using Json = nlohmann::json;

// Names come from other people's files: what is no UTF-8 is replaced rather than refused.
std::string text_of(Json const& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// An object written member by member: the order stays, and 100,000 touchpoints are text in a second
// where a tree of their values took seven.
class Object {
public:
    Object& add(std::string_view key, Json const& value) { return add_text(key, text_of(value)); }

    Object& add_text(std::string_view key, std::string_view json) {
        m_text += m_text.empty() ? "{\"" : ",\"";
        m_text.append(key).append("\":").append(json);
        return *this;
    }

    std::string text() const { return m_text + "}"; }

private:
    std::string m_text;
};

template <typename Value>
Json maybe(std::optional<Value> const& value) {
    return value ? Json(*value) : Json(nullptr);
}

template <typename Value>
Json maybe_word(std::optional<Value> const& value) {
    return value ? Json(metrics::word(*value)) : Json(nullptr);
}

Json lower(std::optional<metrics::Interval> const& bounds) {
    return bounds ? Json(bounds->lower) : Json(nullptr);
}

Json upper(std::optional<metrics::Interval> const& bounds) {
    return bounds ? Json(bounds->upper) : Json(nullptr);
}

Json or_null(std::string const& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json split_word(metrics::SplitKind kind) {
    switch (kind) {
        case metrics::SplitKind::Region:
            return "region";
        case metrics::SplitKind::Channel:
            return "channel";
        case metrics::SplitKind::Persona:
            return "persona";
        case metrics::SplitKind::None:
            break;
    }
    return nullptr;
}

std::string signal_text(std::optional<metrics::SignalFigure> const& signal) {
    if (!signal) return "null";
    return Object()
        .add("rule", signal->rule)
        .add("period", base::format_period(signal->period))
        .text();
}

std::string splits_text(std::span<metrics::SplitRate const> splits) {
    std::string text = "[";
    for (metrics::SplitRate const& split : splits) {
        if (text.size() > 1) text += ",";
        text +=
            Object().add("name", split.name).add("kept", split.kept).add("due", split.due).text();
    }
    return text + "]";
}

Json measure_word(model::EffortMeasure measure) {
    for (auto const& word : words::effort_measures) {
        if (word.value == measure) return word.text;
    }
    return nullptr;
}

// Every measure that was taken there: {"measure", "value" for one outcome, "n" outcomes}.
std::string efforts_text(metrics::RoomFigures const& figures, std::size_t touchpoint) {
    auto const before = [](metrics::EffortFigure const& effort, std::size_t row) {
        return effort.touchpoint.index() < row;
    };
    std::string text = "[";
    for (auto at =
             std::lower_bound(figures.efforts.begin(), figures.efforts.end(), touchpoint, before);
         at != figures.efforts.end() && at->touchpoint.index() == touchpoint; ++at) {
        if (text.size() > 1) text += ",";
        text += Object()
                    .add("measure", measure_word(at->measure))
                    .add("value", at->value)
                    .add("n", maybe(at->n))
                    .text();
    }
    return text + "]";
}

std::string touchpoint_text(model::Room const& room, metrics::RoomFigures const& figures,
                            std::size_t row) {
    metrics::TouchpointFigures const& t = figures.touchpoints[row];
    return Object()
        .add("key", room.touchpoints[row].key)
        .add("kept", maybe(t.kept))
        .add("due", maybe(t.due))
        .add("unknown", maybe(t.unknown))
        .add("reliability", maybe(t.reliability))
        .add("lower", lower(t.interval))
        .add("upper", upper(t.interval))
        .add("target", maybe(t.target))
        .add("state", metrics::word(t.state))
        .add("it_depends", t.it_depends)
        .add("broken_promises", maybe(t.broken_promises))
        .add_text("signal", signal_text(t.signal))
        .add("own", maybe(t.own))
        .add("rival", maybe(t.rival))
        .add("expected", maybe(t.expected))
        .add("relative_gap", maybe(t.relative_gap))
        .add("gap_lower", lower(t.gap_interval))
        .add("gap_upper", upper(t.gap_interval))
        .add("position", maybe_word(t.position))
        .add("memory", t.memory)
        .add("locked", t.locked)
        .add("importance", maybe(t.importance))
        .add("quadrant", maybe_word(t.quadrant))
        .add("basis", t.basis == metrics::Basis::Persona ? "persona" : "all")
        .add("coverage", maybe(t.coverage))
        .add("exposure", t.exposure)
        .add("it_depends_split", t.it_depends ? split_word(t.split_kind) : Json(nullptr))
        .add("split", split_word(t.split_kind))
        .add_text("splits", splits_text(metrics::splits_of(figures, t)))
        .add("rival_name", or_null(std::string(metrics::rival_name(room, t))))
        .add("emotion", maybe(t.emotion))
        .add("emotion_n", maybe(t.emotion_n))
        .add("emotion_assumed", t.emotion_assumed)
        .add("source", t.source ? Json(room.at(t.source).key) : Json(nullptr))
        .add("age_days", maybe(t.age_days))
        .add("stale", t.stale)
        .add_text("efforts", efforts_text(figures, row))
        .text();
}

std::string stage_text(model::Room const& room, std::size_t row, metrics::StageFigures const& s) {
    model::Stage const& stage = room.stages[row];
    return Object()
        .add("key", stage.key)
        .add("journey", room.at(stage.journey).key)
        .add("rty", maybe(s.rty))
        .add("measured", s.measured)
        .add("of", s.of)
        .add("weight", maybe(s.weight))
        .text();
}

std::string journey_text(model::Room const& room, std::size_t row,
                         metrics::JourneyFigures const& j) {
    return Object()
        .add("key", room.journeys[row].key)
        .add("rty", maybe(j.rty))
        .add("rty_lower", lower(j.interval))
        .add("rty_upper", upper(j.interval))
        .add("normalised", maybe(j.normalised))
        .add("direct_yield", maybe(j.direct_yield))
        .add("measured", j.measured)
        .add("of", j.of)
        .add("peak_end", maybe(j.peak_end))
        .add("direct_lower", lower(j.direct_interval))
        .add("direct_upper", upper(j.direct_interval))
        .add("direct_cases", maybe(j.direct_cases))
        .text();
}

std::string perception_text(metrics::PerceptionFigures const& p) {
    return Object()
        .add("question", p.question)
        .add("level", p.level)
        .add("period", base::format_period(p.period))
        .add("n", p.n)
        .add("median", maybe(p.median))
        .add("actual", maybe(p.actual))
        .add("gap", maybe(p.gap))
        .add("lower_quartile", maybe(p.lower_quartile))
        .add("upper_quartile", maybe(p.upper_quartile))
        .add("mean_error", maybe(p.mean_error))
        .text();
}

std::string totals_text(metrics::Totals const& totals) {
    Object states;
    for (int i = 0; i < 6; ++i) {
        states.add(metrics::word(static_cast<metrics::PromiseState>(i)), totals.states[i]);
    }
    Object positions;
    for (int i = 0; i < 3; ++i) {
        positions.add(metrics::word(static_cast<metrics::Position>(i)), totals.positions[i]);
    }
    return Object()
        .add_text("states", states.text())
        .add_text("positions", positions.text())
        .add("broken_promises", maybe(totals.broken_promises))
        .add("journey_index", maybe(totals.journey_index))
        .add("quality_ratio", maybe(totals.quality_ratio))
        .text();
}

std::string asset_text(metrics::AssetFigures const& a) {
    return Object()
        .add("period", base::format_period(a.period))
        .add("opening", maybe(a.opening))
        .add("gained", maybe(a.gained))
        .add("won_back", maybe(a.won_back))
        .add("lost", maybe(a.lost))
        .add("closing", maybe(a.closing))
        .add("net", maybe(a.net))
        .add("off_by", maybe(a.off_by))
        .add("value_net", maybe(a.value_net))
        .text();
}

Json kind_word(model::ComponentKind kind) {
    switch (kind) {
        case model::ComponentKind::People:
            return "people";
        case model::ComponentKind::Process:
            return "process";
        case model::ComponentKind::System:
            return "system";
        case model::ComponentKind::Tool:
            break;
    }
    return "tool";
}

Json keys_of(model::Room const& room, std::vector<model::BlueprintNodeId> const& nodes) {
    Json keys = Json::array();
    for (model::BlueprintNodeId const node : nodes)
        keys.push_back(room.blueprint_nodes[node.index()].key);
    return keys;
}

// What a count rests on: each touchpoint with its figures and the way that leads there.
std::string touched_text(model::Room const& room, metrics::RoomFigures const& figures,
                         std::vector<metrics::TouchedPromise> const& touched) {
    std::string text = "[";
    for (metrics::TouchedPromise const& one : touched) {
        metrics::TouchpointFigures const& f = figures.touchpoints[one.touchpoint.index()];
        if (text.size() > 1) text += ",";
        text += Object()
                    .add("key", room.at(one.touchpoint).key)
                    .add("state", metrics::word(f.state))
                    .add("kept", maybe(f.kept))
                    .add("due", maybe(f.due))
                    .add("path", keys_of(room, one.way))
                    .text();
    }
    return text + "]";
}

std::string component_text(model::Room const& room, metrics::RoomFigures const& figures,
                           metrics::ComponentRank const& rank) {
    model::Component const& component = room.components[rank.component.index()];
    auto const broken = metrics::known_broken(rank);
    return Object()
        .add("key", component.key)
        .add("name", component.name)
        .add("kind", kind_word(component.kind))
        .add("touches", rank.touched.size())
        .add("broken", maybe(broken))
        .add("broken_promises", broken ? Json(rank.broken_promises) : Json(nullptr))
        .add_text("touchpoints", touched_text(room, figures, rank.touched))
        .add("owner", or_null(component.owner))
        .add("nodes", keys_of(room, rank.nodes))
        .text();
}

// One row a line, so that two files can be compared line by line.
template <typename Row, typename RowText>
std::string rows_text(std::vector<Row> const& rows, RowText row_text) {
    if (rows.empty()) return "[]";
    std::string text = "[";
    for (std::size_t i = 0; i < rows.size(); ++i) {
        text += i == 0 ? "\n  " : ",\n  ";
        text += row_text(i);
    }
    return text + "\n ]";
}

}  // namespace

std::string figures_json(model::Room const& room, metrics::RoomFigures const& figures) {
    Json const persona = figures.persona ? Json(room.at(figures.persona).key) : Json(nullptr);
    std::string text = "{\"room\": " + text_of(room.info.key);
    Json const period = figures.period == base::any_time
                            ? Json(nullptr)
                            : Json(base::format_period(figures.period));
    text += ",\n \"period\": " + text_of(period);
    text += ",\n \"persona\": " + text_of(persona);
    text += ",\n \"touchpoints\": " + rows_text(figures.touchpoints, [&](std::size_t i) {
                return touchpoint_text(room, figures, i);
            });
    text += ",\n \"stages\": " + rows_text(figures.stages, [&](std::size_t i) {
                return stage_text(room, i, figures.stages[i]);
            });
    text += ",\n \"journeys\": " + rows_text(figures.journeys, [&](std::size_t i) {
                return journey_text(room, i, figures.journeys[i]);
            });
    text += ",\n \"perception\": " + rows_text(figures.perception, [&](std::size_t i) {
                return perception_text(figures.perception[i]);
            });
    text += ",\n \"totals\": " + totals_text(figures.totals);
    text += ",\n \"asset\": " +
            rows_text(figures.asset, [&](std::size_t i) { return asset_text(figures.asset[i]); });
    auto const ranking = metrics::component_ranking(room, metrics::blueprint_graph(room), figures);
    text += ",\n \"components\": " + rows_text(ranking, [&](std::size_t i) {
                return component_text(room, figures, ranking[i]);
            });
    return text + "\n}\n";
}

}  // namespace exchange
