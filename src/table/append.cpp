#include "table/append.h"

#include "base/copy_text.h"
#include "table/date_calendar.h"
#include "table/date_format.h"
#include "table/lexical.h"
#include "table/number_format.h"
#include "table/plain_clock.h"
#include "table/plain_date.h"
#include "table/plain_number.h"

namespace pegel::table {
namespace {

struct Cell {
  std::string_view text;
  std::size_t row;  // of the Batch
  uint32_t record;
};

template <class T>
T no_value(std::string_view cell) {
  const std::string_view trimmed = trim(cell);
  return trimmed.empty() || is_null_word(trimmed) ? kMissing<T> : kUnreadable<T>;
}

template <class T, class Value>
T value_or_none(const std::optional<Value>& value, std::string_view cell) {
  return value ? static_cast<T>(*value) : no_value<T>(cell);
}

std::string_view word_or_nothing(std::string_view cell) {
  const std::string_view trimmed = trim(cell);
  return is_machine_null(trimmed) ? std::string_view() : trimmed;
}

/// A number whose cell says more than digits.
base::Micros read_worded(const Cell& cell, const SourceColumn& source, NumberColumn& column, Faults& faults) {
  const NumberReading reading = read_cell(cell.text, source);
  if (reading.fault > NumberFault::too_fine) return no_value<base::Micros>(cell.text);
  if (reading.scaled) faults.add(code_of_power(source.number.power), cell.record);
  if (reading.fault == NumberFault::too_fine) faults.add("num.too_fine", cell.record);
  if (const auto code = code_of_oddity(cell.text, source); !code.empty()) faults.add(code, cell.record);
  const bool own = source.number.several_currencies || reading.currency != source.number.currency;
  if (own && !reading.currency.empty()) {
    column.currencies.resize(column.values.size());
    column.currencies[cell.row] = currency_of(reading.currency);
    if (!source.number.several_currencies) faults.add("num.other_currency", cell.record);
  }
  return reading.value;
}

/// Rows whose categories are looked up together.
constexpr std::size_t kGroup = 32;
constexpr uint32_t kEmpty = 0;  // the code of ""

/// A category's cell whose code is still to be found.
struct Unseen {
  std::string_view cell;
  base::TextEnds ends;
  uint32_t* code;
};

struct Appender {
  const Run& run;
  const SourceColumn& source;
  ColumnMemo& memo;
  Faults& faults;

  /// At least as many as the words of the run have.
  std::size_t bytes_of(Cells& cells) const {
    std::size_t bytes = 0;
    for (const uint32_t record : run.rows) bytes += cells.at(record, index()).size();
    return bytes;
  }
  std::size_t index() const { return static_cast<std::size_t>(source.index); }

  /// Of a text of at most base::TextEnds::kWhole bytes.
  int32_t day_of(std::string_view text) const {
    if (is_calendar(source.date.order)) {
      if (const auto day = parse_plain_date(text)) return *day;
    }
    const auto read = [&] { return value_or_none<int32_t>(parse_day(text, source.date), text); };
    return memo.days->get(text, read, [](int32_t) { return true; });
  }
  /// Ten letters of date, a blank or T, a plain clock; nothing for all else.
  std::optional<int64_t> plain_instant(std::string_view cell) const {
    constexpr std::size_t kDate = 10;
    if (cell.size() <= kDate || (cell[kDate] != ' ' && cell[kDate] != 'T')) return std::nullopt;
    const auto clock = parse_plain_clock(cell.substr(kDate + 1));
    if (!clock) return std::nullopt;
    const int32_t day = day_of(cell.substr(0, kDate));
    return known(day) ? std::optional(day * kDayMillis + *clock) : std::nullopt;
  }

  /// A typed value for each cell: `read` gives it, or a sentinel.
  template <class T, class Read>
  void append_values(std::vector<T>& values, Read read) const {
    Cells cells(run.records, run.quote);
    std::size_t at = values.size();
    values.resize(at + run.rows.size());
    for (const uint32_t record : run.rows) {
      const std::string_view text = cells.at(record, index());
      const T value = text.empty() ? kMissing<T> : read(Cell{text, at, record});
      values[at++] = value;
      if (value == kUnreadable<T>) faults.add(code_of_unreadable(text, source), record);
    }
  }

