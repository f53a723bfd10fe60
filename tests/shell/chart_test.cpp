// The control chart as a visitor reads it: percents, captions that say what is there, one finding
// behind all arrows, and old figures that are striped wherever they stand.
#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <set>

#include "app/controls.hpp"
#include "app/session.hpp"
#include "scene/build_scene.hpp"
#include "scene/overlay.hpp"
#include "scene/series.hpp"
#include "shell/picture_state.hpp"
#include "shell/seen_wall.hpp"

using namespace shell_test;
using scene::ItemKind;
using scene::Role;

namespace {

Seen look_at(shell::Wall& wall, Visit const& visit, char const* period) {
    Seen seen = look(wall, visit);
    app::update(wall.world(), seen.state, app::SetPeriod{*base::parse_period(period)});
    app::settle(wall.world(), seen.state);
    wall.build(seen.state, seen.list);
    return seen;
}

struct CardText {
    std::string text;
    Role role = Role::Label;
    double cap_px = 0;
};

std::vector<CardText> texts_in(shell::Wall& wall, Seen const& seen, ItemKind kind) {
    std::vector<CardText> texts;
    for (scene::Entry const& entry : seen.list.entries) {
        if (entry.item_kind != kind || entry.kind != scene::PrimitiveKind::GlyphRun) continue;
        scene::GlyphRun const& run = seen.list.runs[entry.index];
        texts.push_back({wall.fonts().run(run.run).text, entry.role,
                         static_cast<double>(run.size_px) * layout::cap_height_em});
    }
    return texts;
}

std::string words_in(shell::Wall& wall, Seen const& seen, ItemKind kind) {
    std::string all;
    for (CardText const& text : texts_in(wall, seen, kind))
        all += text.text + " ";
    return all;
}

bool says(std::string const& words, std::string_view part) {
    return words.find(part) != std::string::npos;
}

std::size_t hatched(Seen const& seen, ItemKind kind) {
    return static_cast<std::size_t>(std::count_if(
        seen.list.entries.begin(), seen.list.entries.end(), [&](scene::Entry const& entry) {
            return entry.item_kind == kind && entry.role == Role::State &&
                   entry.kind == scene::PrimitiveKind::Quad &&
                   seen.list.quads[entry.index].pattern == scene::Pattern::Hatched;
        }));
}

// The band's boxes are the only ones of a card that let the paper through.
bool band_drawn(Seen const& seen) {
    return std::any_of(seen.list.entries.begin(), seen.list.entries.end(),
                       [&](scene::Entry const& entry) {
                           return entry.item_kind == ItemKind::Card && entry.role == Role::Scale &&
                                  entry.kind == scene::PrimitiveKind::Quad &&
                                  seen.list.quads[entry.index].fill.a < 255;
                       });
}

// 30 months about `usual` percent kept, the last three about `last`.
model::Room with_months(char const* key, int usual, int last) {
    model::Room room = room_of(demo());
    model::TouchpointId const id = model::find_touchpoint(room, key);
    std::erase_if(room.observations, [&](auto const& row) { return row.touchpoint == id; });
    base::Period month = *base::parse_period("2024-10");
    for (int i = 0; i < 24; ++i, month = base::month_after(month, 1)) {
        model::Observation row;
        row.touchpoint = id;
        row.period = month;
        row.due = 1000;
        row.kept = (i >= 21 ? last : usual) * 10 + (i % 2 == 0 ? 4 : -4);
        room.observations.push_back(row);
    }
    return room;
}

}  // namespace

TEST_CASE("round percents lie within what a chart shows: two or three, a step of their own apart") {
    for (int low = 0; low < 100; low += 3) {
        for (int high = low + 16; high <= 100; high += 7) {
            scene::ShareRange const range{low / 100.0, high / 100.0};
            auto const shares = scene::round_shares(range);
            CAPTURE(low);
            CAPTURE(high);
            REQUIRE(shares.size() >= 2);
            CHECK(shares.size() <= 3);
            for (double const share : shares) {
                CHECK(share >= range.low - 1e-6);
                CHECK(share <= range.high + 1e-6);
                CHECK(std::abs(share * 100 - std::round(share * 100)) < 1e-6);
            }
        }
    }
}

