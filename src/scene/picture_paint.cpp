#include <algorithm>

#include "scene/paint.hpp"

namespace scene {
namespace {

// Pictures in a row, this far apart in shares of its height.
constexpr double media_gap = 0.06;
// A picture much wider than high would leave nothing for the others.
constexpr double widest_aspect = 2.4;

struct Shown {
    std::uint32_t image = 0;  // index in Room::media
    PictureFacts const& facts;
    double aspect() const { return static_cast<double>(facts.width) / std::max(1, facts.height); }
};

// Nothing for a picture that cannot be shown.
std::optional<Shown> shown(PaintContext const& c, std::string const& name) {
    if (c.input.pictures == nullptr) return std::nullopt;
    auto const found = c.input.pictures->by_name.find(name);
    if (found == c.input.pictures->by_name.end()) return std::nullopt;
    PictureFacts const& facts = c.input.pictures->facts[found->second];
    if (!facts.problem.empty()) return std::nullopt;
    return Shown{found->second, facts};
}

// A quiet panel holds the place until the picture is decoded.
void paint_picture(PaintContext const& c, Tag tag, Picture const& picture) {
    c.painter.box({tag.kind, tag.item, Role::Panel}, picture.rect, c.input.theme.panel_pressed,
                  static_cast<double>(picture.radius));
    c.painter.picture(tag, picture);
}

// The middle of the picture, as much as fills a box of that shape.
Picture filling(ScreenRect rect, Shown const& from) {
    Picture picture{.image = from.image, .rect = rect};
    double const wider = from.aspect() * rect.h / std::max(1.0, rect.w);
    picture.show_w = static_cast<float>(std::min(1.0, 1 / wider));
    picture.show_h = static_cast<float>(std::min(1.0, wider));
    return picture;
}

void paint_initials(PaintContext const& c, Tag tag, std::string const& letters, ScreenRect disc) {
    Theme const& theme = c.input.theme;
    c.painter.box({tag.kind, tag.item, Role::Panel}, disc, theme.second_ink, disc.w / 2);
    double size = disc.h * 0.42;
    double const wide = c.painter.width(letters, size, Weight::SemiBold);
    size *= std::min(1.0, disc.w * 0.72 / std::max(1.0, wide));
    double const baseline = disc.centre().y + size * layout::cap_height_em / 2;
    c.painter.text(tag, letters,
                   {disc.centre().x, baseline, size, theme.card, Weight::SemiBold, Align::Centre});
}

}  // namespace

void paint_portrait(PaintContext const& c, model::PersonaId id, ScreenRect disc) {
    model::Persona const& persona = c.input.room.at(id);
    Tag const tag{ItemKind::Persona, id.value, Role::Picture};
    auto const portrait = shown(c, persona.portrait);
    if (!portrait) return paint_initials(c, tag, initials(persona.name), disc);
    Picture picture = filling(disc, *portrait);
    picture.radius = static_cast<float>(disc.w / 2);
    paint_picture(c, tag, picture);
}

double media_width(PaintContext const& c, model::TouchpointId id, double height) {
    double width = 0;
    for (std::string const& name : c.input.room.at(id).media) {
        auto const picture = shown(c, name);
        if (!picture) continue;
        width += (width > 0 ? media_gap * height : 0) +
                 height * std::min(picture->aspect(), widest_aspect);
    }
    return width;
}

void paint_media(PaintContext const& c, Tag tag, ScreenRect area) {
    double x = area.x;
    for (std::string const& name : c.input.room.at(model::TouchpointId(tag.item)).media) {
        auto const from = shown(c, name);
        if (!from) continue;
        ScreenRect rect{x, area.y, area.h * std::min(from->aspect(), widest_aspect), area.h};
        if (x > area.x && rect.right() > area.right()) return;
        rect.w = std::min(rect.w, area.right() - x);
        Picture picture = filling(rect, *from);
        picture.radius = static_cast<float>(std::min(area.h * 0.05, 4 * c.unit));
        paint_picture(c, tag, picture);
        x = rect.right() + media_gap * area.h;
    }
}

std::string unshown_media(PaintContext const& c, model::TouchpointId id) {
    if (c.input.pictures == nullptr) return {};
    std::string names;
    for (std::string const& name : c.input.room.at(id).media) {
        if (!shown(c, name)) names += (names.empty() ? "" : ", ") + name;
    }
    return names;
}

}  // namespace scene
