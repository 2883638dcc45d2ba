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
    for (const Total& total : from.totals_) add(total);
  }
  void encode(base::ByteWriter& writer) const {
    writer.u64(totals_.size());
    for (const Total& total : totals_) {
      writer.u64(total.currency);
      writer.i64(total.n);
      writer.i128(total.sum);
    }
  }
  static Money decode(base::ByteReader& reader) {
    Money money;
    for (std::size_t i = reader.count(18); i > 0; --i) {
      Total total;
      total.currency = static_cast<uint32_t>(reader.u64());
      total.n = reader.i64();
      total.sum = reader.i128();
      money.add(total);
    }
    return money;
  }
  bool operator==(const Money& o) const { return totals_ == o.totals_; }

  /// By currency, ascending.
  const std::vector<Total>& totals() const { return totals_; }
  bool mixed() const { return totals_.size() > 1; }
  /// Amounts of all currencies.
  int64_t n() const {
    int64_t n = 0;
    for (const Total& total : totals_) n += total.n;
    return n;
  }
  /// The sum of the one currency; 0 without amounts. Meaningless when mixed.
  base::Int128 sum() const { return totals_.empty() ? 0 : totals_.front().sum; }
  uint32_t currency() const { return totals_.empty() ? 0 : totals_.front().currency; }

 private:
  void add(const Total& added) {
    const auto at = std::lower_bound(totals_.begin(), totals_.end(), added.currency,
                                     [](const Total& total, uint32_t currency) { return total.currency < currency; });
    if (at == totals_.end() || at->currency != added.currency) {
      totals_.insert(at, added);
    } else {
      at->n += added.n;
      at->sum += added.sum;
    }
  }
  std::vector<Total> totals_;
};

}  // namespace pegel::partial
