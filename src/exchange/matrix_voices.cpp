// Lanes of quotes and of feelings: what they hold, and whether feelings are numbers that mean the
// same everywhere.
#include <algorithm>
#include <map>
#include <set>

#include "exchange/key_index.hpp"
#include "exchange/matrix_blanks.hpp"
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

}  // namespace

bool read_voices(MatrixReading& reading, MatrixStep& step, LaneRole role, std::string const& lane,
                 SheetCell const& cell) {
    if (role == LaneRole::Feeling) {
        double const value = feeling_in(cell.text).value_or(0);
        step.feelings.push_back({cell.text, value, lane, cell.place});
        return count_cards(reading, 1, cell.place);
    }
    std::vector<std::string> const cards = cards_in(cell.text);
    for (std::string const& card : cards) {
        std::string const text = spoken(card);
        if (!text.empty()) step.quotes.push_back({text, 0, lane, cell.place});
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
    for (auto const& [lane, voices] : lanes) {
        if (is_known_scale(voices, lane)) known.insert(lane);
    }
    for (MatrixLane& lane : reading.content.lanes) {
        if (lane.role != LaneRole::Feeling || known.contains(lane.label)) continue;
        lane.left_out = true;
        report_left_out(reading, lane);
    }
    each_step(reading.content, [&](MatrixStep& step) {
        std::erase_if(step.feelings,
                      [&](MatrixVoice const& voice) { return !known.contains(voice.lane); });
    });
}

}  // namespace exchange
