// Makes a journey of a room what a matrix says: keys and links of what stays, new keys for what is
// new, nothing else touched. Must not know the file's form. Used by matrix.cpp; its parts by each
// other.
#pragma once

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "exchange/matrix_match.hpp"

namespace exchange {

// The state of one merge.
struct MatrixMerge {
    Problems& problems;
    FileTag tag;
    MatrixRequest const& request;
    MatrixContent& content;
    model::Room const& room;  // as it was
    OldJourney before;
    NewJourney after;
    MatrixMatch match;
    MatrixOutcome outcome;

    // What became of positions in the room's lists; none where it is gone.
    std::vector<model::StageId> stage_ids;
    std::vector<model::StepId> step_ids;
    std::vector<model::BlueprintNodeId> card_ids;
    // Ids of the matrix's own, by position in `after`.
    std::vector<model::StageId> new_stage_ids;
    std::vector<model::StepId> new_step_ids;
    std::vector<model::BlueprintNodeId> new_card_ids;
    std::size_t absent_cards = 0;  // of lanes that the table has no row for

    void error(Place place, std::string text) { problems.error(tag, place, std::move(text)); }
    void warning(Place place, std::string text) { problems.warning(tag, place, std::move(text)); }
};

// Keys that nobody has, from texts.
class FreshKeys {
public:
    template <typename Thing>
    explicit FreshKeys(std::vector<Thing> const& things) {
        for (Thing const& thing : things)
            take(thing.key);
    }
    void take(std::string const& key) { m_taken.insert(key); }
    // The text's own, else with -2, -3, ... behind it.
    std::string make(std::string const& prefix, std::string_view text);

private:
    std::unordered_set<std::string> m_taken;
    std::unordered_map<std::string, int> m_next;  // number behind each key that was taken
};

// What the table has no row or column for is put back into it before it is compared: stages and
// names of steps, and cards where the steps are known.
void keep_absent_stages(MatrixMerge& merge);
void keep_absent_step_names(MatrixMerge& merge);
void keep_absent_lanes(MatrixMerge& merge);
// Keys of the long form: sound, once each, and of this journey.
void check_card_keys(MatrixMerge& merge);
// Each replaces one list of the room and fills the ids above.
void merge_stages(MatrixMerge& merge);
void merge_steps(MatrixMerge& merge);
void merge_cards(MatrixMerge& merge);
// What stays because its column is empty.
void tell_empty_columns(MatrixMerge& merge);
void merge_links(MatrixMerge& merge);
// What stands in stages and steps: goes with its step, or the matrix is refused.
void move_placements(MatrixMerge& merge);
void refuse_lost_stages(MatrixMerge& merge);
// A lane of touchpoints: each stands at its step, new ones without promise or figures.
void add_contacts(MatrixMerge& merge);
// Quotes and feelings, where one touchpoint stands at their step.
void add_voices(MatrixMerge& merge);
// Ideas as initiatives of the room, with the touchpoints of their step.
void add_ideas(MatrixMerge& merge);
// Those that stand at a step, each once.
std::vector<model::TouchpointId> touchpoints_at(model::Room const& room, model::StepId step);

// Things with the place in the list that they want; equal places keep their order.
template <typename Thing>
struct Placed {
    Thing thing;
    double place = 0;
    std::size_t old = static_cast<std::size_t>(-1);    // position before; npos: new
    std::size_t after = static_cast<std::size_t>(-1);  // position in the matrix; npos: foreign
};

inline constexpr std::size_t none = static_cast<std::size_t>(-1);

// Puts things into one list, foreign ones where they were, and tells where each one went.
template <typename Thing>
std::vector<Thing> settled(std::vector<Placed<Thing>> placed, std::vector<base::Id<Thing>>& by_old,
                           std::vector<base::Id<Thing>>& by_after) {
    std::stable_sort(placed.begin(), placed.end(),
                     [](auto const& a, auto const& b) { return a.place < b.place; });
    std::vector<Thing> things;
    things.reserve(placed.size());
    for (Placed<Thing>& each : placed) {
        base::Id<Thing> const id(things.size());
        if (each.old != none) by_old[each.old] = id;
        if (each.after != none) by_after[each.after] = id;
        things.push_back(std::move(each.thing));
    }
    return things;
}

template <typename Thing>
std::vector<Placed<Thing>> foreign(std::vector<Thing> const& things, model::JourneyId journey) {
    std::vector<Placed<Thing>> placed;
    for (std::size_t i = 0; i < things.size(); ++i) {
        if (!journey || things[i].journey != journey)
            placed.push_back({things[i], static_cast<double>(i), i, none});
    }
    return placed;
}

// Behind the last thing of the journey.
template <typename Thing>
double end_of(std::vector<Thing> const& things, model::JourneyId journey) {
    for (std::size_t i = things.size(); i-- > 0;) {
        if (journey && things[i].journey == journey) return static_cast<double>(i) + 0.5;
    }
    return static_cast<double>(things.size());
}

// True when numbers and places in the list already say this order, among those of one group.
template <typename Thing, typename SameGroup>
bool in_order(std::vector<Placed<Thing>> const& placed, SameGroup same_group) {
    for (std::size_t i = 0; i < placed.size(); ++i) {
        if (placed[i].old == none) return false;
        if (i == 0) continue;
        auto const& a = placed[i - 1];
        auto const& b = placed[i];
        if (!same_group(a.thing, b.thing)) continue;
        if (b.thing.order < a.thing.order) return false;
        if (b.thing.order == a.thing.order && b.old < a.old) return false;
    }
    return true;
}

template <typename Thing>
void number(std::vector<Placed<Thing>>& placed) {
    for (std::size_t i = 0; i < placed.size(); ++i)
        placed[i].thing.order = static_cast<double>(i + 1);
}

void count(MatrixCounts& counts, MatrixFate fate);
void tell(MatrixMerge& merge, MatrixChange change);
// What is said of a field that is not as it was: texts in quotes, or "none".
void note_field(MatrixChange& change, std::string field, std::string before, std::string after);
std::string text_or_none(std::string_view text);

}  // namespace exchange
