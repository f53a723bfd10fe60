#include "exchange/event_log.hpp"

#include <cmath>
#include <doctest/doctest.h>

#include "exchange/event_figures.hpp"
#include "support/other_data.hpp"
#include "support/scratch.hpp"

namespace {

struct Log {
    exchange::EventMap map;
    exchange::LogResult result;
    std::optional<exchange::LogDescription> found;

    exchange::LogDescription const& description() const { return *found; }
    std::string problem() const {
        return result.problems.empty() ? "" : exchange::format(result.problems.front());
    }
};

Log read_log(exchange::ReadBytes read, std::string const& map_json = "{}") {
    auto const map = exchange::read_event_map({map_json, {}}, "m.json", nullptr);
    REQUIRE(map.map);
    Log log{*map.map, {}, {}};
    exchange::EventStore store(log.map);
    log.result = exchange::read_event_log(std::move(read), {log.map, "l", {}}, store);
    if (log.result.problem_count == 0) log.found = exchange::describe_log(store);
    return log;
}

Log read_log(std::string const& text, std::string const& map_json = "{}") {
    return read_log(exchange::read_from(text), map_json);
}

std::string event(std::string const& activity, std::string const& time) {
    return R"(<event><string key="concept:name" value=")" + activity +
           R"("/><date key="time:timestamp" value=")" + time + "\"/></event>";
}

std::string trace(std::string const& name, std::string const& events) {
    return R"(<trace><string key="concept:name" value=")" + name + "\"/>" + events + "</trace>";
}

std::string log(std::string const& traces) {
    return "<?xml version=\"1.0\"?>\n<log xes.version=\"1.0\">\n" + traces + "</log>\n";
}

std::string const two_cases =
    log(trace("1", event("a", "2026-01-01T00:00:00Z") + event("b", "2026-01-01T00:00:30Z")) +
        trace("2", event("a", "2026-01-02T00:00:00+01:00")));

}  // namespace

TEST_CASE("a log is described: cases, events, paths, times in UTC") {
    auto const d = read_log(two_cases).description();
    CHECK(d.cases == 2);
    CHECK(d.events == 3);
    CHECK(d.variants == 2);
    CHECK(exchange::moment_text(d.first) == "2026-01-01T00:00:00Z");
    CHECK(exchange::moment_text(d.last) == "2026-01-01T23:00:00Z");
    CHECK(d.median_case_s == 15);
    CHECK(d.p90_case_s == 27);
    CHECK(d.mean_case_s == 15);
    REQUIRE(d.activities.size() == 2);
    CHECK(d.activities[0].name == "a");
    CHECK(d.activities[0].events == 2);
    CHECK(d.starts.size() == 1);
    CHECK(d.ends[0].name == "a");  // equal counts by name
}

TEST_CASE("the order of attributes, nested ones, prefixes and globals change nothing") {
    std::string const odd =
        "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- made by hand -->\n"
        "<x:log xmlns:x=\"http://www.xes-standard.org/\">"
        "<x:global scope=\"event\"><x:string key=\"concept:name\" value=\"default\"/></x:global>"
        "<x:string key=\"concept:name\" value=\"the log's own name\"/>"
        "<x:trace><x:event><x:date value=\"2026-01-01T00:00:30Z\" key=\"time:timestamp\"/>"
        "<x:string value=\"b\" key=\"concept:name\"><x:string key=\"time:timestamp\" "
        "value=\"2020-01-01T00:00:00Z\"/></x:string>"
        "<x:list key=\"l\"><x:values><x:string key=\"concept:name\" "
        "value=\"c\"/></x:values></x:list>"
        "</x:event><x:event><x:string key=\"concept:name\" value=\"a\"/>"
        "<x:date key=\"time:timestamp\" value=\"2026-01-01T00:00:00Z\"/></x:event>"
        "<x:string key=\"concept:name\" value=\"1\"/></x:trace></x:log>";
    auto const d = read_log(odd).description();
    CHECK(d.cases == 1);
    CHECK(d.events == 2);
    CHECK(d.starts[0].name == "a");
    CHECK(d.median_case_s == 30);
}

TEST_CASE("events without name or usable time are left out and counted with the reason") {
    std::string const events = event("a", "2026-01-01T00:00:00Z") +
                               event("", "2026-01-01T00:00:00Z") + event("b", "yesterday") +
                               R"(<event><string key="concept:name" value="c"/></event>)";
    auto const d = read_log(log(trace("1", events))).description();
    CHECK(d.events == 1);
    CHECK(d.left_out == std::map<std::string, std::int64_t>{
                            {"no activity", 1}, {"time not readable", 1}, {"no time", 1}});
    CHECK_FALSE(read_log(log(trace("1", event("b", "yesterday")))).found);
}

