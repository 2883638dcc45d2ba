#include <algorithm>
#include <array>
#include <string>
#include <tuple>

#include "table/date_calendar.h"
#include "table/date_format.h"

namespace pegel::table {
namespace {

using Shape = WrittenDate::Shape;
using enum DateOrder;

constexpr std::array<DateOrder, 9> kOrders = {ymd,         dmy,          mdy,          month_year, quarter_year,
                                              unix_millis, unix_seconds, excel_serial, year};
constexpr unsigned bit_of(DateOrder order) { return 1u << static_cast<unsigned>(order); }
constexpr unsigned kDayFirst = bit_of(dmy);
constexpr unsigned kMonthFirst = bit_of(mdy);
constexpr std::size_t kReadings = 8;  // sets of ymd, dmy, mdy

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

/// The order of a date that is digits only, by how many there are; others have a shape of their own.
DateOrder order_of(const WrittenDate& date) {
  switch (date.shape) {
    case Shape::month:
      return month_year;
    case Shape::quarter:
      return quarter_year;
    case Shape::count:
      break;
    default:
      return ymd;
  }
  switch (date.digits) {
    case 4:
      return year;
    case 5:
      return excel_serial;
    case 6:
      return month_year;
    case 13:
      return unix_millis;
    default:
      return unix_seconds;
  }
}

/// Serials of 1954 … 2119, Unix times of 1990 … 2100: outside them digits are no dates.
bool plausible(const WrittenDate& date, DateOrder order) {
  switch (order) {
    case excel_serial:
      return date.number >= 20'000 && date.number < 80'000;
    case unix_seconds:
      return date.number >= 631'152'000 && date.number < 4'102'444'800;
    case unix_millis:
      return date.number >= 631'152'000'000 && date.number < 4'102'444'800'000;
    case year:
      return date.number >= 1900 && date.number < 2100;
    default:
      return true;
  }
}

DateFormat any_format(DateOrder order) {
  DateFormat format;
  format.order = order;
  format.two_digit_year = true;
  return format;
}

/// The set of calendar orders that read `date`.
unsigned readings_of(const WrittenDate& date) {
  unsigned set = 0;
  for (const auto order : {ymd, dmy, mdy}) {
    if (instant_of(date, any_format(order))) set |= bit_of(order);
  }
  return set;
}

bool off_midnight(const WrittenDate& date, DateOrder order) {
  if (order == unix_seconds) return (date.number * 1000 + date.millis) % kDayMillis != 0;
  if (order == unix_millis) return date.number % kDayMillis != 0;
  return date.has_time && date.millis % kDayMillis != 0;
}

uint64_t seen(int field) { return field >= 0 && field < 64 ? uint64_t{1} << field : 0; }
int distinct(uint64_t fields) { return __builtin_popcountll(fields); }
constexpr uint64_t kUpTo12 = (uint64_t{1} << 13) - 1;
constexpr uint64_t kOnlyOne = uint64_t{1} << 1;

/// How the fields below ten are written.
struct Padding {
  int64_t with_zero = 0;
  int64_t bare = 0;
  void add(const WrittenDate& date, int64_t times) {
    if (date.a >= 10 && date.b >= 10) return;
    (date.padded ? with_zero : bare) += times;
  }
  void merge(const Padding& other) {
    with_zero += other.with_zero;
    bare += other.bare;
  }
  bool against(const Padding& other) const {
    return (with_zero > 0 && bare == 0 && other.with_zero == 0 && other.bare > 1) ||
           (bare > 0 && with_zero == 0 && other.bare == 0 && other.with_zero > 1);
  }
};

std::string count_text(int64_t n) { return std::to_string(n) + (n == 1 ? " value" : " values"); }

}  // namespace

/// What the values of one shape and separator say.
struct DateEvidence::Tally {
  Shape shape;
  char separator;
  DateOrder order;  // ymd stands for the three calendar orders
  bool named;
  bool two_digit_year;
  std::array<int64_t, kReadings> reads = {};  // by set of calendar orders; of other orders, all in [1]
  int64_t same = 0;                           // day and month are one number
  uint64_t firsts = 0;                        // numbers seen in each place
  uint64_t seconds = 0;
  uint64_t thirds = 0;
  Padding of_proofs = {};
  Padding of_open = {};

  auto key() const { return std::tuple(shape, separator, order, named, two_digit_year); }
  bool year_last() const { return shape == Shape::year_last || shape == Shape::two_digit; }
  int64_t readable(DateOrder wanted) const {
    if (!is_calendar(order) || !is_calendar(wanted)) return order == wanted ? reads[1] : 0;
    int64_t sum = 0;
    for (unsigned set = 0; set < kReadings; ++set) sum += (set & bit_of(wanted)) != 0 ? reads[set] : 0;
    return sum;
  }
};

/// What settles day or month first, over all numeric dates with the year last.
struct DateEvidence::Proofs {
  int64_t day_first = 0;
  int64_t month_first = 0;
  int64_t open = 0;
  int64_t same = 0;
  int64_t year_first = 0;  // dates of the other kind, and the days seen in them
  uint64_t year_first_days = 0;
  uint64_t firsts = 0;
  uint64_t seconds = 0;
  bool slashes = false;
  bool two_digit_years = true;
  uint64_t thirds = 0;
  Padding of_proofs;
  Padding of_open;

