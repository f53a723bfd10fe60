#include "exchange/figures_json.hpp"

#include <nlohmann/json.hpp>

namespace exchange {
namespace {

using Json = nlohmann::ordered_json;

// Names come from other people's files: what is no UTF-8 is replaced rather than refused.
std::string text_of(Json const& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

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

Json signal_json(std::optional<metrics::SignalFigure> const& signal) {
    if (!signal) return nullptr;
    return {{"rule", signal->rule}, {"period", base::format_period(signal->period)}};
}

Json splits_json(std::vector<metrics::SplitRate> const& splits) {
    Json rows = Json::array();
    for (metrics::SplitRate const& split : splits) {
        rows.push_back({{"name", split.name}, {"kept", split.kept}, {"due", split.due}});
    }
    return rows;
}

Json touchpoint_json(model::Room const& room, std::size_t row,
                     metrics::TouchpointFigures const& t) {
    return {{"key", room.touchpoints[row].key},
            {"kept", maybe(t.kept)},
            {"due", maybe(t.due)},
            {"unknown", maybe(t.unknown)},
            {"reliability", maybe(t.reliability)},
            {"lower", lower(t.interval)},
            {"upper", upper(t.interval)},
            {"target", maybe(t.target)},
            {"state", metrics::word(t.state)},
            {"it_depends", t.it_depends},
            {"broken_promises", maybe(t.broken_promises)},
            {"signal", signal_json(t.signal)},
            {"own", maybe(t.own)},
            {"rival", maybe(t.rival)},
            {"expected", maybe(t.expected)},
            {"relative_gap", maybe(t.relative_gap)},
            {"gap_lower", lower(t.gap_interval)},
            {"gap_upper", upper(t.gap_interval)},
            {"position", maybe_word(t.position)},
            {"memory", t.memory},
            {"locked", t.locked},
            {"importance", maybe(t.importance)},
            {"quadrant", maybe_word(t.quadrant)},
            {"basis", t.basis == metrics::Basis::Persona ? "persona" : "all"},
            {"coverage", maybe(t.coverage)},
            {"exposure", t.exposure},
            {"it_depends_split", t.it_depends ? split_word(t.split_kind) : Json(nullptr)},
            {"split", split_word(t.split_kind)},
            {"splits", splits_json(t.splits)},
            {"rival_name", or_null(t.rival_name)},
            {"emotion", maybe(t.emotion)},
            {"emotion_n", maybe(t.emotion_n)},
            {"emotion_assumed", t.emotion_assumed},
            {"source", t.source ? Json(room.at(t.source).key) : Json(nullptr)},
            {"age_days", maybe(t.age_days)},
            {"stale", t.stale}};
}

Json stage_json(model::Room const& room, std::size_t row, metrics::StageFigures const& s) {
    model::Stage const& stage = room.stages[row];
    return {{"key", stage.key},    {"journey", room.at(stage.journey).key},
            {"rty", maybe(s.rty)}, {"measured", s.measured},
            {"of", s.of},          {"weight", maybe(s.weight)}};
}

Json journey_json(model::Room const& room, std::size_t row, metrics::JourneyFigures const& j) {
    return {{"key", room.journeys[row].key},
            {"rty", maybe(j.rty)},
            {"rty_lower", lower(j.interval)},
            {"rty_upper", upper(j.interval)},
            {"normalised", maybe(j.normalised)},
            {"direct_yield", maybe(j.direct_yield)},
            {"measured", j.measured},
            {"of", j.of},
            {"peak_end", maybe(j.peak_end)}};
}

Json perception_json(metrics::PerceptionFigures const& p) {
    return {{"question", p.question},
            {"level", p.level},
            {"period", base::format_period(p.period)},
            {"n", p.n},
            {"median", maybe(p.median)},
            {"actual", maybe(p.actual)},
            {"gap", maybe(p.gap)},
            {"lower_quartile", maybe(p.lower_quartile)},
            {"upper_quartile", maybe(p.upper_quartile)},
            {"mean_error", maybe(p.mean_error)}};
}

Json totals_json(metrics::Totals const& totals) {
    Json states = Json::object();
    for (int i = 0; i < 6; ++i) {
        states[std::string(metrics::word(static_cast<metrics::PromiseState>(i)))] =
            totals.states[i];
    }
    Json positions = Json::object();
    for (int i = 0; i < 3; ++i) {
        positions[std::string(metrics::word(static_cast<metrics::Position>(i)))] =
            totals.positions[i];
    }
    return {{"states", std::move(states)},
            {"positions", std::move(positions)},
            {"broken_promises", maybe(totals.broken_promises)},
            {"journey_index", maybe(totals.journey_index)},
            {"quality_ratio", maybe(totals.quality_ratio)}};
}

Json asset_json(metrics::AssetFigures const& a) {
    return {{"period", base::format_period(a.period)},
            {"opening", maybe(a.opening)},
            {"gained", maybe(a.gained)},
            {"won_back", maybe(a.won_back)},
            {"lost", maybe(a.lost)},
            {"closing", maybe(a.closing)},
            {"net", maybe(a.net)},
            {"off_by", maybe(a.off_by)},
            {"value_net", maybe(a.value_net)}};
}

// One row a line, each turned into text by itself: a room of 100,000 touchpoints never stands in
// memory as JSON.
template <typename Row, typename RowJson>
std::string rows_text(std::vector<Row> const& rows, RowJson row_json) {
    if (rows.empty()) return "[]";
    std::string text = "[";
    for (std::size_t i = 0; i < rows.size(); ++i) {
        text += i == 0 ? "\n  " : ",\n  ";
        text += text_of(row_json(i));
    }
    return text + "\n ]";
}

}  // namespace

std::string figures_json(model::Room const& room, metrics::RoomFigures const& figures) {
    Json const persona = figures.persona ? Json(room.at(figures.persona).key) : Json(nullptr);
    std::string text = "{\"room\": " + text_of(room.info.key);
    text += ",\n \"period\": " + text_of(base::format_period(figures.period));
    text += ",\n \"persona\": " + text_of(persona);
    text += ",\n \"touchpoints\": " + rows_text(figures.touchpoints, [&](std::size_t i) {
                return touchpoint_json(room, i, figures.touchpoints[i]);
            });
    text += ",\n \"stages\": " + rows_text(figures.stages, [&](std::size_t i) {
                return stage_json(room, i, figures.stages[i]);
            });
    text += ",\n \"journeys\": " + rows_text(figures.journeys, [&](std::size_t i) {
                return journey_json(room, i, figures.journeys[i]);
            });
    text += ",\n \"perception\": " + rows_text(figures.perception, [&](std::size_t i) {
                return perception_json(figures.perception[i]);
            });
    text += ",\n \"totals\": " + text_of(totals_json(figures.totals));
    text += ",\n \"asset\": " +
            rows_text(figures.asset, [&](std::size_t i) { return asset_json(figures.asset[i]); });
    return text + "\n}\n";
}

}  // namespace exchange
