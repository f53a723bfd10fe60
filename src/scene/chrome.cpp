#include "scene/chrome.hpp"

#include <algorithm>
#include <cmath>

#include "layout/hit_test.hpp"
#include "scene/board_targets.hpp"
#include "scene/card_plan.hpp"
#include "scene/curtain.hpp"
#include "scene/definition_plan.hpp"
#include "scene/dock.hpp"
#include "scene/edit_controls.hpp"
#include "scene/evidence_plan.hpp"
#include "scene/floor.hpp"
#include "scene/focus.hpp"
#include "scene/frozen.hpp"
#include "scene/lens_panel.hpp"
#include "scene/sheet.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

// All in design millimetres on an 86 inch 16:9 panel (1904 x 1071), see chrome_unit().
constexpr double design_width = 1904;
constexpr double design_height = 1071;
// Smaller than this a finger no longer hits the controls.
constexpr double smallest_unit = 0.45;
constexpr double dock_height = 76;
constexpr double breadcrumb_height = 22;
constexpr double card_width = 448;
constexpr double card_height = 700;
constexpr double card_margin = 12;
constexpr double close_target = 44;

// How much of the view everything around the map takes.
struct Bands {
    double margin = 60;
    double title_top = 40;
    double title_height = 88;
    double map_top = 146;
    double legend_height = 38;  // 0: no legend
    double legend_gap = 6;
    double dock_bottom = 26;
    double status_share = 0.26;  // of the width inside the margins; 0: no status

    double below_map() const { return dock_bottom + dock_height + legend_gap + legend_height; }
};

// The map keeps this share of the height: first the legend gives way, then titles and margins.
constexpr double least_map_share = 0.55;
constexpr double narrowest_with_status = 1000;

Bands bands_of(ScreenSize size, double unit) {
    Bands bands;
    double const height = size.h / unit;
    auto const map_share = [&] { return 1 - (bands.map_top + bands.below_map()) / height; };
    if (map_share() < least_map_share) bands.legend_height = 0;
    if (map_share() < least_map_share) {
        bands.margin = 30;
        bands.title_top = 18;
        bands.title_height = 44;
        bands.map_top = 68;
        bands.dock_bottom = 8;
    }
    if (size.w / unit - 2 * bands.margin < narrowest_with_status) bands.status_share = 0;
    return bands;
}

// A frame gives the view its title from this share of the viewport's width on, a stage from this
// one.
constexpr double frame_share = 0.5;
constexpr double stage_share = 0.45;

void add_breadcrumb(ChromeInput const& input, double unit, Chrome& chrome) {
    Place const place = chrome.place;
    if (!place.frame) return;
    struct Crumb {
        std::uint32_t frame;
        std::int32_t column;
        std::string label;
        bool leads = true;
    };
    std::vector<Crumb> crumbs;
    auto const& frames = input.layout.frames;
    if (place.item) {
        model::TouchpointId const touchpoint = input.layout.items[*place.item].touchpoint;
        crumbs.push_back({*place.frame, -1, input.room.at(touchpoint).title, false});
    }
    if (place.column) {
        model::StageId const stage = frames[*place.frame].columns[*place.column].stage;
        crumbs.push_back(
            {*place.frame, static_cast<std::int32_t>(*place.column), input.room.at(stage).name});
    }
    for (std::uint32_t f = *place.frame;;) {
        layout::Frame const& frame = frames[f];
        crumbs.push_back({f, -1, input.room.at(frame.journey).title});
        if (frame.parent < 0) break;
        auto const parent = static_cast<std::uint32_t>(frame.parent);
        if (frame.column >= 0) {
            auto const& column = frames[parent].columns[static_cast<std::size_t>(frame.column)];
            crumbs.push_back({parent, frame.column, input.room.at(column.stage).name});
        }
        f = parent;
    }
    if (crumbs.size() < 2) return;
    std::reverse(crumbs.begin(), crumbs.end());
    double const size = layout::font_size_for_cap(8.6) * unit;
    double x = chrome.title.x;
    for (Crumb const& crumb : crumbs) {
        Control c;
        c.kind = ControlKind::BreadcrumbStep;
        c.frame = crumb.frame;
        c.column = crumb.column;
        c.label = crumb.label;
        c.on = &crumb == &crumbs.back();
        c.enabled = crumb.leads;
        double const w = input.measure.width_em(c.label, layout::Weight::Medium) * size;
        c.rect = {x - 6 * unit, chrome.title.y - 8 * unit, w + 12 * unit, breadcrumb_height * unit};
        x += w + 24 * unit;
        if (c.rect.right() > chrome.title.right()) break;
        chrome.controls.push_back(std::move(c));
    }
}

