#include "exchange/replay_file.hpp"

#include <algorithm>
#include <array>

#include "exchange/json_reader.hpp"
#include "exchange/pack_files.hpp"
#include "exchange/problems.hpp"
#include "exchange/text_rules.hpp"
#include "exchange/words.hpp"

namespace exchange {
namespace {

constexpr std::size_t max_lines = 500'000;
constexpr double max_t_ms = 1e12;
constexpr double max_pixels = 1e6;
constexpr std::int64_t max_contact = 1'000'000'000'000;

constexpr std::array<Word<ReplayPhase>, 4> phases = {{{"begin", ReplayPhase::Begin},
                                                      {"move", ReplayPhase::Move},
                                                      {"end", ReplayPhase::End},
                                                      {"cancel", ReplayPhase::Cancel}}};

enum class Argument {
    None,
    View,
    Overlay,
    Persona,
    Period,
    Touchpoint,
    Figure,
    On,
    Open,
    Cause,
    Lens,
    Evidence,
    Edit
};

constexpr std::array<Word<Argument>, 22> commands = {
    {{"edit", Argument::Edit},         {"undo", Argument::None},
     {"redo", Argument::None},         {"home", Argument::None},
     {"back", Argument::None},         {"fit", Argument::None},
     {"show", Argument::View},         {"overlay", Argument::Overlay},
     {"persona", Argument::Persona},   {"period", Argument::Period},
     {"backstage", Argument::On},      {"curtain", Argument::Open},
     {"open", Argument::Touchpoint},   {"close", Argument::Touchpoint},
     {"define", Argument::Figure},     {"light", Argument::Cause},
     {"light_step", Argument::None},   {"lens", Argument::Lens},
     {"evidence", Argument::Evidence}, {"evidence_close", Argument::Evidence},
     {"next", Argument::None},         {"previous", Argument::None}}};

// The bounds are whole numbers.
std::string plain(double bound) {
    return std::to_string(static_cast<std::int64_t>(bound));
}

// One line of the file; problems are placed in the whole file.
class LineReader {
public:
    LineReader(Problems& problems, FileTag file, std::string_view text, int line)
        : m_problems(problems), m_file(file), m_text(text), m_line(line) {}

    std::optional<ReplayLine> read(double t_before) {
        JsonResult parsed = read_json(m_text);
        if (parsed.fault) {
            return refuse(parsed.fault->place, parsed.fault->text);
        }
        if (parsed.value->kind != JsonKind::Object) {
            return refuse({1, 1}, "the line is not a JSON object; write one a line");
        }
        JsonValue const& object = *parsed.value;
        auto const t_ms = number(object, "t_ms", {0, max_t_ms});
        if (!t_ms) return std::nullopt;
        if (*t_ms < t_before) {
            return refuse_at(object.member("t_ms")->value,
                             "t_ms goes back; lines stand in the order of time");
        }
        bool const is_contact = object.member("contact") != nullptr;
        if (is_contact == (object.member("command") != nullptr)) {
            return refuse({1, 1}, R"(the line needs either "contact" or "command")");
        }
        if (is_contact) {
            auto contact = read_contact(object);
            if (!contact) return std::nullopt;
            return ReplayLine{*t_ms, m_line, *contact};
        }
        auto command = read_command(object);
        if (!command) return std::nullopt;
        return ReplayLine{*t_ms, m_line, *std::move(command), m_column};
    }

private:
    std::nullopt_t refuse(Place in_line, std::string text) {
        m_problems.error(m_file, {m_line + in_line.line - 1, in_line.column}, std::move(text));
        return std::nullopt;
    }
    std::nullopt_t refuse_at(JsonValue const& value, std::string text) {
        return refuse(place_of(m_text, value.offset), std::move(text));
    }

