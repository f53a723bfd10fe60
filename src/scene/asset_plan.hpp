// Where the parts of the customer asset stand: both bowls, what remains, and the reasons, on panels
// of any shape. Pure geometry; must not know the counts. Used by board_asset and figure_at.
#pragma once

#include "scene/camera.hpp"

namespace scene {

struct AssetPlan {
    ScreenRect came;  // the bowl, below its heading
    ScreenRect lost;
    double head = 0;      // of the headings above them, px
    ScreenRect balance;   // the net and what it adds up from
    ScreenRect reasons;   // why they left
    int reason_rows = 1;  // of stages
    double growth = 1;    // of all type, on panels that stand upright
};

struct AssetScale {
    double unit = 1;       // a design millimetre, px
    double hand_type = 1;  // how much larger hands read
};
AssetPlan asset_plan(ScreenRect const& board, AssetScale scale);

}  // namespace scene
