#pragma once
// Which records of a table are preamble, header and rows between header and data.

#include <cstddef>

#include "csv/records.h"
#include "pegel/profile.h"

namespace pegel::csv {

struct HeaderFound {
  int skip_rows = 0;
  int header_rows = 1;
  int skip_after_header = 0;
  Guess guess;
};

/// `width`: fields of the table's records. `from`: first record to look at. A first row without anything that speaks for
/// or against it is taken as header; a file of one record is a header unless it holds numbers or dates.
HeaderFound find_header(const Records& records, std::size_t width, std::size_t from);

}  // namespace pegel::csv
