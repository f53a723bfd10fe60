// Reads a row's columns from left to right into the values of model structs, and the reverse for
// ids and enums. Must not know tables. Used by the room_store_*.cpp files.
#pragma once

#include <algorithm>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "storage/sqlite.hpp"

namespace storage {

// A file that passes SQLite's own checks and still holds what no room can hold.
class DamagedContent : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// The words of an enum in the order of its values; a class, so that each enum has one table of
// them.
template <typename Enum>
struct Words {
    std::vector<std::string_view> words;

    std::string_view of(Enum value) const { return words.at(static_cast<std::size_t>(value)); }
    Enum value(std::string_view word) const {
        auto const place = std::find(words.begin(), words.end(), word);
        if (place == words.end()) {
            throw DamagedContent("\"" + std::string(word) + "\" is no word of the program");
        }
        return static_cast<Enum>(place - words.begin());
    }
};

template <typename Thing>
std::optional<std::int64_t> position_of(base::Id<Thing> id) {
    if (!id) return std::nullopt;
    return id.value;
}

class Columns {
public:
    explicit Columns(Row const& row) : m_row(row) {}

    std::string text() { return m_row.text(m_next++); }
    double real() { return m_row.real(m_next++); }
    std::int64_t integer() { return m_row.integer(m_next++); }
    std::vector<std::uint8_t> blob() { return m_row.blob(m_next++); }

    int small_integer() { return narrow(m_row.integer(m_next++)); }
    bool flag() { return m_row.integer(m_next++) != 0; }

    std::optional<double> optional_real() {
        return take([&](int i) { return m_row.real(i); });
    }
    std::optional<std::int64_t> optional_integer() {
        return take([&](int i) { return m_row.integer(i); });
    }
    std::optional<int> optional_small_integer() {
        return take([&](int i) { return narrow(m_row.integer(i)); });
    }
    std::optional<bool> optional_flag() {
        return take([&](int i) { return m_row.integer(i) != 0; });
    }
    std::optional<std::string> optional_text() {
        return take([&](int i) { return m_row.text(i); });
    }

    template <typename Thing>
    base::Id<Thing> id() {
        auto const position = optional_integer();
        if (!position) return {};
        if (*position < 0 || *position >= base::Id<Thing>::none_value) {
            throw DamagedContent("a reference points outside the file");
        }
        return base::Id<Thing>(static_cast<std::size_t>(*position));
    }
    template <typename Enum>
    Enum word(Words<Enum> const& words) {
        return words.value(m_row.text(m_next++));
    }

    base::Date date() { return {narrow(integer())}; }
    std::optional<base::Date> optional_date() {
        return take([&](int i) { return base::Date{narrow(m_row.integer(i))}; });
    }
    base::Period period() {
        base::Date const first = date();
        return {first, date()};
    }
    std::optional<base::Period> optional_period() {
        auto const first = optional_date();
        auto const last = optional_date();
        if (!first || !last) return std::nullopt;
        return base::Period{*first, *last};
    }

private:
    template <typename Get>
    auto take(Get get) -> std::optional<decltype(get(0))> {
        int const column = m_next++;
        if (m_row.is_null(column)) return std::nullopt;
        return get(column);
    }
    static int narrow(std::int64_t value) {
        if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max()) {
            throw DamagedContent("a number is out of range");
        }
        return static_cast<int>(value);
    }

    Row const& m_row;
    int m_next = 0;
};

// Days of optional dates and periods, as they are bound.
inline std::optional<std::int64_t> day_of(std::optional<base::Date> date) {
    if (!date) return std::nullopt;
    return date->days;
}
inline std::optional<std::int64_t> first_day_of(std::optional<base::Period> period) {
    if (!period) return std::nullopt;
    return period->first.days;
}
inline std::optional<std::int64_t> last_day_of(std::optional<base::Period> period) {
    if (!period) return std::nullopt;
    return period->last.days;
}

// A query's first column must count 0, 1, 2 ...: then ids are positions. `make` turns the rest into
// a Thing.
template <typename Thing, typename Make>
std::vector<Thing> load_rows(Database& database, std::string_view sql, Make make) {
    std::vector<Thing> things;
    Statement(database, sql).each([&](Row const& row) {
        Columns columns(row);
        if (columns.integer() != static_cast<std::int64_t>(things.size())) {
            throw DamagedContent("rows are missing");
        }
        things.push_back(make(columns));
    });
    return things;
}

// `write(insert, position, thing)` runs the insert for each thing.
template <typename Thing, typename Write>
void save_rows(Database& database, std::string_view sql, std::vector<Thing> const& things,
               Write write) {
    Statement insert(database, sql);
    for (std::size_t i = 0; i < things.size(); ++i)
        write(insert, i, things[i]);
}

// Lists that belong to things: (owner, position, value) rows in that order, `owners` things in all.
template <typename Value, typename Make>
std::vector<std::vector<Value>> load_lists(Database& database, std::string_view sql,
                                           std::size_t owners, Make make) {
    std::vector<std::vector<Value>> lists(owners);
    Statement(database, sql).each([&](Row const& row) {
        Columns columns(row);
        auto const owner = static_cast<std::size_t>(columns.integer());
        if (owner >= owners ||
            columns.integer() != static_cast<std::int64_t>(lists[owner].size())) {
            throw DamagedContent("rows of a list are missing");
        }
        lists[owner].push_back(make(columns));
    });
    return lists;
}

std::vector<std::vector<std::string>> load_text_lists(Database& database, std::string_view sql,
                                                      std::size_t owners);
void save_texts(Statement& insert, std::size_t owner, std::vector<std::string> const& texts);

}  // namespace storage
