#include "layout/even_lines.hpp"

#include <limits>

namespace layout {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

// The cheapest way to put the first pieces into lines, for every number of both.
struct Table {
    Table(std::size_t lines, std::size_t pieces)
        : row(pieces + 1), cost((lines + 1) * row, never), from((lines + 1) * row, 0) {
        cost[0] = 0;
    }

    void offer(std::size_t line, std::size_t piece, std::size_t start, double added) {
        double const sum = cost[(line - 1) * row + start] + added;
        if (sum >= cost[line * row + piece]) return;
        cost[line * row + piece] = sum;
        from[line * row + piece] = start;
    }

    std::size_t row;
    std::vector<double> cost;
    std::vector<std::size_t> from;
};

}  // namespace

// The sum of the widths is the same for every way, so the least sum of their squares is the most
// even one.
std::vector<std::size_t> even_lines(std::span<PieceWidth const> pieces, std::size_t lines,
                                    double width) {
    Table table(lines, pieces.size());
    for (std::size_t end = 1; end <= pieces.size(); ++end) {
        PieceWidth const& last = pieces[end - 1];
        // A hyphen inside a word is worth some unevenness.
        double const penalty = last.hyphen && end < pieces.size() ? width * width / 8 : 0.0;
        double line_width = last.at_end;
        for (std::size_t start = end; start-- > 0 && line_width <= width;) {
            for (std::size_t line = 1; line <= lines; ++line) {
                table.offer(line, end, start, line_width * line_width + penalty);
            }
            if (start > 0) line_width += pieces[start - 1].inside;
        }
    }
    if (table.cost[lines * table.row + pieces.size()] >= never) return {};
    std::vector<std::size_t> ends(lines);
    std::size_t end = pieces.size();
    for (std::size_t line = lines; line > 0; --line) {
        ends[line - 1] = end;
        end = table.from[line * table.row + end];
    }
    return ends;
}

}  // namespace layout
