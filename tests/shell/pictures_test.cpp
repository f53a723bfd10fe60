// The pack's pictures on the wall: portraits, touchpoints' media, and what stands in for those that
// cannot be shown.
#include <doctest/doctest.h>
#include <filesystem>
#include <poll.h>

#include "app/session.hpp"
#include "exchange/pack.hpp"
#include "shell/headless.hpp"
#include "shell/picture.hpp"
#include "shell/picture_shelf.hpp"
#include "shell/wall.hpp"

namespace {

namespace fs = std::filesystem;

shell::AssetPaths const assets{
    fs::path(SOURCE_ROOT) / "assets" / "text" / "en.json", fs::path(SOURCE_ROOT) / "shaders", {}};

model::Room northmoor() {
    auto result = exchange::read_pack(fs::path(SOURCE_ROOT) / "data" / "northmoor", nullptr);
    REQUIRE(result.room);
    return std::move(*result.room);
}

std::vector<std::uint8_t>& bytes_of(model::Room& room, std::string const& name) {
    for (model::MediaFile& file : room.media) {
        if (file.name == name) return file.bytes;
    }
    FAIL("the demo has no picture " << name);
    return room.media.front().bytes;
}

int different_bytes(std::vector<std::uint8_t> const& a, std::vector<std::uint8_t> const& b) {
    int different = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        different += a[i] == b[i] ? 0 : 1;
    return different;
}

struct Look {
    explicit Look(model::Room shown)
        : wall(std::move(shown), {fs::path(SOURCE_ROOT) / "assets" / "text" / "en.json", {}}) {
        app::StartOptions options;
        options.size = {1920, 1080};
        state = app::start(wall.world(), options);
    }
    scene::DrawList const& at(std::string const& view) {
        app::update(wall.world(), state, app::Show{view});
        app::settle(wall.world(), state);
        wall.build(state, list);
        return list;
    }
    std::size_t pictures(scene::ItemKind kind) const {
        return static_cast<std::size_t>(
            std::count_if(list.entries.begin(), list.entries.end(), [&](scene::Entry const& entry) {
                return entry.kind == scene::PrimitiveKind::Picture && entry.item_kind == kind;
            }));
    }
    bool says(std::string const& text) const {
        return wall.dump(list).find("\"" + text + "\"") != std::string::npos;
    }

    shell::Wall wall;
    app::AppState state;
    scene::DrawList list;
};

}  // namespace

TEST_CASE("a persona's portrait stands in the dock, and initials where there is none") {
    model::Room room = northmoor();
    room.personas[0].portrait.clear();
    Look look(std::move(room));
    look.at("home");
    CHECK(look.pictures(scene::ItemKind::Persona) == 1);
    CHECK(look.says("AV"));
    CHECK_FALSE(look.says("TL"));
}

TEST_CASE("initials are the first letters of the first and of the last word") {
    CHECK(scene::initials("Tom and Edith Larkin") == "TL");
    CHECK(scene::initials("  Zoë ") == "Z");
    CHECK(scene::initials("Émile Öz") == "ÉÖ");
    CHECK(scene::initials("").empty());
}

TEST_CASE("a touchpoint's picture stands beside its words close up, and on its open card") {
    Look look(northmoor());
    look.at("touchpoint:T29");
    CHECK(look.pictures(scene::ItemKind::Touchpoint) == 1);
    CHECK(look.pictures(scene::ItemKind::Card) == 1);
    CHECK_FALSE(look.says("This picture cannot be shown: review-letter.png"));
}

TEST_CASE("a picture is cut at its longer sides, never stretched") {
    Look look(northmoor());
    for (scene::Picture const& picture : look.at("touchpoint:T29").pictures) {
        auto const& facts = look.wall.pictures().facts[picture.image];
        double const shown_w = facts.width * static_cast<double>(picture.show_w);
        double const shown_h = facts.height * static_cast<double>(picture.show_h);
        CHECK(shown_w / shown_h == doctest::Approx(picture.rect.w / picture.rect.h).epsilon(1e-4));
    }
}

TEST_CASE("a picture that came damaged with a database is a sentence on the card") {
    model::Room room = northmoor();
    bytes_of(room, "review-letter.png").resize(900);
    Look look(std::move(room));
    look.at("touchpoint:T29");
    CHECK(look.pictures(scene::ItemKind::Card) == 0);
    CHECK(look.says("This picture cannot be shown: review-letter.png"));
}

