#include "scene/card_plan.hpp"

#include <algorithm>
#include <cmath>

#include "scene/old_figures.hpp"
#include "scene/overlay.hpp"
#include "scene/period_steps.hpp"
#include "scene/series.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

// Design millimetres.
constexpr double title_cap = 16;
constexpr double promise_cap = 11;
constexpr double accept_height = 40;
constexpr double axis_em = 3.1;  // of the percents beside the months: "92.5 %"
constexpr std::int64_t least_for_rate = 30;

// Writes the card from top to bottom; each section is left out when the card has no room for it.
class CardPlanner {
public:
    CardPlanner(ChromeInput const& input, OpenCard const& card, BlockHeight const& height_of)
        : m_in(input),
          m_height_of(height_of),
          m_id(card.touchpoint),
          m_f(input.figures.touchpoints[card.touchpoint.index()]),
          m_touchpoint(input.room.at(card.touchpoint)),
          m_unit(chrome_unit(input.view.size, input.physical)) {
        ScreenSize const size = card_size(input.view.size, input.physical);
        m_plan.paper = {card.at.x, card.at.y, size.w, size.h};
        m_plan.left = m_plan.paper.x + gap(card_padding);
        m_plan.width = m_plan.paper.w - 2 * gap(card_padding);
        m_y = m_plan.paper.y + gap(card_padding);
        m_plan.bottom = m_plan.paper.bottom() - gap(card_padding - 6);
    }

    CardPlan plan() {
        head();
        promise();
        figure();
        series();
        splits();
        efforts();
        scores();
        source();
        m_plan.top = m_y;
        return std::move(m_plan);
    }

private:
    double size(double cap) const {
        return layout::font_size_for_cap(cap) * m_unit * m_in.physical.hand_type;
    }
    double gap(double design_mm) const { return design_mm * m_unit; }
    base::Catalogue const& words() const { return m_in.catalogue; }
    double width(std::string_view text, double px, Weight weight) const {
        return m_in.measure.width_em(text, weight) * px;
    }

    struct Look {
        Role role;
        double cap;
        bool ink;
        Weight weight = Weight::Regular;
        int lines = 1;
        double share = 0.8;
        double right = 0;  // px kept free at the right
        double indent = 0;
    };

    void text(std::string const& text, Look const& look) {
        if (text.empty()) return;
        double const s = size(look.cap);
        double const wide = m_plan.width - look.right - look.indent;
        double const height =
            m_height_of(text, {wide / s, look.lines, look.share, look.weight}) * s;
        m_plan.texts.push_back({look.role, text, s, look.ink, look.weight, look.lines, look.share,
                                ScreenRect{m_plan.left + look.indent, m_y, wide, height},
                                Align::Left});
        m_y += height;
    }

    bool room_for(double height_px) const { return m_y + height_px <= m_plan.bottom; }

    void zone(FigureKind figure, double top) {
        m_plan.figures.push_back({figure, {m_plan.paper.x, top, m_plan.paper.w, m_y - top}});
    }

    void head() {
        text(m_touchpoint.title,
             {Role::Title, title_cap, true, Weight::SemiBold, 2, 0.72, gap(44)});
        std::string line = channels_text(words(), m_touchpoint);
        if (!m_touchpoint.department.empty()) line += " \u00B7 " + m_touchpoint.department;
        if (m_touchpoint.moment_of_truth.value_or(false))
            line += " \u00B7 " + std::string(words().text("card.moment-of-truth"));
        m_y += gap(3);
        text(line, {Role::Subtitle, card_body_cap, false, Weight::Regular, 2, 0.8, gap(10)});
    }

    void promise() {
        m_y += gap(12);
        constexpr std::uint32_t none = 0xffffffffU;
        std::uint32_t const index = m_in.index.promise_of[m_id.index()];
        if (index == none) {
            text(std::string(words().text("card.no-promise")),
                 {Role::Promise, promise_cap, false, Weight::Medium, 3, 0.8});
            return;
        }
        text(words().format("card.promise", {m_in.room.promises[index].wording}),
             {Role::Promise, promise_cap, true, Weight::Medium, 3, 0.8});
    }

