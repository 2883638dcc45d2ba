#include "csv/sampled_rows.h"

#include "csv/encoding.h"
#include "csv/splitter.h"
#include "csv/tokenizer.h"

namespace pegel::csv {

SampledRows sampled_rows(const Dialect& dialect, std::span<const std::span<const uint8_t>> samples) {
  SampledRows rows;
  for (const auto& bytes : samples) {
    std::string& text = rows.texts.emplace_back();
    Decoder(dialect.encoding, false).decode(bytes, false, text);
    const auto start = first_border(dialect, text);
    if (!start) continue;
    Records records;
    tokenize(dialect, std::string_view(text).substr(*start), false, records);
    if (records.size() > 0) rows.records.push_back(std::move(records));
  }
  return rows;
}

}  // namespace pegel::csv
