#include "table/infer.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/civil_date.h"
#include "csv/cell_kind.h"
#include "table/cells.h"
#include "table/column_evidence.h"
#include "table/date_format.h"
#include "table/lexical.h"
#include "table/number_format.h"
#include "table/row_rules.h"
#include "table/text_table.h"

namespace pegel::table {
namespace {

struct Decided : ColumnEvidence::Decision {
  std::vector<ValueCount> values;
};
using Decisions = std::vector<Decided>;

constexpr std::size_t kQueryValues = 3;

/// Records that count as rows of the table: its width, or the one that most records have.
bool is_row(Cells& cells, std::size_t record, std::size_t width, std::size_t usual) {
  return !is_blank(cells, record) && (cells.width(record) == width || cells.width(record) == usual);
}

/// The header once more: where files or pages have been joined.
bool is_header(Cells& cells, std::size_t record, const std::vector<std::string>& header) {
  if (header.empty() || cells.width(record) != header.size()) return false;
  for (std::size_t column = 0; column < header.size(); ++column) {
    const std::string_view cell = cells.at(record, column);
    if (trim(cell) != header[column] && csv::without_joint(cell) != header[column]) return false;
  }
  return true;
}

/// The cells of a header of one row, trimmed; none where it has no row or several, or no name.
std::vector<std::string> header_cells(const Dialect& dialect, const csv::Records& head) {
  std::vector<std::string> header;
  if (dialect.header_rows != 1 || head.size() == 0) return header;
  Cells cells(head, dialect.quote);
  for (std::size_t column = 0; column < cells.width(0); ++column) header.emplace_back(trim(cells.at(0, column)));
  const bool named = std::any_of(header.begin(), header.end(), [](const auto& name) { return !name.empty(); });
  return named ? header : std::vector<std::string>();
}

/// Rows of the table among the records of one run of bytes.
struct Rows {
  const csv::Records* records;
  std::vector<std::size_t> at;
};

struct Sample {
  const Dialect& dialect;
  std::vector<Rows> parts;

