// Measures and Shapes as SQL.

#include "kpis/kpi.h"
#include "kpis/sql_condition.h"

namespace pegel::kpis {

namespace {

// What must be there for the row to be taken.
std::string needed(const Measure& measure, Kind kind) {
  const std::string of = column(measure.of);
  switch (measure.take) {
    case Take::row:
    case Take::deal:
    case Take::weight:
      return {};
    case Take::days: {
      const std::string since = column(measure.since);
      return since + " >= " + first_day(kind) + " AND " + of + " BETWEEN " + since + " AND CURRENT_DATE";
    }
    case Take::days_waited:
      return column(measure.since) + " >= " + first_day(kind) + " AND " + column(measure.since) + " <= coalesce(" + of +
             ", CURRENT_DATE) AND coalesce(" + of + " <= CURRENT_DATE, TRUE)" + waits_or_ends(measure.of);
    case Take::minutes_waited:
      return clocked_sql(measure.of, measure.since, kind);
    case Take::id:
      return (measure.by == Role::none ? of : "coalesce(" + of + ", " + column(measure.by) + ")") + " IS NOT NULL";
    default: {
      std::string text = of + " IS NOT NULL";
      for (const Role role : {measure.times, measure.less}) {
        if (role != Role::none) text += " AND " + column(role) + " IS NOT NULL";
      }
      return text;
    }
  }
}

/// A Measure over its kind's view.
class Expression {
 public:
  Expression(const Measure& measure, const Card& card)
      : measure_(measure),
        kind_(measure.kind == Kind::none ? card.kind : measure.kind),
        view_(name_of(kind_)),
        all_("all_" + view_) {
    if (measure.reach == Reach::company) view_ = all_;
    const Role date = measure.date == Role::none ? card.date : measure.date;
    if (measure.reach == Reach::stock || (card.semantic == Semantic::stock && measure.date == Role::none)) {
      add("status = 'open' AND coalesce(" + column(date) + " <= CURRENT_DATE, TRUE)");
    }
    for (const Condition& condition : measure.where) add(sql_of(condition, all_));
    add(needed(measure, kind_));
  }

  std::string count() const { return measure_.take == Take::weight ? "coalesce(" + sum() + ", 0)" : over("count(*)"); }
  std::string sum() const { return over("sum(" + taken() + ")"); }
  std::string mean() const { return over("avg(" + taken() + ")"); }
  std::string units() const {
    if (measure_.take != Take::id) return count();
    const std::string of = column(measure_.of);
    const bool other = measure_.by != Role::none;
    return over("count(DISTINCT " + (other ? "coalesce(" + of + ", chr(10) || " + column(measure_.by) + ")" : of) +
                ")");
  }
  /// Of the different ids those that another Measure has, too.
  std::string among(const Expression& other) const {
    const std::string inside = column(measure_.of) + " IN (SELECT " + column(other.measure_.of) + " FROM " +
                               other.view_ + (other.where_.empty() ? "" : " WHERE " + other.where_) + ")";
    return "(SELECT count(DISTINCT " + column(measure_.of) + ") FROM " + view_ + " WHERE " +
           (where_.empty() ? "" : where_ + " AND ") + inside + ")";
  }
  /// The Kaplan-Meier median: half way between the first time by which half have finished and that by which more have.
  std::string waiting() const {
    const bool minutes = measure_.take == Take::minutes_waited;
    const std::string of = column(measure_.of);
    const std::string waited =
        minutes ? "floor((epoch(" + end_of_wait(measure_.of) + ") - epoch(" + time_column(measure_.since) + ")) / 60)"
                : "coalesce(" + of + ", CURRENT_DATE) - " + column(measure_.since);
    return "(WITH waits AS (SELECT " + waited + " AS t, " + of + " IS NOT NULL AS done FROM " + view_ +
           (where_.empty() ? "" : " WHERE " + where_) +
           "),\n"
           "      times AS (SELECT t, count(*) FILTER (WHERE done) AS finished, sum(count(*)) OVER (ORDER BY t DESC) "
           "AS n\n"
           "                FROM waits GROUP BY t),\n"
           "      curve AS (SELECT t, exp(sum(CASE WHEN finished < n THEN ln(1.0 - finished * 1.0 / n) ELSE -1000 "
           "END)\n"
           "                              OVER (ORDER BY t)) AS open FROM times WHERE finished > 0)\n"
           " SELECT (min(t) FILTER (WHERE open < 0.5 + 1e-12)\n"
           "         + coalesce(min(t) FILTER (WHERE open < 0.5 - 1e-12), (SELECT max(t) FROM waits))) / " +
           (minutes ? "120.0" : "2.0") + " FROM curve)";
  }
  bool money() const { return measure_.take == Take::amount; }
  std::string median() const { return over("median(" + taken() + ")"); }
  /// One side of a quotient.
  std::string side() const { return money() || measure_.take == Take::number ? sum() : units(); }
  /// Of amounts: the one currency that they name, if any.
  std::string currency() const { return over("max(currency)"); }
  /// Of amounts: whether they are of more than one currency.
  std::string mixed() const { return over("count(DISTINCT coalesce(currency, ''))") + " > 1"; }

