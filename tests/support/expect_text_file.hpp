// Compares a dump with tests/expected/NAME; UPDATE_EXPECTED=1 in the environment writes the file
// instead. Must not know what was dumped. Used by the dump tests of every folder.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <doctest/doctest.h>
#include <fstream>
#include <iterator>
#include <string>

namespace test {

inline void expect_text_file(std::string const& name, std::string const& actual) {
    std::string const path = std::string(SOURCE_ROOT) + "/tests/expected/" + name;
    char const* const update = std::getenv("UPDATE_EXPECTED");
    if (update != nullptr && std::string(update) == "1") {
        std::ofstream(path, std::ios::binary) << actual;
        return;
    }
    std::ifstream file(path, std::ios::binary);
    REQUIRE_MESSAGE(file.good(), "no expected file " << path << "; UPDATE_EXPECTED=1 writes it");
    std::string const expected{std::istreambuf_iterator<char>(file), {}};
    auto const same = static_cast<std::size_t>(
        std::mismatch(expected.begin(), expected.end(), actual.begin(), actual.end()).first -
        expected.begin());
    auto const line = 1 + std::count(expected.begin(),
                                     expected.begin() + static_cast<std::ptrdiff_t>(same), '\n');
    CHECK_MESSAGE(expected == actual, name << " differs from line " << line
                                           << " on; UPDATE_EXPECTED=1 rewrites it. Now:\n"
                                           << actual.substr(std::min(same, actual.size()), 400));
}

}  // namespace test
