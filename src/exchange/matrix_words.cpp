#include "exchange/matrix_words.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/utf8.hpp"
#include "exchange/matrix_column_words.hpp"
#include "exchange/matrix_lane_grammar.hpp"
#include "exchange/matrix_lane_words.hpp"
#include "exchange/matrix_sight.hpp"
#include "exchange/matrix_text.hpp"
#include "exchange/matrix_units.hpp"
#include "exchange/text_rules.hpp"
#include "exchange/words.hpp"

namespace exchange {
namespace {

// What stands between the words that matter.
constexpr std::array<std::string_view, 23> small_words = {
    "a",   "the", "of", "and", "or", "to", "le", "la",  "les", "l",   "un", "une",
    "des", "de",  "du", "d",   "et", "en", "s",  "der", "die", "das", "und"};

// A longer text is no name of a lane.
constexpr std::size_t most_label = 200;

// In names of lanes that customers see; the others (employees, staff) may be seen or not.
constexpr std::array<std::string_view, 6> seen_names = {"front",    "stage", "visible",
                                                        "sichtbar", "scene", "buhne"};

bool is_number(std::string_view token) {
    return token.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_small(std::string_view token) {
    return std::find(small_words.begin(), small_words.end(), token) != small_words.end();
}

// German without umlauts is written ae, oe, ue; both spellings become one. Plural s goes.
std::string plain_token(std::string token) {
    for (std::string_view const pair : {"ae", "oe", "ue"}) {
        for (std::size_t at = token.find(pair); at != std::string::npos; at = token.find(pair, at))
            token.erase(++at, 1);
    }
    if (token.size() > 3 && token.ends_with('s') && !token.ends_with("ss")) token.pop_back();
    return token;
}

std::vector<std::string> tokens_of(std::string_view label) {
    std::vector<std::string> tokens;
    std::string token;
    std::string const text = ascii_folded(label) + " ";
    for (char const c : text) {
        if (c != ' ') {
            token += c;
        } else if (!token.empty()) {
            tokens.push_back(std::exchange(token, {}));
        }
    }
    return tokens;
}

// "3", "b", "l2", "iv" before a name.
bool numbers_a_row(std::string const& token) {
    constexpr std::array<std::string_view, 9> roman = {"ii",   "iii", "iv", "vi", "vii",
                                                       "viii", "ix",  "xi", "xii"};
    return token.size() == 1 || is_number(token) || is_number(token.substr(1)) ||
           std::find(roman.begin(), roman.end(), token) != roman.end();
}

// "1.2 Backstage", "Lane 3: Backstage", "B) Backstage", "Backstage row": the label is Backstage.
void drop_numbering(std::vector<std::string>& tokens) {
    auto const drop_first = [&](auto may_go) {
        while (tokens.size() > 1 && may_go(tokens.front()))
            tokens.erase(tokens.begin());
    };
    auto const is_frame = [](std::string const& t) {
        return t == "lane" || t == "swimlane" || t == "row";
    };
    if (tokens.size() > 2 && is_frame(tokens[0]) && is_number(tokens[1])) drop_first(is_frame);
    drop_first(numbers_a_row);
    while (tokens.size() > 1 && is_frame(tokens.back()))
        tokens.pop_back();
}

template <typename Value>
using WordMap = std::unordered_map<std::string, Value>;

template <typename Take>
void each_word(std::string_view words, Take take) {
    while (!words.empty()) {
        std::size_t const bar = words.find('|');
        take(words.substr(0, bar));
        words.remove_prefix(bar == std::string_view::npos ? words.size() : bar + 1);
    }
}

WordMap<LaneRole> const& lane_words() {
    static WordMap<LaneRole> const words = [] {
        WordMap<LaneRole> map;
        for (LaneWords const& row : lane_word_table) {
            each_word(row.words,
                      [&](std::string_view word) { map.emplace(folded_label(word), row.role); });
        }
        return map;
    }();
    return words;
}

WordMap<LongColumn> const& column_words() {
    static WordMap<LongColumn> const words = [] {
        WordMap<LongColumn> map;
        for (ColumnWords const& row : column_word_table)
            map.emplace(folded_label(row.name), row.column);
        for (ColumnWords const& row : column_word_table) {
            each_word(row.synonyms,
                      [&](std::string_view word) { map.emplace(folded_label(word), row.column); });
        }
        return map;
    }();
    return words;
}

// "N° d'étape", "Schritt-Nr.", "Stap nr": what is numbered, without the word for number; empty
// where there is none. Folding takes "n" and "d" for the numbering of a row itself.
std::string numbered_name(std::string_view label) {
    constexpr std::array<std::string_view, 7> numbers = {"n",      "no",     "nr",    "num",
                                                         "numero", "nummer", "number"};
    std::string name;
    bool numbered = false;
    for (std::string const& token : tokens_of(label)) {
        bool const number = std::find(numbers.begin(), numbers.end(), token) != numbers.end();
        numbered = numbered || number;
        if (!number && !is_small(token)) name += (name.empty() ? "" : " ") + plain_token(token);
    }
    return numbered ? name : std::string();
}

// Numbers of phases tell phases of one name apart; "étape" may be either, and is a step's.
std::optional<LaneRole> numbering_role(std::string_view label) {
    std::string const name = numbered_name(label);
    if (name.empty()) return std::nullopt;
    auto const found = lane_words().find(name);
    if (found == lane_words().end()) return std::nullopt;
    if (found->second == LaneRole::Step || name == "etape") return LaneRole::Numbering;
    return found->second == LaneRole::Phase ? std::optional(LaneRole::StageNumber) : std::nullopt;
}

std::optional<LaneRole> exact_role(std::string_view label) {
    auto const found = lane_words().find(folded_label(label));
    if (found == lane_words().end()) return std::nullopt;
    return found->second;
}

std::optional<LaneRole> lone_role(std::string_view label) {
    std::string const folded = folded_label(label);
    for (LaneWords const& row : lone_lane_word_table) {
        bool known = false;
        each_word(row.words,
                  [&](std::string_view word) { known = known || folded_label(word) == folded; });
        if (known) return row.role;
    }
    return std::nullopt;
}

// "Employee actions (not visible)" are Backstage, whatever the name alone would be. Names that say
// themselves that they are seen contradict it: those are not guessed.
std::optional<LaneRole> qualified_role(LaneRole role, std::string_view name,
                                       std::string_view rest) {
    bool const shown = role == LaneRole::Frontstage || role == LaneRole::Technology ||
                       role == LaneRole::Evidence || role == LaneRole::Activity;
    Sight const sight = shown ? sight_in(rest) : Sight::Unsaid;
    if (sight == Sight::Unsaid || sight == Sight::Seen) return role;
    if (sight == Sight::Both || role != LaneRole::Frontstage) return std::nullopt;
    std::string const folded = folded_label(name);
    bool const contradicts =
        std::any_of(seen_names.begin(), seen_names.end(),
                    [&](std::string_view each) { return folded.find(each) != std::string::npos; });
    return contradicts ? std::nullopt : std::optional(LaneRole::Backstage);
}

// What stands before the first separator, when both sides say something.
std::string_view first_part(std::string_view label) {
    std::size_t end = std::string_view::npos;
    for (std::string_view const separator :
         {":", "(", "[", "/", "|", "&", " - ", "–", "—", ",", "+"})
        end = std::min(end, label.find(separator));
    return label.substr(0, end);
}

// "Doing / Actions" are two names: the first one counts.
bool names_two_things(std::string_view label) {
    return label.find_first_of("/|&+") != std::string_view::npos;
}

struct RoleName {
    std::string_view name;
    LaneRole role;
};

constexpr std::array<RoleName, 16> role_name_table = {{{"evidence", LaneRole::Evidence},
                                                       {"customer", LaneRole::Customer},
                                                       {"frontstage", LaneRole::Frontstage},
                                                       {"technology", LaneRole::Technology},
                                                       {"backstage", LaneRole::Backstage},
                                                       {"support", LaneRole::Support},
                                                       {"policy", LaneRole::Policy},
                                                       {"employee", LaneRole::Employee},
                                                       {"thought", LaneRole::Thought},
                                                       {"touchpoint", LaneRole::Touchpoint},
                                                       {"goal", LaneRole::Goal},
                                                       {"quote", LaneRole::Quote},
                                                       {"feeling", LaneRole::Feeling},
                                                       {"phase", LaneRole::Phase},
                                                       {"step", LaneRole::Step},
                                                       {"none", LaneRole::Nothing}}};

std::string_view name_of(LaneRole role) {
    for (RoleName const& each : role_name_table) {
        if (each.role == role) return each.name;
    }
    return "none";
}

}  // namespace

std::string folded_label(std::string_view label) {
    std::vector<std::string> tokens = tokens_of(label);
    drop_numbering(tokens);
    std::string folded;
    for (std::string const& token : tokens) {
        if (tokens.size() > 1 && is_small(token)) continue;
        folded += (folded.empty() ? "" : " ") + plain_token(token);
    }
    return folded;
}

namespace {

// "Onstage contact employee", "Backstage team 2": what the label begins with is enough where a word
// can mean nothing else.
std::optional<LaneRole> role_of_beginning(std::string_view label) {
    constexpr std::size_t least_word = 7;
    constexpr std::size_t most_beginning = 48;
    std::string const folded = folded_label(label);
    if (folded.size() > most_beginning) return std::nullopt;
    for (std::size_t end = folded.rfind(' '); end != std::string::npos && end >= least_word;
         end = folded.rfind(' ', end - 1)) {
        auto const found = lane_words().find(folded.substr(0, end));
        if (found == lane_words().end()) continue;
        LaneRole const role = found->second;
        bool const plain = role == LaneRole::Frontstage || role == LaneRole::Backstage ||
                           role == LaneRole::Evidence || role == LaneRole::Line;
        return plain ? qualified_role(role, folded.substr(0, end), folded.substr(end))
                     : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

bool is_phase_or_step(std::string_view label) {
    return label.size() <= most_label && folded_label(label) == folded_label(phase_or_step_word);
}

std::optional<LaneRole> plain_lane_role(std::string_view label) {
    // "#" is all punctuation.
    if (label == "#") return LaneRole::Numbering;
    if (label.size() > most_label) return std::nullopt;
    if (auto const role = numbering_role(label)) return role;
    if (auto const role = exact_role(label)) return role;
    if (auto const role = lone_role(label)) return role;
    // "Attente (min)" is a wait, "Attentes" are expectations.
    if (wait_unit_minutes(label)) return LaneRole::Measure;
    std::string_view const first = first_part(label);
    bool const parted = first.size() != label.size() && !folded_label(first).empty();
    auto const whole = [&] { return composed_role(label); };
    if (auto const role = names_two_things(label) ? std::nullopt : whole()) return role;
    auto const role = parted ? exact_role(first) : std::nullopt;
    if (role) return qualified_role(*role, first, label.substr(first.size()));
    if (auto const both = names_two_things(label) ? whole() : std::nullopt) return both;
    return parted ? composed_role(first) : std::nullopt;
}

namespace {

// "Contact centre (visible)", "Hotel - invisible:", "Call centre [backstage]": a name of somebody's
// own and what it is.
std::optional<LaneRole> role_behind_name(std::string_view label) {
    if (label.size() > most_label) return std::nullopt;
    std::size_t const bracket = label.find_first_of("([");
    std::size_t const dash = label.find(" - ");
    std::size_t const at = std::min(bracket, dash);
    if (at == std::string_view::npos || folded_label(label.substr(0, at)).empty())
        return std::nullopt;
    // A name that is known contradicts what stands behind it.
    if (exact_role(label.substr(0, at)) || composed_role(label.substr(0, at))) return std::nullopt;
    std::string_view const rest = label.substr(at + (at == dash ? 3 : 1));
    auto const exact = exact_role(rest);
    auto const role = exact ? exact : composed_role(rest);
    return role && blueprint_lane(*role) ? role : std::nullopt;
}

}  // namespace

std::optional<LaneRole> lane_role(std::string_view label) {
    if (auto const role = plain_lane_role(label)) return role;
    auto const role = role_of_beginning(label);
    return role ? role : role_behind_name(label);
}

std::optional<LaneRole> grouped_lane_role(std::string_view group, std::string_view label) {
    constexpr std::size_t most_group = 60;
    if (group.size() > most_group || label.size() > most_group) return std::nullopt;
    std::string const both = std::string(group) + " " + std::string(label);
    auto const role = exact_role(both);
    return role ? role : composed_role(both);
}

namespace {

std::optional<LongColumn> exact_column(std::string_view header) {
    auto const found = column_words().find(folded_label(header));
    if (found == column_words().end()) return std::nullopt;
    return found->second;
}

}  // namespace

std::optional<double> wait_unit_minutes(std::string_view header) {
    // "Wait (s)" and "Wait (d)" without their brackets would be Wait.
    bool const plain = before_bracket(header).empty();
    if (plain && exact_column(header) == LongColumn::WaitMinutes) return 1;
    auto const timed = timed_name(header);
    bool const wait = timed && exact_column(timed->name) == LongColumn::WaitMinutes;
    return wait ? std::optional(timed->minutes_each) : std::nullopt;
}

std::optional<LongColumn> long_column(std::string_view header) {
    if (wait_unit_minutes(header)) return LongColumn::WaitMinutes;
    auto const numbers = numbering_role(header);
    if (numbers == LaneRole::Numbering) return LongColumn::StepOrder;
    if (numbers == LaneRole::StageNumber) return LongColumn::PhaseOrder;
    auto const whole = exact_column(header);
    if (whole && whole != LongColumn::WaitMinutes) return whole;
    std::string_view const plain = before_bracket(header);
    auto const column = plain.empty() ? std::nullopt : exact_column(plain);
    // "Wait (people)" is no time.
    return column == LongColumn::WaitMinutes ? std::nullopt : column;
}

std::optional<LaneRole> role_named(std::string_view name) {
    for (RoleName const& each : role_name_table) {
        if (each.name == name) return each.role;
    }
    auto const role = exact_role(name);
    bool const usable = role && (blueprint_lane(*role) || *role == LaneRole::Thought ||
                                 *role == LaneRole::Phase || *role == LaneRole::Step);
    return usable ? role : std::nullopt;
}

std::string role_names() {
    std::string names;
    for (RoleName const& each : role_name_table)
        names += (names.empty() ? "" : ", ") + std::string(each.name);
    return names;
}

std::string nearest_lane_word(std::string_view label) {
    std::string const folded = folded_label(label);
    std::size_t const limit = folded.size() < 5 ? 1 : folded.size() < 10 ? 2 : 3;
    if (folded.empty() || folded.size() > 64) return {};
    std::size_t best = limit + 1;
    std::string text;
    for (LaneWords const& row : lane_word_table) {
        if (name_of(row.role) == "none") continue;
        each_word(row.words, [&](std::string_view word) {
            std::size_t const distance = edit_distance(folded, folded_label(word), limit);
            if (distance >= best) return;
            best = distance;
            text = in_quotes(word) + ", which is " + std::string(name_of(row.role));
        });
    }
    return text;
}

std::optional<model::BlueprintLane> blueprint_lane(LaneRole role) {
    if (role > LaneRole::Employee) return std::nullopt;
    return static_cast<model::BlueprintLane>(role);
}

std::string_view lane_title(LaneRole role) {
    for (LaneWords const& row : lane_word_table) {
        if (row.role == role) return row.words.substr(0, row.words.find('|'));
    }
    return {};
}

std::string_view lane_title(model::BlueprintLane lane) {
    return lane_title(static_cast<LaneRole>(lane));
}

std::vector<LaneWords> all_lane_words() {
    return {lane_word_table.begin(), lane_word_table.end()};
}

}  // namespace exchange
