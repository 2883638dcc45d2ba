#include "dataset/recognise.h"

#include <algorithm>

#include "dataset/other_kinds.h"
#include "dataset/role_fit.h"

namespace pegel::dataset {
namespace {

// Weights on the scale of RoleSpec::weight, where an ordinary column counts 1. Set so that the headers and files of the
// tests come out right with room to spare; nothing finer is meant by them.
constexpr double kSignature = 4;
constexpr double kTellingValues = 3;
constexpr double kFileName = 1.5;
constexpr double kRepeatingEntity = 2.5;
constexpr double kAgainst = 3;
constexpr double kTellingHeader = 3;
constexpr double kUsualHeader = 0.6;
constexpr double kIncomplete = 0.2;  // worth asking about, not more
constexpr double kSpecific = 0.8;    // least evidence that files of other Kinds would not give

const RoleSpec* spec_of(const KindTable& table, Role role) {
  for (const RoleSpec& spec : table.roles) {
    if (spec.role == role) return &spec;
  }
  return nullptr;
}

bool has_any(const std::vector<Fit>& fits, RoleSet roles) {
  return std::any_of(fits.begin(), fits.end(),
                     [&](const Fit& fit) { return std::find(roles.begin(), roles.end(), fit.role) != roles.end(); });
}

std::vector<Role> first_of_missing(std::span<const RoleSet> sets, const std::vector<Fit>& fits) {
  std::vector<Role> missing;
  for (const RoleSet set : sets) {
    if (!has_any(fits, set)) missing.push_back(set.front());
  }
  return missing;
}

std::vector<Role> missing_roles(const KindTable& table, const std::vector<Fit>& fits) {
  std::vector<Role> missing = first_of_missing(table.one_of, fits);
  for (const RoleSpec& role : table.roles) {
    if (role.required && !has_any(fits, {&role.role, 1})) missing.push_back(role.role);
  }
  return missing;
}

bool has_line_items(const Table& file) {
  constexpr Words kOfLines =
      "Quantity|Qty|Order Quantity|Unit Price|SKU|Line|Menge|Einzelpreis|Aantal|Eenheidsprijs|Քանակ";
  for (const std::string_view header : kOfLines) {
    if (holds(file.headers, header)) return true;
  }
  return false;
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
    if (file_.named == candidate_.table->kind) speaks_for(kFileName, {});
    values();
    entities();
    const bool complete = candidate_.missing.empty() || !candidate_.system.empty();
    const double score = specific_ >= kSpecific ? std::max(0.0, total_) : 0;
    candidate_.score = complete ? score : candidate_.missing.size() == 1 ? kIncomplete * score : 0;
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
    const Fit* from = candidate_.fit(Role::from_currency);
    if (from != nullptr && candidate_.fit(Role::to_currency) != nullptr && !evidence(*from).values.empty())
      speaks_for(kTellingValues, "'" + name(*from) + "' holds currencies");
    const bool own = table.kind == Kind::deals || table.kind == Kind::responses || table.kind == Kind::targets;
    for (std::size_t f = 0; !own && f < candidate_.fits.size(); ++f) {
      if (type_of(candidate_.fits[f].role) == RoleType::canonical && telling_words(candidate_.fits[f])) return;
    }
  }

  // Most cells hold known words, some of them words of this Kind alone.
  bool telling_words(const Fit& fit) {
    const Evidence& words = evidence(fit);
    const KnownValues known = known_values(*candidate_.table, fit.role, words);
    if (!known.deciding || known.rows * 2 < words.filled()) return false;
    speaks_for(kTellingValues, "'" + name(fit) + "' holds words for " + std::string(name_of(fit.role)));
    return true;
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
    const Fit* id = candidate_.fit(candidate_.table->identity);
    if (id != nullptr && evidence(*id).repeats()) {
      const bool lines = candidate_.table->kind == Kind::orders && !has_line_items(file_);
      if (candidate_.table->once || lines) total_ -= kAgainst;
    }
    if (candidate_.table->kind == Kind::stage_history) histories();
    if (candidate_.table->kind == Kind::deals && id != nullptr) steps_of_deals(*id);
  }

