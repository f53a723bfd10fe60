// The boards and the further overlays as a visitor meets them, on the demo's wall and on rooms that
// have too much, too little or nothing to show.
#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <map>
#include <set>

#include "app/controls.hpp"
#include "scene/figure_at.hpp"
#include "scene/overlay.hpp"
#include "shell/seen_wall.hpp"

using namespace shell_test;
using scene::Board;

namespace {

std::vector<std::string> const boards{"board:importance", "board:measures", "board:asset",
                                      "board:contradictions", "board:components"};

std::vector<Visit> const odd_walls{{"", scene::Overlay::Reliability, 86, {1080, 1920}},
                                   {"", scene::Overlay::Reliability, 86, {8000, 500}},
                                   {"", scene::Overlay::Reliability, 80, {1600, 1200}},
                                   {"", scene::Overlay::Reliability, 10, {1920, 1080}},
                                   {"", scene::Overlay::Reliability, 24, {1280, 1024}},
                                   {"", scene::Overlay::Reliability, 86, {1920, 1080}, 20},
                                   {"", scene::Overlay::Reliability, 86, {1920, 1080}, 4, true},
                                   {"", scene::Overlay::Reliability, 55, {3840, 2160}}};

// Everything said lies on the screen, above the dock, and apart from everything else said.
void check_board(shell::Wall& wall, Seen const& seen) {
    check_texts(wall, seen);
    scene::Chrome const chrome = wall.chrome(seen.state);
    base::ScreenSize const size = seen.state.view.size;
    for (InkedText const& text : texts_of(wall, seen.list)) {
        CAPTURE(text.text);
        CHECK(text.ink.x >= -0.5);
        CHECK(text.ink.right() <= size.w + 0.5);
        bool const dock = text.ink.y >= chrome.dock.y - 0.5;
        CHECK((dock || text.ink.bottom() <= chrome.dock.y + 0.5));
    }
    for (scene::Entry const& entry : seen.list.entries) {
        if (entry.kind != scene::PrimitiveKind::Quad || entry.role != scene::Role::Mark) continue;
        if (entry.item_kind == scene::ItemKind::Legend || entry.item_kind == scene::ItemKind::Card)
            continue;
        base::ScreenRect const& rect = seen.list.quads[entry.index].rect;
        CHECK(rect.x >= -0.5);
        CHECK(rect.right() <= size.w + 0.5);
        CHECK(rect.y >= -0.5);
        CHECK(rect.bottom() <= size.h + 0.5);
    }
}

void check_board(shell::Wall& wall, Visit const& visit) {
    CAPTURE(visit.view);
    CAPTURE(visit.size.w);
    CAPTURE(visit.diagonal_in);
    CAPTURE(visit.distance_m);
    CAPTURE(visit.large_type);
    check_board(wall, look(wall, visit));
}

void check_boards(shell::Wall& wall, Visit visit) {
    for (std::string const& board : boards) {
        visit.view = board;
        check_board(wall, visit);
    }
}

bool lies_in(scene::ScreenRect const& rect, scene::ScreenRect const& area) {
    constexpr double slack_px = 0.5;
    return rect.x >= area.x - slack_px && rect.y >= area.y - slack_px &&
           rect.right() <= area.right() + slack_px && rect.bottom() <= area.bottom() + slack_px;
}

scene::ScreenRect control_of(shell::Wall& wall, app::AppState const& state,
                             model::TouchpointId touchpoint) {
    for (scene::Control const& control : wall.chrome(state).controls) {
        bool const mark = control.kind == scene::ControlKind::BoardMark;
        if (mark && control.touchpoint == touchpoint) return control.rect;
    }
    return {};
}

}  // namespace

TEST_CASE(
    "on the demo's boards nothing overlaps and nothing is cut, in any period and for anyone") {
    shell::Wall wall(room_of(demo()), files());
    check_boards(wall, {});
    for (char const* period : {"2026-09", "2025-Q1", "2024-10"}) {
        CAPTURE(period);
        for (std::string const& board : boards) {
            Seen seen = look(wall, {board});
            app::update(wall.world(), seen.state, app::SetPeriod{*base::parse_period(period)});
            app::update(wall.world(), seen.state, app::SetPersona{model::PersonaId(0)});
            app::update(wall.world(), seen.state, app::SetNight{true});
            app::settle(wall.world(), seen.state);
            wall.build(seen.state, seen.list);
            check_board(wall, seen);
        }
    }
}

