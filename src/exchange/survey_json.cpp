// What `scores --json` prints.
#include <nlohmann/json.hpp>

#include "exchange/room_keys.hpp"
#include "exchange/survey_file.hpp"

namespace exchange {
namespace {

using Json = nlohmann::ordered_json;

template <typename Value>
Json maybe(std::optional<Value> const& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json answers_json(SurveyQuestion const& question, AnswerFigures const& answers) {
    Json json;
    json["column"] = question.column;
    json["n"] = answers.n;
    std::int64_t missing = 0;
    Json by_text = Json::array();
    for (auto const& [text, count] : answers.left_out) {
        missing += count;
        by_text.push_back({{"text", text}, {"answers", count}});
    }
    json["missing"] = missing;
    json["left_out"] = by_text;
    json["mean"] = answers.n > 0 ? Json(answers.mean) : Json(nullptr);
    json["score"] = answers.n > 0 ? Json(answers.score) : Json(nullptr);
    json["sd"] = maybe(answers.score_sd);
    json["scale"] = {question.lowest, question.highest};
    json["reversed"] = question.reversed;
    Json distribution = Json::array();
    for (auto const& [value, count] : answers.distribution)
        distribution.push_back({{"value", value}, {"count", count}});
    json["distribution"] = distribution;
    return json;
}

Json shares_json(metrics::ImportanceShares const& shares) {
    Json json;
    json["method"] = shares.method == metrics::ShareMethod::Shapley   ? "Shapley"
                     : shares.method == metrics::ShareMethod::Johnson ? "Johnson"
                                                                      : "equal";
    json["weak"] = shares.weakness == metrics::Weakness::WeakModel    ? Json("weak model")
                   : shares.weakness == metrics::Weakness::TooFewRows ? Json("too few answers")
                                                                      : Json(nullptr);
    json["r_squared"] = shares.r_squared;
    json["n"] = shares.n;
    return json;
}

}  // namespace

std::string survey_json(SurveyRequest const& request, SurveyFigures const& figures) {
    SurveyMap const& map = request.map;
    Json json;
    json["rows"] = figures.rows;
    json["skipped"] = figures.skipped;
    json["period"] = map.period ? Json(base::format_period(*map.period)) : Json(nullptr);
    json["overall"] =
        figures.overall ? answers_json(*map.overall, *figures.overall) : Json(nullptr);
    Json touchpoints = Json::array();
    for (std::size_t i = 0; i < map.questions.size(); ++i) {
        Json question;
        question["touchpoint"] = key_at(request.outline.touchpoints, map.questions[i].touchpoint);
        question["stage"] = map.questions[i].stage;
        question.update(answers_json(map.questions[i], figures.questions[i]));
        question["correlation"] = maybe(figures.questions[i].correlation);
        question["weight_percent"] = maybe(figures.questions[i].weight_percent);
        touchpoints.push_back(question);
    }
    json["touchpoints"] = touchpoints;
    if (!figures.importance) {
        json["importance"] = nullptr;
        return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
    }
    Json importance = shares_json(figures.importance->stages);
    importance["levels"] = figures.importance->two_levels ? 2 : 1;
    Json stages = Json::array();
    for (StageWeight const& stage : figures.importance->by_stage) {
        Json entry;
        entry["stage"] = stage.stage;
        entry["weight_percent"] = stage.weight_percent;
        if (!stage.within.shares.empty()) entry.update(shares_json(stage.within));
        stages.push_back(entry);
    }
    importance["stages"] = stages;
    json["importance"] = importance;
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace exchange
