#include "app/take_over.hpp"

#include <algorithm>

#include "app/cards.hpp"
#include "app/curtain.hpp"
#include "app/evidence.hpp"
#include "app/id_map.hpp"
#include "app/remake.hpp"
#include "app/stops.hpp"
#include "app/travel.hpp"
#include "metrics/cause_chain.hpp"
#include "metrics/hand_offs.hpp"

namespace app {
namespace {

// What is put away, as keys of the catalogue.
using PutAway = std::vector<std::string_view>;

// Where a camera stands, in words that outlive the layout.
struct Whither {
    scene::Camera camera;
    Anchor anchor;
    base::WorldRect rect;  // of its stop
    model::PlacementId placement;
    model::StageId stage;
    model::JourneyId journey;
};

Whither whither(AppState const& state, scene::Camera const& camera) {
    layout::MapLayout const& layout = state.layout;
    Whither where{camera, anchor_of(layout, camera, framing_of(state)), {}, {}, {}, {}};
    Stop const& stop = where.anchor.stop;
    if (stop.frame >= layout.frames.size()) return where;
    where.rect = rect_of(layout, stop);
    layout::Frame const& frame = layout.frames[stop.frame];
    where.journey = frame.journey;
    if (stop.kind == Stop::Kind::Stage) where.stage = frame.columns[stop.index].stage;
    if (stop.kind == Stop::Kind::Touchpoint) {
        layout::Item const& item = layout.items[stop.index];
        where.placement = item.placement;
        where.stage = layout.frames[item.frame].columns[item.column].stage;
    }
    return where;
}

// The same place, else what is around it.
struct Found {
    std::optional<Stop> stop;
    bool same = false;
};

Found find_stop(layout::MapLayout const& layout, Whither const& where, IdMap const& map) {
    if (model::PlacementId const placement = map.of(where.placement)) {
        for (std::uint32_t i = 0; i < layout.items.size(); ++i) {
            if (layout.items[i].placement == placement)
                return {Stop{Stop::Kind::Touchpoint, layout.items[i].frame, i}, true};
        }
    }
    if (model::StageId const stage = map.of(where.stage)) {
        if (auto const stop = stop_of(layout, stage)) return {stop, !where.placement};
    }
    if (model::JourneyId const journey = map.of(where.journey)) {
        if (auto const stop = stop_of(layout, journey)) return {stop, !where.stage};
    }
    return {home_stop(layout), false};
}

scene::Camera camera_there(AppState const& state, Whither const& where, IdMap const& map,
                           PutAway& away) {
    Found const found = find_stop(state.layout, where, map);
    if (!found.stop) return {};
    Anchor anchor = where.anchor;
    anchor.stop = *found.stop;
    anchor.exact = anchor.exact || !found.same;
    anchor.placement = map.of(where.placement);
    if (!found.same) away.emplace_back("room.changed.away.place");
    // To the last bit, unless the map itself is another one there.
    bool const stays = !anchor.exact && rect_of(state.layout, *found.stop) == where.rect;
    return scene::limited(stays ? where.camera : camera_of(state.layout, anchor, framing_of(state)),
                          state.limits);
}

scene::Focus mapped(scene::Focus focus, IdMap const& map) {
    focus.journey = map.of(focus.journey);
    focus.stage = map.of(focus.stage);
    focus.placement = map.of(focus.placement);
    bool const there = focus.journey || focus.stage || focus.placement;
    return there ? focus : scene::Focus{};
}

struct TakeOver {
    World const& world;
    AppState& state;
    model::Room const& before;
    IdMap const map;
    PutAway away;

    void persona() {
        scene::View& view = state.view;
        if (!view.persona) return;
        view.persona = map.of(view.persona);
        if (!view.persona) away.emplace_back("room.changed.away.persona");
    }

    // Whoever saw the room's own period goes on to see it, as a wall that is opened now does.
    void period_and_day() {
        scene::View& view = state.view;
        auto const shown = [](model::Room const& room) {
            return model::default_period(room).value_or(base::any_time);
        };
        if (view.period == shown(before)) view.period = shown(world.room);
        if (view.now == model::day_after_last_observation(before))
            view.now = model::day_after_last_observation(world.room);
    }

    void theme() {
        if (state.theme.night || before.info.theme == world.room.info.theme) return;
        scene::Theme fresh = scene::with_room_colors(scene::paper_theme(), world.room.info);
        fresh.calm_motion = state.theme.calm_motion;
        fresh.large_type = state.theme.large_type;
        fresh.high_contrast = state.theme.high_contrast;
        state.theme = fresh;
    }

    // As many taps as were told stay told; who had heard all hears all.
    void lit() {
        scene::Lit& lit = state.view.lit;
        if (lit.failed.empty()) return;
        auto const length = [](model::Room const& room, auto const& failed) {
            return metrics::cause_chain(room, metrics::blueprint_graph(room), failed)
                .order()
                .size();
        };
        bool const all = lit.told > 1 && lit.told >= length(before, lit.failed);
        for (model::BlueprintNodeId& node : lit.failed)
            node = map.of(node);
        std::erase_if(lit.failed, [](model::BlueprintNodeId node) { return !node; });
        std::sort(lit.failed.begin(), lit.failed.end());
        if (lit.failed.empty()) {
            lit = {};
            away.emplace_back("room.changed.away.chain");
            return;
        }
        std::size_t const now = length(world.room, lit.failed);
        lit.told = all ? now : std::clamp<std::size_t>(lit.told, 1, std::max<std::size_t>(now, 1));
    }

