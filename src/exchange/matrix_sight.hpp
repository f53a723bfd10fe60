// What a label says behind the name of a lane about who sees it: "(visible)", "not seen by the
// customer". Must not know lanes. Used by matrix_words.cpp.
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

}  // namespace exchange
