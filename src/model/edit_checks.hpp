// What is wrong with an edit before it is applied: texts and keys that no pack could carry, names
// that the room does not have, a room that is as it asks. Must not change a room. Used by edit.cpp
// only.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/edit.hpp"

namespace model {

std::string quoted(std::string_view text);
EditProblem unknown_key(std::string const& member, std::string const& what, std::string_view key);

std::optional<EditProblem> key_problem(std::string_view key);
std::optional<EditProblem> text_problem(std::string_view text, std::string const& member);
// Of a node's text, which cannot be empty.
std::optional<EditProblem> title_problem(std::string_view text);
// Of a level that is accepted, or given up: a reason, a promise, a level to give up.
std::optional<EditProblem> baseline_problem(Room const& room, TouchpointId touchpoint,
                                            SetBaseline const& set);
std::optional<EditProblem> wait_problem(std::optional<double> minutes, std::string const& member);

// Told where the edit would change nothing (edit_already.cpp).
std::optional<EditProblem> already_so(Room const& room, Edit const& edit);

// What an edit names, or what is wrong when the room does not have it.
template <typename Id>
struct Named {
    Id id;
    std::optional<EditProblem> problem;
};

Named<BlueprintNodeId> named_node(Room const& room, std::string const& key,
                                  std::string const& member);
Named<StepId> named_step(Room const& room, JourneyId journey, std::string const& key);

template <typename Thing>
auto find_by_key(std::vector<Thing> const& things, std::string_view key) {
    auto const found = std::find_if(things.begin(), things.end(),
                                    [&](Thing const& thing) { return thing.key == key; });
    return found == things.end()
               ? base::Id<Thing>()
               : base::Id<Thing>(static_cast<std::size_t>(found - things.begin()));
}

}  // namespace model
