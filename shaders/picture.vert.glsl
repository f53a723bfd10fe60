#include "record.glsl"

noperspective out vec4 place;  // from the centre in px; half size
noperspective out vec2 at;
noperspective out vec2 measure; // radius, alpha

void main() {
    vec4 centre = numbers(1);
    vec2 px = covered(numbers(0));
    place = vec4(px - centre.xy, centre.zw);
    vec4 rest = numbers(2);
    at = (place.xy / centre.zw) * (0.5 * rest.zw) + 0.5;
    measure = rest.xy;
    gl_Position = clip_position(px);
}
