// What the columns of a survey file mean: questions about touchpoints and about the whole, their
// scales, what counts as no answer. Must not read answers. Used by survey_file and shell (scores).
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "exchange/pack.hpp"
#include "exchange/pack_files.hpp"

namespace exchange {

// Rows of which the column holds one of the texts.
struct SurveyFilter {
    std::string column;
    std::vector<std::string> texts;
};

struct SurveyQuestion {
    std::string column;
    model::TouchpointId touchpoint;  // none: about the whole
    std::string stage;               // the touchpoints of one stage share its weight
    double lowest = 0, highest = 10;
    bool reversed = false;                               // the lowest answer is the best
    std::vector<std::pair<std::string, double>> values;  // answers that are words
    std::vector<SurveyFilter> where;
};

struct SurveyMap {
    std::vector<SurveyQuestion> questions;
    std::optional<SurveyQuestion> overall;
    std::vector<std::string> missing;  // texts that are no answer
    std::vector<SurveyFilter> where;
    std::optional<base::Period> period;
    model::SourceId source;
    std::string separators = ",;\t|";
};

struct SurveyMapResult {
    std::optional<SurveyMap> map;  // empty when there is an error
    std::vector<Problem> problems;
    std::size_t problem_count = 0;
};

// `outline` is the room that the answers are for.
SurveyMapResult read_survey_map(LoadedFile const& file, std::filesystem::path const& shown_as,
                                model::Room const& outline);

}  // namespace exchange
