#include "storage/overwrite_watch.hpp"

#include <arpa/inet.h>
#include <fstream>
#include <sqlite3.h>
#include <sys/stat.h>
#include <utility>

namespace storage {
namespace {

// "The WAL-Index File Format" of SQLite's documentation, in words of 32 bits. The two last say how
// much of the log is in the file, and how much somebody set out to copy there.
constexpr std::uint32_t index_version = 3007000;
constexpr int index_bytes = 32 * 1024;
constexpr std::size_t salt_word = 8;
constexpr std::size_t copied_word = 24;
constexpr std::size_t to_copy_word = 32;
constexpr std::streamoff salt_in_log = 16;

std::uint32_t const volatile* index_of_log(Database& database) {
    sqlite3_file* file = nullptr;
    sqlite3_file_control(database.handle(), "main", SQLITE_FCNTL_FILE_POINTER,
                         static_cast<void*>(&file));
    bool const has_index = file != nullptr && file->pMethods != nullptr &&
                           file->pMethods->iVersion >= 2 && file->pMethods->xShmMap != nullptr;
    if (!has_index) return nullptr;
    void volatile* index = nullptr;
    if (file->pMethods->xShmMap(file, 0, index_bytes, 0, &index) != SQLITE_OK) return nullptr;
    auto const* words = static_cast<std::uint32_t const volatile*>(index);
    return words != nullptr && words[0] == index_version ? words : nullptr;
}

}  // namespace

OverwriteWatch::OverwriteWatch(std::filesystem::path const& file, Database& database)
    : m_file(file),
      m_log(std::filesystem::canonical(file).string() + "-wal"),
      m_database(database),
      m_known(marks()) {}

OverwriteWatch::Marks OverwriteWatch::marks() const {
    for (;;) {
        std::optional<LogMark> const before = log_mark();
        Marks const marks{file_mark(), log_mark()};
        // Somebody may have begun and ended copying in between.
        if (marks.log == before) return marks;
    }
}

std::optional<OverwriteWatch::FileMark> OverwriteWatch::file_mark() const {
    struct stat found{};
    if (::stat(m_file.c_str(), &found) != 0) return std::nullopt;
    return FileMark{found.st_size, found.st_mtim.tv_sec, found.st_mtim.tv_nsec};
}

std::optional<OverwriteWatch::LogMark> OverwriteWatch::log_mark() const {
    auto const* const words = index_of_log(m_database);
    if (words == nullptr) return std::nullopt;
    return LogMark{words[salt_word], words[salt_word + 1], words[copied_word], words[to_copy_word]};
}

// A log that SQLite began anew in memory counts one more than the one on the disk.
bool OverwriteWatch::owns_log() const {
    if (!m_known.log) return false;
    std::uint32_t on_disk = 0;
    std::ifstream in(m_log, std::ios::binary);
    in.seekg(salt_in_log);
    in.read(reinterpret_cast<char*>(&on_disk), sizeof on_disk);
    std::uint32_t const ahead = ::ntohl(m_known.log->first_salt) - ::ntohl(on_disk);
    return in.good() && ahead <= 1;
}

void OverwriteWatch::leave_log() noexcept {
    sqlite3_db_config(m_database.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

void OverwriteWatch::empty_log() noexcept {
    sqlite3_wal_checkpoint_v2(m_database.handle(), "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr,
                              nullptr);
}

void OverwriteWatch::part_log() noexcept {
    std::error_code ignored;
    std::filesystem::rename(m_log, m_log.string() + ".overwritten", ignored);
}

OverwriteWatch::Found OverwriteWatch::look() {
    if (m_overwritten) return Found::Overwritten;
    Marks const before = std::exchange(m_known, marks());
    if (m_known.file == before.file) return Found::AsItWas;
    bool const nobody_copies =
        m_known.log && m_known.log == before.log && m_known.log->copied >= m_known.log->to_copy;
    m_overwritten = nobody_copies;
    return m_overwritten ? Found::Overwritten : Found::Copied;
}

}  // namespace storage
