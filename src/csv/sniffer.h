#pragma once
// The Dialect of a text, by parsing it whole under every candidate and scoring the tables that come out.

#include <string_view>

#include "pegel/profile.h"

namespace pegel::csv {

struct Sniffed {
  Dialect dialect;     ///< encoding and bom are left as given
  Guess guess;         ///< of the delimiter and quote
  Guess header_guess;  ///< of skip_rows, header_rows and skip_after_header
};

/// `text`: UTF-8 sample from the start of the file; `whole`: it is the file. Order of rows does not matter to the
/// delimiter. Linear in the sample for each of a fixed list of candidates. Never fails: a text without any structure
/// is one column.
Sniffed sniff(std::string_view text, bool whole);

}  // namespace pegel::csv
