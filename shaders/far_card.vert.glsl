#include "record.glsl"

noperspective out vec4 place;   // from the centre in px; half size
noperspective out vec4 fill;    // straight colour, alpha of the whole card
noperspective out vec3 disc;
noperspective out vec3 left_pill;
noperspective out vec3 right_pill;

// A part without ink has the colour of the card.
vec3 part(uint rgba) {
    return (rgba >> 24) == 0u ? fill.rgb : straight(rgba).rgb;
}

void main() {
    vec4 centre = numbers(1);
    uvec4 accents = words(3);
    vec2 px = covered(numbers(0));
    place = vec4(px - centre.xy, centre.zw);
    fill = straight(words(2).x);
    disc = part(accents.x);
    left_pill = part(accents.y);
    right_pill = part(accents.z);
    gl_Position = clip_position(px);
}
