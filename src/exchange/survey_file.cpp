#include "exchange/survey_file.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

#include "exchange/csv_reader.hpp"
#include "exchange/survey_regression.hpp"

namespace exchange {
namespace {

constexpr std::size_t max_distinct_answers = 1000;
constexpr std::size_t max_distinct_left_out = 20;
constexpr std::size_t rows_between_tellings = 4096;
constexpr std::size_t absent = static_cast<std::size_t>(-1);

bool is_blank(std::string_view cell) {
    return cell.find_first_not_of(" \t") == std::string_view::npos;
}

double score_of(SurveyQuestion const& question, double answer) {
    double const score = 10 * (answer - question.lowest) / (question.highest - question.lowest);
    return question.reversed ? 10 - score : score;
}

// A filter with its column's place in the file.
struct PlacedFilter {
    SurveyFilter const* filter = nullptr;
    std::size_t column = absent;

    bool lets_through(std::vector<CsvCell> const& cells) const {
        auto const& texts = filter->texts;
        return std::find(texts.begin(), texts.end(), cells[column].text) != texts.end();
    }
};

// One question, while its answers come in.
class Question {
public:
    Question(SurveyQuestion const& asked, std::vector<std::string> const& missing)
        : m_asked(asked), m_missing(missing) {}

    std::size_t column = absent;
    std::vector<PlacedFilter> filters;

    // What is wrong with the cell, or nothing.
    std::string take(std::string_view cell, Answer& answer) {
        if (is_missing(cell)) {
            leave_out(cell);
            return {};
        }
        auto const value = value_of(cell);
        if (!value) {
            return "the answer " + in_quotes(cell) +
                   R"( is no number; give it one under "values" or name it under "missing")";
        }
        if (*value < m_asked.lowest || *value > m_asked.highest) {
            return "the answer " + std::string(cell) +
                   " is not on the scale; correct it, or name it under \"missing\"";
        }
        answer.value = value;
        answer.score = score_of(m_asked, *value);
        m_moments.add(std::vector<double>{*value});
        count(*value);
        return {};
    }

    void take_with_overall(double score, double overall) {
        m_with_overall.add(std::vector<double>{score, overall});
    }

    AnswerFigures figures() const {
        AnswerFigures figures;
        figures.n = m_moments.n();
        figures.left_out = m_left_out;
        figures.distribution = m_distribution;
        figures.mean = m_binned ? m_moments.mean(0) : mean_of_distribution();
        figures.score = score_of(m_asked, figures.mean);
        double const scale = 10 / (m_asked.highest - m_asked.lowest);
        if (auto const sd = m_moments.sd(0)) figures.score_sd = *sd * scale;
        figures.correlation = m_with_overall.correlation(0, 1);
        return figures;
    }

private:
    // Without the last digits' noise that adding up row by row leaves.
    double mean_of_distribution() const {
        double sum = 0;
        for (auto const& [value, count] : m_distribution)
            sum += value * static_cast<double>(count);
        return m_moments.n() > 0 ? sum / static_cast<double>(m_moments.n()) : 0.0;
    }

    // The question about the whole may have a 0 on its scale where elsewhere it means "not asked".
    bool is_missing(std::string_view cell) const {
        if (is_blank(cell)) return true;
        if (std::find(m_missing.begin(), m_missing.end(), cell) == m_missing.end()) return false;
        auto const number = parse_number(cell);
        bool const on_scale = number && *number >= m_asked.lowest && *number <= m_asked.highest;
        return m_asked.touchpoint || !on_scale;
    }

    std::optional<double> value_of(std::string_view cell) const {
        for (auto const& [text, value] : m_asked.values) {
            if (text == cell) return value;
        }
        // One named text is a question of yes or no.
        if (m_asked.values.size() == 1 && !parse_number(cell)) return m_asked.lowest;
        return parse_number(cell);
    }

    void leave_out(std::string_view cell) {
        std::string text(is_blank(cell) ? std::string_view() : cell);
        if (m_left_out.size() >= max_distinct_left_out && !m_left_out.contains(text))
            text = "other";
        ++m_left_out[text];
    }

    // Answers on a sliding scale are counted in hundredths of it.
    double binned(double value) const {
        double const step = (m_asked.highest - m_asked.lowest) / 100;
        return m_asked.lowest + std::round((value - m_asked.lowest) / step) * step;
    }

