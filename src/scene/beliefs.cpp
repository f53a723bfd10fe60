#include "scene/beliefs.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "metrics/yield.hpp"
#include "scene/detail.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

using metrics::PerceptionFigures;

struct Level {
    std::string_view name;   // in the room's guesses
    std::string_view words;  // catalogue keys: at the head of a sentence, and inside one
    std::string_view inside;
};
constexpr std::array<Level, 3> levels{{{"leader", "belief.leaders", "belief.leaders-inside"},
                                       {"manager", "belief.managers", "belief.managers-inside"},
                                       {"front-line", "belief.front", "belief.front-inside"}}};

// Shares of the cell's height, as a yield's.
constexpr double figure_size = 0.5;
constexpr double words_size = 0.15;
constexpr double bar_height = 0.075;
constexpr double ring_size = 0.15;

auto find_level(std::string_view name) {
    return std::find_if(levels.begin(), levels.end(),
                        [&](Level const& level) { return level.name == name; });
}

// A guess as people said it: "70", "67.5".
std::string said(double value) {
    bool const whole = std::abs(value - std::round(value)) < 0.05;
    return number(value, whole ? 0 : 1);
}

std::string actual_text(Beliefs const& beliefs) {
    return std::to_string(metrics::shown_of_hundred(*beliefs.actual / 100));
}

// "it is 35", and by old figures if so.
std::string it_is(base::Catalogue const& words, Beliefs const& beliefs, std::string const& actual) {
    if (!beliefs.actual) return std::string(words.text("belief.not-measured"));
    return words.format(beliefs.stale ? "belief.it-is-old" : "belief.it-is", {actual});
}

// Who is quoted first: the highest level with enough guesses.
PerceptionFigures const* first_known(Beliefs const& beliefs) {
    auto const known =
        std::find_if(beliefs.levels.begin(), beliefs.levels.end(),
                     [](PerceptionFigures const* level) { return level->median.has_value(); });
    return known == beliefs.levels.end() ? nullptr : *known;
}

double widest_gap(Beliefs const& beliefs) {
    double widest = -1;
    for (PerceptionFigures const* level : beliefs.levels) {
        if (level->gap) widest = std::max(widest, std::abs(*level->gap));
    }
    return widest;
}

int guesses(Beliefs const& beliefs) {
    int n = 0;
    for (PerceptionFigures const* level : beliefs.levels)
        n += level->n;
    return n;
}

enum class Spoken { Head, Inside };

std::string level_word(PaintContext const& c, std::string const& name, Spoken form) {
    auto const level = find_level(name);
    if (level == levels.end()) return name;
    return std::string(c.input.catalogue.text(form == Spoken::Head ? level->words : level->inside));
}

}  // namespace

std::vector<Beliefs> beliefs_of(metrics::RoomFigures const& figures) {
    std::vector<Beliefs> all;
    for (PerceptionFigures const& level : figures.perception) {
        if (!level.journey || level.period.last > figures.period.last) continue;
        auto at = std::find_if(all.begin(), all.end(),
                               [&](Beliefs const& b) { return b.journey == level.journey; });
        if (at == all.end())
            at = all.insert(all.end(), {level.journey, level.period, {}, {}, false});
        if (level.period.last < at->period.last) continue;
        if (level.period != at->period) *at = {level.journey, level.period, {}, {}, false};
        at->actual = level.actual;
        at->stale = level.stale;
        // The same people asked twice: the question that more of them answered.
        auto const same =
            std::find_if(at->levels.begin(), at->levels.end(),
                         [&](auto const* other) { return other->level == level.level; });
        if (same == at->levels.end()) {
            at->levels.push_back(&level);
        } else if ((*same)->n < level.n) {
            *same = &level;
        }
    }
    for (Beliefs& beliefs : all) {
        std::stable_sort(beliefs.levels.begin(), beliefs.levels.end(),
                         [](auto const* a, auto const* b) {
                             return find_level(a->level) < find_level(b->level);
                         });
    }
    std::stable_sort(all.begin(), all.end(),
                     [](Beliefs const& a, Beliefs const& b) { return a.journey < b.journey; });
    return all;
}

