#include <doctest/doctest.h>

#include "exchange/event_figures.hpp"
#include "exchange/event_log.hpp"
#include "small_pack.hpp"

namespace {

model::Room outline() {
    return *small_pack::read(small_pack::files()).room;
}

exchange::EventMapResult read_map(std::string const& json) {
    model::Room const room = outline();
    return exchange::read_event_map({json, {}}, "m.json", &room);
}

exchange::EventCounts counted(std::string const& json, std::string const& rows) {
    auto const map = read_map(json);
    REQUIRE_MESSAGE(map.map, (map.problems.empty() ? "" : exchange::format(map.problems.front())));
    exchange::EventStore store(*map.map);
    std::string const csv = "case,activity,time,channel,case:channel\n" + rows;
    auto const result =
        exchange::read_csv_log(exchange::read_from(csv), {*map.map, "l.csv", {}}, store);
    REQUIRE(result.problem_count == 0);
    return exchange::count_promises(store, *map.map, outline());
}

std::string promise(std::string const& what, std::string const& more = "") {
    return R"({"touchpoints":[{"touchpoint":"T1","promise":{)" + what + "}}]" + more + "}";
}

std::string const within = R"("kind":"within","from":"ask","to":"answer","limit":"48h")";

struct Tally {
    std::int64_t kept, due, waiting;
    friend bool operator==(Tally const&, Tally const&) = default;
};

Tally tally(exchange::EventCounts const& counts) {
    auto const& t = counts.tallies.at(0);
    return {t.kept, t.due, t.not_yet_due};
}

std::string shown(exchange::EventCounts const& counts, model::Observation const& row) {
    return base::format_period(row.period) + " " + std::to_string(row.kept) + "/" +
           std::to_string(row.due) +
           (row.channel ? " " + counts.channels[row.channel.index()] : "");
}

std::vector<std::string> shown(exchange::EventCounts const& counts) {
    std::vector<std::string> lines;
    for (model::Observation const& row : counts.observations)
        lines.push_back(shown(counts, row));
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a promise within a time is kept, broken, or not yet due") {
    auto const counts = counted(promise(within),
                                "1,ask,2026-01-01,,\n1,answer,2026-01-03,,\n"
                                "2,ask,2026-01-01,,\n2,answer,2026-01-03 00:01,,\n"
                                "3,ask,2026-01-05,,\n"
                                "4,ask,2026-01-30,,\n"
                                "5,answer,2026-01-31,,\n");
    // 1 on the minute, 2 late, 3 overdue and open, 4 still has time at the log's end, 5 never
    // asked.
    CHECK(tally(counts) == Tally{1, 3, 1});
    CHECK(shown(counts) == Lines{"2026-01 1/3"});
    CHECK(counts.cases == 5);
}

TEST_CASE("the first ask and the first answer after it count, whatever stands before and after") {
    auto const counts = counted(promise(within),
                                "1,answer,2026-01-01,,\n1,ask,2026-01-02,,\n1,ask,2026-01-09,,\n"
                                "1,answer,2026-01-10,,\n1,answer,2026-01-20,,\n");
    CHECK(tally(counts) == Tally{0, 1, 0});
    // Equal times: the order in the file holds.
    CHECK(tally(counted(promise(within), "1,ask,2026-01-02,,\n1,answer,2026-01-02,,\n")) ==
          Tally{1, 1, 0});
    CHECK(tally(counted(promise(within), "1,answer,2026-01-02,,\n1,ask,2026-01-02,,\n")) ==
          Tally{0, 0, 1});
}

TEST_CASE("a promise counts in the period in which it fell due or was kept") {
    auto const counts = counted(promise(within),
                                "1,ask,2026-01-31,,\n1,answer,2026-02-01,,\n"
                                "2,ask,2026-01-31,,\n2,answer,2026-03-31,,\n"
                                "3,ask,2026-01-28,,\n3,answer,2026-03-31,,\n");
    CHECK(shown(counts) == Lines{"2026-01 0/1", "2026-02 1/2"});
    CHECK(shown(counted(promise(within, R"(,"period":"quarter")"),
                        "1,ask,2026-01-31,,\n1,answer,2026-02-01,,\n")) == Lines{"2026-Q1 1/1"});
    CHECK(shown(counted(promise(within, R"(,"period":"week")"),
                        "1,ask,2026-01-31,,\n1,answer,2026-02-01,,\n")) ==
          Lines{"2026-01-26/2026-02-01 1/1"});
}

TEST_CASE("periods are those of the named zone") {
    std::string const rows = "1,ask,2026-01-31T22:00:00Z,,\n1,answer,2026-01-31T23:30:00Z,,\n";
    CHECK(shown(counted(promise(within), rows)) == Lines{"2026-01 1/1"});
    if (!exchange::TimeZone::find("Europe/Amsterdam")) return;
    CHECK(shown(counted(promise(within, R"(,"tz":"Europe/Amsterdam")"), rows)) ==
          Lines{"2026-02 1/1"});
}

TEST_CASE("at most so often, in cases where it occurs at all") {
    auto const counts = counted(promise(R"("kind":"at-most","activity":"ask","count":1)"),
                                "1,ask,2026-01-01,,\n1,end,2026-02-01,,\n"
                                "2,ask,2026-01-01,,\n2,ask,2026-01-02,,\n3,end,2026-01-01,,\n");
    CHECK(tally(counts) == Tally{1, 2, 0});
    CHECK(shown(counts) == Lines{"2026-01 0/1", "2026-02 1/1"});
}

TEST_CASE("finished cases reach an activity or not, and give the direct yield") {
    auto const counts = counted(
        promise(R"("kind":"reaches","activity":"answer")", R"(,"journey":"J1","ends":["end"])"),
        "1,ask,2026-01-01,,\n1,answer,2026-01-02,,\n1,end,2026-01-03,,\n"
        "2,ask,2026-01-01,,\n2,end,2026-01-02,,\n"
        "3,ask,2026-01-01,,\n3,answer,2026-01-02,,\n"
        "4,answer,2026-02-01,,\n4,end,2026-02-01,,\n");
    CHECK(tally(counts) == Tally{2, 3, 0});
    CHECK(counts.finished == 3);
    CHECK(counts.clean == 2);
    REQUIRE(counts.outcomes.size() == 2);
    CHECK(counts.outcomes[0].clean == 1);
    CHECK(counts.outcomes[0].finished == 2);
    CHECK(counts.outcomes[1].period == *base::parse_period("2026-02"));
}

TEST_CASE("a split takes its value from the event that begins, else from the case") {
    auto const counts = counted(promise(within, R"(,"split":{"channel":"channel"})"),
                                "1,ask,2026-01-01,App,Phone\n1,answer,2026-01-02,Letter,Phone\n"
                                "2,ask,2026-01-01,,Phone\n2,answer,2026-01-09,App,Phone\n"
                                "3,ask,2026-01-01,,\n3,answer,2026-01-02,,\n");
    CHECK(shown(counts) == Lines{"2026-01 2/3", "2026-01 1/1 App", "2026-01 0/1 Phone"});
    // Names that the room has keep their places.
    CHECK(counts.channels.front() == outline().observation_channels.front());
}

namespace {

std::string const reaches = R"("kind":"reaches","activity":"answer")";
std::string const by_channel = R"(,"split":{"channel":"channel"})";

}  // namespace

TEST_CASE("a case that does not reach the activity counts where all its events stand") {
    Lines const both = {"2026-01 1/3", "2026-01 1/2 App", "2026-01 0/1 Phone"};
    auto const counts = counted(promise(reaches, by_channel),
                                "1,ask,2026-01-01,App,\n1,answer,2026-01-02,App,\n"
                                "2,ask,2026-01-01,App,\n2,end,2026-01-02,,\n"
                                "3,ask,2026-01-01,Phone,\n3,end,2026-01-02,Phone,\n");
    CHECK(shown(counts) == both);
    CHECK(counts.ungrouped.empty());
    // What the case says itself goes before what its events say, under either name.
    for (std::string const key : {"channel", "case:channel"}) {
        CAPTURE(key);
        CHECK(shown(counted(promise(reaches, R"(,"split":{"channel":")" + key + "\"}"),
                            "1,ask,2026-01-01,,\n1,answer,2026-01-02,,App\n"
                            "2,ask,2026-01-01,Letter,App\n2,end,2026-01-02,Phone,\n"
                            "3,ask,2026-01-01,,\n3,end,2026-01-02,,Phone\n")) == both);
    }
    // A kept case is read in the same way where its event says nothing.
    CHECK(shown(counted(promise(reaches, by_channel),
                        "1,ask,2026-01-01,App,\n1,answer,2026-01-02,,\n")) ==
          Lines{"2026-01 1/1", "2026-01 1/1 App"});
}

