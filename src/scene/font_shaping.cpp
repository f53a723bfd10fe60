#include "scene/font_shaping.hpp"

#include <algorithm>
#include <fribidi.h>
#include <hb.h>
#include <memory>

#include "base/utf8.hpp"
#include "scene/font_unicode.hpp"

namespace scene {
namespace {

constexpr double space_advance_em = 0.28;  // of a space that no face has

struct Characters {
    std::vector<char32_t> text;
    std::vector<std::uint32_t> codes;  // the same, as the C libraries take it
    bool may_be_right_to_left = false;
};

// A part of the line in one direction, one script and one face.
struct Item {
    std::size_t first = 0;
    std::size_t count = 0;
    FriBidiLevel level = 0;
    hb_script_t script = HB_SCRIPT_COMMON;
    FaceId face = no_face;
};

Characters decode(std::string_view text) {
    Characters out;
    out.text.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        char32_t c = base::next_code_point(text, i);
        if (is_control(c)) continue;
        if (is_space(c) && (c < 0x20 || c == 0x2028 || c == 0x2029)) c = ' ';
        if (c >= 0x590) out.may_be_right_to_left = true;
        out.text.push_back(c);
    }
    out.codes.assign(out.text.begin(), out.text.end());
    return out;
}

std::vector<FriBidiLevel> bidi_levels(Characters const& line) {
    std::vector<FriBidiLevel> levels(line.text.size(), 0);
    if (!line.may_be_right_to_left) return levels;
    std::vector<std::uint32_t> const& text = line.codes;
    auto const count = static_cast<FriBidiStrIndex>(text.size());
    std::vector<FriBidiCharType> types(text.size());
    std::vector<FriBidiBracketType> brackets(text.size());
    fribidi_get_bidi_types(text.data(), count, types.data());
    fribidi_get_bracket_types(text.data(), count, types.data(), brackets.data());
    FriBidiParType direction = FRIBIDI_PAR_ON;
    FriBidiLevel const highest = fribidi_get_par_embedding_levels_ex(
        types.data(), brackets.data(), count, &direction, levels.data());
    // Only for rule L1 (spaces at the line's end); the order of the parts is ours.
    FriBidiLevel const ordered = fribidi_reorder_line(FRIBIDI_FLAGS_DEFAULT, types.data(), count, 0,
                                                      direction, levels.data(), nullptr, nullptr);
    // Both say 0 when memory ran out: then everything goes left to right.
    if (highest == 0 || ordered == 0) std::fill(levels.begin(), levels.end(), FriBidiLevel{0});
    return levels;
}

// Every character its script; punctuation and marks take the script before them, at the start the
// one after.
std::vector<hb_script_t> scripts_of(std::vector<char32_t> const& text) {
    std::vector<hb_script_t> scripts;
    scripts.reserve(text.size());
    hb_script_t before = HB_SCRIPT_COMMON;
    for (char32_t const c : text) {
        hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), c);
        if (script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED) script = before;
        before = script;
        scripts.push_back(script);
    }
    auto const known = std::find_if(scripts.begin(), scripts.end(),
                                    [](hb_script_t s) { return s != HB_SCRIPT_COMMON; });
    if (known != scripts.end()) std::fill(scripts.begin(), known, *known);
    return scripts;
}

std::vector<Item> items_of(FaceStack& faces, Characters const& line, layout::Weight weight) {
    std::vector<FriBidiLevel> const levels = bidi_levels(line);
    std::vector<hb_script_t> const scripts = scripts_of(line.text);
    std::vector<Item> items;
    std::span<char32_t const> const text(line.text);
    for (std::size_t i = 0; i < text.size();) {
        std::size_t const count = cluster_length(text.subspan(i));
        auto const cluster = text.subspan(i, count);
        FaceWish const wish{weight, wants_color(cluster) ? FaceKind::Color : FaceKind::Outline,
                            items.empty() ? no_face : items.back().face};
        Item const next{i, count, levels[i], scripts[i], faces.face_for(cluster, wish)};
        bool const same = !items.empty() && items.back().face == next.face &&
                          items.back().level == next.level && items.back().script == next.script;
        if (same) {
            items.back().count += count;
        } else {
            items.push_back(next);
        }
        i += count;
    }
    return items;
}

