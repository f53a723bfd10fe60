#include "record.glsl"

noperspective out vec3 at;      // place in the atlas, layer
noperspective out vec4 ink;
noperspective out float range;  // px of the screen between the values 0 and 1

void main() {
    vec4 texture_rect = numbers(1);
    uvec4 style = words(2);
    at = vec3(covered(texture_rect), float(style.y));
    ink = color(style.x);
    range = uintBitsToFloat(style.z);
    gl_Position = clip_position(covered(numbers(0)));
}
