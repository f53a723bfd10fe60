// What this machine offers, in sentences: display, touch, GPU. Must not know the room. Used by
// doctor.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace shell {

std::vector<std::string> describe_display();
std::vector<std::string> describe_touch();
// Draws nothing, but makes a context without a window and compiles the shaders.
std::string describe_gpu(std::filesystem::path const& shaders);

}  // namespace shell
