// Programs from the files in shaders/: NAME.vert.glsl and NAME.frag.glsl, with #include "file".
// Errors name the file and the line. Must not know what a program draws.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "render/gl_object.hpp"

namespace render {

// A shader text with its includes in place; `files[i]` is what GLSL reports as source i.
struct ShaderSource {
    std::string text;
    std::vector<std::string> files;
};

// Throws std::runtime_error with FILE:LINE when a file is missing.
ShaderSource read_shader(std::filesystem::path const& file);

// "0:12(3): error ..." or "0(12) : error ..." of a compiler log -> "FILE:12: error ...", line by
// line.
std::string name_files(std::string const& log, std::vector<std::string> const& files);

struct ProgramFiles {
    std::filesystem::path vertex;
    std::filesystem::path fragment;
};

// Throws std::runtime_error with the compiler's words, FILE:LINE first.
Program load_program(ProgramFiles const& files);

}  // namespace render
