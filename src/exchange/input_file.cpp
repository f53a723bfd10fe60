#include "exchange/input_file.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>
#include <zlib.h>

namespace exchange {

// Gzip members one after the other, as `cat a.gz b.gz` makes them.
struct InputFile::Unpacker {
    z_stream stream{};
    std::vector<unsigned char> packed = std::vector<unsigned char>(256 * 1024);
    std::uint64_t unpacked = 0;
    bool ready = false;

    Unpacker() { ready = inflateInit2(&stream, 15 + 16) == Z_OK; }
    // Tapes pad with zeros.
    void skip_padding() {
        while (stream.avail_in > 0 && *stream.next_in == 0) {
            ++stream.next_in;
            --stream.avail_in;
        }
    }
    ~Unpacker() {
        if (ready) inflateEnd(&stream);
    }
    Unpacker(Unpacker const&) = delete;
    Unpacker& operator=(Unpacker const&) = delete;
};

InputFile::InputFile(std::filesystem::path const& file) {
    struct stat status{};
    if (::stat(file.c_str(), &status) != 0) {
        m_problem = errno == ENOENT ? "there is no such file" : std::strerror(errno);
        return;
    }
    // Asked before opening: a pipe would block, a device never end.
    if (!S_ISREG(status.st_mode)) {
        m_problem = "this is not a plain file; name a plain file";
        return;
    }
    m_descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (m_descriptor < 0) {
        m_problem = "the file cannot be read; check its permissions";
        return;
    }
    m_size = static_cast<std::uint64_t>(status.st_size);
    std::array<unsigned char, 2> start{};
    bool const packed = ::pread(m_descriptor, start.data(), start.size(), 0) == 2 &&
                        start[0] == 0x1F && start[1] == 0x8B;
    if (packed) m_unpacker = std::make_unique<Unpacker>();
}

InputFile::~InputFile() {
    if (m_descriptor >= 0) ::close(m_descriptor);
}

std::size_t InputFile::read_file(std::span<char> into) {
    ssize_t count = 0;
    do {
        count = ::read(m_descriptor, into.data(), into.size());
    } while (count < 0 && errno == EINTR);
    if (count < 0) {
        m_problem = std::string("the file cannot be read: ") + std::strerror(errno);
        return 0;
    }
    m_position += static_cast<std::uint64_t>(count);
    return static_cast<std::size_t>(count);
}

std::size_t InputFile::read(std::span<char> into) {
    if (!m_problem.empty() || into.empty()) return 0;
    return m_unpacker ? unpack(into) : read_file(into);
}

// False at the end of the file.
bool InputFile::refill() {
    Unpacker& u = *m_unpacker;
    std::size_t const count =
        read_file({reinterpret_cast<char*>(u.packed.data()), u.packed.size()});
    u.stream.next_in = u.packed.data();
    u.stream.avail_in = static_cast<unsigned>(count);
    // Between two members, or the first of none, is where a file may end.
    bool const between = u.stream.total_in == 0 && u.unpacked > 0;
    if (count == 0 && m_problem.empty() && !between)
        m_problem = "the gzip file ends too early; load it again from where it is from";
    return count > 0;
}

std::size_t InputFile::unpack(std::span<char> into) {
    Unpacker& u = *m_unpacker;
    u.stream.next_out = reinterpret_cast<unsigned char*>(into.data());
    u.stream.avail_out = static_cast<unsigned>(std::min<std::size_t>(into.size(), 1U << 30U));
    unsigned const wanted = u.stream.avail_out;
    while (u.stream.avail_out == wanted) {
        if (u.stream.avail_in == 0 && !refill()) break;
        int const code = inflate(&u.stream, Z_NO_FLUSH);
        if (code == Z_STREAM_END) {
            u.unpacked += 1;  // marks that a member is complete, also an empty one
            u.skip_padding();
            inflateReset(&u.stream);
        } else if (code != Z_OK && code != Z_BUF_ERROR) {
            m_problem = "the gzip file is damaged; load it again from where it is from";
            break;
        }
    }
    std::size_t const count = wanted - u.stream.avail_out;
    u.unpacked += count;
    if (u.unpacked > max_unpacked_bytes) {
        m_problem = "the gzip file unpacks to more than 16 GB; split it";
        return 0;
    }
    return count;
}

ReadBytes read_from(std::string_view bytes) {
    return [bytes, offset = std::size_t{0}](std::span<char> into) mutable {
        std::size_t const count = std::min(into.size(), bytes.size() - offset);
        std::copy_n(bytes.data() + offset, count, into.data());
        offset += count;
        return count;
    };
}

}  // namespace exchange
