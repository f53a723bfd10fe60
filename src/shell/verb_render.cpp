// `render`: the wall as a PNG file; with --tour-stops one file for each stop of the first walk.
#include <iostream>

#include "shell/picture.hpp"
#include "shell/picture_state.hpp"
#include "shell/verbs.hpp"
#include "storage/room_store.hpp"

namespace shell {
namespace {

model::Tour const& first_walk(model::Room const& room, std::filesystem::path const& database) {
    for (model::Tour const& tour : room.tours) {  // ordered by key
        if (tour.kind == model::TourKind::Walk && !tour.stops.empty()) return tour;
    }
    throw Refused(
        exit_refused,
        database.string() + " has no tour of the kind \"walk\"; render one --view instead.");
}

// A stop says what it changes; persona and overlay fall back to the tour's, not to the stop before.
PictureOptions options_of_stop(PictureOptions options, model::Tour const& tour,
                               model::Stop const& stop) {
    options.view = stop.view;
    // A pack may name overlays that this version does not draw yet; such a stop is shown as the
    // kiosk starts.
    options.overlay = scene::parse_overlay(stop.overlay) ? stop.overlay : std::string();
    options.persona = stop.persona.empty() ? tour.persona : stop.persona;
    options.backstage = stop.backstage.value_or(false);
    return options;
}

void render_stops(Wall& wall, RenderOptions const& options, AssetPaths const& assets) {
    model::Tour const& tour = first_walk(wall.room(), options.picture.database);
    std::filesystem::create_directories(options.out);
    for (std::size_t i = 0; i < tour.stops.size(); ++i) {
        std::string const number = (i < 9 ? "0" : "") + std::to_string(i + 1);
        std::filesystem::path const file = options.out / (tour.key + "-" + number + ".png");
        auto const state =
            picture_state(wall, options_of_stop(options.picture, tour, tour.stops[i]));
        base::write_png(file, picture_of(wall, state, assets));
        std::cout << file.string() << '\n';
    }
}

}  // namespace

int run_render(RenderOptions const& options) {
    AssetPaths const assets = find_assets(options.picture.assets);
    Wall wall(storage::load_room(options.picture.database), {assets.catalogue, assets.glyph_cache});
    if (options.tour_stops) {
        render_stops(wall, options, assets);
    } else {
        base::write_png(options.out,
                        picture_of(wall, picture_state(wall, options.picture), assets));
    }
    wall.fonts().save_cache();
    return exit_done;
}

}  // namespace shell
