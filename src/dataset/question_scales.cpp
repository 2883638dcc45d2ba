#include "dataset/question_scales.h"

#include <algorithm>
#include <map>
#include <optional>

#include "dataset/values.h"

namespace pegel::dataset {
namespace {

std::optional<std::size_t> column_of(const Profile& profile, Role role) {
  for (std::size_t c = 0; c < profile.columns.size(); ++c) {
    if (profile.columns[c].role == role) return c;
  }
  return std::nullopt;
}

std::string word(Question question) {
  return std::string(canonical_name(Role::question, static_cast<uint8_t>(question)));
}

// What the file's words for a question are said to mean from now on.
void take_as(Profile& profile, const std::string& from, Question to) {
  for (ValueMapping& value : profile.values) {
    if (value.role == Role::question && !value.raw.empty() && value.canonical == from) value.canonical = word(to);
  }
}

// The scores that answer each question.
std::map<std::string, std::vector<RawCount>> scores_by_question(const Profile& profile,
                                                                const std::vector<Scored>& together) {
  std::map<std::string, std::string> meaning;
  for (const ValueMapping& value : profile.values) {
    if (value.role == Role::question) meaning[value.raw] = value.canonical;
  }
  std::map<std::string, std::map<std::string, int64_t>> counts;
  for (const Scored& each : together) {
    const auto known = meaning.find(each.question);
    if (known != meaning.end() && !each.score.empty()) counts[known->second][each.score] += each.rows;
  }
  std::map<std::string, std::vector<RawCount>> scores;
  for (const auto& [question, values] : counts) {
    for (const auto& [raw, rows] : values) scores[question].push_back({raw, rows});
  }
  return scores;
}

// Words that the user has given the meaning themselves are not asked about.
bool is_chosen(const Profile& profile, const SourceChoice& choice, const std::string& question) {
  if (choice.scales.count(question) > 0) return true;
  return std::any_of(profile.values.begin(), profile.values.end(), [&](const ValueMapping& value) {
    return value.role == Role::question && value.canonical == question && value.guess.reason == "chosen";
  });
}

}  // namespace

void set_question_scales(Profile& profile, const Together& together, const SourceChoice& choice) {
  const auto asked = column_of(profile, Role::question);
  const auto score = column_of(profile, Role::score);
  if (profile.kind != Kind::responses || !asked || !score || column_of(profile, Role::scale_max)) return;
  const ColumnProfile& column = profile.columns[*score];
  const Header header(column.name, false);
  const auto scores = scores_by_question(profile, together(*asked, *score));
  for (const auto& [question, values] : scores) {
    const auto code = static_cast<Question>(canonical_code(Role::question, question));
    const Evidence evidence = Evidence(column, &values, profile.sampled_rows).as_scores();
    const Answers answers = answers_to(code, header, evidence);
    if (answers.scale.most != 0) profile.scales[question] = answers.scale;
    if (is_chosen(profile, choice, question)) continue;
    if (answers.question == Question::unsure) take_as(profile, question, Question::unsure);
    if (auto query = ask_scale_of(code, header, evidence, answers)) {
      query->column = static_cast<int>(*score);
      profile.queries.push_back(std::move(*query));
    }
  }
}

void choose_question_scales(Profile& profile, const SourceChoice& choice) {
  for (const auto& [question, text] : choice.scales) {
    const auto answers = answers_named(text);
    if (!answers) continue;
    take_as(profile, question, answers->question);
    if (question == word(Question::nps)) take_as(profile, word(Question::unsure), answers->question);
    profile.scales.erase(question);
    const bool usual = answers->question == Question::nps && answers->scale == Scale{0, 10};
    if (answers->scale.most != 0 && !usual) profile.scales[word(answers->question)] = answers->scale;
  }
}

}  // namespace pegel::dataset
