# Precompiled headers: a third of what a compiler does with most of our files is to read the same headers again.
option(PEGEL_PRECOMPILED "Precompile the headers that most files include; OFF shows a missing #include" ON)

# The standard library's headers that most files include, and `ARGN`.
function(pegel_precompile target)
  if(NOT PEGEL_PRECOMPILED)
    return()
  endif()
  target_precompile_headers(${target} PRIVATE
    <algorithm> <array> <cmath> <cstdint> <functional> <limits> <map> <memory> <numeric> <optional> <set> <span>
    <string> <string_view> <tuple> <utility> <vector> ${ARGN})
  # So that ccache knows what a precompiled header stands for. One that cannot be used costs time, no more.
  target_compile_options(${target} PRIVATE
    "$<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess;-Wno-error=invalid-pch>"
    "$<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>")
endfunction()
