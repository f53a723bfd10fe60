// The marks that stand in their thousands, in one colour. On software GL every branch is computed for every pixel, so
// the rare shapes have a program of their own.
#include "distance.glsl"
#include "mark.glsl"

noperspective in vec4 place;
noperspective in vec4 ink;
noperspective in float shape;
out vec4 result;

void main() {
    vec2 p = place.xy;
    float px = place.z;
    float ring = length(p) - 0.9;
    float outline = abs(ring + 0.5 * place.w) - 0.5 * place.w;
    float d = ring;
    if (shape > 10.5) d = chevron(vec2(p.x, -p.y));
    else if (shape > 9.5) d = box(p, vec2(0.72, 0.17), 0.1);
    else if (shape > 8.5) d = chevron(p);
    else if (shape > 5.5) d = outline;
    else if (shape > 4.5) d = dots(p, px < 6.0 ? 8.0 : 12.0);
    else if (shape > 3.5) d = min(outline, max(ring, stripes(p)));
    else if (shape > 2.5) d = triangle(p);
    else if (shape > 1.5) d = min(outline, max(ring, p.x));
    result = ink * cover(d * px);
}
