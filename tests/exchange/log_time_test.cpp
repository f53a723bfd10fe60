#include "exchange/log_time.hpp"

#include <doctest/doctest.h>
#include <filesystem>

using exchange::moment_text;
using exchange::TimeReader;
using exchange::TimeZone;

namespace {

std::string read(std::string const& text, TimeReader const& reader = TimeReader()) {
    auto const moment = reader.read(text);
    return moment ? moment_text(*moment) : "none";
}

std::string with_pattern(std::string const& pattern, std::string const& text) {
    TimeReader reader;
    REQUIRE(reader.use_pattern(pattern));
    return read(text, reader);
}

}  // namespace

TEST_CASE("moments are read as logs write them") {
    CHECK(read("2010-12-30T14:32:00.000+01:00") == "2010-12-30T13:32:00Z");
    CHECK(read("2010-12-30 14:32:00+0100") == "2010-12-30T13:32:00Z");
    CHECK(read("2010-12-30T14:32:00Z") == "2010-12-30T14:32:00Z");
    CHECK(read("2010-12-30 14:32:00.123456789 UTC") == "2010-12-30T14:32:00.123456Z");
    CHECK(read("2010-12-30T14:32") == "2010-12-30T14:32:00Z");
    CHECK(read("2010-12-30") == "2010-12-30T00:00:00Z");
    CHECK(read("2010/12/30 4:05:06,5") == "2010-12-30T04:05:06.5Z");
    CHECK(read("16.01.2017 13:29") == "2017-01-16T13:29:00Z");
    CHECK(read("1969-12-31T23:59:59.75Z") == "1969-12-31T23:59:59.75Z");
    CHECK(read("2010-12-31T24:00:00Z") == "2011-01-01T00:00:00Z");
}

TEST_CASE("what is no moment, or may be two, is not read") {
    for (char const* text : {"", "soon", "2010-13-01", "2010-02-30", "2010-12-30T25:00", "2010",
                             "2010-12-30T14", "2010-12-30T14:32:00+", "2010-12-30T14:32:00 CET",
                             "3/4/2017", "03/04/2017 10:00", "1293719520", "2010-12-30x"}) {
        CAPTURE(text);
        CHECK(read(text) == "none");
    }
}

TEST_CASE("a pattern reads what its author means, in either notation") {
    CHECK(with_pattern("%d/%m/%Y %H:%M", "03/04/2017 10:00") == "2017-04-03T10:00:00Z");
    CHECK(with_pattern("%m/%d/%y %I:%M %p", "3/4/17 12:05 AM") == "2017-03-04T00:05:00Z");
    CHECK(with_pattern("dd.MM.yyyy HH:mm:ss", "16.01.2017 13:29:30") == "2017-01-16T13:29:30Z");
    CHECK(with_pattern("d MMM yyyy", "6 September 2017") == "2017-09-06T00:00:00Z");
    CHECK(with_pattern("%s", "1293719520") == "2010-12-30T14:32:00Z");
    CHECK(with_pattern("%Y%m%dT%H%M%S%z", "20101230T143200+0100") == "2010-12-30T13:32:00Z");
    CHECK(with_pattern("%d/%m/%Y", "03-04-2017") == "none");
    CHECK_FALSE(TimeReader().use_pattern("%H:%M"));
    CHECK_FALSE(TimeReader().use_pattern("%Q"));
}

TEST_CASE("durations are numbers with a unit") {
    CHECK(exchange::parse_duration("48h") == 48LL * 3600 * exchange::second_us);
    CHECK(exchange::parse_duration("1.5d") == 36LL * 3600 * exchange::second_us);
    CHECK(exchange::parse_duration("90s") == 90 * exchange::second_us);
    CHECK(exchange::parse_duration("10m") == 600 * exchange::second_us);
    for (char const* text : {"", "h", "48", "-1h", "2 days", "1w", "1e99d"}) {
        CAPTURE(text);
        CHECK_FALSE(exchange::parse_duration(text));
    }
}

TEST_CASE("a zone's hours change with its summers, and local times find their way back") {
    auto const zone = TimeZone::find("Europe/Amsterdam");
    if (!zone) {
        MESSAGE("skipped: this machine has no time zones");
        return;
    }
    CHECK(read("2026-01-15 12:00", TimeReader(*zone)) == "2026-01-15T11:00:00Z");
    CHECK(read("2026-07-15 12:00", TimeReader(*zone)) == "2026-07-15T10:00:00Z");
    CHECK(read("2026-07-15 12:00Z", TimeReader(*zone)) == "2026-07-15T12:00:00Z");
    // Half past two comes twice in autumn and never in spring.
    CHECK(read("2026-10-25 02:30", TimeReader(*zone)) == "2026-10-25T00:30:00Z");
    CHECK(read("2026-03-29 02:30", TimeReader(*zone)) == "2026-03-29T01:30:00Z");
    // Long after the list ends.
    CHECK(read("2061-07-15 12:00", TimeReader(*zone)) == "2061-07-15T10:00:00Z");
    CHECK(read("2061-01-15 12:00", TimeReader(*zone)) == "2061-01-15T11:00:00Z");
    for (std::int64_t day = 0; day < 25000; day += 17) {
        std::int64_t const utc = day * 86400 + 43200;
        CHECK(zone->to_utc(utc + zone->offset_at(utc)) == utc);
    }
}

TEST_CASE("what is no zone is none") {
    for (char const* name :
         {"", "Europe/Atlantis", "../../etc/passwd", "/etc/passwd", "tzdata.zi"}) {
        CAPTURE(name);
        CHECK_FALSE(TimeZone::find(name));
    }
    CHECK_FALSE(TimeZone::from_bytes("TZif2 and nothing more"));
    CHECK(TimeZone::find("UTC")->offset_at(0) == 0);
}
