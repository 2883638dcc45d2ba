#include "table/date_evidence.h"

#include <algorithm>
#include <array>
#include <string>

namespace pegel::table {
namespace {

using enum DateOrder;

constexpr std::array<DateOrder, 9> kOrders = {ymd,         dmy,          mdy,          month_year, quarter_year,
                                              unix_millis, unix_seconds, excel_serial, year};

const char* name_in_words(DateOrder order) {
  switch (order) {
    case ymd:
      return "year first";
    case dmy:
      return "day first";
    case mdy:
      return "month first";
    case excel_serial:
      return "Excel serial days";
    case unix_seconds:
      return "Unix seconds";
    case unix_millis:
      return "Unix milliseconds";
    case month_year:
      return "months";
    case quarter_year:
      return "quarters";
    case year:
      return "years";
  }
  return "";
}

bool off_midnight(const WrittenDate& date, DateOrder order) {
  if (order == unix_seconds) return (date.number * 1000 + date.millis) % kDayMillis != 0;
  if (order == unix_millis) return date.number % kDayMillis != 0;
  return date.has_time && date.millis % kDayMillis != 0;
}

bool may_be_season(const WrittenDate& month) { return month.digits == 4 && month.b == (month.c + 1) % 100; }

/// A year of two digits that is read as one of this century and lies far ahead.
bool is_far_ahead(int year) { return year >= 40 && year < 70; }

std::string count_text(int64_t n) { return std::to_string(n) + (n == 1 ? " value" : " values"); }

}  // namespace

DateTally& DateEvidence::tally(const DateTally& like) {
  for (auto& known : tallies_) {
    if (known.key() == like.key()) return known;
  }
  return tallies_.emplace_back(DateTally{like.shape, like.separator, like.order, like.named, like.two_digit_year});
}

void DateEvidence::add(std::string_view text, int64_t times) {
  values_ += times;
  const auto date = take_date_apart(text);
  if (!date) return;
  const DateOrder order = order_of(*date);
  if (is_calendar(order)) shaped_ += times;
  if (date->shape == WrittenDate::Shape::month && !date->named) {
    months_ += times;
    seasons_ += may_be_season(*date) ? times : 0;
  }
  const unsigned set = readings_of(*date);
  if (set == 0) return;
  if (date->two_digit_year) {
    ahead_first_ += is_far_ahead(date->a) ? times : 0;
    ahead_last_ += is_far_ahead(date->c) ? times : 0;
  }
  if (off_midnight(*date, order)) times_ += times;
  if (date->half_day) half_days_ += times;
  tally({date->shape, date->separator, order, date->named, date->two_digit_year}).add(*date, set, times);
}

void DateEvidence::merge(const DateEvidence& other) {
  if (&other == this) return merge(DateEvidence(other));
  values_ += other.values_;
  shaped_ += other.shaped_;
  months_ += other.months_;
  seasons_ += other.seasons_;
  ahead_first_ += other.ahead_first_;
  ahead_last_ += other.ahead_last_;
  times_ += other.times_;
  half_days_ += other.half_days_;
  for (const auto& theirs : other.tallies_) tally(theirs).merge(theirs);
}

int64_t DateEvidence::readable(DateOrder order) const {
  int64_t sum = 0;
  for (const auto& known : tallies_) sum += known.readable(order);
  return sum;
}

DateProofs DateEvidence::proofs() const {
  DateProofs proofs;
  for (const auto& known : tallies_) proofs.add(known);
  return proofs;
}

DateOrder DateEvidence::best_order() const {
  DateOrder best = ymd;
  for (const auto order : kOrders) {
    if (readable(order) > readable(best)) best = order;
  }
  return best;
}

// The words for the format of most values that `order` reads.
void DateEvidence::describe(DateOrder order, Decision& decision) const {
  const DateTally* most = nullptr;
  DateFormat& format = decision.format;
  format.order = order;
  for (const auto& known : tallies_) {
    const int64_t reads = known.readable(order);
    if (reads == 0) continue;
    if (known.two_digit_year) format.two_digit_year = true;
    const int64_t lead = most == nullptr ? 1 : reads - most->readable(order);
    if (lead > 0 || (lead == 0 && known.key() < most->key())) most = &known;
  }
  if (most == nullptr) return;
  format.separator = most->separator;
  format.month_names = most->named;
  format.time = times_ > 0;
  decision.digits_only = most->separator == '\0' && !most->named;
  decision.days_apart = most->last_serial - most->first_serial;
  if (order == ymd && most->shape == WrittenDate::Shape::day_named) format.order = dmy;
  if (order == ymd && most->shape == WrittenDate::Shape::month_named) format.order = mdy;
  decision.readable = readable(format.order);
}

DateEvidence::Decision DateEvidence::decide() const {
  Decision decision;
  decision.shaped = shaped_;
  decision.seasons = seasons_ > 0 && seasons_ == months_;
  const DateOrder best = best_order();
  describe(best, decision);
  if (decision.readable == 0) return decision;
  decision.guess.confidence = decision.digits_only ? 0.6 : 1;
  decision.guess.reason = count_text(decision.readable) + " read as dates, " + name_in_words(decision.format.order);
  if (is_calendar(best) && !proofs().none()) decide_day_or_month(decision);
  decision.far_ahead = decision.format.order == ymd ? ahead_first_ : ahead_last_;
  return decision;
}

// Without proof: a place that holds nothing but 1 is the day of monthly figures; AM, PM and numbers without leading zero
// go with slashes and the month first; elsewhere the day mostly leads.
DateOrder DateEvidence::likelier_order(const DateProofs& proofs) const {
  if (proofs.first_is_day()) return dmy;
  if (proofs.second_is_day()) return mdy;
  return proofs.slashes && (half_days_ > 0 || proofs.of_open.bare > 0) ? mdy : dmy;
}

void DateEvidence::decide_day_or_month(Decision& decision) const {
  const DateProofs found = proofs();
  const int64_t most = std::max(found.day_first, found.month_first);
  const int64_t least = std::min(found.day_first, found.month_first);
  const int64_t as_year_first = readable(ymd);
  if (as_year_first > std::max(readable(dmy), readable(mdy))) return;
  if (found.looks_year_first() && as_year_first == std::max(readable(dmy), readable(mdy))) {
    describe(ymd, decision);
    decision.ambiguous = true;
    decision.other = decision.format;
    decision.other.order = dmy;
    decision.guess = {0.5, "the first number hardly changes, like a year", name_in_words(dmy)};
    return;
  }

  if (most == 0 && found.open == 0) {
    describe(dmy, decision);
    decision.guess = {0.9, "day and month are the same number in every value", name_in_words(mdy)};
    return;
  }
  const bool proven = most > 0;
  const DateOrder order = !proven ? likelier_order(found) : found.day_first >= found.month_first ? dmy : mdy;
  const DateOrder other = order == dmy ? mdy : dmy;
  describe(order, decision);
  if (!proven) {
    decision.ambiguous = true;
    decision.other = decision.format;
    decision.other.order = other;
    decision.guess = {0.5, "no value has a number over 12 that would prove the day", name_in_words(other)};
    return;
  }
  const double share = static_cast<double>(most) / static_cast<double>(most + least);
  decision.guess.confidence = least == 0 ? 1 : share >= 0.98 ? 0.9 : 0.6 * share;
  decision.guess.reason = count_text(most) + " can only be read " + name_in_words(order);
  decision.proofs = most;
  decision.contrary = least;
  if (least > 0) {
    decision.other = decision.format;
    decision.other.order = other;
    decision.guess.reason += ", " + std::to_string(least) + " only " + name_in_words(other);
    decision.guess.runner_up = name_in_words(other);
  }
  if (const int64_t swapped = found.swapped(); swapped > 0) {
    decision.swapped = swapped;
    decision.guess.confidence = 0.4;
    decision.guess.reason +=
        "; day and month of " + count_text(swapped) + " seem to have been swapped by a spreadsheet";
    decision.guess.runner_up = name_in_words(other);
  }
}

}  // namespace pegel::table
