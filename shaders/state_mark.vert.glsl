#include "record.glsl"

noperspective out vec4 place;  // from the centre in half sizes; half size in px; width of strokes in half sizes
noperspective out vec4 ink;
noperspective out float shape;

void main() {
    vec4 centre = numbers(1);
    uvec4 style = words(2);
    vec2 px = covered(numbers(0));
    float half_size = min(centre.z, centre.w);
    float width = uintBitsToFloat(style.w) / half_size;
    place = vec4((px - centre.xy) / half_size, half_size, width > 0.0 ? width : max(0.16, 1.0 / half_size));
    ink = color(style.x);
    shape = float(words(3).w);
    gl_Position = clip_position(px);
}
