#pragma once
// What the sampled values of a column say about its meaning.

#include <cstdint>
#include <vector>

#include "dataset/kind.h"
#include "dataset/mapping.h"

namespace pegel::dataset {

/// A column with its distinct values: those counted, or the profile's samples once each where nothing was counted.
struct Evidence {
  Evidence(const ColumnProfile& column, const std::vector<RawCount>* counted, int64_t rows);

  const ColumnProfile* column;
  std::vector<RawCount> values;  ///< not empty cells
  int64_t rows = 0;              ///< sampled rows of the file
  bool whole = false;            ///< `values` are all there are in the sample

  // Of the values that are numbers; meaningless when there is none.
  int64_t numbers = 0;  ///< rows
  double least = 0;
  double most = 0;
  bool integers = true;

  /// The same of the values as scores, whose labels are left out ("10 - very likely").
  Evidence as_scores() const;

  int64_t filled() const;  ///< rows of `values`
  bool scores() const { return numbers > 0 && integers && least >= 0 && most <= 10; }
  /// Rows per distinct value are more than one for at least one row in ten; false when that is not known.
  bool repeats() const;
  bool unique() const;  ///< no value twice

 private:
  template <class Read>
  void count_numbers(Read read);
};

/// How well a column's type suits a role: 0 cannot, 1 made for it.
double fit(RoleType type, const Evidence& evidence);

/// Rows whose value has a canonical meaning, and whether the meaning is one that decides (won or lost; a question).
struct KnownValues {
  int64_t rows = 0;
  bool deciding = false;
};
KnownValues known_values(const KindTable& table, Role role, const Evidence& evidence);

}  // namespace pegel::dataset
