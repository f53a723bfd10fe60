// Other people's matrices, in the forms in which they come.
#include <doctest/doctest.h>

#include "matrix_room.hpp"
#include "support/expect_text_file.hpp"

using matrix_room::applied;
using matrix_room::apply;
using matrix_room::file;
using matrix_room::northmoor;
using matrix_room::outline;
using matrix_room::printed;

namespace {

std::string first_problem(std::string_view bytes) {
    auto const result = apply(bytes, northmoor(), "N1");
    CHECK_FALSE(result.outcome);
    REQUIRE_FALSE(result.problems.empty());
    return exchange::format(result.problems.front());
}

std::size_t cards_of(model::Room const& room) {
    return room.blueprint_nodes.size() - northmoor().blueprint_nodes.size();
}

}  // namespace

TEST_CASE("matrices of consultancies, boards, templates and spreadsheets become journeys") {
    std::string all;
    for (std::string const name :
         {"consultancy.csv", "board.csv",          "francais.csv",     "deutsch.csv",
          "pasted.tsv",      "transposed.csv",     "steps_only.csv",   "long.csv",
          "template.csv",    "groups.csv",         "merged_lanes.csv", "lines.csv",
          "nng.csv",         "bars.txt",           "jp.csv",           "rightlabels.csv",
          "lanehdr.csv",     "semicolon_desc.csv", "etapes.csv",       "hospital.csv",
          "banque.csv",      "gemeinde.csv",       "airline.csv",      "grouped_lanes.tsv",
          "sans_noms.csv",   "journey_map.csv",    "wer.csv",          "urgences.csv",
          "markdown.txt",    "insurance.csv",      "retail.csv",       "hotel.csv",
          "telco.csv",       "moving.csv",         "kauf.csv",         "umzug.csv",
          "compte.csv",      "gains.csv",          "wartezeit.csv",    "b3.csv",
          "coche.csv",       "sinistre.csv",       "arzt.csv",         "storing.csv",
          "baby.csv"}) {
        auto const result = apply(file(name), northmoor(), "N1");
        REQUIRE_MESSAGE(result.outcome, name << ": " << printed(result));
        model::Room const& room = result.outcome->room;
        matrix_room::check_sound(room);
        all += "=== " + name + ": " + room.journeys[model::find_journey(room, "N1").index()].title +
               "\n" + outline(room, "N1") + printed(result);
        // A second time is no change.
        CHECK((applied(file(name), room, "N1") == room));
    }
    test::expect_text_file("matrices.txt", all);
}

TEST_CASE("UTF-16 is refused with what to save instead, a tab inside a text is a blank") {
    std::string wide = "\xFF\xFE";
    for (char const c : std::string("Step,A\nBackstage,x\n"))
        wide += std::string{c, '\0'};
    CHECK(first_problem(wide) ==
          "m.csv:1:1: the file is UTF-16; save it as UTF-8 (in a spreadsheet: \"CSV UTF-8\")");
    CHECK(outline(applied("Step,A,B\nBackstage,one\ttwo,\n", northmoor(), "N1"), "N1") ==
          "A\n  A ()\n    backstage: one two\nB\n  B ()\n");
}

TEST_CASE("Latin-1 is refused at its byte with what to do") {
    CHECK(first_problem(file("latin1.csv")) ==
          "m.csv:1:18: the byte 0xE9 is not UTF-8 here; save the file as UTF-8 (from "
          "Windows-1252 or Latin-1: iconv -f windows-1252 -t utf-8), or save as CSV UTF-8 in the "
          "spreadsheet");
}

TEST_CASE("an Excel workbook is refused with what to save instead") {
    for (std::string const start : {"PK\x03\x04", "\xD0\xCF\x11\xE0"}) {
        CHECK(first_problem(start + std::string("\x14\0\x06\0", 4)) ==
              "m.csv:1:1: this is an Excel workbook; save it as CSV UTF-8");
    }
    CHECK(cards_of(applied("PK,Search\nBackstage,x\n", northmoor(), "N1")) == 1);
}

