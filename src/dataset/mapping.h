#pragma once
// Which Kind a file is and what its columns mean, each with confidence and reason.

#include <span>

#include "pegel/plan.h"
#include "pegel/profile.h"

namespace pegel::dataset {

/// Fills kind, kind_guess, each column's role and role_guess, values, and the queries that meaning raises.
/// Decides by the set of headers and the columns' types and values together, never by one word. A column has at most one
/// role and a role at most one column. What `choice` sets wins, with confidence 1. A role_guess's runner-up is the next
/// best column for the role; kind_guess's is a Kind, or what else the file looks like ("payments").
///
/// `values` lists the words of canonical roles by frequency. Three of them need no column of their own: deals without a
/// status column list their stages under `status`; responses without a question column and targets without a KPI column
/// list one value, the empty text, with the question that every row answers or the KPI that every row is a target of.
/// A wide table (`wide`) is of the Kind that its unpivoted rows are.
///
/// Queries, and what goes into SourceChoice by an Option's choice:
///   kind.unsure  values: headers; choice: a Kind's name, into `kind`; readings: the headers' roles in it
///   map.missing  values: one role's name; choice: a column's name ("" leaves it), into `roles`; readings: its samples
///   nps.scale    column: the score; values: least and greatest answer; choice: a question with its scale, into `scale`
///                ("": no NPS is computed); readings: what each answer adds to the result
///   wide.table   column: the first of those that spread one thing; values: their headers; choice: the role of their
///                cells, into `wide` ("": they are left out); readings: period or stage and a value of each
///   target.kpi   choice: the KPI that targets without a column for it are of, into `values` of `kpi_id` under the empty
///                text ("": none)
/// `raw_counts[c]`: distinct values of column c in the sample with their rows; empty for columns with too many.
struct RawCount {
  std::string raw;
  int64_t rows;
};
void map(Profile& profile, const std::vector<std::vector<RawCount>>& raw_counts, const SourceChoice& choice);

/// Reads the columns that `choice` names with the decimal sign or order chosen, and drops the questions it answers.
void apply_formats(Profile& profile, const SourceChoice& choice);

/// A header made comparable: lower case, accents folded, only letters and digits, words joined by one blank.
/// A capital after a small letter starts a word ("CloseDate" is "close date"); '#' is read as "nr".
std::string normalise(std::string_view header);
/// The same without blanks, with "ae", "oe", "ue" as the plain vowel and numbers as "nr": "Waehrung" and "Währung",
/// "Order Number" and "Order No." are equal.
std::string compact(std::string_view header);

/// `usual_year`: of a wide table's periods when neither headers, file name nor choice name it.
/// The Source that reads a file as its Profile and the user's choice say: columns with a role, and category columns that
/// can be dimensions. A Kind chosen against the Profile's is mapped anew. A Profile of no Kind gives a Source without
/// columns. Errors: "plan.column", "plan.role", "plan.value", "plan.wide", "plan.scale" for a choice that names what is not there.
Result<Source> source_of(const Profile& profile, const SourceChoice& choice, int usual_year = 0);

/// The year of periods without one in these files: the only one that the wide headers of any of them name, else today's.
int usual_year(std::span<const Profile> profiles, Day today);

/// Whether the amounts' own cells name several currencies and no column does: the dimension "currency" is then theirs.
bool amounts_name_currencies(const Source& source);
/// The type that a column of `type` is read as for its role. Scores between comments stay words: the Frame reads them cell
/// by cell.
ColumnType read_as(ColumnType type, Role role);

/// The dimensions of a Source worth showing, in the order of the kind's roles, then other category columns. Columns with
/// one value, or with kDistinctCap and more, are not among them.
std::vector<Dimension> dimensions_of(const Source& source, const Profile& profile);

}  // namespace pegel::dataset
