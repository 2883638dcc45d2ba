// Any text: the sniffer names a dialect that a plan can hold and that fits the text.

#include "csv/sniffer.h"

#include "csv/encoding.h"
#include "csv/tokenizer.h"
#include "fuzz/fuzz.h"

namespace pegel::fuzz {
namespace {

bool is_sure(const Guess& guess) { return guess.confidence >= 0 && guess.confidence <= 1 && !guess.reason.empty(); }

void check_dialect(const Dialect& dialect, std::string_view text) {
  const std::string& delimiter = dialect.delimiter;
  expect(!delimiter.empty() && delimiter.size() <= 4, "a delimiter has one to four bytes");
  expect(delimiter.find_first_of("\r\n") == delimiter.npos, "a delimiter is no line break");
  expect(dialect.quote == '\0' || delimiter.find(dialect.quote) == delimiter.npos, "a delimiter is not the quote");
  expect(dialect.skip_rows >= 0 && dialect.header_rows >= 0 && dialect.skip_after_header >= 0, "rows are counted");
  csv::Records records;
  csv::tokenize(dialect, text, true, records);
  if (records.size() <= static_cast<std::size_t>(dialect.skip_rows)) return;  // nothing to name columns by
  const auto rows = static_cast<std::size_t>(dialect.skip_rows + dialect.header_rows + dialect.skip_after_header);
  expect(rows <= records.size(), "what is above the data stands in the text");
}

}  // namespace
}  // namespace pegel::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  using namespace pegel;
  fuzz::Input input(data, size);
  const bool whole = input.flag();
  csv::Decoder decoder(Encoding::utf8);
  std::string text;
  decoder.decode(input.rest(), true, text);
  const csv::Sniffed sniffed = csv::sniff(text, whole);
  fuzz::expect(fuzz::is_sure(sniffed.guess) && fuzz::is_sure(sniffed.header_guess), "a guess has its reason");
  fuzz::check_dialect(sniffed.dialect, text);
  return 0;
}
