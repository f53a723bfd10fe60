// The open floor: paper below the line of visibility, lanes, lines, steps, then links and boxes;
// its hem; and the sentence where there is nothing to open.
#include <algorithm>
#include <cmath>

#include "scene/detail.hpp"
#include "scene/floor_parts.hpp"
#include "scene/floor_words.hpp"
#include "scene/frozen.hpp"

namespace scene {
namespace {

// Natural mm.
constexpr double sentence_cap = 7.4;
constexpr double rail_inset = 6;
constexpr double step_cap = 11;
constexpr double line_share = 0.95;  // of the capitals in the boxes
constexpr double usual_words_cap = 7.4;
constexpr double finest = 0.62;
constexpr double narrowest_rail = 4;      // em of its names
constexpr double stage_rule_share = 0.8;  // of a quiet line's ink
constexpr double step_rule_share = 0.4;
constexpr double rule_dash = 7;

class FloorPainter {
public:
    explicit FloorPainter(FloorContext const& f)
        : m_f(f), m_c(f.c), m_p(f.c.painter), m_theme(f.c.input.theme) {}

    void paint() {
        paper();
        m_p.push_clip(m_f.shown);
        columns();
        rules();
        step_names();
        rail();
        bool const links = m_c.to_mm(m_f.k * 100) > 4;
        if (links) paint_floor_links(m_f);
        gaps();
        paint_told_steps(m_f);
        names_on_lines();
        if (links) paint_link_counts(m_f);
        paint_floor_nodes(m_f);
        m_p.pop_clip();
        hem();
        paint_below_hem(m_f);
    }

private:
    Tag tag(Role role) const { return {ItemKind::Floor, journey().value, role}; }
    model::JourneyId journey() const { return m_c.input.layout.frames[m_f.floor.frame].journey; }

    void paper() {
        Quad shadow;
        shadow.rect = m_f.shown;
        shadow.rect.y = shadow.rect.bottom() - m_p.mm(2);
        shadow.rect.h = m_p.mm(5);
        shadow.softness = static_cast<float>(m_p.mm(4));
        shadow.fill = base::with_alpha(m_theme.ink, 0.12);
        shadow.panel = m_f.shown;
        m_p.quad(tag(Role::Shadow), shadow);
        m_p.box(tag(Role::Ground), m_f.shown, floor_color(m_theme));
        depth();
        double const line = std::max(1.0, m_p.mm(0.3));
        for (double const x : {m_f.shown.x, m_f.shown.right() - line})
            m_p.rule(tag(Role::Rule), {x, m_f.shown.y, line, m_f.shown.h}, m_theme.quiet_line);
    }

    // The journey's edge throws a narrow shadow on what is below.
    void depth() {
        Quad shade;
        shade.rect = {m_f.shown.x - m_p.mm(10), m_f.shown.y - m_p.mm(6), m_f.shown.w + m_p.mm(20),
                      m_p.mm(6)};
        shade.softness = static_cast<float>(m_p.mm(3.5));
        shade.fill = base::with_alpha(m_theme.ink, 0.2);
        m_p.push_clip(m_f.shown);
        m_p.quad(tag(Role::Shadow), shade);
        m_p.pop_clip();
    }

    void columns() {
        std::uint32_t column = 0xffffffffU;
        double const end = m_c.on_screen(m_f.floor.rect).bottom();
        for (layout::FloorStep const& step : m_f.floor.steps) {
            ScreenRect const rect = m_c.on_screen(step.rect);
            bool const stage = step.column != column;
            bool const first = step.column == 0 && stage;
            column = step.column;
            if (first) continue;
            Color const color = base::mix(floor_color(m_theme), m_theme.quiet_line,
                                          stage ? stage_rule_share : step_rule_share);
            m_p.rule({ItemKind::Step, step.step.value, Role::Rule},
                     {rect.x, m_f.shown.y, std::max(1.0, m_p.mm(0.3)), end - m_f.shown.y}, color);
        }
    }

