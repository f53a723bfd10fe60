// The bytes of a file from outside as a stream, gzip unpacked on the way, however large the file
// is. Must not know what they say. Used by the readers of observations, surveys and event logs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace exchange {

// Fills the span from its beginning; 0 at the end. Short reads are allowed.
using ReadBytes = std::function<std::size_t(std::span<char>)>;

// A hostile archive unpacks to a thousand times its size.
inline constexpr std::uint64_t max_unpacked_bytes = 16ULL * 1024 * 1024 * 1024;

class InputFile {
public:
    // Nothing is read yet; problem() says what is wrong with the file.
    explicit InputFile(std::filesystem::path const& file);
    ~InputFile();
    InputFile(InputFile const&) = delete;
    InputFile& operator=(InputFile const&) = delete;

    // 0 at the end, or where a problem came up.
    std::size_t read(std::span<char> into);
    ReadBytes reader() {
        return [this](std::span<char> into) { return read(into); };
    }

    // Why there are no (more) bytes; empty when there is no reason.
    std::string const& problem() const { return m_problem; }

    // Of the file as it lies on the disk.
    std::uint64_t size() const { return m_size; }
    std::uint64_t position() const { return m_position; }

private:
    struct Unpacker;
    std::size_t read_file(std::span<char> into);
    bool refill();
    std::size_t unpack(std::span<char> into);

    int m_descriptor = -1;
    std::uint64_t m_size = 0;
    std::uint64_t m_position = 0;
    std::string m_problem;
    std::unique_ptr<Unpacker> m_unpacker;  // of a gzip file
};

// Bytes in memory, for tests and fuzzing.
ReadBytes read_from(std::string_view bytes);

// Told now and then, with the rows so far, while a file is read; may throw to stop the reading.
using TellProgress = std::function<void(std::uint64_t rows)>;

}  // namespace exchange
