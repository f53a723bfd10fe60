// What staff see while they edit: the node in hand, where it would drop, the link being drawn, and
// the controls of scene/edit_controls. Texts of nodes are the pack's, so all of it is our draw
// list.
#include <algorithm>
#include <cmath>

#include "model/edit.hpp"
#include "scene/edit_cells.hpp"
#include "scene/edit_controls.hpp"
#include "scene/floor.hpp"
#include "scene/paint.hpp"

namespace scene {
namespace {

// Design millimetres.
constexpr double label_cap = 8.6;
constexpr double title_cap = 9.5;
constexpr double typed_cap = 13;
constexpr double key_cap = 11;
constexpr double radius = 6;
constexpr double outline = 2.5;
constexpr double said_cap = 10;
constexpr double note_width = 640;
constexpr double note_padding = 14;

class EditPainter {
public:
    explicit EditPainter(PaintContext const& c)
        : m_c(c), m_p(c.painter), m_theme(c.input.theme), m_editing(c.input.view.editing) {}

    void paint_all() {
        drop();
        for (Control const& control : m_c.chrome.controls) {
            // Those on cards are painted with their cards.
            bool const on_card = control.edit == EditAction::AcceptLevel;
            if (control.kind == ControlKind::Edit && !on_card) paint(control);
        }
        dragged();
        say();
    }

    void paint(Control const& control) {
        switch (control.edit) {
            case EditAction::Node:
                return node(control);
            case EditAction::Port:
                return port(control);
            case EditAction::Add:
                return plus(control);
            case EditAction::Panel:
                return control.enabled ? panel(control) : centred(control, label_cap, m_theme.ink);
            case EditAction::Close:
                return cross(control);
            case EditAction::Unlink:
                return link_row(control);
            case EditAction::Keyboard:
                return keyboard(control);
            case EditAction::Key:
            case EditAction::Capitals:
            case EditAction::FurtherLetters:
            case EditAction::Erase:
                return key(control);
            default:
                return button(control);
        }
    }

private:
    Tag tag(Role role) const { return {ItemKind::Chrome, 0, role}; }
    double px(double design_mm) const { return design_mm * m_c.unit; }
    double size_of(double cap) const {
        return layout::font_size_for_cap(cap) * m_c.unit * m_c.input.physical.hand_type;
    }

    void node(Control const& control) {
        Quad q;
        q.rect = base::inset(control.rect, -px(outline) * 1.5);
        q.radius = static_cast<float>(px(radius));
        q.border_width = static_cast<float>(px(outline));
        q.border = m_theme.ink;
        m_p.quad(tag(Role::Control), q);
    }

    // Pull here to draw a link.
    void port(Control const& control) {
        double const side = control.rect.w * 0.55;
        ScreenPoint const at = control.rect.centre();
        m_p.mark(tag(Role::Control), Shape::Disc, at, side, m_theme.ink);
        m_p.mark(tag(Role::Control), Shape::Disc, at, side * 0.42, m_theme.card);
    }

    void plus(Control const& control) {
        double const side = control.rect.w * 0.42;
        double const thick = std::max(1.0, px(1.6));
        ScreenPoint const at = control.rect.centre();
        Color const ink = base::with_alpha(m_theme.second_ink, 0.75);
        m_p.mark(tag(Role::Control), Shape::Ring, at, control.rect.w * 0.8,
                 base::with_alpha(m_theme.line, 0.9));
        m_p.box(tag(Role::Control), {at.x - side / 2, at.y - thick / 2, side, thick}, ink);
        m_p.box(tag(Role::Control), {at.x - thick / 2, at.y - side / 2, thick, side}, ink);
    }

    void panel(Control const& control) {
        paint_paper(m_c, tag(Role::Panel), control.rect);
        double const pad = px(16);
        double const cross = px(56);
        ScreenRect const box{control.rect.x + pad, control.rect.y + px(14),
                             control.rect.w - pad - cross, px(44)};
        m_p.paragraph(tag(Role::Title), control.label,
                      {box, size_of(title_cap), m_theme.ink, Weight::SemiBold, 2, 0.72});
    }

    void cross(Control const& control) {
        m_p.box(tag(Role::Control), base::inset(control.rect, px(4)), m_theme.panel_pressed,
                control.rect.w / 2);
        m_p.mark(tag(Role::Control), Shape::Cross, control.rect.centre(), control.rect.w * 0.3,
                 m_theme.ink);
    }

