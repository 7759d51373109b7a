# What one ctest run of the dev build covers beyond its own executables.

find_package(Python3 REQUIRED COMPONENTS Interpreter)

function(crossroads_add_lint name)
  add_test(NAME lint.${name} COMMAND ${ARGN} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(lint.${name} PROPERTIES LABELS lint TIMEOUT 300)
endfunction()

foreach(lint layers coroutines idioms sizes words common_errors)
  crossroads_add_lint(${lint} ${Python3_EXECUTABLE} scripts/check_${lint}.py)
endforeach()
crossroads_add_lint(format scripts/format --check)

# The layers' tests as scripts/test built them in the sanitizers' trees, one process each.
set(asan_ubsan_environment
  ASAN_OPTIONS=detect_stack_use_after_return=1 UBSAN_OPTIONS=print_stacktrace=1)
set(tsan_environment TSAN_OPTIONS=halt_on_error=1)

foreach(sanitizer asan-ubsan tsan)
  string(REPLACE "-" "_" variable ${sanitizer})
  foreach(layer conversations channel slack playground service)
    if(NOT TARGET ${layer}_tests)
      continue()
    endif()
    set(test ${sanitizer}.${layer})
    add_test(NAME ${test} COMMAND ${PROJECT_SOURCE_DIR}/build/${sanitizer}/tests/${layer}_tests --gtest_brief=1)
    set_tests_properties(${test} PROPERTIES
      LABELS sanitizer TIMEOUT 900 ENVIRONMENT "${${variable}_environment}")
  endforeach()
endforeach()

# The tests written for Node: Slack's own client, a stand-in for Slack, a browser.
file(GLOB node_tests CONFIGURE_DEPENDS wire/*_test.mjs browser/*_test.mjs crash/*_test.mjs)
foreach(file ${node_tests})
  cmake_path(GET file PARENT_PATH folder)
  cmake_path(GET folder FILENAME kind)
  cmake_path(GET file STEM name)
  string(REGEX REPLACE "_test$" "" name ${name})
  set(test ${kind}.${name})
  add_test(NAME ${test} COMMAND node --test --test-reporter=tap ${file})
  set_tests_properties(${test} PROPERTIES LABELS node TIMEOUT 600
    ENVIRONMENT "CROSSROADS_BINARY=$<TARGET_FILE:crossroads>;CROSSROADS_TEST_OUTPUT=${CMAKE_BINARY_DIR}/test_output")
endforeach()
