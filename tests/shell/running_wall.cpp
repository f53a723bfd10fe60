#include "running_wall.hpp"

#include <algorithm>
#include <doctest/doctest.h>

#include "metrics/cause_chain.hpp"
#include "seen_wall.hpp"
#include "shell/replay.hpp"
#include "storage/room_store.hpp"

namespace shell_test {
namespace {

app::StartOptions start_options(Who who) {
    app::StartOptions options;
    options.size = {1920, 1080};
    options.staff = who == Who::Staff;
    return options;
}

std::string dump_of(shell::Wall& wall, app::AppState const& state) {
    scene::DrawList list;
    wall.build(state, list);
    return wall.dump(list);
}

// A wall that is opened now, in the same view: layout, figures and all that is made of the room
// are its own.
std::string dump_of_fresh(Running& running) {
    shell::Wall wall(storage::load_room(running.file), files());
    CHECK((wall.room() == running.wall.room()));
    app::AppState const& shown = running.session.state();
    app::StartOptions options = start_options(Who::Visitor);
    options.persona = shown.view.persona;
    app::AppState state = app::start(wall.world(), options);
    CHECK(state.view.period == shown.view.period);
    state.view = shown.view;
    CHECK(layout::dump(state.layout) == layout::dump(shown.layout));
    CHECK(state.limits.largest_scale == shown.limits.largest_scale);
    CHECK(state.limits.smallest_scale == shown.limits.smallest_scale);
    return dump_of(wall, state);
}

// The two lines where they part.
std::string first_difference(std::string const& a, std::string const& b) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()) && a[i] == b[i]; ++i) {
        if (a[i] == '\n') begin = i + 1;
    }
    auto const line = [begin](std::string const& text) {
        return text.substr(begin, text.find('\n', begin) - begin);
    };
    return line(a) + "\n" + line(b);
}

}  // namespace

Running::Running(std::string const& path, Who who)
    : file(path),
      loaded_at(storage::file_marks(path)),
      wall(storage::load_room(path), files()),
      session(wall.world(), start_options(who)),
      follower(made_follower(who)) {}

shell::RoomFollower Running::made_follower(Who who) {
    if (who == Who::Staff) {
        editor.emplace(file, wall, shell::Changes::Followed);
        shell::attach(*editor, session);
    }
    return shell::RoomFollower(
        {file, wall, session, editor ? &*editor : nullptr, nullptr, loaded_at});
}

void Running::obey(app::Command const& command) {
    session.obey(command, now_ms += 1);
    session.settle();
}

bool Running::wait() {
    bool took = false;
    for (int i = 0; i < 3; ++i) {
        now_ms += 1000;
        session.advance(now_ms);
        took = follower.follow(now_ms) || took;
    }
    return took;
}

std::string Running::told() {
    return shell::final_state_json(wall.world(), session.state());
}

Running& on_the_floor(Running& running) {
    running.obey(app::Show{"journey:J2"});
    running.obey(app::SetBackstage{true});
    return running;
}

void light(Running& running, std::string const& node) {
    running.obey(app::Light{metrics::failure_named(running.wall.room(), node), true});
}

std::vector<std::string> lit_keys(Running const& running) {
    std::vector<std::string> keys;
    for (model::BlueprintNodeId const node : running.session.state().view.lit.failed)
        keys.push_back(running.wall.room().blueprint_nodes[node.index()].key);
    std::sort(keys.begin(), keys.end());
    return keys;
}

void check_as_fresh(Running& running) {
    std::string const shown = dump_of(running.wall, running.session.state());
    std::string const fresh = dump_of_fresh(running);
    CAPTURE(first_difference(shown, fresh));
    bool const as_fresh = shown == fresh;
    CHECK(as_fresh);
}

void edit_from_outside(std::string const& file, std::vector<model::Edit> const& edits) {
    storage::EditStore other(file);
    for (model::Edit const& edit : edits)
        REQUIRE(std::holds_alternative<storage::StoredEdit>(other.apply(edit, {})));
}

void reorder_from_outside(std::string const& file) {
    model::Room room = storage::load_room(file);
    std::size_t const count = room.blueprint_nodes.size();
    std::reverse(room.blueprint_nodes.begin(), room.blueprint_nodes.end());
    auto const moved = [count](model::BlueprintNodeId node) {
        return model::BlueprintNodeId(count - 1 - node.index());
    };
    for (model::BlueprintLink& link : room.blueprint_links)
        link = {moved(link.from), moved(link.to), link.kind};
    storage::save_room(file, room, 1'700'000'000'000);
}

bool says(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace shell_test
