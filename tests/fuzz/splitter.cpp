// Any text under any dialect: runs of whole records give the records of the whole, wherever it was cut.

#include "csv/splitter.h"

#include <algorithm>

#include "csv/csv_support.h"
#include "fuzz/dialects.h"

namespace pegel::fuzz {
namespace {

csv::Rows rows_of(const Dialect& dialect, std::string_view text) {
  return csv::outcome_of(&csv::reference_tokenize, dialect, text, true).rows;
}

void check_split(const Dialect& dialect, std::string_view text, std::size_t parts) {
  const std::vector<std::size_t> cuts = csv::split(dialect, text, parts);
  expect(cuts.front() == 0 && cuts.back() == text.size() && cuts.size() <= parts + 1, "the runs are the text");
  csv::Rows rows;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    expect(cuts[i] < cuts[i + 1], "no run is empty");
    for (auto& row : rows_of(dialect, text.substr(cuts[i], cuts[i + 1] - cuts[i]))) rows.push_back(std::move(row));
  }
  expect(rows == rows_of(dialect, text), "the records of the runs are those of the whole");
}

void check_first_border(const Dialect& dialect, std::string_view text, std::size_t cut) {
  const std::string_view rest = text.substr(cut);
  const auto border = csv::first_border(dialect, rest);
  if (!border || dialect.quote == '\0' || rest.find(dialect.quote) == rest.npos) return;
  const std::vector<std::size_t> borders = csv::split(dialect, text, text.size());
  expect(std::binary_search(borders.begin(), borders.end(), cut + *border), "the first border is one of the whole");
}

}  // namespace
}  // namespace pegel::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  using namespace pegel;
  fuzz::Input input(data, size);
  const Dialect dialect = fuzz::dialect_of(input);
  const std::size_t parts = 1 + input.below(9);
  const std::size_t cut = input.byte();
  const std::string_view text = input.text();
  fuzz::check_split(dialect, text, parts);
  if (!text.empty()) fuzz::check_first_border(dialect, text, cut % text.size());
  return 0;
}
