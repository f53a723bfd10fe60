// A real X server without hardware: Xorg with the `dummy` screen and `inputtest` devices that tests
// write to. Stops when the object goes. Must not know the program. Used by tests/e2e.
#pragma once

#include <filesystem>
#include <string>
#include <sys/types.h>

namespace test {

// True where Xorg with its two drivers is installed; else tests say "skipped".
bool x_server_installed();

class XServer {
public:
    // 3840x2160. Throws std::runtime_error with the end of the server's log when it does not come
    // up.
    XServer();
    ~XServer();
    XServer(XServer const&) = delete;
    XServer& operator=(XServer const&) = delete;

    std::string const& display() const { return m_display; }  // ":1"
    std::filesystem::path touch_socket() const { return m_folder / "touch.sock"; }
    std::filesystem::path pointer_socket() const { return m_folder / "ptr.sock"; }
    std::filesystem::path keyboard_socket() const { return m_folder / "kbd.sock"; }
    // An empty folder for the test's own files; goes with the server.
    std::filesystem::path folder() const { return m_folder / "test"; }

    // A client program (xinput, xrandr) on this display; true when it exits with 0.
    bool client(std::string const& command) const;

private:
    void start();
    void wait_until_ready(int display_pipe);

    std::filesystem::path m_folder;
    std::string m_display;
    pid_t m_pid = -1;
};

}  // namespace test
