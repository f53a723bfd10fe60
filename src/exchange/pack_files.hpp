// Where the files of a pack come from: a folder, or memory (tests, fuzzing). Nothing is read before
// it is asked for, and one file is held at a time. Must not know what the files say. Used by
// pack.cpp.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/pack.hpp"

namespace exchange {

struct LoadedFile {
    std::string bytes;
    std::string problem;  // not empty: why the file was not read
};

struct PackFiles {
    std::vector<std::string> names;  // "room.json", "tours/a.json", "media/b.png"; in byte order
    std::function<LoadedFile(std::string const& name)> load;

    bool has(std::string_view name) const;
};

// The files of a pack's folder, its tours and its media; folders and hidden files are left out.
// Larger files than a pack may have, and things that are not plain files, are not read.
PackFiles folder_files(std::filesystem::path const& folder);
PackFiles memory_files(std::map<std::string, std::string> files);

// A whole file of at most `limit` bytes.
LoadedFile load_file(std::filesystem::path const& file, std::size_t limit);

// Under another name first, so that a full disk leaves no half file. Throws std::runtime_error.
void write_file(std::filesystem::path const& file, std::string const& bytes);

// As read_pack; problems name files under `shown_as`.
PackResult read_pack_files(PackFiles const& files, std::filesystem::path const& shown_as,
                           model::Room const* previous);

}  // namespace exchange
