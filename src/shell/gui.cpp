#include "shell/gui.hpp"

#include <cmath>
#include <limits>
#include <string>

#include "layout/text_measure.hpp"
#include "shell/imgui_version.hpp"

namespace shell {
namespace {

constexpr double label_cap_mm = 8.6;
constexpr double radius_mm = 9;
constexpr double panel_padding_mm = 8;

ImVec2 vec(base::ScreenPoint p) {
    return {static_cast<float>(p.x), static_cast<float>(p.y)};
}

ImU32 packed(scene::Color c) {
    return IM_COL32(c.r, c.g, c.b, c.a);
}

ImVec4 vec(scene::Color c) {
    return ImGui::ColorConvertU32ToFloat4(packed(c));
}

struct ButtonColors {
    scene::Color fill;
    scene::Color text;
};

// The chosen overlay is the wall's subject, so it alone is dark; other choices are quietly raised.
ButtonColors colors_of(scene::Control const& control, scene::Theme const& theme) {
    if (!control.enabled) return {theme.card, theme.quiet_line};
    if (!control.on) return {theme.card, theme.ink};
    if (control.kind == scene::ControlKind::OverlayChoice) return {theme.ink, theme.card};
    return {theme.panel_pressed, theme.ink};
}

bool button(scene::Control const& control, int id, scene::Theme const& theme) {
    ButtonColors const colors = colors_of(control, theme);
    scene::Color const pressed = control.on ? colors.fill : theme.panel_pressed;
    ImGui::PushStyleColor(ImGuiCol_Button, vec(colors.fill));
    // No hover look: a finger does not hover, and what it touched must not stay lit.
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, vec(colors.fill));
    ImGui::PushStyleColor(ImGuiCol_ButtonActive, vec(pressed));
    ImGui::PushStyleColor(ImGuiCol_Text, vec(colors.text));
    ImGui::SetCursorScreenPos(vec(base::ScreenPoint{control.rect.x, control.rect.y}));
    ImGui::PushID(id);
    bool const hit = ImGui::Button(control.label.c_str(),
                                   vec(base::ScreenPoint{control.rect.w, control.rect.h}));
    ImGui::PopID();
    ImGui::PopStyleColor(4);
    return hit && control.enabled;
}

void draw_panel(scene::Chrome const& chrome, GuiLook const& look) {
    scene::ScreenRect panel;
    for (scene::Control const& control : chrome.controls) {
        // The panel of the lenses is drawn by scene.
        if (control.in_panel && scene::is_gui(control.kind))
            panel = base::united(panel, control.rect);
    }
    if (panel.empty()) return;
    panel = base::inset(panel, -panel_padding_mm * look.unit);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    auto const radius = static_cast<float>(radius_mm * 1.5 * look.unit);
    ImVec2 const low = vec(base::ScreenPoint{panel.x, panel.y});
    ImVec2 const high = vec(base::ScreenPoint{panel.right(), panel.bottom()});
    list->AddRectFilled(low, high, packed(look.theme.card), radius);
    list->AddRect(low, high, packed(look.theme.line), radius, 0,
                  static_cast<float>(std::max(1.0, look.unit * 0.6)));
}

}  // namespace

GuiLook gui_look(app::AppState const& state) {
    scene::Physical const physical = app::physical_of(state);
    return {.theme = state.theme,
            .size = state.view.size,
            .unit = scene::chrome_unit(state.view.size, physical),
            .hand_type = physical.hand_type};
}

Gui::Gui(std::filesystem::path font, GuiTarget target)
    : m_font_file(std::move(font)), m_target(target) {
    IMGUI_CHECKVERSION();
    m_context = ImGui::CreateContext();
    ImGui::SetCurrentContext(m_context);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
}

Gui::~Gui() {
    ImGui::SetCurrentContext(m_context);
    if (m_drawing) ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext(m_context);
}

void Gui::pointer(std::optional<base::ScreenPoint> at, bool down) {
    m_at = at;
    m_down = down;
}

bool Gui::owns(scene::Chrome const& chrome, base::ScreenPoint at) {
    for (std::size_t i = chrome.controls.size(); i-- > 0;) {
        if (chrome.controls[i].rect.contains(at)) return scene::is_gui(chrome.controls[i].kind);
    }
    return false;
}

void Gui::use_font(double size_px) {
    size_px = std::max(6.0, std::round(size_px));
    if (m_font_px == size_px) return;
    m_font_px = size_px;
    if (imgui_version::fonts_scale && m_font != nullptr) return;
    ImFontAtlas* const atlas = ImGui::GetIO().Fonts;
    if (m_drawing) imgui_version::forget_font_texture();
    atlas->Clear();
    // Latin with its extensions, and the punctuation that the catalogue uses.
    static constexpr ImWchar ranges[] = {0x0020, 0x024F, 0x2010, 0x205F, 0};
    m_font = nullptr;
    if (!m_font_file.empty() && std::filesystem::exists(m_font_file)) {
        m_font = atlas->AddFontFromFileTTF(m_font_file.string().c_str(),
                                           static_cast<float>(size_px), nullptr, ranges);
    }
    if (m_font == nullptr) m_font = atlas->AddFontDefault();
    if (m_drawing) {
        imgui_version::make_font_texture();
    } else if (m_target == GuiTarget::OpenGl) {
        imgui_version::prepare_fonts_for_renderer();
    } else {
        imgui_version::prepare_fonts_without_renderer();
    }
}

void Gui::prepare(GuiLook const& look) {
    ImGui::SetCurrentContext(m_context);
    // Inter's em is 0.83 of the height that ImGui calls the font size.
    double const em = layout::font_size_for_cap(label_cap_mm) * look.unit * look.hand_type;
    use_font(em * (layout::ascent_em + layout::descent_em));
}

// The texture of a font that is made already comes with the backend's first frame.
void Gui::start_drawing() {
    if (m_drawing || m_target != GuiTarget::OpenGl) return;
    imgui_version::keep_gl_library();
    ImGui_ImplOpenGL3_Init("#version 330 core");
    m_drawing = true;
}

std::optional<scene::Control> Gui::frame(scene::Chrome const& chrome, GuiLook const& look) {
    prepare(look);
    start_drawing();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(look.size.w), static_cast<float>(look.size.h)};
    io.DeltaTime = static_cast<float>(std::max(1e-4, look.seconds));
    constexpr float nowhere = -std::numeric_limits<float>::max();
    imgui_version::feed_pointer(m_at ? vec(*m_at) : ImVec2{nowhere, nowhere}, m_at && m_down);
    if (m_target == GuiTarget::OpenGl) ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    ImGuiStyle& style = ImGui::GetStyle();
    style.FrameRounding = static_cast<float>(radius_mm * look.unit);
    style.FrameBorderSize = 0;
    style.FramePadding = {0, 0};
    style.WindowPadding = {0, 0};
    style.AntiAliasedLinesUseTex = false;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::Begin("dock", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBringToFrontOnFocus);
    imgui_version::push_font(m_font, static_cast<float>(m_font_px));
    draw_panel(chrome, look);
    std::optional<scene::Control> pressed;
    for (std::size_t i = 0; i < chrome.controls.size(); ++i) {
        if (!scene::is_gui(chrome.controls[i].kind)) continue;
        if (button(chrome.controls[i], static_cast<int>(i), look.theme))
            pressed = chrome.controls[i];
    }
    ImGui::PopFont();
    ImGui::End();
    ImGui::Render();
    return pressed;
}

void Gui::draw() {
    ImGui::SetCurrentContext(m_context);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace shell
