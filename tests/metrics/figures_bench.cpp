// Measures the CPU time of a change of period and of persona: figures_bench [TOUCHPOINTS [MONTHS]].
// Every touchpoint has a promise, a row a month, own, rival and expected scores, a weight, an
// emotion and two exposures. Prints JSON; run by tools/measure-figures.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>

#include "metrics/room_figures.hpp"

namespace {

constexpr int stage_count = 100;

void add_rows(model::Room& room, model::TouchpointId touchpoint, int months, std::mt19937& random) {
    base::Period month = base::month_of(base::to_date({2024, 1, 1}));
    for (int m = 0; m < months; ++m, month = base::month_after(month, 1)) {
        model::Observation row;
        row.touchpoint = touchpoint;
        row.period = month;
        row.due = 100 + static_cast<std::int64_t>(random() % 1000);
        row.kept = row.due * static_cast<std::int64_t>(80 + random() % 20) / 100;
        row.source = model::SourceId(std::size_t{0});
        room.observations.push_back(row);
    }
}

void add_scores(model::Room& room, model::TouchpointId touchpoint, std::mt19937& random) {
    for (auto const subject :
         {model::Subject::Own, model::Subject::Rival, model::Subject::Expected}) {
        model::Score score;
        score.touchpoint = touchpoint;
        score.subject = subject;
        score.score = 5 + static_cast<double>(random() % 40) / 10;
        score.sd = 1.9;
        score.n = 240;
        if (subject == model::Subject::Rival) score.rival = "Gridwise Energy Services";
        room.scores.push_back(score);
    }
}

model::Room large_room(int touchpoints, int months) {
    std::mt19937 random(1);
    model::Room room;
    room.sources.resize(1);
    room.sources[0].cadence_days = 31;
    room.personas.resize(1);
    room.journeys.resize(1);
    model::JourneyId const journey(std::size_t{0});
    room.stages.resize(stage_count);
    for (model::Stage& stage : room.stages)
        stage.journey = journey;
    room.touchpoints.resize(static_cast<std::size_t>(touchpoints));
    for (std::size_t t = 0; t < room.touchpoints.size(); ++t) {
        model::TouchpointId const touchpoint(t);
        model::Promise promise;
        promise.touchpoint = touchpoint;
        promise.target_percent = 90;
        room.promises.push_back(promise);
        model::Placement placement;
        placement.touchpoint = touchpoint;
        placement.journey = journey;
        placement.stage = model::StageId(t * stage_count / room.touchpoints.size());
        room.placements.push_back(placement);
        model::Importance weight;
        weight.touchpoint = touchpoint;
        weight.weight_percent = 100.0 / touchpoints;
        room.importance.push_back(weight);
        model::Emotion emotion;
        emotion.touchpoint = touchpoint;
        emotion.value = 1;
        room.emotions.push_back(emotion);
        for (model::PersonaId const persona :
             {model::PersonaId(), model::PersonaId(std::size_t{0})}) {
            model::Exposure exposure;
            exposure.touchpoint = touchpoint;
            exposure.persona = persona;
            exposure.share = 0.8;
            room.exposures.push_back(exposure);
        }
        add_rows(room, touchpoint, months, random);
        add_scores(room, touchpoint, random);
    }
    return room;
}

double cpu_ms() {
    return static_cast<double>(std::clock()) * 1e3 / CLOCKS_PER_SEC;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
    int const touchpoints = argc > 1 ? std::atoi(argv[1]) : 100'000;
    int const months = argc > 2 ? std::atoi(argv[2]) : 36;
    model::Room const room = large_room(touchpoints, months);
    double const begun = cpu_ms();
    metrics::FigureIndex const index = metrics::make_index(room);
    double const indexed = cpu_ms() - begun;
    metrics::RoomFigures shown, before;
    std::vector<double> month_ms, quarter_ms, persona_ms;
    base::Period const first = base::month_of(base::to_date({2024, 1, 1}));
    for (int turn = 0; turn < 45; ++turn) {
        base::Period const month = base::month_after(first, turn * 5 % months);
        metrics::FigureRequest request{month, {}, {month.last.days + 1}};
        if (turn % 3 == 1) request.period = base::quarter_of(month.first);
        if (turn % 3 == 2) request.persona = model::PersonaId(std::size_t{0});
        double const start = cpu_ms();
        metrics::RoomFigures next = metrics::room_figures(room, index, request, std::move(before));
        double const took = cpu_ms() - start;
        before = std::move(shown);
        shown = std::move(next);
        if (turn < 3) continue;  // the memory is taken for the first time
        (turn % 3 == 0 ? month_ms : turn % 3 == 1 ? quarter_ms : persona_ms).push_back(took);
    }
    std::printf(
        "{\"touchpoints\":%d,\"months\":%d,\"index_cpu_ms\":%.0f,\"month_cpu_ms\":%.1f,"
        "\"quarter_cpu_ms\":%.1f,\"persona_cpu_ms\":%.1f}\n",
        touchpoints, months, indexed, median(month_ms), median(quarter_ms), median(persona_ms));
    return 0;
}
