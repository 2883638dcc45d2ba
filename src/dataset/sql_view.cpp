#include "dataset/sql_view.h"

#include <algorithm>
#include <map>

#include "dataset/aliases.h"
#include "dataset/canonical.h"
#include "dataset/dimensions.h"
#include "dataset/frame.h"
#include "dataset/frame_read.h"
#include "dataset/lent.h"
#include "dataset/reached.h"
#include "dataset/sql_column.h"
#include "dataset/sql_rates.h"
#include "dataset/sql_states.h"
#include "dataset/sql_words.h"

namespace pegel::dataset {

namespace {

constexpr std::string_view kUnit = "unit_";      // what tells one unit from another
constexpr std::string_view kWithin = "within_";  // among rows with the same
constexpr std::string_view kMoment = "moment_";  // when the row was true

std::string cell(int index) { return "c" + std::to_string(index + 1); }

// DuckDB reads *, ? and [ in a path as a pattern.
std::string as_it_stands(const std::string& path) {
  std::string text;
  for (const char c : path) text += c == '*' || c == '?' || c == '[' ? std::string{'[', c, ']'} : std::string(1, c);
  return text;
}

std::string joined(const std::vector<std::string>& parts, std::string_view by) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : std::string(by)) + part;
  return text;
}

bool is_column(const std::vector<ViewColumn>& columns, std::string_view name) {
  return std::any_of(columns.begin(), columns.end(), [&](const ViewColumn& each) { return each.name == name; });
}

// All roles of the kind, beside each day its instant, beside days and amounts whether there is any, be it unreadable, and
// what the plan breaks down or filters by.
std::vector<ViewColumn> columns_of(const KindTable& table, const Plan& plan) {
  std::vector<ViewColumn> columns;
  for (const RoleSpec& spec : table.roles) {
    columns.push_back({std::string(name_of(spec.role)), sql_type(spec.role)});
    const std::string name = columns.back().name;
    if (type_of(spec.role) == RoleType::date) columns.push_back({name + "_time", "TIMESTAMP"});
    if (type_of(spec.role) == RoleType::date || spec.role == Role::amount)
      columns.push_back({name + "_said", "BOOLEAN"});
  }
  std::vector<std::string> named;
  for (const Dimension& dimension : plan.dimensions) {
    if (dimension.kind == table.kind) named.push_back(dimension.id);
  }
  for (const Filter& filter : plan.filters) named.push_back(filter.dimension);
  for (const Lookup::Shape& lookup : lookups_of(plan)) {
    if (lookup.kind == table.kind) named.insert(named.end(), lookup.columns.begin(), lookup.columns.end());
  }
  for (const std::string& name : named) {
    if (!is_column(columns, name)) columns.push_back({name, "VARCHAR"});
  }
  if (sql_converts(plan, table.kind)) {
    columns.push_back({std::string(kNamedCurrency), "VARCHAR"});
    columns.push_back({std::string(kWorth), "DOUBLE"});
  }
  return columns;
}

// As in the file, every cell a text; records of another width are no rows.
std::string read(const Source& source, const std::string& path) {
  const Dialect& dialect = source.dialect;
  const std::string quote = dialect.quote == '\0' ? "" : std::string(1, dialect.quote);
  const std::string escape = dialect.escape == Escape::backslash ? "\\" : quote;
  std::vector<std::string> cells;
  for (int index = 0; index < source.width; ++index) cells.push_back("'" + cell(index) + "': 'VARCHAR'");
  const int skipped = dialect.skip_rows + dialect.header_rows + dialect.skip_after_header;
  return "read_csv(" + sql_text(as_it_stands(path)) +
         ", header = false, auto_detect = false, skip = " + std::to_string(skipped) +
         ",\n      delim = " + sql_text(dialect.delimiter) + ", quote = " + sql_text(quote) +
         ", escape = " + sql_text(escape) + ", ignore_errors = true, parallel = false" +
         (source.usual_width != 0 ? ", null_padding = true" : "") + ",\n      columns = {" + joined(cells, ", ") + "})";
}

std::string is_row(const Source& source) {
  std::vector<std::string> filled;
  std::vector<std::string> header;
  for (int index = 0; index < source.width; ++index) filled.push_back(cell(index));
  for (const SourceColumn& column : source.columns) {
    if (column.index >= source.width) continue;
    header.push_back("coalesce(said(" + cell(column.index) + "), '') = " + sql_text(column.name));
  }
  return "coalesce(" + joined(filled, ", ") + ") IS NOT NULL" +
         (header.empty() ? "" : "\n    AND NOT (" + joined(header, "\n             AND ") + ")");
}

