// Any bytes: the encoding is guessed, and decoding gives valid UTF-8, the same for every cut.

#include "csv/encoding.h"

#include "base/utf8.h"
#include "fuzz/fuzz.h"

namespace pegel::fuzz {
namespace {

struct Decoded {
  std::string text;
  int64_t replaced;
};

Decoded decode_whole(Encoding encoding, std::span<const uint8_t> bytes) {
  csv::Decoder decoder(encoding);
  Decoded out{};
  decoder.decode(bytes, true, out.text);
  return {std::move(out.text), decoder.replaced()};
}

Decoded decode_in_pieces(Encoding encoding, std::span<const uint8_t> bytes, unsigned seed) {
  csv::Decoder decoder(encoding);
  std::string text;
  in_pieces(bytes, seed, [&](std::span<const uint8_t> piece) { decoder.decode(piece, false, text); });
  decoder.decode({}, true, text);
  return {std::move(text), decoder.replaced()};
}

void check_decoding(Encoding encoding, std::span<const uint8_t> bytes, unsigned seed) {
  const Decoded whole = decode_whole(encoding, bytes);
  const Decoded pieces = decode_in_pieces(encoding, bytes, seed);
  expect(base::valid_utf8_prefix(whole.text) == whole.text.size(), "what was decoded is UTF-8");
  expect(whole.text == pieces.text && whole.replaced == pieces.replaced, "the same text for every cut");
  expect(whole.text.size() <= 3 * bytes.size() + 3, "a byte becomes three at most");
}

}  // namespace
}  // namespace pegel::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  using namespace pegel;
  fuzz::Input input(data, size);
  const unsigned seed = input.byte();
  const auto chosen = static_cast<Encoding>(input.below(8));
  for (const bool whole : {true, false}) {
    const csv::EncodingGuess guess = csv::guess_encoding(input.rest(), whole);
    fuzz::expect(guess.confidence > 0 && guess.confidence <= 1 && !guess.reason.empty(), "a guess has its reason");
    fuzz::check_decoding(guess.encoding, input.rest(), seed);
  }
  fuzz::check_decoding(chosen, input.rest(), seed);
  return 0;
}
