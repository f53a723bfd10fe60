// Any bytes as a map of an event log or a survey, and as a time zone and moments.
#include "exchange/event_map.hpp"
#include "exchange/survey_map.hpp"
#include "fuzz_input.hpp"

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const bytes = fuzz::as_text(data, size);
    static model::Room const room = [] {
        model::Room made;
        model::Journey journey;
        journey.key = "J";
        made.journeys.push_back(journey);
        model::Touchpoint touchpoint;
        touchpoint.key = "T1";
        made.touchpoints.push_back(touchpoint);
        model::Promise promise;
        promise.touchpoint = model::TouchpointId(0);
        made.promises.push_back(promise);
        return made;
    }();
    exchange::LoadedFile const file{std::string(bytes), {}};
    auto const events = exchange::read_event_map(file, "m.json", &room);
    fuzz::require(events.map.has_value() == (events.problem_count == 0));
    auto const survey = exchange::read_survey_map(file, "m.json", room);
    fuzz::require(survey.map.has_value() == (survey.problem_count == 0));
    exchange::TimeReader().read(bytes);
    exchange::TimeReader reader;
    if (reader.use_pattern(bytes.substr(0, size / 2))) reader.read(bytes.substr(size / 2));
    if (auto const zone = exchange::TimeZone::from_bytes(bytes)) zone->to_utc(1'700'000'000);
    return 0;
}
