// Where the survey is content while the promise breaks, and the other way round. The survey is
// content when the own score reaches what customers expected.
#include <algorithm>

#include "scene/boards.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

using metrics::PromiseState;
using metrics::TouchpointFigures;

constexpr double head_cap = 15;
constexpr double below_cap = 8.6;
constexpr double title_cap = 10.5;
constexpr double figure_cap = 8.8;
constexpr double row_height = 50;  // design mm
constexpr double most_growth = 1.5;

enum class Side { GoodScore, KeptPromise };

bool belongs(Side side, TouchpointFigures const& f) {
    if (!f.own || !f.expected) return false;
    bool const content = *f.own >= *f.expected;
    return side == Side::GoodScore ? content && f.state == PromiseState::Broken
                                   : !content && f.state == PromiseState::Kept;
}

std::vector<model::TouchpointId> members(PaintContext const& c, Side side) {
    std::vector<model::TouchpointId> ids;
    for (std::size_t i = 0; i < c.input.figures.touchpoints.size(); ++i) {
        if (belongs(side, c.input.figures.touchpoints[i])) ids.emplace_back(i);
    }
    // The most people first; on the other side the poorest score against what was expected.
    auto const rank = [&](model::TouchpointId id) {
        TouchpointFigures const& f = c.figures(id);
        return side == Side::GoodScore ? static_cast<double>(f.broken_promises.value_or(0))
                                       : *f.expected - *f.own;
    };
    std::stable_sort(ids.begin(), ids.end(), [&](model::TouchpointId a, model::TouchpointId b) {
        return rank(a) > rank(b);
    });
    return ids;
}

class ListPainter {
public:
    ListPainter(PaintContext const& c, Side side, ScreenRect area)
        : m_c(c), m_p(c.painter), m_side(side), m_area(area) {}

    void paint() {
        bool const good = m_side == Side::GoodScore;
        auto const& catalogue = m_c.input.catalogue;
        auto const ids = members(m_c, m_side);
        double const head = size(head_cap);
        double const below = size(below_cap);
        double y = m_area.y + head * 1.1;
        text(Role::Name, catalogue.text(good ? "contradiction.good-score" : "contradiction.kept"),
             {m_area.x, y, head, m_c.input.theme.ink, Weight::SemiBold});
        y += below * 1.9;
        text(Role::Label,
             catalogue.text(good ? "contradiction.good-score-means" : "contradiction.kept-means"),
             {m_area.x, y, below, m_c.input.theme.second_ink});
        y += below * 1.4;
        if (ids.empty()) {
            text(
                Role::Label, catalogue.text("contradiction.nobody"),
                {m_area.x, y + size(title_cap) * 1.4, size(title_cap), m_c.input.theme.second_ink});
            return;
        }
        // A short list is read from farther away.
        double const plain = row_height * m_c.unit * m_c.input.physical.hand_type;
        double const spare = (m_area.bottom() - y) / plain / static_cast<double>(ids.size());
        m_growth = std::clamp(spare, 1.0, most_growth);
        double const high = plain * m_growth;
        auto const room = static_cast<std::size_t>(std::max(1.0, (m_area.bottom() - y) / high));
        std::size_t const shown = ids.size() <= room ? ids.size() : room - 1;
        for (std::size_t i = 0; i < shown; ++i, y += high)
            row(ids[i], {m_area.x, y, m_area.w, high});
        if (shown < ids.size()) {
            text(
                Role::Label,
                catalogue.format("contradiction.more", {std::to_string(ids.size() - shown)}),
                {m_area.x, y + size(title_cap) * 1.5, size(title_cap), m_c.input.theme.second_ink});
        }
    }

private:
    double size(double cap) const {
        return layout::font_size_for_cap(cap) * m_c.unit * m_c.input.physical.hand_type * m_growth;
    }
    void text(Role role, std::string_view words, TextAt const& at) {
        m_p.text({ItemKind::Room, 0, role}, words, at);
    }

    void row(model::TouchpointId id, ScreenRect const& rect) {
        Theme const& theme = m_c.input.theme;
        TouchpointFigures const& f = m_c.figures(id);
        Tag const tag{ItemKind::Touchpoint, id.value, Role::Title};
        m_p.rule({tag.kind, tag.item, Role::Rule}, {rect.x, rect.y, rect.w, m_p.mm(0.3)},
                 theme.quiet_line);
        double const s = size(title_cap);
        double const small = size(figure_cap);
        auto const mark = mark_of(Overlay::Reliability, f, theme);
        m_p.mark({tag.kind, tag.item, Role::Mark}, mark->shape, {rect.x + s * 0.6, rect.centre().y},
                 s * 1.1, mark->color);
        double const left = rect.x + s * 1.8;
        double const right = rect.x + rect.w * 0.6;
        double const middle = rect.centre().y;
        m_p.paragraph(tag, m_c.input.room.at(id).title,
                      {{left, middle - s * 1.22, right - left - s, s * 1.3},
                       s,
                       theme.ink,
                       Weight::SemiBold,
                       1,
                       0.75});
        Wording const promise = wording_of(Overlay::Reliability, f, m_c.input.catalogue);
        m_p.text({tag.kind, tag.item, Role::Measure}, promise.word + " " + promise.value,
                 {left, middle + small * 1.15, small, as_text(mark->color, theme), Weight::Medium});
        scores(tag, f, {right, rect.y, rect.right() - right, rect.h});
    }

    // Own and expected on 0 to 10: the gap between them is what the survey says.
    void scores(Tag tag, TouchpointFigures const& f, ScreenRect const& rect) {
        Theme const& theme = m_c.input.theme;
        double const small = size(figure_cap);
        double const y = rect.centre().y - small * 0.35;
        double const wide = rect.w * 0.96;
        m_p.box({tag.kind, tag.item, Role::Scale}, {rect.x, y - m_p.mm(0.8), wide, m_p.mm(1.6)},
                theme.quiet_line, m_p.mm(0.8));
        auto const at = [&](double score) { return rect.x + score / 10 * wide; };
        double const dot = small * 0.8;
        m_p.box({tag.kind, tag.item, Role::Point},
                {at(*f.expected) - m_p.mm(0.9), y - dot * 0.75, m_p.mm(1.8), dot * 1.5},
                theme.second_ink);
        Quad own;
        own.rect = {at(*f.own) - dot / 2, y - dot / 2, dot, dot};
        own.radius = static_cast<float>(dot / 2);
        own.fill = theme.ink;
        m_p.quad({tag.kind, tag.item, Role::Point}, own);
        m_p.text({tag.kind, tag.item, Role::Value},
                 m_c.input.catalogue.format("contradiction.scores",
                                            {number(*f.own, 1), number(*f.expected, 1)}),
                 {rect.x, rect.centre().y + small * 1.15, small, theme.second_ink});
    }

    PaintContext const& m_c;
    Painter& m_p;
    Side m_side;
    ScreenRect m_area;
    double m_growth = 1;
};

}  // namespace

void paint_contradictions_board(PaintContext const& c) {
    ScreenRect const& map = c.chrome.map;
    double const gap = 70 * c.unit;
    double const wide = (map.w - gap) / 2;
    ListPainter(c, Side::GoodScore, {map.x, map.y, wide, map.h}).paint();
    ListPainter(c, Side::KeptPromise, {map.x + wide + gap, map.y, wide, map.h}).paint();
}

}  // namespace scene
