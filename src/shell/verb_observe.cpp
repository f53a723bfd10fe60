// `observe`: promise counts from a spreadsheet or a database into a room that is there.
#include <iostream>

#include "exchange/observation_file.hpp"
#include "shell/stop_signals.hpp"
#include "shell/verb_rows.hpp"
#include "shell/verbs.hpp"
#include "storage/merge_observations.hpp"

namespace shell {
namespace {

// Line and column of a row, while it is with the store.
std::uint64_t tag_of(exchange::Place place) {
    return static_cast<std::uint64_t>(place.line) << 32U | static_cast<std::uint32_t>(place.column);
}

exchange::Place place_of_tag(std::uint64_t tag) {
    return {static_cast<int>(tag >> 32U), static_cast<int>(tag & 0xFFFFFFFFU)};
}

void refuse_if_wrong(exchange::ObservationFile const& rows, std::filesystem::path const& file) {
    refuse_problems(file, rows.problems(), rows.problem_count());
}

storage::MergeResult merge(ObserveOptions const& options, model::Room const& outline,
                           exchange::ObservationFile& rows) {
    std::uint64_t given = 0;
    auto const next = [&]() -> std::optional<storage::IncomingObservation> {
        if (++given % 4096 == 0) throw_when_stopped();
        auto const row = rows.next();
        if (row) return storage::IncomingObservation{row->row, tag_of(row->place)};
        // Rows of the file that meet each other are known by now.
        if (rows.problem_count() > 0) refuse_if_wrong(rows, options.file);
        return std::nullopt;
    };
    return storage::merge_observations(options.database,
                                       {outline, rows.regions(), rows.channels(), next, {}});
}

}  // namespace

int run_observe(ObserveOptions const& options) {
    end_when_stopped();
    model::Room const outline = storage::load_outline(options.database);
    storage::MergeResult result;
    {
        RowFile file(options.file, "rows");
        exchange::ObservationFile rows(file.reader(), options.file.string(), outline,
                                       file.teller());
        file.go_on_with("writing " + options.database.string());
        if (rows.problem_count() > 0) refuse_if_wrong(rows, options.file);
        result = merge(options, outline, rows);
        for (storage::Overlap const& overlap : result.overlaps)
            rows.report_overlap(place_of_tag(overlap.tag), overlap.held);
        refuse_if_wrong(rows, options.file);
    }
    std::cout << options.database.string() << " is updated. "
              << count_of(result.added, "observation") << " added, "
              << count_of(result.replaced, "observation") << " replaced.\n";
    return exit_done;
}

}  // namespace shell
