#include <algorithm>
#include <array>
#include <cmath>
#include <ostream>

#include "cli/numbers.h"
#include "cli/print.h"
#include "cli/print_breakdowns.h"
#include "cli/text_grid.h"
#include "cli/texts.h"

namespace pegel::cli {

namespace {

// Reasons that belong to a KPI's definition, or are told for the file as a whole.
constexpr std::string_view kExpected[] = {"duplicate",   "no_partner",     "open",      "not_won",      "not_open",
                                          "unqualified", "other_question", "other_kpi", "other_period", "filtered"};

Unit unit_of(const KpiReport& kpi) { return way_of(*kpi.card, kpi.variant).unit; }

std::string change(const KpiReport& kpi) {
  if (!kpi.compared || !kpi.compared->change) return {};
  const Compared& c = *kpi.compared;
  const Unit unit = unit_of(kpi);
  const std::string size = c.relative            ? fixed(std::abs(*c.relative) * 100, 1) + " %"
                           : unit == Unit::share ? fixed(std::abs(*c.change) * 100, 1) + " points"
                                                 : number(std::abs(*c.change), unit);
  const bool chance = c.distinguishable && !*c.distinguishable;
  const std::string by = *c.change > 0 ? "up " + size : *c.change < 0 ? "down " + size : "unchanged";
  const char* against = c.to_date ? "compare.to_date" : "compare.against";
  return by + ", " + text(against, {{"current", c.current}, {"period", c.period}}) +
         (chance ? " (" + text("compare.chance") + ")" : "");
}

std::string days_of(const Period& period) { return iso_text(period.start) + " to " + iso_text(period.end - 1); }

// Not two days with a slash between.
bool is_unit(const std::string& name) { return name.size() < std::string_view("2026-03-01/2026-03-10").size(); }

// "2026/27", else its days.
std::string words_of(const Period& period, int year_starts) {
  const std::string name = period_name(period, year_starts);
  return is_unit(name) ? name : days_of(period);
}

void print_sources(std::ostream& out, const Report& report) {
  for (const SourceReport& s : report.sources) {
    out << s.file << ": " << grouped(s.rows) << " rows = " << grouped(s.used) << " used + " << grouped(s.left_out)
        << " left out; " << word("kind", pegel::name_of(s.kind).empty() ? "none" : pegel::name_of(s.kind));
    if (s.first && s.last) out << ", " << iso_text(*s.first) << " to " << iso_text(*s.last);
    out << '\n';
  }
  if (!report.period) return;
  const std::string name = period_name(*report.period, report.year_starts), days = days_of(*report.period);
  out << "period " << (is_unit(name) ? name + ", " + days : days) << '\n';
}

bool is_default(const KpiReport& kpi) {
  const auto& variants = kpi.card->variants;
  return std::none_of(variants.begin(), variants.end(),
                      [&](const Variant& variant) { return variant.id == kpi.variant && !variant.is_default; });
}

void print_chosen_variants(std::ostream& out, const Report& report) {
  for (const KpiReport& kpi : report.kpis) {
    if (kpi.status != KpiStatus::ok || is_default(kpi)) continue;
    const std::string key = "variant." + std::string(kpi.card->id) + "." + std::string(kpi.variant);
    out << '\n' << name_of(kpi) << ": " << text(key, {}) << " (--variant)\n";
  }
}

// A mean that a few large values have pulled far from the median is shown beside it.
constexpr double kPulled = 1.5;
std::string median_beside(const KpiReport& kpi) {
  const Estimate& e = kpi.total;
  if (kpi.variant == "median") return {};
  for (const Part& part : e.parts) {
    if (part.name != "median" || *e.value <= kPulled * part.value) continue;
    return text("outliers.median", {{"median", number(part.value, unit_of(kpi), e.currency)}});
  }
  return {};
}

// What a KPI that looks at periods itself is about, where the plan names none.
std::string period_of(const KpiReport& kpi, const Report& report) {
  if (!kpi.period || report.period) return {};
  return words_of(*kpi.period, report.year_starts);
}

std::string joined(const std::string& a, const std::string& b) { return a.empty() || b.empty() ? a + b : a + "; " + b; }

void print_values(std::ostream& out, const Report& report) {
  TextGrid grid({false, true, false, true, false, false});
  std::string_view group;
  for (const KpiReport& kpi : report.kpis) {
    if (kpi.status != KpiStatus::ok) continue;
    if (kpi.group != group) {
      group = kpi.group;
      grid.add({});
      grid.add({word("group", group)});
    }
    const Estimate& e = kpi.total;
    grid.add({"  " + name_of(kpi), number(*e.value, unit_of(kpi), e.currency), interval(e, unit_of(kpi)),
              "n " + grouped(e.n), small_sample(e),
              joined(joined(period_of(kpi, report), median_beside(kpi)), change(kpi))});
  }
  grid.print(out, "");
  print_chosen_variants(out, report);
}

// Why a KPI has no value, in words that say what would give one.
std::string lack_of(const KpiReport& kpi) {
  if (kpi.status == KpiStatus::undefined) return word("undefined", kpi.total.undefined);
  if (kpi.status == KpiStatus::missing_kind) {
    std::string kinds;
    for (const Kind kind : kpi.missing_kinds) kinds += (kinds.empty() ? "" : ", ") + word("kind", pegel::name_of(kind));
    return text("locked.kind", {{"kind", kinds}});
  }
  std::string roles;
  for (const Role role : kpi.missing) {
    roles += (roles.empty() ? "" : ", ") + word("role", pegel::name_of(role)) + " (" +
             std::string(pegel::name_of(role)) + ")";
  }
  return text("locked.roles", {{"roles", roles}});
}

/// Texts under a heading each, in the order of first use.
class Groups {
 public:
  void add(const std::string& heading, const std::string& text) {
    const auto at = std::find_if(groups_.begin(), groups_.end(), [&](const auto& g) { return g.first == heading; });
    if (at == groups_.end()) {
      groups_.emplace_back(heading, text);
    } else {
      at->second += ", " + text;
    }
  }
  void print(std::ostream& out, const char* title) const {
    if (!groups_.empty()) out << '\n' << title << '\n';
    for (const auto& [heading, text] : groups_) out << "  " << heading << ": " << text << '\n';
  }

