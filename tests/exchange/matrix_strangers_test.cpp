// What strange tables hold beside lanes and cards: titles that are none, remarks, units in headers,
// feelings in words, columns that say nothing.
#include <algorithm>
#include <doctest/doctest.h>

#include "matrix_room.hpp"

using exchange::MatrixFate;
using exchange::MatrixForm;
using matrix_room::applied;
using matrix_room::apply;
using matrix_room::northmoor;
using matrix_room::printed;

namespace {

std::string title_of(std::string const& bytes) {
    model::Room const room = applied(bytes, northmoor(), "N1");
    return room.at(model::find_journey(room, "N1")).title;
}

std::string const table = ",Search,Call\nCustomer actions,Googles,Rings\n";

std::string long_j2() {
    model::Room const& room = northmoor();
    return exchange::write_matrix(room, model::find_journey(room, "J2"), MatrixForm::Long, ',')
        .bytes;
}

// The rows of a table without quotes and line breaks in its first line's columns.
std::vector<std::vector<std::string>> cells_of(std::string const& bytes) {
    std::vector<std::vector<std::string>> rows{{""}};
    bool quoted = false;
    for (char const c : bytes) {
        if (c == '"') quoted = !quoted;
        if (!quoted && c == ',') {
            rows.back().emplace_back();
        } else if (!quoted && c == '\n') {
            rows.push_back({""});
        } else {
            rows.back().back() += c;
        }
    }
    rows.pop_back();
    return rows;
}

std::string bytes_of(std::vector<std::vector<std::string>> const& rows) {
    std::string bytes;
    for (auto const& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            bytes += (i == 0 ? "" : ",") + row[i];
        bytes += '\n';
    }
    return bytes;
}

std::size_t column_of(std::vector<std::vector<std::string>> const& rows, std::string const& name) {
    auto const at = std::find(rows.front().begin(), rows.front().end(), name);
    REQUIRE(at != rows.front().end());
    return static_cast<std::size_t>(at - rows.front().begin());
}

std::string without_column(std::string const& bytes, std::string const& name) {
    auto rows = cells_of(bytes);
    auto const at = static_cast<std::ptrdiff_t>(column_of(rows, name));
    for (auto& row : rows)
        row.erase(row.begin() + at);
    return bytes_of(rows);
}

std::string with_empty_column(std::string const& bytes, std::string const& name) {
    auto rows = cells_of(bytes);
    std::size_t const at = column_of(rows, name);
    for (std::size_t i = 1; i < rows.size(); ++i)
        rows[i][at].clear();
    return bytes_of(rows);
}

model::BlueprintNode const& card_saying(model::Room const& room, std::string const& text) {
    for (model::BlueprintNode const& node : room.blueprint_nodes) {
        if (node.text == text) return node;
    }
    FAIL("no card says " << text);
    return room.blueprint_nodes.front();
}

bool says(exchange::MatrixResult const& result, std::string const& text) {
    return printed(result).find(text) != std::string::npos;
}

std::string thought_at(model::Room const& room, std::string const& action) {
    for (model::Step const& step : room.steps) {
        if (step.action == action && room.at(step.journey).key == "N1") return step.thought;
    }
    FAIL("no step is called " << action);
    return {};
}

}  // namespace

TEST_CASE("a row that goes on with the lane above it, above the phases, has no name to ask") {
    auto const result =
        apply(",Goal,x,y,z\nBackstage,a,,,\n,b,c,,\nPhase,P1,P2,P3,P4\nFrontstage,a,b,c,d\n",
              northmoor(), "N1");
    CHECK(result.outcome.has_value());
    // Lanes above their headers, the second without a name.
    auto const lanes =
        apply("Backstage,a,b,c\n,d,,\nPhase,P1,P2,P3\nStep,S1,S2,S3\n", northmoor(), "N1");
    REQUIRE_MESSAGE(lanes.outcome, printed(lanes));
    CHECK(lanes.content.stages.size() == 3);
}

