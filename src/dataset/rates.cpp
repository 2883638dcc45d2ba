#include "dataset/rates.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <numeric>

namespace pegel::dataset {

namespace {

using base::Int128;

struct RateDays {
  Kind kind;
  Role roles[3];
};
constexpr RateDays kRateDays[] = {
    {Kind::carts, {Role::created}},
    {Kind::costs, {Role::period_start}},
    {Kind::deals, {Role::closed, Role::created, Role::expected_close}},
    {Kind::invoices, {Role::issued}},
    {Kind::orders, {Role::at}},
    {Kind::quotes, {Role::sent, Role::requested, Role::accepted}},
    {Kind::returns, {Role::at}},
    {Kind::spend, {Role::period_start}},
    {Kind::stage_history, {Role::entered}},
};

constexpr Int128 kMost128 = ~(Int128{1} << 127);
constexpr Micros kMostMicros = std::numeric_limits<Micros>::max();

Int128 absolute(Int128 value) { return value < 0 ? -value : value; }

Int128 greatest_divisor(Int128 a, Int128 b) {
  while (b != 0) {
    const Int128 rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

// Half to even; b is above 0.
Int128 rounded(Int128 a, Int128 b) {
  const Int128 whole = absolute(a) / b;
  const Int128 rest = absolute(a) % b;
  const bool up = rest > b - rest || (rest == b - rest && whole % 2 != 0);
  const Int128 size = whole + (up ? 1 : 0);
  return a < 0 ? -size : size;
}

// One leg after the other: of numbers of 63 bits at most, so that nothing is lost.
Worth joined(const Worth& first, const Worth& second) {
  const Int128 a = greatest_divisor(first.top, second.bottom);
  const Int128 b = greatest_divisor(second.top, first.bottom);
  return {first.top / a * (second.top / b), first.bottom / b * (second.bottom / a), std::min(first.day, second.day)};
}

}  // namespace

std::span<const Role> rate_days(Kind kind) {
  for (const RateDays& days : kRateDays) {
    if (days.kind != kind) continue;
    const auto* end = std::find(std::begin(days.roles), std::end(days.roles), Role::none);
    return {std::begin(days.roles), end};
  }
  return {};
}

Day rate_day_of(const Frame& frame, std::size_t row) {
  for (const Role role : rate_days(frame.kind())) {
    if (const Day day = frame.day(role, row); known(day)) return day;
  }
  return kMissing<Day>;
}

Micros converted(Micros amount, const Worth& worth) {
  if (!known(amount)) return amount;
  if (absolute(amount) > kMost128 / worth.top) return kMissing<Micros>;
  const Int128 value = rounded(amount * worth.top, worth.bottom);
  return absolute(value) > kMostMicros ? kMissing<Micros> : static_cast<Micros>(value);
}

std::vector<std::size_t> Rates::add(const Frame& frame, uint32_t source) {
  std::vector<std::size_t> none;
  for (std::size_t row = 0; row < frame.rows(); ++row) {
    const Currency from = currency_of(frame.text(Role::from_currency, row));
    const Currency to = currency_of(frame.text(Role::to_currency, row));
    const Day day = frame.day(Role::at, row);
    const Micros rate = frame.number(Role::rate, row);
    if (from == 0 || to == 0 || !known(day) || !known(rate) || rate <= 0) {
      none.push_back(row);
    } else if (from != to) {
      add(Rate{from, to, day, source, frame.batch().line_of(row), rate});
    }
  }
  return none;
}

void Rates::merge(const Rates& other) {
  rates_.insert(rates_.end(), other.rates_.begin(), other.rates_.end());
  settled_ = false;
}

void Rates::settle() {
  if (settled_) return;
  settled_ = true;
  std::sort(rates_.begin(), rates_.end(), [](const Rate& a, const Rate& b) { return a.key() < b.key(); });
  rates_.erase(std::unique(rates_.begin(), rates_.end()), rates_.end());
  currencies_.clear();
  for (const Rate& rate : rates_) {
    currencies_.push_back(rate.from);
    currencies_.push_back(rate.to);
  }
  std::sort(currencies_.begin(), currencies_.end());  // the letters of a code are its bytes
  currencies_.erase(std::unique(currencies_.begin(), currencies_.end()), currencies_.end());
}

const Rates::Rate* Rates::latest(Currency from, Currency to, Day day) const {
  const auto after =
      std::upper_bound(rates_.begin(), rates_.end(), std::make_tuple(from, to, day),
                       [](const auto& key, const Rate& r) { return key < std::make_tuple(r.from, r.to, r.day); });
  if (after == rates_.begin()) return nullptr;
  const Rate& rate = *std::prev(after);
  return rate.from == from && rate.to == to && rate.day >= day - kOldestRate ? &rate : nullptr;
}

std::optional<Worth> Rates::leg(Currency from, Currency to, Day day) const {
  if (const Rate* rate = latest(from, to, day)) return Worth{rate->rate, base::kOne, rate->day};
  if (const Rate* rate = latest(to, from, day)) return Worth{base::kOne, rate->rate, rate->day};
  return std::nullopt;
}

std::optional<Worth> Rates::worth(Currency from, Currency to, Day day) const {
  if (from == to) return Worth{1, 1, day};
  if (auto direct = leg(from, to, day)) return direct;
  for (const Currency common : currencies_) {
    if (common == from || common == to) continue;
    const auto first = leg(from, common, day);
    const auto second = first ? leg(common, to, day) : std::nullopt;
    if (second) return joined(*first, *second);
  }
  return std::nullopt;
}

std::vector<Rates::Rate> Rates::outdone() const {
  std::vector<Rate> list;
  const auto together = [](const Rate& a, const Rate& b) { return a.from == b.from && a.to == b.to && a.day == b.day; };
  for (auto rate = rates_.begin(); rate != rates_.end();) {
    const auto end = std::find_if_not(rate, rates_.end(), [&](const Rate& other) { return together(*rate, other); });
    const Rate& last = *std::prev(end);
    std::copy_if(rate, end, std::back_inserter(list), [&](const Rate& other) { return other.rate != last.rate; });
    rate = end;
  }
  return list;
}

void Rates::encode(base::ByteWriter& writer) const {
  writer.u64(rates_.size());
  for (const Rate& rate : rates_) {
    writer.u64(rate.from);
    writer.u64(rate.to);
    writer.i64(rate.day);
    writer.u64(rate.source);
    writer.i64(rate.line);
    writer.i64(rate.rate);
  }
}

Rates Rates::decode(base::ByteReader& reader) {
  Rates rates;
  for (std::size_t left = reader.count(6); left > 0 && !reader.failed(); --left) {
    const uint64_t from = reader.u64(), to = reader.u64();
    const int64_t day = reader.i64();
    const uint64_t source = reader.u64();
    const Rate rate{static_cast<Currency>(from),
                    static_cast<Currency>(to),
                    static_cast<Day>(day),
                    static_cast<uint32_t>(source),
                    reader.i64(),
                    reader.i64()};
    const auto is_code = [](uint64_t code) { return code > 0 && code < (uint64_t{1} << 24); };
    reader.require(is_code(from) && is_code(to) && from != to && rate.rate > 0 && source <= UINT32_MAX &&
                   day > std::numeric_limits<Day>::min() + kOldestRate && day <= std::numeric_limits<Day>::max());
    reader.require(rates.rates_.empty() || rates.rates_.back().key() < rate.key());
    if (!reader.failed()) rates.rates_.push_back(rate);
  }
  rates.settled_ = false;
  rates.settle();
  return rates;
}

}  // namespace pegel::dataset
