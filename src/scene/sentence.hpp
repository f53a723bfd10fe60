// A sentence of the title whose figures stand out in weight. Internal to this folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace scene {

struct Sentence {
    std::vector<std::string> parts;  // in turn words and figures, words first
    bool old = false;                // its figure rests on an overdue source: the stripes say so
};

// A figure as it goes into a catalogue's sentence, so that `sentence_of` finds it again.
inline std::string standing_out(std::string_view figure) {
    return "\x01" + std::string(figure) + "\x01";
}

inline Sentence sentence_of(std::string_view whole) {
    Sentence sentence;
    for (std::size_t at = whole.find('\x01'); at != std::string_view::npos;
         at = whole.find('\x01')) {
        sentence.parts.emplace_back(whole.substr(0, at));
        whole.remove_prefix(at + 1);
    }
    sentence.parts.emplace_back(whole);
    return sentence;
}

}  // namespace scene
