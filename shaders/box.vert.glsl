#include "record.glsl"
#include "distance.glsl"

noperspective out vec4 place;   // from the centre in px; half size
noperspective out vec4 fill;
noperspective out vec4 edge;    // the border over the fill
noperspective out vec2 measure; // radius, border width

void main() {
    vec4 centre = numbers(1);
    uvec4 style = words(2);
    vec2 px = covered(numbers(0));
    place = vec4(px - centre.xy, centre.zw);
    fill = color(style.x);
    edge = over(color(style.y), fill);
    measure = uintBitsToFloat(style.zw);
    gl_Position = clip_position(px);
}
