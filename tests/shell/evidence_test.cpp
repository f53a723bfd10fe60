// Evidence opened large: pictures and what customers said, beside each other, moved and scaled by
// hands that are replayed.
#include "app/evidence.hpp"

#include <cmath>
#include <doctest/doctest.h>
#include <limits>

#include "app/controls.hpp"
#include "app/session.hpp"
#include "app/travel.hpp"
#include "scene/evidence_plan.hpp"
#include "shell/seen_wall.hpp"

using namespace shell_test;
using app::Phase;
using scene::ControlKind;

namespace {

struct Table {
    shell::Wall wall;
    app::Session session;
    double t_ms = 0;

    explicit Table(model::Room room = room_of(demo()), base::ScreenSize size = {1920, 1080})
        : wall(std::move(room), files()), session(wall.world(), {.size = size}) {}

    void open(std::string const& name) {
        auto const evidence = scene::parse_evidence(wall.room(), name);
        REQUIRE(evidence);
        session.obey(app::ShowEvidence{*evidence}, t_ms);
        session.advance(t_ms += 1000);
    }
    void contact(std::int64_t id, Phase phase, base::ScreenPoint at) {
        session.handle({id, phase, at, t_ms});
        t_ms += 10;
    }
    void slide(std::int64_t id, base::ScreenPoint from, base::ScreenPoint to) {
        contact(id, Phase::Begin, from);
        for (int i = 1; i <= 10; ++i)
            contact(id, Phase::Move, from + (to - from) * (i / 10.0));
        contact(id, Phase::End, to);
    }
    void tap(base::ScreenPoint at) {
        contact(1, Phase::Begin, at);
        t_ms += 60;
        contact(1, Phase::End, at);
        session.advance(t_ms += 1000);
    }
    std::vector<scene::OpenEvidence> const& sheets() const { return session.state().view.evidence; }
    std::vector<std::string> names() const {
        std::vector<std::string> all;
        for (auto const& sheet : sheets())
            all.push_back(scene::name_of(wall.room(), sheet.evidence));
        return all;
    }
    base::ScreenRect rect(std::string const& name, ControlKind kind = ControlKind::EvidenceBody) {
        for (auto const& control : wall.chrome(session.state()).controls) {
            if (control.kind == kind && scene::name_of(wall.room(), control.evidence) == name)
                return control.rect;
        }
        return {};
    }
    std::string dump() {
        scene::DrawList list;
        wall.build(session.state(), list);
        return wall.dump(list);
    }
};

using Names = std::vector<std::string>;

constexpr char const* picture = "T38:tracking-text.png";
constexpr char const* voices = "T41:words";

bool near(double a, double b, double tolerance = 0.6) {
    return std::abs(a - b) <= tolerance;
}

bool says(std::string const& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("two pieces of evidence stand beside each other, whole, and neither covers the other") {
    for (base::ScreenSize const size : {base::ScreenSize{1920, 1080}, {3840, 2160}, {1280, 1024}}) {
        CAPTURE(size.w);
        Table table(room_of(demo()), size);
        table.open(picture);
        table.open(voices);
        CHECK(table.names() == Names{picture, voices});
        auto const a = table.rect(picture);
        auto const b = table.rect(voices);
        CHECK_FALSE(base::intersects(a, b));
        for (auto const& rect : {a, b}) {
            CHECK(rect.x >= 0);
            CHECK(rect.y >= 0);
            CHECK(rect.right() <= size.w);
            CHECK(rect.bottom() <= table.wall.chrome(table.session.state()).dock.y);
            CHECK(rect.h > size.h * 0.3);
        }
    }
}

TEST_CASE("evidence says what it is, what was invented and whether consent is recorded") {
    Table table;
    table.open(picture);
    std::string const shown = table.dump();
    CHECK(says(shown, "picture item=evidence:T38 role=picture"));
    CHECK(says(shown, "Engineer tracking text"));
    CHECK(says(shown, "consent not recorded"));
    table.open(voices);
    std::string const said = table.dump();
    CHECK(says(said, "You said 48 hours. It was eight days, in January."));
    CHECK(says(said, "Nobody rang to say it was late. I did the chasing."));
    CHECK(says(said, "like Amara Voss"));
    CHECK(says(said, "text=\"invented\""));
}

TEST_CASE("the words of a touchpoint hold what customers think at its step, and the ideas for it") {
    model::Room room = room_of(demo());
    auto const touchpoint = model::find_touchpoint(room, "T40");
    for (model::Placement const& placement : room.placements) {
        if (placement.touchpoint == touchpoint && placement.step)
            room.steps[placement.step.index()].thought = "Not again.\nPain points: a day off";
    }
    Table table(std::move(room));
    table.open("T40:words");
    std::string const said = table.dump();
    for (char const* part : {"Not again.", "Pain points: a day off", "Ideas to mend it"})
        CHECK(says(said, part));
}

TEST_CASE("a sheet lies over the chip of the lenses, as hands find it") {
    Table table;
    table.session.obey(app::Show{"journey:J2"}, 0);
    table.session.obey(app::SetBackstage{true}, 0);
    table.session.advance(table.t_ms += 3000);
    table.open(voices);
    std::string const text = table.dump();
    auto const chip = text.find("text=\"Look through\"");
    auto const sheet = text.find("item=evidence:T41");
    REQUIRE(chip != std::string::npos);
    REQUIRE(sheet != std::string::npos);
    CHECK(chip < sheet);
}

TEST_CASE("a voice that was not invented carries no such mark") {
    model::Room room = room_of(demo());
    for (auto& verbatim : room.verbatims)
        verbatim.invented = false;
    Table table(std::move(room));
    table.open(voices);
    CHECK_FALSE(says(table.dump(), "text=\"invented\""));
    CHECK(says(table.dump(), "consent not recorded"));
}

TEST_CASE("consent that the pack records is said, given or refused, of words and of pictures") {
    for (bool const given : {true, false}) {
        CAPTURE(given);
        model::Room room = room_of(demo());
        for (auto& verbatim : room.verbatims) {
            verbatim.invented = false;
            verbatim.consent = given;
        }
        for (auto& touchpoint : room.touchpoints)
            touchpoint.media_consent = given;
        Table table(std::move(room));
        for (char const* const evidence : {voices, picture}) {
            table.open(evidence);
            std::string const told = table.dump();
            CHECK(says(told, given ? "consent given" : "no consent"));
            CHECK_FALSE(says(told, "consent not recorded"));
        }
    }
}

TEST_CASE("one finger moves a sheet, and the map below stays where it was") {
    Table table;
    table.open(picture);
    auto const before = table.rect(picture);
    auto const camera = table.session.state().view.camera;
    table.slide(1, before.centre(), before.centre() + base::ScreenPoint{200, -90});
    auto const after = table.rect(picture);
    CHECK(near(after.x, before.x + 200));
    CHECK(near(after.y, before.y - 90));
    CHECK(near(after.w, before.w));
    CHECK(table.session.state().view.camera == camera);
}

TEST_CASE("two fingers scale a sheet, and each finger keeps the point that it touched") {
    Table table;
    table.open(picture);
    auto const before = table.rect(picture);
    base::ScreenPoint const a = before.centre() + base::ScreenPoint{-100, 0};
    base::ScreenPoint const b = before.centre() + base::ScreenPoint{100, 40};
    base::ScreenPoint const a_to = a + base::ScreenPoint{-50, 10};
    base::ScreenPoint const b_to = b + base::ScreenPoint{50, 30};
    table.contact(1, Phase::Begin, a);
    table.contact(2, Phase::Begin, b);
    for (int i = 1; i <= 20; ++i) {
        table.contact(1, Phase::Move, a + (a_to - a) * (i / 20.0));
        table.contact(2, Phase::Move, b + (b_to - b) * (i / 20.0));
    }
    table.contact(1, Phase::End, a_to);
    table.contact(2, Phase::End, b_to);
    auto const after = table.rect(picture);
    double const grown =
        std::hypot(b_to.x - a_to.x, b_to.y - a_to.y) / std::hypot(b.x - a.x, b.y - a.y);
    CHECK(after.w / before.w == doctest::Approx(grown).epsilon(0.01));
    base::ScreenPoint const middle = (a + b) * 0.5;
    base::ScreenPoint const middle_to = (a_to + b_to) * 0.5;
    CHECK(near(after.x + (middle.x - before.x) * grown, middle_to.x, 3));
    CHECK(near(after.y + (middle.y - before.y) * grown, middle_to.y, 3));
}

TEST_CASE("two people scale two sheets at once") {
    Table table;
    table.open(picture);
    table.open(voices);
    auto const a = table.rect(picture);
    auto const b = table.rect(voices);
    std::int64_t id = 1;
    for (auto const& rect : {a, b}) {
        table.contact(id++, Phase::Begin, rect.centre() + base::ScreenPoint{-60, 0});
        table.contact(id++, Phase::Begin, rect.centre() + base::ScreenPoint{60, 0});
    }
    for (int i = 1; i <= 10; ++i) {
        id = 1;
        for (auto const& rect : {a, b}) {
            table.contact(id++, Phase::Move, rect.centre() + base::ScreenPoint{-60 - 3.0 * i, 0});
            table.contact(id++, Phase::Move, rect.centre() + base::ScreenPoint{60 + 3.0 * i, 0});
        }
    }
    for (std::int64_t each = 1; each < id; ++each)
        table.contact(each, Phase::Cancel, {0, 0});
    CHECK(table.rect(picture).w / a.w == doctest::Approx(1.5).epsilon(0.03));
    CHECK(table.rect(voices).w / b.w == doctest::Approx(1.5).epsilon(0.03));
}

TEST_CASE("a sheet grows and shrinks within limits and cannot be lost off the wall") {
    Table table;
    table.open(picture);
    auto const name = *scene::parse_evidence(table.wall.room(), picture);
    for (double const factor : {1e9, 1e-9, 1e30}) {
        table.session.obey(app::MoveEvidence{name, {900, 500}, {1e6, -1e6}, factor}, table.t_ms);
        scene::OpenEvidence const& sheet = table.sheets().back();
        CHECK(sheet.scale >= app::smallest_evidence);
        CHECK(sheet.scale <= app::largest_evidence);
        CHECK(sheet.centre.x >= 0);
        CHECK(sheet.centre.x <= 1920);
        CHECK(sheet.centre.y >= 0);
        CHECK(sheet.centre.y <= 1080);
    }
    table.session.obey(app::MoveEvidence{name, {0, 0}, {0, 0}, 0}, table.t_ms);
    table.session.obey(
        app::MoveEvidence{name, {std::numeric_limits<double>::quiet_NaN(), 0}, {0, 0}, 1},
        table.t_ms);
    CHECK(std::isfinite(table.sheets().back().centre.x));
}

TEST_CASE("a sheet that was moved stays there; the others share what is left in order") {
    Table table;
    table.open(picture);
    auto const moved = table.rect(picture);
    table.slide(1, moved.centre(), moved.centre() + base::ScreenPoint{-300, -100});
    auto const put = table.rect(picture);
    table.open(voices);
    CHECK(near(table.rect(picture).x, put.x));
    table.tap(table.rect(picture, ControlKind::EvidenceClose).centre());
    CHECK(table.names() == Names{voices});
    CHECK(near(table.rect(voices).centre().x, 960));
}

TEST_CASE("where one of two sheets is closed the other stays, and the next takes the free place") {
    for (bool const left : {true, false}) {
        CAPTURE(left);
        Table table;
        table.open(picture);
        table.open(voices);
        auto const places = std::pair{table.rect(picture), table.rect(voices)};
        std::string const gone = left ? picture : voices;
        std::string const kept = left ? voices : picture;
        auto const stays = left ? places.second : places.first;
        auto const cross = table.rect(kept, ControlKind::EvidenceClose);
        table.tap(table.rect(gone, ControlKind::EvidenceClose).centre());
        REQUIRE(table.names() == Names{kept});
        CHECK(near(table.rect(kept).x, stays.x));
        CHECK(near(table.rect(kept).y, stays.y));
        CHECK(near(table.rect(kept, ControlKind::EvidenceClose).x, cross.x));
        table.open("T42:words");
        CHECK(near(table.rect(kept).x, stays.x));
        CHECK(near(table.rect("T42:words").centre().x,
                   (left ? places.first : places.second).centre().x));
        CHECK_FALSE(base::intersects(table.rect("T42:words"), table.rect(kept)));
    }
}

TEST_CASE("a tap brings a sheet to the front, its cross closes it, a fifth one closes the oldest") {
    Table table;
    for (char const* name : {picture, voices, "T42:words", "T42:temporary-heaters.png"})
        table.open(name);
    REQUIRE(table.sheets().size() == 4);
    table.tap(table.rect(picture).centre());
    CHECK(table.names().back() == picture);
    table.open("T40:words");
    CHECK(table.sheets().size() == app::most_evidence);
    CHECK(table.names() == Names{"T42:words", "T42:temporary-heaters.png", picture, "T40:words"});
    table.open(picture);  // is open: comes to the front
    CHECK(table.names().back() == picture);
    table.tap(table.rect(picture, ControlKind::EvidenceClose).centre());
    CHECK(table.names() == Names{"T42:words", "T42:temporary-heaters.png", "T40:words"});
}

TEST_CASE("evidence is named by touchpoint, and what a touchpoint does not have is no evidence") {
    model::Room const room = room_of(demo());
    CHECK(scene::name_of(room, *scene::parse_evidence(room, "T38")) == picture);
    CHECK(scene::name_of(room, *scene::parse_evidence(room, "T41")) == voices);
    CHECK_FALSE(scene::parse_evidence(room, "T41:nothing.png"));
    CHECK_FALSE(scene::parse_evidence(room, "T99"));
    CHECK_FALSE(scene::parse_evidence(room, ""));
}

TEST_CASE("a picture that cannot be shown says so on its sheet") {
    model::Room room = room_of(demo());
    for (auto& media : room.media) {
        if (media.name == "tracking-text.png") media.bytes.resize(media.bytes.size() / 2);
    }
    Table table(std::move(room));
    table.open(picture);
    CHECK(says(table.dump(), "tracking-text.png"));
    CHECK_FALSE(says(table.dump(), "picture item=evidence:T38"));
}

TEST_CASE("a touchpoint of which very much was said keeps its sheet on the wall") {
    model::Room room = room_of(demo());
    model::Verbatim long_one = room.verbatims.front();
    long_one.touchpoint = model::find_touchpoint(room, "T41");
    for (int i = 0; i < 12; ++i)
        long_one.text += " And then nobody rang for another week, so I rang again and waited.";
    for (int i = 0; i < 30; ++i)
        room.verbatims.push_back(long_one);
    Table table(std::move(room));
    table.open(voices);
    auto const rect = table.rect(voices);
    CHECK(rect.bottom() <= table.wall.chrome(table.session.state()).dock.y);
    CHECK(says(table.dump(), " more"));
}

TEST_CASE("a tap on a box of evidence opens what its step has, pictures first") {
    Table table;
    table.session.obey(app::Show{"journey:J2"}, table.t_ms);
    table.session.obey(app::SetBackstage{true}, table.t_ms);
    table.session.advance(table.t_ms += 3000);
    table.session.obey(app::Fit{}, table.t_ms);
    table.session.advance(table.t_ms += 3000);
    auto const box = [&](char const* key) {
        model::Room const& room = table.wall.room();
        app::AppState const& state = table.session.state();
        for (layout::Floor const& floor : state.layout.floors) {
            for (layout::FloorNode const& node : floor.nodes) {
                if (room.blueprint_nodes[node.node.index()].key == key)
                    return scene::to_screen(state.view.camera, app::framing_of(state).viewport,
                                            node.rect);
            }
        }
        return base::ScreenRect{};
    };
    base::ScreenRect const arrival = box("b4-evidence");
    REQUIRE_FALSE(arrival.empty());
    table.tap(arrival.centre());
    CHECK(table.names() == std::vector<std::string>{"T38:tracking-text.png", "T38:words"});
    table.tap(table.rect("T38:words", ControlKind::EvidenceClose).centre());
    table.tap(table.rect("T38:tracking-text.png", ControlKind::EvidenceClose).centre());
    CHECK(table.names().empty());
    // A box of another lane opens none.
    table.tap(box("offer").centre());
    CHECK(table.names().empty());
    CHECK_FALSE(table.session.state().view.lit.failed.empty());
}

TEST_CASE(
    "the dock and the cross stay in reach of a sheet that is larger than the wall; Back closes "
    "it") {
    Table table;
    table.open(picture);
    table.open(voices);
    auto const name = *scene::parse_evidence(table.wall.room(), picture);
    table.session.obey(app::MoveEvidence{name, {960, 400}, {1900, 700}, app::largest_evidence},
                       table.t_ms);
    auto const cross = table.rect(picture, ControlKind::EvidenceClose);
    CHECK(cross.x >= 0);
    CHECK(cross.right() <= 1920);
    scene::Chrome const chrome = table.wall.chrome(table.session.state());
    CHECK(cross.bottom() <= chrome.dock.y);
    CHECK(table.rect(picture).bottom() <= chrome.dock.y);
    table.session.obey(app::Back{}, table.t_ms);
    CHECK(table.names() == Names{voices});
    table.session.obey(app::Home{}, table.t_ms);
    CHECK(table.names().empty());
}
