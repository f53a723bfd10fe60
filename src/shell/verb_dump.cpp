// `dump`: the draw list of a picture as text, a line a primitive.
#include <iostream>

#include "shell/asset_paths.hpp"
#include "shell/picture_state.hpp"
#include "shell/verbs.hpp"
#include "storage/room_store.hpp"

namespace shell {

int run_dump(DumpOptions const& options) {
    AssetPaths const assets = find_assets(options.picture.assets);
    Wall wall(storage::load_room(options.picture.database), {assets.catalogue, assets.glyph_cache});
    scene::DrawList list;
    wall.build(picture_state(wall, options.picture), list);
    std::cout << wall.dump(list);
    return exit_done;
}

}  // namespace shell