TEST_CASE("a journey is named by its title, never by who acts in it or when it was drawn") {
    CHECK(title_of("Service blueprint: Moving house\n" + table) == "Moving house");
    CHECK(title_of("Moving house\n" + table) == "Moving house");
    CHECK(title_of("Title,Moving house\n" + table) == "Moving house");
    CHECK(title_of("Kundenreise: Umzug\nStand: 12.03.2024\n" + table) == "Umzug");
    for (std::string const row : {"Actor: Jo", "Akteur: Jo", "Acteur : Jo", "Who: Jo Smith (29)",
                                  "Customer: Jo", "Team: CX", "NOTE: check with legal",
                                  "12.03.2024", "v1.2", "Q3 2024", "Draft", "Persona: Anna"}) {
        CAPTURE(row);
        CHECK(title_of(row + "\n" + table) == "Untitled journey (N1)");
        CHECK(title_of(row + "\nMoving house\n" + table) == "Moving house");
    }
    CHECK(title_of("Service Blueprint – Umzug,Stand: 03/2024,\n" + table) == "Umzug");
    CHECK(title_of("Title,12.03.2024\n" + table) == "Untitled journey (N1)");
    // The corner of the table names its rows, not the journey.
    CHECK(title_of("Zeitpunkt,Search,Call\nDoing,a,b\n") == "Untitled journey (N1)");
    CHECK(title_of("Hotel blueprint,Search,Call\nDoing,a,b\n") == "Hotel blueprint");
    auto const untitled = apply(table, northmoor(), "N1");
    CHECK(says(untitled, "m.csv:1:1: warning: no title of the journey stands above the table"));
    // The key of another journey names that one.
    std::string const copy = "journey,phase,step,lane,text\nJ2,A,B,Backstage,x\n";
    CHECK(title_of(copy) == "Untitled journey (N1)");
}

TEST_CASE("remarks above and below the table are listed as left out, and are no phase") {
    auto const result = apply(
        "Moving house,,\n,NOTE: internal only,\n,Search,Call\n"
        "Customer actions,Googles,Rings\nNOTE: check with legal,,\n",
        northmoor(), "N1");
    REQUIRE_MESSAGE(result.outcome, printed(result));
    CHECK(result.content.stages.size() == 2);
    std::size_t notes = 0;
    for (exchange::MatrixLane const& lane : result.content.lanes) {
        if (lane.role != exchange::LaneRole::Note) continue;
        ++notes;
        CHECK(lane.label.starts_with("NOTE: "));
    }
    CHECK(notes == 2);
    CHECK(exchange::why_left_out(exchange::LaneRole::Note) == "a journey has no place for remarks");
}

TEST_CASE("the unit of a wait may stand in its header, and units of other headers go") {
    struct Case {
        std::string header;
        double minutes;
    };
    for (auto const& [header, minutes] :
         {Case{"Wait (min)", 1.5}, Case{"Wait min", 1.5}, Case{"Wartezeit (Min.)", 1.5},
          Case{"Attente (min)", 1.5}, Case{"Temps d'attente en heures", 90},
          Case{"Wartezeit in Stunden", 90}, Case{"Wait [h]", 90}, Case{"Wait (days)", 2160},
          Case{"Waiting time (s)", 0.025}, Case{"wait_minutes", 1.5}}) {
        CAPTURE(header);
        auto const result = apply("Phase (EN),Step [short],Lane (role),Text (max. 80)," + header +
                                      "\nA,B,Backstage,one,1.5\nA,B,Backstage,two,2 h\n",
                                  northmoor(), "N1");
        REQUIRE_MESSAGE(result.outcome, printed(result));
        CHECK(result.content.form == MatrixForm::Long);
        auto const wait = card_saying(result.outcome->room, "one").wait_minutes;
        REQUIRE(wait);
        CHECK(*wait == doctest::Approx(minutes));
        CHECK(*card_saying(result.outcome->room, "two").wait_minutes == 120);
        CHECK_FALSE(says(result, "not known"));
    }
    CHECK(exchange::long_column("Wait (people)") == std::nullopt);
    CHECK(exchange::lane_role("Attente (min)") == exchange::LaneRole::Measure);
    CHECK(exchange::lane_role("Attentes") == exchange::LaneRole::Thought);
}