TEST_CASE("traces of one name are one case, and one without a name is a case of its own") {
    std::string const twice = log(trace("1", event("a", "2026-01-01T00:00:00Z")) +
                                  trace("2", event("a", "2026-01-01T00:00:00Z")) +
                                  trace("1", event("b", "2026-01-01T00:01:00Z")) + "<trace>" +
                                  event("a", "2026-01-01T00:00:00Z") + "</trace><trace>" +
                                  event("a", "2026-01-01T00:00:00Z") + "</trace>");
    auto const d = read_log(twice).description();
    CHECK(d.cases == 4);
    CHECK(d.events == 5);
    CHECK(d.variants == 2);
}

TEST_CASE("lifecycle pairs are counted, and a map can choose among them") {
    auto const with = [](std::string const& transition, std::string const& time) {
        return "<event><string key=\"concept:name\" value=\"a\"/><string "
               "key=\"lifecycle:transition\" value=\"" +
               transition + R"("/><date key="time:timestamp" value=")" + time + "\"/></event>";
    };
    std::string const pair = log(trace(
        "1", with("start", "2026-01-01T00:00:00Z") + with("complete", "2026-01-01T00:05:00Z")));
    auto const d = read_log(pair).description();
    CHECK(d.events == 2);
    CHECK(d.lifecycle == std::map<std::string, std::int64_t>{{"start", 1}, {"complete", 1}});
    CHECK(read_log(pair, R"({"lifecycle":["complete"]})").description().events == 1);
}

TEST_CASE("a CSV log gives the same as its XES twin, whatever its order and quoting") {
    std::string const csv =
        "\xEF\xBB\xBF"
        "time:timestamp;note;case:concept:name;concept:name\r\n"
        "2026-01-01T00:00:30Z;\"two\r\nlines; and \"\"quotes\"\"\";1;b\r\n"
        "2026-01-02 00:00:00+01:00;;2;a\r\n"
        "2026-01-01T00:00:00Z;x;1;a\r\n";
    CHECK(exchange::description_json(read_log(csv).description()) ==
          exchange::description_json(read_log(two_cases).description()));
}

TEST_CASE("a start and an end in one row make a case last until the last end") {
    std::string const csv =
        "case,activity,start,end\n1,a,2026-01-01 00:00,2026-01-01 03:00\n"
        "1,b,2026-01-01 01:00,2026-01-01 02:00\n";
    CHECK(read_log(csv).description().median_case_s == 3 * 3600);
    CHECK(read_log(csv, R"({"time":"end"})").description().median_case_s == 3600);
}

TEST_CASE("a CSV without known columns is refused with what a map has to name") {
    Log const unknown = read_log("when,what,who\n2026-01-01,a,1\n");
    CHECK(unknown.result.problem_count == 3);
    CHECK(unknown.problem().find("no column is known as the case; name it in the --map") !=
          std::string::npos);
    Log const mapped = read_log("when,what,who\n01/02/2026,a,1\n",
                                R"({"case":"who","activity":"what","time":"when",)"
                                R"("time_pattern":"%d/%m/%Y"})");
    CHECK(exchange::moment_text(mapped.description().first) == "2026-02-01T00:00:00Z");
    CHECK(read_log("case,activity,time\n1,a\n").problem().starts_with("l:2:1: 2 cells"));
    CHECK(read_log("case,activity,time\n1,\xE9,2026-01-01\n").problem().find("0xE9") !=
          std::string::npos);
}

TEST_CASE("XML that is hostile or broken is refused with its place") {
    CHECK(read_log("<!DOCTYPE log [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<log/>")
              .problem()
              .starts_with("l:1:15: a document type"));
    CHECK(read_log("<log>&lol;</log>").problem().find("undefined entity") != std::string::npos);
    CHECK(read_log("<html></html>").problem().find("XES begins with <log>") != std::string::npos);
    CHECK(read_log("<log>\n<trace>\n</log>").problem().starts_with("l:3:3: not well-formed XML"));
    CHECK(read_log("<log><trace>").problem().find("not well-formed XML") != std::string::npos);
    std::string deep = "<log>";
    for (int i = 0; i < 100; ++i)
        deep += R"(<string key="a" value="b">)";
    CHECK(read_log(deep).problem().find("nested deeper than 64") != std::string::npos);
    CHECK(read_log(log(trace("M\xFCller", event("a", "2026-01-01"))))
              .problem()
              .find("the byte 0xFC is not UTF-8 here; save the file as UTF-8 (from Windows-1252") !=
          std::string::npos);
}

