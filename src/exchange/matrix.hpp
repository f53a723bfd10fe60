// A journey with its blueprint as one table, in and out: lanes x steps (wide), steps x lanes
// (transposed) or a row a card (long). Must not know the store or the command line. Used by shell
// (matrix, export) and fuzzing.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/matrix_words.hpp"
#include "exchange/problems.hpp"

namespace exchange {

inline constexpr std::size_t max_matrix_steps = 1000;
inline constexpr std::size_t max_matrix_cards = 20'000;

enum class MatrixForm { Wide, Transposed, Long };

struct MatrixLink {
    std::string target;  // a card's key, or its text
    model::LinkKind kind = model::LinkKind::None;
    Place place;
};

// What only the long form says of a card. Names are those of the file; the room resolves them.
struct MatrixFields {
    std::string key;
    std::string alias;  // the key of a card in the journey that this one is copied from
    std::string touchpoint;
    std::string team;
    std::string component;
    std::optional<bool> fail_point;
    std::optional<double> wait_minutes;
    std::vector<MatrixLink> links;
};

struct MatrixCard {
    model::BlueprintLane lane = model::BlueprintLane::Backstage;
    std::string text;
    Place place;
    MatrixFields fields;
    Place key_place, touchpoint_place, component_place;
};

// A name in a lane of touchpoints.
struct MatrixContact {
    std::string title;  // or key
    Place place;
};

// What is said or felt at the step: a quote, a feeling, a pain point, an idea.
struct MatrixVoice {
    std::string text;
    double value = 0;  // of a feeling
    std::string lane;  // its label
    Place place;
    bool in_words = false;  // a feeling whose words stay as text, too
};

struct MatrixStep {
    std::string action;
    bool named = true;  // else called after its cards or its stage
    std::string thought;
    Place place;
    std::vector<MatrixCard> cards;  // of one lane in their order
    std::vector<MatrixContact> contacts;
    std::vector<MatrixVoice> quotes;
    std::vector<MatrixVoice> feelings;
    std::vector<MatrixVoice> remarks;  // feelings in words, pain points: text beside the thought
    std::vector<MatrixVoice> ideas;
};

struct MatrixStage {
    std::string name;
    std::string goal;
    Place place;
    std::vector<MatrixStep> steps;
};

// What became of a row, a column or a lane name of the file.
struct MatrixLane {
    std::string label;
    LaneRole role = LaneRole::Nothing;
    std::size_t texts = 0;
    Place place;
    bool left_out = false;  // though its role is one that is read
    bool in_words = false;  // feelings that are no numbers
};

// Why texts of a lane that is known are not read; empty for a lane that is.
std::string why_left_out(LaneRole role);

// Words that are read as an empty cell: "n/a", "tbd", "-".
struct MatrixBlank {
    std::string word;
    std::size_t count = 0;
};

// What the file has a column (or row) for, with something in it; the rest stays as the room has it.
struct MatrixCarried {
    bool phases = false;
    bool steps = false;
    bool goals = false;
    bool thoughts = false;
    bool touchpoints = false;
    bool teams = false;
    bool components = false;
    bool fail_points = false;
    bool waits = false;
    bool links = false;
};

// A column of the long form with nothing in any of its cells.
struct MatrixEmptyColumn {
    LongColumn column = LongColumn::Team;
    std::string label;
    Place place;
};

struct MatrixContent {
    MatrixForm form = MatrixForm::Wide;
    char delimiter = ',';
    std::string title;
    std::vector<MatrixStage> stages;
    std::vector<MatrixLane> lanes;
    std::vector<MatrixBlank> blanks;
    MatrixCarried carried;
    std::vector<MatrixEmptyColumn> empty_columns;  // of what would be carried
    std::vector<std::string> remark_lanes;         // labels: "Pain points"
    bool of_another_journey = false;               // the long form names one: its keys are not ours
};

struct MatrixRequest {
    std::string_view bytes;
    std::string shown_as;
    std::string journey;  // key
    std::optional<MatrixForm> form;
    std::optional<char> delimiter;
    std::vector<std::pair<std::string, LaneRole>> lanes;  // mapped by hand: label, role
    // The stage under which the journey stands, of a journey one level above; none: as it is, or a
    // row of its own.
    model::StageId parent_stage = {};
};

// Problems are in `problems` under its first file; without an error the content holds.
MatrixContent read_matrix(Problems& problems, FileTag tag, MatrixRequest const& request);

// What happened to a stage, a step or a card.
enum class MatrixFate { Kept, Changed, Moved, New, Removed };
inline constexpr std::size_t matrix_fate_count = 5;

// Of something that was there, as it is to be read: "Parts" in quotes, 30 min, none.
struct MatrixFieldChange {
    std::string field;
    std::string before;
    std::string after;
};

struct MatrixChange {
    enum class Thing {
        Journey,
        Stage,
        Step,
        Card,
        Link,
        Touchpoint,
        Initiative
    } thing = Thing::Card;
    MatrixFate fate = MatrixFate::Kept;
    std::string key;
    std::string place;  // "It is cold / Checks app or rings / Backstage"
    std::string before;
    std::string after;
    std::size_t links_lost = 0;
    std::vector<MatrixFieldChange> fields = {};  // beside its text
};

using MatrixCounts = std::array<std::size_t, matrix_fate_count>;

struct MatrixOutcome {
    model::Room room;
    bool journey_is_new = false;
    MatrixCounts stages{}, steps{}, cards{};
    std::size_t links_new = 0, links_removed = 0;
    std::size_t touchpoints_new = 0, placements_new = 0;
    std::size_t quotes_new = 0, feelings_set = 0, ideas_new = 0;
    std::vector<MatrixChange> changes;  // all but what was kept
};

struct MatrixResult {
    MatrixContent content;
    std::optional<MatrixOutcome> outcome;  // empty when there is an error
    std::vector<Problem> problems;         // the first 200
    std::size_t problem_count = 0;         // errors in all
};

// Reads the file and makes the journey of the room what it says.
MatrixResult apply_matrix(MatrixRequest const& request, model::Room const& room,
                          std::string const& title);

// The journey as a file in one of the forms, byte-stable; `problem` says why it cannot be said in
// that form.
struct WrittenMatrix {
    std::string bytes;
    std::string problem;
};
WrittenMatrix write_matrix(model::Room const& room, model::JourneyId journey, MatrixForm form,
                           char delimiter);

}  // namespace exchange
