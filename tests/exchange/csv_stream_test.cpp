// Reading along a window must be no other reading than that of the whole text.
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>

#include "exchange/csv_reader.hpp"
#include "exchange/external_sort.hpp"
#include "support/scratch.hpp"

namespace {

std::string told(exchange::CsvReader& reader) {
    std::string text;
    while (reader.next()) {
        for (exchange::CsvCell const& cell : reader.cells()) {
            text += std::to_string(cell.place.line) + ":" + std::to_string(cell.place.column) +
                    "[" + std::string(cell.text) + "]";
        }
        for (exchange::Fault const& fault : reader.faults()) {
            text += " !" + std::to_string(fault.place.line) + ":" +
                    std::to_string(fault.place.column) + fault.text;
        }
        text += "\n";
    }
    return text;
}

// Hands out `text` in pieces of random length.
exchange::ReadBytes in_pieces(std::string const& text, test::Dice dice) {
    return [&text, dice, at = std::size_t{0}](std::span<char> into) mutable {
        std::size_t const most = std::min(into.size(), 1 + dice.below(40));
        std::size_t const count = std::min(most, text.size() - at);
        std::copy_n(text.data() + at, count, into.data());
        at += count;
        return count;
    };
}

std::string random_csv(test::Dice& dice) {
    std::vector<std::string> const pieces{
        "a", "12.5", ",", ",", "\n", "\r\n", "\"x,y\"", "\"\"", "\"q\"\"q\n\"",
        "ü", "😀",   ";", " ", "\"", "\r"};
    std::string text;
    std::size_t const sound = dice.below(4) == 0 ? pieces.size() : pieces.size() - 2;
    for (std::size_t i = dice.below(200); i > 0; --i)
        text += pieces[dice.below(sound)];
    return text;
}

}  // namespace

TEST_CASE("a text read in pieces gives the same rows, places and faults as the whole") {
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
        CAPTURE(seed);
        test::Dice dice(seed);
        std::string const text = random_csv(dice);
        exchange::CsvReader whole(text);
        exchange::TextWindow window(in_pieces(text, dice), 4000, 1 + dice.below(50));
        exchange::CsvReader moving(window, {}, ",;");
        CHECK(told(moving) == told(whole));
    }
}

TEST_CASE("a text that is longer than the window gives the same rows as the whole") {
    std::string text;
    for (int i = 0; i < 60000; ++i)
        text += std::to_string(i) + ",\"ü " + std::to_string(i) + "\r\n\"\"x\",y\n";
    exchange::CsvReader whole(text);
    exchange::TextWindow window(exchange::read_from(text), exchange::max_csv_row_bytes);
    exchange::CsvReader moving(window, {}, ",;");
    CHECK((told(moving) == told(whole)));
}

TEST_CASE("tabs and bars part cells where they may") {
    std::string const text = "a\tb|c\td\n1\t2\t3\n";
    exchange::TextWindow window(exchange::read_from(text), exchange::wide_csv.row_bytes);
    exchange::CsvReader reader(window, exchange::wide_csv, ",;\t|");
    CHECK(reader.next());
    CHECK(reader.delimiter() == '\t');
}

TEST_CASE("sorting gives the order of the whole, in memory and through files") {
    auto const before = [](int a, int b) { return a < b; };
    for (std::size_t const in_memory : {std::size_t{100000}, std::size_t{1000}, std::size_t{7}}) {
        test::Dice dice(in_memory);
        exchange::ExternalSort<int, decltype(before)> sort(before, in_memory);
        std::vector<int> expected;
        std::size_t const size = in_memory == 7 ? 500 : 20000;
        for (std::size_t i = 0; i < size; ++i) {
            int const value = static_cast<int>(dice.below(5000));
            sort.add(value);
            expected.push_back(value);
        }
        std::sort(expected.begin(), expected.end());
        for (int round = 0; round < 2; ++round) {
            std::vector<int> found;
            sort.rewind();
            while (int const* value = sort.next())
                found.push_back(*value);
            CHECK((found == expected));
        }
    }
}

TEST_CASE("sorting nothing gives nothing") {
    auto const before = [](int a, int b) { return a < b; };
    exchange::ExternalSort<int, decltype(before)> sort(before, 10);
    sort.rewind();
    CHECK(sort.next() == nullptr);
}
