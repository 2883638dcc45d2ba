# Writes the lists that would otherwise be kept by hand:
#   src/kpis/<group>/<id>.cpp       -> kpis::catalogue(), kpis::group_of(id)
#   src/dataset/kinds/<kind>.cpp    -> dataset::kinds()
# in path order. A file whose function or table is named otherwise than the file fails at link.

function(pegel_write_catalogue out)
  set(generated ${PROJECT_BINARY_DIR}/generated)
  set(files)

  if(EXISTS ${PROJECT_SOURCE_DIR}/src/kpis/kpi.h)
    file(GLOB paths CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/src/kpis src/kpis/*/*.cpp)
    list(SORT paths)
    set(declarations "")
    set(entries "")
    foreach(path IN LISTS paths)
      get_filename_component(group ${path} DIRECTORY)
      get_filename_component(id ${path} NAME_WE)
      string(APPEND declarations "const Kpi& ${id}();\n")
      string(APPEND entries "      {\"${id}\", \"${group}\", &${id}()},\n")
    endforeach()
    list(LENGTH paths PEGEL_COUNT)
    set(PEGEL_DECLARATIONS "${declarations}")
    set(PEGEL_ENTRIES "${entries}")
    configure_file(${PROJECT_SOURCE_DIR}/scripts/cmake/catalogue.cpp.in
                   ${generated}/kpis/catalogue.cpp @ONLY)
    list(APPEND files ${generated}/kpis/catalogue.cpp)
  endif()

  if(EXISTS ${PROJECT_SOURCE_DIR}/src/dataset/kind.h)
    file(GLOB paths CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/src/dataset/kinds
         src/dataset/kinds/*.cpp)
    list(SORT paths)
    set(declarations "")
    set(entries "")
    foreach(path IN LISTS paths)
      get_filename_component(kind ${path} NAME_WE)
      string(APPEND declarations "extern const KindTable ${kind}_kind;\n")
      string(APPEND entries "      &${kind}_kind,\n")
    endforeach()
    list(LENGTH paths PEGEL_COUNT)
    set(PEGEL_DECLARATIONS "${declarations}")
    set(PEGEL_ENTRIES "${entries}")
    configure_file(${PROJECT_SOURCE_DIR}/scripts/cmake/kinds.cpp.in
                   ${generated}/dataset/kinds.cpp @ONLY)
    list(APPEND files ${generated}/dataset/kinds.cpp)
  endif()

  set(${out} ${files} PARENT_SCOPE)
endfunction()