TEST_CASE("a control chart has its percents and what was promised, in sizes that read") {
    shell::Wall wall(room_of(demo()), files());
    for (char const* key : {"T37", "T40", "T41", "T42", "T48"}) {
        CAPTURE(key);
        Seen const seen = look(wall, {std::string("touchpoint:") + key});
        double const px_per_mm = app::physical_of(seen.state).px_per_mm;
        std::vector<std::string> percents;
        for (CardText const& text : texts_in(wall, seen, ItemKind::Card)) {
            bool const percent = text.role == Role::Axis && text.text.ends_with("\u00A0%");
            if (!percent) continue;
            percents.push_back(text.text);
            CHECK(text.cap_px / px_per_mm >= 4.7);
        }
        CHECK(percents.size() >= 2);
        CHECK(percents.size() <= 4);
        auto const& f =
            seen.state.figures.touchpoints[model::find_touchpoint(wall.room(), key).index()];
        CHECK(percents.front() ==
              std::to_string(static_cast<int>(std::lround(*f.target * 100))) + "\u00A0%");
    }
}

TEST_CASE("a caption speaks of a band only where one is drawn, in any period") {
    shell::Wall wall(room_of(demo()), files());
    bool with = false;
    bool without = false;
    for (char const* period : {"2026-Q3", "2024-10", "2020-01", "2027-Q1"}) {
        for (char const* key : {"T25", "T37", "T40", "T48", "T49"}) {
            CAPTURE(period);
            CAPTURE(key);
            Seen const seen = look_at(wall, {std::string("touchpoint:") + key}, period);
            std::string const words = words_in(wall, seen, ItemKind::Card);
            CHECK(says(words, "Grey band") == band_drawn(seen));
            with = with || band_drawn(seen);
            without = without || !band_drawn(seen);
        }
    }
    CHECK(with);
    CHECK(without);
    CHECK(says(words_in(wall, look_at(wall, {"touchpoint:T40"}, "2020-01"), ItemKind::Card),
               "None of these months are counted."));
    CHECK(says(words_in(wall, look(wall, {"touchpoint:T49"}), ItemKind::Card),
               "Nothing fell due in these months."));
    std::string const few = words_in(wall, look(wall, {"touchpoint:T48"}), ItemKind::Card);
    CHECK(says(few, "its middle so far, from 5 months"));
}

TEST_CASE("the definition of the months says middle, limits and signal with what they rest on") {
    shell::Wall wall(room_of(demo()), files());
    std::string const calm =
        words_in(wall, look(wall, {"figure:months:T40"}), ItemKind::Definition);
    CAPTURE(calm);
    CHECK(says(calm, "in 12 months, Oct 2024\u2013Sep 2025"));
    CHECK(says(calm, "%, where 2,339 fell due as in Sep 2026"));
    CHECK(says(calm, "none in Jul\u2013Sep 2026"));
    std::string const few = words_in(wall, look(wall, {"figure:months:T48"}), ItemKind::Definition);
    CHECK(says(few, "none yet: 5 of 8 months with 10 promises or more"));
    CHECK(says(words_in(wall, look(wall, {"figure:months:T37"}), ItemKind::Definition),
               "Sep 2026: far worse than this process gives by itself"));
}

TEST_CASE("an accepted level stands in the definition with its month and its whole reason") {
    model::Room room = with_months("T40", 70, 95);
    std::string reason;
    for (int i = 0; i < 400; ++i)
        reason += (i > 0 ? " reason" : "reason") + std::to_string(i);
    room.baselines = {
        {model::find_touchpoint(room, "T40"), base::parse_period("2026-07")->first, reason}};
    shell::Wall wall(std::move(room), files());
    check_definition(wall, {"figure:months:T40"});
    Seen seen = look(wall, {"figure:months:T40"});
    std::string words = words_in(wall, seen, ItemKind::Definition);
    CHECK(says(words, "a new one from Jul 2026:"));
    CHECK(says(words, "the new level has 3 of the 4 months it takes; before it 7"));
    // The months keep their room; what the reason has no room for stands below the last of them.
    CHECK(says(words, "Sep 2026"));
    CHECK(says(words, "goes on below the last row"));
    REQUIRE(seen.state.view.definitions.size() == 1);
    for (int page = 0; page < 40; ++page) {
        auto const controls = wall.chrome(seen.state).controls;
        auto const further =
            std::find_if(controls.begin(), controls.end(), [](scene::Control const& control) {
                return control.kind == scene::ControlKind::DefinitionRows;
            });
        REQUIRE(further != controls.end());
        if (further->row == 0) break;
        seen.state.view.definitions[0].first_row = further->row;
        wall.build(seen.state, seen.list);
        words += words_in(wall, seen, ItemKind::Definition);
    }
    for (int i = 0; i < 400; ++i)
        CHECK(says(words, "reason" + std::to_string(i)));
}

