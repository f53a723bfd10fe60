// The file that makes the second start quick: which font files there are, and glyphs that were
// drawn before. A file that is damaged, of another version or of other fonts is as good as none.
// Must not know the atlas. Used by font.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "scene/font_discovery.hpp"
#include "scene/font_raster.hpp"

namespace scene {

struct GlyphKey {
    std::uint64_t face = 0;  // face_key(), 0 for the missing box
    std::uint32_t glyph = 0;
    std::uint32_t size_class = 0;
    friend bool operator==(GlyphKey const&, GlyphKey const&) = default;
};

struct GlyphKeyHash {
    std::size_t operator()(GlyphKey const& key) const;
};

// Changes with the path, the index, the time and the size of the file.
std::uint64_t face_key(FaceFile const& file);

class GlyphCache {
public:
    // Reads `file`; empty (nothing known, nothing kept) for an empty path.
    explicit GlyphCache(std::filesystem::path file);

    // What fontconfig said last time, when no font file or folder of fonts changed since.
    std::optional<std::vector<FontFamily>> families() const { return m_families; }
    void set_inventory(FontInventory const& inventory);

    std::optional<GlyphPicture> find(GlyphKey const& key) const;
    void add(GlyphKey const& key, GlyphPicture const& picture);

    // Writes when something new came, by a second file and a rename. Failing is not an error.
    void save();
    std::size_t size() const { return m_places.size(); }

private:
    void load();

    std::filesystem::path m_file;
    std::optional<std::vector<FontFamily>> m_families;
    std::string m_header;  // of the fonts in use
    std::string m_glyphs;  // records, in the order in which they came
    std::unordered_map<GlyphKey, std::size_t, GlyphKeyHash> m_places;  // offset into m_glyphs
    bool m_changed = false;
};

}  // namespace scene
