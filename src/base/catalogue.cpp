#include "base/catalogue.hpp"

#include <charconv>

namespace base {

Catalogue::Catalogue(std::map<std::string, std::string, std::less<>> texts)
    : m_texts(std::move(texts)) {}

std::string_view Catalogue::text(std::string_view key) const {
    auto const found = m_texts.find(key);
    return found == m_texts.end() ? key : std::string_view(found->second);
}

std::string Catalogue::format(std::string_view key,
                              std::initializer_list<std::string_view> values) const {
    std::string_view const pattern = text(key);
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        std::size_t const close = pattern[i] == '{' ? pattern.find('}', i) : std::string_view::npos;
        std::size_t place = 0;
        bool const numbered =
            close != std::string_view::npos &&
            std::from_chars(pattern.data() + i + 1, pattern.data() + close, place).ptr ==
                pattern.data() + close &&
            place < values.size();
        if (!numbered) {
            out += pattern[i];
            continue;
        }
        out += values.begin()[place];
        i = close;
    }
    return out;
}

std::string grouped(long long count) {
    std::string const digits = std::to_string(count < 0 ? -count : count);
    std::string out = count < 0 ? "\u2212" : "";
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += ',';
        out += digits[i];
    }
    return out;
}

}  // namespace base
