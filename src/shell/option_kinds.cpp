#include "shell/option_kinds.hpp"

#include <cmath>

namespace shell {

void add_period(CLI::App* verb, std::optional<base::Period>& period) {
    add_parsed(verb, "--period", period, &base::parse_period,
               "period: 2026-09, 2026-Q3 or 2026-07-01/2026-09-30",
               "P: a month (2026-09), a quarter (2026-Q3) or days (2026-07-01/2026-09-30); "
               "without it the room's default period, else the latest one with observations");
}

void add_at(CLI::App* verb, std::optional<base::Date>& at) {
    add_parsed(verb, "--at", at, &base::parse_date, "date: 2026-10-01",
               "DATE: \"now\" for ages and staleness (2026-10-01); without it the day after the "
               "last observation");
}

CLI::Option* add_database(CLI::App* verb, std::filesystem::path& database) {
    auto const named = [](std::string const& file) {
        return file.empty() ? std::string("it is empty; name the room's file") : std::string();
    };
    return verb->add_option("--db", database, "F: the room's SQLite file")
        ->check(named)
        ->type_name("");
}

void add_assets(CLI::App* verb, std::filesystem::path& assets) {
    verb->add_option("--assets", assets,
                     "DIR: the folder that holds text/en.json, when it is not where the program "
                     "was built or installed")
        ->type_name("");
}

// CLI::Range lets "nan" through.
void add_positive(CLI::App* verb, std::string const& name, double& value, std::string const& help) {
    auto const positive = [](std::string const& text) {
        double number = 0;
        bool const good = CLI::detail::lexical_cast(text, number) && std::isfinite(number) &&
                          number > 0 && number <= 10000;
        return good ? std::string() : "'" + text + "' is no number above 0";
    };
    verb->add_option(name, value, help)->check(positive)->type_name("");
}

CLI::Option* add_curtain(CLI::App* verb, double& value) {
    auto const share = [](std::string const& text) {
        double number = 0;
        bool const good = CLI::detail::lexical_cast(text, number) && number >= 0 && number <= 1;
        return good ? std::string() : "'" + text + "' is no number from 0 to 1";
    };
    return verb->add_option("--curtain", value, "N: open the blueprint so far, 0 to 1 (1)")
        ->check(share)
        ->type_name("");
}

void add_panel(CLI::App* verb, double& diagonal_in, double& distance_m) {
    add_positive(verb, "--diagonal-in", diagonal_in, "N: the panel's diagonal in inches (86)");
    add_positive(verb, "--distance-m", distance_m, "D: the viewers' distance in metres (4)");
}

void add_text(CLI::App* verb, std::string const& name, std::string& value,
              std::string const& help) {
    verb->add_option(name, value, help)->type_name("");
}

void add_path(CLI::App* verb, std::string const& name, std::filesystem::path& value,
              std::string const& help) {
    verb->add_option(name, value, help)->type_name("");
}

}  // namespace shell