TEST_CASE("a wait with three digits behind one separator is refused, for it may be thousands") {
    auto const file = [](std::string const& wait) {
        return "step;lane;text;wait_minutes\nA;Backstage;one;" + wait + "\n";
    };
    for (auto const& [wait, both] :
         {std::pair{"1,440", "1440 or 1.44"}, std::pair{"1.440", "1440 or 1.44"},
          std::pair{"12,000", "12000 or 12"}, std::pair{"120.500", "120500 or 120.5"},
          std::pair{"1.445", "1445 or 1.4450"}, std::pair{"1,440 min", "1440 min or 1.44 min"},
          std::pair{"1.500 h", "1500 h or 1.5 h"}}) {
        CAPTURE(wait);
        auto const result = apply(file(wait), northmoor(), "N1");
        CHECK_FALSE(result.outcome);
        CHECK_MESSAGE(
            says(result, "m.csv:2:17: the wait is \"" + std::string(wait) +
                             "\", and nobody can tell thousands from decimals; write " + both),
            printed(result));
    }
    for (auto const& [wait, minutes] :
         {std::pair{"0,5", 0.5}, std::pair{"1,5", 1.5}, std::pair{"0.125", 0.125},
          std::pair{"1440", 1440.0}, std::pair{"1.44", 1.44}, std::pair{"1.4450", 1.445},
          std::pair{"1440.125", 1440.125}, std::pair{"1.5 h", 90.0}}) {
        CAPTURE(wait);
        auto const result = apply(file(wait), northmoor(), "N1");
        REQUIRE_MESSAGE(result.outcome, printed(result));
        CHECK(card_saying(result.outcome->room, "one").wait_minutes == minutes);
    }
    CHECK(says(apply(file("1.440,5"), northmoor(), "N1"), "the wait is \"1.440,5\"; write"));
    // Export writes what comes back equal.
    model::Room room = applied(file("1"), northmoor(), "N1");
    room.blueprint_nodes.back().wait_minutes = 1.445;
    auto const out =
        exchange::write_matrix(room, model::find_journey(room, "N1"), MatrixForm::Long, ',');
    CHECK((applied(out.bytes, room, "N1") == room));
}

TEST_CASE("a row of totals is no step and no card in any form, a stage of that name is one") {
    for (std::string const word : {"Summe", "Total", "Gesamt", "Sum", "Total général"}) {
        for (std::string const& bytes :
             {"Phase;Schritt;Kunde;Backstage;Wartezeit\nVorher;Sucht;ruft an;;5\n" + word +
                  ";;;;1.445\n",
              "Phase;Schritt;Kunde;Backstage;Wartezeit\nVorher;Sucht;ruft an;;5\n" + word +
                  ";-;12;3;\nNachher;Kauft;zahlt;bucht;2\n",
              "Schritt;Kunde;Backstage;Wartezeit\nSucht;ruft an;;5\n" + word + ";;;1.445\n",
              "phase;step;lane;text;wait_minutes\nVorher;Sucht;Backstage;bucht;5\n" + word +
                  ";;;;1.445\n",
              "phase;step;lane;text;wait_minutes\nVorher;Sucht;Backstage;bucht;5\n;;;" + word +
                  ";1.445\n",
              "Phase;Vorher;" + word + "\nSchritt;Sucht;\nKunde;ruft an;12\nBackstage;a;3\n"}) {
            CAPTURE(bytes);
            auto const result = apply(bytes, northmoor(), "N1");
            REQUIRE_MESSAGE(result.outcome, printed(result));
            CHECK(says(result, ": warning: \"" + word + "\" is "));
            std::size_t const stages = bytes.find("Nachher") == std::string::npos ? 1 : 2;
            CHECK(result.content.stages.size() == stages);
            for (exchange::MatrixStage const& stage : result.content.stages) {
                CHECK(stage.name != word);
                for (exchange::MatrixStep const& step : stage.steps) {
                    CHECK(step.action != word);
                    for (exchange::MatrixCard const& card : step.cards)
                        CHECK(card.text.find_first_of("123") == std::string::npos);
                }
            }
        }
    }
    // A wait that only the sum names takes none away.
    model::Room room =
        applied("step;lane;text;wait_minutes\nA;Backstage;one;5\n", northmoor(), "N1");
    room = applied("step;lane;text;wait_minutes\nA;Backstage;one;\nSumme;;;5\n", room, "N1");
    CHECK(card_saying(room, "one").wait_minutes == 5);
    auto const kept =
        apply("Phase,Step,Customer actions\nTotal,Adds,3 parcels\n", northmoor(), "N1");
    REQUIRE_MESSAGE(kept.outcome, printed(kept));
    CHECK(kept.content.stages.front().name == "Total");
}

