// Quotes and feelings of a matrix. Both belong to touchpoints: they are taken where exactly one
// stands at the step, and told where not. Nothing that is there is taken away.
#include <filesystem>
#include <map>

#include "exchange/matrix_merge.hpp"
#include "exchange/text_rules.hpp"

namespace exchange {
namespace {

// The file's own name, where a pack could hold it.
std::string source_of(std::string const& shown_as) {
    std::string const name = std::filesystem::path(shown_as).filename().string();
    bool const sound = !text_file_fault(name) && character_problem(name).empty();
    return sound && shown_as != "standard input" ? name : "matrix";
}

class VoiceMerge {
public:
    explicit VoiceMerge(MatrixMerge& merge) : m_merge(merge), m_room(merge.outcome.room) {
        m_source = source_of(merge.request.shown_as);
    }

    void add(MatrixStep const& from, model::StepId step) {
        if (from.quotes.empty() && from.feelings.empty()) return;
        std::vector<model::TouchpointId> const here = touchpoints_at(m_room, step);
        for (MatrixVoice const& quote : from.quotes) {
            if (here.size() == 1) {
                add_quote(quote, here.front());
            } else {
                leave_out(quote, from, here.size());
            }
        }
        for (MatrixVoice const& feeling : from.feelings) {
            if (here.size() == 1) {
                set_feeling(feeling, here.front());
            } else if (!feeling.in_words) {
                leave_out(feeling, from, here.size());
            }
        }
    }

    void report() {
        for (auto const& [lane, left] : m_left) {
            m_merge.warning(
                left.place,
                in_quotes(lane) + ": " + std::to_string(left.count) +
                    (left.count == 1 ? " text is" : " texts are") +
                    " left out, the first at the step " + in_quotes(left.step) +
                    "; quotes and feelings belong to a touchpoint, and " +
                    (left.touchpoints == 0 ? "none stands" : "more than one stand") +
                    " there; give the table a lane Touchpoints with one in each such column");
        }
    }

private:
    struct Left {
        std::size_t count = 0;
        std::size_t touchpoints = 0;
        std::string step;
        Place place;
    };

    void add_quote(MatrixVoice const& quote, model::TouchpointId touchpoint) {
        auto const same = [&](model::Verbatim const& verbatim) {
            return verbatim.touchpoint == touchpoint && verbatim.text == quote.text;
        };
        if (std::any_of(m_room.verbatims.begin(), m_room.verbatims.end(), same)) return;
        model::Verbatim verbatim;
        verbatim.touchpoint = touchpoint;
        verbatim.text = quote.text;
        verbatim.source = m_source;
        m_room.verbatims.push_back(std::move(verbatim));
        ++m_merge.outcome.quotes_new;
    }

    // A workshop's guess; what customers were asked stands beside it.
    void set_feeling(MatrixVoice const& feeling, model::TouchpointId touchpoint) {
        auto const assumed =
            std::find_if(m_room.emotions.begin(), m_room.emotions.end(), [&](auto const& emotion) {
                return emotion.touchpoint == touchpoint && !emotion.persona && emotion.assumed();
            });
        if (assumed != m_room.emotions.end()) {
            if (assumed->value != feeling.value) ++m_merge.outcome.feelings_set;
            assumed->value = feeling.value;
            return;
        }
        model::Emotion emotion;
        emotion.touchpoint = touchpoint;
        emotion.value = feeling.value;
        emotion.assumed_given = true;
        m_room.emotions.push_back(emotion);
        ++m_merge.outcome.feelings_set;
    }

    void leave_out(MatrixVoice const& voice, MatrixStep const& step, std::size_t touchpoints) {
        Left& left = m_left.try_emplace(voice.lane, Left{0, touchpoints, step.action, voice.place})
                         .first->second;
        ++left.count;
    }

    MatrixMerge& m_merge;
    model::Room& m_room;
    std::string m_source;
    std::map<std::string, Left> m_left;
};

}  // namespace

std::vector<model::TouchpointId> touchpoints_at(model::Room const& room, model::StepId step) {
    std::vector<model::TouchpointId> here;
    for (model::Placement const& placement : room.placements) {
        bool const known = std::find(here.begin(), here.end(), placement.touchpoint) != here.end();
        if (placement.step == step && !known) here.push_back(placement.touchpoint);
    }
    return here;
}

void add_voices(MatrixMerge& merge) {
    VoiceMerge voices(merge);
    for (std::size_t i = 0; i < merge.after.steps.size(); ++i)
        voices.add(*merge.after.steps[i].step, merge.new_step_ids[i]);
    voices.report();
}

}  // namespace exchange
