#include "record.glsl"

noperspective out vec4 place;   // from the centre in px; half size
noperspective out vec4 fill;
noperspective out vec2 measure; // radius, blur steps a px

void main() {
    vec4 centre = numbers(1);
    uvec4 style = words(2);
    float softness = numbers(3).y;
    vec2 px = covered(numbers(0));
    place = vec4(px - centre.xy, centre.zw);
    fill = color(style.x);
    measure = vec2(min(max(uintBitsToFloat(style.z), softness), min(centre.z, centre.w)), 0.5 / softness);
    gl_Position = clip_position(px);
}
