// A kept picture of the view, let through by `share`.
uniform sampler2D kept;
uniform float share;

noperspective in vec2 at;
out vec4 result;

void main() {
    result = vec4(texture(kept, at).rgb * share, share);
}
