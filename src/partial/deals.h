#pragma once
// Deals one by one, reduced to what scores and bootstraps need.

#include <limits>
#include <tuple>

#include "base/decimal.h"
#include "partial/multiset.h"
#include "pegel/role.h"

namespace pegel::partial {

struct Deal {
  static constexpr base::Micros kNoAmount = std::numeric_limits<base::Micros>::min();
  static constexpr int32_t kNoDays = std::numeric_limits<int32_t>::min();

  Status status = Status::unknown;
  bool qualified = true;
  bool stale = false;     ///< open past the day it was expected to close, or for too long
  uint32_t currency = 0;  ///< dataset::Currency
  base::Micros amount = kNoAmount;
  int32_t days = kNoDays;  ///< from created to closed; of open deals so far

  bool has_amount() const { return amount != kNoAmount; }
  bool has_days() const { return days != kNoDays; }
  bool operator<(const Deal& o) const { return key() < o.key(); }
  bool operator==(const Deal& o) const { return key() == o.key(); }
  void write(base::ByteWriter& writer, const Deal&) const {
    writer.u64(static_cast<uint64_t>(status) | (qualified ? 4u : 0u) | (stale ? 8u : 0u));
    writer.u64(currency);
    writer.i64(amount);
    writer.i64(days);
  }
  static Deal read(base::ByteReader& reader, const Deal&) {
    const uint64_t bits = reader.u64();
    Deal deal;
    deal.status = static_cast<Status>(bits & 3u);
    deal.qualified = (bits & 4u) != 0;
    deal.stale = (bits & 8u) != 0;
    deal.currency = static_cast<uint32_t>(reader.u64());
    deal.amount = reader.i64();
    deal.days = static_cast<int32_t>(reader.i64());
    return deal;
  }

 private:
  std::tuple<Status, bool, bool, uint32_t, base::Micros, int32_t> key() const {
    return {status, qualified, stale, currency, amount, days};
  }
};

using Deals = Multiset<Deal>;

}  // namespace pegel::partial
