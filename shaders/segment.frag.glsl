// A stroke with round ends. Where two pieces meet, each pixel belongs to the one on its side of the bisector, so that
// translucent ink is laid once.
#include "distance.glsl"

noperspective in vec4 place;
noperspective in vec4 cuts;
noperspective in vec4 inside;
noperspective in vec4 ink;
noperspective in vec2 dash;
out vec4 result;

void main() {
    float along = place.x;
    float across = place.y;
    float len = place.z;
    float half_width = place.w;
    bool mine = dot(place.xy, cuts.xy) >= 0.0 && dot(vec2(along - len, across), cuts.zw) < 0.0;
    bool shown = all(greaterThanEqual(inside, vec4(0.0)));
    float beyond = along - clamp(along, 0.0, len);
    float a = cover(length(vec2(beyond, across)) - half_width);
    // Lines thinner than a pixel fade instead of breaking up.
    a = min(a, 2.0 * half_width);
    if (dash.x > 0.0) {
        float from_dash = abs(mod(along + dash.y, 2.0 * dash.x) - 0.5 * dash.x);
        from_dash = min(from_dash, abs(mod(along + dash.y, 2.0 * dash.x) - 2.5 * dash.x));
        a *= cover(from_dash - 0.5 * dash.x);
    }
    result = mine && shown ? ink * a : vec4(0.0);
}
