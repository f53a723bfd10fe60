// What each question about a touchpoint weighs in the answer about the whole: gathers the rows of a
// survey for the regressions, in two levels. Must not know files. Private to survey_file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "exchange/survey_file.hpp"

namespace exchange {

// One cell, when it was an answer.
struct Answer {
    std::optional<double> value;  // as it was asked
    std::optional<double> score;  // 0..10
};

class SurveyRegression {
public:
    explicit SurveyRegression(SurveyMap const& map);

    // Answers in the order of the map. Only rows that answer all of a regression's questions count
    // in it.
    void add(std::vector<Answer> const& answers, std::optional<double> overall);

    SurveyImportance result(SurveyMap const& map, model::Room const& outline) const;

private:
    // The touchpoints of one stage.
    struct StageRows {
        std::string stage;
        std::vector<std::size_t> questions;
        metrics::CoMoments within;
    };

    std::optional<double> add_stage(StageRows& stage, std::vector<Answer> const& answers,
                                    std::optional<double> overall);
    void share_out(SurveyImportance& importance) const;

    std::vector<StageRows> m_stages;
    std::optional<metrics::CoMoments> m_overall;  // stages in the whole
    std::optional<metrics::CoMoments> m_direct;   // touchpoints in the whole, with one stage only
};

}  // namespace exchange
