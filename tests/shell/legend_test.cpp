// The legend below what a visitor sees: every sign that stands there is explained, and no other.
#include <algorithm>
#include <doctest/doctest.h>

#include "scene/theme.hpp"
#include "shell/picture_state.hpp"
#include "shell/seen_wall.hpp"

using namespace shell_test;

namespace {

using scene::ItemKind;
using scene::Overlay;
using scene::Shape;

std::string legend_words(shell::Wall& wall, Seen const& seen) {
    std::string all = "\n";
    for (InkedText const& text : texts_of(wall, seen.list)) {
        if (text.entry.item_kind == ItemKind::Legend) all += text.text + "\n";
    }
    return all;
}

bool explains(std::string const& legend, std::string_view words) {
    return legend.find("\n" + std::string(words) + "\n") != std::string::npos;
}

// On the map, its floor and its names; not on cards, in the dock or in the legend itself.
bool shows(Seen const& seen, Shape shape, scene::Color color) {
    auto const& entries = seen.list.entries;
    return std::any_of(entries.begin(), entries.end(), [&](scene::Entry const& entry) {
        switch (entry.item_kind) {
            case ItemKind::Legend:
            case ItemKind::Minimap:
            case ItemKind::Chrome:
            case ItemKind::Card:
                return false;
            default:
                break;
        }
        if (entry.kind != scene::PrimitiveKind::Quad) return false;
        scene::Quad const& quad = seen.list.quads[entry.index];
        return quad.shape == shape && quad.border.r == color.r && quad.border.g == color.g &&
               quad.border.b == color.b && quad.border.a > 0;
    });
}

Seen picture(shell::Wall& wall, shell::PictureOptions const& options) {
    Seen seen{{}, shell::picture_state(wall, options)};
    wall.build(seen.state, seen.list);
    return seen;
}

struct Explained {
    Shape shape;
    scene::Color color;
    char const* words;
};

}  // namespace

TEST_CASE("every mark on the wall is explained by the legend, and no mark that is not there") {
    shell::Wall wall(room_of(demo()), files());
    scene::Theme const& theme = look(wall, {"home"}).state.theme;
    std::vector<Explained> const marks{
        {Shape::Disc, theme.kept, "kept"},
        {Shape::HalfDisc, theme.on_the_line, "on the line"},
        {Shape::Triangle, theme.broken, "broken"},
        {Shape::HatchedRing, theme.second_ink, "not proven yet"},
        {Shape::DottedRing, theme.second_ink, "too few to say"},
        {Shape::SplitDisc, theme.broken, "it depends on where or who"},
        {Shape::ArrowUp, theme.ink, "better than usual"},
        {Shape::ArrowDown, theme.ink, "worse than usual"},
        {Shape::Star, theme.remembered_fill, "remembered for it"},
        {Shape::Diamond, theme.ink, "moment of truth"},
        {Shape::ChevronUp, theme.lead, "ahead of the best rival"},
        {Shape::Bar, theme.second_ink, "level"},
        {Shape::ChevronDown, theme.lag, "behind the best rival"}};
    int rivals = 0;
    int left_out = 0;
    for (char const* const view : {"home", "journey:J2", "stage:S6", "touchpoint:T40"}) {
        for (auto const overlay : {Overlay::Reliability, Overlay::Differentiation}) {
            for (base::ScreenSize const size : {base::ScreenSize{1920, 1080}, {3840, 2160}}) {
                CAPTURE(view);
                CAPTURE(scene::key_of(overlay));
                CAPTURE(size.w);
                Seen const seen = look(wall, {view, overlay, 86, size});
                std::string const legend = legend_words(wall, seen);
                for (Explained const& mark : marks) {
                    CAPTURE(mark.words);
                    bool const shown = shows(seen, mark.shape, mark.color);
                    CHECK(explains(legend, mark.words) == shown);
                    left_out += shown ? 0 : 1;
                    bool const rival = mark.color == theme.lead || mark.color == theme.lag;
                    rivals += shown && rival && overlay == Overlay::Reliability ? 1 : 0;
                }
            }
        }
    }
    CHECK(rivals > 0);
    CHECK(left_out > 0);
}

TEST_CASE("the legend of an open floor explains its waits, fail points, evidence and links") {
    shell::PictureOptions options;
    options.view = "journey:J2";
    options.size = {1920, 1080};
    options.backstage = true;
    shell::Wall wall(room_of(demo()), files());
    std::string const legend = legend_words(wall, picture(wall, options));
    for (char const* const words : {"fail point", "wait", "evidence to open", "triggers",
                                    "is needed", "is waited for", "fails into", "crosses a line"}) {
        CAPTURE(words);
        CHECK(explains(legend, words));
    }
    model::Room room = room_of(demo());
    for (model::BlueprintNode& node : room.blueprint_nodes) {
        node.wait_minutes.reset();
        node.fail_point = false;
        if (node.lane == model::BlueprintLane::Evidence) node.touchpoint = {};
    }
    std::erase_if(room.blueprint_links,
                  [](auto const& link) { return link.kind != model::LinkKind::Needs; });
    shell::Wall plain(std::move(room), files());
    std::string const little = legend_words(plain, picture(plain, options));
    CHECK(explains(little, "is needed"));
    CHECK(explains(little, "crosses a line"));
    for (char const* const words :
         {"fail point", "wait", "triggers", "is waited for", "fails into"}) {
        CAPTURE(words);
        CHECK_FALSE(explains(little, words));
    }
    model::Room unlinked = room_of(demo());
    unlinked.blueprint_links.clear();
    shell::Wall bare(std::move(unlinked), files());
    CHECK_FALSE(explains(legend_words(bare, picture(bare, options)), "crosses a line"));
}
