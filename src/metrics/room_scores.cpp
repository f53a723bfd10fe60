#include <set>

#include "metrics/room_rows.hpp"
#include "metrics/score_samples.hpp"

namespace metrics {
namespace {

ScoreSample sample_of(model::Score const& score) {
    return {score.score, score.sd, score.n};
}

bool same_subject(model::Score const& a, model::Score const& b) {
    return a.subject == b.subject && rival_of(a) == rival_of(b);
}

// Rows of Room::scores.
struct CurrentScores {
    std::uint32_t own = no_row;
    std::uint32_t expected = no_row;
    std::uint32_t best_rival = no_row;
};

// Those that the wall holds against each other.
std::vector<std::uint32_t> shown(CurrentScores const& current) {
    std::vector<std::uint32_t> rows{current.own, current.best_rival, current.expected};
    std::erase(rows, no_row);
    return rows;
}

// Rows without a period are the oldest.
base::Date known_from(model::Score const& score) {
    return score.period ? score.period->last : base::any_time.first;
}

// Rows come by subject, rival and age: the current score of a subject is the last of its run that
// does not end after the asked day.
CurrentScores current_scores(model::Room const& room, Rows rows, base::Date day) {
    CurrentScores current;
    std::size_t i = 0;
    while (i < rows.size()) {
        model::Score const& head = room.scores[rows[i]];
        std::uint32_t latest = no_row;
        for (; i < rows.size() && same_subject(room.scores[rows[i]], head); ++i) {
            if (known_from(room.scores[rows[i]]) <= day) latest = rows[i];
        }
        if (latest == no_row) continue;
        model::Score const& score = room.scores[latest];
        if (head.subject == model::Subject::Own) current.own = latest;
        if (head.subject == model::Subject::Expected) current.expected = latest;
        if (head.subject != model::Subject::Rival) continue;
        if (current.best_rival == no_row || score.score > room.scores[current.best_rival].score) {
            current.best_rival = latest;
        }
    }
    return current;
}

ScoreFigures figures_at(model::Room const& room, Rows rows, base::Date day) {
    CurrentScores const current = current_scores(room, rows, day);
    auto const score = [&](std::uint32_t row) -> model::Score const& { return room.scores[row]; };
    ScoreFigures figures;
    for (std::uint32_t const row : shown(current)) {
        auto const& period = score(row).period;
        figures.expiry =
            earlier(figures.expiry, expiry_of(room, score(row).source,
                                              period ? std::optional(period->last) : std::nullopt));
    }
    if (current.own != no_row) figures.own = score(current.own).score;
    if (current.expected != no_row) figures.expected = score(current.expected).score;
    figures.rival_row = current.best_rival;
    if (current.best_rival == no_row) return figures;
    model::Score const& rival = room.scores[current.best_rival];
    figures.rival = rival.score;
    if (current.own != no_row)
        figures.gap = relative_gap(sample_of(score(current.own)), sample_of(rival));
    return figures;
}

}  // namespace

ScoreHistory make_score_history(model::Room const& room, std::vector<std::uint32_t> const& starts,
                                std::vector<std::uint32_t> const& scores) {
    ScoreHistory history;
    history.starts.assign(starts.size(), 0);
    for (std::size_t t = 0; t + 1 < starts.size(); ++t) {
        Rows const rows = rows_of(starts, scores, t);
        std::set<base::Date> days;
        for (std::uint32_t const row : rows)
            days.insert(known_from(room.scores[row]));
        for (base::Date const day : days)
            history.moments.push_back({day, figures_at(room, rows, day)});
        history.starts[t + 1] = static_cast<std::uint32_t>(history.moments.size());
    }
    return history;
}

ScoreFigures const* score_figures(ScoreHistory const& history, model::TouchpointId touchpoint,
                                  base::Period period) {
    std::size_t const t = touchpoint.index();
    for (std::size_t i = history.starts[t + 1]; i > history.starts[t]; --i) {
        if (history.moments[i - 1].from <= period.last) return &history.moments[i - 1].figures;
    }
    return nullptr;
}

ScoreSamples score_samples(model::Room const& room, FigureIndex const& index,
                           model::TouchpointId touchpoint, base::Period period) {
    CurrentScores const current = current_scores(
        room, rows_of(index.score_starts, index.scores, touchpoint.index()), period.last);
    ScoreSamples samples;
    bool const own = current.own != no_row;
    bool const expected = current.expected != no_row;
    if (own) samples.own_n = room.scores[current.own].n;
    if (expected) samples.expected_n = room.scores[current.expected].n;
    if (current.best_rival != no_row) samples.rival_n = room.scores[current.best_rival].n;
    if (own && expected) {
        samples.over_expected = relative_gap(sample_of(room.scores[current.own]),
                                             sample_of(room.scores[current.expected]));
    }
    return samples;
}

std::vector<std::uint32_t> shown_scores(model::Room const& room, FigureIndex const& index,
                                        model::TouchpointId touchpoint, base::Period period) {
    return shown(current_scores(room, rows_of(index.score_starts, index.scores, touchpoint.index()),
                                period.last));
}

}  // namespace metrics
