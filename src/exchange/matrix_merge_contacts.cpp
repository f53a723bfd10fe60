// A lane of touchpoints. The room's own are found by key or title and placed at the step; others
// are made, with no promise yet. Nothing is taken away: figures hang on touchpoints.
#include <map>

#include "exchange/matrix_merge.hpp"
#include "exchange/matrix_text.hpp"

namespace exchange {
namespace {

class ContactMerge {
public:
    explicit ContactMerge(MatrixMerge& merge)
        : m_merge(merge), m_room(merge.outcome.room), m_keys(m_room.touchpoints) {
        for (std::size_t i = 0; i < m_room.touchpoints.size(); ++i) {
            m_by_key.emplace(m_room.touchpoints[i].key, i);
            m_by_title.emplace(folded_name(m_room.touchpoints[i].title), i);
        }
        for (model::Placement const& placement : m_room.placements) {
            double& last = m_last_order[placement.stage];
            last = std::max(last, placement.order);
        }
    }

    void add(MatrixContact const& contact, std::size_t step) {
        model::TouchpointId const touchpoint = find_or_make(contact.title, step);
        model::StepId const id = m_merge.new_step_ids[step];
        model::Step const& at = m_room.at(id);
        bool const there = std::any_of(
            m_room.placements.begin(), m_room.placements.end(), [&](model::Placement const& p) {
                bool const same = p.touchpoint == touchpoint && p.stage == at.stage;
                return same && (!p.step || p.step == id);
            });
        if (there) return;
        model::Placement placement;
        placement.touchpoint = touchpoint;
        placement.journey = at.journey;
        placement.stage = at.stage;
        placement.order = ++m_last_order[at.stage];
        placement.step = id;
        m_room.placements.push_back(placement);
        ++m_merge.outcome.placements_new;
    }

private:
    model::TouchpointId find_or_make(std::string const& title, std::size_t step) {
        auto const key = m_by_key.find(title);
        if (key != m_by_key.end()) return model::TouchpointId(key->second);
        auto const [named, added] =
            m_by_title.emplace(folded_name(title), m_room.touchpoints.size());
        if (!added) return model::TouchpointId(named->second);
        model::Touchpoint touchpoint;
        touchpoint.key = m_keys.make(m_merge.request.journey, title);
        touchpoint.title = title;
        ++m_merge.outcome.touchpoints_new;
        tell(m_merge, {MatrixChange::Thing::Touchpoint,
                       MatrixFate::New,
                       touchpoint.key,
                       m_merge.after.steps[step].step->action,
                       {},
                       title,
                       0});
        m_room.touchpoints.push_back(std::move(touchpoint));
        return model::TouchpointId(named->second);
    }

    MatrixMerge& m_merge;
    model::Room& m_room;
    FreshKeys m_keys;
    std::map<std::string, std::size_t> m_by_key;
    std::map<std::string, std::size_t> m_by_title;
    std::map<model::StageId, double> m_last_order;
};

}  // namespace

void add_contacts(MatrixMerge& merge) {
    ContactMerge contacts(merge);
    for (std::size_t i = 0; i < merge.after.steps.size(); ++i) {
        for (MatrixContact const& contact : merge.after.steps[i].step->contacts)
            contacts.add(contact, i);
    }
}

}  // namespace exchange
