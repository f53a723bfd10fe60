#include <cmath>
#include <doctest/doctest.h>

#include "exchange/survey_file.hpp"
#include "small_pack.hpp"
#include "support/other_data.hpp"

namespace {

model::Room outline() {
    return *small_pack::read(small_pack::files()).room;
}

struct Scored {
    exchange::SurveyMap map;
    exchange::SurveyResult result;
    exchange::SurveyFigures const& figures() const { return *result.figures; }
};

exchange::SurveyMapResult read_map(std::string const& json) {
    return exchange::read_survey_map({json, {}}, "m.json", outline());
}

Scored scored(std::string const& json, exchange::ReadBytes read) {
    auto map = read_map(json);
    REQUIRE_MESSAGE(map.map, exchange::format(map.problems.empty() ? exchange::Problem{}
                                                                   : map.problems.front()));
    model::Room const room = outline();
    Scored scored{*map.map, {}};
    scored.result = exchange::read_survey(std::move(read), {scored.map, room, "s.csv", {}});
    return scored;
}

Scored scored(std::string const& json, std::string const& csv) {
    return scored(json, exchange::read_from(csv));
}

std::string first_problem(std::string const& json, std::string const& csv) {
    Scored const result = scored(json, csv);
    REQUIRE(result.result.problem_count > 0);
    CHECK_FALSE(result.result.figures);
    return exchange::format(result.result.problems.front());
}

bool near(double value, double expected, double tolerance) {
    return std::abs(value - expected) < tolerance;
}

std::string const two_questions =
    R"({"scale":[1,5],"missing":["0"],"touchpoints":[{"column":"a","touchpoint":"T1"},)"
    R"({"column":"b","touchpoint":"T2","reversed":true}]})";

}  // namespace

TEST_CASE("answers become scores of ten with their spread, the missing ones left out and counted") {
    Scored const result = scored(two_questions, "a,b\n1,1\n5,5\n0,\n3, \n");
    auto const& a = result.figures().questions[0];
    CHECK(result.figures().rows == 4);
    CHECK(a.n == 3);
    CHECK(a.mean == 3);
    CHECK(a.score == 5);
    CHECK(*a.score_sd == 5);
    CHECK(a.left_out == std::map<std::string, std::int64_t>{{"0", 1}});
    CHECK(a.distribution == std::map<double, std::int64_t>{{1, 1}, {3, 1}, {5, 1}});
    CHECK(result.figures().questions[1].left_out.at("") == 2);
    CHECK_FALSE(result.figures().importance);
}

TEST_CASE("a reversed scale and one that begins elsewhere end in the same ten") {
    Scored const result =
        scored(R"({"touchpoints":[{"column":"a","touchpoint":"T1","scale":[-3,3]},)"
               R"({"column":"b","touchpoint":"T2","scale":[0,100],"reversed":true}]})",
               "a,b\n-3,100\n3,25\n0,0\n");
    CHECK(result.figures().questions[0].score == 5);
    CHECK(near(result.figures().questions[1].score, (0 + 7.5 + 10) / 3, 1e-12));
}

TEST_CASE("words are answers where the map says so") {
    std::string const map =
        R"({"scale":[1,3],"overall":{"column":"o","scale":[0,1],"values":{"yes":1}},"touchpoints":[)"
        R"({"column":"a","touchpoint":"T1","values":{"bad":1,"fair":2,"good":3}}]})";
    Scored const result = scored(map, "a,o\ngood,yes\nbad,no\nfair,no\n2,yes\n");
    CHECK(result.figures().questions[0].mean == 2);
    CHECK(result.figures().overall->mean == 0.5);
    CHECK(first_problem(map, "a,o\ngreat,yes\n").starts_with("s.csv:2:1: the answer \"great\""));
}

TEST_CASE("a nought that means not asked is an answer to a question of yes and no") {
    std::string const map =
        R"({"scale":[0,5],"missing":["0","n/a"],"overall":{"column":"o","scale":[0,1]},)"
        R"("touchpoints":[{"column":"a","touchpoint":"T1"}]})";
    Scored const result = scored(map, "a,o\n0,0\n5,1\nn/a,n/a\n");
    CHECK(result.figures().questions[0].n == 1);
    CHECK(result.figures().overall->n == 2);
    CHECK(result.figures().overall->mean == 0.5);
}

