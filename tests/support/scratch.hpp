// Folders and files that tests make and break.
#pragma once

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <unistd.h>
#include <vector>

namespace test {

namespace fs = std::filesystem;

// Thousands of saves wait for the disk thousands of times: a roomy memory disk is as good, where
// everybody may write (a container's may be root's alone).
inline fs::path scratch_place() {
    std::error_code error;
    fs::space_info const shared = fs::space("/dev/shm", error);
    bool const roomy = !error && shared.available > 512U * 1024 * 1024;
    fs::perms const rights = fs::status("/dev/shm", error).permissions();
    bool const writable = !error && (rights & fs::perms::others_write) != fs::perms::none;
    return roomy && writable ? fs::path("/dev/shm") : fs::temp_directory_path();
}

// A folder of its own, gone with the test. Readable for everybody, because some tests step down
// from root.
class ScratchFolder {
public:
    ScratchFolder() {
        std::string name = (scratch_place() / "customer-room-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr)
            throw fs::filesystem_error("no folder to test in", name,
                                       std::error_code(errno, std::generic_category()));
        m_path = name;
        fs::permissions(m_path, fs::perms::all);
    }
    ~ScratchFolder() {
        std::error_code ignored;
        fs::permissions(m_path, fs::perms::all, ignored);
        fs::remove_all(m_path, ignored);
    }
    ScratchFolder(ScratchFolder const&) = delete;
    ScratchFolder& operator=(ScratchFolder const&) = delete;

    fs::path operator/(std::string const& name) const { return m_path / name; }
    fs::path const& path() const { return m_path; }
    std::vector<std::string> names() const {
        std::vector<std::string> found;
        for (auto const& entry : fs::directory_iterator(m_path)) {
            found.push_back(entry.path().filename().string());
        }
        std::sort(found.begin(), found.end());
        return found;
    }

private:
    fs::path m_path;
};

using Bytes = std::vector<char>;

inline Bytes bytes_of(fs::path const& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline void write_bytes(fs::path const& file, Bytes const& bytes) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

// Rights do not bind root: for its lifetime the process acts as nobody.
class AsNobody {
public:
    AsNobody() {
        if (::geteuid() == 0) m_stepped_down = ::seteuid(65534) == 0;
    }
    ~AsNobody() {
        if (m_stepped_down && ::seteuid(0) != 0) std::abort();
    }
    AsNobody(AsNobody const&) = delete;
    AsNobody& operator=(AsNobody const&) = delete;

private:
    bool m_stepped_down = false;
};

// A small generator, so that a failing run can be repeated.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_state(seed * 2862933555777941757ULL + 3037000493ULL) {}
    std::size_t below(std::size_t limit) {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return (m_state >> 33U) % limit;
    }

private:
    std::uint64_t m_state;
};

inline bool full_test_run() {
    char const* const full = std::getenv("FULL");
    return full != nullptr && std::string(full) == "1";
}

}  // namespace test
