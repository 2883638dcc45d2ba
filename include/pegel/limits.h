#pragma once
// Where reading and computing end, each with its reason. What reaches one is told with its number; see also what is looked
// at before a file is read (engine.h: kWholeBytes, kHeadBytes, kSampleBytes).

#include <cstddef>
#include <cstdint>

namespace pegel {

/// Bytes of text of a record, and so of a field: a quote that never closes in a large file would otherwise hold it whole in
/// memory. Error: "csv.record_too_long". (A header must end within kHeadBytes of a longer file: "file.header_too_long".)
inline constexpr std::size_t kLongestRecord = 64u << 20;

/// Fields of a record that are columns: four times what a spreadsheet has. What is found of a column takes kilobytes.
/// Error: "file.too_many_columns".
inline constexpr int kMostColumns = 1 << 16;

/// Records above the data, as a plan may name them. Error: "plan.member".
inline constexpr int kMostRowsSkipped = 1'000'000;

/// Columns that a wide table's rows have beside their record's; a kind has fewer roles. Error: "plan.member".
inline constexpr int kMostLongFields = 64;

/// Days in which a funnel must be finished: a hundred years. Error: "plan.member".
inline constexpr int kLongestWindow = 36'525;

/// Slices that a file is cut into: more than a machine has processors. Error: "load.slice".
inline constexpr std::size_t kMostSlices = 1024;

/// Records left out that one Load keeps the places of, to list them (engine.h: RowsQuery); all are counted. Each takes about
/// a hundred bytes.
inline constexpr std::size_t kMostLeftOut = 200'000;

/// Values that a breakdown has: at ten thousand a Report with every KPI is tens of megabytes. A dimension with more has
/// none. Issue: "limit.values".
inline constexpr std::size_t kMostValues = 10'000;

/// KPIs that a plan defines. Error: "plan.member".
inline constexpr std::size_t kMostOwnKpis = 100;
/// Comments that one cell keeps, the newest: at a few hundred bytes each a few megabytes, and more than anybody reads. Words
/// are counted in these. Note of the table: "comments_cut".
inline constexpr std::size_t kMostComments = 10'000;
/// Bytes of a comment that are kept, cut at a letter's border: a page of text.
inline constexpr std::size_t kLongestComment = 2'000;

/// Levels of JSON within JSON: what we write has eight at most. Error: "json.shape".
inline constexpr int kDeepestJson = 32;

}  // namespace pegel
