// edit, from outside: scripts, their answers, and what a killed program leaves.
#include <csignal>
#include <doctest/doctest.h>
#include <fcntl.h>

#include "exchange/edit_json.hpp"
#include "program.hpp"
#include "storage/edit_store.hpp"
#include "storage/room_store.hpp"
#include "support/random_edits.hpp"

using test::demo_room;
using test::Run;
using test::run_program;
using test::ScratchFolder;
using test::written;

namespace {

std::string line_of(exchange::EditRequest const& request) {
    auto const* edit = std::get_if<model::Edit>(&request);
    if (edit == nullptr) return R"({"edit":")" + std::string(exchange::name_of(request)) + "\"}";
    model::HistoryEntry entry;
    entry.edit = *edit;
    return exchange::history_line(entry);
}

// What scripts do to a room, undo and redo included; the answer a reader of the file must find.
struct Folded {
    model::Room room;
    std::vector<model::AppliedEdit> done, undone;

    // False when it cannot be done.
    bool follow(exchange::EditRequest const& request) {
        if (auto const* edit = std::get_if<model::Edit>(&request)) {
            if (model::request_problem(room, *edit) || test::begins_uncounted(room, *edit))
                return false;
            auto const result = model::apply(room, *edit);
            auto const* applied = std::get_if<model::AppliedEdit>(&result);
            if (applied == nullptr) return false;
            done.push_back(*applied);
            undone.clear();
            return true;
        }
        bool const back = std::holds_alternative<exchange::UndoEdit>(request);
        auto& from = back ? done : undone;
        auto& to = back ? undone : done;
        if (from.empty()) return false;
        model::apply(room, back ? from.back().inverse : from.back().done);
        to.push_back(std::move(from.back()));
        from.pop_back();
        return true;
    }
};

// Requests that can all be done one after the other; as many as are asked for.
class RandomScript {
public:
    explicit RandomScript(model::Room const& room) : m_fold{room, {}, {}} {}

    std::vector<exchange::EditRequest> const& of(std::size_t count) {
        while (m_script.size() < count) {
            std::size_t const choice = m_dice.below(10);
            exchange::EditRequest request = exchange::UndoEdit{};
            if (choice == 2) request = exchange::RedoEdit{};
            if (choice > 2) request = test::EditDice(m_fold.room, m_dice).edit();
            if (m_fold.follow(request)) m_script.push_back(std::move(request));
        }
        return m_script;
    }

private:
    test::Dice m_dice{4};
    Folded m_fold;
    std::vector<exchange::EditRequest> m_script;
};

// The program with a script that is already written, and its answers.
class Editing {
public:
    Editing(std::string const& script, std::string const& room) {
        int out[2];
        REQUIRE(::pipe2(out, O_CLOEXEC) == 0);
        m_child = ::fork();
        if (m_child == 0) {
            ::dup2(out[1], 1);
            ::dup2(::open("/dev/null", O_RDWR), 2);
            ::execl(BINARY_ROOT "/customer-room", "customer-room", "edit", script.c_str(), "--db",
                    room.c_str(), nullptr);
            ::_exit(127);
        }
        ::close(out[1]);
        m_answers = out[0];
    }
    ~Editing() { ::close(m_answers); }
    Editing(Editing const&) = delete;
    Editing& operator=(Editing const&) = delete;

    // Until so many are there, or the program ends.
    void wait_for_answers(std::size_t wanted) {
        while (m_count < wanted && read_some()) {
        }
    }
    // How many answers came before its end; true when it was the kill that ended it.
    bool kill() {
        ::kill(m_child, SIGKILL);
        while (read_some()) {
        }
        int status = 0;
        ::waitpid(m_child, &status, 0);
        return WIFSIGNALED(status);
    }
    std::size_t answers() const { return m_count; }

private:
    bool read_some() {
        char bytes[4096];
        ssize_t const count = ::read(m_answers, bytes, sizeof bytes);
        if (count <= 0) return false;
        m_count += static_cast<std::size_t>(std::count(bytes, bytes + count, '\n'));
        return true;
    }

    pid_t m_child = -1;
    int m_answers = -1;
    std::size_t m_count = 0;
};

std::string script_text(std::vector<exchange::EditRequest> const& script, std::size_t from) {
    std::string text;
    for (std::size_t i = from; i < script.size(); ++i)
        text += line_of(script[i]) + "\n";
    return text;
}

}  // namespace

