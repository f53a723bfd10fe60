// Lines and columns of many offsets in one text without walking it from the start for each.
// Must not know formats. Used by json_file.cpp, where a hostile file may hold 200,000 problems.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "exchange/text_rules.hpp"

namespace exchange {

class PlaceFinder {
public:
    // `bytes` must outlive the finder.
    explicit PlaceFinder(std::string_view bytes);

    // As place_of(bytes, offset).
    Place place(std::size_t offset) const;

private:
    std::string_view m_bytes;
    std::vector<Place> m_marks;  // the place of every 4096th byte
};

}  // namespace exchange
