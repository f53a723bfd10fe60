// The customer asset (Bliss): who came and who left, in whole people, as marbles in two bowls; what
// remains; and the reasons, fallen into the stages where they arose.
#include <algorithm>
#include <cmath>

#include "metrics/customer_asset.hpp"
#include "metrics/saturating.hpp"
#include "scene/asset_bowl.hpp"
#include "scene/asset_plan.hpp"
#include "scene/board_losses.hpp"
#include "scene/boards.hpp"
#include "scene/definition.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

using model::AssetPeriod;

// Capitals on an 86 inch panel.
constexpr double net_cap = 46;
constexpr double words_cap = 10.5;
constexpr double small_cap = 8.2;

constexpr int quarters_shown = 8;
constexpr double fewest_columns = 6;  // few bars are no wider

// Whole units of money; absurd amounts end at what can be written.
std::int64_t whole_money(double value) {
    constexpr double most = 9e17;
    return std::llround(std::clamp(value, -most, most));
}

class AssetPainter {
public:
    AssetPainter(PaintContext const& c, AssetPeriod const& row)
        : m_c(c),
          m_p(c.painter),
          m_row(row),
          m_plan(asset_plan(c.chrome.map, {c.unit, c.input.physical.hand_type})) {
        m_result = metrics::reconcile({row.opening, row.gained, row.won_back, row.lost, row.closing,
                                       row.value_gained, row.value_won_back, row.value_lost});
        std::int64_t most = std::max(came_count(), row.lost.value_or(0));
        for (StageLoss const& loss : stage_losses(c.input.room, c.input.layout, row.period))
            most = std::max(most, loss.count);
        m_marble = marble_of(most);
        ease_from_before();
    }

    void paint() {
        bowls();
        paint_losses(m_c, {m_plan.reasons, m_row.period, m_marble, m_row.lost, m_radius,
                           m_plan.growth, m_plan.reason_rows});
    }

private:
    static constexpr Tag figure_tag{ItemKind::Room, 0, Role::Figure};
    static constexpr Tag label_tag{ItemKind::Room, 0, Role::Label};

    // What people see on the way from the last period's counts to these.
    struct Shown {
        std::optional<std::int64_t> gained, won_back, lost, net;
    };

    void ease_from_before() {
        m_shown = {m_row.gained, m_row.won_back, m_row.lost, m_result.net};
        double const share = m_c.input.view.figures_share;
        if (share >= 1 || m_c.input.previous_figures == nullptr) return;
        AssetPeriod const* const before =
            asset_row(m_c.input.room, m_c.input.previous_figures->period);
        if (before == nullptr) return;
        auto const ease = [&](std::optional<std::int64_t> now, std::optional<std::int64_t> then) {
            if (!now || !then) return now;
            return std::optional(whole_money(
                base::lerp(static_cast<double>(*then), static_cast<double>(*now), share)));
        };
        auto const then = metrics::reconcile({before->opening, before->gained, before->won_back,
                                              before->lost, before->closing, before->value_gained,
                                              before->value_won_back, before->value_lost});
        m_shown = {ease(m_row.gained, before->gained), ease(m_row.won_back, before->won_back),
                   ease(m_row.lost, before->lost), ease(m_result.net, then.net)};
    }

    double size(double cap) const {
        return layout::font_size_for_cap(cap) * m_c.unit * m_plan.growth;
    }
    double hand(double cap) const { return size(cap) * m_c.input.physical.hand_type; }
    std::string_view word(char const* key) const { return m_c.input.catalogue.text(key); }
    std::string say(char const* key, std::initializer_list<std::string_view> values) const {
        return m_c.input.catalogue.format(key, values);
    }
    double fitted(std::string_view text, double s, Weight weight, double room) const {
        return s * std::min(1.0, room / std::max(1.0, m_p.width(text, s, weight)));
    }