  // Deals without amounts, each in several rows and stages: what it went through.
  void steps_of_deals(const Fit& id) {
    const Fit* stage = candidate_.fit(Role::stage);
    if (!evidence(id).repeats() || stage == nullptr || candidate_.fit(Role::amount) != nullptr) return;
    if (evidence(*stage).column->distinct < 2) return;
    total_ -= kAgainst;
    specific_ -= kAgainst;
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

// Types of tickets that mean nothing known give way to the kind that the header of their number says.
void drop_idle_kind(const Table& file, Candidate& candidate) {
  const Fit* kind = candidate.fit(Role::ticket_kind);
  if (kind == nullptr || kind->chosen || kind_of_all_tickets(candidate, file).empty()) return;
  if (known_values(*candidate.table, Role::ticket_kind, file.columns[kind->column]).rows > 0) return;
  std::erase_if(candidate.fits, [](const Fit& fit) { return fit.role == Role::ticket_kind; });
}

// What an open deal is expected to bring stands beside what a won one brought; alone it is the amount.
void settle_expected_amount(Candidate& candidate) {
  if (candidate.fit(Role::amount) != nullptr) return;
  for (Fit& fit : candidate.fits) {
    if (fit.role == Role::expected_amount && !fit.chosen) fit.role = Role::amount;
  }
}

Kind kind_named_by(std::string_view word) {
  for (const KindTable* table : kinds()) {
    if (names_one(table->file_words, word)) return table->kind;
  }
  return Kind::none;
}

Kind kind_in(std::string_view path) {
  const Header name(path.substr(path.find_last_of("/\\") + 1), false);
  Kind named = Kind::none;
  for (auto word = name.words.rbegin(); word != name.words.rend() && named == Kind::none; ++word)
    named = kind_named_by(*word);
  return named;
}

}  // namespace

Table::Table(const Profile& file, const std::vector<std::vector<RawCount>>& raw_counts)
    : profile(&file), named(kind_in(file.file)) {
  for (std::size_t c = 0; c < file.columns.size(); ++c) {
    headers.emplace_back(file.columns[c].name, file.dialect.header_rows > 1);
    labels.emplace_back(file.columns[c].label, false);
    columns.emplace_back(file.columns[c], c < raw_counts.size() ? &raw_counts[c] : nullptr, file.sampled_rows);
  }
}

const Header* Table::question_of(std::size_t column) const {
  constexpr std::size_t kFewestWords = 4;
  return labels[column].words.size() < kFewestWords ? nullptr : &labels[column];
}

const Header& Table::asked(std::size_t column) const {
  const Header* question = question_of(column);
  return question == nullptr ? headers[column] : *question;
}

const Fit* Candidate::fit(Role role) const {
  const auto it = std::find_if(fits.begin(), fits.end(), [&](const Fit& fit) { return fit.role == role; });
  return it == fits.end() ? nullptr : &*it;
}

Candidate consider(const KindTable& table, const Table& file, const SourceChoice& choice) {
  Candidate candidate;
  candidate.table = &table;
  candidate.fits = fit_roles(table, file, choice);
  if (table.kind == Kind::deals) {
    drop_idle_status(file, candidate);
    settle_expected_amount(candidate);
  }
  if (table.kind == Kind::tickets) drop_idle_kind(file, candidate);
  candidate.missing = missing_roles(table, candidate.fits);
  candidate.wanted = first_of_missing(table.wanted, candidate.fits);
  Judge(file, candidate).judge();
  return candidate;
}

std::string_view kind_of_all_tickets(const Candidate& candidate, const Table& file) {
  const Fit* id = candidate.fit(Role::ticket_id);
  if (id == nullptr) return {};
  for (const ValueSpec& value : candidate.table->values) {
    const bool says = value.canonical == "complaint" || value.canonical == "claim";
    for (const std::string_view word : says ? value.words : Words()) {
      if (file.headers[id->column].compact.starts_with(compact(word))) return value.canonical;
    }
  }
  return {};
}

OtherCandidate consider_others(const Table& file) {
  OtherCandidate best;
  for (const OtherKind& kind : other_kinds()) {
    OtherCandidate candidate{kind.name, 0, {}};
    for (const std::string_view header : kind.telling) {
      if (!holds(file.headers, header)) continue;
      candidate.score += kTellingHeader;
      candidate.headers.emplace_back(header);
    }
    if (candidate.headers.empty()) continue;
    for (const std::string_view header : kind.usual) candidate.score += holds(file.headers, header) ? kUsualHeader : 0;
    if (candidate.score > best.score) best = std::move(candidate);
  }
  return best;
}

}  // namespace pegel::dataset
