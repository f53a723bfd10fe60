// Sorts more records than memory may hold: sorted runs go to temporary files and are merged while
// they are read back. Must not know what a record is. Used by the readers of observations and event
// logs.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <type_traits>
#include <utility>
#include <vector>

namespace exchange {

template <typename Record, typename Before>
class ExternalSort {
    static_assert(std::is_trivially_copyable_v<Record>);

public:
    explicit ExternalSort(Before before, std::size_t records_in_memory)
        : m_before(before), m_most(records_in_memory) {}

    void add(Record const& record) {
        if (m_held.size() == m_most) spill();
        m_held.push_back(record);
        m_sorted = false;
        ++m_size;
    }

    std::size_t size() const { return m_size; }

    // After the last add(): the records in order, from the first one again at each call of it.
    void rewind() {
        if (!m_sorted) sort_held();
        if (!m_runs.empty() && !m_held.empty()) spill();
        m_next = 0;
        for (Run& run : m_runs) {
            if (std::fseek(run.file.get(), 0, SEEK_SET) != 0) throw unreadable();
            run.left = run.size;
            run.block.clear();
            run.at = 0;
        }
        m_heap.clear();
        for (std::size_t i = 0; i < m_runs.size(); ++i) {
            if (fill(m_runs[i])) m_heap.push_back(i);
        }
        std::make_heap(m_heap.begin(), m_heap.end(), later());
    }

    // The next record; null after the last. It stays until the next call.
    Record const* next() {
        if (m_runs.empty()) return m_next < m_held.size() ? &m_held[m_next++] : nullptr;
        if (m_heap.empty()) return nullptr;
        std::pop_heap(m_heap.begin(), m_heap.end(), later());
        std::size_t const first = m_heap.back();
        m_out = m_runs[first].block[m_runs[first].at++];
        if (fill(m_runs[first])) {
            std::push_heap(m_heap.begin(), m_heap.end(), later());
        } else {
            m_heap.pop_back();
        }
        return &m_out;
    }

private:
    static constexpr std::size_t block_records = 2048;

    struct CloseFile {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    struct Run {
        std::unique_ptr<std::FILE, CloseFile> file;
        std::size_t size = 0;
        std::size_t left = 0;  // records not read into the block yet
        std::vector<Record> block;
        std::size_t at = 0;
    };

    void sort_held() {
        std::sort(m_held.begin(), m_held.end(), m_before);
        m_sorted = true;
    }

    // Gone by itself when it is closed, also when the program is killed.
    void spill() {
        sort_held();
        Run run;
        run.file.reset(std::tmpfile());
        run.size = m_held.size();
        bool const written = run.file && std::fwrite(m_held.data(), sizeof(Record), m_held.size(),
                                                     run.file.get()) == m_held.size();
        if (!written || std::fflush(run.file.get()) != 0) {
            throw std::runtime_error(
                "the folder for temporary files has no space left for sorting");
        }
        m_runs.push_back(std::move(run));
        m_held.clear();
        m_sorted = false;
    }

    static std::runtime_error unreadable() {
        return std::runtime_error("a temporary file of sorting cannot be read back");
    }

    static bool fill(Run& run) {
        if (run.at < run.block.size()) return true;
        std::size_t const count = std::min(run.left, block_records);
        run.block.resize(count);
        run.at = 0;
        run.left -= count;
        if (std::fread(run.block.data(), sizeof(Record), count, run.file.get()) != count) {
            throw unreadable();
        }
        return count > 0;
    }

    // The heap's top is the run whose next record comes first; of equals the earlier run.
    auto later() const {
        return [this](std::size_t a, std::size_t b) {
            Record const& record_a = m_runs[a].block[m_runs[a].at];
            Record const& record_b = m_runs[b].block[m_runs[b].at];
            if (m_before(record_a, record_b)) return false;
            return m_before(record_b, record_a) || a > b;
        };
    }

    Before m_before;
    std::size_t m_most;
    std::size_t m_size = 0;
    std::vector<Record> m_held;
    bool m_sorted = false;
    std::vector<Run> m_runs;
    std::vector<std::size_t> m_heap;
    std::size_t m_next = 0;
    Record m_out{};
};

}  // namespace exchange
