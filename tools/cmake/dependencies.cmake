# Third-party code comes from Debian packages. Each target is linked by the one folder that owns it
# (tests/structure_test.cpp checks the includes).
find_package(PkgConfig REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(glfw3 3.3 REQUIRED)
find_package(RapidJSON REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(Boost REQUIRED)
find_package(EXPAT REQUIRED)
find_package(ZLIB REQUIRED)
pkg_check_modules(epoxy REQUIRED IMPORTED_TARGET epoxy)
pkg_check_modules(egl REQUIRED IMPORTED_TARGET egl)
pkg_check_modules(x11 REQUIRED IMPORTED_TARGET x11 xi xcb xcb-xinput)
pkg_check_modules(harfbuzz REQUIRED IMPORTED_TARGET harfbuzz)
pkg_check_modules(fribidi REQUIRED IMPORTED_TARGET fribidi)
pkg_check_modules(freetype REQUIRED IMPORTED_TARGET freetype2)
pkg_check_modules(fontconfig REQUIRED IMPORTED_TARGET fontconfig)
pkg_check_modules(stb REQUIRED IMPORTED_TARGET stb)
pkg_check_modules(turbojpeg REQUIRED IMPORTED_TARGET libturbojpeg)
find_path(UNIBREAK_INCLUDE linebreak.h REQUIRED)
find_library(UNIBREAK_LIBRARY unibreak REQUIRED)

# Dear ImGui: the package, or an upstream tree given by IMGUI_SOURCE_DIR (its headers are seen as
# <imgui.h> either way; what differs between versions lives in src/shell/imgui_version.hpp).
add_library(imgui_any INTERFACE)
if(IMGUI_SOURCE_DIR)
  add_library(imgui_source STATIC
    ${IMGUI_SOURCE_DIR}/imgui.cpp ${IMGUI_SOURCE_DIR}/imgui_draw.cpp
    ${IMGUI_SOURCE_DIR}/imgui_tables.cpp ${IMGUI_SOURCE_DIR}/imgui_widgets.cpp
    ${IMGUI_SOURCE_DIR}/backends/imgui_impl_opengl3.cpp)
  target_include_directories(imgui_source SYSTEM PUBLIC ${IMGUI_SOURCE_DIR} ${IMGUI_SOURCE_DIR}/backends)
  target_link_libraries(imgui_source PUBLIC ${CMAKE_DL_LIBS})
  target_link_libraries(imgui_any INTERFACE imgui_source)
else()
  pkg_check_modules(imgui REQUIRED IMPORTED_TARGET imgui)
  target_link_libraries(imgui_any INTERFACE PkgConfig::imgui)
endif()
