// Puts the records of a frame into as few draw calls as the painter's order allows. A record may
// move forward past others it does not touch; whatever overlaps keeps its order. Pure, no OpenGL.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "render/record.hpp"

namespace render {

// A run of records for one draw call.
struct Batch {
    Pass pass = Pass::Solid;
    std::uint32_t picture = 0;  // Pass::Picture only
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

class BatchBuilder {
public:
    void begin(int width_px, int height_px);
    // `touched` is what the record can colour. Records of one pass that overlap keep the order of
    // their adding.
    void add(Pass pass, Record const& record, Bounds const& touched, std::uint32_t picture = 0);
    void end();

    std::span<Record const> records() const { return m_sorted; }
    std::span<Batch const> batches() const { return m_batches; }

private:
    // A stage is (round * pass_count + pass). Every cell of the view remembers the latest stage
    // that touched it; a new record goes to the first stage of its pass that is not before any of
    // its cells'.
    std::uint32_t stage_for(Pass pass, Bounds const& touched);
    void cut_pictures(std::uint32_t first, std::uint32_t last);

    static constexpr float cell_px = 24;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<std::uint32_t> m_cells;
    std::vector<Record> m_records;
    std::vector<std::uint32_t> m_stages;    // by record
    std::vector<std::uint32_t> m_pictures;  // by record
    std::uint32_t m_stage_count = 0;
    std::vector<Record> m_sorted;
    std::vector<std::uint32_t> m_sorted_pictures;
    std::vector<Batch> m_batches;
    std::vector<std::uint32_t> m_starts;  // by stage, while sorting
};

}  // namespace render
