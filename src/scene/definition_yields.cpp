#include <algorithm>
#include <limits>

#include "metrics/saturating.hpp"
#include "scene/definition_pen.hpp"

namespace scene {
namespace {

class YieldWriter : DefinitionPen {
public:
    using DefinitionPen::DefinitionPen;

    Definition write() {
        if (m_figure.kind == FigureKind::StageYield) {
            stage_yield();
        } else {
            journey_yield();
        }
        return std::move(m_out);
    }

private:
    struct Met {
        model::TouchpointId touchpoint;
        double exposure = 1;
        double lost = -1;  // share of customers let down there; -1: not measured
    };

    void add_stage(model::StageId stage, std::vector<Met>& all) const {
        model::JourneyId const journey = m_in.room.at(stage).journey;
        for (std::uint32_t i = m_in.index.placement_starts[stage.index()];
             i < m_in.index.placement_starts[stage.index() + 1]; ++i) {
            auto const& placement = m_in.room.placements[m_in.index.placements[i]];
            bool const known = std::any_of(all.begin(), all.end(), [&](Met const& met) {
                return met.touchpoint == placement.touchpoint;
            });
            if (!placement.core() || known) continue;
            Met met{placement.touchpoint,
                    metrics::exposure_of(m_in.room, m_in.index, placement.touchpoint, journey,
                                         m_in.view.persona),
                    -1};
            auto const& f = figures(placement.touchpoint);
            if (f.due.value_or(0) > 0) met.lost = met.exposure * (1 - f.reliability.value_or(1));
            all.push_back(met);
        }
    }

    // What lets most people down first, what nobody counts last.
    void yield_rows(std::vector<Met> all) {
        std::stable_sort(all.begin(), all.end(),
                         [](Met const& a, Met const& b) { return a.lost > b.lost; });
        columns({"define.column.promise", "define.column.met", "define.column.kept",
                 "define.column.rate"});
        Sources named;
        std::int64_t due = 0;
        for (Met const& met : all) {
            auto const& f = figures(met.touchpoint);
            std::string const share = number(met.exposure * 100, 0) + "\u00A0%";
            std::string const& title = m_in.room.at(met.touchpoint).title;
            if (met.lost < 0) {
                m_out.rows.push_back({title, share, word("define.not-counted"), {}});
                continue;
            }
            named.add(f.source);
            due += f.due.value_or(0);
            std::string counted = k_of_n(words(), f);
            if (f.stale) counted = say("define.old-row", {counted});
            m_out.rows.push_back({title, share, std::move(counted), rate_of(*f.kept, *f.due)});
        }
        fact("define.n", count_text(words(), "define.n-promises", due));
        when();
        fact("define.who", whose(words(), m_in.room, m_in.view.persona));
        sources(named);
    }

    void yield_value(std::optional<double> rty, int measured, int of, int overdue) {
        if (rty) {
            fact("define.value",
                 say("define.yield.value",
                     {yield_number(words(), *rty, measured, of), number(*rty * 100, 1)}));
        } else {
            fact("define.value", word(of == 0 ? "yield.empty" : "yield.none"));
        }
        fact("define.measured", measured_text(words(), measured, of, overdue));
        m_out.facts.back().old = overdue > 0;
    }

    void stage_yield() {
        auto const& f = m_in.figures.stages[m_figure.stage.index()];
        name("define.yield.title", m_in.room.at(m_figure.stage).name, "define.yield.formula");
        yield_value(f.rty, f.measured, f.of, f.overdue);
        std::vector<Met> all;
        add_stage(m_figure.stage, all);
        yield_rows(std::move(all));
    }

    void journey_yield() {
        auto const& f = m_in.figures.journeys[m_figure.journey.index()];
        name("define.yield.title", m_in.room.at(m_figure.journey).title, "define.yield.formula");
        yield_value(f.rty, f.measured, f.of, f.overdue);
        if (f.interval) {
            fact("define.range", say("define.yield.range", {number(f.interval->lower * 100, 1),
                                                            number(f.interval->upper * 100, 1)}));
        }
        if (f.direct_yield && f.direct_cases) {
            fact("define.cases", count_text(words(), "define.yield.cases", *f.direct_cases,
                                            percent(*f.direct_yield)));
        }
        std::vector<Met> all;
        std::size_t const j = m_figure.journey.index();
        for (std::uint32_t i = m_in.index.stage_starts[j]; i < m_in.index.stage_starts[j + 1]; ++i)
            add_stage(model::StageId(m_in.index.stages[i]), all);
        yield_rows(std::move(all));
    }
};

class NetWriter : DefinitionPen {
public:
    explicit NetWriter(ChromeInput const& input)
        : DefinitionPen(input, {FigureKind::Net, {}, {}, {}}) {}