    void count(double value) {
        ++m_distribution[m_binned ? binned(value) : value];
        if (m_binned || m_distribution.size() <= max_distinct_answers) return;
        m_binned = true;
        std::map<double, std::int64_t> coarse;
        for (auto const& [fine, number] : m_distribution)
            coarse[binned(fine)] += number;
        m_distribution = std::move(coarse);
    }

    SurveyQuestion const& m_asked;
    std::vector<std::string> const& m_missing;
    metrics::CoMoments m_moments{1};
    metrics::CoMoments m_with_overall{2};
    std::map<std::string, std::int64_t> m_left_out;
    std::map<double, std::int64_t> m_distribution;
    bool m_binned = false;
};

class Survey {
public:
    Survey(ReadBytes read, SurveyRequest const& request)
        : m_request(request),
          m_map(request.map),
          m_problems(request.shown_as),
          m_tag(m_problems.add_file("")),
          m_window(std::move(read), wide_csv.row_bytes),
          m_reader(m_window, wide_csv, request.map.separators),
          m_regression(request.map) {
        for (SurveyQuestion const& question : m_map.questions)
            m_questions.emplace_back(question, m_map.missing);
        if (m_map.overall) m_overall.emplace(*m_map.overall, m_map.missing);
    }

    SurveyResult read() {
        if (read_header()) {
            while (m_reader.next())
                read_row();
            if (m_figures.rows == 0 && m_problems.error_count() == 0) {
                m_problems.error(m_tag, {}, "no row to count; are there answers below the header?");
            }
        }
        SurveyResult result{std::nullopt, m_problems.first(), m_problems.error_count()};
        if (result.problem_count == 0) result.figures = figures();
        return result;
    }

private:
    bool read_header() {
        if (!m_reader.next()) {
            m_problems.error(m_tag, {1, 1}, "the file is empty; its first line names the columns");
            return false;
        }
        for (Fault const& fault : m_reader.faults())
            m_problems.error(m_tag, fault.place, fault.text);
        if (!m_reader.faults().empty()) return false;
        m_columns = m_reader.cells().size();
        place_filters(m_map.where, m_filters);
        for (std::size_t i = 0; i < m_questions.size(); ++i)
            place(m_questions[i], m_map.questions[i]);
        if (m_overall) place(*m_overall, *m_map.overall);
        return m_problems.error_count() == 0;
    }

    void place(Question& question, SurveyQuestion const& asked) {
        question.column = column_of(asked.column);
        place_filters(asked.where, question.filters);
    }

    void place_filters(std::vector<SurveyFilter> const& asked, std::vector<PlacedFilter>& placed) {
        for (SurveyFilter const& filter : asked)
            placed.push_back({&filter, column_of(filter.column)});
    }

    std::size_t column_of(std::string const& name) {
        auto const& cells = m_reader.cells();
        auto const named = [&](CsvCell const& cell) { return cell.text == name; };
        auto const at = std::find_if(cells.begin(), cells.end(), named);
        if (at == cells.end()) {
            m_problems.error(m_tag, {1, 1},
                             "no column " + in_quotes(name) +
                                 ", which the map names; the columns are " + column_names());
            return absent;
        }
        if (std::find_if(at + 1, cells.end(), named) != cells.end()) {
            m_problems.error(m_tag, at->place,
                             "the column " + in_quotes(name) + " is named twice; keep one");
        }
        return static_cast<std::size_t>(at - cells.begin());
    }

    std::string column_names() const {
        constexpr std::size_t most = 30;
        std::string names;
        std::size_t const count = std::min(most, m_reader.cells().size());
        for (std::size_t i = 0; i < count; ++i)
            names += (i == 0 ? "" : ", ") + in_quotes(m_reader.cells()[i].text);
        return names + (count < m_reader.cells().size() ? ", ..." : "");
    }

    bool row_has_form() {
        auto const& cells = m_reader.cells();
        for (Fault const& fault : m_reader.faults())
            m_problems.error(m_tag, fault.place, fault.text);
        if (!m_reader.faults().empty()) return false;
        if (cells.size() == m_columns) return true;
        m_problems.error(m_tag, m_reader.row_place(),
                         std::to_string(cells.size()) + " cells where the header has " +
                             std::to_string(m_columns) +
                             "; put a cell that holds a delimiter in quotes");
        return false;
    }

