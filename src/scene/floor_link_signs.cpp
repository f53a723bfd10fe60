// How a link of each kind looks, the mark at its end and the count on a line of several: the floor
// and the legend show the same.
#include <algorithm>
#include <cmath>

#include "scene/detail.hpp"
#include "scene/floor_parts.hpp"
#include "scene/legend_entries.hpp"

namespace scene {
namespace {

// Natural mm.
constexpr double line_width = 1.4;
constexpr double heavy_width = 2.6;
constexpr double head_size = 4.2;

}  // namespace

ScreenSize link_count_size(PaintContext const& c, LinkCount const& count) {
    std::string const words =
        c.input.catalogue.format("floor.shared", {std::to_string(count.count)});
    double const wide = c.painter.width(words, count.size, Weight::SemiBold) + count.size * 0.7;
    return {wide, count.size * 1.16};
}

void paint_link_count(PaintContext const& c, LinkCountTags const& tags, LinkCount const& count,
                      Color border) {
    ScreenSize const size = link_count_size(c, count);
    ScreenPoint const at = count.centre;
    c.painter.note(Sign::Shared, at);
    Quad plate;
    plate.rect = {at.x - size.w / 2, at.y - size.h / 2, size.w, size.h};
    plate.radius = static_cast<float>(count.size * 0.4);
    plate.fill = c.input.theme.card;
    plate.border = border;
    plate.border_width = static_cast<float>(std::max(1.0, c.painter.mm(0.4)));
    c.painter.quad(tags.plate, plate);
    c.painter.text(tags.words,
                   c.input.catalogue.format("floor.shared", {std::to_string(count.count)}),
                   {at.x, at.y + count.size * layout::cap_height_em / 2, count.size,
                    c.input.theme.ink, Weight::SemiBold, Align::Centre});
}

LinkStyle style_of(PaintContext const& c, model::LinkKind kind, double k) {
    Theme const& theme = c.input.theme;
    LinkStyle style;
    style.head = head_size * k;
    style.width = std::max(1.0, line_width * k);
    style.color = base::mix(theme.second_ink, theme.ground, 0.15);
    switch (kind) {
        case model::LinkKind::FailsInto:
            style.width = std::max(1.5, heavy_width * k);
            style.color = theme.ink;
            break;
        case model::LinkKind::Waits:
            style.dash = std::max(2.0, 5 * k);
            break;
        default:
            break;
    }
    return style;
}

void paint_link_end(PaintContext const& c, Tag tag, model::LinkKind kind, LinkStyle const& style,
                    ScreenPoint before, ScreenPoint tip) {
    Painter& p = c.painter;
    p.note(sign_of(kind), tip);
    double const h = style.head;
    double const length = std::hypot(before.x - tip.x, before.y - tip.y);
    // One pixel backwards.
    ScreenPoint const way = length > 0 ? (before - tip) * (1 / length) : ScreenPoint{};
    ScreenPoint const side{way.y, -way.x};
    double const stroke = std::max(1.0, style.width * 0.9);
    auto const at = [&](double along, double across) {
        return tip + way * (along * h) + side * (across * h);
    };
    if (kind == model::LinkKind::Needs) {
        p.mark(tag, Shape::Disc, at(0.75, 0), h * 1.5, style.color);
        return;
    }
    if (kind == model::LinkKind::FailsInto) {
        p.polyline(tag, {at(0.4, 1), at(2.4, -1)}, stroke, style.color);
        p.polyline(tag, {at(0.4, -1), at(2.4, 1)}, stroke, style.color);
        return;
    }
    p.polyline(tag, {at(1.7, 1), at(0.1, 0), at(1.7, -1)}, stroke, style.color);
    if (kind == model::LinkKind::Waits)
        p.polyline(tag, {at(2.3, 1), at(2.3, -1)}, stroke, style.color);
}

}  // namespace scene
