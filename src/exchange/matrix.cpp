#include "exchange/matrix.hpp"

#include "exchange/matrix_merge.hpp"

namespace exchange {
namespace {

// A new journey stands in a row of its own until somebody hangs it under a stage.
void add_journey(MatrixMerge& merge, std::string const& title) {
    model::Journey journey;
    journey.key = merge.request.journey;
    journey.level = 1;
    journey.title = !title.empty()                 ? title
                    : !merge.content.title.empty() ? merge.content.title
                                                   : journey.key;
    merge.outcome.room.journeys.push_back(std::move(journey));
    merge.outcome.journey_is_new = true;
}

MatrixOutcome merged(Problems& problems, FileTag tag, MatrixRequest const& request,
                     MatrixContent& content, model::Room const& room, std::string const& title) {
    MatrixMerge merge{problems, tag, request, content, room, {}, {}, {},
                      {},       {},  {},      {},      {},   {}, {}};
    merge.before = old_journey(room, model::find_journey(room, request.journey));
    check_card_keys(merge);
    merge.after = new_journey(content);
    merge.match = match_journeys(room, merge.before, merge.after);
    merge.outcome.room = room;
    merge_stages(merge);
    merge_steps(merge);
    merge_cards(merge);
    merge_links(merge);
    refuse_lost_stages(merge);
    move_placements(merge);
    add_contacts(merge);
    if (!merge.before.journey) {
        add_journey(merge, title);
    } else if (!title.empty()) {
        merge.outcome.room.journeys[merge.before.journey.index()].title = title;
    }
    return std::move(merge.outcome);
}

}  // namespace

MatrixResult apply_matrix(MatrixRequest const& request, model::Room const& room,
                          std::string const& title) {
    Problems problems{std::filesystem::path{}};
    FileTag const tag = problems.add_file(request.shown_as);
    MatrixResult result;
    result.content = read_matrix(problems, tag, request);
    if (problems.error_count() == 0) {
        MatrixOutcome outcome = merged(problems, tag, request, result.content, room, title);
        if (problems.error_count() == 0) result.outcome = std::move(outcome);
    }
    result.problems = problems.first();
    result.problem_count = problems.error_count();
    return result;
}

}  // namespace exchange
