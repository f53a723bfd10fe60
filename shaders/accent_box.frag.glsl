// A rounded box with a border inside its edge and a bar along its left side.
#include "distance.glsl"

noperspective in vec4 place;
noperspective in vec4 fill;
noperspective in vec4 border;
noperspective in vec4 accent;
noperspective in vec3 measure;
out vec4 result;

void main() {
    float d = box(place.xy, place.zw, measure.x);
    vec4 inside = mix(over(border, fill), fill, cover(d + measure.y));
    inside = mix(inside, over(accent, fill), cover(place.x - measure.z) * accent.a);
    result = inside * cover(d);
}
