#include "table/batch_bytes.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace pegel::table {
namespace {

struct Write {
  base::ByteWriter& writer;
  const std::vector<uint32_t>& sent;  // by code of a category
  void operator()(const NumberColumn& column) const {
    writer.values(column.values);
    writer.values(column.currencies);
  }
  void operator()(const DateColumn& column) const { writer.values(column.days); }
  void operator()(const InstantColumn& column) const { writer.values(column.millis); }
  void operator()(const BooleanColumn& column) const { writer.values(column.values); }
  void operator()(const CategoryColumn& column) const {
    std::vector<uint32_t> codes(column.codes.size());
    std::transform(column.codes.begin(), column.codes.end(), codes.begin(),
                   [this](uint32_t code) { return sent[code]; });
    writer.values(codes);
  }
  void operator()(const TextColumn& column) const {
    writer.text(column.bytes);
    writer.values(column.ends);
  }
};

struct Rows {
  std::size_t operator()(const NumberColumn& column) const { return column.values.size(); }
  std::size_t operator()(const DateColumn& column) const { return column.days.size(); }
  std::size_t operator()(const InstantColumn& column) const { return column.millis.size(); }
  std::size_t operator()(const BooleanColumn& column) const { return column.values.size(); }
  std::size_t operator()(const CategoryColumn& column) const { return column.codes.size(); }
  std::size_t operator()(const TextColumn& column) const { return column.ends.size(); }
};

/// Whether each row's text lies within the bytes.
bool sound(const TextColumn& column) {
  return std::is_sorted(column.ends.begin(), column.ends.end()) &&
         (column.ends.empty() || column.ends.back() == column.bytes.size());
}

constexpr std::size_t kGroup = 32;

constexpr uint32_t kUnsent = UINT32_MAX;

}  // namespace

void BatchWriter::write(std::span<const Batch> batches, base::ByteWriter& writer) {
  writer.u64(batches.size());
  for (const Batch& batch : batches) {
    sent_.resize(batch.columns.size());
    for (std::size_t at = 0; at < batch.columns.size(); ++at) {
      if (const auto* category = std::get_if<CategoryColumn>(&batch.columns[at])) write_words(*category, at, writer);
    }
    writer.u64(batch.rows);
    writer.i64(batch.first_line);
    writer.values(batch.lines);
    for (std::size_t at = 0; at < batch.columns.size(); ++at) {
      writer.u64(batch.columns[at].index());
      std::visit(Write{writer, sent_[at].codes}, batch.columns[at]);
    }
  }
}

void BatchWriter::write_words(const CategoryColumn& column, std::size_t at, base::ByteWriter& writer) {
  Sent& sent = sent_[at];
  sent.codes.resize(column.dictionary->size(), kUnsent);
  std::vector<uint32_t> words;
  for (const uint32_t code : column.codes) {
    if (sent.codes[code] != kUnsent) continue;
    sent.codes[code] = sent.count++;
    words.push_back(code);
  }
  writer.u64(words.size());
  for (const uint32_t code : words) writer.text(column.dictionary->value_of(code));
}

BatchReader::BatchReader(std::vector<std::shared_ptr<Dictionary>> dictionaries)
    : dictionaries_(std::move(dictionaries)), codes_(dictionaries_.size()) {}

void BatchReader::read(base::ByteReader& reader, std::vector<Batch>& into) {
  for (std::size_t n = reader.count(3); n > 0 && !reader.failed(); --n) into.push_back(read_batch(reader));
}

Batch BatchReader::read_batch(base::ByteReader& reader) {
  for (std::size_t column = 0; column < dictionaries_.size(); ++column) read_words(reader, column);
  Batch batch;
  batch.rows = static_cast<std::size_t>(reader.u64());
  batch.first_line = reader.i64();
  batch.lines = reader.values<uint32_t>();
  reader.require(batch.lines.size() == batch.rows);
  for (std::size_t column = 0; column < dictionaries_.size() && !reader.failed(); ++column) {
    batch.columns.push_back(read_column(reader, column));
    reader.require(std::visit(Rows{}, batch.columns.back()) == batch.rows);
  }
  return batch;
}

/// Words are looked up in groups, since each look-up may have to wait for memory.
void BatchReader::read_words(base::ByteReader& reader, std::size_t column) {
  if (dictionaries_[column] == nullptr) return;
  Dictionary& dictionary = *dictionaries_[column];
  std::array<std::string_view, kGroup> words;
  for (std::size_t rest = reader.count(1); rest > 0 && !reader.failed();) {
    const std::size_t now = std::min(rest, kGroup);
    for (std::size_t i = 0; i < now; ++i) {
      words[i] = reader.view();
      touched_ += dictionary.touch(base::TextEnds(words[i]));
    }
    for (std::size_t i = 0; i < now; ++i) codes_[column].push_back(dictionary.code_of(words[i]));
    rest -= now;
  }
}

CategoryColumn BatchReader::read_codes(base::ByteReader& reader, std::size_t column) const {
  CategoryColumn category{dictionaries_[column], reader.values<uint32_t>()};
  for (uint32_t& code : category.codes) {
    reader.require(code < codes_[column].size());
    if (reader.failed()) break;
    code = codes_[column][code];
  }
  return category;
}

Column BatchReader::read_column(base::ByteReader& reader, std::size_t column) const {
  const auto index = reader.u64();
  const bool category = dictionaries_[column] != nullptr;
  reader.require(category == (index == Column(CategoryColumn{}).index()));
  if (category) return read_codes(reader, column);
  if (index == Column(NumberColumn{}).index()) {
    NumberColumn number{reader.values<base::Micros>(), {}};
    number.currencies = reader.values<Currency>();
    reader.require(number.currencies.empty() || number.currencies.size() == number.values.size());
    return number;
  }
  if (index == Column(DateColumn{}).index()) return DateColumn{reader.values<int32_t>()};
  if (index == Column(InstantColumn{}).index()) return InstantColumn{reader.values<int64_t>()};
  if (index == Column(BooleanColumn{}).index()) return BooleanColumn{reader.values<int8_t>()};
  TextColumn text{reader.text(), reader.values<uint32_t>()};
  reader.require(sound(text));
  return text;
}

void write_left_out(const LeftOut& left_out, base::ByteWriter& writer) {
  writer.u64(left_out.entries().size());
  for (const LeftOut::Entry& entry : left_out.entries()) {
    writer.text(entry.reason);
    writer.i64(entry.line);
    writer.i64(entry.column);
    writer.i64(entry.rows);
    writer.text(entry.excerpt);
  }
}

void read_left_out(base::ByteReader& reader, LeftOut& into) {
  for (std::size_t n = reader.count(5); n > 0 && !reader.failed(); --n) {
    const std::string_view name = reader.view();
    const auto reason = std::find(std::begin(kReasonsToLeaveOut), std::end(kReasonsToLeaveOut), name);
    LeftOut::Entry entry{{}, reader.i64(), reader.i64(), reader.i64(), reader.text()};
    reader.require(reason != std::end(kReasonsToLeaveOut));
    if (reader.failed()) return;
    entry.reason = *reason;
    into.add(std::move(entry));
  }
}

}  // namespace pegel::table