TEST_CASE("the caption under a new level tells of the band before it and of the months it has") {
    model::Room room = with_months("T40", 70, 95);
    model::TouchpointId const id = model::find_touchpoint(room, "T40");
    room.baselines = {{id, base::parse_period("2026-09")->first, "A second depot"}};
    shell::Wall wall(room, files());
    Seen const seen = look(wall, {"touchpoint:T40"});
    CHECK(band_drawn(seen));
    std::string const words = words_in(wall, seen, ItemKind::Card);
    CAPTURE(words);
    CHECK(says(words, "by itself before Sep 2026. Its new level has 1 of the months it takes: 4"));
    CHECK_FALSE(says(words, "No middle"));
    CHECK_FALSE(says(words, "for the room\u2019s staff to accept"));
}

TEST_CASE(
    "the period before is compared with the words of the one signal, whichever way it moved") {
    // Above its usual level, and yet below the period before.
    model::Room room = with_months("T40", 70, 78);
    model::TouchpointId const id = model::find_touchpoint(room, "T40");
    for (model::Observation& row : room.observations)
        if (row.touchpoint == id && base::lies_within(row.period, *base::parse_period("2026-Q2")))
            row.kept = 850;
    shell::Wall wall(std::move(room), files());
    Seen const seen = look(wall, {"touchpoint:T40"});
    auto const& f = seen.state.figures.touchpoints[id.index()];
    REQUIRE(f.signal);
    CHECK_FALSE(f.signal->worse);
    std::string const words = words_in(wall, seen, ItemKind::Card);
    CAPTURE(words);
    CHECK(says(words, "Before, Apr\u2013Jun 2026: 85.0\u00A0%"));
    CHECK(says(words, "better than its usual 70.0\u00A0%"));
}

TEST_CASE("at home an arrow stands at every touchpoint whose chart signals, and at no other") {
    shell::Wall wall(room_of(demo()), files());
    Seen const seen = look(wall, {"home"});
    std::vector<int> arrows(wall.room().touchpoints.size(), 0);
    for (scene::Entry const& entry : seen.list.entries) {
        if (entry.item_kind != ItemKind::Touchpoint || entry.kind != scene::PrimitiveKind::Quad)
            continue;
        scene::Shape const shape = seen.list.quads[entry.index].shape;
        if (shape == scene::Shape::ArrowUp || shape == scene::Shape::ArrowDown)
            ++arrows[entry.item];
    }
    bool any = false;
    for (std::size_t i = 0; i < arrows.size(); ++i) {
        bool const signal = scene::signal_arrow(seen.state.figures.touchpoints[i]).has_value();
        CAPTURE(wall.room().touchpoints[i].key);
        CHECK((arrows[i] > 0) == signal);
        any = any || signal;
    }
    CHECK(any);
}

TEST_CASE("old figures are striped on the map, in the minimap, beside a stage and on the floor") {
    model::Room room = room_of(demo());
    for (model::Source& source : room.sources) {
        source.cadence_days = 30;
        source.last_loaded = base::parse_date("2026-06-01");
    }
    for (model::Observation& row : room.observations)
        row.source = model::SourceId(0);
    shell::Wall old(room, files());
    for (model::Source& source : room.sources)
        source.last_loaded = base::parse_date("2026-09-30");
    shell::Wall fresh(std::move(room), files());
    CHECK(hatched(look(old, {"home"}), ItemKind::Touchpoint) > 20);
    CHECK(hatched(look(old, {"home"}), ItemKind::Minimap) > 20);
    // A feed that stopped is old whatever its source says.
    CHECK(hatched(look(fresh, {"home"}), ItemKind::Minimap) < 4);
    std::string_view const said = "old figures, loaded 122 days ago";
    CHECK(says(words_in(old, look(old, {"stage:S6"}), ItemKind::Touchpoint), said));
    CHECK_FALSE(says(words_in(fresh, look(fresh, {"stage:S6"}), ItemKind::Touchpoint), said));
    Visit floor{"journey:J2"};
    floor.curtain = 1;
    CHECK(hatched(look(old, floor), ItemKind::Node) > 0);
    CHECK(hatched(look(fresh, floor), ItemKind::Node) == 0);
}

