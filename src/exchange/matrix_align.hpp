// Which old text each new one is: equal ones in order, then equal ones that moved, then those that
// stand in the place of one that is gone. Must not know what the texts are. Used by the merge of
// matrices.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace exchange {

inline constexpr std::size_t no_partner = static_cast<std::size_t>(-1);

// For each new text the index of its old one, or no_partner. Longest common subsequence; very long
// lists are paired greedily from the front.
std::vector<std::size_t> align_equal(std::vector<std::string> const& before,
                                     std::vector<std::string> const& after);

// Equal texts that are left over on both sides have moved.
void pair_moved(std::vector<std::string> const& before, std::vector<std::string> const& after,
                std::vector<std::size_t>& partners);

// Pairs what `partner` left over, in order and only where `may` says so: as many pairs as there
// can be, likest texts first.
void pair_changed(std::vector<std::string> const& before, std::vector<std::string> const& after,
                  std::vector<std::size_t>& partner,
                  std::function<bool(std::size_t before, std::size_t after)> const& may);

}  // namespace exchange
