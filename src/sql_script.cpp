// A Plan and its Report as a script of SQL: views of the files, and a query a KPI.

#include <algorithm>
#include <cctype>

#include "cube/body.h"
#include "cube/calendar.h"
#include "dataset/sql_dialect.h"
#include "dataset/sql_rates.h"
#include "dataset/sql_view.h"
#include "dataset/sql_words.h"
#include "kpis/periods.h"
#include "kpis/plan_kpis.h"
#include "pegel/engine.h"
#include "sql_funnel.h"

namespace pegel {

namespace {

using dataset::sql_day;
using dataset::sql_name;
using dataset::sql_text;

// The day that the plan looks from, in place of the database's.
std::string dated(std::string sql, Day today) {
  constexpr std::string_view kToday = "CURRENT_DATE";
  const std::string day = sql_day(today);
  for (auto at = sql.find(kToday); at != std::string::npos; at = sql.find(kToday, at + day.size())) {
    sql.replace(at, kToday.size(), day);
  }
  return sql;
}

/// A computed KPI of the Report, said in SQL.
class Said {
 public:
  Said(const Plan& plan, const kpis::PlanKpis& kpis, const Report& report, const KpiReport& entry, SqlDialect dialect)
      : plan_(plan),
        entry_(entry),
        dialect_(dialect),
        kpi_(*kpis.find(entry.card->id)),
        sql_(kpis::sql_of(kpi_, entry.variant)),
        way_(way_of(kpi_.card, entry.variant)) {
    if (is_funnel()) sql_ = funnel_sql(plan, report, entry.variant, sql_);
    if (!kpi_.measured()) {
      const Counted counted = counted_by(kpi_.card, entry.variant);
      bases_.push_back({counted.kind, counted.date});
      return;
    }
    const kpis::Shape& shape = kpis::shape_of(kpi_, entry.variant);
    if (kpis::rests_on_links(shape, plan)) {
      sql_ = "SELECT CASE WHEN EXISTS (SELECT 1 FROM all_leads WHERE converted) THEN value END AS value FROM (\n" +
             sql_ + "\n) AS told";
    }
    for (const std::size_t m : kpis::measures_of(kpi_, shape)) {
      const kpis::Measure& measure = kpi_.measures[m];
      if (measure.reach == kpis::Reach::company) continue;
      const cube::Basis basis = cube::basis_of(plan, kpi_.card, measure);
      of_stock_ = of_stock_ || measure.reach == kpis::Reach::stock;
      const bool known = std::any_of(bases_.begin(), bases_.end(), [&](const Need& other) {
        return other.kind == basis.kind && other.role == basis.date;
      });
      if (!known) bases_.push_back({basis.kind, basis.date});
    }
  }

  bool counts(Kind kind) const {
    return std::any_of(bases_.begin(), bases_.end(), [&](const Need& base) { return base.kind == kind; }) ||
           dataset::sql_names(sql_, all_of(kind));
  }
  std::string text() const {
    std::string text = "\n-- " + std::string(kpi_.card.name) + ": ";
    if (const std::string_view why = unsaid(); !why.empty()) return text.append(why) + ".\n";
    const std::string query = whole();
    if (const auto why = dataset::sql_unsaid(dialect_, query); !why.empty()) return text.append(why) + ".\n";
    text += std::string(kpi_.card.meaning) + "\n" + dataset::sql_in(dialect_, query);
    for (const Breakdown& breakdown : entry_.breakdown) text += parts(breakdown.dimension);
    return text;
  }

 private:
  /// The view of all rows of a kind, whatever the part and the period.
  static std::string all_of(Kind kind) { return "all_" + std::string(name_of(kind)); }

  bool narrowed() const { return plan_.period && !entry_.period; }
  /// Compared with others, or with the period before: parts and periods of its rows are not all that it looks at.
  bool relative() const {
    const bool rests = !kpi_.card.rests_on.empty() && !kpi_.card.sql.empty();  // what Measures say rests on nothing
    return way_.unit == Unit::index || way_.unit == Unit::points || rests ||
           (!kpi_.measured() && kpi_.card.by != Role::none);
  }
  bool twice_in_time() const {
    return std::any_of(bases_.begin(), bases_.end(), [&](const Need& base) {
      return std::count_if(bases_.begin(), bases_.end(), [&](const Need& o) { return o.kind == base.kind; }) > 1;
    });
  }

  bool is_funnel() const { return kpi_.card.id == "funnel"; }

  /// Whether it asks for a role that no Source has a column for.
  bool derives(Role role) const {
    const auto& card = kpi_.card;
    const bool asks = card.by == role || std::find(card.needs.begin(), card.needs.end(), role) != card.needs.end();
    return asks && std::none_of(plan_.sources.begin(), plan_.sources.end(), [&](const Source& source) {
             return std::any_of(source.columns.begin(), source.columns.end(),
                                [&](const SourceColumn& column) { return column.role == role; });
           });
  }

