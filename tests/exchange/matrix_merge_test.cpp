// Re-import: what keeps its key, what gets one, what goes, and what is refused.
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

std::string j2(MatrixForm form) {
    return exchange::write_matrix(northmoor(), model::find_journey(northmoor(), "J2"), form, ',')
        .bytes;
}

std::string with(std::string text, std::string_view from, std::string_view to) {
    std::size_t const at = text.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, from);
    return text.replace(at, from.size(), to);
}

std::size_t of(exchange::MatrixCounts const& counts, MatrixFate fate) {
    return counts[static_cast<std::size_t>(fate)];
}

model::BlueprintNode const* card(model::Room const& room, std::string_view key) {
    auto const& nodes = room.blueprint_nodes;
    auto const at = std::find_if(nodes.begin(), nodes.end(),
                                 [&](model::BlueprintNode const& node) { return node.key == key; });
    return at == nodes.end() ? nullptr : &*at;
}

std::size_t links_at(model::Room const& room, std::string_view key) {
    return static_cast<std::size_t>(std::count_if(
        room.blueprint_links.begin(), room.blueprint_links.end(), [&](auto const& link) {
            return room.blueprint_nodes[link.from.index()].key == key ||
                   room.blueprint_nodes[link.to.index()].key == key;
        }));
}

// As `room`, but for the journey's own stages, steps, cards and links.
void check_rest_is_untouched(model::Room const& room) {
    model::Room const& before = northmoor();
    CHECK((room.observations == before.observations));
    CHECK((room.touchpoints == before.touchpoints));
    CHECK(room.journeys.size() == before.journeys.size());
    CHECK((room.tours == before.tours));
    CHECK(room.placements.size() == before.placements.size());
    for (std::string const journey : {"life", "J1", "J3", "J4", "J2.1"})
        CHECK(matrix_room::outline(room, journey) == matrix_room::outline(before, journey));
    matrix_room::check_sound(room);
}

}  // namespace

TEST_CASE("a card whose text changes in its place keeps its key, links and fields") {
    auto const result = apply(with(j2(MatrixForm::Wide), "Cut-off at 16:00", "Cut-off at 18:00"),
                              northmoor(), "J2");
    REQUIRE(result.outcome);
    CHECK(of(result.outcome->cards, MatrixFate::Changed) == 1);
    CHECK(of(result.outcome->cards, MatrixFate::Kept) == 40);
    model::BlueprintNode const* const node = card(result.outcome->room, "cut-off");
    REQUIRE(node != nullptr);
    CHECK(node->text == "Cut-off at 18:00");
    CHECK(node->wait_minutes == 960);
    CHECK(node->fail_point == true);
    CHECK(links_at(result.outcome->room, "cut-off") == links_at(northmoor(), "cut-off"));
    check_rest_is_untouched(result.outcome->room);
}

TEST_CASE("a card that goes takes its links, a new one gets a key from its text") {
    std::string const bytes = with(with(j2(MatrixForm::Wide), "Cut-off at 16:00", ""),
                                   "Traffic feed", "\"Traffic feed\nStorm warning\"");
    auto const result = apply(bytes, northmoor(), "J2");
    REQUIRE(result.outcome);
    model::Room const& room = result.outcome->room;
    CHECK(of(result.outcome->cards, MatrixFate::Removed) == 1);
    CHECK(of(result.outcome->cards, MatrixFate::New) == 1);
    CHECK(card(room, "cut-off") == nullptr);
    CHECK(room.blueprint_links.size() ==
          northmoor().blueprint_links.size() - links_at(northmoor(), "cut-off"));
    REQUIRE(card(room, "J2-storm-warning") != nullptr);
    CHECK(card(room, "J2-storm-warning")->lane == model::BlueprintLane::Support);
    // Behind its neighbour in the cell.
    CHECK(card(room, "J2-storm-warning") == card(room, "traffic-feed") + 1);
    check_rest_is_untouched(room);
}

