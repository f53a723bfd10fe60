#include "scene/component_sign.hpp"

namespace scene {
namespace {

// Pieces in shares of the sign's side.
struct Piece {
    double x, y, w, h;
    double radius;  // share of the smaller side
};

void paint_pieces(Painter& painter, Tag tag, ScreenRect square, Color color,
                  std::initializer_list<Piece> pieces) {
    for (Piece const& piece : pieces) {
        ScreenRect const rect{square.x + piece.x * square.w, square.y + piece.y * square.h,
                              piece.w * square.w, piece.h * square.h};
        painter.box(tag, rect, color, piece.radius * std::min(rect.w, rect.h));
    }
}

}  // namespace

void paint_component_sign(Painter& painter, Tag tag, model::ComponentKind kind, ScreenRect square,
                          Color color) {
    switch (kind) {
        case model::ComponentKind::People:  // a head over shoulders
            return paint_pieces(painter, tag, square, color,
                                {{0.31, 0.04, 0.38, 0.38, 0.5}, {0.12, 0.5, 0.76, 0.46, 0.5}});
        case model::ComponentKind::Process:  // steps, one after the other
            return paint_pieces(painter, tag, square, color,
                                {{0, 0.36, 0.26, 0.28, 0.2},
                                 {0.26, 0.46, 0.48, 0.08, 0},
                                 {0.37, 0.36, 0.26, 0.28, 0.2},
                                 {0.74, 0.36, 0.26, 0.28, 0.2}});
        case model::ComponentKind::System:  // plates of a rack
            return paint_pieces(
                painter, tag, square, color,
                {{0, 0.04, 1, 0.25, 0.2}, {0, 0.375, 1, 0.25, 0.2}, {0, 0.71, 1, 0.25, 0.2}});
        case model::ComponentKind::Tool:  // a hammer
            return paint_pieces(painter, tag, square, color,
                                {{0.08, 0.06, 0.84, 0.3, 0.2}, {0.4, 0.42, 0.2, 0.54, 0.4}});
    }
}

}  // namespace scene