namespace {

// The demo looked at on a day when every source is overdue, and an effort at T36.
model::Room old_demo() {
    model::Room room = room_of(demo());
    for (model::Source& source : room.sources) {
        source.cadence_days = 30;
        source.last_loaded = base::parse_date("2026-06-01");
    }
    model::Effort effort;
    effort.touchpoint = model::find_touchpoint(room, "T36");
    effort.period = *base::parse_period("2026-09");
    effort.value = 2.4;
    effort.n = 310;
    effort.source = model::SourceId(0);
    room.efforts.push_back(effort);
    return room;
}

bool any_hatched(Seen const& seen, ItemKind kind, Role role) {
    return std::any_of(seen.list.entries.begin(), seen.list.entries.end(),
                       [&](scene::Entry const& entry) {
                           return entry.item_kind == kind && entry.role == role &&
                                  entry.kind == scene::PrimitiveKind::Quad &&
                                  seen.list.quads[entry.index].pattern == scene::Pattern::Hatched;
                       });
}

}  // namespace

TEST_CASE("an old card is striped at its state, at its scores and above its source, and says why") {
    shell::Wall wall(old_demo(), files());
    Seen const seen = look(wall, {"touchpoint:T36"});
    CHECK(hatched(seen, ItemKind::Card) == 3);
    std::string const words = words_in(wall, seen, ItemKind::Card);
    CAPTURE(words);
    CHECK(says(words, "0 to 10 \u00B7 old figures, loaded 122 days ago"));
    CHECK(says(words, "310) \u00B7 old figures, loaded 122 days ago"));
    shell::Wall fresh(room_of(demo()), files());
    CHECK(hatched(look(fresh, {"touchpoint:T36"}), ItemKind::Card) == 0);
    CHECK_FALSE(says(words_in(fresh, look(fresh, {"touchpoint:T36"}), ItemKind::Card), "old fig"));
}

TEST_CASE("old figures are striped under every overlay that shows them, and the legend says so") {
    shell::Wall old(old_demo(), files());
    shell::Wall fresh(room_of(demo()), files());
    for (auto const overlay : {scene::Overlay::Reliability, scene::Overlay::Differentiation,
                               scene::Overlay::Volume, scene::Overlay::Effort}) {
        CAPTURE(key_of(overlay));
        Seen const seen = look(old, {"home", overlay});
        bool const one = overlay == scene::Overlay::Effort;
        CHECK(hatched(seen, ItemKind::Touchpoint) >= (one ? 1U : 40U));
        CHECK(hatched(seen, ItemKind::Minimap) >= (one ? 1U : 40U));
        CHECK(hatched(look(fresh, {"home", overlay}), ItemKind::Touchpoint) < 2);
        CHECK(says(words_in(old, seen, ItemKind::Legend), "striped: old figures"));
        std::string const stage =
            words_in(old, look(old, {"stage:S6", overlay}), ItemKind::Touchpoint);
        CHECK(says(stage, "old figures, loaded 122 days ago"));
    }
    // A mark made of lines lies over its stripes, whole.
    Seen const seen = look(old, {"home", scene::Overlay::Differentiation});
    bool any = false;
    for (std::size_t i = 1; i < seen.list.entries.size(); ++i) {
        scene::Entry const& entry = seen.list.entries[i];
        if (entry.item_kind != ItemKind::Touchpoint || entry.role != Role::Mark) continue;
        scene::Quad const& mark = seen.list.quads[entry.index];
        if (mark.shape != scene::Shape::ChevronUp) continue;
        any = true;
        scene::Entry const& before = seen.list.entries[i - 1];
        CHECK(before.item == entry.item);
        CHECK(seen.list.quads[before.index].pattern == scene::Pattern::Hatched);
    }
    CHECK(any);
}