TEST_CASE("boards on panels of odd shapes, sizes and distances leave things out, cutting nothing") {
    shell::Wall wall(room_of(demo()), files());
    for (Visit const& visit : odd_walls)
        check_boards(wall, visit);
}

TEST_CASE("dragged marks say what they are wherever they are put, and hide nobody's words") {
    shell::Wall wall(room_of(demo()), files());
    int looked_at = 0;
    for (Visit visit : odd_walls) {
        CAPTURE(visit.size.w);
        CAPTURE(visit.diagonal_in);
        CAPTURE(visit.large_type);
        for (char const* board : {"board:importance", "board:measures"}) {
            visit.view = board;
            Seen seen = look(wall, visit);
            double const far = 10 * std::max(visit.size.w, visit.size.h);
            auto const controls = wall.chrome(seen.state).controls;
            auto const is_mark = [](scene::Control const& control) {
                return control.kind == scene::ControlKind::BoardMark;
            };
            auto const first = std::find_if(controls.begin(), controls.end(), is_mark);
            auto const last = std::find_if(controls.rbegin(), controls.rend(), is_mark);
            REQUIRE(first != controls.end());
            app::update(wall.world(), seen.state, app::DragMark{first->touchpoint, -far, -far});
            app::update(wall.world(), seen.state, app::DragMark{last->touchpoint, far, far});
            REQUIRE(seen.state.view.pulls.size() == 2);
            // On a hand's panel one lies over the other, as its owner wished.
            if (base::intersects(control_of(wall, seen.state, first->touchpoint),
                                 control_of(wall, seen.state, last->touchpoint)))
                continue;
            wall.build(seen.state, seen.list);
            check_board(wall, seen);
            ++looked_at;
        }
    }
    CHECK(looked_at >= 12);
}

TEST_CASE("every touchpoint of the demo's grids is named, in the same words on every panel") {
    shell::Wall wall(room_of(demo()), files());
    for (char const* board : {"board:importance", "board:measures"}) {
        CAPTURE(board);
        std::vector<std::string> said;
        for (base::ScreenSize const size :
             {base::ScreenSize{1920, 1080}, {3840, 2160}, {2560, 1440}}) {
            Visit visit{board};
            visit.size = size;
            Seen const seen = look(wall, visit);
            std::set<std::uint32_t> named, marked;
            for (scene::Entry const& entry : seen.list.entries) {
                if (entry.item_kind != scene::ItemKind::Touchpoint) continue;
                if (entry.role == scene::Role::Title) named.insert(entry.item);
                if (entry.role == scene::Role::Mark) marked.insert(entry.item);
            }
            CHECK(marked.size() > 40);
            CHECK(named == marked);
            std::vector<std::string> texts;
            for (InkedText const& text : texts_of(wall, seen.list))
                texts.push_back(text.text);
            std::sort(texts.begin(), texts.end());
            if (said.empty()) said = texts;
            CHECK(texts == said);
        }
    }
}