    void button(Control const& control) {
        bool const floating = control.edit == EditAction::Undo || control.edit == EditAction::Redo;
        Quad q;
        q.rect = control.rect;
        q.radius = static_cast<float>(px(radius));
        q.fill = control.on ? m_theme.ink : floating ? m_theme.card : m_theme.panel_pressed;
        if (floating) {
            q.border_width = static_cast<float>(std::max(1.0, px(0.8)));
            q.border = m_theme.line;
        }
        m_p.quad(tag(Role::Control), q);
        Color const plain = control.edit == EditAction::Remove ? m_theme.broken : m_theme.ink;
        Color const ink = control.on ? m_theme.card : plain;
        centred(control, label_cap,
                control.enabled ? ink : base::with_alpha(m_theme.second_ink, 0.55));
    }

    void centred(Control const& control, double cap, Color color) {
        double const inside = control.rect.w - px(10);
        double size = size_of(cap);
        double const wide = m_p.width(control.label, size, Weight::SemiBold);
        if (wide > inside) size *= std::max(0.7, inside / wide);
        m_p.text(
            tag(Role::Label), control.label,
            {control.rect.centre().x, control.rect.centre().y + size * layout::cap_height_em / 2,
             size, color, Weight::SemiBold, Align::Centre});
    }

    // "needs: Fault library upkeep", and the cross that takes the link away.
    void link_row(Control const& control) {
        m_p.box(tag(Role::Control), control.rect, m_theme.panel_pressed, px(radius));
        double const size = size_of(label_cap * 0.92);
        double const side = control.rect.h;
        ScreenRect const words{control.rect.x + px(10), control.rect.y + (side - size * 1.2) / 2,
                               control.rect.w - side - px(10), size * 1.3};
        m_p.paragraph(tag(Role::Label), control.label,
                      {words, size, m_theme.ink, Weight::Medium, 1, 0.75});
        m_p.mark(tag(Role::Control), Shape::Cross,
                 {control.rect.right() - side / 2, control.rect.centre().y}, side * 0.26,
                 m_theme.broken);
    }

    void key(Control const& control) {
        m_p.box(tag(Role::Control), control.rect, control.on ? m_theme.ink : m_theme.panel_pressed,
                px(radius));
        if (control.edit == EditAction::Erase) return erase_arrow(control.rect);
        double const cap = control.edit == EditAction::Key ? key_cap : label_cap;
        centred(control, cap, control.on ? m_theme.card : m_theme.ink);
    }

    // An arrow to the left: not every face has the sign.
    void erase_arrow(ScreenRect rect) {
        double const w = rect.h * 0.5;
        ScreenPoint const at = rect.centre();
        m_p.polyline(tag(Role::Control), {{at.x + w / 2, at.y}, {at.x - w / 2, at.y}}, px(2),
                     m_theme.ink);
        m_p.polyline(tag(Role::Control),
                     {{at.x - w * 0.15, at.y - w * 0.35},
                      {at.x - w / 2, at.y},
                      {at.x - w * 0.15, at.y + w * 0.35}},
                     px(2), m_theme.ink);
    }

    char const* prompt() const {
        bool const level = m_editing.text && !m_editing.text->touchpoint.empty();
        return level ? "edit.level.why" : "edit.type-here";
    }

    void keyboard(Control const& control) {
        paint_paper(m_c, tag(Role::Panel), control.rect);
        ScreenRect const field = typed_field(control.rect, m_c.unit);
        m_p.box(tag(Role::Control), field, m_theme.ground, px(radius));
        double const size = size_of(typed_cap);
        double const baseline = field.centre().y + size * layout::cap_height_em / 2;
        double const inside = field.w - px(28);
        double const wide = m_p.width(control.label, size, Weight::Medium);
        // The end of a long text stays in view.
        double const x = field.x + px(14) + std::min(0.0, inside - wide);
        m_p.push_clip(base::inset(field, px(6)));
        if (control.label.empty()) {
            m_p.text(tag(Role::Label), m_c.input.catalogue.text(prompt()),
                     {x + px(6), baseline, size, m_theme.second_ink});
        } else {
            m_p.text(tag(Role::Title), control.label,
                     {x, baseline, size, m_theme.ink, Weight::Medium});
        }
        double const cursor = x + wide + px(1);
        m_p.box(tag(Role::Control),
                {cursor, field.y + px(12), std::max(1.0, px(2)), field.h - px(24)}, m_theme.ink);
        m_p.pop_clip();
    }

