// A room is edited, taken back and imported over, and the process is killed again and again: what
// is found is what was done, and nothing is undone across an import.
#include <algorithm>
#include <csignal>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "storage/edit_store.hpp"
#include "storage/room_store.hpp"
#include "support/random_edits.hpp"

using test::ScratchFolder;

namespace {

constexpr model::EditStamp stamp{1'700'000'000'000, model::EditLevel::Staff};

struct Undo {};
struct Redo {};
// The whole content anew, as `import` writes it.
struct Import {
    std::size_t number = 0;
};
using Work = std::variant<model::Edit, Undo, Redo, Import>;

model::Room pack_of(Import const& import) {
    model::Room room = test::blueprint_room();
    room.info.title = "Pack " + std::to_string(import.number);
    room.blueprint_nodes[import.number % room.blueprint_nodes.size()].text = room.info.title;
    return room;
}

// What the file must hold after some of the work.
struct Expected {
    model::Room room = pack_of({});
    model::Room imported = room;  // as far back as undo leads
    std::vector<model::AppliedEdit> done, undone;
    std::size_t entries = 0;
    bool ends_with_import = true;  // no entry says so twice, nor where there are none

    // False when it cannot be done.
    bool follow(Work const& work) {
        if (auto const* import = std::get_if<Import>(&work)) return follow(*import);
        bool const can = std::holds_alternative<model::Edit>(work)
                             ? edit(std::get<model::Edit>(work))
                             : step(std::holds_alternative<Undo>(work));
        if (can) ++entries;
        if (can) ends_with_import = false;
        return can;
    }

private:
    bool follow(Import const& import) {
        room = imported = pack_of(import);
        done.clear();
        undone.clear();
        if (!ends_with_import) ++entries;
        ends_with_import = true;
        return true;
    }
    bool edit(model::Edit const& edit) {
        if (model::request_problem(room, edit) || test::begins_uncounted(room, edit)) return false;
        auto const result = model::apply(room, edit);
        auto const* applied = std::get_if<model::AppliedEdit>(&result);
        if (applied == nullptr) return false;
        done.push_back(*applied);
        undone.clear();
        return true;
    }
    bool step(bool back) {
        auto& from = back ? done : undone;
        if (from.empty()) return false;
        model::apply(room, back ? from.back().inverse : from.back().done);
        (back ? undone : done).push_back(std::move(from.back()));
        from.pop_back();
        return true;
    }
};

// All of it can be done, one after the other.
std::vector<Work> work_by_chance(std::size_t count) {
    test::Dice dice(7);
    Expected fold;
    std::vector<Work> all;
    while (all.size() < count) {
        std::size_t const choice = dice.below(12);
        Work work = Undo{};
        if (choice == 0) work = Import{all.size()};
        if (choice == 1) work = Redo{};
        if (choice > 4) work = test::EditDice(fold.room, dice).edit();
        if (fold.follow(work)) all.push_back(std::move(work));
    }
    return all;
}

void do_work(std::filesystem::path const& file, std::optional<storage::EditStore>& store,
             Work const& work) {
    if (auto const* import = std::get_if<Import>(&work)) {
        // Now beside an open store, now alone: the last one to close copies the log into the file.
        if (import->number % 2 == 0) store.reset();
        storage::save_room(file, pack_of(*import), stamp.at_ms);
        store.reset();
        return;
    }
    if (!store) store.emplace(file);
    if (auto const* edit = std::get_if<model::Edit>(&work)) {
        store->apply(*edit, stamp);
    } else {
        std::holds_alternative<Undo>(work) ? store->undo(stamp) : store->redo(stamp);
    }
}

// Works until it is killed and writes a byte for each work that is done.
class Worker {
public:
    Worker(std::filesystem::path const& file, std::span<Work const> all) {
        int ends[2];
        REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
        m_child = ::fork();
        REQUIRE(m_child >= 0);
        if (m_child == 0) {
            std::optional<storage::EditStore> store;
            for (Work const& work : all) {
                do_work(file, store, work);
                if (::write(ends[1], "+", 1) != 1) break;
            }
            for (;;)
                ::pause();
        }
        ::close(ends[1]);
        m_answers = ends[0];
    }
    ~Worker() { ::close(m_answers); }
    Worker(Worker const&) = delete;
    Worker& operator=(Worker const&) = delete;

    void wait_for(std::size_t wanted) {
        while (m_done < wanted && read_some()) {
        }
    }
    // What it had said to be done.
    std::size_t kill() {
        ::kill(m_child, SIGKILL);
        while (read_some()) {
        }
        ::waitpid(m_child, nullptr, 0);
        return m_done;
    }

private:
    bool read_some() {
        char bytes[256];
        ssize_t const count = ::read(m_answers, bytes, sizeof bytes);
        if (count > 0) m_done += static_cast<std::size_t>(count);
        return count > 0;
    }

    pid_t m_child = -1;
    int m_answers = -1;
    std::size_t m_done = 0;
};

}  // namespace

TEST_CASE("edits and imports that are killed leave what was done, and undo ends at the import") {
    bool const full = test::full_test_run();
    std::size_t const rounds = full ? 400 : 20;
    constexpr std::size_t most_a_round = 12;
    std::vector<Work> const all = work_by_chance((rounds + 1) * (most_a_round + 40));
    ScratchFolder const folder;
    auto const file = folder / "a.sqlite";
    storage::save_room(file, pack_of({}));
    Expected expected;
    std::size_t done = 0;
    std::size_t unanswered = 0;
    for (std::size_t round = 0; round < rounds; ++round) {
        CAPTURE(round);
        test::Dice dice(round);
        Worker worker(file, std::span(all).subspan(done, most_a_round + 40));
        worker.wait_for(dice.below(most_a_round));
        ::usleep(static_cast<useconds_t>(dice.below(3'000)));
        std::size_t const answered = worker.kill();
        for (std::size_t i = 0; i < answered; ++i)
            expected.follow(all[done + i]);
        done += answered;
        model::Room const found = storage::load_room(file);
        std::size_t const entries = storage::load_history(file).size();
        bool const as_answered = found == expected.room && entries == expected.entries;
        if (!as_answered) {
            expected.follow(all[done]);
            ++done;
            ++unanswered;
        }
        REQUIRE((found == expected.room));
        REQUIRE(entries == expected.entries);
        storage::EditStore store(file);
        CHECK((store.next_undo() == nullptr) == expected.done.empty());
        CHECK((store.next_redo() == nullptr) == expected.undone.empty());
        if (round % 10 != 9) continue;
        for (; !expected.done.empty(); ++expected.entries) {
            store.undo(stamp);
            expected.undone.push_back(expected.done.back());
            expected.done.pop_back();
            expected.ends_with_import = false;
        }
        CHECK(std::holds_alternative<model::EditProblem>(store.undo(stamp)));
        CHECK((storage::load_room(file) == expected.imported));
        expected.room = expected.imported;
        // The work goes on from an import, as it was planned.
        auto const next =
            std::find_if(all.begin() + static_cast<std::ptrdiff_t>(done), all.end(),
                         [](Work const& work) { return std::holds_alternative<Import>(work); });
        done = static_cast<std::size_t>(next - all.begin());
    }
    MESSAGE(rounds << " kills over " << done << " works; " << unanswered
                   << " were in the file and not yet answered");
}