std::optional<Beliefs> beliefs_about(metrics::RoomFigures const& figures,
                                     model::JourneyId journey) {
    for (Beliefs& beliefs : beliefs_of(figures)) {
        if (beliefs.journey == journey) return std::move(beliefs);
    }
    return std::nullopt;
}

std::optional<Beliefs> beliefs_in(model::Room const& room, metrics::RoomFigures const& figures,
                                  model::StageId stage) {
    for (Beliefs& beliefs : beliefs_of(figures)) {
        if (room.at(beliefs.journey).parent_stage == stage) return std::move(beliefs);
    }
    return std::nullopt;
}

std::optional<Beliefs> widest_beliefs(metrics::RoomFigures const& figures) {
    auto const all = beliefs_of(figures);
    auto const widest = std::max_element(all.begin(), all.end(), [](auto const& a, auto const& b) {
        return widest_gap(a) < widest_gap(b);
    });
    return widest == all.end() ? std::nullopt : std::optional(*widest);
}

Sentence belief_sentence(PaintContext const& c, std::optional<Beliefs> const& beliefs,
                         Named named) {
    auto const& words = c.input.catalogue;
    if (!beliefs) return {{std::string(words.text("belief.nobody"))}};
    PerceptionFigures const* const first = first_known(*beliefs);
    if (first == nullptr) return {{count_text(words, "belief.too-few", guesses(*beliefs))}};
    std::string const who = level_word(c, first->level, Spoken::Head);
    std::string const customers = customers_word(words, c.input.room);
    std::string const believed = standing_out(said(*first->median));
    std::string const end =
        it_is(words, *beliefs, beliefs->actual ? standing_out(actual_text(*beliefs)) : "");
    Sentence sentence = sentence_of(
        named == Named::Here
            ? words.format("belief.sentence", {who, believed, customers, end})
            : words.format("belief.sentence-of", {who, believed, customers, end,
                                                  c.input.room.at(beliefs->journey).title}));
    sentence.old = beliefs->stale;
    return sentence;
}

namespace {

// The scale from 0 to 100: what was measured is solid, what is believed is hollow, the middle half
// of the guesses a band.
void paint_scale(PaintContext const& c, Tag tag, ScreenRect const& track, double ring,
                 Beliefs const& beliefs) {
    Painter& p = c.painter;
    Theme const& theme = c.input.theme;
    auto const at = [&](double percent) {
        return track.x + std::clamp(percent / 100, 0.0, 1.0) * track.w;
    };
    p.box({tag.kind, tag.item, Role::Scale}, track, theme.quiet_line, track.h / 2);
    for (PerceptionFigures const* level : beliefs.levels) {
        if (!level->lower_quartile || !level->upper_quartile) continue;
        double const from = at(*level->lower_quartile);
        p.box({tag.kind, tag.item, Role::Interval},
              {from, track.y, std::max(track.h, at(*level->upper_quartile) - from), track.h},
              theme.line, track.h / 2);
    }
    if (beliefs.actual) {
        StateMark measured;
        measured.mark.color = theme.ink;
        measured.striped = beliefs.stale;
        paint_state_mark(
            c, {tag.kind, tag.item, Role::Value}, measured,
            {track.x, track.y, std::max(track.h, at(*beliefs.actual) - track.x), track.h},
            track.h / 2);
    }
    for (PerceptionFigures const* level : beliefs.levels) {
        if (!level->median) continue;
        Quad hollow;
        double const x =
            std::clamp(at(*level->median), track.x + ring / 2, track.right() - ring / 2);
        hollow.rect = {x - ring / 2, track.centre().y - ring / 2, ring, ring};
        hollow.radius = static_cast<float>(ring / 2);
        hollow.fill = theme.card;
        hollow.border = theme.ink;
        hollow.border_width = static_cast<float>(std::max(1.0, ring * 0.2));
        p.quad({tag.kind, tag.item, Role::Point}, hollow);
    }
}

// "managers 55, front line 45": everybody but the level that the figure stands for.
std::string others_text(PaintContext const& c, Beliefs const& beliefs,
                        PerceptionFigures const* first) {
    std::string text;
    for (PerceptionFigures const* level : beliefs.levels) {
        if (level == first || !level->median) continue;
        if (!text.empty()) text += ", ";
        text += c.input.catalogue.format(
            "belief.other", {level_word(c, level->level, Spoken::Inside), said(*level->median)});
    }
    return text;
}

void paint_lines(PaintContext const& c, Tag tag, ScreenRect const& rect, double size,
                 std::vector<std::string> const& lines) {
    double y = rect.y;
    for (std::string const& line : lines) {
        if (line.empty() || rect.w < size) continue;
        auto const& block = c.input.text.block(line, {rect.w / size, 2, 0.75});
        if (block.cut || block.word_cut || y + block.height * size > rect.bottom()) continue;
        bool const last = &line == &lines.back();
        c.painter.block({tag.kind, tag.item, Role::Label}, block, {rect.x, y, rect.w, rect.h}, size,
                        last ? c.input.theme.ink : c.input.theme.second_ink);
        y += block.height * size;
    }
}

}  // namespace

