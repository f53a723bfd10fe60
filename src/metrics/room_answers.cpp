#include "metrics/room_answers.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "metrics/saturating.hpp"

namespace metrics {
namespace {

using Answers = std::vector<model::AnswerCount const*>;

constexpr double most_own_classes = 11;
constexpr std::size_t equal_classes = 10;
constexpr double close_score = 0.01;  // of ten: scores of packs are rounded

base::Date known_from(model::AnswerCount const& answer) {
    return answer.period ? answer.period->last : base::any_time.first;
}

// Answers are read while one definition is open; a room holds a few thousand, so they need no
// index.
Answers current_answers(model::Room const& room, model::TouchpointId touchpoint, base::Date day) {
    Answers current;
    for (model::AnswerCount const& answer : room.answers) {
        if (answer.touchpoint != touchpoint || known_from(answer) > day) continue;
        bool const newer = !current.empty() && known_from(answer) > known_from(*current.front());
        if (newer) current.clear();
        if (current.empty() || answer.period == current.front()->period) current.push_back(&answer);
    }
    return current;
}

// The scale that all answers name and keep to; else what was answered, which is no known scale.
bool take_scale(Answers const& rows, AskedAnswers& out) {
    auto const [least, most] = std::minmax_element(
        rows.begin(), rows.end(), [](auto const* a, auto const* b) { return a->value < b->value; });
    out.lowest = (*least)->value;
    out.highest = (*most)->value;
    model::AnswerCount const& head = *rows.front();
    bool const same = std::all_of(rows.begin(), rows.end(), [&](auto const* row) {
        return row->scale_min == head.scale_min && row->scale_max == head.scale_max;
    });
    bool const given = same && head.scale_min && head.scale_max &&
                       *head.scale_min < *head.scale_max && *head.scale_min <= out.lowest &&
                       *head.scale_max >= out.highest;
    if (!given) return false;
    out.lowest = *head.scale_min;
    out.highest = *head.scale_max;
    return true;
}

bool whole(double value) {
    return std::floor(value) == value;
}

void make_classes(Answers const& rows, AskedAnswers& out) {
    double const span = out.highest - out.lowest;
    bool const own =
        whole(out.lowest) && whole(out.highest) && span < most_own_classes &&
        std::all_of(rows.begin(), rows.end(), [](auto const* row) { return whole(row->value); });
    std::size_t const count = own         ? static_cast<std::size_t>(span) + 1
                              : span == 0 ? 1
                                          : equal_classes;
    double const step = own ? 1 : span / static_cast<double>(count);
    for (std::size_t i = 0; i < count; ++i) {
        double const low = out.lowest + step * static_cast<double>(i);
        out.classes.push_back({low, own ? low : low + step, 0});
    }
    for (auto const* row : rows) {
        double const place = step > 0 ? (row->value - out.lowest) / step : 0;
        auto const at = std::min(static_cast<std::size_t>(place), count - 1);
        out.classes[at].count = saturating_add(out.classes[at].count, row->count);
    }
}

AskedScale scale_of(AskedAnswers const& answers) {
    if (!answers.own_classes()) return AskedScale::Other;
    if (answers.lowest == 0 && answers.highest == 10) return AskedScale::Recommend;
    if (answers.lowest == 1 && answers.highest == 7) return AskedScale::Effort;
    if (answers.lowest == 1 && answers.highest == 5) return AskedScale::Satisfaction;
    return AskedScale::Other;
}

// Answers do not say which end is the good one, but the score that was made of them does.
bool is_reversed(model::Room const& room, FigureIndex const& index, model::TouchpointId touchpoint,
                 AskedAnswers const& answers) {
    double const straight =
        10 * (answers.mean - answers.lowest) / (answers.highest - answers.lowest);
    std::size_t const t = touchpoint.index();
    for (std::uint32_t i = index.score_starts[t]; i < index.score_starts[t + 1]; ++i) {
        model::Score const& score = room.scores[index.scores[i]];
        if (score.subject != model::Subject::Own || score.period != answers.period) continue;
        return std::abs(score.score - (10 - straight)) < close_score &&
               std::abs(score.score - straight) >= close_score;
    }
    return false;
}

}  // namespace

std::optional<AskedAnswers> asked_answers(model::Room const& room, FigureIndex const& index,
                                          model::TouchpointId touchpoint, base::Period asked) {
    Answers const rows = current_answers(room, touchpoint, asked.last);
    if (rows.empty()) return std::nullopt;
    AskedAnswers out;
    out.period = rows.front()->period;
    for (auto const* row : rows)
        out.n = saturating_add(out.n, row->count);
    // Sums of its parts would not hold either.
    if (out.n <= 0 || out.n == std::numeric_limits<std::int64_t>::max()) return std::nullopt;
    for (auto const* row : rows)
        out.mean += row->value * (static_cast<double>(row->count) / static_cast<double>(out.n));
    bool const known = take_scale(rows, out);
    if (!std::isfinite(out.highest - out.lowest)) return std::nullopt;
    make_classes(rows, out);
    if (!known) return out;
    out.scale = scale_of(out);
    out.reversed = is_reversed(room, index, touchpoint, out);
    return out;
}

NpsCounts nps_counts(AskedAnswers const& answers) {
    NpsCounts counts;
    for (AnswerClass const& each : answers.classes) {
        (each.lowest >= 9   ? counts.promoters
         : each.lowest >= 7 ? counts.passives
                            : counts.detractors) += each.count;
    }
    return counts;
}

}  // namespace metrics
