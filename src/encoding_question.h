#pragma once
// What is asked of a file whose letters fit two encodings, or none that is known.

#include <optional>

#include "csv/encoding.h"
#include "pegel/profile.h"

namespace pegel {

/// "enc.unsure" with up to three words that the two encodings read differently; choice: an encoding. Nothing where the guess
/// is sure enough.
std::optional<Query> encoding_question(const csv::EncodingGuess& guess, std::span<const uint8_t> bytes);

}  // namespace pegel
