#include "scene/glyph_cache.hpp"

#include <cstring>
#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <system_error>
#include <type_traits>

namespace scene {
namespace {

constexpr std::string_view magic = "customer-room glyphs 1\n";
// Beyond it new glyphs are drawn again at every start.
constexpr std::size_t most_bytes = 24'000'000;

// Eight bytes a step: a megabyte must not cost milliseconds.
std::uint64_t checksum(std::string_view bytes) {
    std::uint64_t hash = 0x9E3779B97F4A7C15U ^ bytes.size();
    auto const mix = [&hash](std::uint64_t word) {
        hash = (hash ^ word) * 0xD6E8FEB86659FD93U;
        hash ^= hash >> 32;
    };
    std::size_t i = 0;
    for (; i + 8 <= bytes.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + i, 8);
        mix(word);
    }
    std::uint64_t rest = 0;
    if (i < bytes.size()) std::memcpy(&rest, bytes.data() + i, bytes.size() - i);
    mix(rest);
    return hash;
}

template <typename T>
void put(std::string& out, T value) {
    static_assert(std::is_trivially_copyable_v<T>);
    char bytes[sizeof(T)];
    std::memcpy(bytes, &value, sizeof(T));
    out.append(bytes, sizeof(T));
}

void put_text(std::string& out, std::string_view text) {
    put(out, static_cast<std::uint32_t>(text.size()));
    out += text;
}

// Reads values off the front; after the first read beyond the end nothing is good any more.
class Reader {
public:
    explicit Reader(std::string_view bytes) : m_bytes(bytes) {}

    template <typename T>
    T get() {
        T value{};
        std::string_view const bytes = take(sizeof(T));
        if (m_good) std::memcpy(&value, bytes.data(), sizeof(T));
        return value;
    }
    std::string_view text() { return take(get<std::uint32_t>()); }
    std::string_view take(std::size_t count) {
        if (count > m_bytes.size()) m_good = false;
        if (!m_good) return {};
        std::string_view const part = m_bytes.substr(0, count);
        m_bytes.remove_prefix(count);
        return part;
    }
    bool good() const { return m_good; }
    std::string_view rest() const { return m_bytes; }

private:
    std::string_view m_bytes;
    bool m_good = true;
};

// Time and size of a file or folder; 0 when it is not there. One system call: a start asks for
// hundreds of files.
std::uint64_t stamp_of(std::string const& path) {
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0) return 0;
    std::string bytes;
    put(bytes, status.st_mtim.tv_sec);
    put(bytes, status.st_mtim.tv_nsec);
    put(bytes, S_ISDIR(status.st_mode) ? 0 : status.st_size);
    return checksum(bytes) | 1;
}

std::string header_of(FontInventory const& inventory) {
    std::string header;
    put_text(header, font_configuration_key());
    put(header, static_cast<std::uint32_t>(inventory.folders.size()));
    for (std::string const& folder : inventory.folders) {
        put_text(header, folder);
        put(header, stamp_of(folder));
    }
    put(header, static_cast<std::uint32_t>(inventory.families.size()));
    for (FontFamily const& family : inventory.families) {
        put_text(header, family.name);
        put(header, family.kind);
        for (FaceFile const& file : family.faces) {
            put_text(header, file.path);
            put(header, stamp_of(file.path));
            put(header, static_cast<std::int32_t>(file.index));
            put(header, static_cast<std::int32_t>(file.weight));
        }
    }
    return header;
}

bool same_stamp(Reader& in) {
    std::string const path(in.text());
    auto const stamp = in.get<std::uint64_t>();
    return in.good() && stamp == stamp_of(path);
}

std::optional<FontFamily> read_family(Reader& in) {
    FontFamily family;
    family.name = in.text();
    family.kind = in.get<FaceKind>();
    std::string checked;
    for (FaceFile& file : family.faces) {
        file.path = in.text();
        auto const stamp = in.get<std::uint64_t>();
        if (!in.good()) return std::nullopt;
        if (file.path != checked && stamp != stamp_of(file.path)) return std::nullopt;
        checked = file.path;
        file.index = in.get<std::int32_t>();
        file.weight = in.get<std::int32_t>();
    }
    return in.good() ? std::optional(family) : std::nullopt;
}

// Nothing when any font file or folder is not what it was.
std::optional<std::vector<FontFamily>> read_families(std::string_view header) {
    Reader in(header);
    if (in.text() != font_configuration_key()) return std::nullopt;
    for (auto n = in.get<std::uint32_t>(); n > 0 && in.good(); --n) {
        if (!same_stamp(in)) return std::nullopt;
    }
    std::vector<FontFamily> families;
    for (auto n = in.get<std::uint32_t>(); n > 0 && in.good(); --n) {
        auto family = read_family(in);
        if (!family) return std::nullopt;
        families.push_back(std::move(*family));
    }
    return in.good() ? std::optional(std::move(families)) : std::nullopt;
}

struct Record {
    GlyphKey key;
    GlyphPicture picture;
};

