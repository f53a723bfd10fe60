#include "scene/font_runs.hpp"

#include <algorithm>

namespace scene {
namespace {

constexpr std::uint32_t place_bits = 20;
constexpr std::uint32_t place_mask = (1U << place_bits) - 1;
constexpr std::size_t runs_after_forgetting = most_runs * 3 / 4;
constexpr std::size_t most_young_widths = 50'000;
constexpr std::size_t longest_kept_text = 200;

std::size_t number_of(Weight weight) {
    return static_cast<std::size_t>(weight);
}

}  // namespace

RunStore::RunStore() {
    m_records.push_back(std::make_unique<Record>());
}

std::optional<std::uint32_t> RunStore::find(std::string_view text, Weight weight) {
    Index const& index = m_index[number_of(weight)];
    auto const found = index.find(text);
    if (found == index.end()) return std::nullopt;
    Record& record = *m_records[found->second];
    record.last_used = m_frame;
    return record.round << place_bits | found->second;
}

std::uint32_t RunStore::add(ShapedRun run) {
    if (m_free.empty()) {
        if (m_records.size() > place_mask) return 0;
        m_free.push_back(static_cast<std::uint32_t>(m_records.size()));
        m_records.push_back(std::make_unique<Record>());
    }
    std::uint32_t const place = m_free.back();
    m_free.pop_back();
    Record& record = *m_records[place];
    record.run = std::move(run);
    record.last_used = m_frame;
    record.live = true;
    m_index[number_of(record.run.weight)].emplace(record.run.text, place);
    return record.round << place_bits | place;
}

ShapedRun const& RunStore::run(std::uint32_t id) const {
    std::uint32_t const place = id & place_mask;
    if (place >= m_records.size()) return m_records[0]->run;
    Record& record = *m_records[place];
    if (record.round != id >> place_bits) return m_records[0]->run;
    record.last_used = m_frame;
    return record.run;
}

void RunStore::begin_frame() {
    ++m_frame;
    std::size_t const live = m_records.size() - 1 - m_free.size();
    if (live <= most_runs) return;
    std::vector<std::uint32_t> old;
    for (std::uint32_t i = 1; i < m_records.size(); ++i) {
        if (m_records[i]->live && m_records[i]->last_used + 1 < m_frame) old.push_back(i);
    }
    std::size_t const count = std::min(old.size(), live - runs_after_forgetting);
    std::sort(old.begin(), old.end(), [this](std::uint32_t a, std::uint32_t b) {
        return std::pair(m_records[a]->last_used, a) < std::pair(m_records[b]->last_used, b);
    });
    for (std::size_t i = 0; i < count; ++i)
        forget(old[i]);
}

void RunStore::forget(std::uint32_t place) {
    Record& record = *m_records[place];
    m_index[number_of(record.run.weight)].erase(record.run.text);
    record.run = {};
    record.live = false;
    record.round = (record.round + 1) & ((1U << (32 - place_bits)) - 1);
    m_free.push_back(place);
}

std::optional<double> WidthStore::find(std::string_view text, Weight weight) {
    Widths& young = m_young[number_of(weight)];
    auto const found = young.find(text);
    if (found != young.end()) return found->second;
    Widths const& old = m_old[number_of(weight)];
    auto const kept = old.find(text);
    if (kept == old.end()) return std::nullopt;
    double const width = kept->second;
    add(text, weight, width);
    return width;
}

void WidthStore::add(std::string_view text, Weight weight, double width_em) {
    if (text.size() > longest_kept_text) return;
    Widths& young = m_young[number_of(weight)];
    if (young.size() >= most_young_widths) {
        m_old[number_of(weight)] = std::move(young);
        young = {};
    }
    young.emplace(text, width_em);
}

}  // namespace scene
