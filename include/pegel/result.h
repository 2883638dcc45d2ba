#pragma once
// A value, or the reason why there is none.

#include <cstdint>
#include <map>
#include <string>
#include <tl/expected.hpp>

namespace pegel {

/// A spot in a dropped file. `line` and `column` count from 1; 0 means "does not apply".
/// `column` is the position of the field in its record, not a byte offset.
struct Place {
  std::string file;
  int64_t line = 0;
  int64_t column = 0;
  std::string excerpt;  ///< the offending text, cut to kExcerptLength bytes at a character border
};

inline constexpr std::size_t kExcerptLength = 80;

/// Why something could not be done. `code` is stable ("file.empty", "plan.role"); the page translates it with `values`.
/// `text` is the same in English, complete in itself: what was found, where, what to do.
struct Error {
  std::string code;
  std::string text;
  Place place;
  std::map<std::string, std::string> values;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(std::string code, std::string text, Place place = {}) {
  return tl::unexpected<Error>(Error{std::move(code), std::move(text), std::move(place), {}});
}

}  // namespace pegel
