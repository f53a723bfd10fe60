// The kinds of options that several verbs take: sizes, periods, paths, numbers above 0. Must not
// know verbs. Called by options.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "shell/option_values.hpp"

namespace shell {

template <typename Value>
using Parser = std::optional<Value> (*)(std::string_view);

// An option whose value `parse` must accept; `right` says what would have been right.
template <typename Target, typename Value>
CLI::Option* add_parsed(CLI::App* verb, std::string const& name, Target& target,
                        Parser<Value> parse, std::string const& right, std::string const& help) {
    auto const take = [&target, parse, name, right](std::string const& text) {
        auto const value = parse(text);
        if (!value) throw CLI::ValidationError(name, "'" + text + "' is no " + right);
        target = *value;
    };
    return verb->add_option_function<std::string>(name, take, help)->type_name("");
}

template <typename Target>
CLI::Option* add_size(CLI::App* verb, std::string const& name, Target& size,
                      std::string const& help) {
    return add_parsed(verb, name, size, &parse_size,
                      "size: WIDTHxHEIGHT in pixels, each 64 to 16384, for example 1920x1080",
                      help);
}

void add_period(CLI::App* verb, std::optional<base::Period>& period);
void add_at(CLI::App* verb, std::optional<base::Date>& at);
CLI::Option* add_database(CLI::App* verb, std::filesystem::path& database);
void add_assets(CLI::App* verb, std::filesystem::path& assets);
// Above 0; "nan" is refused.
void add_positive(CLI::App* verb, std::string const& name, double& value, std::string const& help);
CLI::Option* add_curtain(CLI::App* verb, double& value);
void add_panel(CLI::App* verb, double& diagonal_in, double& distance_m);
void add_text(CLI::App* verb, std::string const& name, std::string& value, std::string const& help);
void add_path(CLI::App* verb, std::string const& name, std::filesystem::path& value,
              std::string const& help);

}  // namespace shell
