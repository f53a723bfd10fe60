// How a touchpoint's question was answered: the newest distribution that counts in a period, over
// the scale that was asked, and what its scale lets it be read as. Must not compute the figures
// themselves (survey) nor know how they are shown. Called by the definition of a score.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "metrics/room_figures.hpp"
#include "metrics/survey.hpp"

namespace metrics {

// Vendors ask the same question on different scales; these three have a figure of their own.
enum class AskedScale { Recommend, Effort, Satisfaction, Other };  // 0-10, 1-7, 1-5

struct AnswerClass {
    double lowest = 0, highest = 0;  // the same where every answer has its own class
    std::int64_t count = 0;
};

struct AskedAnswers {
    std::optional<base::Period> period;
    double lowest = 0, highest = 10;
    AskedScale scale = AskedScale::Other;
    bool reversed = false;             // the low answers are the good ones
    std::int64_t n = 0;                // at least 1
    double mean = 0;                   // as it was asked
    std::vector<AnswerClass> classes;  // lowest first, the empty ones too
    bool own_classes() const { return classes.front().lowest == classes.front().highest; }
};

// Empty where nobody was asked by the end of the period. As with scores, rows without a period are
// the oldest.
std::optional<AskedAnswers> asked_answers(model::Room const& room, FigureIndex const& index,
                                          model::TouchpointId touchpoint, base::Period asked);

// Of answers on the scale that each is read from.
NpsCounts nps_counts(AskedAnswers const& answers);
template <std::size_t Size>
std::array<std::int64_t, Size> counts_of(AskedAnswers const& answers) {
    std::array<std::int64_t, Size> counts{};
    for (std::size_t i = 0; i < Size && i < answers.classes.size(); ++i)
        counts[i] = answers.classes[i].count;
    return counts;
}

}  // namespace metrics
