#include "dataset/mapping.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

#include "base/decimal.h"
#include "dataset/recognise.h"
#include "dataset/wide.h"

namespace pegel::dataset {
namespace {

using RawCounts = std::vector<std::vector<RawCount>>;

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size() && i < 3; ++i) out += (i == 0 ? "" : ", ") + quoted(names[i]);
  return out;
}

// Of two scores on the scale of RoleSpec::weight: near 1 when much speaks for the first and little for the second.
double confidence(double best, double second) {
  if (best <= 0) return 0;
  const double strength = 1 - std::exp(-best / 2.5);
  const double margin = std::min(1.0, 2 * (best - second) / best);
  return strength * (0.5 + 0.5 * margin);
}

std::vector<Candidate> consider_all(const Table& file, const SourceChoice& choice) {
  std::vector<Candidate> all;
  for (const KindTable* table : kinds()) all.push_back(consider(*table, file, choice));
  std::stable_sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  return all;
}

std::vector<std::string> headers_of(const Candidate& candidate, const Profile& profile) {
  std::vector<Fit> fits = candidate.fits;
  std::stable_sort(fits.begin(), fits.end(), [](const Fit& a, const Fit& b) { return a.score > b.score; });
  std::vector<std::string> names;
  for (const Fit& fit : fits) names.push_back(profile.columns[fit.column].name);
  return names;
}

std::string reason_of(const Candidate& candidate, const Profile& profile) {
  std::string reason = std::string(candidate.table->row) + " a row: ";
  if (!candidate.system.empty()) return reason + "the headers are those of " + candidate.system;
  if (!candidate.evidence.empty()) return reason + candidate.evidence;
  return reason + "the headers " + listed(headers_of(candidate, profile));
}

std::string reason_against(const std::vector<Candidate>& candidates, const OtherCandidate& other) {
  if (other.score > 0) {
    return "the headers " + listed(other.headers) + " are those of " + std::string(other.name) + ", which are not read";
  }
  const Candidate* closest = nullptr;
  for (const Candidate& candidate : candidates) {
    if (closest == nullptr || candidate.fits.size() > closest->fits.size()) closest = &candidate;
  }
  if (closest == nullptr || closest->fits.empty()) return "no header is a known name";
  std::string reason = "closest is " + std::string(name_of(closest->table->kind));
  if (closest->missing.empty()) return reason + ", but no header or value is peculiar to it";
  return reason + ", but no column is its " + std::string(name_of(closest->missing.front()));
}

struct Verdict {
  const Candidate* candidate = nullptr;  ///< null: no Kind
  Guess guess;
  std::vector<const Candidate*> options;  ///< to ask about, best first; empty: nobody is asked
};

Verdict chosen(const std::vector<Candidate>& candidates, Kind kind) {
  Verdict verdict{nullptr, {1, "chosen", {}}, {}};
  for (const Candidate& candidate : candidates) {
    if (candidate.table->kind == kind) verdict.candidate = &candidate;
  }
  return verdict;
}

Verdict decide(const std::vector<Candidate>& candidates, const OtherCandidate& other, const Profile& profile) {
  const Candidate& best = candidates[0];
  const double second = candidates.size() > 1 ? candidates[1].score : 0;
  Verdict verdict;
  if (best.score == 0 || other.score > best.score) {
    const double sure = other.score > 0 ? confidence(other.score, best.score) : 0;
    verdict.guess = {sure, reason_against(candidates, other), {}};
    if (best.score > 0) verdict.guess.runner_up = name_of(best.table->kind);
    if (best.score > 0 && sure < kSure) verdict.options = {&best};
    return verdict;
  }
  verdict.guess = {confidence(best.score, std::max(second, other.score)), reason_of(best, profile), {}};
  if (other.score > second) {
    verdict.guess.runner_up = other.name;
  } else if (second > 0) {
    verdict.guess.runner_up = name_of(candidates[1].table->kind);
  }
  if (verdict.guess.confidence >= kLikely) verdict.candidate = &best;
  if (verdict.guess.confidence < kSure) verdict.options = {&best};
  if (verdict.guess.confidence < kSure && second > 0) verdict.options.push_back(&candidates[1]);
  return verdict;
}

