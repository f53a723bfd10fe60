#include "exchange/time_zone.hpp"

#include <algorithm>

#include "exchange/pack_files.hpp"

namespace exchange {
namespace {

constexpr std::size_t header_bytes = 44;
constexpr std::size_t max_zone_bytes = 1024 * 1024;
constexpr std::int64_t day_s = 86400;
// The calendar repeats after 28 years while no century's leap day is left out.
constexpr std::int64_t calendar_cycle_s = (28 * 365 + 7) * day_s;

std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t length) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < length; ++i)
        value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

struct Counts {
    std::size_t utc_marks = 0, standard_marks = 0, leaps = 0, changes = 0, kinds = 0, letters = 0;

    Counts(std::string_view bytes, std::size_t header) {
        std::size_t* const all[] = {&utc_marks, &standard_marks, &leaps,
                                    &changes,   &kinds,          &letters};
        for (std::size_t i = 0; i < 6; ++i)
            *all[i] = number(bytes, header + 20 + 4 * i, 4);
    }
    std::size_t body(std::size_t time_bytes) const {
        return changes * (time_bytes + 1) + kinds * 6 + letters + leaps * (time_bytes + 4) +
               standard_marks + utc_marks;
    }
};

bool is_plain_name(std::string_view name) {
    constexpr std::string_view allowed =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/";
    return !name.empty() && name.size() < 64 && name.front() != '/' &&
           name.find_first_not_of(allowed) == std::string_view::npos;
}

}  // namespace

std::optional<TimeZone> TimeZone::find(std::string_view name) {
    if (name == "UTC" || name == "Z") return TimeZone();
    if (!is_plain_name(name)) return std::nullopt;
    LoadedFile const file = load_file("/usr/share/zoneinfo/" + std::string(name), max_zone_bytes);
    if (!file.problem.empty()) return std::nullopt;
    return from_bytes(file.bytes);
}

std::optional<TimeZone> TimeZone::from_bytes(std::string_view bytes) {
    if (bytes.size() < header_bytes || !bytes.starts_with("TZif")) return std::nullopt;
    if (bytes[4] < '2') return std::nullopt;
    // The second block holds times of 64 bits.
    std::size_t const header = header_bytes + Counts(bytes, 0).body(4);
    if (header > bytes.size() || bytes.size() - header < header_bytes) return std::nullopt;
    Counts const counts(bytes, header);
    std::size_t const times = header + header_bytes;
    bool const sane = counts.changes < 100'000 && counts.kinds > 0 && counts.kinds < 256;
    if (!sane || bytes.size() - times < counts.body(8)) return std::nullopt;
    std::size_t const which = times + counts.changes * 8;
    std::size_t const kinds = which + counts.changes;
    auto const offset_of = [&](std::size_t kind) {
        return static_cast<std::int32_t>(
            static_cast<std::uint32_t>(number(bytes, kinds + 6 * kind, 4)));
    };
    TimeZone zone;
    zone.m_first_offset_s = offset_of(0);
    for (std::size_t i = 0; i < counts.changes; ++i) {
        auto const kind = static_cast<unsigned char>(bytes[which + i]);
        if (kind >= counts.kinds) return std::nullopt;
        zone.m_changes.push_back(
            {static_cast<std::int64_t>(number(bytes, times + 8 * i, 8)), offset_of(kind)});
    }
    return zone;
}

std::int64_t TimeZone::offset_at(std::int64_t utc_s) const {
    if (m_changes.empty()) return m_first_offset_s;
    std::int64_t const last = m_changes.back().utc_s;
    if (utc_s > last) {
        std::int64_t const cycles = (utc_s - last + calendar_cycle_s - 1) / calendar_cycle_s;
        utc_s -= cycles * calendar_cycle_s;
    }
    auto const after =
        std::upper_bound(m_changes.begin(), m_changes.end(), utc_s,
                         [](std::int64_t s, Change const& change) { return s < change.utc_s; });
    return after == m_changes.begin() ? m_first_offset_s : (after - 1)->offset_s;
}

std::int64_t TimeZone::to_utc(std::int64_t local_s) const {
    std::int64_t const before = offset_at(local_s - day_s);
    std::int64_t const after = offset_at(local_s + day_s);
    std::int64_t const with_before = local_s - before;
    if (before == after || offset_at(with_before) == before) return with_before;
    std::int64_t const with_after = local_s - after;
    return offset_at(with_after) == after ? with_after : with_before;
}

}  // namespace exchange
