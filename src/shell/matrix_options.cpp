#include "shell/matrix_options.hpp"

#include <CLI/CLI.hpp>

#include "base/utf8.hpp"
#include "exchange/matrix_text.hpp"
#include "exchange/text_rules.hpp"

namespace shell {
namespace {

std::optional<exchange::MatrixForm> form_named(std::string const& name) {
    if (name == "wide") return exchange::MatrixForm::Wide;
    if (name == "transposed") return exchange::MatrixForm::Transposed;
    if (name == "long") return exchange::MatrixForm::Long;
    return std::nullopt;
}

std::optional<char> separator_named(std::string const& name) {
    if (name == "comma" || name == ",") return ',';
    if (name == "semicolon" || name == ";") return ';';
    if (name == "tab" || name == "\t" || name == "\\t") return '\t';
    if (name == "bar" || name == "|") return '|';
    return std::nullopt;
}

void add_form(CLI::App& verb, std::string const& name, std::optional<exchange::MatrixForm>& form,
              std::string const& help) {
    auto const take = [&form, name](std::string const& text) {
        form = form_named(text);
        if (!form)
            throw CLI::ValidationError(name, "'" + text + "' is no form: wide, transposed, long");
    };
    verb.add_option_function<std::string>(name, take, help)->type_name("");
}

void add_journey(CLI::App& verb, std::string& key, std::string const& help) {
    auto const take = [&key](std::string const& text) {
        if (!exchange::is_key(text)) {
            throw CLI::ValidationError("--journey", "'" + text +
                                                        "' is no key: 1 to 64 of A-Z a-z 0-9 _ . - "
                                                        "(the title goes behind --title)");
        }
        key = text;
    };
    verb.add_option_function<std::string>("--journey", take, help)->type_name("");
}

void take_lane(MatrixOptions& options, std::string const& text) {
    std::size_t const equals = text.rfind('=');
    auto const role = equals == std::string::npos
                          ? std::nullopt
                          : exchange::role_named(std::string_view(text).substr(equals + 1));
    if (!role || equals == 0) {
        throw CLI::ValidationError(
            "--lane", "'" + text +
                          "' is no lane: NAME=ROLE, the name as it stands in the file, "
                          "the role one of: " +
                          exchange::role_names());
    }
    options.lanes.emplace_back(text.substr(0, equals), *role);
}

// The rule of every text that reaches the wall.
std::string title_given(std::string const& text) {
    if (base::first_invalid_utf8(text))
        throw CLI::ValidationError("--title", "the title is not UTF-8");
    std::string const problem = exchange::character_problem(text);
    if (!problem.empty()) throw CLI::ValidationError("--title", "the title holds " + problem);
    std::string title = exchange::on_one_line(text);
    if (title.empty()) throw CLI::ValidationError("--title", "the title is blank");
    return title;
}

}  // namespace

void add_matrix_options(CLI::App& verb, MatrixOptions& o) {
    verb.add_option("file", o.file,
                    "FILE: lanes x steps (wide), steps x lanes (transposed) or a row a card "
                    "(long), as CSV or TSV in UTF-8; - reads standard input")
        ->required()
        ->type_name("");
    add_journey(verb, o.journey,
                "KEY: the journey to update; made when the room has none of this key");
    verb.get_option("--journey")->required();
    verb.add_flag("--dry-run", o.dry_run,
                  "say what would become what: lanes, stages, steps, cards; write nothing");
    verb.add_option_function<std::string>(
            "--title", [&o](std::string const& text) { o.title = title_given(text); },
            "TEXT: the journey's title; without it that of the file (new journeys only)")
        ->type_name("");
    verb.add_option("--parent-stage", o.parent_stage,
                    "KEY: the stage under which the journey stands, one level below it; without it "
                    "a new journey stands in a row of its own")
        ->type_name("");
    verb.add_option_function<std::vector<std::string>>(
            "--lane",
            [&o](std::vector<std::string> const& texts) {
                for (std::string const& text : texts)
                    take_lane(o, text);
            },
            "NAME=ROLE: read the lane called NAME as evidence, customer, frontstage, technology, "
            "backstage, support, policy, employee, thought, touchpoint, goal, quote, feeling, "
            "phase or "
            "step, or leave it out "
            "(none); may be given several times")
        ->type_name("")
        ->allow_extra_args(false);
    add_form(verb, "--form", o.form, "wide, transposed or long; without it the form is found");
    verb.add_option_function<std::string>(
            "--separator",
            [&o](std::string const& text) {
                o.separator = separator_named(text);
                if (!o.separator) {
                    throw CLI::ValidationError("--separator", "'" + text +
                                                                  "' is no separator: comma, "
                                                                  "semicolon, tab, bar");
                }
            },
            "comma, semicolon, tab or bar: what parts the columns; without it that is found")
        ->type_name("");
}

void add_matrix_export(CLI::App& verb, ExportOptions& o) {
    add_journey(verb, o.journey, "KEY: with --matrix, the journey to write");
    add_form(verb, "--matrix", o.matrix,
             "wide, transposed or long: write one journey with its blueprint as a table (CSV, or "
             "TSV where FILE ends in .tsv) instead of the room");
    verb.get_option("--matrix")->needs(verb.get_option("--journey"));
    verb.get_option("--journey")->needs(verb.get_option("--matrix"));
}

}  // namespace shell
