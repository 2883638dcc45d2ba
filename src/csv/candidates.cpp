#include "csv/candidates.h"

#include <algorithm>
#include <array>

#include "csv/agreement.h"
#include "csv/cell_kind.h"
#include "csv/tokenizer.h"

namespace pegel::csv {
namespace {

using namespace std::string_view_literals;

/// `prior`: how readily a table is believed that the delimiter makes. Bytes that are common inside values have less.
struct DelimiterPrior {
  std::string_view delimiter;
  double prior;
};
constexpr std::array<DelimiterPrior, 14> kDelimiters = {{{","sv, 1},
                                                         {";"sv, 1},
                                                         {"\t"sv, 1},
                                                         {"|"sv, 1},
                                                         {"^"sv, 0.95},
                                                         {"~"sv, 0.95},
                                                         {"\x1F"sv, 1},
                                                         {", "sv, 1},
                                                         {";;"sv, 1},
                                                         {"||"sv, 1},
                                                         {"::"sv, 1},
                                                         {":"sv, 0.5},
                                                         {" "sv, 0.65},
                                                         {kWhitespace, 0.65}}};
/// One column is believed as a table of two columns with half as many faults.
constexpr double kOneColumn = 0.4;
/// A file without quotes is believed where with them more than half of the records would have one out of place.
constexpr double kNoQuotes = 0.9;
/// The start of a long sample that every candidate is rated on first; those far behind the best are given up.
constexpr std::size_t kFirstLook = 32u << 10;
constexpr double kFarBehind = 0.5;
/// Cells looked at per candidate, spread over the sample: enough for shares of a percent.
constexpr std::size_t kCells = 20'000;

// ---- which candidates to try --------------------------------------------------------------------

bool occurs(std::string_view text, std::string_view delimiter) {
  if (delimiter == kWhitespace) return text.find_first_of(" \t") != text.npos;
  return text.find(delimiter) != text.npos;
}

/// Whether `quote` stands beside a delimiter or line end anywhere, as a quote must.
bool may_quote(std::string_view text, char quote) {
  for (std::size_t at = text.find(quote); at != text.npos; at = text.find(quote, at + 1)) {
    if (at == 0 || ",;\t|^~: \n\r\x1F"sv.find(text[at - 1]) != text.npos) return true;
  }
  return false;
}

struct QuoteStyle {
  char quote;
  Escape escape;
};

std::vector<QuoteStyle> quote_styles(std::string_view text) {
  std::vector<QuoteStyle> styles = {{'"', Escape::doubled}};
  if (text.find("\\\"") != text.npos) styles.push_back({'"', Escape::backslash});
  if (may_quote(text, '\'')) {
    styles.push_back({'\'', Escape::doubled});
    if (text.find("\\'") != text.npos) styles.push_back({'\'', Escape::backslash});
  }
  if (text.find('"') != text.npos) styles.push_back({'\0', Escape::doubled});
  return styles;
}

// ---- how good a table a candidate makes ---------------------------------------------------------

/// What speaks against unquoted text that holds marks which usually delimit or quote.
double merit_of_unquoted_text(std::string_view cell) {
  const std::string_view inner = trimmed(cell);
  for (const char quote : {'"', '\''}) {
    const bool opens = inner.starts_with(quote);
    const bool closes = inner.ends_with(quote);
    if (opens && (closes || quote == '"')) return 0.05;
    if (closes && quote == '"') return 0.3;
  }
  const auto marks = [](char c) { return c == ',' || c == ';' || c == '\t' || c == '|'; };
  const auto mark = static_cast<std::size_t>(std::find_if(inner.begin(), inner.end(), marks) - inner.begin());
  if (mark == inner.size()) return inner.find(' ') == inner.npos ? 0.9 : 0.8;
  const bool prose = (inner[mark] == ',' || inner[mark] == ';') && mark + 1 < inner.size() && inner[mark + 1] == ' ';
  return prose ? 0.4 : 0.1;
}

double merit_of(const Records& records, const Field& field, CellKind kind) {
  const std::string_view raw = records.raw(field);
  if (field.quoted && !field.escaped && raw.find(records.text[field.begin - 1]) != raw.npos) return 0.2;
  if (field.quoted) return kind == CellKind::empty ? 0.7 : 1;
  double merit = 0;
  switch (kind) {
    case CellKind::empty:
      return 0.5;
    case CellKind::number:
    case CellKind::date:
      merit = 1;
      break;
    case CellKind::code:
      merit = raw.find(':') == raw.npos ? 0.95 : 0.7;
      break;
    case CellKind::text:
      merit = merit_of_unquoted_text(raw);
      break;
  }
  const bool spaced = raw.front() == ' ' || raw.front() == '\t';
  return spaced ? 0.9 * merit : merit;
}

/// The mean merit of the cells of records of the table's width; a column without any value has next to none.
double regularity_of(const Records& records, std::size_t width, bool& typed) {
  const std::size_t rows = std::max<std::size_t>(1, kCells / width);
  const std::size_t step = std::max<std::size_t>(1, records.size() / rows);
  std::vector<double> merit(width);
  std::vector<std::size_t> filled(width);
  std::vector<std::size_t> in_digits(width);
  std::size_t seen = 0;
  for (std::size_t r = 0; r < records.size(); r += step) {
    if (records.width(r) != width || is_blank(records, r)) continue;
    ++seen;
    for (std::size_t c = 0; c < width; ++c) {
      const Field& field = records.at(r, c);
      const CellKind kind = kind_of(records.raw(field));
      merit[c] += merit_of(records, field, kind);
      filled[c] += kind != CellKind::empty;
      in_digits[c] += kind == CellKind::number || kind == CellKind::date;
    }
  }
  double sum = 0;
  typed = false;
  for (std::size_t c = 0; c < width; ++c) {
    sum += filled[c] == 0 ? 0.1 * static_cast<double>(seen) : merit[c];
    typed = typed || (in_digits[c] > 0 && (in_digits[c] + 1) * 10 >= filled[c] * 8);  // a header is no fault
  }
  return seen == 0 ? 0 : sum / static_cast<double>(seen * width);
}

/// Quotes out of place speak against the quote, less than anything else does; and a little against an escape that would
/// have been used for them.
double regularity_of_quotes(const Records& records) {
  if (records.odd.empty()) return 1;
  const double share = static_cast<double>(records.odd.size()) / static_cast<double>(records.size());
  return (1 - 0.2 * share) * (records.escape == Escape::backslash ? 0.97 : 1);
}

/// A single value in the first line over a table of more columns is rather the header of one column; not where a blank
/// line parts what stands above from the table.
bool has_lone_header(const Records& records, std::size_t width) {
  std::size_t r = 0;
  while (r < records.size() && (is_blank(records, r) || is_comment(records, r))) ++r;
  if (r == records.size() || width == 1 || records.width(r) > 1) return false;
  while (r < records.size() && records.width(r) == 1 && !is_blank(records, r)) ++r;
  return r == records.size() || records.width(r) > 1;
}

void rate(std::string_view text, bool whole, Records& records, Candidate& candidate) {
  tokenize(candidate.dialect, text, whole, records);
  if (records.size() == 0) tokenize(candidate.dialect, text, true, records);
  const Agreement widths = agreement_of(records, candidate.dialect.quote);
  candidate.width = widths.width;
  candidate.records = widths.records;
  candidate.consistency = widths.share;
  bool typed = false;
  candidate.regularity = regularity_of(records, candidate.width, typed);
  const double width = static_cast<double>(candidate.width);
  double believed = candidate.width == 1 ? kOneColumn : candidate.prior * (width - 1) / width;
  if (candidate.width == 1 && typed) believed += 0.05;
  if (has_lone_header(records, candidate.width)) believed *= candidate.width == 2 ? 0.7 : 0.9;
  const bool weak = candidate.prior < 0.7 && candidate.width > 1;
  if (weak && !typed) believed *= 0.6;
  const double agreement = candidate.consistency * candidate.consistency;
  if (candidate.dialect.quote == '\0') believed *= kNoQuotes;
  candidate.score = believed * agreement * candidate.regularity * regularity_of_quotes(records);
}

void give_up_the_worst(std::string_view start, Records& records, std::vector<Candidate>& candidates) {
  double best = 0;
  for (Candidate& candidate : candidates) {
    rate(start, false, records, candidate);
    best = std::max(best, candidate.score);
  }
  const auto hopeless = [&](const Candidate& candidate) { return candidate.score < kFarBehind * best; };
  candidates.erase(std::remove_if(candidates.begin(), candidates.end(), hopeless), candidates.end());
}

}  // namespace

std::vector<Candidate> rated_candidates(std::string_view text, bool whole, std::optional<std::string> delimiter) {
  std::vector<Candidate> candidates;
  const auto add = [&](std::string_view by, double prior) {
    for (const auto& [quote, escape] : quote_styles(text)) {
      Candidate candidate;
      candidate.dialect.delimiter = by;
      candidate.dialect.quote = quote;
      candidate.dialect.escape = escape;
      candidate.prior = prior;
      candidates.push_back(candidate);
    }
  };
  if (delimiter) {
    add(*delimiter, 1);
  } else {
    add("", kOneColumn);
    for (const auto& [by, prior] : kDelimiters) {
      if (occurs(text, by)) add(by, prior);
    }
  }
  Records records;
  if (text.size() > 2 * kFirstLook) give_up_the_worst(text.substr(0, kFirstLook), records, candidates);
  for (Candidate& candidate : candidates) rate(text, whole, records, candidate);
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score + 1e-9; });
  return candidates;
}

}  // namespace pegel::csv
