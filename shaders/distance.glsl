// Signed distances (negative inside) and what they cover.

float cover(float d) {
    return clamp(0.5 - d, 0.0, 1.0);
}

float box(vec2 p, vec2 half_size, float radius) {
    vec2 q = abs(p) - half_size + radius;
    return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - radius;
}

// Distance to the stroke from a to b.
float stroke(vec2 p, vec2 a, vec2 b) {
    vec2 pa = p - a;
    vec2 ba = b - a;
    return length(pa - ba * clamp(dot(pa, ba) / dot(ba, ba), 0.0, 1.0));
}

// `top` over `below`, premultiplied.
vec4 over(vec4 top, vec4 below) {
    return top + below * (1.0 - top.a);
}
