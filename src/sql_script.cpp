// A Plan and its Report as a script of SQL: views of the files, and a query a KPI.

#include <algorithm>

#include "cube/body.h"
#include "cube/calendar.h"
#include "dataset/sql_view.h"
#include "dataset/sql_words.h"
#include "kpis/plan_kpis.h"
#include "pegel/engine.h"

namespace pegel {

namespace {

using dataset::sql_name;
using dataset::sql_text;

std::string day_text(Day day) { return "DATE '" + iso_text(day) + "'"; }

// The day that the plan looks from, in place of the database's.
std::string dated(std::string sql, Day today) {
  constexpr std::string_view kToday = "CURRENT_DATE";
  const std::string day = day_text(today);
  for (auto at = sql.find(kToday); at != std::string::npos; at = sql.find(kToday, at + day.size())) {
    sql.replace(at, kToday.size(), day);
  }
  return sql;
}

/// A computed KPI of the Report, said in SQL.
class Said {
 public:
  Said(const Plan& plan, const kpis::PlanKpis& kpis, const KpiReport& entry)
      : plan_(plan),
        entry_(entry),
        kpi_(*kpis.find(entry.card->id)),
        sql_(kpis::sql_of(kpi_, entry.variant)),
        way_(way_of(kpi_.card, entry.variant)) {
    if (!kpi_.measured()) {
      const Counted counted = counted_by(kpi_.card, entry.variant);
      bases_.push_back({counted.kind, counted.date});
      return;
    }
    for (const std::size_t m : kpis::measures_of(kpi_, kpis::shape_of(kpi_, entry.variant))) {
      const kpis::Measure& measure = kpi_.measures[m];
      const cube::Basis basis = cube::basis_of(plan, kpi_.card, measure);
      of_stock_ = of_stock_ || measure.reach == kpis::Reach::stock;
      of_company_ = of_company_ || measure.reach == kpis::Reach::company;
      const bool known = std::any_of(bases_.begin(), bases_.end(), [&](const Need& other) {
        return other.kind == basis.kind && other.role == basis.date;
      });
      if (!known) bases_.push_back({basis.kind, basis.date});
    }
  }

  bool counts(Kind kind) const {
    return std::any_of(bases_.begin(), bases_.end(), [&](const Need& base) { return base.kind == kind; });
  }
  std::string text() const {
    std::string text = "\n-- " + std::string(kpi_.card.name) + ": ";
    if (const std::string_view why = unsaid(); !why.empty()) return text.append(why) + ".\n";
    text += std::string(kpi_.card.meaning) + "\n" + views({}) + "SELECT " + sql_text(kpi_.card.id) +
            " AS kpi, CAST(value AS DOUBLE) AS value FROM (\n" + dated(sql_, plan_.today) + "\n);\n";
    for (const Breakdown& breakdown : entry_.breakdown) text += parts(breakdown.dimension);
    return text;
  }

 private:
  bool narrowed() const { return plan_.period && !entry_.period; }
  /// Compared with others, or with the period before: parts and periods of its rows are not all that it looks at.
  bool relative() const {
    return way_.unit == Unit::index || way_.unit == Unit::points || !kpi_.card.rests_on.empty() || of_company_ ||
           (!kpi_.measured() && kpi_.card.by != Role::none);
  }
  bool twice_in_time() const {
    return std::any_of(bases_.begin(), bases_.end(), [&](const Need& base) {
      return std::count_if(bases_.begin(), bases_.end(), [&](const Need& o) { return o.kind == base.kind; }) > 1;
    });
  }

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
    if (way_.semantic == Semantic::cohort && !kpi_.measured()) return "not here, as its steps are found in the data";
    if (derives(Role::driver) || derives(Role::channel_class))
      return "not here, as no column of the file says what Pegel reads from others";
    if (sql_.empty()) return "not here, as no SQL says this variant";
    if (!narrowed()) return {};
    if ((way_.semantic == Semantic::stock || of_stock_) && plan_.period->end <= plan_.today)
      return "not here, as it is rebuilt for a past day";
    if (relative() || twice_in_time()) return "not here for a period, as it looks at rows outside of it";
    return {};
  }

