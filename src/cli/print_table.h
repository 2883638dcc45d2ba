#pragma once
// A file as it was read, one JSON line, printed while it is read.

#include <iosfwd>

#include "cli/options.h"

namespace pegel::cli {

/// One line of JSON: the table, its rows up to where reading had to end, or why there is none. Errors: those of the line;
/// "use.answer", without a line.
Result<void> print_table(std::ostream& out, const Options& options, const std::string& path);

}  // namespace pegel::cli
