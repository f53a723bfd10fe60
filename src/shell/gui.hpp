// Draws and presses the dock's controls with Dear ImGui, in the theme's look: catalogue text only,
// at the rectangles that scene/chrome computed. Keeps nothing but what ImGui keeps. A pressed
// control is handed back; app turns it into a command. Must not know the map.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "app/app_state.hpp"
#include "scene/chrome.hpp"

struct ImGuiContext;
struct ImFont;

namespace shell {

struct GuiLook {
    scene::Theme const& theme;
    scene::ScreenSize size;
    double unit = 1;  // px of a design millimetre
    double hand_type = 1;
    double seconds = 1.0 / 60;  // since the last frame
};

GuiLook gui_look(app::AppState const& state);

enum class GuiTarget { OpenGl, None };  // None: presses only (tests, replay without a picture)

class Gui {
public:
    // Needs no OpenGL context before the first frame. `font`: a font file of the system (Inter
    // SemiBold); empty = ImGui's own bitmap font.
    Gui(std::filesystem::path font, GuiTarget target);
    ~Gui();
    Gui(Gui const&) = delete;
    Gui& operator=(Gui const&) = delete;

    // The one contact that the gui owns, or the mouse. Nothing: no pointer is over the wall.
    void pointer(std::optional<base::ScreenPoint> at, bool down);

    // Makes the font for that look; needs no OpenGL context, and no frame needs it.
    void prepare(GuiLook const& look);

    // True when a control of the gui lies there, so that a contact that begins there belongs to the
    // gui.
    static bool owns(scene::Chrome const& chrome, base::ScreenPoint at);

    // One ImGui frame; returns the control that was pressed in it.
    std::optional<scene::Control> frame(scene::Chrome const& chrome, GuiLook const& look);

    // Draws the last frame into the bound framebuffer (GuiTarget::OpenGl).
    void draw();

private:
    void use_font(double size_px);
    void start_drawing();

    ImGuiContext* m_context = nullptr;
    ImFont* m_font = nullptr;
    std::filesystem::path m_font_file;
    GuiTarget m_target;
    bool m_drawing = false;  // ImGui's OpenGL part is there
    double m_font_px = 0;
    std::optional<base::ScreenPoint> m_at;
    bool m_down = false;
};

}  // namespace shell
