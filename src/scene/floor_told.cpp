#include "scene/floor_told.hpp"

#include <algorithm>

#include "metrics/cause_chain.hpp"
#include "metrics/hand_offs.hpp"
#include "scene/board_components.hpp"
#include "scene/floor.hpp"
#include "scene/floor_looks.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

using Node = model::BlueprintNodeId;

class Teller {
public:
    explicit Teller(ChromeInput const& input)
        : m_in(input), m_graph(metrics::blueprint_graph(input.room)) {}

    ToldWords told() const {
        ToldWords words = m_in.view.lit.failed.empty() ? lens() : lit();
        words.below += below_hem_words();
        return words;
    }

private:
    ToldWords lit() const {
        auto const chain = metrics::cause_chain(m_in.room, m_graph, m_in.view.lit.failed);
        if (chain.failed.empty()) return {};
        return {failure(chain.failed.front()), because(chain)};
    }

    // What is told and hidden by the curtain is said to be there.
    std::string below_hem_words() const {
        auto const open = open_floor(m_in.layout, m_in.view);
        if (!open || m_in.view.curtain >= 1) return {};
        FloorLooks const looks = floor_looks(m_in.room, m_in.view);
        auto const& nodes = m_in.layout.floors[open->floor].nodes;
        auto const hidden = std::count_if(nodes.begin(), nodes.end(), [&](auto const& node) {
            return looks.of(node.node).emphasis == Emphasis::Lit && below_hem(node, open->shown);
        });
        if (hidden == 0) return {};
        return ".  " + (hidden == 1 ? word("told.below-hem-one")
                                    : words().format("told.below-hem", {std::to_string(hidden)}));
    }

    ToldWords lens() const {
        switch (m_in.view.lens.kind) {
            case LensKind::Role:
                return held("told.role");
            case LensKind::Function:
                return held("told.function");
            case LensKind::Employee:
                return lane("told.employee", "told.employee-none");
            case LensKind::Policy:
                return lane("told.policy", "told.policy-none");
            case LensKind::HandOffs:
                return hand_offs();
            case LensKind::None:
                break;
        }
        return {};
    }

    base::Catalogue const& words() const { return m_in.catalogue; }
    std::string word(char const* key) const { return std::string(words().text(key)); }
    model::BlueprintNode const& at(Node node) const {
        return m_in.room.blueprint_nodes[node.index()];
    }

    // "Part and second visit: broken, 1,356 of 2,070", else what stands in the box.
    std::string failure(Node node) const {
        model::TouchpointId const id = at(node).touchpoint;
        if (!id || !m_in.figures.touchpoints[id.index()].has_promise) return at(node).text;
        metrics::TouchpointFigures const& f = m_in.figures.touchpoints[id.index()];
        std::string const counted = k_of_n(words(), f);
        std::string const state = state_word(words(), f.state);
        return words().format("told.promise", {m_in.room.at(id).title,
                                               counted.empty() ? state : state + ", " + counted});
    }

    // "Because: 1 Parts request · 2 ...", as far as it was told; then what else it touches.
    std::string because(metrics::CauseChain const& chain) const {
        auto const order = chain.order();
        std::size_t const told = std::min(m_in.view.lit.told, order.size());
        if (order.size() == 1) return word("told.no-cause");
        if (told <= 1) return word("told.ask");
        std::string causes;
        std::vector<model::TouchpointId> promises;
        for (std::size_t i = 1; i < told; ++i) {
            model::TouchpointId const id = at(order[i]).touchpoint;
            if (i < chain.backwards()) {
                causes += causes.empty() ? "" : " \u00B7 ";
                causes += std::to_string(i) + "\u00A0" + at(order[i]).text;
            } else if (id && id != at(chain.failed.front()).touchpoint &&
                       m_in.figures.touchpoints[id.index()].has_promise &&
                       std::find(promises.begin(), promises.end(), id) == promises.end()) {
                // Of a promise that several boxes carry once, and of boxes without one nothing.
                promises.push_back(id);
            }
        }
        std::string text;
        if (!causes.empty()) text = words().format("told.because", {causes});
        if (promises.empty()) return text.empty() ? word("told.ask") : text;
        return text + (text.empty() ? "" : ".  ") +
               words().format("told.touches", {titles(promises)});
    }

