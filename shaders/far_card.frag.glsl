// A card whose text can no longer be read, in one quad: box, disc at the top left, two pills below.
#include "distance.glsl"

noperspective in vec4 place;
noperspective in vec4 fill;
noperspective in vec4 border;
noperspective in vec4 disc;
noperspective in vec4 left_pill;
noperspective in vec4 right_pill;
noperspective in vec2 measure;
out vec4 result;

void main() {
    vec2 p = place.xy;
    vec2 half_size = place.zw;
    float d = box(p, half_size, measure.x);
    vec4 c = mix(over(border, fill), fill, cover(d + measure.y));
    // The marks grow a little as the card shrinks, so that they never vanish.
    float radius = max(0.22 * half_size.y, 0.9);
    vec2 disc_at = vec2(-half_size.x + 0.46 * half_size.y, -0.46 * half_size.y);
    c = mix(c, disc, cover(length(p - disc_at) - radius) * disc.a);
    vec2 pill = vec2(0.4 * half_size.x, max(0.2 * half_size.y, 0.6));
    vec2 from_pill = vec2(abs(p.x) - 0.47 * half_size.x, p.y - 0.58 * half_size.y);
    vec4 ink = p.x < 0.0 ? left_pill : right_pill;
    c = mix(c, ink, cover(box(from_pill, pill, pill.y)) * ink.a);
    result = c * cover(d);
}
