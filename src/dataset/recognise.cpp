#include "dataset/recognise.h"

#include <algorithm>
#include <map>

#include "dataset/assignment.h"
#include "dataset/other_kinds.h"

namespace pegel::dataset {
namespace {

// Weights on the scale of RoleSpec::weight, where an ordinary column counts 1. Set so that the headers and files of the
// tests come out right with room to spare; nothing finer is meant by them.
constexpr double kSignature = 4;
constexpr double kTellingValues = 3;
constexpr double kRepeatingEntity = 2.5;
constexpr double kAgainst = 3;
constexpr double kTellingHeader = 2.5;
constexpr double kUsualHeader = 0.6;
constexpr double kIncomplete = 0.2;  // worth asking about, not more
constexpr double kSpecific = 0.8;    // least evidence that files of other Kinds would not give

const RoleSpec* spec_of(const KindTable& table, Role role) {
  for (const RoleSpec& spec : table.roles) {
    if (spec.role == role) return &spec;
  }
  return nullptr;
}

double distinct_share(const Evidence& evidence) {
  const auto filled = static_cast<double>(evidence.rows - evidence.column->empty);
  return filled <= 0 ? 0 : std::min(1.0, static_cast<double>(evidence.column->distinct) / filled);
}

// A score is whole numbers on a short scale; a status has words that mean something; of the columns that could be what a
// target is for, the one that tells most apart is it (the store, not its region).
double value_fit(const KindTable& table, Role role, const Evidence& evidence) {
  if (role == Role::score) return evidence.scores() || evidence.numbers == 0 ? 1 : 0.85;
  if (role == Role::status || role == Role::question) {
    const bool any = evidence.values.empty() || known_values(table, role, evidence).rows > 0;
    return any ? 1 : 0.6;
  }
  if (role == Role::scope_id) return 0.9 + 0.1 * distinct_share(evidence);
  return 1;
}

// A header that says nothing is made up for by values that only this role has.
double by_values(const KindTable& table, Role role, const Evidence& evidence) {
  if (role != Role::status || evidence.column->type == ColumnType::text) return 0;
  const KnownValues known = known_values(table, role, evidence);
  return known.deciding && known.rows * 10 >= evidence.filled() * 8 ? 0.7 : 0;
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

struct Scores {
  std::vector<std::vector<double>> score;  // by role of the kind, then column
  std::vector<std::vector<HeaderMatch>> match;
};

Scores score_all(const KindTable& table, const Table& file, const Choices& choices) {
  const HeaderDictionary& dictionary = dictionary_of(table);
  Scores all;
  for (std::size_t r = 0; r < table.roles.size(); ++r) {
    const Role role = table.roles[r].role;
    auto& scores = all.score.emplace_back(file.columns.size(), 0.0);
    auto& matches = all.match.emplace_back(file.columns.size());
    if (choices.gives(role)) continue;
    for (std::size_t c = 0; c < file.columns.size(); ++c) {
      if (choices.role_of.count(c) != 0) continue;
      matches[c] = dictionary.match(file.headers[c], r);
      if (matches[c].score == 0 && type_of(role) != RoleType::canonical) continue;
      const Evidence& evidence = file.columns[c];
      scores[c] = matches[c].score * fit(type_of(role), evidence) * value_fit(table, role, evidence);
      const double values = by_values(table, role, evidence);
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

std::vector<Fit> fit_roles(const KindTable& table, const Table& file, const Choices& choices) {
  const Scores all = score_all(table, file, choices);
  auto gains = all.score;
  for (auto& row : gains) {
    for (double& gain : row) gain = gain < kLikely ? 0 : gain * gain;
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

bool has_any(const std::vector<Fit>& fits, const std::vector<Role>& roles) {
  return std::any_of(fits.begin(), fits.end(),
                     [&](const Fit& fit) { return std::find(roles.begin(), roles.end(), fit.role) != roles.end(); });
}

std::vector<Role> first_of_missing(const std::vector<std::vector<Role>>& sets, const std::vector<Fit>& fits) {
  std::vector<Role> missing;
  for (const auto& set : sets) {
    if (!has_any(fits, set)) missing.push_back(set.front());
  }
  return missing;
}

std::vector<Role> missing_roles(const KindTable& table, const std::vector<Fit>& fits) {
  std::vector<Role> missing = first_of_missing(table.one_of, fits);
  for (const RoleSpec& role : table.roles) {
    if (role.required && !has_any(fits, {role.role})) missing.push_back(role.role);
  }
  return missing;
}

bool has_line_items(const Table& file) {
  const std::vector<std::string_view> words = {"Quantity", "Qty",           "Order Quantity", "Unit Price",
                                               "SKU",      "Line",          "Menge",          "Einzelpreis",
                                               "Aantal",   "Eenheidsprijs", "Քանակ"};
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return holds_all(file.headers, {word}); });
}

class Judge {
 public:
  Judge(const Table& file, Candidate& candidate) : file_(file), candidate_(candidate) {}

  void judge() {
    for (const Fit& fit : candidate_.fits) {
      const RoleSpec* spec = spec_of(*candidate_.table, fit.role);
      const double weight = spec == nullptr || fit.match.usual ? 1 : spec->weight;
      total_ += weight * fit.score;
      specific_ += (weight - 1) * fit.score;
    }
    signatures();
    values();
    entities();
    const bool complete = candidate_.missing.empty() || !candidate_.system.empty();
    const double score = specific_ >= kSpecific ? std::max(0.0, total_) : 0;
    candidate_.score = complete ? score : kIncomplete * score;
  }

 private:
  void speaks_for(double weight, std::string evidence) {
    total_ += weight;
    specific_ += weight;
    if (candidate_.evidence.empty()) candidate_.evidence = std::move(evidence);
  }

  void signatures() {
    for (const Signature& signature : candidate_.table->signatures) {
      if (!candidate_.system.empty() || !holds_all(file_.headers, signature.headers)) continue;
      candidate_.system = signature.system;
      speaks_for(kSignature, {});
    }
  }

  void values() {
    const KindTable& table = *candidate_.table;
    if (table.kind == Kind::deals) {
      if (!deciding(Role::status, Role::status)) deciding(Role::status, Role::stage);
    }
    if (table.kind == Kind::responses) {
      deciding(Role::question, Role::question);
      const Fit* score = candidate_.fit(Role::score);
      if (score != nullptr && score->match.how == Likeness::phrase) question(*score);
    }
    if (table.kind == Kind::targets) deciding(Role::kpi_id, Role::kpi_id);
  }

  void question(const Fit& score) {
    const std::string asked = "under the question '" + name(score) + "'";
    if (evidence(score).scores()) {
      speaks_for(kTellingValues, "whole numbers from 0 to 10 " + asked);
    } else if (evidence(score).numbers > 0) {
      speaks_for(1, "numbers " + asked);
    }
  }

  bool deciding(Role role, Role from) {
    const Fit* fit = candidate_.fit(from);
    if (fit == nullptr || !known_values(*candidate_.table, role, evidence(*fit)).deciding) return false;
    const std::string what = role == Role::status     ? "won and lost"
                             : role == Role::question ? "survey questions"
                                                      : "KPIs";
    speaks_for(kTellingValues, "'" + name(*fit) + "' holds words for " + what);
    return true;
  }

  void entities() {
    if (candidate_.table->kind == Kind::deals) {
      const Fit* id = candidate_.fit(Role::deal_id);
      if (id != nullptr && evidence(*id).repeats()) total_ -= kAgainst;
    }
    if (candidate_.table->kind == Kind::stage_history) histories();
  }

  // Several rows for one entity, not more than there are stages, and no goods in them.
  void histories() {
    const Fit* entity = candidate_.fit(Role::entity_id);
    const Fit* stage = candidate_.fit(Role::stage);
    if (entity == nullptr || stage == nullptr) return;
    const Evidence& ids = evidence(*entity);
    if (ids.unique() || has_line_items(file_)) {
      total_ -= kAgainst;
      specific_ -= kAgainst;
    } else if (ids.repeats() && evidence(*stage).column->distinct > 1) {
      speaks_for(kRepeatingEntity, "'" + name(*entity) + "' repeats with different values of '" + name(*stage) + "'");
    }
  }

  const Evidence& evidence(const Fit& fit) const { return file_.columns[fit.column]; }
  const std::string& name(const Fit& fit) const { return evidence(fit).column->name; }

  const Table& file_;
  Candidate& candidate_;
  double total_ = 0;
  double specific_ = 0;
};

// A status column that knows neither won nor lost gives way to flags and stages that do.
void drop_idle_status(const Table& file, Candidate& candidate) {
  const Fit* status = candidate.fit(Role::status);
  if (status == nullptr || status->chosen) return;
  if (known_values(*candidate.table, Role::status, file.columns[status->column]).deciding) return;
  const Fit* stage = candidate.fit(Role::stage);
  const bool staged =
      stage != nullptr && known_values(*candidate.table, Role::status, file.columns[stage->column]).deciding;
  if (!staged && candidate.fit(Role::is_won) == nullptr) return;
  std::erase_if(candidate.fits, [](const Fit& fit) { return fit.role == Role::status; });
}

}  // namespace

Table::Table(const Profile& file, const std::vector<std::vector<RawCount>>& raw_counts) : profile(&file) {
  for (std::size_t c = 0; c < file.columns.size(); ++c) {
    headers.emplace_back(file.columns[c].name, file.dialect.header_rows > 1);
    columns.emplace_back(file.columns[c], c < raw_counts.size() ? &raw_counts[c] : nullptr, file.sampled_rows);
  }
}

const Fit* Candidate::fit(Role role) const {
  const auto it = std::find_if(fits.begin(), fits.end(), [&](const Fit& fit) { return fit.role == role; });
  return it == fits.end() ? nullptr : &*it;
}

Candidate consider(const KindTable& table, const Table& file, const SourceChoice& choice) {
  Candidate candidate;
  candidate.table = &table;
  candidate.fits = fit_roles(table, file, Choices(file, choice));
  if (table.kind == Kind::deals) drop_idle_status(file, candidate);
  candidate.missing = missing_roles(table, candidate.fits);
  candidate.wanted = first_of_missing(table.wanted, candidate.fits);
  Judge(file, candidate).judge();
  return candidate;
}

OtherCandidate consider_others(const Table& file) {
  OtherCandidate best;
  for (const OtherKind& kind : other_kinds()) {
    OtherCandidate candidate{kind.name, 0, {}};
    for (const std::string_view header : kind.telling) {
      if (!holds_all(file.headers, {header})) continue;
      candidate.score += kTellingHeader;
      candidate.headers.emplace_back(header);
    }
    if (candidate.headers.empty()) continue;
    for (const std::string_view header : kind.usual)
      candidate.score += holds_all(file.headers, {header}) ? kUsualHeader : 0;
    if (candidate.score > best.score) best = std::move(candidate);
  }
  return best;
}

}  // namespace pegel::dataset
