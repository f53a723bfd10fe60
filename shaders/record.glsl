// Every primitive is one quad: four texels of `records`, fetched by vertex number. Fetching instead of instancing
// saves a third on software GL (llvmpipe starts each instance anew).
// What is the same at all corners goes to the fragment `noperspective` as well, not `flat`: one flat input, and llvmpipe
// draws two triangles instead of one rectangle, a third slower.
// Texel 0 is always the rectangle to cover (left, top, right, bottom in px), unless a program says otherwise.
uniform usamplerBuffer records;
uniform vec2 view_px;

uvec4 words(int texel) {
    return texelFetch(records, (gl_VertexID >> 2) * 4 + texel);
}

vec4 numbers(int texel) {
    return uintBitsToFloat(words(texel));
}

vec4 straight(uint rgba) {
    return vec4(rgba & 255u, (rgba >> 8) & 255u, (rgba >> 16) & 255u, rgba >> 24) / 255.0;
}

// Premultiplied.
vec4 color(uint rgba) {
    vec4 c = straight(rgba);
    return vec4(c.rgb * c.a, c.a);
}

// (0,0) (1,0) (1,1) (0,1): the index buffer makes two triangles of them.
vec2 corner() {
    int c = gl_VertexID & 3;
    return vec2((c == 1 || c == 2) ? 1.0 : 0.0, c >= 2 ? 1.0 : 0.0);
}

vec4 clip_position(vec2 px) {
    return vec4(px / view_px * vec2(2.0, -2.0) + vec2(-1.0, 1.0), 0.0, 1.0);
}

vec2 covered(vec4 rect) {
    return mix(rect.xy, rect.zw, corner());
}
