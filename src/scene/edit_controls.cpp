#include "scene/edit_controls.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "model/edit.hpp"
#include "scene/edit_cells.hpp"
#include "scene/floor_parts.hpp"
#include "scene/floor_words.hpp"

namespace scene {
namespace {

using layout::Weight;

// Design millimetres, see chrome_unit().
constexpr double bar_height = 46;
constexpr double bar_margin = 12;
// As the chip of the lenses.
constexpr double chip_height = 40;
constexpr double chip_gap = 8;
constexpr double button_gap = 8;
constexpr double label_cap = 8.6;
constexpr double label_padding = 16;
constexpr double panel_width = 348;
constexpr double panel_padding = 16;
constexpr double panel_title = 64;
constexpr double row_height = 48;
constexpr double cross_side = 44;
constexpr double port_side = 40;
constexpr double plus_side = 40;
constexpr double smallest_target_mm = 15;
constexpr std::size_t most_links_listed = 8;

constexpr std::array link_kinds{model::LinkKind::Triggers, model::LinkKind::Needs,
                                model::LinkKind::Waits, model::LinkKind::FailsInto};

class EditControls {
public:
    EditControls(ChromeInput const& input, double unit, Chrome& chrome)
        : m_in(input), m_unit(unit), m_chrome(chrome), m_editing(input.view.editing) {}

    void add_all() {
        bool const on_floor = m_in.view.board == Board::None;
        bool const typing = m_editing.text.has_value();
        bool const working = on_floor && !typing;
        if (working) node_in_hand();
        // Above the node in hand: a card that was dropped there must not be in undo's way.
        bar();
        // What lies over the floor is in nobody's way, and none is pressed through it.
        bool const covered = !m_in.view.evidence.empty() || m_in.view.lenses_open;
        if (working && m_editing.node.empty() && !covered) pluses();
        if (typing) add_keyboard(m_in, m_unit, m_chrome);
    }

private:
    std::string word(std::string const& key) const { return std::string(m_in.catalogue.text(key)); }

    Control& add(EditAction action, ScreenRect rect, std::string label = {}) {
        return add_edit_control(m_chrome, action, rect, std::move(label));
    }

    double label_width(std::string_view label) const {
        return m_in.measure.width_em(label, Weight::SemiBold) *
               layout::font_size_for_cap(label_cap) * m_in.physical.hand_type * m_unit;
    }

    // "Undo: move", beside the lenses above the map, so that it covers no part of a floor; at the
    // lower right, above legend and dock, where a low panel has no room for it there.
    void bar() {
        double right = m_chrome.map.right();
        double height = bar_height * m_unit;
        double y = m_chrome.map.bottom() - height - bar_margin * m_unit;
        if (!m_chrome.status.empty()) {
            height = chip_height * m_unit;
            y = m_chrome.map.y - (chip_height + chip_gap) * m_unit;
            for (Control const& control : m_chrome.controls) {
                if (control.kind == ControlKind::LensPanel)
                    right = std::min(right, control.rect.x - button_gap * m_unit);
            }
        }
        auto const button = [&](EditAction action, char const* alone, char const* with_name,
                                std::string const& of) {
            std::string const label =
                of.empty() ? word(alone)
                           : m_in.catalogue.format(with_name, {word("edit.name." + of)});
            double const width =
                std::max(label_width(label) + 2 * label_padding * m_unit, 3 * height);
            right -= width;
            add(action, {right, y, width, height}, label).enabled = !of.empty();
            right -= button_gap * m_unit;
        };
        button(EditAction::Redo, "edit.redo", "edit.redo.of", m_editing.redo);
        button(EditAction::Undo, "edit.undo", "edit.undo.of", m_editing.undo);
    }

    void pluses() {
        double const smallest = smallest_target_mm * m_in.physical.px_per_mm;
        ScreenRect const room = base::intersection(m_chrome.shown, m_chrome.frozen.map);
        for (EditCell const& cell : empty_cells(m_in.layout, m_in.view)) {
            ScreenRect const rect = on_screen(cell.rect);
            if (rect.w < smallest || rect.h < smallest || !room.contains(rect.centre())) continue;
            double const side = std::min({plus_side * m_unit, rect.w, rect.h});
            ScreenRect place = around(rect.centre(), side);
            // Not over what the step says there.
            place.x = cell.told.empty() ? rect.x + beside_links(cell, side)
                                        : on_screen(cell.told).right() - side;
            if (under_bar(place)) continue;
            Control& control = add(EditAction::Add, place);
            control.step = cell.step;
            control.lane = cell.lane;
        }
    }