TEST_CASE("a mark that stands aside is tied to a dot exactly at its weight and gap") {
    shell::Wall wall(room_of(demo()), files());
    Seen const seen = look(wall, {"board:importance"});
    scene::ChromeInput const in = app::chrome_input(wall.world(), seen.state);
    // Two touchpoints that stand alone give the scale.
    auto const middle = [&](char const* key) {
        std::uint32_t const item = model::find_touchpoint(wall.room(), key).value;
        for (scene::Entry const& entry : seen.list.entries) {
            if (entry.kind == scene::PrimitiveKind::Quad && entry.item == item &&
                entry.item_kind == scene::ItemKind::Touchpoint && entry.role == scene::Role::Mark)
                return seen.list.quads[entry.index].rect.centre();
        }
        return base::ScreenPoint{};
    };
    auto const figures = [&](char const* key) {
        return in.figures.touchpoints[model::find_touchpoint(wall.room(), key).index()];
    };
    base::ScreenPoint const low = middle("T36");
    base::ScreenPoint const high = middle("T43");
    auto const along = [](double at, double from, double to, double p0, double p1) {
        return p0 + (at - from) / (to - from) * (p1 - p0);
    };
    auto const a = figures("T36");
    auto const b = figures("T43");
    auto const gap = [](metrics::TouchpointFigures const& f) {
        return f.position == metrics::Position::Parity ? 0 : *f.relative_gap;
    };
    int aside = 0;
    for (scene::Entry const& entry : seen.list.entries) {
        bool const dot = entry.kind == scene::PrimitiveKind::Quad &&
                         entry.item_kind == scene::ItemKind::Touchpoint &&
                         entry.role == scene::Role::Point;
        if (!dot) continue;
        ++aside;
        auto const& f = in.figures.touchpoints[entry.item];
        base::ScreenPoint const at = seen.list.quads[entry.index].rect.centre();
        CAPTURE(wall.room().touchpoints[entry.item].key);
        CHECK(std::abs(at.x - along(gap(f), gap(a), gap(b), low.x, high.x)) < 0.5);
        CHECK(std::abs(at.y - along(*f.importance, *a.importance, *b.importance, low.y, high.y)) <
              0.5);
    }
    CHECK(aside >= 5);
}

TEST_CASE("a mark that was dragged off the edge is whole, and comes back with the finger at once") {
    shell::Wall wall(room_of(demo()), files());
    Seen seen = look(wall, {"board:importance"});
    model::TouchpointId const id = model::find_touchpoint(wall.room(), "T36");
    app::update(wall.world(), seen.state, app::DragMark{id, 9000, 9000});
    scene::ScreenRect const edge = control_of(wall, seen.state, id);
    CHECK(lies_in(edge, wall.chrome(seen.state).map));
    app::update(wall.world(), seen.state, app::DragMark{id, -200, -100});
    scene::ScreenRect const back = control_of(wall, seen.state, id);
    CHECK(back.x == doctest::Approx(edge.x - 200));
    CHECK(back.y == doctest::Approx(edge.y - 100));
}

TEST_CASE("a dragged mark of little weight that delights is called a signature, not overkill") {
    shell::Wall wall(room_of(demo()), files());
    Seen seen = look(wall, {"board:importance"});
    auto const says = [&](char const* key) {
        app::update(wall.world(), seen.state,
                    app::DragMark{model::find_touchpoint(wall.room(), key), 40, 30});
        wall.build(seen.state, seen.list);
        std::string all;
        for (InkedText const& text : texts_of(wall, seen.list))
            all += text.text + "\n";
        return all.find("a signature: it delights") != std::string::npos;
    };
    CHECK_FALSE(says("T05"));  // possible overkill
    CHECK(says("T43"));
}

TEST_CASE("marks go from where the last period had them to where the new one has them") {
    shell::Wall wall(room_of(demo()), files());
    Seen seen = look(wall, {"board:measures"});
    model::TouchpointId const pulled = model::find_touchpoint(wall.room(), "T36");
    app::update(wall.world(), seen.state, app::DragMark{pulled, 100, 60});
    auto const marks = [&](double share) {
        seen.state.view.figures_share = share;
        wall.build(seen.state, seen.list);
        std::map<std::uint32_t, base::ScreenPoint> middles;
        for (scene::Entry const& entry : seen.list.entries) {
            if (entry.kind == scene::PrimitiveKind::Quad && entry.role == scene::Role::Mark &&
                entry.item_kind == scene::ItemKind::Touchpoint)
                middles[entry.item] = seen.list.quads[entry.index].rect.centre();
        }
        return middles;
    };
    auto const before = marks(1);
    app::update(wall.world(), seen.state, app::SetPeriod{*base::parse_period("2026-09")});
    auto const first = marks(0);
    auto const half = marks(0.5);
    auto const after = marks(1);
    int moved = 0;
    for (auto const& [touchpoint, at] : after) {
        if (!before.contains(touchpoint) || touchpoint == pulled.value) continue;
        base::ScreenPoint const way = at - before.at(touchpoint);
        if (std::hypot(way.x, way.y) > 20) ++moved;
        CHECK(first.at(touchpoint).x == doctest::Approx(before.at(touchpoint).x));
        CHECK(first.at(touchpoint).y == doctest::Approx(before.at(touchpoint).y));
        CHECK(half.at(touchpoint).x == doctest::Approx(before.at(touchpoint).x + way.x / 2));
        CHECK(half.at(touchpoint).y == doctest::Approx(before.at(touchpoint).y + way.y / 2));
    }
    CHECK(moved >= 3);
    CHECK(half.at(pulled.value).x == doctest::Approx(after.at(pulled.value).x));
}

