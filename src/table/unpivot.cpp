#include "table/unpivot.h"

#include <algorithm>

#include "table/lexical.h"

namespace pegel::table {
namespace {

csv::Field field_at(std::size_t begin, std::size_t size) {
  csv::Field field{};
  field.begin = static_cast<uint32_t>(begin);
  field.end = static_cast<uint32_t>(begin + size) & 0x3FFF'FFFFu;
  return field;
}

bool is_empty(std::string_view cell) {
  const std::string_view trimmed = trim(cell);
  return trimmed.empty() || is_null_word(trimmed);
}

}  // namespace

Unpivot::Unpivot(const Source& source)
    : wide_(source.wide.columns),
      width_(static_cast<std::size_t>(source.width)),
      own_(source.width),
      first_key_(source.wide.first_key) {
  std::size_t keys = 0;
  for (const WideColumn& column : wide_) {
    auto& fields = keys_.emplace_back();
    for (const std::string& key : column.cells) {
      fields.push_back(field_at(key_text_.size(), key.size()));
      key_text_ += key;
    }
    keys = std::max(keys, column.cells.size());
    width_ = std::max(width_, static_cast<std::size_t>(column.to) + 1);
  }
  width_ = std::max(width_, static_cast<std::size_t>(first_key_) + keys);
}

const csv::Records& Unpivot::of(const csv::Records& wide, std::span<const uint32_t> kept) {
  text_.assign(wide.text).append(key_text_);
  long_.clear();
  long_.text = text_;
  long_.escape = wide.escape;
  column_.clear();
  empty_.clear();
  for (const uint32_t record : kept) {
    for (std::size_t column = 0; column < wide_.size(); ++column) add(wide, record, column);
  }
  return long_;
}

void Unpivot::add(const csv::Records& wide, uint32_t record, std::size_t column) {
  const auto index = static_cast<std::size_t>(wide_[column].index);
  const csv::Field cell = index < wide.width(record) ? wide.at(record, index) : csv::Field{};
  if (is_empty(wide.raw(cell))) {
    empty_.emplace_back(record, wide_[column].index);
    return;
  }
  const std::size_t start = long_.fields.size();
  long_.fields.resize(start + width_, csv::Field{});
  const std::size_t own = std::min(wide.width(record), static_cast<std::size_t>(own_));
  for (std::size_t i = 0; i < own; ++i) long_.fields[start + i] = wide.at(record, i);
  long_.fields[start + static_cast<std::size_t>(wide_[column].to)] = cell;
  for (std::size_t key = 0; key < keys_[column].size(); ++key) {
    const csv::Field& field = keys_[column][key];
    long_.fields[start + static_cast<std::size_t>(first_key_) + key] =
        field_at(wide.text.size() + field.begin, field.end - field.begin);
  }
  long_.first.push_back(static_cast<uint32_t>(long_.fields.size()));
  long_.lines.push_back(wide.lines[record]);
  column_.push_back(column);
}

Source as_recorded(const Source& source) {
  Source recorded = source;
  recorded.wide = {};
  std::erase_if(recorded.columns, [&](const SourceColumn& column) { return column.index >= source.width; });
  for (const WideColumn& column : source.wide.columns) {
    recorded.columns.push_back({column.index, column.name, ColumnType::number, {}, {}, Role::none});
  }
  return recorded;
}

}  // namespace pegel::table