  /// Why there is no query; empty: there is one.
  std::string_view unsaid() const {
    if (kpi_.rests_on_targets()) return "not here, as it holds the figures of other KPIs against targets";
    if (!kpi_.others.empty()) return "not here, as SQL does not follow chains through files of several kinds";
    if (is_funnel()) return sql_.empty() ? "not here, as SQL does not follow chains by these rules" : "";
    if (way_.semantic == Semantic::cohort && !kpi_.measured()) return "not here, as its groups are seen side by side";
    if (derives(Role::driver) || derives(Role::channel_class))
      return "not here, as no column of the file says what Pegel reads from others";
    if (sql_.empty()) return "not here, as no SQL says this variant";
    if (!narrowed()) return {};
    if ((way_.semantic == Semantic::stock || of_stock_) && plan_.period->end <= plan_.today)
      return "not here, as it is rebuilt for a past day";
    if (relative() || twice_in_time()) return "not here for a period, as it looks at rows outside of it";
    return {};
  }

  std::string whole() const {
    return views({}) + "SELECT " + sql_text(kpi_.card.id) + " AS kpi, CAST(value AS DOUBLE) AS value FROM (\n" +
           dated(sql_, plan_.today) + "\n) AS figure;\n";
  }

  /// What takes the place of the views: the rows of the period, and those whose `dimension` is the part's key.
  std::string views(const std::string& dimension) const {
    std::string text;
    const auto add = [&](std::string_view name, const std::string& select) {
      text += (text.empty() ? "WITH " : ",\n     ") + std::string(name) + " AS (" + select + ")";
    };
    for (const Need& base : bases_) {
      if (&base != &*std::find_if(bases_.begin(), bases_.end(), [&](const Need& o) { return o.kind == base.kind; }))
        continue;
      std::string where;
      if (narrowed() && base.role != Role::none && way_.semantic != Semantic::stock) {
        where = " WHERE " + sql_name(base.role) + " >= " + sql_day(plan_.period->start) + " AND " +
                sql_name(base.role) + " < " + sql_day(plan_.period->end);
      }
      if (!dimension.empty()) {
        where += (where.empty() ? " WHERE " : " AND ") + sql_name(dataset::sql_dimension(plan_, base.kind, dimension)) +
                 " IS NOT DISTINCT FROM part.key";
      }
      const std::string view(name_of(base.kind));
      if (!where.empty()) add(view, "SELECT * FROM main." + view + where);
    }
    for (const dataset::KindTable* table : dataset::kinds()) {
      if (!dataset::sql_names(sql_, all_of(table->kind))) continue;
      add(all_of(table->kind), "SELECT * FROM main." + std::string(name_of(table->kind)));
    }
    if (entry_.period) add("period", period());
    return text + (text.empty() ? "" : "\n");
  }

  /// The days that a KPI looks at that finds its period itself.
  std::string period() const {
    const Period& own = *entry_.period;
    const cube::Calendar calendar(plan_);
    const Period whole = plan_.period.value_or(cube::period_at(calendar, cube::ordinal_of(calendar, own.start)));
    const auto days = [](const Period& of, const std::string& prefix) {
      return sql_day(of.start) + " AS " + prefix + "first, " + sql_day(of.end - 1) + " AS " + prefix + "last";
    };
    return "SELECT " + days(own, "") + ", " + days(kpis::earlier(own, whole, 1), "before_") + ", " +
           days(kpis::years_before(own, whole, 1), "year_") + ", " + days(kpis::earlier(own, whole, 3), "third_");
  }

  std::string parts(const std::string& dimension) const {
    if (is_funnel()) return "-- By " + dimension + ": not here, as an entity's part is that of one of its events.\n";
    if (relative()) return "-- By " + dimension + ": not here, as a part is seen against all.\n";
    std::string keys;
    for (const Need& base : bases_) {
      keys += (keys.empty() ? "SELECT " : " UNION SELECT ") +
              sql_name(dataset::sql_dimension(plan_, base.kind, dimension)) + " AS key FROM main." +
              std::string(name_of(base.kind));
    }
    const std::string query =
        "SELECT " + sql_text(kpi_.card.id) + " AS kpi, " + sql_text(dimension) + " AS dimension, part.key AS part, (" +
        views(dimension) + "SELECT CAST(value AS DOUBLE) FROM (\n" + dated(sql_, plan_.today) +
        "\n) AS figure) AS value\nFROM (SELECT DISTINCT key FROM (" + keys + ") AS keys) AS part ORDER BY part.key;\n";
    const auto why = dataset::sql_unsaid(dialect_, query);
    return why.empty() ? dataset::sql_in(dialect_, query) : "-- By " + dimension + ": " + std::string(why) + ".\n";
  }

