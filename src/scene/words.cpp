#include "scene/words.hpp"

#include <cmath>
#include <cstdio>

namespace scene {
namespace {

std::string month_name(base::Catalogue const& catalogue, int month, char const* length) {
    return std::string(
        catalogue.text("month." + std::string(length) + "." + std::to_string(month)));
}

// A span of whole months as "first", "first JOIN last" with one year.
std::string months_text(base::Catalogue const& catalogue, base::Period period, char const* length,
                        std::string_view join) {
    base::CivilDate const first = base::to_civil(period.first);
    base::CivilDate const last = base::to_civil(period.last);
    std::string end = month_name(catalogue, last.month, length) + " " + std::to_string(last.year);
    if (base::is_month(period)) return end;
    std::string begin = month_name(catalogue, first.month, length);
    if (first.year != last.year) begin += " " + std::to_string(first.year);
    return begin + std::string(join) + end;
}

bool whole_months(base::Period period) {
    base::CivilDate const first = base::to_civil(period.first);
    base::CivilDate const last = base::to_civil(period.last);
    return first.day == 1 && last.day == base::days_in_month(last.year, last.month);
}

std::string period_text(base::Catalogue const& catalogue, base::Period period, char const* length,
                        std::string_view join) {
    if (whole_months(period)) return months_text(catalogue, period, length, join);
    return catalogue.format("period.range",
                            {day_text(catalogue, period.first), day_text(catalogue, period.last)});
}

}  // namespace

std::string day_text(base::Catalogue const& catalogue, base::Date date) {
    base::CivilDate const c = base::to_civil(date);
    return std::to_string(c.day) + " " + month_name(catalogue, c.month, "short") + " " +
           std::to_string(c.year);
}

std::string short_period(base::Catalogue const& catalogue, base::Period period) {
    return period_text(catalogue, period, "short", "\u2013");
}

std::string long_period(base::Catalogue const& catalogue, base::Period period) {
    return period_text(catalogue, period, "long", catalogue.text("period.to"));
}

std::string customers_word(base::Catalogue const& catalogue, model::Room const& room) {
    for (auto const& [role, value] : room.info.theme) {
        if (role == "customers" && !value.empty()) return value;
    }
    return std::string(catalogue.text("customers"));
}

std::string whose(base::Catalogue const& catalogue, model::Room const& room,
                  model::PersonaId persona) {
    if (persona) return room.at(persona).name;
    return catalogue.format("whose.everybody", {customers_word(catalogue, room)});
}

std::string k_of_n(base::Catalogue const& catalogue, metrics::TouchpointFigures const& figures) {
    if (!figures.kept || !figures.due || *figures.due == 0) return {};
    return catalogue.format("figure.k-of-n",
                            {base::grouped(*figures.kept), base::grouped(*figures.due)});
}

std::string number(double value, int decimals) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.*f", decimals, std::abs(value));
    bool const zero = std::string_view(buffer).find_first_not_of("0.") == std::string_view::npos;
    return (value < 0 && !zero ? "\u2212" : "") + std::string(buffer);
}

std::string target_number(double share) {
    double const tenths = share * 1000;
    bool const whole = tenths != std::floor(tenths) || std::fmod(share * 100, 1.0) <= 1e-9;
    return number(share * 100, whole ? 0 : 1);
}

std::string signal_text(base::Catalogue const& catalogue, metrics::SignalFigure const& signal) {
    char const* key = signal.worse ? "signal.beyond-worse" : "signal.beyond-better";
    if (signal.rule == 2) key = signal.worse ? "signal.nine-worse" : "signal.nine-better";
    if (signal.rule == 3) key = signal.worse ? "signal.six-worse" : "signal.six-better";
    if (signal.rule == 5) key = signal.worse ? "signal.two-worse" : "signal.two-better";
    return catalogue.format(
        key, {short_period(catalogue, signal.period),
              catalogue.text(base::is_quarter(signal.period) ? "unit.quarters" : "unit.months")});
}

std::string count_text(base::Catalogue const& catalogue, std::string const& key, std::int64_t count,
                       std::string_view also) {
    return catalogue.format(count == 1 ? key + ".one" : key, {base::grouped(count), also});
}

