#include "csv/sniffer.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

#include "csv/candidates.h"
#include "csv/header_finder.h"
#include "csv/second_table.h"
#include "csv/tokenizer.h"

namespace pegel::csv {
namespace {

using namespace std::string_view_literals;

std::string_view first_line(std::string_view text) { return text.substr(0, text.find_first_of("\r\n")); }

/// A delimiter that the line sep= names is doubted where the rows agree on their number of fields less than so, and
/// believed to be another where they agree on that so.
constexpr double kHardlyConsistent = 0.75;
constexpr double kConsistent = 0.98;

/// Excel's first line that names the delimiter: `sep=;`, with or without quotes.
std::optional<std::string> named_delimiter(std::string_view text) {
  std::string_view line = first_line(text);
  if (line.size() > 1 && line.starts_with('"') && line.ends_with('"')) line = line.substr(1, line.size() - 2);
  if (!line.starts_with("sep=") && !line.starts_with("SEP=")) return std::nullopt;
  line.remove_prefix(4);
  if (line == "\\t") return "\t";
  const bool quotes = line.find_first_of("\"'") != line.npos;
  if (line.empty() || line.size() > 4 || quotes) return std::nullopt;
  return std::string(line);
}

std::string spoken(std::string_view delimiter) {
  if (delimiter == "\t") return "tab";
  if (delimiter == " ") return "space";
  if (delimiter == kWhitespace) return "runs of spaces";
  if (delimiter == "\x1F") return "unit separator";
  return "'" + std::string(delimiter) + "'";
}

std::string percent(double share) {
  char text[16];
  std::snprintf(text, sizeof text, "%.0f %%", share * 100);
  return text;
}

std::string reason_for(const Candidate& best) {
  if (best.width == 1) return "no delimiter splits the lines into columns";
  return spoken(best.dialect.delimiter) + " gives " + std::to_string(best.width) + " columns in " +
         percent(best.consistency) + " of " + std::to_string(best.records) + " records";
}

Guess guess_of(const std::vector<Candidate>& candidates) {
  const Candidate& best = candidates.front();
  Guess guess{1, reason_for(best), ""};
  double second = 0;
  for (const Candidate& other : candidates) {
    if (other.dialect.delimiter == best.dialect.delimiter || other.score <= second) continue;
    second = other.score;
    guess.runner_up = other.dialect.delimiter;
  }
  if (best.score <= 0) return Guess{0.5, "nothing to go by", ""};
  const double margin = (best.score - second) / best.score;
  guess.confidence = std::min(1.0, 0.4 + 1.2 * margin) * (0.5 + 0.5 * best.consistency);
  return guess;
}

/// For a table of one column: a delimiter that splits none of its lines.
std::string unused_delimiter(std::string_view text) {
  for (const std::string_view delimiter : {","sv, ";"sv, "\t"sv, "|"sv, "\x1F"sv}) {
    if (text.find(delimiter) == text.npos) return std::string(delimiter);
  }
  return "\x1F";
}

LineEnding line_ending_of(const Records& records) {
  std::array<std::size_t, 3> count{};  // LF, CRLF, CR
  for (std::size_t r = 0; r < records.size(); ++r) {
    std::size_t at = records.at(r, records.width(r) - 1).end;
    at = std::min(records.text.find_first_of("\r\n", at), records.text.size());
    if (at == records.text.size()) break;
    const bool crlf = records.text[at] == '\r' && records.text.substr(at + 1).starts_with('\n');
    ++count[records.text[at] == '\n' ? 0 : crlf ? 1 : 2];
  }
  const auto kinds = std::count_if(count.begin(), count.end(), [](std::size_t n) { return n > 0; });
  if (kinds > 1) return LineEnding::mixed;
  if (count[1] > 0) return LineEnding::crlf;
  return count[2] > 0 ? LineEnding::cr : LineEnding::lf;
}

}  // namespace

Sniffed sniff(std::string_view text, bool whole) {
  const std::optional<std::string> named = named_delimiter(text);
  const std::string_view table = named ? text.substr(first_line(text).size()) : text;
  std::vector<Candidate> candidates = rated_candidates(table, whole, named);
  Guess guess = named ? Guess{1, "the line sep= names it", ""} : guess_of(candidates);
  if (named && candidates.front().consistency < kHardlyConsistent) {
    auto others = rated_candidates(table, whole, {});
    if (others.front().width > 1 && others.front().consistency >= kConsistent) {
      candidates = std::move(others);
      guess = Guess{0.7, "the rows agree on it, not on the one that the line sep= names", *named};
    }
  }
  const Candidate& best = candidates.front();
  Sniffed sniffed;
  sniffed.dialect = best.dialect;
  sniffed.guess = guess;
  if (best.dialect.delimiter.empty()) sniffed.dialect.delimiter = unused_delimiter(text);

  Records records;
  tokenize(sniffed.dialect, text, whole, records);
  if (records.size() == 0) tokenize(sniffed.dialect, text, true, records);
  sniffed.dialect.line_ending = line_ending_of(records);
  HeaderFound header = find_header(records, best.width, named ? 1 : 0);
  const auto below = static_cast<std::size_t>(header.skip_rows);
  if (const std::size_t first = width_of_table_above(records, best.width, below)) {
    header = find_header(records, first, named ? 1 : 0);
  }
  sniffed.dialect.skip_rows = header.skip_rows;
  sniffed.dialect.header_rows = header.header_rows;
  sniffed.dialect.skip_after_header = header.skip_after_header;
  sniffed.header_guess = header.guess;
  return sniffed;
}

}  // namespace pegel::csv
