// A small sound pack in memory, one file a name, for tests that spoil one thing at a time.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "exchange/pack_files.hpp"

namespace small_pack {

using Files = std::map<std::string, std::string>;

// Two journeys, three stages, two steps, three touchpoints, two of them promised, and at least one
// row in each file.
Files files();

// `files` with the first `from` in `name` replaced by `to`; fails the test when it is not there.
Files with(Files files, std::string const& name, std::string_view from, std::string_view to);
Files with_line(Files files, std::string const& name, std::string_view line);

exchange::PackResult read(Files files, model::Room const* previous = nullptr);

// The problems, one a line, as the command line prints them.
std::string printed(exchange::PackResult const& result);

// A PNG of a few pixels.
std::string tiny_png();

}  // namespace small_pack
