#include "storage/durable_file.hpp"

#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <sqlite3.h>
#include <string>
#include <system_error>
#include <unistd.h>

#include "storage/sqlite.hpp"

namespace storage {
namespace {

namespace fs = std::filesystem;

fs::path folder_of(fs::path const& file) {
    return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

void sync_path(fs::path const& path, int flags) {
    int const descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
    bool const synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0) ::close(descriptor);
    if (!synced) throw Error(SQLITE_IOERR, "cannot make " + path.string() + " durable", "");
}

void remove_with_logs(fs::path const& file) {
    std::error_code ignored;
    for (char const* suffix : {"", "-journal", "-wal", "-shm"}) {
        fs::remove(file.string() + suffix, ignored);
    }
}

// The process that the name's ending (.new-PID) tells, if it is gone.
bool is_left_over(std::string_view name, std::string_view prefix) {
    if (!name.starts_with(prefix)) return false;
    int pid = 0;
    auto const digits = name.substr(prefix.size());
    auto const parsed = std::from_chars(digits.data(), digits.data() + digits.size(), pid);
    bool const whole = parsed.ec == std::errc() && parsed.ptr == digits.data() + digits.size();
    return whole && pid > 0 && ::kill(pid, 0) != 0 && errno == ESRCH;
}

void remove_left_overs(fs::path const& place) {
    std::string const prefix = place.filename().string() + ".new-";
    std::error_code ignored;
    for (auto const& entry : fs::directory_iterator(folder_of(place), ignored)) {
        if (is_left_over(entry.path().filename().string(), prefix)) remove_with_logs(entry.path());
    }
}

void move_to(fs::path const& from, fs::path const& place, Existing existing) {
    unsigned const flags = existing == Existing::Refuse ? RENAME_NOREPLACE : 0U;
    int moved = ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, place.c_str(), flags);
    // Some file systems know no flags.
    if (moved != 0 && errno == EINVAL) moved = ::rename(from.c_str(), place.c_str());
    if (moved == 0) return;
    std::string const reason = std::generic_category().message(errno);
    throw Error(SQLITE_IOERR, "cannot create " + place.string() + ": " + reason, "");
}

}  // namespace

NewFile::NewFile(fs::path place)
    : m_place(std::move(place)), m_path(m_place.string() + ".new-" + std::to_string(::getpid())) {
    remove_left_overs(m_place);
    remove_with_logs(m_path);
}

NewFile::~NewFile() {
    if (!m_kept) remove_with_logs(m_path);
}

void NewFile::keep(Existing existing) {
    sync_path(m_path, O_RDONLY);
    move_to(m_path, m_place, existing);
    try {
        sync_path(folder_of(m_place), O_RDONLY | O_DIRECTORY);
    } catch (Error const&) {
        remove_with_logs(m_place);
        throw;
    }
    m_kept = true;
}

}  // namespace storage