TEST_CASE("the room's own lane of employees is found by its key and by its name on the wall") {
    for (std::string const lane :
         {"employee", "Employee", "employees", "Staff", "staff", "Employee experience"}) {
        CAPTURE(lane);
        for (std::string const& bytes : {"step,lane,text\nA,Backstage,one\nA," + lane + ",tired\n",
                                         "Step,A\nBackstage,one\n" + lane + ",tired\n",
                                         "Step,Backstage," + lane + "\nA,one,tired\n"}) {
            CAPTURE(bytes);
            model::Room const room = applied(bytes, northmoor(), "N1");
            CHECK(card_saying(room, "tired").lane == model::BlueprintLane::Employee);
        }
    }
    using exchange::LaneRole;
    for (std::string const lane : {"Staff actions", "Employee actions", "Frontstage staff",
                                   "Contact employees", "Staff (visible)"})
        CHECK(exchange::lane_role(lane) == LaneRole::Frontstage);
    CHECK(exchange::lane_role("Staff (not visible)") == LaneRole::Backstage);
    CHECK(exchange::grouped_lane_role("Frontstage", "Staff") == LaneRole::Frontstage);
}

TEST_CASE("a column that is missing or empty all the way down takes nothing away") {
    std::string const whole = long_j2();
    for (std::string const column :
         {"team", "component", "touchpoint", "fail_point", "wait_minutes", "link"}) {
        CAPTURE(column);
        CHECK((applied(without_column(whole, column), northmoor(), "J2") == northmoor()));
        auto const result = apply(with_empty_column(whole, column), northmoor(), "J2");
        REQUIRE_MESSAGE(result.outcome, printed(result));
        CHECK((result.outcome->room == northmoor()));
        CHECK(says(result, "no cell of the column \"" + column + "\" says anything: what "));
    }
    CHECK((applied(without_column(whole, "owner"), northmoor(), "J2") == northmoor()));
}

TEST_CASE("an empty cell in a column that says something takes away, as does a dash") {
    auto rows = cells_of(long_j2());
    std::size_t const team = column_of(rows, "team");
    std::size_t const key = column_of(rows, "key");
    std::string emptied;
    for (auto& row : rows) {
        bool const first = emptied.empty() && !row[team].empty() && row[key] != "key";
        if (!first) continue;
        emptied = row[key];
        row[team].clear();
    }
    model::Room const room = applied(bytes_of(rows), northmoor(), "J2");
    auto const team_of = [&](model::Room const& in) {
        return in.blueprint_nodes[model::find_node(in, emptied).index()].team;
    };
    CHECK_FALSE(team_of(northmoor()).empty());
    CHECK(team_of(room).empty());
    // A dash alone is enough for the column to count.
    auto dashes = cells_of(with_empty_column(long_j2(), "team"));
    dashes[1][team] = "-";
    model::Room const without = applied(bytes_of(dashes), northmoor(), "J2");
    CHECK(team_of(without).empty());
}

