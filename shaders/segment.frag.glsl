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
    // A zero bisector is a free end. Pixels exactly on a bisector go to the piece before it, whatever the rounding.
    bool after_start = cuts.xy == vec2(0.0) || dot(place.xy, cuts.xy) >= 0.001;
    bool before_stop = cuts.zw == vec2(0.0) || dot(vec2(along - len, across), cuts.zw) < 0.001;
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
    result = after_start && before_stop && shown ? ink * a : vec4(0.0);
}