    void figure() {
        if (!m_f.has_promise) return;
        m_y += gap(10);
        double const top = m_y;
        double const big = size(card_figure_cap);
        m_plan.figure = {m_plan.left, m_y, m_plan.width, big * layout::ascent_em + big * 0.35};
        m_y = m_plan.figure.bottom();
        plain_sentence();
        interval();
        zone(FigureKind::Kept, top);
    }

    // What the figure means in people, or why there is none.
    void plain_sentence() {
        std::string line;
        if (m_f.state == metrics::PromiseState::NoData) {
            bool const by_quarter =
                base::is_month(m_in.view.period) && grain() == metrics::ChartGrain::Quarter;
            line = words().text(m_f.due      ? "card.none-due"
                                : by_quarter ? "card.by-quarter"
                                : m_f.stale  ? "card.feed-dead"
                                             : "card.no-rows");
        } else if (m_f.state == metrics::PromiseState::Thin) {
            line = words().text("card.thin");
        } else if (m_f.broken_promises) {
            line = count_text(words(), "card.let-down", *m_f.broken_promises,
                              short_period(words(), m_in.view.period));
        }
        if (line.empty()) return;
        Look const look{Role::Label, card_body_cap, false, Weight::Regular, 2, 0.85};
        text(line, look);
        if (m_f.basis == metrics::Basis::All && m_in.view.persona)
            text(words().format("card.basis-all", {customers_word(words(), m_in.room)}), look);
        before();
    }

    // The period before, and whether the difference means anything.
    void before() {
        auto const period = step_period(m_in.index.observed, m_in.view.period, -1);
        bool const shown = period && m_f.basis == metrics::Basis::All && m_f.due.value_or(0) > 0;
        if (!shown) return;
        metrics::Counts const counts = metrics::counts_in(m_in.room, m_in.index, m_id, *period);
        if (counts.due == 0) return;
        std::string figure = words().format(
            "figure.k-of-n", {base::grouped(counts.kept), base::grouped(counts.due)});
        if (counts.due >= least_for_rate) {
            figure = percent(static_cast<double>(counts.kept) / static_cast<double>(counts.due)) +
                     " \u00B7 " + figure;
        }
        Look const look{Role::Label, card_body_cap, false, Weight::Regular, 2, 0.85};
        text(words().format("card.before", {short_period(words(), *period), figure}), look);
        int const now = counted_months(m_in.view.period);
        if (now < counted_months(*period))
            text(words().format("card.before-partial", {std::to_string(now)}), look);
        text(change_words(), look);
    }

    // Of a quarter that is counted month by month.
    int counted_months(base::Period period) const {
        if (!base::is_quarter(period)) return 0;
        int count = 0;
        for (auto const& month : metrics::monthly_series(m_in.room, m_in.index, m_id, {},
                                                         base::month_of(period.first), 3))
            count += month.counts.due > 0 ? 1 : 0;
        return count;
    }

    metrics::ChartGrain grain() const { return metrics::chart_grain(m_in.room, m_in.index, m_id); }

    // Whether there is a change is the chart's finding alone; it is held against the process's
    // middle, which need not lie where the period before lay.
    std::string change_words() {
        metrics::ChartLevel const& level = level_of_period(chart(), m_in.view.period);
        bool const judged = level.basis == metrics::ChartBasis::Provisional ||
                            level.basis == metrics::ChartBasis::Frozen;
        if (!judged)
            return words().format("card.before-unjudged", {grain_word(words(), chart().grain)});
        if (!m_f.signal) return std::string(words().text("card.before-no-signal"));
        return words().format(m_f.signal->worse ? "card.before-worse" : "card.before-better",
                              {percent(1 - level.centre.value_or(0))});
    }

    metrics::MonthlyChart const& chart() {
        if (!m_chart) m_chart = metrics::monthly_chart(m_in.room, m_in.index, m_id);
        return *m_chart;
    }

