// Compares a picture with tests/golden/NAME.png. Goldens are llvmpipe's: other renderers skip the
// comparison.
#pragma once

#include <string>

#include "base/image.hpp"

namespace test_render {

// Fails the running case when the picture differs; writes NAME.actual.png, NAME.expected.png and
// NAME.diff.png into the build folder then. UPDATE_EXPECTED=1 rewrites the golden.
void expect_golden(std::string const& name, base::Image const& actual,
                   std::string const& gl_renderer);

}  // namespace test_render