TEST_CASE("a script is answered line by line, and its history plays on another copy of the room") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    std::string const script = written(
        folder, "s.jsonl",
        "{\"edit\":\"retitle\",\"node\":\"van-stock\",\"text\":\"Stock\"}\n\n"
        "{\"edit\":\"remove\",\"node\":\"crm\"}\r\n{\"edit\":\"undo\"}\n{\"edit\":\"redo\"}");
    Run const run = run_program({"edit", script, "--db", room});
    CAPTURE(run.err);
    CHECK(run.exit_code == 0);
    CHECK(std::count(run.out.begin(), run.out.end(), '\n') == 4);
    CHECK(run.out.starts_with("{\"sequence\":1,\"at\":\"20"));
    CHECK(run.out.find("\"edit\":\"undo\",\"of\":2}\n") != std::string::npos);
    CHECK(run_program({"export", "--db", room, "--to", folder / "out"}).exit_code == 0);
    CHECK(test::text_in(folder / "out/edits.jsonl") == run.out);
    // The pack that it was, and the history: the same room.
    std::string const copy = folder / "copy.sqlite";
    REQUIRE(run_program({"import", SOURCE_ROOT "/data/northmoor", "--db", copy}).exit_code == 0);
    CHECK(run_program({"edit", folder / "out/edits.jsonl", "--db", copy}).exit_code == 0);
    CHECK((storage::load_room(copy) == storage::load_room(room)));
    // The pack that it became: import passes the history over.
    std::string const again = folder / "again.sqlite";
    Run const import = run_program({"import", folder / "out", "--db", again});
    CHECK(import.exit_code == 0);
    CHECK(import.err.empty());
    CHECK((storage::load_room(again) == storage::load_room(room)));
    CHECK(storage::load_history(again).empty());
}

TEST_CASE("undoing everything gives the exported pack back byte by byte") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    REQUIRE(run_program({"export", "--db", room, "--to", folder / "before"}).exit_code == 0);
    RandomScript script(storage::load_room(room));
    CHECK(run_program({"edit", written(folder, "s", script_text(script.of(60), 0)), "--db", room})
              .exit_code == 0);
    storage::EditStore store(room);
    while (store.next_undo() != nullptr)
        store.undo({0, model::EditLevel::Staff});
    REQUIRE(run_program({"export", "--db", room, "--to", folder / "after"}).exit_code == 0);
    test::fs::remove(folder / "after/edits.jsonl");
    for (auto const& entry : test::fs::recursive_directory_iterator(folder / "before")) {
        if (!entry.is_regular_file()) continue;
        auto const name = test::fs::relative(entry.path(), folder / "before");
        CAPTURE(name);
        CHECK((test::bytes_of(entry.path()) == test::bytes_of(folder / "after" / name.string())));
    }
}

TEST_CASE("an edit of a script that changes nothing is answered and told, and kept nowhere") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    std::string const wait = R"({"edit":"wait","node":"crm","minutes":20})";
    std::string const script = written(folder, "s.jsonl", wait + "\n" + wait + "\n");
    Run const run = run_program({"edit", script, "--db", room});
    CHECK(run.exit_code == 0);
    CHECK(run.out.ends_with(
        "\n{\"already\":\"\\\"crm\\\" has this wait already\",\"edit\":\"wait\",\"node\":\"crm\","
        "\"minutes\":20}\n"));
    CHECK(run.err ==
          script + ":2:39: warning: \"crm\" has this wait already; nothing is changed\n");
    CHECK(storage::load_history(room).size() == 1);
    // The answers are a script again.
    CHECK(run_program({"edit", written(folder, "a.jsonl", run.out), "--db", room}).exit_code == 0);
    CHECK(storage::load_history(room).size() == 1);
}

TEST_CASE("a history whose edit changes nothing here passes its undo over, too") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    std::string const script =
        written(folder, "s.jsonl",
                "{\"sequence\":1,\"edit\":\"wait\",\"node\":\"crm\",\"minutes\":20}\n"
                "{\"sequence\":2,\"edit\":\"wait\",\"node\":\"crm\",\"minutes\":20}\n"
                "{\"sequence\":3,\"edit\":\"undo\",\"of\":2}\n"
                "{\"sequence\":4,\"edit\":\"redo\",\"of\":2}\n");
    CHECK(run_program({"edit", script, "--db", room}).exit_code == 0);
    CHECK(storage::load_history(room).size() == 1);
    model::Room const after = storage::load_room(room);
    CHECK(after.blueprint_nodes[model::find_node(after, "crm").index()].wait_minutes == 20.0);
}

