#pragma once
// Tables as CSV that a spreadsheet reads as it stands.

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace pegel::cli {

/// Commas, quotes where they are needed, a line feed at the end.
void write_csv(std::ostream& out, const std::vector<std::string>& cells);

/// A text that a spreadsheet could take for a formula (first of = + - @, tab, CR, NUL, or a full-width twin) behind an
/// apostrophe; all other text, and numbers with their signs, as they are.
std::string guarded(std::string_view cell);

}  // namespace pegel::cli
