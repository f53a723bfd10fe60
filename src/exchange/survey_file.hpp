// A survey of any length, one row an answer: own scores with spread and size, how often each answer
// was given, and what the touchpoints weigh in the answer about the whole. Missing answers are left
// out and counted. Must not know the store. Used by shell (scores) and fuzzing.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "exchange/input_file.hpp"
#include "exchange/survey_map.hpp"
#include "metrics/importance.hpp"

namespace exchange {

struct AnswerFigures {
    std::int64_t n = 0;
    std::map<std::string, std::int64_t> left_out;  // by what stood in the cell
    double mean = 0;                               // as it was asked
    double score = 0;                              // 0..10, 10 is best
    std::optional<double> score_sd;
    std::map<double, std::int64_t> distribution;
    std::optional<double> correlation;  // of the score with the answer about the whole
    std::optional<double> weight_percent;
};

struct StageWeight {
    std::string stage;
    double weight_percent = 0;
    metrics::ImportanceShares within;  // its touchpoints in the order of the map; empty for one
};

struct SurveyImportance {
    metrics::ImportanceShares stages;  // one level only: of the touchpoints themselves
    bool two_levels = false;
    std::vector<double> weights;  // percent, as in the map
    std::vector<StageWeight> by_stage;
};

struct SurveyFigures {
    std::int64_t rows = 0;                 // counted
    std::int64_t skipped = 0;              // by "where"
    std::vector<AnswerFigures> questions;  // as in the map
    std::optional<AnswerFigures> overall;
    std::optional<SurveyImportance> importance;  // where there is a question about the whole
};

struct SurveyResult {
    std::optional<SurveyFigures> figures;  // empty when there is an error
    std::vector<Problem> problems;
    std::size_t problem_count = 0;
};

// `shown_as` names the file in problems; the outline tells which touchpoints are must-be.
struct SurveyRequest {
    SurveyMap const& map;
    model::Room const& outline;
    std::string shown_as;
    TellProgress tell;
};
SurveyResult read_survey(ReadBytes read, SurveyRequest const& request);

// What the room keeps of it.
struct SurveyRows {
    std::vector<model::Score> scores;
    std::vector<model::Importance> importance;
    std::vector<model::AnswerCount> answers;
};
SurveyRows survey_rows(SurveyMap const& map, SurveyFigures const& figures);

std::string survey_json(SurveyRequest const& request, SurveyFigures const& figures);

}  // namespace exchange
