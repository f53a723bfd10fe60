// Any bytes as JSON: what is accepted means the same after it was written canonically.
#include "exchange/json_reader.hpp"
#include "fuzz_input.hpp"

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const bytes = fuzz::as_text(data, size);
    exchange::JsonResult const result = exchange::read_json(bytes);
    fuzz::require(result.value.has_value() != result.fault.has_value());
    if (result.fault) {
        fuzz::require(result.fault->place.line >= 1 && result.fault->place.column >= 1);
        return 0;
    }
    std::string const canonical = exchange::canonical_json(*result.value);
    exchange::JsonResult const again = exchange::read_json(canonical);
    fuzz::require(again.value && exchange::canonical_json(*again.value) == canonical);
    return 0;
}
