// What stands on a board already, found by place, so that marks, names and leaders keep clear of
// each other however many there are. Pure geometry; must not know what stands there. Used by
// board_marks.
#pragma once

#include <cstdint>
#include <vector>

#include "scene/camera.hpp"

namespace scene {

// Kinds that a question can be asked about; they add up to a mask.
enum Stands : unsigned {
    MarkStands = 1,
    NameStands = 2,
    LeaderStands = 4,
    LineStands = 8,
    HaloStands = 16  // what the names of others keep clear of, around marks and names
};

class Occupied {
public:
    static constexpr std::uint32_t nobody = 0xffffffffU;

    // `cell`: about as large as what stands there.
    Occupied(ScreenRect const& area, double cell);

    void add(Stands what, ScreenRect const& rect, std::uint32_t owner);
    // True where nothing of these kinds that belongs to somebody else is touched.
    bool free(ScreenRect const& rect, unsigned kinds, std::uint32_t owner) const;

private:
    struct Thing {
        ScreenRect rect;
        Stands what;
        std::uint32_t owner;
    };
    struct Cells {
        std::size_t left, right, top, bottom;
    };
    Cells cells_of(ScreenRect const& rect) const;

    ScreenRect m_area;
    double m_cell;
    std::size_t m_columns;
    std::size_t m_rows;
    std::vector<Thing> m_things;
    std::vector<std::vector<std::uint32_t>> m_buckets;
};

}  // namespace scene
