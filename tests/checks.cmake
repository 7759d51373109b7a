# What one ctest run covers beyond the layers' own tests.

find_package(Python3 REQUIRED COMPONENTS Interpreter)

function(crossroads_add_lint name)
  add_test(NAME lint.${name} COMMAND ${ARGN} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(lint.${name} PROPERTIES LABELS lint TIMEOUT 300)
endfunction()

foreach(lint layers coroutines idioms sizes words common_errors)
  crossroads_add_lint(${lint} ${Python3_EXECUTABLE} scripts/check_${lint}.py)
endforeach()
crossroads_add_lint(format scripts/format --check)

# scripts/run and the image build the release preset where no test library is installed.
add_test(NAME build.release_needs_no_test_library
  COMMAND ${CMAKE_COMMAND} --preset release -B ${CMAKE_BINARY_DIR}/release_without_test_library
    -D CMAKE_DISABLE_FIND_PACKAGE_GTest=ON
  WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})

# A catalogue that leaves a text out does not compile; the same one with it does.
set(compile_catalogue ${CMAKE_CXX_COMPILER} -std=c++20 -fsyntax-only -I ${PROJECT_SOURCE_DIR}/conversations
  ${CMAKE_CURRENT_LIST_DIR}/data/catalogue_with_a_gap.cpp)
add_test(NAME build.a_whole_catalogue_compiles COMMAND ${compile_catalogue})
add_test(NAME build.a_missing_text_fails COMMAND ${compile_catalogue} -D CROSSROADS_GAP)
set_tests_properties(build.a_missing_text_fails PROPERTIES PASS_REGULAR_EXPRESSION "could not convert|no matching|missing initializer")

# The tests with threads, as scripts/test built them for the thread sanitizer.
add_test(NAME tsan.service COMMAND ${PROJECT_SOURCE_DIR}/build/tsan/tests/service_tests --gtest_brief=1)
set_tests_properties(tsan.service PROPERTIES LABELS sanitizer TIMEOUT 900 ENVIRONMENT TSAN_OPTIONS=halt_on_error=1)

# The store on its simulated disk, as scripts/test built it for speed.
add_test(NAME simulation.store
  COMMAND ${PROJECT_SOURCE_DIR}/build/simulation/tests/store_simulation/store_simulation --seeds 40000)
set_tests_properties(simulation.store PROPERTIES LABELS simulation TIMEOUT 600)

# The whole service on a simulated machine, as scripts/test built it for speed.
set(service_simulation ${PROJECT_SOURCE_DIR}/build/simulation/tests/simulation/service_simulation)
add_test(NAME simulation.service COMMAND ${service_simulation} 500)
add_test(NAME simulation.controls COMMAND ${service_simulation} controls)
set_tests_properties(simulation.service simulation.controls PROPERTIES LABELS simulation TIMEOUT 600)

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