// Round numbers a month or quarter are a plan; the user is asked.
void decide_wide(const std::vector<Candidate>& candidates, const Wide& wide, Verdict& verdict) {
  if (wide.columns.size() < 3 || wide.over == "stage" || verdict.guess.confidence >= kSure) return;
  verdict = {};
  verdict.guess = {0, "a column for each " + std::string(wide.over) + ", not a row for each thing", {}};
  if (!wide.round_numbers) return;
  for (const Candidate& candidate : candidates) {
    if (candidate.table->kind != Kind::targets) continue;
    verdict.candidate = &candidate;
    verdict.options = {&candidate};
    verdict.guess.confidence = kLikely;
    verdict.guess.reason = "round numbers in a column for each " + std::string(wide.over) + " look like targets";
  }
}

std::string reason_of(const Fit& fit, const std::string& column) {
  const std::string role(name_of(fit.role));
  const std::string header = "header " + quoted(column);
  if (fit.chosen) return "chosen";
  switch (fit.match.how) {
    case Likeness::exact:
    case Likeness::folded:
      return header + " is a known name of " + role;
    case Likeness::affix:
      return header + " holds " + quoted(fit.match.name) + ", a known name of " + role;
    case Likeness::phrase:
      return "the question " + quoted(column) + " asks for the " + role;
    case Likeness::overlap:
      return header + " is like " + quoted(fit.match.name) + ", a known name of " + role;
    case Likeness::none:
      break;
  }
  return "its values are words of " + role;
}

// Scores between comments are read cell by cell: whether their column is one of numbers is no question.
void answer_by_role(Profile& profile) {
  std::erase_if(profile.queries, [&](const Query& query) {
    return query.code == "num.unsure" && profile.columns[static_cast<std::size_t>(query.column)].role == Role::score;
  });
}

void set_roles(const Candidate& candidate, Profile& profile) {
  for (const Fit& fit : candidate.fits) {
    ColumnProfile& column = profile.columns[fit.column];
    column.role = fit.role;
    column.role_guess = {fit.score, reason_of(fit, column.name), fit.runner_up};
  }
}

// Shares are per cent when the column says so or a value is over 1.
void set_percent(const Table& file, Profile& profile) {
  for (std::size_t c = 0; c < profile.columns.size(); ++c) {
    ColumnProfile& column = profile.columns[c];
    if (column.role == Role::none || type_of(column.role) != RoleType::share) continue;
    const bool over_one = file.columns[c].numbers > 0 && file.columns[c].most > 1;
    column.number.percent = column.number.percent || over_one;
  }
}

const std::map<std::string, std::string>* chosen_values(const SourceChoice& choice, Role role) {
  const auto it = choice.values.find(std::string(name_of(role)));
  return it == choice.values.end() ? nullptr : &it->second;
}

bool is_canonical(Role role, std::string_view word) {
  return role == Role::kpi_id ? !word.empty() : canonical_code(role, word) != 0;
}

void list_values(const Candidate& candidate, const Table& file, Role role, Role from, Profile& profile) {
  const Fit* fit = candidate.fit(from);
  if (fit == nullptr) return;
  const Evidence& evidence = file.columns[fit->column];
  const bool decided = from == Role::stage && known_values(*candidate.table, role, evidence).deciding;
  for (const RawCount& value : evidence.values) {
    std::string word(canonical_of(*candidate.table, role, value.raw));
    if (word.empty() && decided) word = canonical_name(role, static_cast<uint8_t>(Status::open));
    if (!is_canonical(role, word)) word.clear();
    profile.values.push_back({role, value.raw, word, evidence.whole ? value.rows : 0});
  }
}

