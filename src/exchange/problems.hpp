// Gathers what is wrong with the files of a pack: counts all of it, keeps the first 200 in file
// order. Must not know what a file means. Filled by the readers of this folder, emptied by
// pack.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/pack.hpp"

namespace exchange {

inline constexpr std::size_t max_problems_kept = 200;

// Line and column from 1 (code points); 0 = the whole file.
struct Place {
    int line = 0;
    int column = 0;
    friend auto operator<=>(Place const&, Place const&) = default;
};

// A file of the pack by the order in which the files are read.
struct FileTag {
    std::uint16_t rank = 0;
};

class Problems {
public:
    // `shown_as` is the folder as the user typed it; empty: names stand alone.
    explicit Problems(std::filesystem::path shown_as);

    FileTag add_file(std::string_view name);
    std::string const& name_of(FileTag file) const { return m_files[file.rank]; }

    void error(FileTag file, Place place, std::string text);
    void warning(FileTag file, Place place, std::string text);

    std::size_t error_count() const { return m_error_count; }
    // In file order; errors go before warnings when there is no room for both.
    std::vector<Problem> first() const;

private:
    struct Entry {
        FileTag file;
        Place place;
        std::string text;
    };
    static void keep_first(std::vector<Entry>& entries);
    static void add(std::vector<Entry>& entries, Entry entry);
    Problem to_problem(Entry const& entry, Severity severity) const;

    std::filesystem::path m_shown_as;
    std::vector<std::string> m_files;
    std::vector<Entry> m_errors;
    std::vector<Entry> m_warnings;
    std::size_t m_error_count = 0;
};

}  // namespace exchange
