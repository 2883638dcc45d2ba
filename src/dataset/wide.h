#pragma once
// Tables that spread one thing over many columns: one a month, a quarter, a stage.

#include "dataset/recognise.h"

namespace pegel::dataset {

/// At least three number columns named for periods of one grain; at least two day columns that say they are those of
/// entering a stage, or three named for stages, two of them before the outcome; the first columns of scores of at least two
/// questions (NPS, CSAT, CES); at least three named for currencies beside a day. Else nothing. The roles are those that the
/// headers say; none where they do not.
WideProfile find_wide(const Table& file);

/// What the cells of a wide table are: `chosen` by the user, what the headers or the file's name say, else by the numbers.
/// `kind` and `sure` are what the file is as it stands: a file that is surely something else is left as it is.
void decide_wide(const Table& file, Kind kind, double sure, const SourceChoice& choice, WideProfile& wide);

/// The Kind that rows of such cells are; none for a table that is read as it stands.
Kind kind_of(const WideProfile& wide);

/// The question what its cells are, while that is not sure. Readings: period and value.
void ask_wide(const WideProfile& wide, Profile& profile);

/// Gives `source` the columns of `profile.wide` and what the rows of each have in common. `year`: of periods without one.
void spread(const Profile& profile, int year, Source& source);

}  // namespace pegel::dataset