    void interval() {
        if (!m_f.reliability || !m_f.interval || m_f.state == metrics::PromiseState::Thin) return;
        double const small = size(card_body_cap);
        double const line = small * layout::line_height_em;
        if (!room_for(gap(24) + line)) return;
        m_plan.rate = words().format(
            "card.rate", {percent(*m_f.reliability), number(m_f.interval->lower * 100, 1),
                          number(m_f.interval->upper * 100, 1)});
        if (m_f.target) m_plan.target = words().format("card.target", {target_number(*m_f.target)});
        m_y += gap(14);
        m_plan.interval = {m_plan.left, m_y, m_plan.width, gap(4.5)};
        m_y += gap(10) + line;
        m_plan.target_below = width(m_plan.rate, small, Weight::Medium) +
                                  width(m_plan.target, small, Weight::Regular) + small >
                              m_plan.width;
        if (m_f.target && m_plan.target_below) m_y += line;
    }

    void series() {
        if (!m_f.has_promise || !m_in.index.observed) return;
        double const small = size(card_source_cap);
        double const height = gap(card_series_height);
        double const line = small * layout::line_height_em;
        if (!room_for(height + gap(17) + line)) return;
        double const top = m_y;
        m_y += gap(14);
        m_plan.axis_text = small;
        m_plan.series = {m_plan.left, m_y, m_plan.width - small * axis_em, height};
        m_y += height + gap(3);
        m_plan.months_top = m_y;
        m_y += line;
        chart_words();
        zone(FigureKind::Months, top);
    }

    // The level that holds, the rule that a signal broke, what the band is: in words.
    void chart_words() {
        auto const series = series_of(m_in, m_id, SeriesDetail::Chart);
        if (series) dots(*series);
        bool const judged = series && !series->persona;
        if (judged) accepted_level(series->months.back().month);
        if (judged && m_f.signal) signal_words();
        double const small = size(card_source_cap);
        if (!series || !room_for(small * layout::line_height_em * 2)) return;
        std::string caption = chart_caption(words(), *series, chart(), m_in.view.period);
        bool const staff = m_in.view.editing.staff;
        // A signal of the months before a level that was accepted is answered.
        bool const answered = judged && chart().accepted && m_f.signal &&
                              m_f.signal->period.first < chart().months[*chart().accepted].first;
        bool const fresh =
            judged && chart().accepted &&
            level_of_period(chart(), m_in.view.period).basis == metrics::ChartBasis::None;
        bool const acceptable = judged && m_f.signal && !answered && !fresh;
        if (acceptable && !staff) caption += " " + std::string(words().text("card.baseline-staff"));
        text(caption, {Role::Axis, card_source_cap, false, Weight::Regular, 3, 0.85});
        if (acceptable && staff) accept();
    }

    // Which months the chart shows, and how those of the asked period look.
    void dots(Series const& series) {
        m_plan.months = {series.months.front().month.first, series.months.back().month.last};
        int asked = 0;
        int solid = 0;
        for (auto const& month : series.months) {
            if (!base::lies_within(month.month, m_in.view.period)) continue;
            asked += month.counts.due > 0 ? 1 : 0;
            solid += month.counts.due >= least_judged ? 1 : 0;
        }
        m_plan.one_dot = asked == 1;
        m_plan.hollow_dots = solid == 0;
    }

    void signal_words() {
        double const small = size(card_source_cap);
        if (!room_for(small * layout::line_height_em * 2)) return;
        m_y += gap(3);
        m_plan.signal_mark =
            ScreenPoint{m_plan.left + small * 0.5, m_y + small * (layout::ascent_em - 0.36)};
        Look look{Role::Axis, card_source_cap, true, Weight::Medium, 2, 0.85};
        look.indent = small * 1.35;
        text(signal_text(words(), *m_f.signal), look);
    }

    // From when on another level holds, and why, once its months are among those that are shown.
    void accepted_level(base::Period last_shown) {
        auto const* const level = model::baseline_of(m_in.room, m_id);
        double const line = size(card_source_cap) * layout::line_height_em;
        bool const shown = level != nullptr && chart().accepted && level->from <= last_shown.last;
        if (!shown || !room_for(line * 2)) return;
        text(words().format("card.level-accepted",
                            {short_period(words(), base::month_of(level->from)), level->reason}),
             {Role::Axis, card_source_cap, true, Weight::Regular, 2, 0.85});
    }

