// A card whose text can no longer be read, in one quad: box, disc at the top left, two pills below. There may be tens
// of thousands of a few pixels each, so corners are square and only the disc needs a root.
noperspective in vec4 place;
noperspective in vec4 fill;
noperspective in vec3 disc;
noperspective in vec3 left_pill;
noperspective in vec3 right_pill;
out vec4 result;

float rectangle(vec2 p, vec2 half_size) {
    vec2 c = clamp(half_size + 0.5 - abs(p), 0.0, 1.0);
    return c.x * c.y;
}

void main() {
    vec2 p = place.xy;
    vec2 half_size = place.zw;
    // The marks grow a little as the card shrinks, so that they never vanish.
    float radius = max(0.22 * half_size.y, 0.9);
    vec2 to_disc = p + vec2(half_size.x - 0.46 * half_size.y, 0.46 * half_size.y);
    vec3 c = mix(fill.rgb, disc, clamp(radius + 0.5 - length(to_disc), 0.0, 1.0));
    vec2 pill = vec2(0.4 * half_size.x, max(0.2 * half_size.y, 0.6));
    vec2 to_pill = vec2(abs(p.x) - 0.47 * half_size.x, p.y - 0.58 * half_size.y);
    c = mix(c, p.x < 0.0 ? left_pill : right_pill, rectangle(to_pill, pill));
    result = vec4(c, 1.0) * (fill.a * rectangle(p, half_size));
}