    // "veiw": what nobody asked for, where the name that is missing might have been meant.
    bool refuse_slip_of(JsonValue const& object, std::string_view missing) {
        for (JsonMember const& slip : object.members) {
            bool const meant =
                slip.name != "t_ms" && slip.name != "command" && slip.name != "contact";
            if (!meant || !is_slip_of(slip.name, missing)) continue;
            refuse(place_of(m_text, slip.offset), in_quotes(slip.name) +
                                                      " means nothing here; the nearest that does "
                                                      "is " +
                                                      in_quotes(missing));
            return true;
        }
        return false;
    }

    JsonValue const* member(JsonValue const& object, std::string_view name, JsonKind kind) {
        JsonMember const* const found = object.member(name);
        if (found == nullptr) {
            if (refuse_slip_of(object, name)) return nullptr;
            refuse({1, 1},
                   in_quotes(name) + " is missing; it must be " + std::string(name_of(kind)));
        } else if (found->value.kind != kind) {
            refuse_at(found->value, in_quotes(name) + " is " +
                                        std::string(name_of(found->value.kind)) + "; it must be " +
                                        std::string(name_of(kind)));
        } else {
            return &found->value;
        }
        return nullptr;
    }

    struct Span {
        double lowest;
        double highest;
    };
    std::optional<double> number(JsonValue const& object, std::string_view name, Span span) {
        JsonValue const* const value = member(object, name, JsonKind::Number);
        if (value == nullptr) return std::nullopt;
        if (value->number < span.lowest || value->number > span.highest) {
            return refuse_at(*value, in_quotes(name) +
                                         " is outside what can be played; it must be from " +
                                         plain(span.lowest) + " to " + plain(span.highest));
        }
        return value->number;
    }

    std::optional<ReplayContact> read_contact(JsonValue const& object) {
        constexpr auto most = static_cast<double>(max_contact);
        auto const id = number(object, "contact", {-most, most});
        JsonValue const* const phase = member(object, "phase", JsonKind::Text);
        auto const x = number(object, "x", {-max_pixels, max_pixels});
        auto const y = number(object, "y", {-max_pixels, max_pixels});
        if (!id || phase == nullptr || !x || !y) return std::nullopt;
        ReplayContact contact{static_cast<std::int64_t>(*id), ReplayPhase::Begin, *x, *y};
        if (static_cast<double>(contact.contact) != *id) {
            return refuse_at(object.member("contact")->value, "\"contact\" must be a whole number");
        }
        for (Word<ReplayPhase> const& word : phases) {
            if (word.text != phase->text) continue;
            contact.phase = word.value;
            return contact;
        }
        return refuse_at(*phase, in_quotes(phase->text) + " is not a phase; it must be one of: " +
                                     listed(std::span<Word<ReplayPhase> const>(phases)));
    }

    std::optional<std::string> text(JsonValue const& object, std::string_view name) {
        JsonValue const* const value = member(object, name, JsonKind::Text);
        if (value == nullptr) return std::nullopt;
        m_column = place_of(m_text, value->offset).column;
        return value->text;
    }

    // "key" names the overlay or persona; the word itself is understood, too.
    static std::string_view key_or(std::string_view word, JsonValue const& object) {
        return object.member("key") == nullptr && object.member(word) != nullptr ? word : "key";
    }

