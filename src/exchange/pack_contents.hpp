// A room as the files of a pack, in memory: what write_pack() puts on disk.
// Must not know folders. Used by pack_writer.cpp and tests.
#pragma once

#include <map>
#include <string>

#include "model/room.hpp"

namespace exchange {

// File name ("room.json", "tours/a.json", "media/b.png") to bytes. Optional files that would be
// empty are left out.
using PackContents = std::map<std::string, std::string>;

PackContents pack_contents(model::Room const& room);

// The parts of it.
void add_map_files(PackContents& files, model::Room const& room);
void add_people_files(PackContents& files, model::Room const& room);
void add_programme_files(PackContents& files, model::Room const& room);
void add_blueprint_files(PackContents& files, model::Room const& room);
std::string room_json(model::RoomInfo const& info);
std::string tour_json(model::Tour const& tour);

}  // namespace exchange
