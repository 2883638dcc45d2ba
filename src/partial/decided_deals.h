#pragma once
// Deals won and lost: one by one while they are few, by their days when they are many.

#include <vector>

#include "partial/count.h"
#include "partial/daily.h"
#include "partial/deals.h"
#include "partial/moments.h"

namespace pegel::partial {

/// Deals won that took the same number of days, or of which it is not known.
struct WonAlike {
  Count unpriced;   ///< of an amount that is missing or 0
  Moments amounts;  ///< of the others, whatever their currencies

  auto fields() { return std::tie(unpriced, amounts); }
  auto fields() const { return std::tie(unpriced, amounts); }
  int64_t n() const { return unpriced.n + amounts.n(); }
};

class DecidedDeals {
 public:
  /// Up to so many are kept one by one, in less room than by their days.
  static constexpr std::size_t kMostApart = 4096;

  /// `deal` is won or lost.
  void add(const Deal& deal) {
    if (!grouped()) {
      apart_.add(deal);
      if (apart_.size() > kMostApart) group();
    } else {
      add_to_group(deal);
    }
  }
  void merge(const DecidedDeals& from) {
    if (!from.grouped()) {
      const std::vector<Deal> added = from.apart_.values();  // a copy: `from` may be this one
      for (const Deal& deal : added) add(deal);
      return;
    }
    if (!grouped()) group();
    lost_.merge(from.lost_);
    won_.merge(from.won_);
  }
  void encode(base::ByteWriter& writer) const {
    writer.u64(grouped() ? 1 : 0);
    if (!grouped()) return apart_.encode(writer);
    lost_.encode(writer);
    won_.encode(writer);
  }
  static DecidedDeals decode(base::ByteReader& reader) {
    DecidedDeals deals;
    if (reader.u64() == 0) {
      deals.apart_ = Deals::decode(reader);
      reader.require(deals.apart_.size() <= kMostApart);
    } else {
      deals.lost_ = Count::decode(reader);
      deals.won_ = Daily<WonAlike>::decode(reader);
      reader.require(deals.lost_.n >= 0 && deals.n() > static_cast<int64_t>(kMostApart));
    }
    return deals;
  }
  bool operator==(const DecidedDeals& o) const { return apart_ == o.apart_ && lost_ == o.lost_ && won_ == o.won_; }

  int64_t n() const { return grouped() ? lost_.n + won_.n() : static_cast<int64_t>(apart_.size()); }
  /// Each of kMostApart at most, in no particular order; empty of more. Valid until the next call.
  const std::vector<Deal>& values() const { return apart_.values(); }
  /// The same ascending.
  const std::vector<Deal>& sorted() const { return apart_.sorted(); }
  /// Deals won, by how many days they took; on "day" Deal::kNoDays those of which it is not known.
  Daily<WonAlike> won_by_days() const {
    if (grouped()) return won_;
    DecidedDeals all = *this;
    all.group();
    return all.won_;
  }

 private:
  bool grouped() const { return lost_.n > 0 || !won_.empty(); }
  static void add(WonAlike& group, const Deal& deal) {
    if (deal.has_amount() && deal.amount != 0) {
      group.amounts.add(deal.amount);
    } else {
      group.unpriced.add();
    }
  }
  void add_to_group(const Deal& deal) {
    if (deal.status == Status::won) {
      add(won_.on(deal.days), deal);
    } else {
      lost_.add();
    }
  }
  void group() {
    for (const Deal& deal : apart_.values()) add_to_group(deal);
    apart_ = Deals();
  }

  Deals apart_;  // all, unless they are grouped
  Count lost_;
  Daily<WonAlike> won_;
};

}  // namespace pegel::partial
