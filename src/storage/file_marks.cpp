#include "storage/file_marks.hpp"

#include <sys/stat.h>

namespace storage {
namespace {

constexpr std::int64_t ns_a_second = 1'000'000'000;

std::int64_t written_ns(struct stat const& found) {
    return static_cast<std::int64_t>(found.st_mtim.tv_sec) * ns_a_second + found.st_mtim.tv_nsec;
}

}  // namespace

std::optional<FileMarks> file_marks(std::filesystem::path const& file) {
    std::error_code missing;
    auto const place = std::filesystem::canonical(file, missing);
    struct stat found{};
    if (missing || ::stat(place.c_str(), &found) != 0) return std::nullopt;
    FileMarks marks{found.st_dev, found.st_ino, found.st_size, written_ns(found)};
    struct stat log{};
    if (::stat((place.string() + "-wal").c_str(), &log) == 0 && log.st_size > 0) {
        marks.log_bytes = log.st_size;
        marks.log_written_ns = written_ns(log);
    }
    return marks;
}

}  // namespace storage