 private:
  void add(const std::string& condition) {
    if (!condition.empty()) where_ += (where_.empty() ? "" : " AND ") + condition;
  }
  std::string taken() const {
    const std::string of = column(measure_.of);
    if (measure_.take == Take::weight) {
      return "CASE WHEN EXISTS (SELECT 1 FROM " + all_ + " WHERE " + of + " IS NOT NULL) THEN " + of + " ELSE 1 END";
    }
    if (measure_.take == Take::days) return of + " - " + column(measure_.since);
    if (measure_.less != Role::none) return of + " - " + column(measure_.less);
    return measure_.times == Role::none ? of : of + " * " + column(measure_.times);
  }
  std::string over(const std::string& aggregate) const {
    return "(SELECT " + aggregate + " FROM " + view_ + (where_.empty() ? "" : " WHERE " + where_) + ")";
  }

  const Measure& measure_;
  Kind kind_;
  std::string view_;
  std::string all_;  // of all parts and periods
  std::string where_;
};

std::string total(const Shape& shape, const Expression& top, const Expression& rows, const Expression& among) {
  std::string text = "CASE " + (top.money() ? "WHEN " + top.mixed() + " THEN NULL\n            " : "") + "WHEN " +
                     top.count() + " > 0 THEN " + top.sum();
  if (shape.among != kNoMeasure) {
    text += "\n            WHEN " + rows.count() + " = 0 AND " + among.count() + " > 0 THEN 0";
  }
  return text + " END";
}

std::string per(const Expression& top, const Expression& bottom) {
  std::string mixed = top.money() ? top.mixed() : "";
  if (bottom.money()) mixed += (mixed.empty() ? "" : " OR ") + bottom.mixed();
  if (top.money() && bottom.money())
    mixed += " OR coalesce(" + top.currency() + " <> " + bottom.currency() + ", FALSE)";
  if (bottom.money()) mixed = "(" + mixed + ")";
  return (mixed.empty() ? top.side() : "CASE WHEN NOT " + mixed + " THEN " + top.side() + " END") +
         " * 1.0\n       / NULLIF(" + bottom.side() + ", 0)";
}

std::string value_of(const Kpi& kpi, const Shape& shape, Unit unit) {
  const auto expression = [&](uint8_t m) { return Expression(kpi.measures[m == kNoMeasure ? 0 : m], kpi.card); };
  const Expression top = expression(shape.top);
  const Expression bottom = expression(shape.bottom);
  const Expression among = expression(shape.among == kNoMeasure ? shape.top : shape.among);
  switch (shape.form) {
    case Form::share:
      return top.units() + " * 1.0\n       / NULLIF(" + bottom.units() + ", 0)";
    case Form::common:
      return top.among(bottom) + " * 1.0\n       / NULLIF(" + top.units() + ", 0)";
    case Form::events:
      return "CASE WHEN " + among.count() + " > 0 THEN " + top.units() + " END";
    case Form::number:
      return "NULLIF(" + top.count() + ", 0)";
    case Form::total:
      return total(shape, top, bottom, among);
    case Form::ratio:
      return "CASE WHEN NOT " + bottom.mixed() + " THEN coalesce(" + top.sum() + ", 0) * 1.0\n       / NULLIF(" +
             bottom.sum() + ", 0) END";
    case Form::mean:
      return "CASE WHEN NOT " + top.mixed() + " THEN " + bottom.mean() + " END";
    case Form::median:
      if (shape.bottom == kNoMeasure) return top.median();
      return "CASE WHEN NOT " + bottom.mixed() + " THEN " + top.median() + " END";
    case Form::units:
      return "NULLIF(" + top.units() + ", 0)";
    case Form::per:
      return per(top, bottom);
    case Form::rate:
      return top.units() + (unit == Unit::per_thousand ? " * 1000.0" : " * 1.0") + "\n       / NULLIF(" +
             bottom.units() + ", 0)";
    case Form::average:
      return top.mean();
    case Form::waiting:
      return top.waiting();
    case Form::own:
      break;
  }
  return {};
}

/// What the Card says itself; empty: its Measures say it.
std::string_view told_by(const Card& card, std::string_view variant) {
  for (const Variant& each : card.variants) {
    if (each.id == variant && (!each.sql.empty() || !each.is_default)) return each.sql;
  }
  return card.sql;
}

}  // namespace

std::string sql_of(const Kpi& kpi, std::string_view variant) {
  if (const auto told = told_by(kpi.card, variant); !told.empty()) return std::string(told);
  if (!kpi.measured()) return {};
  const std::string value = value_of(kpi, shape_of(kpi, variant), way_of(kpi.card, variant).unit);
  return value.empty() ? value : "SELECT " + value + " AS value";
}

}  // namespace pegel::kpis
