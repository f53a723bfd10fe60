#include "exchange/log_time.hpp"

#include <array>
#include <cmath>

#include "base/date.hpp"
#include "exchange/text_rules.hpp"

namespace exchange {
namespace {

constexpr std::array<std::string_view, 12> month_names = {"jan", "feb", "mar", "apr", "may", "jun",
                                                          "jul", "aug", "sep", "oct", "nov", "dec"};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// A text that is taken from the left.
class Taker {
public:
    explicit Taker(std::string_view text) : m_rest(text) {}

    bool done() const { return m_rest.empty(); }
    char peek() const { return m_rest.empty() ? '\0' : m_rest.front(); }
    bool take(char c) {
        if (peek() != c || m_rest.empty()) return false;
        m_rest.remove_prefix(1);
        return true;
    }
    void skip_spaces() {
        while (take(' ')) {
        }
    }
    // A number of at least `least` and at most `most` digits.
    std::optional<int> number(std::size_t least, std::size_t most) {
        std::size_t count = 0;
        int value = 0;
        while (count < most && count < m_rest.size() && is_digit(m_rest[count]))
            value = value * 10 + (m_rest[count++] - '0');
        if (count < least) return std::nullopt;
        m_rest.remove_prefix(count);
        return value;
    }
    // Digits after the point, as microseconds.
    std::optional<int> fraction() {
        int value = 0;
        int unit = 100'000;
        std::size_t count = 0;
        for (; count < m_rest.size() && is_digit(m_rest[count]); ++count) {
            value += (m_rest[count] - '0') * unit;
            unit /= 10;
        }
        if (count == 0) return std::nullopt;
        m_rest.remove_prefix(count);
        return value;
    }
    std::optional<int> month_name() {
        for (std::size_t i = 0; i < month_names.size(); ++i) {
            if (m_rest.size() < 3) return std::nullopt;
            bool same = true;
            for (std::size_t c = 0; c < 3; ++c)
                same = same && (m_rest[c] | 0x20) == month_names[i][c];
            if (!same) continue;
            while (!m_rest.empty() &&
                   ((m_rest.front() | 0x20) >= 'a' && (m_rest.front() | 0x20) <= 'z'))
                m_rest.remove_prefix(1);
            return static_cast<int>(i) + 1;
        }
        return std::nullopt;
    }

private:
    std::string_view m_rest;
};

struct Clock {
    int year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0, micro = 0;
    std::optional<int> offset_s;  // as written
};

// "Z", "+01:00", "+0100", "+01"; true when there is none either.
bool take_offset(Taker& in, Clock& clock) {
    if (in.take('Z') || in.take('z')) {
        clock.offset_s = 0;
        return true;
    }
    if (in.peek() != '+' && in.peek() != '-') return true;
    int const sign = in.take('-') ? -1 : 1;
    if (sign > 0) in.take('+');
    auto const hours = in.number(2, 2);
    in.take(':');
    auto const minutes = in.done() ? std::optional(0) : in.number(2, 2);
    if (!hours || !minutes || *hours > 18 || *minutes > 59) return false;
    clock.offset_s = sign * (*hours * 3600 + *minutes * 60);
    return true;
}

bool take_time(Taker& in, Clock& clock) {
    auto const hour = in.number(1, 2);
    if (!hour || !in.take(':')) return false;
    auto const minute = in.number(2, 2);
    if (!minute) return false;
    clock.hour = *hour;
    clock.minute = *minute;
    if (in.take(':')) {
        auto const second = in.number(2, 2);
        if (!second) return false;
        clock.second = *second;
        if (in.take('.') || in.take(',')) {
            auto const micro = in.fraction();
            if (!micro) return false;
            clock.micro = *micro;
        }
    }
    in.skip_spaces();
    return take_offset(in, clock);
}

// Year first with - or / or nothing between, or day first with dots.
bool take_date(Taker& in, Clock& clock) {
    auto const first = in.number(1, 4);
    if (!first) return false;
    char const between = in.peek();
    if ((between != '-' && between != '/' && between != '.') || !in.take(between)) return false;
    bool const day_first = between == '.' && *first <= 31;
    // 3/4/2017 may be March or April: only a pattern tells.
    if (!day_first && *first < 1000) return false;
    auto const second = in.number(1, 2);
    if (!second || !in.take(between)) return false;
    auto const third = day_first ? in.number(4, 4) : in.number(1, 2);
    if (!third) return false;
    clock.year = day_first ? *third : *first;
    clock.month = *second;
    clock.day = day_first ? *first : *third;
    return true;
}

bool is_real(Clock const& c) {
    return c.year >= 1 && c.month >= 1 && c.month <= 12 && c.day >= 1 &&
           c.day <= base::days_in_month(c.year, c.month) && c.minute <= 59 && c.second <= 60 &&
           (c.hour <= 23 || (c.hour == 24 && c.minute == 0 && c.second == 0));
}

std::optional<Moment> moment_of(Clock const& c, TimeZone const& zone) {
    if (!is_real(c)) return std::nullopt;
    std::int64_t const days = base::to_date({c.year, c.month, c.day}).days;
    std::int64_t const local = days * 86400 + c.hour * 3600 + c.minute * 60 + c.second;
    std::int64_t const utc = c.offset_s ? local - *c.offset_s : zone.to_utc(local);
    return utc * second_us + c.micro;
}

// The letters of spreadsheets and Java as strptime's.
std::string as_percent(std::string_view pattern) {
    std::string out;
    for (std::size_t i = 0; i < pattern.size();) {
        char const c = pattern[i];
        std::size_t run = 1;
        while (i + run < pattern.size() && pattern[i + run] == c)
            ++run;
        i += run;
        switch (c) {
            case 'y':
            case 'Y':
                out += run <= 2 ? "%y" : "%Y";
                break;
            case 'M':
                out += run >= 3 ? "%b" : "%m";
                break;
            case 'd':
            case 'D':
                out += "%d";
                break;
            case 'H':
                out += "%H";
                break;
            case 'h':
                out += "%I";
                break;
            case 'm':
                out += "%M";
                break;
            case 's':
                out += "%S";
                break;
            case 'S':
                out += "%f";
                break;
            case 'a':
                out += "%p";
                break;
            case 'X':
            case 'x':
            case 'Z':
            case 'z':
                out += "%z";
                break;
            case '\'':
                break;  // quotes a literal letter
            default:
                out += std::string(run, c);
        }
    }
    return out;
}

bool take_field(Taker& in, char field, Clock& clock, std::optional<bool>& afternoon) {
    auto const set = [](std::optional<int> value, int& target) {
        if (value) target = *value;
        return value.has_value();
    };
    switch (field) {
        case 'Y':
            return set(in.number(4, 4), clock.year);
        case 'y': {
            auto const year = in.number(2, 2);
            if (year) clock.year = *year < 70 ? 2000 + *year : 1900 + *year;
            return year.has_value();
        }
        case 'm':
            return set(in.number(1, 2), clock.month);
        case 'b':
            return set(in.month_name(), clock.month);
        case 'd':
            return set(in.number(1, 2), clock.day);
        case 'H':
        case 'I':
            return set(in.number(1, 2), clock.hour);
        case 'M':
            return set(in.number(1, 2), clock.minute);
        case 'S':
            return set(in.number(1, 2), clock.second);
        case 'f':
            return set(in.fraction(), clock.micro);
        case 'p': {
            bool const pm = in.take('p') || in.take('P');
            if (!pm && !in.take('a') && !in.take('A')) return false;
            afternoon = pm;
            return in.take('m') || in.take('M');
        }
        case 'z':
            return take_offset(in, clock) && clock.offset_s;
        default:
            return false;
    }
}

}  // namespace

bool TimeReader::use_pattern(std::string_view pattern) {
    bool const percent = pattern.find('%') != std::string_view::npos;
    std::string const text = percent ? std::string(pattern) : as_percent(pattern);
    m_pattern.clear();
    bool day = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%' || i + 1 == text.size()) {
            m_pattern.push_back({0, text[i]});
            continue;
        }
        char field = text[++i];
        if (field == 'B' || field == 'h') field = 'b';
        if (field == 'T') {
            for (char const c : {'H', ':', 'M', ':', 'S'})
                m_pattern.push_back(c == ':' ? Part{0, ':'} : Part{c, 0});
            continue;
        }
        if (std::string_view("YymbdHIMSfpzs%").find(field) == std::string_view::npos) return false;
        m_pattern.push_back(field == '%' ? Part{0, '%'} : Part{field, 0});
        day = day || field == 'd' || field == 's';
    }
    return day;
}

