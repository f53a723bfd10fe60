// Who stands on the two lists of the board of contradictions, and where. Pure geometry over the
// figures; must not draw. Used by chrome (touch targets) and board_contradictions.
#pragma once

#include <vector>

#include "scene/chrome.hpp"

namespace scene {

// The survey is content where the own score is above what customers expected by more than chance,
// and not content where it is below by more than chance.
enum class Contradiction { GoodScoreBrokenPromise, KeptPromisePoorScore };

struct Contradicting {
    // The most people first; kept promises by how far the score stays behind what was expected.
    std::vector<model::TouchpointId> listed;
    std::vector<model::TouchpointId> too_close;  // within what chance alone would give
    int unjudged = 0;    // too few answers, or their number or spread is not known
    bool asked = false;  // somewhere customers were asked for a score and what they expect
};
Contradicting contradictions(ChromeInput const& input, Contradiction side);

// Where a row says what the survey found: beside the promise, or below it where panels are tall.
enum class RowForm { Beside, Below };

struct ContradictionRow {
    model::TouchpointId touchpoint;
    ScreenRect rect;
    double share = 1;  // 0..1, comes in while the period changes
};

struct ContradictionList {
    Contradiction side = Contradiction::GoodScoreBrokenPromise;
    ScreenRect area;
    double head_size = 0;  // font sizes, px
    double below_size = 0;
    double growth = 1;  // of the rows' type: a short list is read from farther away
    double plain = 1;   // of what is not listed, larger on a tall panel
    RowForm form = RowForm::Beside;
    double head_line = 0;   // baselines
    double below_line = 0;  // 0 where there is no room for it
    double rest_line = 0;   // "and 3 more", or that there is none
    double close_line = 0;  // counts what is not listed, as nothing holds; 0 where that is nothing
    double close_head = 0;  // above what is too close to call; 0 where it has no rows
    std::vector<ContradictionRow> rows;
    std::vector<ContradictionRow> close_rows;  // all that is too close, or none
    std::size_t more = 0;                      // that have no room
    Contradicting found;

    bool whole() const;  // nothing is left out or only counted for want of room
    double end() const;  // where the last of it ends
};

// Good scores over broken promises first.
std::vector<ContradictionList> contradiction_lists(ChromeInput const& input, ScreenRect const& area,
                                                   double unit);

}  // namespace scene
