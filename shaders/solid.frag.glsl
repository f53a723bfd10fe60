// The inside of boxes: no distance, no edge.
noperspective in vec4 fill;
out vec4 result;

void main() {
    result = fill;
}
