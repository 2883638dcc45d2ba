#pragma once
// Deals one by one, reduced to what scores and bootstraps need.

#include <limits>
#include <tuple>

#include "base/decimal.h"
#include "partial/multiset.h"
#include "pegel/role.h"

namespace pegel::partial {

/// 16 bytes a deal.
struct Deal {
  static constexpr base::Micros kNoAmount = std::numeric_limits<base::Micros>::min();
  static constexpr int32_t kNoDays = -(1 << 25);

  base::Micros amount = kNoAmount;
  uint32_t currency = 0;        ///< dataset::Currency
  int32_t days : 26 = kNoDays;  ///< from created to closed; of open deals so far
  Status status : 2 = Status::unknown;
  bool qualified : 1 = true;
  bool stale : 1 = false;                            ///< open past the day it was expected to close, or for too long
  ChannelClass channel : 2 = ChannelClass::unknown;  ///< where somebody asks for it

  bool has_amount() const { return amount != kNoAmount; }
  bool has_days() const { return days != kNoDays; }
  bool operator<(const Deal& o) const { return key() < o.key(); }
  bool operator==(const Deal& o) const { return key() == o.key(); }
  void write(base::ByteWriter& writer, const Deal&) const {
    writer.u64(static_cast<uint64_t>(status) | (qualified ? 4u : 0u) | (stale ? 8u : 0u) |
               static_cast<uint64_t>(channel) << 4);
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
    deal.channel = static_cast<ChannelClass>(bits >> 4 & 3u);
    deal.currency = static_cast<uint32_t>(reader.u64());
    deal.amount = reader.i64();
    deal.days = static_cast<int32_t>(reader.i64());
    return deal;
  }

 private:
  std::tuple<Status, bool, bool, uint32_t, base::Micros, int32_t, ChannelClass> key() const {
    return {status, qualified, stale, currency, amount, days, channel};
  }
};

static_assert(sizeof(Deal) == 16);

using Deals = Multiset<Deal>;

}  // namespace pegel::partial
