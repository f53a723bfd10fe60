#include "app/editing.hpp"

#include "app/controls.hpp"
#include "app/remake.hpp"
#include "base/utf8.hpp"
#include "scene/edit_cells.hpp"
#include "scene/edit_controls.hpp"
#include "scene/floor.hpp"

namespace app {
namespace {

using scene::EditAction;
using scene::EditDrag;

// What fits on a wall, and well below what a pack may carry.
constexpr std::size_t longest_typed = 200;

model::BlueprintNode const* node_in_hand(World const& world, AppState const& state) {
    auto const id = model::find_node(world.room, state.view.editing.node);
    return id ? &world.room.blueprint_nodes[id.index()] : nullptr;
}

layout::WorldPoint world_point(World const& world, AppState const& state, base::ScreenPoint at) {
    return scene::to_world(state.view.camera, chrome_of(world, state).map, at);
}

void put_down(AppState& state) {
    state.view.editing.node.clear();
    state.view.editing.drag.reset();
    state.view.editing.link.reset();
}

void type_new_node(World const& world, AppState& state, model::StepId step,
                   model::BlueprintLane lane) {
    model::Step const& stands = world.room.at(step);
    scene::TextDraft draft;
    draft.journey = world.room.at(stands.journey).key;
    draft.step = stands.key;
    draft.lane = lane;
    state.view.editing.text = draft;
}

void type_reason(World const& world, AppState& state, scene::Control const& control) {
    scene::TextDraft draft;
    draft.touchpoint = world.room.at(control.touchpoint).key;
    draft.from = control.from;
    state.view.editing.text = draft;
}

void retitle(World const& world, AppState& state) {
    auto const* node = node_in_hand(world, state);
    if (node == nullptr) return;
    scene::TextDraft draft;
    draft.node = node->key;
    draft.text = node->text;
    draft.capitals = false;
    state.view.editing.text = draft;
}

void finish_text(World const& world, AppState& state) {
    auto const draft = std::exchange(state.view.editing.text, std::nullopt);
    if (!draft || draft->text.empty()) return;
    auto const id = model::find_node(world.room, draft->node);
    if (id && world.room.blueprint_nodes[id.index()].text == draft->text) return;
    state.sent_text = draft;
    if (!draft->touchpoint.empty()) {
        ask_edit(world, state,
                 model::Edit(model::SetBaseline{draft->touchpoint, draft->from, draft->text}));
        return;
    }
    if (!draft->node.empty()) {
        ask_edit(world, state, model::Edit(model::RetitleNode{draft->node, draft->text}));
        return;
    }
    std::string const key = model::fresh_node_key(world.room, draft->step + "-new");
    ask_edit(world, state,
             model::Edit(model::AddNode{.node = key,
                                        .journey = draft->journey,
                                        .step = draft->step,
                                        .lane = draft->lane,
                                        .text = draft->text,
                                        .links = {}}));
    state.view.editing.node = key;
}

void erase_character(std::string& text) {
    std::size_t const count = base::count_code_points(text);
    if (count > 0) text.resize(base::first_code_points(text, count - 1).size());
}

void unlink(World const& world, AppState& state, std::uint32_t index) {
    if (index >= world.room.blueprint_links.size()) return;
    model::BlueprintLink const& link = world.room.blueprint_links[index];
    auto const& nodes = world.room.blueprint_nodes;
    ask_edit(world, state,
             model::Edit(model::UnlinkNodes{nodes[link.from.index()].key,
                                            nodes[link.to.index()].key, link.kind, index}));
}

// The actions of the panel that need a node.
void act_on_node(World const& world, AppState& state, scene::Control const& control) {
    auto const* const node = node_in_hand(world, state);
    if (node == nullptr) return;
    auto const ask = [&](model::Edit edit) { ask_edit(world, state, std::move(edit)); };
    double const wait = node->wait_minutes.value_or(0);
    switch (control.edit) {
        case EditAction::FailPoint:
            return ask(model::MarkFailPoint{node->key, !node->fail_point.value_or(false)});
        case EditAction::WaitMore:
            return ask(model::SetWait{node->key, scene::longer_wait(wait)});
        case EditAction::WaitLess: {
            double const less = scene::shorter_wait(wait);
            return ask(
                model::SetWait{node->key, less > 0 ? std::optional<double>(less) : std::nullopt});
        }
        case EditAction::Remove:
            return ask(model::RemoveNode{node->key});
        case EditAction::AddHere:
            return type_new_node(world, state, node->step, node->lane);
        default:
            break;
    }
}

void choose_kind(World const& world, AppState& state, model::LinkKind kind) {
    auto const link = std::exchange(state.view.editing.link, std::nullopt);
    if (link) ask_edit(world, state, model::Edit(model::LinkNodes{link->from, link->to, kind, {}}));
}

void drop_node(World const& world, AppState& state, base::ScreenPoint at) {
    auto const id = model::find_node(world.room, state.view.editing.node);
    auto const point = world_point(world, state, at);
    auto const cell = scene::edit_cell_at(state.layout, state.view, point);
    if (!id || !cell) return;
    model::BlueprintNode const& node = world.room.blueprint_nodes[id.index()];
    std::size_t const row = scene::row_in_cell(state.layout, state.view, *cell, point, id);
    bool const stays = node.step == cell->step && node.lane == cell->lane && row == id.index();
    if (stays) return;
    ask_edit(
        world, state,
        model::Edit(model::MoveNode{node.key, world.room.at(cell->step).key, cell->lane, row}));
}

void drop_link(World const& world, AppState& state, base::ScreenPoint at) {
    auto const to =
        scene::floor_node_at(state.layout, state.view, world_point(world, state, at), 0);
    if (!to) return;
    std::string const& key = world.room.blueprint_nodes[to->index()].key;
    if (key != state.view.editing.node)
        state.view.editing.link = scene::LinkDraft{state.view.editing.node, key};
}

}  // namespace

void ask_edit(World const& world, AppState& state, EditAsk ask) {
    if (!state.view.editing.staff) {
        state.view.status = world.catalogue.text("edit.not-staff");
        return;
    }
    state.asked = std::move(ask);
}

void edited(World const& world, AppState& state, EditAnswer const& answer) {
    scene::Editing& editing = state.view.editing;
    editing.undo = answer.undo;
    editing.redo = answer.redo;
    auto const sent = std::exchange(state.sent_text, std::nullopt);
    if (!model::find_node(world.room, editing.node)) put_down(state);
    if (answer.fate != EditFate::Stored) {
        if (sent && answer.fate == EditFate::Refused) editing.text = sent;
        state.view.status = answer.why;
        return;
    }
    state.view.status.clear();
    editing.link.reset();
    // Ids of nodes moved with the edit.
    state.view.lit = {};
    if (answer.journey) remake_floor(world, state, answer.journey);
    remake_figures(world, state, FigureChange::Cut);
}

void press_edit(World const& world, AppState& state, scene::Control const& control) {
    scene::Editing& editing = state.view.editing;
    if (!control.enabled) return;
    switch (control.edit) {
        case EditAction::Undo:
            return ask_edit(world, state, UndoEdit{});
        case EditAction::Redo:
            return ask_edit(world, state, RedoEdit{});
        case EditAction::Add:
            return type_new_node(world, state, control.step, control.lane);
        case EditAction::Close:
            return editing.link ? editing.link.reset() : put_down(state);
        case EditAction::AcceptLevel:
            return type_reason(world, state, control);
        case EditAction::Retitle:
            return retitle(world, state);
        case EditAction::Unlink:
            return unlink(world, state, control.link);
        case EditAction::Kind:
            return choose_kind(world, state, control.link_kind);
        case EditAction::Key:
            return type_text(state, control.label);
        case EditAction::Capitals:
            editing.text->capitals = !editing.text->capitals;
            return;
        case EditAction::FurtherLetters:
            editing.text->further_letters = !editing.text->further_letters;
            return;
        case EditAction::Erase:
            return type_key(world, state, TypeKey::Key::Erase);
        case EditAction::Cancel:
            return type_key(world, state, TypeKey::Key::Cancel);
        case EditAction::Finish:
            return type_key(world, state, TypeKey::Key::Finish);
        case EditAction::Node:
        case EditAction::Port:
        case EditAction::Panel:
        case EditAction::Keyboard:
            return;
        default:
            return act_on_node(world, state, control);
    }
}

bool take_node(World const& world, AppState& state, base::ScreenPoint at) {
    if (!state.view.editing.staff || state.view.editing.text) return false;
    auto const id =
        scene::floor_node_at(state.layout, state.view, world_point(world, state, at), 0);
    if (!id) return false;
    put_down(state);
    state.view.editing.node = world.room.blueprint_nodes[id->index()].key;
    return true;
}

bool put_node_down(AppState& state) {
    if (state.view.editing.node.empty() || state.view.editing.text) return false;
    put_down(state);
    return true;
}

bool step_back_from_edit(AppState& state) {
    if (!state.view.editing.text) return put_node_down(state);
    state.view.editing.text.reset();
    return true;
}

void drag_edit(World const& world, AppState& state, DragEdit const& drag) {
    scene::Editing& editing = state.view.editing;
    if (editing.drag) {
        editing.drag->at = drag.to;
        return;
    }
    auto const id = model::find_node(world.room, editing.node);
    auto const box = scene::floor_box(state.layout, state.view, id);
    if (!box) return;
    auto const rect = scene::to_screen(state.view.camera, chrome_of(world, state).map, *box);
    editing.link.reset();
    editing.drag = EditDrag{drag.what, drag.to, base::ScreenPoint{rect.x, rect.y} - drag.from};
}

void drop_edit(World const& world, AppState& state, base::ScreenPoint at) {
    auto const drag = std::exchange(state.view.editing.drag, std::nullopt);
    if (!drag) return;
    if (drag->what == EditDrag::What::Node) {
        drop_node(world, state, at);
    } else {
        drop_link(world, state, at);
    }
}

void type_text(AppState& state, std::string_view text) {
    auto& draft = state.view.editing.text;
    if (!draft || base::count_code_points(draft->text) >= longest_typed) return;
    draft->text += text;
    // A sentence begins with a capital, and goes on without.
    if (draft->capitals && base::count_code_points(draft->text) == 1) draft->capitals = false;
}

void type_key(World const& world, AppState& state, TypeKey::Key key) {
    auto& draft = state.view.editing.text;
    if (!draft) return;
    switch (key) {
        case TypeKey::Key::Erase:
            return erase_character(draft->text);
        case TypeKey::Key::Cancel:
            return draft.reset();
        case TypeKey::Key::Finish:
            return finish_text(world, state);
    }
}

}  // namespace app
