#include "exchange/input_file.hpp"

#include <cstdlib>
#include <doctest/doctest.h>
#include <zlib.h>

#include "support/scratch.hpp"

namespace {

std::string packed(std::string const& text) {
    z_stream stream{};
    REQUIRE(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string out(text.size() + 1000, '\0');
    std::string in = text;
    stream.next_in = reinterpret_cast<unsigned char*>(in.data());
    stream.avail_in = static_cast<unsigned>(in.size());
    stream.next_out = reinterpret_cast<unsigned char*>(out.data());
    stream.avail_out = static_cast<unsigned>(out.size());
    REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

struct Read {
    std::string text, problem;
};

Read read_all(test::fs::path const& path) {
    exchange::InputFile file(path);
    Read result;
    std::string piece(1000, '\0');
    while (std::size_t const count = file.read(piece))
        result.text.append(piece, 0, count);
    result.problem = file.problem();
    return result;
}

Read read_bytes(std::string const& bytes) {
    test::ScratchFolder const folder;
    test::write_bytes(folder / "f", test::Bytes(bytes.begin(), bytes.end()));
    return read_all(folder / "f");
}

std::string long_text() {
    std::string text;
    for (int i = 0; i < 50000; ++i)
        text += std::to_string(i) + " lines\n";
    return text;
}

}  // namespace

TEST_CASE("a plain file and a packed one give the same text, whatever they are called") {
    std::string const text = long_text();
    CHECK((read_bytes(text).text == text));
    Read const unpacked = read_bytes(packed(text));
    CHECK((unpacked.text == text));
    CHECK(unpacked.problem.empty());
}

TEST_CASE("gzip members after one another are one text, and zeros behind them are nothing") {
    Read const read =
        read_bytes(packed("one ") + packed("") + packed("two") + std::string(512, '\0'));
    CHECK(read.text == "one two");
    CHECK(read.problem.empty());
}

TEST_CASE("a gzip file that ends too early or is damaged is told so") {
    std::string const whole = packed(long_text());
    CHECK(read_bytes(whole.substr(0, whole.size() / 2)).problem.find("ends too early") !=
          std::string::npos);
    CHECK(read_bytes(whole.substr(0, 3)).problem.find("ends too early") != std::string::npos);
    std::string broken = whole;
    broken[broken.size() / 2] = static_cast<char>(broken[broken.size() / 2] ^ 0x55);
    CHECK(read_bytes(broken).problem.find("gzip file") != std::string::npos);
}

TEST_CASE("what is no plain file is refused before it is opened") {
    test::ScratchFolder const folder;
    CHECK(read_all(folder / "none").problem == "there is no such file");
    CHECK(read_all(folder.path()).problem.find("not a plain file") != std::string::npos);
    CHECK(read_all("/dev/zero").problem.find("not a plain file") != std::string::npos);
}
