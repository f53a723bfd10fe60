// Moments as event logs write them: ISO 8601 and its relatives, day-first dates with dots, or a
// pattern that somebody gives. Must not know logs. Used by the readers of event logs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/time_zone.hpp"

namespace exchange {

// Microseconds since 1970-01-01T00:00:00Z.
using Moment = std::int64_t;

inline constexpr Moment second_us = 1'000'000;

class TimeReader {
public:
    // A stamp without an offset is local to `zone`.
    TimeReader() = default;
    explicit TimeReader(TimeZone zone) : m_zone(std::move(zone)) {}

    // "%d.%m.%Y %H:%M" (as strptime) or "dd.MM.yyyy HH:mm" (as spreadsheets and Java); false when
    // the pattern makes no moment.
    bool use_pattern(std::string_view pattern);

    // Nothing when the text is no moment. Without a pattern: year first, or day first with dots.
    std::optional<Moment> read(std::string_view text) const;

private:
    // A field of the pattern, or a character that must stand there.
    struct Part {
        char field = 0;  // Y y m b d H I M S f p z s, or 0
        char literal = 0;
    };
    std::optional<Moment> read_pattern(std::string_view text) const;
    std::optional<Moment> read_usual(std::string_view text) const;

    TimeZone m_zone;
    std::vector<Part> m_pattern;
};

// "2010-12-30T13:32:00Z", with as many digits of a second as there are.
std::string moment_text(Moment moment);

// A number with s, m, h or d ("48h", "1.5d"); nothing for anything else.
std::optional<Moment> parse_duration(std::string_view text);

}  // namespace exchange
