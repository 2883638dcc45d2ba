#include "table/infer.h"

#include <algorithm>
#include <set>

#include "base/civil_date.h"
#include "table/cells.h"
#include "table/column_evidence.h"
#include "table/row_rules.h"

namespace pegel::table {
namespace {

using Decisions = std::vector<ColumnEvidence::Decision>;

constexpr std::size_t kQueryValues = 3;

/// Records that count as rows of the table: its width, or the one that most records have.
bool is_row(Cells& cells, std::size_t record, std::size_t width, std::size_t usual) {
  return !is_blank(cells, record) && (cells.width(record) == width || cells.width(record) == usual);
}

std::vector<std::size_t> rows_of(const Dialect& dialect, const csv::Records& records) {
  Cells cells(records, dialect.quote);
  const std::size_t width = table_width(dialect, records);
  const std::size_t usual = usual_width(dialect, records);
  std::vector<std::size_t> rows;
  for (auto record = static_cast<std::size_t>(dialect.header_rows + dialect.skip_after_header); record < records.size();
       ++record) {
    if (is_row(cells, record, width, usual)) rows.push_back(record);
  }
  return rows;
}

struct Sample {
  const Dialect& dialect;
  const csv::Records& records;
  std::vector<std::size_t> rows;

  template <class Visit>
  void each_cell(std::size_t column, Visit visit) const {
    Cells cells(records, dialect.quote);
    for (const std::size_t row : rows) visit(cells.at(row, column));
  }
};

ColumnEvidence::Decision decide_column(const Sample& sample, std::size_t column, const std::string& name) {
  ColumnEvidence evidence;
  sample.each_cell(column, [&](std::string_view cell) { evidence.add(cell); });
  evidence.close();
  auto decision = evidence.decide(name);
  decision.profile.name = name;
  return decision;
}

// ---- what the other columns of the file prove

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
    const bool proven = decision.profile.type == ColumnType::number && !decision.number_open &&
                        decision.profile.type_guess.confidence >= kSure;
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
    const bool proven = dated && day_or_month && !profile.date.month_names && !decision.date_open &&
                        profile.type_guess.confidence > 0.95;
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

/// The first values that the two formats read differently.
template <class Format>
Query query_of(const Sample& sample, std::size_t column, const Format& first, const Format& second) {
  Query query;
  query.column = static_cast<int>(column);
  query.options.resize(2);
  sample.each_cell(column, [&](std::string_view cell) {
    if (query.values.size() == kQueryValues) return;
    const std::string readings[] = {reading_of(cell, first), reading_of(cell, second)};
    if (readings[0] == readings[1]) return;
    if (std::find(query.values.begin(), query.values.end(), cell) != query.values.end()) return;
    query.values.emplace_back(cell);
    for (std::size_t i = 0; i < 2; ++i) query.options[i].readings.push_back(readings[i]);
  });
  return query;
}

void ask(const Sample& sample, std::size_t column, const ColumnEvidence::Decision& decision,
         std::vector<Query>& queries) {
  const ColumnProfile& profile = decision.profile;
  if (decision.number_open) {
    Query query = query_of(sample, column, profile.number, decision.other_number);
    query.code = "num.decimal";
    query.options[0].choice = std::string(1, profile.number.decimal);
    query.options[1].choice = std::string(1, decision.other_number.decimal);
    queries.push_back(std::move(query));
  }
  if (decision.date_open) {
    Query query = query_of(sample, column, profile.date, decision.other_date);
    query.code = "date.order";
    query.options[0].choice = name_of(profile.date.order);
    query.options[1].choice = name_of(decision.other_date.order);
    queries.push_back(std::move(query));
  }
}

}  // namespace

Inferred infer(const Dialect& dialect, const csv::Records& records) {
  const Sample sample{dialect, records, rows_of(dialect, records)};
  const auto names = header_names(dialect, records);
  Decisions decisions;
  for (std::size_t column = 0; column < names.size(); ++column) {
    decisions.push_back(decide_column(sample, column, names[column]));
  }
  settle_numbers(decisions);
  settle_dates(decisions);

  Inferred inferred;
  inferred.rows = static_cast<int64_t>(sample.rows.size());
  inferred.usual_width = static_cast<int>(usual_width(dialect, records));
  for (std::size_t column = 0; column < decisions.size(); ++column) {
    ask(sample, column, decisions[column], inferred.queries);
    inferred.columns.push_back(std::move(decisions[column].profile));
  }
  return inferred;
}

}  // namespace pegel::table
