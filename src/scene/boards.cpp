#include "scene/boards.hpp"

#include <algorithm>

namespace scene {
namespace {

constexpr double title_cap = 19;
constexpr double sentence_cap = 11.5;

void paint_board(PaintContext const& c, Board board, double share) {
    if (share <= 0) return;
    ScreenRect const view{0, 0, c.input.view.size.w, c.input.view.size.h};
    c.painter.push_alpha(share);
    if (board != Board::None) {
        c.painter.box({ItemKind::Chrome, 0, Role::Ground}, view, c.input.theme.ground);
    }
    switch (board) {
        case Board::None:
            break;
        case Board::Importance:
        case Board::Measures:
            paint_grid_board(c, board);
            break;
        case Board::Asset:
            paint_asset_board(c);
            break;
        case Board::Contradictions:
            paint_contradictions_board(c);
            break;
        case Board::Components:
            paint_components_board(c);
            break;
    }
    c.painter.pop_alpha();
}

}  // namespace

bool covers_map(View const& view) {
    bool const from = view.board_share >= 1 || view.board_from != Board::None;
    return view.board != Board::None && from;
}

void paint_boards(PaintContext const& c) {
    View const& view = c.input.view;
    if (view.board_share < 1 && view.board_from != Board::None) {
        // Under a board that comes, the one before stays whole; over the map it fades.
        paint_board(c, view.board_from, view.board == Board::None ? 1 - view.board_share : 1);
    }
    paint_board(c, view.board, view.board_share);
}

void paint_empty_board(PaintContext const& c, std::string_view what, std::string_view why) {
    double const s =
        layout::font_size_for_cap(empty_board_cap) * c.unit * c.input.physical.hand_type;
    ScreenRect const& map = c.chrome.map;
    ScreenRect const box{map.x, map.centre().y - s * 1.6, map.w, s * 2.8};
    Tag const tag{ItemKind::Room, 0, Role::Label};
    Color const color = c.input.theme.second_ink;
    double const used =
        c.painter.paragraph(tag, what, {box, s, color, Weight::Medium, 2, 0.5, Align::Centre});
    if (why.empty()) return;
    double const small = s * 0.72;
    c.painter.paragraph(tag, why,
                        {{box.x, box.y + used + small * 0.6, box.w, small * 2.8},
                         small,
                         color,
                         Weight::Regular,
                         2,
                         0.5,
                         Align::Centre});
}

void paint_board_title(PaintContext const& c) {
    ScreenRect const area = c.chrome.title;
    auto const& catalogue = c.input.catalogue;
    std::string const key(key_of(c.input.view.board));
    double const size = layout::font_size_for_cap(title_cap) * c.unit;
    double const small = layout::font_size_for_cap(sentence_cap) * c.unit;
    // A low title has one line.
    bool const low = area.h < 60 * c.unit;
    double const baseline = area.bottom() - area.h * (low ? 0.1 : 0.36);
    c.painter.paragraph({ItemKind::Room, 0, Role::Title}, catalogue.text(key + ".title"),
                        {{area.x, baseline - size * layout::ascent_em, area.w, size * 1.3},
                         size,
                         c.input.theme.ink,
                         Weight::SemiBold,
                         1,
                         0.6});
    if (low) return;
    std::string const sentence = c.input.view.board == Board::Components
                                     ? components_sentence(c)
                                     : std::string(catalogue.text(key + ".sentence"));
    c.painter.paragraph({ItemKind::Room, 0, Role::Subtitle}, sentence,
                        {{area.x, baseline + small * 0.55, area.w, small * 1.3},
                         small,
                         c.input.theme.second_ink,
                         Weight::Regular,
                         1,
                         0.6});
}

}  // namespace scene
