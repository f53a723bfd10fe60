// The room's pictures, decoded when they come into view and not in the way of a frame: a thread of
// its own decodes, the loop hands over what is done. Scaled down to what a wall shows; what has not
// been seen for longest goes when they grow too many. Must not know where pictures stand. Used by
// the kiosk's loop and by picture.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include "model/room.hpp"
#include "render/renderer.hpp"
#include "scene/draw_list.hpp"
#include "scene/picture_book.hpp"

namespace shell {

class PictureShelf {
public:
    // Both live longer than the shelf. A picture that turns out to be damaged gets its problem in
    // the book, so that the wall says so.
    PictureShelf(model::Room const& room, scene::PictureBook& book);
    ~PictureShelf();
    PictureShelf(PictureShelf const&) = delete;
    PictureShelf& operator=(PictureShelf const&) = delete;

    // Decodes what the list shows before it returns, up to so many pixels; the rest is left to
    // want().
    void load(scene::DrawList const& list, long long most_pixels);
    // Asks for what the list shows; returns at once.
    void want(scene::DrawList const& list);
    // Gives what is decoded to the renderer, whose context is current. True when the picture of the
    // wall has changed by it.
    bool deliver(render::Renderer& renderer);
    // The room's pictures may become others in `change`, which tells whether they did; nothing is
    // decoded meanwhile.
    enum class Pictures { AsTheyWere, Others };
    void change_room(std::function<Pictures()> const& change);
    // Readable when deliver() has something.
    int fd() const { return m_fd; }

private:
    struct Decoded {
        std::uint32_t image = 0;
        render::PictureLevels levels;  // none: damaged
    };

    std::vector<std::uint32_t> missing(scene::DrawList const& list);
    Decoded decode(std::uint32_t image) const;
    void work();
    void take(Decoded const& decoded, render::Renderer& renderer);
    void make_room(render::Renderer& renderer);

    model::Room const& m_room;
    scene::PictureBook& m_book;
    int m_fd = -1;
    std::uint64_t m_turn = 0;                       // of want() and load()
    std::map<std::uint32_t, std::uint64_t> m_seen;  // asked for or there: the last turn
    std::map<std::uint32_t, long long> m_pixels;    // there
    std::mutex m_mutex;                             // from here on
    std::condition_variable m_wake;
    std::vector<std::uint32_t> m_wanted;
    std::vector<Decoded> m_done;
    std::vector<std::uint32_t> m_outdated;  // at the renderer, of the room before
    bool m_decoding = false;
    bool m_ended = false;
    std::thread m_thread;  // from the first want()
};

}  // namespace shell