void paint_beliefs(PaintContext const& c, Tag tag, ScreenRect rect,
                   std::optional<Beliefs> const& beliefs) {
    Painter& p = c.painter;
    Theme const& theme = c.input.theme;
    auto const& words = c.input.catalogue;
    double const h = rect.h;
    double const cap = figure_size * h * layout::cap_height_em;
    double const share = text_share(c.to_mm(cap)) * proportion_share(cap, c.chrome.map.h);
    if (share <= 0) return;
    double const size = words_size * h;
    bool const readable = c.to_mm(size * layout::cap_height_em) >= smallest_cap_mm * 0.97;
    p.push_alpha(share);
    PerceptionFigures const* const first = beliefs ? first_known(*beliefs) : nullptr;
    ScreenRect const text{rect.x, rect.y + 0.05 * h, rect.w, 0.7 * h};
    if (first == nullptr) {
        std::string const line = beliefs ? count_text(words, "belief.few-here", guesses(*beliefs))
                                         : std::string(words.text("belief.nobody-here"));
        if (readable)
            p.paragraph(tag, line, {text, size, theme.second_ink, Weight::Regular, 3, 0.85});
        p.pop_alpha();
        return;
    }
    double const wide =
        p.text(tag, said(*first->median),
               {rect.x, rect.y + 0.56 * h, figure_size * h, theme.ink, Weight::SemiBold});
    if (readable) {
        double const x = rect.x + wide + size * 0.9;
        std::string const end =
            it_is(words, *beliefs, beliefs->actual ? actual_text(*beliefs) : "");
        paint_lines(c, tag, {x, text.y, rect.right() - x, text.h}, size,
                    {words.format("belief.of-100", {level_word(c, first->level, Spoken::Inside)}),
                     others_text(c, *beliefs, first), end});
    }
    paint_scale(c, tag, {rect.x, rect.y + 0.83 * h, rect.w, bar_height * h}, ring_size * h,
                *beliefs);
    p.pop_alpha();
}

std::vector<LegendEntry> belief_legend(PaintContext const& c) {
    auto const& words = c.input.catalogue;
    auto const beliefs = widest_beliefs(c.input.figures);
    if (!beliefs) return {};
    std::vector<LegendEntry> entries;
    for (PerceptionFigures const* level : beliefs->levels) {
        std::string const who = level_word(c, level->level, Spoken::Inside);
        std::string const n = base::grouped(level->n);
        bool const known = level->median && level->lower_quartile && level->upper_quartile;
        entries.push_back({Shape::Ring, c.input.theme.ink,
                           known ? words.format("belief.legend", {who, said(*level->median),
                                                                  said(*level->lower_quartile),
                                                                  said(*level->upper_quartile), n})
                                 : words.format("belief.legend-few", {who, n})});
    }
    if (beliefs->actual) {
        entries.push_back(
            {Shape::Disc, c.input.theme.ink,
             words.format("belief.legend-measured",
                          {actual_text(*beliefs), short_period(words, beliefs->period)})});
    }
    return entries;
}

}  // namespace scene
