// What hangs on the stages, steps and cards of a merge: links, placements of touchpoints, and what
// else names a stage.
#include <map>
#include <set>
#include <tuple>

#include "exchange/key_index.hpp"
#include "exchange/matrix_merge.hpp"
#include "exchange/matrix_text.hpp"
#include "exchange/text_rules.hpp"
#include "exchange/words.hpp"

namespace exchange {
namespace {

using LinkName = std::tuple<model::BlueprintNodeId, model::BlueprintNodeId, model::LinkKind>;

LinkName name_of(model::BlueprintLink const& link) {
    return {link.from, link.to, link.kind};
}

// What a link's target may be called: a key of the file, a key of the room, the text of one card.
class CardNames {
public:
    explicit CardNames(MatrixMerge const& merge) {
        auto const& nodes = merge.outcome.room.blueprint_nodes;
        for (std::size_t i = 0; i < nodes.size(); ++i)
            m_by_key.emplace(nodes[i].key, model::BlueprintNodeId(i));
        for (std::size_t i = 0; i < merge.after.cards.size(); ++i) {
            std::string const& alias = merge.after.cards[i].card->fields.alias;
            if (!alias.empty()) m_by_key[alias] = merge.new_card_ids[i];
            m_by_text.emplace(folded(merge.after.cards[i].card->text), merge.new_card_ids[i]);
        }
    }

    // None, or more than one, is no target.
    std::vector<model::BlueprintNodeId> find(std::string const& target) const {
        auto const key = m_by_key.find(target);
        if (key != m_by_key.end()) return {key->second};
        std::vector<model::BlueprintNodeId> found;
        auto const [first, last] = m_by_text.equal_range(folded(target));
        for (auto at = first; at != last; ++at)
            found.push_back(at->second);
        return found;
    }

private:
    static std::string folded(std::string const& text) { return ascii_folded(text); }

    std::map<std::string, model::BlueprintNodeId> m_by_key;
    std::multimap<std::string, model::BlueprintNodeId> m_by_text;
};

// "; the nearest is "planner"": of the file's own cards. A help, not a duty: long files and long
// lists of errors go without.
std::string nearest(MatrixMerge const& merge, std::string const& target) {
    constexpr std::size_t most_cards = 2000;
    auto const& cards = merge.after.cards;
    if (cards.size() > most_cards || merge.problems.error_count() >= max_problems_kept) return {};
    KeyIndex known;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        if (!cards[i].card->fields.key.empty()) known.add(cards[i].card->fields.key, i, 0);
        known.add(cards[i].card->text, i, 0);
    }
    auto const like = known.nearest(target);
    return like ? "; the nearest is " + in_quotes(*like) : std::string();
}

std::string no_target(std::string const& target) {
    std::string const kinds = target.find(':') == std::string::npos
                                  ? ""
                                  : " (behind the colon stands triggers, needs, waits or "
                                    "fails-into)";
    return "; write the key or the text of a card" + kinds +
           ", or take the link out where its card is gone";
}

// The links that the file asks for, those that cannot be reported.
std::set<LinkName> asked_links(MatrixMerge& merge, std::vector<LinkName>& in_order) {
    std::set<LinkName> asked;
    CardNames const names(merge);
    for (std::size_t i = 0; i < merge.after.cards.size(); ++i) {
        for (MatrixLink const& link : merge.after.cards[i].card->fields.links) {
            auto const targets = names.find(link.target);
            if (targets.size() != 1) {
                merge.error(
                    link.place,
                    "the link names " + in_quotes(link.target) + ", which is " +
                        (targets.empty() ? "no card of the journey" + nearest(merge, link.target) +
                                               no_target(link.target)
                                         : "the text of several cards; write the key of "
                                           "one of them"));
                continue;
            }
            if (targets.front() == merge.new_card_ids[i]) {
                merge.error(link.place, "the link leads from " + in_quotes(link.target) +
                                            " to itself; name the card that comes after it");
                continue;
            }
            LinkName const name{merge.new_card_ids[i], targets.front(), link.kind};
            if (asked.insert(name).second) in_order.push_back(name);
        }
    }
    return asked;
}

std::string touchpoint_name(model::Room const& room, model::TouchpointId id) {
    model::Touchpoint const& touchpoint = room.at(id);
    return touchpoint.key + " (" + touchpoint.title + ")";
}

// Why a stage of the room cannot go.
struct Holder {
    model::StageId stage;
    std::string what;
    std::string advice;
};

std::vector<Holder> holders(MatrixMerge const& merge) {
    std::vector<Holder> found;
    model::Room const& room = merge.room;
    for (std::size_t i = 0; i < room.placements.size(); ++i) {
        model::Placement const& placement = room.placements[i];
        bool const goes_with_step = placement.step && merge.step_ids[placement.step.index()];
        if (placement.stage && !goes_with_step) {
            found.push_back(
                {placement.stage,
                 "the touchpoint " + touchpoint_name(room, placement.touchpoint) + " stands in it",
                 "move it first (placements.csv)"});
        }
    }
    for (model::Journey const& journey : room.journeys) {
        if (!journey.parent_stage) continue;
        found.push_back({journey.parent_stage,
                         "the journey " + journey.key + " (" + journey.title + ") hangs under it",
                         "move it first (journeys.csv)"});
    }
    for (model::LossReason const& reason : room.loss_reasons) {
        if (!reason.stage) continue;
        found.push_back({reason.stage,
                         "customers who left are counted in it (" + reason.reason + ")",
                         "move them first (loss_reasons.csv)"});
    }
    for (model::Tour const& tour : room.tours) {
        for (model::Stop const& stop : tour.stops) {
            if (!stop.view.starts_with("stage:")) continue;
            auto const stage = model::find_stage(room, std::string_view(stop.view).substr(6));
            if (!stage) continue;
            found.push_back({stage, "the tour " + tour.key + " stops at it",
                             "change the tour first (tours/" + tour.key + ".json)"});
        }
    }
    return found;
}

// "Van stock list" triggers "Second visit"
std::string link_text(model::Room const& room, model::BlueprintLink const& link) {
    auto const text = [&](model::BlueprintNodeId id) {
        return in_quotes(room.blueprint_nodes[id.index()].text);
    };
    std::string kind = "leads to";
    for (auto const& word : words::link_kinds) {
        if (word.value == link.kind && !word.text.empty()) kind = word.text;
    }
    return text(link.from) + " " + kind + " " + text(link.to);
}

// Those of a card that goes are counted at the card.
void tell_link(MatrixMerge& merge, MatrixFate fate, model::BlueprintLink const& link) {
    if (!merge.before.journey) return;
    tell(merge, {.thing = MatrixChange::Thing::Link,
                 .fate = fate,
                 .after = link_text(merge.outcome.room, link)});
}

}  // namespace

