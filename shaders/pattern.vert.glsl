#include "record.glsl"

noperspective out vec4 place;   // from the centre in px; half size
noperspective out vec4 fill;
noperspective out vec4 border;
noperspective out vec3 measure; // radius, border width, pattern period (below 0: dashes, above: hatching)

void main() {
    vec4 centre = numbers(1);
    uvec4 style = words(2);
    vec2 px = covered(numbers(0));
    place = vec4(px - centre.xy, centre.zw);
    fill = color(style.x);
    border = color(style.y);
    measure = vec3(uintBitsToFloat(style.zw), numbers(3).z);
    gl_Position = clip_position(px);
}
