#include "shell/room_follower.hpp"

#include <utility>

#include "storage/room_store.hpp"
#include "storage/sqlite.hpp"

namespace shell {
namespace {

constexpr double look_ms = 1000;
// A feed that writes at every look is followed all the same.
constexpr int most_unquiet_looks = 5;

}  // namespace

RoomFollower::RoomFollower(Followed const& followed)
    : m_followed(followed),
      m_seen(storage::file_marks(followed.database)),
      m_shown(followed.loaded_at),
      m_unsure(m_seen != followed.loaded_at) {}

bool RoomFollower::follow(double now_ms) {
    bool const pressed = m_followed.editor != nullptr && m_followed.editor->behind();
    if (!pressed && now_ms < m_next_look_ms) return false;
    auto const waiting = pressed ? app::Waiting::Pressed : app::Waiting::Patient;
    if (!m_followed.session.free_for_change(waiting)) {
        m_next_look_ms = now_ms + look_ms;
        return false;
    }
    bool const quiet = settled(now_ms);
    if (!m_seen || m_seen == m_tried || !(quiet || pressed) || !changed_outside()) return false;
    Marks const marks = m_seen;
    auto [room, busy] = read();
    m_tried = room || busy ? std::nullopt : marks;
    if (!room) return false;
    m_shown = marks;
    m_unsure = false;
    if (*room == m_followed.wall.room()) {
        if (m_followed.editor != nullptr) attach(*m_followed.editor, m_followed.session);
        return false;
    }
    show(*std::move(room), pressed ? app::EditFate::Refused : app::EditFate::Stored);
    return true;
}

bool RoomFollower::settled(double now_ms) {
    m_next_look_ms = now_ms + look_ms;
    Marks const before = std::exchange(m_seen, storage::file_marks(m_followed.database));
    m_unquiet_looks = m_seen == before ? 0 : m_unquiet_looks + 1;
    return m_unquiet_looks == 0 || m_unquiet_looks >= most_unquiet_looks;
}

bool RoomFollower::changed_outside() {
    if (m_followed.editor != nullptr) return m_unsure || m_followed.editor->changed_outside();
    return m_seen != m_shown;
}

FoundRoom RoomFollower::read() const {
    if (m_followed.editor != nullptr) return m_followed.editor->take_up();
    try {
        model::Room room = storage::load_room(m_followed.database, storage::Patience::ComesBack);
        if (room.info.key == m_followed.wall.room().info.key) return {std::move(room), false};
    } catch (storage::StoreBusy const&) {
        return {std::nullopt, true};
    } catch (storage::StoreRefused const&) {  // the wall goes on with what it has
    }
    return {};
}

void RoomFollower::show(model::Room room, app::EditFate pressed) {
    app::EditAnswer standing;
    if (m_followed.editor != nullptr) standing = m_followed.editor->standing();
    standing.fate = pressed;
    auto const replace = [&] { return m_followed.wall.replace(std::move(room)); };
    auto const put = [&] {
        if (m_followed.pictures == nullptr) return replace();
        model::Room before;
        m_followed.pictures->change_room([&] {
            before = replace();
            bool const same = before.media == m_followed.wall.room().media;
            return same ? PictureShelf::Pictures::AsTheyWere : PictureShelf::Pictures::Others;
        });
        return before;
    };
    m_followed.session.take_over(put, standing);
}

}  // namespace shell
