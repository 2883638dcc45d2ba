#pragma once
// From records to typed columns: what each column holds, how sure, and what the runner-up was. Independent of row order.

#include <span>
#include <string>
#include <vector>

#include "csv/records.h"
#include "pegel/profile.h"
#include "table/column_evidence.h"

namespace pegel::table {

/// Column profiles of a file: header names, then the evidence of every data record in `records` and in `samples`.
/// `records` starts at the header (dialect.skip_rows already left out); samples are rows from further on. Blank records,
/// and records of another width than the table's or than most records', are left out of the evidence. A question of one
/// column that other columns of the file settle is not asked. Roles are left unset.
///
/// Queries, each with the readings of up to three values, and what goes into SourceChoice by an Option's choice:
///   date.order   both orders of day and month read every value; choice: an order, into `date`
///   date.mixed   some values are proof of one order, some of the other (Option::proofs): those of the other than the
///                chosen are unreadable; choice: an order, into `date`
///   date.unsure  some values are dates, many are not; choice: an order, or "text", into `date`
///   num.decimal, num.mixed, num.unsure  the same of decimal signs, into `number`
struct Inferred {
  std::vector<ColumnProfile> columns;
  std::vector<std::vector<ValueCount>> values;  ///< distinct ones by column; none where there are kDistinctCap or more
  std::vector<Query> queries;
  int64_t rows = 0;
  int usual_width = 0;         ///< see usual_width()
  bool full_rows = false;      ///< see Profile::full_rows
  bool surplus_names = false;  ///< see has_surplus_names()
  int nameless = 0;            ///< columns with values behind the last one that the header names
  struct Note : ColumnNote {
    std::size_t column = 0;
  };
  std::vector<Note> notes;  ///< by column
};
Inferred infer(const Dialect& dialect, const csv::Records& records, std::span<const csv::Records> samples = {});

/// Two columns' values that stand in one row, both trimmed, with their rows.
struct PairCount {
  std::string first;
  std::string second;
  int64_t rows = 0;
};
/// Of the same rows as infer's, in byte order.
std::vector<PairCount> pairs_of(const Dialect& dialect, const csv::Records& records,
                                std::span<const csv::Records> samples, std::size_t first, std::size_t second);

/// Fields of a whole record: the columns that the header names, or more when most records have more; as many as nearly
/// all records have when the header has just so many names, and empty ones besides. At least 1.
std::size_t table_width(const Dialect& dialect, const csv::Records& records);
/// The width that more than half of the data records have; 0 when none has.
std::size_t usual_width(const Dialect& dialect, const csv::Records& records);

/// Whether the header has empty names in surplus: it is wider than nearly all records, and its names are as many as they
/// have fields.
bool has_surplus_names(const Dialect& dialect, const csv::Records& records);

/// Columns that a header row names, up to the last one; 0 without header.
std::size_t named_width(const Dialect& dialect, const csv::Records& records);

/// Names of `width` columns as the header rows have them, trimmed and joined by a space; empty where there is none.
/// Without `repeated`, a part like the one above it is not said twice.
std::vector<std::string> written_names(const std::vector<std::vector<std::string>>& header, std::size_t width,
                                       bool repeated);

/// Header names as used: joined over header rows, trimmed, "column 3" where empty, "Name (2)" where repeated.
std::vector<std::string> header_names(const Dialect& dialect, const csv::Records& records);

}  // namespace pegel::table
