#pragma once
// Batches as bytes, on their way from one engine to another of the same build.

#include <memory>
#include <span>
#include <vector>

#include "base/byte_io.h"
#include "table/batch.h"

namespace pegel::table {

/// Writes the Batches of one Builder. A word of a category goes along once, before the first Batch that holds it: words
/// that none of them holds do not.
class BatchWriter {
 public:
  void write(std::span<const Batch> batches, base::ByteWriter& writer);

 private:
  void write_words(const CategoryColumn& column, std::size_t at, base::ByteWriter& writer);

  struct Sent {
    std::vector<uint32_t> codes{};  // as they are written, in the order of the words; by the Dictionary's code
    uint32_t count = 0;
  };
  std::vector<Sent> sent_;  // by column
};

/// Reads what one BatchWriter wrote; categories get the codes of `dictionaries` (by column, null where it is none), which
/// take in the words that they lack.
class BatchReader {
 public:
  explicit BatchReader(std::vector<std::shared_ptr<Dictionary>> dictionaries);
  /// Appends to `into`. Where the bytes are no such Batches the reader fails, and what was appended means nothing.
  void read(base::ByteReader& reader, std::vector<Batch>& into);

 private:
  Batch read_batch(base::ByteReader& reader);
  void read_words(base::ByteReader& reader, std::size_t column);
  CategoryColumn read_codes(base::ByteReader& reader, std::size_t column) const;
  Column read_column(base::ByteReader& reader, std::size_t column) const;

  std::vector<std::shared_ptr<Dictionary>> dictionaries_;
  std::vector<std::vector<uint32_t>> codes_;  // by column, by the code that is written
  uint32_t touched_ = 0;                      // see base::Texts::touch
};

void write_left_out(const LeftOut& left_out, base::ByteWriter& writer);
/// Appends to `into`.
void read_left_out(base::ByteReader& reader, LeftOut& into);

}  // namespace pegel::table
