#pragma once
// Files that are no text tables, known by their first bytes.

#include <string_view>

namespace pegel::csv {

enum class FileFamily : unsigned char { office, archive, other };
struct FileType {
  std::string_view name;  ///< English: "PNG picture"
  FileFamily family = FileFamily::other;
};

/// The known format that the bytes, or the text in UTF-8, start with; nullptr for none.
const FileType* file_type_of(std::string_view bytes);

/// Control bytes that no text holds, among the first of what was decoded.
bool is_binary(std::string_view text);

}  // namespace pegel::csv