TEST_CASE("an answer off the scale, a short row and a missing column are told with their place") {
    CHECK(first_problem(two_questions, "a,b\n1,1\n2,7\n")
              .starts_with("s.csv:3:3: the answer 7 is not on the scale"));
    CHECK(first_problem(two_questions, "a,b\n1\n").starts_with("s.csv:2:1: 1 cells"));
    CHECK(first_problem(two_questions, "a,c\n1,1\n") ==
          "s.csv:1:1: no column \"b\", which the map names; the columns are \"a\", \"c\"");
    CHECK(first_problem(two_questions, "").starts_with("s.csv:1:1: the file is empty"));
    CHECK(first_problem(two_questions, "a,b\n").find("no row") != std::string::npos);
    CHECK(first_problem(two_questions, "a,b\n1,\xE9\n").find("0xE9") != std::string::npos);
}

TEST_CASE("a map that cannot be is told with its place") {
    auto const problem = [](std::string const& json) {
        auto const result = read_map(json);
        CHECK_FALSE(result.map);
        return result.problems.empty() ? std::string() : exchange::format(result.problems.front());
    };
    CHECK(problem("{}").find("no touchpoints") != std::string::npos);
    CHECK(problem(R"({"scale":[5,1],"touchpoints":[{"column":"a","touchpoint":"T1"}]})")
              .starts_with("m.json:1:10: a scale is the lowest and the highest"));
    CHECK(problem(R"({"scale":[1,5],"touchpoints":[{"column":"a","touchpoint":"T8"}]})")
              .find("\"T8\" is not a key in the room's touchpoints") != std::string::npos);
    CHECK(problem(R"({"scale":[1,5],"touchpoints":[{"column":"a","touchpoint":"T1"},)"
                  R"({"column":"b","touchpoint":"T1"}]})")
              .find("each touchpoint once") != std::string::npos);
    CHECK(problem("{").find("m.json:1:2: not valid JSON") == 0);
}

TEST_CASE("only the rows that the map asks for count") {
    std::string const map =
        R"({"scale":[1,5],"where":{"year":"2026"},"touchpoints":[)"
        R"({"column":"a","touchpoint":"T1","where":{"about":["till","queue"]}},)"
        R"({"column":"b","touchpoint":"T2"}]})";
    Scored const result =
        scored(map, "year,about,a,b\n2026,till,5,1\n2026,door,1,2\n2025,till,1,1\n2026,queue,3,\n");
    CHECK(result.figures().rows == 3);
    CHECK(result.figures().skipped == 1);
    CHECK(result.figures().questions[0].n == 2);
    CHECK(result.figures().questions[0].mean == 4);
    CHECK(result.figures().questions[1].n == 2);
}

TEST_CASE("weights come in two levels: stages in the whole, touchpoints in their stage") {
    std::string const map =
        R"({"scale":[0,10],"overall":{"column":"o","scale":[0,100]},"touchpoints":[)"
        R"({"column":"a","touchpoint":"T1","stage":"one"},)"
        R"({"column":"b","touchpoint":"T2","stage":"one"},)"
        R"({"column":"c","touchpoint":"T3","stage":"two"}]})";
    // a, b and c know nothing of each other; the whole is 2 (a + b) / 2 + c.
    std::string csv = "a,b,c,o\n";
    for (int i = 0; i < 1000; ++i) {
        int const a = i % 10;
        int const b = i / 10 % 10;
        int const c = i / 100 % 10;
        csv += std::to_string(a) + "," + std::to_string(b) + "," + std::to_string(c) + "," +
               std::to_string(a + b + c) + "\n";
    }
    Scored const result = scored(map, csv);
    auto const& importance = *result.figures().importance;
    CHECK(importance.two_levels);
    CHECK(near(importance.stages.r_squared, 1, 1e-9));
    CHECK(near(*result.figures().questions[0].weight_percent, 100.0 / 3, 1e-6));
    CHECK(near(*result.figures().questions[2].weight_percent, 100.0 / 3, 1e-6));
    CHECK(near(importance.by_stage[0].weight_percent, 200.0 / 3, 1e-6));
    CHECK(near(*result.figures().questions[0].correlation, 1 / std::sqrt(3.0), 1e-9));
}