    void rules() {
        for (layout::FloorRule const& rule : m_f.floor.rules) {
            double const y = screen_y(rule.y);
            double const left = m_c.on_screen(m_f.floor.rail).right();
            m_p.polyline(tag(Role::Rule), {{left, y}, {m_f.shown.right(), y}},
                         std::max(1.0, m_p.mm(0.4)), m_theme.line,
                         std::max(2.0, rule_dash * m_f.k));
        }
    }

    double screen_y(double world_y) const {
        return to_screen(m_c.input.view.camera, m_c.chrome.map,
                         layout::WorldPoint{m_f.floor.rect.x, world_y})
            .y;
    }

    // All by name where all can be read, else all by number.
    void step_names() {
        double share = 1;
        for (layout::FloorStep const& step : m_f.floor.steps) {
            if (step.name.rect.empty() || m_c.input.room.at(step.step).action.empty()) continue;
            double const size = step.name.block.style.size * m_c.scale();
            share = std::min(share, step.name.block.lines.empty() ? 0 : text_share_of(m_c, size));
        }
        std::size_t number = 0;
        for (layout::FloorStep const& step : m_f.floor.steps) {
            ++number;
            if (step.name.rect.empty()) continue;
            ScreenRect const rect = m_c.on_screen(step.name.rect);
            m_p.push_alpha(m_f.revealed(rect));
            if (share > 0.5) {
                m_p.push_alpha(2 * share - 1);
                m_p.block({ItemKind::Step, step.step.value, Role::Action}, step.name.block, rect,
                          m_c.scale(), m_theme.second_ink);
            } else {
                m_p.push_alpha(1 - 2 * share);
                step_number(step, rect, std::to_string(number));
            }
            m_p.pop_alpha();
            m_p.pop_alpha();
        }
    }

    void step_number(layout::FloorStep const& step, ScreenRect const& rect,
                     std::string const& number) {
        double const size = legible(step_cap, line_share);
        if (m_p.width(number, size, Weight::SemiBold) > m_c.on_screen(step.rect).w) return;
        m_p.text({ItemKind::Step, step.step.value, Role::Action}, number,
                 {rect.x, rect.y + size * layout::ascent_em, size, m_theme.second_ink,
                  Weight::SemiBold});
    }

    // What of it the frozen rail leaves in view.
    ScreenRect beside_rail(ScreenRect const& rect) const {
        bool const titled = m_c.chrome.place.frame == m_f.floor.frame;
        double const left = titled ? std::max(rect.x, m_c.chrome.frozen.map.x) : rect.x;
        return {left, rect.y, std::max(0.0, rect.right() - left), rect.h};
    }

    // An empty lane says so.
    void gaps() {
        double const size = legible(sentence_cap, line_share);
        for (layout::FloorLane const& lane : m_f.floor.lanes) {
            if (lane.described()) continue;
            ScreenRect rect = beside_rail(m_c.on_screen(lane.rect));
            rect.x += rail_inset * m_f.k;
            rect.w -= rail_inset * m_f.k;
            if (rect.h < size * 1.1 || !base::intersects(rect, m_f.shown)) continue;
            m_p.push_alpha(m_f.revealed(rect));
            // In the middle of the lane, else where links leave it room above or below that.
            for (double const at : {0.5, 0.3, 0.7}) {
                double const middle = rect.y + rect.h * at;
                bool const said = beside_links(m_c.input.catalogue.text("floor.not-described"),
                                               {rect.x, middle - size * 0.6, rect.w, size * 1.2},
                                               {size, tag(Role::Why), m_theme.second_ink});
                if (said) break;
            }
            m_p.pop_alpha();
        }
    }

