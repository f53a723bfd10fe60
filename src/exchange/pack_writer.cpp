#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>

#include "exchange/edit_json.hpp"
#include "exchange/pack.hpp"
#include "exchange/pack_contents.hpp"
#include "exchange/pack_files.hpp"

namespace exchange {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 26> pack_file_names = {
    "room.json",           "journeys.csv",     "stages.csv",        "steps.csv",
    "touchpoints.csv",     "placements.csv",   "personas.csv",      "exposures.csv",
    "promises.csv",        "sources.csv",      "scores.csv",        "guesses.csv",
    "importance.csv",      "emotions.csv",     "verbatims.csv",     "blueprint_nodes.csv",
    "blueprint_links.csv", "components.csv",   "asset_periods.csv", "loss_reasons.csv",
    "initiatives.csv",     "observations.csv", "answers.csv",       "case_outcomes.csv",
    "baselines.csv",       "efforts.csv"};

// Beside the pack: import passes it over.
constexpr std::string_view history_file = "edits.jsonl";

bool belongs_to_export(std::string_view name) {
    if (name == history_file) return true;
    if (name.starts_with("media/")) return true;
    if (name.starts_with("tours/")) return name.ends_with(".json");
    if (name.starts_with("observations")) return name.ends_with(".csv");
    return std::find(pack_file_names.begin(), pack_file_names.end(), name) != pack_file_names.end();
}

// A file left from another pack would be read with this one, another room's history taken for its
// own. It is not ours to delete.
void refuse_foreign_files(PackContents const& files, fs::path const& folder) {
    for (std::string const& name : folder_files(folder).names) {
        if (!belongs_to_export(name) || files.contains(name)) continue;
        throw std::runtime_error(
            (folder / name).string() +
            ": this file is not part of the room; export into an empty folder");
    }
}

// Names come from a store that somebody else may have made.
void refuse_names_outside(PackContents const& files, fs::path const& folder) {
    for (auto const& [name, bytes] : files) {
        bool const inside =
            name.find("..") == std::string::npos || fs::path(name).filename() != "..";
        bool const flat = std::count(name.begin(), name.end(), '/') <= 1 &&
                          name.find('\\') == std::string::npos && !name.ends_with('/');
        if (inside && flat) continue;
        throw std::runtime_error(
            (folder / name).string() +
            ": the room holds a file name that leads elsewhere; nothing is written");
    }
}

void make_folder(fs::path const& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error || !fs::is_directory(folder, error)) {
        throw std::runtime_error(folder.string() + ": the folder cannot be made here");
    }
}

}  // namespace

void write_file(fs::path const& path, std::string const& bytes) {
    fs::path const part = path.string() + ".part";
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    std::error_code error;
    if (out) fs::rename(part, path, error);
    if (out && !error) return;
    fs::remove(part, error);
    throw std::runtime_error(path.string() +
                             ": the file cannot be written; check permissions and free space");
}

PackContents pack_contents(model::Room const& room) {
    PackContents files;
    files["room.json"] = room_json(room.info);
    add_map_files(files, room);
    add_people_files(files, room);
    add_programme_files(files, room);
    add_blueprint_files(files, room);
    for (model::Tour const& tour : room.tours) {
        files["tours/" + tour.key + ".json"] = tour_json(tour);
    }
    for (model::MediaFile const& media : room.media) {
        files["media/" + media.name] = std::string(media.bytes.begin(), media.bytes.end());
    }
    return files;
}

void write_pack(model::Room const& room, fs::path const& folder,
                std::vector<model::HistoryEntry> const& history) {
    PackContents files = pack_contents(room);
    if (!history.empty()) files[std::string(history_file)] = history_lines(history);
    refuse_names_outside(files, folder);
    make_folder(folder);
    refuse_foreign_files(files, folder);
    for (std::string const sub : {"media/", "tours/"}) {
        auto const first = files.lower_bound(sub);
        if (first != files.end() && first->first.starts_with(sub)) make_folder(folder / sub);
    }
    for (auto const& [name, bytes] : files)
        write_file(folder / name, bytes);
}

}  // namespace exchange
