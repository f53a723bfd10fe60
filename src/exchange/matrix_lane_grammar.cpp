#include "exchange/matrix_lane_grammar.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "exchange/matrix_lane_senses.hpp"
#include "exchange/matrix_sight.hpp"

namespace exchange {
namespace {

constexpr std::size_t most_tokens = 10;
constexpr std::size_t most_word = 40;
// Shorter words are too easily part of another.
constexpr std::size_t least_part = 4;

using Senses = std::uint32_t;

constexpr Senses bit(Sense sense) {
    return static_cast<Senses>(sense);
}

std::unordered_map<std::string, Senses> const& sense_words() {
    static std::unordered_map<std::string, Senses> const words = [] {
        std::unordered_map<std::string, Senses> map;
        for (SenseWords const& row : sense_word_table) {
            std::string_view rest = row.words;
            while (!rest.empty()) {
                std::size_t const bar = std::min(rest.find('|'), rest.size());
                map[folded_label(rest.substr(0, bar))] |= bit(row.sense);
                rest.remove_prefix(std::min(bar + 1, rest.size()));
            }
        }
        return map;
    }();
    return words;
}

Senses senses_of_word(std::string const& word) {
    auto const found = sense_words().find(word);
    return found == sense_words().end() ? 0 : found->second;
}

// The senses of the parts of "mitarbeiteraktionen", "unterstutzungsprozesse", "sichtbare": known
// words with what German puts between and behind them. 0 where a part is not known.
Senses senses_of_compound(std::string const& token) {
    constexpr std::array<std::string_view, 11> links = {"",   "e", "en", "er",    "es", "n",
                                                        "em", "s", "in", "innen", "nen"};
    if (token.size() < least_part || token.size() > most_word) return 0;
    // best[i]: senses of the first i letters, 0 where they are no known words.
    std::vector<Senses> best(token.size() + 1, 0);
    for (std::size_t start = 0; start < token.size(); ++start) {
        if (start > 0 && best[start] == 0) continue;
        for (std::size_t end = start + least_part; end <= token.size(); ++end) {
            Senses const senses = senses_of_word(token.substr(start, end - start));
            if (senses == 0) continue;
            for (std::string_view const link : links) {
                if (token.compare(end, link.size(), link) != 0) continue;
                Senses& there = best[end + link.size()];
                if (there == 0) there = best[start] | senses;
            }
        }
    }
    return best.back();
}

bool is_number(std::string_view token) {
    return token.find_first_not_of("0123456789") == std::string_view::npos;
}

// What the words of a label mean together; empty where one is not known.
std::optional<Senses> senses_of(std::string_view label) {
    std::string const folded = folded_label(label);
    Senses senses = 0;
    std::size_t tokens = 0;
    std::string_view rest = folded;
    while (!rest.empty()) {
        std::size_t const end = std::min(rest.find(' '), rest.size());
        std::string const token(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (++tokens > most_tokens) return std::nullopt;
        if (is_number(token)) continue;
        Senses found = senses_of_word(token);
        if (found == 0) found = senses_of_compound(token);
        if (found == 0 && tells_sight(token)) found = bit(Sense::Filler);
        if (found == 0) return std::nullopt;
        senses |= found;
    }
    return senses;
}

class Composer {
public:
    Composer(Senses senses, Sight sight) : m_senses(senses) {
        bool const sided = has(Sense::Stage, Sense::Staff, Sense::Act, Sense::Process,
                               Sense::System, Sense::Technology, Sense::Support);
        m_shown = has(Sense::Front) || (has(Sense::FrontSide) && has(Sense::Stage));
        m_hidden = has(Sense::Back) || (has(Sense::BackSide) && sided);
        if (has(Sense::Facing) && has(Sense::Staff, Sense::Customer)) {
            (has(Sense::Not) ? m_hidden : m_shown) = true;
        }
        m_shown = m_shown || sight == Sight::Seen;
        m_hidden = m_hidden || sight == Sight::Hidden;
        m_contradicts = sight == Sight::Both || (m_shown && m_hidden);
    }

    std::optional<LaneRole> role() const {
        if (m_contradicts) return std::nullopt;
        if (auto const role = role_of_content()) return role;
        if (auto const role = role_of_means()) return role;
        return role_of_people();
    }

private:
    template <typename... More>
    bool has(Sense sense, More... more) const {
        if ((m_senses & bit(sense)) != 0) return true;
        if constexpr (sizeof...(more) > 0) {
            return has(more...);
        } else {
            return false;
        }
    }

    // What the cards are about, whoever acts.
    std::optional<LaneRole> role_of_content() const {
        if (has(Sense::Pain)) return LaneRole::Pain;
        if (has(Sense::Opportunity)) return LaneRole::Opportunity;
        if (has(Sense::Quote)) return LaneRole::Quote;
        if (has(Sense::Measure)) return LaneRole::Measure;
        if (has(Sense::Thought, Sense::Feeling)) return role_of_minds();
        if (has(Sense::Goal)) return has(Sense::Staff) ? LaneRole::Lens : LaneRole::Goal;
        if (has(Sense::Facing) && has(Sense::Point)) return LaneRole::Touchpoint;
        if (has(Sense::Policy)) return LaneRole::Policy;
        bool const others = has(Sense::System, Sense::Support) && !has(Sense::Physical);
        if (has(Sense::Evidence) && !m_hidden && !has(Sense::Staff) && !others)
            return LaneRole::Evidence;
        if (m_hidden || m_shown || has(Sense::Staff)) return std::nullopt;
        if (has(Sense::Phase)) return LaneRole::Phase;
        bool const step = has(Sense::Step) && !has(Sense::Customer, Sense::Internal);
        return step ? std::optional(LaneRole::Step) : std::nullopt;
    }

    std::optional<LaneRole> role_of_minds() const {
        if (m_hidden || m_shown) return std::nullopt;
        if (has(Sense::Staff)) return LaneRole::Employee;
        return has(Sense::Thought) ? LaneRole::Thought : LaneRole::Feeling;
    }

    std::optional<LaneRole> role_of_means() const {
        if (has(Sense::System, Sense::Technology)) {
            if (m_hidden || has(Sense::Support, Sense::Internal, Sense::Staff))
                return LaneRole::Support;
            if (m_shown || has(Sense::Technology, Sense::Customer)) return LaneRole::Technology;
            return LaneRole::Support;
        }
        if (has(Sense::Support)) {
            if (m_shown) return LaneRole::Frontstage;
            bool const of_people = m_hidden && !has(Sense::Process);
            return of_people ? LaneRole::Backstage : LaneRole::Support;
        }
        return std::nullopt;
    }

    std::optional<LaneRole> role_of_people() const {
        bool const acts = has(Sense::Act, Sense::Interaction);
        if (m_hidden) return LaneRole::Backstage;
        if (m_shown) {
            // "Visible customer actions" are the customer's, "visible to customers" are not.
            bool const own = has(Sense::Customer) && acts &&
                             !has(Sense::Staff, Sense::Toward, Sense::Front, Sense::Facing);
            return own ? LaneRole::Customer : LaneRole::Frontstage;
        }
        if (has(Sense::Internal))
            return has(Sense::Process) ? LaneRole::Support : LaneRole::Backstage;
        if (has(Sense::Staff)) return LaneRole::Frontstage;
        if (has(Sense::Customer)) return LaneRole::Customer;
        if (has(Sense::Process)) return LaneRole::Support;
        if (has(Sense::Act)) return LaneRole::Activity;
        return std::nullopt;
    }

    Senses m_senses;
    bool m_shown = false;
    bool m_hidden = false;
    bool m_contradicts = false;
};

}  // namespace

std::optional<LaneRole> composed_role(std::string_view label) {
    auto const senses = senses_of(label);
    if (!senses || (*senses & ~(bit(Sense::Filler) | bit(Sense::Toward))) == 0) return std::nullopt;
    return Composer(*senses, sight_in(label)).role();
}

}  // namespace exchange
