#pragma once
// Cells of Records by row and column; a field that a short row lacks is an empty cell.

#include <string>
#include <string_view>

#include "csv/records.h"
#include "pegel/result.h"

namespace pegel::table {

/// Reads cells of one Records, which must outlive it. A view stays valid until the next call, or as long as the Records
/// where it lasts.
class Cells {
 public:
  Cells(const csv::Records& records, char quote) : records_(records), quote_(quote) {}

  std::string_view at(std::size_t record, std::size_t column) {
    if (column >= records_.width(record)) return {};
    const csv::Field& field = records_.at(record, column);
    return field.escaped ? csv::value_of(records_, field, quote_, buffer_) : records_.raw(field);
  }
  bool lasts(std::size_t record, std::size_t column) const {
    return column >= records_.width(record) || !records_.at(record, column).escaped;
  }
  std::size_t width(std::size_t record) const { return records_.width(record); }
  /// The record as it stands in the file, from its first field to its last.
  std::string_view text_of(std::size_t record) const {
    if (width(record) == 0) return {};
    const std::size_t begin = records_.at(record, 0).begin;
    return records_.text.substr(begin, records_.at(record, width(record) - 1).end - begin);
  }

 private:
  const csv::Records& records_;
  char quote_;
  std::string buffer_;
};

/// At most kExcerptLength bytes from the start of `text`, cut between letters.
inline std::string excerpt_of(std::string_view text) {
  if (text.size() <= kExcerptLength) return std::string(text);
  std::size_t length = kExcerptLength;
  while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) --length;
  return std::string(text.substr(0, length));
}

}  // namespace pegel::table
