// `edit`: a script of edits of the blueprint, each on the disk before it is acknowledged.
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <iostream>
#include <set>
#include <unistd.h>
#include <utility>

#include "exchange/edit_json.hpp"
#include "shell/clock.hpp"
#include "shell/edit_advice.hpp"
#include "shell/verb_rows.hpp"
#include "shell/verbs.hpp"
#include "storage/edit_store.hpp"
#include "storage/room_store.hpp"

namespace shell {
namespace {

// As a row of a pack.
constexpr std::size_t longest_line = 64 * 1024;

// Lines as they come: another program may wait for the answer to one before it writes the next.
class Lines {
public:
    explicit Lines(std::filesystem::path const& file)
        : m_file(file),
          m_descriptor(file == "-" ? STDIN_FILENO : ::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {
        if (m_descriptor < 0) fail();
    }
    ~Lines() {
        if (m_descriptor != STDIN_FILENO) ::close(m_descriptor);
    }
    Lines(Lines const&) = delete;
    Lines& operator=(Lines const&) = delete;

    // Without its end; longer than longest_line when there is no end in sight.
    std::optional<std::string> next() {
        for (;;) {
            std::size_t const end = m_read.find('\n');
            if (end != std::string::npos) return take(end, 1);
            if (m_read.size() > longest_line) return take(m_read.size(), 0);
            if (!read_more()) break;
        }
        if (m_read.empty()) return std::nullopt;
        return take(m_read.size(), 0);
    }

private:
    [[noreturn]] void fail() const {
        throw Refused(exit_refused,
                      m_file.string() + " cannot be read: " + std::strerror(errno) + ".");
    }
    bool read_more() {
        char bytes[16 * 1024];
        ssize_t count = -1;
        do {
            count = ::read(m_descriptor, bytes, sizeof bytes);
        } while (count < 0 && errno == EINTR);
        if (count < 0) fail();
        m_read.append(bytes, static_cast<std::size_t>(count));
        return count > 0;
    }
    std::string take(std::size_t length, std::size_t behind) {
        std::string line = m_read.substr(0, length);
        m_read.erase(0, length + behind);
        if (line.ends_with('\r')) line.pop_back();
        return line;
    }

    std::filesystem::path m_file;
    int m_descriptor;
    std::string m_read;
};

class Script {
public:
    Script(EditOptions const& options, storage::EditStore& store)
        : m_file(options.file), m_database(options.database), m_store(store) {}

    void play() {
        int const passed = m_file == "-" ? 0 : last_import();
        if (passed > 0) {
            std::cerr << m_file.string() << ": the lines up to " << passed
                      << ", where an import stands, are passed over: what it brought is not in "
                         "this file, and the lines behind it are played on the room as it was "
                         "imported\n";
        }
        Lines lines(m_file);
        while (auto const line = lines.next()) {
            ++m_line;
            if (line->size() > longest_line) stop({m_line, 1}, "the line is longer than 64 kB");
            if (m_line <= passed) continue;
            if (line->find_first_not_of(" \t") != std::string::npos) obey(*line);
        }
    }

private:
    // The history of a room may hold imports: nothing before one can be played. 0: there is none.
    int last_import() const {
        Lines lines(m_file);
        int last = 0;
        for (int number = 1; auto const line = lines.next(); ++number) {
            if (line->size() > longest_line) break;
            if (exchange::is_import_line(*line)) last = number;
        }
        return last;
    }

    void obey(std::string const& text) {
        exchange::EditLine const line = exchange::read_edit_line(text, m_line);
        if (line.fault) stop(line.fault->place, line.fault->text);
        if (line.of && m_already.contains(*line.of)) {
            return pass_over(line, line.places.of("of"),
                             "the edit that this is about changed nothing");
        }
        storage::StoreAnswer const answer = stored(line);
        if (auto const* problem = std::get_if<model::EditProblem>(&answer)) {
            std::string const member = problem->member.empty() ? "edit" : problem->member;
            exchange::Place const place = line.places.of(member);
            if (problem->obstacle == model::EditObstacle::AlreadySo)
                return pass_over(line, place, problem->text);
            stop(place, problem->text + advice(*line.request, member));
        }
        ++m_done;
        // Who reads this may rely on it.
        say(exchange::history_line(std::get<storage::StoredEdit>(answer).entry));
    }