    void bowls() {
        Bowl const came{m_plan.came};
        Bowl const lost{m_plan.lost};
        if (came.rect.h > 24 * m_c.unit) fill(came, lost);
        double const top = came.rect.y - m_plan.head;
        double const big = m_plan.head / 2.3;
        if (m_row.gained) {
            std::int64_t const back = m_shown.won_back.value_or(0);
            std::string detail;
            if (back > 0) {
                detail = say("board:asset.came-detail",
                             {base::grouped(*m_shown.gained), base::grouped(back)});
            }
            heading(came.rect, top, big,
                    {base::grouped(metrics::saturating_add(*m_shown.gained, back)),
                     word("board:asset.came"), detail});
        } else {
            heading(came.rect, top, big, {{}, word("board:asset.came-unknown"), {}});
        }
        heading(lost.rect, top, big,
                m_row.lost ? Heading{base::grouped(*m_shown.lost), word("board:asset.left"), {}}
                           : Heading{{}, word("board:asset.left-unknown"), {}});
        balance(m_plan.balance);
    }

    std::int64_t came_count() const {
        return metrics::saturating_add(m_row.gained.value_or(0), m_row.won_back.value_or(0));
    }

    void fill(Bowl const& came, Bowl const& lost) {
        auto const marbles = [&](std::optional<std::int64_t> const& count) {
            return marbles_of(count.value_or(0), m_marble);
        };
        int const most =
            std::max({marbles(m_row.gained) + marbles(m_row.won_back), marbles(m_row.lost), 1});
        double const radius = came.radius_for(most * 5 / 4, 30 * m_c.unit * m_plan.growth);
        m_radius = radius;
        bowl(came, {marbles(m_shown.gained), marbles(m_shown.won_back), radius,
                    m_c.input.theme.second_ink});
        bowl(lost, {marbles(m_shown.lost), 0, radius, m_c.input.theme.ink});
    }

    struct Filling {
        int full = 0;
        int ringed = 0;  // won back
        double radius = 0;
        Color color;
    };

    void bowl(Bowl const& bowl, Filling const& filling) {
        m_p.polyline({ItemKind::Room, 0, Role::Rule}, bowl.outline(), m_p.mm(1.2),
                     m_c.input.theme.line);
        int number = 0;
        for (ScreenPoint const& at : bowl.places(filling.radius, filling.full + filling.ringed)) {
            Quad marble;
            double const r = filling.radius * marble_share;
            marble.rect = {at.x - r, at.y - r, 2 * r, 2 * r};
            marble.radius = static_cast<float>(r);
            bool const ring = number++ >= filling.full;
            marble.fill = ring ? no_color : filling.color;
            marble.border = filling.color;
            marble.border_width = static_cast<float>(std::max(1.0, r * 0.22));
            m_p.quad({ItemKind::Room, 0, Role::Mark}, marble);
        }
    }

    struct Heading {
        std::string count;
        std::string_view what;
        std::string detail;
    };

    // Above a bowl, in its width.
    void heading(ScreenRect const& bowl, double top, double big, Heading const& h) {
        double words = hand(words_cap) * 1.25;
        auto const wide = [&] {
            double const count = m_p.width(h.count, big, Weight::SemiBold);
            return count + (h.count.empty() ? 0 : big * 0.3) +
                   m_p.width(h.what, words, Weight::Medium);
        };
        double const fit = std::min(1.0, bowl.w / std::max(1.0, wide()));
        big *= fit;
        words = std::min(words * fit, big);
        Theme const& theme = m_c.input.theme;
        double x = bowl.centre().x - wide() / 2;
        double const line = top + big * 1.1;
        if (!h.count.empty()) {
            x += m_p.text(figure_tag, h.count, {x, line, big, theme.ink, Weight::SemiBold});
            x += big * 0.3;
        }
        m_p.text(label_tag, h.what,
                 {x, line, words, h.count.empty() ? theme.second_ink : theme.ink, Weight::Medium});
        double const s = fitted(h.detail, hand(words_cap), Weight::Regular, bowl.w);
        bool const room = line + s * 1.5 < bowl.y;
        if (h.detail.empty() || !room) return;
        m_p.text(
            label_tag, h.detail,
            {bowl.centre().x, line + s * 1.5, s, theme.second_ink, Weight::Regular, Align::Centre});
    }

