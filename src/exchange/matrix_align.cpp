#include "exchange/matrix_align.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "exchange/matrix_text.hpp"

namespace exchange {
namespace {

// Cells of the table that a comparison of two lists may take.
constexpr std::size_t max_table = 4'000'000;

// The beginning of a text is enough to know it again.
constexpr std::size_t likeness_bytes = 200;

std::vector<std::string> words_of(std::string const& text) {
    std::vector<std::string> words;
    std::string word;
    for (char const c : ascii_folded(std::string_view(text).substr(0, likeness_bytes)) + " ") {
        if (c != ' ') {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    std::sort(words.begin(), words.end());
    return words;
}

// 0 (nothing in common) to 1: shared words.
double likeness(std::vector<std::string> const& a, std::vector<std::string> const& b) {
    if (a.empty() || b.empty()) return 0;
    std::vector<std::string> shared;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
    return 2.0 * static_cast<double>(shared.size()) / static_cast<double>(a.size() + b.size());
}

std::vector<std::vector<std::string>> words_of_each(std::vector<std::string> const& texts,
                                                    std::vector<std::size_t> const& chosen) {
    std::vector<std::vector<std::string>> words;
    words.reserve(chosen.size());
    for (std::size_t const index : chosen)
        words.push_back(words_of(texts[index]));
    return words;
}

std::vector<std::size_t> align_greedily(std::vector<std::string> const& before,
                                        std::vector<std::string> const& after) {
    std::unordered_map<std::string, std::vector<std::size_t>> places;
    for (std::size_t i = before.size(); i-- > 0;)
        places[before[i]].push_back(i);
    std::vector<std::size_t> partner(after.size(), no_partner);
    for (std::size_t j = 0; j < after.size(); ++j) {
        auto const at = places.find(after[j]);
        if (at == places.end() || at->second.empty()) continue;
        partner[j] = at->second.back();
        at->second.pop_back();
    }
    return partner;
}

struct Lists {
    std::vector<std::size_t> before;
    std::vector<std::size_t> after;
};

Lists left_over(std::size_t before, std::vector<std::size_t> const& partner) {
    std::vector<bool> taken(before, false);
    Lists left;
    for (std::size_t j = 0; j < partner.size(); ++j) {
        if (partner[j] == no_partner) {
            left.after.push_back(j);
        } else {
            taken[partner[j]] = true;
        }
    }
    for (std::size_t i = 0; i < before; ++i) {
        if (!taken[i]) left.before.push_back(i);
    }
    return left;
}

// The best sum of `worth` over pairs in order; a worth of 0 or less is no pair.
std::vector<std::size_t> best_pairs(std::size_t rows, std::size_t columns,
                                    std::function<double(std::size_t, std::size_t)> const& worth) {
    std::size_t const width = columns + 1;
    std::vector<float> best((rows + 1) * width, 0);
    for (std::size_t i = rows; i-- > 0;) {
        for (std::size_t j = columns; j-- > 0;) {
            float value = std::max(best[(i + 1) * width + j], best[i * width + j + 1]);
            auto const pair = static_cast<float>(worth(i, j));
            if (pair > 0) value = std::max(value, pair + best[(i + 1) * width + j + 1]);
            best[i * width + j] = value;
        }
    }
    std::vector<std::size_t> partner(columns, no_partner);
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < rows && j < columns) {
        auto const pair = static_cast<float>(worth(i, j));
        float const here = best[i * width + j];
        if (pair > 0 && here <= pair + best[(i + 1) * width + j + 1]) {
            partner[j++] = i++;
        } else if (here <= best[(i + 1) * width + j]) {
            ++i;
        } else {
            ++j;
        }
    }
    return partner;
}

}  // namespace

std::vector<std::size_t> align_equal(std::vector<std::string> const& before,
                                     std::vector<std::string> const& after) {
    if ((before.size() + 1) * (after.size() + 1) > max_table) return align_greedily(before, after);
    return best_pairs(before.size(), after.size(), [&](std::size_t i, std::size_t j) {
        return before[i] == after[j] ? 1.0 : 0.0;
    });
}

void pair_moved(std::vector<std::string> const& before, std::vector<std::string> const& after,
                std::vector<std::size_t>& partners) {
    std::vector<bool> taken(before.size(), false);
    for (std::size_t const partner : partners) {
        if (partner != no_partner) taken[partner] = true;
    }
    std::unordered_map<std::string, std::vector<std::size_t>> places;
    for (std::size_t i = before.size(); i-- > 0;) {
        if (!taken[i]) places[before[i]].push_back(i);
    }
    for (std::size_t j = 0; j < after.size(); ++j) {
        if (partners[j] != no_partner) continue;
        auto const at = places.find(after[j]);
        if (at == places.end() || at->second.empty()) continue;
        partners[j] = at->second.back();
        at->second.pop_back();
    }
}

void pair_changed(std::vector<std::string> const& before, std::vector<std::string> const& after,
                  std::vector<std::size_t>& partner,
                  std::function<bool(std::size_t, std::size_t)> const& may) {
    Lists const left = left_over(before.size(), partner);
    if ((left.before.size() + 1) * (left.after.size() + 1) > max_table / 100) {
        for (std::size_t k = 0; k < std::min(left.before.size(), left.after.size()); ++k) {
            if (may(left.before[k], left.after[k])) partner[left.after[k]] = left.before[k];
        }
        return;
    }
    auto const words_before = words_of_each(before, left.before);
    auto const words_after = words_of_each(after, left.after);
    // A pair is worth more than any likeness, so that none is given up for one.
    auto const pairs =
        best_pairs(left.before.size(), left.after.size(), [&](std::size_t row, std::size_t column) {
            if (!may(left.before[row], left.after[column])) return 0.0;
            return 1 + 0.4 * likeness(words_before[row], words_after[column]);
        });
    for (std::size_t k = 0; k < pairs.size(); ++k) {
        if (pairs[k] != no_partner) partner[left.after[k]] = left.before[pairs[k]];
    }
}

}  // namespace exchange
