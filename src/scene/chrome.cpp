#include "scene/chrome.hpp"

#include <algorithm>
#include <cmath>

#include "layout/hit_test.hpp"
#include "scene/dock.hpp"
#include "scene/focus.hpp"
#include "scene/frozen.hpp"
#include "scene/sheet.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

// All in design millimetres on an 86 inch 16:9 panel (1904 x 1071), see chrome_unit().
constexpr double design_height = 1071;
constexpr double margin = 60;
constexpr double title_top = 40;
constexpr double title_height = 88;
constexpr double map_top = 146;
constexpr double dock_height = 76;
constexpr double dock_bottom = 26;
constexpr double legend_height = 38;
constexpr double legend_gap = 6;
constexpr double breadcrumb_height = 22;
constexpr double card_width = 448;
constexpr double card_height = 700;
constexpr double close_target = 44;
// A frame gives the view its title from this share of the viewport's width on, a stage from this
// one.
constexpr double frame_share = 0.5;
constexpr double stage_share = 0.45;

double map_bottom(double view_height, double unit) {
    return view_height - (dock_bottom + dock_height + legend_gap + legend_height) * unit;
}

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
        if (x > chrome.status.x) break;
        chrome.controls.push_back(std::move(c));
    }
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
    }
}

void add_map_parts(ChromeInput const& input, double unit, Chrome& chrome) {
    auto const focus = find_focus(input.layout, input.view.focus);
    if (focus) chrome.bright = to_screen(input.view.camera, chrome.map, focus->rect);
    chrome.frozen = frozen_parts(input, unit, chrome);
    add_sheet(input, unit, chrome);
    chrome.shown = focus ? shown_around(input, chrome, *focus) : chrome.frozen.map;
    add_frozen_stages(input, unit, chrome);
}

}  // namespace

double chrome_unit(ScreenSize size, Physical const& physical) {
    double const height_mm = size.h / physical.px_per_mm;
    return physical.px_per_mm * std::max(0.45, height_mm / design_height);
}

ScreenRect map_viewport(ScreenSize size, Physical const& physical) {
    double const unit = chrome_unit(size, physical);
    double const top = map_top * unit;
    return {margin * unit, top, std::max(1.0, size.w - 2 * margin * unit),
            std::max(1.0, map_bottom(size.h, unit) - top)};
}

Chrome layout_chrome(ChromeInput const& input) {
    double const unit = chrome_unit(input.view.size, input.physical);
    double const inner = input.view.size.w - 2 * margin * unit;
    Chrome chrome;
    chrome.map = map_viewport(input.view.size, input.physical);
    double const status_width = inner * 0.26;
    chrome.title = {margin * unit, title_top * unit, inner - status_width - 20 * unit,
                    title_height * unit};
    chrome.status = {margin * unit + inner - status_width, title_top * unit, status_width,
                     title_height * unit};
    chrome.legend = {margin * unit, chrome.map.bottom() + legend_gap * unit, inner,
                     legend_height * unit};
    chrome.dock = {margin * unit, input.view.size.h - (dock_bottom + dock_height) * unit, inner,
                   dock_height * unit};
    chrome.place = title_place(input.layout, input.view, chrome.map);
    add_map_parts(input, unit, chrome);
    add_breadcrumb(input, unit, chrome);
    add_dock(input, unit, chrome);
    add_cards(input, unit, chrome);
    return chrome;
}

Place place_of(layout::MapLayout const& layout, Camera const& camera) {
    Place place;
    place.frame = layout::deepest_frame(layout, camera.centre);
    if (place.frame) place.column = layout::column_at(layout.frames[*place.frame], camera.centre);
    return place;
}

Place title_place(layout::MapLayout const& layout, View const& view, ScreenRect const& viewport) {
    if (auto const focus = find_focus(layout, view.focus)) return focus->place;
    Camera const& camera = view.camera;
    Place place = place_of(layout, camera);
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
    return {card_width * unit * physical.hand_type, card_height * unit};
}

ScreenPoint place_card(ScreenPoint wish, ScreenSize card, ScreenRect area) {
    auto const into = [](double value, double low, double room) {
        return std::clamp(value, low, low + std::max(0.0, room));
    };
    return {into(wish.x, area.x, area.w - card.w), into(wish.y, area.y, area.h - card.h)};
}

}  // namespace scene
