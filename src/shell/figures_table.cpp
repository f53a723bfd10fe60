#include "shell/figures_table.hpp"

#include <algorithm>
#include <cstdio>
#include <vector>

#include "base/catalogue.hpp"
#include "base/utf8.hpp"

namespace shell {
namespace {

constexpr std::size_t title_letters = 34;

using TextRow = std::vector<std::string>;

std::string fixed(double value, int decimals) {
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

std::string number(std::optional<double> value, int decimals, double factor = 1) {
    return value ? fixed(*value * factor, decimals) : "-";
}

std::string count(std::optional<std::int64_t> value) {
    return value ? base::grouped(*value) : "-";
}

std::string range(std::optional<metrics::Interval> const& interval, double factor) {
    if (!interval) return "-";
    return fixed(interval->lower * factor, 1) + ".." + fixed(interval->upper * factor, 1);
}

template <typename Word>
std::string word_or_dash(std::optional<Word> value) {
    return value ? std::string(metrics::word(*value)) : "-";
}

// Texts of a pack stand in one cell of one line.
std::string cut(std::string const& text) {
    std::string line(base::first_code_points(text, title_letters));
    std::replace_if(
        line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return line;
}

// Columns as wide as their widest cell; the first `left` ones hold words, the others figures.
std::string aligned(std::vector<TextRow> const& rows, std::size_t left) {
    std::vector<std::size_t> widths(rows.front().size(), 0);
    for (TextRow const& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], base::count_code_points(row[i]));
        }
    }
    std::string text;
    for (TextRow const& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            std::string const gap(widths[i] - base::count_code_points(row[i]), ' ');
            line += (i == 0 ? "" : "  ") + (i < left ? row[i] + gap : gap + row[i]);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

std::string touchpoint_table(model::Room const& room, metrics::RoomFigures const& figures) {
    std::vector<TextRow> rows{{"touchpoint", "title", "state", "position", "kept", "due", "kept %",
                               "95 %", "target %", "own", "rival", "gap", "weight %"}};
    for (std::size_t i = 0; i < figures.touchpoints.size(); ++i) {
        metrics::TouchpointFigures const& f = figures.touchpoints[i];
        rows.push_back({room.touchpoints[i].key, cut(room.touchpoints[i].title),
                        f.has_promise ? std::string(metrics::word(f.state)) : "-",
                        word_or_dash(f.position), count(f.kept), count(f.due),
                        number(f.reliability, 1, 100), range(f.interval, 100),
                        number(f.target, 1, 100), number(f.own, 1), number(f.rival, 1),
                        number(f.relative_gap, 1), number(f.importance, 1, 100)});
    }
    return aligned(rows, 4);
}

std::string shown_yield(std::optional<double> share) {
    return share ? std::to_string(metrics::shown_of_hundred(*share)) : "-";
}

std::string measured(int measured, int of) {
    return std::to_string(measured) + " of " + std::to_string(of);
}

std::string journey_table(model::Room const& room, metrics::RoomFigures const& figures) {
    std::vector<TextRow> rows{
        {"journey", "title", "of 100 without a broken promise", "95 %", "measured", "peak-end"}};
    for (std::size_t i = 0; i < figures.journeys.size(); ++i) {
        metrics::JourneyFigures const& f = figures.journeys[i];
        rows.push_back({room.journeys[i].key, cut(room.journeys[i].title), shown_yield(f.rty),
                        range(f.interval, 100), measured(f.measured, f.of), number(f.peak_end, 2)});
    }
    return aligned(rows, 2);
}

std::string stage_table(model::Room const& room, metrics::RoomFigures const& figures) {
    std::vector<TextRow> rows{
        {"stage", "name", "of 100 without a broken promise", "measured", "weight %"}};
    for (std::size_t i = 0; i < figures.stages.size(); ++i) {
        metrics::StageFigures const& f = figures.stages[i];
        rows.push_back({room.stages[i].key, cut(room.stages[i].name), shown_yield(f.rty),
                        measured(f.measured, f.of), number(f.weight, 1)});
    }
    return aligned(rows, 2);
}

std::string asset_table(metrics::RoomFigures const& figures) {
    std::vector<TextRow> rows{
        {"period", "opening", "gained", "won back", "lost", "closing", "net", "off by"}};
    for (metrics::AssetFigures const& f : figures.asset) {
        rows.push_back({base::format_period(f.period), count(f.opening), count(f.gained),
                        count(f.won_back), count(f.lost), count(f.closing), count(f.net),
                        count(f.off_by)});
    }
    return aligned(rows, 1);
}

std::string totals_lines(metrics::Totals const& totals) {
    std::string text = "states:";
    for (int i = 0; i < 6; ++i) {
        text += (i == 0 ? " " : ", ") + std::to_string(totals.states[i]) + " " +
                std::string(metrics::word(static_cast<metrics::PromiseState>(i)));
    }
    text += "\npositions:";
    for (int i = 0; i < 3; ++i) {
        text += (i == 0 ? " " : ", ") + std::to_string(totals.positions[i]) + " " +
                std::string(metrics::word(static_cast<metrics::Position>(i)));
    }
    return text + "\nbroken promises: " + count(totals.broken_promises) +
           "\njourney index: " + number(totals.journey_index, 2) +
           "\nquality ratio: " + number(totals.quality_ratio, 3) + "\n";
}

}  // namespace

std::string figures_table(model::Room const& room, metrics::RoomFigures const& figures) {
    std::string const who =
        figures.persona ? room.at(figures.persona).key : std::string("everybody");
    std::string const period = figures.period == base::any_time
                                   ? std::string("no period")
                                   : base::format_period(figures.period);
    std::string text = cut(room.info.title) + ", " + period + ", " + who + "\n\n" +
                       touchpoint_table(room, figures) + "\n" + stage_table(room, figures) + "\n" +
                       journey_table(room, figures) + "\n";
    if (!figures.asset.empty()) text += asset_table(figures) + "\n";
    return text + totals_lines(figures.totals);
}

}  // namespace shell
