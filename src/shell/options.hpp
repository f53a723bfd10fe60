// The command line as values: one struct a verb, and the parser that fills them. What is wrong with
// the line itself is found here (exit code 2); whether a named file is any good is the verb's
// business. Must not know what the verbs do. Used by main and by the verbs.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "exchange/matrix.hpp"

namespace shell {

// Exit codes, the same for all verbs.
inline constexpr int exit_done = 0;
inline constexpr int exit_refused =
    1;  // a named input: missing, damaged, newer than the program, wrong
inline constexpr int exit_usage = 2;
inline constexpr int exit_environment =
    3;                                   // this machine lacks something: display, GPU, font, space
inline constexpr int exit_restart = 75;  // please start me again

inline constexpr double default_diagonal_in = 86;
inline constexpr double default_distance_m = 4;

struct PixelSize {
    int width = 0;
    int height = 0;
    friend bool operator==(PixelSize const&, PixelSize const&) = default;
};

// Where shaders and texts lie, when not in the usual places.
using AssetsFolder = std::filesystem::path;

struct RunOptions {
    std::filesystem::path database;
    std::optional<PixelSize> window;  // empty: full screen
    double diagonal_in = default_diagonal_in;
    std::filesystem::path trace;  // empty: none
    std::string journey;          // key; empty: home
    std::string tour;             // key; empty: none
    bool staff = false;           // the blueprint can be edited
    AssetsFolder assets;
};

struct CheckOptions {
    std::filesystem::path pack;
};

struct ImportOptions {
    std::filesystem::path pack;
    std::filesystem::path database;
};

struct ExportOptions {
    std::filesystem::path database;
    std::filesystem::path to;                    // a folder; a file when `matrix`
    std::optional<exchange::MatrixForm> matrix;  // empty: the whole room as a pack
    std::string journey;                         // key, with `matrix`
};

struct MatrixOptions {
    std::filesystem::path file;  // "-": standard input
    std::filesystem::path database;
    std::string journey;       // key
    std::string title;         // empty: the file's, or as it is
    std::string parent_stage;  // key; empty: as it is, or none
    std::optional<exchange::MatrixForm> form;
    std::optional<char> separator;
    std::vector<std::pair<std::string, exchange::LaneRole>> lanes;  // label, role
    bool dry_run = false;
};

struct EditOptions {
    std::filesystem::path file;  // "-": standard input
    std::filesystem::path database;
};

struct ObserveOptions {
    std::filesystem::path file;
    std::filesystem::path database;
};

struct ScoresOptions {
    std::filesystem::path file;
    std::filesystem::path map;
    std::filesystem::path database;
    bool json = false;
};

struct EventsOptions {
    std::filesystem::path log;
    std::filesystem::path map;       // empty: only with `describe`
    std::filesystem::path database;  // empty: only with `describe`
    bool describe = false;
    bool json = false;
};

struct MetricsOptions {
    std::filesystem::path database;
    std::optional<base::Period> period;  // empty: the room's default
    std::string persona;                 // key; empty: everybody
    std::optional<base::Date> at;        // empty: the day after the last observation
    bool json = false;
};

// What is shown and how: shared by render and dump.
struct PictureOptions {
    std::filesystem::path database;
    PixelSize size;
    std::string view;     // home, journey:KEY, stage:KEY, touchpoint:KEY, board:NAME
    std::string overlay;  // key; empty: as the kiosk starts
    std::string persona;  // key; empty: everybody
    std::optional<base::Period> period;
    bool backstage = false;
    double curtain = 1;                 // how far the curtain is open with --backstage, 0..1
    std::string light;                  // key of a touchpoint or node; empty: no chain is lit
    std::string lens;                   // as scene::parse_lens reads it; empty: none
    std::vector<std::string> evidence;  // as scene::parse_evidence reads it
    double diagonal_in = default_diagonal_in;
    double distance_m = default_distance_m;
    std::optional<base::Date> at;  // empty: the day after the last observation
    AssetsFolder assets;
};

struct RenderOptions {
    PictureOptions picture;
    std::filesystem::path out;  // a PNG file, or a folder when tour_stops
    bool tour_stops = false;    // every stop of the first `walk` tour by key, one PNG file each
};

struct DumpOptions {
    PictureOptions picture;
};

struct ReplayOptions {
    std::filesystem::path file;
    std::filesystem::path database;
    bool staff = false;  // edits are obeyed, and written to the database
    PixelSize size;
    std::filesystem::path shot;  // empty: none
    double diagonal_in = default_diagonal_in;
    double distance_m = default_distance_m;
    std::optional<base::Date> at;  // empty: the day after the last observation
    AssetsFolder assets;
};

struct BenchOptions {
    std::filesystem::path scene;
    PixelSize size;
    std::filesystem::path path;  // camera path
    bool json = false;
    AssetsFolder assets;
};

struct DoctorOptions {
    std::filesystem::path database;  // empty: none is looked at
    AssetsFolder assets;
};

using Verb =
    std::variant<RunOptions, CheckOptions, ImportOptions, ExportOptions, EditOptions, MatrixOptions,
                 ObserveOptions, ScoresOptions, EventsOptions, MetricsOptions, RenderOptions,
                 DumpOptions, ReplayOptions, BenchOptions, DoctorOptions>;

struct CommandLine {
    std::optional<Verb> verb;  // empty: print `text` and end with `exit_code`
    int exit_code = exit_done;
    std::string text;  // help or version (exit 0), or what is wrong with the line (exit 2)
};

// Without a verb it is `run`.
CommandLine parse_command_line(std::vector<std::string> arguments);

}  // namespace shell
