// observations*.csv: by far the largest file of a pack, so its rows keep no text.
#include "exchange/columns.hpp"
#include "exchange/observation_names.hpp"
#include "exchange/observation_rows.hpp"

namespace exchange {
namespace {

constexpr auto column(ObservationColumn name) {
    return static_cast<std::size_t>(name);
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
        Place const place = row.place(column(ObservationColumn::Period));
        places.push_back({static_cast<std::uint32_t>(place.line),
                          static_cast<std::uint16_t>(place.column), row.tag().rank});
        return read_observation(pack, row, names);
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
        std::string const text =
            clash_text(rows[clash.earlier].period, rows[clash.later].period, other);
        pack.problems.error({place.file_rank}, {static_cast<int>(place.line), place.column}, text);
    }
}

}  // namespace

Names::Names(std::vector<std::string>& names) : m_names(&names) {
    for (std::size_t i = 0; i < names.size(); ++i)
        m_positions.emplace(names[i], i);
}

std::optional<std::size_t> Names::position_of(std::string_view cell) {
    if (!m_last.empty() && cell == m_last) return m_last_position;
    std::string_view const name = without_formula_guard(cell);
    auto known = m_positions.find(name);
    if (known == m_positions.end()) {
        if (m_names->size() >= max_names) return std::nullopt;
        known = m_positions.emplace(name, m_names->size()).first;
        m_names->emplace_back(name);
    }
    m_last = std::string(cell);
    m_last_position = known->second;
    return known->second;
}

model::Observation read_observation(PackBuilder& pack, Table& row, ObservationNames& names) {
    using enum ObservationColumn;
    model::Observation observation;
    observation.touchpoint =
        row.reference<model::Touchpoint>(column(Touchpoint), pack.keys.touchpoints);
    observation.period = row.period(column(Period)).value_or(base::Period{});
    auto const kept = row.integer(column(Kept), count_range);
    auto const due = row.integer(column(Due), count_range);
    observation.kept = kept.value_or(0);
    observation.due = due.value_or(0);
    observation.unknown = row.integer(column(Unknown), count_range).value_or(-1);
    observation.persona = row.reference<model::Persona>(column(Persona), pack.keys.personas);
    observation.region = names.regions.id_of<model::RegionName>(row, column(Region));
    observation.channel = names.channels.id_of<model::ChannelName>(row, column(Channel));
    observation.source = row.reference<model::Source>(column(Source), pack.keys.sources);
    if (kept && due && *kept > *due) {
        row.error(column(Kept), "kept is " + std::to_string(*kept) + " of " + std::to_string(*due) +
                                    " due; kept can be at most what was due");
    }
    bool const unpromised = observation.touchpoint && !pack.promises_incomplete &&
                            !pack.promised[observation.touchpoint.index()];
    if (unpromised) {
        row.error(column(Touchpoint),
                  std::string(row.raw(column(Touchpoint))) +
                      " has no promise in promises.csv; add one or leave this row out");
    }
    return observation;
}

std::string clash_text(base::Period earlier, base::Period later, std::string const& other) {
    if (earlier == later) {
        return other + " has the same touchpoint, period, persona, region and channel; keep one";
    }
    return "the period overlaps " + base::format_period(earlier) + " in " + other +
           "; periods of one touchpoint and split must not overlap";
}

void read_observations(PackBuilder& pack) {
    ObservationNames names{Names(pack.room.regions), Names(pack.room.observation_channels)};
    std::size_t const errors = pack.problems.error_count();
    for (std::string const& name : pack.files.names) {
        if (is_observations_file(name)) read_file(pack, name, names);
    }
    pack.observations_incomplete = pack.problems.error_count() > errors;
    report_clashes(pack);
}

}  // namespace exchange