std::optional<Moment> TimeReader::read(std::string_view text) const {
    return m_pattern.empty() ? read_usual(text) : read_pattern(text);
}

std::optional<Moment> TimeReader::read_usual(std::string_view text) const {
    Taker in(text);
    Clock clock;
    in.skip_spaces();
    if (!take_date(in, clock)) return std::nullopt;
    bool const time = in.take('T') || in.take('t') || in.peek() == ' ';
    in.skip_spaces();
    if (time && !in.done() && !take_time(in, clock)) return std::nullopt;
    if (!time && !take_offset(in, clock)) return std::nullopt;
    in.skip_spaces();
    if (!in.done()) {
        // "UTC" and nothing else.
        for (char const c : {'U', 'T', 'C'}) {
            if (!in.take(c)) return std::nullopt;
        }
        if (!in.done()) return std::nullopt;
        clock.offset_s = clock.offset_s.value_or(0);
    }
    return moment_of(clock, m_zone);
}

std::optional<Moment> TimeReader::read_pattern(std::string_view text) const {
    Taker in(text);
    Clock clock;
    std::optional<bool> afternoon;
    in.skip_spaces();
    for (Part const& part : m_pattern) {
        if (part.field == 's') {
            auto const seconds = parse_number(text);
            if (!seconds || std::abs(*seconds) > 4e11) return std::nullopt;
            return static_cast<Moment>(std::llround(*seconds * static_cast<double>(second_us)));
        }
        if (part.field == 0) {
            if (part.literal == ' ') {
                in.skip_spaces();
            } else if (!in.take(part.literal)) {
                return std::nullopt;
            }
        } else if (!take_field(in, part.field, clock, afternoon)) {
            return std::nullopt;
        }
    }
    in.skip_spaces();
    if (!in.done()) return std::nullopt;
    if (afternoon) {
        if (clock.hour < 1 || clock.hour > 12) return std::nullopt;
        clock.hour = clock.hour % 12 + (*afternoon ? 12 : 0);
    }
    return moment_of(clock, m_zone);
}

