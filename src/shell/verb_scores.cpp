// `scores`: a survey's answers into scores, spreads, distributions and weights of a room.
#include <algorithm>
#include <iomanip>
#include <iostream>
#include <sstream>

#include "exchange/survey_file.hpp"
#include "shell/stop_signals.hpp"
#include "shell/verb_rows.hpp"
#include "shell/verbs.hpp"
#include "storage/merge_observations.hpp"
#include "storage/merge_survey.hpp"

namespace shell {
namespace {

constexpr std::size_t max_map_bytes = 1024 * 1024;

exchange::SurveyMap map_or_refuse(ScoresOptions const& options, model::Room const& outline) {
    auto result = exchange::read_survey_map(exchange::load_file(options.map, max_map_bytes),
                                            options.map, outline);
    print_problems(result.problems, result.problem_count);
    if (result.map) return *std::move(result.map);
    throw Refused(exit_refused, options.map.string() + " is refused: " +
                                    count_of(result.problem_count, "problem") + ".");
}

std::string fixed(std::optional<double> value, int decimals) {
    if (!value) return "-";
    std::ostringstream out;
    out << std::fixed << std::setprecision(decimals) << *value;
    return out.str();
}

void print_row(std::string const& name, std::string const& column,
               exchange::AnswerFigures const& answers) {
    std::int64_t missing = 0;
    for (auto const& [text, count] : answers.left_out)
        missing += count;
    bool const any = answers.n > 0;
    std::cout << std::left << std::setw(10) << name << std::right << std::setw(9) << answers.n
              << std::setw(9) << missing << std::setw(10)
              << fixed(any ? std::optional(answers.mean) : std::nullopt, 4) << std::setw(9)
              << fixed(any ? std::optional(answers.score) : std::nullopt, 4) << std::setw(9)
              << fixed(answers.score_sd, 4) << std::setw(9) << fixed(answers.correlation, 4)
              << std::setw(8) << fixed(answers.weight_percent, 2) << "  " << column << '\n';
}

void print_importance(exchange::SurveyImportance const& importance) {
    metrics::ImportanceShares const& shares = importance.stages;
    std::cout << "\nR2 " << fixed(shares.r_squared, 4) << " over "
              << count_of(static_cast<std::uint64_t>(shares.n), "complete row")
              << (importance.two_levels
                      ? ", weights in two levels: stages in the whole, touchpoints "
                        "in their stage"
                      : ", weights of the touchpoints in the whole")
              << ".\n";
    if (shares.weakness == metrics::Weakness::WeakModel)
        std::cout << "A weak model (R2 under 0.10): the weights are equal.\n";
    if (shares.weakness == metrics::Weakness::TooFewRows)
        std::cout << "Under 20 complete rows a question: the weights are equal.\n";
    for (exchange::StageWeight const& stage : importance.by_stage) {
        std::cout << std::left << std::setw(10) << stage.stage << std::right << std::setw(8)
                  << fixed(stage.weight_percent, 2) << " %\n";
    }
    std::cout << "Weights are association, not cause.\n";
}

void print_table(model::Room const& outline, exchange::SurveyMap const& map,
                 exchange::SurveyFigures const& figures) {
    std::cout
        << "touchpoint       n  missing      mean    score       sd        r  weight  column\n";
    for (std::size_t i = 0; i < map.questions.size(); ++i) {
        print_row(outline.at(map.questions[i].touchpoint).key, map.questions[i].column,
                  figures.questions[i]);
    }
    if (map.overall) print_row("overall", map.overall->column, *figures.overall);
    std::cout
        << "\nMean as asked, score and sd on 0 to 10. Answers that are missing are in neither;"
           " by what stood there:\n";
    std::map<std::string, std::int64_t> left_out;
    for (exchange::AnswerFigures const& answers : figures.questions) {
        for (auto const& [text, count] : answers.left_out)
            left_out[text] += count;
    }
    for (auto const& [text, count] : left_out) {
        std::cout << "  " << (text.empty() ? "empty" : "\"" + text + "\"") << ": "
                  << count_of(static_cast<std::uint64_t>(count), "answer") << '\n';
    }
    if (left_out.empty()) std::cout << "  none\n";
    if (figures.importance) print_importance(*figures.importance);
}

}  // namespace

int run_scores(ScoresOptions const& options) {
    end_when_stopped();
    model::Room const outline = storage::load_outline(options.database);
    exchange::SurveyMap const map = map_or_refuse(options, outline);
    exchange::SurveyResult result;
    std::string json;
    {
        RowFile file(options.file, "answers");
        exchange::SurveyRequest const request{map, outline, options.file.string(), file.teller()};
        result = exchange::read_survey(file.reader(), request);
        file.go_on_with("writing " + options.database.string());
        refuse_problems(options.file, result.problems, result.problem_count);
        auto rows = exchange::survey_rows(map, *result.figures);
        throw_when_stopped();
        storage::merge_survey(
            options.database,
            {outline, std::move(rows.scores), std::move(rows.importance), std::move(rows.answers)});
        if (options.json) json = exchange::survey_json(request, *result.figures);
    }
    if (options.json) {
        std::cout << json;
        return exit_done;
    }
    print_table(outline, map, *result.figures);
    std::cout << '\n'
              << options.database.string() << " is updated from "
              << count_of(static_cast<std::uint64_t>(result.figures->rows), "row") << ".\n";
    return exit_done;
}

}  // namespace shell
