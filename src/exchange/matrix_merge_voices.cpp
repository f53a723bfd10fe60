// Quotes and feelings of a matrix. Both belong to touchpoints: they are taken where exactly one
// stands at the step, and told where not. Nothing that is there is taken away, and no guess stands
// beside what was measured.
#include <filesystem>
#include <map>

#include "exchange/matrix_merge.hpp"
#include "exchange/matrix_text.hpp"
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
                m_guesses[here.front()].push_back({&feeling, &from});
            } else if (!feeling.in_words) {
                leave_out(feeling, from, here.size());
            }
        }
    }

    // When all are known: a touchpoint takes one.
    void set_feelings() {
        for (auto const& [touchpoint, guesses] : m_guesses) {
            if (model::Emotion const* const measured = measured_at(touchpoint)) {
                for (Guess const& guess : guesses)
                    leave_to(*measured, guess);
                continue;
            }
            Guess const taken = first_of(guesses);
            set_feeling(taken, touchpoint);
            for (Guess const& guess : guesses) {
                if (guess.voice->value != taken.voice->value) leave_to(taken, guess, touchpoint);
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

    struct Guess {
        MatrixVoice const* voice = nullptr;
        MatrixStep const* step = nullptr;
    };

    // A stated number before a word that is read as one.
    static Guess first_of(std::vector<Guess> const& guesses) {
        auto const stated = std::find_if(guesses.begin(), guesses.end(),
                                         [](Guess const& guess) { return !guess.voice->in_words; });
        return stated == guesses.end() ? guesses.front() : *stated;
    }

    // What customers were asked: everyone, else one persona.
    model::Emotion const* measured_at(model::TouchpointId touchpoint) const {
        model::Emotion const* found = nullptr;
        for (model::Emotion const& emotion : m_room.emotions) {
            if (emotion.touchpoint != touchpoint || emotion.assumed()) continue;
            if (found == nullptr || !emotion.persona) found = &emotion;
        }
        return found;
    }

    std::string name_of(model::TouchpointId touchpoint) const {
        model::Touchpoint const& named = m_room.at(touchpoint);
        return named.key + " " + in_quotes(named.title);
    }

    static std::string words_stay(Guess const& guess) {
        return guess.voice->in_words ? "; the words stay as text at the step" : "";
    }

    void leave_to(model::Emotion const& measured, Guess const& guess) {
        std::string const whose =
            measured.persona ? " for " + m_room.at(measured.persona).key : std::string();
        std::string const people = measured.n ? ", n = " + std::to_string(*measured.n) : "";
        m_merge.warning(guess.voice->place,
                        in_quotes(guess.voice->text) + " is left out as a feeling of " +
                            name_of(measured.touchpoint) + ", which is measured" + whose + " (" +
                            number_text(measured.value) + people +
                            "); a guess counts only where nothing is measured" + words_stay(guess));
    }

    void leave_to(Guess const& taken, Guess const& guess, model::TouchpointId touchpoint) {
        m_merge.warning(guess.voice->place,
                        in_quotes(guess.voice->text) + " is left out as a feeling of " +
                            name_of(touchpoint) + ", which has " + in_quotes(taken.voice->text) +
                            " from the step " + in_quotes(taken.step->action) +
                            "; a touchpoint has one, a number before a word, else the first" +
                            words_stay(guess));
    }

    static std::string guess_text(Guess const& guess) {
        std::string const said = guess.voice->in_words ? guess.voice->text + ", " : "";
        return said + number_text(guess.voice->value) + ", assumed";
    }

    void set_feeling(Guess const& guess, model::TouchpointId touchpoint) {
        auto assumed =
            std::find_if(m_room.emotions.begin(), m_room.emotions.end(), [&](auto const& emotion) {
                return emotion.touchpoint == touchpoint && !emotion.persona;
            });
        std::string before;
        if (assumed == m_room.emotions.end()) {
            model::Emotion emotion;
            emotion.touchpoint = touchpoint;
            emotion.assumed_given = true;
            assumed = m_room.emotions.insert(assumed, emotion);
        } else {
            if (assumed->value == guess.voice->value) return;
            before = number_text(assumed->value) + ", assumed";
        }
        assumed->value = guess.voice->value;
        ++m_merge.outcome.feelings_set;
        std::string const& key = m_room.at(touchpoint).key;
        tell(m_merge, {MatrixChange::Thing::Touchpoint, MatrixFate::Changed, key,
                       guess.step->action + " / " + key, before, guess_text(guess), 0});
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
    std::map<model::TouchpointId, std::vector<Guess>> m_guesses;
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
    voices.set_feelings();
    voices.report();
}

}  // namespace exchange
