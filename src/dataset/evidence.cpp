#include "dataset/evidence.h"

#include <algorithm>
#include <cmath>

#include "base/decimal.h"
#include "dataset/duration.h"
#include "table/column.h"
#include "table/lexical.h"
#include "table/number_format.h"

namespace pegel::dataset {
namespace {

std::vector<RawCount> values_of(const ColumnProfile& column, const std::vector<RawCount>* counted) {
  std::vector<RawCount> values;
  if (counted != nullptr && !counted->empty()) {
    for (const RawCount& value : *counted) {
      if (!value.raw.empty()) values.push_back(value);
    }
  } else {
    for (const std::string& sample : column.samples) values.push_back({sample, 1});
  }
  return values;
}

bool all_booleans(const Evidence& evidence) {
  return !evidence.values.empty() &&
         std::all_of(evidence.values.begin(), evidence.values.end(),
                     [](const RawCount& value) { return table::parse_boolean(table::trim(value.raw)).has_value(); });
}

double fit_number(const Evidence& evidence) {
  switch (evidence.column->type) {
    case ColumnType::number:
      return 1;
    case ColumnType::empty:
      return 0.6;
    case ColumnType::boolean:
    case ColumnType::id:
      return evidence.numbers > 0 ? 0.7 : 0;
    default:  // numbers between words, as long survey files have them, or scores that all have labels
      return evidence.numbers == 0 ? 0 : evidence.numbers * 10 < evidence.filled() * 9 ? 0.62 : 0.95;
  }
}

double fit_boolean(const Evidence& evidence) {
  switch (evidence.column->type) {
    case ColumnType::boolean:
      return 1;
    case ColumnType::empty:
      return 0.6;
    case ColumnType::date:
    case ColumnType::instant:
      return 0;
    default:
      return all_booleans(evidence) ? 0.9 : 0;
  }
}

double fit_duration(const Evidence& evidence) {
  if (evidence.column->type == ColumnType::number) return 1;
  if (evidence.column->type == ColumnType::empty) return 0.6;
  const int64_t unit = unit_in(evidence.column->name);
  int64_t readable = 0;
  for (const RawCount& value : evidence.values) readable += table::known(duration_of(value.raw, unit)) ? value.rows : 0;
  return readable > 0 && readable * 10 >= evidence.filled() * 9 ? 0.95 : 0;
}

// An id that happens to be a word for yes, of all rows, tells no two of them apart.
double fit_words(RoleType type, ColumnType column, bool one_value) {
  switch (column) {
    case ColumnType::category:
      return 1;
    case ColumnType::text:
      return type == RoleType::canonical ? 0.6 : 0.95;
    case ColumnType::id:
      return type == RoleType::canonical ? 0.6 : 1;
    case ColumnType::number:
      return type == RoleType::id ? 0.95 : type == RoleType::category ? 0.8 : 0;
    case ColumnType::boolean:
      return type == RoleType::category ? 0.55 : type == RoleType::id && one_value ? 0.6 : 0;
    case ColumnType::empty:
      return 0.6;
    case ColumnType::date:
    case ColumnType::instant:
      return 0;
  }
  return 0;
}

}  // namespace

Evidence::Evidence(const ColumnProfile& profile, const std::vector<RawCount>* counted, int64_t sampled)
    : column(&profile),
      values(values_of(profile, counted)),
      rows(sampled),
      whole(counted != nullptr && !counted->empty()) {
  count_numbers(table::read_number);
}

template <class Read>
void Evidence::count_numbers(Read read) {
  numbers = 0;
  integers = true;
  for (const RawCount& value : values) {
    const table::NumberReading reading = read(value.raw, column->number);
    if (reading.fault > table::NumberFault::too_fine) continue;
    const double x = base::to_double(reading.value);
    least = numbers == 0 ? x : std::min(least, x);
    most = numbers == 0 ? x : std::max(most, x);
    integers = integers && reading.value % base::kOne == 0;
    numbers += value.rows;
  }
}

Evidence Evidence::as_scores() const {
  Evidence scores = *this;
  scores.count_numbers(table::read_labelled);
  return scores;
}

int64_t Evidence::filled() const {
  int64_t sum = 0;
  for (const RawCount& value : values) sum += value.rows;
  return sum;
}

bool Evidence::repeats() const {
  const int64_t filled = rows - column->empty;
  return column->distinct < kDistinctCap && filled >= 5 && column->distinct * 10 < filled * 9;
}

bool Evidence::unique() const { return column->distinct < kDistinctCap && column->distinct == rows - column->empty; }

double fit(RoleType type, const Evidence& evidence) {
  switch (type) {
    case RoleType::number:
    case RoleType::money:
    case RoleType::share:
      return fit_number(evidence);
    case RoleType::boolean:
      return fit_boolean(evidence);
    case RoleType::duration:
      return fit_duration(evidence);
    case RoleType::date: {
      const ColumnType column = evidence.column->type;
      return column == ColumnType::date || column == ColumnType::instant ? 1 : column == ColumnType::empty ? 0.6 : 0;
    }
    default:
      return fit_words(type, evidence.column->type, evidence.column->distinct == 1);
  }
}

KnownValues known_values(const KindTable& table, Role role, const Evidence& evidence) {
  KnownValues known;
  for (const RawCount& value : evidence.values) {
    const std::string_view canonical = canonical_of(table, role, value.raw);
    if (canonical.empty()) continue;
    known.rows += value.rows;
    known.deciding = known.deciding || role == Role::kpi_id || tells(role, canonical);
  }
  return known;
}

}  // namespace pegel::dataset
