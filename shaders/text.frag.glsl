// Text from distances: 0.5 is the outline, more is inside.
uniform sampler2DArray atlas;

noperspective in vec3 at;
noperspective in vec4 ink;
noperspective in float range;
out vec4 result;

void main() {
    result = ink * clamp((texture(atlas, at).r - 0.5) * range + 0.5, 0.0, 1.0);
}
