// The customer asset (Bliss): who came and who left, in whole people, as marbles in two bowls; what
// remains; and the reasons, fallen into the stages where they arose.
#include <algorithm>
#include <cmath>

#include "metrics/customer_asset.hpp"
#include "scene/boards.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

using model::AssetPeriod;

// Capitals on an 86 inch panel.
constexpr double net_cap = 46;
constexpr double count_cap = 24;
constexpr double words_cap = 10.5;
constexpr double small_cap = 8.2;
constexpr double stage_cap = 10;

constexpr double bowls_share = 0.62;  // of the board's height; below lie the reasons
constexpr double bowl_width = 0.27;   // of the board's width
constexpr int most_marbles = 200;     // in one bowl; more customers take larger marbles
constexpr int quarters_shown = 8;

// The latest row that ends by the end of the asked period; else the first.
AssetPeriod const* row_for(model::Room const& room, base::Period asked) {
    AssetPeriod const* best = nullptr;
    for (AssetPeriod const& row : room.asset_periods) {
        if (row.period.last > asked.last) continue;
        if (best == nullptr || best->period.last < row.period.last) best = &row;
    }
    return best;
}

// Customers a marble: 500, or as many as keep a bowl countable.
std::int64_t marble_of(std::int64_t most) {
    std::int64_t marble = metrics::customers_a_marble;
    for (int step = 0; most / marble > most_marbles; ++step)
        marble *= step % 3 == 1 ? 5 : 2;
    return marble;
}

int marbles_of(std::int64_t customers, std::int64_t marble) {
    return static_cast<int>((customers + marble / 2) / marble);
}

// A half ellipse open at the top.
struct Bowl {
    ScreenRect rect;

    double half_width_at(double y) const {
        double const t = (y - rect.y) / rect.h;
        return t >= 1 ? 0 : rect.w / 2 * std::sqrt(1 - t * t);
    }
    std::vector<ScreenPoint> outline() const {
        constexpr int steps = 48;
        std::vector<ScreenPoint> points;
        for (int i = 0; i <= steps; ++i) {
            double const angle = 3.14159265358979 * i / steps;
            points.push_back({rect.centre().x - rect.w / 2 * std::cos(angle),
                              rect.y + rect.h * std::sin(angle)});
        }
        return points;
    }
    // Places of marbles of that radius from the bottom up, row by row, while they fit below the
    // rim.
    std::vector<ScreenPoint> places(double radius, int count) const {
        std::vector<ScreenPoint> all;
        double y = rect.bottom() - radius * 1.15;
        while (y - radius > rect.y && static_cast<int>(all.size()) < count) {
            double const half = half_width_at(y + radius * 0.5) - radius * 1.1;
            if (half > 0) {
                int const fit = static_cast<int>(half / radius) + 1;
                int const left = count - static_cast<int>(all.size());
                int const here = std::min(fit, left);
                for (int i = 0; i < here; ++i) {
                    all.push_back({rect.centre().x + (i - (here - 1) / 2.0) * 2 * radius, y});
                }
            }
            y -= radius * 1.8;
        }
        return all;
    }
    // The largest radius, up to `most`, at which `count` marbles fit.
    double radius_for(int count, double most) const {
        double low = 0.5;
        double high = most;
        for (int i = 0; i < 24; ++i) {
            double const middle = (low + high) / 2;
            bool const fits = static_cast<int>(places(middle, count).size()) >= count;
            (fits ? low : high) = middle;
        }
        return low;
    }
};

struct StageLoss {
    model::StageId stage;  // none: nobody knows
    std::int64_t count = 0;
    std::string top_reason;
    std::int64_t top_count = 0;
};

class AssetPainter {
public:
    AssetPainter(PaintContext const& c, AssetPeriod const& row)
        : m_c(c), m_p(c.painter), m_row(row), m_area(c.chrome.map) {
        m_came = row.gained.value_or(0) + row.won_back.value_or(0);
        m_lost = row.lost.value_or(0);
        m_marble = marble_of(std::max(m_came, m_lost));
    }

