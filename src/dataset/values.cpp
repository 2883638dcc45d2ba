#include "dataset/values.h"

#include <algorithm>

#include "dataset/scale.h"

namespace pegel::dataset {
namespace {

constexpr double kWholeWord = 0.95;
constexpr double kWordInPhrase = 0.85;
constexpr double kOfAStage = 0.7;

const std::map<std::string, std::string>* chosen_values(const SourceChoice& choice, Role role) {
  const auto it = choice.values.find(std::string(name_of(role)));
  return it == choice.values.end() ? nullptr : &it->second;
}

bool is_chosen(const SourceChoice& choice, Role role, const std::string& raw) {
  const auto* words = chosen_values(choice, role);
  return words != nullptr && words->count(raw) != 0;
}

// Its raw values are read as words that have a meaning.
bool is_worded(Role role) { return role == Role::kpi_id || type_of(role) == RoleType::canonical; }

bool is_canonical(Role role, std::string_view word) {
  return role == Role::kpi_id ? !word.empty() : canonical_code(role, word) != 0;
}

ValueMapping meaning_of(const KindTable& table, Role role, const std::string& raw, bool stage_of_known_outcomes) {
  ValueMapping value{role, raw, {}, 0, {}};
  const Meaning meaning = find_meaning(table, role, raw);
  if (is_canonical(role, meaning.canonical)) {
    value.canonical = meaning.canonical;
    value.guess = meaning.word.empty() ? Guess{kWholeWord, "a known word", {}}
                                       : Guess{kWordInPhrase, "holds '" + std::string(meaning.word) + "'", {}};
  } else if (meaning.canonical.empty() && stage_of_known_outcomes) {
    value.canonical = canonical_name(role, static_cast<uint8_t>(Status::open));
    value.guess = {kOfAStage, "a stage among others that say won or lost", {}};
  } else if (!meaning.canonical.empty()) {
    value.guess = {0, "says that it is over, not how", {}};
  }
  return value;
}

void list_values(const Candidate& candidate, const Table& file, Role role, Role from, Profile& profile) {
  const Fit* fit = candidate.fit(from);
  if (fit == nullptr) return;
  const Evidence& evidence = file.columns[fit->column];
  const bool decided = from == Role::stage && known_values(*candidate.table, role, evidence).deciding;
  for (const RawCount& raw : evidence.values) {
    ValueMapping value = meaning_of(*candidate.table, role, raw.raw, decided);
    value.rows = evidence.whole ? raw.rows : 0;
    profile.values.push_back(std::move(value));
  }
}

void set_question(const Candidate& candidate, const Table& file, const SourceChoice& choice, Profile& profile) {
  const Fit* score = candidate.fit(Role::score);
  if (score == nullptr || candidate.fit(Role::question) != nullptr) return;
  const Header& header = file.asked(score->column);
  const Evidence scores = file.columns[score->column].as_scores();
  const auto named = choice.scale ? answers_named(*choice.scale) : std::nullopt;
  const Answers answers = named ? *named : answers_of(header, scores);
  const bool scaled = candidate.fit(Role::scale_max) != nullptr;
  auto query = ask_scale(header, scores, answers);
  if (query && !scaled && !named && !is_chosen(choice, Role::question, {})) {
    query->column = static_cast<int>(score->column);
    profile.queries.push_back(std::move(*query));
  }
  const Question question = scaled && answers.question == Question::unsure ? Question::nps : answers.question;
  if (!scaled) profile.scale = answers.scale;
  const auto code = static_cast<uint8_t>(question);
  profile.values.push_back(
      {Role::question, {}, std::string(canonical_name(Role::question, code)), profile.sampled_rows, {}});
}

// The KPI of targets that no column names: what the headers and the file's name say, else revenue.
void set_kpi(const Candidate& candidate, const Table& file, const SourceChoice& choice, Profile& profile) {
  if (candidate.fit(Role::kpi_id) != nullptr) return;
  std::string_view kpi;
  const auto look = [&](const Header& header) {
    for (const std::string& word : header.words) {
      if (kpi.empty()) kpi = canonical_of(*candidate.table, Role::kpi_id, word);
    }
  };
  for (const Role role : {Role::target, Role::actual}) {
    if (const Fit* fit = candidate.fit(role)) look(file.headers[fit->column]);
  }
  look(Header(profile.file, false));
  for (const Spread& spread : profile.wide.columns) look(file.headers[static_cast<std::size_t>(spread.column)]);
  profile.values.push_back({Role::kpi_id, {}, std::string(kpi.empty() ? "revenue" : kpi), profile.sampled_rows, {}});
  if (!kpi.empty() || is_chosen(choice, Role::kpi_id, {})) return;
  profile.queries.push_back({"target.kpi", -1, {}, {{"revenue", {}}, {"deal_count", {}}, {"", {}}}});
}

void set_ticket_kind(const Candidate& candidate, const Table& file, Profile& profile) {
  if (candidate.table->kind != Kind::tickets || candidate.fit(Role::ticket_kind) != nullptr) return;
  const std::string_view kind = kind_of_all_tickets(candidate, file);
  if (!kind.empty()) profile.values.push_back({Role::ticket_kind, {}, std::string(kind), profile.sampled_rows, {}});
}

}  // namespace

void choose_value(Profile& profile, Role role, const std::string& raw, const std::string& canonical) {
  const auto it = std::find_if(profile.values.begin(), profile.values.end(),
                               [&](const ValueMapping& value) { return value.role == role && value.raw == raw; });
  ValueMapping& value =
      it != profile.values.end() ? *it : profile.values.emplace_back(ValueMapping{role, raw, {}, 0, {}});
  value.canonical = canonical;
  value.guess = {1, "chosen", {}};
}

void set_values(const Candidate& candidate, const Table& file, const SourceChoice& choice, Profile& profile) {
  const bool flagged = candidate.fit(Role::is_won) != nullptr || candidate.fit(Role::is_lost) != nullptr;
  if (candidate.fit(Role::status) != nullptr) {
    list_values(candidate, file, Role::status, Role::status, profile);
  } else if (candidate.table->kind == Kind::deals && !flagged) {
    list_values(candidate, file, Role::status, Role::stage, profile);
  }
  for (const RoleSpec& spec : candidate.table->roles) {
    if (is_worded(spec.role) && spec.role != Role::status) list_values(candidate, file, spec.role, spec.role, profile);
  }
  if (candidate.table->kind == Kind::responses) set_question(candidate, file, choice, profile);
  if (candidate.table->kind == Kind::targets) set_kpi(candidate, file, choice, profile);
  set_ticket_kind(candidate, file, profile);
  for (const RoleSpec& spec : candidate.table->roles) {
    const Role role = spec.role;
    if (!is_worded(role)) continue;
    if (const auto* words = chosen_values(choice, role)) {
      for (const auto& [raw, canonical] : *words) choose_value(profile, role, raw, canonical);
    }
  }
}

}  // namespace pegel::dataset
