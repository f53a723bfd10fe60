#include "shell/picture_shelf.hpp"

#include <algorithm>
#include <new>
#include <sys/eventfd.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "base/image.hpp"

namespace shell {
namespace {

// A third of a 4K panel's width: no picture is shown larger.
constexpr int most_side_px = 1280;
// 256 MB on the GPU, where a pixel takes four bytes.
constexpr long long most_pixels_kept = 64'000'000;

}  // namespace

PictureShelf::PictureShelf(model::Room const& room, scene::PictureBook& book)
    : m_room(room), m_book(book), m_fd(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
    if (m_fd < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
}

PictureShelf::~PictureShelf() {
    {
        std::scoped_lock const lock(m_mutex);
        m_ended = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable()) m_thread.join();
    close(m_fd);
}

// What the list shows and nobody has asked for yet; all that it shows counts as seen.
std::vector<std::uint32_t> PictureShelf::missing(scene::DrawList const& list) {
    ++m_turn;
    std::vector<std::uint32_t> missing;
    for (scene::Picture const& picture : list.pictures) {
        auto const [place, is_new] = m_seen.insert_or_assign(picture.image, m_turn);
        if (is_new) missing.push_back(place->first);
    }
    return missing;
}

PictureShelf::Decoded PictureShelf::decode(std::uint32_t image) const try {
    auto pixels = base::decode_image(m_room.media[image].bytes);
    if (!pixels) return {image, {}};
    return {image, render::picture_levels(base::scaled_down(*std::move(pixels), most_side_px))};
} catch (std::bad_alloc const&) {
    return {image, {}};  // the wall goes on without it
}

void PictureShelf::load(scene::DrawList const& list, long long most_pixels) {
    for (std::uint32_t const image : missing(list)) {
        scene::PictureFacts const& facts = m_book.facts[image];
        most_pixels -= static_cast<long long>(facts.width) * facts.height;
        if (most_pixels < 0) {
            m_seen.erase(image);
            continue;
        }
        Decoded decoded = decode(image);
        std::scoped_lock const lock(m_mutex);
        m_done.push_back(std::move(decoded));
    }
}

void PictureShelf::want(scene::DrawList const& list) {
    std::vector<std::uint32_t> const wanted = missing(list);
    if (wanted.empty()) return;
    if (!m_thread.joinable()) m_thread = std::thread([this] { work(); });
    {
        std::scoped_lock const lock(m_mutex);
        m_wanted.insert(m_wanted.end(), wanted.begin(), wanted.end());
    }
    m_wake.notify_all();
}

void PictureShelf::work() {
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_ended || !m_wanted.empty(); });
        if (m_ended) return;
        // The latest wish first: it is what is in view.
        std::uint32_t const image = m_wanted.back();
        m_wanted.pop_back();
        m_decoding = true;
        lock.unlock();
        Decoded decoded = decode(image);
        lock.lock();
        m_decoding = false;
        m_wake.notify_all();
        m_done.push_back(std::move(decoded));
        eventfd_write(m_fd, 1);
    }
}

void PictureShelf::change_room(std::function<Pictures()> const& change) {
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return !m_decoding; });
    if (change() == Pictures::AsTheyWere) return;
    m_wanted.clear();
    m_done.clear();
    m_seen.clear();
    for (auto const& [image, pixels] : m_pixels)
        m_outdated.push_back(image);
    m_pixels.clear();
}

bool PictureShelf::deliver(render::Renderer& renderer) {
    eventfd_t told = 0;
    eventfd_read(m_fd, &told);
    for (std::uint32_t const image : std::exchange(m_outdated, {}))
        renderer.forget_picture(image);
    std::vector<Decoded> done;
    {
        std::scoped_lock const lock(m_mutex);
        done.swap(m_done);
    }
    for (Decoded const& decoded : done)
        take(decoded, renderer);
    if (!done.empty()) make_room(renderer);
    return !done.empty();
}

void PictureShelf::take(Decoded const& decoded, render::Renderer& renderer) {
    if (decoded.levels.empty()) {
        m_book.facts[decoded.image].problem = "the picture is damaged; save it again";
        return;
    }
    renderer.set_picture(decoded.image, decoded.levels);
    base::Image const& pixels = decoded.levels.front();
    m_pixels[decoded.image] = static_cast<long long>(pixels.width) * pixels.height;
}

void PictureShelf::make_room(render::Renderer& renderer) {
    long long kept = 0;
    for (auto const& [image, pixels] : m_pixels)
        kept += pixels;
    while (kept > most_pixels_kept) {
        auto const oldest = std::min_element(
            m_pixels.begin(), m_pixels.end(),
            [this](auto const& a, auto const& b) { return m_seen[a.first] < m_seen[b.first]; });
        if (m_seen[oldest->first] == m_turn) return;
        kept -= oldest->second;
        renderer.forget_picture(oldest->first);
        m_seen.erase(oldest->first);
        m_pixels.erase(oldest);
    }
}

}  // namespace shell
