// The monthly line of a touchpoint: on a card as a control chart with its percents, in a cell as a
// line.
#include <algorithm>
#include <cmath>

#include "scene/paint.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

// Of the text: percents keep that much apart.
constexpr double axis_step_em = 1.15;

class SeriesPainter {
public:
    SeriesPainter(PaintContext const& c, Tag tag, metrics::TouchpointFigures const& figures,
                  SeriesLook const& look)
        : m_p(c.painter),
          m_theme(c.input.theme),
          m_tag(tag),
          m_f(figures),
          m_look(look),
          m_asked(c.input.view.period) {}

    void paint(Series const& series) {
        m_series = &series;
        m_month = m_look.rect.w / static_cast<double>(series.months.size());
        // Dots of neighbouring months touch at most.
        m_radius = std::min(m_look.dot, m_month / 2);
        bands();
        if (m_look.axis_text > 0) axis();
        middle();
        target();
        line();
        for (std::size_t i = 0; i < series.months.size(); ++i)
            dot(i);
        if (!series.bands.empty()) ring();
    }

private:
    Tag tag(Role role) const { return {m_tag.kind, m_tag.item, role}; }
    double y_of(double share) const {
        double const place = std::clamp(m_series->range.place(share), 0.0, 1.0);
        return m_look.rect.bottom() - m_look.rect.h * place;
    }
    ScreenPoint at(std::size_t i, double share) const {
        return {m_look.rect.x + m_month * (static_cast<double>(i) + 0.5), y_of(share)};
    }
    bool counted(std::size_t i) const { return m_series->months[i].counts.due > 0; }
    ScreenPoint point(std::size_t i) const {
        auto const& counts = m_series->months[i].counts;
        return at(i, static_cast<double>(counts.kept) / static_cast<double>(counts.due));
    }

    void bands() {
        for (std::size_t i = 0; i < m_series->bands.size(); ++i) {
            auto const& limits = m_series->bands[i].limits;
            if (!limits) continue;
            ScreenPoint const top = at(i, limits->upper);
            m_p.box(tag(Role::Scale),
                    {top.x - m_month / 2, top.y, m_month, y_of(limits->lower) - top.y},
                    base::with_alpha(m_theme.quiet_line, 0.55));
        }
    }

    // One rule a level, a step where a new one was accepted; from the first counted month to the
    // last one, as where nobody counted there is no middle.
    void middle() {
        auto const& all = m_series->bands;
        std::size_t begin = 0;
        std::size_t end = all.size();
        while (begin < end && !counted(begin))
            ++begin;
        while (end > begin && !counted(end - 1))
            --end;
        for (std::size_t i = begin; i < end;) {
            std::size_t next = i + 1;
            while (next < end && all[next].centre == all[i].centre)
                ++next;
            if (all[i].centre) {
                ScreenPoint const from = at(i, *all[i].centre);
                m_p.rule(tag(Role::Axis),
                         {from.x - m_month / 2, from.y, static_cast<double>(next - i) * m_month,
                          m_look.line_width * 0.5},
                         m_theme.line);
            }
            i = next;
        }
    }

    void target() {
        if (!m_f.target) return;
        double const y = y_of(*m_f.target);
        m_p.polyline(tag(Role::Target), {{m_look.rect.x, y}, {m_look.rect.right(), y}},
                     m_look.line_width * 0.7, m_theme.second_ink, m_look.line_width * 2);
    }

    // What was promised in ink; round percents give way to it.
    void axis() {
        double const size = m_look.axis_text;
        double const step = size * axis_step_em;
        if (m_f.target)
            percent_at(*m_f.target, target_number(*m_f.target), m_theme.ink, Weight::SemiBold);
        if (!any_counted(*m_series)) return;
        for (double const share : round_shares(m_series->range)) {
            bool const hidden = m_f.target && std::abs(y_of(share) - y_of(*m_f.target)) < step;
            if (hidden) continue;
            m_p.rule(tag(Role::Axis), {m_look.rect.x, y_of(share), m_look.rect.w, m_p.mm(0.3)},
                     m_theme.quiet_line);
            percent_at(share, number(share * 100, 0), m_theme.second_ink, Weight::Regular);
        }
    }

    void percent_at(double share, std::string const& figure, Color color, Weight weight) {
        double const size = m_look.axis_text;
        m_p.text(tag(Role::Axis), figure + "\u00A0%",
                 {m_look.rect.right() + size * 0.5, y_of(share) + size * layout::cap_height_em / 2,
                  size, color, weight});
    }

    void line() {
        std::vector<ScreenPoint> piece;
        auto const flush = [&] {
            m_p.polyline(tag(Role::Series), piece, m_look.line_width, m_theme.ink);
            piece.clear();
        };
        for (std::size_t i = 0; i < m_series->months.size(); ++i) {
            if (counted(i) && !beyond_scale(*m_series, i)) {
                piece.push_back(point(i));
            } else {
                flush();
            }
        }
        flush();
    }

    void dot(std::size_t i) {
        auto const& month = m_series->months[i];
        bool const asked = base::lies_within(month.month, m_asked);
        bool const hollow = month.counts.due < least_judged;
        if (!counted(i) || (!asked && !hollow)) return;
        ScreenPoint centre = point(i);
        if (beyond_scale(*m_series, i)) {
            centre.y = std::min(m_look.rect.bottom() - m_radius,
                                std::max(m_look.rect.y + m_radius, centre.y));
        }
        Quad dot;
        dot.rect = {centre.x - m_radius, centre.y - m_radius, m_radius * 2, m_radius * 2};
        dot.radius = static_cast<float>(m_radius);
        dot.fill = hollow ? m_theme.card : color_of(m_f.state, m_theme);
        dot.border = asked ? color_of(m_f.state, m_theme) : m_theme.second_ink;
        dot.border_width = static_cast<float>(std::max(1.0, m_radius * 0.35));
        m_p.quad(tag(Role::Point), dot);
    }

    // Round the month that the arrow is about.
    void ring() {
        if (!signal_arrow(m_f)) return;
        for (std::size_t i = 0; i < m_series->months.size(); ++i) {
            if (m_series->months[i].month != m_f.signal->period || !counted(i)) continue;
            ScreenPoint const centre = point(i);
            double const radius = m_radius * 2;
            Quad ring;
            ring.rect = {centre.x - radius, centre.y - radius, radius * 2, radius * 2};
            ring.radius = static_cast<float>(radius);
            ring.border = m_theme.ink;
            ring.border_width = static_cast<float>(std::max(1.0, m_radius * 0.5));
            m_p.quad(tag(Role::State), ring);
        }
    }

    Painter& m_p;
    Theme const& m_theme;
    Tag m_tag;
    metrics::TouchpointFigures const& m_f;
    SeriesLook const& m_look;
    base::Period m_asked;
    Series const* m_series = nullptr;
    double m_month = 1;
    double m_radius = 1;
};

}  // namespace

void paint_series(PaintContext const& c, Tag tag, model::TouchpointId touchpoint,
                  SeriesLook const& look) {
    auto const series = series_of(chrome_input(c.input), touchpoint, look.detail);
    if (series) SeriesPainter(c, tag, c.figures(touchpoint), look).paint(*series);
}

}  // namespace scene