TEST_CASE("what the room keeps names the method, the answers and the scale") {
    Scored const result = scored(
        R"({"scale":[1,5],"period":"2026-09","overall":{"column":"o","scale":[0,10]},)"
        R"("touchpoints":[{"column":"a","touchpoint":"T1"},{"column":"b","touchpoint":"T2"}]})",
        "a,b,o\n1,,1\n5,,9\n");
    auto const rows = exchange::survey_rows(result.map, result.figures());
    REQUIRE(rows.scores.size() == 1);  // nobody answered b
    CHECK(rows.scores[0].period == base::parse_period("2026-09"));
    CHECK(rows.scores[0].n == 2);
    REQUIRE(rows.importance.size() == 2);
    CHECK(rows.importance[0].method.find("under 20 complete answers") != std::string::npos);
    CHECK(near(rows.importance[0].weight_percent, 50, 1e-9));
    REQUIRE(rows.answers.size() == 4);
    CHECK(rows.answers[0].scale_max == 5);
    CHECK_FALSE(rows.answers[3].touchpoint);
    CHECK(rows.answers[3].value == 9);
}

TEST_CASE("the airline survey gives its published figures") {
    std::string const file = test::other_data("voc/airline_satisfaction_test.csv");
    if (file.empty()) return;
    auto const run = [&](std::string const& where) {
        exchange::InputFile input(file);
        return scored(R"({"scale":[0,5],"missing":["0",""],)" + where +
                          R"("overall":{"column":"satisfaction","scale":[0,1],)"
                          R"("values":{"satisfied":1}},"touchpoints":[)"
                          R"({"column":"Online boarding","touchpoint":"T1"},)"
                          R"({"column":"Arrival Delay in Minutes","touchpoint":"T2",)"
                          R"("scale":[0,2000],"reversed":true}]})",
                      input.reader());
    };
    Scored const all = run("");
    CHECK(all.figures().rows == 25976);
    CHECK(all.figures().overall->n == 25976);
    CHECK(std::llround(all.figures().overall->mean * 25976) == 11403);
    CHECK(near(all.figures().questions[0].mean, 3.3456, 5e-5));
    CHECK(near(*all.figures().questions[0].correlation, 0.5649, 5e-5));
    CHECK(all.figures().questions[0].left_out.at("0") == 25976 - all.figures().questions[0].n);
    CHECK(all.figures().questions[1].left_out.at("") == 83);
    CHECK(near(run(R"("where":{"Class":"Business"},)").figures().overall->mean, 0.6952, 5e-5));
    CHECK(near(run(R"("where":{"Class":"Eco"},)").figures().overall->mean, 0.1939, 5e-5));
}

TEST_CASE("the hospital survey gives its published top-box figures") {
    std::string const file = test::other_data("voc/hcahps/national_results.csv");
    if (file.empty()) return;
    struct Fact {
        char const* period;
        char const* measure;
        double percent;
    };
    Fact const facts[] = {{"07_2023", "H_COMP_1", 79},     {"07_2023", "H_COMP_2", 79},
                          {"07_2023", "H_COMP_6", 86},     {"07_2023", "H_COMP_7", 51},
                          {"07_2023", "H_HSP_RATING", 70}, {"07_2015", "H_CLEAN_HSP", 74},
                          {"07_2023", "H_CLEAN_HSP", 72},  {"07_2015", "H_COMP_2", 82}};
    for (Fact const& fact : facts) {
        CAPTURE(fact.measure);
        exchange::InputFile input(file);
        Scored const result = scored(
            std::string(R"({"missing":["Not Available"],"where":{"Release Period":")") +
                fact.period + R"(","Measure ID":")" + fact.measure +
                R"("},"touchpoints":[{"column":"Top-box Percentage","touchpoint":"T1","scale":[0,100]}]})",
            input.reader());
        CHECK(result.figures().rows == 1);
        CHECK(near(result.figures().questions[0].mean, fact.percent, 1e-9));
        CHECK(near(result.figures().questions[0].score, fact.percent / 10, 1e-9));
    }
}
