// A picture as the GPU takes it: premultiplied, and every half of it down to one pixel, since
// portraits are often shown far smaller than they are. Made without OpenGL, so that a thread beside
// the frames can. Must not know where it is shown. Used by texture_store and by whoever decodes.
#pragma once

#include <vector>

#include "base/image.hpp"

namespace render {

// Full size first. Asking OpenGL for the halves would cost the first frame a shader of its own.
using PictureLevels = std::vector<base::Image>;

PictureLevels picture_levels(base::Image image);

}  // namespace render
