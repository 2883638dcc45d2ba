#pragma once
// A KPI that a Plan defines, made into what the catalogue lists: Measures, a Shape and a Card.

#include <memory>
#include <string>
#include <vector>

#include "kpis/kpi.h"
#include "pegel/problem.h"

namespace pegel::kpis {

/// The member of a definition that cannot be, as "measure.of", and why.
struct Misdefined {
  std::string member;
  Problem problem;
};

/// It stays where it is made: its Kpi points into it.
class OwnKpi {
 public:
  /// `aliases`: a condition's names mean what these say.
  static tl::expected<std::unique_ptr<const OwnKpi>, Misdefined> made(const KpiDefinition& definition,
                                                                      const std::vector<Alias>& aliases);
  OwnKpi(const OwnKpi&) = delete;
  OwnKpi& operator=(const OwnKpi&) = delete;

  const Kpi& kpi() const { return kpi_; }
  const KpiDefinition& definition() const { return definition_; }  ///< with the aliases' names

 private:
  friend class KpiMaker;
  explicit OwnKpi(const KpiDefinition& definition) : definition_(definition) {}

  KpiDefinition definition_;
  std::string name_;
  std::string meaning_;
  std::string formula_;
  std::vector<Measure> measures_;
  Kpi kpi_;
};

}  // namespace pegel::kpis
