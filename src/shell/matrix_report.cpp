#include "shell/matrix_report.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "exchange/text_rules.hpp"
#include "shell/verb_rows.hpp"

namespace shell {
namespace {

using exchange::LaneRole;
using exchange::MatrixChange;
using exchange::MatrixFate;

constexpr std::size_t most_changes = 400;
constexpr std::size_t most_label = 40;

constexpr std::array<std::string_view, exchange::matrix_fate_count> fate_names = {
    "kept", "changed", "moved", "new", "removed"};

std::string padded(std::string text, std::size_t width) {
    std::size_t const length = base::count_code_points(text);
    if (length < width) text.append(width - length, ' ');
    return text;
}

std::string right(std::string const& text, std::size_t width) {
    return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

std::string separator_name(char delimiter) {
    switch (delimiter) {
        case ';':
            return "semicolons";
        case '\t':
            return "tabs";
        case '|':
            return "bars";
        default:
            return "commas";
    }
}

std::string form_name(exchange::MatrixForm form) {
    switch (form) {
        case exchange::MatrixForm::Wide:
            return "wide (lanes down, steps across)";
        case exchange::MatrixForm::Transposed:
            return "transposed (steps down, lanes across)";
        case exchange::MatrixForm::Long:
            return "long (a row a card)";
    }
    return {};
}

std::string role_text(exchange::MatrixLane const& lane) {
    LaneRole const role = lane.role;
    std::string const why = exchange::why_left_out(role);
    std::string left_out = why.empty() ? "left out" : "left out: " + why;
    if (lane.left_out) return left_out;
    if (exchange::blueprint_lane(role)) return std::string(exchange::lane_title(role));
    switch (role) {
        case LaneRole::Thought:
            return "Thoughts (what the customer thinks at the step)";
        case LaneRole::Touchpoint:
            return "touchpoints of the room, placed at their steps";
        case LaneRole::Line:
            return "a line of the blueprint, which the wall draws by itself";
        case LaneRole::Quote:
            return "quotes of the touchpoint at the step";
        case LaneRole::Pain:
            return "text at the step, with the thoughts";
        case LaneRole::Opportunity:
            return "ideas: initiatives of the room";
        case LaneRole::Feeling:
            if (lane.in_words)
                return "text at the step, with the thoughts; words that are known also as assumed "
                       "feelings (-2 to 2) of its touchpoint";
            return "feelings (-2 to 2, assumed) of the touchpoint at the step";
        case LaneRole::Goal:
            return "goals of the stages";
        case LaneRole::StageNumber:
            return "which stages of one name are others";
        case LaneRole::Numbering:
        case LaneRole::Lens:
        case LaneRole::Title:
        case LaneRole::Total:
            return "not part of the matrix";
        case LaneRole::Phase:
            return "the stages";
        case LaneRole::Step:
            return "the steps";
        default:
            return left_out;
    }
}

std::string counts_line(std::string const& thing, exchange::MatrixCounts const& counts) {
    std::string line = "  " + padded(thing, 8);
    for (std::size_t i = 0; i < counts.size(); ++i)
        line += right(std::to_string(counts[i]), fate_names[i].size() + 3);
    return line + "\n";
}

std::string thing_name(MatrixChange::Thing thing) {
    switch (thing) {
        case MatrixChange::Thing::Journey:
            return "journey";
        case MatrixChange::Thing::Stage:
            return "stage";
        case MatrixChange::Thing::Step:
            return "step";
        case MatrixChange::Thing::Card:
            return "card";
        case MatrixChange::Thing::Link:
            return "link";
        case MatrixChange::Thing::Touchpoint:
            return "touchpoint";
        case MatrixChange::Thing::Initiative:
            return "initiative";
    }
    return {};
}

std::string change_line(MatrixChange const& change) {
    std::string line = "  " + padded(thing_name(change.thing) + " ", 6) +
                       padded(std::string(fate_names[static_cast<std::size_t>(change.fate)]), 9);
    if (change.thing == MatrixChange::Thing::Link) return line + change.after + "\n";
    if (!change.place.empty()) line += change.place + ": ";
    if (change.fate == MatrixFate::Removed) {
        line += exchange::in_quotes(change.before);
    } else {
        if (!change.before.empty() && change.before != change.after)
            line += exchange::in_quotes(change.before) + " -> ";
        line += exchange::in_quotes(change.after);
    }
    line += "  [" + change.key + "]";
    if (change.links_lost > 0) line += " and " + count_of(change.links_lost, "link");
    line += "\n";
    for (exchange::MatrixFieldChange const& field : change.fields)
        line += "         " + field.field + " " + field.before + " -> " + field.after + "\n";
    return line;
}

std::size_t total(exchange::MatrixCounts const& counts) {
    std::size_t sum = 0;
    for (std::size_t const count : counts)
        sum += count;
    return sum - counts[static_cast<std::size_t>(MatrixFate::Removed)];
}

std::string counted(exchange::MatrixCounts const& counts, std::string const& thing) {
    std::string text;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] == 0) continue;
        text += (text.empty() ? "" : ", ") + std::to_string(counts[i]) + " " +
                std::string(fate_names[i]);
    }
    std::string const sum = count_of(total(counts), thing);
    return text.empty() ? sum : sum + " (" + text + ")";
}

}  // namespace

