#include "scene/font_discovery.hpp"

#include <algorithm>
#include <cstdlib>
#include <fontconfig/fontconfig.h>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace scene {
namespace {

struct InstalledFace {
    FaceFile file;
    FaceKind kind = FaceKind::Outline;
};

using InstalledFamilies = std::map<std::string, std::vector<InstalledFace>, std::less<>>;

template <auto Destroy>
struct Deleter {
    template <typename T>
    void operator()(T* object) const {
        Destroy(object);
    }
};

using Pattern = std::unique_ptr<FcPattern, Deleter<FcPatternDestroy>>;
using ObjectSet = std::unique_ptr<FcObjectSet, Deleter<FcObjectSetDestroy>>;
using FontSet = std::unique_ptr<FcFontSet, Deleter<FcFontSetDestroy>>;
using Config = std::unique_ptr<FcConfig, Deleter<FcConfigDestroy>>;

std::string string_of(FcPattern* pattern, char const* object, int n) {
    FcChar8* value = nullptr;
    if (FcPatternGetString(pattern, object, n, &value) != FcResultMatch) return {};
    return reinterpret_cast<char const*>(value);
}

int integer_of(FcPattern* pattern, char const* object, int otherwise) {
    int value = otherwise;
    FcPatternGetInteger(pattern, object, 0, &value);
    return value;
}

bool flag_of(FcPattern* pattern, char const* object) {
    FcBool value = FcFalse;
    FcPatternGetBool(pattern, object, 0, &value);
    return value == FcTrue;
}

// Upright faces of normal width with a weight of their own; a variable font comes as its named
// instances.
std::optional<InstalledFace> usable_face(FcPattern* pattern) {
    bool const upright = integer_of(pattern, FC_SLANT, FC_SLANT_ROMAN) == FC_SLANT_ROMAN;
    bool const normal = integer_of(pattern, FC_WIDTH, FC_WIDTH_NORMAL) == FC_WIDTH_NORMAL;
    if (!upright || !normal || flag_of(pattern, FC_VARIABLE)) return std::nullopt;
    InstalledFace face;
    face.file.path = string_of(pattern, FC_FILE, 0);
    face.file.index = integer_of(pattern, FC_INDEX, 0);
    face.file.weight = FcWeightToOpenType(integer_of(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR));
    face.kind = flag_of(pattern, FC_COLOR) ? FaceKind::Color : FaceKind::Outline;
    return face;
}

InstalledFamilies installed_families(FcConfig* config) {
    InstalledFamilies families;
    Pattern const any(FcPatternCreate());
    ObjectSet const objects(FcObjectSetBuild(FC_FAMILY, FC_FILE, FC_INDEX, FC_WEIGHT, FC_SLANT,
                                             FC_WIDTH, FC_VARIABLE, FC_COLOR, nullptr));
    FontSet const fonts(FcFontList(config, any.get(), objects.get()));
    for (int i = 0; fonts && i < fonts->nfont; ++i) {
        FcPattern* const pattern = fonts->fonts[i];
        auto const face = usable_face(pattern);
        if (!face) continue;
        for (int n = 0;; ++n) {
            std::string const family = string_of(pattern, FC_FAMILY, n);
            if (family.empty()) break;
            families[family].push_back(*face);
        }
    }
    return families;
}

// What fontconfig would give anyone who asks for sans-serif: the text face where Inter is missing.
std::string default_family(FcConfig* config) {
    Pattern const pattern(FcNameParse(reinterpret_cast<FcChar8 const*>("sans-serif")));
    FcConfigSubstitute(config, pattern.get(), FcMatchPattern);
    FcDefaultSubstitute(pattern.get());
    FcResult result = FcResultNoMatch;
    Pattern const match(FcFontMatch(config, pattern.get(), &result));
    return match ? string_of(match.get(), FC_FAMILY, 0) : std::string();
}

// As CSS picks: 500 takes 400 before anything heavier, 600 looks for heavier faces first.
int weight_distance(int has, int wants) {
    int const wrong_side = 1000;
    if (has == wants) return 0;
    if (wants <= 500) return has < wants ? wants - has : wrong_side + has - wants;
    return has > wants ? has - wants : wrong_side + wants - has;
}

FontFamily family_of(std::string name, std::vector<InstalledFace> faces) {
    std::sort(faces.begin(), faces.end(), [](InstalledFace const& a, InstalledFace const& b) {
        return std::tie(a.file.path, a.file.index) < std::tie(b.file.path, b.file.index);
    });
    FontFamily family{std::move(name), faces.front().kind, {}};
    std::array<int, 3> const wanted{400, 500, 600};
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        family.faces[i] = std::min_element(faces.begin(), faces.end(),
                                           [&](InstalledFace const& a, InstalledFace const& b) {
                                               return weight_distance(a.file.weight, wanted[i]) <
                                                      weight_distance(b.file.weight, wanted[i]);
                                           })
                              ->file;
    }
    return family;
}