void merge_links(MatrixMerge& merge) {
    std::vector<LinkName> in_order;
    std::set<LinkName> const asked = asked_links(merge, in_order);
    std::set<model::BlueprintNodeId> own(merge.new_card_ids.begin(), merge.new_card_ids.end());
    std::vector<model::BlueprintLink> links;
    std::set<LinkName> kept;
    for (model::BlueprintLink link : merge.room.blueprint_links) {
        link.from = merge.card_ids[link.from.index()];
        link.to = merge.card_ids[link.to.index()];
        bool const ends = link.from && link.to;
        bool const told = merge.content.carried.links && ends && own.contains(link.from);
        if (ends && told && !asked.contains(name_of(link)))
            tell_link(merge, MatrixFate::Removed, link);
        if (!ends || (told && !asked.contains(name_of(link)))) {
            ++merge.outcome.links_removed;
            continue;
        }
        kept.insert(name_of(link));
        links.push_back(link);
    }
    for (LinkName const& name : in_order) {
        if (kept.contains(name)) continue;
        links.push_back({std::get<0>(name), std::get<1>(name), std::get<2>(name)});
        tell_link(merge, MatrixFate::New, links.back());
        ++merge.outcome.links_new;
    }
    merge.outcome.room.blueprint_links = std::move(links);
}

void move_placements(MatrixMerge& merge) {
    model::Room& room = merge.outcome.room;
    for (model::Placement& placement : room.placements) {
        model::StepId const step =
            placement.step ? merge.step_ids[placement.step.index()] : model::StepId{};
        if (placement.step && !step) {
            merge.warning({1, 1}, "the step " + in_quotes(merge.room.at(placement.step).action) +
                                      " is gone; the touchpoint " +
                                      touchpoint_name(room, placement.touchpoint) +
                                      ", which stood at it, stays in its stage without a step");
        }
        model::StageId stage =
            placement.stage ? merge.stage_ids[placement.stage.index()] : model::StageId{};
        if (step && room.at(step).stage != stage) {
            stage = room.at(step).stage;
            merge.warning({1, 1}, "the touchpoint " + touchpoint_name(room, placement.touchpoint) +
                                      " goes with its step to " + in_quotes(room.at(stage).name));
        }
        placement.step = step;
        placement.stage = stage;
    }
    for (model::Journey& journey : room.journeys) {
        if (journey.parent_stage)
            journey.parent_stage = merge.stage_ids[journey.parent_stage.index()];
    }
    for (model::LossReason& reason : room.loss_reasons) {
        if (reason.stage) reason.stage = merge.stage_ids[reason.stage.index()];
    }
}

void refuse_lost_stages(MatrixMerge& merge) {
    for (Holder const& holder : holders(merge)) {
        if (merge.stage_ids[holder.stage.index()]) continue;
        model::Stage const& stage = merge.room.at(holder.stage);
        merge.error({1, 1}, "the phase " + in_quotes(stage.name) + " (" + stage.key +
                                ") is no longer in the matrix, but " + holder.what +
                                "; put the phase back, or " + holder.advice);
    }
}

}  // namespace exchange
