#include "shell/view_names.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "exchange/text_rules.hpp"
#include "scene/view.hpp"

namespace shell {
namespace {

constexpr std::size_t names_told = 3;
constexpr std::size_t title_letters = 40;
// Longer than any key: of two names that are far away each is as near as the other.
constexpr std::size_t farthest = 64;

std::string lower(std::string_view text) {
    std::string folded(text.substr(0, farthest));
    for (char& letter : folded) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return folded;
}

using Named = KeyAndTitle;

template <typename Things, typename Title>
std::vector<Named> named(Things const& things, Title title) {
    std::vector<Named> all;
    for (auto const& thing : things)
        all.push_back({thing.key, thing.*title});
    return all;
}

// By the key or by the title, whichever is nearer: people remember titles.
std::size_t distance_to(Named const& one, std::string const& asked) {
    return std::min(exchange::edit_distance(asked, lower(one.key), farthest),
                    exchange::edit_distance(asked, lower(one.title), farthest));
}

std::string boards() {
    std::string known;
    constexpr auto last = static_cast<int>(scene::Board::Components);
    for (int board = static_cast<int>(scene::Board::Importance); board <= last; ++board)
        known +=
            (known.empty() ? "" : ", ") + std::string(key_of(static_cast<scene::Board>(board)));
    return known;
}

std::string figures_like(model::Room const& room, std::string_view figure) {
    auto const colon = figure.find(':');
    std::string_view const kind = figure.substr(0, colon);
    std::string const before = "figure:" + std::string(kind) + ":";
    if (colon != std::string_view::npos) {
        std::string_view const key = figure.substr(colon + 1);
        for (std::string_view const known : {"kept", "split", "months", "scores", "effort"}) {
            if (kind == known)
                return nearest_names(before, named(room.touchpoints, &model::Touchpoint::title),
                                     key);
        }
        if (kind == "touches")
            return nearest_names(before, named(room.components, &model::Component::name), key);
        if (kind == "yield") {
            auto all = named(room.stages, &model::Stage::name);
            auto const journeys = named(room.journeys, &model::Journey::title);
            all.insert(all.end(), journeys.begin(), journeys.end());
            return nearest_names(before, all, key);
        }
    }
    return " (it has figure:KIND:TOUCHPOINT with kept, split, months, scores, effort; "
           "figure:yield:STAGE, figure:yield:JOURNEY, figure:touches:COMPONENT, figure:net)";
}

std::string views_like(model::Room const& room, std::string_view view) {
    auto const colon = view.find(':');
    std::string_view const kind = view.substr(0, colon);
    if (colon != std::string_view::npos) {
        std::string_view const key = view.substr(colon + 1);
        if (kind == "figure") return figures_like(room, key);
        if (kind == "board") return " (it has " + boards() + ")";
        if (kind == "journey")
            return nearest_names("journey:", named(room.journeys, &model::Journey::title), key);
        if (kind == "stage")
            return nearest_names("stage:", named(room.stages, &model::Stage::name), key);
        if (kind == "touchpoint")
            return nearest_names("touchpoint:", named(room.touchpoints, &model::Touchpoint::title),
                                 key);
    }
    return " (a view is home, journey:KEY, stage:KEY, touchpoint:KEY, " + boards() +
           ", or figure:KIND:KEY)";
}

}  // namespace

std::string nearest_names(std::string_view kind, std::vector<KeyAndTitle> const& all,
                          std::string_view key) {
    if (all.empty()) return " (it has none)";
    std::string const asked = lower(key);
    std::vector<std::pair<std::size_t, KeyAndTitle const*>> ranked;
    for (KeyAndTitle const& one : all)
        ranked.emplace_back(distance_to(one, asked), &one);
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](auto const& a, auto const& b) { return a.first < b.first; });
    std::string text;
    for (std::size_t i = 0; i < std::min(names_told, ranked.size()); ++i) {
        KeyAndTitle const& one = *ranked[i].second;
        if (i > 0) text += ", ";
        text.append(kind).append(one.key).append(" \"");
        text.append(base::first_code_points(one.title, title_letters)).append("\"");
    }
    return (ranked.size() == 1 ? " (it has " : " (the nearest are ") + text + ")";
}

std::string no_view_text(model::Room const& room, std::string_view view) {
    return "no view \"" + std::string(view) + "\"" + views_like(room, view);
}

}  // namespace shell
