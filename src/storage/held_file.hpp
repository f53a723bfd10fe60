// Whether a path still leads to the file that was opened there: a file that is deleted or replaced
// goes on taking writes that nobody will find. Must not know what is in the file. Used by
// edit_store.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "storage/room_store.hpp"

namespace storage {

// The file is no longer where it was opened: what was written last is not kept.
class FileLost : public StoreRefused {
public:
    using StoreRefused::StoreRefused;
};

[[noreturn]] void lose(std::filesystem::path const& file, std::string const& what);

class HeldFile {
public:
    // The file that the path leads to now; one that is not there is never missed.
    HeldFile(std::filesystem::path const& file, std::size_t least_bytes);

    enum class Found { There, Gone, Replaced, CutOff };
    Found look() const;
    // Throws FileLost when the path leads elsewhere or the file is shorter than least_bytes.
    void require_there() const;

private:
    struct Identity {
        std::uint64_t device = 0;
        std::uint64_t inode = 0;
        friend bool operator==(Identity const&, Identity const&) = default;
    };
    struct Standing {
        Identity identity;
        std::uint64_t bytes = 0;
    };
    static std::optional<Standing> standing_of(std::filesystem::path const& file);

    std::filesystem::path m_file;
    std::size_t m_least_bytes;
    std::optional<Standing> m_opened;
};

}  // namespace storage
