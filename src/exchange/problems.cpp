#include "exchange/problems.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace exchange {

Problems::Problems(std::filesystem::path shown_as) : m_shown_as(std::move(shown_as)) {}

FileTag Problems::add_file(std::string_view name) {
    m_files.emplace_back(name);
    return {static_cast<std::uint16_t>(m_files.size() - 1)};
}

void Problems::error(FileTag file, Place place, std::string text) {
    ++m_error_count;
    add(m_errors, {file, place, std::move(text)});
}

void Problems::warning(FileTag file, Place place, std::string text) {
    add(m_warnings, {file, place, std::move(text)});
}

// The readers find problems in passes, so the first 200 are known only at the end; a hostile file
// may hold millions, so what can no longer be among them goes at once.
void Problems::add(std::vector<Entry>& entries, Entry entry) {
    entries.push_back(std::move(entry));
    if (entries.size() >= 8 * max_problems_kept) keep_first(entries);
}

void Problems::keep_first(std::vector<Entry>& entries) {
    std::stable_sort(entries.begin(), entries.end(), [](Entry const& a, Entry const& b) {
        return std::tie(a.file.rank, a.place) < std::tie(b.file.rank, b.place);
    });
    if (entries.size() > max_problems_kept) entries.resize(max_problems_kept);
}

Problem Problems::to_problem(Entry const& entry, Severity severity) const {
    std::string const& name = m_files[entry.file.rank];
    std::filesystem::path const file = name.empty() ? m_shown_as : m_shown_as / name;
    return {severity, file.string(), entry.place.line, entry.place.column, entry.text};
}

std::vector<Problem> Problems::first() const {
    std::vector<Entry> errors = m_errors;
    std::vector<Entry> warnings = m_warnings;
    keep_first(errors);
    keep_first(warnings);
    warnings.resize(std::min(warnings.size(), max_problems_kept - errors.size()));
    std::vector<Problem> problems;
    auto warning = warnings.begin();
    auto const before = [](Entry const& a, Entry const& b) {
        return std::tie(a.file.rank, a.place) < std::tie(b.file.rank, b.place);
    };
    for (Entry const& error : errors) {
        for (; warning != warnings.end() && before(*warning, error); ++warning) {
            problems.push_back(to_problem(*warning, Severity::Warning));
        }
        problems.push_back(to_problem(error, Severity::Error));
    }
    for (; warning != warnings.end(); ++warning) {
        problems.push_back(to_problem(*warning, Severity::Warning));
    }
    return problems;
}

}  // namespace exchange