TEST_CASE(
    "a dragged mark keeps its place on the wall when the window changes and the period does") {
    shell::Wall wall(room_of(demo()), files());
    Seen seen = look(wall, {"board:importance"});
    model::TouchpointId const id = model::find_touchpoint(wall.room(), "T36");
    app::update(wall.world(), seen.state, app::DragMark{id, 300, 200});
    scene::ScreenRect const before = control_of(wall, seen.state, id);
    app::update(wall.world(), seen.state, app::SetPeriod{*base::parse_period("2026-Q2")});
    CHECK(control_of(wall, seen.state, id).x == doctest::Approx(before.x).epsilon(0.02));
    app::update(wall.world(), seen.state, app::Resize{{3840, 2160}});
    scene::ScreenRect const after = control_of(wall, seen.state, id);
    CHECK(after.x == doctest::Approx(2 * before.x).epsilon(0.02));
    CHECK(after.y == doctest::Approx(2 * before.y).epsilon(0.02));
}

TEST_CASE("how many people are let down reads well at any level and on every panel") {
    shell::Wall wall(room_of(demo()), files());
    for (char const* view : {"home", "stage:S6", "journey:J2", "touchpoint:T40"})
        check_board(wall, Visit{view, scene::Overlay::Volume});
    for (Visit visit : odd_walls) {
        visit.overlay = scene::Overlay::Volume;
        for (char const* view : {"home", "stage:S6"}) {
            visit.view = view;
            check_texts(wall, visit);
        }
    }
}

TEST_CASE("the panel of further views lies whole on the screen, above the dock, each word inside") {
    shell::Wall wall(room_of(demo()), files());
    std::vector<Visit> walls = odd_walls;
    walls.push_back({});
    for (Visit visit : walls) {
        visit.view = "home";
        CAPTURE(visit.size.w);
        CAPTURE(visit.diagonal_in);
        CAPTURE(visit.large_type);
        Seen seen = look(wall, visit);
        app::update(wall.world(), seen.state, app::ToggleMore{});
        scene::Chrome const chrome = wall.chrome(seen.state);
        scene::Physical const physical = app::physical_of(seen.state);
        double const size = layout::font_size_for_cap(8.6) * physical.hand_type *
                            scene::chrome_unit(visit.size, physical);
        int choices = 0;
        for (scene::Control const& control : chrome.controls) {
            if (!control.in_panel) continue;
            ++choices;
            CAPTURE(control.label);
            CHECK(control.rect.x >= 0);
            CHECK(control.rect.y >= 0);
            CHECK(control.rect.right() <= visit.size.w);
            CHECK(control.rect.bottom() <= chrome.dock.y);
            CHECK(wall.text().measure().width_em(control.label, layout::Weight::SemiBold) * size <=
                  control.rect.w);
        }
        CHECK(choices >= 7);
    }
}

TEST_CASE("rooms with nothing to place say what would fill the boards") {
    model::Room empty;
    empty.info.title = "Empty";
    model::Room bare = room_of(demo());
    bare.scores.clear();
    bare.asset_periods.clear();
    bare.loss_reasons.clear();
    bare.components.clear();
    for (auto& node : bare.blueprint_nodes)
        node.component = {};
    for (model::Room* room : {&empty, &bare}) {
        shell::Wall wall(std::move(*room), files());
        check_boards(wall, {});
        for (auto const& [board, what] : {std::pair{"board:importance", "score of a rival"},
                                          {"board:measures", "score of a rival"},
                                          {"board:asset", "fill these bowls"},
                                          {"board:contradictions", "fill this list"},
                                          {"board:components", "fill this list"}}) {
            auto const texts = texts_of(wall, look(wall, {board}).list);
            CHECK(std::any_of(texts.begin(), texts.end(), [&](InkedText const& text) {
                return text.text.find(what) != std::string::npos;
            }));
        }
    }
}

