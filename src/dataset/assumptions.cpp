#include "dataset/assumptions.h"

#include <algorithm>

namespace pegel::dataset {

namespace {

bool has_role(const SourceChoice& choice, const std::string& role) {
  return std::any_of(choice.roles.begin(), choice.roles.end(), [&](const auto& entry) { return entry.second == role; });
}

bool has_value(const SourceChoice& choice, Role role, const std::string& raw) {
  const auto words = choice.values.find(std::string(name_of(role)));
  return words != choice.values.end() && words->second.count(raw) > 0;
}

// The part of a choice that answers the codes beginning so. `subject` is the Assumption's.
struct Answer {
  std::string_view code;
  bool (*in)(const SourceChoice& choice, const std::string& subject);
};
constexpr Answer kAnswers[] = {
    {"csv.", [](const SourceChoice& choice, const std::string&) { return choice.dialect.has_value(); }},
    {"enc.", [](const SourceChoice& choice, const std::string&) { return choice.dialect.has_value(); }},
    {"date.", [](const SourceChoice& choice, const std::string& column) { return choice.date.count(column) > 0; }},
    {"num.", [](const SourceChoice& choice, const std::string& column) { return choice.number.count(column) > 0; }},
    {"kind.", [](const SourceChoice& choice, const std::string&) { return choice.kind.has_value(); }},
    {"map.missing", has_role},
    {"nps.scale", [](const SourceChoice& choice,
                     const std::string&) { return choice.scale.has_value() || has_value(choice, Role::question, {}); }},
    {"question.scale",
     [](const SourceChoice& choice, const std::string& question) { return choice.scales.count(question) > 0; }},
    {"wide.", [](const SourceChoice& choice, const std::string&) { return choice.wide.has_value(); }},
    {"target.kpi", [](const SourceChoice& choice, const std::string&) { return has_value(choice, Role::kpi_id, {}); }},
};

bool is_answered(const Assumption& assumption, const SourceChoice& choice) {
  return std::any_of(std::begin(kAnswers), std::end(kAnswers), [&](const Answer& answer) {
    return assumption.code.starts_with(answer.code) && answer.in(choice, assumption.subject);
  });
}

Assumption assumption_of(const Query& query, const Profile& profile) {
  Assumption assumption{query.code, {}, query.options.empty() ? std::string() : query.options.front().choice};
  if (query.code == "question.scale" && !query.values.empty()) {
    assumption.subject = query.values.front();
  } else if (query.column >= 0 && static_cast<std::size_t>(query.column) < profile.columns.size()) {
    assumption.subject = profile.columns[static_cast<std::size_t>(query.column)].name;
  } else if (query.code == "map.missing" && !query.values.empty()) {
    assumption.subject = query.values.front();
  }
  return assumption;
}

}  // namespace

std::vector<Assumption> assumptions_of(const Profile& profile, const SourceChoice& choice) {
  std::vector<Assumption> open;
  for (const Query& query : profile.queries) {
    Assumption assumption = assumption_of(query, profile);
    if (!is_answered(assumption, choice)) open.push_back(std::move(assumption));
  }
  return open;
}

}  // namespace pegel::dataset
