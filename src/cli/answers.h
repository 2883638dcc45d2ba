#pragma once
// Answers to the questions that files raise, as options: one table, read by the command line, by the help and by what
// `pegel profile` proposes.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pegel/engine.h"

namespace pegel::cli {

/// One answer as it was typed: `--date-order` and `deals.csv:Closed=dmy`.
struct Answer {
  std::string option;
  std::string text;
};

/// "FILE=" or "FILE:" may stand before any answer; without it the answer is for every file that it fits.
struct AnswerOption {
  std::string_view name;
  std::string_view grammar;
  std::string_view help;
};
std::vector<AnswerOption> answer_options();

/// Whether it says how a file is taken apart: --delimiter, --encoding, --header-rows, --skip-rows.
bool is_of_dialect(const Answer& answer);

/// What the answers say of each file, in the order of `profiles`. The rest of a Dialect is
/// the Profile's.
/// Errors: "use.answer" with the nearest name for an answer that fits no file.
Result<std::vector<SourceChoice>> choices_of(const std::vector<Answer>& answers, std::span<const Profile> profiles);

/// The options that give the Options of a Query, in their order, as one would type them; empty where there are none.
std::vector<std::string> options_answering(const Query& query, const Profile& profile);

}  // namespace pegel::cli
