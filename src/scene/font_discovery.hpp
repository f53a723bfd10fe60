// Which font files there are, in the fixed order in which a missing character looks for a face
// (fontconfig). Must not open a font. Used by font, which keeps the answer in its cache file.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace scene {

struct FaceFile {
    std::string path;
    int index = 0;   // FreeType's: face in a collection, named instance above bit 16
    int weight = 0;  // CSS: 400 regular, 700 bold
    friend bool operator==(FaceFile const&, FaceFile const&) = default;
};

enum class FaceKind : std::uint8_t { Outline, Color };

// The files that stand for Regular, Medium and SemiBold; the same file more than once where a
// weight is missing.
struct FontFamily {
    std::string name;
    FaceKind kind = FaceKind::Outline;
    std::array<FaceFile, 3> faces;
    friend bool operator==(FontFamily const&, FontFamily const&) = default;
};

struct FontInventory {
    std::vector<FontFamily> families;  // fallback order; the first is Inter where it is installed
    std::vector<std::string> folders;  // a change of their time means that fonts came or went
};

FontInventory find_fonts();

// What tells two configurations of fontconfig apart without starting it.
std::string font_configuration_key();

}  // namespace scene
