// Edits for the tests of the edit store, and what it answers to them. Used by tests/storage.
#pragma once

#include <doctest/doctest.h>

#include "storage/edit_store.hpp"

namespace test {

inline constexpr model::EditStamp monday{1'700'000'000'123, model::EditLevel::Staff};

inline storage::StoredEdit stored(storage::StoreAnswer const& answer) {
    if (auto const* problem = std::get_if<model::EditProblem>(&answer)) FAIL(problem->text);
    return std::get<storage::StoredEdit>(answer);
}

inline std::string problem_of(storage::StoreAnswer const& answer) {
    auto const* problem = std::get_if<model::EditProblem>(&answer);
    REQUIRE(problem != nullptr);
    return problem->text;
}

inline model::Edit title(std::string const& node, std::string const& text) {
    return model::RetitleNode{node, text};
}

}  // namespace test