TEST_CASE("where no lane is known, the message says which there are and how to name one") {
    auto const result = apply(",,\n,Zauber,Search,Call\n,Bums,Googles,Rings\n", northmoor(), "N1");
    CHECK_FALSE(result.outcome);
    CHECK(says(result,
               "m.csv:2:2: no lane is recognised, neither down the first column "
               "(\"Zauber\", \"Bums\") nor across a row; lanes are Physical evidence, "
               "Customer actions, "));
    CHECK(says(result, "--lane \"Zauber=backstage\" (roles: evidence, customer, "));
    auto const by_hand = exchange::apply_matrix({"Step,Search\nBackstage,x\n",
                                                 "m.csv",
                                                 "N1",
                                                 {},
                                                 {},
                                                 {{"Zauber", exchange::LaneRole::Support}}},
                                                northmoor(), {});
    CHECK(says(by_hand,
               "no cell of the file says \"Zauber\", which --lane maps by hand; its first "
               "names are \"Step\", \"Backstage\""));
}

TEST_CASE("a lane that nobody knows, between the steps and the lanes, is no row of phases") {
    for (std::string const bytes : {"Step,Search,Call\nZauber,x,\nBackstage,y,z\n",
                                    "Step,Zauber,Backstage\nSearch,x,y\nCall,,z\n"}) {
        auto const result = apply(bytes, northmoor(), "N1");
        CHECK_FALSE(result.outcome);
        CHECK(says(result, "\"Zauber\" is no lane that is known; "));
        CHECK(says(result, "--lane \"Zauber=backstage\" or leave it out"));
    }
}

TEST_CASE("feelings in words stay text at their step, known words are a guess at a number") {
    std::string const top = "Step,Search,Call,Wait\nDoing,a,b,c\nTouchpoints,Shop window,T07,\n";
    std::string const bytes = top + "Feelings:,frustrated,sehr zufrieden; bored,content\n";
    auto const result = apply(bytes, northmoor(), "N1");
    REQUIRE_MESSAGE(result.outcome, printed(result));
    model::Room const& room = result.outcome->room;
    CHECK(thought_at(room, "Search") == "Feelings: frustrated");
    CHECK(thought_at(room, "Call") == "Feelings: sehr zufrieden\nFeelings: bored");
    CHECK(thought_at(room, "Wait") == "Feelings: content");
    // Only what is one word of the table, where one touchpoint stands.
    CHECK(result.outcome->feelings_set == 1);
    CHECK(room.emotions.back().value == -1);
    CHECK(room.emotions.back().assumed());
    CHECK_FALSE(says(result, "left out"));
    CHECK((applied(bytes, room, "N1") == room));
    matrix_room::check_sound(room);
    for (auto const& [word, value] :
         {std::pair{"genervt", -1.0}, std::pair{"Ravie", 2.0}, std::pair{"😡", -2.0},
          std::pair{"☺️", 1.0}, std::pair{"neutre", 0.0}}) {
        CAPTURE(word);
        model::Room const one =
            applied("Step,Search\nDoing,a\nTouchpoints,Shop\nMood," + std::string(word) + "\n",
                    northmoor(), "N1");
        CHECK(one.emotions.size() == northmoor().emotions.size() + 1);
        CHECK(one.emotions.back().value == value);
    }
}

TEST_CASE("pain points stay text at their step, and leave the thoughts that are there") {
    std::string const top = "Step,Search,Call\nDoing,a,b\n";
    model::Room room = applied(top + "Thoughts,Which one?,\n", northmoor(), "N1");
    room = applied(top + "Pain points,Too many; no price,\nGains,,quick\n", room, "N1");
    CHECK(thought_at(room, "Search") == "Which one?\nPain points: Too many\nPain points: no price");
    CHECK(thought_at(room, "Call") == "Gains: quick");
    // What its lane no longer says goes, the rest stays.
    room = applied(top + "Pain points,Dear,\n", room, "N1");
    CHECK(thought_at(room, "Search") == "Which one?\nPain points: Dear");
    CHECK(thought_at(room, "Call") == "Gains: quick");
    // Out and in again.
    for (MatrixForm const form : {MatrixForm::Wide, MatrixForm::Transposed, MatrixForm::Long}) {
        auto const written =
            exchange::write_matrix(room, model::find_journey(room, "N1"), form, ',');
        CHECK(written.problem.empty());
        CHECK((applied(written.bytes, room, "N1") == room));
    }
}

