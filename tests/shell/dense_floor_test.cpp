// The open floor of a journey with many steps, long words, many boxes: whoever stands before it
// always reads which lane and which step it is, and never half of a word.
#include <algorithm>
#include <array>
#include <doctest/doctest.h>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/controls.hpp"
#include "app/travel.hpp"
#include "scene/floor.hpp"
#include "shell/picture_state.hpp"
#include "shell/seen_wall.hpp"
#include "support/room_builder.hpp"
#include "support/scratch.hpp"

using namespace shell_test;

namespace {

using scene::ItemKind;
using scene::Role;

std::vector<std::string> const english{
    "Check the boiler plan", "Call customer back",     "Print the label", "Update planning board",
    "Gas safety record",     "Customer waits at home", "Send letter",     "Stock list overnight"};
std::vector<std::string> const german{
    "Heizungswartungsvertragsverlängerungsschreiben", "Kundenzufriedenheitsbefragungsauswertung",
    "Ersatzteilverfügbarkeitsprüfungsergebnis", "Terminvereinbarungsbestätigungsnachricht"};

constexpr std::size_t life_stages = 8;

struct Dense {
    std::size_t stages = 40;
    std::size_t steps = 1;  // of each stage
    std::size_t cards = 140;
    std::vector<std::string> const& words = english;
    std::string step_name{};  // empty: words
    std::size_t links = 0;
};

// A journey "D" as a table makes it: boxes by chance, no links, no touchpoints.
model::Room dense_room(Dense const& dense, std::size_t seed) {
    test::RoomBuilder builder;
    builder.journey("life", 0);
    for (std::size_t s = 0; s < life_stages; ++s)
        builder.stage("L" + std::to_string(s));
    builder.journey("D", 1);
    test::Dice dice(seed);
    std::size_t number = 0;
    for (std::size_t s = 0; s < dense.stages; ++s) {
        builder.stage("S" + std::to_string(s));
        auto const name = [&] {
            ++number;
            return dense.step_name.empty() ? dense.words[number % dense.words.size()]
                                           : dense.step_name + " " + std::to_string(number);
        };
        for (std::size_t i = 0; i < dense.steps; ++i)
            builder.step(name());
        builder.room.stages.back().name =
            dense.steps == 1 ? builder.room.steps.back().action : "Phase " + std::to_string(s + 1);
    }
    for (std::size_t i = 0; i < dense.cards; ++i) {
        model::BlueprintNode node;
        node.key = "n" + std::to_string(i);
        node.journey = model::JourneyId(1);
        node.lane = static_cast<model::BlueprintLane>(dice.below(8));
        node.step = model::StepId(dice.below(builder.room.steps.size()));
        node.text = dense.words[dice.below(dense.words.size())];
        builder.room.blueprint_nodes.push_back(node);
    }
    for (std::size_t i = 0; i < dense.links; ++i) {
        model::BlueprintNodeId const from(dice.below(dense.cards));
        model::BlueprintNodeId const to(dice.below(dense.cards));
        if (from != to)
            builder.room.blueprint_links.push_back({from, to, model::LinkKind::Triggers});
    }
    return builder.room;
}

Seen open_floor_of(shell::Wall& wall, shell::PixelSize size, double curtain = 1) {
    shell::PictureOptions options;
    options.view = "journey:D";
    options.size = size;
    options.backstage = true;
    options.curtain = curtain;
    Seen seen{{}, shell::picture_state(wall, options)};
    wall.build(seen.state, seen.list);
    return seen;
}

std::vector<InkedText> said_by(std::vector<InkedText> const& texts, ItemKind kind, Role role) {
    std::vector<InkedText> said;
    std::copy_if(texts.begin(), texts.end(), std::back_inserter(said), [&](InkedText const& text) {
        return text.entry.item_kind == kind && text.entry.role == role && !text.ink.empty();
    });
    return said;
}

// What an item says on all of its lines, without the hyphens of broken words.
std::map<std::uint32_t, std::string> by_item(std::vector<InkedText> const& texts) {
    std::map<std::uint32_t, std::string> words;
    for (InkedText const& text : texts) {
        std::string& all = words[text.entry.item];
        if (!all.empty() && all.back() == '-') {
            all.pop_back();
        } else if (!all.empty()) {
            all += ' ';
        }
        all += text.text;
    }
    return words;
}

void check_lanes(std::vector<InkedText> const& texts) {
    std::set<std::string> names;
    for (InkedText const& text : said_by(texts, ItemKind::Lane, Role::Label))
        names.insert(text.text);
    for (char const* lane : {"Evidence", "Customer", "Frontstage", "Technology", "Backstage",
                             "Support", "Rules", "Staff"}) {
        CAPTURE(lane);
        CHECK(names.count(lane) == 1);
    }
}

// A whole text, or its first words and an ellipsis, or nothing.
void check_honest(std::string const& said, std::string const& source) {
    CAPTURE(said);
    CAPTURE(source);
    std::string const ellipsis = "\u2026";
    if (said == source) return;
    REQUIRE(said.size() > ellipsis.size());
    std::string const words = said.substr(0, said.size() - ellipsis.size());
    CHECK(said.substr(words.size()) == ellipsis);
    REQUIRE(source.substr(0, words.size()) == words);
    CHECK(source[words.size()] == ' ');
}

void check_boxes(model::Room const& room, std::vector<InkedText> const& texts) {
    for (auto const& [node, said] : by_item(said_by(texts, ItemKind::Node, Role::Action)))
        check_honest(said, room.blueprint_nodes[node].text);
}

// All by name or all by number.
template <typename NameOf>
std::size_t check_notation(std::map<std::uint32_t, std::string> const& said,
                           NameOf const& name_of) {
    std::size_t names = 0;
    for (auto const& [item, words] : said) {
        CAPTURE(words);
        bool const named = words == name_of(item);
        bool const numbered = words == std::to_string(item - life_stages + 1);
        CHECK((named || numbered));
        if (named) ++names;
    }
    CHECK((names == 0 || names == said.size()));
    return names;
}

std::size_t check_headings(model::Room const& room, std::vector<InkedText> const& texts) {
    auto const stages = by_item(said_by(texts, ItemKind::Stage, Role::Name));
    CHECK(stages.size() == room.stages.size() - life_stages);
    return check_notation(stages, [&](std::uint32_t i) { return room.stages[i].name; });
}

constexpr std::array sizes{shell::PixelSize{1920, 1080}, shell::PixelSize{1080, 1920}};

void check_dense(Dense const& dense) {
    for (std::size_t const seed : {1U, 2U, 3U}) {
        CAPTURE(seed);
        shell::Wall wall(dense_room(dense, seed), files());
        for (shell::PixelSize const size : sizes) {
            CAPTURE(size.width);
            Seen const seen = open_floor_of(wall, size);
            auto const texts = texts_of(wall, seen.list);
            check_lanes(texts);
            check_headings(wall.room(), texts);
            check_boxes(wall.room(), texts);
            auto const open = scene::open_floor(seen.state.layout, seen.state.view);
            REQUIRE(open.has_value());
            base::ScreenRect const area = app::viewport_of(seen.state);
            base::ScreenRect const shown =
                scene::to_screen(seen.state.view.camera, area, open->shown);
            CHECK(shown.w == doctest::Approx(area.w));
            CHECK(shown.bottom() <= area.bottom() + 1);
        }
    }
}

}  // namespace

