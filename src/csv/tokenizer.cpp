#include "csv/tokenizer.h"

namespace pegel::csv {

Tokenized tokenize(const Dialect& dialect, std::string_view text, bool last, Records& out) {
  return reference_tokenize(dialect, text, last, out);
}

}  // namespace pegel::csv
