#include "dataset/dimensions.h"

#include <algorithm>

#include "dataset/mapping.h"
#include "pegel/nearest.h"
#include "pegel/problem.h"

namespace pegel::dataset {

namespace {

void add_named(const std::string& id, const Plan& plan, std::vector<Dimension>& chosen) {
  for (const Source& source : plan.sources) {
    for (const SourceColumn& column : source.columns) {
      const std::string own = dimension_id(column);
      if (own == id || column.name == id) add_dimensions(chosen, {{own, column.name, source.kind}});
    }
    for (const LentColumn& column : source.lent) {
      const std::string own = dimension_id(column);
      if (own == id && type_of(column.role) != RoleType::date)
        add_dimensions(chosen, {{own, column.label, source.kind}});
    }
    const bool in_cells = id == name_of(Role::currency) && amounts_name_currencies(source);
    if (in_cells) add_dimensions(chosen, {{id, id, source.kind}});
  }
}

std::vector<std::string> names_of(const Plan& plan) {
  std::vector<std::string> names;
  for (const Source& source : plan.sources) {
    for (const SourceColumn& column : source.columns) {
      if (column.role != Role::none) names.emplace_back(name_of(column.role));
      names.push_back(column.name);
    }
    for (const LentColumn& column : source.lent) names.push_back(dimension_id(column));
  }
  return names;
}

}  // namespace

std::string dimension_id(const SourceColumn& column) {
  return column.role == Role::none ? "column:" + column.name : std::string(name_of(column.role));
}

std::string dimension_id(const LentColumn& column) {
  return column.role == Role::none ? std::string(name_of(column.from)) + "." + column.column
                                   : std::string(name_of(column.role));
}

Role role_of(std::string_view dimension) {
  const auto point = dimension.starts_with("column:") ? std::string_view::npos : dimension.find('.');
  return role_named(point == std::string_view::npos ? dimension : dimension.substr(point + 1)).value_or(Role::none);
}

Result<std::vector<Dimension>> dimensions_named(const std::vector<std::string>& ids, const Plan& plan) {
  std::vector<Dimension> chosen;
  for (const std::string& id : ids) {
    std::vector<Dimension> named;
    add_named(id, plan, named);
    if (!named.empty()) {
      add_dimensions(chosen, std::move(named));
      continue;
    }
    return fail("plan.dimension",
                "No file has a column or role \"" + id + "\" to break down by." + did_you_mean(id, names_of(plan)), {},
                {{"dimension", id}});
  }
  return chosen;
}

void add_dimensions(std::vector<Dimension>& all, std::vector<Dimension> more) {
  for (Dimension& dimension : more) {
    const bool known = std::any_of(all.begin(), all.end(),
                                   [&](const auto& d) { return d.id == dimension.id && d.kind == dimension.kind; });
    if (!known) all.push_back(std::move(dimension));
  }
}

void complete_dimensions(Plan& plan, std::span<const Profile> profiles) {
  for (const Dimension& dimension : plan.dimensions) {
    if (!dimension.id.starts_with("column:")) continue;
    for (std::size_t s = 0; s < plan.sources.size(); ++s) {
      Source& source = plan.sources[s];
      const auto read = std::any_of(source.columns.begin(), source.columns.end(),
                                    [&](const auto& c) { return c.name == dimension.label; });
      const auto& columns = profiles[s].columns;
      const auto seen =
          std::find_if(columns.begin(), columns.end(), [&](const auto& c) { return c.name == dimension.label; });
      if (source.kind != dimension.kind || read || seen == columns.end()) continue;
      source.columns.push_back(
          {static_cast<int>(seen - columns.begin()), seen->name, ColumnType::category, {}, {}, Role::none});
    }
  }
}

}  // namespace pegel::dataset
