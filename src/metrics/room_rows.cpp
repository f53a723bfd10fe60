#include "metrics/room_rows.hpp"

#include <algorithm>

#include "metrics/homogeneity.hpp"
#include "metrics/saturating.hpp"

namespace metrics {
namespace {

// Subgroups under five are not shown: a person could be told from them.
constexpr std::int64_t least_shown_group = 5;

// Which one filter a split row has; None for totals and for rows with several.
SplitKind split_kind(model::Observation const& row) {
    if (row.region && !row.channel && !row.persona) return SplitKind::Region;
    if (row.channel && !row.region && !row.persona) return SplitKind::Channel;
    if (row.persona && !row.region && !row.channel) return SplitKind::Persona;
    return SplitKind::None;
}

std::string const& group_name(model::Room const& room, model::Observation const& row) {
    if (row.region) return room.regions[row.region.index()];
    if (row.channel) return room.observation_channels[row.channel.index()];
    return room.at(row.persona).name;
}

std::uint32_t group_id(model::Observation const& row) {
    if (row.region) return row.region.value;
    if (row.channel) return row.channel.value;
    return row.persona.value;
}

struct Group {
    std::uint32_t id = 0;
    std::uint32_t row = 0;  // any of its rows, for the name
    std::int64_t kept = 0;
    std::int64_t due = 0;
};

// The groups of one kind in the period, added up, by id.
std::vector<Group> groups_of(model::Room const& room, Rows rows, base::Period period,
                             SplitKind kind) {
    std::vector<Group> groups;
    for (std::uint32_t const i : rows) {
        model::Observation const& row = room.observations[i];
        if (row.period.last > period.last || split_kind(row) != kind) continue;
        groups.push_back({group_id(row), i, row.kept, row.due});
    }
    std::sort(groups.begin(), groups.end(), [](Group const& a, Group const& b) {
        return a.id != b.id ? a.id < b.id : a.row < b.row;
    });
    std::size_t used = 0;
    for (Group const& group : groups) {
        if (used > 0 && groups[used - 1].id == group.id) {
            groups[used - 1].kept = saturating_add(groups[used - 1].kept, group.kept);
            groups[used - 1].due = saturating_add(groups[used - 1].due, group.due);
        } else {
            groups[used++] = group;
        }
    }
    groups.resize(used);
    return groups;
}

bool marks(std::vector<Group> const& groups) {
    std::vector<Proportion> shares;
    shares.reserve(groups.size());
    for (Group const& group : groups)
        shares.push_back({group.kept, group.due});
    auto const result = homogeneity(shares);
    return result && it_depends(*result);
}

std::vector<SplitRate> shown(model::Room const& room, std::vector<Group> const& groups) {
    std::vector<SplitRate> rates;
    for (Group const& group : groups) {
        if (group.due < least_shown_group) continue;
        rates.push_back({group_name(room, room.observations[group.row]), group.kept, group.due});
    }
    std::sort(rates.begin(), rates.end(), [](SplitRate const& a, SplitRate const& b) {
        bool const large_a = a.due >= least_group_size;
        bool const large_b = b.due >= least_group_size;
        return large_a != large_b ? large_a : a.name < b.name;
    });
    return rates;
}

// Ends later; of rows that end together the total speaks for the source.
bool later(model::Observation const& a, model::Observation const& b) {
    if (a.period.last != b.period.last) return a.period.last > b.period.last;
    return a.total() && !b.total();
}

// The last row that begins before the period ends.
model::Observation const* last_begun(model::Room const& room, Rows observations,
                                     base::Period period) {
    auto const after = std::upper_bound(observations.begin(), observations.end(), period.last,
                                        [&](base::Date day, std::uint32_t row) {
                                            return day < room.observations[row].period.first;
                                        });
    return after == observations.begin() ? nullptr : &room.observations[*(after - 1)];
}

}  // namespace

Rows beginning_in(model::Room const& room, Rows observations, base::Period period) {
    auto const first = std::lower_bound(observations.begin(), observations.end(), period.first,
                                        [&](std::uint32_t row, base::Date day) {
                                            return room.observations[row].period.first < day;
                                        });
    auto const last = std::upper_bound(first, observations.end(), period.last,
                                       [&](base::Date day, std::uint32_t row) {
                                           return day < room.observations[row].period.first;
                                       });
    return {first, last};
}

void add_row(Counts& counts, model::Observation const& row) {
    counts.any_row = true;
    counts.kept = saturating_add(counts.kept, row.kept);
    counts.due = saturating_add(counts.due, row.due);
    if (row.unknown < 0) return;
    counts.unknown_given = true;
    counts.unknown = saturating_add(counts.unknown, row.unknown);
}

PeriodCounts count_period(model::Room const& room, Rows observations, base::Period period,
                          model::PersonaId persona) {
    PeriodCounts counted;
    model::Observation const* latest = nullptr;
    for (std::uint32_t const i : beginning_in(room, observations, period)) {
        model::Observation const& row = room.observations[i];
        if (row.period.last > period.last) continue;
        if (latest == nullptr || later(row, *latest)) latest = &row;
        if (row.total()) {
            add_row(counted.totals, row);
            continue;
        }
        counted.any_split = true;
        if (persona && split_kind(row) == SplitKind::Persona && row.persona == persona) {
            add_row(counted.persona, row);
        }
    }
    if (latest == nullptr) latest = last_begun(room, observations, period);
    if (latest != nullptr) counted.latest = LatestRow{latest->period.last, latest->source};
    return counted;
}

// The kind that marks the touchpoint stands; where none does, the first with two groups to compare.
SplitFigures split_figures(model::Room const& room, Rows observations, base::Period period) {
    Rows const rows = beginning_in(room, observations, period);
    SplitFigures figures;
    for (SplitKind const kind : {SplitKind::Region, SplitKind::Channel, SplitKind::Persona}) {
        std::vector<Group> const groups = groups_of(room, rows, period, kind);
        if (groups.size() < 2) continue;
        if (marks(groups)) return {kind, true, shown(room, groups)};
        if (figures.kind != SplitKind::None) continue;
        figures.groups = shown(room, groups);
        if (!figures.groups.empty()) figures.kind = kind;
    }
    return figures;
}

}  // namespace metrics