void put_record(std::string& out, GlyphKey const& key, GlyphPicture const& picture) {
    put(out, key.face);
    put(out, key.glyph);
    put(out, key.size_class);
    put(out, picture.format);
    put(out, static_cast<std::int32_t>(picture.width));
    put(out, static_cast<std::int32_t>(picture.height));
    put(out, static_cast<std::int32_t>(picture.left_px));
    put(out, static_cast<std::int32_t>(picture.top_px));
    put(out, picture.spread_px);
    put(out, picture.px_per_em);
    put_text(out, {reinterpret_cast<char const*>(picture.pixels.data()), picture.pixels.size()});
}

std::size_t pixel_bytes(GlyphPicture const& picture) {
    bool const fits =
        picture.width >= 0 && picture.height >= 0 && picture.width < 4096 && picture.height < 4096;
    std::size_t const depth = picture.format == AtlasFormat::Color ? 4 : 1;
    return fits ? depth * static_cast<std::size_t>(picture.width * picture.height)
                : std::string::npos;
}

enum class Pixels { Copy, Skip };

std::optional<Record> read_record(Reader& in, Pixels pixels) {
    Record record;
    record.key.face = in.get<std::uint64_t>();
    record.key.glyph = in.get<std::uint32_t>();
    record.key.size_class = in.get<std::uint32_t>();
    record.picture.format = in.get<AtlasFormat>();
    record.picture.width = in.get<std::int32_t>();
    record.picture.height = in.get<std::int32_t>();
    record.picture.left_px = in.get<std::int32_t>();
    record.picture.top_px = in.get<std::int32_t>();
    record.picture.spread_px = in.get<float>();
    record.picture.px_per_em = in.get<float>();
    std::string_view const bytes = in.text();
    if (!in.good() || bytes.size() != pixel_bytes(record.picture)) return std::nullopt;
    if (pixels == Pixels::Copy) record.picture.pixels.assign(bytes.begin(), bytes.end());
    return record;
}

std::string file_bytes(std::filesystem::path const& path) {
    std::error_code error;
    auto const size = std::filesystem::file_size(path, error);
    if (error || size > 4 * most_bytes) return {};
    std::string bytes(size, '\0');
    std::ifstream in(path, std::ios::binary);
    in.read(bytes.data(), static_cast<std::streamsize>(size));
    return in.gcount() == static_cast<std::streamsize>(size) ? bytes : std::string();
}

}  // namespace

std::size_t GlyphKeyHash::operator()(GlyphKey const& key) const {
    return std::hash<std::uint64_t>()(key.face ^ (static_cast<std::uint64_t>(key.glyph) << 20) ^
                                      key.size_class);
}

std::uint64_t face_key(FaceFile const& file) {
    std::string bytes = file.path;
    put(bytes, file.index);
    put(bytes, stamp_of(file.path));
    return checksum(bytes);
}

GlyphCache::GlyphCache(std::filesystem::path file) : m_file(std::move(file)) {
    if (!m_file.empty()) load();
}

void GlyphCache::load() {
    std::string const bytes = file_bytes(m_file);
    if (!std::string_view(bytes).starts_with(magic)) return;
    Reader in(std::string_view(bytes).substr(magic.size()));
    auto const sum = in.get<std::uint64_t>();
    if (!in.good() || sum != checksum(in.rest())) return;
    std::string_view const header = in.text();
    m_families = read_families(header);
    if (!m_families) return;
    m_header = header;
    m_glyphs = in.text();
    Reader records(m_glyphs);
    while (!records.rest().empty()) {
        std::size_t const offset = m_glyphs.size() - records.rest().size();
        auto const record = read_record(records, Pixels::Skip);
        if (!record) break;
        m_places.emplace(record->key, offset);
    }
}

void GlyphCache::set_inventory(FontInventory const& inventory) {
    m_header = header_of(inventory);
    m_changed = true;
}

std::optional<GlyphPicture> GlyphCache::find(GlyphKey const& key) const {
    auto const place = m_places.find(key);
    if (place == m_places.end()) return std::nullopt;
    Reader in(std::string_view(m_glyphs).substr(place->second));
    auto record = read_record(in, Pixels::Copy);
    if (!record) return std::nullopt;
    return std::move(record->picture);
}

void GlyphCache::add(GlyphKey const& key, GlyphPicture const& picture) {
    if (m_file.empty() || m_glyphs.size() + picture.pixels.size() > most_bytes) return;
    if (!m_places.emplace(key, m_glyphs.size()).second) return;
    put_record(m_glyphs, key, picture);
    m_changed = true;
}

void GlyphCache::save() {
    if (m_file.empty() || !m_changed) return;
    std::string body;
    put_text(body, m_header);
    put_text(body, m_glyphs);
    std::string head(magic);
    put(head, checksum(body));
    std::error_code error;
    std::filesystem::create_directories(m_file.parent_path(), error);
    std::filesystem::path written = m_file;
    written += ".new";
    std::ofstream out(written, std::ios::binary | std::ios::trunc);
    out << head << body;
    out.close();
    if (!out) {
        std::filesystem::remove(written, error);
        return;
    }
    std::filesystem::rename(written, m_file, error);
    if (error) return;
    m_changed = false;
}

}  // namespace scene
