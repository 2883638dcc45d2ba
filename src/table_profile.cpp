#include "table_profile.h"

#include <algorithm>
#include <memory>

#include "csv/cell_kind.h"
#include "csv/encoding.h"
#include "csv/file_type.h"
#include "csv/sampled_rows.h"
#include "csv/second_table.h"
#include "csv/sniffer.h"
#include "csv/tokenizer.h"
#include "csv/unsplit_row.h"
#include "dataset/mapping.h"
#include "encoding_question.h"
#include "pegel/limits.h"
#include "pegel/problem.h"
#include "table/cells.h"
#include "table/sum_rows.h"

namespace pegel {

namespace {

// Enough records to tell a dialect; every candidate parses them all.
constexpr std::size_t kSniffBytes = 256u << 10;

const char* remedy_of(csv::FileFamily family) {
  switch (family) {
    case csv::FileFamily::office:
      return "In Excel: File, Save as, \"CSV UTF-8\".";
    case csv::FileFamily::archive:
      return "Unpack it and choose the table inside.";
    case csv::FileFamily::other:
      break;
  }
  return "Choose the table as CSV.";
}

Error refusal_of(const csv::FileType& type, const std::string& file) {
  const std::string name(type.name);
  return {type.family == csv::FileFamily::office ? "file.type" : "file.other",
          "\"" + file + "\" is a " + name + ", not a CSV file. " + remedy_of(type.family),
          {file, 0, 0, {}},
          {{"name", file}, {"type", name}}};
}

std::optional<Error> not_a_table(const FileHead& head) {
  const Place place{head.name, 0, 0, {}};
  const std::string_view text(reinterpret_cast<const char*>(head.bytes.data()), head.bytes.size());
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    return Error{"file.empty", "\"" + head.name + "\" has no rows. Choose another file.", place, {{"name", head.name}}};
  }
  const csv::FileType* type = csv::file_type_of(text);
  return type == nullptr ? std::nullopt : std::optional(refusal_of(*type, head.name));
}

// Records above the table that are rows of it all the same: most likely its header.
void note_unsplit_rows(Profile& profile, const csv::Records& records, std::size_t above) {
  if (above >= records.size()) return;
  for (std::size_t r = 0; r < above; ++r) {
    const std::string_view cell = records.raw(records.at(r, 0));
    if (records.width(r) > 1 || !csv::is_unsplit_row(cell, records.width(above))) continue;
    const Place place{profile.file, records.lines[r] + 1, 0, table::excerpt_of(cell)};
    profile.issues.push_back({"csv.unsplit_row", {}, 1, 0, {place}, {}});
  }
}

csv::Records records_from_header(Profile& profile, std::string_view text, bool whole) {
  csv::Records records;
  csv::tokenize(profile.dialect, text, whole, records);
  const std::size_t above = std::min(static_cast<std::size_t>(profile.dialect.skip_rows), records.size());
  note_unsplit_rows(profile, records, above);
  records.drop_first(above);
  return records;
}

// What of a header is too much to look at.
std::optional<Error> beyond_limits(const Profile& profile, const csv::Records& records, bool whole) {
  const Dialect& dialect = profile.dialect;
  const Place place{profile.file, dialect.skip_rows + 1, 0, {}};
  const auto header_rows = static_cast<std::size_t>(std::max(dialect.header_rows, 1));
  if (!whole && records.size() < header_rows) {
    const std::string limit = std::to_string(kHeadBytes >> 20);
    return Error{"file.header_too_long",
                 "The first row of \"" + profile.file + "\" is longer than " + limit +
                     " MiB: probably a quote that is never closed, or no table. Correct the file there, or read it "
                     "without quotes.",
                 place,
                 {{"name", profile.file}, {"limit", limit}}};
  }
  const std::size_t width = records.size() == 0 ? 0 : table::table_width(dialect, records);
  if (width <= kMostColumns) return std::nullopt;
  return Error{"file.too_many_columns",
               "\"" + profile.file + "\" has " + std::to_string(width) + " columns; " + std::to_string(kMostColumns) +
                   " can be read. Is the separator right? Else export fewer columns.",
               place,
               {{"name", profile.file}, {"columns", std::to_string(width)}, {"limit", std::to_string(kMostColumns)}}};
}

std::string names_in(const csv::Records& records, std::size_t record) {
  constexpr std::size_t kNames = 3;
  std::string names;
  for (std::size_t c = 0; c < std::min(kNames, records.width(record)); ++c) {
    names += (c == 0 ? "" : ", ") + std::string(csv::trimmed(records.raw(records.at(record, c))));
  }
  return names;
}

// Ends the table where another one begins below it, unless the user has said where it ends: a line above the table, or
// one below 0, says nothing.
void end_at_second_table(Profile& profile, csv::Records& records, bool chosen) {
  Dialect& dialect = profile.dialect;
  const auto first_row = static_cast<std::size_t>(dialect.header_rows + dialect.skip_after_header);
  const bool above = records.size() > 0 && dialect.last_line != 0 && dialect.last_line <= records.lines[0];
  if (first_row < records.size() && (!chosen || above)) {
    const auto second = csv::second_table(records, table::table_width(dialect, records), first_row);
    dialect.last_line = second ? records.lines[second->below] : 0;
    if (second) {
      const int64_t rows = static_cast<int64_t>(records.size() - second->below);
      const Place place{profile.file, records.lines[second->header] + 1, 0, names_in(records, second->header)};
      const std::size_t skip = static_cast<std::size_t>(dialect.skip_rows) + second->header;
      profile.issues.push_back({"csv.second_table", {}, rows, rows, {place}, {{"skip", std::to_string(skip)}}});
    }
  }
  dialect.last_line = std::max<int64_t>(dialect.last_line, 0);
  if (dialect.last_line > 0) records.keep_lines(dialect.last_line);
}

/// Under it nothing in a header's cells tells it from the values below.
constexpr double kHeaderSeen = 0.6;

// Whether the first row names the columns. What happens unasked comes first.
Query header_question(const Profile& profile, const csv::Records& records) {
  constexpr std::size_t kNames = 3;
  const bool named = profile.dialect.header_rows > 0;
  Query query{named ? "csv.header" : "csv.no_header", -1, {}, {{"1", {}}, {"0", {}}}};
  std::string buffer;
  for (std::size_t c = 0; c < std::min(kNames, records.width(0)); ++c) {
    query.values.emplace_back(csv::value_of(records, records.at(0, c), profile.dialect.quote, buffer));
    query.options[0].readings.push_back(query.values.back());
    query.options[1].readings.push_back("column " + std::to_string(c + 1));
  }
  if (!named) std::swap(query.options[0], query.options[1]);
  return query;
}

// What there is to be said of the rows above the data.
void note_header(Profile& profile, const csv::Records& records, bool whole) {
  const Place place{profile.file, profile.dialect.skip_rows + 1, 0, {}};
  const bool named = profile.dialect.header_rows > 0;
  if (!named) profile.issues.push_back({"csv.no_header", {}, 1, 0, {place}, {}});
  if (profile.sampled_rows == 0 && whole) profile.issues.push_back({"csv.header_only", {}, 1, 0, {place}, {}});
  const bool unsure = profile.header_guess.confidence < (named ? kHeaderSeen : kSure);
  if (unsure && profile.sampled_rows > 0) profile.queries.push_back(header_question(profile, records));
}

// The dialect as chosen, or as found in the text's first records.
void find_dialect(Profile& profile, std::string_view text, bool whole, const csv::EncodingGuess& encoding,
                  const SourceChoice& choice) {
  if (choice.dialect) {
    profile.dialect = *choice.dialect;
    profile.dialect_guess = profile.header_guess = Guess{1, "chosen", {}};
    return;
  }
  const auto start = text.substr(0, kSniffBytes);
  const auto sniffed = csv::sniff(start, whole && start.size() == text.size());
  profile.dialect = sniffed.dialect;
  profile.dialect.encoding = encoding.encoding;
  profile.dialect.bom = encoding.bom;
  profile.dialect_guess = sniffed.guess;
  profile.header_guess = sniffed.header_guess;
}

// What the columns' values and names say, beyond types.
void note_values(Profile& profile, const table::Inferred& inferred, const csv::Records& records, bool whole) {
  const Place header{profile.file, profile.dialect.skip_rows + 1, 0, {}};
  for (const table::Inferred::Note& note : inferred.notes) {
    const int column = static_cast<int>(note.column) + 1;
    const std::string& name = profile.columns[note.column].name;
    profile.issues.push_back({std::string(note.code), name, note.count, 0, {Place{profile.file, 0, column, {}}}, {}});
  }
  if (inferred.nameless > 0) profile.issues.push_back({"csv.nameless", {}, inferred.nameless, 0, {header}, {}});
  if (!whole) return;
  const auto found = table::sum_rows(profile.dialect, records, profile.columns, profile.full_rows);
  if (found.empty()) return;
  Issue sums{"csv.sum_row", {}, static_cast<int64_t>(found.size()), 0, {}, {}};
  for (const std::size_t record : found) {
    if (sums.places.size() < kIssuePlaces) sums.places.push_back({profile.file, records.lines[record] + 1, 0, {}});
  }
  profile.issues.push_back(std::move(sums));
}

// UTF-8 that has been taken for Windows-1252 and written as UTF-8 once more: "Ã¼" for "ü", "â€“" for "–".
void note_letters_twice(Profile& profile, std::string_view text) {
  constexpr std::string_view kUmlaut = "\u00C3", kSign = "\u00E2\u20AC";
  int64_t count = 0;
  for (std::size_t at = text.find(kUmlaut); at != text.npos; at = text.find(kUmlaut, at + 1)) {
    const auto next = at + 2 < text.size() ? static_cast<uint8_t>(text[at + 2]) : 0;
    count += next == 0xC2 || next == 0xC5 || next == 0xC6 || next == 0xCB || next == 0xE2;
  }
  for (std::size_t at = text.find(kSign); at != text.npos; at = text.find(kSign, at + 1)) ++count;
  if (count > 0) profile.issues.push_back({"enc.twice", {}, count, 0, {Place{profile.file, 0, 0, {}}}, {}});
}

// One column whose name and values hold what would be several: rows that were put in quotes as a whole.
bool is_in_quotes_whole(const Profile& profile) {
  const auto& columns = profile.columns;
  const auto filled = [](const ColumnProfile& column) { return column.type != ColumnType::empty; };
  if (columns.empty() || columns[0].samples.empty() || std::count_if(columns.begin(), columns.end(), filled) != 1)
    return false;
  return std::any_of(std::begin(",;\t|"), std::end(",;\t|") - 1, [&](char sign) {
    const auto signs = [&](const std::string& text) { return std::count(text.begin(), text.end(), sign); };
    const auto names = signs(columns[0].name);
    const std::ptrdiff_t fewest = sign == ',' ? 2 : 1;  // one comma stands in many a text
    const auto& samples = columns[0].samples;
    return names >= fewest && columns[0].name.find(std::string(1, sign) + ' ') == std::string::npos &&
           std::all_of(samples.begin(), samples.end(),
                       [&](const std::string& sample) { return signs(sample) >= names; });
  });
}

// A chosen delimiter that is nowhere in the text, and a header with names in surplus.
void note_columns(Profile& profile, std::string_view text, bool surplus_names, bool chosen) {
  if (chosen && text.find(profile.dialect.delimiter) == text.npos && profile.columns.size() == 1) {
    const Place place{profile.file, 1, 0, table::excerpt_of(text.substr(0, text.find_first_of("\r\n")))};
    profile.issues.push_back({"csv.unsplit", {}, 1, 0, {place}, {{"delimiter", profile.dialect.delimiter}}});
  }
  if (is_in_quotes_whole(profile)) {
    const Place place{profile.file, profile.dialect.skip_rows + 1, 1, table::excerpt_of(profile.columns[0].name)};
    profile.issues.push_back({"csv.quoted_rows", {}, profile.sampled_rows, 0, {place}, {}});
  }
  if (surplus_names) {
    const Place place{profile.file, profile.dialect.skip_rows + 1, 0, {}};
    profile.issues.push_back({"csv.surplus_name", {}, 1, 0, {place}, {}});
  }
}

}  // namespace

