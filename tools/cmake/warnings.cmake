# One interface target carries the warnings of our own code; presets turn them into errors.
add_library(warnings INTERFACE)
target_compile_options(warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
  -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual -Wdouble-promotion
  -Wformat=2 -Wimplicit-fallthrough
  # Designated initialisers are how parameter structs are filled; what is left out has its default.
  -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(warnings INTERFACE -Wduplicated-cond -Wlogical-op -Wuseless-cast)
endif()
# g++ 12 sees overflows in std::string's own insert and operator+ when it optimises (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(warnings INTERFACE -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds
    -Wno-maybe-uninitialized)  # and unset members of variants that are moved
endif()
# std::stable_sort of g++ 12's library uses a function that this library itself calls deprecated; clang tells.
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  target_compile_options(warnings INTERFACE -Wno-deprecated-declarations)
endif()
