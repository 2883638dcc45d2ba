// The answers of a KPI that is made of Measures.

#include "kpis/kpi.h"

namespace pegel::kpis {

namespace {

class MeasuredAnswers final : public Answers {
 public:
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

MeasuredAnswers::MeasuredAnswers(const Kpi& kpi, std::vector<const MeasureCells*> columns, std::vector<uint32_t> cells)
    : kpi_(kpi), columns_(std::move(columns)), cells_(std::move(cells)) {}

Estimate MeasuredAnswers::finish(std::size_t cell, const Context& context, const Answers*) const {
  std::vector<Sums::At> at;
  for (const MeasureCells* column : columns_) at.push_back({column, cells_[cell]});
  return kpis::finish(shape_of(kpi_, context.variant), Sums(kpi_.measures, std::move(at)), context);
}

Finished MeasuredAnswers::finish_all(const Context& context, std::span<const std::string>,
                                     const Dimension* dimension) const {
  Finished finished;
  for (std::size_t c = 0; dimension != nullptr && c < cells_.size(); ++c) {
    finished.cells.push_back(finish(c, context, nullptr));
  }
  return finished;
}

std::unique_ptr<Answers> MeasuredAnswers::merged(std::span<const uint32_t> cells) const {
  auto sum = std::make_unique<MeasuredAnswers>(kpi_, std::vector<const MeasureCells*>(), std::vector<uint32_t>{0});
  for (const Measure& measure : kpi_.measures) sum->own_.emplace_back(measure.take).reserve(1);
  for (std::size_t m = 0; m < columns_.size(); ++m) {
    for (const uint32_t cell : cells) sum->own_[m].merge(0, *columns_[m], cells_[cell]);
    sum->columns_.push_back(&sum->own_[m]);
  }
  return sum;
}

}  // namespace

std::unique_ptr<Answers> measured_answers(const Kpi& kpi, std::vector<const MeasureCells*> columns,
                                          std::vector<uint32_t> cells) {
  return std::make_unique<MeasuredAnswers>(kpi, std::move(columns), std::move(cells));
}

}  // namespace pegel::kpis
