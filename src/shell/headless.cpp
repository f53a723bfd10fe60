#include "shell/headless.hpp"

#include <epoxy/egl.h>
#include <string>

namespace shell {

namespace {

[[noreturn]] void refuse(std::string const& what) {
    throw NoGraphics("cannot draw without a display: " + what +
                     " (Debian's libegl-mesa0 and libgl1-mesa-dri offer it)");
}

EGLDisplay open_display() {
    if (!epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_MESA_platform_surfaceless")) {
        refuse("EGL has no surfaceless platform");
    }
    EGLDisplay display =
        eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (display == EGL_NO_DISPLAY || eglInitialize(display, nullptr, nullptr) == EGL_FALSE) {
        refuse("EGL's surfaceless platform does not start");
    }
    return display;
}

}  // namespace

HeadlessContext::HeadlessContext() : m_display(open_display()) {
    EGLint const wanted[] = {EGL_CONTEXT_MAJOR_VERSION,
                             3,
                             EGL_CONTEXT_MINOR_VERSION,
                             3,
                             EGL_CONTEXT_OPENGL_PROFILE_MASK,
                             EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                             EGL_NONE};
    eglBindAPI(EGL_OPENGL_API);
    m_context = eglCreateContext(m_display, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, wanted);
    bool const made =
        m_context != EGL_NO_CONTEXT &&
        eglMakeCurrent(m_display, EGL_NO_SURFACE, EGL_NO_SURFACE, m_context) == EGL_TRUE;
    if (!made) {
        eglTerminate(m_display);
        refuse("there is no OpenGL 3.3");
    }
}

HeadlessContext::~HeadlessContext() {
    eglMakeCurrent(m_display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    eglDestroyContext(m_display, m_context);
    eglTerminate(m_display);
}

}  // namespace shell
