# How every target of ours is compiled and linked: pegel_options, and the two shapes that
# WebAssembly takes (a module for browsers, a single file for node).

option(PEGEL_TESTS "Build pegel_tests" ON)
option(PEGEL_WERROR "Treat warnings as errors (on in CI)" OFF)
option(PEGEL_SANITIZE "Address and undefined-behaviour sanitizers (native only)" OFF)
option(PEGEL_FUZZ "Build the fuzz targets (clang only)" OFF)
option(PEGEL_FETCH "Download a header library that the system lacks, pinned by hash" ON)
set(PEGEL_TEST_SHARDS 4 CACHE STRING "Parts in which CTest runs pegel_tests")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

find_program(PEGEL_CCACHE ccache NO_CMAKE_FIND_ROOT_PATH)
if(PEGEL_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # NOHASHDIR: a build tree may use what another one compiled, debug information or not.
  # The sloppiness is what ccache asks for to keep what was compiled with precompiled headers.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_NOHASHDIR=1
    CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${PEGEL_CCACHE})
endif()

add_library(pegel_options INTERFACE)
# -ffp-contract=off: a fused multiply-add would make native and WebAssembly digits differ.
target_compile_options(pegel_options INTERFACE
  -ffp-contract=off -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor)

# For what we ship; a warning in a test is only shown.
add_library(pegel_strict INTERFACE)
if(PEGEL_WERROR)
  # GCC's optimiser sees overlaps and overflows in libstdc++'s strings that are not there.
  target_compile_options(pegel_strict INTERFACE -Werror -Wno-error=shadow
    $<$<CXX_COMPILER_ID:GNU>:-Wno-error=restrict -Wno-error=array-bounds -Wno-error=stringop-overflow
    -Wno-error=stringop-overread -Wno-error=maybe-uninitialized>)
endif()

if(PEGEL_SANITIZE)
  set(sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_compile_options(${sanitizers})
  add_link_options(${sanitizers})
endif()

if(PEGEL_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

if(EMSCRIPTEN)
  # On both lines, and for GoogleTest too: without them em++ silently disables catching.
  add_compile_options(-fwasm-exceptions -msimd128)
  add_link_options(-fwasm-exceptions -msimd128 -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=4GB)
endif()

# What runs once a cell or a row; the rest runs once a file or a report, and is compiled small for browsers: a smaller module
# is loaded and compiled sooner. Nothing of ours is thrown outside json/; what runs out of memory is given up as a whole, so
# no other file needs to clean up behind an exception.
set(pegel_hot base/ csv/ partial/ stats/ dataset/frame load
  table/append table/batch table/build table/currency table/number_peeler table/row_rules table/total_row table/unpivot table/written
  kpis/condition kpis/deals kpis/estimate kpis/funnel kpis/measure kpis/partner kpis/pipeline/pipeline_stale kpis/pipeline/sales_velocity
  kpis/satisfaction kpis/score kpis/shape kpis/sums
  cube/aggregate cube/flow cube/group cube/identity cube/local_cells cube/prepared cube/repeats cube/row_cells cube/stock)

# Moves what is not hot from the list `from` to the list `small`.
function(pegel_split_small small from)
  list(JOIN pegel_hot "|" hot)
  set(files ${${from}})
  list(FILTER files EXCLUDE REGEX "^src/(${hot})")
  list(REMOVE_ITEM ${from} ${files})
  set(${small} ${files} PARENT_SCOPE)
  set(${from} ${${from}} PARENT_SCOPE)
endfunction()

function(pegel_compile_small target)
  target_compile_options(${target} PRIVATE -Os -fno-exceptions)
  get_target_property(sources ${target} SOURCES)
  list(FILTER sources INCLUDE REGEX "^src/json/")
  set_source_files_properties(${sources} PROPERTIES COMPILE_OPTIONS -fexceptions SKIP_PRECOMPILE_HEADERS ON)
endfunction()

# pegel.js + pegel.wasm. No eval in the glue (strict CSP) and no import.meta (the same text also
# runs in a classic worker), so the page passes `instantiateWasm` and `locateFile` itself.
function(pegel_browser_module target name)
  set_target_properties(${target} PROPERTIES OUTPUT_NAME ${name} SUFFIX .js)
  target_link_options(${target} PRIVATE
    --bind -sMODULARIZE=1 -sEXPORT_ES6=1 -sUSE_ES6_IMPORT_META=0 -sEXPORT_NAME=createPegel
    -sENVIRONMENT=web,worker -sDYNAMIC_EXECUTION=0 -sFILESYSTEM=0)
endfunction()

# <target>.cjs: one file that node runs like a program, with node's files, arguments and environment.
function(pegel_node_executable target)
  set(environment ${PROJECT_SOURCE_DIR}/scripts/cmake/node_environment.js)
  set_target_properties(${target} PROPERTIES SUFFIX .cjs LINK_DEPENDS ${environment})
  target_link_options(${target} PRIVATE
    -sENVIRONMENT=node -sSINGLE_FILE=1 -sNODERAWFS=1 -sEXIT_RUNTIME=1
    --pre-js ${environment})
endfunction()

# CTest runs the tests in a few parts rather than one process a test: under node a start costs more
# than most tests. Each part leaves <build>/test-results/<target>.<n>.json for scripts/test to count.
function(pegel_register_shards target shards)
  math(EXPR last "${shards} - 1")
  foreach(shard RANGE ${last})
    set(name ${target}.${shard})
    add_test(NAME ${name}
      COMMAND ${target} --gtest_output=json:${PROJECT_BINARY_DIR}/test-results/${name}.json
      WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    set_tests_properties(${name} PROPERTIES TIMEOUT 1800
      ENVIRONMENT "GTEST_TOTAL_SHARDS=${shards};GTEST_SHARD_INDEX=${shard}")
  endforeach()
endfunction()