    void lens() {
        scene::Lens& lens = state.view.lens;
        bool const of_team =
            lens.kind == scene::LensKind::Role || lens.kind == scene::LensKind::Function;
        if (!of_team) return;
        auto const whose =
            lens.kind == scene::LensKind::Role ? metrics::Whose::Role : metrics::Whose::Function;
        if (!metrics::nodes_of_team(world.room, lens.key, whose).empty()) return;
        lens = {};
        away.emplace_back("room.changed.away.lens");
    }

    void cards() {
        auto& cards = state.view.cards;
        for (scene::OpenCard& card : cards)
            card.touchpoint = map.of(card.touchpoint);
        bool const gone =
            std::erase_if(cards, [](scene::OpenCard const& card) { return !card.touchpoint; }) > 0;
        if (gone) away.emplace_back("room.changed.away.card");
        auto& pulls = state.view.pulls;
        for (scene::Pull& pull : pulls)
            pull.touchpoint = map.of(pull.touchpoint);
        std::erase_if(pulls, [](scene::Pull const& pull) { return !pull.touchpoint; });
    }

    void definitions() {
        auto& open = state.view.definitions;
        bool const gone = std::erase_if(open, [this](scene::OpenDefinition& definition) {
                              std::string const name = scene::name_of(before, definition.figure);
                              auto const figure = scene::parse_figure(world.room, name);
                              if (!figure) return true;
                              definition.figure = *figure;
                              definition.first_row = 0;
                              return false;
                          }) > 0;
        if (gone) away.emplace_back("room.changed.away.definition");
    }

    void evidence() {
        for (scene::OpenEvidence& sheet : state.view.evidence)
            sheet.evidence.touchpoint = map.of(sheet.evidence.touchpoint);
        if (renew_evidence(world, state) > 0) away.emplace_back("room.changed.away.evidence");
    }

    bool goes_on(scene::TextDraft const& text) const {
        model::Room const& room = world.room;
        if (!text.touchpoint.empty()) {
            auto const touchpoint = model::find_touchpoint(room, text.touchpoint);
            return touchpoint && model::promise_of(room, touchpoint) != nullptr;
        }
        if (!text.node.empty()) return model::find_node(room, text.node).valid();
        auto const journey = model::find_journey(room, text.journey);
        return journey && model::find_step(room, journey, text.step).valid();
    }

    // By key already.
    void in_hand() {
        scene::Editing& editing = state.view.editing;
        auto const there = [this](std::string const& node) {
            return model::find_node(world.room, node).valid();
        };
        editing.drag.reset();
        if (!there(editing.node)) editing.node.clear();
        if (editing.link && !(there(editing.link->from) && there(editing.link->to)))
            editing.link.reset();
        if (!editing.text) return;
        scene::TextDraft const& text = *editing.text;
        if (goes_on(text)) return;
        editing.text.reset();
        away.emplace_back("room.changed.away.text");
    }
};

// Staff are told of every change, visitors of what goes.
std::string sentence(World const& world, PutAway const& away, scene::Editing const& before,
                     EditAnswer const& standing) {
    base::Catalogue const& words = world.catalogue;
    std::vector<std::string> said;
    bool const history_ended = (!before.undo.empty() && standing.undo.empty()) ||
                               (!before.redo.empty() && standing.redo.empty());
    if (before.staff) said.emplace_back(words.text("room.changed"));
    if (history_ended) said.emplace_back(words.text("room.changed.history"));
    if (!away.empty()) {
        std::string list;
        for (std::string_view const key : away)
            list += (list.empty() ? "" : ", ") + std::string(words.text(key));
        said.push_back(words.format("room.changed.away", {list}));
    }
    if (standing.fate == EditFate::Refused)
        said.emplace_back(words.text("room.changed.press-again"));
    std::string text;
    for (std::string const& one : said)
        text += (text.empty() ? "" : " ") + one;
    return text;
}

}  // namespace

bool may_take_over(AppState const& state, Waiting waiting) {
    scene::Editing const& editing = state.view.editing;
    if (state.moving() || state.curtain_dragged || editing.drag) return false;
    bool const at_work = !editing.node.empty() || editing.link || editing.text;
    return !at_work || waiting == Waiting::Pressed;
}

void take_over(World const& world, AppState& state, model::Room const& before,
               EditAnswer const& standing) {
    Whither const here = whither(state, state.view.camera);
    std::vector<Whither> way_back;
    way_back.reserve(state.history.size());
    for (Stood const& stood : state.history)
        way_back.push_back(whither(state, stood.camera));
    TakeOver over{world, state, before, map_ids(before, world.room), {}};
    over.persona();
    over.period_and_day();
    over.theme();
    over.lit();
    over.lens();
    over.cards();
    over.definitions();
    over.evidence();
    over.in_hand();
    state.view.lit_from = state.view.lit;
    state.view.lens_from = state.view.lens;
    state.view.focus = mapped(state.view.focus, over.map);
    state.view.focus_from = {};
    state.last_tap.reset();
    state.previous_figures = {};
    remake_layout(world, state);
    state.view.camera = camera_there(state, here, over.map, over.away);
    PutAway forgotten;  // nobody sees the way back
    for (std::size_t i = 0; i < way_back.size(); ++i) {
        state.history[i].camera = camera_there(state, way_back[i], over.map, forgotten);
        state.history[i].focus = mapped(state.history[i].focus, over.map);
    }
    settle_curtain(state);
    remake_figures(world, state, FigureChange::Cut);
    scene::Editing& editing = state.view.editing;
    std::string const said = sentence(world, over.away, editing, standing);
    editing.undo = standing.undo;
    editing.redo = standing.redo;
    // A sentence that lasts, such as that nothing can be touched, stays with visitors.
    bool const lasts = !editing.staff && !state.view.status.empty() && !state.status_passes;
    if (said.empty() || lasts) return;
    state.view.status = said;
    state.status_passes = true;
}

}  // namespace app
