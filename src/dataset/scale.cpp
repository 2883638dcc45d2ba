#include "dataset/scale.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "base/decimal.h"
#include "table/number_format.h"

namespace pegel::dataset {
namespace {

// Answers enough to tell a scale by its ends: of a true 0…10 scale hardly any 5 answers are all at most 5, 20 at most 7,
// or 100 without a 0.
constexpr int64_t kAnswersToFive = 5;
constexpr int64_t kAnswersToSeven = 20;
constexpr int64_t kAnswersToMissZero = 100;
constexpr int64_t kAnswersToAsk = 5;
// On a true 0…10 scale a 0 is no rarer than a 1: of five ones without a 0 the chance is under 1 in 32.
constexpr int64_t kOnesToMissZero = 5;

// The ends of the scores, slips beyond the scale left out: of 50 one may be.
constexpr int64_t kSlipIn = 50;
struct Ends {
  double least = 0;
  double most = 0;
  int64_t outside = 0;  // of 0…10
  int64_t ones = 0;
  bool slips() const { return outside > 0; }
};

// One in a few answers, where a column names the question.
int64_t slips_among(int64_t answers) { return std::max<int64_t>(answers / kSlipIn, answers >= kAnswersToAsk ? 1 : 0); }

Ends ends_of(const Evidence& scores, int64_t slips) {
  Ends ends;
  bool any = false;
  for (const RawCount& value : scores.values) {
    const table::NumberReading reading = table::read_labelled(value.raw, scores.column->number);
    if (reading.fault > table::NumberFault::too_fine) continue;
    const double x = base::to_double(reading.value);
    if (x < 0 || x > 10) {
      ends.outside += value.rows;
      continue;
    }
    ends.ones += x == 1 ? value.rows : 0;
    ends.least = any ? std::min(ends.least, x) : x;
    ends.most = any ? std::max(ends.most, x) : x;
    any = true;
  }
  if (ends.outside <= slips) return ends;
  return {scores.least, scores.most, ends.outside, ends.ones};
}

Ends ends_of(const Evidence& scores) { return ends_of(scores, scores.numbers / kSlipIn); }

bool says(const Header& header, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return header.normalised.find(word) != std::string::npos; });
}

bool has_word(const Header& header, std::string_view word) {
  return std::find(header.words.begin(), header.words.end(), word) != header.words.end();
}

bool names_the_nps_scale(const Header& header) { return has_word(header, "0") && has_word(header, "10"); }

bool within_ten(const Ends& ends) { return ends.least >= 0 && ends.most <= 10; }

bool is_unsure(const Header& header, const Ends& ends, int64_t answers) {
  if (answers == 0) return false;
  if (!within_ten(ends)) return true;
  if (names_the_nps_scale(header)) return false;
  return (ends.most <= 5 && answers >= kAnswersToFive) || (ends.most <= 7 && answers >= kAnswersToSeven) ||
         (ends.least == 1 && (answers >= kAnswersToMissZero || ends.ones >= kOnesToMissZero));
}

// The smallest usual scale that holds the scores.
Scale scale_of(const Ends& ends) {
  const int most = ends.most <= 5 ? 5 : ends.most <= 7 ? 7 : 10;
  return within_ten(ends) ? Scale{ends.least < 1 ? 0 : 1, most} : Scale{};
}

Question question_of(const Header& header, const Evidence& scores) {
  if (const Question question = question_in(header); question != Question::unknown) return question;
  const Ends ends = ends_of(scores);
  if (scores.numbers == 0 || !scores.integers || !within_ten(ends)) return Question::other;
  return ends.least >= 1 && ends.most <= 5 ? Question::csat : Question::nps;
}

// Of satisfaction, where it is not the usual one.
Scale wider(const Evidence& scores) {
  const int64_t slips = slips_among(scores.numbers);
  const Ends ends = ends_of(scores, slips);
  int64_t above = 0;
  int64_t below = 0;
  for (const RawCount& value : scores.values) {
    const table::NumberReading reading = table::read_labelled(value.raw, scores.column->number);
    if (reading.fault > table::NumberFault::too_fine) continue;
    above += reading.value > 5 * base::kOne ? value.rows : 0;
    below += reading.value < base::kOne ? value.rows : 0;
  }
  const bool high = above > slips;
  const bool low = below > slips;
  if (!within_ten(ends) || (!high && !low)) return {};
  return {low ? 0 : 1, !high ? 5 : ends.most <= 7 ? 7 : 10};
}

bool answers_low_effort(const Ends& ends, int64_t answers) {
  return within_ten(ends) && ends.least >= 1 && ends.most <= 5 && answers >= kAnswersToFive;
}

std::string text_of(const Scale& scale) { return std::to_string(scale.least) + "-" + std::to_string(scale.most); }

std::string text_of_number(double x) { return base::to_text(static_cast<base::Int128>(x * base::kOne)); }

