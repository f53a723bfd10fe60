#include "metrics/room_rows.hpp"

namespace metrics {
namespace {

ScoreSample sample_of(model::Score const& score) {
    return {score.score, score.sd, score.n};
}

bool same_subject(model::Score const& a, model::Score const& b) {
    return a.subject == b.subject && rival_of(a) == rival_of(b);
}

struct CurrentScores {
    model::Score const* own = nullptr;
    model::Score const* best_rival = nullptr;
    model::Score const* expected = nullptr;
};

// Rows come by subject, rival and age: the current score of a subject is the last of its run that
// does not end after the asked period.
CurrentScores current_scores(model::Room const& room, Rows rows, base::Period period) {
    CurrentScores current;
    std::size_t i = 0;
    while (i < rows.size()) {
        model::Score const& head = room.scores[rows[i]];
        model::Score const* latest = nullptr;
        for (; i < rows.size() && same_subject(room.scores[rows[i]], head); ++i) {
            model::Score const& score = room.scores[rows[i]];
            if (!score.period || score.period->last <= period.last) latest = &score;
        }
        if (!latest) continue;
        if (head.subject == model::Subject::Own) current.own = latest;
        if (head.subject == model::Subject::Expected) current.expected = latest;
        if (head.subject != model::Subject::Rival) continue;
        if (!current.best_rival || latest->score > current.best_rival->score) {
            current.best_rival = latest;
        }
    }
    return current;
}

}  // namespace

ScoreFigures score_figures(model::Room const& room, FigureIndex const& index,
                           model::TouchpointId touchpoint, base::Period period) {
    Rows const rows = rows_of(index.score_starts, index.scores, touchpoint.index());
    ScoreFigures figures;
    if (rows.empty()) return figures;
    CurrentScores const current = current_scores(room, rows, period);
    if (current.own) figures.own = current.own->score;
    if (current.expected) figures.expected = current.expected->score;
    if (current.best_rival) {
        figures.rival = current.best_rival->score;
        figures.rival_name = current.best_rival->rival;
    }
    if (current.own && current.best_rival) {
        figures.gap = relative_gap(sample_of(*current.own), sample_of(*current.best_rival));
    }
    return figures;
}

}  // namespace metrics