TEST_CASE(
    "a lane that nobody knows is refused where it stands, with the nearest and both ways out") {
    std::string const problem = first_problem(file("unknown.csv"));
    CHECK(
        problem.starts_with("m.csv:3:1: \"Back stgae\" is no lane that is known; the nearest is "
                            "\"Back stage\", which is backstage; lanes are "));
    CHECK(
        problem.ends_with("map it by hand with --lane \"Back stgae=backstage\" or leave it out "
                          "with --lane \"Back stgae=none\""));
    std::string const bytes = file("unknown.csv");
    exchange::MatrixRequest const request{
        bytes,
        "m.csv",
        "N1",
        {},
        {},
        {{"back stgae", exchange::LaneRole::Backstage}, {"Gremlins", exchange::LaneRole::Nothing}}};
    auto const result = exchange::apply_matrix(request, northmoor(), {});
    REQUIRE_MESSAGE(result.outcome, printed(result));
    CHECK(cards_of(result.outcome->room) == 3);
}

TEST_CASE("a table that is no matrix is refused with what one looks like") {
    CHECK(first_problem("a,b\n1,2\n")
              .find("no lane is recognised, neither down the first column "
                    "(\"a\", \"1\") nor across a row") != std::string::npos);
    CHECK(first_problem("").find("the file is empty") != std::string::npos);
    CHECK(first_problem("\n\n,,,\n").find("the file is empty") != std::string::npos);
    CHECK(first_problem("Backstage,,\nSupport,,\n").find("no row of phases or steps") !=
          std::string::npos);
}

TEST_CASE("the separator is found, or said in the first line") {
    for (std::string const s : {",", ";", "\t", "|"}) {
        CAPTURE(s);
        // Commas and semicolons inside the texts do not mislead.
        std::string const text = s == "," ? "four; five" : "four, five";
        std::string const bytes = s + "Search" + s + "Call" + s + "Wait\nBackstage" + s + "one" +
                                  s + "\"two, 2\"" + s + "\nSupport" + s + s + text + s + "six\n";
        CHECK(cards_of(applied(bytes, northmoor(), "N1")) == (s == "," ? 5 : 4));
    }
    CHECK(cards_of(applied("sep=;\n;Search;Call\nBackstage;a, b;c, d\n", northmoor(), "N1")) == 2);
}

TEST_CASE("a semicolon inside quotes parts cards, also where semicolons part columns") {
    model::Room const room = applied(";Search;Call\nBackstage;\"a; b\";c\n", northmoor(), "N1");
    CHECK(outline(room, "N1") ==
          "Search\n  Search ()\n    backstage: a\n    backstage: b\nCall\n  Call ()\n"
          "    backstage: c\n");
    model::Room const kept = applied(
        "\xEF\xBB\xBF;Search;Call\r\nBackstage;\"\"\"a; b\"\"\r\nx\";c\r\n", northmoor(), "N1");
    CHECK(outline(kept, "N1") ==
          "Search\n  Search ()\n    backstage: a; b\n    backstage: x\nCall\n  Call ()\n"
          "    backstage: c\n");
}

TEST_CASE("phases repeat to the left and by name, and come back later as stages of their own") {
    model::Room const room =
        applied("Phase,A,,B,B,A\nStep,1,2,3,4,5\nBackstage,x,,,,\n", northmoor(), "N1");
    CHECK(outline(room, "N1") ==
          "A\n  1 ()\n    backstage: x\n  2 ()\nB\n  3 ()\n  4 ()\nA\n  5 ()\n");
}

TEST_CASE("phases without steps take the customer's own words as steps") {
    model::Room const room =
        applied("Phases,Look,,Buy\nDoing,Searches,Compares; sighs,\nBackstage,,,Packs\n",
                northmoor(), "N1");
    CHECK(outline(room, "N1") ==
          "Look\n  Searches ()\n    customer: Searches\n  Compares; sighs ()\n"
          "    customer: Compares\n    customer: sighs\nBuy\n  Buy ()\n    backstage: Packs\n");
}

