#pragma once
// What one currency was worth in another, by day.

#include <optional>
#include <span>
#include <vector>

#include "base/byte_io.h"
#include "base/decimal.h"
#include "dataset/frame.h"

namespace pegel::dataset {

/// Rates are not written for weekends and holidays: the latest before a day is taken, not older than this. The longest
/// that the European Central Bank pauses is from the Thursday before Easter to the Tuesday after.
inline constexpr Day kOldestRate = 7;

/// The roles of the day whose rate converts a row's amounts: the first that the row has. Of decided deals that is the day
/// they were decided, of others the day they were created. Empty: rows of the kind have no day, and are not converted.
std::span<const Role> rate_days(Kind kind);
/// That of the row; missing where it has none.
Day rate_day_of(const Frame& frame, std::size_t row);

/// An exact amount of one currency in another: times `top`, divided by `bottom`. Both are above 0.
struct Worth {
  base::Int128 top = 1;
  base::Int128 bottom = 1;
  Day day = 0;  ///< of the rate; of two the earlier
};
/// Millionths, half to even; missing where the amount is not known, or the result beyond what a column holds.
Micros converted(Micros amount, const Worth& worth);

/// The rows of fx Sources. Of two rates for one pair and day that of the later Source counts, then of the later line.
class Rates {
 public:
  struct Rate {
    Currency from = 0;
    Currency to = 0;
    Day day = 0;
    uint32_t source = 0;  ///< of the plan
    int64_t line = 0;
    Micros rate = 0;  ///< 1 `from` is so many `to`; above 0
    auto key() const { return std::make_tuple(from, to, day, source, line); }
    bool operator==(const Rate&) const = default;
  };

  /// Rows without a day, two currencies or a rate above 0 are none: returned.
  std::vector<std::size_t> add(const Frame& frame, uint32_t source);
  void add(const Rate& rate) {
    rates_.push_back(rate);
    settled_ = false;
  }
  /// In any order and grouping to the same Rates.
  void merge(const Rates& other);
  /// To be called after the last `add` or `merge`, before what follows.
  void settle();
  bool empty() const { return rates_.empty(); }

  /// What 1 `from` is in `to`: by a rate between the two, else by the inverse of one, else over the first currency, by code,
  /// that both have a rate with. Of each the latest on or before `day` and not older than kOldestRate. None: there is none.
  std::optional<Worth> worth(Currency from, Currency to, Day day) const;

  /// Rates that another of the same pair and day, of another value, has taken the place of.
  std::vector<Rate> outdone() const;

  void encode(base::ByteWriter& writer) const;
  /// Fails the reader for bytes that encode() did not write. Settled.
  static Rates decode(base::ByteReader& reader);

 private:
  const Rate* latest(Currency from, Currency to, Day day) const;
  std::optional<Worth> leg(Currency from, Currency to, Day day) const;

  std::vector<Rate> rates_;  // once settled: by key
  std::vector<Currency> currencies_;
  bool settled_ = true;
};

}  // namespace pegel::dataset