    // Where the node in hand would stand, or the node that a link would lead to.
    void drop() {
        if (!m_editing.drag) return;
        View const& view = m_c.input.view;
        auto const point = to_world(view.camera, m_c.chrome.map, m_editing.drag->at);
        std::optional<ScreenRect> target;
        if (m_editing.drag->what == EditDrag::What::Node) {
            if (auto const cell = edit_cell_at(m_c.input.layout, view, point))
                target = m_c.on_screen(cell->rect);
        } else if (auto const node = floor_node_at(m_c.input.layout, view, point, 0)) {
            if (auto const box = floor_box(m_c.input.layout, view, *node))
                target = base::inset(m_c.on_screen(*box), -px(6));
        }
        if (!target) return;
        Quad q;
        q.rect = *target;
        q.radius = static_cast<float>(px(radius));
        q.fill = base::with_alpha(m_theme.on_the_line, 0.16);
        q.border_width = static_cast<float>(px(outline));
        q.border = m_theme.ink;
        m_p.quad(tag(Role::Control), q);
    }

    void dragged() {
        if (!m_editing.drag) return;
        model::BlueprintNodeId const id = model::find_node(m_c.input.room, m_editing.node);
        auto const box = floor_box(m_c.input.layout, m_c.input.view, id);
        if (!box) return;
        ScreenRect rect = m_c.on_screen(*box);
        ScreenPoint const at = m_editing.drag->at;
        if (m_editing.drag->what == EditDrag::What::Link) {
            m_p.polyline(tag(Role::Control), {{rect.right(), rect.centre().y}, at}, px(3),
                         m_theme.ink);
            m_p.mark(tag(Role::Control), Shape::Disc, at, px(14), m_theme.ink);
            return;
        }
        rect.x = at.x + m_editing.drag->off.x;
        rect.y = at.y + m_editing.drag->off.y;
        paint_paper(m_c, tag(Role::Panel), rect);
        double const size = std::min(size_of(label_cap), rect.h * 0.3);
        m_p.paragraph(tag(Role::Title), m_c.input.room.blueprint_nodes[id.index()].text,
                      {base::inset(rect, std::min(px(8), rect.h * 0.15)), size, m_theme.ink,
                       Weight::SemiBold, 3, 0.7});
    }

    // Why an edit was refused, on a note above the undo button or the keyboard.
    void say() {
        std::string const& status = m_c.input.view.status;
        if (status.empty()) return;
        double top = m_c.chrome.map.bottom();
        for (Control const& control : m_c.chrome.controls) {
            if (control.kind != ControlKind::Edit) continue;
            bool const below = control.edit == EditAction::Undo ||
                               control.edit == EditAction::Redo ||
                               control.edit == EditAction::Keyboard;
            if (below) top = std::min(top, control.rect.y);
        }
        double const size = size_of(said_cap);
        double const widest = std::min(px(note_width), m_c.chrome.map.w);
        double const inside = widest - 2 * px(note_padding);
        double const wide = m_p.width(status, size, Weight::SemiBold);
        double const lines = wide <= inside ? 1 : std::min(3.0, std::ceil(wide * 1.1 / inside));
        double const w = lines > 1 ? widest : wide * 1.02 + 2 * px(note_padding);
        double const h = lines * size * layout::line_height_em + 2 * px(note_padding);
        ScreenRect const note{m_c.chrome.map.right() - w, top - px(note_padding) - h, w, h};
        paint_paper(m_c, tag(Role::Panel), note);
        m_p.paragraph(tag(Role::Title), status,
                      {base::inset(note, px(note_padding)), size, m_theme.broken, Weight::SemiBold,
                       static_cast<int>(lines), 0.8});
    }

    PaintContext const& m_c;
    Painter& m_p;
    Theme const& m_theme;
    Editing const& m_editing;
};

}  // namespace

void paint_editing(PaintContext const& c) {
    if (c.input.view.editing.staff) EditPainter(c).paint_all();
}

void paint_edit_button(PaintContext const& c, Control const& control) {
    EditPainter(c).paint(control);
}

}  // namespace scene