TEST_CASE("400 and more cells become cards") {
    std::string bytes = "Phase";
    for (int i = 0; i < 60; ++i)
        bytes += ",P" + std::to_string(i / 6);
    bytes += "\nStep";
    for (int i = 0; i < 60; ++i)
        bytes += ",S" + std::to_string(i);
    for (std::string const lane : {"Evidence", "Doing", "Frontstage", "Technology", "Backstage",
                                   "Support", "Policy", "Staff experience"}) {
        bytes += "\n" + lane;
        for (int i = 0; i < 60; ++i)
            bytes += "," + lane + " " + std::to_string(i);
    }
    model::Room const room = applied(bytes + "\n", northmoor(), "N1");
    CHECK(cards_of(room) == 480);
    CHECK(model::stages_of(room, model::find_journey(room, "N1")).size() == 10);
    matrix_room::check_sound(room);
}

TEST_CASE("limits are told where they are passed, with a way on") {
    std::string wide = "Step";
    for (int i = 0; i < 220; ++i)
        wide += ",S" + std::to_string(i);
    CHECK(first_problem(wide + "\nBackstage,x\n") ==
          "m.csv:1:891: more than 200 columns; turn the matrix (steps down, lanes across), use the "
          "long form (a row a card), or split the journey into two files");
    // A tail of empty columns is none.
    CHECK(cards_of(applied("Step,S" + std::string(300, ',') + "\nBackstage,x\n", northmoor(),
                           "N1")) == 1);
    CHECK(first_problem("Step,S\nBackstage," + std::string(5000, 'x') + "\n") ==
          "m.csv:2:11: the cell is longer than 4 kB; shorten it");
    std::string rows = "Step,Backstage\n";
    for (int i = 0; i < 1200; ++i)
        rows += "S" + std::to_string(i) + ",y\n";
    CHECK(first_problem(rows) ==
          "m.csv:1002:1: more than 1 000 steps; split the journey into several");
    std::string cards = "step,lane,text\n";
    for (int i = 0; i < 21000; ++i)
        cards += "a,backstage,c" + std::to_string(i) + "\n";
    CHECK(first_problem(cards) ==
          "m.csv:20002:13: more than 20 000 cards; split the journey into several");
}

TEST_CASE("the long form says what is wrong with a card where it stands") {
    auto const problem = [](std::string const& row) {
        return first_problem(
            "step,lane,text,fail_point,wait_minutes,component,touchpoint,link,key,step_order\n" +
            row + "\n");
    };
    CHECK(problem("a,,x,,,,,,,") ==
          "m.csv:2:1: the card \"x\" has no lane; write one of: evidence, customer, frontstage, "
          "technology, backstage, support, policy, employee, thought, touchpoint, goal, quote, "
          "feeling, phase, step, none");
    CHECK(problem("a,backstage,x,maybe,,,,,,")
              .find("m.csv:2:15: whether the card is a fail point is "
                    "\"maybe\"; write yes or no") == 0);
    CHECK(problem("a,backstage,x,,long,,,,,").find("m.csv:2:16: the wait is \"long\"") == 0);
    CHECK(problem("a,backstage,x,,,nothing,,,,").find("m.csv:2:17: \"nothing\" is no component") ==
          0);
    CHECK(problem("a,backstage,x,,,,T99,,,").find("m.csv:2:18: \"T99\" is no touchpoint") == 0);
    CHECK(problem("a,backstage,x,,,,,y,,")
              .find("m.csv:2:19: the link names \"y\", which is no card") == 0);
    CHECK(
        problem("a,backstage,x,,,,,x,,").find("m.csv:2:19: the link leads from \"x\" to itself") ==
        0);
    CHECK(problem("a,backstage,x,,,,,,a b,").find("m.csv:2:20: \"a b\" is not a key") == 0);
    CHECK(problem("a,backstage,x,,,,,,offer,")
              .find("m.csv:2:20: the key \"offer\" is that of a card "
                    "in another journey") == 0);
    CHECK(problem("a,backstage,x,,,,,,,first").find("m.csv:2:21: the order of the step is") == 0);
    CHECK(problem("a,gremlins,x,,,,,,,").find("m.csv:2:3: \"gremlins\" is no lane") == 0);
}

