// Measures the frames of the demo's J2 at 3840x2160 with its curtain closed, half open, open, and
// being pulled: curtain_bench [ROUNDS]. The four take turns, ten frames each. Prints JSON; run by
// tools/measure-curtain.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

#include "exchange/pack.hpp"
#include "render/offscreen.hpp"
#include "render/renderer.hpp"
#include "shell/headless.hpp"
#include "shell/options.hpp"
#include "shell/picture_state.hpp"
#include "shell/wall.hpp"

namespace {

constexpr int width_px = 3840;
constexpr int height_px = 2160;
constexpr int frames_a_turn = 10;

struct Curtain {
    char const* name = "";
    double from = 0;  // how far it is open in the first frame of a turn
    double to = 0;
    app::AppState state;
    std::vector<double> wall_ms;
    std::vector<double> cpu_ms;
};

double wall_clock_ms() {
    return std::chrono::duration<double, std::milli>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

double cpu_clock_ms() {
    return static_cast<double>(std::clock()) * 1e3 / CLOCKS_PER_SEC;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

app::AppState state_of(shell::Wall& wall, double open) {
    shell::PictureOptions options;
    options.view = "journey:J2";
    options.overlay = "reliability";
    options.size = {width_px, height_px};
    options.backstage = open > 0;
    options.curtain = open;
    return shell::picture_state(wall, options);
}

struct Stage {
    shell::Wall& wall;
    render::Renderer renderer;
    render::Offscreen target{width_px, height_px};
    scene::DrawList list;

    void turn(Curtain& curtain) {
        for (int frame = 0; frame < frames_a_turn; ++frame) {
            double const share = static_cast<double>(frame) / (frames_a_turn - 1);
            if (curtain.from != curtain.to)
                curtain.state = state_of(wall, base::lerp(curtain.from, curtain.to, share));
            // A hand never holds a map quite still.
            curtain.state.view.camera.centre.x += frame % 2 == 0 ? 0.2 : -0.2;
            double const began = wall_clock_ms();
            double const cpu_began = cpu_clock_ms();
            wall.build(curtain.state, list);
            target.bind();
            renderer.draw(list, wall.fonts(), width_px, height_px);
            render::finish();
            curtain.wall_ms.push_back(wall_clock_ms() - began);
            curtain.cpu_ms.push_back(cpu_clock_ms() - cpu_began);
        }
    }
};

}  // namespace

int main(int argc, char** argv) {
    int const rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 24;
    exchange::PackResult pack = exchange::read_pack(SOURCE_ROOT "/data/northmoor", nullptr);
    if (!pack.room) {
        std::fputs("data/northmoor cannot be read\n", stderr);
        return 1;
    }
    shell::Wall wall(std::move(*pack.room), {SOURCE_ROOT "/assets/text/en.json", {}});
    shell::HeadlessContext const context;
    Stage stage{wall, render::Renderer({SOURCE_ROOT "/shaders"})};
    Curtain curtains[] = {{"closed", 0, 0, state_of(wall, 0), {}, {}},
                          {"half", 0.5, 0.5, state_of(wall, 0.5), {}, {}},
                          {"open", 1, 1, state_of(wall, 1), {}, {}},
                          {"pulled", 0.05, 0.95, {}, {}, {}}};
    for (Curtain& curtain : curtains) {  // glyphs and memory are taken for the first time
        stage.turn(curtain);
        curtain.wall_ms.clear();
        curtain.cpu_ms.clear();
    }
    for (int round = 0; round < rounds; ++round)
        for (Curtain& curtain : curtains)
            stage.turn(curtain);
    double const wall_ms = median(curtains[0].wall_ms);
    double const cpu_ms = median(curtains[0].cpu_ms);
    char const* before = "{";
    for (Curtain const& curtain : curtains) {
        std::printf(
            "%s\"%s\":{\"frame_ms\":%.2f,\"cpu_ms\":%.2f,\"ratio\":%.2f,\"cpu_ratio\":%.2f}",
            before, curtain.name, median(curtain.wall_ms), median(curtain.cpu_ms),
            median(curtain.wall_ms) / wall_ms, median(curtain.cpu_ms) / cpu_ms);
        before = ",\n ";
    }
    std::puts("}");
}
