// Where everything of an open definition card stands: title, formula, facts, how people
// answered, and as many of the rows as there is room for. Pure geometry. Must not draw. Used by
// chrome (touch target), app (placing) and definition_paint.
#pragma once

#include "scene/card_plan.hpp"
#include "scene/definition_answers.hpp"

namespace scene {

struct AnswerBox {
    ScreenRect rect;
    AnswerGroupKind kind = AnswerGroupKind::High;
};

struct DefinitionPlan {
    ScreenRect paper;
    ScreenRect cross;             // says that a tap closes it
    std::vector<CardText> texts;  // top to bottom
    std::vector<ScreenRect> rules;
    std::vector<ScreenRect> old_signs;  // striped: before the fact of an overdue source
    std::vector<AnswerBox> bars;        // how people answered
    std::vector<AnswerBox> brackets;    // under the bars of a group
    ScreenRect next;                    // leads to the rows that have no room; empty: all have
    std::size_t next_row = 0;           // the first of them; after the last ones the first again
};

DefinitionPlan plan_definition(ChromeInput const& input, OpenDefinition const& open,
                               BlockHeight const& height_of);

}  // namespace scene