TEST_CASE("the long form takes words of other languages, names for keys and decimal commas") {
    model::Room const room = applied(
        "Phase;Schritt;Ebene;Karte;Wartezeit;Fehlerstelle;Komponente;Kontaktpunkt;Verbindung\n"
        "A;Ruft an;Onstage;Hotline;2,5;ja;;Diagnosis and repair;CRM:needs\n"
        ";;Unterstützungsprozesse;CRM;;nein;crm;;\n",
        northmoor(), "N1");
    model::BlueprintNode const& first = room.blueprint_nodes[room.blueprint_nodes.size() - 2];
    CHECK(first.text == "Hotline");
    CHECK(first.wait_minutes == 2.5);
    CHECK(first.fail_point == true);
    CHECK(room.at(first.touchpoint).key == "T40");
    CHECK(room.blueprint_nodes.back().component.valid());
    CHECK(room.blueprint_links.back().kind == model::LinkKind::Needs);
    CHECK(room.blueprint_links.back().from.index() == room.blueprint_nodes.size() - 2);
}

TEST_CASE("the type of a lane says what a name does not, and a hand says more than both") {
    std::string const bytes =
        "step,lane,lane_type,text\na,Gremlins,support,x\na,Crew,frontstage,y\n";
    model::Room const room = applied(bytes, northmoor(), "N1");
    CHECK(outline(room, "N1") == "a\n  a ()\n    frontstage: y\n    support: x\n");
    auto const by_hand = exchange::apply_matrix(
        {bytes, "m.csv", "N1", {}, {}, {{"crew", exchange::LaneRole::Backstage}}}, northmoor(), {});
    REQUIRE(by_hand.outcome);
    CHECK(outline(by_hand.outcome->room, "N1") == "a\n  a ()\n    backstage: y\n    support: x\n");
}

TEST_CASE("steps of the long form stand in the order that is given, else as they come") {
    std::string const header = "phase,step,step_order,lane,text\n";
    CHECK(outline(applied(header + "B,z,3,backstage,1\nA,x,1,backstage,2\nA,y,2,backstage,3\n"
                                   "A,x,1,backstage,4\n",
                          northmoor(), "N1"),
                  "N1") ==
          "A\n  x ()\n    backstage: 2\n    backstage: 4\n  y ()\n    backstage: 3\nB\n  z ()\n"
          "    backstage: 1\n");
    // Numbered anew in each phase.
    CHECK(outline(applied(header + "B,z,1,backstage,1\nA,y,2,backstage,2\nA,x,1,backstage,3\n",
                          northmoor(), "N1"),
                  "N1") ==
          "B\n  z ()\n    backstage: 1\nA\n  x ()\n    backstage: 3\n  y ()\n    backstage: 2\n");
}

TEST_CASE("notes between and below the lanes are left out with the reason, as totals are") {
    std::string const top = "Notes,from the workshop,,\nPhase,A,A,B\nStep,1,2,3\n";
    std::string const lanes = "Customer actions,x,y,\nBackstage,,z,\n";
    CHECK(cards_of(applied(top + lanes + "Total,1,2,0\nSumme,1,2,0\nNotes,,,\n", northmoor(),
                           "N1")) == 3);
    for (std::string const name : {"Notes", "Comments", "Remarques", "Bemerkungen"}) {
        CAPTURE(name);
        std::string const why = "\" is left out (";
        auto const wide = apply(top + lanes + name + ",important stuff,more,\n", northmoor(), "N1");
        REQUIRE_MESSAGE(wide.outcome, printed(wide));
        CHECK(printed(wide).find("m.csv:6:1: warning: \"" + name + why +
                                 "2 texts): a journey has no place for remarks") !=
              std::string::npos);
        CHECK(wide.content.lanes.back().label == name);
        CHECK(cards_of(wide.outcome->room) == 3);
        auto const turned =
            apply("Phase,Step,Backstage," + name + "\nA,1,x,important\n", northmoor(), "N1");
        REQUIRE_MESSAGE(turned.outcome, printed(turned));
        CHECK(printed(turned).find("m.csv:1:22: warning: \"" + name + "\" is left out (1 text)") !=
              std::string::npos);
    }
}

