#include "scene/picture_book.hpp"

#include <algorithm>

#include "base/image.hpp"
#include "base/utf8.hpp"

namespace scene {

PictureBook make_picture_book(model::Room const& room) {
    PictureBook book;
    for (model::MediaFile const& file : room.media) {
        PictureFacts facts{0, 0, base::image_problem(file.bytes)};
        auto const info = facts.problem.empty() ? base::read_image_info(file.bytes) : std::nullopt;
        if (info) facts = {info->width, info->height, {}};
        book.by_name.emplace(file.name, static_cast<std::uint32_t>(book.facts.size()));
        book.facts.push_back(std::move(facts));
    }
    return book;
}

std::string initials(std::string_view name) {
    auto const first_of = [](std::string_view word) {
        return std::string(base::first_code_points(word, 1));
    };
    std::size_t const start = std::min(name.find_first_not_of(' '), name.size());
    name = name.substr(start);
    name = name.substr(0, name.find_last_not_of(' ') + 1);
    std::size_t const space = name.find_last_of(' ');
    if (space == std::string_view::npos) return first_of(name);
    return first_of(name) + first_of(name.substr(space + 1));
}

}  // namespace scene