TEST_CASE("a split whose broken cases have no place in it is left out and told") {
    for (std::string const broken : {"2,ask,2026-01-01,App,\n2,end,2026-01-02,Phone,\n",
                                     "2,ask,2026-01-01,,\n2,end,2026-01-02,,\n"}) {
        CAPTURE(broken);
        auto const counts =
            counted(promise(reaches, by_channel), "1,answer,2026-01-02,App,\n" + broken);
        CHECK(shown(counts) == Lines{"2026-01 1/2"});
        REQUIRE(counts.ungrouped.size() == 1);
        CHECK(counts.ungrouped[0].split == exchange::SplitBy::Channel);
        CHECK(counts.ungrouped[0].broken == 1);
        CHECK(counts.ungrouped[0].left_out);
    }
}

TEST_CASE("a late or repeated event without a value stands in no group, and that is told") {
    std::string const rows =
        "1,ask,2026-01-01,App,\n1,answer,2026-01-02,App,\n"
        "2,ask,2026-01-01,Phone,\n2,end,2026-01-09,App,\n"
        "3,ask,2026-01-01,,\n3,ask,2026-01-02,,\n3,end,2026-01-09,App,\n";
    auto const late = counted(promise(within, by_channel), rows);
    CHECK(shown(late) == Lines{"2026-01 1/3", "2026-01 1/1 App", "2026-01 0/1 Phone"});
    auto const often =
        counted(promise(R"("kind":"at-most","activity":"ask","count":1)", by_channel), rows);
    CHECK(shown(often) == Lines{"2026-01 2/3", "2026-01 1/1 App", "2026-01 1/1 Phone"});
    for (auto const* counts : {&late, &often}) {
        REQUIRE(counts->ungrouped.size() == 1);
        CHECK(counts->ungrouped[0].broken == 1);
        CHECK_FALSE(counts->ungrouped[0].left_out);
    }
}

