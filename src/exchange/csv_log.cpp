// Event logs as CSV: one event a row, columns by the map's names or, without one, by the names that
// process mining tools give them.
#include <algorithm>
#include <array>

#include "exchange/csv_reader.hpp"
#include "exchange/event_log.hpp"

namespace exchange {
namespace {

constexpr std::size_t absent = static_cast<std::size_t>(-1);
constexpr std::uint64_t rows_between_tellings = 4096;

// Headers without case, spaces and signs, the likelier first. A row's start says when it happened,
// where both are there.
constexpr std::array<std::string_view, 8> case_names = {
    "caseconceptname", "caseid", "case", "traceid", "trace", "ticketid", "orderid", "casenumber"};
constexpr std::array<std::string_view, 8> activity_names = {
    "conceptname", "activity", "activityname", "event", "eventname", "task", "taskname", "step"};
constexpr std::array<std::string_view, 4> start_names = {"starttimestamp", "starttime", "start",
                                                         "startdate"};
constexpr std::array<std::string_view, 6> time_names = {"timetimestamp", "timestamp", "time",
                                                        "datetime",      "eventtime", "date"};
constexpr std::array<std::string_view, 8> end_names = {
    "endtimestamp",      "endtime",      "end",      "enddate",
    "completetimestamp", "completetime", "complete", "timetimestamp"};
constexpr std::array<std::string_view, 3> resource_names = {"orgresource", "resource", "user"};
constexpr std::array<std::string_view, 3> lifecycle_names = {"lifecycletransition", "lifecycle",
                                                             "transition"};

std::string plain(std::string_view header) {
    std::string text;
    for (char const c : header) {
        char const low = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if ((low >= 'a' && low <= 'z') || (low >= '0' && low <= '9')) text += low;
    }
    return text;
}

struct LogColumns {
    std::size_t case_id = absent, activity = absent, time = absent, end = absent;
    std::size_t resource = absent, lifecycle = absent;
    std::array<std::size_t, split_kinds> splits{absent, absent, absent};
    std::array<std::size_t, split_kinds> case_splits{absent, absent, absent};
};

class CsvLog {
public:
    CsvLog(ReadBytes read, LogRequest const& request, EventStore& store)
        : m_request(request),
          m_store(store),
          m_problems(request.shown_as),
          m_tag(m_problems.add_file("")),
          m_window(std::move(read), wide_csv.row_bytes),
          m_reader(m_window, wide_csv, request.map.separators) {}

    LogResult read() {
        if (read_header()) {
            while (m_problems.error_count() < max_problems_kept && m_reader.next())
                read_row();
        }
        return {m_problems.first(), m_problems.error_count()};
    }

private:
    bool read_header() {
        if (!m_reader.next()) {
            m_problems.error(m_tag, {1, 1}, "the file is empty; it is no event log");
            return false;
        }
        for (Fault const& fault : m_reader.faults())
            m_problems.error(m_tag, fault.place, fault.text);
        if (!m_reader.faults().empty()) return false;
        m_width = m_reader.cells().size();
        LogKeys const& keys = m_request.map.keys;
        m_columns.case_id = needed(keys.case_id, case_names, "case");
        m_columns.activity = needed(keys.activity, activity_names, "activity");
        find_times(keys);
        m_columns.resource = optional(keys.resource, resource_names);
        m_columns.lifecycle = optional(keys.lifecycle, lifecycle_names);
        for (std::size_t i = 0; i < split_kinds; ++i) {
            if (keys.splits[i].empty()) continue;
            bool const of_case = keys.splits[i].starts_with("case:");
            m_columns.splits[i] = of_case ? absent : find(keys.splits[i]);
            m_columns.case_splits[i] = find((of_case ? "" : "case:") + keys.splits[i]);
            if (m_columns.splits[i] == absent && m_columns.case_splits[i] == absent)
                no_column(keys.splits[i]);
        }
        return m_problems.error_count() == 0;
    }

    // A start goes with its end, where nobody says otherwise.
    void find_times(LogKeys const& keys) {
        if (keys.time.empty()) m_columns.time = find_any(start_names);
        if (m_columns.time == absent && keys.time.empty()) m_columns.time = find_any(time_names);
        if (m_columns.time == absent) m_columns.time = needed(keys.time, end_names, "time");
        if (m_columns.time == absent) return;
        std::string const name = plain(m_reader.cells()[m_columns.time].text);
        bool const start =
            std::find(start_names.begin(), start_names.end(), name) != start_names.end();
        if (start || !keys.end.empty()) m_columns.end = optional(keys.end, end_names);
    }

    std::size_t find(std::string_view name) const {
        auto const& cells = m_reader.cells();
        auto const at = std::find_if(cells.begin(), cells.end(),
                                     [&](CsvCell const& cell) { return cell.text == name; });
        return at == cells.end() ? absent : static_cast<std::size_t>(at - cells.begin());
    }

