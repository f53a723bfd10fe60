#include "model/edit_checks.hpp"

#include <cmath>

#include "base/fit_text.hpp"
#include "base/utf8.hpp"

namespace model {
namespace {

constexpr double longest_wait_minutes = 1e7;  // as a pack's
constexpr std::size_t longest_text_bytes = 4096;
constexpr std::size_t longest_key = 64;

bool is_key(std::string_view text) {
    constexpr std::string_view allowed =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-";
    return !text.empty() && text.size() <= longest_key &&
           text.find_first_not_of(allowed) == std::string_view::npos;
}

bool is_blank(char32_t c) {
    return (c >= 9 && c <= 13) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0xAD || c == 0x1680 ||
           (c >= 0x115F && c <= 0x1160) || c == 0x180E || (c >= 0xFE00 && c <= 0xFE0F) ||
           c == 0xFFA0 || (c >= 0xE0000 && c <= 0xE0FFF) || (c >= 0x2000 && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x2029) || c == 0x202F || (c >= 0x205F && c <= 0x2064) ||
           c == 0x2800 || c == 0x3000 || c == 0x3164 || c == 0xFEFF;
}

std::optional<EditProblem> blank_problem(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (!is_blank(base::next_code_point(text, at))) return std::nullopt;
    }
    if (text.empty()) return std::nullopt;  // title_problem() has the words for it
    return EditProblem{"text", "the text is blank; say what happens there"};
}

}  // namespace

std::optional<EditProblem> request_problem(Room const& room, Edit const& edit) {
    if (auto already = already_so(room, edit)) return already;
    if (auto const* add = std::get_if<AddNode>(&edit)) return blank_problem(add->text);
    if (auto const* retitle = std::get_if<RetitleNode>(&edit)) return blank_problem(retitle->text);
    return std::nullopt;
}

std::optional<EditProblem> level_problem(SetBaseline const& level, Counted const& counted) {
    if (!level.from) return std::nullopt;
    if (!counted.room || !counted.touchpoint) {
        return EditProblem{"touchpoint", quoted(level.touchpoint) +
                                             " has no observations; a level begins where its "
                                             "touchpoint was counted"};
    }
    base::Period const first = base::month_of(counted.room->first);
    base::Period const last = base::month_of(counted.room->last);
    bool const before = *level.from < first.first;
    if (!before && *level.from <= last.last) return std::nullopt;
    return EditProblem{
        "from", base::format_period(base::month_of(*level.from)) +
                    (before ? " lies before the first month" : " lies after the last month") +
                    " of the room's observations, " + base::format_period(before ? first : last) +
                    "; a level begins in a month that was counted"};
}

std::string quoted(std::string_view text) {
    return "\"" + std::string(base::first_code_points(text, 40)) + "\"";
}

std::optional<EditProblem> key_problem(std::string_view key) {
    if (is_key(key)) return std::nullopt;
    return EditProblem{"node",
                       quoted(key) + " is no key; a key is 1 to 64 letters, digits, _ . or -"};
}

// What an exported pack could not bring back in.
std::optional<EditProblem> text_problem(std::string_view text, std::string const& member) {
    if (text.size() > longest_text_bytes) {
        return EditProblem{member, "the text is longer than 4 kB; shorten it"};
    }
    if (base::first_invalid_utf8(text)) return EditProblem{member, "the text is not UTF-8"};
    for (std::size_t at = 0; at < text.size();) {
        char32_t const c = base::next_code_point(text, at);
        if (base::is_unfit(c))
            return EditProblem{member, "the text holds " + base::unfit_problem(c)};
    }
    return std::nullopt;
}

std::optional<EditProblem> title_problem(std::string_view text) {
    if (text.empty()) return EditProblem{"text", "the text is empty; say what happens there"};
    return text_problem(text, "text");
}

std::optional<EditProblem> baseline_problem(Room const& room, TouchpointId touchpoint,
                                            SetBaseline const& set) {
    if (auto problem = text_problem(set.reason, "reason")) return problem;
    bool const blank = set.reason.find_first_not_of(" \n") == std::string::npos;
    if (set.from && blank)
        return EditProblem{"reason", "the reason is empty; say why this is the new level"};
    if (!set.from && !blank)
        return EditProblem{"reason", "a reason is for a level that is accepted; name its month"};
    if (set.from && promise_of(room, touchpoint) == nullptr)
        return EditProblem{"touchpoint", quoted(set.touchpoint) + " has no promise to be watched"};
    bool const held = std::any_of(room.baselines.begin(), room.baselines.end(),
                                  [&](Baseline const& b) { return b.touchpoint == touchpoint; });
    if (!set.from && !held)
        return EditProblem{"touchpoint", quoted(set.touchpoint) + " has no accepted level"};
    return std::nullopt;
}

std::optional<EditProblem> wait_problem(std::optional<double> minutes, std::string const& member) {
    bool const sound =
        !minutes || (std::isfinite(*minutes) && *minutes >= 0 && *minutes <= longest_wait_minutes);
    if (sound) return std::nullopt;
    return EditProblem{member, "a wait is 0 to 10000000 minutes"};
}

EditProblem unknown_key(std::string const& member, std::string const& what, std::string_view key) {
    return {member, "the room has no " + what + " " + quoted(key)};
}

Named<BlueprintNodeId> named_node(Room const& room, std::string const& key,
                                  std::string const& member) {
    BlueprintNodeId const id = find_node(room, key);
    if (id) return {id, std::nullopt};
    return {id, unknown_key(member, "blueprint node", key)};
}

Named<StepId> named_step(Room const& room, JourneyId journey, std::string const& key) {
    StepId const id = find_step(room, journey, key);
    if (id) return {id, std::nullopt};
    std::string const& own = room.at(journey).key;
    bool const elsewhere = std::any_of(room.steps.begin(), room.steps.end(),
                                       [&](Step const& step) { return step.key == key; });
    if (elsewhere) {
        return {id, EditProblem{"step", "the step " + quoted(key) +
                                            " belongs to another journey than " + quoted(own)}};
    }
    return {id, EditProblem{"step", "the journey " + quoted(own) + " has no step " + quoted(key)}};
}

BlueprintNodeId find_node(Room const& room, std::string_view key) {
    return find_by_key(room.blueprint_nodes, key);
}

StepId find_step(Room const& room, JourneyId journey, std::string_view key) {
    for (std::size_t i = 0; i < room.steps.size(); ++i) {
        if (room.steps[i].journey == journey && room.steps[i].key == key) return StepId(i);
    }
    return {};
}

std::string fresh_node_key(Room const& room, std::string_view stem) {
    constexpr std::size_t room_for_number = 12;
    std::string start(stem.substr(0, longest_key - room_for_number));
    if (is_key(start) && !find_node(room, start)) return start;
    for (std::size_t number = 2;; ++number) {
        std::string key = start + "-" + std::to_string(number);
        if (!find_node(room, key)) return key;
    }
}

}  // namespace model
