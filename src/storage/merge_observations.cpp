#include "storage/merge_observations.hpp"

#include <algorithm>

#include "storage/columns.hpp"
#include "storage/open_store.hpp"
#include "storage/room_store.hpp"
#include "storage/room_tables.hpp"

namespace storage {
namespace {

using namespace model;

constexpr std::size_t max_overlaps_kept = 200;

constexpr auto select_rows_of_touchpoint =
    "SELECT position, touchpoint, persona, region, channel, first_day, last_day FROM observations"
    " WHERE touchpoint = ? ORDER BY touchpoint, persona, region, channel, first_day, last_day";
constexpr auto insert_row =
    "INSERT INTO observations (position, touchpoint, first_day, last_day, kept, due, unknown,"
    " persona, region, channel, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto update_row =
    "UPDATE observations SET kept = ?, due = ?, unknown = ?, source = ? WHERE position = ?";
constexpr auto next_position = "SELECT ifnull(max(position) + 1, 0) FROM observations";
constexpr auto insert_region = "INSERT INTO regions (position, name) VALUES (?, ?)";
constexpr auto insert_channel = "INSERT INTO observation_channels (position, name) VALUES (?, ?)";
constexpr auto delete_case_outcomes = "DELETE FROM case_outcomes";

// Rolls the transaction back; what was found is in the result already.
struct Overlapping {};

std::optional<std::int64_t> given(std::int64_t unknown) {
    if (unknown < 0) return std::nullopt;
    return unknown;
}

// The room's rows of one touchpoint in split order, one at a time.
class HeldRows {
public:
    explicit HeldRows(Database& database) : m_statement(database, select_rows_of_touchpoint) {}

    struct Held {
        std::int64_t position = 0;
        Observation row;
    };

    // The first row of the touchpoint that the asked one does not lie behind of; null after the
    // last. Asked in ascending order.
    Held const* at_or_after(Observation const& row) {
        if (m_touchpoint != row.touchpoint) {
            m_cursor.reset();
            m_cursor.emplace(m_statement, position_of(row.touchpoint));
            m_touchpoint = row.touchpoint;
            take();
        }
        while (m_held && ends_before(m_held->row, row))
            take();
        return m_held ? &*m_held : nullptr;
    }

private:
    static bool ends_before(Observation const& held, Observation const& row) {
        if (same_split(held, row)) return held.period.last < row.period.first;
        return before_by_split(held, row);
    }

    void take() {
        m_held.reset();
        if (!m_cursor->next()) return;
        Row const row = m_cursor->row();
        Columns in(row);
        Held held;
        held.position = in.integer();
        held.row.touchpoint = in.id<Touchpoint>();
        held.row.persona = in.id<Persona>();
        held.row.region = in.id<RegionName>();
        held.row.channel = in.id<ChannelName>();
        held.row.period = in.period();
        m_held = held;
    }

    Statement m_statement;
    std::optional<Cursor> m_cursor;
    TouchpointId m_touchpoint;
    std::optional<Held> m_held;
};

class Merger {
public:
    explicit Merger(Database& database)
        : m_held(database),
          m_insert(database, insert_row),
          m_update(database, update_row),
          m_position(query_integer(database, next_position)) {}

    void merge(IncomingObservation const& incoming, MergeResult& result) {
        Observation const& row = incoming.row;
        HeldRows::Held const* const held = m_held.at_or_after(row);
        bool const meets = held != nullptr && same_split(held->row, row) &&
                           base::overlaps(held->row.period, row.period);
        if (!meets) {
            ++result.added;
            m_insert.run(m_position++, position_of(row.touchpoint), row.period.first.days,
                         row.period.last.days, row.kept, row.due, given(row.unknown),
                         position_of(row.persona), position_of(row.region),
                         position_of(row.channel), position_of(row.source));
        } else if (held->row.period == row.period) {
            ++result.replaced;
            m_update.run(row.kept, row.due, given(row.unknown), position_of(row.source),
                         held->position);
        } else {
            ++result.overlap_count;
            if (result.overlaps.size() < max_overlaps_kept) {
                result.overlaps.push_back({incoming.tag, held->row.period});
            }
        }
    }

private:
    HeldRows m_held;
    Statement m_insert;
    Statement m_update;
    std::int64_t m_position;
};

void add_names(Database& database, std::string_view sql, std::size_t held,
               std::vector<std::string> const& names) {
    Statement insert(database, sql);
    for (std::size_t i = held; i < names.size(); ++i)
        insert.run(i, names[i]);
}

void merge_case_outcomes(Database& database, std::vector<CaseOutcome> const& incoming) {
    if (incoming.empty()) return;
    std::vector<CaseOutcome> outcomes = load_case_outcomes(database);
    for (CaseOutcome const& fresh : incoming) {
        auto const met = std::find_if(outcomes.begin(), outcomes.end(), [&](CaseOutcome const& o) {
            return o.journey == fresh.journey && base::overlaps(o.period, fresh.period);
        });
        if (met == outcomes.end()) {
            outcomes.push_back(fresh);
        } else if (met->period == fresh.period) {
            *met = fresh;
        } else {
            throw StoreRefused("the room holds cases of this journey for " +
                               base::format_period(met->period) + ", which overlaps " +
                               base::format_period(fresh.period) +
                               "; count in the same kind of period.");
        }
    }
    database.execute(delete_case_outcomes);
    save_case_outcomes(database, outcomes);
}

void merge_all(Database& database, Incoming const& incoming, MergeResult& result) {
    // Rows in order need few pages at a time, but the room's own may lie anywhere.
    database.execute("PRAGMA cache_size = -65536");
    require_unchanged(database, incoming.outline);
    add_names(database, insert_region, incoming.outline.regions.size(), incoming.regions);
    add_names(database, insert_channel, incoming.outline.observation_channels.size(),
              incoming.channels);
    Merger merger(database);
    while (auto const row = incoming.next())
        merger.merge(*row, result);
    if (result.overlap_count > 0) throw Overlapping();
    merge_case_outcomes(database, incoming.case_outcomes);
}

}  // namespace

void require_unchanged(Database& database, Room const& outline) {
    bool const same =
        load_touchpoints(database) == outline.touchpoints &&
        load_personas(database) == outline.personas && load_sources(database) == outline.sources &&
        load_journeys(database) == outline.journeys && load_regions(database) == outline.regions &&
        load_observation_channels(database) == outline.observation_channels;
    if (!same) throw StoreRefused("the room was changed by another program meanwhile; try again.");
}

model::Room load_outline(std::filesystem::path const& file) {
    Room room;
    read_store(file, all_migrations(), [&](Database& database) {
        room.info = load_info(database);
        room.journeys = load_journeys(database);
        room.stages = load_stages(database);
        room.touchpoints = load_touchpoints(database);
        room.placements = load_placements(database);
        room.personas = load_personas(database);
        room.promises = load_promises(database);
        room.sources = load_sources(database);
        room.regions = load_regions(database);
        room.observation_channels = load_observation_channels(database);
    });
    return room;
}

MergeResult merge_observations(std::filesystem::path const& file, Incoming const& incoming) {
    MergeResult result;
    try {
        write_store(
            file, all_migrations(),
            [&](Database& database) { merge_all(database, incoming, result); }, References::Known);
    } catch (Overlapping const&) {
        return result;  // which tells
    }
    return result;
}

}  // namespace storage
