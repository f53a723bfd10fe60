// media/*: pictures, kept as the files are.
#include "base/image.hpp"
#include "base/utf8.hpp"
#include "exchange/pack_builder.hpp"

namespace exchange {
namespace {

constexpr std::size_t max_media_bytes = 256 * 1024 * 1024;
constexpr std::string_view folder = "media/";

void read_picture(PackBuilder& pack, std::string const& path, std::size_t& bytes_left) {
    FileTag const tag = pack.problems.add_file(path);
    std::string name = path.substr(folder.size());
    if (base::first_invalid_utf8(name) || !character_problem(name).empty()) {
        pack.problems.error(tag, {}, "the name of this file is not plain UTF-8 text; rename it");
        return;
    }
    LoadedFile const loaded = pack.files.load(path);
    std::vector<std::uint8_t> bytes(loaded.bytes.begin(), loaded.bytes.end());
    std::string const problem =
        loaded.problem.empty() ? base::image_problem(bytes) : loaded.problem;
    if (!problem.empty()) {
        pack.problems.error(tag, {}, problem);
        return;
    }
    if (bytes.size() > bytes_left) {
        pack.problems.error(tag, {},
                            "the pictures take more than 256 MB together; scale them down");
        return;
    }
    bytes_left -= bytes.size();
    pack.room.media.push_back({std::move(name), std::move(bytes)});
}

}  // namespace

void read_media(PackBuilder& pack) {
    std::size_t bytes_left = max_media_bytes;
    for (std::string const& name : pack.files.names) {
        if (name.starts_with(folder)) read_picture(pack, name, bytes_left);
    }
}

}  // namespace exchange