TEST_CASE("a card that moves to another step or lane keeps its key and links") {
    std::string const bytes = with(with(j2(MatrixForm::Wide), ",Traffic feed,", ",,"),
                                   "Planner fills routes", "Traffic feed\nPlanner fills routes");
    auto const result = apply(bytes, northmoor(), "J2");
    REQUIRE(result.outcome);
    CHECK(of(result.outcome->cards, MatrixFate::Moved) == 1);
    CHECK(of(result.outcome->cards, MatrixFate::Removed) == 0);
    model::BlueprintNode const* const node = card(result.outcome->room, "traffic-feed");
    REQUIRE(node != nullptr);
    CHECK(node->lane == model::BlueprintLane::Backstage);
    CHECK(result.outcome->room.at(node->step).key == "b3");
    CHECK(links_at(result.outcome->room, "traffic-feed") == 1);
    // In the order of the cell.
    CHECK(node < card(result.outcome->room, "planner"));
    check_rest_is_untouched(result.outcome->room);
}

TEST_CASE("a renamed stage and a renamed step keep their keys and what stands in them") {
    std::string bytes = with(j2(MatrixForm::Wide), "I get a time", "I get an appointment");
    bytes = with(bytes, "Takes a day off work", "Stays at home");
    auto const result = apply(bytes, northmoor(), "J2");
    REQUIRE_MESSAGE(result.outcome, printed(result));
    model::Room const& room = result.outcome->room;
    CHECK(room.at(model::find_stage(room, "J2-time")).name == "I get an appointment");
    CHECK(room.at(model::find_stage(room, "J2-time")).leader == "Field director");
    CHECK(of(result.outcome->stages, MatrixFate::Changed) == 1);
    CHECK(of(result.outcome->steps, MatrixFate::Changed) == 1);
    CHECK(of(result.outcome->cards, MatrixFate::Kept) == 41);
    CHECK((room.placements == northmoor().placements));
    check_rest_is_untouched(room);
}

TEST_CASE("a new column in between gets keys, the others keep theirs in their order") {
    std::string wide = j2(MatrixForm::Transposed);
    wide = with(wide, "I get a time,Takes",
                "I am rung back,Answers the phone,,Picks up\nI get a time,Takes");
    auto const result = apply(wide, northmoor(), "J2");
    REQUIRE_MESSAGE(result.outcome, printed(result));
    model::Room const& room = result.outcome->room;
    auto const stages = model::stages_of(room, model::find_journey(room, "J2"));
    REQUIRE(stages.size() == 7);
    CHECK(room.at(stages[2]).key == "J2-i-am-rung-back");
    CHECK(room.at(stages[3]).key == "J2-time");
    CHECK(room.at(model::steps_of(room, stages[2]).front()).key == "answers-the-phone");
    CHECK(of(result.outcome->cards, MatrixFate::Kept) == 41);
    CHECK((applied(wide, room, "J2") == room));
    check_rest_is_untouched(room);
}

TEST_CASE("a stage that would leave touchpoints, journeys or tours behind is refused") {
    std::string bytes = j2(MatrixForm::Transposed);
    std::size_t const from = bytes.find("I get a time");
    bytes.erase(from, bytes.find("Someone comes") - from);
    auto const result = apply(bytes, northmoor(), "J2");
    CHECK_FALSE(result.outcome);
    CHECK(printed(result).find(
              "m.csv:1:1: the phase \"I get a time\" (J2-time) is no longer in the "
              "matrix, but the touchpoint T37 (Appointment offer) stands in it; put "
              "the phase back, or move it first (placements.csv)") != std::string::npos);
    // Their order in the file changes nothing of that.
    auto const life = apply("Phase,A\nStep,B\nBackstage,x\n", northmoor(), "life");
    CHECK_FALSE(life.outcome);
    CHECK(printed(life).find("the journey J2 (Get my heating fixed) hangs under it") !=
          std::string::npos);
}

TEST_CASE("the same phases under other steps: touchpoints go with the step they stand at") {
    std::string bytes = j2(MatrixForm::Wide);
    // Two phases become one.
    bytes = with(bytes, "I get a time,Someone comes", "Someone comes,");
    auto const result = apply(bytes, northmoor(), "J2");
    CAPTURE(printed(result));
    std::size_t at_steps = 0;
    for (model::Placement const& placement : northmoor().placements) {
        bool const in_time = northmoor().at(placement.stage).key == "J2-time";
        if (in_time && placement.step) ++at_steps;
    }
    CHECK(result.outcome.has_value() == (at_steps > 0));
}