void override_values(const SourceChoice& choice, Role role, Profile& profile) {
  const auto* words = chosen_values(choice, role);
  if (words == nullptr) return;
  for (const auto& [raw, canonical] : *words) {
    bool listed = false;
    for (ValueMapping& value : profile.values) {
      if (value.role != role || value.raw != raw) continue;
      value.canonical = canonical;
      listed = true;
    }
    if (!listed) profile.values.push_back({role, raw, canonical, 0});
  }
}

bool says(const Header& header, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return header.normalised.find(word) != std::string::npos; });
}

// What all rows of a file without a question column answer.
Question question_of(const Header& header, const Evidence& score) {
  if (says(header, {"nps", "recommend", "empfehl", "aanbevel", "aanrad", "խորհուրդ"})) return Question::nps;
  if (says(header, {"csat", "satisf", "zufrieden", "tevreden", "գոհ", "բավարար"})) return Question::csat;
  if (says(header, {"ces", "effort", "easy", "aufwand", "inspanning"})) return Question::ces;
  if (!score.scores()) return Question::other;
  if (score.least >= 1 && score.most <= 5) return Question::csat;
  return Question::nps;
}

// Answers enough for a scale that starts at 0 to show it.
constexpr int64_t kAnswersToTell = 20;

void ask_scale(const Evidence& score, std::size_t column, Question question, Profile& profile) {
  if (question != Question::nps || score.numbers == 0) return;
  const bool starts_at_one = score.least == 1 && score.most > 5 && score.numbers >= kAnswersToTell;
  const bool outside = score.least < 0 || score.most > 10;
  if (!starts_at_one && !outside) return;
  const auto text = [](double x) { return base::to_text(static_cast<base::Int128>(x * base::kOne)); };
  const std::vector<std::string> values = {text(score.least), text(score.most)};
  Query query{"nps.scale", static_cast<int>(column), values, {}};
  for (const std::string_view option : {"nps", "csat", "ces", "other"})
    query.options.push_back({std::string(option), {}});
  if (outside) std::rotate(query.options.begin(), query.options.end() - 1, query.options.end());
  profile.queries.push_back(std::move(query));
}

void set_question(const Candidate& candidate, const Table& file, const SourceChoice& choice, Profile& profile) {
  const Fit* score = candidate.fit(Role::score);
  if (score == nullptr || candidate.fit(Role::question) != nullptr) return;
  const Evidence& evidence = file.columns[score->column];
  Question question = question_of(file.headers[score->column], evidence);
  const auto* words = chosen_values(choice, Role::question);
  if (words == nullptr || words->count("") == 0) ask_scale(evidence, score->column, question, profile);
  const bool outside = evidence.numbers > 0 && (evidence.least < 0 || evidence.most > 10);
  if (outside && question == Question::nps) question = Question::other;
  const auto code = static_cast<uint8_t>(question);
  profile.values.push_back(
      {Role::question, {}, std::string(canonical_name(Role::question, code)), profile.sampled_rows});
}

void set_values(const Candidate& candidate, const Table& file, const SourceChoice& choice, Profile& profile) {
  const bool flagged = candidate.fit(Role::is_won) != nullptr || candidate.fit(Role::is_lost) != nullptr;
  if (candidate.fit(Role::status) != nullptr) {
    list_values(candidate, file, Role::status, Role::status, profile);
  } else if (candidate.table->kind == Kind::deals && !flagged) {
    list_values(candidate, file, Role::status, Role::stage, profile);
  }
  list_values(candidate, file, Role::question, Role::question, profile);
  list_values(candidate, file, Role::kpi_id, Role::kpi_id, profile);
  if (candidate.table->kind == Kind::responses) set_question(candidate, file, choice, profile);
  for (const Role role : {Role::status, Role::question, Role::kpi_id}) override_values(choice, role, profile);
}

