// The kiosk's twin in the test's own process: the same room in a file of its own, fed with the same
// touches. It says where things stand on the panel and what the kiosk's file should hold. Used by
// staff_test.
#pragma once

#include <functional>
#include <stdexcept>

#include "app/controls.hpp"
#include "app/session.hpp"
#include "e2e/kiosk_process.hpp"
#include "scene/edit_cells.hpp"
#include "shell/editor.hpp"
#include "shell/opening.hpp"
#include "storage/room_store.hpp"

namespace e2e {

class Twin {
public:
    enum class Person { Visitor, Staff };

    Twin(std::filesystem::path const& database, Person person)
        : m_wall(storage::load_room(database), {SOURCE_ROOT "/assets/text/en.json", {}}),
          m_session(m_wall.world(), start_of(person)) {
        if (person == Person::Staff) shell::attach(m_editor.emplace(database, m_wall), m_session);
    }

    void obey(app::Command const& command) {
        m_session.obey(command, m_t_ms);
        rest();
    }
    void tap(base::ScreenPoint at) {
        contact(app::Phase::Begin, at);
        m_t_ms += 80;
        contact(app::Phase::End, at);
        rest();
    }
    void drag(base::ScreenPoint from, base::ScreenPoint to, int steps) {
        contact(app::Phase::Begin, from);
        for (int i = 1; i <= steps; ++i) {
            m_t_ms += 20;
            contact(app::Phase::Move, from + (to - from) * (static_cast<double>(i) / steps));
        }
        contact(app::Phase::End, to);
        rest();
    }

    app::AppState const& state() const { return m_session.state(); }
    model::Room const& room() const { return m_wall.room(); }

    using Wanted = std::function<bool(scene::Control const&)>;
    std::vector<scene::Control> controls(Wanted const& wanted) {
        std::vector<scene::Control> found;
        for (scene::Control const& one : m_wall.chrome(state()).controls) {
            if (wanted(one)) found.push_back(one);
        }
        return found;
    }
    base::ScreenPoint place_of(Wanted const& wanted) {
        auto const found = controls(wanted);
        if (found.empty()) throw std::runtime_error("no such control is on the wall");
        return found.front().rect.centre();
    }
    base::ScreenPoint place_of(model::BlueprintNodeId node) {
        auto const box = scene::floor_box(state().layout, state().view, node);
        if (!box) throw std::runtime_error("the card is not on the wall");
        return on_screen(box->centre());
    }
    base::ScreenPoint on_screen(base::WorldPoint at) {
        return scene::to_screen(state().view.camera, m_wall.chrome(state()).map, at);
    }
    // In view, with nothing above it.
    bool is_map(base::ScreenPoint at) {
        return m_wall.chrome(state()).map.contains(at) &&
               m_session.target_at(at).kind == app::ContactTarget::Kind::Map;
    }

private:
    static app::StartOptions start_of(Person person) {
        app::StartOptions start;
        start.size = {panel_width, panel_height};
        start.now = shell::today();
        start.staff = person == Person::Staff;
        return start;
    }
    void contact(app::Phase phase, base::ScreenPoint at) {
        m_session.handle({1, phase, at, m_t_ms});
    }
    void rest() {
        m_t_ms += 1000;
        m_session.advance(m_t_ms);
        m_session.settle();
    }

    shell::Wall m_wall;
    app::Session m_session;
    std::optional<shell::Editor> m_editor;
    double m_t_ms = 0;
};

}  // namespace e2e
