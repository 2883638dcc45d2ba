#include <algorithm>

#include "dataset/assumptions.h"
#include "dataset/frame_read.h"
#include "dataset/kind.h"
#include "dataset/mapping.h"
#include "dataset/question_scales.h"
#include "dataset/scale.h"
#include "dataset/values.h"
#include "dataset/wide.h"
#include "pegel/problem.h"
#include "table/currency.h"

namespace pegel::dataset {
namespace {

ColumnProfile* column_named(Profile& profile, const std::string& name) {
  const auto it =
      std::find_if(profile.columns.begin(), profile.columns.end(), [&](const auto& c) { return c.name == name; });
  return it == profile.columns.end() ? nullptr : &*it;
}

const RoleSpec* spec_of(Kind kind, Role role) {
  const KindTable* table = table_of(kind);
  if (table == nullptr) return nullptr;
  for (const RoleSpec& spec : table->roles) {
    if (spec.role == role) return &spec;
  }
  return nullptr;
}

template <class Value>
Result<void> check_columns(Profile& profile, const std::map<std::string, Value>& by_column) {
  for (const auto& entry : by_column) {
    if (column_named(profile, entry.first) != nullptr) continue;
    return fail("plan.column", "\"" + profile.file + "\" has no column \"" + entry.first + "\".",
                {profile.file, 0, 0, {}}, {{"column", entry.first}});
  }
  return {};
}

Result<void> check_roles(const Profile& profile, Kind kind, const SourceChoice& choice) {
  for (const auto& [column, name] : choice.roles) {
    if (name.empty()) continue;
    const auto role = role_named(name);
    if (role && spec_of(kind, *role) != nullptr) continue;
    return fail("plan.role",
                "\"" + name + "\", chosen for column \"" + column + "\" of \"" + profile.file +
                    "\", is not a role of " + std::string(name_of(kind)) + ".",
                {profile.file, 0, 0, {}}, {{"role", name}, {"column", column}, {"kind", std::string(name_of(kind))}});
  }
  return {};
}

bool is_value(Role role, const std::string& canonical) {
  return canonical.empty() || role == Role::kpi_id || canonical_code(role, canonical) != 0;
}

Result<void> check_values(const Profile& profile, const SourceChoice& choice) {
  for (const auto& [name, words] : choice.values) {
    const auto role = role_named(name);
    const Place place{profile.file, 0, 0, {}};
    if (!role) return fail("plan.role_unknown", "There is no role \"" + name + "\".", place, {{"role", name}});
    for (const auto& word : words) {
      if (is_value(*role, word.second)) continue;
      return fail("plan.value", "\"" + word.second + "\" is not a value of " + name + ".", place,
                  {{"value", word.second}, {"role", name}});
    }
  }
  return {};
}

Result<void> check_scale(const std::string& scale, const Place& place) {
  if (answers_named(scale)) return {};
  return fail("plan.scale", "\"" + scale + "\" is no scale: say nps, csat:1-5, csat:1-10, ces:1-7 or other.", place,
              {{"scale", scale}});
}

Result<void> check_scales(const Profile& profile, const SourceChoice& choice) {
  const Place place{profile.file, 0, 0, {}};
  for (const auto& [question, scale] : choice.scales) {
    if (canonical_code(Role::question, question) == 0) {
      return fail("plan.value", "\"" + question + "\" is not a value of question.", place,
                  {{"value", question}, {"role", std::string(name_of(Role::question))}});
    }
    if (auto checked = check_scale(scale, place); !checked) return checked;
  }
  return choice.scale ? check_scale(*choice.scale, place) : Result<void>();
}

Result<void> check_wide(const Profile& profile, const SourceChoice& choice) {
  const Place place{profile.file, 0, 0, {}};
  if (!choice.wide || choice.wide->empty()) return {};
  const bool stages = profile.wide.over == "stage";
  const bool questions = profile.wide.over == "question";
  const bool rates = profile.wide.over == "currency";
  const bool known = stages      ? *choice.wide == "entered"
                     : rates     ? *choice.wide == "rate"
                     : questions ? *choice.wide == "score"
                                 : *choice.wide == "target" || *choice.wide == "actual";
  if (known && !profile.wide.columns.empty()) return {};
  return fail("plan.wide",
              "\"" + *choice.wide + "\" is not what the columns of \"" + profile.file + "\" can hold" +
                  (profile.wide.columns.empty() ? ": they spread no periods or stages."
                   : stages                     ? ": days of stages are \"entered\"."
                   : questions                  ? ": answers to questions are \"score\"."
                   : rates                      ? ": what currencies are worth is \"rate\"."
                                                : ": periods hold \"target\" or \"actual\"."),
              place, {{"wide", *choice.wide}});
}

// What is chosen is not what `profile` was mapped with.
bool spreads_otherwise(const Profile& profile, const SourceChoice& choice) {
  return choice.wide && std::any_of(profile.wide.columns.begin(), profile.wide.columns.end(),
                                    [&](const Spread& spread) { return pegel::name_of(spread.role) != *choice.wide; });
}

void choose_role(Profile& profile, const std::string& column, Role role) {
  for (ColumnProfile& other : profile.columns) {
    if (other.role == role) other.role = Role::none;
  }
  ColumnProfile& chosen = *column_named(profile, column);
  chosen.role = role;
  chosen.role_guess = {1, "chosen", {}};
}

// The Profile as the user corrected it.
Profile corrected(const Profile& profile, const SourceChoice& choice) {
  Profile out = profile;
  apply_formats(out, choice);
  if ((choice.kind && *choice.kind != profile.kind) || spreads_otherwise(profile, choice)) {
    map(out, {}, choice);
    choose_question_scales(out, choice);
    return out;
  }
  for (const auto& [column, name] : choice.roles) {
    if (name.empty()) column_named(out, column)->role = Role::none;
  }
  for (const auto& [column, name] : choice.roles) {
    if (!name.empty()) choose_role(out, column, *role_named(name));
  }
  if (const auto answers = choice.scale ? answers_named(*choice.scale) : std::nullopt) {
    out.scale = answers->scale;
    choose_value(out, Role::question, {},
                 std::string(canonical_name(Role::question, static_cast<uint8_t>(answers->question))));
  }
  choose_question_scales(out, choice);
  for (const auto& [name, words] : choice.values) {
    for (const auto& [raw, canonical] : words) choose_value(out, *role_named(name), raw, canonical);
  }
  return out;
}

bool is_number(RoleType type) { return type == RoleType::number || type == RoleType::money || type == RoleType::share; }

}  // namespace

ColumnType read_as(ColumnType type, Role role) {
  const bool words = type == ColumnType::text || type == ColumnType::category;
  if (role == Role::entity_id) return ColumnType::category;  // an entity of a log stands in many rows
  const RoleType wanted = role == Role::none ? RoleType::category : type_of(role);
  if (is_number(wanted)) return words && role == Role::score ? type : ColumnType::number;
  switch (wanted) {
    case RoleType::date:
      return type == ColumnType::instant ? type : ColumnType::date;
    case RoleType::boolean:
      return type == ColumnType::boolean || type == ColumnType::number ? type : ColumnType::category;
    case RoleType::duration:
      return type == ColumnType::number ? type : ColumnType::category;
    case RoleType::id:
      return ColumnType::id;
    case RoleType::text:
      return ColumnType::text;
    default:
      return ColumnType::category;
  }
}

namespace {

// Few enough values to compare, more than one, and not almost one a row.
bool groups(const ColumnProfile& column, int64_t rows) {
  const int64_t filled = rows - column.empty;
  return column.distinct > 1 && column.distinct < kDistinctCap && (filled <= 50 || column.distinct * 2 <= filled);
}

bool is_dimension(const ColumnProfile& column, int64_t rows) {
  return column.role == Role::none && column.type == ColumnType::category && groups(column, rows);
}

std::string currency_of_source(const Profile& profile, const SourceChoice& choice) {
  if (choice.currency) return *choice.currency;
  for (const ColumnProfile& column : profile.columns) {
    if (column.role != Role::amount && column.role != Role::target) continue;
    return column.number.currency.empty() ? table::currency_in(column.name) : column.number.currency;
  }
  return {};
}

// Where a column names the currency of a row, the amount's own sign is kept beside it: they may disagree.
void keep_signs(Source& source) {
  if (column_with(source, Role::currency) == nullptr) return;
  for (SourceColumn& column : source.columns) {
    if (column.role != Role::amount || column.number.currency.empty()) continue;
    column.number.currency.clear();
    column.number.several_currencies = true;
  }
}

Source source_of(const Profile& profile) {
  Source source;
  source.file = profile.file;
  source.bytes = profile.bytes;
  source.dialect = profile.dialect;
  source.width = static_cast<int>(profile.columns.size());
  source.usual_width = profile.usual_width < source.width ? profile.usual_width : 0;
  source.full_rows = profile.full_rows;
  source.kind = profile.kind;
  if (profile.kind == Kind::none) return source;
  source.values = profile.values;
  source.scale = profile.scale;
  source.scales = profile.scales;
  for (std::size_t c = 0; c < profile.columns.size(); ++c) {
    const ColumnProfile& column = profile.columns[c];
    if (column.role == Role::none && !is_dimension(column, profile.sampled_rows)) continue;
    source.columns.push_back(
        {static_cast<int>(c), column.name, read_as(column.type, column.role), column.number, column.date, column.role});
  }
  keep_signs(source);
  return source;
}

}  // namespace

Result<Source> source_of(const Profile& profile, const SourceChoice& choice, int usual_year) {
  Profile checked = profile;
  const Kind kind = choice.kind.value_or(profile.kind);
  for (const Result<void>& result :
       {check_columns(checked, choice.roles), check_columns(checked, choice.number),
        check_columns(checked, choice.date), check_roles(profile, kind, choice), check_values(profile, choice),
        check_scales(profile, choice), check_wide(profile, choice)}) {
    if (!result) return tl::unexpected<Error>(result.error());
  }
  const Profile used = corrected(profile, choice);
  Source source = source_of(used);
  source.currency = currency_of_source(used, choice);
  source.assumed = assumptions_of(used, choice);
  spread(used, choice.year ? *choice.year : used.wide.year != 0 ? used.wide.year : usual_year, source);
  if (choice.year) source.wide.year = 0;
  return source;
}

bool amounts_name_currencies(const Source& source) {
  bool several = false;
  for (const SourceColumn& column : source.columns) {
    if (column.role == Role::currency) return false;
    several = several || (column.role == Role::amount && column.number.several_currencies);
  }
  return several;
}

std::vector<Dimension> dimensions_of(const Source& source, const Profile& profile) {
  std::vector<Dimension> dimensions;
  const KindTable* table = table_of(source.kind);
  if (table == nullptr) return dimensions;
  const auto add = [&](const SourceColumn& column, std::string id) {
    if (column.index >= source.width) return;
    const ColumnProfile& seen = profile.columns[static_cast<std::size_t>(column.index)];
    if (groups(seen, profile.sampled_rows)) dimensions.push_back({std::move(id), column.name, source.kind});
  };
  for (const RoleSpec& role : table->roles) {
    for (const SourceColumn& column : source.columns) {
      if (role.dimension && column.role == role.role) add(column, std::string(name_of(role.role)));
    }
  }
  if (amounts_name_currencies(source)) {
    const std::string currency(pegel::name_of(Role::currency));
    dimensions.push_back({currency, currency, source.kind});
  }
  for (const SourceColumn& column : source.columns) {
    if (column.role == Role::none) add(column, "column:" + column.name);
  }
  return dimensions;
}

}  // namespace pegel::dataset
