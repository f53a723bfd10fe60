// The paper of whatever lies over the map: cards, definitions, panels, notes.
#include <algorithm>

#include "scene/paint.hpp"

namespace scene {

void paint_paper(PaintContext const& c, Tag tag, ScreenRect rect) {
    Quad shadow;
    shadow.rect = rect;
    shadow.rect.y += 4 * c.unit;
    shadow.radius = static_cast<float>(6 * c.unit);
    shadow.softness = static_cast<float>(14 * c.unit);
    shadow.fill = {0, 0, 0, 46};
    shadow.panel = rect;
    c.painter.quad({tag.kind, tag.item, Role::Shadow}, shadow);
    Quad paper;
    paper.rect = rect;
    paper.radius = static_cast<float>(6 * c.unit);
    paper.fill = c.input.theme.card;
    paper.border = c.input.theme.quiet_line;
    paper.border_width = static_cast<float>(std::max(1.0, c.painter.mm(0.3)));
    c.painter.quad({tag.kind, tag.item, Role::Panel}, paper);
}

}  // namespace scene
