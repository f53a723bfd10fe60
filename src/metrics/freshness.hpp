// Whether what a figure rests on is older than its source promises (its cadence), and why: a source
// that was not loaded in time, or one whose rows end too early. A source without a cadence promises
// nothing. Must not know how old figures look. Called by room_figures and scene.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include "base/date.hpp"
#include "model/room.hpp"

namespace metrics {

struct FigureIndex;
struct FigureRequest;

// The last days on which figures count as new.
struct Expiry {
    base::Date load = base::any_time.last;  // for a wall that is looked at now
    base::Date rows = base::any_time.last;  // for a period that is asked
    friend bool operator==(Expiry const&, Expiry const&) = default;
};

// `last_row`: the last day that the rows of the source are about.
Expiry expiry_of(model::Room const& room, model::SourceId source,
                 std::optional<base::Date> last_row);
// What rests on both: the earlier of each.
Expiry earlier(Expiry const& a, Expiry const& b);

// Asked about a period that goes on, what matters is today.
inline bool overdue(Expiry const& expiry, base::Period asked, base::Date now) {
    return now > expiry.load || std::min(asked.last, now) > expiry.rows;
}

// A promise counted from rows of which the last one ends at `last_row`. Where no cadence is given,
// a period that begins after it has nothing. Asked of every touchpoint at each change of period.
inline bool overdue_rows(model::Room const& room, model::SourceId source, base::Date last_row,
                         base::Period asked, base::Date now) {
    model::Source const* const from = source ? &room.at(source) : nullptr;
    if (from == nullptr || !from->cadence_days) return last_row < asked.first;
    std::int64_t const cadence = *from->cadence_days;
    bool const load = from->last_loaded && from->last_loaded->days + cadence < now.days;
    return load || last_row.days + cadence < std::min(asked.last, now).days;
}

// Why the figures of one touchpoint are overdue, as words say it.
struct Overdue {
    std::optional<int> loaded_days_ago;    // the source was not loaded in time
    std::optional<base::Date> rows_until;  // else: loaded, but nothing counted since
};
// Of its promise, of its scores, and of its effort (of all measures together); nothing where they
// are not overdue. Made when asked for.
std::optional<Overdue> overdue_promise(model::Room const& room, FigureIndex const& index,
                                       model::TouchpointId touchpoint,
                                       FigureRequest const& request);
std::optional<Overdue> overdue_scores(model::Room const& room, FigureIndex const& index,
                                      model::TouchpointId touchpoint, FigureRequest const& request);
std::optional<Overdue> overdue_effort(model::Room const& room, model::TouchpointId touchpoint,
                                      FigureRequest const& request);

}  // namespace metrics
