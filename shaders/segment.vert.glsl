// One piece of a polyline. Texel 0: its two ends; texel 1: the bisectors at its ends; texel 3: the clip rectangle.
#include "record.glsl"

noperspective out vec4 place;   // along and across in px; length, half width
noperspective out vec4 cuts;    // bisectors in (along, across)
noperspective out vec4 inside;  // distances to the clip's four sides
noperspective out vec4 ink;
noperspective out vec2 dash;    // length, way before this piece

void main() {
    vec4 ends = numbers(0);
    vec4 bisectors = numbers(1);
    uvec4 style = words(2);
    vec4 clip = numbers(3);
    float half_width = uintBitsToFloat(style.y);
    float len = length(ends.zw - ends.xy);
    vec2 along = len > 0.0 ? (ends.zw - ends.xy) / len : vec2(1.0, 0.0);
    vec2 across = vec2(-along.y, along.x);
    vec2 way = vec2(-half_width - 1.0, half_width + 1.0);
    vec2 c = corner();
    vec2 local = vec2(c.x > 0.5 ? len + way.y : way.x, c.y > 0.5 ? way.y : way.x);
    vec2 px = ends.xy + along * local.x + across * local.y;
    place = vec4(local, len, half_width);
    cuts = vec4(dot(bisectors.xy, along), dot(bisectors.xy, across), dot(bisectors.zw, along),
                dot(bisectors.zw, across));
    inside = vec4(px - clip.xy, clip.zw - px);
    ink = color(style.x);
    dash = uintBitsToFloat(style.zw);
    gl_Position = clip_position(px);
}
