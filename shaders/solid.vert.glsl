#include "record.glsl"

noperspective out vec4 fill;

void main() {
    fill = color(words(2).x);
    gl_Position = clip_position(covered(numbers(0)));
}