    // What remains, how it adds up, and the quarters before. What has no room is left out, the last
    // lines first.
    void balance(ScreenRect const& area) {
        Theme const& theme = m_c.input.theme;
        double const s = hand(words_cap);
        double y = area.y;
        if (m_result.net) {
            // The words say which way.
            std::string const net = base::grouped(std::abs(*m_shown.net));
            double const big =
                fitted(net, std::min(size(net_cap), area.h * 0.45), Weight::SemiBold, area.w);
            y += big * 1.05;
            m_p.text(figure_tag, net,
                     {area.centre().x, y, big, theme.ink, Weight::SemiBold, Align::Centre});
            y += s * 0.85;
            bool const one = std::abs(*m_result.net) == 1;
            y = line(area, y,
                     word(*m_result.net < 0   ? one ? "board:asset.fewer-one" : "board:asset.fewer"
                          : *m_result.net > 0 ? one ? "board:asset.more-one" : "board:asset.more"
                                              : "board:asset.same"),
                     theme.ink);
        } else {
            y = line(area, y, word("board:asset.no-net"), theme.second_ink);
        }
        y = line(area, y, period_words(), theme.second_ink) + s * 0.65;
        y = sums(area, y);
        quarters({area.x + area.w * 0.12, y + s * 1.1, area.w * 0.76, area.bottom() - y - s * 1.5});
    }

    // One line below `y`; returns where it ends, or `y` again where there is no room for it.
    double line(ScreenRect const& area, double y, std::string_view text, Color color) {
        double const wish = hand(words_cap);
        if (y + wish * 1.45 > area.bottom()) return y;
        double const s = fitted(text, wish, Weight::Regular, area.w);
        m_p.text(label_tag, text,
                 {area.centre().x, y + wish * 1.45, s, color, Weight::Regular, Align::Centre});
        return y + wish * 1.45;
    }

    // The counts are everybody's, whoever is asked for.
    std::string period_words() const {
        std::string period = long_period(m_c.input.catalogue, m_row.period);
        if (!m_c.input.view.persona) return period;
        return period + " \u00B7 " + whose(m_c.input.catalogue, m_c.input.room, {});
    }

    double sums(ScreenRect const& area, double y) {
        Theme const& theme = m_c.input.theme;
        if (m_result.net && m_row.opening && m_row.closing) {
            y = line(
                area, y,
                say("board:asset.sum", {base::grouped(*m_row.opening), base::grouped(came_count()),
                                        base::grouped(*m_row.lost), base::grouped(*m_row.closing)}),
                theme.ink);
        }
        if (m_result.off_by.value_or(0) != 0) y = off_by(area, y);
        if (m_result.value_net) {
            std::string const money = signed_count(whole_money(*m_result.value_net));
            y = line(area, y, say("board:asset.value", {money, m_c.input.room.info.currency}),
                     theme.second_ink);
        }
        if (m_row.recommended) {
            y = line(area, y, say("board:asset.recommended", {base::grouped(*m_row.recommended)}),
                     theme.second_ink);
        }
        if (m_row.plan_up && m_row.plan_down) {
            y = line(area, y,
                     say("board:asset.plans",
                         {base::grouped(*m_row.plan_up), base::grouped(*m_row.plan_down)}),
                     theme.second_ink);
        }
        return y;
    }

    double off_by(ScreenRect const& area, double y) {
        Theme const& theme = m_c.input.theme;
        std::string const off = say("board:asset.off-by", {signed_count(*m_result.off_by)});
        double const s = fitted(off, hand(words_cap), Weight::Medium, area.w * 0.9);
        y += hand(words_cap) * 1.75;
        if (y + s * 0.5 > area.bottom()) return y;
        double const wide = m_p.width(off, s, Weight::Medium) + s * 1.4;
        Quad pill;
        pill.rect = {area.centre().x - wide / 2, y - s * 1.1, wide, s * 1.6};
        pill.radius = static_cast<float>(s * 0.8);
        pill.pattern = Pattern::Dashed;
        pill.border = theme.ink;
        pill.border_width = static_cast<float>(std::max(1.0, s * 0.09));
        m_p.quad({ItemKind::Room, 0, Role::State}, pill);
        m_p.text({ItemKind::Room, 0, Role::State}, off,
                 {area.centre().x, y, s, theme.ink, Weight::Medium, Align::Centre});
        return y + s * 0.6;
    }

