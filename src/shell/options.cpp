#include "shell/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>

#include "shell/matrix_options.hpp"
#include "shell/option_kinds.hpp"

namespace shell {
namespace {

constexpr auto exit_codes =
    "Exit codes: 0 done; 1 a named input is refused (missing, damaged, newer than the program, "
    "wrong) and nothing was changed; 2 usage; 3 this machine lacks something, which is named";

constexpr auto edit_exit_codes =
    "Exit codes: 0 done; 1 a named input is refused (missing, damaged, newer than the program, "
    "wrong): a script ends where it is wrong, and the edits before that stay; 2 usage; 3 this "
    "machine lacks something, which is named, or the room's file was deleted, replaced, cut off or "
    "overwritten meanwhile";

std::string footer(std::string const& example, char const* codes = exit_codes) {
    return std::string(codes) + ".\n\nExample:\n  customer-room " + example;
}

struct VerbText {
    std::string name;
    std::string what;
    std::string example;
    char const* codes = exit_codes;
};

CLI::App* add_verb(CLI::App& app, VerbText const& text) {
    CLI::App* const verb = app.add_subcommand(text.name, text.what);
    verb->footer(footer(text.example, text.codes));
    return verb;
}

CLI::Option* add_picture(CLI::App* verb, PictureOptions& options) {
    add_database(verb, options.database)->required();
    add_size(verb, "--size", options.size, "WxH: pixels, for example 3840x2160")->required();
    CLI::Option* const view =
        verb->add_option("--view", options.view,
                         "VIEW: home, journey:KEY, stage:KEY, touchpoint:KEY, or a board: "
                         "board:importance, board:measures, board:asset, board:contradictions, "
                         "board:components; or what a figure rests on: figure:kept:T, "
                         "figure:split:T, figure:months:T, "
                         "figure:scores:T, figure:effort:T (T: a touchpoint's key), "
                         "figure:yield:KEY (a stage or "
                         "journey), figure:touches:KEY (a component), figure:net")
            ->type_name("");
    add_text(verb, "--overlay", options.overlay,
             "KEY: none, reliability, differentiation, emotion, importance, volume, "
             "perception-gap, effort");
    add_text(verb, "--persona", options.persona, "KEY: show this persona's figures and path");
    add_period(verb, options.period);
    verb->add_flag("--backstage", options.backstage,
                   "open the blueprint below the line of visibility, where the view's journey has "
                   "steps");
    add_curtain(verb, options.curtain)->each([&options](std::string const&) {
        options.backstage = true;
    });
    CLI::Option* const light =
        verb->add_option("--light", options.light,
                         "KEY: open the floor and light the chain of causes of this touchpoint or "
                         "blueprint node, whole; not together with --lens")
            ->type_name("");
    verb->add_option("--lens", options.lens,
                     "LENS: role:TEAM, function:NAME, hand-offs, employee, policy: what the open "
                     "floor is looked at through")
        ->type_name("")
        ->excludes(light);
    verb->add_option("--evidence", options.evidence,
                     "T38:FILE or T41:words: open this picture, or what customers said there; may "
                     "be given several times")
        ->type_name("");
    add_panel(verb, options.diagonal_in, options.distance_m);
    add_at(verb, options.at);
    add_assets(verb, options.assets);
    return view;
}

// All structs at once: CLI11 fills by reference, and only one verb's is used.
struct Everything {
    RunOptions run;
    CheckOptions check;
    ImportOptions import;
    ExportOptions to_pack;
    EditOptions edit;
    MatrixOptions matrix;
    ObserveOptions observe;
    ScoresOptions scores;
    EventsOptions events;
    MetricsOptions metrics;
    RenderOptions render;
    DumpOptions dump;
    ReplayOptions replay;
    BenchOptions bench;
    DoctorOptions doctor;
};

void define_run(CLI::App& app, RunOptions& o) {
    CLI::App* const verb =
        add_verb(app, {"run", "the kiosk, full screen (this verb may be left out)",
                       "run --db northmoor.sqlite --window 1920x1080\n\n"
                       "Exit code 75: please start me again (the supervisor does)."});
    add_database(verb, o.database)->required();
    add_size(verb, "--window", o.window, "WxH: a window of this many pixels, not full screen");
    add_positive(verb, "--diagonal-in", o.diagonal_in, "N: the panel's diagonal in inches (86)");
    add_path(verb, "--trace", o.trace,
             "F: write gestures, commands and frames to F, one JSON line each");
    add_text(verb, "--journey", o.journey, "KEY: start at this journey");
    add_text(verb, "--tour", o.tour, "KEY: start with this tour");
    verb->add_flag("--staff", o.staff,
                   "staff at the wall: the blueprint can be edited, every change is written to the "
                   "room at once");
    add_assets(verb, o.assets);
}

void define_packs(CLI::App& app, Everything& all) {
    CLI::App* const check =
        add_verb(app, {"check", "validate a pack, write nothing", "check data/northmoor"});
    check->add_option("pack", all.check.pack, "PACK: the pack's folder")->required()->type_name("");

    CLI::App* const import =
        add_verb(app, {"import", "create or update a room from a pack: all of it or nothing",
                       "import data/northmoor --db northmoor.sqlite"});
    import->add_option("pack", all.import.pack, "PACK: the pack's folder")
        ->required()
        ->type_name("");
    add_database(import, all.import.database)->required();

    CLI::App* const to_pack = add_verb(
        app, {"export",
              "write the room as a pack that imports to the same room, or one journey as a "
              "table of lanes and steps",
              "export --db northmoor.sqlite --to exported\n"
              "  customer-room export --db northmoor.sqlite --journey J2 --matrix wide "
              "--to repair.csv"});
    add_database(to_pack, all.to_pack.database)->required();
    to_pack
        ->add_option("--to", all.to_pack.to,
                     "DIR: the pack's folder; made when missing. With --matrix FILE: the table; - "
                     "is standard output")
        ->required()
        ->type_name("");
    add_matrix_export(*to_pack, all.to_pack);

    CLI::App* const matrix = add_verb(
        app, {"matrix",
              "a table of lanes and steps becomes a journey with its blueprint, or updates one: "
              "all of it or nothing",
              "matrix repair.csv --db northmoor.sqlite --journey J2 --dry-run\n"
              "  customer-room matrix - --db northmoor.sqlite --journey J9 --title \"Move out\" "
              "--lane \"Crew=backstage\" < pasted.tsv"});
    add_matrix_options(*matrix, all.matrix);
    add_database(matrix, all.matrix.database)->required();
}

void define_rows(CLI::App& app, Everything& all) {
    CLI::App* const observe =
        add_verb(app, {"observe",
                       "add or replace promise observations from a CSV file: all of it or nothing",
                       "observe september.csv --db northmoor.sqlite"});
    observe
        ->add_option("file", all.observe.file,
                     "FILE.csv: touchpoint, period, kept and due, and what of unknown, persona, "
                     "region, channel and source there is")
        ->required()
        ->type_name("");
    add_database(observe, all.observe.database)->required();

    CLI::App* const scores =
        add_verb(app, {"scores",
                       "survey answers to scores, spreads and weights of touchpoints: all of it or "
                       "nothing",
                       "scores answers.csv --map answers.json --db northmoor.sqlite"});
    scores->add_option("file", all.scores.file, "FILE.csv: one answer a row")
        ->required()
        ->type_name("");
    scores
        ->add_option("--map", all.scores.map,
                     "MAP.json: which column asks about which touchpoint, on what scale")
        ->required()
        ->type_name("");
    add_database(scores, all.scores.database)->required();
    scores->add_flag("--json", all.scores.json, "print JSON, not a table");
}

void define_edit(CLI::App& app, EditOptions& o) {
    CLI::App* const verb = add_verb(
        app,
        {"edit",
         "edit the blueprint by a script: each edit is in the room before it is acknowledged on "
         "standard output; where the script is wrong it ends, and the edits before that stay",
         "edit changes.jsonl --db northmoor.sqlite\n"
         "  echo '{\"edit\":\"undo\"}' | customer-room edit - --db northmoor.sqlite",
         edit_exit_codes});
    verb->add_option("file", o.file,
                     "FILE: JSON lines, an edit each (add, remove, move, retitle, link, unlink, "
                     "fail-point, wait, baseline, undo, redo; data/README.md has their members); "
                     "-: standard "
                     "input")
        ->required()
        ->type_name("");
    add_database(verb, o.database)->required();
}

void define_events(CLI::App& app, EventsOptions& o) {
    CLI::App* const verb = add_verb(
        app, {"events",
              "an event log (XES or CSV, also packed with gzip) to observations and case outcomes",
              "events tickets.xes.gz --map tickets.json --db northmoor.sqlite\n"
              "  customer-room events --describe tickets.xes.gz --json"});
    verb->add_option("log", o.log, "LOG: the event log")->required()->type_name("");
    CLI::Option* const map = verb->add_option(
        "--map", o.map,
        "MAP.json: where case, activity and time stand, and which promises they keep");
    map->type_name("");
    CLI::Option* const database = add_database(verb, o.database);
    CLI::Option* const describe = verb->add_flag(
        "--describe", o.describe, "tell what is in the log, write nothing (no --map needed)");
    describe->excludes(database);
    verb->add_flag("--json", o.json, "print JSON, not a table");
    verb->callback([map, database, describe] {
        if (describe->count() > 0) return;
        if (map->count() == 0) throw CLI::RequiredError("--map");
        if (database->count() == 0) throw CLI::RequiredError("--db");
    });
}

void define_metrics(CLI::App& app, MetricsOptions& o) {
    CLI::App* const verb =
        add_verb(app, {"metrics",
                       "all figures of a period; in JSON shares are 0 to 1 and gaps points of 100",
                       "metrics --db northmoor.sqlite --period 2026-Q3 --json"});
    add_database(verb, o.database)->required();
    add_period(verb, o.period);
    add_text(verb, "--persona", o.persona, "KEY: this persona's figures; without it everybody's");
    add_at(verb, o.at);
    verb->add_flag("--json", o.json, "print JSON, not a table");
}

void define_pictures(CLI::App& app, Everything& all) {
    CLI::App* const render =
        add_verb(app, {"render", "the wall as a PNG picture, the same pixels as the kiosk shows",
                       "render --db northmoor.sqlite --size 3840x2160 --view home --out wall.png"});
    CLI::Option* const view = add_picture(render, all.render.picture);
    CLI::Option* const stops = render->add_flag(
        "--tour-stops", all.render.tour_stops,
        "every stop of the first walk tour (by key) instead of one view; --out is a folder");
    view->excludes(stops);
    render->add_option("--out", all.render.out, "X.png: the file to write (--tour-stops: a folder)")
        ->required()
        ->type_name("");
    render->callback([view, stops] {
        if (view->count() + stops->count() == 0) throw CLI::RequiredError("--view");
    });

    CLI::App* const dump =
        add_verb(app, {"dump", "the draw list as text, one line a primitive, in drawing order",
                       "dump --db northmoor.sqlite --view stage:S2 --size 1920x1080"});
    add_picture(dump, all.dump.picture)->required();
}

void define_replay(CLI::App& app, ReplayOptions& o) {
    CLI::App* const verb = add_verb(
        app, {"replay", "play recorded contacts and commands, print the final state as JSON",
              "replay taps.jsonl --db northmoor.sqlite --size 1920x1080 --shot end.png"});
    verb->add_option("file", o.file, "FILE: JSON lines; t_ms in ms, x and y in px")
        ->required()
        ->type_name("");
    add_database(verb, o.database)->required();
    add_size(verb, "--size", o.size, "WxH: pixels")->required();
    add_path(verb, "--shot", o.shot, "X.png: also write the last frame");
    verb->add_flag("--staff", o.staff,
                   "obey edits of the blueprint; they are written to the database");
    add_panel(verb, o.diagonal_in, o.distance_m);
    add_at(verb, o.at);
    add_assets(verb, o.assets);
}

void define_bench(CLI::App& app, BenchOptions& o) {
    CLI::App* const verb =
        add_verb(app, {"bench", "play a camera path over a scene and print frame times in ms",
                       "bench --scene scene.json --size 3840x2160 --path path.json --json"});
    verb->add_option("--scene", o.scene, "FILE.json: the scene")->required()->type_name("");
    add_size(verb, "--size", o.size, "WxH: pixels")->required();
    verb->add_option("--path", o.path, "FILE.json: the camera path")->required()->type_name("");
    verb->add_flag("--json", o.json, "print JSON, not a table");
    add_assets(verb, o.assets);
}

void define_doctor(CLI::App& app, DoctorOptions& o) {
    CLI::App* const verb = add_verb(
        app, {"doctor",
              "what this machine offers: display, pixels, GPU, touch, fonts, texts, the room file",
              "doctor --db northmoor.sqlite"});
    add_database(verb, o.database);
    add_assets(verb, o.assets);
}

// CLI11 takes `--backstage=0.5` for a way to say no.
void refuse_values_of_flags(CLI::App& app) {
    for (CLI::App* const verb : app.get_subcommands([](CLI::App*) { return true; })) {
        for (CLI::Option* const option : verb->get_options()) {
            if (option->get_items_expected_max() == 0) option->disable_flag_override();
        }
    }
}

void define_all(CLI::App& app, Everything& all) {
    app.footer(footer("import data/northmoor --db northmoor.sqlite") +
               "\n  customer-room run --db northmoor.sqlite\n\n"
               "`customer-room VERB --help` tells a verb's options.");
    app.set_version_flag("--version", std::string("customer-room ") + PRODUCT_VERSION);
    app.require_subcommand(1);
    define_run(app, all.run);
    define_packs(app, all);
    define_edit(app, all.edit);
    define_rows(app, all);
    define_events(app, all.events);
    define_metrics(app, all.metrics);
    define_pictures(app, all);
    define_replay(app, all.replay);
    define_bench(app, all.bench);
    define_doctor(app, all.doctor);
    refuse_values_of_flags(app);
}

Verb chosen(CLI::App const& app, Everything& all) {
    std::string const name = app.get_subcommands().front()->get_name();
    if (name == "check") return all.check;
    if (name == "import") return all.import;
    if (name == "export") return all.to_pack;
    if (name == "edit") return all.edit;
    if (name == "matrix") return all.matrix;
    if (name == "observe") return all.observe;
    if (name == "scores") return all.scores;
    if (name == "events") return all.events;
    if (name == "metrics") return all.metrics;
    if (name == "render") return all.render;
    if (name == "dump") return all.dump;
    if (name == "replay") return all.replay;
    if (name == "bench") return all.bench;
    if (name == "doctor") return all.doctor;
    return all.run;
}

// `customer-room --db F` is `customer-room run --db F`.
bool names_no_verb(std::vector<std::string> const& arguments) {
    if (arguments.empty()) return true;
    std::string const& first = arguments.front();
    return first.starts_with("-") && first != "-h" && first != "--help" && first != "--version";
}

// CLI11 says of a word that it does not know only that a verb is missing.
std::string unknown_verb(CLI::App const& app, std::string const& word) {
    std::string verbs;
    for (CLI::App const* const verb : app.get_subcommands([](CLI::App const*) { return true; })) {
        if (verb->get_name() == word) return {};
        verbs += (verbs.empty() ? "" : ", ") + verb->get_name();
    }
    if (word.starts_with("-")) return {};
    return "customer-room: there is no verb \"" + word + "\"; there are " + verbs +
           ".\n`customer-room --help` says what they do.\n";
}

}  // namespace

CommandLine parse_command_line(std::vector<std::string> arguments) {
    CLI::App app("Customer Room: a wall of customer journeys, with the promises kept on them.",
                 "customer-room");
    Everything all;
    define_all(app, all);
    if (names_no_verb(arguments)) arguments.insert(arguments.begin(), "run");
    std::string const problem = unknown_verb(app, arguments.front());
    if (!problem.empty()) return {std::nullopt, exit_usage, problem};
    // CLI11 takes the arguments from the back.
    std::reverse(arguments.begin(), arguments.end());
    try {
        app.parse(arguments);
    } catch (CLI::ParseError const& end) {
        std::ostringstream out;
        std::ostringstream err;
        int const code = app.exit(end, out, err);
        std::string text = out.str() + err.str();
        // What CLI11 says of an option at the end of the line, in the words of the rest.
        constexpr std::string_view lacking = ": 1 required  missing";
        std::size_t const at = text.find(lacking);
        if (at != std::string::npos) text.replace(at, lacking.size(), " needs a value");
        return {std::nullopt, code == 0 ? exit_done : exit_usage, std::move(text)};
    }
    return {chosen(app, all), exit_done, ""};
}

}  // namespace shell
