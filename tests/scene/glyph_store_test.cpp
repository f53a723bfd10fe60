#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>

#include "scene/font_runs.hpp"
#include "scene/font_samples.hpp"
#include "scene/glyph_atlas.hpp"
#include "scene/glyph_cache.hpp"
#include "support/scratch.hpp"

using namespace scene;
namespace fs = std::filesystem;

namespace {

ShapedRun run_named(std::string text) {
    ShapedRun run;
    run.text = std::move(text);
    run.width_em = 1;
    return run;
}

constexpr std::string_view sample = "Customers wait 12 days \u2014 W\u00E4rme";

std::vector<AtlasPage> pages_with(FontBook& fonts, std::string_view text) {
    ShapedRun const run = fonts.run(fonts.shape(text, Weight::Regular));
    for (RunGlyph const& glyph : run.glyphs)
        fonts.slot(glyph.glyph, 14);
    for (RunGlyph const& glyph : run.glyphs)
        fonts.slot(glyph.glyph, 40);
    return fonts.pages();
}

bool same_pages(std::vector<AtlasPage> const& a, std::vector<AtlasPage> const& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](auto const& p, auto const& q) {
        return p.format == q.format && p.layer == q.layer && p.pixels == q.pixels;
    });
}

std::string bytes_of(fs::path const& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_bytes(fs::path const& file, std::string const& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

}  // namespace

TEST_CASE("runs above the limit are forgotten oldest first, and their ids find nothing") {
    RunStore store;
    std::uint32_t const first = store.add(run_named("first"));
    std::uint32_t const kept = store.add(run_named("kept"));
    for (std::size_t i = 0; i < most_runs; ++i)
        store.add(run_named("run " + std::to_string(i)));
    store.begin_frame();
    CHECK(store.find("kept", Weight::Regular) == kept);
    store.begin_frame();
    CHECK(store.run(first).text.empty());
    CHECK_FALSE(store.find("first", Weight::Regular));
    CHECK(store.run(kept).text == "kept");
    std::uint32_t const again = store.add(run_named("first"));
    CHECK(again != first);
    CHECK(store.run(again).text == "first");
    CHECK(store.run(first).text.empty());
}

TEST_CASE("nothing of the last frame is forgotten, however much that is") {
    RunStore store;
    std::uint32_t const first = store.add(run_named("first"));
    for (std::size_t i = 0; i < most_runs; ++i) {
        store.add(run_named("run " + std::to_string(i)));
    }
    store.begin_frame();
    CHECK(store.run(first).text == "first");
}

TEST_CASE("widths survive until they were not asked for a long time") {
    WidthStore widths;
    widths.add("often", Weight::Regular, 3);
    widths.add("once", Weight::Regular, 4);
    for (int i = 0; i < 200'000; ++i) {
        widths.add(std::to_string(i), Weight::Regular, 1);
        if (i % 1000 == 0) CHECK(widths.find("often", Weight::Regular) == 3);
    }
    CHECK_FALSE(widths.find("once", Weight::Regular));
    CHECK_FALSE(widths.find("often", Weight::SemiBold));
}

TEST_CASE("pictures in the atlas never overlap and keep a gap") {
    GlyphAtlas atlas({4, 1});
    struct Placed {
        AtlasPlace place;
        int width;
        int height;
    };
    std::vector<Placed> all;
    for (int i = 0; i < 700; ++i) {
        int const width = 5 + i * 37 % 70;
        int const height = 8 + i * 53 % 90;
        std::vector<std::uint8_t> const pixels(static_cast<std::size_t>(width * height), 255);
        auto const place = atlas.add(AtlasFormat::Distance, width, height, pixels);
        REQUIRE(place);
        for (Placed const& other : all) {
            bool const apart =
                other.place.layer != place->layer || other.place.x + other.width < place->x ||
                place->x + width < other.place.x || other.place.y + other.height < place->y ||
                place->y + height < other.place.y;
            if (!apart) FAIL_CHECK("picture " << i << " touches another one");
        }
        CHECK(place->x + width < atlas_side_px);
        CHECK(place->y + height < atlas_side_px);
        all.push_back({*place, width, height});
    }
    CHECK(atlas.pages().size() >= 2);
}

TEST_CASE("only the changed rows of a page are dirty once it was uploaded") {
    GlyphAtlas atlas({1, 1});
    std::vector<std::uint8_t> const pixels(10 * 20, 7);
    atlas.add(AtlasFormat::Distance, 10, 20, pixels);
    AtlasPage& page = atlas.pages().at(0);
    CHECK(page.dirty_first == 0);
    CHECK(page.dirty_last == atlas_side_px);
    page.dirty_first = page.dirty_last = 0;
    std::uint64_t const version = page.version;
    auto const place = atlas.add(AtlasFormat::Distance, 5, 30, std::vector<std::uint8_t>(150, 9));
    REQUIRE(place);
    CHECK(page.dirty_first == place->y);
    CHECK(page.dirty_last == place->y + 30);
    CHECK(page.version > version);
}

TEST_CASE("pages of colours and of distances are counted apart") {
    GlyphAtlas atlas({1, 1});
    auto const grey =
        atlas.add(AtlasFormat::Distance, 1000, 1000, std::vector<std::uint8_t>(1'000'000, 1));
    auto const color = atlas.add(AtlasFormat::Color, 4, 4, std::vector<std::uint8_t>(64, 2));
    REQUIRE(grey);
    REQUIRE(color);
    CHECK(grey->layer == 0);
    CHECK(color->layer == 0);
    CHECK_FALSE(atlas.add(AtlasFormat::Distance, 500, 500, std::vector<std::uint8_t>(250'000, 1)));
    CHECK(atlas.full());
    atlas.clear();
    CHECK_FALSE(atlas.full());
}

TEST_CASE("a second start finds the fonts and glyphs of the first and makes the same pages") {
    test::ScratchFolder const folder;
    FontOptions const options{.cache_file = folder.path() / "deep" / "glyphs"};
    FontBook first{options};
    std::vector<AtlasPage> const made = pages_with(first, sample);
    first.save_cache();
    REQUIRE(fs::exists(options.cache_file));
    CHECK_FALSE(fs::exists(options.cache_file.string() + ".new"));
    CHECK(GlyphCache(options.cache_file).size() > 20);
    FontBook second{options};
    CHECK(same_pages(made, pages_with(second, sample)));
    CHECK(first.describe() == second.describe());
    // Nothing new: nothing is written.
    auto const time = fs::last_write_time(options.cache_file);
    second.save_cache();
    CHECK(fs::last_write_time(options.cache_file) == time);
}

TEST_CASE("glyphs of several sessions add up in the cache") {
    test::ScratchFolder const folder;
    FontOptions const options{.cache_file = folder.path() / "glyphs"};
    std::size_t known = 0;
    for (std::string_view const text : {"abc", "def", "ghi"}) {
        FontBook fonts{options};
        pages_with(fonts, text);
        fonts.save_cache();
        std::size_t const now = GlyphCache(options.cache_file).size();
        CHECK(now == known + 6);
        known = now;
    }
}

TEST_CASE("a damaged cache is ignored and replaced") {
    test::ScratchFolder const folder;
    FontOptions const options{.cache_file = folder.path() / "glyphs"};
    FontBook first{options};
    std::vector<AtlasPage> const made = pages_with(first, "Rag");
    first.save_cache();
    std::string const whole = bytes_of(options.cache_file);
    std::vector<std::string> damaged{"", "rubbish", whole.substr(0, whole.size() / 2), whole + "x",
                                     std::string(5000, '\0')};
    for (std::size_t at : {3UL, 25UL, 40UL, whole.size() / 2, whole.size() - 1}) {
        damaged.push_back(whole);
        damaged.back()[at] = static_cast<char>(damaged.back()[at] ^ 0x40);
    }
    for (std::string const& bytes : damaged) {
        write_bytes(options.cache_file, bytes);
        CHECK(GlyphCache(options.cache_file).size() == 0);
        FontBook fonts{options};
        CHECK(same_pages(made, pages_with(fonts, "Rag")));
        fonts.save_cache();
        CHECK(GlyphCache(options.cache_file).size() > 0);
    }
}

TEST_CASE("a cache that cannot be written is no error") {
    test::ScratchFolder const folder;
    fs::create_directories(folder.path());
    write_bytes(folder.path() / "file", "in the way");
    FontBook fonts{FontOptions{.cache_file = folder.path() / "file" / "glyphs"}};
    pages_with(fonts, "a");
    fonts.save_cache();
    CHECK(bytes_of(folder.path() / "file") == "in the way");
}

TEST_CASE("a cache of fonts that changed since is ignored") {
    test::ScratchFolder const folder;
    fs::create_directories(folder.path());
    fs::path const font = folder.path() / "some.otf";
    write_bytes(font, "one");
    FontInventory inventory;
    inventory.families.push_back({"Some", FaceKind::Outline, {}});
    for (FaceFile& face : inventory.families[0].faces)
        face.path = font.string();
    inventory.folders = {(folder.path() / "fonts").string()};  // is not there yet
    fs::path const file = folder.path() / "glyphs";
    GlyphPicture picture;
    picture.width = picture.height = 1;
    picture.pixels = {200};
    auto const write = [&] {
        GlyphCache cache{file};
        cache.set_inventory(inventory);
        cache.add({1, 2, 3}, picture);
        cache.save();
    };
    write();
    CHECK(GlyphCache(file).families().has_value());
    REQUIRE(GlyphCache(file).find({1, 2, 3}).has_value());
    CHECK(GlyphCache(file).find({1, 2, 3})->pixels == picture.pixels);
    CHECK_FALSE(GlyphCache(file).find({1, 2, 0}).has_value());
    write_bytes(font, "other");
    CHECK_FALSE(GlyphCache(file).families().has_value());
    write();
    CHECK(GlyphCache(file).families().has_value());
    fs::create_directories(folder.path() / "fonts");
    CHECK_FALSE(GlyphCache(file).families().has_value());
}
