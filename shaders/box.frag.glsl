// A rounded box with a border inside its edge.
#include "distance.glsl"

noperspective in vec4 place;
noperspective in vec4 fill;
noperspective in vec4 edge;
noperspective in vec2 measure;
out vec4 result;

void main() {
    float d = box(place.xy, place.zw, measure.x);
    result = mix(edge, fill, cover(d + measure.y)) * cover(d);
}
