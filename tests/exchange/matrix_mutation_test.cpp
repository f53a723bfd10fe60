#include <doctest/doctest.h>

#include "matrix_room.hpp"
#include "support/scratch.hpp"

using exchange::MatrixForm;
using matrix_room::northmoor;

namespace {

std::string spoilt(test::Dice& dice, std::string text) {
    std::string const pieces[] = {"\"",
                                  ";",
                                  ",",
                                  "\t",
                                  "|",
                                  "\n",
                                  "\r",
                                  "'",
                                  "=",
                                  std::string(1, '\0'),
                                  "\xFF",
                                  "\xE2\x80\xAE",
                                  "- ",
                                  "\"\"",
                                  "Phase",
                                  "Backstage,",
                                  "\n,,,,\n",
                                  "\xEF\xBB\xBF",
                                  "1e999",
                                  "Step",
                                  "Line of visibility\n",
                                  "text,lane,step\n"};
    for (std::size_t i = 0; i <= dice.below(4); ++i) {
        if (text.empty()) break;
        std::size_t const at = dice.below(text.size());
        switch (dice.below(6)) {
            case 0:
                text.erase(at, 1 + dice.below(40));
                break;
            case 1:
                text[at] = static_cast<char>(dice.below(256));
                break;
            case 2:
                text.insert(at, pieces[dice.below(std::size(pieces))]);
                break;
            case 3:
                text = text.substr(0, at);
                break;
            case 4:
                text.insert(at, text.substr(dice.below(text.size()), dice.below(200)));
                break;
            default:
                std::swap(text[at], text[dice.below(text.size())]);
        }
    }
    return text;
}

}  // namespace

TEST_CASE("a matrix spoilt in any of 1500 ways is refused with its place or gives a sound room") {
    std::vector<std::string> sound;
    for (std::string const name : {"consultancy.csv", "francais.csv", "transposed.csv", "long.csv",
                                   "template.csv", "pasted.tsv"}) {
        sound.push_back(matrix_room::file(name));
    }
    for (MatrixForm const form : {MatrixForm::Wide, MatrixForm::Transposed, MatrixForm::Long}) {
        sound.push_back(
            exchange::write_matrix(northmoor(), model::find_journey(northmoor(), "J2"), form, ',')
                .bytes);
    }
    int accepted = 0;
    int refused = 0;
    for (std::uint64_t seed = 0; seed < 1500; ++seed) {
        test::Dice dice(seed);
        std::string const bytes = spoilt(dice, sound[seed % sound.size()]);
        CAPTURE(seed);
        std::string const journey = dice.below(3) == 0 ? "N1" : "J2";
        auto const result = matrix_room::apply(bytes, northmoor(), journey);
        REQUIRE(result.outcome.has_value() == (result.problem_count == 0));
        for (exchange::Problem const& problem : result.problems) {
            REQUIRE(problem.file == "m.csv");
            REQUIRE(problem.text.size() > 10);
        }
        if (!result.outcome) {
            ++refused;
            continue;
        }
        ++accepted;
        // Once more is no change.
        auto const again = matrix_room::apply(bytes, result.outcome->room, journey);
        REQUIRE_MESSAGE(again.outcome, matrix_room::printed(again));
        CHECK((again.outcome->room == result.outcome->room));
        // The pack of a large room takes its time: not each of them.
        if (seed % 15 == 0) matrix_room::check_sound(result.outcome->room);
    }
    CHECK(accepted > 100);
    CHECK(refused > 100);
}
