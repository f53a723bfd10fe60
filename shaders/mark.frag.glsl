// Any mark of the wall; see mark.glsl for their square.
#include "distance.glsl"
#include "mark.glsl"

noperspective in vec3 place;
noperspective in vec4 fill;
noperspective in vec4 border;
noperspective in vec2 measure;
out vec4 result;

// Five points; `radius` is that of the points before rounding by 0.06.
float star(vec2 p, float radius) {
    const vec2 k1 = vec2(0.809016994, -0.587785252);
    const vec2 k2 = vec2(-0.809016994, -0.587785252);
    p = vec2(abs(p.x), -p.y);
    p -= 2.0 * max(dot(k1, p), 0.0) * k1;
    p -= 2.0 * max(dot(k2, p), 0.0) * k2;
    p = vec2(abs(p.x), p.y - radius);
    vec2 edge = 0.5 * vec2(-k1.y, k1.x) - vec2(0.0, 1.0);
    float h = clamp(dot(p, edge) / dot(edge, edge), 0.0, radius);
    return length(p - edge * h) * sign(p.y * edge.x - p.x * edge.y) - 0.06;
}

float keyhole(vec2 p) {
    return min(length(p - vec2(0.0, -0.08)) - 0.16, box(p - vec2(0.0, 0.16), vec2(0.07, 0.22), 0.03));
}

float arrow(vec2 p) {
    float shaft = stroke(p, vec2(0.0, -0.68), vec2(0.0, 0.74));
    return min(shaft, stroke(vec2(abs(p.x), p.y), vec2(0.0, -0.7), vec2(0.52, -0.16))) - 0.13;
}

float split_disc(vec2 p) {
    float left = max(length(p - vec2(-0.1, -0.11)) - 0.78, p.x + 0.1);
    return min(left, max(length(p - vec2(0.1, 0.11)) - 0.78, 0.1 - p.x));
}

void main() {
    vec2 p = place.xy;
    float px = place.z;
    int shape = int(measure.y + 0.5);
    float ring = length(p) - 0.9;
    float width = measure.x > 0.0 ? measure.x / px : max(0.16, 1.0 / px);
    float outline = abs(ring + 0.5 * width) - 0.5 * width;

    float body = 1.0;     // what `fill` covers
    float lines = 1.0;    // what the stroke covers
    if (shape == 1) body = ring;
    else if (shape == 2) { body = max(ring, p.x); lines = outline; }
    else if (shape == 3) body = triangle(p);
    else if (shape == 4) lines = min(outline, max(ring, stripes(p)));
    else if (shape == 5) lines = dots(p, px < 6.0 ? 8.0 : 12.0);
    else if (shape == 6) lines = outline;
    else if (shape == 7) body = star(p, 0.95);
    else if (shape == 8) lines = min(abs(star(p, 0.95) + 0.5 * width) - 0.5 * width, keyhole(p));
    else if (shape == 9) body = chevron(p);
    else if (shape == 10) body = box(p, vec2(0.72, 0.17), 0.1);
    else if (shape == 11) body = chevron(vec2(p.x, -p.y));
    else if (shape == 12) body = box(vec2(p.x + p.y, p.x - p.y) * 0.70710678, vec2(0.62), 0.08);
    else if (shape == 13) body = split_disc(p);
    else if (shape == 14) body = stroke(abs(p), vec2(0.0), vec2(0.62)) - 0.13;
    else if (shape == 15) body = arrow(p);
    else if (shape == 16) body = arrow(vec2(p.x, -p.y));

    bool stroked = shape == 2 || shape == 4 || shape == 5 || shape == 6 || shape == 8;
    if (border.a == 0.0) {
        result = fill * cover(min(body, stroked ? lines : body) * px);
        return;
    }
    if (!stroked) lines = measure.x > 0.0 ? max(body, -body - width) : 1.0;
    result = over(border * cover(lines * px), fill * cover(body * px));
}
