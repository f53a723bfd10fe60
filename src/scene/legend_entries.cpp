#include "scene/legend_entries.hpp"

namespace scene {
namespace {

class Legend {
public:
    Legend(Theme const& theme, base::Catalogue const& catalogue)
        : m_theme(theme), m_catalogue(catalogue) {}

    Legend& add(Shape shape, Color color, char const* key) {
        m_entries.push_back({shape, color, std::string(m_catalogue.text(key))});
        return *this;
    }
    Legend& states() {
        return add(Shape::Disc, m_theme.kept, "legend.kept")
            .add(Shape::HalfDisc, m_theme.on_the_line, "legend.on-the-line")
            .add(Shape::Triangle, m_theme.broken, "legend.broken")
            .add(Shape::HatchedRing, m_theme.second_ink, "legend.unproven");
    }
    Legend& unknown_states() {
        return add(Shape::DottedRing, m_theme.second_ink, "legend.thin")
            .add(Shape::Ring, m_theme.line, "legend.no-data");
    }
    Legend& rivals() {
        return add(Shape::ChevronUp, m_theme.lead, "legend.lead")
            .add(Shape::Bar, m_theme.second_ink, "legend.parity")
            .add(Shape::ChevronDown, m_theme.lag, "legend.lag");
    }
    Legend& stars() {
        return add(Shape::Star, m_theme.remembered_fill, "legend.memory")
            .add(Shape::LockedStar, m_theme.remembered_text, "legend.locked");
    }
    Legend& moment_of_truth() { return add(Shape::Diamond, m_theme.ink, "legend.moment-of-truth"); }
    std::vector<LegendEntry> take() { return std::move(m_entries); }

private:
    Theme const& m_theme;
    base::Catalogue const& m_catalogue;
    std::vector<LegendEntry> m_entries;
};

}  // namespace

std::vector<LegendEntry> legend_of(Overlay overlay, Theme const& theme,
                                   base::Catalogue const& catalogue) {
    Legend legend(theme, catalogue);
    switch (overlay) {
        case Overlay::None:
            return legend.moment_of_truth().take();
        case Overlay::Reliability:
            return legend.states()
                .unknown_states()
                .add(Shape::SplitDisc, theme.broken, "legend.depends")
                .add(Shape::ArrowUp, theme.ink, "legend.better")
                .add(Shape::ArrowDown, theme.ink, "legend.worse")
                .stars()
                .moment_of_truth()
                .take();
        case Overlay::Differentiation:
            return legend.rivals()
                .add(Shape::Ring, theme.second_ink, "legend.no-rival")
                .stars()
                .moment_of_truth()
                .take();
        case Overlay::Emotion:
            return legend.add(Shape::ChevronUp, theme.ink, "legend.emotion-good")
                .add(Shape::Bar, theme.ink, "legend.emotion-mixed")
                .add(Shape::ChevronDown, theme.ink, "legend.emotion-bad")
                .add(Shape::Ring, theme.second_ink, "legend.emotion-none")
                .take();
        case Overlay::Importance:
            return legend.add(Shape::Disc, theme.ink, "legend.importance")
                .add(Shape::Ring, theme.second_ink, "legend.importance-none")
                .take();
        case Overlay::Volume:
            return legend.add(Shape::Disc, theme.broken, "legend.volume")
                .add(Shape::Ring, theme.second_ink, "legend.no-data")
                .moment_of_truth()
                .take();
        case Overlay::Effort:
            return legend.add(Shape::Disc, theme.ink, "legend.effort")
                .add(Shape::DottedRing, theme.second_ink, "legend.thin")
                .add(Shape::Ring, theme.second_ink, "legend.effort-none")
                .moment_of_truth()
                .take();
        case Overlay::PerceptionGap:  // from the guesses themselves, see beliefs
            break;
    }
    return {};
}

std::vector<LegendEntry> second_legend_of(Overlay overlay, Theme const& theme,
                                          base::Catalogue const& catalogue) {
    Legend legend(theme, catalogue);
    if (overlay == Overlay::Differentiation) return legend.states().unknown_states().take();
    return overlay == Overlay::None ? legend.take() : legend.rivals().take();
}

std::vector<LegendEntry> floor_legend(base::Catalogue const& catalogue) {
    std::vector<LegendEntry> entries;
    auto const add = [&](Sign sign, char const* key) {
        entries.push_back({Shape::Ring, {}, std::string(catalogue.text(key)), sign});
    };
    add(Sign::FailPoint, "floor.fail-point");
    add(Sign::Wait, "legend.wait");
    add(Sign::Evidence, "legend.evidence");
    add(Sign::Triggers, "legend.triggers");
    add(Sign::Needs, "legend.needs");
    add(Sign::Waits, "legend.waits");
    add(Sign::FailsInto, "legend.fails-into");
    add(Sign::Crosses, "legend.crosses");
    add(Sign::Shared, "legend.shared");
    return entries;
}

Sign sign_of(model::LinkKind kind) {
    switch (kind) {
        case model::LinkKind::Needs:
            return Sign::Needs;
        case model::LinkKind::Waits:
            return Sign::Waits;
        case model::LinkKind::FailsInto:
            return Sign::FailsInto;
        case model::LinkKind::None:
        case model::LinkKind::Triggers:
            break;
    }
    return Sign::Triggers;
}

std::vector<LegendEntry> legend_of(Board board, Theme const& theme,
                                   base::Catalogue const& catalogue) {
    Legend legend(theme, catalogue);
    if (board == Board::Asset) {
        return legend.add(Shape::Disc, theme.ink, "legend.marble")
            .add(Shape::Ring, theme.ink, "legend.marble-back")
            .take();
    }
    // What has a weight, or a component under it, may have no figures of its promise.
    if (board == Board::Importance || board == Board::Components)
        return legend.states().unknown_states().take();
    return legend.states().take();
}

}  // namespace scene
