// A Plan edited by hand, or kept from other files, is refused with the path of the member that is wrong.

#include <algorithm>
#include <set>

#include "dataset/aliases.h"
#include "dataset/dimensions.h"
#include "dataset/kind.h"
#include "dataset/links.h"
#include "dataset/mapping.h"
#include "kpis/plan_kpis.h"
#include "kpis/scorecard.h"
#include "pegel/engine.h"
#include "pegel/limits.h"
#include "pegel/problem.h"

namespace pegel {

namespace {

std::string at(const std::string& path, std::size_t index) { return path + "[" + std::to_string(index) + "]"; }

Problem of_word(const char* code, std::string_view word) { return {code, {{"word", std::string(word)}}}; }
Problem range(int64_t least, int64_t most) {
  return {"range", {{"least", std::to_string(least)}, {"most", std::to_string(most)}}};
}
Problem at_most(const char* code, int64_t most) { return {code, {{"most", std::to_string(most)}}}; }
Problem no_column(int index, int width) {
  return {"no_column", {{"word", std::to_string(index)}, {"width", std::to_string(width)}}};
}

/// Keeps the first problem.
class Findings {
 public:
  void require(bool holds, const std::string& path, const Problem& problem) {
    if (!holds && result_) result_ = tl::unexpected<Error>(member_error("plan.member", path, problem));
  }
  void require_known(std::string_view word, const std::vector<std::string>& names, const std::string& path) {
    if (std::find(names.begin(), names.end(), word) == names.end()) require(false, path, unknown_word(word, names));
  }
  Result<void> take() { return std::move(result_); }