std::string moment_text(Moment moment) {
    std::int64_t seconds = moment / second_us;
    std::int64_t micro = moment % second_us;
    if (micro < 0) {
        micro += second_us;
        --seconds;
    }
    std::int64_t days = seconds / 86400;
    std::int64_t in_day = seconds % 86400;
    if (in_day < 0) {
        in_day += 86400;
        --days;
    }
    auto const two = [](std::int64_t value) {
        return (value < 10 ? "0" : "") + std::to_string(value);
    };
    std::string text = base::format_date({static_cast<std::int32_t>(days)}) + "T" +
                       two(in_day / 3600) + ":" + two(in_day / 60 % 60) + ":" + two(in_day % 60);
    if (micro != 0) {
        std::string digits = std::to_string(second_us + micro).substr(1);
        digits.erase(digits.find_last_not_of('0') + 1);
        text += "." + digits;
    }
    return text + "Z";
}

std::optional<Moment> parse_duration(std::string_view text) {
    if (text.size() < 2) return std::nullopt;
    double unit = 0;
    switch (text.back()) {
        case 's':
            unit = 1;
            break;
        case 'm':
            unit = 60;
            break;
        case 'h':
            unit = 3600;
            break;
        case 'd':
            unit = 86400;
            break;
        default:
            return std::nullopt;
    }
    auto const number = parse_number(text.substr(0, text.size() - 1));
    if (!number || *number < 0 || *number * unit > 1e11) return std::nullopt;
    return static_cast<Moment>(std::llround(*number * unit * static_cast<double>(second_us)));
}

}  // namespace exchange
