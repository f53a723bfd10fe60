// What the readers of bench scenes and camera paths share: loading within a limit, refusing with a
// place. Must not know what the bytes say. Used by bench_scene and camera_path only.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "exchange/bench_result.hpp"
#include "exchange/pack_files.hpp"
#include "exchange/text_rules.hpp"

namespace exchange {

inline constexpr std::size_t max_bench_file_bytes = 256 * 1024 * 1024;

template <typename Value>
BenchResult<Value> refused(std::string const& shown_as, Place place, std::string text) {
    return {std::nullopt,
            Problem{Severity::Error, shown_as, place.line, place.column, std::move(text)}};
}

template <typename Value>
BenchResult<Value> read_bench_file(std::filesystem::path const& file,
                                   BenchResult<Value> (*read)(std::string_view,
                                                              std::string const&)) {
    LoadedFile const loaded = load_file(file, max_bench_file_bytes);
    if (!loaded.problem.empty()) return refused<Value>(file.string(), {}, loaded.problem);
    return read(loaded.bytes, file.string());
}

}  // namespace exchange
