// Feelings in words and faces on the scale of a room, -2 to 2: a small table and nothing else, for
// a guess that is marked as one. Add a word here and in data/README.md. Must not know lanes. Used
// by matrix_voices.cpp.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace exchange {

struct MoodWords {
    double value = 0;
    std::string_view words;
};

inline constexpr std::array<MoodWords, 5> mood_table = {{
    {2,
     "delighted,thrilled,excited,enthusiastic,very happy,very satisfied,"
     "ravi,ravie,enthousiaste,enchanté,enchantée,très content,très contente,très satisfait,"
     "très satisfaite,"
     "begeistert,sehr glücklich,sehr zufrieden,😀,😃,😄,😁,🤩,😍,:-D"},
    {1,
     "happy,pleased,satisfied,relieved,confident,content,glad,reassured,hopeful,positive,"
     "contente,satisfait,satisfaite,soulagé,soulagée,confiant,confiante,rassuré,rassurée,"
     "heureux,heureuse,positif,"
     "zufrieden,froh,erleichtert,glücklich,zuversichtlich,hoffnungsvoll,beruhigt,positiv,🙂,😊,😌,"
     "☺,:-),:)"},
    {0, "neutral,indifferent,neutre,indifférent,indifférente,gleichgültig,😐,😑,:-|,:|"},
    {-1,
     "frustrated,annoyed,irritated,overwhelmed,worried,anxious,nervous,unsure,confused,impatient,"
     "stressed,"
     "disappointed,sad,unhappy,dissatisfied,negative,"
     "frustré,frustrée,dépassé,dépassée,agacé,agacée,inquiet,inquiète,anxieux,anxieuse,nerveux,"
     "nerveuse,perdu,"
     "perdue,confus,confuse,impatiente,stressé,stressée,déçu,déçue,triste,mécontent,mécontente,"
     "négatif,"
     "frustriert,genervt,überfordert,besorgt,ängstlich,nervös,unsicher,verwirrt,ungeduldig,"
     "gestresst,"
     "enttäuscht,traurig,unzufrieden,negativ,🙁,☹,:-(,:(,😕,😟,😞"},
    {-2,
     "angry,furious,desperate,very frustrated,very unhappy,very dissatisfied,"
     "en colère,furieux,furieuse,désespéré,désespérée,très frustré,très frustrée,"
     "très mécontent,très mécontente,"
     "wütend,verzweifelt,sehr frustriert,sehr unzufrieden,😡,😠,🤬"},
}};

// Of a text that is one of these words and no more.
std::optional<double> mood_in(std::string_view text);

}  // namespace exchange