TEST_CASE("columns that the long form lacks stay as they are, those it has are taken") {
    std::string const bytes =
        "phase,step,lane,text,team\nIt is cold,Checks app or rings,support,Device telemetry,Coast "
        "IT\n";
    model::Room room = northmoor();
    // Only the first stage, so that no touchpoint stands in the way.
    room.placements.clear();
    room.tours.clear();
    std::erase_if(room.journeys,
                  [](model::Journey const& journey) { return journey.key == "J2.1"; });
    std::erase_if(room.stages,
                  [&](model::Stage const& stage) { return stage.key.starts_with("J2.1"); });
    auto const result = apply(bytes, northmoor(), "J2");
    CHECK_FALSE(result.outcome);
    std::string whole = j2(MatrixForm::Long);
    whole = with(whole, ",Digital,telemetry", ",Coast IT,telemetry");
    auto const changed = apply(whole, northmoor(), "J2");
    REQUIRE(changed.outcome);
    CHECK(of(changed.outcome->cards, MatrixFate::Changed) == 1);
    CHECK(card(changed.outcome->room, "telemetry")->team == "Coast IT");
    CHECK(card(changed.outcome->room, "telemetry")->component.valid());
}

TEST_CASE("a lane of touchpoints places those of the room and makes the others, once") {
    std::string const bytes =
        "Step,Search,Call\nDoing,a,b\nTouchpoints,Diagnosis and repair; Shop window,T37\n";
    auto const result = apply(bytes, northmoor(), "N1");
    REQUIRE_MESSAGE(result.outcome, printed(result));
    model::Room const& room = result.outcome->room;
    CHECK(result.outcome->touchpoints_new == 1);
    CHECK(result.outcome->placements_new == 3);
    CHECK(room.touchpoints.back().title == "Shop window");
    CHECK(room.at(room.placements.back().touchpoint).key == "T37");
    CHECK(room.at(room.placements.back().step).action == "Call");
    CHECK((applied(bytes, room, "N1") == room));
    // A lane without them takes none away.
    CHECK(applied("Step,Search,Call\nDoing,a,b\n", room, "N1").placements.size() ==
          room.placements.size());
    matrix_room::check_sound(room);
}

namespace {

model::Emotion const& everyones(model::Room const& room, std::string const& touchpoint) {
    for (model::Emotion const& emotion : room.emotions) {
        if (room.at(emotion.touchpoint).key == touchpoint && !emotion.persona) return emotion;
    }
    FAIL("nobody says how " << touchpoint << " feels");
    return room.emotions.front();
}

}  // namespace

TEST_CASE("quotes and feelings go to the one touchpoint of their step, once, and never away") {
    std::string const bytes =
        "Step,Search,Call,Wait\nDoing,a,b,c\nTouchpoints,Shop window,T07,T07; Post\n"
        "Quotes,\"\"\"Where is it?\"\"\",« Enfin »; “At last”,Lost\nEmotion,-1,+2,−2\n";
    auto const result = apply(bytes, northmoor(), "N1");
    REQUIRE_MESSAGE(result.outcome, printed(result));
    model::Room const& room = result.outcome->room;
    CHECK(result.outcome->quotes_new == 3);
    CHECK(result.outcome->feelings_set == 2);
    std::size_t const before = northmoor().verbatims.size();
    CHECK(room.verbatims[before].text == "Where is it?");
    CHECK(room.verbatims[before].source == "m.csv");
    CHECK(room.verbatims[before + 1].text == "Enfin");
    CHECK(room.at(room.verbatims[before + 2].touchpoint).key == "T07");
    CHECK(everyones(room, "T07").value == 2);
    CHECK(everyones(room, "T07").assumed());
    CHECK(room.emotions.back().value == -1);
    CHECK(printed(result).find("m.csv:4:") != std::string::npos);
    CHECK(printed(result).find("\"Quotes\": 1 text is left out, the first at the step \"Wait\"; "
                               "quotes and feelings belong to a touchpoint, and more than one "
                               "stand there") != std::string::npos);
    CHECK((applied(bytes, room, "N1") == room));
    CHECK((applied("Step,Search,Call,Wait\nDoing,a,b,c\n", room, "N1") == room));
    matrix_room::check_sound(room);
}

