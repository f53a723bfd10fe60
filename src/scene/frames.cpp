#include <algorithm>
#include <cmath>

#include "scene/beliefs.hpp"
#include "scene/detail.hpp"
#include "scene/paint.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

using layout::Frame;
using layout::LaneRole;
using layout::StageColumn;

// Design millimetres at natural scale.
constexpr double panel_radius = 6;
constexpr double leader_cap = 8;
constexpr double name_cap = 13;   // where no stage has a name yet
constexpr double base_inset = 8;  // between an edge and what slides along it
constexpr double rail_inset = 8;  // inside a journey's panel
constexpr double largest_caption_cap = 12;
// Font size of a nested journey's title, as a share of its caption strip.
constexpr double caption_share = 0.66;

char const* lane_key(LaneRole role) {
    switch (role) {
        case LaneRole::StageHeader:
            return "lane.stages";
        case LaneRole::Steps:
            return "lane.steps";
        case LaneRole::Emotion:
            return "lane.emotion";
        case LaneRole::Touchpoints:
            return "lane.touchpoints";
        case LaneRole::Quotes:
            return "lane.quotes";
        case LaneRole::Children:
            return "lane.children";
        case LaneRole::Yields:
            break;
    }
    return "lane.yields";
}

// Paints one frame's own parts; cells, curves and frozen parts come later.
class FramePainter {
public:
    FramePainter(PaintContext const& c, Frame const& frame, std::uint32_t index)
        : m_c(c), m_p(c.painter), m_frame(frame), m_index(index), m_k(frame.scale * c.scale()) {}

    void paint(ScreenRect const& area) {
        if (m_frame.parent >= 0 || m_frame.level > 0 || m_frame.columns.empty()) panel();
        if (m_frame.columns.empty()) return nothing_yet();
        rail();
        for (std::size_t i = 0; i < m_frame.columns.size(); ++i) {
            ScreenRect const rect = m_c.on_screen(m_frame.columns[i].rect);
            if (base::intersects(rect, area)) column(m_frame.columns[i], i, rect);
        }
        folded_title();
    }

private:
    // A text of the frame: drawn when its capitals are legible on the panel, faded around the
    // threshold, and again where they outgrow the map.
    bool begin_text(double size_px) {
        double const cap = size_px * layout::cap_height_em;
        double const share = text_share(m_c.to_mm(cap)) * proportion_share(cap, m_c.chrome.map.h);
        if (share <= 0) return false;
        m_p.push_alpha(share);
        return true;
    }

    void panel() {
        Quad q;
        q.rect = m_c.on_screen(m_frame.rect);
        q.radius = static_cast<float>(panel_radius * m_k);
        q.fill = base::mix(m_c.input.theme.ground, m_c.input.theme.card, 0.55);
        q.border = m_c.input.theme.quiet_line;
        q.border_width = static_cast<float>(std::max(1.0, m_p.mm(0.3)));
        if (m_frame.columns.empty()) {
            q.pattern = Pattern::Dashed;
            q.pattern_px = static_cast<float>(m_p.mm(8));
            q.border = m_c.input.theme.line;
        }
        m_p.quad({ItemKind::Journey, m_frame.journey.value, Role::Panel}, q);
    }

    // Says what would fill it.
    void nothing_yet() {
        ScreenRect const rect = m_c.on_screen(m_frame.rect);
        double const size =
            std::min(layout::font_size_for_cap(name_cap) * m_k, m_p.hand_size(largest_caption_cap));
        if (!begin_text(size)) return;
        m_p.paragraph({ItemKind::Journey, m_frame.journey.value, Role::Why},
                      m_c.input.catalogue.text("journey.empty"),
                      {base::inset(rect, size * 1.5), size, m_c.input.theme.second_ink,
                       Weight::Regular, 4, 0.7});
        m_p.pop_alpha();
        folded_title();
    }

    void rail() {
        double const size = layout::font_size_for_cap(rail_label_cap_mm) * m_k;
        double const own = own_rail_share();
        if (own <= 0 || !begin_text(size)) return;
        m_p.push_alpha(own);
        ScreenRect const rail = m_c.on_screen(m_frame.rail);
        double const inset = m_frame.level > 0 ? rail_inset * m_k : 0;
        for (layout::Lane const& lane : m_frame.lanes) {
            if (!names_lane(m_c, lane)) continue;
            ScreenRect const band = m_c.on_screen(lane.rect);
            if (m_p.covered({band.x, band.centre().y, 0, 0})) continue;
            std::string const name = lane_name(m_c, lane);
            double const top = lane.role == LaneRole::Emotion ? band.centre().y - size * 0.62
                                                              : band.y + size * 0.3;
            m_p.paragraph({ItemKind::Lane, m_index, Role::Label}, name,
                          {{rail.x + inset, top, rail.w - inset - size * 0.6, band.h},
                           size,
                           m_c.input.theme.second_ink,
                           Weight::Regular,
                           3,
                           0.9});
        }
        m_p.pop_alpha();
        m_p.pop_alpha();
    }

