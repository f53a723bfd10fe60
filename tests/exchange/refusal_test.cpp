#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "small_pack.hpp"

namespace {

// One change to the small pack, and the one problem that it makes.
struct Spoilt {
    std::string rule;
    std::string file;
    std::string from;
    std::string to;
    std::string place;     // FILE:LINE:COLUMN without the folder
    std::string fragment;  // of the sentence
};

void check_refused(small_pack::Files const& files, Spoilt const& spoilt) {
    CAPTURE(spoilt.rule);
    exchange::PackResult const result = small_pack::read(files);
    std::string const printed = small_pack::printed(result);
    CAPTURE(printed);
    CHECK_FALSE(result.room);
    CHECK(result.problem_count >= 1);
    std::string const start = "p/" + spoilt.place + ": ";
    std::size_t const at = printed.find(start);
    CHECK(at != std::string::npos);
    if (at == std::string::npos) return;
    std::string const line = printed.substr(at, printed.find('\n', at) - at);
    CHECK(line.find(spoilt.fragment) != std::string::npos);
}

void check_all(std::vector<Spoilt> const& cases) {
    for (Spoilt const& spoilt : cases) {
        check_refused(small_pack::with(small_pack::files(), spoilt.file, spoilt.from, spoilt.to),
                      spoilt);
    }
}

}  // namespace

TEST_CASE("room.json is refused where it is wrong") {
    std::string const f = "room.json";
    check_all({
        {"format is needed", f, "\"format\": 1,", "", "room.json:1:1", "\"format\": 1"},
        {"a newer format", f, "\"format\": 1,", "\"format\": 2,", "room.json:2:13",
         "newer than this program"},
        {"an unknown format", f, "\"format\": 1,", R"("format": "1",)", "room.json:2:13",
         "write \"format\": 1"},
        {"a half format", f, "\"format\": 1,", "\"format\": 0.5,", "room.json:2:13",
         "write \"format\": 1"},
        {"key is needed", f, R"("key": "shop",)", "", "room.json:1:1", "\"key\" is missing"},
        {"key is a key", f, "\"shop\"", "\"my shop\"", "room.json:3:10", "is not a key"},
        {"title is needed", f, "\"A small shop\"", "\"\"", "room.json:4:12", "is empty"},
        {"title is a text", f, "\"A small shop\"", "7", "room.json:4:12", "it must be a text"},
        {"a period", f, "\"2026-09\"", "\"2026-13\"", "room.json:8:21", "2026-Q3"},
        {"north_star is an object", f,
         "{\"statement\": \"Fresh every day.\", \"rational\": [\"on time\"], \"emotional\": "
         "[\"safe\", \"sure\"]}",
         "\"x\"", "room.json:9:17", "must be an object"},
        {"lists hold texts", f, R"(["slow", "kind"])", "[\"slow\", 3]", "room.json:10:26",
         "not a text"},
        {"theme holds texts", f, "\"#205030\"", "1", "room.json:13:21", "#RRGGBB"},
        {"a member twice", f, R"("language": "en",)", R"("language": "en", "language": "de",)",
         "room.json:6:21", "there twice"},
        {"trailing garbage", f, "\"#205030\"}\n}", "\"#205030\"}\n} x", "room.json:14:3",
         "not valid JSON"},
        {"not a number", f, "\"format\": 1,", "\"format\": NaN,", "room.json:2:13",
         "not valid JSON"},
        {"a number beyond all bounds", f, "\"format\": 1,", "\"format\": 1e999,", "room.json:2:13",
         "too big"},
        {"a control character", f, "A small shop", "A \\u0007 shop", "room.json:4:12",
         "control character"},
        {"half a character", f, "A small shop", "\\udc00", "room.json:4:12", "half a character"},
        {"not UTF-8", f, "A small shop", "A sm\xE4ll shop", "room.json:4:17",
         "save the file as UTF-8"},
        {"a file that is no object", f, "{\n  \"format\": 1,", "[1]  {\n  \"format\": 1,",
         "room.json:1:6", "not valid JSON"},
    });
}

TEST_CASE("JSON is read at most 64 levels deep") {
    auto files = small_pack::files();
    std::string const deep = std::string(70, '[') + std::string(70, ']');
    files = small_pack::with(std::move(files), "room.json", R"("theme": {"kept": "#205030"})",
                             "\"extra\": " + deep);
    CHECK(small_pack::printed(small_pack::read(files))
              .find("p/room.json:13:75: nested deeper than 64") == 0);
    // Far deeper input must not use up the stack.
    files["room.json"] = std::string(30'000'000, '[');
    CHECK(small_pack::printed(small_pack::read(files)).find("nested deeper than 64") !=
          std::string::npos);
}