// The instant, else the day, of the first column that tells when a row was true.
std::string moment(const Source& source) {
  std::vector<std::string> moments;
  for (const Role role : kMoments) {
    if (const SourceColumn* column = column_with(source, role)) {
      const std::string name(name_of(role));
      moments.push_back(column->type == ColumnType::instant ? sql_name(name + "_time")
                                                            : "CAST(" + sql_name(name) + " AS TIMESTAMP)");
    }
  }
  return moments.empty() ? "CAST(NULL AS TIMESTAMP)" : "coalesce(" + joined(moments, ", ") + ")";
}

// The name that a text stands for.
std::string named(const Aliases& aliases, Role role, const std::string& text, bool in_lower_case = false) {
  const auto* names = aliases.of(role);
  if (names == nullptr) return text;
  const auto word = [&](const std::string& name) {
    return in_lower_case ? "lower(" + sql_text(name) + ")" : sql_text(name);
  };
  std::string sql = "CASE " + text;
  for (const auto& [from, to] : *names) sql += " WHEN " + word(from) + " THEN " + word(to);
  return sql + " ELSE " + text + " END";
}

// Comes last: what is derived is derived of what the file says.
SqlLayer names_of(const Source& source, const Aliases& aliases) {
  SqlLayer layer;
  for (const SourceColumn& column : source.columns) {
    const std::string name(name_of(column.role));
    const bool lower = column.role == Role::stage && source.kind == Kind::stage_history;  // as sql_value has it
    if (aliases.any(column.role)) layer.emplace_back(name, named(aliases, column.role, sql_name(name), lower));
  }
  return layer;
}

std::string unit(const Source& source, const Aliases& aliases, Role role) {
  const SourceColumn* column = role == Role::none ? nullptr : column_with(source, role);
  return column == nullptr ? "CAST(NULL AS VARCHAR)" : named(aliases, role, cell(column->index));
}

// What a target's row, else its unit, else the Source names.
std::string currency_of_target(const Source& source) {
  std::vector<std::string> names;
  if (const SourceColumn* own = column_with(source, Role::currency); own != nullptr)
    names.push_back("currency_of(" + cell(own->index) + ")");
  if (const SourceColumn* unit = column_with(source, Role::unit); unit != nullptr)
    names.push_back("currency_of_unit(" + cell(unit->index) + ")");
  if (!source.currency.empty()) names.push_back(sql_text(source.currency));
  return names.empty() ? "NULL" : names.size() == 1 ? names.front() : "coalesce(" + joined(names, ", ") + ")";
}

std::string value_of(const Source& source, const ViewColumn& view) {
  if (source.kind == Kind::targets && view.name == name_of(Role::currency)) return currency_of_target(source);
  for (const SourceColumn& column : source.columns) {
    const std::string name = dimension_id(column);
    if (name == view.name && column.role == Role::none) return cell(column.index);
    if (name == view.name) return sql_value(source, column, cell(column.index));
    if (name + "_said" == view.name) return cell(column.index) + " IS NOT NULL";
    if (name + "_time" == view.name) return sql_instant(column, cell(column.index)).value_or("NULL");
  }
  if (view.name == name_of(Role::currency) && !source.currency.empty()) return sql_text(source.currency);
  return "NULL";
}

// Each cell as what it says, of the records that are rows. `wide`: one of the columns that give a row each, or null.
std::string said(const Source& source, std::size_t number, const std::string& path, const WideColumn* wide) {
  std::string text = "SELECT " + std::to_string(number + 1) + " AS file_, row_number() OVER () AS line_";
  for (const SourceColumn& column : source.columns) {
    const std::string name = cell(column.index);
    std::string from = column.index < source.width ? name : "NULL";
    if (wide != nullptr && column.index == wide->to) from = cell(wide->index);
    const auto key = static_cast<std::size_t>(column.index - source.wide.first_key);
    if (wide != nullptr && column.index >= source.wide.first_key && key < wide->cells.size())
      from = sql_text(wide->cells[key]);
    text += ", " + sql_said(column, from) + " AS " + name;
  }
  return text + "\n  FROM " + read(source, path) + "\n  WHERE " + is_row(source) +
         (wide == nullptr ? "" : " AND given(" + cell(wide->index) + ") IS NOT NULL");
}

std::string said(const Source& source, std::size_t number, const std::string& path) {
  if (source.wide.columns.empty()) return said(source, number, path, nullptr);
  std::vector<std::string> parts;
  for (const WideColumn& wide : source.wide.columns) parts.push_back(said(source, number, path, &wide));
  return joined(parts, "\n  UNION ALL\n  ");
}

