// Any bytes as an event log: what is accepted can be described and counted, and counts hold.
#include "exchange/event_figures.hpp"
#include "exchange/event_log.hpp"
#include "fuzz_input.hpp"

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace exchange;
    EventMap map;
    map.keys.splits[static_cast<std::size_t>(SplitBy::Region)] = "r";
    map.promises.push_back({model::TouchpointId(0), PromiseRule::Within, "a", "b", second_us, 0});
    map.promises.push_back({model::TouchpointId(0), PromiseRule::AtMost, "a", "", 0, 1});
    map.promises.push_back({model::TouchpointId(0), PromiseRule::Reaches, "b", "", 0, 0});
    std::string_view const bytes = fuzz::as_text(data, size);
    // A map names columns; XES is looked at without it too.
    if (size % 2 == 0) map.keys.splits = {};
    EventStore store(map);
    auto const result = read_event_log(read_from(bytes), {map, "l", {}}, store);
    fuzz::require((result.problem_count == 0) == result.problems.empty());
    if (result.problem_count > 0 || store.stored() == 0) return 0;
    auto const description = describe_log(store);
    fuzz::require(description.has_value());
    fuzz::require(description->cases >= description->variants && description->variants >= 1);
    fuzz::require(description->events == static_cast<std::int64_t>(store.stored()));
    fuzz::require(description->median_case_s >= 0);
    description_json(*description);
    model::Room const room;
    auto const counts = count_promises(store, map, room);
    fuzz::require(counts.cases == description->cases);
    for (PromiseTally const& tally : counts.tallies)
        fuzz::require(tally.kept <= tally.due);
    return 0;
}
