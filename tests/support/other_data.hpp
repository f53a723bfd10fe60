// Files that other people made, for tests that use them where they lie beside the repository and
// say so where they do not. Nothing of them is in the repository.
#pragma once

#include <doctest/doctest.h>
#include <filesystem>
#include <string>

namespace test {

// Empty, after a sentence, when the file is not there: the case ends then.
inline std::string other_data(std::string const& name) {
    std::filesystem::path const file =
        std::filesystem::path(SOURCE_ROOT).parent_path() / "shared" / "data" / name;
    if (std::filesystem::exists(file)) return file.string();
    MESSAGE("skipped: ../shared/data/" << name << " is not there");
    return {};
}

}  // namespace test