  void operator()(NumberColumn& column) const {
    const char decimal = known_decimal(source.number);
    append_values(column.values, [&](const Cell& cell) {
      const auto plain = source.number.power == 0 ? parse_plain_number(cell.text, decimal) : std::nullopt;
      if (plain) return *plain;
      return read_worded(cell, source, column, faults);
    });
    if (!column.currencies.empty()) column.currencies.resize(column.values.size());
  }
  void operator()(DateColumn& column) const {
    append_values(column.days, [&](const Cell& cell) {
      const bool long_one = cell.text.size() > base::TextEnds::kWhole;
      return long_one ? value_or_none<int32_t>(parse_day(cell.text, source.date), cell.text) : day_of(cell.text);
    });
  }
  void operator()(InstantColumn& column) const {
    const bool timed = source.date.time && is_calendar(source.date.order);
    append_values(column.millis, [&](const Cell& cell) {
      if (const auto plain = timed ? plain_instant(cell.text) : std::nullopt) return *plain;
      return value_or_none<int64_t>(parse_instant(cell.text, source.date), cell.text);
    });
  }
  void operator()(BooleanColumn& column) const {
    append_values(column.values,
                  [](const Cell& cell) { return value_or_none<int8_t>(parse_boolean(trim(cell.text)), cell.text); });
  }
  void operator()(CategoryColumn& column) const {
    const std::size_t before = column.codes.size();
    column.codes.resize(before + run.rows.size());
    for (std::size_t first = 0; first < run.rows.size(); first += kGroup) {
      const auto group = run.rows.subspan(first, std::min(kGroup, run.rows.size() - first));
      append_codes(group, *column.dictionary, column.codes.data() + before + first);
    }
  }

  /// Values not seen lately are looked up together, since each may have to wait for memory.
  void append_codes(std::span<const uint32_t> records, Dictionary& dictionary, uint32_t* codes) const {
    Cells cells(run.records, run.quote);
    std::array<Unseen, kGroup> unseen;
    std::size_t count = 0;
    const char* const text_end = run.records.text.data() + run.records.text.size();
    for (const uint32_t record : records) {
      const std::string_view cell = cells.at(record, index());
      uint32_t& code = *codes++;
      code = kEmpty;
      if (cell.empty()) continue;
      const bool lasts = cells.lasts(record, index());
      const auto ends = base::TextEnds::of(cell, lasts ? text_end : cell.data() + cell.size());
      const auto same = [&](uint32_t kept) { return dictionary.value_of(kept) == cell; };
      if (const uint32_t* const kept = memo.codes->find(ends, same)) {
        code = *kept;
      } else if (lasts) {
        unseen[count++] = {cell, ends, &code};
      } else {
        look_up({cell, ends, &code}, dictionary);
      }
    }
    for (std::size_t i = 0; i < count; ++i) memo.touched += dictionary.touch(unseen[i].ends);
    for (std::size_t i = 0; i < count; ++i) look_up(unseen[i], dictionary);
  }
  void look_up(const Unseen& value, Dictionary& dictionary) const {
    const std::string_view word = word_or_nothing(value.cell);
    const bool as_it_stands = word.size() == value.cell.size();
    const uint32_t code = as_it_stands ? dictionary.id_of(word, value.ends) : dictionary.code_of(word);
    *value.code = memo.codes->keep(value.ends, code);
  }
  void operator()(TextColumn& column) const {
    Cells cells(run.records, run.quote);
    std::size_t at = column.ends.size();
    column.ends.resize(at + run.rows.size());
    const std::size_t before = column.bytes.size();
    column.bytes.resize(before + bytes_of(cells));
    char* end = column.bytes.data() + before;
    for (const uint32_t record : run.rows) {
      end = base::copy_text(end, word_or_nothing(cells.at(record, index())));
      column.ends[at++] = static_cast<uint32_t>(end - column.bytes.data());
    }
    column.bytes.resize(static_cast<std::size_t>(end - column.bytes.data()));
  }
};

}  // namespace

ColumnMemo make_memo(ColumnType type) {
  ColumnMemo memo;
  if (type == ColumnType::category) memo.codes = std::make_unique<Memo<uint32_t>>();
  if (type == ColumnType::date || type == ColumnType::instant) memo.days = std::make_unique<Memo<int32_t>>();
  return memo;
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

void append(const Run& run, const SourceColumn& source, Column& column, ColumnMemo& memo, Faults& faults) {
  std::visit(Appender{run, source, memo, faults}, column);
}

}  // namespace pegel::table
