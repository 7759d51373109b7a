# Run as a script: cmake -DINPUT=file -DOUTPUT=file.cpp -DFUNCTION=name -P embed.cmake
# Writes a source file that defines  std::string_view crossroads::FUNCTION()  with the bytes of INPUT.
if(CMAKE_SCRIPT_MODE_FILE)
  file(READ ${INPUT} hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
  file(WRITE ${OUTPUT}
    "#include <string_view>\n\nnamespace crossroads {\n\nstd::string_view ${FUNCTION}();\n\n"
    "std::string_view ${FUNCTION}()\n{\n    static constexpr char bytes[] = {${bytes}};\n"
    "    return {bytes, sizeof bytes};\n}\n\n}  // namespace crossroads\n")
  return()
endif()

# crossroads_embed(TARGET FILE FUNCTION): the bytes of FILE as  std::string_view crossroads::FUNCTION()
function(crossroads_embed target file function)
  set(generated ${CMAKE_CURRENT_BINARY_DIR}/embedded/${function}.cpp)
  set(script ${PROJECT_SOURCE_DIR}/cmake/embed.cmake)
  add_custom_command(OUTPUT ${generated}
    COMMAND ${CMAKE_COMMAND} -DINPUT=${file} -DOUTPUT=${generated} -DFUNCTION=${function} -P ${script}
    DEPENDS ${file} ${script} VERBATIM)
  target_sources(${target} PRIVATE ${generated})
endfunction()