 private:
  std::vector<std::pair<std::string, std::string>> groups_;
};

void print_converted(std::ostream& out, const Report& report) {
  Groups groups;
  for (const KpiReport& kpi : report.kpis) {
    if (!kpi.converted || kpi.status != KpiStatus::ok) continue;
    const Converted& c = *kpi.converted;
    std::string files;
    for (const std::string& file : c.files) files += (files.empty() ? "" : ", ") + file;
    groups.add(text("converted.rows", {{"to", c.to},
                                       {"files", files},
                                       {"n", std::to_string(c.rows)},
                                       {"first", iso_text(c.first)},
                                       {"last", iso_text(c.last)}}),
               name_of(kpi));
  }
  groups.print(out, "Converted amounts");
}

// A place among others is no figure of all together: there is a table, or figures of parts.
bool has_parts(const Report& report, const KpiReport& kpi) {
  if (kpi.total.undefined != "no_reference" && kpi.total.undefined != "see_table") return false;
  const auto its = [&](const Table& table) { return table.kpi == kpi.card->id && !table.rows.empty(); };
  const auto known = [](const Breakdown& breakdown) {
    return std::any_of(breakdown.values.begin(), breakdown.values.end(),
                       [](const BreakdownValue& value) { return value.estimate.value.has_value(); });
  };
  return std::any_of(report.tables.begin(), report.tables.end(), its) ||
         std::any_of(kpi.breakdown.begin(), kpi.breakdown.end(), known);
}

void print_lacking(std::ostream& out, const Report& report) {
  Groups groups;
  for (const KpiReport& kpi : report.kpis) {
    if (kpi.status == KpiStatus::ok || has_parts(report, kpi)) continue;
    std::string lack = lack_of(kpi);
    if (lack.ends_with('.')) lack.pop_back();
    groups.add(lack, name_of(kpi));
  }
  groups.print(out, "Not computed");
}

void print_excluded(std::ostream& out, const Report& report) {
  Groups groups;
  for (const KpiReport& kpi : report.kpis) {
    for (const Excluded& excluded : kpi.excluded) {
      if (std::find(std::begin(kExpected), std::end(kExpected), excluded.reason) == std::end(kExpected)) {
        groups.add(grouped(excluded.rows) + " " + word("left_out", excluded.reason), name_of(kpi));
      }
    }
  }
  groups.print(out, "Rows that a KPI could not use");
}

std::string cell_text(const TableCell& cell, const std::string& unit) {
  if (!cell.number) return cell.text;
  if (unit == "share") return fixed(*cell.number * 100, 1) + " %";
  if (unit == "money" || unit == "money_per_day") return fixed(*cell.number, 2);
  if (unit == "days" || unit == "hours" || unit == "points" || unit == "index") return fixed(*cell.number, 1);
  return fixed(*cell.number, *cell.number == std::floor(*cell.number) ? 0 : 2);
}

/// A column whose cells are identifiers of the engine, and the group of their words.
struct Worded {
  std::string_view column;
  const char* group;
};
constexpr Worded kWorded[] = {{"kpi", "kpi"},          {"against", "kpi"},     {"journey_step", "column"},
                              {"score_group", "part"}, {"verdict", "verdict"}, {"scope_type", "scope"},
                              {"specific", "tick"},    {"measurable", "tick"}, {"achievable", "tick"},
                              {"relevant", "tick"},    {"timed", "tick"}};

// Whole in the JSON.
std::string on_one_line(std::string text) {
  constexpr std::size_t kShownBytes = 72;
  std::replace(text.begin(), text.end(), '\n', ' ');
  std::replace(text.begin(), text.end(), '\r', ' ');
  if (text.size() <= kShownBytes) return text;
  std::size_t end = kShownBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;  // inside a letter
  return text.substr(0, end) + "\u2026";
}

// "2026-01-01/2026-01-31".
std::string words_of_days(const std::string& text, int year_starts) {
  const auto start = day_of_iso(text.substr(0, 10)), last = day_of_iso(text.size() > 11 ? text.substr(11) : "");
  return start && last ? words_of({*start, *last + 1}, year_starts) : text;
}

std::string words_of(const std::string& text, const TableColumn& column, int year_starts) {
  if (column.id == "comment") return on_one_line(text);
  if (column.id == "judged_period") return words_of_days(text, year_starts);
  const auto* worded =
      std::find_if(std::begin(kWorded), std::end(kWorded), [&](const Worded& w) { return w.column == column.id; });
  if (worded != std::end(kWorded)) return word(worded->group, text);
  return column.unit == "text" ? text : word("undefined", text);
}

/// `own`: the unit that the row names for numbers whose column has none.
std::string cell_text(const TableCell& cell, const TableColumn& column, const std::string& own, int year_starts) {
  if (!cell.number && !cell.text.empty()) return words_of(cell.text, column, year_starts);
  return cell_text(cell, column.unit == "number" && !own.empty() ? own : column.unit);
}

std::string own_unit(const Table& table, const std::vector<TableCell>& row) {
  for (std::size_t c = 0; c < row.size(); ++c) {
    if (table.columns[c].id == "unit") return row[c].text;
  }
  return {};
}

// Intervals, points and quartiles stand in the JSON; on a screen they push the values apart. Units stand with their numbers.
bool is_detail(const std::string& id) {
  static constexpr std::array<std::string_view, 13> kEnds{"low",   "high",      "_points",  "_mean",      "_p25",
                                                          "_p75",  "_p90",      "coverage", "from_first", "_n",
                                                          "_rank", "_currency", "unit"};
  return std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return id.ends_with(end); });
}

