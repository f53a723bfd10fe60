#include "render/shader.hpp"

#include <cctype>
#include <epoxy/gl.h>
#include <fstream>
#include <regex>
#include <sstream>
#include <stdexcept>

namespace render {

namespace {

// The file that `line` includes, or empty.
std::string included_file(std::string const& line) {
    static std::string const word = "#include \"";
    if (!line.starts_with(word)) return {};
    auto const end = line.find('"', word.size());
    return end == std::string::npos ? std::string() : line.substr(word.size(), end - word.size());
}

void append_file(ShaderSource& source, std::filesystem::path const& file,
                 std::string const& asked_by) {
    std::ifstream in(file);
    if (!in) {
        std::string const by = asked_by.empty() ? "" : asked_by + ": ";
        throw std::runtime_error(by + "the shader " + file.string() + " cannot be read");
    }
    std::string const number = std::to_string(source.files.size());
    source.files.push_back(file.filename().string());
    source.text += "#line 1 " + number + "\n";
    std::string line;
    for (int count = 1; std::getline(in, line); ++count) {
        std::string const wanted = included_file(line);
        if (wanted.empty()) {
            source.text += line + "\n";
            continue;
        }
        append_file(source, file.parent_path() / wanted,
                    file.string() + ":" + std::to_string(count));
        source.text += "#line " + std::to_string(count + 1) + " " + number + "\n";
    }
}

std::string shader_log(unsigned name) {
    GLint length = 0;
    glGetShaderiv(name, GL_INFO_LOG_LENGTH, &length);
    std::string log(static_cast<std::size_t>(std::max(length, 1)), '\0');
    glGetShaderInfoLog(name, static_cast<GLsizei>(log.size()), nullptr, log.data());
    return log.substr(0, log.find('\0'));
}

std::string program_log(unsigned name) {
    GLint length = 0;
    glGetProgramiv(name, GL_INFO_LOG_LENGTH, &length);
    std::string log(static_cast<std::size_t>(std::max(length, 1)), '\0');
    glGetProgramInfoLog(name, static_cast<GLsizei>(log.size()), nullptr, log.data());
    return log.substr(0, log.find('\0'));
}

Shader compile(GLenum kind, std::filesystem::path const& file) {
    ShaderSource const source = read_shader(file);
    Shader shader(glCreateShader(kind));
    char const* text = source.text.c_str();
    glShaderSource(shader.name(), 1, &text, nullptr);
    glCompileShader(shader.name());
    GLint compiled = 0;
    glGetShaderiv(shader.name(), GL_COMPILE_STATUS, &compiled);
    if (compiled == 0)
        throw std::runtime_error(name_files(shader_log(shader.name()), source.files));
    return shader;
}

}  // namespace

ShaderSource read_shader(std::filesystem::path const& file) {
    ShaderSource source;
    source.text = "#version 330 core\n";
    append_file(source, file, {});
    return source;
}

std::string name_files(std::string const& log, std::vector<std::string> const& files) {
    // Mesa: "0:12(3): error", NVIDIA: "0(12) : error".
    static std::regex const place(R"(^(\d+)(?::(\d+)\(\d+\)|\((\d+)\)) ?:)");
    std::istringstream lines(log);
    std::string named;
    std::string line;
    while (std::getline(lines, line)) {
        std::smatch match;
        if (std::regex_search(line, match, place) && match[1].length() < 4) {
            auto const index = std::stoul(match[1]);
            std::string const number = match[2].matched ? match[2] : match[3];
            if (index < files.size())
                line = files[index] + ":" + number + ":" + std::string(match.suffix());
        }
        named += line + "\n";
    }
    return named;
}

Program load_program(ProgramFiles const& files) {
    Shader const vertex = compile(GL_VERTEX_SHADER, files.vertex);
    Shader const fragment = compile(GL_FRAGMENT_SHADER, files.fragment);
    Program program(glCreateProgram());
    glAttachShader(program.name(), vertex.name());
    glAttachShader(program.name(), fragment.name());
    glLinkProgram(program.name());
    GLint linked = 0;
    glGetProgramiv(program.name(), GL_LINK_STATUS, &linked);
    if (linked == 0) {
        throw std::runtime_error(files.vertex.string() + " with " + files.fragment.string() + ": " +
                                 program_log(program.name()));
    }
    return program;
}

}  // namespace render
