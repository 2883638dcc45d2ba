#pragma once
// Why a member of a plan, of choices or of a definition cannot be: a code, and what its words want filled in.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pegel/result.h"

namespace pegel {

struct Problem {
  std::string code;                           ///< "empty", "range", …: one of problem_words()
  std::map<std::string, std::string> values;  ///< of "near", what was most likely meant; numbers as digits
};

/// A code and what it says in English, to follow the path of a member; in braces the values that fill it in.
struct ProblemWords {
  std::string_view code;
  std::string_view text;
};
const std::vector<ProblemWords>& problem_words();

/// `must be 0 to 1,000,000.`; with `near` the question whether that was meant.
std::string text_of(const Problem& problem);

/// `word` is none of `names`: all of them where a sentence can hold them, and the nearest.
Problem unknown_word(std::string_view word, const std::vector<std::string>& names);

/// The problem of a member, under `code`: its values, with "member" (the path) and "problem" (the code) besides.
Error member_error(std::string code, const std::string& member, const Problem& problem, Place place = {});

/// As fail(), with what the words of the code want filled in.
inline tl::unexpected<Error> fail(std::string code, std::string text, Place place,
                                  std::map<std::string, std::string> values) {
  return tl::unexpected<Error>(Error{std::move(code), std::move(text), std::move(place), std::move(values)});
}

}  // namespace pegel