    // Nothing where no data is known of any.
    std::optional<int> broken(std::vector<model::TouchpointId> const& ids) const {
        bool const known = std::any_of(ids.begin(), ids.end(), [&](model::TouchpointId id) {
            return m_in.figures.touchpoints[id.index()].state != metrics::PromiseState::NoData;
        });
        if (!known && !ids.empty()) return std::nullopt;
        return static_cast<int>(std::count_if(ids.begin(), ids.end(), [&](model::TouchpointId id) {
            return m_in.figures.touchpoints[id.index()].state == metrics::PromiseState::Broken;
        }));
    }

    std::string titles(std::vector<model::TouchpointId> const& ids) const {
        std::string list;
        for (model::TouchpointId const id : ids)
            list += (list.empty() ? "" : " \u00B7 ") + m_in.room.at(id).title;
        return list;
    }

    // What was counted, a box each: a step may hold several.
    std::string boxes(std::size_t count) const {
        bool const rules = m_in.view.lens.kind == LensKind::Policy;
        if (count == 1) return word(rules ? "told.rule" : "told.box");
        return words().format(rules ? "told.rules" : "told.boxes", {std::to_string(count)});
    }

    ToldWords held(char const* key) const {
        std::string const& name = m_in.view.lens.key;
        auto const held = metrics::held_up_by(m_in.room, m_graph, lens_nodes(m_in.room, m_in.view));
        std::string const head = words().format(key, {name});
        if (held.own.empty()) return {head, words().format("told.nobody", {name})};
        std::string below = boxes(held.own.size()) + ", " +
                            touches_text(words(), held.touched.size(), broken(held.touched));
        if (m_in.view.lens.kind == LensKind::Function && held.to_customer) {
            below += ", " + (*held.to_customer <= 1
                                 ? word("told.at-customer")
                                 : words().format("told.to-customer",
                                                  {std::to_string(*held.to_customer)}));
        }
        if (!held.touched.empty()) below += ": " + titles(held.touched);
        return {head, below};
    }

    ToldWords lane(char const* key, char const* none) const {
        auto const held = metrics::held_up_by(m_in.room, m_graph, lens_nodes(m_in.room, m_in.view));
        if (held.own.empty()) return {word(key), word(none)};
        std::string below = boxes(held.own.size()) + ", " +
                            touches_text(words(), held.touched.size(), broken(held.touched));
        if (!held.touched.empty()) below += ": " + titles(held.touched);
        return {word(key), below};
    }

    ToldWords hand_offs() const {
        auto const front = metrics::front_path(m_in.room, m_in.view.curtain_of);
        bool const named = std::any_of(front.begin(), front.end(), [&](Node node) {
            return !metrics::department_of(m_in.room, at(node)).empty();
        });
        if (!named) return {word("lens.hand-offs"), word("told.hand-offs-none")};
        auto const changes = metrics::hand_offs_along(m_in.room, front);
        auto const behind = metrics::hand_offs_behind(m_in.room, m_graph, m_in.view.curtain_of);
        std::string path;
        for (metrics::HandOff const& change : changes) {
            if (path.empty()) path = metrics::department_of(m_in.room, at(change.from));
            path += " \u2192 ";
            path += metrics::department_of(m_in.room, at(change.to));
        }
        std::string const head =
            changes.empty() ? word("told.no-hand-off")
            : changes.size() == 1
                ? word("told.hand-off")
                : words().format("told.hand-offs", {std::to_string(changes.size())});
        std::string const rest =
            words().format("told.hand-offs-behind", {std::to_string(behind.size())});
        return {head, path.empty() ? rest : path + ".  " + rest};
    }

    ChromeInput const& m_in;
    metrics::BlueprintGraph m_graph;
};

}  // namespace

std::optional<ToldWords> told_words(ChromeInput const& input) {
    if (input.view.board != Board::None) return std::nullopt;
    bool const told = !input.view.lit.failed.empty() || input.view.lens.kind != LensKind::None;
    if (told) return Teller(input).told();
    return std::nullopt;
}

}  // namespace scene
