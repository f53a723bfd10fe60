// What the wall knows of the room's pictures before any is decoded: which can be shown, and how
// large they are. Must not know who decodes them. Made by shell, read by what paints.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/room.hpp"

namespace scene {

struct PictureFacts {
    int width = 0;
    int height = 0;
    std::string problem;  // empty: it can be shown
};

struct PictureBook {
    std::vector<PictureFacts> facts;  // by index in Room::media
    std::unordered_map<std::string, std::uint32_t> by_name;
};

// Reads the pictures' heads; a file that the decoder must not see gets its problem here.
PictureBook make_picture_book(model::Room const& room);

// The letters that stand for somebody without a portrait: of the first word and of the last.
std::string initials(std::string_view name);

}  // namespace scene
