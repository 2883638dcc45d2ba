#pragma once
// Amounts of money, one exact sum a currency: amounts of different currencies never add.

#include <algorithm>
#include <memory>
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

  Money() = default;
  Money(Money&&) noexcept = default;
  Money& operator=(Money&&) noexcept = default;
  Money(const Money& o)
      : sum_(o.sum_),
        n_(o.n_),
        currency_(o.currency_),
        others_(o.others_ ? std::make_unique<std::vector<Total>>(*o.others_) : nullptr) {}
  Money& operator=(const Money& o) { return *this = Money(o); }
  ~Money() = default;

  void add(uint32_t currency, base::Micros amount) { add(Total{currency, 1, amount}); }
  void merge(const Money& from) {
    if (&from == this) return merge(Money(from));
    if (from.n_ > 0) add(from.first());
    if (!from.others_) return;
    for (const Total& total : *from.others_) add(total);
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
    std::vector<Total> all;
    if (others_) all = *others_;
    if (n_ > 0) all.push_back(first());
    std::sort(all.begin(), all.end(), [](const Total& a, const Total& b) { return a.currency < b.currency; });
    return all;
  }
  bool mixed() const { return others_ != nullptr; }
  /// Amounts of all currencies.
  int64_t n() const {
    int64_t n = n_;
    if (others_) {
      for (const Total& total : *others_) n += total.n;
    }
    return n;
  }
  /// The sum of the one currency; 0 without amounts. Meaningless when mixed.
  base::Int128 sum() const { return sum_; }
  uint32_t currency() const { return currency_; }

 private:
  Total first() const { return {currency_, n_, sum_}; }
  void add(const Total& added) {
    if (n_ != 0 && added.currency != currency_) return add_other(added);
    currency_ = added.currency;
    n_ += added.n;
    sum_ += added.sum;
  }
  void add_other(const Total& added) {
    if (!others_) others_ = std::make_unique<std::vector<Total>>();
    const auto same = [&](const Total& total) { return total.currency == added.currency; };
    const auto found = std::find_if(others_->begin(), others_->end(), same);
    Total& total = found == others_->end() ? others_->emplace_back(Total{added.currency}) : *found;
    total.n += added.n;
    total.sum += added.sum;
  }

  // Of the currency met first; n_ = 0: none was met. In this order they are small.
  base::Int128 sum_ = 0;
  int64_t n_ = 0;
  uint32_t currency_ = 0;
  std::unique_ptr<std::vector<Total>> others_;
};

}  // namespace pegel::partial