    // The button of the staff, as high as a finger needs it.
    void accept() {
        auto const from = metrics::level_of_signal(chart(), m_f.signal->period);
        double const height = std::max(gap(accept_height), 15 * m_in.physical.px_per_mm);
        if (!from || !room_for(gap(6) + height)) return;
        m_y += gap(6);
        m_plan.accept_label = words().format("card.level-accept", {short_period(words(), *from)});
        m_plan.accept_from = from->first;
        m_plan.accept = {m_plan.left, m_y, m_plan.width, height};
        m_y += height;
    }

    void splits() {
        if (m_f.split_count < 2) return;
        double const line = size(card_body_cap) * layout::line_height_em;
        if (!room_for(gap(12) + line * 2)) return;
        double const top = m_y;
        m_y += gap(10);
        m_plan.splits = {m_plan.left, m_y, m_plan.width, line};
        m_y += line;
        while (m_plan.splits_shown < m_f.split_count && room_for(line)) {
            ++m_plan.splits_shown;
            m_y += line;
        }
        m_plan.splits.h = m_y - m_plan.splits.y;
        zone(FigureKind::Split, top);
    }

    // "For one outcome: 2.4 contacts (n 310) · 7 minutes (n 310)".
    void efforts() {
        std::string all;
        for (metrics::EffortFigure const& effort : m_in.figures.efforts) {
            if (effort.touchpoint != m_id) continue;
            std::string one = effort_text(words(), effort);
            if (effort.n) one = words().format("effort.with-n", {one, base::grouped(*effort.n)});
            all += (all.empty() ? "" : " \u00B7 ") + one;
        }
        if (all.empty() || !room_for(gap(10) + size(card_body_cap) * 2.6)) return;
        std::string const old = old_words(m_in, Overlay::Effort, m_id);
        if (!old.empty()) all += " \u00B7 " + old;
        double const top = m_y;
        m_y += gap(10);
        text(words().format("card.effort", {all}),
             {Role::Measure, card_body_cap, true, Weight::Regular, 2, 0.85});
        zone(FigureKind::Effort, top);
    }

    void scores() {
        if (!m_f.own && !m_f.rival && !m_f.expected) return;
        double const small = size(card_body_cap);
        if (!room_for(gap(14) + small * 5.2)) return;
        double const top = m_y;
        m_y += gap(12);
        m_plan.scores = {m_plan.left, m_y, m_plan.width, small * 5.05};
        m_y = m_plan.scores.bottom();
        zone(FigureKind::Scores, top);
    }

    // The foot stands at the bottom, whatever the rest needs.
    void source() {
        double const small = size(card_source_cap);
        if (!room_for(small * layout::line_height_em)) return;
        double const top = m_plan.bottom - small * layout::line_height_em;
        m_plan.source = {m_plan.left, top, m_plan.width, small * 2};
        m_plan.bottom = top - gap(m_f.stale ? 18 : 8);
    }

    ChromeInput const& m_in;
    BlockHeight const& m_height_of;
    model::TouchpointId m_id;
    metrics::TouchpointFigures const& m_f;
    model::Touchpoint const& m_touchpoint;
    double m_unit;
    CardPlan m_plan;
    std::optional<metrics::MonthlyChart> m_chart;
    double m_y = 0;
};

}  // namespace

BlockHeight block_height(layout::TextMeasure& measure) {
    return [&measure](std::string_view text, BlockWish const& wish) {
        return layout::break_text(measure, text, {1, wish.weight},
                                  {wish.width_em, wish.max_lines, wish.smallest_share})
            .height;
    };
}

BlockHeight block_height(SceneText& text) {
    return [&text](std::string_view words, BlockWish const& wish) {
        return text.block(words, wish).height;
    };
}

CardPlan plan_card(ChromeInput const& input, OpenCard const& card, BlockHeight const& height_of) {
    return CardPlanner(input, card, height_of).plan();
}

}  // namespace scene