// Rule L2 of the bidirectional algorithm, on whole items.
void put_in_visual_order(std::vector<Item>& items) {
    FriBidiLevel highest = 0;
    for (Item const& item : items)
        highest = std::max(highest, item.level);
    for (FriBidiLevel level = highest; level >= 1; --level) {
        for (auto i = items.begin(); i != items.end();) {
            auto const in = [level](Item const& item) { return item.level >= level; };
            auto const first = std::find_if(i, items.end(), in);
            i = std::find_if_not(first, items.end(), in);
            std::reverse(first, i);
        }
    }
}

void append_boxes(ShapedLine& line, std::span<char32_t const> part, FriBidiLevel level) {
    std::vector<char32_t> bases;
    for (std::size_t i = 0; i < part.size(); i += cluster_length(part.subspan(i))) {
        if (!is_invisible(part[i])) bases.push_back(part[i]);
    }
    if (level % 2 == 1) std::reverse(bases.begin(), bases.end());
    for (char32_t const c : bases) {
        if (is_space(c)) {
            line.width_em += space_advance_em;
            continue;
        }
        line.missing.push_back(c);
        line.glyphs.push_back({no_face, 0, line.width_em, 0});
        line.width_em += box_advance_em;
    }
}

hb_feature_t feature(char a, char b, char c, char d) {
    return {HB_TAG(a, b, c, d), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
}

void shape_item(hb_buffer_t* buffer, Face const& face, Characters const& line, Item const& item) {
    hb_buffer_clear_contents(buffer);
    // The whole line goes in, so that letters join across a change of face.
    hb_buffer_add_codepoints(buffer, line.codes.data(), static_cast<int>(line.codes.size()),
                             static_cast<unsigned>(item.first), static_cast<int>(item.count));
    hb_buffer_set_direction(buffer, item.level % 2 == 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, item.script);
    std::array<hb_feature_t, 3> const features{
        feature('t', 'n', 'u', 'm'), feature('k', 'e', 'r', 'n'), feature('l', 'i', 'g', 'a')};
    hb_shape(face.font, buffer, features.data(), static_cast<unsigned>(features.size()));
}

void append_shaped(ShapedLine& line, hb_buffer_t* buffer, Face const& face, Item const& item,
                   std::vector<char32_t> const& text) {
    unsigned count = 0;
    hb_glyph_info_t const* const infos = hb_buffer_get_glyph_infos(buffer, &count);
    hb_glyph_position_t const* const places = hb_buffer_get_glyph_positions(buffer, &count);
    double const scale = face.em_per_unit();
    for (unsigned i = 0; i < count; ++i) {
        if (infos[i].codepoint == 0) {
            line.missing.push_back(text[infos[i].cluster]);
            line.glyphs.push_back({no_face, 0, line.width_em, 0});
            line.width_em += box_advance_em;
            continue;
        }
        line.glyphs.push_back({item.face, infos[i].codepoint,
                               line.width_em + places[i].x_offset * scale,
                               -places[i].y_offset * scale});
        line.width_em += places[i].x_advance * scale;
    }
}

struct BufferDeleter {
    void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};

}  // namespace

ShapedLine shape_line(FaceStack& faces, std::string_view text, layout::Weight weight) {
    ShapedLine line;
    Characters const characters = decode(text);
    std::vector<Item> items = items_of(faces, characters, weight);
    put_in_visual_order(items);
    std::unique_ptr<hb_buffer_t, BufferDeleter> const buffer(hb_buffer_create());
    for (Item const& item : items) {
        if (item.face == no_face) {
            std::span<char32_t const> const all(characters.text);
            append_boxes(line, all.subspan(item.first, item.count), item.level);
            continue;
        }
        Face const& face = faces.face(item.face);
        shape_item(buffer.get(), face, characters, item);
        append_shaped(line, buffer.get(), face, item, characters.text);
    }
    return line;
}

bool starts_right_to_left(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        char32_t const c = base::next_code_point(text, i);
        FriBidiCharType const type = fribidi_get_bidi_type(c);
        if (FRIBIDI_IS_STRONG(type)) return FRIBIDI_IS_RTL(type);
    }
    return false;
}

}  // namespace scene
