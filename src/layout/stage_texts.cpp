#include "layout/stage_texts.hpp"

#include <algorithm>
#include <cmath>

#include "base/utf8.hpp"

namespace layout {
namespace {

constexpr double name_smallest_share = 0.62;
// A last step down before a word that is wider than its column is broken.
constexpr double long_word_smallest_share = 0.45;
constexpr double common_smallest_share = 0.8;
constexpr double slightly_smaller = 0.86;
constexpr int step_lines = 3;
constexpr int quote_lines = 4;
// Bounds the work on a touchpoint with thousands of long verbatims.
constexpr std::size_t quotes_tried = 16;

// A name that needs only a little less size for one line fewer takes it.
TextBlock fewer_lines(TextMeasure& measure, NameBox name, TextStyle style, TextBlock const& block) {
    auto const lines = static_cast<int>(block.lines.size());
    if (lines < 3 || block.style.size < style.size * slightly_smaller) return block;
    TextBlock const tighter = break_text(
        measure, name.text, style,
        {.width = name.width, .max_lines = lines - 1, .smallest_share = slightly_smaller});
    return tighter.cut || tighter.word_cut ? block : tighter;
}

TextBlock break_name(TextMeasure& measure, NameBox name, TextStyle style, int max_lines) {
    TextLimits limits{
        .width = name.width, .max_lines = max_lines, .smallest_share = name_smallest_share};
    TextBlock const block = break_text(measure, name.text, style, limits);
    if (!block.word_cut) return fewer_lines(measure, name, style, block);
    limits.smallest_share = long_word_smallest_share;
    TextBlock const smaller = break_text(measure, name.text, style, limits);
    return smaller.word_cut ? block : smaller;
}

double strength(model::Verbatim const& verbatim) {
    return std::abs(verbatim.sentiment.value_or(0));
}

std::vector<std::uint32_t> verbatims_of(LayoutInput const& input, model::StageId stage) {
    std::vector<std::uint32_t> verbatims;
    for (model::PlacementId const placement : input.index.placements_of_stage[stage.index()]) {
        std::size_t const touchpoint = input.room.at(placement).touchpoint.index();
        auto const& own = input.index.verbatims_of_touchpoint[touchpoint];
        verbatims.insert(verbatims.end(), own.begin(), own.end());
    }
    return verbatims;
}

}  // namespace

std::vector<TextBlock> break_names(TextMeasure& measure, std::vector<NameBox> const& names,
                                   TextStyle style, int max_lines) {
    std::vector<TextBlock> blocks;
    double common = style.size;
    for (NameBox const& name : names) {
        blocks.push_back(break_name(measure, name, style, max_lines));
        common = std::min(common, blocks.back().style.size);
    }
    common = std::max(common, common_smallest_share * style.size);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (blocks[i].style.size <= common) continue;
        TextStyle smaller = style;
        smaller.size = common;
        blocks[i] = break_name(measure, names[i], smaller, max_lines);
    }
    return blocks;
}

std::vector<TextBlock> break_steps(LayoutInput const& input, model::StageId stage, TextStyle style,
                                   double width) {
    std::vector<TextBlock> blocks;
    for (model::StepId const step : input.index.steps_of_stage[stage.index()]) {
        blocks.push_back(
            break_text(input.measure, input.room.at(step).action, style,
                       {.width = width, .max_lines = step_lines, .smallest_share = 1}));
    }
    return blocks;
}

std::string quote_text(base::Catalogue const& catalogue, model::Verbatim const& verbatim) {
    std::string text = catalogue.format("quote", {verbatim.text});
    if (verbatim.invented.value_or(false))
        text += " " + std::string(catalogue.text("quote.invented"));
    return text;
}

Quote choose_quote(LayoutInput const& input, model::StageId stage, TextStyle style, double width) {
    std::vector<std::uint32_t> verbatims = verbatims_of(input, stage);
    if (verbatims.empty()) return {};
    auto const& all = input.room.verbatims;
    auto const broken = [&](std::uint32_t verbatim) {
        return break_text(input.measure, quote_text(input.catalogue, all[verbatim]), style,
                          {.width = width, .max_lines = quote_lines, .smallest_share = 1});
    };
    std::uint32_t const shortest =
        *std::min_element(verbatims.begin(), verbatims.end(), [&](auto a, auto b) {
            return base::count_code_points(all[a].text) < base::count_code_points(all[b].text);
        });
    auto const tried = static_cast<std::ptrdiff_t>(std::min(quotes_tried, verbatims.size()));
    std::partial_sort(verbatims.begin(), verbatims.begin() + tried, verbatims.end(),
                      [&](auto a, auto b) {
                          double const left = strength(all[a]);
                          double const right = strength(all[b]);
                          return left != right ? left > right : a < b;
                      });
    for (auto candidate = verbatims.begin(); candidate != verbatims.begin() + tried; ++candidate) {
        TextBlock block = broken(*candidate);
        if (!block.cut && !block.word_cut) return {std::move(block), *candidate};
    }
    return {broken(shortest), shortest};
}

}  // namespace layout
