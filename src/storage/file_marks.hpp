// What the file system says of a room file and its log, so that a look at them tells whether
// anybody wrote there: cheap enough for every second. Must not know what is in the file. Used by
// shell.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace storage {

struct FileMarks {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t bytes = 0;
    std::int64_t written_ns = 0;
    std::int64_t log_bytes = 0;
    std::int64_t log_written_ns = 0;  // an empty log says nothing: readers make one, too
    friend bool operator==(FileMarks const&, FileMarks const&) = default;
};

// Nothing while no file is there.
std::optional<FileMarks> file_marks(std::filesystem::path const& file);

}  // namespace storage
