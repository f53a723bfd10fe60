#include <algorithm>
#include <iostream>

#include "exchange/catalogue_file.hpp"
#include "scene/font.hpp"
#include "shell/asset_paths.hpp"
#include "shell/machine.hpp"
#include "shell/verbs.hpp"
#include "storage/room_store.hpp"

namespace shell {
namespace {

void tell(std::string_view what, std::string_view answer) {
    std::cout << what << ": " << answer << '\n';
}

void tell_assets(AssetsFolder const& asked) {
    try {
        AssetPaths const paths = find_assets(asked);
        tell("GPU", describe_gpu(paths.shaders));
        exchange::read_catalogue(paths.catalogue);
        tell("texts", paths.catalogue.lexically_normal().string());
    } catch (std::exception const& error) {
        tell("texts", error.what());
    }
}

// The families that decide the look; the further ones are for names in other scripts.
void tell_fonts() {
    constexpr std::size_t listed = 4;
    scene::FontBook const fonts(scene::FontOptions{});
    std::vector<std::string> const faces = fonts.describe();
    if (faces.empty() || faces.front().empty()) {
        tell("font", "Inter is missing (Debian's fonts-inter has it); another face stands in");
    }
    for (std::size_t i = 0; i < std::min(listed, faces.size()); ++i) {
        if (!faces[i].empty()) tell("font", faces[i]);
    }
    if (faces.size() > listed) {
        tell("font", "and " + std::to_string(faces.size() - listed) + " further families");
    }
}

int tell_database(std::filesystem::path const& database) {
    if (database.empty()) {
        tell("room", "not checked (name one with --db)");
        return exit_done;
    }
    tell("room", storage::describe_health(database));
    try {
        storage::load_room(database);
    } catch (storage::StoreRefused const&) {
        return exit_refused;
    }
    return exit_done;
}

}  // namespace

int run_doctor(DoctorOptions const& options) {
    for (std::string const& line : describe_display())
        tell("display", line);
    for (std::string const& line : describe_touch())
        tell("touch", line);
    tell_assets(options.assets);
    tell_fonts();
    return tell_database(options.database);
}

}  // namespace shell