  /// Two-digit dates whose first number hardly changes while the last does: 26-03-14 of the year 2026.
  bool looks_year_first() const {
    return two_digit_years && distinct(firsts) <= 3 && distinct(thirds) > 2 * distinct(firsts);
  }
  bool none() const { return day_first + month_first + open + same == 0; }
  /// A spreadsheet of another country turns the dates that it can read, and leaves those with a day over 12 as they were.
  int64_t swapped() const {
    const bool all_proofs = open + same == 0 && std::min(day_first, month_first) == 0;
    if (all_proofs && day_first + month_first > 1 && year_first > 1 && (year_first_days & ~kUpTo12) == 0)
      return year_first;
    return of_proofs.against(of_open) ? open : 0;
  }
};

DateEvidence::DateEvidence() = default;
DateEvidence::DateEvidence(const DateEvidence&) = default;
DateEvidence::DateEvidence(DateEvidence&&) noexcept = default;
DateEvidence& DateEvidence::operator=(const DateEvidence&) = default;
DateEvidence& DateEvidence::operator=(DateEvidence&&) noexcept = default;
DateEvidence::~DateEvidence() = default;

DateEvidence::Tally& DateEvidence::tally(const Tally& like) {
  for (auto& known : tallies_) {
    if (known.key() == like.key()) return known;
  }
  return tallies_.emplace_back(Tally{like.shape, like.separator, like.order, like.named, like.two_digit_year});
}

void DateEvidence::add(std::string_view text, int64_t times) {
  values_ += times;
  const auto date = take_date_apart(text);
  if (!date) return;
  const DateOrder order = order_of(*date);
  const bool calendar = is_calendar(order);
  if (calendar) shaped_ += times;
  const unsigned set = calendar ? readings_of(*date) : instant_of(*date, any_format(order)) ? 1 : 0;
  if (set == 0 || !plausible(*date, order)) return;
  if (off_midnight(*date, order)) times_ += times;
  if (date->half_day) half_days_ += times;
  Tally& known = tally({date->shape, date->separator, order, date->named, date->two_digit_year});
  known.reads[set] += times;
  if (!calendar) return;
  known.firsts |= seen(date->a);
  known.seconds |= seen(date->b);
  known.thirds |= seen(date->c);
  const bool both = (set & kDayFirst) != 0 && (set & kMonthFirst) != 0;
  if (both && date->a == date->b) {
    known.same += times;
  } else {
    (both ? known.of_open : known.of_proofs).add(*date, times);
  }
}

void DateEvidence::merge(const DateEvidence& other) {
  if (&other == this) return merge(DateEvidence(other));
  values_ += other.values_;
  shaped_ += other.shaped_;
  times_ += other.times_;
  half_days_ += other.half_days_;
  for (const auto& theirs : other.tallies_) {
    Tally& known = tally(theirs);
    for (unsigned set = 0; set < kReadings; ++set) known.reads[set] += theirs.reads[set];
    known.same += theirs.same;
    known.firsts |= theirs.firsts;
    known.seconds |= theirs.seconds;
    known.thirds |= theirs.thirds;
    known.of_proofs.merge(theirs.of_proofs);
    known.of_open.merge(theirs.of_open);
  }
}

int64_t DateEvidence::readable(DateOrder order) const {
  int64_t sum = 0;
  for (const auto& known : tallies_) sum += known.readable(order);
  return sum;
}

DateEvidence::Proofs DateEvidence::proofs() const {
  Proofs proofs;
  for (const auto& known : tallies_) {
    if (known.shape == Shape::year_first) {
      proofs.year_first += known.readable(ymd);
      proofs.year_first_days |= known.thirds;
    }
    if (!known.year_last()) continue;
    for (unsigned set = 1; set < kReadings; ++set) {
      const bool day = (set & kDayFirst) != 0;
      const bool month = (set & kMonthFirst) != 0;
      if (day || month) (day && month ? proofs.open : day ? proofs.day_first : proofs.month_first) += known.reads[set];
    }
    proofs.same += known.same;
    proofs.firsts |= known.firsts;
    proofs.seconds |= known.seconds;
    proofs.slashes |= known.separator == '/';
    proofs.two_digit_years &= known.two_digit_year;
    proofs.thirds |= known.thirds;
    proofs.of_proofs.merge(known.of_proofs);
    proofs.of_open.merge(known.of_open);
  }
  proofs.open -= proofs.same;
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
  const Tally* most = nullptr;
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
  if (order == ymd && most->shape == Shape::day_named) format.order = dmy;
  if (order == ymd && most->shape == Shape::month_named) format.order = mdy;
  decision.readable = readable(format.order);
}

DateEvidence::Decision DateEvidence::decide() const {
  Decision decision;
  decision.shaped = shaped_;
  const DateOrder best = best_order();
  describe(best, decision);
  if (decision.readable == 0) return decision;
  decision.guess.confidence = decision.digits_only ? 0.6 : 1;
  decision.guess.reason = count_text(decision.readable) + " read as dates, " + name_in_words(decision.format.order);
  if (is_calendar(best) && !proofs().none()) decide_day_or_month(decision);
  return decision;
}

// Without proof: a place that holds nothing but 1 is the day of monthly figures; AM, PM and numbers without leading zero
// go with slashes and the month first; elsewhere the day mostly leads.
DateOrder DateEvidence::likelier_order(const Proofs& proofs) const {
  if (proofs.firsts == kOnlyOne && distinct(proofs.seconds) > 2) return dmy;
  if (proofs.seconds == kOnlyOne && distinct(proofs.firsts) > 2) return mdy;
  return proofs.slashes && (half_days_ > 0 || proofs.of_open.bare > 0) ? mdy : dmy;
}

void DateEvidence::decide_day_or_month(Decision& decision) const {
  const Proofs found = proofs();
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
    decision.guess.confidence = 0.4;
    decision.guess.reason +=
        "; day and month of " + count_text(swapped) + " seem to have been swapped by a spreadsheet";
    decision.guess.runner_up = name_in_words(other);
  }
}

}  // namespace pegel::table