TEST_CASE("the net says which way in words, each bar its figure and period") {
    shell::Wall wall(room_of(demo()), files());
    std::set<std::string> said;
    for (InkedText const& text : texts_of(wall, look(wall, {"board:asset"}).list))
        said.insert(text.text);
    for (char const* words :
         {"6,000", "customers fewer", "+4,500", "Q4 2024", "\u22126,000", "Q3 2026", "\u2212500"}) {
        CAPTURE(words);
        CHECK(said.contains(words));
    }
}

TEST_CASE("reasons that cannot be right are said to be wrong beside them") {
    auto const said = [](model::Room room, std::string_view words) {
        shell::Wall wall(std::move(room), files());
        auto const texts = texts_of(wall, look(wall, {"board:asset"}).list);
        return std::any_of(texts.begin(), texts.end(), [&](InkedText const& text) {
            return text.text.find(words) != std::string::npos;
        });
    };
    model::Room const demo_room = room_of(demo());
    CHECK_FALSE(said(demo_room, "reasons nobody knows"));
    CHECK_FALSE(said(demo_room, "more than left"));
    model::Room over = demo_room;
    over.asset_periods.back().lost = 30'000;
    CHECK(said(over, "reasons named for 2,000 more than left"));
    model::Room unknown = demo_room;
    std::erase_if(unknown.loss_reasons,
                  [](model::LossReason const& reason) { return reason.count == 7400; });
    CHECK(said(unknown, "no reason named for 7,400"));
    CHECK(said(unknown, "reasons nobody knows"));
}

TEST_CASE("old figures are striped on the boards as on the map, and a dragged mark says how old") {
    for (bool const old : {false, true}) {
        model::Room room = room_of(demo());
        for (model::Source& source : room.sources) {
            source.cadence_days.reset();
            if (!old) continue;
            source.cadence_days = 30;
            source.last_loaded = *base::parse_date("2026-06-01");
        }
        shell::Wall wall(std::move(room), files());
        for (char const* board :
             {"board:importance", "board:measures", "board:contradictions", "board:components"}) {
            CAPTURE(board);
            Seen seen = look(wall, {board});
            app::update(wall.world(), seen.state,
                        app::DragMark{model::find_touchpoint(wall.room(), "T36"), 50, 40});
            wall.build(seen.state, seen.list);
            std::set<std::uint32_t> striped, stale;
            scene::ChromeInput const in = app::chrome_input(wall.world(), seen.state);
            for (scene::Entry const& e : seen.list.entries) {
                bool const quad = e.kind == scene::PrimitiveKind::Quad &&
                                  e.item_kind == scene::ItemKind::Touchpoint;
                if (!quad) continue;
                bool const hatched = seen.list.quads[e.index].pattern == scene::Pattern::Hatched;
                if (e.role == scene::Role::State && hatched) striped.insert(e.item);
                auto const& f = in.figures.touchpoints[e.item];
                bool const scores = std::string_view(board) != "board:components";
                // Nothing is not old.
                bool const promise = f.stale && f.state != metrics::PromiseState::NoData;
                if (e.role == scene::Role::Mark && (promise || (scores && f.scores_stale)))
                    stale.insert(e.item);
            }
            CHECK(striped == stale);
            CHECK((stale.size() > 1) == old);
            auto const texts = texts_of(wall, seen.list);
            bool const says = std::any_of(texts.begin(), texts.end(), [](InkedText const& text) {
                return text.text.find("old figures") != std::string::npos &&
                       text.text.find("striped") == std::string::npos;
            });
            // The components board has no words on the age of a promise: its card says it.
            if (std::string_view(board) != "board:components") CHECK(says == old);
        }
    }
}