TEST_CASE("the form of CSV is refused where it is wrong") {
    std::string const f = "stages.csv";
    check_all({
        {"too few cells", f, "L0,S2,2,I buy,Sale,,", "L0,S2,2,I buy", "stages.csv:3:1",
         "4 cells where the header has 7"},
        {"too many cells", f, "L0,S2,2,I buy,Sale,,", "L0,S2,2,I, buy,Sale,,", "stages.csv:3:22",
         "8 cells where the header has 7"},
        {"a column is missing", f, "journey,key,order,name,", "journey,key,order,title,",
         "stages.csv:1:1", "the column name is missing"},
        {"a column is named twice", f, "goal,leader", "goal,goal", "stages.csv:1:41",
         "named twice"},
        {"a column without a name", f, "goal,leader", "goal,", "stages.csv:1:41", "without a name"},
        {"a quote is never closed", f, "I queue", "\"I queue", "stages.csv:4:9", "never closed"},
        {"text after a closing quote", f, "I queue", "\"I\" queue", "stages.csv:4:12",
         "after a closing quote"},
        {"a quote in a plain cell", f, "I queue", "I \"queue\"", "stages.csv:4:11",
         "double the quote"},
        {"a lone carriage return", f, "I queue", "I\rqueue", "stages.csv:4:10",
         "lone carriage return"},
        {"a lone carriage return in quotes", f, "I queue", "\"I\rqueue\"", "stages.csv:4:11",
         "lone carriage return"},
        {"a NUL", f, "I queue", std::string("I\0queue", 7), "stages.csv:4:10", "NUL"},
        {"a tab", f, "I queue", "I\tqueue", "stages.csv:4:10", "control character"},
        {"a direction override", f, "I queue", "I \xE2\x80\xAEqueue", "stages.csv:4:11",
         "direction of writing"},
        {"a control of Latin-1", f, "I queue", "I \xC2\x92queue", "stages.csv:4:11", "U+0092"},
        {"a line separator", f, "I queue", "I \xE2\x80\xA8queue", "stages.csv:4:11", "nobody sees"},
        {"a byte order mark inside", f, "I queue", "I \xEF\xBB\xBFqueue", "stages.csv:4:11",
         "nobody sees"},
        {"an isolate", f, "I queue", "I \xE2\x81\xA6queue", "stages.csv:4:11",
         "direction of writing"},
        {"not UTF-8", f, "I queue", "I qu\xE9ue", "stages.csv:4:13", "0xE9"},
        {"an overlong form", f, "I queue", "I \xC0\xAFqueue", "stages.csv:4:11", "not UTF-8"},
        {"a surrogate", f, "I queue", "I \xED\xA0\x80queue", "stages.csv:4:11", "not UTF-8"},
        {"a cell above 4 kB", f, "I queue", std::string(4097, 'x'), "stages.csv:4:9",
         "longer than 4 kB"},
        {"an empty needed cell", f, "I queue", "", "stages.csv:4:9", "name is empty"},
        {"columns count code points", f, "I buy,Sale", "\xC3\x9C\xF0\x9F\x98\xA1,\"x\"y",
         "stages.csv:3:15", "after a closing quote"},
        {"rows after a cell of two lines", f, "I am hungry,Demand,,Ada\nL0,S2,2,",
         "\"I am\r\nhungry\",Demand,,Ada\nL0,S2,x,", "stages.csv:4:7", "order is \"x\""},
        {"cells after a line break in quotes", f, "I am hungry,Demand", "\"I am\nhungry\",\"x\"y",
         "stages.csv:3:12", "after a closing quote"},
    });
}

TEST_CASE("a row above 64 kB, more than 200 columns and an empty file are refused") {
    auto files = small_pack::files();
    std::string wide;
    for (int i = 0; i < 20; ++i)
        wide += ",x" + std::to_string(i);
    files["stages.csv"] = "journey,key,order,name" + wide + "\nL0,S1,1,I";
    for (int i = 0; i < 20; ++i)
        files["stages.csv"] += "," + std::string(4000, 'y');
    files["stages.csv"] += "\n";
    check_refused(files, {"row", "", "", "", "stages.csv:2:1", "longer than 64 kB"});
    files["stages.csv"] = "journey,key,order,name";
    for (int i = 0; i < 200; ++i)
        files["stages.csv"] += ",c" + std::to_string(i);
    check_refused(files, {"columns", "", "", "", "stages.csv:1:894", "more than 200 columns"});
    CHECK(small_pack::read(files).problem_count == 1);
    files["stages.csv"] = "";
    check_refused(files, {"empty", "", "", "", "stages.csv:1:1", "journey,key,order,name"});
    files["stages.csv"] = "\xFF\xFEj\0o\0";
    check_refused(files, {"UTF-16", "", "", "", "stages.csv:1:1", "UTF-16"});
    files["stages.csv"] = std::string("j\0o\0u\0", 6);
    check_refused(files, {"UTF-16 without a mark", "", "", "", "stages.csv:1:1", "UTF-16"});
}

TEST_CASE("a needed file that is missing is named") {
    for (std::string const name :
         {"room.json", "journeys.csv", "stages.csv", "touchpoints.csv", "placements.csv"}) {
        auto files = small_pack::files();
        files.erase(name);
        check_refused(files, {"needed", "", "", "", name + ":1:1", "is missing"});
        // One missing file is one problem: what refers to it is not blamed.
        CHECK(small_pack::read(files).problem_count == 1);
    }
}

TEST_CASE("every other file may be missing when nothing refers to it") {
    auto const all = small_pack::files();
    for (std::string const name :
         {"exposures.csv", "scores.csv", "guesses.csv", "importance.csv", "emotions.csv",
          "verbatims.csv", "observations.csv", "blueprint_links.csv", "asset_periods.csv",
          "loss_reasons.csv", "initiatives.csv", "tours/walk.json"}) {
        auto files = all;
        files.erase(name);
        if (name == "observations.csv") files.erase("baselines.csv");
        CAPTURE(name);
        CHECK(small_pack::printed(small_pack::read(files)) == "");
    }
}

