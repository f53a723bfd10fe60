// What a box of the evidence lane shows of its evidence: small pictures where it is large enough,
// else a sign that there is something to open.
#include <algorithm>

#include "scene/evidence_at.hpp"
#include "scene/floor_parts.hpp"

namespace scene {
namespace {

constexpr double smallest_mm = 9;   // a picture is told from another from this height on
constexpr double high_share = 0.8;  // of the box
constexpr double gap_share = 0.12;  // of the height
constexpr double widest_aspect = 1.8;
constexpr std::size_t most_pictures = 3;

// The pictures of a node that can be shown, by their place in the book.
std::vector<std::uint32_t> pictures_of(PaintContext const& c, model::BlueprintNodeId node) {
    std::vector<std::uint32_t> pictures;
    if (c.input.pictures == nullptr) return pictures;
    for (EvidenceName const& piece : evidence_at(c.input.room, c.input.index, node)) {
        auto const found = c.input.pictures->by_name.find(piece.picture);
        bool const known = !piece.picture.empty() && found != c.input.pictures->by_name.end();
        if (!known || pictures.size() == most_pictures) continue;
        PictureFacts const& facts = c.input.pictures->facts[found->second];
        if (facts.problem.empty() && facts.width > 0 && facts.height > 0)
            pictures.push_back(found->second);
    }
    return pictures;
}

}  // namespace

bool paint_thumbnails(FloorContext const& f, Tag tag, model::BlueprintNodeId node,
                      ScreenRect const& room) {
    PaintContext const& c = f.c;
    double const high = room.h * high_share;
    if (c.to_mm(high) < smallest_mm) return false;
    double right = room.right() - (room.h - high) / 2;
    bool any = false;
    for (std::uint32_t const image : pictures_of(c, node)) {
        PictureFacts const& facts = c.input.pictures->facts[image];
        double const aspect = static_cast<double>(facts.width) / facts.height;
        double const wide = high * std::min(aspect, widest_aspect);
        if (right - wide < room.x) break;
        double const tall = wide / aspect;
        Picture picture{.image = image,
                        .rect = {right - wide, room.centre().y - tall / 2, wide, tall}};
        picture.radius = static_cast<float>(std::min(2.0 * f.k, c.painter.mm(1)));
        c.painter.picture(tag, picture);
        right -= wide + high * gap_share;
        any = true;
    }
    return any;
}

void paint_evidence_sign(PaintContext const& c, Tag tag, ScreenPoint centre, double size) {
    c.painter.note(Sign::Evidence, centre);
    double const step = size * 0.24;
    for (double const by : {step, 0.0}) {
        Quad sheet;
        sheet.rect = {centre.x - size * 0.6 + by, centre.y - size * 0.36 - by, size * 0.95,
                      size * 0.84};
        sheet.radius = static_cast<float>(size * 0.1);
        sheet.fill = c.input.theme.card;
        sheet.border = c.input.theme.second_ink;
        sheet.border_width = static_cast<float>(std::max(1.0, size * 0.1));
        c.painter.quad(tag, sheet);
    }
}

}  // namespace scene
