// How people answered, on the definition of a score: bars, n and period before any figure, and
// nothing where nobody was asked.
#include <algorithm>
#include <doctest/doctest.h>

#include "program.hpp"
#include "shell/seen_wall.hpp"

using namespace shell_test;

namespace {

struct Asked {
    char const* touchpoint;
    double lowest = 0, highest = 10;
    std::vector<std::int64_t> counts;
};

model::Room asked_room(Asked const& asked) {
    model::Room room = room_of(demo());
    for (std::size_t i = 0; i < asked.counts.size(); ++i) {
        room.answers.push_back(
            {model::find_touchpoint(room, asked.touchpoint), base::parse_period("2026-Q3"),
             asked.lowest + static_cast<double>(i), asked.counts[i], asked.lowest, asked.highest});
    }
    return room;
}

std::vector<InkedText> read(shell::Wall& wall, std::string const& view) {
    Seen const seen = look(wall, {view});
    return definition_texts(wall, seen.list);
}

std::string joined(std::vector<InkedText> const& texts) {
    std::string all;
    for (InkedText const& text : texts)
        all += text.text + "|";
    return all;
}

std::size_t bars_in(scene::DrawList const& list) {
    return static_cast<std::size_t>(
        std::count_if(list.entries.begin(), list.entries.end(), [](scene::Entry const& entry) {
            return entry.item_kind == scene::ItemKind::Definition &&
                   entry.role == scene::Role::Value;
        }));
}

Asked const recommend{"T40", 0, 10, {66, 60, 70, 84, 100, 120, 160, 380, 450, 500, 510}};
Asked const effort{"T40", 1, 7, {80, 210, 140, 110, 160, 180, 120}};
Asked const satisfied{"T40", 1, 5, {10, 18, 60, 212, 200}};

}  // namespace

TEST_CASE("the figure of a scale follows its bars, its n and its period") {
    struct Expected {
        Asked asked;
        char const* n;
        char const* label;
        char const* figure;
    };
    for (Expected const& each :
         {Expected{recommend, "2,500 answers", "NPS|", "+14, between +11 and +17"},
          Expected{effort, "1,000 answers", "CES|", "mean 4.08 of 1 to 7"},
          Expected{satisfied, "500 answers", "CSAT|", "82.4\u00A0%, between 78.8 and 85.5"}}) {
        CAPTURE(each.n);
        shell::Wall wall(asked_room(each.asked), files());
        std::string const said = joined(read(wall, "figure:scores:T40"));
        CAPTURE(said);
        std::size_t const heading = said.find("How people answered us");
        std::size_t const n = said.find(each.n);
        std::size_t const period = said.find("July to September 2026", n);
        std::size_t const label = said.find(each.label, period);
        CHECK(heading < n);
        CHECK(n < period);
        CHECK(period < label);
        CHECK(label < said.find(each.figure));
        CHECK(said.find(each.figure) != std::string::npos);
        CHECK(bars_in(look(wall, {"figure:scores:T40"}).list) == each.asked.counts.size());
    }
}

TEST_CASE("each answer has its count, and detractors, passives and promoters have theirs") {
    shell::Wall wall(asked_room(recommend), files());
    std::string const said = joined(read(wall, "figure:scores:T40"));
    CAPTURE(said);
    for (char const* part :
         {"|66|", "|510|", "|Detractors|660 \u00B7 26.4\u00A0%|",
          "|Passives|830 \u00B7 33.2\u00A0%|", "|Promoters|1,010 \u00B7 40.4\u00A0%|"}) {
        CAPTURE(part);
        CHECK(said.find(part) != std::string::npos);
    }
}

TEST_CASE("under thirty answers there are bars and counts and no figure") {
    shell::Wall wall(asked_room({"T40", 0, 10, {0, 0, 1, 0, 2, 3, 0, 4, 5, 6, 8}}), files());
    std::string const said = joined(read(wall, "figure:scores:T40"));
    CAPTURE(said);
    CHECK(said.find("29 answers") != std::string::npos);
    CHECK(said.find("under 30 answers there are counts only") != std::string::npos);
    CHECK(said.find("|Promoters|14|") != std::string::npos);
    CHECK(said.find("between", said.find("29 answers")) == std::string::npos);
}

TEST_CASE("where nobody was asked, or not yet, the definition of a score promises no answers") {
    shell::Wall empty(room_of(demo()), files());
    std::string const before = joined(read(empty, "figure:scores:T37"));
    CHECK(before.find("answered") == std::string::npos);
    CHECK(bars_in(look(empty, {"figure:scores:T40"}).list) == 0);
    shell::Wall other(asked_room(recommend), files());
    CHECK(joined(read(other, "figure:scores:T37")) == before);
}

TEST_CASE("answers keep apart from all that stands on the card, on any panel") {
    Asked const many{"T40", 0, 10, std::vector<std::int64_t>(11, 123456789)};
    Asked const steps{"T40", 0, 9.5, std::vector<std::int64_t>(10, 41)};
    for (Asked const& asked : {recommend, effort, satisfied, many, steps}) {
        shell::Wall wall(asked_room(asked), files());
        CAPTURE(asked.highest);
        std::string const view = "figure:scores:T40";
        for (Visit const& visit :
             {Visit{view}, Visit{view, scene::Overlay::Reliability, 55},
              Visit{view, scene::Overlay::Reliability, 86, {3840, 2160}, 4, true},
              Visit{view, scene::Overlay::Reliability, 86, {1080, 1920}},
              Visit{view, scene::Overlay::Reliability, 24, {1280, 1024}}}) {
            check_definition(wall, visit);
            std::string const said = joined(definition_texts(wall, look(wall, visit).list));
            CHECK(bars_in(look(wall, visit).list) >= 5);
            CHECK(said.find("How people answered us") != std::string::npos);
            CHECK(said.find("OneHome") != std::string::npos);
        }
    }
}

TEST_CASE("a survey's answers reach the wall") {
    test::ScratchFolder const folder;
    std::string const room = folder / "room.sqlite";
    REQUIRE(test::run_program({"import", demo().string(), "--db", room}).exit_code == 0);
    auto const write = [&](char const* name, std::string const& text) {
        test::write_bytes(folder / name, test::Bytes(text.begin(), text.end()));
        return std::string(folder / name);
    };
    std::string csv = "recommend\n";
    for (auto const& [answer, times] : {std::pair{"9", 50}, {"8", 30}, {"0", 20}, {"n/a", 7}}) {
        for (int i = 0; i < times; ++i)
            csv += std::string(answer) + "\n";
    }
    std::string const map =
        write("m.json", R"({"scale":[0,10],"missing":["n/a"],"period":"2026-Q3","touchpoints":[)"
                        R"({"column":"recommend","touchpoint":"T40"}]})");
    REQUIRE(
        test::run_program({"scores", write("s.csv", csv), "--map", map, "--db", room}).exit_code ==
        0);
    test::Run const seen = test::run_program({"dump", "--db", room, "--view", "figure:scores:T40",
                                              "--period", "2026-Q3", "--size", "1920x1080"});
    for (char const* said : {"100 answers", "+30, between +15 and +45"}) {
        CAPTURE(said);
        CHECK(seen.out.find(said) != std::string::npos);
    }
}
