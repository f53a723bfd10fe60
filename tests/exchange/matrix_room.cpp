#include "matrix_room.hpp"

#include <doctest/doctest.h>

#include "exchange/pack_contents.hpp"
#include "exchange/words.hpp"
#include "small_pack.hpp"
#include "support/scratch.hpp"

namespace matrix_room {

model::Room const& northmoor() {
    static model::Room const room = [] {
        auto result = exchange::read_pack(SOURCE_ROOT "/data/northmoor", nullptr);
        REQUIRE(result.room);
        return *std::move(result.room);
    }();
    return room;
}

std::string file(std::string const& name) {
    auto const bytes = test::bytes_of(SOURCE_ROOT "/tests/exchange/matrices/" + name);
    REQUIRE_MESSAGE(!bytes.empty(), name, " is not there");
    return {bytes.begin(), bytes.end()};
}

exchange::MatrixResult apply(std::string_view bytes, model::Room const& room,
                             std::string const& journey) {
    return exchange::apply_matrix({bytes, "m.csv", journey, {}, {}, {}}, room, {});
}

model::Room applied(std::string_view bytes, model::Room const& room, std::string const& journey) {
    auto result = apply(bytes, room, journey);
    REQUIRE_MESSAGE(result.outcome, printed(result));
    return std::move(result.outcome->room);
}

std::string printed(exchange::MatrixResult const& result) {
    std::string text;
    for (exchange::Problem const& problem : result.problems)
        text += exchange::format(problem) + "\n";
    return text;
}

std::string outline(model::Room const& room, std::string const& journey) {
    std::string text;
    for (model::StageId const stage : model::stages_of(room, model::find_journey(room, journey))) {
        text += room.at(stage).name + "\n";
        for (model::StepId const step : model::steps_of(room, stage)) {
            text += "  " + room.at(step).action + " (" + room.at(step).thought + ")\n";
            for (auto const& lane : exchange::words::lanes) {
                for (model::BlueprintNode const& node : room.blueprint_nodes) {
                    if (node.step != step || node.lane != lane.value) continue;
                    text += "    " + std::string(lane.text) + ": " + node.text + "\n";
                }
            }
        }
    }
    return text;
}

void check_sound(model::Room const& room) {
    auto const again = small_pack::read(exchange::pack_contents(room));
    REQUIRE_MESSAGE(again.room, small_pack::printed(again));
    CHECK((*again.room == room));
}

}  // namespace matrix_room