TEST_CASE("a guess at a feeling never stands beside what was measured, and what is set is told") {
    std::string const top = "Step,Search,Call,Wait\nDoing,a,b,c\nTouchpoints,T34,T07,Shop\n";
    for (auto const& [row, said, place] :
         {std::array<std::string, 3>{"Feelings,angry,furious,happy", "angry", "4:10"},
          std::array<std::string, 3>{"Feelings,-2,-2,1", "-2", "4:10"}}) {
        CAPTURE(row);
        auto const result = apply(top + row + "\n", northmoor(), "N1");
        REQUIRE_MESSAGE(result.outcome, printed(result));
        model::Room const& room = result.outcome->room;
        CHECK(room.emotions.size() == northmoor().emotions.size() + 1);
        CHECK((everyones(room, "T34") == everyones(northmoor(), "T34")));
        CHECK(everyones(room, "T07").value == -2);
        CHECK(result.outcome->feelings_set == 2);
        CHECK(printed(result).find("m.csv:" + place + ": warning: \"" + said +
                                   "\" is left out as a feeling of T34 \"") != std::string::npos);
        CHECK(printed(result).find("which is measured (0, n = 900); a guess") != std::string::npos);
        std::vector<std::string> told;
        for (exchange::MatrixChange const& change : result.outcome->changes) {
            if (change.thing != exchange::MatrixChange::Thing::Touchpoint) continue;
            if (change.fate == MatrixFate::Changed)
                told.push_back(change.place + ": " + change.before + " -> " + change.after);
        }
        REQUIRE(told.size() == 2);
        bool const word = said == "angry";
        CHECK(told[0] == std::string("Call / T07: 0.1, assumed -> ") +
                             (word ? "furious, -2, assumed" : "-2, assumed"));
        CHECK(told[1] ==
              std::string("Wait / N1-shop:  -> ") + (word ? "happy, 1, assumed" : "1, assumed"));
        CHECK((applied(top + row + "\n", room, "N1") == room));
        matrix_room::check_sound(room);
    }
    // What only one persona was asked is measured as well.
    model::Room room = northmoor();
    std::erase_if(room.emotions, [](model::Emotion const& emotion) { return !emotion.persona; });
    auto const result = apply(top + "Feelings,angry,,\n", room, "N1");
    REQUIRE_MESSAGE(result.outcome, printed(result));
    CHECK((result.outcome->room.emotions == room.emotions));
    CHECK(printed(result).find("which is measured for amara (0.2, n = 450)") != std::string::npos);
}

TEST_CASE("of two feelings for one touchpoint a number counts before a word, else the first") {
    std::string const top = "Step,Search,Call\nDoing,a,b\nTouchpoints,T07,T07\n";
    struct Case {
        std::string rows;
        double value;
        std::string left;
    };
    for (auto const& [rows, value, left] :
         {Case{"Mood,angry,\nEmotion (-2 to 2),,1\n", 1, "4:6: warning: \"angry\""},
          Case{"Emotion (-2 to 2),1,\nMood,angry,\n", 1, "5:6: warning: \"angry\""},
          Case{"Mood,happy,angry\n", 1, "4:12: warning: \"angry\""},
          Case{"Emotion,-1,2\n", -1, "4:12: warning: \"2\""}}) {
        CAPTURE(rows);
        auto const result = apply(top + rows, northmoor(), "N1");
        REQUIRE_MESSAGE(result.outcome, printed(result));
        CHECK(everyones(result.outcome->room, "T07").value == value);
        CHECK(result.outcome->feelings_set == 1);
        CHECK(result.outcome->room.emotions.size() == northmoor().emotions.size());
        CHECK_MESSAGE(printed(result).find("m.csv:" + left + " is left out as a feeling of T07 ") !=
                          std::string::npos,
                      printed(result));
        CHECK((applied(top + rows, result.outcome->room, "N1") == result.outcome->room));
    }
    // Twice the same loses nothing.
    auto const same = apply(top + "Mood,angry,furious\n", northmoor(), "N1");
    REQUIRE(same.outcome);
    CHECK(same.outcome->feelings_set == 1);
    CHECK(printed(same).find("left out") == std::string::npos);
}

TEST_CASE("a lane mapped by hand may hold quotes, feelings, goals or touchpoints") {
    std::string const bytes =
        "Step,Call\nTargets,Be warm\nDoing,a\nPlaces,T07\nHe says,Oh\nBattery,-1\n";
    auto const result = exchange::apply_matrix({bytes,
                                                "m.csv",
                                                "N1",
                                                {},
                                                {},
                                                {{"Targets", exchange::LaneRole::Goal},
                                                 {"Places", exchange::LaneRole::Touchpoint},
                                                 {"He says", exchange::LaneRole::Quote},
                                                 {"Battery", exchange::LaneRole::Feeling}}},
                                               northmoor(), {});
    REQUIRE_MESSAGE(result.outcome, printed(result));
    CHECK(result.outcome->quotes_new == 1);
    CHECK(result.outcome->feelings_set == 1);
    CHECK(result.outcome->room.stages.back().goal == "Be warm");
    CHECK(exchange::role_named("quote") == exchange::LaneRole::Quote);
    CHECK(exchange::role_named("touchpoint") == exchange::LaneRole::Touchpoint);
}

