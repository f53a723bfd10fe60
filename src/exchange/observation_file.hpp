// A CSV file of observations of any length, for a room that is there already: checked row by row
// and given out in the order in which the store takes it, in bounded memory. Must not know the
// store. Used by shell (observe) and fuzzing.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "exchange/input_file.hpp"
#include "exchange/pack.hpp"
#include "exchange/problems.hpp"

namespace exchange {

struct PlacedObservation {
    model::Observation row;
    Place place;  // of its period
};

class ObservationFile {
public:
    // Reads everything. Ids are those of `outline` (a room without its rows) and, for regions and
    // channels, of the lists below. `shown_as` names the file in problems.
    ObservationFile(ReadBytes read, std::string const& shown_as, model::Room const& outline,
                    TellProgress const& tell);
    ~ObservationFile();
    ObservationFile(ObservationFile const&) = delete;
    ObservationFile& operator=(ObservationFile const&) = delete;

    std::vector<std::string> const& regions() const;
    std::vector<std::string> const& channels() const;

    // The next row in split order (model::before_by_split); empty after the last. Rows of the file
    // that meet each other are found on the way.
    std::optional<PlacedObservation> next();

    // Reports a row whose period overlaps what the room holds.
    void report_overlap(Place place, base::Period held);

    std::vector<Problem> problems() const;  // the first 200
    std::size_t problem_count() const;

private:
    struct Reading;
    std::unique_ptr<Reading> m_reading;
};

}  // namespace exchange