TEST_CASE("ideas become initiatives with the touchpoints of their step, once") {
    std::string const bytes =
        "Step,Search,Call\nDoing,a,b\nTouchpoints,T36,\nIdeen,Preisliste; Filter,Filter\n";
    auto const result = apply(bytes, northmoor(), "N1");
    REQUIRE_MESSAGE(result.outcome, printed(result));
    model::Room const& room = result.outcome->room;
    CHECK(result.outcome->ideas_new == 2);
    std::size_t const before = northmoor().initiatives.size();
    REQUIRE(room.initiatives.size() == before + 2);
    model::Initiative const& idea = room.initiatives[before];
    CHECK(idea.name == "Preisliste");
    CHECK(idea.code == "N1-preisliste");
    CHECK(idea.state == "idea");
    CHECK_FALSE(idea.reach);
    REQUIRE(idea.touchpoints.size() == 1);
    CHECK(room.at(idea.touchpoints.front()).key == "T36");
    CHECK((applied(bytes, room, "N1") == room));
    matrix_room::check_sound(room);
}

TEST_CASE("characters that nobody sees are refused where they stand, in any cell of a table") {
    struct Case {
        std::string sign;
        std::string said;
    };
    for (auto const& [sign, said] :
         {Case{"\u0085", "a control character (U+0085), "}, Case{"\u0092", "(U+0092), "},
          Case{"\u202E", "turns the direction of writing (U+202E)"},
          Case{"\u2066", "turns the direction of writing (U+2066)"},
          Case{"\u2028", "a character that nobody sees (U+2028)"},
          Case{"\U000E0041", "a character that nobody sees (U+E0041)"}}) {
        CAPTURE(said);
        std::string const bytes = ",Search,Call\nCustomer actions,Goo" + sign + "gles,Rings\n";
        auto const result = apply(bytes, northmoor(), "N1");
        CHECK_FALSE(result.outcome);
        CHECK(says(result, "m.csv:2:21: "));
        CHECK(says(result, said));
    }
    // What scripts and emoji need stays.
    CHECK(apply(",Search\nDoing,می‌خواهم 👩‍🔧 שלום‏ weich­trenn\n",
                northmoor(), "N1")
              .outcome);
}

TEST_CASE("two lanes of one name become one, and both places are named") {
    std::string const said = printed(
        apply("Step,A,B\nCustomer,a1,a2\nBackstage,b1,b2\ncustomer:,c1,c2\n", northmoor(), "N1"));
    CHECK(said.find(
              "4:1: warning: \"customer:\" is the name of a lane already, in line 2, column 1") !=
          std::string::npos);
    CHECK(
        printed(
            apply("Step,Customer,Backstage,Customer\nA,a1,b1,c1\nB,a2,b2,c2\n", northmoor(), "N1"))
            .find(
                "1:25: warning: \"Customer\" is the name of a lane already, in line 1, column 6") !=
        std::string::npos);
    // Other names of one lane are meant, as is a name that spans rows.
    for (std::string const meant :
         {"Step,A\nCustomer,a\nUser actions,b\n", "Step,A\nCustomer,a\n,b\n",
          ",,Step 1\nFrontstage,Technology,Till\nBackstage,Technology,ERP\n"}) {
        CHECK(printed(apply(meant, northmoor(), "N1")).find("already") == std::string::npos);
    }
}

TEST_CASE("étapes alone are steps, with steps or over several columns phases") {
    auto const outline_of = [](std::string const& bytes) {
        return matrix_room::outline(applied(bytes, northmoor(), "N1"), "N1");
    };
    std::string const steps =
        outline_of("Step,Découvrir,Acheter\nCustomer,Voit,Paie\nBackstage,Agence,\n");
    CHECK(outline_of("Étapes,Découvrir,Acheter\nClient,Voit,Paie\nCoulisses,Agence,\n") == steps);
    CHECK(outline_of("Étape,Client,Coulisses\nDécouvrir,Voit,Agence\nAcheter,Paie,\n") == steps);
    std::string const phased =
        outline_of("Phase,Avant,\nStep,Découvrir,Acheter\nCustomer,Voit,Paie\nBackstage,Agence,\n");
    CHECK(outline_of(",Avant,\nÉtapes,Découvrir,Acheter\nClient,Voit,Paie\nCoulisses,Agence,\n") ==
          phased);
    CHECK(outline_of("Étapes,Avant,\nSous-étapes,Découvrir,Acheter\nClient,Voit,Paie\n"
                     "Coulisses,Agence,\n") == phased);
    CHECK(outline_of("Étapes,Avant,\nClient,Voit,Paie\nCoulisses,Agence,\n") ==
          outline_of("Phase,Avant,\nCustomer,Voit,Paie\nBackstage,Agence,\n"));
}

