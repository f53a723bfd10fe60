// The order of the folders is a rule, not a wish: every #include under src is read and held against
// ARCHITECTURE.md.
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

// Lower levels may be included from higher ones, never sideways.
std::map<std::string, int> const levels{
    {"base", 0},   {"model", 1}, {"metrics", 2}, {"storage", 3}, {"exchange", 3},
    {"layout", 3}, {"scene", 4}, {"render", 5},  {"app", 5},     {"shell", 6}};

// First part of a third-party header -> folders that own it.
std::map<std::string, std::set<std::string>> const owners{{"stb_image.h", {"base"}},
                                                          {"stb_image_write.h", {"base"}},
                                                          {"turbojpeg.h", {"base"}},
                                                          {"stb_rect_pack.h", {"scene"}},
                                                          {"boost", {"metrics"}},
                                                          {"sqlite3.h", {"storage"}},
                                                          {"rapidjson", {"exchange"}},
                                                          {"nlohmann", {"exchange", "shell"}},
                                                          {"expat.h", {"exchange"}},
                                                          {"zlib.h", {"exchange"}},
                                                          {"linebreak.h", {"layout"}},
                                                          {"wordbreak.h", {"layout"}},
                                                          {"ft2build.h", {"scene"}},
                                                          {"freetype", {"scene"}},
                                                          {"hb.h", {"scene"}},
                                                          {"hb-ft.h", {"scene"}},
                                                          {"hb-ot.h", {"scene"}},
                                                          {"fribidi.h", {"scene"}},
                                                          {"fribidi", {"scene"}},
                                                          {"fontconfig", {"scene"}},
                                                          {"epoxy", {"render", "shell"}},
                                                          {"EGL", {"shell"}},
                                                          {"GLFW", {"shell"}},
                                                          {"X11", {"shell"}},
                                                          {"xcb", {"shell"}},
                                                          {"imgui.h", {"shell"}},
                                                          {"backends", {"shell"}},
                                                          {"CLI", {"shell"}}};

// System headers beyond the standard library: POSIX, for files, sockets and signals.
std::set<std::string> const posix_folders{"storage", "exchange", "scene", "shell", "base"};

struct Include {
    fs::path file;
    int line = 0;
    std::string folder;
    std::string header;
    bool quoted = false;
};

std::vector<Include> all_includes() {
    std::vector<Include> includes;
    fs::path const root = fs::path(SOURCE_ROOT) / "src";
    for (auto const& entry : fs::recursive_directory_iterator(root)) {
        if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
        std::ifstream in(entry.path());
        std::string text;
        for (int line = 1; std::getline(in, text); ++line) {
            auto const hash = text.find_first_not_of(' ');
            if (hash == std::string::npos || text.compare(hash, 8, "#include") != 0) continue;
            auto const open = text.find_first_of("\"<", hash + 8);
            auto const close = text.find_first_of("\">", open + 1);
            if (open == std::string::npos || close == std::string::npos) continue;
            includes.push_back({entry.path(), line,
                                fs::relative(entry.path(), root).begin()->string(),
                                text.substr(open + 1, close - open - 1), text[open] == '"'});
        }
    }
    return includes;
}

std::string where(Include const& include) {
    return include.file.string() + ":" + std::to_string(include.line) + ": " + include.header;
}

std::string first_part(std::string const& header) {
    return header.substr(0, header.find('/'));
}

}  // namespace

TEST_CASE("every folder of src has a level, and every level a folder") {
    std::set<std::string> folders;
    for (auto const& entry : fs::directory_iterator(fs::path(SOURCE_ROOT) / "src")) {
        if (entry.is_directory()) folders.insert(entry.path().filename().string());
    }
    for (auto const& [folder, level] : levels)
        CHECK_MESSAGE(folders.count(folder) == 1, folder);
    CHECK(folders.size() == levels.size());
}

TEST_CASE("an include points to its own folder or to a lower one, never up or sideways") {
    auto const includes = all_includes();
    REQUIRE(includes.size() > 300);
    for (Include const& include : includes) {
        if (!include.quoted) continue;
        std::string const target = first_part(include.header);
        INFO(where(include));
        REQUIRE(levels.count(target) == 1);
        bool const allowed =
            target == include.folder || levels.at(target) < levels.at(include.folder);
        CHECK(allowed);
    }
}

TEST_CASE("a third-party header is included only in the folder that owns it") {
    for (Include const& include : all_includes()) {
        if (include.quoted) continue;
        INFO(where(include));
        auto const owner = owners.find(first_part(include.header));
        if (owner != owners.end()) {
            CHECK(owner->second.count(include.folder) == 1);
            continue;
        }
        bool const standard = include.header.find('.') == std::string::npos;
        bool const posix = include.header.find(".h") != std::string::npos &&
                           posix_folders.count(include.folder) == 1;
        CHECK((standard || posix));
    }
}

TEST_CASE("clocks are read in shell only") {
    for (Include const& include : all_includes()) {
        if (include.header != "chrono" && include.header != "time.h" && include.header != "ctime")
            continue;
        INFO(where(include));
        // base/date does calendar arithmetic with chrono types; it asks no clock.
        CHECK((include.folder == "shell" || include.file.filename() == "date.cpp"));
    }
}
