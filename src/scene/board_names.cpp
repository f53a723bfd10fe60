#include "scene/board_names.hpp"

namespace scene {

using layout::Weight;

std::string name_note(base::Catalogue const& catalogue, GridPoint const& point) {
    return point.signature ? " " + std::string(catalogue.text("board:importance.signature"))
                           : std::string();
}

ScreenSize name_size(ChromeInput const& input, GridPoint const& point, double size) {
    double const title =
        input.measure.width_em(input.room.at(point.touchpoint).title, Weight::Medium);
    std::string const note = name_note(input.catalogue, point);
    double const noted = note.empty() ? 0 : input.measure.width_em(note, Weight::Medium);
    return {(title + noted) * size, size * 1.15};
}

}  // namespace scene
