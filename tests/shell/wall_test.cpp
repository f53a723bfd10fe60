// The wall as a visitor meets it, held against rules that every picture must keep: nothing
// overlaps, nothing is cut, every target is large enough, a figure never stands without its n.
#include "shell/wall.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>

#include "app/session.hpp"
#include "shell/seen_wall.hpp"

namespace fs = std::filesystem;
using namespace shell_test;

TEST_CASE("on the demo's wall no text runs into another and none is cut, at any level") {
    shell::Wall wall(room_of(demo()), files());
    std::vector<std::string> views{"home", "stage:S6"};
    for (auto const& journey : wall.room().journeys)
        views.push_back("journey:" + journey.key);
    for (auto const& stage : wall.room().stages)
        views.push_back("stage:" + stage.key);
    for (std::string const& view : views)
        check_texts(wall, {view});
    check_texts(wall, {"home", scene::Overlay::Differentiation});
    check_texts(wall, {"home", scene::Overlay::None});
    check_texts(wall, {"journey:J2", scene::Overlay::Differentiation});
    check_texts(wall, {"journey:J2", scene::Overlay::Emotion});
}

TEST_CASE("a stage in focus reads well under every overlay and on every usual panel") {
    shell::Wall wall(room_of(demo()), files());
    using scene::Overlay;
    for (Overlay const overlay :
         {Overlay::None, Overlay::Differentiation, Overlay::Emotion, Overlay::Importance}) {
        CAPTURE(scene::key_of(overlay));
        for (char const* view : {"stage:S3", "stage:S7", "stage:J2-fixed"})
            check_texts(wall, {view, overlay});
    }
    for (char const* view : {"home", "stage:S6", "stage:J2-fixed", "touchpoint:T40"})
        check_texts(wall, {view, Overlay::Reliability, 86, {1920, 1080}, 4, true});
    for (double const diagonal : {55.0, 65.0, 98.0})
        check_texts(wall, {"stage:S6", Overlay::Reliability, diagonal});
}

TEST_CASE("panels of odd shapes, sizes and distances leave things out rather than cut them") {
    shell::Wall wall(room_of(demo()), files());
    using scene::Overlay;
    std::vector<Visit> const walls{{"", Overlay::Reliability, 86, {1080, 1920}},
                                   {"", Overlay::Reliability, 86, {8000, 500}},
                                   {"", Overlay::Reliability, 80, {1600, 1200}},
                                   {"", Overlay::Reliability, 10, {1920, 1080}},
                                   {"", Overlay::Reliability, 24, {1280, 1024}},
                                   {"", Overlay::Reliability, 86, {1920, 1080}, 20},
                                   {"", Overlay::Reliability, 86, {1920, 1080}, 1}};
    for (Visit visit : walls) {
        CAPTURE(visit.size.w);
        CAPTURE(visit.diagonal_in);
        CAPTURE(visit.distance_m);
        for (char const* view : {"home", "stage:S6", "journey:J2"}) {
            visit.view = view;
            check_texts(wall, visit);
        }
        Seen const seen = look(wall, visit);
        scene::Chrome const chrome = wall.chrome(seen.state);
        CHECK(chrome.map.h > 0.4 * visit.size.h);
        double const unit = scene::chrome_unit(visit.size, app::physical_of(seen.state));
        for (scene::Control const& control : chrome.controls) {
            if (!scene::is_gui(control.kind)) continue;
            CAPTURE(control.label);
            double const wide =
                wall.text().measure().width_em(control.label, layout::Weight::SemiBold) *
                layout::font_size_for_cap(8.6) * unit;
            CHECK(wide <= control.rect.w);
            CHECK(control.rect.right() <= visit.size.w);
        }
    }
}

TEST_CASE("beside a stage in focus its promises stand, the one that lets most people down first") {
    shell::Wall wall(room_of(demo()), files());
    Seen const seen = look(wall, {"stage:S6"});
    std::vector<std::int64_t> broken;
    for (scene::Control const& control : wall.chrome(seen.state).controls) {
        if (control.kind != scene::ControlKind::SheetTouchpoint) continue;
        auto const& figures = seen.state.figures.touchpoints[control.touchpoint.index()];
        CHECK(figures.state == metrics::PromiseState::Broken);
        broken.push_back(figures.broken_promises.value_or(0));
    }
    REQUIRE(broken.size() >= 5);
    CHECK(std::is_sorted(broken.rbegin(), broken.rend()));
}

TEST_CASE("a touchpoint in focus: nothing overlaps, nothing is cut, nothing lies under its card") {
    shell::Wall wall(room_of(demo()), files());
    for (auto const& touchpoint : wall.room().touchpoints) {
        std::string const view = "touchpoint:" + touchpoint.key;
        check_texts(wall, {view});
        Seen const seen = look(wall, {view});
        base::ScreenSize const size =
            scene::card_size(seen.state.view.size, app::physical_of(seen.state));
        base::ScreenPoint const at = seen.state.view.cards.front().at;
        for (InkedText const& text : texts_of(wall, seen.list)) {
            CAPTURE(text.text);
            CHECK_FALSE(base::intersects(text.ink, base::ScreenRect{at.x, at.y, size.w, size.h}));
        }
    }
}