    // They go before the frozen ones come.
    double own_rail_share() const {
        if (m_c.chrome.place.frame != m_index) return 1;
        return std::clamp(1 - 2 * m_c.chrome.frozen.rail_share, 0.0, 1.0);
    }

    void column(StageColumn const& column, std::size_t place, ScreenRect const& rect) {
        Tag const stage{ItemKind::Stage, column.stage.value, Role::Rule};
        if (place > 0) {
            m_p.rule(stage, {rect.x, rect.y, m_p.mm(0.3), rect.h}, m_c.input.theme.quiet_line);
        }
        header(column, rect);
        faded_at_edge(column.steps, [&] { steps(column); });
        faded_at_edge(column.quote.rect, [&] { quote(column); });
        yield(column);
    }

    // What begins left of the map's edge slides along with it while its column has room for it
    // whole, then fades: no word is read from its middle.
    struct Slide {
        double dx = 0;
        double alpha = 1;
    };
    Slide slide(double left, double width, double limit) const {
        double const inset = base_inset * m_c.unit;
        double const wish = m_c.chrome.frozen.map.x + inset - left;
        if (wish <= inset || m_c.chrome.frozen.left <= 0) return {};
        double const dx = std::clamp(limit - left - width, 0.0, wish);
        return {dx, std::clamp(1 - 10 * (wish - inset - dx) / std::max(1.0, width), 0.0, 1.0)};
    }

    template <typename Paint>
    void faded_at_edge(layout::WorldRect const& place, Paint paint) {
        ScreenRect const rect = m_c.on_screen(place);
        double const alpha = slide(rect.x, rect.w, rect.x + rect.w).alpha;
        if (alpha <= 0) return;
        m_p.push_alpha(alpha);
        paint();
        m_p.pop_alpha();
    }

    void header(StageColumn const& column, ScreenRect const& rect) {
        auto const& theme = m_c.input.theme;
        ScreenRect name = m_c.on_screen(column.name.rect);
        ScreenRect number = m_c.on_screen(column.number.rect);
        double const left = column.number.block.lines.empty() ? name.x : number.x;
        double const wide = name.x - left + column.name.block.width * m_c.scale();
        Slide const slid = slide(left, wide, rect.right() - base_inset * m_c.unit);
        if (slid.alpha <= 0) return;
        name.x += slid.dx;
        number.x += slid.dx;
        // It goes before the frozen names come.
        bool const titled = m_c.chrome.place.frame == m_index;
        double const own =
            titled ? std::clamp(1 - 3 * m_c.chrome.frozen.header_share, 0.0, 1.0) : 1;
        if (own <= 0) return;
        m_p.push_alpha(slid.alpha * own);
        if (begin_text(column.name.block.style.size * m_c.scale())) {
            m_p.block({ItemKind::Stage, column.stage.value, Role::Name}, column.name.block, name,
                      m_c.scale(), theme.ink);
            m_p.block({ItemKind::Stage, column.stage.value, Role::Label}, column.number.block,
                      number, m_c.scale(), theme.line);
            m_p.pop_alpha();
        }
        leader(column, slid.dx);
        m_p.pop_alpha();
    }

    void leader(StageColumn const& column, double dx) {
        if (column.leader.empty()) return;
        double const size = layout::font_size_for_cap(leader_cap) * m_k;
        if (!begin_text(size)) return;
        auto const& theme = m_c.input.theme;
        model::Stage const& stage = m_c.input.room.at(column.stage);
        Tag const tag{ItemKind::Stage, column.stage.value, Role::Leader};
        ScreenRect rect = m_c.on_screen(column.leader);
        rect.x += dx;
        rect.w -= dx;
        double const baseline = rect.y + rect.h / 2 + size * layout::cap_height_em / 2;
        if (!stage.leader.empty()) {
            m_p.paragraph(
                tag, stage.leader,
                {{rect.x, baseline - size * layout::ascent_em - size * 0.015, rect.w, rect.h},
                 size,
                 theme.second_ink,
                 Weight::Regular,
                 1,
                 0.75});
        } else {
            paint_vacant_seat(m_c, tag, {rect.x, baseline}, {size, rect.w});
        }
        m_p.pop_alpha();
    }

