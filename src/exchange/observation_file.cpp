#include "exchange/observation_file.hpp"

#include "exchange/columns.hpp"
#include "exchange/external_sort.hpp"
#include "exchange/map_file.hpp"
#include "exchange/observation_names.hpp"

namespace exchange {
namespace {

constexpr std::size_t records_in_memory = 1'500'000;  // about 100 MB
constexpr std::size_t rows_between_tellings = 4096;

bool before(PlacedObservation const& a, PlacedObservation const& b) {
    if (model::before_by_split(a.row, b.row)) return true;
    if (model::before_by_split(b.row, a.row)) return false;
    return a.place < b.place;
}

}  // namespace

struct ObservationFile::Reading {
    PackFiles no_files;
    PackBuilder pack;
    FileTag tag;
    ExternalSort<PlacedObservation, decltype(&before)> rows{&before, records_in_memory};
    std::optional<PlacedObservation> furthest;  // of the rows of a split given out so far

    explicit Reading(std::string const& shown_as)
        : pack{no_files, Problems(shown_as), {}, {}, {}, {}, {}, false},
          tag(pack.problems.add_file("")) {}

    void read_all(ReadBytes read, TellProgress const& tell);
};

void ObservationFile::Reading::read_all(ReadBytes read, TellProgress const& tell) {
    TextWindow window(std::move(read), max_csv_row_bytes);
    Table table({.problems = &pack.problems,
                 .budget = &pack.budget,
                 .file = tag,
                 .bytes = {},
                 .columns = columns::observations,
                 .row_bytes = 0,
                 .window = &window});
    ObservationNames names{Names(pack.room.regions), Names(pack.room.observation_channels)};
    constexpr auto period = static_cast<std::size_t>(ObservationColumn::Period);
    std::uint64_t count = 0;
    while (table.next()) {
        model::Observation const row = read_observation(pack, table, names);
        if (pack.problems.error_count() == 0) rows.add({row, table.place(period)});
        if (++count % rows_between_tellings == 0 && tell) tell(count);
    }
    if (pack.problems.error_count() == 0) rows.rewind();
}

ObservationFile::ObservationFile(ReadBytes read, std::string const& shown_as,
                                 model::Room const& outline, TellProgress const& tell)
    : m_reading(std::make_unique<Reading>(shown_as)) {
    fill_keys(m_reading->pack, outline);
    m_reading->read_all(std::move(read), tell);
}

ObservationFile::~ObservationFile() = default;

std::vector<std::string> const& ObservationFile::regions() const {
    return m_reading->pack.room.regions;
}

std::vector<std::string> const& ObservationFile::channels() const {
    return m_reading->pack.room.observation_channels;
}

std::optional<PlacedObservation> ObservationFile::next() {
    Reading& reading = *m_reading;
    PlacedObservation const* const row = reading.rows.next();
    if (row == nullptr) return std::nullopt;
    auto& furthest = reading.furthest;
    bool const first_of_split = !furthest || !model::same_split(furthest->row, row->row);
    if (!first_of_split && base::overlaps(furthest->row.period, row->row.period)) {
        bool const later = row->place > furthest->place;
        PlacedObservation const& first = later ? *furthest : *row;
        PlacedObservation const& second = later ? *row : *furthest;
        reading.pack.problems.error(reading.tag, second.place,
                                    clash_text(first.row.period, second.row.period,
                                               "line " + std::to_string(first.place.line)));
    }
    if (first_of_split || row->row.period.last > furthest->row.period.last) furthest = *row;
    return *row;
}

void ObservationFile::report_overlap(Place place, base::Period held) {
    m_reading->pack.problems.error(
        m_reading->tag, place,
        "the period overlaps " + base::format_period(held) +
            ", which the room holds for this touchpoint and split; give the same period");
}

std::vector<Problem> ObservationFile::problems() const {
    return m_reading->pack.problems.first();
}

std::size_t ObservationFile::problem_count() const {
    return m_reading->pack.problems.error_count();
}

}  // namespace exchange
