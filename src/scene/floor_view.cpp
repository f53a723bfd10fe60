#include "scene/floor_view.hpp"

#include <algorithm>
#include <array>

#include "scene/evidence_at.hpp"

namespace scene {
namespace {

// By LensKind.
constexpr std::array<std::string_view, 6> lenses{"none",      "role",     "function",
                                                 "hand-offs", "employee", "policy"};
constexpr std::string_view words_name = "words";

bool has_key(LensKind kind) {
    return kind == LensKind::Role || kind == LensKind::Function;
}

}  // namespace

std::optional<Lens> parse_lens(std::string_view name) {
    auto const colon = name.find(':');
    auto const known = std::find(lenses.begin(), lenses.end(), name.substr(0, colon));
    if (known == lenses.end()) return std::nullopt;
    Lens lens{static_cast<LensKind>(known - lenses.begin()), {}};
    if (colon != std::string_view::npos) lens.key = name.substr(colon + 1);
    if (has_key(lens.kind) == lens.key.empty()) return std::nullopt;
    return lens;
}

std::string name_of(Lens const& lens) {
    std::string name(lenses[static_cast<std::size_t>(lens.kind)]);
    return has_key(lens.kind) ? name + ":" + lens.key : name;
}

std::vector<EvidenceName> evidence_of(model::Room const& room, model::TouchpointId touchpoint) {
    std::vector<EvidenceName> all;
    if (!touchpoint) return all;
    for (std::string const& picture : room.at(touchpoint).media)
        all.push_back({touchpoint, picture});
    bool const said = std::any_of(room.verbatims.begin(), room.verbatims.end(),
                                  [&](auto const& v) { return v.touchpoint == touchpoint; });
    if (said || !thinking_steps(room, touchpoint).empty()) all.push_back({touchpoint, {}});
    return all;
}

std::optional<EvidenceName> parse_evidence(model::Room const& room, std::string_view name) {
    auto const colon = name.find(':');
    auto const all = evidence_of(room, model::find_touchpoint(room, name.substr(0, colon)));
    if (all.empty()) return std::nullopt;
    if (colon == std::string_view::npos) return all.front();
    std::string_view const wanted = name.substr(colon + 1);
    auto const found = std::find_if(all.begin(), all.end(), [&](EvidenceName const& one) {
        return one.picture.empty() ? wanted == words_name : one.picture == wanted;
    });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

std::string name_of(model::Room const& room, EvidenceName const& evidence) {
    std::string const part = evidence.picture.empty() ? std::string(words_name) : evidence.picture;
    return room.at(evidence.touchpoint).key + ":" + part;
}

}  // namespace scene
