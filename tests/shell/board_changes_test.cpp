// The asset board and the lists while the period changes, and what the net's definition tells of
// those who left.
#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <map>

#include "app/update.hpp"
#include "shell/seen_wall.hpp"

using namespace shell_test;

namespace {

// A change of period, seen at a share of its way.
struct Change {
    shell::Wall wall{room_of(demo()), files()};
    Seen seen;

    Change(char const* board, char const* from, char const* to) {
        seen = look(wall, {board});
        app::update(wall.world(), seen.state, app::SetPeriod{*base::parse_period(from)});
        app::settle(wall.world(), seen.state);
        app::update(wall.world(), seen.state, app::SetPeriod{*base::parse_period(to)});
    }

    std::vector<std::string> texts_at(double share) {
        seen.state.view.figures_share = share;
        wall.build(seen.state, seen.list);
        std::vector<std::string> all;
        for (InkedText const& text : texts_of(wall, seen.list))
            all.push_back(text.text);
        return all;
    }
    std::map<std::uint32_t, double> titles_at(double share) {
        seen.state.view.figures_share = share;
        wall.build(seen.state, seen.list);
        std::map<std::uint32_t, double> all;
        for (scene::Entry const& entry : seen.list.entries) {
            bool const rule = entry.kind == scene::PrimitiveKind::Quad &&
                              entry.item_kind == scene::ItemKind::Touchpoint &&
                              entry.role == scene::Role::Rule;
            if (rule) all.emplace(entry.item, seen.list.quads[entry.index].rect.y);
        }
        return all;
    }
};

bool holds(std::vector<std::string> const& texts, char const* words) {
    return std::find(texts.begin(), texts.end(), words) != texts.end();
}

}  // namespace

TEST_CASE("customers are counted from the last period's numbers to the new one's") {
    Change change("board:asset", "2026-Q1", "2026-Q3");
    // 26,500 came and 30,500 left, then 26,000 and 32,000.
    auto const first = change.texts_at(0);
    CHECK(holds(first, "26,500"));
    CHECK(holds(first, "30,500"));
    CHECK(holds(first, "4,000"));
    auto const half = change.texts_at(0.5);
    CHECK(holds(half, "26,250"));
    CHECK(holds(half, "31,250"));
    CHECK(holds(half, "5,000"));
    auto const last = change.texts_at(1);
    CHECK(holds(last, "26,000"));
    CHECK(holds(last, "32,000"));
    CHECK(holds(last, "6,000"));
    // What adds up is never said halfway.
    for (auto const& texts : {first, half, last})
        CHECK(holds(texts, "418,200 at the start + 26,000 came \u2212 32,000 left = 412,200"));
}

TEST_CASE(
    "rows of the lists go from where the last period had them to where the new one has them") {
    Change change("board:contradictions", "2026-07", "2026-Q3");
    app::AppState before = change.seen.state;
    app::update(change.wall.world(), before, app::SetPeriod{*base::parse_period("2026-07")});
    app::settle(change.wall.world(), before);
    std::swap(before, change.seen.state);
    auto const old = change.titles_at(1);
    std::swap(before, change.seen.state);
    auto const first = change.titles_at(0);
    auto const half = change.titles_at(0.5);
    auto const last = change.titles_at(1);
    int stayed = 0;
    for (auto const& [touchpoint, y] : last) {
        if (!old.contains(touchpoint)) continue;
        ++stayed;
        CHECK(first.at(touchpoint) == doctest::Approx(old.at(touchpoint)));
        // A rule lies on whole pixels.
        CHECK(std::abs(half.at(touchpoint) - (old.at(touchpoint) + y) / 2) <= 1);
    }
    CHECK(stayed >= 1);
}

TEST_CASE("the definition of what remains tells every reason whole, however long") {
    model::Room room = room_of(demo());
    base::Period const period = *base::parse_period("2026-Q3");
    std::string reason;
    for (int i = 0; i < 300; ++i)
        reason += (i > 0 ? " word" : "word") + std::to_string(i);
    std::vector<std::string> short_ones;
    bool first = true;
    for (model::LossReason& one : room.loss_reasons) {
        if (one.period != period) continue;
        if (first)
            one.reason = reason;
        else
            short_ones.push_back(one.reason);
        first = false;
    }
    REQUIRE(short_ones.size() >= 5);
    shell::Wall wall(std::move(room), files());
    Seen seen = look(wall, {"figure:net"});
    std::string words;
    for (int page = 0; page < 30; ++page) {
        wall.build(seen.state, seen.list);
        for (scene::Entry const& entry : seen.list.entries) {
            bool const told = entry.item_kind == scene::ItemKind::Definition &&
                              entry.kind == scene::PrimitiveKind::GlyphRun;
            if (told) words += wall.fonts().run(seen.list.runs[entry.index].run).text + " ";
        }
        auto const controls = wall.chrome(seen.state).controls;
        auto const further =
            std::find_if(controls.begin(), controls.end(), [](scene::Control const& control) {
                return control.kind == scene::ControlKind::DefinitionRows;
            });
        if (further == controls.end() || further->row == 0) break;
        seen.state.view.definitions[0].first_row = further->row;
    }
    for (int i = 0; i < 300; ++i)
        CHECK(words.find("word" + std::to_string(i)) != std::string::npos);
    for (std::string const& one : short_ones)
        CHECK(words.find(": " + one) != std::string::npos);
}
