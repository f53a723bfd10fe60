// What is being told on the open floor: a chain of causes that is lit tap by tap, the lens that is
// looked through, the evidence that lies open. Plain values, part of View. Must not know how any of
// it is painted or touched.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.hpp"
#include "model/room.hpp"

namespace scene {

// The chain of what failed (metrics::cause_chain); its nodes light one by one in their order.
struct Lit {
    std::vector<model::BlueprintNodeId> failed;  // empty: nothing is lit
    std::size_t told = 0;                        // nodes that are lit so far
    friend bool operator==(Lit const&, Lit const&) = default;
};

enum class LensKind { None, Role, Function, HandOffs, Employee, Policy };

struct Lens {
    LensKind kind = LensKind::None;
    std::string key{};  // Role, Function: the team
    friend bool operator==(Lens const&, Lens const&) = default;
};

// "role:Field planning", "function:IT", "hand-offs", "employee", "policy", "none".
std::optional<Lens> parse_lens(std::string_view name);
std::string name_of(Lens const& lens);

// A piece of evidence of a touchpoint: one of its pictures, or what customers said there.
struct EvidenceName {
    model::TouchpointId touchpoint;
    std::string picture{};  // file name in the pack's media; empty: the words
    friend bool operator==(EvidenceName const&, EvidenceName const&) = default;
};

// "T38:tracking-text.png", "T38:words"; "T38" alone is its first picture, else its words. Nothing
// when the touchpoint has no such evidence.
std::optional<EvidenceName> parse_evidence(model::Room const& room, std::string_view name);
std::string name_of(model::Room const& room, EvidenceName const& evidence);
// Everything a touchpoint has, pictures first, as its `media` lists them.
std::vector<EvidenceName> evidence_of(model::Room const& room, model::TouchpointId touchpoint);

// A sheet opened large: it is moved and scaled by two fingers.
struct OpenEvidence {
    EvidenceName evidence;
    base::ScreenPoint centre;  // px
    double scale = 1;          // of the size at which it opens
    double aspect = 0;         // of the picture; 0: words, or it cannot be shown
    bool moved = false;        // by a hand: it stays where it was put
    std::uint32_t opened = 0;  // the how manieth of the session
    double appeared = 1;       // 0..1, eases in
};

}  // namespace scene