// The button with which staff accept a new level, on the card of a touchpoint with a signal.
void add_accept(ChromeInput const& input, OpenCard const& card, Chrome& chrome) {
    CardPlan const plan = plan_card(input, card, block_height(input.measure));
    if (plan.accept.empty()) return;
    Control& control =
        add_edit_control(chrome, EditAction::AcceptLevel, plan.accept, plan.accept_label);
    control.touchpoint = card.touchpoint;
    control.from = plan.accept_from;
}

void add_cards(ChromeInput const& input, double unit, Chrome& chrome) {
    ScreenSize const size = card_size(input.view.size, input.physical);
    for (std::size_t i = 0; i < input.view.cards.size(); ++i) {
        OpenCard const& card = input.view.cards[i];
        Control body;
        body.kind = ControlKind::CardBody;
        body.rect = {card.at.x, card.at.y, size.w, size.h};
        body.card = i;
        chrome.controls.push_back(body);
        Control close;
        close.kind = ControlKind::CardClose;
        close.card = i;
        double const side = close_target * unit;
        close.rect = {card.at.x + size.w - side - 8 * unit, card.at.y + 8 * unit, side, side};
        chrome.controls.push_back(close);
        if (input.view.editing.staff) add_accept(input, card, chrome);
    }
}

void add_evidence(ChromeInput const& input, Chrome& chrome) {
    for (OpenEvidence const& open : input.view.evidence) {
        EvidencePlan const plan = plan_evidence(input, open, block_height(input.measure));
        Control control;
        control.kind = ControlKind::EvidenceBody;
        // The dock stays in reach below a sheet that is larger than the wall.
        control.rect = plan.paper;
        control.rect.h = std::min(plan.paper.h, evidence_area(input).bottom() - plan.paper.y);
        control.evidence = open.evidence;
        chrome.controls.push_back(control);
        control.kind = ControlKind::EvidenceClose;
        control.rect = plan.cross;
        chrome.controls.push_back(control);
    }
}

void add_definitions(ChromeInput const& input, Chrome& chrome) {
    for (std::size_t i = 0; i < input.view.definitions.size(); ++i) {
        DefinitionPlan const plan =
            plan_definition(input, input.view.definitions[i], block_height(input.measure));
        Control definition;
        definition.kind = ControlKind::Definition;
        definition.rect = plan.paper;
        definition.card = i;
        chrome.controls.push_back(definition);
        if (plan.next.empty()) continue;
        definition.kind = ControlKind::DefinitionRows;
        definition.rect = plan.next;
        definition.row = plan.next_row;
        chrome.controls.push_back(definition);
    }
}

void add_map_parts(ChromeInput const& input, double unit, Chrome& chrome) {
    auto const focus = find_focus(input.layout, input.view, input.view.focus);
    bool const come = focus && input.view.focus_share > 0;
    if (come) chrome.bright = to_screen(input.view.camera, chrome.map, focus->rect);
    chrome.frozen = frozen_parts(input, unit, chrome);
    add_sheet(input, unit, chrome);
    chrome.shown = come ? shown_around(input, chrome, *focus) : chrome.frozen.map;
    add_frozen_stages(input, unit, chrome);
    add_curtain_handle(input, unit, chrome);
}

}  // namespace

double chrome_unit(ScreenSize size, Physical const& physical) {
    double const share = std::min(size.h / physical.px_per_mm / design_height,
                                  size.w / physical.px_per_mm / design_width);
    return physical.px_per_mm * std::max(smallest_unit, share);
}

