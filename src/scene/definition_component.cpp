// What stands on a component: each promise with its counts, its state and the way that leads to it.
#include "metrics/component_ranking.hpp"
#include "scene/board_components.hpp"
#include "scene/definition_pen.hpp"

namespace scene {
namespace {

class TouchesWriter : DefinitionPen {
public:
    using DefinitionPen::DefinitionPen;

    Definition write() {
        model::Component const& component = m_in.room.components[m_figure.component.index()];
        name("define.touches.title", component.name, "define.touches.formula");
        metrics::ComponentRank const rank = own_rank();
        fact("define.value",
             touches_text(words(), rank.touched.size(), metrics::known_broken(rank)));
        if (rank.measured > 0) {
            fact("define.touches.people",
                 say("component.not-kept", {base::grouped(rank.broken_promises)}));
        }
        fact("define.touches.kind", kind_word(words(), component.kind));
        fact("define.touches.owner", component.owner);
        fact("define.touches.stands", places_of(rank));
        when();
        fact("define.who", whose(words(), m_in.room, m_in.view.persona));
        rows(rank);
        return std::move(m_out);
    }

private:
    metrics::ComponentRank own_rank() const {
        for (auto& rank : metrics::component_ranking(m_in.room, metrics::blueprint_graph(m_in.room),
                                                     m_in.figures)) {
            if (rank.component == m_figure.component) return rank;
        }
        return {};
    }

    std::string const& text_of(model::BlueprintNodeId node) const {
        return m_in.room.blueprint_nodes[node.index()].text;
    }

    std::string places_of(metrics::ComponentRank const& rank) const {
        if (rank.nodes.empty()) return word("define.touches.nowhere");
        std::string places;
        for (model::BlueprintNodeId const node : rank.nodes)
            places += (places.empty() ? "" : " \u00B7 ") + text_of(node);
        return places;
    }

    // "T37 Appointment offer: look-up, offer" reads as far as it goes; the way is what a reader
    // checks.
    std::string way_of(metrics::TouchedPromise const& promise) const {
        std::string way = m_in.room.at(promise.touchpoint).title;
        for (std::size_t i = promise.way.size(); i-- > 1;)
            way += " \u2190 " + text_of(promise.way[i - 1]);
        return way;
    }

    void rows(metrics::ComponentRank const& rank) {
        if (rank.touched.empty()) return;
        columns({"define.column.promise", "define.column.state", "define.column.kept"});
        Sources named;
        for (metrics::TouchedPromise const& promise : rank.touched) {
            metrics::TouchpointFigures const& f = figures(promise.touchpoint);
            named.add(f.source);
            std::string counted = k_of_n(words(), f);
            if (f.stale && !counted.empty()) counted = say("define.old-row", {counted});
            m_out.rows.push_back({way_of(promise), state_word(words(), f.state),
                                  counted.empty() ? word("define.not-counted") : counted});
        }
        sources(named);
    }
};

}  // namespace

Definition define_touches(ChromeInput const& input, FigureName const& figure) {
    return TouchesWriter(input, figure).write();
}

}  // namespace scene