  const Plan& plan_;
  const KpiReport& entry_;
  SqlDialect dialect_;
  const kpis::Kpi& kpi_;
  std::string sql_;
  std::vector<Need> bases_;  ///< the kinds of the rows it counts, with the role that places them in a period
  Way way_;
  bool of_stock_ = false;  ///< beside what happens on a day
};

}  // namespace

namespace {

// The views of the kinds that a file has or a query counts; rates before the amounts that they convert, and what is lent
// before the rows that borrow it.
Result<std::string> files_read(const Plan& plan, const std::vector<Said>& said, std::span<const std::string> paths) {
  std::string text = dataset::sql_macros();
  const auto add_rows = [&](Kind kind) -> Result<void> {
    const auto rows = dataset::sql_rows(plan, kind, paths);
    if (!rows) return tl::unexpected<Error>(rows.error());
    if (!rows->empty()) text += "\n" + *rows;
    return {};
  };
  const auto rates = [&](Kind kind) { return kind == Kind::fx && !plan.currency.empty(); };
  if (!plan.currency.empty()) {
    if (auto read = add_rows(Kind::fx); !read) return tl::unexpected<Error>(read.error());
    text += "\n" + dataset::sql_view(plan, Kind::fx) + "\n" + dataset::sql_rates(plan);
  }
  for (const dataset::KindTable* table : dataset::kinds()) {
    if (rates(table->kind)) continue;
    if (auto read = add_rows(table->kind); !read) return tl::unexpected<Error>(read.error());
  }
  if (const std::string lookups = dataset::sql_lookups(plan); !lookups.empty()) text += "\n" + lookups;
  for (const dataset::KindTable* table : dataset::kinds()) {
    const bool any = std::any_of(plan.sources.begin(), plan.sources.end(),
                                 [&](const Source& source) { return source.kind == table->kind; });
    const bool counted =
        std::any_of(said.begin(), said.end(), [&](const Said& kpi) { return kpi.counts(table->kind); });
    if ((any || counted) && !rates(table->kind)) text += "\n" + dataset::sql_view(plan, table->kind);
  }
  return text;
}

std::string without_comments(std::string_view script) {
  std::string text;
  while (!script.empty()) {
    const std::string_view line = script.substr(0, script.find('\n'));
    if (!line.starts_with("--")) text.append(line) += '\n';
    script.remove_prefix(std::min(line.size() + 1, script.size()));
  }
  return text;
}

// As comments: what the queries read, with the types that they take the columns to have.
std::string tables_read(const Plan& plan, std::string_view queries, SqlDialect dialect) {
  std::string text = "-- One row is one of the kind that the table is named for, its amounts are in its currency";
  text += plan.currency.empty() ? ".\n"
                                : ",\n-- " + plan.currency + " once converted; \"" +
                                      std::string(dataset::kNamedCurrency) + "\" is that of the file.\n";
  for (const dataset::KindTable* table : dataset::kinds()) {
    if (!dataset::sql_names(queries, name_of(table->kind))) continue;
    std::string columns;
    for (const auto& [name, type] : dataset::sql_columns(plan, table->kind)) {
      if (!dataset::sql_names(queries, name)) continue;
      columns +=
          (columns.empty() ? "" : ", ") + sql_name(name) + " " + std::string(dataset::sql_type_in(dialect, type));
    }
    text += "--   " + std::string(name_of(table->kind)) + " (" + columns + ")\n";
  }
  return text;
}

}  // namespace

std::string_view name_of(SqlDialect dialect) {
  switch (dialect) {
    case SqlDialect::duckdb:
      return "duckdb";
    case SqlDialect::postgres:
      return "postgres";
    case SqlDialect::clickhouse:
      return "clickhouse";
  }
  return {};
}

Result<std::string> sql_script(const Plan& plan, const Report& report, std::span<const std::string> paths,
                               SqlDialect dialect) {
  const kpis::PlanKpis kpis(plan);
  std::vector<Said> said;
  for (const KpiReport& entry : report.kpis) {
    if (entry.status != KpiStatus::ok && entry.status != KpiStatus::undefined) continue;
    said.emplace_back(plan, kpis, report, entry, dialect);
  }
  std::string queries;
  for (const Said& kpi : said) queries += kpi.text();
  if (dialect != SqlDialect::duckdb)
    return std::string(dataset::sql_prelude(dialect)) + tables_read(plan, without_comments(queries), dialect) + queries;
  auto read = files_read(plan, said, paths);
  if (!read) return read;
  return *read + queries;
}

}  // namespace pegel
