#pragma once
// Targets as a file lists them.

#include <limits>
#include <string>
#include <tuple>

#include "base/decimal.h"
#include "partial/multiset.h"

namespace pegel::partial {

struct Target {
  static constexpr base::Micros kNoBaseline = std::numeric_limits<base::Micros>::min();

  std::string kpi;         ///< the KPI's id, or its name in the file's words
  int32_t start = 0;       ///< first day of the period
  int32_t end = 0;         ///< last day of the period
  std::string scope_type;  ///< "company", "person", "partner", …; empty: company
  std::string scope_id;
  base::Micros target = 0;
  base::Micros baseline = kNoBaseline;
  bool percent = false;  ///< `target` and `baseline` are per cents

  bool has_baseline() const { return baseline != kNoBaseline; }
  bool operator<(const Target& o) const { return key() < o.key(); }
  bool operator==(const Target& o) const { return key() == o.key(); }
  void write(base::ByteWriter& writer, const Target&) const {
    writer.text(kpi);
    writer.i64(start);
    writer.i64(end);
    writer.text(scope_type);
    writer.text(scope_id);
    writer.i64(target);
    writer.i64(baseline);
    writer.i64(percent ? 1 : 0);
  }
  static Target read(base::ByteReader& reader, const Target&) {
    Target t;
    t.kpi = reader.text();
    t.start = static_cast<int32_t>(reader.i64());
    t.end = static_cast<int32_t>(reader.i64());
    t.scope_type = reader.text();
    t.scope_id = reader.text();
    t.target = reader.i64();
    t.baseline = reader.i64();
    t.percent = reader.i64() != 0;
    return t;
  }

 private:
  std::tuple<const std::string&, const int32_t&, const int32_t&, const std::string&, const std::string&,
             const base::Micros&, const base::Micros&, const bool&>
  key() const {
    return std::tie(kpi, start, end, scope_type, scope_id, target, baseline, percent);
  }
};

using Targets = Multiset<Target>;

}  // namespace pegel::partial
