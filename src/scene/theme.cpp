#include "scene/theme.hpp"

#include <array>
#include <cmath>
#include <utility>

namespace scene {
namespace {

constexpr double mm_per_inch = 25.4;
constexpr double reference_distance_m = 4;
// Large type: the smallest size of the hand (5 mm capitals) grows to 7.3 mm = 0.7 degrees at 0.6 m
// (EN 301 549, 5.1.4).
constexpr double large_hand_type = 1.46;

constexpr Color rgb(unsigned value) {
    return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8 & 0xFF),
            static_cast<std::uint8_t>(value & 0xFF), 255};
}

}  // namespace

Theme paper_theme() {
    Theme t;
    t.ground = rgb(0xF6F4EF);
    t.card = rgb(0xFFFFFF);
    t.ink = rgb(0x1C2230);
    t.second_ink = rgb(0x4F5866);
    t.line = rgb(0x8C8A84);
    t.quiet_line = rgb(0xD9D5CB);
    t.kept = rgb(0x0B5FA5);
    t.on_the_line = rgb(0x4A7396);
    t.broken = rgb(0xB84A00);
    t.remembered_text = rgb(0x8A5A00);
    t.remembered_fill = rgb(0xE0A100);
    t.lead = rgb(0x00695C);
    t.lag = rgb(0x7A3E6E);
    t.panel_pressed = rgb(0xECE7DD);
    return t;
}

Theme night_theme() {
    Theme t;
    t.night = true;
    t.ground = rgb(0x14181F);
    t.card = rgb(0x1D232D);
    t.ink = rgb(0xF2F0EA);
    t.second_ink = rgb(0xB4BBC7);
    t.line = rgb(0x6B7482);
    t.quiet_line = rgb(0x343C49);
    t.kept = rgb(0x5AB0F2);
    t.on_the_line = rgb(0x9DBBD3);
    t.broken = rgb(0xFF9A4D);
    t.remembered_text = rgb(0xF2C14E);
    t.remembered_fill = rgb(0xF2C14E);
    t.lead = rgb(0x4FD1B5);
    t.lag = rgb(0xD69BCB);
    t.panel_pressed = rgb(0x2B3340);
    return t;
}

Theme with_room_colors(Theme theme, model::RoomInfo const& info) {
    constexpr std::array<std::pair<std::string_view, Color Theme::*>, 14> roles{
        {{"ground", &Theme::ground},
         {"card", &Theme::card},
         {"ink", &Theme::ink},
         {"second_ink", &Theme::second_ink},
         {"line", &Theme::line},
         {"quiet_line", &Theme::quiet_line},
         {"kept", &Theme::kept},
         {"on_the_line", &Theme::on_the_line},
         {"broken", &Theme::broken},
         {"remembered_text", &Theme::remembered_text},
         {"remembered_fill", &Theme::remembered_fill},
         {"lead", &Theme::lead},
         {"lag", &Theme::lag},
         {"panel_pressed", &Theme::panel_pressed}}};
    for (auto const& [name, value] : info.theme) {
        auto const color = base::parse_color(value);
        if (!color) continue;
        for (auto const& [role, member] : roles) {
            if (role == name) theme.*member = *color;
        }
    }
    return theme;
}

Physical physical(double width_px, double height_px, double diagonal_in, double distance_m,
                  Theme const& theme) {
    Physical p;
    p.px_per_mm = std::hypot(width_px, height_px) / (diagonal_in * mm_per_inch);
    p.room_type = distance_m / reference_distance_m;
    p.hand_type = theme.large_type ? large_hand_type : 1;
    return p;
}

}  // namespace scene