    // On no link where the cell has room beside them, near its middle.
    double beside_links(EditCell const& cell, double side_px) const {
        double const scale = m_in.view.camera.scale;
        double const side = side_px / scale;
        double const wish = cell.rect.centre().x - side / 2;
        layout::WorldRect const band{cell.rect.x, cell.rect.centre().y - side / 2, cell.rect.w,
                                     side};
        auto const open = open_floor(m_in.layout, m_in.view);
        auto const place =
            open ? free_place(m_in.layout.floors[open->floor], band, side, wish) : std::nullopt;
        return (place.value_or(wish) - cell.rect.x) * scale;
    }

    // The bar lies over the floor: what it covers comes out when the map is moved.
    bool under_bar(ScreenRect rect) const {
        return std::any_of(
            m_chrome.controls.begin(), m_chrome.controls.end(), [&](Control const& c) {
                bool const bar = c.kind == ControlKind::Edit &&
                                 (c.edit == EditAction::Undo || c.edit == EditAction::Redo);
                return bar && !base::intersection(c.rect, rect).empty();
            });
    }

    void node_in_hand() {
        model::BlueprintNodeId const id = model::find_node(m_in.room, m_editing.node);
        auto const box = floor_box(m_in.layout, m_in.view, id);
        if (!box) return;
        ScreenRect const rect = on_screen(*box);
        add(EditAction::Node, rect);
        add(EditAction::Port, around({rect.right(), rect.centre().y}, port_side * m_unit));
        if (m_editing.drag) return;
        if (m_editing.link) {
            kinds(rect);
        } else {
            panel(rect, m_in.room.blueprint_nodes[id.index()], id);
        }
    }

    // Beside the box where there is room, right of it first; never over it.
    ScreenRect beside(ScreenRect box, double height) const {
        double const width = panel_width * m_unit;
        double const gap = port_side * m_unit;
        ScreenRect const area = m_chrome.map;
        double const low = area.bottom() - (bar_height + 2 * bar_margin) * m_unit;
        double x = box.right() + gap;
        if (x + width > area.right()) x = box.x - gap - width;
        if (x < area.x) x = area.right() - width;
        double const y =
            std::clamp(box.centre().y - height / 2, area.y, std::max(area.y, low - height));
        return {x, y, width, height};
    }

    void panel(ScreenRect box, model::BlueprintNode const& node, model::BlueprintNodeId id) {
        std::vector<std::size_t> const links = links_of(id);
        std::size_t const listed = std::min(links.size(), most_links_listed);
        double const rows = 3 + static_cast<double>(listed);
        ScreenRect const paper =
            beside(box, (panel_title + rows * row_height + panel_padding) * m_unit);
        add(EditAction::Panel, paper, node.text);
        double const side = cross_side * m_unit;
        add(EditAction::Close,
            {paper.right() - side - 8 * m_unit, paper.y + 8 * m_unit, side, side});
        m_row = {paper.x + panel_padding * m_unit, paper.y + panel_title * m_unit,
                 paper.w - 2 * panel_padding * m_unit, (row_height - button_gap) * m_unit};
        two(EditAction::Retitle, word("edit.retitle.do"), EditAction::AddHere,
            word("edit.add.here"));
        bool const fails = node.fail_point.value_or(false);
        two(EditAction::FailPoint, word("edit.fail-point.do"), EditAction::Remove,
            word("edit.remove.do"));
        m_chrome.controls[m_chrome.controls.size() - 2].on = fails;
        wait(node);
        for (std::size_t i = 0; i < listed; ++i)
            link_row(links[i], id);
    }

    void two(EditAction left, std::string left_label, EditAction right, std::string right_label) {
        double const width = (m_row.w - button_gap * m_unit) / 2;
        add(left, {m_row.x, m_row.y, width, m_row.h}, std::move(left_label));
        add(right, {m_row.x + width + button_gap * m_unit, m_row.y, width, m_row.h},
            std::move(right_label));
        m_row.y += row_height * m_unit;
    }

