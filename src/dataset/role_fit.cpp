#include "dataset/role_fit.h"

#include <algorithm>
#include <map>

#include "dataset/assignment.h"
#include "table/currency.h"

namespace pegel::dataset {
namespace {

// "Category" over words that mean something is rather a list of them than a plain category.
constexpr double kWordsUnderUsualHeader = 1.05;

double distinct_share(const Evidence& evidence) {
  const auto filled = static_cast<double>(evidence.rows - evidence.column->empty);
  return filled <= 0 ? 0 : std::min(1.0, static_cast<double>(evidence.column->distinct) / filled);
}

bool holds_currencies(const Evidence& evidence) {
  return std::all_of(evidence.values.begin(), evidence.values.end(), [](const RawCount& value) {
    const table::Currency currency = table::currency_or_unknown(value.raw);
    return currency != 0 && !table::is_unknown(currency);
  });
}

// Customers whom a word for nobody stands for in most rows are not told apart.
bool names_nobody(const Evidence& evidence) {
  constexpr Words kNobody = "Anonymous|Anonymous User|Anonym|Anoniem|Guest|Gast|Անանուն|Հյուր";
  const int64_t filled = evidence.filled();
  int64_t rows = 0;
  for (const RawCount& value : evidence.values) {
    const bool often = value.rows * 100 >= filled;  // few words cannot make half of the rows otherwise
    if (often && names_one(kNobody, compact(value.raw))) rows += value.rows;
  }
  return rows * 2 > filled;
}

// A score is whole numbers on a short scale; a status or type has words that mean something; of the columns that could be
// what a target is for, the one that tells most apart is it (the store, not its region). A header that files of any Kind
// have ("Type") does not make a list of words out of words that mean nothing known.
double value_fit(const KindTable& table, Role role, const Evidence& evidence, bool usual) {
  if (role == Role::score) return evidence.scores() || evidence.numbers == 0 ? 1 : 0.85;
  if (type_of(role) == RoleType::canonical && role != Role::scope_type) {
    const bool any = evidence.values.empty() || known_values(table, role, evidence).rows > 0;
    if (usual) return any ? kWordsUnderUsualHeader : 0;
    return any ? 1 : 0.6;
  }
  if (role == Role::from_currency || role == Role::to_currency) return holds_currencies(evidence) ? 1 : 0;
  if (role == Role::customer_id && names_nobody(evidence)) return 0;
  if (role == Role::scope_id) return 0.9 + 0.1 * distinct_share(evidence);
  return 1;
}

// Of a type whose cells may be a few words again and again.
bool may_hold_words(ColumnType type) {
  return type == ColumnType::category || type == ColumnType::boolean || type == ColumnType::id;
}

// A header that says nothing is made up for by values that only this role has.
double by_values(const KindTable& table, Role role, const Evidence& evidence) {
  if (role != Role::status || !may_hold_words(evidence.column->type)) return 0;
  const KnownValues known = known_values(table, role, evidence);
  return known.deciding && known.rows * 10 >= evidence.filled() * 8 ? 0.7 : 0;
}

/// How well a column's type and values suit a role: 0…1.
double suits(const KindTable& table, Role role, const Evidence& evidence, bool usual) {
  if (role == Role::score) {
    const Evidence scores = evidence.as_scores();
    return fit(type_of(role), scores) * value_fit(table, role, scores, usual);
  }
  const double type = fit(type_of(role), evidence);
  return type == 0 ? 0 : type * value_fit(table, role, evidence, usual);
}

struct Choices {
  std::map<std::size_t, Role> role_of;  // columns whose role the user set; none: unused

