// The marks that tell a measure, as distances: in the square -1..1 around the centre, y down, one optical size (a disc
// of radius 0.9). The numbers of the shapes are those of scene::Shape. Needs distance.glsl.

float triangle(vec2 p) {
    // Point up, corners rounded by 0.1.
    const vec2 foot = vec2(0.85, 1.46);
    p = vec2(abs(p.x), p.y + 0.77);
    vec2 a = p - foot * clamp(dot(p, foot) / dot(foot, foot), 0.0, 1.0);
    vec2 b = p - foot * vec2(clamp(p.x / foot.x, 0.0, 1.0), 1.0);
    float nearest = sqrt(min(dot(a, a), dot(b, b)));
    float side = min(foot.x * p.y - foot.y * p.x, foot.y - p.y);
    return (side > 0.0 ? -nearest : nearest) - 0.1;
}

float stripes(vec2 p) {
    float across = (p.x + p.y) * 0.70710678;
    return abs(mod(across + 0.2, 0.4) - 0.2) - 0.09;
}

float dots(vec2 p, float count) {
    float step_angle = 6.28318531 / count;
    float angle = mod(atan(p.x, p.y) + 0.5 * step_angle, step_angle) - 0.5 * step_angle;
    vec2 q = length(p) * vec2(cos(angle), sin(angle));
    return length(q - vec2(0.8, 0.0)) - 0.115;
}

float chevron(vec2 p) {
    return stroke(vec2(abs(p.x), p.y), vec2(0.0, -0.36), vec2(0.68, 0.34)) - 0.17;
}
