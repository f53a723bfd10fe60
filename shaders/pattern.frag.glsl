// Boxes that are rare and dear: hatched fills, dashed borders.
#include "distance.glsl"

noperspective in vec4 place;
noperspective in vec4 fill;
noperspective in vec4 border;
noperspective in vec3 measure;
out vec4 result;

// Stripes at 45 degrees, fixed to the box, 40 % ink.
float hatching(float period) {
    float across = (place.x + place.z - place.y + place.w) * 0.70710678;
    float from_stripe = abs(mod(across, period) - 0.5 * period);
    return cover(from_stripe - 0.2 * period);
}

// Dashes along the edge: the way along a quarter of the outline, the dash length fitted so that the quarters meet.
float dashes(float period, float radius) {
    vec2 straight = place.zw - radius;
    vec2 q = abs(place.xy) - straight;
    float bend = radius * 1.57079633;
    float way = q.x > 0.0 && q.y > 0.0 ? straight.x + radius * atan(q.x, q.y)
              : q.x - q.y > radius * 0.0 ? straight.x + bend + straight.y - abs(place.y)
              : abs(place.x);
    float quarter = straight.x + straight.y + bend;
    float fitted = quarter / max(1.0, floor(quarter / period + 0.5));
    float from_dash = abs(mod(way + 0.5 * fitted, fitted) - 0.5 * fitted);
    return cover(from_dash - 0.29 * fitted);
}

void main() {
    float d = box(place.xy, place.zw, measure.x);
    float period = measure.z;
    vec4 ground = period > 0.0 ? fill * hatching(period) : fill;
    vec4 edge = period < 0.0 ? border * dashes(-period, measure.x) : border;
    result = mix(over(edge, ground), ground, cover(d + measure.y)) * cover(d);
}
