#pragma once
// A text as Records, for tests: the text lives as long as they do.

#include <memory>
#include <string>
#include <string_view>

#include "csv/tokenizer.h"

namespace pegel::table {

struct Tokenized {
  std::unique_ptr<std::string> text;
  csv::Records records;

  explicit Tokenized(std::string_view csv, const Dialect& dialect = {}) : text(std::make_unique<std::string>(csv)) {
    csv::tokenize(dialect, *text, true, records);
  }
};

inline Dialect semicolons() {
  Dialect dialect;
  dialect.delimiter = ";";
  return dialect;
}

}  // namespace pegel::table
