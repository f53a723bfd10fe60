#include "record.glsl"

noperspective out vec4 place;   // from the centre in px; half size
noperspective out vec4 fill;
noperspective out vec4 border;
noperspective out vec4 accent;
noperspective out vec3 measure; // radius, border width, where the accent ends

void main() {
    vec4 centre = numbers(1);
    uvec4 style = words(2);
    uvec4 more = words(3);
    vec2 px = covered(numbers(0));
    place = vec4(px - centre.xy, centre.zw);
    fill = color(style.x);
    border = color(style.y);
    accent = color(more.x);
    measure = vec3(uintBitsToFloat(style.zw), uintBitsToFloat(more.y) - centre.z);
    gl_Position = clip_position(px);
}
