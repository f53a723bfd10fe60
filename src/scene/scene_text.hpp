// Remembers how paragraphs break, so that a frame costs look-ups and not line breaking: widths are
// in em, hence the same at every zoom. Must not know what a text means. Owned by shell beside the
// FontBook, used by build_scene.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "layout/text_block.hpp"
#include "scene/font.hpp"

namespace scene {

struct BlockWish {
    double width_em = 10;  // box width / font size
    int max_lines = 1;
    double smallest_share = 1;  // the size may shrink to this share before text is cut
    Weight weight = Weight::Regular;
};

class SceneText {
public:
    explicit SceneText(FontBook& fonts) : m_fonts(fonts), m_measure(fonts) {}

    // The paragraph broken for a font size of 1 (multiply everything by the size).
    layout::TextBlock const& block(std::string_view text, BlockWish const& wish);

    FontBook& fonts() { return m_fonts; }
    layout::TextMeasure& measure() { return m_measure; }

private:
    struct Key {
        std::string text;
        std::uint64_t wish = 0;
        friend bool operator==(Key const&, Key const&) = default;
    };
    struct KeyView {
        std::string_view text;
        std::uint64_t wish = 0;
    };
    struct Hash {
        using is_transparent = void;
        static std::size_t of(std::string_view text, std::uint64_t wish) {
            return std::hash<std::string_view>{}(text) ^ (wish * 0x9E3779B97F4A7C15ULL);
        }
        std::size_t operator()(Key const& key) const { return of(key.text, key.wish); }
        std::size_t operator()(KeyView const& key) const { return of(key.text, key.wish); }
    };
    struct Equal {
        using is_transparent = void;
        bool operator()(Key const& a, Key const& b) const { return a == b; }
        bool operator()(KeyView const& a, Key const& b) const {
            return a.wish == b.wish && a.text == b.text;
        }
        bool operator()(Key const& a, KeyView const& b) const { return (*this)(b, a); }
    };

    FontBook& m_fonts;
    FontMeasure m_measure;
    std::unordered_map<Key, layout::TextBlock, Hash, Equal> m_blocks;
};

}  // namespace scene
