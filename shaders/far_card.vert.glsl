#include "record.glsl"

noperspective out vec4 place;   // from the centre in px; half size
noperspective out vec4 fill;
noperspective out vec4 border;
noperspective out vec4 disc;
noperspective out vec4 left_pill;
noperspective out vec4 right_pill;
noperspective out vec2 measure; // radius, border width

void main() {
    vec4 centre = numbers(1);
    uvec4 style = words(2);
    uvec4 accents = words(3);
    vec2 px = covered(numbers(0));
    place = vec4(px - centre.xy, centre.zw);
    fill = color(style.x);
    border = color(style.y);
    disc = color(accents.x);
    left_pill = color(accents.y);
    right_pill = color(accents.z);
    measure = uintBitsToFloat(style.zw);
    gl_Position = clip_position(px);
}
