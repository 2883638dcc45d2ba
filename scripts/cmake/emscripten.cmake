# Emscripten's own toolchain file, wherever it is installed, with node set up to run what it makes.
find_program(PEGEL_EMCC emcc REQUIRED NO_CMAKE_FIND_ROOT_PATH)
get_filename_component(emcc ${PEGEL_EMCC} REALPATH)
get_filename_component(emcc_folder ${emcc} DIRECTORY)
foreach(root $ENV{EMSCRIPTEN_ROOT} ${emcc_folder} /usr/share/emscripten)
  if(EXISTS ${root}/cmake/Modules/Platform/Emscripten.cmake)
    set(EMSCRIPTEN_ROOT_PATH ${root})
    break()
  endif()
endforeach()

# Debian keeps acorn, which em++ needs to link, where only Debian's own node looks for it.
set(acorn_path /usr/share/nodejs:$ENV{NODE_PATH})
set(ENV{NODE_PATH} ${acorn_path})
set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK "${CMAKE_COMMAND} -E env NODE_PATH=${acorn_path}")

include(${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake)
find_program(PEGEL_NODE node REQUIRED NO_CMAKE_FIND_ROOT_PATH)
set(CMAKE_CROSSCOMPILING_EMULATOR ${PEGEL_NODE})
