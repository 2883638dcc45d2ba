#pragma once
// Records as positions in a text: nothing is copied until a value is wanted.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/unset_vector.h"
#include "pegel/dialect.h"

namespace pegel::csv {

/// Where a field stands in Records::text, quotes excluded. `escaped`: it holds doubled or backslashed quotes to undo.
struct Field {
  uint32_t begin;
  uint32_t end : 30;
  uint32_t quoted : 1;
  uint32_t escaped : 1;
};

/// Whole records of one block. Field positions are relative to `text`, which must outlive the Records.
struct Records {
  std::string_view text;
  Escape escape = Escape::doubled;  ///< how the escapes of `escaped` fields are to be undone
  base::UnsetVector<Field> fields;  ///< of all records, one after the other
  std::vector<uint32_t>
      first;  ///< record r has fields [first[r], first[r+1]); size = records + 1, never empty after tokenize
  std::vector<uint32_t> lines;  ///< line of the first byte of record r, counted from 0 within `text`
  uint32_t line_breaks = 0;     ///< line breaks inside the consumed part of `text`
  std::vector<uint32_t> odd;    ///< the records with a quote out of place, in order

  std::size_t size() const { return first.empty() ? 0 : first.size() - 1; }
  std::size_t width(std::size_t r) const { return first[r + 1] - first[r]; }
  const Field& at(std::size_t r, std::size_t column) const { return fields[first[r] + column]; }
  std::string_view raw(const Field& f) const { return {text.data() + f.begin, f.end - f.begin}; }
  void clear();
  void drop_first(std::size_t records);  ///< the first so many, of those there are
  void keep_lines(int64_t lines);        ///< drops the records that start behind the first so many lines
};

/// The value of a field with its escapes undone: a doubled quote is one quote; with Escape::backslash also a backslash
/// before a quote or a backslash goes. A view of the text, or of `buffer` when there was anything to undo.
std::string_view value_of(const Records& records, const Field& field, char quote, std::string& buffer);

}  // namespace pegel::csv
