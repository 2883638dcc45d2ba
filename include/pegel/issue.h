#pragma once
// Something odd in the data: counted, merged, shown; never fatal, never silent.

#include <vector>

#include "pegel/result.h"

namespace pegel {

/// `code` and `subject` together identify an Issue: merging adds counts and keeps the first places in file order.
struct Issue {
  std::string code;           ///< "csv.ragged", "num.text", "date.order", …; the texts live in the page's catalogues
  std::string subject;        ///< the column or role it speaks of; empty when it speaks of the file
  int64_t count = 0;          ///< occurrences (rows, cells or lines, as the code says)
  int64_t rows_left_out = 0;  ///< rows that were read but reach no KPI because of it
  std::vector<Place> places;  ///< the first kIssuePlaces; `rows` lists every row left out
  std::map<std::string, std::string> values;  ///< what the text of the code wants filled in
};

inline constexpr std::size_t kIssuePlaces = 5;

/// Counts Issues by (code, file, subject). Merging in any order gives the same list.
class Issues {
 public:
  void add(std::string_view code, std::string_view subject, Place place, int64_t rows_left_out = 0);
  void add(Issue issue);
  void merge(const Issues& other);
  /// Moves the places that name a line by so many lines.
  void shift(int64_t lines);
  /// Ordered by file, code, subject.
  const std::vector<Issue>& list() const { return list_; }
  bool empty() const { return list_.empty(); }

 private:
  std::vector<Issue> list_;
};

}  // namespace pegel
