#pragma once
// What each customer paid, and when: whose money stayed, and whose left.

#include <cstdint>
#include <span>
#include <string_view>
#include <tuple>

#include "base/decimal.h"
#include "partial/keyed.h"
#include "partial/multiset.h"

namespace pegel::partial {

/// 24 bytes a row.
struct Purchase {
  uint64_t customer = 0;  ///< entity_of
  int32_t day = 0;
  base::Micros amount = 0;

  std::tuple<uint64_t, int32_t, base::Micros> key() const { return {customer, day, amount}; }
  bool operator<(const Purchase& o) const { return key() < o.key(); }
  bool operator==(const Purchase& o) const { return key() == o.key(); }
  void write(base::ByteWriter& writer, const Purchase& previous) const {
    writer.u64(customer - previous.customer);
    writer.i64(day);
    writer.i64(amount);
  }
  static Purchase read(base::ByteReader& reader, const Purchase& previous) {
    const uint64_t customer = previous.customer + reader.u64();
    const auto day = static_cast<int32_t>(reader.i64());
    return {customer, day, reader.i64()};
  }
};

/// What a customer paid in the days `from` to before `to`, in millionths.
inline base::Int128 paid_within(std::span<const Purchase> purchases, int32_t from, int32_t to) {
  base::Int128 sum = 0;
  for (const Purchase& purchase : purchases) sum += purchase.day >= from && purchase.day < to ? purchase.amount : 0;
  return sum;
}

class Purchases {
 public:
  void add(std::string_view customer, int32_t day, base::Micros amount) { add(entity_of(customer), day, amount); }
  void add(uint64_t customer, int32_t day, base::Micros amount) { purchases_.add({customer, day, amount}); }
  void merge(const Purchases& from) { purchases_.merge(from.purchases_); }
  void encode(base::ByteWriter& writer) const { purchases_.encode(writer); }
  static Purchases decode(base::ByteReader& reader) {
    Purchases purchases;
    purchases.purchases_ = Multiset<Purchase>::decode(reader);
    return purchases;
  }
  bool operator==(const Purchases& o) const { return purchases_ == o.purchases_; }

  int64_t n() const { return static_cast<int64_t>(purchases_.size()); }
  /// Calls take(purchases) for each customer, with what it paid by day.
  template <class Take>
  void each_customer(const Take& take) const {
    const std::vector<Purchase>& all = purchases_.sorted();
    for (std::size_t from = 0, to = 0; from < all.size(); from = to) {
      while (to < all.size() && all[to].customer == all[from].customer) ++to;
      take(std::span<const Purchase>(all).subspan(from, to - from));
    }
  }

 private:
  Multiset<Purchase> purchases_;
};

}  // namespace pegel::partial
