// What is told of boxes that stand below the hem of the half open curtain or below the edge of the
// screen: there, in their own column, the numbers of the causes (or how many boxes) and a sign that
// they stand below.
#include <algorithm>
#include <map>
#include <string>

#include "scene/curtain.hpp"
#include "scene/detail.hpp"
#include "scene/floor_parts.hpp"
#include "scene/floor_words.hpp"

namespace scene {
namespace {

constexpr double number_mm = 15;  // diameter, as far as the floor is large enough for it
constexpr double number_natural = 22;
constexpr double font_share = 0.66;
constexpr double gap_share = 0.22;
constexpr double padding_share = 0.35;

// What a column's boxes below the hem say together.
struct Below {
    ScreenRect column;  // of the boxes
    std::vector<int> numbers;
    int boxes = 0;
    double share = 0;  // of its looks
};

class BelowPainter {
public:
    explicit BelowPainter(FloorContext const& f)
        : m_f(f),
          m_c(f.c),
          m_p(f.c.painter),
          m_bottom(std::min(f.shown.bottom(), f.c.chrome.map.bottom())),
          m_size(std::max(std::min(number_natural * f.k, m_p.mm(number_mm)),
                          m_p.mm(smallest_cap_mm) / layout::cap_height_em / font_share)) {}

    void paint() {
        // No plate on the journey where the edge leaves next to nothing of the floor.
        bool const edge = m_bottom < m_f.shown.bottom();
        if (edge && m_bottom - m_f.shown.y < 3 * m_size) return;
        for (auto& [step, below] : columns()) {
            std::sort(below.numbers.begin(), below.numbers.end());
            m_p.push_alpha(below.share);
            plate(below);
            m_p.pop_alpha();
        }
    }

private:
    std::map<std::uint32_t, Below> columns() const {
        std::map<std::uint32_t, Below> columns;
        double const edge = to_world(m_c.input.view.camera, m_c.chrome.map, {0, m_bottom}).y;
        layout::WorldRect shown = shown_part(m_f.floor, m_c.input.view.curtain);
        shown.h = std::min(shown.h, std::max(0.0, edge - shown.y));
        for (layout::FloorNode const& node : m_f.floor.nodes) {
            NodeLook const look = m_f.looks.of(node.node);
            bool const told = look.emphasis == Emphasis::Lit && look.share > 0;
            if (!told || !below_hem(node, shown)) continue;
            Below& below = columns[node.step];
            ScreenRect const rect = m_c.on_screen(node.rect);
            below.column = below.column.empty() ? rect : base::united(below.column, rect);
            below.share = std::max(below.share, look.share);
            ++below.boxes;
            if (look.order > 0) below.numbers.push_back(look.order);
        }
        return columns;
    }

    double width_of(Below const& below) const {
        if (below.numbers.empty())
            return m_p.width(counted(below), m_size * font_share, Weight::SemiBold);
        auto const count = static_cast<double>(below.numbers.size());
        return count * m_size + (count - 1) * gap_share * m_size;
    }

    static std::string counted(Below const& below) { return std::to_string(below.boxes); }

    // On the right half of its column, where few links run; left of it where a link does.
    void plate(Below const& below) {
        double const pad = m_size * padding_share;
        double const chevron = m_size * 0.55;
        double const wide = width_of(below) + 3 * pad + chevron;
        double const high = m_size + 2 * pad * 0.6;
        double const bottom = m_bottom - m_p.mm(2);
        ScreenRect const band{below.column.x, bottom - high, below.column.w, high};
        auto const at = [&](ScreenPoint p) {
            return to_world(m_c.input.view.camera, m_c.chrome.map, p);
        };
        layout::WorldPoint const from = at({band.x, band.y});
        auto const place =
            free_place(m_f.floor, {from.x, from.y, band.w / m_c.scale(), band.h / m_c.scale()},
                       wide / m_c.scale(), from.x + (band.w - wide) / m_c.scale());
        double const left = place ? band.x + (*place - from.x) * m_c.scale() : band.right() - wide;
        Quad plate;
        plate.rect = {left, band.y, wide, high};
        plate.radius = static_cast<float>(high / 2);
        plate.fill = m_f.theme().card;
        plate.border = m_f.theme().ink;
        plate.border_width = static_cast<float>(std::max(1.0, m_p.mm(0.5)));
        m_p.quad(tag(Role::Lit), plate);
        double const middle = band.centre().y;
        double const end = words(below, {left + pad, middle});
        m_p.mark(tag(Role::Mark), Shape::ChevronDown, {end + pad + chevron / 2, middle}, chevron,
                 m_f.theme().ink);
    }

    double words(Below const& below, ScreenPoint at) {
        double const font = m_size * font_share;
        double const baseline = at.y + font * layout::cap_height_em / 2;
        if (below.numbers.empty()) {
            return at.x + m_p.text(tag(Role::Lit), counted(below),
                                   {at.x, baseline, font, m_f.theme().ink, Weight::SemiBold});
        }
        for (int const number : below.numbers) {
            ScreenPoint const centre{at.x + m_size / 2, at.y};
            m_p.mark(tag(Role::Mark), Shape::Disc, centre, m_size, m_f.theme().ink);
            m_p.text(tag(Role::Lit), std::to_string(number),
                     {centre.x, baseline, font, m_f.theme().card, Weight::SemiBold, Align::Centre});
            at.x += m_size * (1 + gap_share);
        }
        return at.x - m_size * gap_share;
    }

    Tag tag(Role role) const {
        return {ItemKind::Floor, m_c.input.layout.frames[m_f.floor.frame].journey.value, role};
    }

    FloorContext const& m_f;
    PaintContext const& m_c;
    Painter& m_p;
    double m_bottom;  // px, where what is seen of the floor ends
    double m_size;    // px, of a number's disc
};

}  // namespace

void paint_below_hem(FloorContext const& f) {
    if (f.looks.nodes.empty()) return;
    BelowPainter(f).paint();
}

}  // namespace scene
