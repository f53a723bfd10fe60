#include "shell/asset_paths.hpp"

#include <doctest/doctest.h>

#include "shell/verbs.hpp"
#include "support/scratch.hpp"

using test::ScratchFolder;

TEST_CASE("the source tree's texts and shaders are found by a program that was built there") {
    shell::AssetPaths const paths = shell::find_assets({});
    CHECK(test::fs::exists(paths.catalogue));
    CHECK(test::fs::exists(paths.shaders));
}

TEST_CASE("another assets folder can be named, with shaders in it or beside it") {
    ScratchFolder const folder;
    test::fs::create_directories(folder / "assets/text");
    test::write_bytes(folder / "assets/text/en.json", {'{', '}'});
    CHECK(shell::find_assets(folder / "assets").catalogue == folder / "assets/text/en.json");
    CHECK(shell::find_assets(folder / "assets").shaders == folder / "assets/../shaders");
    test::fs::create_directories(folder / "assets/shaders");
    CHECK(shell::find_assets(folder / "assets").shaders == folder / "assets/shaders");
}

TEST_CASE("a named folder without texts is a refused input") {
    ScratchFolder const folder;
    try {
        shell::find_assets(folder.path());
        FAIL("an empty folder was taken");
    } catch (shell::Refused const& refused) {
        CHECK(refused.exit_code() == shell::exit_refused);
        CHECK(std::string(refused.what()).find(folder.path().string()) != std::string::npos);
    }
}
