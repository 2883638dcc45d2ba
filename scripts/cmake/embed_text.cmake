# Writes the text of a file as `inline constexpr const char <name>[]` to generated/<header>, again whenever it changes.
function(pegel_embed_text file header name)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${file})
  file(READ ${PROJECT_SOURCE_DIR}/${file} text)
  file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/generated/${header} @ONLY NEWLINE_STYLE UNIX CONTENT
    "#pragma once\n\nnamespace pegel::cli {\n\ninline constexpr const char @name@[] = R\"text(@text@)text\";\n\n}  // namespace pegel::cli\n")
endfunction()