// The decoder of Debian 12 writes behind its table for such a file.
TEST_CASE("a crafted JPEG in a database stops at the gate and costs the wall one picture") {
    model::Room room = northmoor();
    auto& bytes = bytes_of(room, "amara.png");
    bytes = {0xFF, 0xD8, 0xFF, 0xC4, 0x10, 0x03, 0x00};
    bytes.insert(bytes.end(), 16, 0xFF);
    bytes.resize(bytes.size() + 16 * 255, 7);
    bytes.insert(bytes.end(), {0xFF, 0xD9});
    Look look(std::move(room));
    look.at("home");
    CHECK(look.says("AV"));
    CHECK(look.pictures(scene::ItemKind::Persona) == 1);
}

TEST_CASE("pictures are decoded beside the frame; one that turns out damaged says so afterwards") {
    shell::HeadlessContext const context;
    render::Renderer renderer({fs::path(SOURCE_ROOT) / "shaders"});
    model::Room room = northmoor();
    // Whole by every checksum, but its pixels are no compressed data.
    std::vector<std::uint8_t> const empty{
        0x89, 'P',  'N',  'G', '\r', '\n', 0x1A, '\n', 0,    0,    0,    13,   'I',  'H',  'D',
        'R',  0,    0,    0,   1,    0,    0,    0,    1,    8,    2,    0,    0,    0,    0x90,
        0x77, 0x53, 0xDE, 0,   0,    0,    0,    'I',  'D',  'A',  'T',  0x35, 0xAF, 0x06, 0x1E,
        0,    0,    0,    0,   'I',  'E',  'N',  'D',  0xAE, 0x42, 0x60, 0x82};
    bytes_of(room, "amara.png") = empty;
    Look look(std::move(room));
    shell::PictureShelf shelf(look.wall.room(), look.wall.pictures());
    CHECK_FALSE(shelf.deliver(renderer));
    shelf.want(look.at("home"));
    int delivered = 0;
    pollfd waiting{shelf.fd(), POLLIN, 0};
    while (!look.says("AV") && poll(&waiting, 1, 5000) > 0) {
        delivered += shelf.deliver(renderer) ? 1 : 0;
        look.at("home");
    }
    CHECK(delivered >= 1);
    CHECK(look.says("AV"));
}

TEST_CASE("a calm cut begins with the view that it leaves and ends with the one it goes to") {
    Look look(northmoor());
    auto const picture = [&] { return shell::picture_of(look.wall, look.state, assets).rgba; };
    app::update(look.wall.world(), look.state, app::SetCalmMotion{true});
    auto const left = picture();
    app::update(look.wall.world(), look.state, app::ZoomIn{});
    // Where a line of text lies in its atlas may move a pixel's last bit.
    CHECK(different_bytes(picture(), left) < 1000);
    app::update(look.wall.world(), look.state, app::Tick{5000});
    CHECK(different_bytes(picture(), left) > 100'000);
}

TEST_CASE("the panel of the lenses shows its words in the picture") {
    Look look(northmoor());
    app::update(look.wall.world(), look.state, app::Show{"journey:J2"});
    app::update(look.wall.world(), look.state, app::SetBackstage{true});
    app::update(look.wall.world(), look.state, app::ToggleLenses{});
    app::settle(look.wall.world(), look.state);
    base::Image const picture = shell::picture_of(look.wall, look.state, assets);
    int choices = 0;
    for (scene::Control const& control : look.wall.chrome(look.state).controls) {
        if (control.kind != scene::ControlKind::LensChoice || control.on) continue;
        ++choices;
        CAPTURE(control.label);
        int dark = 0;
        for (int y = static_cast<int>(control.rect.y); y < static_cast<int>(control.rect.bottom());
             ++y) {
            for (int x = static_cast<int>(control.rect.x);
                 x < static_cast<int>(control.rect.right()); ++x) {
                auto const at = static_cast<std::size_t>((y * picture.width + x) * 4);
                dark += picture.rgba[at] < 128 ? 1 : 0;
            }
        }
        CHECK(dark > 20);
    }
    CHECK(choices > 6);
}

TEST_CASE("a box of evidence shows its pictures small where it is large enough, from far a sign") {
    Look look(northmoor());
    app::update(look.wall.world(), look.state, app::SetBackstage{true});
    look.at("journey:J2");
    CHECK(look.pictures(scene::ItemKind::Node) > 0);
    look.at("home");
    CHECK(look.pictures(scene::ItemKind::Node) == 0);
}
