#include "cli/print.h"

#include <cmath>
#include <cstdio>
#include <iostream>

#include "cli/text_grid.h"

namespace pegel::cli {

namespace {

std::string grouped(std::string digits) {
  const auto point = std::min(digits.find('.'), digits.size());
  const std::size_t start = digits.starts_with('-') ? 1 : 0;
  for (std::size_t at = point; at > start + 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string fixed(double value, int places) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", places, value);
  return grouped(text);
}

std::string number(double value, Unit unit, std::string_view currency = {}) {
  const std::string suffix = currency.empty() ? std::string() : " " + std::string(currency);
  switch (unit) {
    case Unit::count:
      return fixed(value, value == std::floor(value) ? 0 : 1);
    case Unit::money:
      return fixed(value, 2) + suffix;
    case Unit::share:
      return fixed(value * 100, 1) + " %";
    case Unit::days:
      return fixed(value, 1) + " days";
    case Unit::money_per_day:
      return fixed(value, 2) + suffix + " a day";
    case Unit::net_score:
    case Unit::index:
    case Unit::points:
      return fixed(value, 1);
  }
  return {};
}

std::string interval(const Estimate& e, Unit unit) {
  if (!e.low || !e.high) return {};
  return "[" + number(*e.low, unit) + ", " + number(*e.high, unit) + "]";
}

std::string mark(const Estimate& e) {
  switch (gate_of(e.n)) {
    case Gate::few:
      return "too few rows";
    case Gate::small:
      return "small sample";
    default:
      return {};
  }
}

std::string change(const KpiReport& kpi) {
  if (!kpi.compared || !kpi.compared->change) return {};
  const Compared& c = *kpi.compared;
  const Unit unit = kpi.card->unit;
  const std::string size = c.relative            ? fixed(std::abs(*c.relative) * 100, 1) + " %"
                           : unit == Unit::share ? fixed(std::abs(*c.change) * 100, 1) + " points"
                                                 : number(std::abs(*c.change), unit);
  const std::string sign = *c.change > 0 ? "up " : *c.change < 0 ? "down " : "unchanged ";
  const bool chance = c.distinguishable && !*c.distinguishable;
  return sign + size + ", " + c.current + " against " + c.period + (chance ? " (could be chance)" : "");
}

std::string reason_text(const KpiReport& kpi) {
  if (kpi.status == KpiStatus::missing_kind) return "needs a file of " + std::string(name_of(kpi.card->kind));
  std::string text = "needs ";
  for (const Role role : kpi.missing) text += (text.size() > 6 ? ", " : "") + std::string(name_of(role));
  return text;
}

void print_sources(std::ostream& out, const Report& report) {
  for (const SourceReport& s : report.sources) {
    out << s.file << ": " << grouped(std::to_string(s.rows)) << " rows = " << grouped(std::to_string(s.used))
        << " used + " << grouped(std::to_string(s.left_out)) << " left out; "
        << (s.kind == Kind::none ? std::string("kind not known") : std::string(name_of(s.kind)));
    if (s.first && s.last) out << ", " << iso_text(*s.first) << " to " << iso_text(*s.last);
    out << '\n';
  }
}

void print_values(std::ostream& out, const Report& report) {
  TextGrid grid({false, true, false, true, false, false});
  std::string_view group;
  for (const KpiReport& kpi : report.kpis) {
    if (kpi.status == KpiStatus::missing_kind || kpi.status == KpiStatus::missing_role) continue;
    if (kpi.group != group) {
      group = kpi.group;
      grid.add({});
      grid.add({std::string(group)});
    }
    const Unit unit = kpi.card->unit;
    const auto& e = kpi.total;
    grid.add({"  " + std::string(kpi.card->name),
              e.value ? number(*e.value, unit, e.currency) : "undefined: " + std::string(e.undefined),
              interval(e, unit), "n " + grouped(std::to_string(e.n)), mark(e), change(kpi)});
  }
  grid.print(out, "");
}

void print_left_out(std::ostream& out, const Report& report) {
  bool any = false;
  for (const KpiReport& kpi : report.kpis) {
    if (kpi.excluded.empty()) continue;
    if (!any) out << "\nrows left out, by reason\n";
    any = true;
    out << "  " << kpi.card->name << ": ";
    for (std::size_t i = 0; i < kpi.excluded.size(); ++i) {
      out << (i > 0 ? ", " : "") << grouped(std::to_string(kpi.excluded[i].rows)) << ' ' << kpi.excluded[i].reason;
    }
    out << '\n';
  }
}

void print_breakdowns(std::ostream& out, const Report& report) {
  constexpr std::size_t kShown = 10;
  for (const KpiReport& kpi : report.kpis) {
    for (const Breakdown& breakdown : kpi.breakdown) {
      out << '\n' << kpi.card->name << " by " << breakdown.label << '\n';
      TextGrid grid({true, false, true, false, true, false});
      for (std::size_t i = 0; i < breakdown.values.size() && i < kShown; ++i) {
        const BreakdownValue& v = breakdown.values[i];
        grid.add({v.rank > 0 ? std::to_string(v.rank) : "-", v.key.empty() ? "(none)" : v.key,
                  v.estimate.value ? number(*v.estimate.value, kpi.card->unit, v.estimate.currency)
                                   : std::string(v.estimate.undefined),
                  interval(v.estimate, kpi.card->unit), "n " + grouped(std::to_string(v.estimate.n)),
                  mark(v.estimate)});
      }
      grid.print(out, "  ");
      if (breakdown.values.size() > kShown)
        out << "  … and " << breakdown.values.size() - kShown << " more (--json has all)\n";
    }
  }
}

std::string cell_text(const TableCell& cell, const std::string& unit) {
  if (!cell.number) return cell.text;
  if (unit == "share") return fixed(*cell.number * 100, 1) + " %";
  return fixed(*cell.number, *cell.number == std::floor(*cell.number) ? 0 : 2);
}

void print_table(std::ostream& out, const Table& table) {
  if (table.rows.empty()) return;
  out << '\n' << table.id << (table.title.empty() ? "" : " by " + table.title) << '\n';
  std::vector<bool> right;
  std::vector<std::string> header;
  for (const TableColumn& column : table.columns) {
    right.push_back(column.unit != "text");
    header.push_back(column.id);
  }
  TextGrid grid(right);
  grid.add(header);
  for (const auto& row : table.rows) {
    std::vector<std::string> cells;
    for (std::size_t c = 0; c < row.size(); ++c) cells.push_back(cell_text(row[c], table.columns[c].unit));
    grid.add(std::move(cells));
  }
  grid.print(out, "  ");
}

void print_issues(std::ostream& out, const std::vector<Issue>& issues) {
  if (!issues.empty()) out << "\nissues\n";
  for (const Issue& issue : issues) {
    out << "  " << issue.code << (issue.subject.empty() ? "" : " in \"" + issue.subject + "\"") << ": "
        << grouped(std::to_string(issue.count));
    if (issue.rows_left_out > 0) out << ", rows left out: " << grouped(std::to_string(issue.rows_left_out));
    if (!issue.places.empty()) {
      const Place& place = issue.places.front();
      out << "; first at " << place.file << ':' << place.line;
      if (place.column > 0) out << ':' << place.column;
      if (!place.excerpt.empty()) out << " \"" << place.excerpt << '"';
    }
    out << '\n';
  }
}

void print_queries(std::ostream& out, const Profile& profile) {
  for (const Query& query : profile.queries) {
    out << "  asks " << query.code;
    if (query.column >= 0) out << " of \"" << profile.columns[static_cast<std::size_t>(query.column)].name << '"';
    out << ':';
    for (const auto& value : query.values) out << " \"" << value << '"';
    out << '\n';
    for (const Option& option : query.options) {
      out << "    " << option.choice << (option.readings.empty() ? "" : ": ");
      for (std::size_t i = 0; i < option.readings.size(); ++i) out << (i > 0 ? ", " : "") << option.readings[i];
      out << '\n';
    }
  }
}

std::string shown(std::string_view delimiter) { return delimiter == "\t" ? "tab" : std::string(delimiter); }

std::string sure(const Guess& guess) { return "sure " + fixed(guess.confidence * 100, 0) + " %"; }

}  // namespace

void print(std::ostream& out, const Profile& profile) {
  out << profile.file << '\n';
  out << "  " << name_of(profile.dialect.encoding) << " · " << shown(profile.dialect.delimiter) << " · header rows "
      << profile.dialect.header_rows << " · " << name_of(profile.dialect.line_ending) << " ("
      << sure(profile.dialect_guess) << ")\n";
  out << "  kind: " << (profile.kind == Kind::none ? "not known" : name_of(profile.kind)) << " ("
      << sure(profile.kind_guess) << "; " << profile.kind_guess.reason << ")\n";
  TextGrid grid({false, false, false, false, false});
  for (const ColumnProfile& column : profile.columns) {
    const bool mapped = column.role != Role::none;
    grid.add({column.name, std::string(name_of(column.type)), mapped ? std::string(name_of(column.role)) : "-",
              mapped ? sure(column.role_guess) : "", column.samples.empty() ? "" : column.samples.front()});
  }
  grid.print(out, "  ");
  print_queries(out, profile);
  print_issues(out, profile.issues);
}

void print(std::ostream& out, const Report& report, const std::vector<Profile>& profiles) {
  print_sources(out, report);
  for (const Profile& profile : profiles) print_queries(out, profile);
  print_values(out, report);
  for (const Table& table : report.tables) print_table(out, table);
  print_breakdowns(out, report);
  print_left_out(out, report);
  for (const KpiReport& kpi : report.kpis) {
    if (kpi.status == KpiStatus::missing_role) out << "\n" << kpi.card->name << ": " << reason_text(kpi);
  }
  out << '\n';
  print_issues(out, report.issues);
}

void print(std::ostream& out, const RowsPage& page) {
  TextGrid grid(std::vector<bool>(page.columns.size(), false));
  grid.add(page.columns);
  for (const auto& row : page.rows) grid.add(row);
  grid.print(out, "");
  out << page.rows.size() << " of " << page.total << " rows\n";
}

void print(std::ostream& out, const std::vector<CatalogueEntry>& catalogue) {
  TextGrid grid({false, false, false});
  for (const CatalogueEntry& entry : catalogue) {
    grid.add({std::string(entry.group) + "/" + std::string(entry.card->id), std::string(entry.card->name),
              std::string(entry.card->formula)});
  }
  grid.print(out, "");
}

void print_error(const Error& error) {
  std::cerr << "pegel: ";
  if (!error.place.file.empty() && error.place.line > 0) {
    std::cerr << error.place.file << ':' << error.place.line << ':';
    if (error.place.column > 0) std::cerr << error.place.column << ':';
    std::cerr << ' ';
  }
  std::cerr << error.text << '\n';
}

}  // namespace pegel::cli
