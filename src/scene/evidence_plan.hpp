// Where everything of an open piece of evidence stands: a picture or what customers said, large,
// with what it is, whether it was invented and whether consent is recorded. Pure geometry. Must not
// draw. Used by chrome (touch target), app (placing) and evidence_paint.
#pragma once

#include "scene/card_plan.hpp"

namespace scene {

// A mark in words: dashed where something was made up, as everywhere on the wall.
struct EvidenceMark {
    std::string text;
    double size = 10;  // font size, px
    bool dashed = false;
    ScreenRect rect;
};

struct EvidencePlan {
    ScreenRect paper;
    ScreenRect cross;    // closes it; never off the wall
    ScreenRect picture;  // empty: words, or a picture that cannot be shown
    std::vector<CardText> texts;
    std::vector<EvidenceMark> marks;
    std::vector<ScreenRect> rules;
};

// Where sheets may lie: above legend and dock, which stay in reach.
ScreenRect evidence_area(ChromeInput const& input);

EvidencePlan plan_evidence(ChromeInput const& input, OpenEvidence const& open,
                           BlockHeight const& height_of);

}  // namespace scene
