#include <doctest/doctest.h>

#include "matrix_room.hpp"
#include "support/scratch.hpp"

using exchange::MatrixForm;
using matrix_room::applied;
using matrix_room::northmoor;
using matrix_room::outline;

namespace {

constexpr MatrixForm forms[] = {MatrixForm::Wide, MatrixForm::Transposed, MatrixForm::Long};

std::string written(model::Room const& room, std::string const& journey, MatrixForm form,
                    char delimiter = ',') {
    auto const result =
        exchange::write_matrix(room, model::find_journey(room, journey), form, delimiter);
    REQUIRE_MESSAGE(result.problem.empty(), result.problem);
    return result.bytes;
}

// The demo with texts in J2 that a cell, a spreadsheet or a splitter could trip over.
model::Room hostile_room() {
    model::Room room = northmoor();
    char const* const texts[] = {"a; b",
                                 "two\nlines",
                                 "\"quoted\"",
                                 "\"open",
                                 R"(say ""x"")",
                                 "- bullet",
                                 "-",
                                 "=1+1",
                                 "+49 123",
                                 "@home",
                                 "'=x",
                                 " padded ",
                                 "a,b;c d|e",
                                 "\"a; b\"",
                                 "café ; thé",
                                 "• dot",
                                 "1. first",
                                 "\" x\"",
                                 "line;\n\"q\"",
                                 "x:triggers",
                                 "n/a",
                                 "#REF!",
                                 "\"tbd\"",
                                 "—",
                                 "😀"};
    std::size_t next = 0;
    for (model::BlueprintNode& node : room.blueprint_nodes)
        node.text = texts[next++ % std::size(texts)];
    for (model::Step& step : room.steps) {
        if (room.at(step.journey).key != "J2") continue;
        step.action = "=act; \"" + step.key + "\"\nof";
        step.thought = "- no; \"yes\"\n+1 " + step.key;
        if (step.key == "b2") step.thought = "n/a";
        if (step.key == "b3") step.thought = step.action = "#REF!";
    }
    return room;
}

}  // namespace

TEST_CASE("J2 comes back equal from each form, keys and links included") {
    for (MatrixForm const form : forms) {
        for (char const delimiter : {',', ';', '\t', '|'}) {
            std::string const bytes = written(northmoor(), "J2", form, delimiter);
            CHECK((applied(bytes, northmoor(), "J2") == northmoor()));
        }
    }
}

TEST_CASE("every journey of the demo comes back equal from each form") {
    for (model::Journey const& journey : northmoor().journeys) {
        for (MatrixForm const form : forms) {
            CAPTURE(journey.key);
            std::string const bytes = written(northmoor(), journey.key, form);
            CHECK((applied(bytes, northmoor(), journey.key) == northmoor()));
        }
    }
}

TEST_CASE("J2 as a new journey has its stages, steps, lanes and texts, in order") {
    std::string const expected = outline(northmoor(), "J2");
    for (MatrixForm const form : forms) {
        model::Room const room = applied(written(northmoor(), "J2", form), northmoor(), "J9");
        CHECK(outline(room, "J9") == expected);
        CHECK(outline(room, "J2") == expected);
        matrix_room::check_sound(room);
        // And once more: the new keys are stable, nothing doubles.
        CHECK((applied(written(room, "J9", form), room, "J9") == room));
    }
}

TEST_CASE(
    "the long form takes fail points, waits, teams, components and links to another journey") {
    model::Room const room =
        applied(written(northmoor(), "J2", MatrixForm::Long), northmoor(), "J9");
    auto const count_of = [&](auto has) {
        std::size_t count = 0;
        for (model::BlueprintNode const& node : room.blueprint_nodes)
            count += room.at(node.journey).key == "J9" && has(node) ? 1U : 0U;
        return count;
    };
    CHECK(count_of([](auto const& node) { return node.fail_point == true; }) == 7);
    CHECK(count_of([](auto const& node) { return node.wait_minutes.has_value(); }) == 9);
    CHECK(count_of([](auto const& node) { return node.component.valid(); }) == 9);
    CHECK(count_of([](auto const& node) { return !node.team.empty(); }) == 29);
    CHECK(count_of([](auto const& node) { return node.touchpoint.valid(); }) == 12);
    CHECK(room.blueprint_links.size() == 2 * northmoor().blueprint_links.size());
}

TEST_CASE("hostile texts come back equal from each form, and a writer says the same twice") {
    model::Room const room = hostile_room();
    for (MatrixForm const form : forms) {
        for (char const delimiter : {',', '\t'}) {
            std::string const bytes = written(room, "J2", form, delimiter);
            CHECK((applied(bytes, room, "J2") == room));
            CHECK(written(room, "J2", form, delimiter) == bytes);
        }
    }
}

