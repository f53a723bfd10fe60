// The end of a card, below its figures: pictures, why it matters, and what people said, as they
// fit.
#include <algorithm>

#include "layout/stage_texts.hpp"
#include "scene/card_plan.hpp"
#include "scene/paint.hpp"

namespace scene {
namespace {

// Design millimetres.
constexpr double media_least = 50;
constexpr double media_most = 92;

class CardTail {
public:
    CardTail(PaintContext const& c, model::TouchpointId id, CardPlan const& plan)
        : m_c(c),
          m_p(c.painter),
          m_id(id),
          m_touchpoint(c.input.room.at(id)),
          m_left(plan.left),
          m_width(plan.width),
          m_y(plan.top),
          m_bottom(plan.bottom) {}

    void paint() {
        media();
        why();
        verbatims();
    }

private:
    double size(double cap) const {
        return layout::font_size_for_cap(cap) * m_c.unit * m_c.input.physical.hand_type;
    }
    double gap(double design_mm) const { return design_mm * m_c.unit; }
    Tag tag(Role role) const { return {ItemKind::Card, m_id.value, role}; }
    Theme const& theme() const { return m_c.input.theme; }
    base::Catalogue const& words() const { return m_c.input.catalogue; }

    // A paragraph from the left edge to the right one.
    struct Text {
        Role role;
        double cap;
        Color color;
        Weight weight = Weight::Regular;
        int lines = 1;
        double share = 0.8;
    };

    double text_height(std::string const& text, Text const& look) {
        double const s = size(look.cap);
        return m_c.input.text.block(text, {m_width / s, look.lines, look.share, look.weight})
                   .height *
               s;
    }

    void text(std::string const& text, Text const& look) {
        m_y += m_p.paragraph(tag(look.role), text,
                             {{m_left, m_y, m_width, m_bottom - m_y},
                              size(look.cap),
                              look.color,
                              look.weight,
                              look.lines,
                              look.share});
    }

    bool room_for(double height_px) const { return m_y + height_px <= m_bottom; }

    void media() {
        std::string const unshown = unshown_media(m_c, m_id);
        if (!unshown.empty()) {
            m_y += gap(8);
            text(words().format("card.picture-missing", {unshown}),
                 {Role::Label, card_source_cap, theme().second_ink, Weight::Regular, 2, 0.85});
        }
        double const wide = media_width(m_c, m_id, 1);
        if (wide <= 0) return;
        double const height = std::clamp(m_width / wide, gap(media_least), gap(media_most));
        if (!room_for(gap(12) + height)) return;
        m_y += gap(12);
        paint_media(m_c, tag(Role::Picture), {m_left, m_y, m_width, height});
        m_y += height;
    }

    void why() {
        if (m_touchpoint.why.empty()) return;
        Text const look{Role::Why, card_body_cap, theme().ink, Weight::Medium, 2, 0.85};
        double const height = text_height(m_touchpoint.why, look);
        if (!room_for(gap(10) + height)) return;
        m_y += gap(10);
        text(m_touchpoint.why, look);
    }

    void verbatims() {
        auto const& index = m_c.input.index;
        bool first = true;
        for (std::uint32_t i = index.verbatim_starts[m_id.index()];
             i < index.verbatim_starts[m_id.index() + 1]; ++i) {
            std::string const quote =
                layout::quote_text(words(), m_c.input.room.verbatims[index.verbatims[i]]);
            Text const look{Role::Quote, card_body_cap, theme().second_ink, Weight::Regular,
                            4,           0.999};
            double const height = text_height(quote, look);
            if (!room_for(gap(first ? 10 : 5) + height)) return;
            m_y += gap(first ? 10 : 5);
            text(quote, look);
            first = false;
        }
    }

    PaintContext const& m_c;
    Painter& m_p;
    model::TouchpointId m_id;
    model::Touchpoint const& m_touchpoint;
    double m_left;
    double m_width;
    double m_y;
    double m_bottom;
};

}  // namespace

void paint_card_tail(PaintContext const& c, model::TouchpointId id, CardPlan const& plan) {
    CardTail(c, id, plan).paint();
}

}  // namespace scene