TEST_CASE("a table without rows is refused in its own file") {
    auto files = small_pack::files();
    std::string& journeys = files["journeys.csv"];
    journeys.resize(journeys.find('\n') + 1);
    std::string const said = small_pack::printed(small_pack::read(files));
    CHECK(said.find("journeys.csv:1:1: no journey has level 0") != std::string::npos);
    CHECK(said.find("room.json") == std::string::npos);
}

TEST_CASE("journeys, stages and steps are refused where they are wrong") {
    check_all({
        {"no life cycle", "journeys.csv", "L0,0,", "L0,2,", "journeys.csv:1:1",
         "no journey has level 0"},
        {"two life cycles", "journeys.csv", "J1,1,Buy bread,L0,S2", "J1,0,Buy bread,,",
         "journeys.csv:3:4", "a second journey of level 0"},
        {"level out of range", "journeys.csv", "J1,1,", "J1,3,", "journeys.csv:3:4",
         "it must be 0 to 2"},
        {"level not whole", "journeys.csv", "J1,1,", "J1,1.5,", "journeys.csv:3:4", "whole number"},
        {"level padded", "journeys.csv", "J1,1,", "J1, 1,", "journeys.csv:3:4", "without spaces"},
        {"parent of the same level", "journeys.csv", "J1,1,Buy bread,L0,S2,,",
         "J1,1,Buy bread,J1,B1,,", "journeys.csv:3:16", "has level 1"},
        {"the life cycle has no parent", "journeys.csv", "Living with the shop,,",
         "Living with the shop,J1,", "journeys.csv:2:27", "level 0 has no parent"},
        {"an unknown parent", "journeys.csv", "Buy bread,L0", "Buy bread,L9", "journeys.csv:3:16",
         "\"L9\" is not a key in journeys.csv; the nearest is L0"},
        {"an unknown parent stage", "journeys.csv", "L0,S2", "L0,S7", "journeys.csv:3:19",
         "\"S7\" is not a key in stages.csv; the nearest is S1"},
        {"a stage of another journey", "journeys.csv", "L0,S2", "L0,B1", "journeys.csv:3:19",
         "belongs to J1, not to L0"},
        {"a stage without journey", "journeys.csv", "L0,S2", ",S2", "journeys.csv:3:17",
         "belongs to L0, write that"},
        {"an unknown state", "journeys.csv", "Eat well,current", "Eat well,Current",
         "journeys.csv:2:38", "current, future"},
        {"a journey twice", "journeys.csv", "J1,1", "L0,1", "journeys.csv:3:1",
         "L0 is there already in line 2"},
        {"no key", "journeys.csv", "J1,1", ",1", "journeys.csv:3:1", "key is empty"},
        {"a padded key", "journeys.csv", "J1,1", " J1,1", "journeys.csv:3:1",
         "no spaces around it"},
        {"a stage twice in the pack", "stages.csv", "J1,B1", "J1,S1", "stages.csv:4:4",
         "there already in line 2"},
        {"a stage of no journey", "stages.csv", "L0,S2", "L,S2", "stages.csv:3:1",
         "\"L\" is not a key in journeys.csv"},
        {"order is a number", "stages.csv", "S2,2,", "S2,second,", "stages.csv:3:7",
         "not a number"},
        {"a decimal comma", "stages.csv", "S2,2,", "S2,\"2,5\",", "stages.csv:3:7",
         "write it as 2.5"},
        {"a comma that may part thousands", "stages.csv", "S2,2,", "S2,\"2,500\",",
         "stages.csv:3:7",
         "write it as 2500 if the comma parts thousands, as 2.500 if it parts decimals"},
        {"two commas part thousands", "stages.csv", "S2,2,", "S2,\"-12,345,678\",",
         "stages.csv:3:7", "write it as -12345678"},
        {"a step twice in its journey", "steps.csv", "B1,b2", "B1,b1", "steps.csv:3:7",
         "there already in line 2"},
        {"a step in a stage of another journey", "steps.csv", "J1,B1,b2", "J1,S1,b2",
         "steps.csv:3:4", "belongs to L0, not to J1"},
        {"a step without action", "steps.csv", "b2,2,Pays,", "b2,2,,", "steps.csv:3:12",
         "action is empty"},
    });
}

