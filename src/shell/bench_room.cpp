#include "shell/bench_room.hpp"

#include <cmath>

namespace shell {
namespace {

using exchange::BenchScene;
using exchange::BenchStage;
using exchange::BenchTouchpoint;
using layout::WorldRect;

// The scene's percents have one decimal: 1000 promises a month tell them exactly.
constexpr std::int64_t promises = 1000;
constexpr double target_percent = 90;
constexpr double rival_score = 5;
constexpr double name_size = 36;

std::string key_of(char letter, std::size_t index) {
    std::string key(1, letter);
    return key += std::to_string(index);
}

base::Period month() {
    return *base::parse_period("2026-09");
}

void add_touchpoint(model::Room& room, BenchTouchpoint const& given) {
    model::TouchpointId const id(room.touchpoints.size());
    model::Touchpoint touchpoint;
    touchpoint.key = key_of('t', id.index());
    touchpoint.title = given.title;
    touchpoint.channels = {given.channel};
    room.touchpoints.push_back(std::move(touchpoint));

    model::Placement placement;
    placement.touchpoint = id;
    placement.journey = model::JourneyId(std::size_t{0});
    placement.stage = model::StageId(std::size_t{given.stage});
    placement.order = static_cast<double>(id.index());
    room.placements.push_back(placement);

    // The description's two lines stand where a card has its promise.
    model::Promise promise;
    promise.touchpoint = id;
    promise.wording = given.description;
    std::replace(promise.wording.begin(), promise.wording.end(), '\n', ' ');
    promise.target_percent = target_percent;
    room.promises.push_back(std::move(promise));

    model::Observation observation;
    observation.touchpoint = id;
    observation.period = month();
    observation.due = promises;
    observation.kept = std::llround(given.reliability / 100 * static_cast<double>(promises));
    room.observations.push_back(observation);

    for (model::Subject const subject : {model::Subject::Own, model::Subject::Rival}) {
        model::Score score;
        score.touchpoint = id;
        score.subject = subject;
        score.score = subject == model::Subject::Own ? given.differentiation : rival_score;
        score.sd = 1.5;
        score.n = 400;
        if (subject == model::Subject::Rival) score.rival = "rival";
        room.scores.push_back(std::move(score));
    }
}

// The touchpoint that carries the emotion of a stage's column: the one in its first lane.
std::vector<model::TouchpointId> first_lane(BenchScene const& scene, int columns) {
    std::vector<model::TouchpointId> carriers(scene.stages.size() *
                                              static_cast<std::size_t>(columns));
    for (std::size_t i = 0; i < scene.touchpoints.size(); ++i) {
        BenchTouchpoint const& t = scene.touchpoints[i];
        if (t.lane == 0)
            carriers[t.stage * static_cast<std::size_t>(columns) +
                     static_cast<std::size_t>(t.col)] = model::TouchpointId(i);
    }
    return carriers;
}

int columns_of(BenchScene const& scene) {
    int columns = 1;
    for (BenchTouchpoint const& t : scene.touchpoints)
        columns = std::max(columns, t.col + 1);
    for (exchange::BenchEmotion const& e : scene.emotion)
        columns = std::max(columns, e.col + 1);
    return columns;
}

model::TouchpointId carrier_of(exchange::BenchEmotion const& emotion,
                               std::vector<model::TouchpointId> const& carriers, int columns) {
    return carriers[emotion.stage * static_cast<std::size_t>(columns) +
                    static_cast<std::size_t>(emotion.col)];
}

WorldRect cell_of(BenchScene const& scene, BenchTouchpoint const& t) {
    BenchStage const& stage = scene.stages[t.stage];
    exchange::BenchLayout const& l = scene.layout;
    return {stage.column * l.stage_pitch_x + t.col * l.col_pitch,
            stage.row * l.stage_pitch_y + l.lanes_y + t.lane * l.lane_pitch, l.card_w, l.card_h};
}

layout::GivenStage place_of(BenchScene const& scene, std::size_t index) {
    BenchStage const& stage = scene.stages[index];
    exchange::BenchLayout const& l = scene.layout;
    double const x = stage.column * l.stage_pitch_x;
    double const y = stage.row * l.stage_pitch_y;
    return {model::StageId(index),
            {x, y, l.stage_pitch_x, l.stage_pitch_y},
            {x, y, l.stage_pitch_x * 0.9, l.header_h},
            name_size};
}

std::vector<layout::GivenCurve> curves_of(BenchScene const& scene) {
    int const columns = columns_of(scene);
    std::vector<model::TouchpointId> const carriers = first_lane(scene, columns);
    exchange::BenchLayout const& l = scene.layout;
    std::vector<layout::GivenCurve> curves;
    for (exchange::BenchEmotion const& emotion : scene.emotion) {
        BenchStage const& stage = scene.stages[emotion.stage];
        auto const row = static_cast<std::size_t>(stage.row);
        if (curves.size() <= row) curves.resize(row + 1);
        // A value of the scene is -1..1, ours -2..2, over the same band.
        curves[row].middle = stage.row * l.stage_pitch_y + l.emotion_y + l.emotion_h / 2;
        curves[row].unit = l.emotion_h / 4;
        model::TouchpointId const carrier = carrier_of(emotion, carriers, columns);
        if (!carrier) continue;
        curves[row].points.push_back(
            {carrier, stage.column * l.stage_pitch_x + emotion.col * l.col_pitch + l.card_w / 2});
    }
    return curves;
}

}  // namespace

model::Room bench_room(BenchScene const& scene) {
    model::Room room;
    room.info.key = "bench";
    room.info.title = "bench";
    room.info.default_period = month();
    model::Journey journey;
    journey.key = "map";
    journey.title = room.info.title;
    room.journeys.push_back(std::move(journey));
    for (std::size_t i = 0; i < scene.stages.size(); ++i) {
        model::Stage stage;
        stage.journey = model::JourneyId(std::size_t{0});
        stage.key = key_of('s', i);
        stage.order = static_cast<double>(i);
        stage.name = scene.stages[i].name;
        stage.leader = stage.name;
        room.stages.push_back(std::move(stage));
    }
    for (BenchTouchpoint const& touchpoint : scene.touchpoints)
        add_touchpoint(room, touchpoint);
    int const columns = columns_of(scene);
    std::vector<model::TouchpointId> const carriers = first_lane(scene, columns);
    for (exchange::BenchEmotion const& given : scene.emotion) {
        model::Emotion emotion;
        emotion.touchpoint = carrier_of(given, carriers, columns);
        emotion.value = given.value * 2;
        if (emotion.touchpoint) room.emotions.push_back(emotion);
    }
    return room;
}

layout::GivenPlaces bench_places(BenchScene const& scene) {
    layout::GivenPlaces places;
    places.bounds = {scene.bounds.x, scene.bounds.y, scene.bounds.w, scene.bounds.h};
    for (std::size_t i = 0; i < scene.stages.size(); ++i)
        places.stages.push_back(place_of(scene, i));
    for (BenchTouchpoint const& t : scene.touchpoints)
        places.cells.push_back(cell_of(scene, t));
    for (exchange::BenchLink const& link : scene.links)
        places.links.push_back({link.from, link.to});
    places.curves = curves_of(scene);
    return places;
}

}  // namespace shell
