// A file that comes to be all at once: made under another name beside its place, moved there when
// it is complete, gone when it is not. Must not know what is in it. Used by open_store.
#pragma once

#include <filesystem>

namespace storage {

// What to do when something came to lie at the place meanwhile.
enum class Existing { Refuse, Replace };

class NewFile {
public:
    // Nothing is created yet. Left-overs of killed programs for the same place are removed.
    explicit NewFile(std::filesystem::path place);
    ~NewFile();
    NewFile(NewFile const&) = delete;
    NewFile& operator=(NewFile const&) = delete;

    // The name to write to.
    std::filesystem::path const& path() const { return m_path; }

    // Moves it to its place and makes the move durable. Throws Error when the folder refuses.
    void keep(Existing existing);

private:
    std::filesystem::path m_place;
    std::filesystem::path m_path;
    bool m_kept = false;
};

}  // namespace storage
