// The rows behind a number: each row's use in one KPI, found the same way as aggregate finds it.

#include "cube/batches.h"
#include "cube/body.h"
#include "cube/cell_text.h"
#include "cube/grouping.h"
#include "cube/identity.h"
#include "cube/left_out.h"
#include "cube/lending.h"
#include "pegel/nearest.h"
#include "pegel/problem.h"

namespace pegel::cube {

namespace {

using kpis::Frame;
using kpis::Use;

class Listing {
 public:
  Listing(const Plan& plan, const kpis::Kpi& kpi, const RowsQuery& query, std::optional<std::size_t> dimension,
          const dataset::Rates& rates)
      : plan_(plan),
        kpi_(kpi),
        counted_(counted_by(kpi.card, kpis::variant_of(plan, kpi.card))),
        query_(query),
        dimension_(dimension),
        rates_(rates) {
    if (!kpi.measured()) partials_ = kpi.make(kpis::variant_of(plan, kpi.card));
    page_.columns = {"file", "line", "use"};
  }

  void add(const Source& source, const table::Batch& batch, const std::vector<uint8_t>& dropped,
           dataset::Borrowed& borrowed) {
    Frame frame(source, batch, plan_, &borrowed);
    if (!plan_.currency.empty()) frame.convert(dataset::currency_of(plan_.currency), rates_);
    const std::vector<Use> uses = uses_of(frame, dropped);
    for (std::size_t row = 0; row < frame.rows(); ++row) {
      const Use use = uses[row];
      if (wanted(frame, use, row)) list(source, batch, use, row);
    }
  }

  void name_columns(const Source& source) {
    if (page_.columns.size() > 3) return;
    for (const SourceColumn& column : source.columns) page_.columns.push_back(column.name);
  }

  RowsPage take() { return std::move(page_); }

 private:
  std::vector<Use> uses_of(const Frame& frame, const std::vector<uint8_t>& dropped) const {
    const KeptRows kept = kept_rows(frame, dropped);
    std::vector<Use> uses(frame.rows(), Use::filtered);
    for (std::size_t row = 0; row < dropped.size(); ++row) {
      if (dropped[row] != 0) uses[row] = Use::duplicate;
    }
    const bool looks_back = kpis::looks_back(kpi_, kpis::variant_of(plan_, kpi_.card));
    const bool stock = !looks_back && way_of(kpi_.card, kpis::variant_of(plan_, kpi_.card)).semantic == Semantic::stock;
    for (const uint32_t row : kept.rows) uses[row] = stock ? Use::not_open : Use::other_period;
    const std::vector<Use> judged = kpi_.measured() ? kpis::judge(measure(), frame) : std::vector<Use>();
    const auto look_at = [&](uint32_t row) {
      return partials_ == nullptr ? judged[row] : partials_->use(frame, row, as_of(plan_));
    };
    if (stock) {
      const StockRows rows = stock_rows(plan_, frame, counted_.date, kept.rows, stock_days(plan_));
      for (const RowCell& at : rows.total) uses[at.row] = look_at(at.row);
      return uses;
    }
    const Role date = looks_back ? Role::none : counted_.date;
    Whens whens(plan_, date != Role::none);
    const FlowRows rows = flow_rows(frame, date, kept.rows, whens);
    for (const RowCell& at : rows.inside) uses[at.row] = look_at(at.row);
    for (const uint32_t row : rows.undated) {
      const Use use = look_at(row);
      uses[row] = use == Use::used ? Use::no_date : use;
    }
    return uses;
  }

  // That the value rests on.
  const kpis::Measure& measure() const {
    return kpi_.measures[kpis::shape_of(kpi_, kpis::variant_of(plan_, kpi_.card)).rows()];
  }

  bool wanted(const Frame& frame, Use use, std::size_t row) const {
    if (!query_.use.empty() && kpis::name_of(use) != query_.use) return false;
    if (!dimension_) return true;
    const auto& view = frame.dimension(*dimension_);
    return (view.codes == nullptr ? std::string_view() : view.dictionary->value_of(view.codes[row])) == query_.key;
  }

