#include "scene/asset_plan.hpp"

#include <algorithm>

#include "layout/text_block.hpp"

namespace scene {
namespace {

constexpr double count_cap = 24;       // of the figures above the bowls, design mm
constexpr double lines_of_head = 2.3;  // of their size
constexpr double gap = 14;             // design mm

constexpr double bowls_share = 0.62;  // of the board's height; below lie the reasons
constexpr double bowl_width = 0.27;   // of the width that the bowls have
constexpr double flat = 3.2;          // wider than this, the reasons stand beside the bowls
constexpr double beside_share = 0.58;
constexpr double deepest_reasons = 360;  // design mm: reasons stay with the bowls

// Higher than this share of its width: what remains, the bowls, and the reasons below each other.
constexpr double upright = 1.15;
constexpr double upright_growth = 1.6;
constexpr double upright_balance = 0.31;  // of the height
constexpr double upright_bowls = 0.33;
constexpr double upright_bowl_width = 0.44;
constexpr double deepest_bowl = 0.85;  // of its width

double count_size(double unit) {
    return layout::font_size_for_cap(count_cap) * unit;
}

AssetPlan upright_plan(ScreenRect const& board, AssetScale scale) {
    AssetPlan plan;
    // Type that hands already read large has no room to grow.
    plan.growth = std::max(1.0, upright_growth / scale.hand_type);
    double const apart = 2 * gap * scale.unit * plan.growth;
    double const inset = board.w * 0.04;
    plan.balance = {board.x + inset, board.y, board.w - 2 * inset, board.h * upright_balance};
    double const high = board.h * upright_bowls;
    plan.head = std::min(count_size(scale.unit) * plan.growth * lines_of_head, high * 0.45);
    double const wide = board.w * upright_bowl_width;
    double const top = plan.balance.bottom() + apart + plan.head;
    double const deep = std::max(0.0, std::min(high - apart - plan.head, wide * deepest_bowl));
    plan.came = {board.x, top, wide, deep};
    plan.lost = {board.right() - wide, top, wide, deep};
    double const below = top + deep + apart;
    plan.reasons = {board.x, below, board.w, std::max(0.0, board.bottom() - below)};
    plan.reason_rows = 2;
    return plan;
}

}  // namespace

AssetPlan asset_plan(ScreenRect const& board, AssetScale scale) {
    if (board.h > upright * board.w) return upright_plan(board, scale);
    AssetPlan plan;
    bool const beside = board.w > flat * board.h;
    double const apart = gap * scale.unit;
    ScreenRect top = board;
    plan.reasons = board;
    if (beside) {
        top.w = board.w * beside_share;
        plan.reasons.x = top.right() + 4 * apart;
        plan.reasons.w = board.right() - plan.reasons.x;
    } else {
        // A bowl is no deeper than it is wide.
        top.h = std::min(board.h * bowls_share, board.w * bowl_width + 3 * count_size(scale.unit));
        plan.reasons.y = top.bottom() + apart;
        plan.reasons.h = std::min(board.bottom() - plan.reasons.y, deepest_reasons * scale.unit);
    }
    plan.head = std::min(count_size(scale.unit) * lines_of_head, top.h * 0.45);
    double const wide = top.w * bowl_width;
    double const deep = top.h - plan.head - 10 * scale.unit;
    plan.came = {top.x, top.y + plan.head, wide, deep};
    plan.lost = {top.right() - wide, top.y + plan.head, wide, deep};
    double const side = wide + 36 * scale.unit;
    plan.balance = {top.x + side, top.y, top.w - 2 * side, top.h};
    return plan;
}

}  // namespace scene
