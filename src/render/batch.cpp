#include "render/batch.hpp"

#include <cmath>

namespace render {

Bounds bounds_of(base::ScreenRect const& rect) {
    return {static_cast<float>(rect.x), static_cast<float>(rect.y),
            static_cast<float>(rect.right()), static_cast<float>(rect.bottom())};
}

Bounds common(Bounds const& a, Bounds const& b) {
    return {std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
}

Bounds grown(Bounds const& b, float by) {
    return {b.x0 - by, b.y0 - by, b.x1 + by, b.y1 + by};
}

Bounds outward(Bounds const& b) {
    return {std::floor(b.x0), std::floor(b.y0), std::ceil(b.x1), std::ceil(b.y1)};
}

void BatchBuilder::begin(int width_px, int height_px) {
    m_columns = static_cast<int>(static_cast<float>(width_px) / cell_px) + 1;
    m_rows = static_cast<int>(static_cast<float>(height_px) / cell_px) + 1;
    m_cells.assign(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows), 0U);
    m_records.clear();
    m_stages.clear();
    m_pictures.clear();
    m_stage_count = 0;
}

void BatchBuilder::add(Pass pass, Record const& record, Bounds const& touched,
                       std::uint32_t picture) {
    if (touched.empty()) return;
    std::uint32_t const stage = stage_for(pass, touched);
    m_records.push_back(record);
    m_stages.push_back(stage);
    m_pictures.push_back(picture);
    m_stage_count = std::max(m_stage_count, stage + 1);
}

std::uint32_t BatchBuilder::stage_for(Pass pass, Bounds const& touched) {
    auto const cell = [](float at, int count) {
        return std::clamp(static_cast<int>(at / cell_px), 0, count - 1);
    };
    int const left = cell(touched.x0, m_columns);
    int const right = cell(touched.x1, m_columns);
    int const top = cell(touched.y0, m_rows);
    int const bottom = cell(touched.y1, m_rows);
    std::uint32_t latest = 0;
    for (int y = top; y <= bottom; ++y) {
        std::uint32_t const* row = m_cells.data() + static_cast<std::ptrdiff_t>(y) * m_columns;
        for (int x = left; x <= right; ++x)
            latest = std::max(latest, row[x]);
    }
    auto const wanted = static_cast<std::uint32_t>(pass);
    std::uint32_t const round = latest / pass_count + (latest % pass_count > wanted ? 1U : 0U);
    std::uint32_t const stage = round * pass_count + wanted;
    for (int y = top; y <= bottom; ++y) {
        std::uint32_t* row = m_cells.data() + static_cast<std::ptrdiff_t>(y) * m_columns;
        std::fill(row + left, row + right + 1, stage);
    }
    return stage;
}

void BatchBuilder::end() {
    m_starts.assign(m_stage_count + 1U, 0U);
    for (std::uint32_t const stage : m_stages)
        ++m_starts[stage + 1];
    for (std::uint32_t i = 0; i < m_stage_count; ++i)
        m_starts[i + 1] += m_starts[i];
    m_batches.clear();
    m_sorted.resize(m_records.size());
    m_sorted_pictures.resize(m_records.size());
    std::vector<std::uint32_t>& next = m_starts;
    for (std::size_t i = 0; i < m_records.size(); ++i) {
        std::uint32_t const at = next[m_stages[i]]++;
        m_sorted[at] = m_records[i];
        m_sorted_pictures[at] = m_pictures[i];
    }
    // Now m_starts[s] is where stage s ends.
    std::uint32_t first = 0;
    for (std::uint32_t stage = 0; stage < m_stage_count; ++stage) {
        std::uint32_t const last = m_starts[stage];
        if (last == first) continue;
        auto const pass = static_cast<Pass>(stage % pass_count);
        if (pass == Pass::Picture) {
            cut_pictures(first, last);
        } else {
            m_batches.push_back({pass, 0, first, last - first});
        }
        first = last;
    }
}

void BatchBuilder::cut_pictures(std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t i = first; i < last; ++i) {
        bool const same = i > first && m_sorted_pictures[i] == m_sorted_pictures[i - 1];
        if (same) {
            ++m_batches.back().count;
        } else {
            m_batches.push_back({Pass::Picture, m_sorted_pictures[i], i, 1});
        }
    }
}

}  // namespace render
