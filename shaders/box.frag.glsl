// A rounded box with a border inside its edge.
#include "distance.glsl"

noperspective in vec4 place;
flat in vec4 fill;
flat in vec4 edge;
flat in vec2 measure;
out vec4 result;

void main() {
    float d = box(place.xy, place.zw, measure.x);
    result = mix(edge, fill, cover(d + measure.y)) * cover(d);
}
