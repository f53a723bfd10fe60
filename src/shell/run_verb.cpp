#include <algorithm>
#include <chrono>
#include <iostream>

#include "shell/asset_paths.hpp"
#include "shell/run_verb_kiosk.hpp"
#include "shell/verbs.hpp"
#include "storage/room_store.hpp"

namespace shell {
namespace {

base::Date today() {
    auto const since = std::chrono::system_clock::now().time_since_epoch();
    return {static_cast<std::int32_t>(std::chrono::floor<std::chrono::days>(since).count())};
}

// How the wall opens.
struct Opening {
    std::string view = "home";
    model::Stop look;
};

model::Stop first_stop(model::Room const& room, std::string const& key) {
    auto const tour = std::find_if(room.tours.begin(), room.tours.end(),
                                   [&](model::Tour const& t) { return t.key == key; });
    if (tour == room.tours.end())
        throw Refused(exit_refused, "the room has no tour \"" + key + "\".");
    model::Stop stop = tour->stops.empty() ? model::Stop{} : tour->stops.front();
    if (stop.persona.empty()) stop.persona = tour->persona;
    return stop;
}

// A journey that is asked for goes before a tour's first view.
Opening opening_of(model::Room const& room, RunOptions const& options) {
    Opening opening;
    if (!options.tour.empty()) opening.look = first_stop(room, options.tour);
    if (!opening.look.view.empty()) opening.view = opening.look.view;
    if (!options.journey.empty()) opening.view = "journey:" + options.journey;
    if (!app::view_exists(room, opening.view))
        throw Refused(exit_refused, "the room has no view \"" + opening.view + "\".");
    return opening;
}

app::StartOptions start_of(RunOptions const& options, Opening const& opening, Wall const& wall,
                           base::ScreenSize size) {
    app::StartOptions start;
    start.size = size;
    start.diagonal_in = options.diagonal_in;
    start.now = today();
    auto const overlay = scene::parse_overlay(opening.look.overlay);
    if (overlay) start.overlay = *overlay;
    start.persona = model::find_persona(wall.room(), opening.look.persona);
    start.backstage = opening.look.backstage.value_or(false);
    return start;
}

WindowOptions window_options(RunOptions const& options, model::Room const& room) {
    WindowOptions window{std::nullopt, room.info.title};
    if (options.window)
        window.size = {static_cast<double>(options.window->width),
                       static_cast<double>(options.window->height)};
    return window;
}

std::unique_ptr<TouchSource> open_touch(Window const& window, Wall const& wall,
                                        app::Session& session) {
    auto touch = open_x11_touch({{}, window.x11_window()});
    if (!touch->status().empty()) {
        std::cerr << "customer-room: " << touch->status() << '\n';
        session.set_status(std::string(wall.catalogue().text("status.no-touch")));
    }
    return touch;
}

}  // namespace

int run_kiosk(RunOptions const& options) {
    StopSignals signals;
    auto const start = std::chrono::steady_clock::now();
    auto const clock_ms = [start] {
        std::chrono::duration<double, std::milli> const since =
            std::chrono::steady_clock::now() - start;
        return since.count();
    };
    AssetPaths const assets = find_assets(options.assets);
    Wall wall(storage::load_room(options.database), {assets.catalogue, assets.glyph_cache});
    Opening const opening = opening_of(wall.room(), options);
    std::optional<Trace> trace;
    if (!options.trace.empty()) trace.emplace(options.trace, wall.room());
    try {
        Window window(window_options(options, wall.room()));
        app::Session session(wall.world(), start_of(options, opening, wall, window.size_px()));
        if (opening.view != "home") session.obey(app::Show{opening.view}, clock_ms());
        session.settle();
        auto const touch = open_touch(window, wall, session);
        Kiosk kiosk({wall, session, window, *touch, signals, trace ? &*trace : nullptr, clock_ms},
                    {assets.shaders});
        return kiosk.run();
    } catch (NoWindow const& lacking) {
        throw Refused(exit_environment, lacking.what());
    }
}

}  // namespace shell