  Choices(const Table& file, const SourceChoice& choice) {
    for (std::size_t c = 0; c < file.columns.size(); ++c) {
      const auto it = choice.roles.find(file.columns[c].column->name);
      if (it != choice.roles.end()) role_of[c] = role_named(it->second).value_or(Role::none);
    }
  }
  bool gives(Role role) const {
    return std::any_of(role_of.begin(), role_of.end(), [&](const auto& given) { return given.second == role; });
  }
};

const HeaderDictionary& dictionary_of(const KindTable& table) {
  static const std::vector<HeaderDictionary> all = [] {
    std::vector<HeaderDictionary> dictionaries;
    for (const KindTable* each : kinds()) dictionaries.emplace_back(*each);
    return dictionaries;
  }();
  const auto list = kinds();
  return all[static_cast<std::size_t>(std::find(list.begin(), list.end(), &table) - list.begin())];
}

// What a column gains as a role: less where files of any Kind have its header (words that
// mean something tell it all the same), more where the Kind needs the role.
constexpr double kUsual = 0.85;
constexpr double kRequired = 1.3;

// Above any header of the dictionary.
constexpr HeaderMatch kGiven = {1.05, Likeness::exact, {}, false};

// By column, what the signature of its system says that it means there.
std::map<std::size_t, Role> given_roles(const KindTable& table, const Table& file) {
  std::map<std::size_t, Role> roles;
  for (const Signature& signature : table.signatures) {
    if (signature.gives.empty() || !holds_all(file.headers, signature.headers)) continue;
    for (const std::string_view gift : signature.gives) {
      const std::size_t sign = gift.rfind('=');
      const std::string header = compact(gift.substr(0, sign));
      for (std::size_t c = 0; c < file.headers.size(); ++c) {
        if (file.headers[c].compact == header) roles.emplace(c, role_named(gift.substr(sign + 1)).value_or(Role::none));
      }
    }
    break;
  }
  return roles;
}

// By its name, else by the question that a row below the names puts.
std::vector<HeaderMatch> match_of(const HeaderDictionary& dictionary, const Table& file, std::size_t column) {
  auto matches = dictionary.match(file.headers[column]);
  if (const Header* question = file.question_of(column)) {
    const auto asked = dictionary.match(*question);
    for (std::size_t role = 0; role < matches.size(); ++role) {
      if (asked[role].how == Likeness::phrase && asked[role].score > matches[role].score) matches[role] = asked[role];
    }
  }
  return matches;
}

struct Scores {
  std::vector<std::vector<double>> score;  // by role of the kind, then column
  std::vector<std::vector<HeaderMatch>> match;
};

Scores score_all(const KindTable& table, const Table& file, const Choices& choices) {
  const HeaderDictionary& dictionary = dictionary_of(table);
  std::vector<std::vector<HeaderMatch>> by_column;
  for (std::size_t c = 0; c < file.headers.size(); ++c) by_column.push_back(match_of(dictionary, file, c));
  const std::map<std::size_t, Role> given = given_roles(table, file);
  Scores all;
  for (std::size_t r = 0; r < table.roles.size(); ++r) {
    const Role role = table.roles[r].role;
    auto& scores = all.score.emplace_back(file.columns.size(), 0.0);
    auto& matches = all.match.emplace_back(file.columns.size());
    if (choices.gives(role)) continue;
    for (std::size_t c = 0; c < file.columns.size(); ++c) {
      if (choices.role_of.count(c) != 0) continue;
      matches[c] = by_column[c][r];
      if (const auto gift = given.find(c); gift != given.end())
        matches[c] = gift->second == role ? kGiven : HeaderMatch{};
      const double values = by_values(table, role, file.columns[c]);
      if (matches[c].score > 0) scores[c] = matches[c].score * suits(table, role, file.columns[c], matches[c].usual);
      if (values > scores[c]) {
        scores[c] = values;
        matches[c] = {values, Likeness::none, {}, false};
      }
      scores[c] -= 1e-6 * static_cast<double>(c);
    }
  }
  return all;
}

std::string runner_up(const std::vector<double>& scores, std::size_t chosen, const Table& file) {
  std::size_t best = chosen;
  for (std::size_t c = 0; c < scores.size(); ++c) {
    if (c != chosen && scores[c] >= kLikely && (best == chosen || scores[c] > scores[best])) best = c;
  }
  return best == chosen ? std::string() : file.columns[best].column->name;
}

}  // namespace

std::vector<Fit> fit_roles(const KindTable& table, const Table& file, const SourceChoice& choice) {
  const Choices choices(file, choice);
  const Scores all = score_all(table, file, choices);
  auto gains = all.score;
  for (std::size_t r = 0; r < gains.size(); ++r) {
    for (std::size_t c = 0; c < gains[r].size(); ++c) {
      double& gain = gains[r][c];
      const bool usual = all.match[r][c].usual && type_of(table.roles[r].role) != RoleType::canonical;
      gain = gain < kLikely ? 0 : gain * gain * (usual ? kUsual : 1);
      if (table.roles[r].required) gain *= kRequired;
    }
  }
  const auto column_of = assign(gains);
  std::vector<Fit> fits;
  for (std::size_t r = 0; r < table.roles.size(); ++r) {
    const Role role = table.roles[r].role;
    for (const auto& [column, given] : choices.role_of) {
      if (given == role) fits.push_back({role, column, 1, {}, {}, true});
    }
    const std::size_t c = column_of[r];
    if (c == kUnassigned) continue;
    fits.push_back({role, c, std::min(1.0, all.score[r][c]), all.match[r][c], runner_up(all.score[r], c, file), false});
  }
  return fits;
}

}  // namespace pegel::dataset