TEST_CASE("a row with more cells than steps or lanes is refused at the first too many") {
    CHECK(
        first_problem("Phase,A,B\nStep,1,x\nBackstage,calls, waits,files\n") ==
        "m.csv:3:24: this row has more cells than there are steps, and \"files\" stands behind "
        "the last; put texts that hold the separator in double quotes, or give the column a name");
    CHECK(first_problem("Phase,Step,Backstage\nA,1,calls, waits\n")
              .starts_with("m.csv:2:11: this row has more cells than there are lanes, "));
    // A step over two columns, saved with its empty cell.
    CHECK(cards_of(applied("Phase,A,B,\nStep,1,x,\nBackstage,a,b,c\n", northmoor(), "N1")) == 3);
}

TEST_CASE("formulas that failed are refused where they stand, in lanes, names and the long form") {
    CHECK(first_problem("Phase,A,B\nStep,1,2\nBackstage,#REF!,b\n") ==
          "m.csv:3:11: \"#REF!\" is a formula of the spreadsheet that failed; mend it there, or "
          "empty the cell, and save the file again");
    CHECK(first_problem("Phase,A,#BEZUG!\nStep,1,2\nBackstage,a,b\n")
              .starts_with("m.csv:1:9: \"#BEZUG!\" is a formula"));
    CHECK(first_problem("step,lane,text\na,backstage,#NOM?\n")
              .starts_with("m.csv:2:13: \"#NOM?\" is a formula"));
    CHECK(first_problem("step,lane,text\n#N/A,backstage,x\n").starts_with("m.csv:2:1: "));
    // What is left out may be broken.
    CHECK(cards_of(applied("Step,1,2\nBackstage,a,b\nKPI,#DIV/0!,3\n", northmoor(), "N1")) == 2);
}

TEST_CASE("words that say nothing are empty cells, and are counted") {
    auto const result = apply(
        "Phase,A,,\nStep,tbd,2,3\nCustomer actions,n/a,N/A,Calls; tbc\nBackstage,—,entfällt,?\n"
        "Thoughts,à définir,...,Why?\n",
        northmoor(), "N1");
    REQUIRE_MESSAGE(result.outcome, printed(result));
    CHECK(outline(result.outcome->room, "N1") ==
          "A\n  tbd ()\n  2 ()\n  3 (Why?)\n    customer: Calls\n");
    std::size_t cells = 0;
    for (exchange::MatrixBlank const& blank : result.content.blanks)
        cells += blank.count;
    CHECK(cells == 7);
    CHECK(result.content.blanks.front().word == "n/a");
    CHECK(cards_of(
              applied("step,lane,text\na,backstage,n/a\na,support,CRM\n", northmoor(), "N1")) == 1);
    // Texts that only begin so are texts.
    CHECK(cards_of(applied("Step,1\nBackstage,N/A form is filed\n", northmoor(), "N1")) == 1);
}

TEST_CASE("waits of the long form may name their unit, and empty words are no value") {
    model::Room const room = applied(
        "step,lane,text,wait,fail,team\na,backstage,1,90 min,x,n/a\na,backstage,2,\"1,5 h\",-,IT\n"
        "a,backstage,3,2 Tage,nein,-\na,backstage,4,n/a,oui,\n",
        northmoor(), "N1");
    std::string said;
    for (std::size_t i = northmoor().blueprint_nodes.size(); i < room.blueprint_nodes.size(); ++i) {
        model::BlueprintNode const& node = room.blueprint_nodes[i];
        said += std::to_string(static_cast<int>(node.wait_minutes.value_or(-1))) + " " +
                (node.fail_point ? (*node.fail_point ? "F" : "no") : "?") + " " + node.team + "|";
    }
    CHECK(said == "90 F |90 ? IT|2880 no |-1 F |");
}

TEST_CASE("a row of crosses is read, with a word about it") {
    auto const result =
        apply("Moving house\nStep,1,2\nCustomer actions,Calls,x\nE-mail,,\nBackstage,x,x\n",
              northmoor(), "N1");
    REQUIRE_MESSAGE(result.outcome, printed(result));
    CHECK(
        printed(result).starts_with("m.csv:5:11: warning: all cells of this lane say only "
                                    "\"x\", and each becomes a card of that text"));
    CHECK(result.problems.size() == 1);
}

