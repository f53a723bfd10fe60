#include "shell/bench.hpp"

#include <chrono>
#include <cmath>
#include <iostream>
#include <sstream>
#include <sys/resource.h>

#include "exchange/bench_scene.hpp"
#include "exchange/camera_path.hpp"
#include "exchange/catalogue_file.hpp"
#include "layout/bench_layout.hpp"
#include "metrics/room_figures.hpp"
#include "render/offscreen.hpp"
#include "render/renderer.hpp"
#include "scene/build_scene.hpp"
#include "shell/asset_paths.hpp"
#include "shell/bench_room.hpp"
#include "shell/headless.hpp"
#include "shell/verbs.hpp"

namespace shell {
namespace {

constexpr int limit_frames = 60;

double now_ms() {
    using Clock = std::chrono::steady_clock;
    return std::chrono::duration<double, std::milli>(Clock::now().time_since_epoch()).count();
}

template <typename Value>
Value value_or_refuse(exchange::BenchResult<Value> result) {
    if (result.problem) throw Refused(exit_refused, exchange::format(*result.problem));
    return std::move(*result.value);
}

// Everything that a frame of the scene stands on, made once.
struct BenchStand {
    model::Room room;
    metrics::FigureIndex index = metrics::make_index(room);
    base::Catalogue catalogue;
    scene::FontBook fonts;
    scene::SceneText text{fonts};
    layout::MapLayout layout;
    metrics::RoomFigures figures;
    scene::Theme theme = scene::paper_theme();
    scene::Physical physical;
    scene::View view;

    BenchStand(exchange::BenchScene const& scene, BenchOptions const& options,
               AssetPaths const& assets)
        : room(bench_room(scene)),
          catalogue(exchange::read_catalogue(assets.catalogue)),
          fonts(scene::FontOptions{assets.glyph_cache}),
          layout(layout::layout_given(room, bench_places(scene), text.measure())),
          figures(metrics::room_figures(
              room, index,
              {*room.info.default_period, {}, *model::day_after_last_observation(room)})),
          physical(scene::physical(options.size.width, options.size.height, default_diagonal_in,
                                   default_distance_m, theme)) {
        view.size = {static_cast<double>(options.size.width),
                     static_cast<double>(options.size.height)};
        view.period = *room.info.default_period;
        view.chrome = false;
    }

    void build(exchange::BenchCamera const& camera, scene::DrawList& list) {
        view.camera = {{camera.cx, camera.cy}, camera.z};
        fonts.begin_frame();
        scene::build_scene(
            {room, layout, figures, nullptr, index, view, theme, physical, catalogue, text}, list);
    }
};

struct Frames {
    std::vector<double> frame_ms, build_ms, draw_ms, visible;
};

struct BenchResults {
    double load_ms = 0;
    double first_frame_ms = 0;
    Frames frames;
    // 100 rounded rectangles that fill the view: by the distance field in every pixel, blended,
    // and as the wall draws them (insides apart, not blended).
    double limit_ms = 0;
    double fill_ms = 0;
    std::string gl_renderer;
};

struct Target {
    render::Renderer renderer;
    render::Offscreen picture;
    PixelSize size;

    double draw_ms(scene::DrawList const& list, scene::FontBook& fonts) {
        double const start = now_ms();
        picture.bind();
        renderer.draw(list, fonts, size.width, size.height);
        render::finish();
        return now_ms() - start;
    }
};

enum class Inside { DistanceField, Plain };

// What this machine takes, at this moment, to fill the view: figures of other machines and days
// compare by it. A border as deep as the box leaves no inside to the cheap pass.
double limit_ms(Target& target, scene::FontBook& fonts, Inside inside) {
    scene::DrawList list;
    list.clear(
        {0, 0, static_cast<double>(target.size.width), static_cast<double>(target.size.height)},
        {});
    double const w = list.view.w / 10;
    double const h = list.view.h / 10;
    for (int i = 0; i < 100; ++i) {
        scene::Quad quad;
        int const row = i / 10;
        quad.rect = {i % 10 * w, row * h, w, h};
        quad.radius = 12;
        quad.fill = {static_cast<std::uint8_t>(i), 120, 160, 255};
        if (inside == Inside::DistanceField) {
            quad.border = quad.fill;
            quad.border_width = static_cast<float>(std::max(w, h));
        }
        scene::Entry entry;
        entry.index = static_cast<std::uint32_t>(list.quads.size());
        list.quads.push_back(quad);
        list.entries.push_back(entry);
    }
    std::vector<double> times;
    for (int i = 0; i < limit_frames; ++i)
        times.push_back(target.draw_ms(list, fonts));
    return spread_of(times).median;
}

Frames play(BenchStand& stand, Target& target, std::vector<exchange::BenchCamera> const& cameras) {
    Frames frames;
    scene::DrawList list;
    for (exchange::BenchCamera const& camera : cameras) {
        double const start = now_ms();
        stand.build(camera, list);
        double const built = now_ms();
        double const drawn = target.draw_ms(list, stand.fonts);
        frames.frame_ms.push_back(now_ms() - start);
        frames.build_ms.push_back(built - start);
        frames.draw_ms.push_back(drawn);
        frames.visible.push_back(list.items_visible);
    }
    return frames;
}

double peak_rss_mb() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

std::string fixed(double value) {
    std::ostringstream out;
    out.setf(std::ios::fixed);
    out.precision(2);
    out << value;
    return out.str();
}

std::string quoted(std::string const& text) {
    std::string out = "\"";
    for (char const c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) >= 0x20) out += c;
    }
    return out += '"';
}