    // The net of the last periods as bars from zero, each with its figure and its period; the one
    // that is shown in ink.
    void quarters(ScreenRect const& area) {
        std::vector<metrics::AssetFigures> rows;
        for (metrics::AssetFigures const& row : m_c.input.figures.asset) {
            if (row.period.last <= m_row.period.last) rows.push_back(row);
        }
        if (rows.size() > quarters_shown) rows.erase(rows.begin(), rows.end() - quarters_shown);
        double const s = hand(small_cap);
        if (rows.size() < 2 || area.h < s * 8) return;
        std::int64_t up = 0;
        std::int64_t down = 0;
        for (auto const& row : rows) {
            up = std::max(up, row.net.value_or(0));
            down = std::min(down, row.net.value_or(0));
        }
        double const range = std::max(1.0, static_cast<double>(up) - static_cast<double>(down));
        // A figure stands above or below each bar, its period below all of them.
        ScreenRect const bars{area.x, area.y + s * 1.4, area.w, area.h - s * 6.2};
        double const zero = bars.y + bars.h * static_cast<double>(up) / range;
        m_p.rule({ItemKind::Room, 0, Role::Axis}, {bars.x, zero, bars.w, m_p.mm(0.3)},
                 m_c.input.theme.line);
        auto const count = static_cast<double>(rows.size());
        double const step = std::min(bars.w / count, bars.w / fewest_columns);
        double const left = bars.centre().x - step * count / 2;
        double const period_line = bars.bottom() + s * 3;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            ScreenRect const column{left + static_cast<double>(i) * step, zero, step,
                                    bars.h / range};
            bar(column, rows[i], i + 1 == rows.size(), period_line);
        }
        std::string const said = say("board:asset.quarters", {std::to_string(rows.size())});
        m_p.text(label_tag, said,
                 {area.centre().x, area.bottom(), fitted(said, s, Weight::Regular, area.w),
                  m_c.input.theme.second_ink, Weight::Regular, Align::Centre});
    }

    // `column`: from the line of zero; its height is that of one customer.
    void bar(ScreenRect const& column, metrics::AssetFigures const& row, bool now,
             double period_line) {
        Theme const& theme = m_c.input.theme;
        double const s = hand(small_cap);
        Weight const weight = now ? Weight::SemiBold : Weight::Regular;
        Color const color = now ? theme.ink : theme.second_ink;
        double const middle = column.centre().x;
        auto const write = [&](std::string const& text, double baseline) {
            m_p.text(label_tag, text,
                     {middle, baseline, fitted(text, s, weight, column.w * 0.92), color, weight,
                      Align::Centre});
        };
        write(short_of(row.period), period_line);
        if (!row.net) return write(std::string(word("board:asset.no-count")), column.y - s * 0.4);
        double const high = std::abs(static_cast<double>(*row.net)) * column.h;
        bool const fewer = *row.net < 0;
        m_p.box(
            {ItemKind::Room, 0, Role::Series},
            {middle - column.w * 0.28, fewer ? column.y : column.y - high, column.w * 0.56, high},
            now ? theme.ink : theme.line);
        write(signed_count(*row.net),
              fewer ? column.y + high + s * 1.1 : column.y - high - s * 0.4);
    }

    // "Q3 2026", or what the wall calls other periods.
    std::string short_of(base::Period period) const {
        if (!base::is_quarter(period)) return short_period(m_c.input.catalogue, period);
        base::CivilDate const first = base::to_civil(period.first);
        return say("board:asset.quarter",
                   {std::to_string((first.month + 2) / 3), std::to_string(first.year)});
    }

    PaintContext const& m_c;
    Painter& m_p;
    AssetPeriod const& m_row;
    AssetPlan m_plan;
    metrics::AssetResult m_result;
    Shown m_shown;
    std::int64_t m_marble = metrics::customers_a_marble;
    double m_radius = 0;  // of a marble in the bowls; 0 where none is drawn
};

}  // namespace

void paint_asset_board(PaintContext const& c) {
    AssetPeriod const* const row = asset_row(c.input.room, c.input.view.period);
    if (row != nullptr) {
        AssetPainter(c, *row).paint();
        return;
    }
    AssetPlan const plan = asset_plan(c.chrome.map, {c.unit, c.input.physical.hand_type});
    for (ScreenRect const& rect : {plan.came, plan.lost}) {
        if (rect.h > 24 * c.unit)
            c.painter.polyline({ItemKind::Room, 0, Role::Rule}, Bowl{rect}.outline(),
                               c.painter.mm(0.6), c.input.theme.line, c.painter.mm(4));
    }
    paint_empty_board(
        c, c.input.room.asset_periods.empty()
               ? std::string(c.input.catalogue.text("board:asset.empty"))
               : c.input.catalogue.format("board:asset.not-counted",
                                          {long_period(c.input.catalogue, c.input.view.period)}));
}

}  // namespace scene
