#include "exchange/place_finder.hpp"

#include <algorithm>

namespace exchange {
namespace {

constexpr std::size_t mark_distance = 4096;

bool continues_code_point(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

Place moved_over(Place place, std::string_view bytes) {
    for (char const c : bytes) {
        if (c == '\n') {
            ++place.line;
            place.column = 1;
        } else if (!continues_code_point(c)) {
            ++place.column;
        }
    }
    return place;
}

}  // namespace

PlaceFinder::PlaceFinder(std::string_view bytes) : m_bytes(bytes) {
    // A byte order mark is one code point that is not counted.
    bool const marked = without_byte_order_mark(bytes).size() < bytes.size();
    Place place{1, marked ? 0 : 1};
    for (std::size_t offset = 0; offset <= bytes.size(); offset += mark_distance) {
        m_marks.push_back(place);
        place = moved_over(place, bytes.substr(offset, mark_distance));
    }
}

Place PlaceFinder::place(std::size_t offset) const {
    std::size_t const at = std::min(offset, m_bytes.size());
    std::size_t const mark = at / mark_distance;
    return moved_over(m_marks[mark], m_bytes.substr(mark * mark_distance, at % mark_distance));
}

}  // namespace exchange