Option option_of(const Candidate* candidate, const std::vector<std::string>& headers, const Profile& profile) {
  Option option{std::string(name_of(candidate == nullptr ? Kind::none : candidate->table->kind)), {}};
  for (const std::string& header : headers) {
    std::string& reading = option.readings.emplace_back();
    if (candidate == nullptr) continue;
    for (const Fit& fit : candidate->fits) {
      if (profile.columns[fit.column].name == header) reading = name_of(fit.role);
    }
  }
  return option;
}

void ask_kind(const Verdict& verdict, Profile& profile) {
  if (verdict.options.empty()) return;
  Query query{"kind.unsure", -1, {}, {}};
  query.values = headers_of(*verdict.options.front(), profile);
  for (std::size_t c = 0; query.values.empty() && c < profile.columns.size(); ++c)
    query.values.push_back(profile.columns[c].name);
  if (query.values.size() > 3) query.values.resize(3);
  for (const Candidate* candidate : verdict.options)
    query.options.push_back(option_of(candidate, query.values, profile));
  const Option none = option_of(nullptr, query.values, profile);
  query.options.insert(verdict.candidate == nullptr ? query.options.begin() : query.options.end(), none);
  profile.queries.push_back(std::move(query));
}

Query missing(Role role, const Table& file) {
  Query query{"map.missing", -1, {std::string(name_of(role))}, {{"", {}}}};
  for (const Evidence& evidence : file.columns) {
    const ColumnProfile& column = *evidence.column;
    const bool telling = column.type != ColumnType::empty && column.type != ColumnType::boolean;
    if (telling && column.role == Role::none && fit(type_of(role), evidence) >= kLikely) {
      query.options.push_back({column.name, column.samples});
    }
  }
  return query;
}

void ask_missing(const Candidate& candidate, const Table& file, Profile& profile) {
  for (const Role role : candidate.missing) profile.queries.push_back(missing(role, file));
  for (const Role role : candidate.wanted) {
    const auto& asked = candidate.missing;
    Query query = missing(role, file);
    const bool again = std::find(asked.begin(), asked.end(), role) != asked.end();
    if (!again && query.options.size() > 1) profile.queries.push_back(std::move(query));
  }
}

void ask_wide(const Wide& wide, Profile& profile) {
  if (wide.columns.empty()) return;
  Query query{"wide.table", static_cast<int>(wide.columns.front()), {}, {{"", {}}}};
  for (std::size_t i = 0; i < wide.columns.size() && i < 3; ++i) {
    const ColumnProfile& column = profile.columns[wide.columns[i]];
    query.values.push_back(column.name);
    query.options.front().readings.push_back(column.samples.empty() ? std::string() : column.samples.front());
  }
  profile.queries.push_back(std::move(query));
}

void forget(Profile& profile) {
  profile.kind = Kind::none;
  profile.kind_guess = {};
  profile.values.clear();
  for (ColumnProfile& column : profile.columns) {
    column.role = Role::none;
    column.role_guess = {};
  }
  std::erase_if(profile.queries, [](const Query& query) {
    return query.code == "kind.unsure" || query.code == "map.missing" || query.code == "nps.scale" ||
           query.code == "wide.table";
  });
}

}  // namespace

void map(Profile& profile, const RawCounts& raw_counts, const SourceChoice& choice) {
  forget(profile);
  const Table file(profile, raw_counts);
  const std::vector<Candidate> candidates = consider_all(file, choice);
  const Wide wide = find_wide(file);
  Verdict verdict;
  if (choice.kind) {
    verdict = chosen(candidates, *choice.kind);
  } else {
    verdict = decide(candidates, consider_others(file), profile);
    decide_wide(candidates, wide, verdict);
  }
  profile.kind_guess = verdict.guess;
  ask_kind(verdict, profile);
  ask_wide(wide, profile);
  if (verdict.candidate == nullptr) return;
  profile.kind = verdict.candidate->table->kind;
  set_roles(*verdict.candidate, profile);
  answer_by_role(profile);
  set_percent(file, profile);
  set_values(*verdict.candidate, file, choice, profile);
  ask_missing(*verdict.candidate, file, profile);
}

}  // namespace pegel::dataset
