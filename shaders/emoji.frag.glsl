// Coloured glyphs (premultiplied), faded by the ink's alpha.
uniform sampler2DArray atlas;

noperspective in vec3 at;
flat in vec4 ink;
flat in float range;
out vec4 result;

void main() {
    result = texture(atlas, at) * ink.a;
}