// What one score adds to the result: -100, 0, 100 for NPS; 0 or 100 % for the two highest of a scale.
std::string reading_of(double score, const Answers& answers) {
  if (answers.question == Question::nps) {
    if (score < 0 || score > 10) return "–";
    return score >= 9 ? "+100" : score >= 7 ? "0" : "-100";
  }
  if (answers.question != Question::csat || answers.scale.most == 0) return {};
  if (score < answers.scale.least || score > answers.scale.most) return "–";
  return score >= answers.scale.most - 1 ? "100 %" : "0 %";
}

std::string name_of(Question question) {
  return std::string(canonical_name(Role::question, static_cast<uint8_t>(question)));
}

Option option_of(const std::string& choice, const Evidence& scores) {
  const Answers read = answers_named(choice).value_or(Answers{});
  return {choice, {reading_of(scores.least, read), reading_of(scores.most, read)}, 0};
}

}  // namespace

std::optional<Answers> answers_named(std::string_view text) {
  const std::size_t colon = std::min(text.find(':'), text.size());
  Answers answers;
  answers.question = static_cast<Question>(canonical_code(Role::question, text.substr(0, colon)));
  if (answers.question == Question::unknown || answers.question == Question::unsure) return std::nullopt;
  if (answers.question == Question::nps) answers.scale = {0, 10};
  if (colon == text.size()) return answers;
  static constexpr std::array<Scale, 8> kScales = {{{1, 5}, {0, 5}, {1, 7}, {0, 7}, {1, 10}, {0, 10}, {1, 4}, {1, 6}}};
  for (const Scale& scale : kScales) {
    if (text.substr(colon + 1) != text_of(scale)) continue;
    answers.scale = scale;
    return answers;
  }
  return std::nullopt;
}

std::string text_of(const Answers& answers) {
  const std::string question = name_of(answers.question);
  const bool usual = answers.question == Question::nps && answers.scale.least == 0 && answers.scale.most == 10;
  const bool scaled = !usual && answers.scale.most != 0;
  return scaled ? question + ":" + text_of(answers.scale) : question;
}

Question question_in(const Header& header) {
  if (says(header, {"recommend", "empfehl", "aanbevel", "aanbeveel", "aanrad", "aanraad", "խորհուրդ"}) ||
      has_word(header, "nps")) {
    return Question::nps;
  }
  if (says(header, {"csat", "satisf", "zufrieden", "tevreden", "գոհ", "բավարար"})) return Question::csat;
  return says(header, {"effort", "easy", "aufwand", "inspanning"}) || has_word(header, "ces") ? Question::ces
                                                                                              : Question::unknown;
}

Answers answers_of(const Header& header, const Evidence& scores) {
  const Question question = question_of(header, scores);
  const Ends ends = ends_of(scores);
  if (question == Question::nps && is_unsure(header, ends, scores.numbers)) return {Question::unsure, {}};
  const bool scaled = (question == Question::csat || question == Question::ces) && scores.numbers > 0;
  return {question, scaled ? scale_of(ends) : Scale{}};
}

Answers answers_to(Question question, const Header& header, const Evidence& scores) {
  const Ends ends = ends_of(scores, slips_among(scores.numbers));
  switch (question) {
    case Question::nps:
      return {is_unsure(header, ends, scores.numbers) ? Question::unsure : Question::nps, {}};
    case Question::csat:
    case Question::driver:
      return {question, wider(scores)};
    case Question::ces:
      return {question, answers_low_effort(ends, scores.numbers) ? Scale{1, 5} : Scale{}};
    default:
      return {question, {}};
  }
}

std::optional<Query> ask_scale_of(Question question, const Header& header, const Evidence& scores,
                                  const Answers& answers) {
  std::optional<Query> query;
  if (question == Question::nps) query = ask_scale(header, scores, answers);
  if (question == Question::ces && answers.scale.most == 5) {
    query.emplace(Query{{}, -1, {text_of_number(scores.least), text_of_number(scores.most)}, {}});
    for (const char* choice : {"ces:1-5", "ces:1-7"}) query->options.push_back(option_of(choice, scores));
  }
  if (!query) return query;
  query->code = "question.scale";
  query->values.insert(query->values.begin(), name_of(question));
  for (Option& option : query->options) option.readings.insert(option.readings.begin(), std::string());
  return query;
}

std::optional<Query> ask_scale(const Header& header, const Evidence& scores, const Answers& answers) {
  const Ends ends = ends_of(scores);
  const bool starts_at_one = answers.question == Question::nps && ends.least == 1 && scores.numbers >= kAnswersToAsk &&
                             !names_the_nps_scale(header);
  if (answers.question != Question::unsure && !starts_at_one) return std::nullopt;
  Query query{"nps.scale", -1, {text_of_number(scores.least), text_of_number(scores.most)}, {}};
  std::vector<std::string> choices = {"nps"};
  if (const Scale scale = scale_of(ends); scale.most != 0) {
    choices.push_back("csat:" + text_of(scale));
    choices.push_back("ces:" + text_of(scale));
  }
  choices.emplace_back("other");
  if (answers.question == Question::unsure) query.options.push_back({"", {"", ""}});
  for (const std::string& choice : choices) query.options.push_back(option_of(choice, scores));
  return query;
}

}  // namespace pegel::dataset