TEST_CASE("a second table below the first is refused where it begins, names at the foot are none") {
    std::string const first = "Phase,A,B\nStep,1,2\nDoing,a,b\nBackstage,c,d\n";
    CHECK(first_problem(first + "\nPhase,C,D\nStep,3,4\nDoing,e,f\n") ==
          "m.csv:6:1: a second table begins here, with \"Phase\" again; put its steps beside those "
          "of the first, or save it as a file of its own");
    CHECK(first_problem("Step,1,2\nDoing,a,b\nSteps,3,4\nDoing,e,f\n").starts_with("m.csv:3:1: "));
    CHECK(cards_of(applied(first + "Step,1,2\nPhase,A,B\n", northmoor(), "N1")) == 4);
    // A lane may stand above the steps.
    CHECK(cards_of(applied("Physical evidence,x,y\nStep,1,2\nDoing,a,b\n", northmoor(), "N1")) ==
          4);
}

TEST_CASE("a first step without a phase is refused where it stands") {
    CHECK(first_problem("Phase,,B\nStep,Hears,Comes\nBackstage,a,b\n") ==
          "m.csv:2:6: no phase is named for the first step, \"Hears\"; write one in the cell "
          "beside it (a phase over several steps stands in the cell of its first), or take the row "
          "of phases out");
    CHECK(first_problem("Phase,Step,Backstage\n,Hears,a\nB,Comes,b\n")
              .starts_with("m.csv:2:2: no phase is named for the first step"));
    CHECK(first_problem("phase,step,lane,text\n,Hears,backstage,a\nB,Comes,backstage,b\n") ==
          "m.csv:2:1: no phase is named here or in a row above; write it in the column phase (an "
          "empty cell there repeats the one above)");
    // Without any phase each step is a stage.
    CHECK(outline(applied("phase,step,lane,text\n,Hears,backstage,a\n,Comes,backstage,b\n",
                          northmoor(), "N1"),
                  "N1") ==
          "Hears\n  Hears ()\n    backstage: a\nComes\n  Comes ()\n    backstage: b\n");
}

TEST_CASE("goals below the phases are those of the stages, above them they are the frame") {
    model::Room const room = applied(
        "Goals,Sell flats,,\nPhase,Dream,,Buy\nStep,Browses,Saves,Signs\n"
        "Customer goals,Own a home,Own a home,Be safe; be quick\nDoing,a,b,c\n",
        northmoor(), "N1");
    auto const stages = model::stages_of(room, model::find_journey(room, "N1"));
    REQUIRE(stages.size() == 2);
    CHECK(room.at(stages[0]).goal == "Own a home");
    CHECK(room.at(stages[1]).goal == "Be safe; be quick");
    // A table without goals takes none away.
    CHECK(
        (applied("Phase,Dream,,Buy\nStep,Browses,Saves,Signs\nDoing,a,b,c\n", room, "N1") == room));
}

TEST_CASE("many numbered steps never make a row of them the lanes") {
    for (auto const& [stages, steps, step] :
         {std::tuple("Stages", "Activities", "Step"), std::tuple("", "Activities", "Activity"),
          std::tuple("Étapes", "Actions", "Étape"), std::tuple("Stage", "Activity", "Moment"),
          std::tuple("", "", "Step"), std::tuple("Phasen", "Aktivitäten", "Schritt")}) {
        for (int const count : {3, 12, 26}) {
            CAPTURE(stages);
            CAPTURE(step);
            CAPTURE(count);
            std::string phases = stages;
            std::string names = steps;
            std::string customer = "Customer actions";
            std::string front = "Frontstage";
            std::string back = "Backstage";
            std::string support = "Support processes";
            for (int i = 1; i <= count; ++i) {
                std::string const n = std::to_string(i);
                phases += i % 3 == 1 ? ",Part " + n : ",";
                names += "," + std::string(step) + " " + n;
                for (std::string* lane : {&customer, &front, &back, &support})
                    *lane += ",Does " + n;
            }
            std::string const head =
                std::string(stages).empty() ? names + "\n" : phases + "\n" + names + "\n";
            auto const room =
                applied(head + customer + "\n" + front + "\n" + back + "\n" + support + "\n",
                        northmoor(), "N1");
            CHECK(cards_of(room) >= 3 * static_cast<std::size_t>(count));
        }
    }
}
