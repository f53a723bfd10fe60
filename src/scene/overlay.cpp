#include "scene/overlay.hpp"

#include <algorithm>
#include <array>
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
// Emotions nearer to 0 than this read as mixed.
constexpr double felt = 0.5;

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

Mark emotion_mark(metrics::TouchpointFigures const& f, Theme const& theme) {
    if (!f.emotion) return {Shape::Ring, theme.second_ink, theme.card};
    double const v = *f.emotion;
    Shape const shape = v >= felt ? Shape::ChevronUp : v <= -felt ? Shape::ChevronDown : Shape::Bar;
    double const strength = std::min(1.0, std::abs(v) / 2) * tint_strength;
    return {shape, theme.ink, base::over(base::with_alpha(theme.ink, strength), theme.card)};
}

Wording emotion_wording(metrics::TouchpointFigures const& f, base::Catalogue const& catalogue) {
    if (!f.emotion) return {std::string(catalogue.text("emotion.none")), {}};
    double const v = *f.emotion;
    char const* const key = v >= felt    ? "emotion.good"
                            : v <= -felt ? "emotion.bad"
                                         : "emotion.mixed";
    std::string value = signed_number(v);
    if (f.emotion_assumed) {
        value = catalogue.format("emotion.assumed", {value});
    } else if (f.emotion_n) {
        value = catalogue.format("figure.with-n", {value, base::grouped(*f.emotion_n)});
    }
    return {std::string(catalogue.text(key)), std::move(value)};
}

Mark importance_mark(metrics::TouchpointFigures const& f, Theme const& theme) {
    if (!f.importance) return {Shape::Ring, theme.second_ink, theme.card};
    double const share = *f.importance;
    double const strength = std::min(1.0, share / full_weight) * tint_strength;
    // The disc's area is the weight.
    return {Shape::Disc, theme.ink, base::over(base::with_alpha(theme.ink, strength), theme.card),
            std::clamp(std::sqrt(share / full_weight), 0.2, 1.0)};
}

Wording importance_wording(metrics::TouchpointFigures const& f, base::Catalogue const& catalogue) {
    if (!f.importance) return {std::string(catalogue.text("importance.none")), {}};
    return {std::string(catalogue.text("importance.weight")),
            catalogue.format("importance.share", {number(*f.importance * 100, 1)})};
}

// Broken promises as people: the more, the larger the disc. Its area grows by their number from a
// size that can still be seen, and striped, beside one that has twenty times as many.
Mark volume_mark(std::optional<std::int64_t> broken, std::int64_t most, Theme const& theme) {
    if (!broken) return {Shape::Ring, theme.second_ink, theme.card};
    double const volume = static_cast<double>(*broken) / static_cast<double>(most);
    if (volume == 0) return {Shape::Disc, theme.line, theme.card, 0.2};
    return {Shape::Disc, theme.broken,
            base::over(base::with_alpha(theme.broken, volume * tint_strength), theme.card),
            std::sqrt(std::lerp(0.2, 1.0, std::min(volume, 1.0)))};
}

Wording volume_wording(metrics::TouchpointFigures const& f, base::Catalogue const& catalogue) {
    if (!f.has_promise) return {std::string(catalogue.text("state.no-promise")), {}};
    if (!f.broken_promises || f.due.value_or(0) == 0) return {state_word(catalogue, f.state), {}};
    return {base::grouped(*f.broken_promises),
            catalogue.format("volume.of", {base::grouped(f.due.value_or(0))})};
}

// Under so many outcomes a mean says little.
constexpr std::int64_t least_outcomes = 30;

// The disc's area is the effort. There is no target: nothing is good or bad by itself.
Mark effort_mark(metrics::EffortFigure const* effort, double most, Theme const& theme) {
    if (effort == nullptr) return {Shape::Ring, theme.second_ink, theme.card};
    if (effort->n && *effort->n < least_outcomes)
        return {Shape::DottedRing, theme.second_ink, theme.card};
    double const share = most > 0 ? effort->value / most : 0;
    return {Shape::Disc, theme.ink,
            base::over(base::with_alpha(theme.ink, share * tint_strength), theme.card),
            std::clamp(std::sqrt(share), 0.2, 1.0)};
}

// By EffortMeasure.
constexpr std::array<char const*, 5> effort_names{"effort.name.contacts", "effort.name.repeats",
                                                  "effort.name.channel-switches",
                                                  "effort.name.asked-again", "effort.name.minutes"};
constexpr std::array<char const*, 5> effort_texts{"effort.contacts", "effort.repeats",
                                                  "effort.channel-switches", "effort.asked-again",
                                                  "effort.minutes"};

Wording effort_wording(metrics::EffortFigure const* effort, base::Catalogue const& catalogue) {
    if (effort == nullptr) return {std::string(catalogue.text("effort.none")), {}};
    std::string value = number(effort->value, 1);
    if (effort->n) value = catalogue.format("effort.with-n", {value, base::grouped(*effort->n)});
    return {std::string(effort_name(catalogue, effort->measure)), std::move(value)};
}

// What the wall shows, else another measure that somebody took there.
metrics::EffortFigure const* any_effort(metrics::RoomFigures const& room,
                                        model::TouchpointId touchpoint) {
    if (auto const* shown = metrics::shown_effort(room, touchpoint)) return shown;
    auto const other =
        std::lower_bound(room.efforts.begin(), room.efforts.end(), touchpoint,
                         [](metrics::EffortFigure const& effort, model::TouchpointId id) {
                             return effort.touchpoint.index() < id.index();
                         });
    bool const here = other != room.efforts.end() && other->touchpoint == touchpoint;
    return here ? &*other : nullptr;
}

