# Run as a script at every build: writes OUTPUT, a source file that defines what src/commands/build_version.hpp
# declares, and leaves it alone when nothing changed.
if(CMAKE_SCRIPT_MODE_FILE)
  if(NOT COMMIT)
    execute_process(COMMAND git -C ${SOURCE} describe --always --dirty --abbrev=12
      OUTPUT_VARIABLE COMMIT OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  endif()
  if(NOT COMMIT)
    set(COMMIT unknown)
  endif()
  file(CONFIGURE OUTPUT ${OUTPUT} @ONLY CONTENT [[
#include "commands/build_version.hpp"

namespace crossroads {

std::string_view build_version()
{
    return "@VERSION@";
}

std::string_view build_commit()
{
    return "@COMMIT@";
}

}  // namespace crossroads
]])
  return()
endif()

set(CROSSROADS_COMMIT "" CACHE STRING "The commit built, where there is no git checkout to ask")

# crossroads_add_build_version(TARGET): compiles the project's version and commit into it.
function(crossroads_add_build_version target)
  set(generated ${CMAKE_CURRENT_BINARY_DIR}/embedded/build_version.cpp)
  add_custom_target(crossroads_build_version BYPRODUCTS ${generated}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${generated} -DSOURCE=${PROJECT_SOURCE_DIR} -DVERSION=${PROJECT_VERSION}
      -DCOMMIT=${CROSSROADS_COMMIT} -P ${PROJECT_SOURCE_DIR}/cmake/build_version.cmake
    VERBATIM)
  add_dependencies(${target} crossroads_build_version)
  target_sources(${target} PRIVATE ${generated})
endfunction()
