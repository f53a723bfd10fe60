#include "shell/machine.hpp"

#include <X11/Xlib.h>
#include <X11/extensions/XInput2.h>
#include <cstdlib>
#include <memory>

namespace shell {
namespace {

struct DisplayCloser {
    void operator()(Display* display) const { XCloseDisplay(display); }
};
using DisplayHandle = std::unique_ptr<Display, DisplayCloser>;

DisplayHandle open_display() {
    return DisplayHandle(XOpenDisplay(nullptr));
}

std::string no_display() {
    char const* const name = std::getenv("DISPLAY");
    if (name == nullptr || *name == '\0') return "none (DISPLAY is not set)";
    return "none (the X server " + std::string(name) + " does not answer)";
}

std::string describe_screen(Display* display, int screen) {
    // Sizes in mm come from the panel's own data and are often a guess: the diagonal is a setting.
    return std::to_string(DisplayWidth(display, screen)) + "x" +
           std::to_string(DisplayHeight(display, screen)) + " px, said to be " +
           std::to_string(DisplayWidthMM(display, screen)) + "x" +
           std::to_string(DisplayHeightMM(display, screen)) + " mm";
}

// Touch points at once; 0 when the device has no direct touch.
int touches_of(XIDeviceInfo const& device) {
    for (int i = 0; i < device.num_classes; ++i) {
        if (device.classes[i]->type != XITouchClass) continue;
        auto const* const touch = reinterpret_cast<XITouchClassInfo const*>(device.classes[i]);
        if (touch->mode == XIDirectTouch) return touch->num_touches;
    }
    return 0;
}

std::vector<std::string> touch_devices(Display* display) {
    std::vector<std::string> found;
    int count = 0;
    XIDeviceInfo* const devices = XIQueryDevice(display, XIAllDevices, &count);
    for (int i = 0; i < count; ++i) {
        int const touches = touches_of(devices[i]);
        if (devices[i].use != XISlavePointer || touches == 0) continue;
        found.push_back(std::string(devices[i].name) + ", " + std::to_string(touches) +
                        " contacts at once");
    }
    XIFreeDeviceInfo(devices);
    return found;
}

}  // namespace

std::vector<std::string> describe_display() {
    DisplayHandle const display = open_display();
    if (!display) return {no_display()};
    std::vector<std::string> lines;
    for (int screen = 0; screen < ScreenCount(display.get()); ++screen) {
        lines.push_back(std::string(DisplayString(display.get())) + ", " +
                        describe_screen(display.get(), screen));
    }
    return lines;
}

std::vector<std::string> describe_touch() {
    DisplayHandle const display = open_display();
    if (!display) return {"not checked (no display)"};
    int major = 2;
    int minor = 2;
    if (XIQueryVersion(display.get(), &major, &minor) != Success) {
        return {"the X server offers no XInput 2.2; the mouse works"};
    }
    auto devices = touch_devices(display.get());
    if (devices.empty()) devices = {"no touch device; the mouse works"};
    return devices;
}

}  // namespace shell