TEST_CASE("what is believed is held against old figures in words and stripes") {
    auto const gap = scene::Overlay::PerceptionGap;
    shell::Wall old(old_demo(), files());
    Seen const seen = look(old, {"home", gap});
    CHECK(hatched(seen, ItemKind::Stage) == 1);
    CHECK(says(words_in(old, seen, ItemKind::Room), "by old figures"));
    CHECK(says(words_in(old, seen, ItemKind::Legend), "striped: old figures"));
    shell::Wall fresh(room_of(demo()), files());
    CHECK(hatched(look(fresh, {"home", gap}), ItemKind::Stage) == 0);
    CHECK_FALSE(says(words_in(fresh, look(fresh, {"home", gap}), ItemKind::Room), "old"));
}

TEST_CASE("headline and yields that rest on overdue sources carry the stripes and say how many") {
    shell::Wall old(old_demo(), files());
    Seen const home = look(old, {"home"});
    CHECK(any_hatched(home, ItemKind::Room, Role::State));
    CHECK(says(words_in(old, home, ItemKind::Room), "5 of 5 measured, 5 old"));
    CHECK(hatched(home, ItemKind::Stage) == 8);
    CHECK(says(words_in(old, home, ItemKind::Stage), "9 of 9 measured, 9 old"));
    Seen const stage = look(old, {"stage:S3"});
    CHECK(any_hatched(stage, ItemKind::Room, Role::State));
    CHECK(says(words_in(old, stage, ItemKind::Journey), "9 of 9 measured, 9 old"));
    shell::Wall fresh(room_of(demo()), files());
    CHECK_FALSE(any_hatched(look(fresh, {"home"}), ItemKind::Room, Role::State));
}

TEST_CASE("definitions say since when a source is overdue, and put the stripes before it") {
    shell::Wall old(old_demo(), files());
    shell::Wall fresh(room_of(demo()), files());
    for (char const* figure : {"figure:kept:T36", "figure:months:T36", "figure:split:T36",
                               "figure:scores:T36", "figure:effort:T36", "figure:yield:S6"}) {
        CAPTURE(figure);
        check_definition(old, {figure});
        Seen const seen = look(old, {figure});
        std::string const words = words_in(old, seen, ItemKind::Definition);
        CHECK(says(words, "overdue since 2 Jul 2026, it is due every month"));
        CHECK(any_hatched(seen, ItemKind::Definition, Role::State));
        Seen const now = look(fresh, {figure});
        CHECK_FALSE(says(words_in(fresh, now, ItemKind::Definition), "overdue"));
        CHECK_FALSE(any_hatched(now, ItemKind::Definition, Role::State));
    }
}

TEST_CASE("a feed that was loaded but counts nothing since says from when on nothing came") {
    model::Room room = room_of(demo());
    model::TouchpointId const id = model::find_touchpoint(room, "T40");
    std::erase_if(room.observations, [&](model::Observation const& row) {
        return row.touchpoint == id && row.period.last > *base::parse_date("2026-07-31");
    });
    shell::Wall wall(std::move(room), files());
    std::string const card = words_in(wall, look(wall, {"touchpoint:T40"}), ItemKind::Card);
    CAPTURE(card);
    CHECK(says(card, "old figures, nothing since Jul 2026"));
    CHECK(says(words_in(wall, look(wall, {"figure:kept:T40"}), ItemKind::Definition),
               "overdue: nothing counted since 31 Jul 2026"));
}

TEST_CASE("the states behind frozen stage names and in lit boxes are striped where they are old") {
    for (bool const old : {true, false}) {
        CAPTURE(old);
        shell::Wall wall(old ? old_demo() : room_of(demo()), files());
        shell::PictureOptions options;
        options.view = "journey:J2";
        options.size = {1920, 1080};
        options.light = "T37";
        Seen seen{{}, shell::picture_state(wall, options)};
        wall.build(seen.state, seen.list);
        std::set<std::uint32_t> marked;
        for (scene::Entry const& entry : seen.list.entries) {
            bool const quad = entry.kind == scene::PrimitiveKind::Quad &&
                              entry.role == Role::State &&
                              seen.list.quads[entry.index].pattern == scene::Pattern::Solid;
            if (quad && entry.item_kind == ItemKind::Touchpoint) marked.insert(entry.item);
        }
        // Above the open floor only the names are left to carry touchpoints.
        CHECK(marked.size() > 4);
        CHECK(hatched(seen, ItemKind::Touchpoint) == (old ? marked.size() : 0));
        CHECK((hatched(seen, ItemKind::Node) > 0) == old);
    }
}

