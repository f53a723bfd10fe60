#include "exchange/matrix_match.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "exchange/matrix_align.hpp"
#include "exchange/matrix_text.hpp"

namespace exchange {
namespace {

using Partners = std::vector<std::size_t>;
using Texts = std::vector<std::string>;

// How many pairs stand before each position: what lies between the same two pairs is in the same
// place.
struct Gaps {
    std::vector<std::size_t> before;
    std::vector<std::size_t> after;
};

Gaps gaps_of(std::size_t before_count, Partners const& partners) {
    Gaps gaps{std::vector<std::size_t>(before_count, 0), {}};
    std::vector<bool> paired(before_count, false);
    std::size_t passed = 0;
    for (std::size_t const partner : partners) {
        gaps.after.push_back(passed);
        if (partner == no_partner) continue;
        paired[partner] = true;
        ++passed;
    }
    passed = 0;
    for (std::size_t i = 0; i < before_count; ++i) {
        gaps.before[i] = passed;
        if (paired[i]) ++passed;
    }
    return gaps;
}

// Marks pairs that came with this pass.
void note(Partners const& partners, MatrixFate fate, std::vector<Match>& matches) {
    for (std::size_t j = 0; j < partners.size(); ++j) {
        if (partners[j] != no_partner && !matches[j].found()) matches[j] = {partners[j], fate};
    }
}

std::vector<Match> match_stages(model::Room const& room, OldJourney const& before,
                                NewJourney const& after) {
    Texts old_names;
    Texts new_names;
    for (model::StageId const stage : before.stages)
        old_names.push_back(on_one_line(room.at(stage).name));
    for (MatrixStage const* stage : after.stages)
        new_names.push_back(stage->name);
    std::vector<Match> matches(new_names.size());
    Partners partners = align_equal(old_names, new_names);
    Gaps const gaps = gaps_of(old_names.size(), partners);
    note(partners, MatrixFate::Kept, matches);
    pair_moved(old_names, new_names, partners);
    note(partners, MatrixFate::Moved, matches);
    pair_changed(old_names, new_names, partners,
                 [&](std::size_t i, std::size_t j) { return gaps.before[i] == gaps.after[j]; });
    note(partners, MatrixFate::Changed, matches);
    return matches;
}

// Position of each old stage by its id.
std::map<model::StageId, std::size_t> stage_positions(OldJourney const& before) {
    std::map<model::StageId, std::size_t> positions;
    for (std::size_t i = 0; i < before.stages.size(); ++i)
        positions.emplace(before.stages[i], i);
    return positions;
}

std::vector<Match> match_steps(model::Room const& room, OldJourney const& before,
                               NewJourney const& after, std::vector<Match> const& stages) {
    auto const positions = stage_positions(before);
    std::vector<std::size_t> old_stage;
    Texts old_names;
    Texts old_in_stage;
    for (model::StepId const step : before.steps) {
        auto const at = positions.find(room.at(step).stage);
        old_stage.push_back(at == positions.end() ? no_partner : at->second);
        old_names.push_back(on_one_line(room.at(step).action));
        old_in_stage.push_back(std::to_string(old_stage.back()) + ' ' + old_names.back());
    }
    std::vector<std::size_t> new_stage;
    Texts new_names;
    Texts new_in_stage;
    for (NewStep const& step : after.steps) {
        Match const& stage = stages[step.stage];
        new_stage.push_back(stage.found() ? stage.old : no_partner - 1);
        new_names.push_back(step.step->action);
        new_in_stage.push_back(std::to_string(new_stage.back()) + ' ' + new_names.back());
    }
    std::vector<Match> matches(new_names.size());
    Partners partners = align_equal(old_in_stage, new_in_stage);
    Gaps const gaps = gaps_of(old_names.size(), partners);
    note(partners, MatrixFate::Kept, matches);
    pair_moved(old_in_stage, new_in_stage, partners);
    pair_moved(old_names, new_names, partners);
    note(partners, MatrixFate::Moved, matches);
    pair_changed(old_names, new_names, partners, [&](std::size_t i, std::size_t j) {
        return old_stage[i] == new_stage[j] && gaps.before[i] == gaps.after[j];
    });
    note(partners, MatrixFate::Changed, matches);
    return matches;
}

// A cell: a step of the old journey and a lane.
using Cell = std::pair<std::size_t, model::BlueprintLane>;

struct CellCards {
    std::vector<std::size_t> before;
    std::vector<std::size_t> after;
};

class CardMatcher {
public:
    CardMatcher(model::Room const& room, OldJourney const& before, NewJourney const& after,
                std::vector<Match> const& steps)
        : m_after(after), m_matches(after.cards.size()) {
        std::map<model::StepId, std::size_t> step_at;
        for (std::size_t i = 0; i < before.steps.size(); ++i)
            step_at.emplace(before.steps[i], i);
        for (std::size_t i = 0; i < before.cards.size(); ++i) {
            model::BlueprintNode const& node = room.blueprint_nodes[before.cards[i].index()];
            auto const at = step_at.find(node.step);
            std::size_t const step = at == step_at.end() ? no_partner : at->second;
            m_old_cells.emplace_back(step, node.lane);
            m_old_texts.emplace_back(trimmed(node.text));
            m_old_keys.emplace(node.key, i);
        }
        for (NewCard const& card : after.cards) {
            Match const& step = steps[card.step];
            m_new_cells.emplace_back(step.found() ? step.old : no_partner - 1, card.card->lane);
            m_new_texts.emplace_back(trimmed(card.card->text));
        }
        m_old_taken.assign(before.cards.size(), false);
    }

