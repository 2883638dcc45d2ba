// The answers of a KPI that is made of Measures.

#include "kpis/kpi.h"

namespace pegel::kpis {

namespace {

class MeasuredAnswers final : public Answers {
 public:
  MeasuredAnswers(const Kpi& kpi, std::size_t size, std::vector<Sums::At> at)
      : kpi_(kpi), size_(size), at_(std::move(at)) {}

  std::size_t size() const override { return size_; }
  Estimate finish(std::size_t cell, const Context& context, const Answers*) const override {
    return kpis::finish(shape_of(kpi_, context.variant), Sums(kpi_.measures, at(cell)), context,
                        way_of(kpi_.card, context.variant).unit);
  }
  int64_t superseded(std::size_t, const Context&) const override { return 0; }
  Finished finish_all(const Context& context, std::span<const std::string>, const Dimension* dimension) const override {
    Finished finished;
    if (dimension == nullptr && kpi_.table != nullptr) {
      Table table = kpi_.table(Sums(kpi_.measures, at(0)), context);
      table.kpi = kpi_.card.id;
      if (!table.rows.empty()) finished.tables.push_back(std::move(table));
    }
    if (dimension == nullptr) return finished;
    if (kpi_.cells != nullptr) {
      std::vector<Sums> cells;
      for (std::size_t c = 0; c < size_; ++c) cells.emplace_back(kpi_.measures, at(c));
      finished.cells = kpi_.cells(cells, context);
      return finished;
    }
    for (std::size_t c = 0; c < size_; ++c) finished.cells.push_back(finish(c, context, nullptr));
    return finished;
  }
  std::unique_ptr<Answers> merged(std::span<const uint32_t> cells) const override;

 private:
  std::span<const Sums::At> at(std::size_t cell) const {
    const std::size_t measures = kpi_.measures.size();
    return std::span<const Sums::At>(at_).subspan(cell * measures, measures);
  }

  const Kpi& kpi_;
  std::size_t size_;
  std::vector<Sums::At> at_;
  std::vector<MeasureCells> own_;  // that at_ points into, of merged cells
};

std::unique_ptr<Answers> MeasuredAnswers::merged(std::span<const uint32_t> cells) const {
  auto sum = std::make_unique<MeasuredAnswers>(kpi_, 1, std::vector<Sums::At>());
  for (const Measure& measure : kpi_.measures) sum->own_.emplace_back(measure.take).reserve(1);
  for (std::size_t m = 0; m < kpi_.measures.size(); ++m) {
    for (const uint32_t cell : cells) sum->own_[m].merge(0, *at(cell)[m].cells, at(cell)[m].cell);
    sum->at_.push_back({&sum->own_[m], 0});
  }
  return sum;
}

}  // namespace

std::unique_ptr<Answers> measured_answers(const Kpi& kpi, std::size_t size, std::vector<Sums::At> at) {
  return std::make_unique<MeasuredAnswers>(kpi, size, std::move(at));
}

}  // namespace pegel::kpis
