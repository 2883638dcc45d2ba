#include "sql_funnel.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "cube/grouping.h"
#include "dataset/frame.h"
#include "dataset/sql_words.h"
#include "kpis/funnel_sql.h"

namespace pegel {

namespace {

using Steps = std::vector<std::string>;

const Table* table_of(const Report& report) {
  const auto found = std::find_if(report.tables.begin(), report.tables.end(), [](const Table& table) {
    return table.id == "funnel" && table.kpi == "funnel" && table.title.empty();
  });
  return found == report.tables.end() ? nullptr : &*found;
}

/// The events with the number of their step from 1, 0 for one that ends a chain; others have none.
std::string numbered(const Steps& steps, const Steps& excluded) {
  std::string text = PEGEL_HAPPENED_SQL ",\n     f AS (SELECT entity_id, entered, CASE lower(stage)";
  const auto add = [&](const std::string& name, std::size_t k) {
    text += " WHEN " + dataset::sql_text(dataset::fold_case(name)) + " THEN " + std::to_string(k);
  };
  for (const std::string& name : excluded) add(name, 0);
  for (std::size_t s = 0; s < steps.size(); ++s) add(steps[s], s + 1);
  return text + " END AS k FROM happened)";
}

std::string seconds(int64_t days) { return std::to_string(days * 86'400); }

struct Rules {
  const FunnelChoice& choice;
  const Plan& plan;
  bool implied = false;

  /// Of a chain that starts on the day `start`.
  std::string begins() const {
    if (!plan.period) return "TRUE";
    return "start >= " + seconds(plan.period->start) + " AND start < " + seconds(plan.period->end);
  }
  std::string after(const std::string& day) const { return (choice.ties_count ? " >= " : " > ") + day; }
  std::string last_day(const std::string& start) const {
    return choice.window_days ? start + " + " + seconds(*choice.window_days) : std::string();
  }
};

/// The events that may start a chain, with the last day that it may have: an event that ends it lies nowhere strictly inside.
std::string starts(const Rules& rules) {
  const std::string first = rules.implied ? "k > 0" : "k = 1";
  std::string text = "starts AS (SELECT DISTINCT entity_id, entered AS start, k FROM f WHERE " + first + ")";
  if (!rules.choice.any_entry) {
    text += ",\n     earliest AS (SELECT entity_id, min(start) AS start FROM starts GROUP BY entity_id)";
  }
  text += ",\n     ends AS (SELECT s.entity_id, s.start, s.k, min(x.entered) AS latest FROM starts AS s\n";
  if (!rules.choice.any_entry) {
    text += "              JOIN earliest AS e ON e.entity_id = s.entity_id AND e.start = s.start\n";
  }
  text +=
      "              LEFT JOIN (SELECT s.entity_id, s.start, f.entered FROM starts AS s JOIN f ON f.entity_id = "
      "s.entity_id\n"
      "                         WHERE f.k = 0 AND f.entered > s.start) AS x\n"
      "                     ON x.entity_id = s.entity_id AND x.start = s.start\n"
      "              GROUP BY s.entity_id, s.start, s.k)";
  const std::string window = rules.last_day("start");
  const std::string latest = window.empty() ? "latest" : "least(coalesce(latest, " + window + "), " + window + ")";
  return text + ",\n     begun AS (SELECT entity_id, start, k, " + latest + " AS latest FROM ends WHERE " +
         rules.begins() + ")";
}

/// Each start with how deep its chain gets. Where a later step implies the earlier ones, the latest that follows is as deep
/// as a chain gets; else the earliest event of each step, after that of the step before, leaves most time for the next.
std::string depths(const Rules& rules, std::size_t steps) {
  const std::string reach = "f.entered <= coalesce(c.latest, f.entered)";
  if (rules.implied) {
    return "depths AS (SELECT c.entity_id, c.start, max(CASE WHEN f.k > c.k AND f.entered" + rules.after("c.start") +
           "\n                           AND " + reach +
           " THEN f.k ELSE c.k END) AS depth\n"
           "                FROM begun AS c JOIN f ON f.entity_id = c.entity_id GROUP BY c.entity_id, c.start)";
  }
  std::string text = "c1 AS (SELECT entity_id, start, latest, start AS day FROM begun),\n     ";
  std::string all = "SELECT entity_id, start, 1 AS depth FROM c1";
  for (std::size_t k = 2; k <= steps; ++k) {
    const std::string own = std::to_string(k);
    text += "c" + own + " AS (SELECT c.entity_id, c.start, c.latest, min(f.entered) AS day FROM c" +
            std::to_string(k - 1) + " AS c JOIN f ON f.entity_id = c.entity_id\n            WHERE f.k = " + own +
            " AND f.entered" + rules.after("c.day") + " AND " + reach +
            "\n            GROUP BY c.entity_id, c.start, c.latest),\n     ";
    all += " UNION ALL SELECT entity_id, start, " + own + " FROM c" + own;
  }
  return text + "depths AS (SELECT entity_id, start, max(depth) AS depth FROM (" + all +
         ") AS chains GROUP BY entity_id, start)";
}

/// The number of different steps within the window of each event.
std::string depths_in_any_order(const Rules& rules) {
  const std::string window = rules.last_day("a.start");
  return "begun AS (SELECT DISTINCT entity_id, entered AS start FROM f WHERE k > 0),\n"
         "     depths AS (SELECT a.entity_id, a.start, count(DISTINCT f.k) AS depth FROM begun AS a\n"
         "                JOIN f ON f.entity_id = a.entity_id WHERE f.k > 0 AND f.entered >= a.start" +
         (window.empty() ? "" : " AND f.entered <= " + window) + " AND " + rules.begins() +
         "\n                GROUP BY a.entity_id, a.start)";
}

/// The deepest chain of each entity, the earliest of equals; those whose window is still open may go on.
std::string share(const Rules& rules, std::size_t steps) {
  const std::string window = rules.last_day("start");
  return ",\n     places AS (SELECT *, row_number() OVER (PARTITION BY entity_id ORDER BY depth DESC, start) AS place "
         "FROM "
         "depths)\nSELECT count(*) FILTER (WHERE depth = " +
         std::to_string(steps) + ") * 1.0 / NULLIF(count(*), 0) AS value FROM places WHERE place = 1" +
         (window.empty() ? "" : " AND " + window + " < " + seconds(cube::as_of(rules.plan)));
}

/// As the KPI's Card has it.
bool usual(const Plan& plan) {
  const FunnelChoice& choice = plan.funnel;
  return choice.steps.empty() && !choice.window_days && choice.exclude.empty() && choice.ties_count &&
         choice.any_entry && choice.back_keeps && !plan.period;
}

}  // namespace

std::string funnel_sql(const Plan& plan, const Report& report, std::string_view variant, std::string_view usually) {
  const FunnelChoice& choice = plan.funnel;
  const Table* table = table_of(report);
  if (table == nullptr || !choice.constant.empty()) return {};
  const bool any_order = variant == "any_order";
  if (variant == "strict" || (any_order && choice.steps.empty())) {
    return usual(plan) ? std::string(usually) : std::string();
  }
  const bool excludes = !any_order && !choice.exclude.empty();
  if ((excludes && choice.exclude_leaves) || !choice.back_keeps) return {};
  Steps steps;
  for (const auto& row : table->rows) steps.push_back(row.front().text);
  if (any_order) steps = choice.steps;
  if (steps.size() < 2) return "SELECT CAST(NULL AS DOUBLE) AS value";
  const auto& notes = table->notes;
  const Rules rules{choice, plan, std::find(notes.begin(), notes.end(), "later_implies_earlier") != notes.end()};
  return "WITH " + numbered(steps, excludes ? choice.exclude : Steps()) + ",\n     " +
         (any_order ? depths_in_any_order(rules) : starts(rules) + ",\n     " + depths(rules, steps.size())) +
         share(rules, steps.size());
}

}  // namespace pegel