    std::vector<Match> match() {
        by_key();
        group();
        for (auto& [cell, cards] : m_groups)
            equal_in(cards);
        moved(Lanes::Same);
        moved(Lanes::Any);
        for (auto& [cell, cards] : m_groups)
            changed_in(cards);
        return std::move(m_matches);
    }

private:
    void pair(std::size_t old, std::size_t card, MatrixFate fate) {
        m_matches[card] = {old, fate};
        m_old_taken[old] = true;
    }

    // What a key names is that card, wherever it stands now.
    void by_key() {
        for (std::size_t j = 0; j < m_after.cards.size(); ++j) {
            auto const at = m_old_keys.find(m_after.cards[j].card->fields.key);
            if (at == m_old_keys.end() || m_old_taken[at->second]) continue;
            std::size_t const i = at->second;
            bool const changed = m_old_texts[i] != m_new_texts[j];
            bool const moved = m_old_cells[i] != m_new_cells[j];
            pair(i, j,
                 changed ? MatrixFate::Changed
                 : moved ? MatrixFate::Moved
                         : MatrixFate::Kept);
        }
    }

    // A card with a key of its own that the room does not know is new.
    bool open(std::size_t card) const {
        return !m_matches[card].found() && m_after.cards[card].card->fields.key.empty();
    }

    void group() {
        for (std::size_t i = 0; i < m_old_cells.size(); ++i) {
            if (!m_old_taken[i]) m_groups[m_old_cells[i]].before.push_back(i);
        }
        for (std::size_t j = 0; j < m_new_cells.size(); ++j) {
            if (open(j)) m_groups[m_new_cells[j]].after.push_back(j);
        }
    }

    Texts texts(std::vector<std::size_t> const& positions, Texts const& all) const {
        Texts chosen;
        for (std::size_t const position : positions)
            chosen.push_back(all[position]);
        return chosen;
    }

    void equal_in(CellCards& cards) {
        Partners const partners =
            align_equal(texts(cards.before, m_old_texts), texts(cards.after, m_new_texts));
        for (std::size_t k = 0; k < partners.size(); ++k) {
            if (partners[k] == no_partner) continue;
            pair(cards.before[partners[k]], cards.after[k], MatrixFate::Kept);
        }
    }

    enum class Lanes { Same, Any };
    void moved(Lanes lanes) {
        std::unordered_map<std::string, std::vector<std::size_t>> places;
        auto const name = [&](std::string const& text, Cell const& cell) {
            return (lanes == Lanes::Same ? std::to_string(static_cast<int>(cell.second)) : "") +
                   " " + text;
        };
        for (std::size_t i = m_old_texts.size(); i-- > 0;) {
            if (!m_old_taken[i]) places[name(m_old_texts[i], m_old_cells[i])].push_back(i);
        }
        for (std::size_t j = 0; j < m_new_texts.size(); ++j) {
            if (!open(j)) continue;
            auto const at = places.find(name(m_new_texts[j], m_new_cells[j]));
            if (at == places.end() || at->second.empty()) continue;
            pair(at->second.back(), j, MatrixFate::Moved);
            at->second.pop_back();
        }
    }

    void changed_in(CellCards& cards) {
        std::erase_if(cards.before, [&](std::size_t i) { return m_old_taken[i]; });
        std::erase_if(cards.after, [&](std::size_t j) { return m_matches[j].found(); });
        Partners partners(cards.after.size(), no_partner);
        pair_changed(texts(cards.before, m_old_texts), texts(cards.after, m_new_texts), partners,
                     [](std::size_t, std::size_t) { return true; });
        for (std::size_t k = 0; k < partners.size(); ++k) {
            if (partners[k] == no_partner) continue;
            pair(cards.before[partners[k]], cards.after[k], MatrixFate::Changed);
        }
    }

    NewJourney const& m_after;
    std::vector<Match> m_matches;
    std::vector<Cell> m_old_cells, m_new_cells;
    Texts m_old_texts, m_new_texts;
    std::unordered_map<std::string, std::size_t> m_old_keys;
    std::vector<bool> m_old_taken;
    std::map<Cell, CellCards> m_groups;
};

}  // namespace

OldJourney old_journey(model::Room const& room, model::JourneyId journey) {
    OldJourney old{journey, {}, {}, {}};
    if (!journey) return old;
    old.stages = model::stages_of(room, journey);
    for (model::StageId const stage : old.stages) {
        auto const steps = model::steps_of(room, stage);
        old.steps.insert(old.steps.end(), steps.begin(), steps.end());
    }
    for (std::size_t i = 0; i < room.blueprint_nodes.size(); ++i) {
        if (room.blueprint_nodes[i].journey == journey)
            old.cards.push_back(model::BlueprintNodeId(i));
    }
    return old;
}

NewJourney new_journey(MatrixContent const& content) {
    NewJourney flat;
    for (MatrixStage const& stage : content.stages) {
        for (MatrixStep const& step : stage.steps) {
            for (MatrixCard const& card : step.cards)
                flat.cards.push_back({flat.steps.size(), &card});
            flat.steps.push_back({flat.stages.size(), &step});
        }
        flat.stages.push_back(&stage);
    }
    return flat;
}

MatrixMatch match_journeys(model::Room const& room, OldJourney const& before,
                           NewJourney const& after) {
    MatrixMatch match;
    match.stages = match_stages(room, before, after);
    match.steps = match_steps(room, before, after, match.stages);
    match.cards = CardMatcher(room, before, after, match.steps).match();
    return match;
}

}  // namespace exchange
