#pragma once
// Amounts of money, one exact sum a currency: amounts of different currencies never add.

#include <algorithm>
#include <vector>

#include "base/byte_io.h"
#include "base/decimal.h"

namespace pegel::partial {

class Money {
 public:
  /// `currency` is dataset::Currency; 0, a currency without a name, is one of its own.
  struct Total {
    uint32_t currency = 0;
    int64_t n = 0;
    base::Int128 sum = 0;  ///< millionths
    bool operator==(const Total& o) const { return currency == o.currency && n == o.n && sum == o.sum; }
  };

  void add(uint32_t currency, base::Micros amount) { add(Total{currency, 1, amount}); }
  void merge(const Money& from) {
    if (from.first_.n > 0) add(from.first_);
    for (const Total& total : from.others_) add(total);
  }
  void encode(base::ByteWriter& writer) const {
    const auto all = totals();
    writer.u64(all.size());
    for (const Total& total : all) {
      writer.u64(total.currency);
      writer.i64(total.n);
      writer.i128(total.sum);
    }
  }
  static Money decode(base::ByteReader& reader) {
    Money money;
    uint64_t least = 0;  // of the next currency
    for (std::size_t i = reader.count(18); i > 0 && !reader.failed(); --i) {
      const uint64_t currency = reader.u64();
      const Total total{static_cast<uint32_t>(currency), reader.i64(), reader.i128()};
      reader.require(currency >= least && currency <= UINT32_MAX && total.n > 0);
      if (!reader.failed()) money.add(total);
      least = currency + 1;
    }
    return money;
  }
  bool operator==(const Money& o) const { return totals() == o.totals(); }

  /// By currency, ascending.
  std::vector<Total> totals() const {
    std::vector<Total> all = others_;
    if (first_.n > 0) all.push_back(first_);
    std::sort(all.begin(), all.end(), [](const Total& a, const Total& b) { return a.currency < b.currency; });
    return all;
  }
  bool mixed() const { return !others_.empty(); }
  /// Amounts of all currencies.
  int64_t n() const {
    int64_t n = first_.n;
    for (const Total& total : others_) n += total.n;
    return n;
  }
  /// The sum of the one currency; 0 without amounts. Meaningless when mixed.
  base::Int128 sum() const { return first_.sum; }
  uint32_t currency() const { return first_.currency; }

 private:
  void add(const Total& added) {
    if (first_.n == 0) first_.currency = added.currency;
    Total* total = first_.currency == added.currency ? &first_ : nullptr;
    for (std::size_t i = 0; total == nullptr && i < others_.size(); ++i) {
      if (others_[i].currency == added.currency) total = &others_[i];
    }
    if (total == nullptr) total = &others_.emplace_back(Total{added.currency});
    total->n += added.n;
    total->sum += added.sum;
  }

  Total first_;  // of the currency met first; n = 0: none was met
  std::vector<Total> others_;
};

}  // namespace pegel::partial