  /// What takes the place of the views: the rows of the period, and those for which `column` is the part's key.
  std::string views(const std::string& column) const {
    std::string text;
    const auto add = [&](std::string_view name, const std::string& select) {
      text += (text.empty() ? "WITH " : ",\n     ") + std::string(name) + " AS (" + select + ")";
    };
    for (const Need& base : bases_) {
      if (&base != &*std::find_if(bases_.begin(), bases_.end(), [&](const Need& o) { return o.kind == base.kind; }))
        continue;
      std::string where;
      if (narrowed() && base.role != Role::none && way_.semantic != Semantic::stock) {
        where = " WHERE " + sql_name(base.role) + " >= " + day_text(plan_.period->start) + " AND " +
                sql_name(base.role) + " < " + day_text(plan_.period->end);
      }
      if (!column.empty()) where += (where.empty() ? " WHERE " : " AND ") + column + " IS NOT DISTINCT FROM part.key";
      const std::string view(name_of(base.kind));
      if (!where.empty()) add(view, "SELECT * FROM main." + view + where);
    }
    if (entry_.period) add("period", period());
    return text + (text.empty() ? "" : "\n");
  }

  /// The days that a KPI looks at that finds its period itself.
  std::string period() const {
    const Period& own = *entry_.period;
    Plan whole{.period = plan_.period.value_or(
                   cube::period_at(cube::Calendar(plan_), cube::ordinal_of(cube::Calendar(plan_), own.start))),
               .comparison = Comparison::previous,
               .today = plan_.today};
    const Period before = cube::compared_period(whole);
    whole.comparison = Comparison::year;
    const Period year = cube::compared_period(whole);
    const auto days = [](const Period& of, const std::string& prefix) {
      return day_text(of.start) + " AS " + prefix + "first, " + day_text(of.end - 1) + " AS " + prefix + "last";
    };
    return "SELECT " + days(own, "") + ", " + days(before, "before_") + ", " + days(year, "year_");
  }

  std::string parts(const std::string& dimension) const {
    if (relative() || entry_.period) return "-- By " + dimension + ": not here, as a part is seen against all.\n";
    const std::string column = sql_name(dimension);
    std::string keys;
    for (const Need& base : bases_) {
      keys += (keys.empty() ? "SELECT " : " UNION SELECT ") + column + " AS key FROM main." +
              std::string(name_of(base.kind));
    }
    return "SELECT " + sql_text(kpi_.card.id) + " AS kpi, " + sql_text(dimension) +
           " AS dimension, part.key AS part, (" + views(column) + "SELECT CAST(value AS DOUBLE) FROM (\n" +
           dated(sql_, plan_.today) + "\n)) AS value\nFROM (SELECT DISTINCT key FROM (" + keys +
           ")) AS part ORDER BY part.key;\n";
  }

  const Plan& plan_;
  const KpiReport& entry_;
  const kpis::Kpi& kpi_;
  std::string sql_;
  std::vector<Need> bases_;  ///< the kinds of the rows it counts, with the role that places them in a period
  Way way_;
  bool of_company_ = false;
  bool of_stock_ = false;  ///< beside what happens on a day
};

}  // namespace

Result<std::string> sql_script(const Plan& plan, const Report& report, std::span<const std::string> paths) {
  const kpis::PlanKpis kpis(plan);
  std::vector<Said> said;
  for (const KpiReport& entry : report.kpis) {
    if (entry.status == KpiStatus::ok || entry.status == KpiStatus::undefined) said.emplace_back(plan, kpis, entry);
  }
  std::string text = dataset::sql_macros();
  for (const dataset::KindTable* table : dataset::kinds()) {
    const auto rows = dataset::sql_rows(plan, table->kind, paths);
    if (!rows) return rows;
    if (!rows->empty()) text += "\n" + *rows;
  }
  if (const std::string lookups = dataset::sql_lookups(plan); !lookups.empty()) text += "\n" + lookups;
  for (const dataset::KindTable* table : dataset::kinds()) {
    const bool any = std::any_of(plan.sources.begin(), plan.sources.end(),
                                 [&](const Source& source) { return source.kind == table->kind; });
    if (!any && std::none_of(said.begin(), said.end(), [&](const Said& kpi) { return kpi.counts(table->kind); }))
      continue;
    text += "\n" + dataset::sql_view(plan, table->kind);
  }
  for (const Said& kpi : said) text += kpi.text();
  return text;
}

}  // namespace pegel
