#include "scene/dock.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "scene/dock_panels.hpp"
#include "scene/floor.hpp"
#include "scene/period_steps.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

using layout::Weight;

// Design millimetres, see chrome_unit().
constexpr double padding = 12;  // inside the dock, left and right
constexpr double group_gap = 22;
constexpr double smallest_button = 40;
constexpr double strip_width = 168;
constexpr double arrow_width = 34;
constexpr double minimap_width = 128;
// Buttons lose this much of their padding before parts of the dock give way.
constexpr double smallest_share = 0.8;
constexpr std::size_t most_personas_kept = 4;
// A persona's name longer than this takes two lines.
constexpr double long_label = 110;

// The name of what was chosen in the panel "more": a board, or one of its overlays.
std::string chosen_in_more(ChromeInput const& input) {
    View const& view = input.view;
    if (view.board != Board::None) return std::string(key_of(view.board)) + ".name";
    bool const further = std::find(further_overlays.begin(), further_overlays.end(),
                                   view.overlay) != further_overlays.end();
    return further ? "overlay." + std::string(key_of(view.overlay)) : std::string();
}

class DockBuilder {
public:
    DockBuilder(ChromeInput const& input, Place const& place) : m_input(input), m_place(place) {}

    std::vector<Part> parts() {
        navigation();
        overlay_choices();
        persona_choices();
        period();
        more();
        settings();
        Part map;
        map.control.kind = ControlKind::MinimapArea;
        map.width = minimap_width;
        map.minimap = true;
        m_parts.push_back(map);
        return std::move(m_parts);
    }

private:
    double label_width(std::string_view label) {
        return m_input.measure.width_em(label, Weight::SemiBold) *
               layout::font_size_for_cap(dock_label_cap) * m_input.physical.hand_type;
    }

    Part& add(ControlKind kind, std::string label) {
        Part part;
        part.control.kind = kind;
        double wide = label_width(label);
        if (kind == ControlKind::PersonaChoice && wide > long_label)
            wide = std::max(wide * 0.58, 90.0);
        part.width = std::max(smallest_button, wide + 2 * button_padding);
        part.control.label = std::move(label);
        m_parts.push_back(std::move(part));
        return m_parts.back();
    }

    Part& add(ControlKind kind, char const* key) {
        return add(kind, std::string(m_input.catalogue.text(key)));
    }

    void navigation() {
        add(ControlKind::Home, "dock.home");
        add(ControlKind::Back, "dock.back");
        add(ControlKind::Fit, "dock.fit");
        backstage();
        m_parts.back().gap_after = group_gap;
    }

    // In a room with steps; it can be pressed where the journey has some.
    void backstage() {
        if (m_input.layout.floors.empty()) return;
        bool const here = m_place.frame && floor_of(m_input.layout, *m_place.frame);
        Part& part = add(ControlKind::Backstage, "dock.backstage");
        part.control.on = m_input.view.backstage;
        part.control.enabled = here || m_input.view.backstage;
    }

    void overlay_choices() {
        for (Overlay const overlay : overlays) {
            Part& part = add(ControlKind::OverlayChoice,
                             ("overlay." + std::string(key_of(overlay))).c_str());
            part.control.overlay = overlay;
            part.control.on = overlay == m_input.view.overlay && m_input.view.board == Board::None;
        }
        m_parts.back().gap_after = group_gap;
    }

    void persona_choices() {
        auto const& room = m_input.room;
        Part& everybody =
            add(ControlKind::PersonaChoice, sentence_case(whose(m_input.catalogue, room, {})));
        everybody.control.on = !m_input.view.persona;
        for (std::size_t i = 0; i < room.personas.size(); ++i) {
            Part& part = add(ControlKind::PersonaChoice, room.personas[i].name);
            part.width += portrait_size + portrait_gap - button_padding / 2;
            part.control.persona = model::PersonaId(i);
            part.control.on = part.control.persona == m_input.view.persona;
        }
        m_parts.back().gap_after = group_gap;
    }

    void period() {
        auto const& observed = m_input.index.observed;
        if (!observed) return;
        base::Period const now = m_input.view.period;
        arrow(ControlKind::PeriodBack, step_period(observed, now, -1));
        Part strip;
        strip.control.kind = ControlKind::PeriodChoice;
        strip.width = strip_width * m_input.physical.hand_type;
        strip.strip = true;
        m_parts.push_back(strip);
        arrow(ControlKind::PeriodForward, step_period(observed, now, 1));
        Part& grain =
            add(ControlKind::PeriodGrain, base::is_month(now) ? "period.quarter" : "period.month");
        grain.control.period = other_grain(now);
        grain.gap_after = group_gap;
    }

    void arrow(ControlKind kind, std::optional<base::Period> leads_to) {
        Part part;
        part.control.kind = kind;
        part.control.label = kind == ControlKind::PeriodBack ? "\u2039" : "\u203A";
        part.control.enabled = leads_to.has_value();
        if (leads_to) part.control.period = *leads_to;
        part.width = arrow_width;
        m_parts.push_back(part);
    }

    void more() {
        Part& part = add(ControlKind::More, "dock.more");
        part.control.on = m_input.view.more_open || !chosen_in_more(m_input).empty();
    }

    void settings() {
        Part& part = add(ControlKind::Settings, "dock.settings");
        part.control.on = m_input.view.settings_open;
    }

    static std::string sentence_case(std::string text) {
        if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
            text[0] = static_cast<char>(text[0] - 'a' + 'A');
        }
        return text;
    }

    ChromeInput const& m_input;
    Place const& m_place;
    std::vector<Part> m_parts;
};

