// answers.csv and case_outcomes.csv: what `scores` and `events` left in a room, so that an export
// holds it. Nobody writes these by hand.
#include "exchange/columns.hpp"
#include "exchange/pack_builder.hpp"

namespace exchange {

void read_answers(PackBuilder& pack) {
    enum : std::size_t { Value, Count, Touchpoint, Period, ScaleMin, ScaleMax };
    TableSpec const spec{"answers.csv", columns::answers};
    read_rows(pack, spec, pack.room.answers, [&](Table& row) {
        model::AnswerCount answer;
        answer.value = row.number(Value, any_number).value_or(0);
        answer.count = row.integer(Count, count_range).value_or(0);
        answer.touchpoint = row.reference<model::Touchpoint>(Touchpoint, pack.keys.touchpoints);
        answer.period = row.period(Period);
        answer.scale_min = row.number(ScaleMin, any_number);
        answer.scale_max = row.number(ScaleMax, any_number);
        return answer;
    });
}

void read_case_outcomes(PackBuilder& pack) {
    enum : std::size_t { Journey, Period, Clean, Finished };
    KeyIndex seen;
    TableSpec const spec{"case_outcomes.csv", columns::case_outcomes, Presence::Optional,
                         index_entry_bytes};
    read_rows(pack, spec, pack.room.case_outcomes, [&](Table& row) {
        model::CaseOutcome outcome;
        outcome.journey = row.reference<model::Journey>(Journey, pack.keys.journeys);
        outcome.period = row.period(Period).value_or(base::Period{});
        outcome.clean = row.integer(Clean, count_range).value_or(0);
        outcome.finished = row.integer(Finished, count_range).value_or(0);
        if (outcome.clean > outcome.finished) {
            row.error(Clean, "clean is " + std::to_string(outcome.clean) + " of " +
                                 std::to_string(outcome.finished) +
                                 " finished; it can be at most what was finished");
        }
        std::string const key =
            std::string(row.raw(Journey)) + " " + base::format_period(outcome.period);
        if (auto const before = seen.add(key, 0, row.line())) {
            row.error(Period, key + " is there already in line " + std::to_string(*before) +
                                  "; keep one row a journey and period");
        }
        return outcome;
    });
}

}  // namespace exchange
