// A picture with rounded corners.
#include "distance.glsl"

uniform sampler2D picture;

noperspective in vec4 place;
noperspective in vec2 at;
noperspective in vec2 measure;
out vec4 result;

void main() {
    result = texture(picture, at) * (measure.y * cover(box(place.xy, place.zw, measure.x)));
}