TEST_CASE("headers of the long form without a lane or a text say which column is missing") {
    auto const said = [](std::string const& bytes) {
        return printed(apply(bytes, northmoor(), "N1"));
    };
    CHECK(said("phase,step,text\nA,B,c\n")
              .find("1:1: these are headers of a table with a row a card, but none of them is "
                    "\"lane\"; give each card its lane") != std::string::npos);
    CHECK(said("Phase;Schritt;Bahn\nA;B;Kunde\n")
              .find("none of them is \"text\"; write what each card says") != std::string::npos);
    // Lanes of such names stand beside steps, steps of such names above lanes.
    CHECK(said("Phase,Step,Touchpoint,Notes\nA,B,Letter,c\n").find("row a card") ==
          std::string::npos);
    CHECK(said("Step,Order,Description\nCustomer,a,b\n").find("row a card") == std::string::npos);
}

TEST_CASE(
    "a formula instead of its result is taken as text with a warning, a guarded one without") {
    std::string const bytes = "Step,=A1,B\nCustomer,=SUM(A1:A3),'=B2\nBackstage,= 5 km,-5 days\n";
    std::string const said = printed(apply(bytes, northmoor(), "N1"));
    CHECK(said.find("1:6: warning: \"=A1\" is a formula, not what it shows") != std::string::npos);
    CHECK(said.find("2:10: warning: \"=SUM(A1:A3)\" is a formula") != std::string::npos);
    CHECK(said.find("B2") == std::string::npos);
    CHECK(said.find("5 km") == std::string::npos);
}

TEST_CASE("an empty lane in the long form repeats the one above where phase and step do, too") {
    std::string const merged =
        "Phase,Step,Lane,Card\nBefore,Search,Customer,Googles\n,,,Asks friends\n"
        ",,Backstage,SEO\n,,,Index\nAfter,Rate,Customer,Writes\n";
    std::string const full =
        "Phase,Step,Lane,Card\nBefore,Search,Customer,Googles\nBefore,Search,Customer,Asks "
        "friends\n"
        "Before,Search,Backstage,SEO\nBefore,Search,Backstage,Index\nAfter,Rate,Customer,Writes\n";
    auto const outline_of = [](std::string const& bytes) {
        return matrix_room::outline(applied(bytes, northmoor(), "N1"), "N1");
    };
    CHECK(outline_of(merged) == outline_of(full));
    // A step of its own has a lane of its own.
    CHECK(printed(apply("step,lane,text\nA,Customer,a\nB,,b\n", northmoor(), "N1"))
              .find("the card \"b\" has no lane") != std::string::npos);
}

TEST_CASE("a misspelt component, touchpoint or card is told the nearest") {
    auto const said = [](std::string const& row) {
        return printed(
            apply("key,step,lane,text,link,touchpoint,component\n"
                  "first,A,Customer,Rings,,,\n" +
                      row,
                  northmoor(), "N1"));
    };
    CHECK(
        said("next,A,Backstage,Plans,,,crmm\n")
            .find(
                "3:26: \"crmm\" is no component of the room; the nearest is \"crm\"; write its") !=
        std::string::npos);
    CHECK(
        said("next,A,Backstage,Plans,,T044,\n")
            .find("\"T044\" is no touchpoint of the room; the nearest is \"T04\"; write its key") !=
        std::string::npos);
    CHECK(said("next,A,Backstage,Plans,frist:needs,,\n")
              .find("the link names \"frist\", which is no card of the journey; the nearest is "
                    "\"first\"; write the key or the text of a card, or take the link out") !=
          std::string::npos);
}