    // Who waits for an answer to each line gets one. Where the line is one of a history, its undo
    // and redo are passed over, too: here it is no edit that could be taken back.
    void pass_over(exchange::EditLine const& line, exchange::Place place,
                   std::string const& sentence) {
        if (line.sequence) m_already.insert(*line.sequence);
        tell(place, sentence + "; nothing is changed", exchange::Severity::Warning);
        say(exchange::already_line(sentence, *line.request));
    }

    static void say(std::string const& line) {
        std::cout << line << '\n' << std::flush;
        if (!std::cout.good()) throw Refused(exit_environment, "cannot write the result.");
    }

    std::string advice(exchange::EditRequest const& request, std::string const& member) const {
        auto const* edit = std::get_if<model::Edit>(&request);
        if (edit == nullptr) return {};
        return edit_advice(storage::load_room(m_database), *edit, member);
    }

    storage::StoreAnswer store(exchange::EditRequest const& request) {
        model::EditStamp const stamp{now_ms(), model::EditLevel::Staff};
        if (auto const* edit = std::get_if<model::Edit>(&request))
            return m_store.apply(*edit, stamp);
        if (std::holds_alternative<exchange::UndoEdit>(request)) return m_store.undo(stamp);
        return m_store.redo(stamp);
    }

    // What another program wrote meanwhile is read, and the script goes on from there; what it did
    // before that it takes back no more.
    storage::StoreAnswer store_on_what_is_there(exchange::EditRequest const& request) {
        constexpr int most_tries = 100;
        for (int tries = 1;; ++tries) {
            try {
                return store(request);
            } catch (storage::FileLost const&) {
                throw;
            } catch (storage::StoreRefused const&) {
                if (tries == most_tries || !m_store.changed_outside()) throw;
            }
            m_store.take_up(storage::Patience::Waits);
            m_store.close_history();
        }
    }

    // What stops the store stops the script, at the edit that it did not take.
    storage::StoreAnswer stored(exchange::EditLine const& line) {
        exchange::Place const place = line.places.of("edit");
        try {
            return store_on_what_is_there(*line.request);
        } catch (storage::FileLost const& lost) {
            tell(place, lost.what());
            end(exit_environment, m_done == 1 ? "was written to the file that was there"
                                              : "were written to the file that was there");
        } catch (storage::StoreRefused const& refused) {
            stop(place, refused.what());
        } catch (storage::Error const& error) {
            tell(place, error.reason());
            end(storage::is_disk_full(error) ? exit_environment : exit_refused, kept());
        }
    }

    [[noreturn]] void stop(exchange::Place place, std::string const& text) const {
        tell(place, text);
        end(exit_refused, kept());
    }
    void tell(exchange::Place place, std::string const& text,
              exchange::Severity severity = exchange::Severity::Error) const {
        std::cerr << exchange::format({severity, m_file.string(), place.line, place.column, text})
                  << '\n';
    }
    std::string kept() const { return m_done == 1 ? "is kept" : "are kept"; }
    [[noreturn]] void end(int exit_code, std::string const& fate) const {
        throw Refused(exit_code, m_file.string() + " ends at line " + std::to_string(m_line) +
                                     "; " + count_of(m_done, "edit") + " before it " + fate + ".");
    }

    std::filesystem::path m_file;
    std::filesystem::path m_database;
    storage::EditStore& m_store;
    int m_line = 0;
    std::size_t m_done = 0;
    std::set<double> m_already;  // numbers in the script's own history
};

}  // namespace

int run_edit(EditOptions const& options) {
    storage::EditStore store(options.database);
    Script(options, store).play();
    return exit_done;
}

}  // namespace shell
