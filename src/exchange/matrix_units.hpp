// Units of time beside waits: in a cell ("2 h", "3 Tage") or in a header ("Wait (min)", "Wartezeit
// in Stunden"). Must not know columns or rows. Used by the readers of matrices.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace exchange {

// "2,5", "90 min", "3 days" in minutes; a number alone is counted in `minutes_each`.
std::optional<double> minutes_in(std::string number, double minutes_each);

// "1.440" is 1440 to some and 1.44 to others: both, written so that there is no doubt. Nothing for
// a number that can be read in one way only.
struct TwoReadings {
    std::string thousands;
    std::string decimal;
};
std::optional<TwoReadings> two_readings(std::string_view text);

// A header without its unit: "Wait (min)" is Wait, in 1 minute.
struct TimedName {
    std::string name;
    double minutes_each = 1;
};
std::optional<TimedName> timed_name(std::string_view header);

// "Text (English)" is Text; empty where nothing stands in brackets, or nothing before them.
std::string_view before_bracket(std::string_view header);

}  // namespace exchange