namespace {

// What a profile is made of.
struct SampledText {
  std::string text;
  csv::Records records;
  csv::SampledRows further;
};

}  // namespace

Result<TableProfile> table_profile(const FileHead& head, const SourceChoice& choice) {
  if (auto error = not_a_table(head)) return tl::unexpected<Error>(std::move(*error));
  const bool whole = static_cast<int64_t>(head.bytes.size()) >= head.size;
  const auto encoding = csv::guess_encoding(head.bytes, whole);
  TableProfile found;
  Profile& profile = found.profile;
  profile.file = head.name;
  profile.bytes = head.size;
  profile.sampled_bytes = static_cast<int64_t>(head.bytes.size());
  for (const auto& sample : head.samples) profile.sampled_bytes += static_cast<int64_t>(sample.size());

  const auto sampled = std::make_shared<SampledText>();
  std::string& text = sampled->text;
  csv::Decoder decoder(choice.dialect ? choice.dialect->encoding : encoding.encoding);
  decoder.decode(head.bytes, whole, text);
  if (csv::is_binary(text)) {
    return fail("file.binary", "\"" + head.name + "\" is not a text table. Choose a CSV file.", {head.name, 0, 0, {}},
                {{"name", head.name}});
  }
  if (const csv::FileType* type = csv::file_type_of(text)) return tl::unexpected<Error>(refusal_of(*type, head.name));
  find_dialect(profile, text, whole, encoding, choice);
  csv::Records& records = sampled->records = records_from_header(profile, text, whole);
  if (auto error = beyond_limits(profile, records, whole)) return tl::unexpected<Error>(std::move(*error));
  end_at_second_table(profile, records, choice.dialect.has_value());
  const bool goes_on = profile.dialect.last_line == 0;
  if (goes_on) sampled->further = csv::sampled_rows(profile.dialect, head.samples);
  auto inferred = table::infer(profile.dialect, records, sampled->further.records);
  profile.columns = std::move(inferred.columns);
  profile.queries = std::move(inferred.queries);
  profile.sampled_rows = inferred.rows;
  profile.usual_width = inferred.usual_width;
  profile.full_rows = inferred.full_rows;
  found.values = std::move(inferred.values);
  found.pairs = [sampled, dialect = profile.dialect](std::size_t first, std::size_t second) {
    return table::pairs_of(dialect, sampled->records, sampled->further.records, first, second);
  };
  if (profile.columns.empty() || (whole && records.size() == 0)) {
    return fail("file.empty", "\"" + head.name + "\" has no rows. Choose another file.", {head.name, 0, 0, {}},
                {{"name", head.name}});
  }
  note_columns(profile, text, inferred.surplus_names, choice.dialect.has_value());
  note_values(profile, inferred, records, whole);
  if (profile.dialect.encoding == Encoding::utf8) note_letters_twice(profile, text);
  note_header(profile, records, whole);
  if (auto query = choice.dialect ? std::nullopt : encoding_question(encoding, head.bytes)) {
    profile.queries.push_back(std::move(*query));
  }
  dataset::apply_formats(profile, choice);
  return found;
}

}  // namespace pegel
