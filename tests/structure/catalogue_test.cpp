// The text catalogue and the source agree: what is asked for exists, what exists is asked for.
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::string read(fs::path const& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// Keys of the flat JSON object, in file order: one entry a line.
std::vector<std::string> catalogue_keys() {
    std::vector<std::string> keys;
    std::ifstream in(fs::path(SOURCE_ROOT) / "assets/text/en.json");
    for (std::string line; std::getline(in, line);) {
        auto const open = line.find('"');
        if (open == std::string::npos) continue;
        keys.push_back(line.substr(open + 1, line.find('"', open + 1) - open - 1));
    }
    return keys;
}

std::string all_sources() {
    std::string text;
    for (auto const& entry : fs::recursive_directory_iterator(fs::path(SOURCE_ROOT) / "src")) {
        if (entry.path().extension() == ".cpp") text += read(entry.path());
    }
    return text;
}

// Keys made from parts: the parts are in the source, the whole is not.
bool composed(std::string const& key) {
    for (char const* prefix :
         {"month.long.", "month.short.", "overlay.", "board:importance.", "board:measures.",
          "edit.name.", "edit.kind.", "edit.link.in.", "edit.link.out."}) {
        if (key.starts_with(prefix)) return true;
    }
    // Every board has these three.
    for (char const* part : {".name", ".title", ".sentence"}) {
        if (key.starts_with("board:") && key.ends_with(part)) return true;
    }
    // The one of a count, see scene/words.
    return key.ends_with(".one");
}

}  // namespace

TEST_CASE("catalogue keys stand once each and in alphabetical order") {
    auto const keys = catalogue_keys();
    REQUIRE(keys.size() > 50);
    for (std::size_t i = 1; i < keys.size(); ++i) {
        INFO(keys[i]);
        CHECK(keys[i - 1] < keys[i]);
    }
}

TEST_CASE("every text of the catalogue is used by the program") {
    std::string const sources = all_sources();
    for (std::string const& key : catalogue_keys()) {
        if (composed(key)) continue;
        INFO(key);
        CHECK(sources.find("\"" + key + "\"") != std::string::npos);
    }
}

TEST_CASE("every text that the program asks for is in the catalogue") {
    std::string const sources = all_sources();
    auto const keys = catalogue_keys();
    std::set<std::string> const known(keys.begin(), keys.end());
    for (char const* call : {".text(\"", ".format(\""}) {
        for (std::size_t at = sources.find(call); at != std::string::npos;
             at = sources.find(call, at + 1)) {
            std::size_t const begin = at + std::string(call).size();
            std::string const key = sources.substr(begin, sources.find('"', begin) - begin);
            INFO(key);
            bool const known_or_part = known.count(key) == 1 || key.empty() || key.back() == '.';
            CHECK(known_or_part);
        }
    }
}
