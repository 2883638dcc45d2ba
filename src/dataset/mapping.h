#pragma once
// Which Kind a file is and what its columns mean, each with confidence and reason.

#include "pegel/plan.h"
#include "pegel/profile.h"

namespace pegel::dataset {

/// Fills kind, kind_guess, each column's role and role_guess, values, and the queries that meaning raises.
/// Decides by the set of headers and the columns' types and values together, never by one word. A column has at most one
/// role and a role at most one column. What `choice` sets wins, with confidence 1.
/// `raw_counts[c]`: distinct values of column c in the sample with their rows, for columns that may be canonical.
struct RawCount {
  std::string raw;
  int64_t rows;
};
void map(Profile& profile, const std::vector<std::vector<RawCount>>& raw_counts, const SourceChoice& choice);

/// A header made comparable: lower case, accents folded, only letters and digits, words joined by one blank.
/// A capital after a small letter starts a word ("CloseDate" is "close date"); '#' is read as "nr".
std::string normalise(std::string_view header);
/// The same without blanks and with "ae", "oe", "ue" as the plain vowel: "Waehrung" and "Währung" are equal.
std::string compact(std::string_view header);

/// The Source that reads a file as its Profile and the user's choice say: columns with a role, and category columns that
/// can be dimensions. Errors: "plan.column", "plan.role" for a choice that names what is not there.
Result<Source> source_of(const Profile& profile, const SourceChoice& choice);

/// The dimensions of a Source worth showing, in the order of the kind's roles, then other category columns.
std::vector<Dimension> dimensions_of(const Source& source, const Profile& profile);

}  // namespace pegel::dataset
