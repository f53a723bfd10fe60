#include "exchange/matrix_units.hpp"

#include <algorithm>
#include <array>

#include "exchange/matrix_text.hpp"
#include "exchange/text_rules.hpp"

namespace exchange {
namespace {

struct TimeUnit {
    std::string_view words;  // folded, parted by blanks
    double minutes = 1;
};
constexpr std::array<TimeUnit, 5> time_units = {{
    {" s sec secs second seconds seconde secondes sek sekunde sekunden ", 1.0 / 60},
    {" min mins minute minutes minuten mn m ", 1},
    {" h hr hrs hour hours heure heures std stunde stunden ", 60},
    {" d day days jour jours j tag tage tagen ", 24 * 60},
    {" w wk wks week weeks semaine semaines sem woche wochen ", 7 * 24 * 60},
}};

std::optional<double> minutes_of_unit(std::string_view folded) {
    for (std::string_view const before : {"in ", "en "}) {
        if (folded.starts_with(before)) folded.remove_prefix(before.size());
    }
    if (folded.empty() || folded.find(' ') != std::string_view::npos) return std::nullopt;
    std::string const word = " " + std::string(folded) + " ";
    for (TimeUnit const& each : time_units) {
        if (each.words.find(word) != std::string_view::npos) return each.minutes;
    }
    return std::nullopt;
}

}  // namespace

std::optional<double> minutes_in(std::string number, double minutes_each) {
    std::replace(number.begin(), number.end(), ',', '.');
    std::size_t const end = std::min(number.find_first_not_of("0123456789.+-eE"), number.size());
    auto const value = parse_number(trimmed(std::string_view(number).substr(0, end)));
    if (!value) return std::nullopt;
    if (end == number.size()) return *value * minutes_each;
    auto const unit = minutes_of_unit(ascii_folded(std::string_view(number).substr(end)));
    return unit ? std::optional(*value * *unit) : std::nullopt;
}

std::optional<TwoReadings> two_readings(std::string_view text) {
    constexpr std::string_view digits = "0123456789";
    constexpr std::size_t group = 3;
    text = trimmed(text);
    std::size_t const sign = text.starts_with('+') || text.starts_with('-') ? 1 : 0;
    std::size_t const mark = std::min(text.find_first_not_of(digits, sign), text.size());
    if (mark == sign || mark > sign + group || text[sign] == '0' || mark == text.size())
        return std::nullopt;
    if (text[mark] != '.' && text[mark] != ',') return std::nullopt;
    std::size_t const end = std::min(text.find_first_not_of(digits, mark + 1), text.size());
    bool const more = end < text.size() && std::string_view(".,eE").find(text[end]) != text.npos;
    if (end != mark + 1 + group || more) return std::nullopt;
    std::string const whole(text.substr(0, mark));
    std::string part(text.substr(mark + 1, group));
    std::string const unit(text.substr(end));
    TwoReadings both{whole + part + unit, {}};
    if (part.back() != '0') {
        part += '0';  // four digits are no thousands
    } else {
        part.erase(part.find_last_not_of('0') + 1);
    }
    both.decimal = whole + (part.empty() ? "" : "." + part) + unit;
    return both;
}

std::string_view before_bracket(std::string_view header) {
    std::size_t const bracket = header.find_first_of("([");
    if (bracket == std::string_view::npos) return {};
    return trimmed(header.substr(0, bracket));
}

std::optional<TimedName> timed_name(std::string_view header) {
    std::string_view const name = before_bracket(header);
    if (!name.empty()) {
        std::string_view const inside = header.substr(header.find_first_of("([") + 1);
        auto const unit = minutes_of_unit(ascii_folded(inside));
        return unit ? std::optional(TimedName{std::string(name), *unit}) : std::nullopt;
    }
    std::string const folded = ascii_folded(header);
    std::size_t const blank = folded.rfind(' ');
    if (blank == std::string::npos) return std::nullopt;
    auto const unit = minutes_of_unit(std::string_view(folded).substr(blank + 1));
    if (!unit) return std::nullopt;
    std::string rest = folded.substr(0, blank);
    for (std::string_view const before : {" in", " en"}) {
        if (rest.ends_with(before)) rest.erase(rest.size() - before.size());
    }
    return TimedName{std::move(rest), *unit};
}

}  // namespace exchange
