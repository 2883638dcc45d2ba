# Header-only libraries as SYSTEM INTERFACE targets pegel::<name>.
#
# em++ must never see the system's include folder as a whole (the host's libc headers would win), so
# each library gets an own folder below build/ with one link to just its headers. Native builds do the
# same, so that both see the same things; all build trees share the folders, so that ccache sees the
# same command from each. Where the system lacks a library it is downloaded,
# pinned by hash (PEGEL_FETCH=OFF forbids that).
include(FetchContent)

# pegel_header_library(<name> ENTRY <folder or header> PROBE <header> URL <archive> HASH <algo=hex>
#                      [SUBDIR <folder of the headers in the archive>])
function(pegel_header_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "ENTRY;PROBE;URL;HASH;SUBDIR" "")
  find_path(PEGEL_${name}_INCLUDE ${arg_PROBE}
    PATHS /usr/include /usr/local/include /opt/homebrew/include
    NO_CMAKE_FIND_ROOT_PATH NO_DEFAULT_PATH)
  set(origin ${PEGEL_${name}_INCLUDE})
  if(NOT origin)
    if(NOT PEGEL_FETCH)
      message(FATAL_ERROR "${arg_PROBE} not found: run scripts/setup, or set PEGEL_FETCH=ON")
    endif()
    # Populate only: none of these libraries' own builds is needed.
    FetchContent_Declare(${name} URL ${arg_URL} URL_HASH ${arg_HASH} SOURCE_SUBDIR none)
    FetchContent_MakeAvailable(${name})
    set(origin ${${name}_SOURCE_DIR}/${arg_SUBDIR})
  endif()

  set(folder ${PROJECT_SOURCE_DIR}/build/headers/${name})
  file(MAKE_DIRECTORY ${folder})
  if(NOT EXISTS ${folder}/${arg_ENTRY})
    file(CREATE_LINK ${origin}/${arg_ENTRY} ${folder}/${arg_ENTRY} SYMBOLIC)
  endif()
  add_library(pegel_${name} INTERFACE)
  target_include_directories(pegel_${name} SYSTEM INTERFACE ${folder})
  add_library(pegel::${name} ALIAS pegel_${name})
endfunction()

pegel_header_library(json ENTRY nlohmann PROBE nlohmann/json.hpp SUBDIR include
  URL https://github.com/nlohmann/json/releases/download/v3.11.2/json.tar.xz
  HASH SHA256=8c4b26bf4b422252e13f332bc5e388ec0ab5c3443d24399acb675e68278d341f)
pegel_header_library(fast_float ENTRY fast_float PROBE fast_float/fast_float.h SUBDIR include
  URL https://github.com/fastfloat/fast_float/archive/v3.9.0.tar.gz
  HASH SHA256=a10443e13748291709b422b2da49fc6753a1a43bf24205d4600595dfe3d811bb)
pegel_header_library(expected ENTRY tl PROBE tl/expected.hpp SUBDIR include
  URL https://github.com/TartanLlama/expected/archive/refs/tags/v1.0.0.tar.gz
  HASH SHA256=8f5124085a124113e75e3890b4e923e3a4de5b26a973b891b3deb40e19c03cee)
pegel_header_library(cli11 ENTRY CLI PROBE CLI/CLI.hpp SUBDIR include
  URL https://github.com/CLIUtils/CLI11/archive/v2.1.2.tar.gz
  HASH SHA256=26291377e892ba0e5b4972cdfd4a2ab3bf53af8dac1f4ea8fe0d1376b625c8cb)
pegel_header_library(robin_map ENTRY tsl PROBE tsl/robin_map.h SUBDIR include
  URL https://github.com/Tessil/robin-map/archive/refs/tags/v1.3.0.tar.gz
  HASH SHA256=a8424ad3b0affd4c57ed26f0f3d8a29604f0e1f2ef2089f497f614b1c94c7236)
pegel_header_library(xxhash ENTRY xxhash.h PROBE xxhash.h
  URL https://github.com/Cyan4973/xxHash/archive/refs/tags/v0.8.1.tar.gz
  HASH SHA256=3bb6b7d6f30c591dd65aaaff1c8b7a5b94d81687998ca9400082c739a690436c)
target_compile_definitions(pegel_xxhash INTERFACE XXH_INLINE_ALL=)