TEST_CASE("the source of a quote is the name of its file, or no more than a matrix") {
    std::string const bytes = "Step,Call\nDoing,a\nTouchpoints,T37\nQuotes,Oh\n";
    for (auto const& [shown_as, source] :
         {std::pair<std::string, std::string>{"/home/me/Café map.csv", "Café map.csv"},
          {"standard input", "matrix"},
          {"bad\xFFname.csv", "matrix"},
          {"two\tnames.csv", "matrix"}}) {
        CAPTURE(source);
        auto const result =
            exchange::apply_matrix({bytes, shown_as, "N1", {}, {}, {}}, northmoor(), {});
        REQUIRE(result.outcome);
        CHECK(result.outcome->room.verbatims.back().source == source);
        matrix_room::check_sound(result.outcome->room);
    }
}

TEST_CASE("feelings on a scale that nobody names are left out") {
    std::string const top = "Step,Search,Call\nDoing,a,b\nTouchpoints,T07,T10\n";
    for (std::string const row : {"Emotions,1,2", "Emotions,-1,3", "Mood (1-5),5,1"}) {
        CAPTURE(row);
        auto const result = apply(top + row + "\n", northmoor(), "N1");
        REQUIRE_MESSAGE(result.outcome, printed(result));
        CHECK((result.outcome->room.emotions == northmoor().emotions));
        CHECK(printed(result).find("or as numbers from -2 to 2, some below 0") !=
              std::string::npos);
    }
    auto const named = apply(top + "Emotion (-2 to +2),1,2\n", northmoor(), "N1");
    REQUIRE_MESSAGE(named.outcome, printed(named));
    CHECK(named.outcome->feelings_set == 2);
    auto const long_form =
        apply("step,lane,text\na,touchpoints,T07\na,feelings,-1\na,quotes,Oh\na,doing,x\n",
              northmoor(), "N1");
    REQUIRE_MESSAGE(long_form.outcome, printed(long_form));
    CHECK(long_form.outcome->feelings_set == 1);
    CHECK(long_form.outcome->quotes_new == 1);
}

TEST_CASE("touchpoints whose names have no letters are told apart") {
    std::string const bytes = "Step,Search,Call\nDoing,a,b\nTouchpoints,📞; 📧,📧\n";
    auto const result = apply(bytes, northmoor(), "N1");
    REQUIRE_MESSAGE(result.outcome, printed(result));
    CHECK(result.outcome->touchpoints_new == 2);
    CHECK(result.outcome->placements_new == 3);
}

TEST_CASE("thoughts stay where the file has no row for them") {
    std::string bytes = j2(MatrixForm::Wide);
    bytes.erase(bytes.find("Thoughts"));
    CHECK((applied(bytes, northmoor(), "J2") == northmoor()));
}

TEST_CASE("a key of the long form finds its card wherever it went, whatever it says") {
    std::string bytes = j2(MatrixForm::Long);
    bytes = with(bytes, "I get a time,Takes a day off work,3,Backstage,backstage,,Cut-off at 16:00",
                 "It is fixed,\"Watches, decides on part\",5,Policy,policy,,No slots after six");
    auto const result = apply(bytes, northmoor(), "J2");
    REQUIRE_MESSAGE(result.outcome, printed(result));
    model::BlueprintNode const* const node = card(result.outcome->room, "cut-off");
    REQUIRE(node != nullptr);
    CHECK(node->text == "No slots after six");
    CHECK(node->lane == model::BlueprintLane::Policy);
    CHECK(links_at(result.outcome->room, "cut-off") == 2);
    check_rest_is_untouched(result.outcome->room);
}

TEST_CASE("the links of the long form are all there are of its cards") {
    std::string const bytes = with(j2(MatrixForm::Long), "offer:fails-into", "offer:triggers");
    auto const result = apply(bytes, northmoor(), "J2");
    REQUIRE_MESSAGE(result.outcome, printed(result));
    CHECK(result.outcome->links_new == 1);
    CHECK(result.outcome->links_removed == 1);
    CHECK(result.outcome->room.blueprint_links.size() == northmoor().blueprint_links.size());
}