TEST_CASE("touchpoints, placements and personas are refused where they are wrong") {
    check_all({
        {"a touchpoint twice", "touchpoints.csv", "T3,", "T2,", "touchpoints.csv:4:1",
         "there already in line 3"},
        {"yes in capitals", "touchpoints.csv", "Shop,yes", "Shop,Yes", "touchpoints.csv:3:29",
         "yes, no"},
        {"an unknown class", "touchpoints.csv", "need", "needs", "touchpoints.csv:3:33",
         "at-risk, need, bond, growth"},
        {"an unknown Kano class", "touchpoints.csv", ",O,", ",o,", "touchpoints.csv:3:38",
         "M, O, A, I, R, Q"},
        {"an empty list item", "touchpoints.csv", "Visit|App", "Visit||App", "touchpoints.csv:3:14",
         "separated by one |"},
        {"a picture that is not there", "touchpoints.csv", "window.png", "windows.png",
         "touchpoints.csv:2:69", "no file \"windows.png\""},
        {"a picture with a folder", "touchpoints.csv", "window.png", "media/window.png",
         "touchpoints.csv:2:69", "names a folder"},
        {"a picture outside", "touchpoints.csv", "window.png", "../room.json",
         "touchpoints.csv:2:69", "names a folder"},
        {"a placement of nothing", "placements.csv", "T3,J1", "T99,J1", "placements.csv:5:1",
         "\"T99\" is not a key in touchpoints.csv"},
        {"a placement in no journey", "placements.csv", "T3,J1", "T3,J2", "placements.csv:5:4",
         "the nearest is J1"},
        {"a placement in another's stage", "placements.csv", "T3,J1,B1", "T3,J1,S1",
         "placements.csv:5:7", "belongs to L0, not to J1"},
        {"a step of another journey", "placements.csv", "T1,L0,S1,1,", "T1,L0,S1,1,b1",
         "placements.csv:2:12", "not a key in steps.csv"},
        {"core is yes or no", "placements.csv", ",b1,no", ",b1,0", "placements.csv:4:15",
         "yes, no"},
        {"an age out of range", "personas.csv", ",34,", ",340,", "personas.csv:2:18", "0 to 130"},
        {"a share above one", "personas.csv", "0.61", "61", "personas.csv:2:51", "0 to 1"},
        {"a share in percent", "personas.csv", "0.61", "61%", "personas.csv:2:51",
         "without the percent sign"},
        {"a portrait that is not there", "personas.csv", "amara.png", "tom.png",
         "personas.csv:2:56", "no file"},
        {"an exposure above one", "exposures.csv", "T1,0.5", "T1,1.5", "exposures.csv:2:4",
         "0 to 1"},
        {"an exposure twice", "exposures.csv", "T2,1,amara,J1", "T1,1,,", "exposures.csv:3:1",
         "line 2 gives the share"},
        {"an exposure of an unknown persona", "exposures.csv", "amara", "amaro",
         "exposures.csv:3:6", "the nearest is amara"},
    });
}

TEST_CASE("a step of another stage is refused") {
    auto files = small_pack::with_line(small_pack::files(), "stages.csv", "J1,B2,2,I eat,,,");
    files = small_pack::with(std::move(files), "placements.csv", "T3,J1,B1", "T3,J1,B2");
    check_refused(files, {"stage of step", "", "", "", "placements.csv:5:12",
                          "the step b2 stands in the stage B1"});
}

TEST_CASE("promises and observations are refused where they are wrong") {
    std::string const f = "observations.csv";
    check_all({
        {"two promises", "promises.csv", "T2,Served", "T1,Served", "promises.csv:3:1",
         "has a promise already in line 2"},
        {"a target above 100", "promises.csv", "95", "950", "promises.csv:2:26", "0 to 100"},
        {"an unknown kind", "promises.csv", "right", "correct", "promises.csv:2:29",
         "time, right, complete, kind"},
        {"a severity of 4", "promises.csv", "0.5,2", "0.5,4", "promises.csv:2:39", "1 to 3"},
        {"a count with thousands", f, "T1,2026-09,96", "T1,2026-09,\"1,096\"",
         "observations.csv:3:12", "write it as 1096"},
        {"no promise", f, "T1,2026-08", "T3,2026-08", "observations.csv:2:1",
         "T3 has no promise in promises.csv"},
        {"kept above due", f, "95,100,3", "101,100,3", "observations.csv:2:12",
         "kept is 101 of 100 due"},
        {"less than nothing", f, "95,100,3", "-1,100,3", "observations.csv:2:12", "0 or more"},
        {"half a promise", f, "95,100,3", "95.5,100,3", "observations.csv:2:12", "whole number"},
        {"a thousands separator", f, "95,100,3", "95,\"1,000\",3", "observations.csv:2:15",
         "not a whole number"},
        {"a huge count", f, "95,100,3", "95,99999999999999999999,3", "observations.csv:2:15",
         "it must be a count of at most 15 digits"},
        {"no month 13", f, "2026-08", "2026-13", "observations.csv:2:4", "not a period"},
        {"a range that goes back", f, "2026-08", "2026-08-31/2026-08-01", "observations.csv:2:4",
         "not a period"},
        {"no such day", f, "2026-08", "2026-08-01/2026-08-32", "observations.csv:2:4",
         "not a period"},
        {"a period of two words", f, "2026-08", "Aug 2026", "observations.csv:2:4", "2026-Q3"},
        {"the same row twice", f, "T1,2026-09,96", "T1,2026-08,96", "observations.csv:3:4",
         "observations.csv line 2 has the same touchpoint"},
        {"equal spans are equal periods", f, "T1,2026-09,96", "T1,2026-08-01/2026-08-31,96",
         "observations.csv:3:4", "line 2 has the same touchpoint"},
        {"overlapping periods", f, "T1,2026-09,96", "T1,2026-Q3,96", "observations.csv:3:4",
         "overlaps 2026-08 in observations.csv line 2"},
        {"an unknown persona", f, "amara", "amora", "observations.csv:5:19",
         "the nearest is amara"},
        {"an unknown source", f, "till", "tail", "observations.csv:2:24", "the nearest is till"},
        {"a cadence", "sources.csv", "export,1,", "export,daily,", "sources.csv:2:26",
         "not a whole number"},
        {"a day", "sources.csv", "2026-10-01", "01.10.2026", "sources.csv:2:28", "year-month-day"},
    });
}