    Definition write() {
        net();
        return std::move(m_out);
    }

private:
    void net() {
        name("define.net.title", m_in.room.info.company, "define.net.formula");
        model::AssetPeriod const* const shown = asset_row(m_in.room, m_in.view.period);
        if (shown == nullptr) {
            fact("define.value", word("state.no-data"));
            return;
        }
        columns({"define.column.period", "define.column.start", "define.column.came",
                 "define.column.left", "define.column.net"});
        auto const count = [](std::optional<std::int64_t> value) {
            return value ? base::grouped(*value) : std::string("\u2013");
        };
        for (auto row = m_in.figures.asset.rbegin(); row != m_in.figures.asset.rend(); ++row) {
            if (row->period.last > shown->period.last) continue;
            std::optional<std::int64_t> came;
            if (row->gained)
                came = metrics::saturating_add(*row->gained, row->won_back.value_or(0));
            m_out.rows.push_back({short_period(words(), row->period), count(row->opening),
                                  count(came), count(row->lost),
                                  row->net ? signed_count(*row->net) : std::string("\u2013")});
            if (row->period != shown->period) continue;
            fact("define.value", row->net ? signed_count(*row->net) : word("board:asset.no-net"));
            fact("define.n", row->opening ? count_text(words(), "define.n-customers", *row->opening)
                                          : word("define.not-given"));
            if (row->off_by.value_or(0) != 0)
                fact("define.check", say("board:asset.off-by", {signed_count(*row->off_by)}));
        }
        fact("define.period", long_period(words(), shown->period));
        sources({});
        reasons(shown->period);
    }

    // Every reason whole, the largest first; the board says the largest of each stage.
    void reasons(base::Period period) {
        std::vector<model::LossReason const*> all;
        for (model::LossReason const& reason : m_in.room.loss_reasons) {
            if (reason.period == period) all.push_back(&reason);
        }
        if (all.empty()) return;
        std::stable_sort(all.begin(), all.end(),
                         [](auto const* a, auto const* b) { return a->count > b->count; });
        m_out.rows.push_back({word("board:asset.reasons")});
        for (model::LossReason const* reason : all) {
            std::string const stage =
                reason->stage ? m_in.room.at(reason->stage).name : word("board:asset.nowhere");
            m_out.rows.push_back(
                {base::grouped(reason->count) + " \u00B7 " + stage + ": " + reason->reason});
        }
    }
};

}  // namespace

Definition define_yield(ChromeInput const& input, FigureName const& figure) {
    return YieldWriter(input, figure).write();
}

Definition define_net(ChromeInput const& input) {
    return NetWriter(input).write();
}

model::AssetPeriod const* asset_row(model::Room const& room, base::Period asked) {
    model::AssetPeriod const* best = nullptr;
    for (model::AssetPeriod const& row : room.asset_periods) {
        if (row.period.last > asked.last) continue;
        if (best == nullptr || best->period.last < row.period.last) best = &row;
    }
    return best;
}

std::string signed_count(std::int64_t value) {
    constexpr std::int64_t most_written = std::numeric_limits<std::int64_t>::max();
    return (value < 0   ? "\u2212"
            : value > 0 ? "+"
                        : "") +
           base::grouped(value < 0 ? -std::max(value, -most_written) : value);
}

std::optional<model::JourneyId> worst_journey(model::Room const& room,
                                              metrics::RoomFigures const& figures) {
    std::optional<model::JourneyId> worst;
    for (std::size_t i = 0; i < figures.journeys.size(); ++i) {
        if (room.journeys[i].level != 1 || !figures.journeys[i].rty) continue;
        if (!worst || *figures.journeys[i].rty < *figures.journeys[worst->index()].rty)
            worst = model::JourneyId(i);
    }
    return worst;
}

}  // namespace scene