// By role, as values.
std::string typed(const Source& source, const Aliases& aliases, const std::string& rows,
                  const std::vector<ViewColumn>& columns) {
  const Identity identity = identity_of(source);
  std::string text = "SELECT file_, line_, " + unit(source, aliases, identity.id) + " AS " + std::string(kUnit) + ", " +
                     unit(source, aliases, identity.within) + " AS " + std::string(kWithin);
  for (const ViewColumn& column : columns) {
    text +=
        ",\n    CAST(" + value_of(source, column) + " AS " + std::string(column.type) + ") AS " + sql_name(column.name);
  }
  text += "\n  FROM (" + rows + ")";
  return "SELECT *, " + moment(source) + " AS " + std::string(kMoment) + "\n  FROM (" + text + ")";
}

std::string without_rows(const std::vector<ViewColumn>& columns) {
  std::string text;
  for (const ViewColumn& column : columns) {
    text += (text.empty() ? "" : ", ") + sql_name(column.name) + " " + std::string(column.type);
  }
  return text;
}

std::string over(const std::string& rows, const SqlLayer& layer, const std::vector<ViewColumn>& columns) {
  std::string text = "SELECT file_, line_, unit_, within_, moment_";
  for (const ViewColumn& column : columns) {
    const auto changed =
        std::find_if(layer.begin(), layer.end(), [&](const auto& each) { return each.first == column.name; });
    text += changed == layer.end() ? ", " + sql_name(column.name)
                                   : ",\n    CAST(" + changed->second + " AS " + std::string(column.type) + ") AS " +
                                         sql_name(column.name) + "\n   ";
  }
  return text + "\n  FROM (" + rows + ") AS part";
}

std::string kept(const Plan& plan, Kind kind, const Aliases& aliases) {
  std::string text;
  for (const Filter& filter : plan.filters) {
    std::vector<std::string> words;
    const Role role = role_of(filter.dimension);
    for (const std::string& value : filter.values) words.push_back(sql_text(aliases.name_of(role, value)));
    text += "\n  AND coalesce(" + sql_name(sql_dimension(plan, kind, filter.dimension)) + ", '') IN (" +
            joined(words, ", ") + ")";
  }
  return text;
}

std::string lent_table(Kind kind, Role id) { return std::string(name_of(kind)) + "_by_" + std::string(name_of(id)); }

/// The columns of a kind's table that are lent to some of its Sources.
class Borrowing {
 public:
  Borrowing(const Plan& plan, Kind kind, const std::vector<ViewColumn>& columns) {
    for (std::size_t s = 0; s < plan.sources.size(); ++s) {
      if (plan.sources[s].kind != kind) continue;
      for (const LentColumn& column : plan.sources[s].lent) {
        const std::string id = dimension_id(column);
        if (!is_column(columns, id)) continue;
        const std::string value = table_of(column) + "." + sql_name(column.column);
        lend(s, id, value);
        if (type_of(column.role) != RoleType::date) continue;
        lend(s, id + "_said", value + " IS NOT NULL");
        for (const Reached& each : kReached) {
          if (each.kind == kind && each.day == column.role) lend_reached(s, each, value);
        }
      }
    }
  }

  /// What is selected of `rows_`.
  std::string columns() const {
    std::string text;
    for (const auto& [name, cases] : replaced_) {
      text += (text.empty() ? " REPLACE (" : ",\n    ") + std::string("CASE rows_.file_") + cases + " ELSE rows_." +
              sql_name(name) + " END AS " + sql_name(name);
    }
    return "rows_.*" + text + (text.empty() ? "" : ")");
  }
  std::string joins() const {
    std::string text;
    for (std::size_t t = 0; t < joined_.size(); ++t) {
      const std::string lent = lent_name(t);
      text += "\n    LEFT JOIN " + joined_[t].table + " AS " + lent + " ON " + lent + ".key_ = " + joined_[t].key;
    }
    return text;
  }

 private:
  struct Joined {
    std::string key;  // a column of the rows, or of a table joined before
    std::string table;
    bool operator==(const Joined&) const = default;
  };
  static std::string lent_name(std::size_t number) { return "lent" + std::to_string(number + 1) + "_"; }
  std::string joined(const std::string& rows, Role key, Kind kind, Role id) {
    const Joined joined{rows + "." + sql_name(name_of(key)), lent_table(kind, id)};
    const auto known = std::find(joined_.begin(), joined_.end(), joined);
    const auto number = static_cast<std::size_t>(known - joined_.begin());
    if (known == joined_.end()) joined_.push_back(joined);
    return lent_name(number);
  }
  std::string table_of(const LentColumn& column) {
    std::string rows = "rows_";
    Role key = column.key;
    for (const LentStep& step : column.via) {
      rows = joined(rows, key, step.kind, step.id);
      key = step.key;
    }
    return joined(rows, key, column.from, column.id);
  }
  // A status and a flag by the day alone, as a Frame derives them.
  void lend_reached(std::size_t source, const Reached& each, const std::string& day) {
    const auto word = [&](uint8_t code) { return sql_text(canonical_name(each.status, code)); };
    lend(source, std::string(name_of(each.status)),
         "CASE WHEN " + day + " IS NULL THEN " + word(each.before) + " ELSE " + word(each.reached) + " END");
    if (each.flag != Role::none) lend(source, std::string(name_of(each.flag)), day + " IS NOT NULL");
  }
  void lend(std::size_t source, const std::string& name, const std::string& value) {
    replaced_[name] += " WHEN " + std::to_string(source + 1) + " THEN " + value;
  }