    void paint() {
        double const height = m_area.h * bowls_share;
        double const wide = m_area.w * bowl_width;
        double const top = m_area.y + size(count_cap) * 2.3;
        double const bowl_height = std::max(1.0, height - (top - m_area.y) - 10 * m_c.unit);
        Bowl const came{{m_area.x, top, wide, bowl_height}};
        Bowl const lost{{m_area.right() - wide, top, wide, bowl_height}};
        int const gained = marbles_of(m_row.gained.value_or(0), m_marble);
        int const back = marbles_of(m_row.won_back.value_or(0), m_marble);
        int const left = marbles_of(m_lost, m_marble);
        double const radius =
            came.radius_for(std::max({gained + back, left, 1}) * 5 / 4, 30 * m_c.unit);
        bowl(came, {gained, back, radius, m_c.input.theme.second_ink});
        bowl(lost, {left, 0, radius, m_c.input.theme.ink});
        if (m_row.gained) {
            std::string detail;
            if (m_row.won_back.value_or(0) > 0) {
                detail = say("board:asset.came-detail",
                             {base::grouped(*m_row.gained), base::grouped(*m_row.won_back)});
            }
            heading(came.rect, base::grouped(m_came), word("board:asset.came"), detail);
        }
        if (m_row.lost) heading(lost.rect, base::grouped(m_lost), word("board:asset.left"), {});
        double const gap = 36 * m_c.unit;
        balance(
            {came.rect.right() + gap, m_area.y, lost.rect.x - came.rect.right() - 2 * gap, height});
        reasons({m_area.x, m_area.y + height + 14 * m_c.unit, m_area.w,
                 m_area.h - height - 14 * m_c.unit});
    }

private:
    static constexpr Tag figure_tag{ItemKind::Room, 0, Role::Figure};
    static constexpr Tag label_tag{ItemKind::Room, 0, Role::Label};