    // What says where one is keeps a size that can be read.
    double legible(double cap, double share) const {
        double const words = m_f.floor.text_em * m_c.scale() * share;
        return std::max(std::min(layout::font_size_for_cap(cap) * m_f.k, words),
                        layout::font_size_for_cap(m_p.mm(smallest_cap_mm)));
    }

    // The name of a line that the rail has no room for (the handle hangs there, lanes stand close,
    // the rail is narrow) stands on the line instead.
    void names_on_lines() {
        double const size = legible(rail_label_cap_mm, line_share);
        ScreenRect const handle = handle_rect(m_c.chrome);
        for (layout::FloorRule const& rule : m_f.floor.rules) {
            bool const in_rail =
                std::find(m_named.begin(), m_named.end(), rule.line) != m_named.end();
            if (in_rail) continue;
            double const y = screen_y(rule.y);
            bool const beside = y > handle.y - size && y < handle.bottom() + size;
            double const left =
                std::max(m_c.on_screen(m_f.floor.rail).right(), beside ? handle.right() : 0.0);
            ScreenRect const band{left + size, y - size * 0.6, m_f.shown.right() - left - size,
                                  size * 1.2};
            if (band.w <= 0 || !base::intersects(band, m_f.shown)) continue;
            m_p.push_alpha(m_f.revealed(band));
            beside_links(
                line_words(m_c.input.catalogue, rule.line), band,
                {size, {ItemKind::Lane, m_f.floor.frame, Role::Label}, m_theme.second_ink});
            m_p.pop_alpha();
        }
    }

    struct Words {
        double size = 1;
        Tag tag;
        Color color;
    };
    // In the first place of the band that no link runs through, on a plate, for a rule may; false
    // where there is none: links are seen whole.
    bool beside_links(std::string_view text, ScreenRect const& band, Words const& words) {
        double const width = m_p.width(text, words.size, Weight::Regular);
        double const air = words.size * 0.4;
        double const wide = width + 2 * air;
        layout::WorldPoint const from =
            to_world(m_c.input.view.camera, m_c.chrome.map, ScreenPoint{band.x - air, band.y});
        layout::WorldRect const world{from.x, from.y, (band.w + air) / m_c.scale(),
                                      band.h / m_c.scale()};
        auto const place = free_place(m_f.floor, world, wide / m_c.scale(), world.x);
        if (!place) return false;
        double const left = band.x + (*place - world.x) * m_c.scale() - air;
        m_p.box(tag(Role::Ground), {left, band.y, wide, band.h}, floor_color(m_theme));
        m_p.text(words.tag, text,
                 {left + air, band.centre().y + words.size * layout::cap_height_em / 2, words.size,
                  words.color});
        return true;
    }

    // The floor's own names; they go before the frozen ones come (frozen_paint.cpp).
    void rail() {
        bool const titled = m_c.chrome.place.frame == m_f.floor.frame;
        double const own = titled ? std::clamp(1 - 2 * m_c.chrome.frozen.rail_share, 0.0, 1.0) : 1;
        ScreenRect const strip = m_c.on_screen(m_f.floor.rail);
        RailLook const look = rail_look(m_c, m_f.floor, strip.w);
        // Beside the frozen names of the journey's edge, which tell of lines as well.
        if (own <= 0)
            m_named = {layout::FloorLine::Interaction, layout::FloorLine::Visibility,
                       layout::FloorLine::InternalInteraction};
        if (own <= 0 || strip.w < narrowest_rail * look.line_px) return;
        m_p.push_alpha(own);
        // Lanes come before rows, and rows before lines, where the rail has no room for all.
        std::vector<ScreenRect> taken{handle_rect(m_c.chrome)};
        for (RailName::Kind const kind : {RailName::Lane, RailName::Row, RailName::Line}) {
            for (RailName const& name : floor_rail(m_c.input, m_f.floor)) {
                if (name.kind() != kind) continue;
                bool const named = rail_name(name, {look, strip}, taken);
                if (named && name.line) m_named.push_back(*name.line);
            }
        }
        m_p.pop_alpha();
    }