Mark reliability_mark(metrics::TouchpointFigures const& f, Theme const& theme) {
    Color const color = color_of(f.state, theme);
    bool const signal = f.state == PromiseState::Kept || f.state == PromiseState::OnTheLine ||
                        f.state == PromiseState::Broken;
    return {shape_of(f.state), color, signal ? tint(color, theme) : theme.card};
}

Wording reliability_wording(metrics::TouchpointFigures const& f, base::Catalogue const& catalogue) {
    if (!f.has_promise) return {std::string(catalogue.text("state.no-promise")), {}};
    return {state_word(catalogue, f.state), k_of_n(catalogue, f)};
}

Mark differentiation_mark(metrics::TouchpointFigures const& f, Theme const& theme) {
    if (!f.position) return {Shape::Ring, f.own ? theme.second_ink : theme.line, theme.card};
    Color const color = color_of(*f.position, theme);
    return {shape_of(*f.position), color,
            *f.position == Position::Parity ? theme.card : tint(color, theme)};
}

Wording differentiation_wording(metrics::TouchpointFigures const& f,
                                base::Catalogue const& catalogue) {
    std::string value = score_text(f, catalogue);
    if (f.position) return {position_word(catalogue, *f.position), std::move(value)};
    char const* const key = f.rival      ? "position.unproven"
                            : f.expected ? "position.expectation-only"
                            : f.own      ? "position.no-rival"
                                         : "position.none";
    return {std::string(catalogue.text(key)), std::move(value)};
}

}  // namespace

Shape shape_of(PromiseState state) {
    switch (state) {
        case PromiseState::Kept:
            return Shape::Disc;
        case PromiseState::OnTheLine:
            return Shape::HalfDisc;
        case PromiseState::Broken:
            return Shape::Triangle;
        case PromiseState::Unproven:
            return Shape::HatchedRing;
        case PromiseState::Thin:
            return Shape::DottedRing;
        case PromiseState::NoData:
            break;
    }
    return Shape::Ring;
}

Color color_of(PromiseState state, Theme const& theme) {
    switch (state) {
        case PromiseState::Kept:
            return theme.kept;
        case PromiseState::OnTheLine:
            return theme.on_the_line;
        case PromiseState::Broken:
            return theme.broken;
        case PromiseState::Unproven:
        case PromiseState::Thin:
            return theme.second_ink;
        case PromiseState::NoData:
            break;
    }
    return theme.line;
}

Shape shape_of(Position position) {
    switch (position) {
        case Position::Lead:
            return Shape::ChevronUp;
        case Position::Lag:
            return Shape::ChevronDown;
        case Position::Parity:
            break;
    }
    return Shape::Bar;
}

Color color_of(Position position, Theme const& theme) {
    switch (position) {
        case Position::Lead:
            return theme.lead;
        case Position::Lag:
            return theme.lag;
        case Position::Parity:
            break;
    }
    return theme.second_ink;
}

std::optional<Mark> mark_of(Overlay overlay, metrics::RoomFigures const& room,
                            model::TouchpointId touchpoint, Theme const& theme) {
    metrics::TouchpointFigures const& figures = room.touchpoints[touchpoint.index()];
    switch (overlay) {
        case Overlay::Reliability:
            return reliability_mark(figures, theme);
        case Overlay::Differentiation:
            return differentiation_mark(figures, theme);
        case Overlay::Emotion:
            return emotion_mark(figures, theme);
        case Overlay::Importance:
            return importance_mark(figures, theme);
        case Overlay::Volume:
            // Where nothing fell due nothing is known either.
            return volume_mark(figures.due.value_or(0) > 0 ? figures.broken_promises : std::nullopt,
                               room.totals.most_broken, theme);
        case Overlay::Effort:
            return effort_mark(metrics::shown_effort(room, touchpoint), room.most_effort, theme);
        case Overlay::PerceptionGap:
        case Overlay::None:
            break;
    }
    return std::nullopt;
}

Wording wording_of(Overlay overlay, metrics::RoomFigures const& room,
                   model::TouchpointId touchpoint, base::Catalogue const& catalogue) {
    metrics::TouchpointFigures const& figures = room.touchpoints[touchpoint.index()];
    switch (overlay) {
        case Overlay::Differentiation:
            return differentiation_wording(figures, catalogue);
        case Overlay::Emotion:
            return emotion_wording(figures, catalogue);
        case Overlay::Importance:
            return importance_wording(figures, catalogue);
        case Overlay::Volume:
            return volume_wording(figures, catalogue);
        case Overlay::Effort:
            return effort_wording(any_effort(room, touchpoint), catalogue);
        case Overlay::Reliability:
        case Overlay::PerceptionGap:
        case Overlay::None:
            break;
    }
    return reliability_wording(figures, catalogue);
}

std::string_view effort_name(base::Catalogue const& catalogue, model::EffortMeasure measure) {
    return catalogue.text(effort_names[static_cast<std::size_t>(measure)]);
}

std::string effort_text(base::Catalogue const& catalogue, metrics::EffortFigure const& effort) {
    return catalogue.format(effort_texts[static_cast<std::size_t>(effort.measure)],
                            {number(effort.value, 1)});
}

std::optional<Shape> signal_arrow(metrics::TouchpointFigures const& f) {
    if (!f.signal || f.basis != metrics::Basis::All) return std::nullopt;
    return f.signal->worse ? Shape::ArrowDown : Shape::ArrowUp;
}

Color as_text(Color color, Theme const& theme) {
    return color == theme.line ? theme.second_ink : color;
}

}  // namespace scene