    double size(double cap) const { return layout::font_size_for_cap(cap) * m_c.unit; }
    std::string_view word(char const* key) const { return m_c.input.catalogue.text(key); }
    std::string say(char const* key, std::initializer_list<std::string_view> values) const {
        return m_c.input.catalogue.format(key, values);
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
            double const r = filling.radius * 0.9;
            marble.rect = {at.x - r, at.y - r, 2 * r, 2 * r};
            marble.radius = static_cast<float>(r);
            bool const ring = number++ >= filling.full;
            marble.fill = ring ? no_color : filling.color;
            marble.border = filling.color;
            marble.border_width = static_cast<float>(std::max(1.0, r * 0.22));
            m_p.quad({ItemKind::Room, 0, Role::Mark}, marble);
        }
    }

    void heading(ScreenRect const& bowl, std::string const& count, std::string_view what,
                 std::string const& detail) {
        double const big = size(count_cap);
        double const s = size(words_cap);
        double const wide = m_p.width(count, big, Weight::SemiBold);
        double const all = wide + big * 0.3 + m_p.width(what, s * 1.25, Weight::Medium);
        double const x = bowl.centre().x - all / 2;
        double const line = m_area.y + big * 1.1;
        m_p.text(figure_tag, count, {x, line, big, m_c.input.theme.ink, Weight::SemiBold});
        m_p.text(label_tag, what,
                 {x + wide + big * 0.3, line, s * 1.25, m_c.input.theme.ink, Weight::Medium});
        if (!detail.empty()) {
            m_p.text(label_tag, detail,
                     {bowl.centre().x, line + s * 1.5, s, m_c.input.theme.second_ink,
                      Weight::Regular, Align::Centre});
        }
    }

    static std::string signed_count(std::int64_t value) {
        return (value < 0 ? "\u2212" : value > 0 ? "+" : "") + base::grouped(std::abs(value));
    }

    // What remains, how it adds up, and the quarters before.
    void balance(ScreenRect const& area) {
        metrics::AssetResult const result = metrics::reconcile(
            {m_row.opening, m_row.gained, m_row.won_back, m_row.lost, m_row.closing,
             m_row.value_gained, m_row.value_won_back, m_row.value_lost});
        Theme const& theme = m_c.input.theme;
        double const big = size(net_cap);
        double const s = size(words_cap);
        double const x = area.centre().x;
        double y = area.y + big * 1.05;
        if (result.net) {
            m_p.text(figure_tag, signed_count(*result.net),
                     {x, y, big, theme.ink, Weight::SemiBold, Align::Centre});
            y += s * 2.3;
            line(x, y, *result.net < 0 ? word("board:asset.fewer") : word("board:asset.more"), s,
                 theme.ink);
        } else {
            line(x, y, word("board:asset.no-net"), s, theme.second_ink);
        }
        y += s * 1.45;
        line(x, y, long_period(m_c.input.catalogue, m_row.period), s, theme.second_ink);
        y += s * 2.1;
        y = sums(area, y, result);
        quarters({area.x + area.w * 0.12, y + s * 0.4, area.w * 0.76, area.bottom() - y - s * 2.2});
    }

    void line(double x, double y, std::string_view text, double s, Color color) {
        m_p.text(label_tag, text, {x, y, s, color, Weight::Regular, Align::Centre});
    }

    double sums(ScreenRect const& area, double y, metrics::AssetResult const& result) {
        Theme const& theme = m_c.input.theme;
        double const s = size(words_cap);
        double const x = area.centre().x;
        if (m_row.opening && m_row.closing) {
            std::string const sum =
                say("board:asset.sum", {base::grouped(*m_row.opening), base::grouped(m_came),
                                        base::grouped(m_lost), base::grouped(*m_row.closing)});
            double const fitted =
                std::min(1.0, area.w / std::max(1.0, m_p.width(sum, s, Weight::Regular)));
            line(x, y, sum, s * fitted, theme.ink);
            y += s * 1.45;
        }
        if (result.off_by.value_or(0) != 0) {
            std::string const off = say("board:asset.off-by", {signed_count(*result.off_by)});
            double const wide = m_p.width(off, s, Weight::Medium) + s * 1.4;
            Quad pill;
            pill.rect = {x - wide / 2, y - s * 1.1, wide, s * 1.6};
            pill.radius = static_cast<float>(s * 0.8);
            pill.pattern = Pattern::Dashed;
            pill.border = theme.ink;
            pill.border_width = static_cast<float>(std::max(1.0, s * 0.09));
            m_p.quad({ItemKind::Room, 0, Role::State}, pill);
            m_p.text({ItemKind::Room, 0, Role::State}, off,
                     {x, y, s, theme.ink, Weight::Medium, Align::Centre});
            y += s * 1.8;
        }
        if (result.value_net) {
            std::string const money = signed_count(std::llround(*result.value_net));
            line(x, y, say("board:asset.value", {money, m_c.input.room.info.currency}), s,
                 theme.second_ink);
            y += s * 1.45;
        }
        if (m_row.recommended) {
            line(x, y, say("board:asset.recommended", {base::grouped(*m_row.recommended)}), s,
                 theme.second_ink);
            y += s * 1.45;
        }
        if (m_row.plan_up && m_row.plan_down) {
            line(x, y,
                 say("board:asset.plans",
                     {base::grouped(*m_row.plan_up), base::grouped(*m_row.plan_down)}),
                 s, theme.second_ink);
            y += s * 1.45;
        }
        return y;
    }

    // The net of the last quarters as bars around zero, the one that is shown in ink.
    void quarters(ScreenRect const& area) {
        std::vector<metrics::AssetFigures> rows;
        for (metrics::AssetFigures const& row : m_c.input.figures.asset) {
            if (row.period.last <= m_row.period.last) rows.push_back(row);
        }
        if (rows.size() > quarters_shown) rows.erase(rows.begin(), rows.end() - quarters_shown);
        double const s = size(small_cap);
        if (rows.size() < 2 || area.h < s * 3.5) return;
        std::int64_t most = 1;
        for (auto const& row : rows)
            most = std::max(most, std::abs(row.net.value_or(0)));
        ScreenRect const bars{area.x, area.y, area.w, area.h - s * 1.5};
        double const zero = bars.centre().y;
        double const step = bars.w / static_cast<double>(rows.size());
        m_p.rule({ItemKind::Room, 0, Role::Axis}, {bars.x, zero, bars.w, m_p.mm(0.3)},
                 m_c.input.theme.line);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (!rows[i].net) continue;
            double const high = static_cast<double>(std::abs(*rows[i].net)) /
                                static_cast<double>(most) * bars.h / 2;
            double const x = bars.x + (static_cast<double>(i) + 0.22) * step;
            bool const now = i + 1 == rows.size();
            m_p.box({ItemKind::Room, 0, Role::Series},
                    {x, *rows[i].net < 0 ? zero : zero - high, step * 0.56, high},
                    now ? m_c.input.theme.ink : m_c.input.theme.line);
        }
        line(area.centre().x, area.bottom(),
             say("board:asset.quarters", {std::to_string(rows.size())}), s,
             m_c.input.theme.second_ink);
    }

    std::vector<StageLoss> losses() const {
        std::vector<StageLoss> all;
        auto const level0 =
            std::find_if(m_c.input.layout.frames.begin(), m_c.input.layout.frames.end(),
                         [](layout::Frame const& f) { return f.level == 0; });
        if (level0 != m_c.input.layout.frames.end()) {
            for (auto const& column : level0->columns)
                all.push_back({column.stage, 0, {}, 0});
        }
        StageLoss nowhere;
        for (model::LossReason const& reason : m_c.input.room.loss_reasons) {
            if (reason.period != m_row.period) continue;
            auto const at = std::find_if(all.begin(), all.end(), [&](StageLoss const& loss) {
                return loss.stage == reason.stage;
            });
            StageLoss& loss = reason.stage && at != all.end() ? *at : nowhere;
            loss.count += reason.count;
            if (reason.count > loss.top_count) {
                loss.top_count = reason.count;
                loss.top_reason = reason.reason;
            }
        }
        if (nowhere.count > 0) all.push_back(nowhere);
        return all;
    }

    void reasons(ScreenRect const& area) {
        std::vector<StageLoss> const all = losses();
        bool const any = std::any_of(all.begin(), all.end(),
                                     [](StageLoss const& loss) { return loss.count > 0; });
        Theme const& theme = m_c.input.theme;
        double const s = size(words_cap);
        m_p.text(label_tag, word(any ? "board:asset.reasons" : "board:asset.no-reasons"),
                 {area.x, area.y + s, s, theme.ink, Weight::SemiBold});
        if (!any) return;
        std::string const declared = say("board:asset.marble", {base::grouped(m_marble)});
        m_p.text(label_tag, declared,
                 {area.right(), area.y + s, s, theme.second_ink, Weight::Regular, Align::Right});
        double const top = area.y + s * 1.9;
        double const wide = area.w / static_cast<double>(all.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            stage_losses({area.x + static_cast<double>(i) * wide, top, wide - 16 * m_c.unit,
                          area.bottom() - top},
                         all[i]);
        }
        unknown(area, all);
    }

    void stage_losses(ScreenRect const& area, StageLoss const& loss) {
        Theme const& theme = m_c.input.theme;
        double const s = size(stage_cap);
        double const small = size(small_cap);
        Tag const tag{loss.stage ? ItemKind::Stage : ItemKind::Room, loss.stage.value, Role::Name};
        std::string_view const name = loss.stage
                                          ? std::string_view(m_c.input.room.at(loss.stage).name)
                                          : word("board:asset.nowhere");
        m_p.rule({tag.kind, tag.item, Role::Rule}, {area.x, area.y, area.w, m_p.mm(0.3)},
                 theme.line);
        double y = area.y + s * 0.4;
        y += m_p.paragraph(tag, name,
                           {{area.x, y, area.w, area.h},
                            s * 0.9,
                            loss.count > 0 ? theme.ink : theme.second_ink,
                            Weight::SemiBold,
                            2,
                            0.7});
        if (loss.count == 0) return;
        m_p.paragraph({tag.kind, tag.item, Role::Why}, loss.top_reason,
                      {{area.x, area.bottom() - small * 2.4, area.w, small * 2.6},
                       small,
                       theme.second_ink,
                       Weight::Regular,
                       2,
                       0.8});
        double const figure = area.bottom() - small * 2.9;
        m_p.text({tag.kind, tag.item, Role::Figure}, base::grouped(loss.count),
                 {area.x, figure, s * 1.2, theme.ink, Weight::SemiBold});
        pile({area.x, y + 4 * m_c.unit, area.w, figure - s * 1.5 - y - 4 * m_c.unit},
             marbles_of(loss.count, m_marble), tag);
    }

    // Marbles in rows from the bottom.
    void pile(ScreenRect const& area, int count, Tag tag) {
        if (area.h < 2 || count == 0) return;
        double radius = 10 * m_c.unit;
        auto const columns = [&] { return std::max(1, static_cast<int>(area.w / (2.2 * radius))); };
        auto const rows = [&] { return (count + columns() - 1) / columns(); };
        while (radius > 1.2 * m_c.unit && rows() * 2.2 * radius > area.h)
            radius *= 0.94;
        for (int i = 0; i < count; ++i) {
            double const x = area.x + (i % columns() + 0.5) * 2.2 * radius;
            double const y = area.bottom() - (i / columns() + 0.5) * 2.2 * radius;
            Quad marble;
            marble.rect = {x - radius, y - radius, 2 * radius, 2 * radius};
            marble.radius = static_cast<float>(radius);
            marble.fill = m_c.input.theme.ink;
            m_p.quad({tag.kind, tag.item, Role::Mark}, marble);
        }
    }

    // A list of reasons says little when a quarter of them is not known.
    void unknown(ScreenRect const& area, std::vector<StageLoss> const& all) {
        std::vector<metrics::LossCount> counts;
        for (model::LossReason const& reason : m_c.input.room.loss_reasons) {
            if (reason.period == m_row.period) counts.push_back({reason.reason, reason.count});
        }
        if (!metrics::summarise_losses(counts).too_many_unknown || all.empty()) return;
        double const s = size(words_cap);
        m_p.text(
            {ItemKind::Room, 0, Role::State}, word("board:asset.too-many-unknown"),
            {area.centre().x, area.y + s, s, m_c.input.theme.ink, Weight::Medium, Align::Centre});
    }

    PaintContext const& m_c;
    Painter& m_p;
    AssetPeriod const& m_row;
    ScreenRect m_area;
    std::int64_t m_came = 0;
    std::int64_t m_lost = 0;
    std::int64_t m_marble = metrics::customers_a_marble;
};

}  // namespace

void paint_asset_board(PaintContext const& c) {
    AssetPeriod const* const row = row_for(c.input.room, c.input.view.period);
    if (row != nullptr) {
        AssetPainter(c, *row).paint();
        return;
    }
    double const s = layout::font_size_for_cap(words_cap) * c.unit;
    ScreenRect const& map = c.chrome.map;
    c.painter.paragraph({ItemKind::Room, 0, Role::Label},
                        c.input.catalogue.text("board:asset.empty"),
                        {{map.x, map.centre().y - s, map.w, s * 4},
                         s,
                         c.input.theme.second_ink,
                         Weight::Regular,
                         2,
                         1,
                         Align::Centre});
}

}  // namespace scene
