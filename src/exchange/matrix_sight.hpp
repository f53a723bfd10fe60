// What a label says behind the name of a lane about who sees it: "(visible)", "not seen by the
// customer". Must not know lanes. Used by matrix_words.cpp and
// matrix_lane_grammar.cpp.
#pragma once

#include <string_view>

namespace exchange {

enum class Sight {
    Unsaid,
    Seen,
    Hidden,
    Both  // "visible or not"
};

// Of a text in English, French or German, however it is spelt.
Sight sight_in(std::string_view text);

// A word (lower case, without accents) that sight_in listens to.
bool tells_sight(std::string_view word);

}  // namespace exchange