namespace {

// T40 counted by quarters alone, from 2023-Q4 to 2026-Q3, `last` kept of 1000 in the last one.
model::Room by_quarters(std::int64_t last) {
    model::Room room = with_months("T40", 70, 70);
    model::TouchpointId const id = model::find_touchpoint(room, "T40");
    std::erase_if(room.observations, [&](auto const& row) { return row.touchpoint == id; });
    base::Period month = *base::parse_period("2023-10");
    for (int q = 0; q < 12; ++q) {
        model::Observation row;
        row.touchpoint = id;
        row.period = base::quarter_of(base::month_after(month, 3 * q).first);
        row.due = 1000;
        row.kept = q == 11 ? last : 700 + q % 3 * 10;
        room.observations.push_back(row);
    }
    return room;
}

model::Observation* row_of(model::Room& room, char const* touchpoint, char const* month) {
    model::TouchpointId const id = model::find_touchpoint(room, touchpoint);
    for (model::Observation& row : room.observations) {
        if (row.touchpoint == id && row.total() && row.period == *base::parse_period(month))
            return &row;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("a promise counted by quarters has its chart, its comparison and its words by quarters") {
    shell::Wall wall(by_quarters(710), files());
    Seen const seen = look_at(wall, {"touchpoint:T40"}, "2026-Q3");
    CHECK(band_drawn(seen));
    std::string const card = words_in(wall, seen, ItemKind::Card);
    CAPTURE(card);
    CHECK(says(card, "Before, Apr\u2013Jun 2026: 71.0\u00A0%"));
    CHECK(says(card, "from its first 12 quarters, Oct 2023\u2013Sep 2026"));
    CHECK(says(card, "the dot is Jul\u2013Sep 2026"));
    CHECK(says(card, "No signal: take it as no change."));
    CHECK_FALSE(says(card, "months"));
    check_definition(wall, {"figure:months:T40"});
    std::string const definition =
        words_in(wall, look_at(wall, {"figure:months:T40"}, "2026-Q3"), ItemKind::Definition);
    CAPTURE(definition);
    CHECK(says(definition, "The last 12 quarters"));
    CHECK(says(definition, "in 12 quarters"));
    std::string const month =
        words_in(wall, look_at(wall, {"touchpoint:T40"}, "2026-09"), ItemKind::Card);
    CHECK(says(month, "This is counted by quarter"));
}

TEST_CASE(
    "a month with too few promises does not stretch the chart, and the caption says what it is") {
    model::Room room = with_months("T40", 70, 70);
    scene::ShareRange const plain = [&] {
        shell::Wall wall(room, files());
        Seen const seen = look(wall, {"touchpoint:T40"});
        return scene::series_of(app::chrome_input(wall.world(), seen.state),
                                model::find_touchpoint(room, "T40"), scene::SeriesDetail::Chart)
            ->range;
    }();
    model::Observation* const row = row_of(room, "T40", "2025-12");
    REQUIRE(row != nullptr);
    row->due = 4;
    row->kept = 0;
    shell::Wall wall(std::move(room), files());
    Seen const seen = look(wall, {"touchpoint:T40"});
    auto const series =
        scene::series_of(app::chrome_input(wall.world(), seen.state),
                         model::find_touchpoint(wall.room(), "T40"), scene::SeriesDetail::Chart);
    REQUIRE(series);
    CHECK(series->range.low > plain.low - 0.02);
    CHECK(says(words_in(wall, seen, ItemKind::Card),
               "Hollow: under 10 promises, not judged; at the edge where it lies beyond"));
}

TEST_CASE("a level of which nothing was broken says that one broken promise is a signal") {
    model::Room room = with_months("T40", 70, 70);
    for (model::Observation& row : room.observations) {
        if (row.touchpoint == model::find_touchpoint(room, "T40")) row.kept = row.due;
    }
    row_of(room, "T40", "2026-09")->kept -= 1;
    shell::Wall wall(std::move(room), files());
    std::string_view const said = "The level was 100 %: one broken promise is a signal.";
    CHECK(says(words_in(wall, look(wall, {"touchpoint:T40"}), ItemKind::Card), said));
    CHECK(says(words_in(wall, look(wall, {"figure:months:T40"}), ItemKind::Definition), said));
}

TEST_CASE("where nobody counted the asked months, no word says that there is no signal") {
    model::Room room = with_months("T40", 70, 70);
    model::TouchpointId const id = model::find_touchpoint(room, "T40");
    std::erase_if(room.observations, [&](model::Observation const& row) {
        return row.touchpoint == id && row.period.first > *base::parse_date("2026-06-30");
    });
    shell::Wall wall(room, files());
    std::string const none =
        words_in(wall, look_at(wall, {"figure:months:T40"}, "2026-Q3"), ItemKind::Definition);
    CHECK(says(none, "Signal not counted"));
    // Of a quarter that has only begun, the card says so.
    model::Observation row;
    row.touchpoint = id;
    row.period = *base::parse_period("2026-07");
    row.due = 1000;
    row.kept = 700;
    room.observations.push_back(row);
    shell::Wall begun(std::move(room), files());
    CHECK(says(words_in(begun, look_at(begun, {"touchpoint:T40"}, "2026-Q3"), ItemKind::Card),
               "So far 1 of 3 months are counted"));
}

TEST_CASE("a long reason stands beside its name where the card has the height for it") {
    model::Room room = with_months("T40", 70, 95);
    std::string reason;
    for (int i = 0; i < 60; ++i)
        reason += (i > 0 ? " reason" : "reason") + std::to_string(i);
    room.baselines = {
        {model::find_touchpoint(room, "T40"), base::parse_period("2026-07")->first, reason}};
    shell::Wall wall(std::move(room), files());
    Seen const seen = look(wall, {"figure:months:T40"});
    double label = -1;
    double words = -1;
    for (scene::Entry const& entry : seen.list.entries) {
        if (entry.item_kind != ItemKind::Definition || entry.kind != scene::PrimitiveKind::GlyphRun)
            continue;
        scene::GlyphRun const& run = seen.list.runs[entry.index];
        std::string const& text = wall.fonts().run(run.run).text;
        if (text == "Level") label = run.origin.x;
        if (says(text, "a new one from")) words = run.origin.x;
    }
    CHECK(label >= 0);
    CHECK(words > label + 40);
}

TEST_CASE("no row, nothing due and no promise are three different things to say") {
    shell::Wall wall(room_of(demo()), files());
    auto const definition = [&](char const* key, char const* period) {
        return words_in(wall, look_at(wall, {std::string("figure:kept:") + key}, period),
                        ItemKind::Definition);
    };
    CHECK(says(definition("T49", "2026-Q3"), "0: counted, and nothing fell due"));
    CHECK(says(definition("T40", "2020-01"), "no row: nobody counted"));
    CHECK_FALSE(says(definition("T40", "2020-01"), "0 promises due"));
}

TEST_CASE("the legend of effort names what was measured") {
    model::Room room = room_of(demo());
    room.efforts = {{model::find_touchpoint(room, "T40"),
                     model::EffortMeasure::Minutes,
                     *base::parse_period("2026-Q3"),
                     12,
                     300,
                     {}}};
    shell::Wall wall(std::move(room), files());
    Visit visit{"home"};
    visit.overlay = scene::Overlay::Effort;
    CHECK(says(words_in(wall, look(wall, visit), ItemKind::Legend), "minutes for one outcome"));
}

TEST_CASE("beside a stage a journey whose cases were followed says what became of them") {
    model::Room room = room_of(demo());
    room.case_outcomes = {
        {model::find_journey(room, "J2"), *base::parse_period("2026-Q3"), 600, 1000}};
    shell::Wall wall(std::move(room), files());
    std::string const words = words_in(wall, look(wall, {"stage:S6"}), ItemKind::Journey);
    CAPTURE(words);
    CHECK(says(words, "60 get every promise kept (1,000 cases followed"));
}
