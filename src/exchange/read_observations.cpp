// observations*.csv: by far the largest file of a pack, so its rows keep no text.
#include <algorithm>
#include <unordered_map>

#include "exchange/columns.hpp"
#include "exchange/observation_rows.hpp"
#include "exchange/pack_builder.hpp"

namespace exchange {
namespace {

// A room shows its regions and channels by name: thousands of them are a column of case numbers.
constexpr std::size_t max_names = 10'000;

enum : std::size_t { Touchpoint, Period, Kept, Due, Unknown, Persona, Region, Channel, Source };

// Names in order of first appearance.
class Names {
public:
    explicit Names(std::vector<std::string>& names) : m_names(names) {}

    template <typename Name>
    base::Id<Name> id_of(Table& row, std::size_t column) {
        std::string_view const cell = row.raw(column);
        if (cell.empty()) return {};
        if (cell == m_last) return base::Id<Name>(m_last_position);
        std::string name = row.text(column);
        auto const known = m_positions.find(name);
        std::size_t const position = known != m_positions.end() ? known->second : m_names.size();
        if (known == m_positions.end()) {
            if (position == max_names) {
                row.error(column,
                          "more than 10,000 different names in this column; is it another column's "
                          "content?");
                return {};
            }
            m_positions.emplace(name, position);
            m_names.push_back(std::move(name));
        }
        m_last = std::string(cell);
        m_last_position = position;
        return base::Id<Name>(position);
    }

private:
    std::vector<std::string>& m_names;
    std::unordered_map<std::string, std::size_t> m_positions;
    std::string m_last;
    std::size_t m_last_position = 0;
};

struct ObservationNames {
    Names regions;
    Names channels;
};

model::Observation read_row(PackBuilder& pack, Table& row, ObservationNames& names) {
    model::Observation observation;
    observation.touchpoint = row.reference<model::Touchpoint>(Touchpoint, pack.keys.touchpoints);
    observation.period = row.period(Period).value_or(base::Period{});
    auto const kept = row.integer(Kept, count_range);
    auto const due = row.integer(Due, count_range);
    observation.kept = kept.value_or(0);
    observation.due = due.value_or(0);
    observation.unknown = row.integer(Unknown, count_range).value_or(-1);
    observation.persona = row.reference<model::Persona>(Persona, pack.keys.personas);
    observation.region = names.regions.id_of<model::RegionName>(row, Region);
    observation.channel = names.channels.id_of<model::ChannelName>(row, Channel);
    observation.source = row.reference<model::Source>(Source, pack.keys.sources);
    if (kept && due && *kept > *due) {
        row.error(Kept, "kept is " + std::to_string(*kept) + " of " + std::to_string(*due) +
                            " due; kept can be at most what was due");
    }
    bool const unpromised = observation.touchpoint && !pack.promises_incomplete &&
                            !pack.promised[observation.touchpoint.index()];
    if (unpromised) {
        row.error(Touchpoint, std::string(row.raw(Touchpoint)) +
                                  " has no promise in promises.csv; add one or leave this row out");
    }
    return observation;
}

bool is_observations_file(std::string_view name) {
    return name.starts_with("observations") && name.ends_with(".csv");
}

void read_file(PackBuilder& pack, std::string const& name, ObservationNames& names) {
    TableSpec const spec{name, columns::observations, Presence::Optional,
                         sizeof(RowPlace) + sizeof(std::uint32_t)};
    std::vector<RowPlace>& places = pack.observation_places;
    read_rows(pack, spec, pack.room.observations, [&](Table& row) {
        if (places.capacity() < pack.room.observations.capacity()) {
            places.reserve(pack.room.observations.capacity());
        }
        Place const place = row.place(Period);
        places.push_back({static_cast<std::uint32_t>(place.line),
                          static_cast<std::uint16_t>(place.column), row.tag().rank});
        return read_row(pack, row, names);
    });
}

std::string where(PackBuilder const& pack, RowPlace const& place) {
    return pack.problems.name_of({place.file_rank}) + " line " + std::to_string(place.line);
}

void report_clashes(PackBuilder& pack) {
    std::vector<model::Observation> const& rows = pack.room.observations;
    for (Clash const& clash : find_clashes(rows)) {
        if (!rows[clash.later].touchpoint || rows[clash.later].period == base::Period{}) continue;
        RowPlace const& place = pack.observation_places[clash.later];
        std::string const other = where(pack, pack.observation_places[clash.earlier]);
        bool const equal = rows[clash.earlier].period == rows[clash.later].period;
        std::string const text =
            equal
                ? other + " has the same touchpoint, period, persona, region and channel; keep one"
                : "the period overlaps " + base::format_period(rows[clash.earlier].period) +
                      " in " + other + "; periods of one touchpoint and split must not overlap";
        pack.problems.error({place.file_rank}, {static_cast<int>(place.line), place.column}, text);
    }
}

}  // namespace

void read_observations(PackBuilder& pack) {
    ObservationNames names{Names(pack.room.regions), Names(pack.room.observation_channels)};
    for (std::string const& name : pack.files.names) {
        if (is_observations_file(name)) read_file(pack, name, names);
    }
    report_clashes(pack);
}

}  // namespace exchange
