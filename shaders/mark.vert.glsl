#include "record.glsl"

noperspective out vec3 place;   // from the centre in half sizes; half size in px
noperspective out vec4 fill;
noperspective out vec4 border;
noperspective out vec2 measure; // border width in px, shape

void main() {
    vec4 centre = numbers(1);
    uvec4 style = words(2);
    vec2 px = covered(numbers(0));
    float half_size = min(centre.z, centre.w);
    place = vec3((px - centre.xy) / half_size, half_size);
    fill = color(style.x);
    border = color(style.y);
    measure = vec2(uintBitsToFloat(style.w), float(words(3).w));
    gl_Position = clip_position(px);
}
