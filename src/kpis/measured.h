#pragma once
// The answers of a KPI that is made of Measures.

#include "kpis/kpi.h"
#include "kpis/sums.h"

namespace pegel::kpis {

class MeasuredAnswers final : public Answers {
 public:
  /// `columns`: by the KPI's Measures; `cells`: which of their cells the answers are about. The columns must outlive this.
  MeasuredAnswers(const Kpi& kpi, std::vector<const MeasureCells*> columns, std::vector<uint32_t> cells);

  std::size_t size() const override { return cells_.size(); }
  Estimate finish(std::size_t cell, const Context& context, const Answers* previous) const override;
  int64_t superseded(std::size_t, const Context&) const override { return 0; }
  Finished finish_all(const Context& context, std::span<const std::string> keys,
                      const Dimension* dimension) const override;
  std::unique_ptr<Answers> merged(std::span<const uint32_t> cells) const override;

 private:
  const Kpi& kpi_;
  std::vector<const MeasureCells*> columns_;
  std::vector<uint32_t> cells_;
  std::vector<MeasureCells> own_;  // that columns_ points into, of merged cells
};

}  // namespace pegel::kpis