TEST_CASE("without a split nothing is told of groups") {
    CHECK(counted(promise(reaches), "1,ask,2026-01-01,,\n").ungrouped.empty());
}

TEST_CASE("an activity that occurs nowhere is told") {
    auto const counts = counted(promise(within), "1,ask,2026-01-01,,\n");
    CHECK(counts.unknown_activities == Lines{"answer"});
}

TEST_CASE("a map that cannot be is told with its place") {
    auto const problem = [](std::string const& json) {
        auto const result = read_map(json);
        CHECK_FALSE(result.map);
        return result.problems.empty() ? std::string() : exchange::format(result.problems.front());
    };
    CHECK(problem(promise(R"("kind":"within","from":"a","to":"b","limit":"2 weeks")"))
              .find("limit is \"2 weeks\"; it is a number with s, m, h or d") != std::string::npos);
    CHECK(problem(promise(R"("kind":"sometimes")")).find("within, at-most, reaches") !=
          std::string::npos);
    CHECK(problem(promise(R"("kind":"at-most","activity":"a","count":1.5)")).find("whole number") !=
          std::string::npos);
    CHECK(problem(promise(within, R"(,"tz":"Mars/Olympus")")).find("knows no time zone") !=
          std::string::npos);
    CHECK(problem(promise(within, R"(,"period":"fortnight")")).find("day, week, month") !=
          std::string::npos);
    CHECK(problem(R"({"touchpoints":[{"touchpoint":"T9","promise":{}}]})")
              .find("is not a key in the room's touchpoints") != std::string::npos);
    CHECK(problem("{}").find("no touchpoints") != std::string::npos);
}
