// A time zone of the system's database (TZif files, RFC 8536): local time to UTC and back. Beyond
// the last listed change the year of the same calendar within the last 28 listed ones stands in.
// Must not know logs. Used by log_time and the counting of events.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace exchange {

class TimeZone {
public:
    // UTC.
    TimeZone() = default;
    // Nothing when the system has no zone of that name ("Europe/Amsterdam").
    static std::optional<TimeZone> find(std::string_view name);
    // The content of a TZif file; nothing when it is none.
    static std::optional<TimeZone> from_bytes(std::string_view bytes);

    // Seconds to add to UTC at a moment (seconds since 1970).
    std::int64_t offset_at(std::int64_t utc_s) const;
    // Of the two moments that a local time may mean in autumn the first; a local time that spring
    // leaves out is read with the offset before.
    std::int64_t to_utc(std::int64_t local_s) const;

private:
    struct Change {
        std::int64_t utc_s = 0;
        std::int32_t offset_s = 0;
    };
    std::vector<Change> m_changes;  // in order of time
    std::int32_t m_first_offset_s = 0;
};

}  // namespace exchange
