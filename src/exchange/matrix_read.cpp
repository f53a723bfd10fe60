// Finds out which form a matrix has, and reads it.
#include <algorithm>

#include "exchange/csv_reader.hpp"
#include "exchange/matrix_blanks.hpp"
#include "exchange/matrix_reading.hpp"
#include "exchange/matrix_text.hpp"
#include "exchange/text_rules.hpp"

namespace exchange {
namespace {

constexpr std::size_t max_grid_rows = 5000;
constexpr std::size_t header_rows_looked_at = 20;

constexpr std::string_view known_lanes =
    "lanes are Physical evidence, Customer actions, Frontstage, Technology, Backstage, Support "
    "processes, Policy, Employee experience and Thoughts, in English, French, German, Spanish, "
    "Dutch or Italian";

// As it is written behind --lane: whole, for it is copied.
std::string by_hand(std::string_view label, std::string_view role) {
    return '"' + on_one_line(label) + '=' + std::string(role) + '"';
}

std::optional<std::size_t> long_header(Sheet const& sheet) {
    for (std::size_t i = 0; i < std::min(sheet.rows.size(), header_rows_looked_at); ++i) {
        if (long_columns(sheet.rows[i])) return i;
    }
    return std::nullopt;
}

// The first names in the leftmost column, so that the user sees what was looked at.
std::vector<SheetCell const*> first_labels(Sheet const& sheet) {
    constexpr std::size_t most_labels = 4;
    std::size_t leftmost = max_matrix_columns;
    for (SheetRow const& row : sheet.rows)
        leftmost = std::min(leftmost, row.cells.front().column);
    std::vector<SheetCell const*> labels;
    for (SheetRow const& row : sheet.rows) {
        SheetCell const* const label = row.at(leftmost);
        if (label != nullptr && labels.size() < most_labels) labels.push_back(label);
    }
    return labels;
}

std::string listed(std::vector<SheetCell const*> const& cells) {
    std::string list;
    for (SheetCell const* cell : cells)
        list += (list.empty() ? "" : ", ") + in_quotes(cell->text);
    return list;
}

void report_no_lanes(MatrixReading& reading, Sheet const& sheet) {
    std::vector<SheetCell const*> const seen = first_labels(sheet);
    SheetCell const& first = *seen.front();
    reading.error(first.place,
                  "no lane is recognised, neither down the first column (" + listed(seen) +
                      ") nor across a row; " + std::string(known_lanes) +
                      "; call them so in the table, or say which lane each name is: --lane " +
                      by_hand(first.text, "backstage") + " (roles: " + role_names() +
                      "); a table with a row a card needs the headers phase, step, lane, text");
}

// The texts above the lanes' names, which are no part of a transposed table.
std::string title_above(Sheet const& sheet, std::size_t header, LaneRoles const& roles) {
    for (std::size_t i = 0; i < header; ++i) {
        auto const& cells = sheet.rows[i].cells;
        auto const role = roles.of(cells.front().text);
        if (cells.size() == 1 && role != LaneRole::Lens) return title_in(cells.front().text);
        if (cells.size() > 1 && role == LaneRole::Title) return title_behind(cells[0], &cells[1]);
    }
    return {};
}

void read_transposed(MatrixReading& reading, Sheet const& sheet, std::size_t labels) {
    reading.content.title = title_above(sheet, labels, reading.roles);
    bool ragged = false;
    for (std::size_t i = labels + 1; i < sheet.rows.size(); ++i) {
        SheetCell const& last = sheet.rows[i].cells.back();
        if (last.column < sheet.rows[labels].width) continue;
        ragged = true;
        refuse_beyond(reading, last, "lanes");
    }
    if (ragged) return;
    read_grid(reading, turned(grid_of(sheet, labels)), 0);
}

bool names_lane(SheetCell const* cell, LaneRoles const& roles) {
    auto const role = cell != nullptr ? roles.plainly(cell->text) : std::nullopt;
    return role && (blueprint_lane(*role) || *role == LaneRole::Thought ||
                    *role == LaneRole::Touchpoint || is_voice(*role));
}

// "phase, step, text": a row a card, but whose lane it is nobody says. Names of lanes beside the
// first header or below it make it a matrix.
bool refuse_short_header(MatrixReading& reading, Sheet const& sheet) {
    SheetRow const& header = sheet.rows.front();
    std::string_view const missing = missing_long_column(header);
    if (missing.empty() || sheet.rows.size() < 2 || reading.request.form) return false;
    std::size_t const first = header.cells.front().column;
    LaneRoles const& roles = reading.roles;
    bool const matrix =
        std::any_of(header.cells.begin(), header.cells.end(),
                    [&](SheetCell const& cell) {
                        return names_lane(&cell, roles) || roles.by_hand(cell.text);
                    }) ||
        std::any_of(sheet.rows.begin() + 1, sheet.rows.end(),
                    [&](SheetRow const& row) { return names_lane(row.at(first), roles); });
    if (matrix) return false;
    reading.error(header.cells.front().place,
                  "these are headers of a table with a row a card, but none of them is " +
                      in_quotes(missing) +
                      (missing == "lane" ? "; give each card its lane in a column of that name "
                                           "(Customer actions, Frontstage, Backstage, ...)"
                                         : "; write what each card says in a column of that name"));
    return true;
}

// As its corner says; a form that is asked for is read as asked.
bool read_framed(MatrixReading& reading, Sheet const& sheet) {
    auto const frame = find_frame(sheet, reading.roles);
    if (!frame || reading.request.form.value_or(frame->form) != frame->form) return false;
    reading.framed = true;
    reading.content.form = frame->form;
    if (frame->form == MatrixForm::Wide) {
        read_grid(reading, grid_of(sheet, 0), 0);
    } else {
        read_transposed(reading, sheet, frame->row);
    }
    return true;
}

bool too_many_rows(MatrixReading& reading, Sheet const& sheet) {
    if (sheet.rows.size() <= max_grid_rows) return false;
    reading.error(sheet.rows[max_grid_rows].place,
                  "more than 5 000 rows, and no headers of the long form (phase, step, lane, "
                  "text); a matrix has a row a lane or a row a step");
    return true;
}

void read_form(MatrixReading& reading, Sheet const& sheet) {
    MatrixRequest const& request = reading.request;
    if (refuse_short_header(reading, sheet)) return;
    if (sheet.rows.size() <= max_grid_rows && read_framed(reading, sheet)) return;
    auto const header = long_header(sheet);
    if (request.form == MatrixForm::Long && !header) {
        reading.error(sheet.rows.front().place,
                      "the long form needs a row of headers with lane, text and step (or phase)");
        return;
    }
    if (header && request.form.value_or(MatrixForm::Long) == MatrixForm::Long) {
        reading.content.form = MatrixForm::Long;
        read_long(reading, sheet, *header);
        return;
    }
    if (too_many_rows(reading, sheet)) return;
    LabelLine const down = label_column(sheet, reading.roles);
    LabelLine const across = label_row(sheet, reading.roles);
    if (down.carried + across.carried == 0) return report_no_lanes(reading, sheet);
    MatrixForm const seen = names_more(across, down) ? MatrixForm::Transposed : MatrixForm::Wide;
    reading.content.form = request.form.value_or(seen);
    if (reading.content.form == MatrixForm::Wide) {
        read_grid(reading, grid_of(sheet, 0), down.index);
    } else {
        read_transposed(reading, sheet, across.index);
    }
}

// Several cells may have become one text.
void check_lengths(MatrixReading& reading) {
    auto const check = [&](std::size_t bytes, Place place) {
        if (bytes <= max_csv_field_bytes) return;
        reading.error(place, "the texts of this step are longer than 4 kB together; shorten them");
    };
    for (MatrixStage const& stage : reading.content.stages) {
        for (MatrixStep const& step : stage.steps) {
            check(step.action.size(), step.place);
            std::size_t thought = step.thought.size();
            for (MatrixVoice const& remark : step.remarks)
                thought += remark.lane.size() + remark.text.size() + 3;
            check(thought, step.place);
        }
    }
}

void check_by_hand(MatrixReading& reading, Sheet const& sheet) {
    for (auto const& [label, role] : reading.request.lanes) {
        std::string const folded = folded_label(label);
        bool const used =
            std::any_of(sheet.rows.begin(), sheet.rows.end(), [&](SheetRow const& row) {
                return std::any_of(row.cells.begin(), row.cells.end(), [&](SheetCell const& cell) {
                    return cell.text.size() < 256 && folded_label(cell.text) == folded;
                });
            });
        if (!used) {
            reading.warning({1, 1}, "no cell of the file says " + in_quotes(label) +
                                        ", which --lane maps by hand; its first names are " +
                                        listed(first_labels(sheet)));
        }
    }
}

}  // namespace

bool count_cards(MatrixReading& reading, std::size_t count, Place place) {
    reading.cards += count;
    if (reading.cards <= max_matrix_cards) return true;
    reading.error(place, "more than 20 000 cards; split the journey into several");
    return false;
}

bool count_step(MatrixReading& reading, Place place) {
    if (++reading.steps <= max_matrix_steps) return true;
    reading.error(place, "more than 1 000 steps; split the journey into several");
    return false;
}

bool says_something(MatrixReading& reading, SheetCell const& cell) {
    if (is_sheet_error(cell.text)) {
        reading.error(cell.place, in_quotes(cell.text) +
                                      " is a formula of the spreadsheet that failed; mend it "
                                      "there, or empty the cell, and save the file again");
        return false;
    }
    if (!is_blank_word(cell.text)) return true;
    auto& blanks = reading.content.blanks;
    auto const known = std::find_if(blanks.begin(), blanks.end(), [&](MatrixBlank const& blank) {
        return blank.word == cell.text;
    });
    if (known == blanks.end()) {
        blanks.push_back({cell.text, 1});
    } else {
        ++known->count;
    }
    return false;
}

std::string text_in(MatrixReading& reading, SheetCell const& cell) {
    return says_something(reading, cell) ? without_word_guard(cell.text) : std::string();
}

std::string name_in(MatrixReading& reading, SheetCell const* cell) {
    if (cell == nullptr) return {};
    // A step may be called "tbd": its column is there.
    if (is_sheet_error(cell->text)) return text_in(reading, *cell);
    return on_one_line(without_word_guard(cell->text));
}

void report_unknown_lane(MatrixReading& reading, std::string_view label, Place place) {
    std::string const near = nearest_lane_word(label);
    std::string text = in_quotes(label) + " is no lane that is known";
    if (!near.empty()) text += "; the nearest is " + near;
    // Once: a table of unknown names has many of them.
    bool const first = reading.problems.error_count() == 0;
    if (first) text += "; " + std::string(known_lanes);
    text += "; map it by hand with --lane " + by_hand(label, "backstage") +
            " or leave it out with --lane " + by_hand(label, "none");
    reading.error(place, std::move(text));
}

void refuse_beyond(MatrixReading& reading, SheetCell const& cell, std::string_view names) {
    reading.error(cell.place, "this row has more cells than there are " + std::string(names) +
                                  ", and " + in_quotes(cell.text) +
                                  " stands behind the last; put texts that hold the separator in "
                                  "double quotes, or give the column a name");
}

std::string why_left_out(LaneRole role) {
    switch (role) {
        case LaneRole::Feeling:
            return "feelings are read in words, or as numbers from -2 to 2, some below 0 "
                   "(emotions.csv)";
        case LaneRole::Channel:
            return "channels belong to touchpoints (touchpoints.csv)";
        case LaneRole::Measure:
            return "measures come as observations and scores, waits from the long form's column "
                   "wait_minutes";
        case LaneRole::Marking:
            return "fail points are marked in the long form's column fail_point, moments of truth "
                   "in touchpoints.csv";
        case LaneRole::Note:
            return "a journey has no place for remarks";
        case LaneRole::Lens:
            return "it says whom and what the journey is for, not what happens at a step";
        case LaneRole::Total:
            return "a total sums up the other rows";
        case LaneRole::Owner:
            return "owners are read from the long form's column team";
        default:
            return {};
    }
}

void report_left_out(MatrixReading& reading, MatrixLane const& lane) {
    std::string const why = why_left_out(lane.role);
    if (why.empty() || lane.texts == 0) return;
    reading.warning(lane.place, in_quotes(lane.label) + " is left out (" +
                                    std::to_string(lane.texts) +
                                    (lane.texts == 1 ? " text): " : " texts): ") + why +
                                    "; to read it all the same, name a lane for it, as in --lane " +
                                    by_hand(lane.label, "thought"));
}

MatrixContent read_matrix(Problems& problems, FileTag tag, MatrixRequest const& request) {
    LaneRoles const roles(request.lanes);
    MatrixReading reading{problems, tag, request, roles, {}, 0, 0, false};
    Sheet const sheet = read_sheet(problems, tag, {request.bytes, request.delimiter});
    reading.content.delimiter = sheet.delimiter;
    if (problems.error_count() > 0) return std::move(reading.content);
    if (sheet.rows.empty()) {
        reading.error({1, 1}, "the file is empty; it should hold a matrix of lanes and steps");
        return std::move(reading.content);
    }
    check_by_hand(reading, sheet);
    read_form(reading, sheet);
    settle_feelings(reading);
    check_lengths(reading);
    bool const nothing = reading.content.stages.empty() && problems.error_count() == 0;
    if (nothing) {
        reading.error(sheet.rows.front().place,
                      "no phase and no step is found; write the steps beside each other above "
                      "the lanes (wide), below each other beside them (transposed), or in the "
                      "column step (long)");
    }
    return std::move(reading.content);
}

}  // namespace exchange
