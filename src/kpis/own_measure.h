#pragma once
// One side of a KPI that a Plan defines: what its measure, or its divisor, takes of which rows.

#include <optional>
#include <string>

#include "kpis/own_kpi.h"

namespace pegel::kpis {

/// Keeps the first problem.
class Problems {
 public:
  void require(bool holds, const std::string& member, const Problem& problem) {
    if (!holds && !first_) first_ = Misdefined{member, problem};
  }
  const std::optional<Misdefined>& first() const { return first_; }

 private:
  std::optional<Misdefined> first_;
};

struct Side {
  KpiTake take = KpiTake::count;
  Kind kind = Kind::none;
  Role of = Role::none;
  Role since = Role::none;
  Few<Condition, 5> where{};

  RoleType type() const { return type_of(of); }
  bool of_money() const { return of != Role::none && type() == RoleType::money; }
  bool of_days() const { return since != Role::none; }
  /// Only rows of deals that are won or lost.
  bool decided() const;
  /// The same rows and more: every condition is one of the other's.
  bool holds_all_of(const Side& other) const;
};

/// `path`: "measure" or "divisor". The Side's conditions point to the texts in `measure`.
Side side_of(const KpiMeasure& measure, Kind kind, const std::string& path, Problems& problems);

/// A day that such rows have; none: the kind's usual one.
Role date_of(Role wanted, Kind kind, const std::string& path, Problems& problems);

/// "sum of amount (deals; status: won; amount: 10000 or more)".
std::string in_words(const KpiMeasure& measure, Kind kind);

}  // namespace pegel::kpis
