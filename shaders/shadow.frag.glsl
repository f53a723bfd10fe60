// The soft shadow of a box.
#include "distance.glsl"

noperspective in vec4 place;
noperspective in vec4 fill;
noperspective in vec2 measure;
out vec4 result;

void main() {
    // The integral of a bell curve, near enough, along the distance from a box rounded by the blur.
    float t = clamp(0.5 - box(place.xy, place.zw, measure.x) * measure.y, 0.0, 1.0);
    result = fill * (t * t * (3.0 - 2.0 * t));
}
