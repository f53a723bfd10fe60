// Coloured glyphs (premultiplied), faded by the ink's alpha.
uniform sampler2DArray atlas;

noperspective in vec3 at;
noperspective in vec4 ink;
noperspective in float range;
out vec4 result;

void main() {
    result = texture(atlas, at) * ink.a;
}