  void list(const Source& source, const table::Batch& batch, Use use, std::size_t row) {
    const int64_t at = page_.total++;
    if (at < query_.offset || at - query_.offset >= query_.limit) return;
    std::vector<std::string> cells{source.file, std::to_string(batch.line_of(row)), std::string(kpis::name_of(use))};
    for (const table::Column& column : batch.columns) cells.push_back(cell_text(column, row));
    page_.rows.push_back(std::move(cells));
  }

  const Plan& plan_;
  const kpis::Kpi& kpi_;
  const Counted counted_;
  const RowsQuery& query_;
  std::optional<std::size_t> dimension_;
  const dataset::Rates& rates_;
  std::unique_ptr<kpis::Partials> partials_;  // null: the KPI is of Measures
  RowsPage page_;
};

std::optional<std::size_t> dimension_index(const Plan& plan, const std::string& id, Kind kind) {
  for (std::size_t d = 0; d < plan.dimensions.size(); ++d) {
    if (plan.dimensions[d].id == id && plan.dimensions[d].kind == kind) return d;
  }
  return std::nullopt;
}

std::vector<std::string> uses() {
  std::vector<std::string> names;
  for (std::size_t u = 0; u < kpis::kUses; ++u) names.emplace_back(kpis::name_of(static_cast<Use>(u)));
  return names;
}

std::vector<std::string> dimension_ids(const Plan& plan, Kind kind) {
  std::vector<std::string> ids;
  for (const Dimension& dimension : plan.dimensions) {
    if (dimension.kind == kind) ids.push_back(dimension.id);
  }
  return ids;
}

}  // namespace

}  // namespace pegel::cube

namespace pegel {

Result<RowsPage> rows(const Plan& plan, const Batches& batches, const RowsQuery& query) {
  if (query.left_out) return cube::left_out(plan, batches.body(), query);
  const kpis::PlanKpis kpis(plan);
  const kpis::Kpi* kpi = kpis.find(query.kpi);
  if (kpi == nullptr)
    return fail("rows.kpi", "There is no KPI \"" + query.kpi + "\"." + did_you_mean(query.kpi, kpis.ids()), {},
                {{"kpi", query.kpi}});
  const auto uses = cube::uses();
  if (!query.use.empty() && std::find(uses.begin(), uses.end(), query.use) == uses.end()) {
    return fail("rows.use",
                "There is no reason \"" + query.use + "\"; rows are \"used\" or left out under a reason." +
                    did_you_mean(query.use, uses),
                {}, {{"use", query.use}});
  }
  const Kind kind = counted_by(kpi->card, kpis::variant_of(plan, kpi->card)).kind;
  const auto dimension = cube::dimension_index(plan, query.dimension, kind);
  if (!query.dimension.empty() && !dimension) {
    return fail("rows.dimension",
                "\"" + query.dimension + "\" is not a dimension of the plan." +
                    did_you_mean(query.dimension, cube::dimension_ids(plan, kind)),
                {}, {{"dimension", query.dimension}});
  }
  const auto duplicates = cube::duplicates_of(plan, batches.body());
  const auto lending = cube::lending_by(plan, batches.body());
  cube::Listing listing(plan, *kpi, query, dimension, lending->rates);
  for (std::size_t p = 0; p < batches.body().parts.size(); ++p) {
    const auto& part = batches.body().parts[p];
    const Source& source = plan.sources[part.source];
    if (source.kind != kind) continue;
    listing.name_columns(source);
    dataset::Borrowed borrowed(lending->lent, source, plan.aliases);
    for (std::size_t b = 0; b < part.batches.size(); ++b) {
      listing.add(source, part.batches[b], duplicates->dropped[p][b], borrowed);
    }
  }
  return listing.take();
}

}  // namespace pegel
