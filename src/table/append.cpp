#include "table/append.h"

#include <cstring>

#include "pegel/issue.h"
#include "table/date_format.h"
#include "table/lexical.h"
#include "table/number_format.h"

namespace pegel::table {
namespace {

template <class T>
T load(const char* at) {
  T value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

struct Ends {
  uint64_t head;
  uint64_t tail;
};

/// First and last bytes, overlapping: with the length they are the whole of a value of up to 16 bytes.
Ends ends_of(std::string_view value) {
  const char* const begin = value.data();
  const std::size_t n = value.size();
  if (n >= 8) return {load<uint64_t>(begin), load<uint64_t>(begin + n - 8)};
  if (n >= 4) return {load<uint32_t>(begin), load<uint32_t>(begin + n - 4)};
  const auto byte = [&](std::size_t i) { return static_cast<uint64_t>(static_cast<unsigned char>(begin[i])); };
  return {byte(0), byte(n / 2) << 8 | byte(n - 1)};
}

/// A typed value for each cell: what `read` gives, else missing or unreadable.
template <class T, class Read>
void append_values(const Run& run, std::size_t column, std::vector<T>& values, Unreadable& unreadable, Read read) {
  Cells cells(run.records, run.quote);
  std::size_t at = values.size();
  values.resize(at + run.rows.size());
  for (const uint32_t record : run.rows) {
    const std::string_view cell = cells.at(record, column);
    T& value = values[at++];
    if (cell.empty()) {
      value = kMissing<T>;
    } else if (const auto known_value = read(cell)) {
      value = *known_value;
    } else if (const auto trimmed = trim(cell); trimmed.empty() || is_null_word(trimmed)) {
      value = kMissing<T>;
    } else {
      value = kUnreadable<T>;
      if (++unreadable.count <= static_cast<int64_t>(kIssuePlaces)) unreadable.records.push_back(record);
    }
  }
}

std::string_view word_or_nothing(std::string_view cell) {
  const std::string_view trimmed = trim(cell);
  return is_machine_null(trimmed) ? std::string_view() : trimmed;
}

struct Appender {
  const Run& run;
  const SourceColumn& source;
  CodeCache& cache;
  Unreadable& unreadable;

  std::size_t index() const { return static_cast<std::size_t>(source.index); }

  void operator()(NumberColumn& column) const {
    append_values(run, index(), column.values, unreadable,
                  [&](std::string_view cell) { return parse_number(cell, source.number); });
  }
  void operator()(DateColumn& column) const {
    append_values(run, index(), column.days, unreadable,
                  [&](std::string_view cell) { return parse_day(cell, source.date); });
  }
  void operator()(InstantColumn& column) const {
    append_values(run, index(), column.millis, unreadable,
                  [&](std::string_view cell) { return parse_instant(cell, source.date); });
  }
  void operator()(BooleanColumn& column) const {
    append_values(run, index(), column.values, unreadable, [](std::string_view cell) -> std::optional<int8_t> {
      const auto flag = parse_boolean(trim(cell));
      return flag ? std::optional<int8_t>(*flag ? 1 : 0) : std::nullopt;
    });
  }
  void operator()(CategoryColumn& column) const {
    Cells cells(run.records, run.quote);
    Dictionary& dictionary = *column.dictionary;
    std::size_t at = column.codes.size();
    column.codes.resize(at + run.rows.size());
    for (const uint32_t record : run.rows) {
      column.codes[at++] = cache.code_of(word_or_nothing(cells.at(record, index())), dictionary);
    }
  }
  void operator()(TextColumn& column) const {
    Cells cells(run.records, run.quote);
    column.ends.reserve(column.ends.size() + run.rows.size());
    for (const uint32_t record : run.rows) {
      column.bytes.append(word_or_nothing(cells.at(record, index())));
      column.ends.push_back(static_cast<uint32_t>(column.bytes.size()));
    }
  }
};

}  // namespace

uint32_t CodeCache::code_of(std::string_view value, Dictionary& dictionary) {
  if (value.empty()) return 0;
  const Ends ends = ends_of(value);
  const uint64_t mixed = (ends.head ^ (ends.tail * 0x9E3779B97F4A7C15u) ^ value.size()) * 0xD6E8FEB86659FD93u;
  Slot& slot = slots_[mixed >> 55];
  const bool alike = slot.length == value.size() && slot.head == ends.head && slot.tail == ends.tail;
  if (alike && (value.size() <= 16 || dictionary.value_of(slot.code) == value)) return slot.code;
  slot = {ends.head, ends.tail, static_cast<uint32_t>(value.size()), dictionary.code_of(value)};
  return slot.code;
}

Column make_column(ColumnType type, const std::shared_ptr<Dictionary>& dictionary) {
  switch (type) {
    case ColumnType::number:
      return NumberColumn{};
    case ColumnType::boolean:
      return BooleanColumn{};
    case ColumnType::date:
      return DateColumn{};
    case ColumnType::instant:
      return InstantColumn{};
    case ColumnType::category:
      return CategoryColumn{dictionary, {}};
    case ColumnType::empty:
    case ColumnType::id:
    case ColumnType::text:
      break;
  }
  return TextColumn{};
}

void append(const Run& run, const SourceColumn& source, Column& column, CodeCache& cache, Unreadable& unreadable) {
  std::visit(Appender{run, source, cache, unreadable}, column);
}

}  // namespace pegel::table