TEST_CASE("a dragged mark says how many answers its scores and its weight rest on") {
    shell::Wall wall(room_of(demo()), files());
    Seen seen = look(wall, {"board:importance"});
    app::update(wall.world(), seen.state,
                app::DragMark{model::find_touchpoint(wall.room(), "T36"), 60, 40});
    wall.build(seen.state, seen.list);
    std::string all;
    for (InkedText const& text : texts_of(wall, seen.list))
        all += text.text + "\n";
    CHECK(all.find("(n 400)") != std::string::npos);
    CHECK(all.find("of 100 (n 2,412)") != std::string::npos);
    CHECK(all.find("52 touchpoints stand here") != std::string::npos);
}

TEST_CASE("absurd customer counts are shown as they are, and no marble leaves its bowl") {
    std::optional<std::int64_t> const none;
    constexpr std::int64_t huge = 10'000'000;
    struct Row {
        std::optional<std::int64_t> opening, gained, won_back, lost, closing;
    };
    for (Row const& counts :
         {Row{0, 0, 0, 0, 0}, Row{none, none, none, none, none},
          Row{huge, huge, huge, 3 * huge, huge}, Row{5, 1, 0, 4000, -3994},
          Row{100, 20, none, 7, 90}, Row{none, 20, 3, none, none}, Row{1000, 499, 250, 251, 77}}) {
        model::Room room = room_of(demo());
        for (model::AssetPeriod& row : room.asset_periods) {
            row.opening = counts.opening;
            row.gained = counts.gained;
            row.won_back = counts.won_back;
            row.lost = counts.lost;
            row.closing = counts.closing;
        }
        for (model::LossReason& reason : room.loss_reasons)
            reason.reason += " and then some more words that somebody typed when they left us";
        room.loss_reasons.back().count = huge;
        shell::Wall wall(std::move(room), files());
        CAPTURE(counts.gained.value_or(-1));
        for (Visit visit : odd_walls) {
            visit.view = "board:asset";
            Seen const seen = look(wall, visit);
            scene::ScreenRect const map = wall.chrome(seen.state).map;
            for (scene::Entry const& entry : seen.list.entries) {
                bool const marble = entry.kind == scene::PrimitiveKind::Quad &&
                                    entry.role == scene::Role::Mark &&
                                    (entry.item_kind == scene::ItemKind::Room ||
                                     entry.item_kind == scene::ItemKind::Stage);
                if (!marble) continue;
                scene::ScreenRect const& rect = seen.list.quads[entry.index].rect;
                CHECK(lies_in(rect, map));
            }
        }
    }
}

TEST_CASE("three hundred touchpoints at one place stand apart, inside the board") {
    model::Room room = room_of(demo());
    model::Touchpoint touchpoint = room.touchpoints.front();
    for (int i = 0; i < 300; ++i) {
        touchpoint.key = "X" + std::to_string(i);
        touchpoint.title =
            "Datenschutzgrundverordnungseinwilligungserkl\u00E4rung " + touchpoint.key;
        room.touchpoints.push_back(touchpoint);
    }
    shell::Wall wall(std::move(room), files());
    for (char const* board : {"board:importance", "board:measures"}) {
        Seen seen = look(wall, {board});
        for (auto& f : seen.state.figures.touchpoints) {
            f.importance = 1.0 / 352;
            f.relative_gap = 3;
            f.position = metrics::Position::Lead;
            f.state = metrics::PromiseState::Broken;
            f.reliability = 0.8;
            f.target = 0.9;
            f.broken_promises = 7;
        }
        wall.build(seen.state, seen.list);
        check_board(wall, seen);
        auto const controls = wall.chrome(seen.state).controls;
        CHECK(std::count_if(controls.begin(), controls.end(), [](scene::Control const& c) {
                  return c.kind == scene::ControlKind::BoardMark;
              }) == 352);
    }
}