TEST_CASE("observations are compared across all files that hold them") {
    auto files = small_pack::files();
    files["observations-2.csv"] =
        "touchpoint;period;kept;due;region\nT1;2026-09-30/"
        "2026-10-02;1;2;North\n\nT1;2026-08;1;2;\n";
    auto const result = small_pack::read(files);
    std::string const printed = small_pack::printed(result);
    CAPTURE(printed);
    CHECK(result.problem_count == 2);
    // In byte order "observations-2.csv" is read before "observations.csv".
    CHECK(printed.find("p/observations.csv:2:4: observations-2.csv line 4 has the same") !=
          std::string::npos);
    CHECK(printed.find("p/observations.csv:4:4: the period overlaps 2026-09-30/2026-10-02 in "
                       "observations-2.csv line 2") != std::string::npos);
}

TEST_CASE("the same touchpoint and period in another split is no double") {
    auto const files =
        small_pack::with_line(small_pack::files(), "observations.csv",
                              "T1,2026-09,1,2,,amara,North,App,\nT1,2026-Q3,5,9,,amara,,,");
    CHECK(small_pack::printed(small_pack::read(files)) == "");
}

TEST_CASE("scores, weights, feelings and words are refused where they are wrong") {
    check_all({
        {"a score above 10", "scores.csv", "own,7.5", "own,75", "scores.csv:2:8", "0 to 10"},
        {"an unknown subject", "scores.csv", "T1,own", "T1,ours", "scores.csv:2:4",
         "own, rival, expected"},
        {"a score twice", "scores.csv", "T1,expected,8,,,,,", "T1,own,8,,,,2026-07-01/2026-09-30,",
         "scores.csv:4:1", "line 2 has the same"},
        {"an unknown touchpoint", "scores.csv", "T1,own", "T,own", "scores.csv:2:1",
         "not a key in touchpoints.csv"},
        {"an unknown level", "guesses.csv", "leader", "boss", "guesses.csv:2:18",
         "leader, manager, front-line"},
        {"a guess in words", "guesses.csv", ",80,", ",eighty,", "guesses.csv:2:33", "not a number"},
        {"a weight twice", "importance.csv", "T2,40", "T1,40", "importance.csv:3:1",
         "has a weight already in line 2"},
        {"a weight above 100", "importance.csv", "T1,60", "T1,600", "importance.csv:2:4",
         "0 to 100"},
        {"a feeling on another scale", "emotions.csv", "T1,0.5", "T1,4.5", "emotions.csv:2:4",
         "-2 to 2"},
        {"a scale that is upside down", "emotions.csv", "no,1,5", "no,5,1", "emotions.csv:2:18",
         "not above scale_min"},
        {"infinity", "emotions.csv", "T1,0.5", "T1,inf", "emotions.csv:2:4", "not a number"},
        {"not a number", "emotions.csv", "T1,0.5", "T1,nan", "emotions.csv:2:4", "not a number"},
        {"a number beyond bounds", "emotions.csv", "T1,0.5", "T1,1e999", "emotions.csv:2:4",
         "not a number"},
        {"a hexadecimal number", "emotions.csv", "T1,0.5", "T1,0x1", "emotions.csv:2:4",
         "not a number"},
        {"a plus sign", "emotions.csv", "T1,0.5", "T1,+0.5", "emotions.csv:2:4",
         "without the plus sign"},
        {"a feeling twice", "emotions.csv", "T2,-1.25,amara,,yes", "T1,1,,,no", "emotions.csv:3:1",
         "line 2 gives the emotion"},
        {"a sentiment of 5", "verbatims.csv", "App,2,kind", "App,5,kind", "verbatims.csv:2:47",
         "-2 to 2"},
        {"no words", "verbatims.csv", R"("So good, ""really""")", "", "verbatims.csv:2:4",
         "text is empty"},
        {"a date that is none", "verbatims.csv", "2026-09-03", "2026-02-29", "verbatims.csv:2:26",
         "not a date"},
    });
}

TEST_CASE("the blueprint, the asset and initiatives are refused where they are wrong") {
    check_all({
        {"an unknown lane", "blueprint_nodes.csv", "b1,customer", "b1,client",
         "blueprint_nodes.csv:2:10", "evidence, customer, frontstage"},
        {"an unknown component", "blueprint_nodes.csv", "oven", "owen", "blueprint_nodes.csv:3:41",
         "the nearest is oven"},
        {"a step of another journey", "blueprint_nodes.csv", "n1,J1,b1", "n1,L0,b1",
         "blueprint_nodes.csv:2:7", "not a key in steps.csv"},
        {"a node twice", "blueprint_nodes.csv", "n2,J1", "n1,J1", "blueprint_nodes.csv:3:1",
         "there already in line 2"},
        {"a wait below zero", "blueprint_nodes.csv", "4.5", "-4.5", "blueprint_nodes.csv:2:42",
         "0 to 10000000"},
        {"an unknown node", "blueprint_links.csv", "n2,n1", "n2,n9", "blueprint_links.csv:2:4",
         "the nearest is n1"},
        {"a link to itself", "blueprint_links.csv", "n2,n1", "n2,n2", "blueprint_links.csv:2:4",
         "to itself"},
        {"an unknown link", "blueprint_links.csv", "fails-into", "fails", "blueprint_links.csv:2:7",
         "triggers, needs, waits, fails-into"},
        {"an unknown kind", "components.csv", "system", "machine", "components.csv:2:15",
         "people, process, system, tool"},
        {"a period twice", "asset_periods.csv", "2026-Q3", "2026-Q2", "asset_periods.csv:3:1",
         "there already in line 2"},
        {"half a customer", "asset_periods.csv", "106,10,1,7", "106.5,10,1,7",
         "asset_periods.csv:3:9", "whole number"},
        {"a column that the asset needs", "asset_periods.csv", "gained,won", "new,won",
         "asset_periods.csv:1:1", "the column gained is missing"},
        {"an unknown stage", "loss_reasons.csv", "S2", "S9", "loss_reasons.csv:2:22",
         "the nearest is S1"},
        {"an unknown need", "initiatives.csv", ",I2,T2", ",I3,T2", "initiatives.csv:2:35",
         "\"I3\" is not a key in initiatives.csv; the nearest is I1"},
        {"a need for itself", "initiatives.csv", ",I2,T2", ",I1,T2", "initiatives.csv:2:35",
         "I1 needs itself"},
        {"an unknown touchpoint", "initiatives.csv", ",T1|T2,", ",T1|T7,", "initiatives.csv:3:36",
         "\"T7\" is not a key in touchpoints.csv"},
        {"a mark above 10", "initiatives.csv", ",8,7,9,", ",8,70,9,", "initiatives.csv:2:47",
         "0 to 10"},
        {"an unknown horizon", "initiatives.csv", "long", "later", "initiatives.csv:3:13",
         "short, mid, long"},
    });
}

TEST_CASE("tours are refused where they are wrong") {
    std::string const f = "tours/walk.json";
    check_all({
        {"an unknown view", f, "\"touchpoint:T2\"", "\"touchpoint:T7\"", "tours/walk.json:8:14",
         "not a key in touchpoints.csv"},
        {"no view at all", f, R"("view": "home", )", "", "tours/walk.json:7:5",
         "\"view\" is missing"},
        {"a view of another kind", f, "\"home\"", "\"house\"", "tours/walk.json:7:14",
         "journey:KEY"},
        {"an unknown stage", f, "\"home\"", "\"stage:S9\"", "tours/walk.json:7:14",
         "not a key in stages.csv"},
        {"an unknown overlay", f, "\"none\"", "\"heat\"", "tours/walk.json:7:33",
         "perception-gap, volume, importance"},
        {"an unknown persona", f, "\"persona\": \"amara\",\n", "\"persona\": \"tom\",\n",
         "tours/walk.json:5:14", "not a key in personas.csv"},
        {"an unknown kind", f, "\"walk\",\n  \"persona\"", "\"stroll\",\n  \"persona\"",
         "tours/walk.json:4:11", "walk, review, onboarding, attract"},
        {"backstage is true or false", f, "true", "\"yes\"", "tours/walk.json:8:64",
         "must be true or false"},
        {"minutes below zero", f, "\"minutes\": 2", "\"minutes\": -2", "tours/walk.json:7:52",
         "0 to 600"},
        {"no key", f, R"("key": "walk",)", "", "tours/walk.json:1:1", "\"key\" is missing"},
    });
    auto files = small_pack::files();
    files["tours/zwei.json"] = files["tours/walk.json"];
    check_refused(files,
                  {"a tour twice", "", "", "", "tours/zwei.json:2:10", "the key of another tour"});
    files["tours/zwei.json"] = R"({"key": "z", "title": "Z", "stops": []})";
    check_refused(files, {"no stops", "", "", "", "tours/zwei.json:1:37", "no stops"});
    files["tours/zwei.json"] = R"(["z"])";
    check_refused(files, {"no object", "", "", "", "tours/zwei.json:1:1", "begin it with {"});
}

TEST_CASE("pictures that are too large, damaged or something else are refused") {
    std::string const png = small_pack::tiny_png();
    auto const check = [&](std::string const& bytes, std::string const& fragment) {
        auto files = small_pack::files();
        files["media/amara.png"] = bytes;
        check_refused(files, {"picture", "", "", "", "media/amara.png:1:1", fragment});
    };
    check("GIF89a", "neither a PNG nor a JPEG");
    check("", "neither a PNG nor a JPEG");
    check(png.substr(0, png.size() - 5), "cut short or damaged");
    std::string flipped = png;
    flipped[png.size() / 2] = static_cast<char>(flipped[png.size() / 2] ^ 1);
    check(flipped, "cut short or damaged");
    // A bomb: a few bytes that say 16000 x 16000.
    std::string bomb = png;
    bomb.replace(16, 8, std::string("\0\0\x3E\x80\0\0\x3E\x80", 8));
    check(bomb, "8192");
    bomb.replace(16, 8, std::string("\0\0\x1F\x40\0\0\x1F\x40", 8));
    check(bomb, "40 million");
    // A JPEG whose Huffman table holds more symbols than there are.
    std::string const jpeg_start =
        "\xFF\xD8\xFF\xC0" + std::string("\0\x0B\x08\0\x08\0\x08\x01\x01\x11\0", 11);
    std::string const table = "\xFF\xC4" + std::string("\x02\x13\0", 3) + std::string(2, '\xFF') +
                              std::string(14, '\x01') + std::string(512, 'x');
    check(jpeg_start + table + "\xFF\xD9", "cut short or damaged");
    check(jpeg_start, "cut short or damaged");
    check(png + std::string(33 * 1024 * 1024, '\0'), "32 MB");
}

TEST_CASE("warnings do not refuse a pack") {
    struct Warned {
        std::string file, from, to, expected;
    };
    std::vector<Warned> const cases = {
        {"room.json", "\"company\"", "\"firm\"",
         "p/room.json:5:3: warning: \"firm\" is not known here"},
        {"room.json", "\"kept\"", "\"kepd\"",
         "p/room.json:13:13: warning: \"kepd\" is not a colour of the wall"},
        {"room.json", "\"#205030\"", "\"green\"",
         "p/room.json:13:21: warning: \"green\" is not a colour"},
        {"stages.csv", "leader", "head",
         "p/stages.csv:1:41: warning: the column \"head\" is not known"},
        {"importance.csv", "T1,60", "T1,50",
         "p/importance.csv:1:1: warning: the weights add up to 90.00"},
        {"asset_periods.csv", "2026-Q3,106", "2026-Q3,107",
         "p/asset_periods.csv:3:9: warning: opening is 107, but 2026-Q2 closed with 106"},
        {"tours/walk.json", "\"say\"", "\"speak\"",
         "p/tours/walk.json:7:77: warning: \"speak\" is not known here"},
    };
    for (Warned const& warned : cases) {
        auto const result = small_pack::read(
            small_pack::with(small_pack::files(), warned.file, warned.from, warned.to));
        CAPTURE(small_pack::printed(result));
        CAPTURE(warned.expected);
        CHECK(result.room);
        CHECK(result.problem_count == 0);
        CHECK(result.problems.size() == 1);
        CHECK(small_pack::printed(result).starts_with(warned.expected));
    }
}

TEST_CASE("weights that are off by half a point give no warning") {
    auto const files = small_pack::with(small_pack::files(), "importance.csv", "T1,60", "T1,60.5");
    CHECK(small_pack::printed(small_pack::read(files)) == "");
}

TEST_CASE(
    "semicolons, a byte order mark, CR LF, blank lines and columns in any order are read alike") {
    auto files = small_pack::files();
    auto const plain = small_pack::read(files).room;
    REQUIRE(plain);
    files["exposures.csv"] =
        "\xEF\xBB\xBFshare;touchpoint;journey;persona\r\n\r\n0.5;T1;;\r\n\r\n1;T2;J1;amara";
    auto const result = small_pack::read(files);
    CHECK(small_pack::printed(result) == "");
    REQUIRE(result.room);
    CHECK(*result.room == *plain);
    // Columns count from behind the mark.
    files["exposures.csv"] = "\xEF\xBB\xBFshare;touchpoint;tourney;persona\n";
    CHECK(
        small_pack::printed(small_pack::read(files)).starts_with("p/exposures.csv:1:18: warning"));
}

TEST_CASE("all problems are counted, the first 200 told in file order") {
    auto files = small_pack::files();
    for (int i = 0; i < 3000; ++i)
        files["verbatims.csv"] += "T9,x,,,,,,,\n";
    files["exposures.csv"] += "T9,7,,\n";
    auto const result = small_pack::read(files);
    CHECK(result.problem_count == 3002);
    REQUIRE(result.problems.size() == 200);
    CHECK(result.problems[0].file == "p/exposures.csv");
    CHECK(result.problems[0].column == 1);
    CHECK(result.problems[1].file == "p/exposures.csv");
    CHECK(result.problems[1].column == 4);
    CHECK(result.problems[2].line == 5);
    CHECK(result.problems[199].line == 202);
}

TEST_CASE("a file with a hundred thousand problems is still read to its end") {
    auto files = small_pack::files();
    std::string members;
    for (int i = 0; i < 100'000; ++i)
        members += "\"x" + std::to_string(i) + "\": 0,";
    files = small_pack::with(std::move(files), "room.json", "\"company\"", members + "\"company\"");
    auto const result = small_pack::read(files);
    CHECK(result.room);
    REQUIRE(result.problems.size() == 200);
    CHECK(result.problems[199].line == 5);
    // "x0": 0, to "x9": 0, take 8 characters each, the next ninety 9, the next ones 10.
    CHECK(result.problems[199].column == 3 + 10 * 8 + 90 * 9 + 99 * 10);
}

TEST_CASE("files of other names are ignored") {
    auto files = small_pack::files();
    files["NOTES.txt"] = "\xFF\x00";
    files["touchpoints.csv.bak"] = "?";
    files["tours/notes.md"] = "?";
    CHECK(small_pack::printed(small_pack::read(files)) == "");
}

TEST_CASE("a folder that is none is named as it was typed") {
    auto const none = exchange::read_pack("no/such/folder", nullptr);
    REQUIRE(none.problems.size() == 1);
    CHECK(exchange::format(none.problems[0]) ==
          "no/such/folder:1:1: there is no such folder; name the folder that holds room.json");
    auto const file = exchange::read_pack(SOURCE_ROOT "/LICENSE", nullptr);
    REQUIRE(file.problems.size() == 1);
    CHECK(file.problems[0].text == "this is a file; a pack is the folder that holds room.json");
}

TEST_CASE("a pack's file that is no plain file is refused without being opened") {
    namespace fs = std::filesystem;
    fs::path const folder = fs::path(BINARY_ROOT) / "odd_files_pack";
    fs::remove_all(folder);
    fs::create_directories(folder);
    for (auto const& [name, bytes] : small_pack::files()) {
        fs::create_directories((folder / name).parent_path());
        std::ofstream(folder / name, std::ios::binary) << bytes;
    }
    CHECK(small_pack::printed(exchange::read_pack(folder, nullptr)) == "");
    fs::remove(folder / "exposures.csv");
    fs::create_symlink("/dev/zero", folder / "exposures.csv");
    auto const result = exchange::read_pack(folder, nullptr);
    CHECK(small_pack::printed(result) ==
          (folder / "exposures.csv").string() +
              ":1:1: this is not a plain file; put a plain file here\n");
    fs::remove(folder / "exposures.csv");
    std::ofstream(folder / "exposures.csv").close();
    fs::resize_file(folder / "exposures.csv", 64 * 1024 * 1024 + 1);
    CHECK(small_pack::printed(exchange::read_pack(folder, nullptr)).find("larger than 64 MB") !=
          std::string::npos);
    fs::remove_all(folder);
}

TEST_CASE("baselines.csv and efforts.csv are refused where they are wrong") {
    std::string const b = "baselines.csv";
    std::string const e = "efforts.csv";
    check_all({
        {"a level begins with a month", b, "2026-09", "2026-Q3", "baselines.csv:2:4",
         "from a month"},
        {"a level has a reason", b, "The new oven", "", "baselines.csv:2:12", "reason"},
        {"a level is a promise's", b, "T1", "T3", "baselines.csv:2:1", "has no promise"},
        {"one level a touchpoint", b, "oven\n", "oven\nT1,2026-08,Again\n", "baselines.csv:3:1",
         "line 2 has the level"},
        {"a level begins in a counted month", b, "2026-09", "9999-12", "baselines.csv:2:4",
         "9999-12 lies after the last month of the room's observations, 2026-09"},
        {"a level begins no earlier than the room", b, "2026-09", "1990-01", "baselines.csv:2:4",
         "1990-01 lies before the first month of the room's observations, 2026-08"},
        {"a measure is one of five", e, "contacts", "calls", "efforts.csv:2:4",
         "contacts, repeats, channel-switches, asked-again, minutes"},
        {"an effort is not negative", e, "1.5", "-1.5", "efforts.csv:2:21", "0"},
        {"a level's reason says something", b, "The new oven", "  ", "baselines.csv:2:12", "blank"},
        {"one effort a period", e, "minutes,2026-09", "contacts,2026-09", "efforts.csv:3:13",
         "line 2 has this touchpoint and measure in 2026-Q3"},
        {"an effort is somewhere", e, "T2,minutes", "T9,minutes", "efforts.csv:3:1", "T9"},
    });
}

TEST_CASE("a level's month is checked in the same pass as all else that is wrong in a pack") {
    auto files = small_pack::with(small_pack::files(), "baselines.csv", "2026-09", "9999-12");
    files = small_pack::with(files, "efforts.csv", "1.5", "-1.5");
    std::string const problems = small_pack::printed(small_pack::read(files));
    CHECK(problems.find("efforts.csv:2:21: ") != std::string::npos);
    CHECK(problems.find("baselines.csv:2:4: 9999-12 lies after the last month") !=
          std::string::npos);
    // What was counted is not known where a row of it is wrong.
    files = small_pack::with(files, "observations.csv", "2026-09", "2026-19");
    std::string const unknown = small_pack::printed(small_pack::read(files));
    CHECK(unknown.find("observations.csv:") != std::string::npos);
    CHECK(unknown.find("baselines.csv") == std::string::npos);
}

TEST_CASE("a level's month that only the room's own rows count is right whatever else is wrong") {
    auto files = small_pack::files();
    auto const before = small_pack::read(files);
    REQUIRE(before.room);
    files.erase("observations.csv");
    files = small_pack::with(files, "efforts.csv", "1.5", "-1.5");
    std::string const problems = small_pack::printed(small_pack::read(files, &*before.room));
    CHECK(problems.find("efforts.csv:2:21: ") != std::string::npos);
    CHECK(problems.find("baselines.csv") == std::string::npos);
}

TEST_CASE("a level is refused where its touchpoint was not counted, or nothing was") {
    auto files = small_pack::with(small_pack::files(), "observations.csv",
                                  "T2,2026-09,80,90,,amara,,App,\n", "");
    files["baselines.csv"] = "touchpoint,from,reason\nT2,2026-09,The new oven\n";
    CHECK(
        small_pack::printed(small_pack::read(files)) ==
        "p/baselines.csv:2:1: \"T2\" has no observations; a level begins where its touchpoint was "
        "counted\n");
    files["observations.csv"] = "touchpoint,period,kept,due\n";
    CHECK_FALSE(small_pack::read(files).room);
    files["baselines.csv"] = "touchpoint,from,reason\n";
    CHECK(small_pack::read(files).room);
}

TEST_CASE("a level stands in a month that its touchpoint's rows no longer count") {
    auto const files = small_pack::with(small_pack::files(), "observations.csv",
                                        "T1,2026-09,96,100,", "T1,2026-09,0,0,");
    CHECK(small_pack::printed(small_pack::read(files)) == "");
    auto without = small_pack::with(files, "observations.csv", "T1,2026-09,0,0,,,,,\n", "");
    without = small_pack::with(without, "observations.csv", "T1,2026-09,40,50,,,North,,\n", "");
    CHECK(small_pack::printed(small_pack::read(without)) == "");
}
