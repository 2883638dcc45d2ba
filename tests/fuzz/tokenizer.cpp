// Any bytes under any dialect: the fast tokenizer says what its plain twin says, and a reader the same for every cut.

#include "csv/csv_support.h"
#include "fuzz/dialects.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  using namespace pegel;
  fuzz::Input input(data, size);
  const Dialect dialect = fuzz::dialect_of(input);
  const std::size_t piece = 1 + input.below(200);
  const std::string text(input.text());
  for (const bool last : {true, false}) {
    fuzz::expect(csv::outcome_of(&csv::tokenize, dialect, text, last) ==
                     csv::outcome_of(&csv::reference_tokenize, dialect, text, last),
                 "the fast tokenizer agrees with the plain one");
  }
  fuzz::expect(csv::read_in_pieces(dialect, text, piece) == csv::read_in_pieces(dialect, text, text.size() + 1),
               "the same records for every cut");
  return 0;
}
