#include "scene/floor_looks.hpp"

namespace scene {

FloorLooks floor_looks(model::Room const&, View const&) {
    return {};
}

}  // namespace scene
