#include "support/x_server.hpp"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <initializer_list>
#include <poll.h>
#include <sstream>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace test {
namespace {

namespace fs = std::filesystem;

// 4K needs a pixel clock under 300 MHz, and so reduced blanking.
constexpr char const* screen_part = R"(
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoAddGPU" "false"
  Option "DontVTSwitch" "true"
EndSection
Section "Device"
  Identifier "dummy"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "mon"
  HorizSync 5.0 - 1000.0
  VertRefresh 5.0 - 200.0
  Option "ReducedBlanking" "true"
  Modeline "3840x2160" 262.75 3840 3888 3920 4000 2160 2163 2168 2191 +hsync -vsync
EndSection
Section "Screen"
  Identifier "screen"
  Device "dummy"
  Monitor "mon"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "3840x2160"
    Virtual 3840 2160
  EndSubSection
EndSection
Section "ServerLayout"
  Identifier "layout"
  Screen "screen"
  InputDevice "it-ptr" "CorePointer"
  InputDevice "it-kbd" "CoreKeyboard"
  InputDevice "it-touch" "SendCoreEvents"
EndSection
)";

std::string device_part(std::string const& name, fs::path const& socket, std::string const& type) {
    return "Section \"InputDevice\"\n  Identifier \"" + name +
           "\"\n  Driver \"inputtest\"\n  Option \"SocketPath\" \"" + socket.string() +
           "\"\n  Option \"DeviceType\" \"" + type +
           "\"\n  Option \"TouchCount\" \"60\"\n  Option \"XkbRules\" \"evdev\"\nEndSection\n";
}

std::string last_lines(fs::path const& file) {
    std::ifstream in(file);
    std::ostringstream all;
    all << in.rdbuf();
    std::string const text = all.str();
    return text.size() > 1500 ? text.substr(text.size() - 1500) : text;
}

[[noreturn]] void become_server(fs::path const& folder, int display_pipe) {
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    int const silent = open((folder / "xorg.out").c_str(), O_WRONLY | O_CREAT, 0600);
    dup2(silent, STDOUT_FILENO);
    dup2(silent, STDERR_FILENO);
    std::string const pipe = std::to_string(display_pipe);
    std::string const config = (folder / "xorg.conf").string();
    std::string const log = (folder / "xorg.log").string();
    execlp("Xorg", "Xorg", "-displayfd", pipe.c_str(), "-config", config.c_str(), "-logfile",
           log.c_str(), "-noreset", "-nolisten", "tcp", "-novtswitch", "-sharevts",
           static_cast<char*>(nullptr));
    _exit(127);
}

}  // namespace

bool x_server_installed() {
    auto const any = [](std::initializer_list<char const*> paths) {
        for (char const* path : paths) {
            if (fs::exists(path)) return true;
        }
        return false;
    };
    return any({"/usr/bin/Xorg", "/usr/lib/xorg/Xorg"}) &&
           any({"/usr/lib/xorg/modules/input/inputtest_drv.so"}) &&
           any({"/usr/lib/xorg/modules/drivers/dummy_drv.so"});
}

XServer::XServer() {
    std::string pattern = (fs::temp_directory_path() / "xserver.XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr)
        throw std::runtime_error("no temporary folder: " + pattern);
    m_folder = pattern;
    fs::create_directory(folder());
    std::ofstream(m_folder / "xorg.conf")
        << device_part("it-touch", touch_socket(), "Touch")
        << device_part("it-ptr", pointer_socket(), "PointerAbsolute")
        << device_part("it-kbd", keyboard_socket(), "Keyboard") << screen_part;
    start();
}

void XServer::start() {
    int ends[2];
    if (pipe(ends) != 0) throw std::runtime_error("no pipe for Xorg");
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    m_pid = fork();
    if (m_pid == 0) become_server(m_folder, ends[1]);
    close(ends[1]);
    wait_until_ready(ends[0]);
    close(ends[0]);
}

// The server writes its display's number when clients may come.
void XServer::wait_until_ready(int display_pipe) {
    std::string number;
    pollfd waiting{display_pipe, POLLIN, 0};
    while (number.find('\n') == std::string::npos) {
        char byte = 0;
        bool const more = ::poll(&waiting, 1, 60'000) == 1 && read(display_pipe, &byte, 1) == 1;
        if (!more)
            throw std::runtime_error("Xorg did not start:\n" + last_lines(m_folder / "xorg.log"));
        number += byte;
    }
    number.pop_back();
    m_display = ":" + number;
}

XServer::~XServer() {
    if (m_pid > 0) {
        kill(m_pid, SIGTERM);
        for (int tries = 0; tries < 100 && waitpid(m_pid, nullptr, WNOHANG) == 0; ++tries)
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        kill(m_pid, SIGKILL);  // no effect on one that is gone and waited for
        waitpid(m_pid, nullptr, 0);
    }
    std::error_code ignored;
    fs::remove_all(m_folder, ignored);
}

bool XServer::client(std::string const& command) const {
    return std::system(("DISPLAY=" + m_display + " " + command + " > /dev/null 2>&1").c_str()) == 0;
}

}  // namespace test