  template <class Visit>
  void each_cell(std::size_t column, Visit visit) const {
    for (const Rows& rows : parts) {
      Cells cells(*rows.records, dialect.quote);
      for (const std::size_t row : rows.at) visit(cells.at(row, column));
    }
  }
  int64_t size() const {
    std::size_t size = 0;
    for (const Rows& rows : parts) size += rows.at.size();
    return static_cast<int64_t>(size);
  }
};

Sample sample_of(const Dialect& dialect, const csv::Records& head, std::span<const csv::Records> samples) {
  const std::size_t width = table_width(dialect, head);
  const std::size_t usual = usual_width(dialect, head);
  const std::vector<std::string> header = header_cells(dialect, head);
  Sample sample{dialect, {}};
  const auto add = [&](const csv::Records& records, std::size_t first) {
    Cells cells(records, dialect.quote);
    Rows rows{&records, {}};
    for (std::size_t record = first; record < records.size(); ++record) {
      if (is_row(cells, record, width, usual) && !is_header(cells, record, header)) rows.at.push_back(record);
    }
    sample.parts.push_back(std::move(rows));
  };
  add(head, static_cast<std::size_t>(dialect.header_rows + dialect.skip_after_header));
  for (const csv::Records& records : samples) add(records, 0);
  return sample;
}

/// Filled cells of a row, as far as `most`.
std::size_t filled_cells(Cells& cells, std::size_t record, std::size_t most) {
  std::size_t filled = 0;
  for (std::size_t column = 0; column < cells.width(record) && filled < most; ++column) {
    filled += trim(cells.at(record, column)).empty() ? 0 : 1;
  }
  return filled;
}

/// Whether the table is of full rows (see Profile::full_rows). Then what has a single cell tells nothing of the columns, and
/// is dropped.
bool keep_full_rows(Sample& sample, std::size_t width) {
  if (width <= 2) return false;
  const std::size_t half = std::max<std::size_t>(2, (width + 1) / 2);
  std::size_t rows = 0, full = 0;
  std::vector<Rows> kept;
  for (const Rows& part : sample.parts) {
    Cells cells(*part.records, sample.dialect.quote);
    Rows& several = kept.emplace_back(Rows{part.records, {}});
    several.at.reserve(part.at.size());
    for (const std::size_t row : part.at) {
      const std::size_t filled = filled_cells(cells, row, half);
      full += filled >= half ? 1 : 0;
      if (filled >= 2) several.at.push_back(row);
    }
    rows += several.at.size();
  }
  if (rows < 2 || full * 20 < rows * 19) return false;
  sample.parts = std::move(kept);
  return true;
}

Decided decide_column(const Sample& sample, std::size_t column, const std::string& name) {
  ColumnEvidence evidence;
  sample.each_cell(column, [&](std::string_view cell) { evidence.add(cell); });
  evidence.close();
  Decided decided{evidence.decide(name), evidence.take_values()};
  decided.profile.name = name;
  return decided;
}

// ---- what the other columns of the file prove

/// Values to the contrary up to here are slips: they raise an Issue, and nobody is asked.
bool is_mixed(const ColumnEvidence::Decision& decision) {
  return decision.contrary * 50 > decision.proofs + decision.contrary;
}

/// The one value that `get` gives for all proven columns; '\0' or the like when there is none, or more than one.
template <class T, class Get>
T agreed(const Decisions& decisions, T none, Get get) {
  T found = none;
  for (const auto& decision : decisions) {
    const T value = get(decision);
    if (value == none || value == found) continue;
    if (found != none) return none;
    found = value;
  }
  return found;
}

void settle_numbers(Decisions& decisions) {
  const char decimal = agreed<char>(decisions, '\0', [](const auto& decision) {
    const bool proven = decision.profile.type == ColumnType::number && !decision.number_open && !is_mixed(decision) &&
                        decision.profile.type_guess.confidence > kLikely;
    return proven ? decision.profile.number.decimal : '\0';
  });
  if (decimal == '\0') return;
  for (auto& decision : decisions) {
    ColumnProfile& profile = decision.profile;
    if (profile.type != ColumnType::number) continue;
    if (profile.number.decimal == '\0' && profile.number.group != decimal) profile.number.decimal = decimal;
    if (!decision.number_open) continue;
    if (profile.number.decimal != decimal) profile.number = decision.other_number;
    profile.type_guess = {0.9, std::string("other columns prove the decimal sign '") + decimal + "'",
                          profile.type_guess.runner_up};
    decision.number_open = false;
  }
}

void settle_dates(Decisions& decisions) {
  const auto order = agreed<DateOrder>(decisions, DateOrder::ymd, [](const auto& decision) {
    const ColumnProfile& profile = decision.profile;
    const bool dated = profile.type == ColumnType::date || profile.type == ColumnType::instant;
    const bool day_or_month = profile.date.order == DateOrder::dmy || profile.date.order == DateOrder::mdy;
    const bool proven = dated && day_or_month && !profile.date.month_names && decision.proofs > 0 &&
                        !is_mixed(decision) && profile.type_guess.confidence > kLikely;
    return proven ? profile.date.order : DateOrder::ymd;
  });
  if (order == DateOrder::ymd) return;
  for (auto& decision : decisions) {
    if (!decision.date_open) continue;
    ColumnProfile& profile = decision.profile;
    profile.date.order = order;
    profile.type_guess = {0.9, "other columns prove the order " + std::string(name_of(order)),
                          profile.type_guess.runner_up};
    decision.date_open = false;
  }
}

// ---- questions

std::string reading_of(std::string_view value, const NumberFormat& format) {
  const auto number = parse_number(value, format);
  return number ? base::to_text(*number) : "";
}
std::string reading_of(std::string_view value, const DateFormat& format) {
  const auto day = parse_day(value, format);
  return day ? base::iso_date(*day) : "";
}

/// Up to three values that the two readers read differently; of those that only one of them reads, two at most, so that
/// both kinds are shown. With `proofs`, values that both read are not among them.
template <class First, class Second>
Query query_of(const Sample& sample, std::size_t column, First first, Second second, bool proofs) {
  Query query;
  query.column = static_cast<int>(column);
  query.options.resize(2);
  std::size_t only[2] = {0, 0};
  sample.each_cell(column, [&](std::string_view cell) {
    if (query.values.size() == kQueryValues || trim(cell).empty()) return;
    const std::string readings[] = {first(cell), second(cell)};
    if (readings[0] == readings[1] || (proofs && !readings[0].empty() && !readings[1].empty())) return;
    if (std::find(query.values.begin(), query.values.end(), cell) != query.values.end()) return;
    for (std::size_t i = 0; i < 2; ++i) {
      if (readings[1 - i].empty() && ++only[i] == kQueryValues) return;
    }
    query.values.emplace_back(cell);
    for (std::size_t i = 0; i < 2; ++i) query.options[i].readings.push_back(readings[i]);
  });
  return query;
}

template <class Format>
auto reader_of(const Format& format) {
  return [&format](std::string_view cell) { return reading_of(cell, format); };
}

std::string choice_of(const NumberFormat& format) {
  return std::string(1, format.decimal == '\0' ? '.' : format.decimal);
}
std::string choice_of(const DateFormat& format) { return std::string(name_of(format.order)); }

template <class Format>
void ask_which(std::string_view code, const Sample& sample, std::size_t column, const Format& first,
               const Format& second, const ColumnEvidence::Decision& decision, std::vector<Query>& queries) {
  Query query = query_of(sample, column, reader_of(first), reader_of(second), decision.contrary > 0);
  query.code = code;
  query.options[0].choice = choice_of(first);
  query.options[1].choice = choice_of(second);
  query.options[0].proofs = decision.proofs;
  query.options[1].proofs = decision.contrary;
  queries.push_back(std::move(query));
}

/// Whether the column is of the type at all. What happens unasked comes first.
template <class Format>
void ask_whether(std::string_view code, const Sample& sample, std::size_t column, const Format& format, bool believed,
                 std::vector<Query>& queries) {
  const auto read = reader_of(format);
  const auto word = [&](std::string_view cell) { return read(cell).empty() ? std::string(trim(cell)) : std::string(); };
  Query query = query_of(sample, column, read, word, true);
  query.code = code;
  query.options[0].choice = choice_of(format);
  query.options[1].choice = name_of(ColumnType::text);
  if (!believed) std::swap(query.options[0], query.options[1]);
  queries.push_back(std::move(query));
}

void ask(const Sample& sample, std::size_t column, const ColumnEvidence::Decision& decision,
         std::vector<Query>& queries) {
  const ColumnProfile& profile = decision.profile;
  const bool mixed = is_mixed(decision);
  if (profile.type == ColumnType::number && (decision.number_open || mixed)) {
    ask_which(mixed ? "num.mixed" : "num.decimal", sample, column, profile.number, decision.other_number, decision,
              queries);
  } else if (decision.date_open || mixed) {
    ask_which(mixed ? "date.mixed" : "date.order", sample, column, profile.date, decision.other_date, decision,
              queries);
  }
  if (!decision.type_open) return;
  if (decision.possible_type == ColumnType::date) {
    const bool believed = profile.type == ColumnType::date || profile.type == ColumnType::instant;
    ask_whether("date.unsure", sample, column, decision.possible_date, believed, queries);
  } else {
    ask_whether("num.unsure", sample, column, decision.possible_number, false, queries);
  }
}

/// What the first row between header and data says of each column.
std::vector<std::string> labels_of(const Dialect& dialect, const csv::Records& records, std::size_t width) {
  std::vector<std::string> labels(width);
  const auto row = static_cast<std::size_t>(dialect.header_rows);
  if (dialect.header_rows == 0 || dialect.skip_after_header == 0 || row >= records.size()) return labels;
  const auto cells = row_text(dialect, records, row, width);
  for (std::size_t column = 0; column < std::min(width, cells.size()); ++column) labels[column] = trim(cells[column]);
  return labels;
}

}  // namespace

Inferred infer(const Dialect& dialect, const csv::Records& records, std::span<const csv::Records> samples) {
  Sample sample = sample_of(dialect, records, samples);
  const auto names = header_names(dialect, records);
  const bool full_rows = keep_full_rows(sample, names.size());
  Decisions decisions;
  for (std::size_t column = 0; column < names.size(); ++column) {
    decisions.push_back(decide_column(sample, column, names[column]));
  }
  settle_numbers(decisions);
  settle_dates(decisions);

  Inferred inferred;
  inferred.rows = sample.size();
  inferred.usual_width = static_cast<int>(usual_width(dialect, records));
  inferred.full_rows = full_rows;
  inferred.surplus_names = has_surplus_names(dialect, records);
  const auto labels = labels_of(dialect, records, decisions.size());
  const std::size_t named = dialect.header_rows == 0 ? decisions.size() : named_width(dialect, records);
  for (std::size_t column = 0; column < decisions.size(); ++column) {
    ask(sample, column, decisions[column], inferred.queries);
    for (const ColumnNote& note : decisions[column].notes) inferred.notes.push_back({note, column});
    if (column >= named && decisions[column].profile.type != ColumnType::empty) ++inferred.nameless;
    inferred.columns.push_back(std::move(decisions[column].profile));
    inferred.columns.back().label = labels[column];
    inferred.values.push_back(std::move(decisions[column].values));
  }
  return inferred;
}

std::vector<PairCount> pairs_of(const Dialect& dialect, const csv::Records& records,
                                std::span<const csv::Records> samples, std::size_t first, std::size_t second) {
  const Sample sample = sample_of(dialect, records, samples);
  std::vector<std::string> firsts;
  sample.each_cell(first, [&](std::string_view cell) { firsts.emplace_back(trim(cell)); });
  std::map<std::pair<std::string, std::string>, int64_t> rows;
  std::size_t row = 0;
  sample.each_cell(second, [&](std::string_view cell) { ++rows[{firsts[row++], std::string(trim(cell))}]; });
  std::vector<PairCount> pairs;
  for (const auto& [values, count] : rows) pairs.push_back({values.first, values.second, count});
  return pairs;
}

}  // namespace pegel::table
