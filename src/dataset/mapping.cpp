#include "dataset/mapping.h"

#include <algorithm>
#include <map>

#include "dataset/questions.h"
#include "dataset/values.h"
#include "dataset/wide.h"
#include "table/currency.h"

namespace pegel::dataset {
namespace {

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

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

void forget(Profile& profile) {
  profile.kind = Kind::none;
  profile.kind_guess = {};
  profile.values.clear();
  profile.wide = {};
  profile.scale = {};
  profile.scales.clear();
  for (ColumnProfile& column : profile.columns) {
    column.role = Role::none;
    column.role_guess = {};
  }
  std::erase_if(profile.queries, [](const Query& query) {
    return query.code == "kind.unsure" || query.code == "map.missing" || query.code == "nps.scale" ||
           query.code == "question.scale" || query.code == "wide.table" || query.code == "target.kpi";
  });
}

// The choice with the columns of a wide table used by no role.
SourceChoice without_spread(const WideProfile& wide, const Profile& profile, SourceChoice choice) {
  for (const Spread& spread : wide.columns) {
    choice.roles.emplace(profile.columns[static_cast<std::size_t>(spread.column)].name, "");
  }
  return choice;
}

// What the wide columns hold: a file that is surely something without them is left as it is.
WideProfile decided_wide(const Table& file, const SourceChoice& choice) {
  WideProfile wide = find_wide(file);
  if (wide.columns.empty()) return wide;
  const auto rest = consider_all(file, without_spread(wide, *file.profile, choice));
  const Verdict verdict = judge(rest, file, choice);
  const Kind kind = verdict.candidate == nullptr ? Kind::none : verdict.candidate->table->kind;
  decide_wide(file, kind, verdict.guess.confidence, choice, wide);
  return wide;
}

// What a file is once its wide columns are rows.
Candidate unpivoted(const Table& file, const SourceChoice& choice, const WideProfile& wide) {
  const SourceChoice rest = without_spread(wide, *file.profile, choice);
  return consider(*table_of(kind_of(wide)), file, rest);
}

std::vector<Role> given_by(const WideProfile& wide) {
  if (wide.over == "stage") return {Role::entered, Role::stage};
  if (wide.over == "question") return {Role::score, Role::question};
  if (wide.over == "currency") return {Role::rate, Role::from_currency, Role::to_currency};
  return {Role::period_start, Role::period_end, Role::target};
}

void read_as(const Candidate& candidate, const Table& file, const SourceChoice& choice, const std::vector<Role>& given,
             Profile& profile) {
  profile.kind = candidate.table->kind;
  set_roles(candidate, profile);
  answer_by_role(profile);
  set_percent(file, profile);
  set_values(candidate, file, choice, profile);
  ask_missing(candidate, file, given, profile);
  ask_twins(candidate, file, profile);
}

void map_roles(Profile& profile, const std::vector<std::vector<RawCount>>& raw_counts, const SourceChoice& choice) {
  forget(profile);
  const Table file(profile, raw_counts);
  const std::vector<Candidate> candidates = consider_all(file, choice);
  const Verdict verdict = judge(candidates, file, choice);
  const WideProfile wide = decided_wide(file, choice);
  profile.wide = wide;
  profile.kind_guess = verdict.guess;
  if (kind_of(wide) == Kind::none) {
    ask_kind(verdict, profile);
    ask_wide(wide, profile);
    if (verdict.candidate != nullptr) read_as(*verdict.candidate, file, choice, {}, profile);
    return;
  }
  if (!choice.kind) profile.kind_guess = wide.guess;
  ask_wide(wide, profile);
  read_as(unpivoted(file, choice, wide), file, choice, given_by(wide), profile);
}

// Of the amounts, by the row's column or a target's unit, else by what their column names.
std::string usual_currency(const Profile& profile, const std::vector<std::vector<RawCount>>& raw_counts) {
  std::map<std::string, int64_t> rows;
  std::string whole;
  for (std::size_t c = 0; c < profile.columns.size(); ++c) {
    const ColumnProfile& column = profile.columns[c];
    if (column.role == Role::amount || column.role == Role::target)
      whole = column.number.currency.empty() ? table::currency_in(column.name) : column.number.currency;
    const bool unit = column.role == Role::unit && profile.kind == Kind::targets;
    if ((column.role != Role::currency && !unit) || c >= raw_counts.size()) continue;
    for (const RawCount& value : raw_counts[c]) {
      rows[unit ? std::string(table::currency_word(value.raw).code) : table::name_of(table::currency_of(value.raw))] +=
          value.rows;
    }
  }
  rows.erase(std::string());
  const auto usual =
      std::max_element(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return usual == rows.end() ? whole : usual->first;
}

}  // namespace

namespace {

// The reader chooses among those that have rates.
void name_currencies(Profile& profile, const std::vector<std::vector<RawCount>>& raw_counts) {
  for (std::size_t c = 0; c < std::min(raw_counts.size(), profile.columns.size()); ++c) {
    ColumnProfile& column = profile.columns[c];
    if (column.role != Role::from_currency && column.role != Role::to_currency) continue;
    column.samples.clear();
    for (const RawCount& count : raw_counts[c]) {
      if (!count.raw.empty()) column.samples.push_back(count.raw);
    }
    std::sort(column.samples.begin(), column.samples.end());
  }
}

}  // namespace

void map(Profile& profile, const std::vector<std::vector<RawCount>>& raw_counts, const SourceChoice& choice) {
  map_roles(profile, raw_counts, choice);
  name_currencies(profile, raw_counts);
  profile.currency = usual_currency(profile, raw_counts);
}

}  // namespace pegel::dataset