// Families of one script each; what shows the same characters in another design stays away.
bool is_script_family(std::string_view name) {
    std::string_view const prefix = "Noto Sans ";
    if (!name.starts_with(prefix)) return false;
    std::string_view const rest = name.substr(prefix.size());
    for (std::string_view const other : {"Mono", "Display", "CJK", "Symbols", "Math"}) {
        if (rest.starts_with(other)) return false;
    }
    bool const weight_alias = rest.ends_with("Light") || rest.ends_with("Thin") ||
                              rest.ends_with("Medium") || rest.ends_with("Bold") ||
                              rest.ends_with("Black");
    return !weight_alias && !rest.ends_with(" UI") && !rest.ends_with("Unjoined");
}

std::vector<std::string> fallback_order(InstalledFamilies const& installed,
                                        std::string const& default_name) {
    std::vector<std::string> order{"Inter"};
    if (!installed.contains("Inter")) order.push_back(default_name);
    order.insert(order.end(),
                 {"Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari",
                  "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans CJK TC", "Noto Sans CJK KR"});
    for (auto const& [name, faces] : installed) {
        if (is_script_family(name)) order.push_back(name);
    }
    order.insert(order.end(), {"Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Symbols 2",
                               "Noto Sans Math", "DejaVu Sans", "Noto Color Emoji", default_name});
    return order;
}

std::vector<std::string> folders_of(FcConfig* config) {
    std::set<std::string> folders;
    auto const take = [&](FcStrList* list) {
        while (FcChar8* folder = FcStrListNext(list)) {
            folders.insert(reinterpret_cast<char const*>(folder));
        }
        FcStrListDone(list);
    };
    take(FcConfigGetFontDirs(config));
    take(FcConfigGetConfigDirs(config));
    take(FcConfigGetConfigFiles(config));
    return {folders.begin(), folders.end()};
}

}  // namespace

FontInventory find_fonts() {
    FontInventory inventory;
    Config const config(FcInitLoadConfigAndFonts());
    if (!config) return inventory;
    InstalledFamilies const installed = installed_families(config.get());
    std::set<std::string> seen;
    for (std::string const& name : fallback_order(installed, default_family(config.get()))) {
        auto const found = installed.find(name);
        if (found == installed.end()) continue;
        FontFamily family = family_of(name, found->second);
        // Some families go by two names.
        if (!seen.insert(family.faces[0].path + std::to_string(family.faces[0].index)).second) {
            continue;
        }
        inventory.families.push_back(std::move(family));
    }
    inventory.folders = folders_of(config.get());
    return inventory;
}

std::string font_configuration_key() {
    std::string key;
    for (char const* name : {"FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT",
                             "XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"}) {
        char const* const value = std::getenv(name);
        key += value == nullptr ? "-" : value;
        key += '\n';
    }
    return key;
}

}  // namespace scene