    struct Rail {
        RailLook look;
        ScreenRect strip;
    };
    // As it is; on one line where others stand close; the name of a lane even broken.
    bool rail_name(RailName const& name, Rail const& in, std::vector<ScreenRect>& taken) {
        for (RailTry const& attempt : {RailTry{3, false}, {1, false}, {2, true}, {1, true}}) {
            if (attempt.broken && name.kind() != RailName::Lane) break;
            if (rail_name_on(name, in, attempt, taken)) return true;
        }
        return false;
    }
    struct RailTry {
        int lines = 3;
        bool broken = false;
    };
    bool rail_name_on(RailName const& name, Rail const& in, RailTry const& attempt,
                      std::vector<ScreenRect>& taken) {
        double const size = in.look.size_of(name);
        double const left = in.strip.x + in.look.inset_of(name);
        double const width = in.strip.right() - left - size * 0.3;
        double const least = layout::font_size_for_cap(m_p.mm(smallest_cap_mm)) / size;
        auto const& block = m_c.input.text.block(
            name.text, {width / size, attempt.lines, std::clamp(least, 0.6, 1.0),
                        name.line ? Weight::Regular : Weight::Medium});
        double const height = block.height * size;
        double const y = screen_y(name.top);
        ScreenRect const rect{left, name.line ? y - height / 2 : y + size * 0.05, width, height};
        // Neither below the handle nor over another name.
        bool const free = std::none_of(taken.begin(), taken.end(), [&](ScreenRect const& other) {
            return rect.y < other.bottom() && other.y < rect.bottom();
        });
        bool const whole = !block.cut && !block.word_cut;
        if (!free || block.lines.empty() || !(whole || attempt.broken)) return false;
        taken.push_back(rect);
        m_p.push_alpha(m_f.revealed(rect));
        m_p.block({ItemKind::Lane, m_f.floor.frame, Role::Label}, block, rect, size,
                  name.line ? m_theme.second_ink : m_theme.ink);
        m_p.pop_alpha();
        return true;
    }

    void hem() {
        double const line = std::max(1.0, m_p.mm(0.5));
        m_p.rule(tag(Role::Rule), {m_f.shown.x, m_f.shown.bottom() - line, m_f.shown.w, line},
                 m_theme.line);
    }

    FloorContext const& m_f;
    PaintContext const& m_c;
    Painter& m_p;
    Theme const& m_theme;
    std::vector<layout::FloorLine> m_named;  // in the rail
};

}  // namespace

Color floor_color(Theme const& theme) {
    return base::mix(theme.ground, theme.ink, 0.035);
}

double FloorContext::revealed(ScreenRect const& rect) const {
    return std::clamp((shown.bottom() - rect.bottom()) / std::max(1.0, rect.h * 0.4), 0.0, 1.0);
}

double text_share_of(PaintContext const& c, double size_px) {
    return text_share(c.to_mm(size_px * layout::cap_height_em));
}

void paint_floor(PaintContext const& c) {
    auto const open = open_floor(c.input.layout, c.input.view);
    if (!open) return;
    layout::Floor const& floor = c.input.layout.floors[open->floor];
    ScreenRect const shown = c.on_screen(open->shown);
    ScreenRect const area{0, c.chrome.map.y, c.input.view.size.w, c.chrome.map.h};
    if (!base::intersects(shown, area)) return;
    FloorLooks const looks = floor_looks(c.input.room, c.input.view);
    double const k = floor.scale * c.scale();
    double const words = floor.text_em * layout::cap_height_em / std::max(1e-9, floor.scale);
    double const fine = std::clamp(words / usual_words_cap, finest, 1.0);
    FloorContext const context{c, floor, looks, shown, k, k * fine};
    paint_floor_above(context);
    FloorPainter(context).paint();
}

}  // namespace scene
