#include "dataset/questions.h"

#include <algorithm>

namespace pegel::dataset {
namespace {

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

}  // namespace

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

namespace {

bool is_spread(const WideProfile& wide, std::size_t column) {
  return std::any_of(wide.columns.begin(), wide.columns.end(),
                     [&](const Spread& spread) { return spread.column == static_cast<int>(column); });
}

// A KPI's column holds names of KPIs; for other roles the type is all that can be asked.
bool could_be(const KindTable& table, Role role, const Evidence& evidence) {
  const ColumnProfile& column = *evidence.column;
  if (column.type == ColumnType::empty || column.type == ColumnType::boolean || column.role != Role::none) return false;
  if (role == Role::kpi_id) return known_values(table, role, evidence).rows > 0;
  return fit(type_of(role), evidence) >= kLikely;
}

Query missing(const KindTable& table, Role role, const Table& file, const Profile& profile) {
  Query query{"map.missing", -1, {std::string(name_of(role))}, {{"", {}}}};
  for (std::size_t c = 0; c < file.columns.size(); ++c) {
    if (is_spread(profile.wide, c) || !could_be(table, role, file.columns[c])) continue;
    query.options.push_back({profile.columns[c].name, profile.columns[c].samples});
  }
  return query;
}

// "Amount (2)" is what a second column with the header "Amount" is called.
std::string without_number(const std::string& name) {
  const std::size_t open = name.rfind(" (");
  const bool numbered = open != std::string::npos && name.ends_with(')') &&
                        name.find_first_not_of("0123456789", open + 2) == name.size() - 1;
  return compact(numbered ? std::string_view(name).substr(0, open) : std::string_view(name));
}

// Text and categories of one name stand beside each other in many exports and hardly matter.
bool matters(RoleType type) {
  return type != RoleType::id && type != RoleType::text && type != RoleType::category && type != RoleType::boolean;
}

bool same_values(const ColumnProfile& a, const ColumnProfile& b) {
  return a.samples == b.samples && a.distinct == b.distinct && a.empty == b.empty;
}

bool has(const std::vector<Role>& roles, Role role) {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

}  // namespace

void ask_twins(const Candidate& candidate, const Table& file, Profile& profile) {
  for (const Fit& found : candidate.fits) {
    const ColumnProfile& column = profile.columns[found.column];
    if (found.chosen || !matters(type_of(found.role))) continue;
    const std::string name = without_number(column.name);
    Query query{"map.missing", -1, {std::string(name_of(found.role))}, {{column.name, column.samples}}};
    for (std::size_t c = 0; c < profile.columns.size(); ++c) {
      const ColumnProfile& other = profile.columns[c];
      const bool twin = c != found.column && other.role == Role::none && without_number(other.name) == name;
      if (!twin || same_values(column, other) || fit(type_of(found.role), file.columns[c]) < kLikely) continue;
      query.options.push_back({other.name, other.samples});
    }
    if (query.options.size() > 1) profile.queries.push_back(std::move(query));
  }
}

void ask_missing(const Candidate& candidate, const Table& file, const std::vector<Role>& given, Profile& profile) {
  for (const Role role : candidate.missing) {
    if (!has(given, role)) profile.queries.push_back(missing(*candidate.table, role, file, profile));
  }
  for (const Role role : candidate.wanted) {
    if (has(given, role) || has(candidate.missing, role)) continue;
    Query query = missing(*candidate.table, role, file, profile);
    if (query.options.size() > 1) profile.queries.push_back(std::move(query));
  }
}

}  // namespace pegel::dataset
