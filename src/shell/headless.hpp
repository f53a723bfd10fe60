// An OpenGL context without window or display (EGL surfaceless): for render, bench, replay and the
// tests of pictures. Must not know what is drawn.
#pragma once

#include <stdexcept>

namespace shell {

// This machine cannot draw without a window; the message is one sentence that says what is missing
// (exit code 3).
class NoGraphics : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// OpenGL 3.3 core, current on this thread while the object lives. Throws NoGraphics.
class HeadlessContext {
public:
    HeadlessContext();
    ~HeadlessContext();
    HeadlessContext(HeadlessContext const&) = delete;
    HeadlessContext& operator=(HeadlessContext const&) = delete;

private:
    void* m_display = nullptr;
    void* m_context = nullptr;
};

}  // namespace shell
