#include "scene/dock.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "scene/floor.hpp"
#include "scene/period_steps.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

using layout::Weight;

// Design millimetres, see chrome_unit().
constexpr double padding = 12;  // inside the dock, left and right
constexpr double button_height = 52;
constexpr double button_padding = 12;
constexpr double button_gap = 4;
constexpr double group_gap = 22;
constexpr double smallest_button = 40;
constexpr double strip_width = 168;
constexpr double arrow_width = 34;
constexpr double minimap_width = 128;
constexpr double label_cap = 8.6;
// Buttons lose this much of their padding before parts of the dock give way.
constexpr double smallest_share = 0.8;
constexpr std::size_t most_personas_kept = 4;
// A persona's name longer than this takes two lines.
constexpr double long_label = 110;

constexpr std::array overlays{Overlay::None, Overlay::Reliability, Overlay::Differentiation,
                              Overlay::Emotion, Overlay::Importance};
constexpr std::array further_overlays{Overlay::Volume, Overlay::Effort, Overlay::PerceptionGap};

struct Part {
    Control control;
    double width = 0;  // design mm
    double gap_after = button_gap;
    bool strip = false;  // the period strip stands here
    bool minimap = false;
};

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
               layout::font_size_for_cap(label_cap) * m_input.physical.hand_type;
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
    std::string label = input.catalogue.format("dock.more-chosen", {input.catalogue.text(key)});
    double const size = layout::font_size_for_cap(label_cap) * input.physical.hand_type;
    double const width =
        input.measure.width_em(label, Weight::SemiBold) * size + 2 * button_padding;
    if (total_width(parts) + width - part->width > room) return;
    part->width = width;
    part->control.label = std::move(label);
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

std::size_t count_of(std::vector<Part> const& parts, ControlKind kind) {
    return static_cast<std::size_t>(std::count_if(
        parts.begin(), parts.end(), [&](Part const& p) { return p.control.kind == kind; }));
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

// How the controls of a panel stand above the dock; on a low panel in several columns.
struct PanelGrid {
    std::size_t columns = 1;
    std::size_t rows = 1;
    double widest = 0;  // the widest label with its air
    double bottom = 0;
    double height = 0;  // of a row
};

PanelGrid panel_grid(ChromeInput const& input, double unit, std::vector<Control> const& controls,
                     Chrome const& chrome) {
    double const size = layout::font_size_for_cap(label_cap) * unit * input.physical.hand_type;
    PanelGrid grid;
    grid.widest = 190 * unit * input.physical.hand_type;
    for (Control const& control : controls) {
        double const label = input.measure.width_em(control.label, Weight::SemiBold) * size;
        grid.widest = std::max(grid.widest, label + 2 * button_padding * unit);
    }
    grid.height = button_height * unit;
    grid.bottom = chrome.dock.y - 14 * unit;
    double const margin = 10 * unit;
    auto const fit = static_cast<std::size_t>(std::max(1.0, (grid.bottom - margin) / grid.height));
    auto const count = std::max<std::size_t>(1, controls.size());
    grid.columns = (count + fit - 1) / fit;
    grid.rows = (count + grid.columns - 1) / grid.columns;
    return grid;
}

// Controls above each other over `button`, the last one nearest to the dock.
void add_panel(ChromeInput const& input, double unit, ScreenRect button,
               std::vector<Control> const& controls, Chrome& chrome) {
    PanelGrid const grid = panel_grid(input, unit, controls, chrome);
    auto const columns = static_cast<double>(grid.columns);
    double const width = std::min(grid.widest, chrome.dock.w / columns);
    double const left =
        std::max(chrome.dock.x, std::min(button.x, chrome.dock.right() - width * columns));
    for (std::size_t i = 0; i < controls.size(); ++i) {
        Control control = controls[i];
        control.in_panel = true;
        auto const row = static_cast<double>(grid.rows - i % grid.rows);
        std::size_t const column = i / grid.rows;
        control.rect = {left + width * static_cast<double>(column), grid.bottom - grid.height * row,
                        width, grid.height};
        chrome.controls.push_back(std::move(control));
    }
}

Control choice(ChromeInput const& input, ControlKind kind, std::string_view key, bool on) {
    Control c;
    c.kind = kind;
    c.label = input.catalogue.text(key);
    c.on = on;
    return c;
}

std::vector<Control> settings_choices(ChromeInput const& input) {
    Theme const& theme = input.theme;
    return {
        choice(input, ControlKind::LargeType, "settings.large-type", theme.large_type),
        choice(input, ControlKind::Night, "settings.night", theme.night),
        choice(input, ControlKind::CalmMotion, "settings.calm-motion", theme.calm_motion),
        choice(input, ControlKind::ChannelLens, "settings.channel-lens", input.view.channel_lens)};
}

Control overlay_choice(ChromeInput const& input, Overlay overlay) {
    Control control =
        choice(input, ControlKind::OverlayChoice, "overlay." + std::string(key_of(overlay)),
               input.view.overlay == overlay && input.view.board == Board::None);
    control.overlay = overlay;
    return control;
}

// What a small panel folded away, what is missed most first.
std::vector<std::vector<Control>> folded_away(ChromeInput const& input,
                                              std::vector<Part> const& parts) {
    std::vector<std::vector<Control>> groups;
    if (count_of(parts, ControlKind::Backstage) == 0 && !input.layout.floors.empty()) {
        groups.push_back(
            {choice(input, ControlKind::Backstage, "dock.backstage", input.view.backstage)});
    }
    if (count_of(parts, ControlKind::Fit) == 0)
        groups.push_back({choice(input, ControlKind::Fit, "dock.fit", false)});
    if (count_of(parts, ControlKind::OverlayChoice) < overlays.size()) {
        groups.emplace_back();
        for (Overlay const overlay : overlays)
            groups.back().push_back(overlay_choice(input, overlay));
    }
    if (count_of(parts, ControlKind::Settings) == 0) groups.push_back(settings_choices(input));
    return groups;
}

void add_more_panel(ChromeInput const& input, double unit, ScreenRect button,
                    std::vector<Part> const& parts, Chrome& chrome) {
    std::vector<Control> controls;
    for (Overlay const overlay : further_overlays) {
        // Where somebody counted it.
        if (overlay == Overlay::Effort && input.room.efforts.empty()) continue;
        controls.push_back(overlay_choice(input, overlay));
    }
    for (Board const board : {Board::Importance, Board::Measures, Board::Asset,
                              Board::Contradictions, Board::Components}) {
        controls.push_back(choice(input, ControlKind::BoardChoice,
                                  std::string(key_of(board)) + ".name", input.view.board == board));
        controls.back().board = board;
    }
    // As far as every word keeps its room.
    for (std::vector<Control> const& group : folded_away(input, parts)) {
        std::vector<Control> more = group;
        more.insert(more.end(), controls.begin(), controls.end());
        PanelGrid const grid = panel_grid(input, unit, more, chrome);
        if (grid.widest * static_cast<double>(grid.columns) <= chrome.dock.w) controls = more;
    }
    add_panel(input, unit, button, controls, chrome);
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
            add_panel(input, unit, part.control.rect, settings_choices(input), chrome);
        }
        if (part.control.kind == ControlKind::More && input.view.more_open) {
            add_more_panel(input, unit, part.control.rect, parts, chrome);
        }
    }
}

}  // namespace scene
