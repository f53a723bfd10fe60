# module(NAME DEPENDS folder... PRIVATE_LIBS lib... SOURCES file...): one static library a folder. Headers are a file
# set, so that `all_verify_interface_header_sets` compiles each of them alone.
function(module NAME)
  cmake_parse_arguments(M "" "" "DEPENDS;PRIVATE_LIBS;SOURCES;HEADERS" ${ARGN})
  add_library(${NAME} STATIC ${M_SOURCES})
  target_sources(${NAME} PUBLIC FILE_SET HEADERS BASE_DIRS ${CMAKE_SOURCE_DIR}/src FILES ${M_HEADERS})
  target_include_directories(${NAME} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(${NAME} PUBLIC ${M_DEPENDS} PRIVATE warnings ${M_PRIVATE_LIBS})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${NAME} PRIVATE -fpch-preprocess)  # lets ccache work with precompiled headers
  endif()
  target_precompile_headers(${NAME} PRIVATE ${CMAKE_SOURCE_DIR}/src/base/std_headers.hpp)
endfunction()
