#pragma once
// Targets as a file lists them.

#include <limits>
#include <string>
#include <tuple>

#include "base/decimal.h"
#include "partial/multiset.h"

namespace pegel::partial {

/// One row. A number or day that is missing or unreadable is kNone or kNoDay.
struct Target {
  static constexpr base::Micros kNone = std::numeric_limits<base::Micros>::min();
  static constexpr int32_t kNoDay = std::numeric_limits<int32_t>::min();

  std::string kpi;  ///< the KPI's id, or its name in the file's words
  int32_t start = kNoDay;
  int32_t end = kNoDay;    ///< the last day of the period
  std::string scope_type;  ///< "company", "person", "partner", …; empty: a name without a type
  std::string scope_id;
  base::Micros target = kNone;
  base::Micros baseline = kNone;
  base::Micros warn_at = kNone;
  base::Micros fail_at = kNone;
  uint8_t percent = 0;    ///< 1: `target`, 2: `baseline` is written in per cent; 3: both
  uint8_t mode = 0;       ///< code of TargetMode
  uint8_t direction = 0;  ///< 1: more is better, 2: less; 0: not said
  int32_t confirmed = kNoDay;
  std::string unit;
  std::string goal;      ///< what it is for
  std::string source;    ///< where a benchmark is from
  std::string currency;  ///< code of what its numbers are in where they are money; empty: not named
  base::Micros actual = kNone;

  /// Whatever was reached of it.
  auto asked() const {
    return std::tie(kpi, start, end, scope_type, scope_id, target, baseline, warn_at, fail_at, percent, mode, direction,
                    confirmed, unit, goal, source, currency);
  }
  auto key() const { return std::tuple_cat(asked(), std::tie(actual)); }
  bool operator<(const Target& o) const { return key() < o.key(); }
  bool operator==(const Target& o) const { return key() == o.key(); }
  void write(base::ByteWriter& writer, const Target&) const {
    for (const std::string* text : {&kpi, &scope_type, &scope_id, &unit, &goal, &source, &currency}) writer.text(*text);
    for (const int64_t number : {int64_t{start}, int64_t{end}, target, baseline, warn_at, fail_at, int64_t{percent},
                                 int64_t{mode}, int64_t{direction}, int64_t{confirmed}, actual}) {
      writer.i64(number);
    }
  }
  static Target read(base::ByteReader& reader, const Target&) {
    Target t;
    for (std::string* text : {&t.kpi, &t.scope_type, &t.scope_id, &t.unit, &t.goal, &t.source, &t.currency})
      *text = reader.text();
    t.start = static_cast<int32_t>(reader.i64());
    t.end = static_cast<int32_t>(reader.i64());
    for (base::Micros* number : {&t.target, &t.baseline, &t.warn_at, &t.fail_at}) *number = reader.i64();
    for (uint8_t* code : {&t.percent, &t.mode, &t.direction}) *code = static_cast<uint8_t>(reader.i64());
    t.confirmed = static_cast<int32_t>(reader.i64());
    t.actual = reader.i64();
    return t;
  }
};

using Targets = Multiset<Target>;

}  // namespace pegel::partial
