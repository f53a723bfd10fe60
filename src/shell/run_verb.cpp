#include <chrono>
#include <iostream>

#include "shell/asset_paths.hpp"
#include "shell/opening.hpp"
#include "shell/run_verb_kiosk.hpp"
#include "shell/verbs.hpp"

namespace shell {
namespace {

WindowOptions window_options(RunOptions const& options, std::promise<base::ScreenSize>& size) {
    WindowOptions window;
    if (options.window)
        window.size = {static_cast<double>(options.window->width),
                       static_cast<double>(options.window->height)};
    window.size_known = [&size](base::ScreenSize known) { size.set_value(known); };
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

// Without a window a room that cannot be shown is still the first thing to be told.
void refuse_room(std::future<OpenedRoom>& opening) {
    try {
        if (opening.valid()) opening.get();
    } catch (std::future_error const&) {  // it waited for the window's size
    }
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
    std::promise<base::ScreenSize> size;
    std::future<OpenedRoom> opening =
        std::async(std::launch::async, open_room, options, assets, size.get_future());
    try {
        Window window(window_options(options, size));
        OpenedRoom const opened = opening.get();
        window.set_title(opened.wall->room().info.title);
        std::optional<Trace> trace;
        if (!options.trace.empty()) trace.emplace(options.trace, opened.wall->room());
        auto const touch = open_touch(window, *opened.wall, *opened.session);
        Kiosk kiosk({opened, window, *touch, signals, trace ? &*trace : nullptr, clock_ms, today},
                    {assets.shaders});
        return kiosk.run();
    } catch (NoWindow const& lacking) {
        size = {};  // nobody will say it any more
        refuse_room(opening);
        throw Refused(exit_environment, lacking.what());
    }
}

}  // namespace shell