std::string matrix_form_text(exchange::MatrixContent const& content) {
    std::size_t steps = 0;
    std::size_t cards = 0;
    for (exchange::MatrixStage const& stage : content.stages) {
        steps += stage.steps.size();
        for (exchange::MatrixStep const& step : stage.steps)
            cards += step.cards.size();
    }
    return form_name(content.form) + ", separated by " + separator_name(content.delimiter) + ": " +
           count_of(content.stages.size(), "stage") + ", " + count_of(steps, "step") + ", " +
           count_of(cards, "card");
}

std::string matrix_lanes_text(exchange::MatrixContent const& content) {
    std::size_t width = 9;
    for (exchange::MatrixLane const& lane : content.lanes) {
        width = std::max(width, std::min(most_label, base::count_code_points(lane.label)));
    }
    std::string text;
    for (exchange::MatrixLane const& lane : content.lanes) {
        std::string const name = lane.label.empty() ? "(no name)" : lane.label;
        std::string label(base::first_code_points(name, most_label));
        std::replace(label.begin(), label.end(), '\n', ' ');
        text += "  " + padded(std::move(label), width) + "  -> " + role_text(lane) + "\n";
    }
    return text;
}

std::string matrix_blanks_text(exchange::MatrixContent const& content) {
    constexpr std::size_t most_words = 12;
    std::string text;
    std::size_t cells = 0;
    for (std::size_t i = 0; i < content.blanks.size(); ++i) {
        exchange::MatrixBlank const& blank = content.blanks[i];
        cells += blank.count;
        if (i >= most_words) continue;
        text += (text.empty() ? "" : ", ") + exchange::in_quotes(blank.word);
        if (blank.count > 1) text += " (" + std::to_string(blank.count) + " times)";
    }
    if (content.blanks.size() > most_words) text += ", ...";
    return text.empty() ? text : "Read as empty (" + count_of(cells, "cell") + "): " + text + "\n";
}

std::string matrix_changes_text(exchange::MatrixOutcome const& outcome) {
    std::string text = "  " + padded("", 8);
    for (std::string_view const name : fate_names)
        text += "   " + std::string(name);
    text += "\n" + counts_line("stages", outcome.stages) + counts_line("steps", outcome.steps) +
            counts_line("cards", outcome.cards);
    if (outcome.links_new + outcome.links_removed > 0) {
        text += "  links      " + std::to_string(outcome.links_new) + " new, " +
                std::to_string(outcome.links_removed) + " removed\n";
    }
    if (outcome.placements_new > 0) {
        text += "  touchpoints " + std::to_string(outcome.touchpoints_new) + " new, " +
                std::to_string(outcome.placements_new) + " placed at a step\n";
    }
    if (outcome.quotes_new + outcome.feelings_set > 0) {
        text += "  " + count_of(outcome.quotes_new, "quote") + " new, " +
                count_of(outcome.feelings_set, "feeling") + " set\n";
    }
    if (outcome.ideas_new > 0)
        text += "  " + count_of(outcome.ideas_new, "idea") + " new, as initiatives\n";
    return text + matrix_change_lines(outcome);
}

std::string matrix_change_lines(exchange::MatrixOutcome const& outcome) {
    std::string text;
    std::size_t const listed = std::min(most_changes, outcome.changes.size());
    for (std::size_t i = 0; i < listed; ++i)
        text += change_line(outcome.changes[i]);
    if (listed < outcome.changes.size())
        text += "  and " + count_of(outcome.changes.size() - listed, "further change") + "\n";
    return text;
}

std::string matrix_summary(exchange::MatrixOutcome const& outcome) {
    std::string text = counted(outcome.stages, "stage") + ", " + counted(outcome.steps, "step") +
                       ", " + counted(outcome.cards, "card");
    if (outcome.placements_new > 0)
        text += ", " + count_of(outcome.placements_new, "touchpoint") + " placed (" +
                std::to_string(outcome.touchpoints_new) + " new)";
    if (outcome.quotes_new > 0) text += ", " + count_of(outcome.quotes_new, "quote");
    if (outcome.feelings_set > 0) text += ", " + count_of(outcome.feelings_set, "feeling");
    if (outcome.ideas_new > 0) text += ", " + count_of(outcome.ideas_new, "idea");
    return text;
}

}  // namespace shell
