// A lane of ideas or opportunities: each becomes an initiative of the room, with the touchpoints of
// its step and nothing made up. One that is there by name stays as it is; none is taken away.
#include "exchange/matrix_merge.hpp"
#include "exchange/matrix_text.hpp"

namespace exchange {
namespace {

class IdeaMerge {
public:
    explicit IdeaMerge(MatrixMerge& merge) : m_merge(merge), m_room(merge.outcome.room) {
        for (model::Initiative const& initiative : m_room.initiatives) {
            m_codes.take(initiative.code);
            m_names.insert(folded_name(initiative.name));
        }
    }

    void add(MatrixVoice const& idea, std::size_t step) {
        if (!m_names.insert(folded_name(idea.text)).second) return;
        model::Initiative initiative;
        initiative.code = m_codes.make(m_merge.request.journey, idea.text);
        initiative.name = idea.text;
        initiative.state = "idea";
        initiative.touchpoints = touchpoints_at(m_room, m_merge.new_step_ids[step]);
        ++m_merge.outcome.ideas_new;
        tell(m_merge, {MatrixChange::Thing::Initiative,
                       MatrixFate::New,
                       initiative.code,
                       m_merge.after.steps[step].step->action,
                       {},
                       idea.text,
                       0});
        m_room.initiatives.push_back(std::move(initiative));
    }

private:
    MatrixMerge& m_merge;
    model::Room& m_room;
    FreshKeys m_codes{std::vector<model::Stage>{}};
    std::unordered_set<std::string> m_names;
};

}  // namespace

void add_ideas(MatrixMerge& merge) {
    IdeaMerge ideas(merge);
    for (std::size_t i = 0; i < merge.after.steps.size(); ++i) {
        for (MatrixVoice const& idea : merge.after.steps[i].step->ideas)
            ideas.add(idea, i);
    }
}

}  // namespace exchange