std::string spread_json(std::vector<double> const& values) {
    Spread const s = spread_of(values);
    return "{\"median\":" + fixed(s.median) + ",\"p95\":" + fixed(s.p95) +
           ",\"p99\":" + fixed(s.p99) + ",\"max\":" + fixed(s.max) + "}";
}

void print_json(BenchOptions const& options, BenchStand const& stand, BenchResults const& results) {
    Spread const visible = spread_of(results.frames.visible);
    std::cout << "{\"scene\":" << quoted(options.scene.string())
              << ",\"touchpoints\":" << stand.room.touchpoints.size() << ",\"size\":["
              << options.size.width << ',' << options.size.height << ']'
              << ",\"gl_renderer\":" << quoted(results.gl_renderer)
              << ",\"load_ms\":" << fixed(results.load_ms)
              << ",\"first_frame_ms\":" << fixed(results.first_frame_ms)
              << ",\"frames\":" << results.frames.frame_ms.size()
              << ",\"frame_ms\":" << spread_json(results.frames.frame_ms)
              << ",\"build_ms\":" << spread_json(results.frames.build_ms)
              << ",\"draw_ms\":" << spread_json(results.frames.draw_ms)
              << ",\"peak_rss_mb\":" << fixed(peak_rss_mb()) << R"(,"visible":{"median":)"
              << visible.median << ",\"max\":" << visible.max << '}'
              << ",\"limit_ms\":" << fixed(results.limit_ms)
              << ",\"fill_ms\":" << fixed(results.fill_ms) << "}\n";
}

void print_row(char const* name, std::vector<double> const& values) {
    Spread const s = spread_of(values);
    std::cout << name << " median " << fixed(s.median) << "  p95 " << fixed(s.p95) << "  p99 "
              << fixed(s.p99) << "  max " << fixed(s.max) << '\n';
}

void print_text(BenchOptions const& options, BenchStand const& stand, BenchResults const& results) {
    Spread const visible = spread_of(results.frames.visible);
    std::cout << stand.room.touchpoints.size() << " touchpoints, " << options.size.width << 'x'
              << options.size.height << ", " << results.gl_renderer << '\n'
              << "load ms  " << fixed(results.load_ms) << ", first frame "
              << fixed(results.first_frame_ms) << '\n';
    print_row("frame ms", results.frames.frame_ms);
    print_row("build ms", results.frames.build_ms);
    print_row("draw ms ", results.frames.draw_ms);
    std::cout << "visible touchpoints: median " << visible.median << ", most " << visible.max
              << '\n'
              << "100 rounded rectangles that fill the view: " << fixed(results.limit_ms)
              << " ms by their distance field, blended; " << fixed(results.fill_ms)
              << " ms as the wall draws them\n"
              << "peak memory " << fixed(peak_rss_mb()) << " MiB\n";
}

}  // namespace

Spread spread_of(std::vector<double> values) {
    if (values.empty()) return {};
    std::sort(values.begin(), values.end());
    auto const rank = [&values](double share) {
        auto const at =
            static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
        return values[std::clamp<std::size_t>(at, 1, values.size()) - 1];
    };
    return {rank(0.5), rank(0.95), rank(0.99), values.back()};
}

int run_bench(BenchOptions const& options) {
    double const start = now_ms();
    auto const scene = value_or_refuse(exchange::read_bench_scene(options.scene));
    auto const path = value_or_refuse(exchange::read_camera_path(options.path));
    if (path.cameras.empty())
        throw Refused(exit_refused, options.path.string() + " holds no cameras.");
    AssetPaths const assets = find_assets(options.assets);
    HeadlessContext const context;
    BenchStand stand(scene, options, assets);
    Target target{render::Renderer({assets.shaders}),
                  render::Offscreen(options.size.width, options.size.height), options.size};
    BenchResults results;
    results.gl_renderer = target.renderer.gl_renderer();
    results.load_ms = now_ms() - start;
    scene::DrawList first;
    double const before_first = now_ms();
    stand.build(path.cameras.front(), first);
    target.draw_ms(first, stand.fonts);
    results.first_frame_ms = now_ms() - before_first;
    results.frames = play(stand, target, path.cameras);
    results.limit_ms = limit_ms(target, stand.fonts, Inside::DistanceField);
    results.fill_ms = limit_ms(target, stand.fonts, Inside::Plain);
    options.json ? print_json(options, stand, results) : print_text(options, stand, results);
    return exit_done;
}

}  // namespace shell
