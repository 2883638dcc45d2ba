#include "kpis/measure.h"

#include <algorithm>

#include "kpis/kpi.h"
#include "kpis/row.h"

namespace pegel::kpis {

namespace {

bool same_conditions(const Measure& a, const Measure& b) {
  return std::equal(a.where.begin(), a.where.end(), b.where.begin(), b.where.end());
}

void require_number(Role role, const Frame& frame, std::vector<Use>& uses) {
  const Use missing = without(role);
  leave_out(uses, [&](std::size_t row) { return known_or(frame.number(role, row), missing); });
}

void require_text(Role role, const Frame& frame, std::vector<Use>& uses) {
  const Use missing = without_text(role);
  leave_out(uses, [&](std::size_t row) { return frame.text(role, row).empty() ? missing : Use::used; });
}

void require_day(Role role, const Frame& frame, std::vector<Use>& uses) {
  leave_out(uses, [&](std::size_t row) {
    const Day day = frame.day(role, row);
    if (!known(day)) return day == table::kUnreadable<Day> ? Use::unreadable : Use::no_date;
    return frame.can_have_happened(day) ? Use::used : Use::impossible_dates;
  });
}

void require_readable(Role role, const Frame& frame, std::vector<Use>& uses) {
  leave_out(uses, [&](std::size_t row) {
    return frame.day(role, row) == table::kUnreadable<Day> ? Use::unreadable : Use::used;
  });
}

}  // namespace

bool same_rows(const Measure& a, const Measure& b) {
  const auto needs = [](const Measure& m) {
    const bool number =
        m.take == Take::number || m.take == Take::amount || m.take == Take::value || m.take == Take::squares;
    return std::make_tuple(number ? Take::number : m.take, m.of, m.since, m.until, m.times, m.less, m.per, m.by);
  };
  return same_conditions(a, b) && needs(a) == needs(b);
}

bool alike(const Measure& a, const Measure& b) { return a.take == b.take && same_rows(a, b); }

std::vector<Use> judge(const Measure& measure, const Frame& frame) {
  std::vector<Use> uses(frame.rows());
  for (const Condition& condition : measure.where) apply(condition, frame, uses);
  switch (measure.take) {
    case Take::row:
    case Take::deal:
    case Take::spread:
      break;
    case Take::answer:
      leave_out(uses, [&](std::size_t row) {
        const Micros score = frame.number(measure.of, row);
        if (!known(score)) return known_or(score, Use::no_score);
        const bool whole = score % base::kOne == 0;
        return whole && score >= 0 && score <= 10 * base::kOne ? Use::used : Use::out_of_scale;
      });
      require_day(measure.since, frame, uses);
      break;
    case Take::id:
      if (measure.by == Role::none) {
        require_text(measure.of, frame, uses);
      } else {
        apply(either(measure.of, measure.by, without_text(measure.by)), frame, uses);
      }
      break;
    case Take::id_within:
      require_text(measure.of, frame, uses);
      require_text(measure.by, frame, uses);
      break;
    case Take::weight:
      if (frame.has(measure.of)) require_number(measure.of, frame, uses);
      break;
    case Take::days:
      leave_out(uses, [&](std::size_t row) {
        int32_t days = 0;
        return duration(frame, row, measure.since, measure.of, days);
      });
      break;
    case Take::met:
    case Take::visit:
    case Take::stay:
      require_text(measure.of, frame, uses);
      require_day(measure.since, frame, uses);
      if (measure.take == Take::stay) require_readable(measure.until, frame, uses);
      break;
    case Take::row_daily:
      require_day(measure.since, frame, uses);
      break;
    case Take::days_waited:
      leave_out(uses, [&](std::size_t row) { return waited_days(frame, row, measure.since, measure.of).use; });
      break;
    case Take::minutes_waited:
      leave_out(uses, [&](std::size_t row) { return waited_minutes(frame, row, measure.since, measure.of).use; });
      break;
    default:
      require_number(measure.of, frame, uses);
      for (const Role role : {measure.times, measure.less, measure.per}) {
        if (role != Role::none) require_number(role, frame, uses);
      }
      if (measure.since != Role::none) require_day(measure.since, frame, uses);
  }
  return uses;
}

const std::vector<Use>& Judgements::of(const Measure& measure, const Frame& frame) {
  const bool worded = std::any_of(measure.where.begin(), measure.where.end(),
                                  [](const Condition& condition) { return !condition.words.empty(); });
  if (worded) return unkept_ = judge(measure, frame);
  const auto found =
      std::find_if(judged_.begin(), judged_.end(), [&](const Judged& j) { return same_rows(j.measure, measure); });
  if (found != judged_.end()) return found->uses;
  return judged_.emplace_back(Judged{measure, judge(measure, frame)}).uses;
}

}  // namespace pegel::kpis
