# Every target of ours links crossroads_options PRIVATE; third-party code never sees these flags.
add_library(crossroads_options INTERFACE)
target_compile_features(crossroads_options INTERFACE cxx_std_20)
target_compile_options(crossroads_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Woverloaded-virtual -Wcast-align -Wformat=2 -Wimplicit-fallthrough -Wdouble-promotion
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wduplicated-branches -Wlogical-op -Wsuggest-override>
  # g++ 12 raises them falsely: on optimised coroutine frames, on Beast's parser, on optimised "text" + string.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized -Wno-mismatched-new-delete -Wno-restrict>
  $<$<BOOL:${CROSSROADS_WERROR}>:-Werror>)

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

if(CROSSROADS_SANITIZE)
  # Everything we build gets them: they change the layout of the standard containers.
  add_compile_options(-fsanitize=${CROSSROADS_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${CROSSROADS_SANITIZE})
  # clang 14 cannot place the function sanitizer's marks before the parts of a coroutine.
  add_compile_options($<$<CXX_COMPILER_ID:Clang>:-fno-sanitize=function>)
  if(CROSSROADS_SANITIZE STREQUAL "address,undefined")
    # These four double the time to compile, and the address sanitizer sees a null pointer anyway. The fuzz
    # preset checks them on every decoder.
    add_compile_options(-fno-sanitize=null,alignment,object-size,vptr)
  endif()
  if(CROSSROADS_SANITIZE STREQUAL "thread")
    # The thread sanitizer does not see atomic_thread_fence. With std::atomic, Asio counts references with it,
    # and every last release would be reported as a race.
    add_compile_definitions(BOOST_ASIO_DISABLE_STD_ATOMIC)
    add_compile_options($<$<CXX_COMPILER_ID:GNU>:-Wno-tsan>)
  endif()
endif()

# crossroads_add_layer(NAME [PREFIX prefix] SOURCES ... LINK ...)
#
# A static library that only its link dependencies can include from. Without PREFIX the layer's own
# folder is the include root ("guide/guide.hpp"). With PREFIX the folder is one of several siblings;
# a private root holding just that folder keeps the siblings invisible ("slack/signature.hpp").
function(crossroads_add_layer name)
  cmake_parse_arguments(ARG "" "PREFIX" "SOURCES;LINK" ${ARGN})
  if(NOT ARG_SOURCES)
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE ${ARG_LINK})
    return()
  endif()
  add_library(${name} STATIC ${ARG_SOURCES})
  if(ARG_PREFIX)
    set(root ${CMAKE_BINARY_DIR}/include_roots/${ARG_PREFIX})
    file(MAKE_DIRECTORY ${root})
    file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${root}/${ARG_PREFIX} SYMBOLIC)
  else()
    set(root ${CMAKE_CURRENT_SOURCE_DIR})
  endif()
  target_include_directories(${name} PUBLIC ${root})
  target_link_libraries(${name} PUBLIC ${ARG_LINK} PRIVATE crossroads_options)
  target_compile_features(${name} PUBLIC cxx_std_20)
endfunction()