double total_width(std::vector<Part> const& parts) {
    double total = 2 * padding;
    for (Part const& part : parts)
        total += part.width + part.gap_after;
    return total - parts.back().gap_after;
}

void drop(std::vector<Part>& parts, std::initializer_list<ControlKind> kinds) {
    std::erase_if(parts, [&](Part const& part) {
        return std::find(kinds.begin(), kinds.end(), part.control.kind) != kinds.end();
    });
}

// The last personas first; never everybody, nor the chosen one.
void drop_personas(std::vector<Part>& parts, double room, std::size_t kept) {
    auto const count = [&] {
        return std::count_if(parts.begin(), parts.end(), [](Part const& part) {
            return part.control.kind == ControlKind::PersonaChoice;
        });
    };
    for (std::size_t i = parts.size(); i-- > 0;) {
        if (static_cast<std::size_t>(count()) <= kept) return;
        if (total_width(parts) * smallest_share <= room) return;
        Control const& control = parts[i].control;
        bool const spare =
            control.kind == ControlKind::PersonaChoice && control.persona && !control.on;
        if (!spare) continue;
        if (i > 0) parts[i - 1].gap_after = std::max(parts[i - 1].gap_after, parts[i].gap_after);
        parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

// What was chosen stands on the button, where there is room for its name.
void name_choice(ChromeInput const& input, std::vector<Part>& parts, double room) {
    std::string const key = chosen_in_more(input);
    auto const part = std::find_if(parts.begin(), parts.end(), [](Part const& p) {
        return p.control.kind == ControlKind::More;
    });
    if (key.empty() || part == parts.end()) return;
    std::string const name(input.catalogue.text(key));
    double const size = layout::font_size_for_cap(dock_label_cap) * input.physical.hand_type;
    for (std::string const& label : {input.catalogue.format("dock.more-chosen", {name}), name}) {
        double const width =
            input.measure.width_em(label, Weight::SemiBold) * size + 2 * button_padding;
        if (total_width(parts) + width - part->width > room) continue;
        part->width = width;
        part->control.label = label;
        return;
    }
}

// What a small panel can do without goes group by group, until the rest can be read and hit.
void fold(std::vector<Part>& parts, double room) {
    using Kind = ControlKind;
    auto const fits = [&] { return total_width(parts) * smallest_share <= room; };
    if (!fits()) drop(parts, {Kind::MinimapArea});
    if (!fits()) drop_personas(parts, room, most_personas_kept);
    if (!fits()) drop(parts, {Kind::PeriodGrain});
    if (!fits()) drop(parts, {Kind::PeriodBack, Kind::PeriodChoice, Kind::PeriodForward});
    if (!fits()) drop_personas(parts, room, 1);
    if (!fits()) drop(parts, {Kind::PersonaChoice});
    if (!fits()) drop(parts, {Kind::Settings});
    if (!fits()) {
        std::erase_if(parts, [](Part const& part) {
            return part.control.kind == Kind::OverlayChoice && !part.control.on;
        });
    }
    if (!fits()) drop(parts, {Kind::Fit});
    if (!fits()) drop(parts, {Kind::OverlayChoice});
    if (!fits()) drop(parts, {Kind::Backstage});
}

// One target a month (or a quarter) along the strip. They are narrow: the arrows beside it do the
// same with a whole fingertip.
void add_strip(ChromeInput const& input, ScreenRect rect, Chrome& chrome) {
    chrome.periods = rect;
    auto const months = strip_months(input.index.observed, input.view.period);
    if (!months) return;
    bool const by_month = base::is_month(input.view.period);
    base::Period month = base::month_of(months->first);
    for (int i = 0; i < strip_length; ++i, month = base::month_after(month, 1)) {
        Control c;
        c.kind = ControlKind::PeriodChoice;
        c.rect = {rect.x + rect.w * i / strip_length, rect.y, rect.w / strip_length, rect.h};
        c.period = by_month ? month : base::quarter_of(month.first);
        c.on = base::lies_within(month, input.view.period);
        chrome.controls.push_back(c);
    }
}

}  // namespace

void add_dock(ChromeInput const& input, double unit, Chrome& chrome) {
    std::vector<Part> parts = DockBuilder(input, chrome.place).parts();
    double const room = chrome.dock.w / unit;
    fold(parts, room);
    name_choice(input, parts, room);
    double const share = std::min(1.0, room / total_width(parts));
    double const spare = std::max(0.0, room - total_width(parts) * share);
    double x = chrome.dock.x + padding * share * unit;
    double const y = chrome.dock.y + (chrome.dock.h - button_height * unit) / 2;
    for (Part& part : parts) {
        if (part.minimap) x += spare * unit;  // the minimap closes the dock at its right end
        part.control.rect = {x, y, part.width * share * unit, button_height * unit};
        x += (part.width + part.gap_after) * share * unit;
        if (part.strip) {
            add_strip(input, part.control.rect, chrome);
            continue;
        }
        if (part.minimap) chrome.minimap = part.control.rect;
        chrome.controls.push_back(part.control);
        if (part.control.kind == ControlKind::Settings && input.view.settings_open) {
            add_settings_panel(input, unit, part.control.rect, chrome);
        }
        if (part.control.kind == ControlKind::More && input.view.more_open) {
            add_more_panel(input, unit, part.control.rect, parts, chrome);
        }
    }
}

}  // namespace scene