TEST_CASE(
    "on a wall of real data with most figures missing no text runs into another and none is cut") {
    fs::path const pack = fs::path(SOURCE_ROOT) / "../shared/packs/airline";
    if (!fs::exists(pack)) {
        MESSAGE("skipped: the airline pack is not beside the source tree");
        return;
    }
    shell::Wall wall(room_of(pack), files());
    for (char const* view : {"home", "journey:day", "journey:bag", "stage:airport", "stage:look"})
        check_texts(wall, {view});
}

TEST_CASE("the same view at twice the pixels is the same picture, sharper") {
    shell::Wall wall(room_of(demo()), files());
    scene::DrawList const small = look(wall, {"journey:J2"}).list;
    scene::DrawList const large =
        look(wall, {"journey:J2", scene::Overlay::Reliability, 86, {3840, 2160}}).list;
    REQUIRE(small.entries.size() == large.entries.size());
    REQUIRE(small.quads.size() == large.quads.size());
    for (std::size_t i = 0; i < small.runs.size(); ++i) {
        CHECK(large.runs[i].origin.x == doctest::Approx(2 * small.runs[i].origin.x).epsilon(0.01));
        CHECK(large.runs[i].size_px ==
              doctest::Approx(2 * static_cast<double>(small.runs[i].size_px)).epsilon(0.01));
    }
}

TEST_CASE(
    "controls lie inside the view, do not overlap each other, and are large enough for a finger") {
    shell::Wall wall(room_of(demo()), files());
    for (double const diagonal : {55.0, 65.0, 86.0, 98.0}) {
        CAPTURE(diagonal);
        Seen const seen = look(wall, {"home", scene::Overlay::Reliability, diagonal});
        scene::Chrome const chrome = wall.chrome(seen.state);
        double const px_per_mm = app::physical_of(seen.state).px_per_mm;
        std::vector<scene::Control> targets;
        for (scene::Control const& control : chrome.controls) {
            // The strip's months are narrow on purpose: the arrows beside it reach the same
            // periods.
            if (control.kind != scene::ControlKind::PeriodChoice) targets.push_back(control);
        }
        REQUIRE(targets.size() > 12);
        for (std::size_t i = 0; i < targets.size(); ++i) {
            CAPTURE(targets[i].label);
            CHECK(targets[i].rect.h / px_per_mm >= 20);
            CHECK(targets[i].rect.w / px_per_mm >= 15);
            base::ScreenRect const& rect = targets[i].rect;
            CHECK((rect.x >= 0 && rect.y >= 0 && rect.right() <= 1920 && rect.bottom() <= 1080));
            for (std::size_t j = i + 1; j < targets.size(); ++j) {
                CHECK_FALSE(base::intersects(targets[i].rect, targets[j].rect));
            }
        }
    }
}

TEST_CASE(
    "four cards can be open at once, each whole on the wall, and a fifth takes the oldest one's "
    "place") {
    shell::Wall wall(room_of(demo()), files());
    Seen seen = look(wall, {"journey:J2"});
    for (char const* key : {"T35", "T36", "T37", "T40", "T41"}) {
        app::update(wall.world(), seen.state,
                    app::OpenTouchpoint{model::find_touchpoint(wall.room(), key), {}});
    }
    app::settle(wall.world(), seen.state);
    CHECK(seen.state.view.cards.size() == 4);
    base::ScreenSize const size =
        scene::card_size(seen.state.view.size, app::physical_of(seen.state));
    for (auto const& card : seen.state.view.cards) {
        CHECK(card.touchpoint != model::find_touchpoint(wall.room(), "T35"));
        CHECK(card.at.x >= 0);
        CHECK(card.at.x + size.w <= 1920);
        CHECK(card.at.y >= 0);
        CHECK(card.at.y + size.h <= 1080);
    }
}

TEST_CASE("touchpoints without figures say so and show no number") {
    shell::Wall wall(room_of(demo()), files());
    Seen const seen = look(wall, {"touchpoint:T25"});
    bool said = false;
    for (scene::Entry const& entry : seen.list.entries) {
        if (entry.item_kind != scene::ItemKind::Card ||
            entry.kind != scene::PrimitiveKind::GlyphRun)
            continue;
        std::string const& text = wall.fonts().run(seen.list.runs[entry.index].run).text;
        if (text.find("no data") != std::string::npos) said = true;
        CHECK(entry.role != scene::Role::Interval);
        if (entry.role == scene::Role::Figure) CHECK(text.empty());
    }
    CHECK(said);
}