    // Less, how much, more.
    void wait(model::BlueprintNode const& node) {
        double const side = m_row.h;
        add(EditAction::WaitLess, {m_row.x, m_row.y, side, side}, "−").enabled =
            node.wait_minutes.has_value();
        add(EditAction::WaitMore, {m_row.right() - side, m_row.y, side, side}, "+");
        std::string const words = node.wait_minutes ? wait_words(m_in.catalogue, *node.wait_minutes)
                                                    : word("edit.wait.none");
        Control& shown = add(EditAction::Panel, {m_row.x + side, m_row.y, m_row.w - 2 * side, side},
                             m_in.catalogue.format("edit.wait.is", {words}));
        shown.enabled = false;
        m_row.y += row_height * m_unit;
    }

    std::vector<std::size_t> links_of(model::BlueprintNodeId id) const {
        std::vector<std::size_t> links;
        for (std::size_t i = 0; i < m_in.room.blueprint_links.size(); ++i) {
            model::BlueprintLink const& link = m_in.room.blueprint_links[i];
            if (link.from == id || link.to == id) links.push_back(i);
        }
        return links;
    }

    void link_row(std::size_t index, model::BlueprintNodeId id) {
        model::BlueprintLink const& link = m_in.room.blueprint_links[index];
        bool const out = link.from == id;
        std::string const& other =
            m_in.room.blueprint_nodes[(out ? link.to : link.from).index()].text;
        std::string const key = std::string("edit.link.") + (out ? "out." : "in.") +
                                std::string(link_kind_key(link.kind));
        Control& row = add(EditAction::Unlink, m_row, m_in.catalogue.format(key, {other}));
        row.link = static_cast<std::uint32_t>(index);
        m_row.y += row_height * m_unit;
    }

    // What a link that was just drawn means.
    void kinds(ScreenRect box) {
        auto const rows = static_cast<double>(link_kinds.size());
        ScreenRect const paper =
            beside(box, (panel_title + rows * row_height + panel_padding) * m_unit);
        model::BlueprintNodeId const to = model::find_node(m_in.room, m_editing.link->to);
        std::string const name = to ? m_in.room.blueprint_nodes[to.index()].text : std::string();
        add(EditAction::Panel, paper, m_in.catalogue.format("edit.link.which", {name}));
        double const side = cross_side * m_unit;
        add(EditAction::Close,
            {paper.right() - side - 8 * m_unit, paper.y + 8 * m_unit, side, side});
        m_row = {paper.x + panel_padding * m_unit, paper.y + panel_title * m_unit,
                 paper.w - 2 * panel_padding * m_unit, (row_height - button_gap) * m_unit};
        for (model::LinkKind const kind : link_kinds) {
            add(EditAction::Kind, m_row, word("edit.kind." + std::string(link_kind_key(kind))))
                .link_kind = kind;
            m_row.y += row_height * m_unit;
        }
    }

    static std::string_view link_kind_key(model::LinkKind kind) {
        constexpr std::array<std::string_view, 5> keys{"none", "triggers", "needs", "waits",
                                                       "fails-into"};
        return keys[static_cast<std::size_t>(kind)];
    }

    ScreenRect on_screen(layout::WorldRect const& rect) const {
        return to_screen(m_in.view.camera, m_chrome.map, rect);
    }
    static ScreenRect around(ScreenPoint centre, double side) {
        return {centre.x - side / 2, centre.y - side / 2, side, side};
    }

    ChromeInput const& m_in;
    double m_unit;
    Chrome& m_chrome;
    Editing const& m_editing;
    ScreenRect m_row;
};

constexpr double hour = 60;
constexpr double day = 24 * hour;

double step_above(double minutes) {
    if (minutes < 10) return 1;
    if (minutes < hour) return 5;
    if (minutes < day) return hour;
    return day;
}

}  // namespace

Control& add_edit_control(Chrome& chrome, EditAction action, ScreenRect rect, std::string label) {
    Control control;
    control.kind = ControlKind::Edit;
    control.edit = action;
    control.rect = rect;
    control.label = std::move(label);
    chrome.controls.push_back(std::move(control));
    return chrome.controls.back();
}

void add_editing(ChromeInput const& input, double unit, Chrome& chrome) {
    if (input.view.editing.staff) EditControls(input, unit, chrome).add_all();
}

double longer_wait(double minutes) {
    double const step = step_above(minutes);
    return (std::floor(minutes / step) + 1) * step;
}

double shorter_wait(double minutes) {
    double const step = step_above(std::nextafter(minutes, 0.0));
    return std::max(0.0, (std::ceil(minutes / step) - 1) * step);
}

}  // namespace scene
