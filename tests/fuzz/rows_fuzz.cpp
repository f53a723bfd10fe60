// Any bytes as observations and as a survey: whatever is accepted keeps the rules.
#include "exchange/observation_file.hpp"
#include "exchange/survey_file.hpp"
#include "fuzz_input.hpp"

namespace {

model::Room small_room() {
    model::Room room;
    for (char const* key : {"T1", "T2", "T3"}) {
        model::Touchpoint touchpoint;
        touchpoint.key = key;
        room.touchpoints.push_back(touchpoint);
        model::Promise promise;
        promise.touchpoint = model::TouchpointId(room.promises.size());
        room.promises.push_back(promise);
    }
    return room;
}

void read_observations(std::string_view bytes, model::Room const& room) {
    exchange::ObservationFile file(exchange::read_from(bytes), "o", room, {});
    if (file.problem_count() > 0) return;
    std::optional<exchange::PlacedObservation> before;
    while (auto const row = file.next()) {
        fuzz::require(row->row.kept >= 0 && row->row.kept <= row->row.due);
        fuzz::require(row->row.touchpoint.index() < room.touchpoints.size());
        fuzz::require(!before || !model::before_by_split(row->row, before->row));
        before = row;
    }
}

void read_survey(std::string_view bytes, model::Room const& room) {
    exchange::SurveyMap map;
    map.questions.push_back({"a", model::TouchpointId(0), "s", 1, 5, false, {}, {}});
    map.questions.push_back({"b", model::TouchpointId(1), "s", 0, 10, true, {}, {}});
    map.overall = exchange::SurveyQuestion{"c", {}, "", 0, 1, false, {{"yes", 1.0}}, {}};
    map.missing = {"0"};
    exchange::SurveyRequest const request{map, room, "s", {}};
    auto const result = exchange::read_survey(exchange::read_from(bytes), request);
    if (!result.figures) return;
    for (exchange::AnswerFigures const& answers : result.figures->questions) {
        if (answers.n == 0) continue;
        fuzz::require(answers.score >= -1e-9 && answers.score <= 10 + 1e-9);
        std::int64_t counted = 0;
        for (auto const& [value, count] : answers.distribution)
            counted += count;
        fuzz::require(counted == answers.n);
    }
    exchange::survey_json(request, *result.figures);
    exchange::survey_rows(map, *result.figures);
}

}  // namespace

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    static model::Room const room = small_room();
    std::string_view const bytes = fuzz::as_text(data, size);
    read_observations(bytes, room);
    read_survey(bytes, room);
    return 0;
}