    // False when the argument is missing or of the wrong kind.
    bool read_argument(JsonValue const& object, Argument argument, ReplayCommand& command) {
        switch (argument) {
            case Argument::None:
                return true;
            case Argument::Edit:
                return read_edit_of(object, command);
            case Argument::View:
                command.view = text(object, "view");
                return command.view.has_value();
            case Argument::Period:
                command.period = text(object, "period");
                return command.period.has_value();
            case Argument::Touchpoint:
                command.touchpoint = text(object, "touchpoint");
                return command.touchpoint.has_value();
            case Argument::Figure:
                command.figure = text(object, "figure");
                return command.figure.has_value();
            // A touchpoint or a node; neither puts the chain out.
            case Argument::Cause:
                if (object.member("node") != nullptr) {
                    command.node = text(object, "node");
                    return command.node.has_value();
                }
                if (object.member("touchpoint") == nullptr) {
                    return !refuse_slip_of(object, "node") && !refuse_slip_of(object, "touchpoint");
                }
                command.touchpoint = text(object, "touchpoint");
                return command.touchpoint.has_value();
            case Argument::Lens:
                command.kind = text(object, "kind");
                if (object.member("key") != nullptr) command.key = text(object, "key");
                return command.kind.has_value() &&
                       (object.member("key") == nullptr || command.key.has_value());
            case Argument::Evidence:
                command.key = text(object, key_or("touchpoint", object));
                return command.key.has_value();
            case Argument::On: {
                JsonValue const* const on = member(object, "on", JsonKind::Bool);
                if (on != nullptr) command.on = on->boolean;
                return on != nullptr;
            }
            case Argument::Open:
                command.open = number(object, "open", {0, 1});
                return command.open.has_value();
            case Argument::Overlay:
                command.overlay = text(object, key_or("overlay", object));
                return command.overlay.has_value();
            case Argument::Persona: {
                JsonMember const* const key = object.member(key_or("persona", object));
                command.persona_is_null = key != nullptr && key->value.kind == JsonKind::Null;
                if (command.persona_is_null) return true;
                command.persona = text(object, key_or("persona", object));
                return command.persona.has_value();
            }
        }
        return false;
    }

    bool read_edit_of(JsonValue const& object, ReplayCommand& command) {
        EditReading reading = read_edit(object);
        command.edit = std::move(reading.request);
        if (!command.edit) refuse(place_of(m_text, reading.offset), std::move(reading.fault));
        return command.edit.has_value();
    }

    std::optional<ReplayCommand> read_command(JsonValue const& object) {
        JsonValue const* const name = member(object, "command", JsonKind::Text);
        if (name == nullptr) return std::nullopt;
        for (Word<Argument> const& word : commands) {
            if (word.text != name->text) continue;
            ReplayCommand command;
            command.name = name->text;
            if (!read_argument(object, word.value, command)) return std::nullopt;
            return command;
        }
        return refuse_at(*name, in_quotes(name->text) + " is not a command; it must be one of: " +
                                    listed(std::span<Word<Argument> const>(commands)));
    }

    Problems& m_problems;
    FileTag m_file;
    std::string_view m_text;
    int m_line;
    int m_column = 1;  // of the last text read
};

std::string_view next_line(std::string_view& rest) {
    std::size_t const end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

ReplayResult finish(std::vector<ReplayLine> lines, Problems const& problems) {
    ReplayResult result{{}, problems.first(), problems.error_count()};
    if (result.problem_count == 0) result.lines = std::move(lines);
    return result;
}

}  // namespace

ReplayResult read_replay_text(std::string_view bytes, std::string const& shown_as) {
    Problems problems(shown_as);
    FileTag const file = problems.add_file("");
    std::vector<ReplayLine> lines;
    if (auto const fault = text_file_fault(bytes)) {
        problems.error(file, fault->place, fault->text);
        return finish({}, problems);
    }
    std::string_view rest = without_byte_order_mark(bytes);
    double t_before = 0;
    for (int number = 1; !rest.empty(); ++number) {
        std::string_view const text = next_line(rest);
        if (text.find_first_not_of(" \t") == std::string_view::npos) continue;
        if (lines.size() == max_lines) {
            problems.error(file, {number, 1}, "more than 500,000 lines; split the recording");
            break;
        }
        auto line = LineReader(problems, file, text, number).read(t_before);
        if (!line) continue;
        t_before = line->t_ms;
        lines.push_back(*std::move(line));
    }
    return finish(std::move(lines), problems);
}

ReplayResult read_replay(std::filesystem::path const& file) {
    LoadedFile const loaded = load_file(file, max_file_bytes);
    if (loaded.problem.empty()) return read_replay_text(loaded.bytes, file.string());
    return {{}, {{Severity::Error, file.string(), 0, 0, loaded.problem}}, 1};
}

}  // namespace exchange
