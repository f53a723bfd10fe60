// Journeys nobody would draw, out in every form and in again.
#include <doctest/doctest.h>

#include "exchange/matrix_text.hpp"
#include "matrix_room.hpp"
#include "support/scratch.hpp"

using exchange::MatrixForm;
using matrix_room::applied;
using matrix_room::apply;
using matrix_room::outline;
using matrix_room::printed;

namespace {

constexpr MatrixForm forms[] = {MatrixForm::Wide, MatrixForm::Transposed, MatrixForm::Long};

enum class Edges { Any, Tidy };

// A text of a few pieces that splitters, spreadsheets and readers of tables trip over.
std::string awkward(test::Dice& dice, Edges edges) {
    std::string const pieces[] = {"rings",       "waits for a van",
                                  "\"",          "\"\"",
                                  "; ",          ",",
                                  "|",           "=1+1",
                                  "+49",         "-",
                                  "@home",       "'",
                                  "'=x",         "n/a",
                                  "tbd",         "#REF!",
                                  "x",           "- item",
                                  "• dot",       "1. first",
                                  "é ü ß",       "العربية",
                                  "日本",        "😀",
                                  "👩‍🔧", "a:triggers",
                                  "Backstage",   "Phase",
                                  "Step",        "Notes",
                                  "Total",       "Quote",
                                  "---",         "?",
                                  "sep=;",       std::string(300, 'w')};
    std::string const breaks[] = {"\n", "\n\n", "\u00A0", "\u200B", " "};
    std::string text;
    for (std::size_t i = 0; i <= dice.below(4); ++i) {
        bool const breaking = edges == Edges::Any && dice.below(5) == 0;
        if (i > 0 && edges == Edges::Tidy) text += " ";
        text += breaking ? breaks[dice.below(std::size(breaks))]
                         : pieces[dice.below(std::size(pieces))];
    }
    if (dice.below(40) == 0) text += std::string(1500, 'z');
    bool const blank = text.find_first_not_of(" \n\t\u00A0") == std::string::npos;
    std::string const tidy = exchange::on_one_line(text);
    return blank || tidy.empty() ? "blank" : edges == Edges::Tidy ? tidy : text;
}

model::Room base_room() {
    model::Room room;
    room.info.key = "r";
    room.info.title = "R";
    model::Journey life;
    life.key = "L";
    life.title = "Life";
    model::Journey journey;
    journey.key = "J";
    journey.title = "Journey";
    journey.level = 1;
    room.journeys = {life, journey};
    model::Stage stage;
    stage.journey = model::JourneyId(0);
    stage.key = "L1";
    stage.name = "Live";
    room.stages.push_back(stage);
    model::Component component;
    component.key = "billing";
    component.name = "Billing";
    room.components.push_back(component);
    model::Touchpoint touchpoint;
    touchpoint.key = "T1";
    touchpoint.title = "Bill";
    room.touchpoints.push_back(touchpoint);
    return room;
}

void add_card(test::Dice& dice, Edges edges, model::Room& room, model::StepId step) {
    model::BlueprintNode node;
    node.key = "c" + std::to_string(room.blueprint_nodes.size());
    node.journey = model::JourneyId(1);
    node.step = step;
    node.lane = static_cast<model::BlueprintLane>(dice.below(8));
    node.text = awkward(dice, edges);
    if (dice.below(4) == 0) node.fail_point = dice.below(2) == 0;
    if (dice.below(4) == 0) node.wait_minutes = static_cast<double>(dice.below(5000)) / 4;
    if (dice.below(4) == 0) node.team = std::string(exchange::trimmed(awkward(dice, Edges::Tidy)));
    if (dice.below(4) == 0) node.component = model::ComponentId(0);
    if (dice.below(4) == 0) node.touchpoint = model::TouchpointId(0);
    room.blueprint_nodes.push_back(node);
}

void add_links(test::Dice& dice, model::Room& room) {
    std::size_t const count = room.blueprint_nodes.size();
    for (std::size_t from = 0; from < count; ++from) {
        std::size_t const to = dice.below(count);
        if (to == from || dice.below(2) == 0) continue;
        room.blueprint_links.push_back({model::BlueprintNodeId(from), model::BlueprintNodeId(to),
                                        static_cast<model::LinkKind>(dice.below(5))});
    }
}

model::Room random_room(test::Dice& dice, Edges edges) {
    model::Room room = base_room();
    std::size_t const stages = 1 + dice.below(4);
    for (std::size_t s = 0; s < stages; ++s) {
        model::Stage stage;
        stage.journey = model::JourneyId(1);
        stage.key = "s" + std::to_string(s);
        stage.order = static_cast<double>(s + 1);
        // Neighbours of one name are the hard case.
        stage.name = s > 0 && dice.below(4) == 0 ? room.stages.back().name : awkward(dice, edges);
        room.stages.push_back(stage);
        for (std::size_t t = dice.below(4); t > 0; --t) {
            model::Step step;
            step.journey = stage.journey;
            step.stage = model::StageId(room.stages.size() - 1);
            step.key = "t" + std::to_string(room.steps.size());
            step.order = static_cast<double>(room.steps.size() + 1);
            bool const again = !room.steps.empty() && dice.below(4) == 0;
            step.action = again ? room.steps.back().action : awkward(dice, edges);
            if (dice.below(2) == 0) step.thought = awkward(dice, edges);
            room.steps.push_back(step);
            for (std::size_t c = dice.below(6); c > 0; --c)
                add_card(dice, edges, room, model::StepId(room.steps.size() - 1));
        }
    }
    add_links(dice, room);
    return room;
}

std::string with_crlf(std::string const& text) {
    std::string out;
    for (char const c : text)
        out += c == '\n' ? std::string("\r\n") : std::string(1, c);
    return out;
}

}  // namespace

TEST_CASE("300 awkward journeys come back equal from each form and separator, keys and all") {
    std::size_t compared = 0;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        test::Dice dice(seed);
        model::Room const room = random_room(dice, Edges::Any);
        for (MatrixForm const form : forms) {
            char const separator = ",;\t|"[dice.below(4)];
            CAPTURE(seed);
            CAPTURE(static_cast<int>(form));
            auto const written = exchange::write_matrix(room, model::JourneyId(1), form, separator);
            REQUIRE_MESSAGE(written.problem.empty(), written.problem << written.bytes);
            ++compared;
            for (std::string const& bytes :
                 {written.bytes, "\xEF\xBB\xBF" + with_crlf(written.bytes)}) {
                auto const result = apply(bytes, room, "J");
                REQUIRE_MESSAGE(result.outcome, printed(result));
                CHECK((result.outcome->room == room));
            }
        }
    }
    CHECK(compared == 900);
}

TEST_CASE("200 awkward journeys become new ones with the same stages, steps, lanes and texts") {
    for (std::uint64_t seed = 1000; seed < 1200; ++seed) {
        test::Dice dice(seed);
        model::Room const room = random_room(dice, Edges::Tidy);
        for (MatrixForm const form : forms) {
            CAPTURE(seed);
            CAPTURE(static_cast<int>(form));
            auto const written = exchange::write_matrix(room, model::JourneyId(1), form, ',');
            REQUIRE_MESSAGE(written.problem.empty(), written.problem << written.bytes);
            model::Room const copy = applied(written.bytes, room, "K");
            CHECK(outline(copy, "K") == outline(room, "J"));
            CHECK(outline(copy, "J") == outline(room, "J"));
            if (form == MatrixForm::Long) {
                CHECK(copy.blueprint_links.size() == 2 * room.blueprint_links.size());
            }
        }
    }
}
