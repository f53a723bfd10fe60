#include "render/renderer.hpp"
#include "shell/headless.hpp"
#include "shell/machine.hpp"

namespace shell {

std::string describe_gpu(std::filesystem::path const& shaders) {
    try {
        HeadlessContext const context;
        render::Renderer const renderer({shaders});
        return renderer.gl_renderer();
    } catch (std::exception const& error) {
        return error.what();
    }
}

}  // namespace shell