    std::size_t find_any(std::span<std::string_view const> names) const {
        auto const& cells = m_reader.cells();
        for (std::string_view const name : names) {
            auto const at = std::find_if(cells.begin(), cells.end(), [&](CsvCell const& cell) {
                return plain(cell.text) == name;
            });
            if (at != cells.end()) return static_cast<std::size_t>(at - cells.begin());
        }
        return absent;
    }

    std::string column_names() const {
        std::string names;
        for (CsvCell const& cell : m_reader.cells()) {
            if (names.size() > 1000) return names + ", ...";
            names += (names.empty() ? "" : ", ") + in_quotes(cell.text);
        }
        return names;
    }

    void no_column(std::string const& name) {
        m_problems.error(m_tag, {1, 1},
                         "no column " + in_quotes(name) +
                             ", which the map names; the columns are " + column_names());
    }

    std::size_t needed(std::string const& mapped, std::span<std::string_view const> usual,
                       std::string const& what) {
        std::size_t const column = mapped.empty() ? find_any(usual) : find(mapped);
        if (column != absent) return column;
        if (mapped.empty()) {
            m_problems.error(m_tag, {1, 1},
                             "no column is known as the " + what +
                                 "; name it in the --map, as in {\"" + what +
                                 "\": " + in_quotes(m_reader.cells().front().text) +
                                 "}; the columns are " + column_names());
        } else {
            no_column(mapped);
        }
        return absent;
    }

    std::size_t optional(std::string const& mapped, std::span<std::string_view const> usual) {
        if (mapped.empty()) return find_any(usual);
        std::size_t const column = find(mapped);
        if (column == absent) no_column(mapped);
        return column;
    }

    std::string_view cell(std::size_t column) const {
        return column == absent ? std::string_view() : m_reader.cells()[column].text;
    }

    void read_row() {
        if (++m_rows % rows_between_tellings == 0 && m_request.tell) m_request.tell(m_rows);
        for (Fault const& fault : m_reader.faults())
            m_problems.error(m_tag, fault.place, fault.text);
        if (!m_reader.faults().empty()) return;
        if (m_reader.cells().size() != m_width) {
            m_problems.error(m_tag, m_reader.row_place(),
                             std::to_string(m_reader.cells().size()) +
                                 " cells where the header has " + std::to_string(m_width) +
                                 "; put a cell that holds a delimiter in quotes");
            return;
        }
        if (cell(m_columns.case_id).empty()) {
            m_store.leave_out("no case");
            return;
        }
        FoundEvent event{cell(m_columns.activity), cell(m_columns.time),      cell(m_columns.end),
                         cell(m_columns.resource), cell(m_columns.lifecycle), {}};
        std::array<std::string_view, split_kinds> of_case;
        for (std::size_t i = 0; i < split_kinds; ++i) {
            event.splits[i] = cell(m_columns.splits[i]);
            of_case[i] = cell(m_columns.case_splits[i]);
        }
        std::string problem = m_store.add(event);
        if (problem.empty()) problem = m_store.end_of_case(cell(m_columns.case_id), of_case);
        if (!problem.empty()) m_problems.error(m_tag, m_reader.row_place(), std::move(problem));
    }

    LogRequest const& m_request;
    EventStore& m_store;
    Problems m_problems;
    FileTag m_tag;
    TextWindow m_window;
    CsvReader m_reader;
    LogColumns m_columns;
    std::size_t m_width = 0;
    std::uint64_t m_rows = 0;
};

}  // namespace

LogResult read_csv_log(ReadBytes read, LogRequest const& request, EventStore& store) {
    return CsvLog(std::move(read), request, store).read();
}

LogResult read_event_log(ReadBytes read, LogRequest const& request, EventStore& store) {
    std::string start(64, '\0');
    std::size_t size = 0;
    for (std::size_t count = 1; count > 0 && size < start.size(); size += count)
        count = read(std::span(start).subspan(size));
    start.resize(size);
    std::string_view const text = without_byte_order_mark(start);
    std::size_t const first = text.find_first_not_of(" \t\r\n");
    // UTF-16 has a NUL beside each '<'.
    bool const xml = (first != std::string_view::npos && text[first] == '<') ||
                     (is_utf16(start) && start.find('<') < 4);
    // What was looked at is given out again.
    ReadBytes again = [start, at = std::size_t{0},
                       rest = std::move(read)](std::span<char> into) mutable {
        if (at == start.size()) return rest(into);
        std::size_t const count = std::min(into.size(), start.size() - at);
        std::copy_n(start.data() + at, count, into.data());
        at += count;
        return count;
    };
    return xml ? read_xes(std::move(again), request, store)
               : read_csv_log(std::move(again), request, store);
}

}  // namespace exchange
