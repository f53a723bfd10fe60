#include "metrics/freshness.hpp"

#include "metrics/room_rows.hpp"

namespace metrics {
namespace {

base::Date days_after(base::Date day, int days) {
    std::int64_t const sum = std::int64_t{day.days} + days;
    return {static_cast<std::int32_t>(std::min<std::int64_t>(sum, base::any_time.last.days))};
}

// What is known of the rows that a figure rests on.
struct Evidence {
    Expiry expiry;
    std::optional<base::Date> loaded;
    std::optional<base::Date> rows_until;
};

void add(Evidence& all, model::Room const& room, model::SourceId source,
         std::optional<base::Date> last_row) {
    all.expiry = earlier(all.expiry, expiry_of(room, source, last_row));
    auto const loaded = source ? room.at(source).last_loaded : std::nullopt;
    if (loaded && (!all.loaded || *loaded < *all.loaded)) all.loaded = loaded;
    if (last_row && (!all.rows_until || *last_row < *all.rows_until)) all.rows_until = last_row;
}

std::optional<Overdue> reason(Evidence const& known, FigureRequest const& request) {
    if (!overdue(known.expiry, request.period, request.now)) return std::nullopt;
    Overdue why;
    if (request.now > known.expiry.load && known.loaded) {
        why.loaded_days_ago = request.now.days - known.loaded->days;
    } else {
        why.rows_until = known.rows_until;
    }
    return why;
}

}  // namespace

Expiry expiry_of(model::Room const& room, model::SourceId source,
                 std::optional<base::Date> last_row) {
    Expiry expiry;
    if (!source) return expiry;
    model::Source const& from = room.at(source);
    if (!from.cadence_days) return expiry;
    if (from.last_loaded) expiry.load = days_after(*from.last_loaded, *from.cadence_days);
    if (last_row) expiry.rows = days_after(*last_row, *from.cadence_days);
    return expiry;
}

Expiry earlier(Expiry const& a, Expiry const& b) {
    return {std::min(a.load, b.load), std::min(a.rows, b.rows)};
}

std::optional<Overdue> overdue_promise(model::Room const& room, FigureIndex const& index,
                                       model::TouchpointId touchpoint,
                                       FigureRequest const& request) {
    auto const latest =
        count_period(room, observations_of(index, touchpoint), request.period, {}).latest;
    if (!latest) return std::nullopt;
    if (!overdue_rows(room, latest->source, latest->last, request.period, request.now))
        return std::nullopt;
    Evidence known;
    add(known, room, latest->source, latest->last);
    return reason(known, request).value_or(Overdue{{}, latest->last});
}

std::optional<Overdue> overdue_scores(model::Room const& room, FigureIndex const& index,
                                      model::TouchpointId touchpoint,
                                      FigureRequest const& request) {
    Evidence known;
    for (std::uint32_t const row : shown_scores(room, index, touchpoint, request.period)) {
        model::Score const& score = room.scores[row];
        add(known, room, score.source,
            score.period ? std::optional(score.period->last) : std::nullopt);
    }
    return reason(known, request);
}

std::optional<Overdue> overdue_effort(model::Room const& room, model::TouchpointId touchpoint,
                                      FigureRequest const& request) {
    Evidence known;
    for (EffortFigure const& effort : efforts_in(room, request.period)) {
        if (effort.touchpoint != touchpoint) continue;
        known.expiry = earlier(known.expiry, effort.expiry);
    }
    for (model::Effort const& row : room.efforts) {
        bool const counts =
            row.touchpoint == touchpoint && base::lies_within(row.period, request.period);
        if (!counts) continue;
        auto const loaded = row.source ? room.at(row.source).last_loaded : std::nullopt;
        if (loaded && (!known.loaded || *loaded < *known.loaded)) known.loaded = loaded;
        if (!known.rows_until || *known.rows_until < row.period.last)
            known.rows_until = row.period.last;
    }
    return reason(known, request);
}

}  // namespace metrics
