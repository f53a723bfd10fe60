#include "exchange/figures_json.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "metrics/figures_room.hpp"

using Json = nlohmann::ordered_json;
using test::FiguresRoom;

namespace {

std::string text_of(FiguresRoom const& room, char const* span, char const* persona = "") {
    return exchange::figures_json(room.room, room.figures(span, persona));
}

Json parsed(FiguresRoom const& room, char const* span, char const* persona = "") {
    return Json::parse(text_of(room, span, persona));
}

// The first `count` keys: the promised ones stand first, in their order.
std::vector<std::string> keys(Json const& object, std::size_t count) {
    std::vector<std::string> names;
    for (auto const& item : object.items()) {
        if (names.size() < count) names.push_back(item.key());
    }
    return names;
}

FiguresRoom full_room() {
    FiguresRoom room(2);
    room.persona("old").promise(1, 88).promise(2, 90);
    room.row(1, "2026-Q3", 186, 200)
        .row(1, "2026-Q3", 10, 40, {.persona = "old"})
        .row(1, "2026-Q3", 40, 40, {.region = "Coast"})
        .row(1, "2026-Q3", 20, 40, {.region = "Hills"})
        .score(1, model::Subject::Own, 8.4, 1.6, 400)
        .score(1, model::Subject::Rival, 7.9, 1.8, 300, "Gridwise")
        .weight(1, 40)
        .emotion(-1);
    model::AssetPeriod asset;
    asset.period = test::period("2026-Q3");
    asset.opening = 100;
    room.room.asset_periods.push_back(asset);
    model::Guess guess;
    guess.question = "How many of 100?";
    guess.level = "leader";
    guess.period = asset.period;
    room.room.guesses.push_back(guess);
    return room;
}

}  // namespace

TEST_CASE("the figures' JSON has every promised key in its order") {
    Json const json = parsed(full_room(), "2026-Q3");
    using Names = std::vector<std::string>;
    CHECK(keys(json, 99) == Names{"room", "period", "persona", "touchpoints", "stages", "journeys",
                                  "perception", "totals", "asset", "components"});
    CHECK(keys(json["touchpoints"][0], 23) ==
          Names{"key",      "kept",   "due",      "unknown",      "reliability",     "lower",
                "upper",    "target", "state",    "it_depends",   "broken_promises", "signal",
                "own",      "rival",  "expected", "relative_gap", "gap_lower",       "gap_upper",
                "position", "memory", "locked",   "importance",   "quadrant"});
    CHECK(keys(json["stages"][0], 99) ==
          Names{"key", "journey", "rty", "measured", "of", "weight"});
    CHECK(keys(json["journeys"][0], 9) == Names{"key", "rty", "rty_lower", "rty_upper",
                                                "normalised", "direct_yield", "measured", "of",
                                                "peak_end"});
    CHECK(keys(json["perception"][0], 7) ==
          Names{"question", "level", "period", "n", "median", "actual", "gap"});
    CHECK(keys(json["totals"], 99) ==
          Names{"states", "positions", "broken_promises", "journey_index", "quality_ratio"});
    CHECK(keys(json["totals"]["states"], 99) ==
          Names{"KEPT", "ON THE LINE", "BROKEN", "UNPROVEN", "THIN", "NO DATA"});
    CHECK(keys(json["totals"]["positions"], 99) == Names{"LEAD", "PARITY", "LAG"});
    CHECK(keys(json["asset"][0], 99) == Names{"period", "opening", "gained", "won_back", "lost",
                                              "closing", "net", "off_by", "value_net"});
}

TEST_CASE("what cannot be known is null and what is known is a number at full precision") {
    Json const json = parsed(full_room(), "2026-Q3");
    Json const& known = json["touchpoints"][0];
    CHECK(json["room"] == "test");
    CHECK(json["period"] == "2026-Q3");
    CHECK(json["persona"].is_null());
    CHECK(known["kept"] == 186);
    CHECK(known["lower"].get<double>() == metrics::wilson(186, 200).lower);
    CHECK(known["state"] == "KEPT");
    CHECK(known["position"] == "LEAD");
    CHECK(known["quadrant"] == "possible overkill");
    CHECK(known["expected"].is_null());
    CHECK(known["signal"].is_null());
    CHECK(known["it_depends"] == true);
    CHECK(known["it_depends_split"] == "region");
    CHECK(known["basis"] == "all");
    CHECK(known["splits"].size() == 2);
    CHECK(known["stale"] == false);
    Json const& empty = json["touchpoints"][1];
    for (char const* key :
         {"kept", "due", "unknown", "reliability", "lower", "upper", "broken_promises", "own",
          "rival", "relative_gap", "gap_lower", "position", "importance", "quadrant"}) {
        CAPTURE(key);
        CHECK(empty[key].is_null());
    }
    CHECK(empty["emotion"] == -1);
    CHECK(empty["state"] == "NO DATA");
    CHECK(empty["target"] == 0.9);
    CHECK(json["journeys"][0]["direct_yield"].is_null());
    CHECK(json["perception"][0]["median"].is_null());
    CHECK(json["asset"][0]["opening"] == 100);
    CHECK(json["asset"][0]["net"].is_null());
    CHECK(json["totals"]["broken_promises"] == 14);
}

TEST_CASE(
    "effort stands at its touchpoint, every measure with its n, and nothing where none was taken") {
    FiguresRoom room = full_room();
    using model::EffortMeasure;
    room.room.efforts = {
        {FiguresRoom::at(2), EffortMeasure::ChannelSwitches, test::period("2026-08"), 1.5, {}, {}},
        {FiguresRoom::at(2), EffortMeasure::Contacts, test::period("2026-08"), 2, 100, {}},
        {FiguresRoom::at(2), EffortMeasure::Contacts, test::period("2026-09"), 4, 300, {}}};
    Json const json = parsed(room, "2026-Q3");
    CHECK(json["touchpoints"][0]["efforts"] == Json::array());
    CHECK(json["touchpoints"][1]["efforts"] ==
          Json::parse(R"([{"measure":"contacts","value":3.5,"n":400},
                          {"measure":"channel-switches","value":1.5,"n":null}])"));
    CHECK(parsed(room, "2026-06")["touchpoints"][1]["efforts"] == Json::array());
}

TEST_CASE("a persona's figures say whose rows they come from") {
    Json const json = parsed(full_room(), "2026-Q3", "old");
    CHECK(json["persona"] == "old");
    CHECK(json["touchpoints"][0]["basis"] == "persona");
    CHECK(json["touchpoints"][0]["kept"] == 10);
    CHECK(json["touchpoints"][1]["basis"] == "all");
}

TEST_CASE("the JSON ends in one newline and an empty room is still whole") {
    std::string const text = exchange::figures_json(model::Room{}, metrics::RoomFigures{});
    CHECK(Json::parse(text)["touchpoints"] == Json::array());
    CHECK(text.back() == '\n');
    CHECK(text[text.size() - 2] == '}');
}

TEST_CASE("names that need escaping and names that are no UTF-8 still make valid JSON") {
    FiguresRoom room = full_room();
    room.room.regions = {"North \"Coast\"\n", "Hills \xff"};
    Json const json = parsed(room, "2026-Q3");
    CHECK(json["touchpoints"][0]["splits"].size() == 2);
}
