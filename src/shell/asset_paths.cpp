#include "shell/asset_paths.hpp"

#include <cstdlib>
#include <optional>
#include <system_error>
#include <vector>

#include "shell/verbs.hpp"

namespace shell {
namespace {

namespace fs = std::filesystem;

bool is_there(fs::path const& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

fs::path executable_folder() {
    std::error_code ignored;
    return fs::read_symlink("/proc/self/exe", ignored).parent_path();
}

// The assets folder and the shaders in it or beside it.
std::optional<AssetPaths> in_folder(fs::path const& assets) {
    AssetPaths paths{assets / "text" / "en.json", assets / "shaders", {}};
    if (!is_there(paths.shaders)) paths.shaders = assets / ".." / "shaders";
    if (!is_there(paths.catalogue)) return std::nullopt;
    return paths;
}

std::vector<fs::path> places(fs::path const& asked) {
    if (!asked.empty()) return {asked};
    fs::path const here = executable_folder();
    return {here / "assets", here / ".." / "share" / "customer-room" / "assets", SOURCE_ASSETS};
}

fs::path glyph_cache() {
    char const* const cache = std::getenv("XDG_CACHE_HOME");
    if (cache != nullptr && *cache == '/') return fs::path(cache) / "customer-room" / "glyphs";
    char const* const home = std::getenv("HOME");
    if (home == nullptr || *home != '/') return {};
    return fs::path(home) / ".cache" / "customer-room" / "glyphs";
}

}  // namespace

AssetPaths find_assets(fs::path const& asked) {
    std::string looked;
    for (fs::path const& place : places(asked)) {
        if (auto paths = in_folder(place)) {
            paths->glyph_cache = glyph_cache();
            return *paths;
        }
        looked += (looked.empty() ? "" : ", ") + place.string();
    }
    throw Refused(asked.empty() ? exit_environment : exit_refused,
                  "no text/en.json in " + looked + ".");
}

}  // namespace shell
