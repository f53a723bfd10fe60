#include "shell/seen_wall.hpp"

#include <doctest/doctest.h>

#include "exchange/pack.hpp"

namespace fs = std::filesystem;

namespace shell_test {

fs::path demo() {
    return fs::path(SOURCE_ROOT) / "data/northmoor";
}

shell::WallFiles files() {
    return {fs::path(SOURCE_ROOT) / "assets/text/en.json", {}};
}

model::Room room_of(fs::path const& pack) {
    auto result = exchange::read_pack(pack, nullptr);
    REQUIRE(result.room);
    return std::move(*result.room);
}

Seen look(shell::Wall& wall, Visit const& visit) {
    app::StartOptions options;
    options.size = visit.size;
    options.diagonal_in = visit.diagonal_in;
    options.distance_m = visit.distance_m;
    options.overlay = visit.overlay;
    options.backstage = visit.curtain > 0;
    options.curtain = visit.curtain;
    Seen seen{{}, app::start(wall.world(), options)};
    app::update(wall.world(), seen.state, app::SetLargeType{visit.large_type});
    app::update(wall.world(), seen.state, app::Show{visit.view});
    app::settle(wall.world(), seen.state);
    wall.build(seen.state, seen.list);
    return seen;
}

std::vector<InkedText> texts_of(shell::Wall& wall, scene::DrawList const& list) {
    std::vector<InkedText> texts;
    for (scene::Entry const& entry : list.entries) {
        if (entry.kind != scene::PrimitiveKind::GlyphRun ||
            entry.item_kind == scene::ItemKind::Card ||
            entry.item_kind == scene::ItemKind::Definition)
            continue;
        scene::GlyphRun const& run = list.runs[entry.index];
        auto const& shaped = wall.fonts().run(run.run);
        auto const size = static_cast<double>(run.size_px);
        base::ScreenRect const ink{run.origin.x, run.origin.y - size * 0.7,
                                   static_cast<double>(shaped.width_em) * size, size * 0.7};
        texts.push_back({shaped.text, entry, base::intersection(ink, list.clips[entry.clip])});
    }
    return texts;
}

void check_texts(shell::Wall& wall, Seen const& seen) {
    auto const texts = texts_of(wall, seen.list);
    REQUIRE_FALSE(texts.empty());
    bool const small_panel = seen.state.diagonal_in < 80;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        CAPTURE(texts[i].text);
        // In a box that holds no more at the smallest size that is read, the first words stay.
        bool const box = texts[i].entry.item_kind == scene::ItemKind::Node ||
                         texts[i].entry.item_kind == scene::ItemKind::Step;
        if (!box || !small_panel) CHECK(texts[i].text.find("\u2026") == std::string::npos);
        for (std::size_t j = i + 1; j < texts.size(); ++j) {
            base::ScreenRect const both = base::intersection(texts[i].ink, texts[j].ink);
            CAPTURE(texts[j].text);
            CHECK_FALSE((both.w > 0.5 && both.h > 0.5));
        }
    }
}

void check_texts(shell::Wall& wall, Visit const& visit) {
    CAPTURE(visit.view);
    check_texts(wall, look(wall, visit));
}

namespace {

std::vector<InkedText> texts_of_kind(shell::Wall& wall, scene::DrawList const& list,
                                     scene::ItemKind kind) {
    std::vector<InkedText> texts;
    for (scene::Entry const& entry : list.entries) {
        if (entry.kind != scene::PrimitiveKind::GlyphRun || entry.item_kind != kind) continue;
        scene::GlyphRun const& run = list.runs[entry.index];
        auto const& shaped = wall.fonts().run(run.run);
        auto const size = static_cast<double>(run.size_px);
        texts.push_back({shaped.text,
                         entry,
                         {run.origin.x, run.origin.y - size * 0.7,
                          static_cast<double>(shaped.width_em) * size, size * 0.7}});
    }
    return texts;
}

void check_apart(std::vector<InkedText> const& texts, std::size_t i) {
    for (std::size_t j = i + 1; j < texts.size(); ++j) {
        base::ScreenRect const both = base::intersection(texts[i].ink, texts[j].ink);
        CAPTURE(texts[j].text);
        CHECK_FALSE((both.w > 0.5 && both.h > 0.5));
    }
}

}  // namespace

void check_card(shell::Wall& wall, Visit const& visit) {
    CAPTURE(visit.view);
    auto const texts = texts_of_kind(wall, look(wall, visit).list, scene::ItemKind::Card);
    REQUIRE(texts.size() > 5);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        CAPTURE(texts[i].text);
        check_apart(texts, i);
    }
}

std::vector<InkedText> definition_texts(shell::Wall& wall, scene::DrawList const& list) {
    return texts_of_kind(wall, list, scene::ItemKind::Definition);
}

base::ScreenRect definition_paper(scene::Chrome const& chrome) {
    base::ScreenRect paper;
    for (scene::Control const& control : chrome.controls) {
        if (control.kind == scene::ControlKind::Definition) paper = control.rect;
    }
    return paper;
}

void check_definition(shell::Wall& wall, Visit const& visit) {
    CAPTURE(visit.view);
    CAPTURE(visit.diagonal_in);
    Seen const seen = look(wall, visit);
    REQUIRE(seen.state.view.definitions.size() == 1);
    base::ScreenRect const paper = definition_paper(wall.chrome(seen.state));
    CHECK((paper.x >= 0 && paper.y >= 0 && paper.right() <= visit.size.w &&
           paper.bottom() <= visit.size.h));
    double const px_per_mm = app::physical_of(seen.state).px_per_mm;
    auto const texts = definition_texts(wall, seen.list);
    REQUIRE(texts.size() > 8);
    bool n_said = false;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        CAPTURE(texts[i].text);
        if (texts[i].text == "n") n_said = true;
        CHECK(texts[i].text.find("\u2026") == std::string::npos);
        CHECK(texts[i].ink.x >= paper.x);
        CHECK(texts[i].ink.right() <= paper.right());
        CHECK(texts[i].ink.bottom() <= paper.bottom());
        double const em = texts[i].ink.h / 0.7;
        CHECK(em * layout::cap_height_em / px_per_mm >= 4.5);
        check_apart(texts, i);
    }
    CHECK(n_said);
}

}  // namespace shell_test
