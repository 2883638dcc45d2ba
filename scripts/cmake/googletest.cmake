# GoogleTest is built with our own flags (sanitizers, WebAssembly exceptions), hence from source:
# Debian's package where it is, else a download pinned by hash.

function(pegel_add_googletest)
  set(BUILD_GMOCK OFF CACHE BOOL "" FORCE)
  set(INSTALL_GTEST OFF CACHE BOOL "" FORCE)
  if(EXISTS /usr/src/googletest/CMakeLists.txt)
    add_subdirectory(/usr/src/googletest ${PROJECT_BINARY_DIR}/googletest EXCLUDE_FROM_ALL SYSTEM)
  else()
    FetchContent_Declare(googletest SYSTEM
      URL https://github.com/google/googletest/archive/release-1.12.1.tar.gz
      URL_HASH SHA256=81964fe578e9bd7c94dfdb09c8e4d6e6759e19967e397dbea48d1c10e45d0df2)
    FetchContent_MakeAvailable(googletest)
  endif()
  # GoogleTest's own headers carry warnings of newer compilers; they are not ours to mend.
  foreach(target gtest gtest_main)
    target_compile_options(${target} PRIVATE -w)
  endforeach()
endfunction()