  std::map<std::string, std::string> replaced_;  // by column
  std::vector<Joined> joined_;
};

// The latest row of each id; of names, those of one id only, and of no id themselves.
std::string lookup(const Lookup::Shape& shape) {
  const std::string kind(name_of(shape.kind));
  const std::string id = sql_name(name_of(shape.id));
  std::string columns;
  for (const std::string& column : shape.columns) columns += ", latest." + sql_name(column);
  std::string text = "CREATE OR REPLACE TABLE " + lent_table(shape.kind, shape.id) +
                     " AS\nWITH latest AS (\n  SELECT * FROM " + kind + "_rows WHERE " + id +
                     " IS NOT NULL\n  QUALIFY row_number() OVER (PARTITION BY " + id +
                     " ORDER BY moment_ DESC NULLS LAST, file_ DESC, line_ DESC) = 1)\nSELECT " + id + " AS key_" +
                     columns + " FROM latest";
  const KindTable& table = *table_of(shape.kind);
  const bool named =
      std::any_of(table.roles.begin(), table.roles.end(), [](const RoleSpec& spec) { return spec.role == Role::name; });
  if (named) {
    text += "\nUNION ALL\nSELECT named.name" + columns + " FROM latest JOIN (\n  SELECT name, min(" + id +
            ") AS id FROM " + kind + "_rows WHERE name IS NOT NULL AND " + id +
            " IS NOT NULL\n  GROUP BY name HAVING count(DISTINCT " + id + ") = 1) AS named ON named.id = latest." + id +
            "\nWHERE named.name NOT IN (SELECT " + id + " FROM latest)";
  }
  return text + ";\n";
}

}  // namespace

std::vector<ViewColumn> sql_columns(const Plan& plan, Kind kind) { return columns_of(*table_of(kind), plan); }

Result<std::string> sql_rows(const Plan& plan, Kind kind, std::span<const std::string> paths) {
  const std::vector<ViewColumn> columns = columns_of(*table_of(kind), plan);
  const Aliases aliases(plan.aliases);
  std::vector<std::string> files;
  for (std::size_t s = 0; s < plan.sources.size(); ++s) {
    const Source& source = plan.sources[s];
    if (source.kind != kind) continue;
    if (const auto said = sql_says(source); !said) return tl::unexpected<Error>(said.error());
    std::string rows = typed(source, aliases, said(source, s, paths[s]), columns);
    for (const SqlLayer& layer : sql_states(source)) rows = over(rows, layer, columns);
    if (const SqlLayer names = names_of(source, aliases); !names.empty()) rows = over(rows, names, columns);
    for (const SqlLayer& layer : sql_conversion(plan, kind)) rows = over(rows, layer, columns);
    files.push_back(std::move(rows));
  }
  if (files.empty()) return std::string();
  return "CREATE OR REPLACE TEMP TABLE " + std::string(name_of(kind)) + "_rows AS\n" + joined(files, "\nUNION ALL\n") +
         ";\n";
}

std::string sql_lookups(const Plan& plan) {
  std::string text;
  for (const Lookup::Shape& shape : lookups_of(plan)) {
    if (!shape.columns.empty()) text += lookup(shape);
  }
  return text;
}

std::string sql_view(const Plan& plan, Kind kind) {
  const std::vector<ViewColumn> columns = columns_of(*table_of(kind), plan);
  const std::string name(name_of(kind));
  const bool any =
      std::any_of(plan.sources.begin(), plan.sources.end(), [&](const Source& source) { return source.kind == kind; });
  if (!any) return "CREATE OR REPLACE TABLE " + name + " (" + without_rows(columns) + ");\n";
  const Borrowing borrowing(plan, kind, columns);
  return "CREATE OR REPLACE TABLE " + name + " AS\nSELECT * FROM (\n  SELECT " + borrowing.columns() +
         ", row_number() OVER (PARTITION BY unit_, " +
         "within_ ORDER BY moment_ DESC NULLS LAST, file_ DESC, line_ DESC) AS version_\n  FROM " + name +
         "_rows AS rows_" + borrowing.joins() + ")\nWHERE (unit_ IS NULL OR version_ = 1)" +
         kept(plan, kind, Aliases(plan.aliases)) + ";\n";
}

}  // namespace pegel::dataset