ScreenRect map_viewport(ScreenSize size, Physical const& physical) {
    double const unit = chrome_unit(size, physical);
    Bands const bands = bands_of(size, unit);
    double const top = bands.map_top * unit;
    return {bands.margin * unit, top, std::max(1.0, size.w - 2 * bands.margin * unit),
            std::max(1.0, size.h - bands.below_map() * unit - top)};
}

Chrome layout_chrome(ChromeInput const& input) {
    ScreenSize const size = input.view.size;
    double const unit = chrome_unit(size, input.physical);
    Bands const bands = bands_of(size, unit);
    double const left = bands.margin * unit;
    double const inner = std::max(1.0, size.w - 2 * left);
    Chrome chrome;
    chrome.map = map_viewport(size, input.physical);
    double const status = inner * bands.status_share;
    chrome.title = {left, bands.title_top * unit, inner - status - (status > 0 ? 20 * unit : 0),
                    bands.title_height * unit};
    chrome.status = {left + inner - status, bands.title_top * unit, status,
                     bands.title_height * unit};
    chrome.legend = {left, chrome.map.bottom() + bands.legend_gap * unit, inner,
                     bands.legend_height * unit};
    chrome.dock = {left, size.h - (bands.dock_bottom + dock_height) * unit, inner,
                   dock_height * unit};
    chrome.place = title_place(input.layout, input.view, chrome.map);
    add_lenses(input, unit, chrome);
    if (input.view.board == Board::None) {
        add_map_parts(input, unit, chrome);
        add_breadcrumb(input, unit, chrome);
    } else {
        chrome.frozen.map = chrome.map;
        chrome.shown = chrome.map;
        add_board(input, unit, chrome);
    }
    add_dock(input, unit, chrome);
    add_cards(input, unit, chrome);
    add_evidence(input, chrome);
    add_definitions(input, chrome);
    add_editing(input, unit, chrome);
    // A panel above the dock lies over everything, cards too.
    std::stable_partition(chrome.controls.begin(), chrome.controls.end(),
                          [](Control const& control) { return !control.in_panel; });
    return chrome;
}

Place place_of(layout::MapLayout const& layout, Camera const& camera) {
    Place place;
    place.frame = layout::deepest_frame(layout, camera.centre);
    if (place.frame) place.column = layout::column_at(layout.frames[*place.frame], camera.centre);
    return place;
}

Place place_of(layout::MapLayout const& layout, View const& view) {
    Place place;
    place.frame = frame_at(layout, view, view.camera.centre);
    if (place.frame)
        place.column = layout::column_at(layout.frames[*place.frame], view.camera.centre);
    return place;
}

Place title_place(layout::MapLayout const& layout, View const& view, ScreenRect const& viewport) {
    if (auto const focus = find_focus(layout, view, view.focus)) return focus->place;
    Camera const& camera = view.camera;
    Place place = place_of(layout, view);
    while (place.frame) {
        layout::Frame const& frame = layout.frames[*place.frame];
        if (frame.rect.w * camera.scale >= frame_share * viewport.w || frame.parent < 0) break;
        if (frame.column >= 0) place.column = static_cast<std::uint32_t>(frame.column);
        place.frame = static_cast<std::uint32_t>(frame.parent);
    }
    if (place.frame && place.column) {
        auto const& column = layout.frames[*place.frame].columns[*place.column];
        if (column.rect.w * camera.scale < stage_share * viewport.w) place.column.reset();
    }
    return place;
}

ScreenSize card_size(ScreenSize view, Physical const& physical) {
    double const unit = chrome_unit(view, physical);
    double const margin = 2 * card_margin * unit;
    return {std::min(card_width * unit * physical.hand_type, view.w - margin),
            std::min(card_height * unit, map_viewport(view, physical).bottom() - margin)};
}

ScreenPoint place_card(ScreenPoint wish, ScreenSize card, ScreenRect area) {
    auto const into = [](double value, double low, double room) {
        return std::clamp(value, low, low + std::max(0.0, room));
    };
    return {into(wish.x, area.x, area.w - card.w), into(wish.y, area.y, area.h - card.h)};
}

}  // namespace scene
