#include "storage/merge_survey.hpp"

#include <algorithm>

#include "storage/open_store.hpp"
#include "storage/room_store.hpp"
#include "storage/room_tables.hpp"

namespace storage {
namespace {

using namespace model;

bool same_place(Score const& a, Score const& b) {
    return a.touchpoint == b.touchpoint && a.subject == b.subject && a.rival == b.rival &&
           a.period == b.period;
}

bool same_question(AnswerCount const& a, AnswerCount const& b) {
    return a.touchpoint == b.touchpoint && a.period == b.period;
}

void merge_scores(std::vector<Score>& held, std::vector<Score> const& fresh) {
    for (Score const& score : fresh) {
        auto const at = std::find_if(held.begin(), held.end(),
                                     [&](Score const& old) { return same_place(old, score); });
        if (at == held.end()) {
            held.push_back(score);
        } else {
            *at = score;
        }
    }
}

void merge_answers(std::vector<AnswerCount>& held, std::vector<AnswerCount> const& fresh) {
    std::erase_if(held, [&](AnswerCount const& old) {
        return std::any_of(fresh.begin(), fresh.end(),
                           [&](AnswerCount const& answer) { return same_question(old, answer); });
    });
    held.insert(held.end(), fresh.begin(), fresh.end());
}

}  // namespace

void merge_survey(std::filesystem::path const& file, IncomingSurvey const& incoming) {
    write_store(file, all_migrations(), [&](Database& database) {
        require_unchanged(database, incoming.outline);
        Opinions held{load_scores(database), load_guesses(database), load_importance(database),
                      load_answers(database)};
        merge_scores(held.scores, incoming.scores);
        merge_answers(held.answers, incoming.answers);
        if (!incoming.importance.empty()) held.importance = incoming.importance;
        for (char const* table : {"DELETE FROM scores", "DELETE FROM guesses",
                                  "DELETE FROM importance", "DELETE FROM answers"}) {
            database.execute(table);
        }
        save_opinions(database, held);
    });
}

}  // namespace storage