std::vector<std::size_t> shown_columns(const Table& table) {
  std::vector<std::size_t> shown;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (!is_detail(table.columns[c].id)) shown.push_back(c);
  }
  return shown;
}

std::string heading_of(const TableColumn& column) {
  for (const char* group : {"column.", "kpi.", "role."}) {
    if (has_text(group + column.id)) return text(group + column.id);
  }
  return word("column", column.id);
}

void print_table(std::ostream& out, const Table& table, bool all, int year_starts) {
  if (table.rows.empty()) return;
  const std::string own = "figure." + table.id;
  const std::string title = table.id + ".title";
  out << '\n' << (has_text(own) ? text(own) : has_text(title) ? text(title) : word("kpi", table.kpi));
  if (!table.title.empty()) out << ", " << word("role", table.title);
  out << '\n';
  const auto columns = shown_columns(table);
  std::vector<bool> right;
  std::vector<std::string> header;
  for (const std::size_t c : columns) {
    right.push_back(table.columns[c].unit != "text");
    header.push_back(heading_of(table.columns[c]));
  }
  TextGrid grid(right);
  grid.add(header);
  const std::size_t rows = all || table.id == "funnel" ? table.rows.size() : std::min(table.rows.size(), kShown);
  for (std::size_t r = 0; r < rows; ++r) {
    std::vector<std::string> cells;
    const std::string unit = own_unit(table, table.rows[r]);
    for (const std::size_t c : columns)
      cells.push_back(cell_text(table.rows[r][c], table.columns[c], unit, year_starts));
    grid.add(std::move(cells));
  }
  grid.print(out, "  ");
  print_more(out, table.rows.size() - rows, {});
  for (const std::string& note : table.notes) out << "  " << word("note", note) << '\n';
}

}  // namespace

void print(std::ostream& out, const Report& report, bool all_values) {
  print_sources(out, report);
  print_values(out, report);
  print_converted(out, report);
  for (const Table& table : report.tables) {
    if (all_values || table.title.empty() || table.id != "funnel")
      print_table(out, table, all_values, report.year_starts);
  }
  print_breakdowns(out, report, all_values);
  print_links(out, report.links);
  print_excluded(out, report);
  print_lacking(out, report);
  print_issues(out, report.issues);
}

}  // namespace pegel::cli