TEST_CASE("where a script is wrong it ends, and what was answered stays") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    std::string const script =
        written(folder, "s.jsonl",
                "{\"edit\":\"fail-point\",\"node\":\"crm\",\"on\":true}\n"
                "{\"edit\":\"move\",\"node\":\"crm\",\"step\":\"b99\"}\n{\"edit\":\"undo\"}\n");
    Run const run = run_program({"edit", script, "--db", room});
    CHECK(run.exit_code == 1);
    CHECK(std::count(run.out.begin(), run.out.end(), '\n') == 1);
    CHECK(run.err ==
          script +
              ":2:36: the journey \"J2\" has no step \"b99\" (the nearest are "
              "b1 \"Checks app or rings\", b2 \"Explains, names illness\", b3 \"Takes a day "
              "off work\")\ncustomer-room: " +
              script + " ends at line 2; 1 edit before it is kept.\n");
    CHECK(storage::load_history(room).size() == 1);
    std::string const undo = written(folder, "u", "{\"edit\":\"undo\"}\n{\"edit\":\"undo\"}\n");
    Run const undone = run_program({"edit", undo, "--db", room});
    CHECK(undone.err.starts_with(undo + ":2:9: there is nothing to undo\n"));
    Run const huge = run_program(
        {"edit", written(folder, "h", std::string(70'000, ' ') + "{}\n"), "--db", room});
    CHECK(huge.err.find(":1:1: the line is longer than 64 kB") != std::string::npos);
    CHECK(run_program({"edit", folder / "none", "--db", room}).exit_code == 1);
    CHECK(run_program({"edit", undo, "--db", folder / "none.sqlite"}).exit_code == 1);
    CHECK_FALSE(test::fs::exists(folder / "none.sqlite"));
}

TEST_CASE("a level of months that nobody counted is refused where it stands") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    struct Refused {
        char const* line;
        char const* told;
    };
    for (Refused const& each :
         {Refused{R"({"edit":"baseline","touchpoint":"T40","from":"9999-12","reason":"why"})",
                  "9999-12 lies after the last month of the room's observations, 2026-09"},
          Refused{R"({"edit":"baseline","touchpoint":"T40","from":"1990-01","reason":"why"})",
                  "1990-01 lies before the first month of the room's observations, 20"}}) {
        std::string const script = written(folder, "level.jsonl", each.line);
        Run const run = run_program({"edit", script, "--db", room});
        CAPTURE(run.err);
        CHECK(run.exit_code == 1);
        CHECK(run.err.find("level.jsonl:1:") != std::string::npos);
        CHECK(run.err.find(each.told) != std::string::npos);
        CHECK(storage::load_room(room).baselines.empty());
    }
    std::string const script =
        written(folder, "level.jsonl",
                R"({"edit":"baseline","touchpoint":"T40","from":"2026-09","reason":"why"})");
    CHECK(run_program({"edit", script, "--db", room}).exit_code == 0);
}

TEST_CASE("a room whose level stands in a month that was corrected to nothing comes in again") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    std::string const script =
        written(folder, "level.jsonl",
                R"({"edit":"baseline","touchpoint":"T37","from":"2026-09","reason":"why"})");
    REQUIRE(run_program({"edit", script, "--db", room}).exit_code == 0);
    std::string const correction =
        written(folder, "c.csv", "touchpoint,period,kept,due\nT37,2026-09,0,0\n");
    REQUIRE(run_program({"observe", correction, "--db", room}).exit_code == 0);
    REQUIRE(run_program({"export", "--db", room, "--to", folder / "out"}).exit_code == 0);
    Run const again = run_program({"import", folder / "out", "--db", folder / "again.sqlite"});
    CAPTURE(again.err);
    REQUIRE(again.exit_code == 0);
    CHECK((storage::load_room(folder / "again.sqlite") == storage::load_room(room)));
}

TEST_CASE("what the system refuses is told without the database's own numbers") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    std::string const script = written(folder, "s", "{\"edit\":\"undo\"}\n");
    test::fs::permissions(room, test::fs::perms{0444});
    test::fs::permissions(folder.path(), test::fs::perms::all);
    test::AsNobody const nobody;
    Run const run = run_program({"edit", script, "--db", room});
    CHECK(run.exit_code == 1);
    // A leak checker that may not look into somebody else's process says so below.
    CHECK(run.err.starts_with("customer-room: " + room + " cannot be written: it is read-only.\n"));
}

TEST_CASE("a script that names what there is not is told the nearest names") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    auto const told = [&](std::string const& line) {
        return run_program({"edit", written(folder, "s", line), "--db", room}).err;
    };
    CHECK(told(R"({"edit":"remove","node":"crn"})")
              .find("the room has no blueprint node \"crn\" (the nearest are crm ") !=
          std::string::npos);
    CHECK(told(R"({"edit":"link","from":"crm","to":"cutoff","kind":"needs"})")
              .find("(the nearest are cut-off ") != std::string::npos);
    CHECK(told(R"({"edit":"unlink","from":"crm","to":"cut-off","kind":"needs"})")
              .find("there is no such link from \"crm\" to \"cut-off\"; ") != std::string::npos);
    CHECK(told(R"({"edit":"baseline","touchpoint":"T377","from":"2026-09","reason":"x"})")
              .find("(the nearest are T37 ") != std::string::npos);
}

