#include "scene/view.hpp"

#include <algorithm>
#include <array>

namespace scene {
namespace {

constexpr std::array<std::string_view, 8> keys{"none",           "reliability", "differentiation",
                                               "emotion",        "importance",  "volume",
                                               "perception-gap", "effort"};

constexpr std::array<std::string_view, 6> boards{"",
                                                 "board:importance",
                                                 "board:measures",
                                                 "board:asset",
                                                 "board:contradictions",
                                                 "board:components"};

// By FigureKind: those that belong to a touchpoint.
constexpr std::array<std::string_view, 5> figures{"kept", "split", "months", "scores", "effort"};

}  // namespace

std::optional<Board> parse_board(std::string_view view) {
    for (std::size_t i = 1; i < boards.size(); ++i) {
        if (boards[i] == view) return static_cast<Board>(i);
    }
    return std::nullopt;
}

std::string_view key_of(Board board) {
    return boards[static_cast<std::size_t>(board)];
}

std::optional<FigureName> parse_figure(model::Room const& room, std::string_view name) {
    if (name == "net") return FigureName{FigureKind::Net};
    auto const colon = name.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    std::string_view const kind = name.substr(0, colon);
    std::string_view const key = name.substr(colon + 1);
    if (kind == "yield") {
        if (auto const stage = model::find_stage(room, key))
            return FigureName{FigureKind::StageYield, {}, stage, {}};
        if (auto const journey = model::find_journey(room, key))
            return FigureName{FigureKind::JourneyYield, {}, {}, journey};
        return std::nullopt;
    }
    if (kind == "touches") {
        auto const found = std::find_if(room.components.begin(), room.components.end(),
                                        [&](auto const& c) { return c.key == key; });
        if (found == room.components.end()) return std::nullopt;
        auto const at = static_cast<std::size_t>(found - room.components.begin());
        return FigureName{FigureKind::Touches, {}, {}, {}, model::ComponentId(at)};
    }
    auto const known = std::find(figures.begin(), figures.end(), kind);
    auto const touchpoint = model::find_touchpoint(room, key);
    if (known == figures.end() || !touchpoint) return std::nullopt;
    return FigureName{static_cast<FigureKind>(known - figures.begin()), touchpoint, {}, {}};
}

std::string name_of(model::Room const& room, FigureName const& figure) {
    switch (figure.kind) {
        case FigureKind::Net:
            return "net";
        case FigureKind::StageYield:
            return "yield:" + room.at(figure.stage).key;
        case FigureKind::JourneyYield:
            return "yield:" + room.at(figure.journey).key;
        case FigureKind::Touches:
            return "touches:" + room.components[figure.component.index()].key;
        default:
            break;
    }
    return std::string(figures[static_cast<std::size_t>(figure.kind)]) + ":" +
           room.at(figure.touchpoint).key;
}

std::optional<Overlay> parse_overlay(std::string_view key) {
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i] == key) return static_cast<Overlay>(i);
    }
    return std::nullopt;
}

std::string_view key_of(Overlay overlay) {
    return keys[static_cast<std::size_t>(overlay)];
}

}  // namespace scene
