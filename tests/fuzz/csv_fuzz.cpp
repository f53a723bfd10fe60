// Any bytes as CSV: places move forwards, limits hold.
#include "exchange/csv_reader.hpp"
#include "fuzz_input.hpp"

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const bytes = fuzz::as_text(data, size);
    if (exchange::text_file_fault(bytes)) return 0;
    exchange::CsvReader reader(bytes);
    exchange::Place before;
    while (reader.next()) {
        fuzz::require(!reader.cells().empty());
        for (exchange::CsvCell const& cell : reader.cells()) {
            fuzz::require(before < cell.place);
            before = cell.place;
            if (!reader.faults().empty()) continue;
            fuzz::require(cell.text.size() <= exchange::max_csv_field_bytes);
            fuzz::require(exchange::character_problem(cell.text).empty());
        }
        bool const many = reader.cells().size() > exchange::max_csv_columns;
        fuzz::require(!many || !reader.faults().empty());
    }
    return 0;
}