TEST_CASE("a value that never ends is refused before it fills memory") {
    std::string const start = R"(<log><trace><string key="a" value=")";
    std::uint64_t given = 0;
    auto const endless = [&](std::span<char> into) -> std::size_t {
        std::fill(into.begin(), into.end(), 'x');
        if (given == 0) std::copy(start.begin(), start.end(), into.begin());
        given += into.size();
        return given > 1'000'000'000 ? 0 : into.size();
    };
    CHECK(read_log(endless).problem().find("a value longer than 64 kB") != std::string::npos);
    CHECK(given < 10'000'000);
    std::string const long_value = log(trace(std::string(70000, 'x'), event("a", "2026-01-01")));
    CHECK(read_log(long_value).problem().find("a value longer than 64 kB") != std::string::npos);
}

TEST_CASE("the order of the events in a file does not matter, except where times are equal") {
    test::Dice dice(4);
    std::vector<std::string> rows;
    for (int i = 0; i < 400; ++i) {
        rows.push_back(std::to_string(dice.below(40)) + "," +
                       std::string(1, static_cast<char>('a' + dice.below(5))) + ",2026-01-01 " +
                       std::to_string(10 + i / 60 % 10) + ":" + std::to_string(10 + i % 50) + ":" +
                       std::to_string(10 + i % 49) + "\n");
    }
    auto const described = [&] {
        std::string csv = "case,activity,time\n";
        for (std::string const& row : rows)
            csv += row;
        return read_log(csv).description();
    };
    auto const before = described();
    std::reverse(rows.begin(), rows.end());
    auto const after = described();
    CHECK(before.cases == after.cases);
    CHECK(before.median_case_s == after.median_case_s);
    CHECK(before.activities[0].cases == after.activities[0].cases);
}

TEST_CASE("other people's logs give their published figures") {
    struct Fact {
        char const* file;
        std::int64_t cases, events;
        std::size_t activities;
        std::int64_t paths;  // 0: not published
        double median_s, mean_s;
    };
    Fact const facts[] = {
        {"xes/receipt.xes.gz", 1434, 8577, 27, 116, 2868.583, 467263.915},
        {"xes/helpdesk.xes.gz", 4580, 21348, 14, 226, 3443836.5, 3530166.421},
        {"xes/BPI_2020_DomesticDeclarations.xes.gz", 10500, 56437, 17, 99, 633337, 995822.379},
        {"xes/bpic2013_closed.xes.gz", 1487, 6660, 4, 183, 7086718, 15455653.334},
        {"log-csv/interval_event_log.csv", 1266, 8109, 8, 0, 1933267.5, 0},
        {"log-csv/mobis_2019_snippet.csv", 118, 464, 15, 0, 1851630, 0}};
    for (Fact const& fact : facts) {
        std::string const file = test::other_data(fact.file);
        if (file.empty()) continue;
        CAPTURE(fact.file);
        exchange::InputFile input(file);
        auto const d = read_log(input.reader()).description();
        CHECK(d.cases == fact.cases);
        CHECK(d.events == fact.events);
        CHECK(d.activities.size() == fact.activities);
        CHECK(std::abs(d.median_case_s - fact.median_s) < 5e-4);
        if (fact.paths > 0) CHECK(d.variants == fact.paths);
        if (fact.mean_s > 0) CHECK(std::abs(d.mean_case_s - fact.mean_s) < 5e-4);
    }
}

TEST_CASE("other people's logs give their published counts by name") {
    std::string const receipt = test::other_data("xes/receipt.xes.gz");
    std::string const helpdesk = test::other_data("xes/helpdesk.xes.gz");
    std::string const interval = test::other_data("log-csv/interval_event_log.csv");
    if (receipt.empty() || helpdesk.empty() || interval.empty()) return;
    auto const count = [](std::vector<exchange::NamedCount> const& list, std::string const& name) {
        for (auto const& each : list) {
            if (each.name.starts_with(name)) return std::max(each.events, each.cases);
        }
        return std::int64_t{0};
    };
    exchange::InputFile receipt_file(receipt);
    auto const r = read_log(receipt_file.reader()).description();
    CHECK(count(r.activities, "Confirmation of receipt") == 1434);
    CHECK(count(r.activities, "T06") == 1416);
    CHECK(count(r.activities, "T02") == 1368);
    CHECK(count(r.activities, "T10") == 1283);
    CHECK(r.top_variant_cases == 713);
    CHECK(r.resources == 48);
    exchange::InputFile helpdesk_file(helpdesk);
    auto const h = read_log(helpdesk_file.reader()).description();
    CHECK(count(h.activities, "Take in charge ticket") == 5060);
    CHECK(count(h.activities, "DUPLICATE") == 1);
    CHECK(count(h.ends, "Closed") == 4557);
    exchange::InputFile interval_file(interval);
    auto const i = read_log(interval_file.reader(), R"({"time":"time:timestamp"})").description();
    CHECK(i.median_case_s == 1932497);
}
