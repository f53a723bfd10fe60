// Reads a text catalogue (assets/text/LANGUAGE.json: one flat object, key to text).
#pragma once

#include <filesystem>

#include "base/catalogue.hpp"

namespace exchange {

// Throws std::runtime_error with FILE:LINE:COLUMN when the file is missing or wrong.
base::Catalogue read_catalogue(std::filesystem::path const& file);

}  // namespace exchange
