#include "kpis/target_line.h"

#include <algorithm>
#include <cmath>

#include "kpis/reached.h"
#include "kpis/row.h"
#include "pegel/day.h"

namespace pegel::kpis {
namespace {

using partial::Target;

bool is(const Target& row, TargetMode mode) { return row.mode == static_cast<uint8_t>(mode); }

bool is_change(const Target& row) { return is(row, TargetMode::relative_change) || is(row, TargetMode::points_change); }

bool above_one(Micros number) { return number != Target::kNone && (number > base::kOne || number < -base::kOne); }

bool says_percent(const Target& row) { return row.unit == "%" || (row.percent & 1) != 0; }

// A share above 1 is written in per cent, whatever its column says; and so is a change of more than itself.
double per_of_levels(const Target& row, const Way& way) {
  if (way.unit != Unit::share) return 1;
  const bool level = !is_change(row);
  const bool said = row.unit == "%" || (level ? (row.percent & 1) != 0 : (row.percent & 2) != 0);
  return said || (level && above_one(row.target)) || above_one(row.baseline) ? 100 : 1;
}

std::optional<double> number_of(Micros number, double per) {
  if (number == Target::kNone) return std::nullopt;
  return base::to_double(number) / per;
}

std::optional<double> target_of(const Target& row, const TargetLine& line, double per) {
  if (!is_change(row)) return number_of(row.target, per);
  if (row.target == Target::kNone || !line.baseline) return std::nullopt;
  if (is(row, TargetMode::points_change)) {
    const bool share = line.way().unit == Unit::share;
    return *line.baseline + *number_of(row.target, share ? 100 : 1);
  }
  const double change = *number_of(row.target, says_percent(row) || above_one(row.target) ? 100 : 1);
  return *line.baseline * (1 + change);
}

bool is_guessed(const Target& row, double per) {
  if (is(row, TargetMode::relative_change)) return !says_percent(row) && above_one(row.target);
  return per != 1 && !says_percent(row) && !is_change(row);
}

Direction direction_of(const Target& row, const Way& way) {
  if (row.direction != 0) return row.direction == 1 ? Direction::up : Direction::down;
  return way.direction;
}

// A change of 1 may be one per cent, or twice as much.
bool is_whole_change(const Target& row) {
  return is(row, TargetMode::relative_change) && !says_percent(row) &&
         (row.target == base::kOne || row.target == -base::kOne);
}

// Where the data reach over those days.
std::optional<double> a_year_before(const TargetLine& line, History& history, Day as_of) {
  if (line.card == nullptr || !line.dated()) return std::nullopt;
  const Period days = history.before(line.period(), Comparison::year);
  if (!covers(history, line, days, as_of)) return std::nullopt;
  return history.in(line.row.kpi, line, days).estimate.value;
}

/// The row is a target or a benchmark, not only what was reached.
bool is_asked(const Target& row) { return row.actual == Target::kNone || row.target != Target::kNone; }

TargetLine line_of(const Target& row, const Plan& plan, History& history, Day as_of) {
  TargetLine line;
  line.row = row;
  line.card = history.card_of(row.kpi);
  if (line.card != nullptr) line.variant = variant_of(plan, *line.card);
  const double per = per_of_levels(row, line.way());
  line.baseline = number_of(row.baseline, per);
  if (is_change(row) && !line.baseline) {
    line.baseline = a_year_before(line, history, as_of);
    line.last_year = line.baseline.has_value();
  }
  line.target = target_of(row, line, per);
  line.warn_at = number_of(row.warn_at, per);
  line.fail_at = number_of(row.fail_at, per);
  line.direction = direction_of(row, line.way());
  line.guessed_percent = is_guessed(row, per);
  line.whole_change = is_whole_change(row);
  return line;
}

Actual actual_of(const TargetLine& line, History& history, Day as_of) {
  if (line.dated()) return history.in(line.row.kpi, line, line.period());
  if (!line.benchmark()) return {{}, "no_date"};
  Period days = history.data_of(line.row.kpi);
  days.end = std::min(days.end, as_of + 1);
  return history.in(line.row.kpi, line, days);
}

// What the files say themselves, in the unit that the target is in.
Actual said(double reached) {
  Actual actual;
  actual.estimate.value = reached;
  actual.estimate.n = 1;
  return actual;
}

}  // namespace

bool TargetLine::dated() const {
  return row.start != Target::kNoDay && row.end != Target::kNoDay && row.start <= row.end;
}

bool TargetLine::in_other_currency(const Estimate& figure) const {
  return way().unit == Unit::money && !row.currency.empty() && !figure.currency.empty() &&
         row.currency != figure.currency;
}

bool TargetLine::scoped() const { return company() || !row.scope_id.empty(); }

bool TargetLine::whole() const {
  return !benchmark() && !row.kpi.empty() && dated() && scoped() && row.target != Target::kNone;
}

std::string_view TargetLine::verdict() const {
  if (!actual.why_not.empty()) return actual.why_not;
  if (!target) return "no_baseline";
  return over ? attained.verdict : "running";
}

bool covers(const History& history, const TargetLine& line, const Period& days, Day as_of) {
  if (days.end - 1 > as_of) return false;
  const Period data = history.data_of(line.row.kpi);
  const Day missing = std::max(0, data.start - days.start) + std::max(0, days.end - data.end);
  return data.start < days.end && missing * 10 <= days.end - days.start;
}

bool adds_up(const Card& card, std::string_view variant) {
  constexpr std::string_view kNotAdded[] = {"/ ", "mean ", "median ", "different "};
  const Way way = way_of(card, variant);
  const std::string_view formula = formula_of(card, variant);
  return way.semantic == Semantic::flow && (way.unit == Unit::money || way.unit == Unit::count) &&
         std::none_of(std::begin(kNotAdded), std::end(kNotAdded),
                      [&](std::string_view word) { return formula.find(word) != std::string_view::npos; });
}

std::vector<TargetLine> target_lines(const Answers& of_smart_check, History& history, const Context& context) {
  const std::vector<Target>& rows = listed_targets(of_smart_check);
  std::vector<TargetLine> lines;
  const Target* last = nullptr;
  for (const Target& row : rows) {
    if (!is_asked(row) || (last != nullptr && last->asked() == row.asked())) continue;
    last = &row;
    TargetLine& line = lines.emplace_back(line_of(row, context.plan, history, context.as_of));
    if (const auto told = line.dated() ? reached(row, rows, context.as_of) : std::nullopt) {
      line.said = true;
      line.said_until = told->until;
      line.actual = said(*number_of(told->sum, per_of_levels(row, line.way())));
    } else {
      line.actual = actual_of(line, history, context.as_of);
    }
    if (line.target) line.attained = attain(line.actual.estimate, *line.target, line.baseline, line.direction);
    line.over = line.dated() && row.end <= context.as_of;
  }
  return lines;
}

const TargetLine* speaker(const std::vector<const TargetLine*>& lines) {
  const auto rank = [](const TargetLine& line) {
    const bool money = line.way().unit == Unit::money;
    return std::make_tuple(money, line.row.start, -line.row.end);
  };
  const TargetLine* best = nullptr;
  for (const TargetLine* line : lines) {
    if (line->company() && (best == nullptr || rank(*line) > rank(*best))) best = line;
  }
  return best;
}

Table target_table(std::string_view id, std::string_view kpi, std::initializer_list<TableColumn> columns) {
  Table table;
  table.id = id;
  table.kpi = kpi;
  table.columns = {{"kpi", "text"},          {"scope_type", "text"}, {"scope_id", "text"},
                   {"period_start", "text"}, {"period_end", "text"}, {"unit", "text"}};
  table.columns.insert(table.columns.end(), columns);
  return table;
}

std::vector<TableCell> target_cells(const TargetLine& line) {
  const auto text_of = [](Day day) { return day == Target::kNoDay ? std::string() : iso_text(day); };
  const std::string_view unit = line.card == nullptr ? std::string_view() : name_of(line.way().unit);
  return {cell(line.row.kpi),          cell(line.row.scope_type),
          cell(line.row.scope_id),     cell(text_of(line.row.start)),
          cell(text_of(line.row.end)), cell(unit)};
}

void put_first(Table& table, bool (*asks)(const std::vector<TableCell>& row)) {
  std::stable_partition(table.rows.begin(), table.rows.end(), asks);
}

TableCell cell(std::optional<double> number) { return {number, {}}; }
TableCell cell(std::string_view text) { return {{}, std::string(text)}; }

partial::Target listed(const Row& row) {
  const auto number = [&](Role role) { return known(row.number(role)) ? row.number(role) : Target::kNone; };
  const auto day = [&](Role role) { return known(row.day(role)) ? row.day(role) : Target::kNoDay; };
  Target t;
  t.kpi = row.text(Role::kpi_id);
  t.start = day(Role::period_start);
  t.end = day(Role::period_end);
  t.scope_type = row.text(Role::scope_type);
  t.scope_id = row.text(Role::scope_id);
  if (t.scope_type.empty() && t.scope_id.empty()) t.scope_type = "company";
  t.target = number(Role::target);
  t.baseline = number(Role::baseline);
  t.warn_at = number(Role::warn_at);
  t.fail_at = number(Role::fail_at);
  t.percent = (row.frame.percent(Role::target) ? 1 : 0) | (row.frame.percent(Role::baseline) ? 2 : 0);
  t.mode = row.frame.canonical(Role::mode, row.i);
  t.direction = row.frame.canonical(Role::direction, row.i);
  t.confirmed = day(Role::confirmed);
  t.unit = row.text(Role::unit);
  t.goal = row.text(Role::goal);
  t.source = row.text(Role::source);
  t.actual = number(Role::actual);
  t.currency = dataset::name_of(row.frame.named_currency(row.i));
  return t;
}

Use dated_target(const Row& row) {
  const Target t = listed(row);
  if (t.kpi.empty()) return Use::other_kpi;
  if (is(t, TargetMode::benchmark)) return Use::other_type;
  if (t.start == Target::kNoDay || t.end == Target::kNoDay) return Use::no_date;
  if (t.end < t.start) return Use::impossible_dates;
  return t.scope_id.empty() && t.scope_type != "company" ? Use::no_scope : Use::used;
}

}  // namespace pegel::kpis
