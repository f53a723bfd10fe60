#include "storage/held_file.hpp"

#include <sys/stat.h>

namespace storage {

void lose(std::filesystem::path const& file, std::string const& what) {
    throw FileLost(file.string() + " " + what + " while it was open; the edit is not kept.");
}

std::optional<HeldFile::Standing> HeldFile::standing_of(std::filesystem::path const& file) {
    struct stat found{};
    // Never opened: closing a second descriptor would drop SQLite's locks on the file.
    if (::stat(file.c_str(), &found) != 0) return std::nullopt;
    return Standing{{found.st_dev, found.st_ino}, static_cast<std::uint64_t>(found.st_size)};
}

HeldFile::HeldFile(std::filesystem::path const& file, std::size_t least_bytes)
    : m_file(file), m_least_bytes(least_bytes), m_opened(standing_of(file)) {}

HeldFile::Found HeldFile::look() const {
    if (!m_opened) return Found::There;
    auto const now = standing_of(m_file);
    if (!now) return Found::Gone;
    if (now->identity != m_opened->identity) return Found::Replaced;
    return now->bytes < m_least_bytes ? Found::CutOff : Found::There;
}

void HeldFile::require_there() const {
    switch (look()) {
        case Found::There:
            return;
        case Found::Gone:
            lose(m_file, "was deleted or moved away");
        case Found::Replaced:
            lose(m_file, "was replaced by another file");
        case Found::CutOff:
            lose(m_file, "was cut off");
    }
}

}  // namespace storage
