// Regions and channels of observations by name, and the reading of one row of observations.
// Private to the readers of observations, in packs and alone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "exchange/pack_builder.hpp"

namespace exchange {

// A room shows its regions and channels by name: thousands of them are a column of case numbers.
inline constexpr std::size_t max_names = 10'000;

// Names in order of first appearance, after those that are there.
class Names {
public:
    explicit Names(std::vector<std::string>& names);

    // Empty where the cell is, or, reported, where there are too many.
    template <typename Name>
    base::Id<Name> id_of(Table& row, std::size_t column) {
        std::string_view const cell = row.raw(column);
        if (cell.empty()) return {};
        auto const position = position_of(cell);
        if (position) return base::Id<Name>(*position);
        row.error(column, too_many);
        return {};
    }

    // Nothing when there are too many.
    std::optional<std::size_t> position_of(std::string_view cell);

    static constexpr auto too_many =
        "more than 10,000 different names in this column; is it another column's content?";

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    std::vector<std::string>* m_names;
    std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> m_positions;
    std::string m_last;
    std::size_t m_last_position = 0;
};

struct ObservationNames {
    Names regions;
    Names channels;
};

enum class ObservationColumn : std::size_t {
    Touchpoint,
    Period,
    Kept,
    Due,
    Unknown,
    Persona,
    Region,
    Channel,
    Source
};

model::Observation read_observation(PackBuilder& pack, Table& row, ObservationNames& names);

// What is wrong with a row whose period meets that of another row; `other` says where that one is.
std::string clash_text(base::Period earlier, base::Period later, std::string const& other);

}  // namespace exchange
