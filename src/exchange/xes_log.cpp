// Event logs as XES 1.0 and 2.0 (IEEE 1849): traces of events with attributes, read by expat as a
// stream. No DTD, so no entities; depth, values and pending text are bounded.
#include <algorithm>
#include <cstring>
#include <expat.h>
#include <memory>

#include "base/utf8.hpp"
#include "exchange/event_log.hpp"
#include "exchange/problems.hpp"
#include "exchange/text_rules.hpp"

namespace exchange {
namespace {

constexpr int block_bytes = 256 * 1024;
constexpr int max_depth = 64;
constexpr std::size_t max_value_bytes = 64 * 1024;
// What expat holds back until a tag ends: a tag may have some values.
constexpr std::int64_t max_pending_bytes = 1024 * 1024;
constexpr std::uint64_t events_between_tellings = 4096;

std::string_view local_name(char const* name) {
    std::string_view const whole(name);
    std::size_t const colon = whole.rfind(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

// The attributes that are asked for, by key. Their texts are kept from element to element so that
// nothing is allocated for an event.
class Wanted {
public:
    void ask(std::string key) {
        m_keys.push_back(std::move(key));
        m_texts.emplace_back();
    }
    void clear() {
        for (std::string& text : m_texts)
            text.clear();
    }
    // Of a key that stands twice the first counts.
    void take(std::string_view key, std::string_view value) {
        for (std::size_t i = 0; i < m_keys.size(); ++i) {
            if (key == m_keys[i] && m_texts[i].empty()) m_texts[i] = value;
        }
    }
    std::string_view text(std::size_t i) const { return m_texts[i]; }

private:
    std::vector<std::string> m_keys;
    std::vector<std::string> m_texts;
};

std::string or_usual(std::string const& mapped, char const* usual) {
    return mapped.empty() ? usual : mapped;
}

// No attribute has this key.
std::string or_none(std::string const& mapped) {
    return mapped.empty() ? "\n" : mapped;
}

// CSV twins of a log call the attributes of a trace "case:KEY".
std::string without_case(std::string const& key) {
    return key.starts_with("case:") ? key.substr(5) : key;
}

class XesLog {
public:
    XesLog(LogRequest const& request, EventStore& store)
        : m_request(request),
          m_store(store),
          m_problems(request.shown_as),
          m_tag(m_problems.add_file("")),
          m_parser(XML_ParserCreate(nullptr)) {
        if (!m_parser) throw std::bad_alloc();
        LogKeys const& keys = request.map.keys;
        m_event.ask(or_usual(keys.activity, "concept:name"));
        m_event.ask(or_usual(keys.time, "time:timestamp"));
        m_event.ask(or_none(keys.end));
        m_event.ask(or_usual(keys.resource, "org:resource"));
        m_event.ask(or_usual(keys.lifecycle, "lifecycle:transition"));
        m_trace.ask(without_case(or_usual(keys.case_id, "concept:name")));
        for (std::string const& split : keys.splits) {
            m_event.ask(or_none(split));
            m_trace.ask(or_none(without_case(split)));
        }
        XML_SetUserData(m_parser.get(), this);
        XML_SetElementHandler(m_parser.get(), &on_start, &on_end);
        XML_SetStartDoctypeDeclHandler(m_parser.get(), &on_doctype);
    }

    LogResult read(ReadBytes const& read) {
        std::int64_t given = 0;
        for (bool ended = false; !ended && !m_stopped;) {
            auto* const block = static_cast<char*>(XML_GetBuffer(m_parser.get(), block_bytes));
            if (block == nullptr) throw std::bad_alloc();
            std::size_t const count = read({block, block_bytes});
            ended = count == 0;
            XML_Status const status =
                XML_ParseBuffer(m_parser.get(), static_cast<int>(count), ended ? 1 : 0);
            if (status == XML_STATUS_ERROR && !m_stopped) tell_syntax({block, count}, given);
            given += static_cast<std::int64_t>(count);
            // At an error expat's own place is the last that was sound.
            std::int64_t const done = XML_GetCurrentByteIndex(m_parser.get());
            if (!m_stopped && given - done > max_pending_bytes) {
                stop("a value longer than 64 kB; shorten it");
            }
        }
        return {m_problems.first(), m_problems.error_count()};
    }

private:
    struct FreeParser {
        void operator()(XML_ParserStruct* parser) const { XML_ParserFree(parser); }
    };

    static void XMLCALL on_start(void* self, char const* name, char const** attributes) {
        static_cast<XesLog*>(self)->start(name, attributes);
    }
    static void XMLCALL on_end(void* self, char const*) { static_cast<XesLog*>(self)->end(); }
    static void XMLCALL on_doctype(void* self, char const*, char const*, char const*, int) {
        static_cast<XesLog*>(self)->stop(
            "a document type (<!DOCTYPE), which an event log has no use for; take it out");
    }

    Place here() const {
        return {static_cast<int>(XML_GetCurrentLineNumber(m_parser.get())),
                static_cast<int>(XML_GetCurrentColumnNumber(m_parser.get())) + 1};
    }

    void stop(std::string text) {
        m_problems.error(m_tag, here(), std::move(text));
        m_stopped = true;
        XML_StopParser(m_parser.get(), XML_FALSE);
    }

    void start(char const* name, char const** attributes) {
        ++m_depth;
        if (m_depth > max_depth) return stop("nested deeper than 64 levels; make it flatter");
        std::string_view const element = local_name(name);
        if (m_depth == 1) {
            if (element == "log") return;
            return stop("this is XML, but no event log: it begins with <" + std::string(element) +
                        "> where XES begins with <log>");
        }
        if (m_event_depth > 0) {
            if (m_depth == m_event_depth + 1) take(m_event, attributes);
        } else if (element == "event") {
            m_event_depth = m_depth;
            m_event.clear();
        } else if (m_trace_depth > 0) {
            if (m_depth == m_trace_depth + 1) take(m_trace, attributes);
        } else if (element == "trace" && m_depth == 2) {
            m_trace_depth = m_depth;
            m_trace.clear();
            ++m_traces;
        }
    }

    void take(Wanted& wanted, char const** attributes) {
        char const* key = nullptr;
        char const* value = nullptr;
        for (; *attributes != nullptr; attributes += 2) {
            if (std::strcmp(attributes[0], "key") == 0) key = attributes[1];
            if (std::strcmp(attributes[0], "value") == 0) value = attributes[1];
        }
        if (key == nullptr || value == nullptr) return;
        std::string_view const text(value);
        if (text.size() > max_value_bytes) return stop("a value longer than 64 kB; shorten it");
        wanted.take(key, text);
    }

    void end() {
        if (m_stopped) return;
        if (m_depth == m_event_depth) {
            m_event_depth = 0;
            end_event();
        } else if (m_depth == m_trace_depth) {
            m_trace_depth = 0;
            end_trace();
        }
        --m_depth;
    }

    void end_event() {
        if (m_trace_depth == 0) return m_store.leave_out("no case");
        std::string problem = m_store.add({m_event.text(0),
                                           m_event.text(1),
                                           m_event.text(2),
                                           m_event.text(3),
                                           m_event.text(4),
                                           {m_event.text(5), m_event.text(6), m_event.text(7)}});
        if (!problem.empty()) return stop(std::move(problem));
        if (++m_events % events_between_tellings == 0 && m_request.tell) m_request.tell(m_events);
    }

    void end_trace() {
        // A trace without a name is a case all the same.
        std::string id(m_trace.text(0));
        if (id.empty()) id = "\n" + std::to_string(m_traces);
        std::string problem =
            m_store.end_of_case(id, {m_trace.text(1), m_trace.text(2), m_trace.text(3)});
        if (!problem.empty()) stop(std::move(problem));
    }

    // expat says where a token begins; for text that is no UTF-8 the byte itself is named.
    void tell_syntax(std::string_view block, std::int64_t block_start) {
        XML_Error const error = XML_GetErrorCode(m_parser.get());
        Place place = here();
        std::int64_t const token = XML_GetCurrentByteIndex(m_parser.get());
        if (error == XML_ERROR_INVALID_TOKEN && token >= 0) {
            auto from = static_cast<std::size_t>(std::max<std::int64_t>(token - block_start, 0));
            // The block may begin within a character.
            if (token < block_start) {
                while (from < std::min<std::size_t>(block.size(), 3) &&
                       (static_cast<unsigned char>(block[from]) & 0xC0) == 0x80)
                    ++from;
            }
            std::string_view const rest = block.substr(std::min(from, block.size()));
            auto const bad = base::first_invalid_utf8(rest);
            if (bad) {
                for (char const c : rest.substr(0, *bad)) {
                    place.column = c == '\n' ? 1 : place.column + 1;
                    place.line += c == '\n' ? 1 : 0;
                }
                m_problems.error(m_tag, place, bad_byte_problem(rest[*bad]));
                m_stopped = true;
                return;
            }
        }
        std::string text = XML_ErrorString(error);
        if (error == XML_ERROR_NO_ELEMENTS) text = "the file ends before its first element";
        if (error == XML_ERROR_UNCLOSED_TOKEN || error == XML_ERROR_NO_ELEMENTS)
            text += "; is the file complete?";
        m_problems.error(m_tag, place, "not well-formed XML: " + text);
        m_stopped = true;
    }

    LogRequest const& m_request;
    EventStore& m_store;
    Problems m_problems;
    FileTag m_tag;
    std::unique_ptr<XML_ParserStruct, FreeParser> m_parser;
    Wanted m_event;
    Wanted m_trace;
    int m_depth = 0;
    int m_event_depth = 0;  // 0: outside
    int m_trace_depth = 0;
    std::uint64_t m_traces = 0;
    std::uint64_t m_events = 0;
    bool m_stopped = false;
};

}  // namespace

LogResult read_xes(ReadBytes const& read, LogRequest const& request, EventStore& store) {
    return XesLog(request, store).read(read);
}

}  // namespace exchange