    static bool pass(std::vector<PlacedFilter> const& filters, std::vector<CsvCell> const& cells) {
        return std::all_of(filters.begin(), filters.end(),
                           [&](PlacedFilter const& f) { return f.lets_through(cells); });
    }

    Answer answer(Question& question) {
        Answer answer;
        if (!pass(question.filters, m_reader.cells())) return answer;
        CsvCell const& cell = m_reader.cells()[question.column];
        std::string problem = question.take(cell.text, answer);
        if (!problem.empty()) m_problems.error(m_tag, cell.place, std::move(problem));
        return answer;
    }

    void read_row() {
        if (++m_read % rows_between_tellings == 0 && m_request.tell) m_request.tell(m_read);
        if (!row_has_form()) return;
        if (!pass(m_filters, m_reader.cells())) {
            ++m_figures.skipped;
            return;
        }
        ++m_figures.rows;
        m_answers.clear();
        for (Question& question : m_questions)
            m_answers.push_back(answer(question));
        if (!m_overall) return;
        std::optional<double> const overall = answer(*m_overall).score;
        for (std::size_t i = 0; i < m_questions.size(); ++i) {
            if (overall && m_answers[i].score)
                m_questions[i].take_with_overall(*m_answers[i].score, *overall);
        }
        m_regression.add(m_answers, overall);
    }

    SurveyFigures figures() {
        for (Question const& question : m_questions)
            m_figures.questions.push_back(question.figures());
        if (m_overall) {
            m_figures.overall = m_overall->figures();
            m_figures.importance = m_regression.result(m_map, m_request.outline);
            for (std::size_t i = 0; i < m_map.questions.size(); ++i)
                m_figures.questions[i].weight_percent = m_figures.importance->weights[i];
        }
        return std::move(m_figures);
    }

    SurveyRequest const& m_request;
    SurveyMap const& m_map;
    Problems m_problems;
    FileTag m_tag;
    TextWindow m_window;
    CsvReader m_reader;
    SurveyRegression m_regression;
    std::vector<Question> m_questions;
    std::optional<Question> m_overall;
    std::vector<PlacedFilter> m_filters;
    std::size_t m_columns = 0;
    std::uint64_t m_read = 0;
    std::vector<Answer> m_answers;
    SurveyFigures m_figures;
};

std::string method_text(SurveyImportance const& importance) {
    std::string const levels = importance.two_levels ? " in two levels" : "";
    switch (importance.stages.weakness) {
        case metrics::Weakness::WeakModel:
            return "equal weights: weak model (R2 under 0.10)";
        case metrics::Weakness::TooFewRows:
            return "equal weights: under 20 complete answers a question";
        case metrics::Weakness::None:
            break;
    }
    bool const exact = importance.stages.method == metrics::ShareMethod::Shapley;
    return (exact ? "Shapley shares of R2" : "Johnson's shares of R2") + levels;
}

}  // namespace

SurveyResult read_survey(ReadBytes read, SurveyRequest const& request) {
    return Survey(std::move(read), request).read();
}

SurveyRows survey_rows(SurveyMap const& map, SurveyFigures const& figures) {
    SurveyRows rows;
    auto const keep_answers = [&](SurveyQuestion const& question, AnswerFigures const& answers) {
        for (auto const& [value, count] : answers.distribution) {
            rows.answers.push_back(
                {question.touchpoint, map.period, value, count, question.lowest, question.highest});
        }
    };
    for (std::size_t i = 0; i < map.questions.size(); ++i) {
        SurveyQuestion const& question = map.questions[i];
        AnswerFigures const& answers = figures.questions[i];
        keep_answers(question, answers);
        if (answers.n > 0) {
            rows.scores.push_back({.touchpoint = question.touchpoint,
                                   .subject = model::Subject::Own,
                                   .score = answers.score,
                                   .sd = answers.score_sd,
                                   .n = answers.n,
                                   .rival = {},
                                   .period = map.period,
                                   .source = map.source});
        }
        if (!answers.weight_percent) continue;
        rows.importance.push_back({question.touchpoint, *answers.weight_percent,
                                   method_text(*figures.importance), figures.importance->stages.n});
    }
    if (map.overall) keep_answers(*map.overall, *figures.overall);
    return rows;
}

}  // namespace exchange
