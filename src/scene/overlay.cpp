#include "scene/overlay.hpp"

#include <algorithm>
#include <cmath>

#include "scene/words.hpp"

namespace scene {
namespace {

using metrics::Position;
using metrics::PromiseState;

// Large areas carry the signal colours at this strength over the card, never at full strength.
constexpr double tint_strength = 0.15;
// The weight (share) at which an importance disc has its full size.
constexpr double full_weight = 0.065;

Color tint(Color color, Theme const& theme) {
    return base::over(base::with_alpha(color, tint_strength), theme.card);
}

std::string score_text(metrics::TouchpointFigures const& f, base::Catalogue const& catalogue) {
    if (!f.own) return {};
    std::string const own = number(*f.own, 1);
    if (f.rival) return catalogue.format("figure.own-rival", {own, number(*f.rival, 1)});
    if (f.expected) return catalogue.format("figure.own-expected", {own, number(*f.expected, 1)});
    return catalogue.format("figure.own", {own});
}

Reading emotion_reading(ReadingInput const& input) {
    auto const& f = input.figures;
    Reading r;
    r.color = input.theme.ink;
    r.tint = input.theme.card;
    if (!f.emotion) {
        r.color = input.theme.second_ink;
        r.word = input.catalogue.text("emotion.none");
        return r;
    }
    double const v = *f.emotion;
    char const* const key = v >= 0.5 ? "emotion.good" : v <= -0.5 ? "emotion.bad" : "emotion.mixed";
    r.shape = v >= 0.5 ? Shape::ChevronUp : v <= -0.5 ? Shape::ChevronDown : Shape::Bar;
    r.word = input.catalogue.text(key);
    r.value = signed_number(v);
    r.dashed = f.emotion_assumed;
    if (f.emotion_assumed) r.value += " " + std::string(input.catalogue.text("emotion.assumed"));
    double const strength = std::min(1.0, std::abs(v) / 2) * tint_strength;
    r.tint = base::over(base::with_alpha(input.theme.ink, strength), input.theme.card);
    return r;
}

Reading importance_reading(ReadingInput const& input) {
    Reading r;
    r.color = input.theme.ink;
    r.tint = input.theme.card;
    if (!input.figures.importance) {
        r.color = input.theme.second_ink;
        r.word = input.catalogue.text("importance.none");
        return r;
    }
    double const share = *input.figures.importance;
    r.shape = Shape::Disc;
    // The disc's area is the weight.
    r.size = std::clamp(std::sqrt(share / full_weight), 0.18, 1.0);
    r.word = input.catalogue.text("importance.weight");
    r.value = number(share * 100, 1) + "\u00A0%";
    double const strength = std::min(1.0, share / full_weight) * tint_strength;
    r.tint = base::over(base::with_alpha(input.theme.ink, strength), input.theme.card);
    return r;
}

}  // namespace

Shape shape_of(PromiseState state) {
    switch (state) {
        case PromiseState::Kept: return Shape::Disc;
        case PromiseState::OnTheLine: return Shape::HalfDisc;
        case PromiseState::Broken: return Shape::Triangle;
        case PromiseState::Unproven: return Shape::HatchedRing;
        case PromiseState::Thin: return Shape::DottedRing;
        case PromiseState::NoData: break;
    }
    return Shape::Ring;
}

Color color_of(PromiseState state, Theme const& theme) {
    switch (state) {
        case PromiseState::Kept: return theme.kept;
        case PromiseState::OnTheLine: return theme.on_the_line;
        case PromiseState::Broken: return theme.broken;
        case PromiseState::Unproven:
        case PromiseState::Thin: return theme.second_ink;
        case PromiseState::NoData: break;
    }
    return theme.line;
}

Shape shape_of(Position position) {
    switch (position) {
        case Position::Lead: return Shape::ChevronUp;
        case Position::Lag: return Shape::ChevronDown;
        case Position::Parity: break;
    }
    return Shape::Bar;
}

Color color_of(Position position, Theme const& theme) {
    switch (position) {
        case Position::Lead: return theme.lead;
        case Position::Lag: return theme.lag;
        case Position::Parity: break;
    }
    return theme.second_ink;
}

Reading reliability_reading(ReadingInput const& input) {
    PromiseState const state = input.figures.state;
    bool const signal =
        state == PromiseState::Kept || state == PromiseState::OnTheLine || state == PromiseState::Broken;
    Reading r;
    r.shape = shape_of(state);
    r.color = color_of(state, input.theme);
    r.tint = signal ? tint(r.color, input.theme) : input.theme.card;
    r.word = input.figures.has_promise ? state_word(input.catalogue, state)
                                       : std::string(input.catalogue.text("state.no-promise"));
    r.value = k_of_n(input.catalogue, input.figures);
    return r;
}

Reading differentiation_reading(ReadingInput const& input) {
    auto const& f = input.figures;
    Reading r;
    r.tint = input.theme.card;
    r.value = score_text(f, input.catalogue);
    if (f.position) {
        r.shape = shape_of(*f.position);
        r.color = color_of(*f.position, input.theme);
        r.word = position_word(input.catalogue, *f.position);
        if (*f.position != Position::Parity) r.tint = tint(r.color, input.theme);
        return r;
    }
    r.shape = Shape::Ring;
    r.color = f.own ? input.theme.second_ink : input.theme.line;
    r.word = input.catalogue.text(f.rival      ? "position.unproven"
                                  : f.expected ? "position.expectation-only"
                                  : f.own      ? "position.no-rival"
                                               : "position.none");
    return r;
}

std::optional<Reading> reading_of(Overlay overlay, ReadingInput const& input) {
    switch (overlay) {
        case Overlay::Reliability: return reliability_reading(input);
        case Overlay::Differentiation: return differentiation_reading(input);
        case Overlay::Emotion: return emotion_reading(input);
        case Overlay::Importance: return importance_reading(input);
        case Overlay::None: break;
    }
    return std::nullopt;
}

std::vector<LegendEntry> legend_of(Overlay overlay, Theme const& theme,
                                   base::Catalogue const& catalogue) {
    std::vector<LegendEntry> entries;
    auto const add = [&](Shape shape, Color color, char const* key) {
        entries.push_back({shape, color, std::string(catalogue.text(key))});
    };
    if (overlay == Overlay::Reliability) {
        add(Shape::Disc, theme.kept, "legend.kept");
        add(Shape::HalfDisc, theme.on_the_line, "legend.on-the-line");
        add(Shape::Triangle, theme.broken, "legend.broken");
        add(Shape::HatchedRing, theme.second_ink, "legend.unproven");
        add(Shape::DottedRing, theme.second_ink, "legend.thin");
        add(Shape::Ring, theme.line, "legend.no-data");
        add(Shape::SplitDisc, theme.ink, "legend.depends");
        add(Shape::Diamond, theme.ink, "legend.moment-of-truth");
    } else if (overlay == Overlay::Differentiation) {
        add(Shape::ChevronUp, theme.lead, "legend.lead");
        add(Shape::Bar, theme.second_ink, "legend.parity");
        add(Shape::ChevronDown, theme.lag, "legend.lag");
        add(Shape::Ring, theme.second_ink, "legend.no-rival");
        add(Shape::Star, theme.remembered_fill, "legend.memory");
        add(Shape::LockedStar, theme.remembered_text, "legend.locked");
    } else if (overlay == Overlay::Emotion) {
        add(Shape::ChevronUp, theme.ink, "legend.emotion-good");
        add(Shape::Bar, theme.ink, "legend.emotion-mixed");
        add(Shape::ChevronDown, theme.ink, "legend.emotion-bad");
        add(Shape::Ring, theme.second_ink, "legend.emotion-none");
    } else if (overlay == Overlay::Importance) {
        add(Shape::Disc, theme.ink, "legend.importance");
        add(Shape::Ring, theme.second_ink, "legend.importance-none");
    } else {
        add(Shape::Diamond, theme.ink, "legend.moment-of-truth");
    }
    return entries;
}

}  // namespace scene