TEST_CASE("a table without lanes, or without any card of the journey, is refused with the loss") {
    auto const problem = [](std::string const& bytes, std::string const& journey) {
        auto const result = matrix_room::apply(bytes, northmoor(), journey);
        CHECK_FALSE(result.outcome);
        REQUIRE_FALSE(result.problems.empty());
        return exchange::format(result.problems.front());
    };
    for (std::string const headers : {"Phase,A,B\nStep,1,x\n", "Phase,Step\nA,1\nB,x\n"}) {
        CHECK(problem(headers, "J2")
                  .find("the table has phases or steps but no lane; \"J2\" would lose ") !=
              std::string::npos);
        CHECK(problem(headers, "N1").find("but no lane; give each lane a row of its own") !=
              std::string::npos);
    }
    CHECK(problem("Phase,A,B\nStep,1,x\nFeelings,good,bad\n", "J2").find("but no lane") !=
          std::string::npos);
    std::string const names = "Phase,a,b,c,d,e,f\nStep,1,2,3,4,5,6a\nThoughts,,hm,,,,\n";
    CHECK(problem(names, "J2").find("no stage and no step of \"J2\" is found in this table") !=
          std::string::npos);
}

namespace {

// Without the rows whose name begins so.
std::string without_rows(std::string const& table, std::string_view name) {
    std::string rest;
    for (std::size_t at = 0; at < table.size();) {
        // A row ends where no quote is open.
        std::size_t end = at;
        for (bool quoted = false; end < table.size() && (quoted || table[end] != '\n'); ++end)
            quoted = quoted != (table[end] == '"');
        std::string const row = table.substr(at, end + 1 - at);
        if (!row.starts_with(name)) rest += row;
        at = end + 1;
    }
    return rest;
}

void check_nothing_but_told(std::string const& table, std::string_view told) {
    auto const result = apply(table, northmoor(), "J2");
    CAPTURE(printed(result));
    REQUIRE(result.outcome);
    CHECK((result.outcome->room == northmoor()));
    CHECK(result.outcome->changes.empty());
    CHECK(printed(result).find(told) != std::string::npos);
}

}  // namespace

TEST_CASE("what a table has no row for stays as it is, and is told") {
    std::string const wide = j2(MatrixForm::Wide);
    check_nothing_but_told(without_rows(wide, "Phase"),
                           "the table has no row of phases: 6 phases of the journey stay");
    check_nothing_but_told(without_rows(wide, "Step"),
                           "the table has no row of steps: 6 steps of the journey keep their");
    check_nothing_but_told(without_rows(wide, "Backstage"),
                           "the table has no row for Backstage (7 cards): what the journey has");
    std::string const names = wide.substr(0, wide.find("Physical evidence"));
    check_nothing_but_told(names, "the table has no row for Physical evidence (6 cards)");
    check_nothing_but_told(names + "Thoughts" + wide.substr(wide.rfind(",Is it me")),
                           "the table has no row for Physical evidence (6 cards)");
}

TEST_CASE("no two rows that a table lacks take anything away") {
    std::string const wide = j2(MatrixForm::Wide);
    std::vector<std::string> const rows = {
        "Phase",   "Step",   "Physical evidence", "Customer actions", "Frontstage", "Backstage",
        "Support", "Policy", "Thoughts"};
    for (std::string const& first : rows) {
        for (std::string const& second : rows) {
            if (first > second) continue;
            CAPTURE(first);
            CAPTURE(second);
            auto const result =
                apply(without_rows(without_rows(wide, first), second), northmoor(), "J2");
            CAPTURE(printed(result));
            REQUIRE(result.outcome);
            CHECK((result.outcome->room == northmoor()));
        }
    }
}

TEST_CASE("a lane is emptied by a row that is there and says nothing") {
    std::string const wide = j2(MatrixForm::Wide);
    auto const result = apply(without_rows(wide, "Policy") + "Policy,,,,,,\n", northmoor(), "J2");
    REQUIRE_MESSAGE(result.outcome, printed(result));
    CHECK(of(result.outcome->cards, MatrixFate::Removed) == 2);
    CHECK(of(result.outcome->cards, MatrixFate::Kept) == 39);
}

