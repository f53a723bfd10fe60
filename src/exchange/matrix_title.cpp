// The title of a journey in the texts above its table: what names the journey, not who acts in it,
// when it was drawn or what somebody remarked.
#include <algorithm>

#include "base/utf8.hpp"
#include "exchange/matrix_grid.hpp"
#include "exchange/matrix_text.hpp"

namespace exchange {
namespace {

bool is_of_something_else(LaneRole role) {
    return role == LaneRole::Owner || role == LaneRole::Lens || role == LaneRole::Note ||
           role == LaneRole::Total || role == LaneRole::Numbering || role == LaneRole::Line ||
           role == LaneRole::StageNumber;
}

// "12.03.2024", "v1.2", "Q3 2024".
bool is_date_or_version(std::string_view text) {
    constexpr std::size_t least_letters = 3;
    std::size_t letters = 0;
    bool digits = false;
    std::string const folded = ascii_folded(text);
    for (std::size_t at = 0; at < folded.size();) {
        char32_t const c = base::next_code_point(folded, at);
        bool const digit = c >= '0' && c <= '9';
        digits = digits || digit;
        if (!digit && c != ' ') ++letters;
    }
    return digits && letters < least_letters;
}

}  // namespace

// "Customer journey: Moving", not "Customer: Jo".
bool names_a_journey(std::string_view label) {
    constexpr std::array<std::string_view, 6> words = {"journey", "reise", "parcours",
                                                       "map",     "carte", "blueprint"};
    std::string const folded = ascii_folded(label);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return folded.find(word) != std::string::npos;
    });
}

std::string title_in(std::string_view text) {
    for (std::string_view const separator : {":", " - ", "–", "—"}) {
        std::size_t const at = text.find(separator);
        if (at == std::string_view::npos) continue;
        std::string_view const before = text.substr(0, at);
        auto const role = lane_role(before);
        if (!role) continue;
        bool const general = role == LaneRole::Title || names_a_journey(before);
        return general ? on_one_line(text.substr(at + separator.size())) : std::string();
    }
    auto const role = lane_role(text);
    bool const general = role == LaneRole::Title || role == LaneRole::Customer;
    bool const other = (role && is_of_something_else(*role)) || is_date_or_version(text);
    return general || other ? std::string() : on_one_line(text);
}

std::string title_behind(SheetCell const& label, SheetCell const* beside) {
    std::string const own = title_in(label.text);
    return !own.empty() || beside == nullptr ? own : title_in(beside->text);
}

std::string untitled_journey(std::string_view key) {
    return "Untitled journey (" + std::string(key) + ")";
}

}  // namespace exchange
