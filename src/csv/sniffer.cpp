#include "csv/sniffer.h"

#include <algorithm>
#include <map>

#include "csv/tokenizer.h"

namespace pegel::csv {
namespace {

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

double score(const Records& records) {
  std::map<std::size_t, std::size_t> widths;
  for (std::size_t r = 0; r < records.size(); ++r) ++widths[records.width(r)];
  double best = 0;
  for (const auto& [width, count] : widths) {
    if (width > 1) best = std::max(best, static_cast<double>(count) / records.size() * (1 - 1.0 / width));
  }
  return best;
}

}  // namespace

Sniffed sniff(std::string_view text, bool whole) {
  Sniffed result;
  Records records;
  double best = 0;
  for (const char* delimiter : {",", ";", "\t", "|", "^"}) {
    Dialect dialect;
    dialect.delimiter = delimiter;
    tokenize(dialect, text, whole, records);
    const double s = score(records);
    if (s > best) {
      best = s;
      result.dialect = dialect;
    }
  }
  result.guess.confidence = best;
  tokenize(result.dialect, text, whole, records);
  bool header = records.size() > 0;
  for (std::size_t c = 0; header && c < records.width(0); ++c) header = !has_digit(records.raw(records.at(0, c)));
  result.dialect.header_rows = header || records.size() < 2 ? 1 : 0;
  result.header_guess.confidence = 0.5;
  return result;
}

}  // namespace pegel::csv