std::string measured_text(base::Catalogue const& catalogue, int measured, int of, int overdue) {
    return catalogue.format(
        overdue > 0 ? "yield.measured-old" : "yield.measured",
        {std::to_string(measured), std::to_string(of), std::to_string(overdue)});
}

std::string yield_number(base::Catalogue const& catalogue, double rty, int measured, int of) {
    std::string number = std::to_string(metrics::shown_of_hundred(rty));
    return measured < of ? catalogue.format("yield.at-best", {number}) : number;
}

std::optional<YieldWords> yield_words(base::Catalogue const& catalogue,
                                      metrics::JourneyFigures const& figures) {
    if (!figures.direct_yield || !figures.direct_cases) {
        if (!figures.rty) return std::nullopt;
        return YieldWords{yield_number(catalogue, *figures.rty, figures.measured, figures.of),
                          measured_text(catalogue, figures.measured, figures.of, figures.overdue),
                          figures.overdue > 0};
    }
    bool const cluster =
        figures.rty && figures.direct_interval && figures.direct_interval->lower > *figures.rty;
    return YieldWords{std::to_string(metrics::shown_of_hundred(*figures.direct_yield)),
                      cluster ? count_text(catalogue, "yield.cases-cluster", *figures.direct_cases,
                                           std::to_string(metrics::shown_of_hundred(*figures.rty)))
                              : count_text(catalogue, "yield.cases", *figures.direct_cases)};
}

std::string split_word(base::Catalogue const& catalogue, metrics::SplitKind kind) {
    return std::string(catalogue.text(kind == metrics::SplitKind::Channel   ? "split.channel"
                                      : kind == metrics::SplitKind::Persona ? "split.persona"
                                                                            : "split.region"));
}

std::string cadence_text(base::Catalogue const& catalogue, int days) {
    struct Named {
        int from, to;
        char const* key;
    };
    constexpr Named named[] = {{0, 1, "cadence.day"},
                               {7, 7, "cadence.week"},
                               {28, 31, "cadence.month"},
                               {89, 92, "cadence.quarter"},
                               {365, 366, "cadence.year"}};
    for (Named const& one : named)
        if (days >= one.from && days <= one.to) return std::string(catalogue.text(one.key));
    return catalogue.format("cadence.days", {std::to_string(days)});
}

std::string age_text(base::Catalogue const& catalogue, int days) {
    if (days <= 1) return std::string(catalogue.text(days < 1 ? "card.age-today" : "card.age-one"));
    return catalogue.format("card.age", {std::to_string(days)});
}

std::string percent(double share) {
    return number(share * 100, 1) + "\u00A0%";
}

std::string signed_number(double value) {
    std::string const text = number(value, 1);
    return value > 0 && text != "0.0" ? "+" + text : text;
}

std::string state_word(base::Catalogue const& catalogue, metrics::PromiseState state) {
    switch (state) {
        case metrics::PromiseState::Kept:
            return std::string(catalogue.text("state.kept"));
        case metrics::PromiseState::OnTheLine:
            return std::string(catalogue.text("state.on-the-line"));
        case metrics::PromiseState::Broken:
            return std::string(catalogue.text("state.broken"));
        case metrics::PromiseState::Unproven:
            return std::string(catalogue.text("state.unproven"));
        case metrics::PromiseState::Thin:
            return std::string(catalogue.text("state.thin"));
        case metrics::PromiseState::NoData:
            break;
    }
    return std::string(catalogue.text("state.no-data"));
}

std::string position_word(base::Catalogue const& catalogue, metrics::Position position) {
    switch (position) {
        case metrics::Position::Lead:
            return std::string(catalogue.text("position.lead"));
        case metrics::Position::Lag:
            return std::string(catalogue.text("position.lag"));
        case metrics::Position::Parity:
            break;
    }
    return std::string(catalogue.text("position.parity"));
}

std::string channels_text(base::Catalogue const& catalogue, model::Touchpoint const& touchpoint) {
    if (touchpoint.channels.empty()) return std::string(catalogue.text("channel.none"));
    std::string text;
    for (std::string const& channel : touchpoint.channels) {
        if (!text.empty()) text += ", ";
        text += channel;
    }
    return text;
}

}  // namespace scene
