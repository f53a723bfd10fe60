// Lanes of quotes, feelings, pain points and ideas: what they hold, and whether feelings are words,
// or numbers that mean the same everywhere.
#include <algorithm>
#include <map>
#include <set>

#include "exchange/key_index.hpp"
#include "exchange/matrix_blanks.hpp"
#include "exchange/matrix_moods.hpp"
#include "exchange/matrix_reading.hpp"
#include "exchange/matrix_text.hpp"
#include "exchange/text_rules.hpp"

namespace exchange {
namespace {

// "+1", "−0,5" as well.
std::optional<double> feeling_in(std::string_view text) {
    constexpr std::string_view minus = "\u2212";
    std::string number(text);
    if (number.starts_with(minus)) number.replace(0, minus.size(), "-");
    if (number.starts_with('+')) number.erase(0, 1);
    std::replace(number.begin(), number.end(), ',', '.');
    auto const value = parse_number(number);
    return value && *value >= -2 && *value <= 2 ? value : std::nullopt;
}

// Without the marks of speech around it.
std::string spoken(std::string_view text) {
    constexpr std::array<std::string_view, 8> marks = {"\"", "“", "”", "„", "«", "»", "‘", "’"};
    for (bool more = true; more;) {
        more = false;
        text = trimmed(text);
        for (std::string_view const mark : marks) {
            if (text.size() <= 2 * mark.size()) continue;
            if (text.starts_with(mark)) {
                text.remove_prefix(mark.size());
                more = true;
            } else if (text.ends_with(mark) && mark != "’") {
                text.remove_suffix(mark.size());
                more = true;
            }
        }
    }
    return std::string(text);
}

template <typename Take>
void each_step(MatrixContent& content, Take take) {
    for (MatrixStage& stage : content.stages) {
        for (MatrixStep& step : stage.steps)
            take(step);
    }
}

// 1 to 2 may be the ends of any scale: below zero, or the label, says which it is.
bool is_known_scale(std::vector<MatrixVoice const*> const& voices, std::string_view lane) {
    bool below_zero =
        lane.find("-2") != std::string_view::npos || lane.find("\u22122") != std::string_view::npos;
    for (MatrixVoice const* voice : voices) {
        auto const value = feeling_in(voice->text);
        if (!value) return false;
        below_zero = below_zero || *value < 0;
    }
    return below_zero;
}

bool is_number_of_any_scale(std::string_view text) {
    std::string number(text);
    std::replace(number.begin(), number.end(), ',', '.');
    if (number.starts_with('+')) number.erase(0, 1);
    return feeling_in(text) || parse_number(number);
}

// Without the number before it and the colon that a template writes behind its labels.
std::string remark_label(std::string_view lane) {
    std::string label = on_one_line(lane);
    std::size_t const number = label.find_first_not_of("0123456789");
    bool const numbered = number > 0 && number + 1 < label.size() &&
                          (label[number] == '.' || label[number] == ')') &&
                          label[number + 1] == ' ';
    if (numbered) label.erase(0, number + 2);
    while (label.ends_with(':') || label.ends_with(' '))
        label.pop_back();
    return label;
}

void know_remark_lane(MatrixReading& reading, std::string const& lane) {
    auto& lanes = reading.content.remark_lanes;
    std::string label = remark_label(lane);
    if (std::find(lanes.begin(), lanes.end(), label) == lanes.end())
        lanes.push_back(std::move(label));
}

void add_remark(MatrixStep& step, MatrixVoice const& voice) {
    step.remarks.push_back(voice);
    step.remarks.back().lane = remark_label(voice.lane);
}

// The words are kept as they are; those of the table are a guess at a number as well.
void take_feelings_in_words(MatrixStep& step, std::set<std::string> const& in_words) {
    std::vector<MatrixVoice> numbers;
    for (MatrixVoice& voice : step.feelings) {
        if (!in_words.contains(voice.lane)) {
            numbers.push_back(std::move(voice));
            continue;
        }
        for (std::string const& text : cards_in(voice.text))
            add_remark(step, {on_one_line(text), 0, voice.lane, voice.place});
        auto const value = mood_in(voice.text);
        if (value) numbers.push_back({voice.text, *value, voice.lane, voice.place, true});
    }
    step.feelings = std::move(numbers);
}

}  // namespace

bool is_voice(LaneRole role) {
    return role == LaneRole::Quote || role == LaneRole::Feeling || role == LaneRole::Pain ||
           role == LaneRole::Opportunity;
}

bool read_voices(MatrixReading& reading, MatrixStep& step, LaneRole role, std::string const& lane,
                 SheetCell const& cell) {
    if (role == LaneRole::Feeling) {
        double const value = feeling_in(cell.text).value_or(0);
        step.feelings.push_back({cell.text, value, lane, cell.place});
        return count_cards(reading, 1, cell.place);
    }
    if (role == LaneRole::Pain) know_remark_lane(reading, lane);
    std::vector<std::string> const cards = cards_in(cell.text);
    for (std::string const& card : cards) {
        bool const said = role == LaneRole::Quote;
        MatrixVoice const voice{said ? spoken(card) : on_one_line(card), 0, lane, cell.place};
        if (voice.text.empty()) continue;
        if (role == LaneRole::Pain) {
            add_remark(step, voice);
        } else {
            (said ? step.quotes : step.ideas).push_back(voice);
        }
    }
    return count_cards(reading, cards.size(), cell.place);
}

void settle_feelings(MatrixReading& reading) {
    std::map<std::string, std::vector<MatrixVoice const*>> lanes;
    each_step(reading.content, [&](MatrixStep& step) {
        for (MatrixVoice const& voice : step.feelings)
            lanes[voice.lane].push_back(&voice);
    });
    std::set<std::string> known;
    std::set<std::string> in_words;
    for (auto const& [lane, voices] : lanes) {
        bool const numbers = std::all_of(voices.begin(), voices.end(), [](auto const* voice) {
            return is_number_of_any_scale(voice->text);
        });
        if (is_known_scale(voices, lane)) known.insert(lane);
        if (!numbers) in_words.insert(lane);
    }
    for (std::string const& lane : in_words)
        know_remark_lane(reading, lane);
    for (MatrixLane& lane : reading.content.lanes) {
        if (lane.role != LaneRole::Feeling || known.contains(lane.label)) continue;
        lane.in_words = in_words.contains(lane.label);
        if (lane.in_words) continue;
        lane.left_out = true;
        report_left_out(reading, lane);
    }
    each_step(reading.content, [&](MatrixStep& step) {
        std::erase_if(step.feelings, [&](MatrixVoice const& voice) {
            return !known.contains(voice.lane) && !in_words.contains(voice.lane);
        });
        take_feelings_in_words(step, in_words);
    });
}

}  // namespace exchange