 private:
  Result<void> result_;
};

// What a raw value of `role` may mean; empty for roles whose values are taken as they stand.
std::vector<std::string> meanings(const kpis::PlanKpis& kpis, Kind kind, Role role) {
  std::vector<std::string> names;
  if (role == Role::kpi_id) names = kpis.ids();
  const dataset::KindTable* table = dataset::table_of(kind);
  for (std::size_t v = 0; table != nullptr && role == Role::kpi_id && v < table->values.size(); ++v) {
    if (table->values[v].role == role) names.emplace_back(table->values[v].canonical);
  }
  for (uint8_t code = 1; !dataset::canonical_name(role, code).empty(); ++code) {
    names.emplace_back(dataset::canonical_name(role, code));
  }
  return names;
}

std::vector<std::string> roles_of(Kind kind) {
  std::vector<std::string> names{""};
  if (const dataset::KindTable* table = dataset::table_of(kind)) {
    for (const dataset::RoleSpec& spec : table->roles) names.emplace_back(name_of(spec.role));
  }
  return names;
}

void check_dialect(const Dialect& dialect, const std::string& path, Findings& findings) {
  const std::string& delimiter = dialect.delimiter;
  const bool odd = delimiter.find_first_of("\r\n") != std::string::npos ||
                   (dialect.quote != '\0' && delimiter.find(dialect.quote) != std::string::npos);
  findings.require(!delimiter.empty() && delimiter.size() <= 4 && !odd, path + ".delimiter",
                   of_word("delimiter", delimiter));
  const auto skips = [&](int rows, const char* member) {
    findings.require(rows >= 0 && rows <= kMostRowsSkipped, path + member, range(0, kMostRowsSkipped));
  };
  skips(dialect.skip_rows, ".skip_rows");
  skips(dialect.header_rows, ".header_rows");
  skips(dialect.skip_after_header, ".skip_after_header");
  findings.require(dialect.last_line >= 0, path + ".last_line", {"line_of_file", {}});
}

void check_formats(const SourceColumn& column, const std::string& path, Findings& findings) {
  const auto is_one_of = [](char sign, std::string_view signs) {
    return sign == '\0' || signs.find(sign) != std::string_view::npos;
  };
  findings.require(is_one_of(column.number.decimal, ",."), path + ".number.decimal",
                   {"signs", {{"known", R"(",", ".")"}}});
  findings.require(is_one_of(column.number.group, ",. '"), path + ".number.group",
                   {"signs", {{"known", R"(",", ".", " ", "'")"}}});
  findings.require(column.number.decimal == '\0' || column.number.decimal != column.number.group,
                   path + ".number.group", {"decimal_too", {}});
  findings.require(column.number.power >= 0 && column.number.power <= 9 && column.number.power % 3 == 0,
                   path + ".number.power", {"one_of", {{"known", "0, 3, 6, 9"}}});
  findings.require(is_one_of(column.date.separator, "-./ "), path + ".date.separator",
                   {"signs", {{"known", R"("-", ".", "/", " ")"}}});
}

/// Fields of a row: of a wide table's long one, those behind the record's own too.
int row_width(const Source& source) {
  int width = source.width;
  for (const WideColumn& column : source.wide.columns) {
    width = std::max({width, column.to + 1, source.wide.first_key + static_cast<int>(column.cells.size())});
  }
  return width;
}

void check_wide(const Source& source, const std::string& path, Findings& findings) {
  const auto behind = [&](int index) { return index >= source.width && index < source.width + kMostLongFields; };
  const Problem where{"behind", {{"width", std::to_string(source.width)}, {"most", std::to_string(kMostLongFields)}}};
  const auto& columns = source.wide.columns;
  if (!columns.empty()) findings.require(behind(source.wide.first_key), path + ".first_key", where);
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const std::string column = at(path + ".columns", c);
    findings.require(columns[c].index >= 0 && columns[c].index < source.width, column + ".index",
                     no_column(columns[c].index, source.width));
    findings.require(behind(columns[c].to), column + ".to", where);
    findings.require(
        columns[c].cells.size() == columns.front().cells.size() && columns[c].cells.size() < kMostLongFields,
        column + ".cells", {"cells", {}});
  }
}

void check_column(const Source& source, const SourceColumn& column, const std::string& path, Findings& findings) {
  const int width = row_width(source);
  findings.require(column.index >= 0 && column.index < width, path + ".index", no_column(column.index, width));
  findings.require(!column.name.empty(), path + ".name", {"empty", {}});
  findings.require_known(name_of(column.role), roles_of(source.kind), path + ".role");
  const ColumnType read = dataset::read_as(column.type, column.role);
  findings.require(read == column.type, path + ".type",
                   {"type", {{"word", std::string(name_of(column.type))}, {"known", std::string(name_of(read))}}});
  check_formats(column, path, findings);
}

void check_columns(const Source& source, const std::string& path, Findings& findings) {
  std::set<int> indices;
  std::set<Role> roles;
  for (std::size_t c = 0; c < source.columns.size(); ++c) {
    const SourceColumn& column = source.columns[c];
    check_column(source, column, at(path, c), findings);
    findings.require(indices.insert(column.index).second, at(path, c) + ".index",
                     of_word("twice", std::to_string(column.index)));
    const bool first = column.role == Role::none || roles.insert(column.role).second;
    findings.require(first, at(path, c) + ".role", of_word("twice", name_of(column.role)));
  }
}

void check_lent(const Source& source, const std::string& path, Findings& findings) {
  std::set<std::string> ids;
  for (std::size_t l = 0; l < source.lent.size(); ++l) {
    const auto problem = dataset::problem_of(source, source.lent[l]);
    if (problem) findings.require(false, at(path, l), *problem);
    const std::string id = dataset::dimension_id(source.lent[l]);
    findings.require(ids.insert(id).second, at(path, l), of_word("twice", id));
  }
}

void check_value(const kpis::PlanKpis& kpis, Kind kind, const ValueMapping& value, const std::string& path,
                 Findings& findings) {
  auto names = meanings(kpis, kind, value.role);
  findings.require(!names.empty(), path + ".role", of_word("values_free", name_of(value.role)));
  names.emplace_back();
  findings.require_known(value.canonical, names, path + ".canonical");
  findings.require(value.rows >= 0, path + ".rows", {"negative", {}});
}

void check_currency(const std::string& currency, const std::string& path, Findings& findings) {
  const bool code = currency.size() == 3 &&
                    std::all_of(currency.begin(), currency.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  findings.require(currency.empty() || code, path, {"currency", {}});
}

void check_source(const Plan& plan, const kpis::PlanKpis& kpis, std::size_t s, Findings& findings) {
  const Source& source = plan.sources[s];
  const std::string path = at("sources", s);
  findings.require(!source.file.empty(), path + ".file", {"empty", {}});
  for (std::size_t other = 0; other < s; ++other) {
    findings.require(plan.sources[other].file != source.file, path + ".file", of_word("twice", source.file));
  }
  findings.require(source.bytes >= 0, path + ".bytes", {"negative", {}});
  findings.require(source.width >= 0 && source.width <= kMostColumns, path + ".width", range(0, kMostColumns));
  findings.require(source.usual_width >= 0 && source.usual_width <= source.width, path + ".usual_width",
                   at_most("most", source.width));
  check_dialect(source.dialect, path + ".dialect", findings);
  check_wide(source, path + ".wide", findings);
  check_columns(source, path + ".columns", findings);
  check_lent(source, path + ".lent", findings);
  findings.require(source.scale.least <= source.scale.most, path + ".scale", {"order", {}});
  for (const auto& [question, scale] : source.scales) {
    const std::string at_question = path + ".scales." + question;
    findings.require_known(question, meanings(kpis, source.kind, Role::question), at_question);
    findings.require(scale.least <= scale.most, at_question, {"order", {}});
  }
  for (std::size_t v = 0; v < source.values.size(); ++v)
    check_value(kpis, source.kind, source.values[v], at(path + ".values", v), findings);
  check_currency(source.currency, path + ".currency", findings);
}

std::vector<std::string> dimension_ids(const Plan& plan) {
  std::vector<std::string> ids;
  for (const Source& source : plan.sources) {
    for (const SourceColumn& column : source.columns) ids.push_back(dataset::dimension_id(column));
    for (const LentColumn& column : source.lent) ids.push_back(dataset::dimension_id(column));
  }
  return ids;
}

void check_dimension(const Plan& plan, const std::string& id, const std::string& path, Findings& findings) {
  if (!dataset::dimensions_named({id}, plan)) findings.require_known(id, dimension_ids(plan), path);
}

void check_filters(const Plan& plan, Findings& findings) {
  for (std::size_t f = 0; f < plan.filters.size(); ++f) {
    const std::string path = at("filters", f);
    check_dimension(plan, plan.filters[f].dimension, path + ".dimension", findings);
    findings.require(!plan.filters[f].values.empty(), path + ".values", {"no_value", {}});
  }
}

void check_own_kpis(const Plan& plan, Findings& findings) {
  std::set<std::string> ids;
  findings.require(plan.own_kpis.size() <= kMostOwnKpis, "own_kpis", at_most("many", kMostOwnKpis));
  for (std::size_t k = 0; k < plan.own_kpis.size(); ++k) {
    const std::string path = at("own_kpis", k);
    const std::string& id = plan.own_kpis[k].id;
    const auto made = kpis::OwnKpi::made(plan.own_kpis[k], plan.aliases);
    if (!made) findings.require(false, path + "." + made.error().member, made.error().problem);
    findings.require(ids.insert(id).second, path + ".id", of_word("twice", id));
  }
}

// Where the names of one role lead to, a name after the other, must be an end.
void check_circles(const std::vector<Alias>& aliases, Findings& findings) {
  std::map<std::pair<Role, std::string>, std::string> means;
  for (const Alias& alias : aliases) {
    for (const std::string& from : alias.from) means[{alias.role, from}] = alias.to;
  }
  for (std::size_t a = 0; a < aliases.size(); ++a) {
    std::string name = aliases[a].to;
    for (std::size_t steps = 0; means.count({aliases[a].role, name}) != 0; ++steps) {
      name = means[{aliases[a].role, name}];
      findings.require(steps < means.size(), at("aliases", a) + ".to", of_word("alias_circle", aliases[a].to));
      if (steps >= means.size()) return;
    }
  }
}

void check_aliases(const std::vector<Alias>& aliases, Findings& findings) {
  std::set<std::pair<Role, std::string>> seen;
  for (std::size_t a = 0; a < aliases.size(); ++a) {
    const Alias& alias = aliases[a];
    const std::string path = at("aliases", a);
    findings.require(dataset::has_names(alias.role), path + ".role", of_word("alias_role", name_of(alias.role)));
    findings.require(!alias.to.empty(), path + ".to", {"empty", {}});
    findings.require(!alias.from.empty(), path + ".from", {"none", {}});
    for (std::size_t f = 0; f < alias.from.size(); ++f) {
      const std::string& from = alias.from[f];
      const std::string member = at(path + ".from", f);
      findings.require(!from.empty(), member, {"empty", {}});
      findings.require(from != alias.to, member, of_word("alias_itself", from));
      findings.require(seen.insert({alias.role, from}).second, member, of_word("twice", from));
    }
  }
  check_circles(aliases, findings);
}

void check_funnel(const FunnelChoice& funnel, Findings& findings) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < funnel.steps.size(); ++i) {
    const std::string path = at("funnel.steps", i);
    findings.require(!funnel.steps[i].empty(), path, {"empty", {}});
    findings.require(seen.insert(funnel.steps[i]).second, path, of_word("twice", funnel.steps[i]));
  }
  for (std::size_t i = 0; i < funnel.exclude.size(); ++i) {
    findings.require(!funnel.exclude[i].empty(), at("funnel.exclude", i), {"empty", {}});
  }
  const int window = funnel.window_days.value_or(1);
  findings.require(window >= 1 && window <= kLongestWindow, "funnel.window_days", range(1, kLongestWindow));
}

void check_score(const PartnerScoreChoice& score, Findings& findings) {
  std::vector<std::string> components;
  for (std::size_t c = 0; c < kpis::kComponents; ++c) {
    components.emplace_back(kpis::name_of(static_cast<kpis::Component>(c)));
  }
  for (const auto& [component, weight] : score.weights) {
    findings.require_known(component, components, "partner_score.weights");
    findings.require(weight >= 0, "partner_score.weights." + component, {"negative", {}});
  }
  for (const auto& [component, target] : score.targets) {
    findings.require_known(component, components, "partner_score.targets");
    findings.require(target > 0, "partner_score.targets." + component, {"positive", {}});
  }
  for (std::size_t t = 0; t < score.tiers.size(); ++t) {
    const bool inside = score.tiers[t] >= 0 && score.tiers[t] <= 100;
    findings.require(inside, at("partner_score.tiers", t), range(0, 100));
  }
}

void check_constant(const Plan& plan, Findings& findings) {
  const std::string& id = plan.funnel.constant;
  if (id.empty()) return;
  const auto named = dataset::dimensions_named({id}, plan);
  const Role role = dataset::role_of(id);
  const bool groups = role == Role::none || type_of(role) == RoleType::category || type_of(role) == RoleType::canonical;
  const bool of_log = named && groups && std::any_of(named->begin(), named->end(), [&](const Dimension& dimension) {
                        return dimension.kind == Kind::stage_history && dimension.id == id;
                      });
  findings.require(of_log, "funnel.constant", of_word("log_dimension", id));
}

void check_days(const Plan& plan, Findings& findings) {
  const Day earliest = *day_of(1970, 1, 2), latest = *day_of(2399, 12, 31);
  findings.require(plan.today >= earliest && plan.today <= latest, "today", {"today", {}});
  findings.require(plan.year_starts >= 1 && plan.year_starts <= 12, "year_starts", range(1, 12));
  if (!plan.period) return;
  findings.require(plan.period->start < plan.period->end, "period.end",
                   {"period", {{"day", iso_text(plan.period->end)}}});
}

}  // namespace

Result<void> check(const Plan& plan) {
  Findings findings;
  check_own_kpis(plan, findings);
  check_aliases(plan.aliases, findings);
  const kpis::PlanKpis kpis(plan);
  for (std::size_t s = 0; s < plan.sources.size(); ++s) check_source(plan, kpis, s, findings);
  check_days(plan, findings);
  check_filters(plan, findings);
  for (std::size_t d = 0; d < plan.dimensions.size(); ++d) {
    check_dimension(plan, plan.dimensions[d].id, at("dimensions", d) + ".id", findings);
  }
  for (std::size_t k = 0; k < plan.kpis.size(); ++k) findings.require_known(plan.kpis[k], kpis.ids(), at("kpis", k));
  for (const auto& [id, variant] : plan.variants) {
    findings.require_known(id, kpis.ids(), "variants");
    const kpis::Kpi* kpi = kpis.find(id);
    if (kpi != nullptr) findings.require_known(variant, kpis::variants_of(kpi->card), "variants." + id);
  }
  check_funnel(plan.funnel, findings);
  check_score(plan.partner_score, findings);
  check_constant(plan, findings);
  check_currency(plan.currency, "currency", findings);
  findings.require(plan.memory_budget > 0, "memory_budget", {"positive", {}});
  return findings.take();
}

}  // namespace pegel
