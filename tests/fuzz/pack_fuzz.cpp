// Any bytes as a whole pack: lines "=== NAME" part them into files. What is accepted survives
// export and import.
#include <map>
#include <string>

#include "exchange/pack_contents.hpp"
#include "exchange/pack_files.hpp"
#include "fuzz_input.hpp"

namespace {

constexpr std::string_view mark = "=== ";

std::map<std::string, std::string> parted(std::string_view bytes) {
    std::map<std::string, std::string> files;
    std::string* file = nullptr;
    while (!bytes.empty()) {
        std::size_t const end = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
        std::string_view const line = bytes.substr(0, end);
        bytes.remove_prefix(end);
        if (line.starts_with(mark) && line.ends_with('\n')) {
            file = &files[std::string(line.substr(mark.size(), line.size() - mark.size() - 1))];
        } else if (file != nullptr) {
            *file += line;
        }
    }
    return files;
}

}  // namespace

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    auto const files = exchange::memory_files(parted(fuzz::as_text(data, size)));
    auto const result = exchange::read_pack_files(files, "p", nullptr);
    fuzz::require(result.room.has_value() == (result.problem_count == 0));
    for (exchange::Problem const& problem : result.problems) {
        fuzz::require(!exchange::format(problem).empty());
    }
    if (!result.room) return 0;
    auto const written = exchange::pack_contents(*result.room);
    // Onto itself and into nothing: the same room.
    auto const again =
        exchange::read_pack_files(exchange::memory_files(written), "p", &*result.room);
    fuzz::require(again.room && *again.room == *result.room);
    fuzz::require(exchange::pack_contents(*again.room) == written);
    return 0;
}
