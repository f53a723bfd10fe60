#include <doctest/doctest.h>
#include <random>

#include "exchange/pack_contents.hpp"
#include "small_pack.hpp"

namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t count) {
    return random() % count;
}

std::vector<std::string> lines_of(std::string const& text) {
    std::vector<std::string> lines;
    std::string line;
    for (char const c : text) {
        line += c;
        if (c == '\n') lines.push_back(std::exchange(line, {}));
    }
    if (!line.empty()) lines.push_back(line);
    return lines;
}

std::string joined(std::vector<std::string> const& lines) {
    std::string text;
    for (std::string const& line : lines)
        text += line;
    return text;
}

std::string flip_bytes(Random& random, std::string text) {
    for (int i = 0; i < 3 && !text.empty(); ++i) {
        text[below(random, text.size())] = static_cast<char>(random() & 0xFF);
    }
    return text;
}

std::string cut(Random& random, std::string text) {
    return text.substr(0, below(random, text.size() + 1));
}

// The same position taken out of each row, quotes not heeded.
std::string drop_column(Random& random, std::string const& text) {
    auto lines = lines_of(text);
    std::size_t const column = below(random, 6);
    for (std::string& line : lines) {
        std::size_t start = 0;
        for (std::size_t i = 0; i < column && start != std::string::npos; ++i) {
            start = line.find(',', start + (i > 0 ? 1 : 0));
        }
        if (start == std::string::npos) continue;
        std::size_t const end = line.find_first_of(",\n", start + 1);
        line.erase(start, (end == std::string::npos ? line.size() : end) - start);
    }
    return joined(lines);
}

std::string double_line(Random& random, std::string const& text) {
    auto lines = lines_of(text);
    if (lines.empty()) return text;
    std::size_t const line = below(random, lines.size());
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(line), lines[line]);
    return joined(lines);
}

std::string drop_line(Random& random, std::string const& text) {
    auto lines = lines_of(text);
    if (lines.empty()) return text;
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(below(random, lines.size())));
    return joined(lines);
}

std::string numbers_to_words(Random& random, std::string text) {
    for (char& c : text) {
        if (c >= '0' && c <= '9' && below(random, 10) == 0) c = 'x';
    }
    return text;
}

std::string swap_bytes(Random& random, std::string text) {
    if (text.size() < 2) return text;
    for (int i = 0; i < 4; ++i) {
        std::swap(text[below(random, text.size())], text[below(random, text.size())]);
    }
    return text;
}

std::string insert_hostile(Random& random, std::string text) {
    std::string const pieces[] = {"\"",
                                  "\r",
                                  std::string(1, '\0'),
                                  "\xFF\xFE",
                                  ",,,,,,,,",
                                  "1e9999",
                                  "[[[[[[",
                                  "\xE2\x80\xAE",
                                  "\n\n\n",
                                  "../../x",
                                  "\xEF\xBB\xBF",
                                  "-",
                                  "99999999999999999999999",
                                  "'",
                                  ";"};
    text.insert(below(random, text.size() + 1), pieces[below(random, std::size(pieces))]);
    return text;
}

std::string bomb(Random&, std::string text) {
    if (text.size() > 24) text.replace(16, 8, std::string("\0\0\x1F\xFF\0\0\x1F\xFF", 8));
    return text;
}

using Mutation = std::string (*)(Random&, std::string);
Mutation const mutations[] = {
    flip_bytes,
    cut,
    [](Random& r, std::string t) { return drop_column(r, t); },
    [](Random& r, std::string t) { return double_line(r, t); },
    [](Random& r, std::string t) { return drop_line(r, t); },
    numbers_to_words,
    swap_bytes,
    insert_hostile,
    bomb,
};

// Lines and columns that are there, in the order of files; a room exactly when nothing is wrong.
void check_sane(exchange::PackResult const& result, small_pack::Files const& files) {
    CHECK(result.room.has_value() == (result.problem_count == 0));
    CHECK(result.problems.size() <= 200);
    std::size_t errors = 0;
    for (exchange::Problem const& problem : result.problems) {
        CHECK(problem.text.size() > 10);
        CHECK(problem.file.starts_with("p/"));
        errors += problem.severity == exchange::Severity::Error ? 1 : 0;
        auto const file = files.find(problem.file.substr(2));
        if (problem.line == 0 || file == files.end()) continue;
        CHECK(static_cast<std::size_t>(problem.line) <= lines_of(file->second).size() + 1);
        CHECK(problem.column >= 1);
    }
    CHECK(errors == std::min<std::size_t>(result.problem_count, 200));
}

}  // namespace

TEST_CASE("a pack spoilt in any of 2000 ways is refused with a reason or read, and never crashes") {
    auto const whole = small_pack::files();
    std::vector<std::string> names;
    for (auto const& [name, bytes] : whole)
        names.push_back(name);
    auto const before = small_pack::read(whole).room;
    REQUIRE(before);
    int accepted = 0;
    for (unsigned seed = 0; seed < 2000; ++seed) {
        Random random(seed);
        auto files = whole;
        std::string& file = files.at(names[seed % names.size()]);
        file = mutations[seed / names.size() % std::size(mutations)](random, file);
        CAPTURE(seed);
        auto const result = small_pack::read(files, &*before);
        check_sane(result, files);
        if (!result.room) continue;
        ++accepted;
        // What is accepted can be written and read again.
        auto const again = small_pack::read(exchange::pack_contents(*result.room));
        REQUIRE_MESSAGE(again.room, small_pack::printed(again));
        CHECK(*again.room == *result.room);
    }
    // Both happen: the ways are neither all harmless nor all deadly.
    CHECK(accepted > 100);
    CHECK(accepted < 1500);
}
