// Typed indices: a TouchpointId cannot be used where a StageId is wanted. Zero runtime cost.
// An id is the position of the thing in its vector of the Room; it lives as long as that Room.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace base {

template <typename Thing>
struct Id {
    std::uint32_t value = none_value;
    static constexpr std::uint32_t none_value = 0xffffffffU;

    constexpr Id() = default;
    constexpr explicit Id(std::size_t index) : value(static_cast<std::uint32_t>(index)) {}

    constexpr bool valid() const { return value != none_value; }
    constexpr explicit operator bool() const { return valid(); }
    constexpr std::size_t index() const { return value; }
    friend constexpr auto operator<=>(Id const&, Id const&) = default;
};

}  // namespace base

template <typename Thing>
struct std::hash<base::Id<Thing>> {
    std::size_t operator()(base::Id<Thing> id) const noexcept { return id.value; }
};
