#include "exchange/survey_regression.hpp"

#include <algorithm>

namespace exchange {
namespace {

std::vector<bool> must_be(SurveyMap const& map, model::Room const& outline) {
    std::vector<bool> result;
    for (SurveyQuestion const& question : map.questions)
        result.push_back(outline.at(question.touchpoint).kano == model::Kano::MustBe);
    return result;
}

}  // namespace

SurveyRegression::SurveyRegression(SurveyMap const& map) {
    for (std::size_t i = 0; i < map.questions.size(); ++i) {
        std::string const& stage = map.questions[i].stage;
        auto at = std::find_if(m_stages.begin(), m_stages.end(),
                               [&](StageRows const& s) { return s.stage == stage; });
        if (at == m_stages.end())
            at = m_stages.insert(m_stages.end(), {stage, {}, metrics::CoMoments(0)});
        at->questions.push_back(i);
    }
    for (StageRows& stage : m_stages)
        stage.within = metrics::CoMoments(stage.questions.size() + 1);
    // One stage has no shares among stages: its touchpoints are asked directly.
    if (m_stages.size() == 1) {
        m_direct = metrics::CoMoments(map.questions.size() + 1);
    } else {
        m_overall = metrics::CoMoments(m_stages.size() + 1);
    }
}

void SurveyRegression::add(std::vector<Answer> const& answers, std::optional<double> overall) {
    std::vector<double> row;
    bool all_stages = true;
    for (StageRows& stage : m_stages) {
        auto const score = add_stage(stage, answers, overall);
        all_stages = all_stages && score;
        row.push_back(score.value_or(0));
    }
    if (m_direct || !all_stages || !overall) return;
    row.push_back(*overall);
    m_overall->add(row);
}

// The mean of the stage's answers in this row; empty when there is none.
std::optional<double> SurveyRegression::add_stage(StageRows& stage,
                                                  std::vector<Answer> const& answers,
                                                  std::optional<double> overall) {
    std::vector<double> row;
    double sum = 0;
    for (std::size_t const i : stage.questions) {
        if (!answers[i].score) continue;
        row.push_back(*answers[i].score);
        sum += row.back();
    }
    if (row.empty()) return std::nullopt;
    double const mean = sum / static_cast<double>(row.size());
    if (row.size() == stage.questions.size()) {
        row.push_back(m_direct ? overall.value_or(0) : mean);
        if (!m_direct) stage.within.add(row);
        if (m_direct && overall) m_direct->add(row);
    }
    return mean;
}

SurveyImportance SurveyRegression::result(SurveyMap const& map, model::Room const& outline) const {
    SurveyImportance importance;
    importance.two_levels = !m_direct;
    importance.stages = metrics::importance_shares(m_direct ? *m_direct : *m_overall);
    importance.weights.assign(map.questions.size(),
                              100 / static_cast<double>(map.questions.size()));
    for (StageRows const& stage : m_stages)
        importance.by_stage.push_back({stage.stage, 0, {}});
    if (importance.stages.weakness == metrics::Weakness::None) {
        share_out(importance);
        importance.weights = metrics::with_must_be_floor(importance.weights, must_be(map, outline));
    }
    for (std::size_t s = 0; s < m_stages.size(); ++s) {
        for (std::size_t const i : m_stages[s].questions)
            importance.by_stage[s].weight_percent += importance.weights[i];
    }
    return importance;
}

void SurveyRegression::share_out(SurveyImportance& importance) const {
    for (std::size_t s = 0; s < m_stages.size(); ++s) {
        StageRows const& stage = m_stages[s];
        bool const split = importance.two_levels && stage.questions.size() > 1;
        metrics::ImportanceShares& within = importance.by_stage[s].within;
        if (split) within = metrics::importance_shares(stage.within);
        for (std::size_t i = 0; i < stage.questions.size(); ++i) {
            double const share = importance.stages.shares[importance.two_levels ? s : i];
            importance.weights[stage.questions[i]] = 100 * share * (split ? within.shares[i] : 1.0);
        }
    }
}

}  // namespace exchange
