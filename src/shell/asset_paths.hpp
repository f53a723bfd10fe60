// Where the program's own files lie: texts, shaders, the glyph cache. The only place that knows the
// layouts of a source tree and of an installation. Used by the verbs that draw, and by doctor.
#pragma once

#include <filesystem>

namespace shell {

struct AssetPaths {
    std::filesystem::path catalogue;  // text/en.json
    std::filesystem::path shaders;    // folder
    std::filesystem::path
        glyph_cache;  // a file in the user's cache folder; empty when there is none
};

// `asked` is --assets: the folder that holds text/en.json, with the shaders in it or beside it.
// Empty: beside the executable, in ../share/customer-room of an installation, else where the
// program was built. Throws Refused (the environment lacks it) naming the places when nothing is
// found.
AssetPaths find_assets(std::filesystem::path const& asked);

}  // namespace shell