namespace {

// Everything that the wall says, one text a line.
std::string words_on(shell::Wall& wall, Visit const& visit) {
    std::string all;
    for (InkedText const& text : texts_of(wall, look(wall, visit).list))
        all += text.text + "\n";
    return all;
}

bool says(std::string const& words, std::string_view part) {
    return words.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("what the house believes stands against what is measured, with n and the middle half") {
    shell::Wall wall(room_of(demo()), files());
    std::string const home = words_on(wall, {"home", scene::Overlay::PerceptionGap});
    CHECK(says(home, "Leaders believe that "));
    CHECK(says(home, "\n70\n"));
    CHECK(says(home, "; it is \n35\n"));
    CHECK(says(home, "leaders believe 70 (half of them 67.2 to 75.8, n 12)"));
    CHECK(says(home, "front line believe 45 (half of them 39.5 to 48.5, n 20)"));
    CHECK(says(home, "measured 35 of 100, Jul\u2013Sep 2026"));
    CHECK(says(home, "nobody guessed"));
    CHECK(says(words_on(wall, {"journey:J2", scene::Overlay::PerceptionGap}), "Leaders believe "));
    for (char const* view : {"home", "journey:J2", "stage:S6", "stage:S3"})
        check_board(wall, Visit{view, scene::Overlay::PerceptionGap});
    for (Visit visit : odd_walls) {
        visit.overlay = scene::Overlay::PerceptionGap;
        for (char const* view : {"home", "stage:S6"}) {
            visit.view = view;
            check_texts(wall, visit);
        }
    }
}

TEST_CASE("an earlier period shows what was believed then, and nothing before the first guess") {
    shell::Wall wall(room_of(demo()), files());
    Seen seen = look(wall, {"home", scene::Overlay::PerceptionGap});
    auto const said_in = [&](char const* period) {
        app::update(wall.world(), seen.state, app::SetPeriod{*base::parse_period(period)});
        app::settle(wall.world(), seen.state);
        wall.build(seen.state, seen.list);
        std::string all;
        for (InkedText const& text : texts_of(wall, seen.list))
            all += text.text + "\n";
        return all;
    };
    CHECK(says(said_in("2026-Q1"), "leaders believe 80"));
    CHECK(says(said_in("2026-Q2"), "leaders believe 80"));
    CHECK(says(said_in("2025-Q4"), "Nobody was asked what they believe"));
}

TEST_CASE("under five guesses give no figure, and a room without guesses says what would fill it") {
    model::Room few = room_of(demo());
    few.guesses.resize(4);
    shell::Wall wall(std::move(few), files());
    std::string const home = words_on(wall, {"home", scene::Overlay::PerceptionGap});
    CHECK(says(home, "4 guesses so far"));
    CHECK(says(home, "leaders: 4 asked, too few to say"));
    CHECK_FALSE(says(home, "believe that"));
    model::Room none = room_of(demo());
    none.guesses.clear();
    shell::Wall bare(std::move(none), files());
    CHECK(says(words_on(bare, {"home", scene::Overlay::PerceptionGap}),
               "Nobody was asked what they believe"));
    model::Room empty;
    empty.info.title = "Empty";
    shell::Wall nothing(std::move(empty), files());
    check_texts(nothing, Visit{"home", scene::Overlay::PerceptionGap});
}

TEST_CASE("a long press on what people believe asks for the yield that it is held against") {
    shell::Wall wall(room_of(demo()), files());
    Seen const seen = look(wall, {"home", scene::Overlay::PerceptionGap});
    scene::Chrome const chrome = wall.chrome(seen.state);
    auto const asked = scene::figure_at(app::chrome_input(wall.world(), seen.state), chrome,
                                        chrome.title.centre());
    REQUIRE(asked);
    CHECK(asked->kind == scene::FigureKind::JourneyYield);
    CHECK(wall.room().at(asked->journey).key == "J2");
}

TEST_CASE(
    "boards of one stage and of forty, with long German and Arabic names, keep their words apart") {
    for (std::size_t const stages : {1U, 40U}) {
        model::Room room;
        room.info.title = "Stufen";
        model::Journey journey;
        journey.key = "J0";
        journey.title = "Kundenlebenszyklus";
        room.journeys.push_back(journey);
        base::Period const period = *base::parse_period("2026-Q3");
        room.asset_periods.push_back({period, 90'000, 4'000, 100, 5'000, 89'100});
        for (std::size_t i = 0; i < stages; ++i) {
            model::Stage stage;
            stage.journey = model::JourneyId(0);
            stage.key = "S" + std::to_string(i);
            stage.order = static_cast<double>(i);
            stage.name = i % 2 == 0 ? "Heizungswartungsvertragsabschluss" : "أدفع فاتورتي كل شهر";
            room.stages.push_back(stage);
            room.loss_reasons.push_back({period, "Vertragsunterlagen nicht verstanden",
                                         static_cast<std::int64_t>(100 + i), model::StageId(i)});
        }
        shell::Wall wall(std::move(room), files());
        CAPTURE(stages);
        Seen seen = look(wall, {"board:asset"});
        app::update(wall.world(), seen.state, app::SetPeriod{period});
        app::settle(wall.world(), seen.state);
        wall.build(seen.state, seen.list);
        for (InkedText const& text : texts_of(wall, seen.list)) {
            CAPTURE(text.text);
            CHECK(text.ink.right() <= seen.state.view.size.w);
        }
        CHECK(says(words_on(wall, {"board:asset"}), "5,000"));
        auto const texts = texts_of(wall, seen.list);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            for (std::size_t j = i + 1; j < texts.size(); ++j) {
                base::ScreenRect const both = base::intersection(texts[i].ink, texts[j].ink);
                CAPTURE(texts[i].text);
                CAPTURE(texts[j].text);
                CHECK_FALSE((both.w > 0.5 && both.h > 0.5));
            }
        }
    }
}

TEST_CASE("effort is shown where somebody counted it, and nowhere else") {
    model::Room room = room_of(demo());
    base::Period const quarter = *model::default_period(room);
    for (char const* key : {"T40", "T41"}) {
        room.efforts.push_back({model::find_touchpoint(room, key),
                                model::EffortMeasure::Contacts,
                                quarter,
                                key[2] == '0' ? 2.4 : 1.2,
                                310,
                                {}});
    }
    shell::Wall wall(std::move(room), files());
    std::string const stage = words_on(wall, {"stage:S6", scene::Overlay::Effort});
    CHECK(says(stage, "2.4 (n = 310)"));
    CHECK(says(stage, "not counted"));
    CHECK(says(stage, "contacts for one outcome"));
    for (char const* view : {"home", "journey:J2", "stage:S6"}) {
        CAPTURE(view);
        check_texts(wall, Visit{view, scene::Overlay::Effort});
    }
    std::string behind;
    Seen const seen = look(wall, {"figure:effort:T40", scene::Overlay::Effort});
    for (InkedText const& text : definition_texts(wall, seen.list))
        behind += text.text + "|";
    CHECK(says(behind, "310 outcomes"));
    shell::Wall bare(room_of(demo()), files());
    CHECK_FALSE(says(words_on(bare, {"stage:S6", scene::Overlay::Effort}), "n = 310"));
}

TEST_CASE(
    "cases that were followed come before promises multiplied, and say when failures cluster") {
    model::Room room = room_of(demo());
    room.case_outcomes.push_back(
        {model::find_journey(room, "J2"), *model::default_period(room), 2780, 7220});
    shell::Wall wall(std::move(room), files());
    for (char const* view : {"home", "journey:J2"}) {
        CAPTURE(view);
        std::string const words = words_on(wall, {view, scene::Overlay::Reliability});
        CHECK(says(words, "7,220 cases followed; by its promises alone 35: failures cluster"));
        check_texts(wall, Visit{view, scene::Overlay::Reliability});
    }
}

TEST_CASE("nothing due, nothing counted and two reasons in one place are told as they are") {
    shell::Wall wall(room_of(demo()), files());
    std::string const reasons = words_on(wall, {"board:asset"});
    CHECK(says(reasons, "Unknown: 3,200;"));
    CHECK(says(reasons, "other reasons: 1,500"));
    auto const nothing_due = model::find_touchpoint(wall.room(), "T49");
    Seen const seen = look(wall, {"stage:S8", scene::Overlay::Volume});
    auto const mark =
        scene::mark_of(scene::Overlay::Volume, seen.state.figures, nothing_due, seen.state.theme);
    REQUIRE(mark);
    CHECK(mark->shape == scene::Shape::Ring);
}
