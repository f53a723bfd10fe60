// The state of reading one pack: the room so far, the keys seen, the problems. Files are read in
// the order in which they refer to each other, so that a reference finds its key. Must not know any
// one file: see read_*.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/json_reader.hpp"
#include "exchange/key_index.hpp"
#include "exchange/pack_files.hpp"
#include "exchange/problems.hpp"
#include "exchange/table.hpp"
#include "model/room.hpp"

namespace exchange {

struct PackKeys {
    KeyIndex journeys{"journeys.csv"};
    KeyIndex stages{"stages.csv"};
    std::vector<KeyIndex> steps;  // by journey
    KeyIndex touchpoints{"touchpoints.csv"};
    KeyIndex personas{"personas.csv"};
    KeyIndex sources{"sources.csv"};
    KeyIndex components{"components.csv"};
    KeyIndex nodes{"blueprint_nodes.csv"};
    KeyIndex initiatives{"initiatives.csv"};
};

// Where an observation's period stands.
struct RowPlace {
    std::uint32_t line = 0;
    std::uint16_t column = 0;
    std::uint16_t file_rank = 0;
};

// Where a row of baselines.csv stands: what months it may name is known when all are read.
struct BaselinePlace {
    model::TouchpointId touchpoint;
    FileTag file;
    Place touchpoint_at, from_at;
};

struct PackBuilder {
    PackFiles const& files;
    Problems problems;
    Budget budget;
    model::Room room;
    PackKeys keys;
    std::vector<RowPlace> observation_places;  // of Room::observations
    std::vector<bool> promised;                // by touchpoint
    bool promises_incomplete = false;
    std::vector<BaselinePlace> baseline_places = {};
    bool observations_incomplete = false;  // what was counted is not known
};

enum class Presence { Required, Optional };

struct TableSpec {
    std::string_view name;
    std::span<ColumnSpec const> columns;
    Presence presence = Presence::Optional;
    std::size_t index_bytes = 0;  // what finding doubles costs a row, beside the row itself
};

struct OpenedFile {
    FileTag tag;
    std::string bytes;
};

// Nothing when the file is not there or not sound text; a required one's absence is reported.
std::optional<OpenedFile> open_file(PackBuilder& pack, std::string_view name, Presence presence);

// Reads a file row by row into `things`; false when rows were lost on the way.
template <typename Thing, typename ReadRow>
bool read_rows(PackBuilder& pack, TableSpec const& spec, std::vector<Thing>& things,
               ReadRow read_row) {
    auto const file = open_file(pack, spec.name, spec.presence);
    if (!file) return !pack.files.has(spec.name) && spec.presence == Presence::Optional;
    Table table({&pack.problems, &pack.budget, file->tag, file->bytes, spec.columns,
                 sizeof(Thing) + spec.index_bytes});
    things.reserve(things.size() + table.row_limit());
    while (table.next())
        things.push_back(read_row(table));
    return !table.incomplete();
}

// Bytes of an entry in a KeyIndex, roughly.
inline constexpr std::size_t index_entry_bytes = 112;

// Reports a stage that belongs to another journey.
void check_stage_of(PackBuilder const& pack, Table& row, std::size_t column, model::StageId stage,
                    model::JourneyId journey);
// The step of `journey` that the cell names.
model::StepId step_of(PackBuilder const& pack, Table& row, std::size_t column,
                      model::JourneyId journey);
// A picture named in a cell must lie in media/ under just that name.
void check_media_name(PackBuilder const& pack, Table& row, std::size_t column,
                      std::string const& name);

// Each file, in the order in which they must be read.
void read_room_info(PackBuilder& pack);
void read_journeys_and_stages(PackBuilder& pack);
void read_steps(PackBuilder& pack);
void read_personas(PackBuilder& pack);
void read_sources(PackBuilder& pack);
void read_touchpoints(PackBuilder& pack);
void read_placements(PackBuilder& pack);
void read_exposures(PackBuilder& pack);
void read_promises(PackBuilder& pack);
void read_observations(PackBuilder& pack);
void read_scores(PackBuilder& pack);
void read_guesses(PackBuilder& pack);
void read_importance(PackBuilder& pack);
void read_answers(PackBuilder& pack);
void read_case_outcomes(PackBuilder& pack);
void read_baselines(PackBuilder& pack);
// Levels of the pack's own file begin where months were counted, here or in the room before.
void check_baselines(PackBuilder& pack, model::Room const* previous);
void read_efforts(PackBuilder& pack);
void read_emotions(PackBuilder& pack);
void read_verbatims(PackBuilder& pack);
void read_components(PackBuilder& pack);
void read_blueprint(PackBuilder& pack);
void read_asset_periods(PackBuilder& pack);
void read_loss_reasons(PackBuilder& pack);
void read_initiatives(PackBuilder& pack);
void read_tours(PackBuilder& pack);
void read_media(PackBuilder& pack);

// Accepted levels stand in this order, whatever the file's.
void sort_by_touchpoint(std::vector<model::Baseline>& baselines);

// Lets the observations and scores of the room in the store stay, after everything else was read
// without error.
void keep_previous_rows(PackBuilder& pack, model::Room const& previous);

}  // namespace exchange