TEST_CASE("forty steps with 140 cards name every lane and every step, in one notation") {
    check_dense({40, 1, 140, english, "Step"});
    check_dense({40, 1, 140, english, {}});
    check_dense({8, 5, 160, english, {}});
    check_dense({40, 1, 120, english, "Step", 60});
}

TEST_CASE("fifteen steps of forty letters each keep all their names, upright and across") {
    Dense const dense{15, 1, 50, german, {}};
    check_dense(dense);
    shell::Wall wall(dense_room(dense, 1), files());
    for (shell::PixelSize const size : sizes) {
        auto const texts = texts_of(wall, open_floor_of(wall, size).list);
        CHECK(check_headings(wall.room(), texts) == 15);
    }
}

TEST_CASE("floors of five to sixty boxes are honest, in whatever language") {
    for (std::size_t const cards : {5U, 20U, 60U}) {
        CAPTURE(cards);
        check_dense({8, 1, cards, english, {}});
        check_dense({4, 3, cards, german, {}});
    }
}

TEST_CASE("boxes too narrow for words are quiet, all of them, and speak from nearer") {
    Dense const dense{40, 1, 140, english, "Step"};
    shell::Wall wall(dense_room(dense, 4), files());
    Seen seen = open_floor_of(wall, {1080, 1920});
    CHECK(said_by(texts_of(wall, seen.list), ItemKind::Node, Role::Action).empty());
    seen.state.view.camera.scale *= 8;
    scene::DrawList nearer;
    wall.build(seen.state, nearer);
    auto const texts = texts_of(wall, nearer);
    CHECK_FALSE(said_by(texts, ItemKind::Node, Role::Action).empty());
    check_boxes(wall.room(), texts);
}

TEST_CASE("the handle of the curtain is as large as a finger wants, on every panel") {
    shell::Wall wall(dense_room({40, 1, 140, english, "Step"}, 5), files());
    for (shell::PixelSize const size : sizes) {
        for (double const curtain : {0.5, 1.0}) {
            CAPTURE(size.width);
            Seen const seen = open_floor_of(wall, size, curtain);
            double const px = app::physical_of(seen.state).px_per_mm;
            int handles = 0;
            scene::Chrome const chrome = wall.chrome(seen.state);
            for (scene::Control const& control : chrome.controls) {
                if (control.kind != scene::ControlKind::CurtainHandle) continue;
                ++handles;
                CHECK(control.rect.w / px >= 19.99);
                CHECK(control.rect.h / px >= 19.99);
            }
            CHECK(handles == 1);
        }
    }
}

TEST_CASE("an upright panel is filled by the journey and its floor") {
    shell::Wall wall(room_of(demo()), files());
    shell::PictureOptions options;
    options.view = "journey:J2";
    options.size = {1080, 1920};
    options.backstage = true;
    Seen const seen{{}, shell::picture_state(wall, options)};
    auto const open = scene::open_floor(seen.state.layout, seen.state.view);
    REQUIRE(open.has_value());
    base::ScreenRect const area = app::viewport_of(seen.state);
    base::WorldRect const both =
        base::united(seen.state.layout.frames[open->frame].rect, open->shown);
    base::ScreenRect const shown = scene::to_screen(seen.state.view.camera, area, both);
    CHECK(shown.h > 0.8 * area.h);
    CHECK(shown.y >= area.y - 1);
    CHECK(shown.bottom() <= area.bottom() + 1);
}