    void steps(StageColumn const& column) {
        for (std::size_t i = 0; i < column.step_texts.size(); ++i) {
            layout::PlacedText const& text = column.step_texts[i];
            if (!begin_text(text.block.style.size * m_c.scale())) continue;
            m_p.block({ItemKind::Step, column.step_ids[i].value, Role::Action}, text.block,
                      m_c.on_screen(text.rect), m_c.scale(), m_c.input.theme.ink);
            m_p.pop_alpha();
        }
    }

    void quote(StageColumn const& column) {
        if (column.quote.block.lines.empty()) return;
        if (!begin_text(column.quote.block.style.size * m_c.scale())) return;
        m_p.block({ItemKind::Quote, column.quote_verbatim, Role::Quote}, column.quote.block,
                  m_c.on_screen(column.quote.rect), m_c.scale(), m_c.input.theme.second_ink);
        m_p.pop_alpha();
    }

    void yield(StageColumn const& column) {
        if (column.yield.empty() || m_c.input.view.overlay == Overlay::None) return;
        auto const& now = m_c.input.figures.stages[column.stage.index()];
        YieldFigures figures{now.rty, {}, now.measured, now.of, now.overdue};
        if (m_c.input.previous_figures != nullptr) {
            figures.previous = m_c.input.previous_figures->stages[column.stage.index()].rty;
        }
        ScreenRect rect = m_c.on_screen(column.yield);
        Slide const slid = slide(rect.x, rect.w * 0.5, rect.right());
        if (slid.alpha <= 0) return;
        rect.x += slid.dx;
        rect.w -= slid.dx;
        m_p.push_alpha(slid.alpha);
        Tag const tag{ItemKind::Stage, column.stage.value, Role::Yield};
        if (m_c.input.view.overlay == Overlay::PerceptionGap) {
            paint_beliefs(m_c, tag, rect,
                          beliefs_in(m_c.input.room, m_c.input.figures, column.stage));
        } else {
            paint_yield(m_c, tag, rect, figures);
        }
        m_p.pop_alpha();
    }

    // A nested frame whose own headers are too small to read carries its title instead.
    void folded_title() {
        if (m_frame.caption.empty()) return;
        double const header_cap =
            m_frame.columns.empty()
                ? name_cap * m_k
                : m_frame.columns[0].name.block.style.size * m_c.scale() * layout::cap_height_em;
        double const share = 1 - text_share(m_c.to_mm(header_cap));
        if (share <= 0) return;
        ScreenRect const rect = m_c.on_screen(m_frame.caption);
        double const size = std::min(rect.h * caption_share, m_p.hand_size(largest_caption_cap));
        if (m_c.to_mm(size * layout::cap_height_em) < smallest_cap_mm * 0.97) return;
        m_p.push_alpha(share);
        m_p.paragraph({ItemKind::Journey, m_frame.journey.value, Role::Title},
                      m_c.input.room.at(m_frame.journey).title,
                      {{rect.x, rect.bottom() - size * 1.4, rect.w, rect.h},
                       size,
                       m_c.input.theme.ink,
                       Weight::Medium,
                       1,
                       0.7});
        m_p.pop_alpha();
    }

    PaintContext const& m_c;
    Painter& m_p;
    Frame const& m_frame;
    std::uint32_t m_index;
    double m_k;  // px of the frame's natural millimetre
};

}  // namespace

bool names_lane(PaintContext const& c, layout::Lane const& lane) {
    if (lane.role == LaneRole::Yields) return c.input.view.overlay != Overlay::None;
    return lane.role != LaneRole::StageHeader;
}

std::string lane_name(PaintContext const& c, layout::Lane const& lane) {
    if (lane.role == LaneRole::Touchpoints && c.input.view.channel_lens) {
        return lane.channel.empty() ? std::string(c.input.catalogue.text("channel.none"))
                                    : lane.channel;
    }
    bool const beliefs =
        lane.role == LaneRole::Yields && c.input.view.overlay == Overlay::PerceptionGap;
    return std::string(c.input.catalogue.text(beliefs ? "lane.beliefs" : lane_key(lane.role)));
}

void paint_frames(PaintContext const& c) {
    ScreenRect const area{0, c.chrome.map.y, c.input.view.size.w, c.chrome.map.h};
    auto const& frames = c.input.layout.frames;
    for (std::uint32_t i = 0; i < frames.size(); ++i) {
        ScreenRect const rect = c.on_screen(frames[i].rect);
        if (base::intersects(rect, area) && c.to_mm(rect.w) > 2 && !c.painter.covered(rect))
            FramePainter(c, frames[i], i).paint(area);
    }
}

}  // namespace scene