TEST_CASE("what edit --help says of code 1 is what a script does") {
    Run const help = run_program({"edit", "--help"});
    CHECK(help.out.find("the edits before that stay; 2 usage") != std::string::npos);
    CHECK(help.out.find("nothing was changed") == std::string::npos);
    CHECK(run_program({"import", "--help"}).out.find("nothing was changed") != std::string::npos);
}

TEST_CASE("an import ends what can be undone, and the history says so") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    std::string const script = written(folder, "s", "{\"edit\":\"remove\",\"node\":\"crm\"}\n");
    REQUIRE(run_program({"edit", script, "--db", room}).exit_code == 0);
    REQUIRE(run_program({"import", SOURCE_ROOT "/data/northmoor", "--db", room}).exit_code == 0);
    Run const undo =
        run_program({"edit", written(folder, "u", R"({"edit":"undo"})"), "--db", room});
    CHECK(undo.err.find("there is nothing to undo since the import of 20") != std::string::npos);
    REQUIRE(run_program({"export", "--db", room, "--to", folder / "out"}).exit_code == 0);
    std::string const history = test::text_in(folder / "out/edits.jsonl");
    CHECK(history.find("\"edit\":\"remove\",\"node\":\"crm\"}\n{\"sequence\":2,\"at\":\"20") !=
          std::string::npos);
    CHECK(history.ends_with("\"edit\":\"import\"}\n"));
}

TEST_CASE("a history with an import plays from there, on the room as it was imported") {
    ScratchFolder const folder;
    std::string const room = demo_room(folder);
    std::string const first = written(folder, "s", "{\"edit\":\"remove\",\"node\":\"crm\"}\n");
    REQUIRE(run_program({"edit", first, "--db", room}).exit_code == 0);
    REQUIRE(run_program({"import", SOURCE_ROOT "/data/northmoor", "--db", room}).exit_code == 0);
    std::string const second =
        written(folder, "t",
                "{\"edit\":\"retitle\",\"node\":\"van-stock\",\"text\":\"Stock\"}\n"
                "{\"edit\":\"remove\",\"node\":\"crm\"}\n{\"edit\":\"undo\"}\n");
    REQUIRE(run_program({"edit", second, "--db", room}).exit_code == 0);
    REQUIRE(run_program({"export", "--db", room, "--to", folder / "out"}).exit_code == 0);
    std::string const history = folder / "out/edits.jsonl";
    std::string const copy = folder / "copy.sqlite";
    REQUIRE(run_program({"import", SOURCE_ROOT "/data/northmoor", "--db", copy}).exit_code == 0);
    Run const run = run_program({"edit", history, "--db", copy});
    CAPTURE(run.err);
    CHECK(run.exit_code == 0);
    CHECK(run.err.find("the lines up to 2, where an import stands, are passed over") !=
          std::string::npos);
    CHECK((storage::load_room(copy) == storage::load_room(room)));
}

TEST_CASE(
    "a room whose editing is killed again and again holds a prefix of the edits, and all that "
    "was answered") {
    ScratchFolder const folder;
    std::string const file = folder / "room.sqlite";
    bool const full = test::full_test_run();
    std::size_t const kills = full ? 200 : 15;
    std::size_t const edits = full ? 10'000 : 750;
    std::size_t const most_a_round = 2 * edits / kills;
    model::Room const start = test::blueprint_room();
    storage::save_room(file, start);
    RandomScript script(start);
    Folded expected{start, {}, {}};
    std::size_t done = 0;
    std::size_t killed = 0;
    std::size_t unanswered = 0;
    for (std::size_t round = 0; killed < kills || done < edits; ++round) {
        CAPTURE(round);
        test::Dice dice(round);
        // More than it can do before the kill comes.
        auto const& requests = script.of(done + 40 * most_a_round);
        Editing editing(written(folder, "script", script_text(requests, done)), file);
        // Some while the file is being opened, the others after an edit or within one.
        bool const early = round % 10 == 0;
        if (!early) editing.wait_for_answers(dice.below(most_a_round));
        ::usleep(static_cast<useconds_t>(dice.below(early ? 15'000 : 400)));
        if (editing.kill()) ++killed;
        std::size_t const held = storage::load_history(file).size();
        REQUIRE(held >= done + editing.answers());
        // At most the edit under way was not answered.
        REQUIRE(held <= done + editing.answers() + 1);
        unanswered += held - done - editing.answers();
        for (; done < held; ++done)
            expected.follow(requests[done]);
        REQUIRE((storage::load_room(file) == expected.room));
    }
    MESSAGE(killed << " kills over " << done << " edits; " << unanswered
                   << " edits were in the file and not yet answered");
    storage::EditStore store(file);
    while (store.next_undo() != nullptr)
        store.undo({0, model::EditLevel::Staff});
    CHECK((storage::load_room(file) == start));
}
