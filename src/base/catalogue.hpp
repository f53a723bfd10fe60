// Every sentence the wall shows, by key, so that a translation is one file. Loaded from
// assets/text/LANGUAGE.json (exchange reads the file). Must not know where a sentence is shown.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

namespace base {

class Catalogue {
public:
    Catalogue() = default;
    explicit Catalogue(std::map<std::string, std::string, std::less<>> texts);

    // The text of `key`; the key itself when the catalogue has none (a test finds such keys).
    std::string_view text(std::string_view key) const;

    // The text with {0}, {1} ... replaced by `values`.
    std::string format(std::string_view key, std::initializer_list<std::string_view> values) const;

private:
    std::map<std::string, std::string, std::less<>> m_texts;
};

// 1234567 -> "1,234,567": the wall's way of writing counts.
std::string grouped(long long count);

}  // namespace base