TEST_CASE("a step that is new or renamed in a table without phases stands in the phase before it") {
    std::string table = without_rows(j2(MatrixForm::Wide), "Phase");
    table = with(table, "Takes a day off work", "Stays at home");
    auto const result = apply(table, northmoor(), "J2");
    REQUIRE_MESSAGE(result.outcome, printed(result));
    model::Room const& room = result.outcome->room;
    CHECK(of(result.outcome->stages, MatrixFate::Kept) == 6);
    CHECK(of(result.outcome->steps, MatrixFate::Changed) == 1);
    CHECK(of(result.outcome->cards, MatrixFate::Kept) == 41);
    CHECK((room.stages == northmoor().stages));
    CHECK((room.placements == northmoor().placements));
    // A journey whose phases were made from its steps has no others to keep.
    model::Room const plain = applied("Step,Search,Call\nDoing,a,b\n", northmoor(), "N1");
    model::Room const longer = applied("Step,Search,Compare,Ring\nDoing,a,c,b\n", plain, "N1");
    CHECK(model::stages_of(longer, model::find_journey(longer, "N1")).size() == 3);
    CHECK(longer.stages.back().name == "Ring");
}

TEST_CASE("steps that change places in a table without phases take their phases with them") {
    std::string const table = j2(MatrixForm::Transposed);
    // The column of phases goes, and the last step comes first.
    std::string rows;
    for (std::size_t at = 0; at < table.size();) {
        std::size_t end = at;
        for (bool quoted = false; end < table.size() && (quoted || table[end] != '\n'); ++end)
            quoted = quoted != (table[end] == '"');
        std::string const row = table.substr(at, end + 1 - at);
        std::string const rest = row.substr(row.find(',') + 1);
        rows.insert(row.starts_with("It stays fixed") ? rows.find('\n') + 1 : rows.size(), rest);
        at = end + 1;
    }
    auto const result = apply(rows, northmoor(), "J2");
    REQUIRE_MESSAGE(result.outcome, printed(result));
    model::Room const& room = result.outcome->room;
    auto const stages = model::stages_of(room, model::find_journey(room, "J2"));
    REQUIRE(stages.size() == 6);
    CHECK(room.at(stages[0]).key == "J2-stays");
    CHECK(room.at(stages[1]).key == "J2-cold");
    CHECK(of(result.outcome->cards, MatrixFate::Kept) == 41);
    CHECK(room.placements.size() == northmoor().placements.size());
    check_rest_is_untouched(room);
}

TEST_CASE("each field that changes on a card is told with what it was and is") {
    std::string bytes = with(j2(MatrixForm::Long), ",Digital,telemetry", ",,telemetry");
    bytes = with(bytes, "offer:fails-into", "offer:triggers");
    auto const result = apply(bytes, northmoor(), "J2");
    REQUIRE_MESSAGE(result.outcome, printed(result));
    auto const& changes = result.outcome->changes;
    REQUIRE(changes.size() == 3);
    REQUIRE(changes[0].fields.size() == 1);
    CHECK(changes[0].fields[0].field == "team");
    CHECK(changes[0].fields[0].before == "\"Digital\"");
    CHECK(changes[0].fields[0].after == "none");
    CHECK(changes[1].fate == MatrixFate::Removed);
    CHECK(changes[1].after.find("fails-into") != std::string::npos);
    CHECK(changes[2].fate == MatrixFate::New);
    CHECK(changes[2].after.find("triggers") != std::string::npos);
}

TEST_CASE("a journey without cards goes out with every lane to be filled in") {
    model::Room const room =
        matrix_room::applied("Phase,A\nStep,a\nBackstage,\n", northmoor(), "N1");
    auto const written =
        exchange::write_matrix(room, model::find_journey(room, "N1"), MatrixForm::Wide, ',');
    CHECK(written.problem.empty());
    CHECK(written.bytes ==
          "Phase,A\nStep,a\nPhysical evidence,\nCustomer actions,\nFrontstage,\nTechnology,\n"
          "Backstage,\nSupport processes,\nPolicy,\nEmployee experience,\n");
}

TEST_CASE("another table is not written over a journey without cards") {
    auto const result =
        apply("Phase,Ph0,Ph1,Ph2\nStep,a,b,c\nCustomer actions,x,y,z\nBackstage,x,y,z\n",
              northmoor(), "J3");
    CHECK_FALSE(result.outcome);
    CHECK(printed(result).find("no stage and no step of \"J3\" is found in this table") !=
          std::string::npos);
}