TEST_CASE("steps and stages that are called like lanes come back equal, in each form") {
    std::vector<std::string> names;
    for (exchange::LaneWords const& row : exchange::all_lane_words()) {
        std::string_view words = row.words;
        while (!words.empty()) {
            std::size_t const bar = std::min(words.find('|'), words.size());
            names.emplace_back(words.substr(0, bar));
            words.remove_prefix(std::min(bar + 1, words.size()));
        }
    }
    for (char const* const name : {"Quote", "Policy", "Support", "Customer", "Thinking", "Doing",
                                   "Notes", "Owner", "Time", "Phase", "Step", "Lane", "Text"})
        names.insert(names.end(), 40, name);
    int compared = 0;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        test::Dice dice(seed);
        model::Room room = northmoor();
        model::JourneyId const journey = model::find_journey(room, "J2");
        std::string before;
        // Neighbouring stages of one name are one stage: each has its own.
        for (model::StageId const id : model::stages_of(room, journey)) {
            std::string name = names[dice.below(names.size())];
            while (name == before)
                name = names[dice.below(names.size())];
            before = room.stages[id.index()].name = name;
            for (model::StepId const step : model::steps_of(room, id))
                room.steps[step.index()].action =
                    dice.below(4) == 0 ? name : names[dice.below(names.size())];
        }
        for (MatrixForm const form : forms) {
            auto const result = exchange::write_matrix(room, journey, form, ',');
            CAPTURE(seed);
            CAPTURE(result.problem);
            // Where both sides read like lanes the writer says so.
            if (!result.problem.empty()) continue;
            ++compared;
            CHECK((applied(result.bytes, room, "J2") == room));
        }
    }
    CHECK(compared > 890);
}

TEST_CASE("the tables that were taken for others: lanes are read from the side of the lanes") {
    for (std::string const names :
         {"Quote,Policy,Support", "Customer,Thinking,Doing", "Notes,Owner,Time", "Phase,Step,Last",
          "Phase,Step,Notes", "Step,Lane,Text"}) {
        CAPTURE(names);
        std::string const wide =
            "Phase," + names + "\nStep," + names + "\nCustomer actions,a,b,c\nBackstage,,d,e\n";
        model::Room const room = applied(wide, northmoor(), "N1");
        CHECK(model::stages_of(room, model::find_journey(room, "N1")).size() == 3);
        CHECK(room.blueprint_nodes.size() == northmoor().blueprint_nodes.size() + 5);
        CHECK(written(room, "N1", MatrixForm::Wide) == wide);
        CHECK((applied(wide, room, "N1") == room));
        CHECK((applied(written(room, "N1", MatrixForm::Transposed), room, "N1") == room));
    }
    for (std::string const corner : {"Phase,Étape", "Phasen,Schritte", "Phases,Sous-étapes"}) {
        model::Room const room =
            applied(corner + ",Coulisses\nQuote,Support,x\nQuote,Policy,y\nNotes,Thinking,z\n",
                    northmoor(), "N1");
        CHECK(outline(room, "N1") ==
              "Quote\n  Support ()\n    backstage: x\n  Policy ()\n    backstage: y\nNotes\n"
              "  Thinking ()\n    backstage: z\n");
    }
}

TEST_CASE("a cell that a spreadsheet would take for a formula is written with a mark before it") {
    model::Room room = northmoor();
    room.steps[9].action = "=HYPERLINK(\"x\")";
    REQUIRE(room.at(room.steps[9].journey).key == "J2");
    std::string const bytes = written(room, "J2", MatrixForm::Wide);
    CHECK(bytes.find("\"'=HYPERLINK") != std::string::npos);
}

TEST_CASE("a form that cannot hold a journey is refused with what can") {
    model::Room room = northmoor();
    model::JourneyId const journey = model::find_journey(room, "J2");
    for (int i = 0; i < 250; ++i) {
        model::Step step = room.steps[9];
        step.key = "s" + std::to_string(i);
        room.steps.push_back(step);
    }
    auto const wide = exchange::write_matrix(room, journey, MatrixForm::Wide, ',');
    CHECK(wide.problem ==
          "the matrix would have 257 columns; a file may have 200; write it as transposed or long");
    CHECK(exchange::write_matrix(room, journey, MatrixForm::Transposed, ',').problem.empty());
}

TEST_CASE("neighbouring stages of one name come back as several, from each form") {
    model::Room const room = applied(
        "Step,Call,Call,Call,Pay\nCustomer actions,a,b,,c\nBackstage,d,e,f,\n", northmoor(), "N1");
    REQUIRE(model::stages_of(room, model::find_journey(room, "N1")).size() == 4);
    for (MatrixForm const form : forms) {
        std::string const bytes = written(room, "N1", form);
        CAPTURE(bytes);
        CHECK((applied(bytes, room, "N1") == room));
        CHECK(outline(applied(bytes, northmoor(), "N9"), "N9") == outline(room, "N1"));
    }
    CHECK(written(room, "N1", MatrixForm::Wide)
              .starts_with("Phase,Call,Call,Call,Pay\nStep,Call,Call,Call,Pay\n"
                           "Phase number,1,2,3,4\n"));
    // Only where it is needed.
    CHECK(written(northmoor(), "J2", MatrixForm::Long).find("phase_order") == std::string::npos);
}
