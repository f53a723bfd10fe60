// Any bytes as a matrix into a small room: what is accepted is a room that a pack could hold, and
// the same matrix again is no change.
#include "exchange/matrix.hpp"
#include "exchange/pack_contents.hpp"
#include "exchange/pack_files.hpp"
#include "fuzz_input.hpp"

namespace {

model::Room small_room() {
    model::Room room;
    room.info.key = "r";
    room.info.title = "R";
    for (char const* const key : {"L", "J"}) {
        model::Journey journey;
        journey.key = key;
        journey.title = key;
        journey.level = static_cast<int>(room.journeys.size());
        room.journeys.push_back(journey);
        model::Stage stage;
        stage.journey = model::JourneyId(room.stages.size());
        stage.key = std::string(key) + "1";
        stage.name = "Buy";
        room.stages.push_back(stage);
    }
    model::Step step;
    step.journey = model::JourneyId(1);
    step.stage = model::StageId(1);
    step.key = "s";
    step.action = "Pays";
    room.steps.push_back(step);
    for (char const* const key : {"a", "b"}) {
        model::BlueprintNode node;
        node.key = key;
        node.journey = step.journey;
        node.step = model::StepId(0);
        node.text = key;
        room.blueprint_nodes.push_back(node);
    }
    room.blueprint_links.push_back(
        {model::BlueprintNodeId(0), model::BlueprintNodeId(1), model::LinkKind::Needs});
    return room;
}

}  // namespace

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    static model::Room const room = small_room();
    std::string_view const bytes = fuzz::as_text(data, size);
    exchange::MatrixRequest const request{bytes, "m", "J", {}, {}, {}};
    auto const result = exchange::apply_matrix(request, room, {});
    fuzz::require(result.outcome.has_value() == (result.problem_count == 0));
    for (exchange::Problem const& problem : result.problems)
        fuzz::require(!exchange::format(problem).empty());
    if (!result.outcome) return 0;
    model::Room const& after = result.outcome->room;
    auto const packed = exchange::read_pack_files(
        exchange::memory_files(exchange::pack_contents(after)), "p", nullptr);
    fuzz::require(packed.room && *packed.room == after);
    auto const again = exchange::apply_matrix(request, after, {});
    fuzz::require(again.outcome && again.outcome->room == after);
    for (exchange::MatrixForm const form :
         {exchange::MatrixForm::Wide, exchange::MatrixForm::Transposed, exchange::MatrixForm::Long})
        exchange::write_matrix(after, model::JourneyId(1), form, ',');
    return 0;
}
