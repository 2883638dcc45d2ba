// The rows behind a number: each row's use in one KPI, found the same way as aggregate finds it.

#include <algorithm>
#include <map>

#include "cube/batches.h"
#include "cube/behind.h"
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

std::optional<std::size_t> dimension_index(const Plan& plan, const std::string& id, Kind kind) {
  for (std::size_t d = 0; d < plan.dimensions.size(); ++d) {
    if (plan.dimensions[d].id == id && plan.dimensions[d].kind == kind) return d;
  }
  return std::nullopt;
}

// The rows of one kind that a KPI counts.
struct Counting {
  Kind kind;
  Role date;  // none: all days
  bool stock = false;
  const kpis::Measure* measure = nullptr;  // null: the KPI has a Partial of its own
  std::optional<std::size_t> dimension{};  // of the query
};

// What the value rests on first, then what else it counts, of each kind what stands first.
std::vector<Counting> countings_of(const Plan& plan, const kpis::Kpi& kpi) {
  const std::string_view variant = kpis::variant_of(plan, kpi.card);
  const Counted counted = counted_by(kpi.card, variant);
  if (!kpi.measured()) return {{counted.kind, counted.date, way_of(kpi.card, variant).semantic == Semantic::stock}};
  const kpis::Shape& shape = kpis::shape_of(kpi, variant);
  std::vector<std::size_t> measures = kpis::measures_of(kpi, shape);
  measures.insert(measures.begin(), shape.rows());
  std::vector<Counting> countings;
  for (const std::size_t m : measures) {
    const Basis basis = basis_of(plan, kpi.card, kpi.measures[m]);
    const bool known = std::any_of(countings.begin(), countings.end(),
                                   [&](const Counting& counting) { return counting.kind == basis.kind; });
    if (!known) countings.push_back({basis.kind, basis.date, basis.stock, &kpi.measures[m]});
  }
  return countings;
}

class Listing {
 public:
  Listing(const Plan& plan, const kpis::Kpi& kpi, const RowsQuery& query, const dataset::Rates& rates)
      : plan_(plan), kpi_(kpi), query_(query), rates_(rates), behind_(plan, kpi) {
    for (Counting& counting : countings_of(plan, kpi)) {
      counting.dimension = dimension_index(plan, query.dimension, counting.kind);
      const bool apart = query.dimension.empty() || counting.dimension;
      if (apart) countings_.push_back(counting);
    }
    if (!kpi.measured()) partials_ = kpi.make(kpis::variant_of(plan, kpi.card));
    page_.columns = {"file", "line", "use"};
  }

  /// Null: its rows are none of the KPI's.
  const Counting* counting(Kind kind) const {
    const auto found =
        std::find_if(countings_.begin(), countings_.end(), [&](const Counting& each) { return each.kind == kind; });
    return found == countings_.end() ? nullptr : &*found;
  }

  /// Before the rows: which of a customer's answers is the latest, and whom a number that looks back rests on.
  void look(const Counting& counting, const Source& source, const table::Batch& batch,
            const std::vector<uint8_t>& dropped, dataset::Borrowed& borrowed) {
    if (partials_ == nullptr && !behind_.tells()) return;
    const Frame frame = frame_of(source, batch, borrowed);
    const std::vector<Use> uses = uses_of(counting, frame, dropped);
    if (partials_ == nullptr) return behind_.look(frame, used_in(counting, frame, uses));
    for (std::size_t row = 0; row < frame.rows(); ++row) {
      if (uses[row] != Use::used || !is_in(counting, frame, row)) continue;
      const auto answer = partials_->answer(frame, row, as_of(plan_));
      if (!answer) continue;
      const auto [at, fresh] = latest_.try_emplace(answer->customer, Latest{*answer, &batch, row});
      if (!fresh && at->second.answer < *answer) at->second = {*answer, &batch, row};
    }
  }

  void add(const Counting& counting, const Source& source, const table::Batch& batch,
           const std::vector<uint8_t>& dropped, dataset::Borrowed& borrowed) {
    const Frame frame = frame_of(source, batch, borrowed);
    std::vector<Use> uses = uses_of(counting, frame, dropped);
    if (behind_.tells()) leave_out_others(counting, frame, uses);
    for (std::size_t row = 0; row < frame.rows(); ++row) {
      if (!is_in(counting, frame, row)) continue;
      const bool counts = uses[row] != Use::used || is_latest(frame, row);
      const Use use = counts ? uses[row] : Use::superseded;
      if (query_.use.empty() || kpis::name_of(use) == query_.use) list(source, batch, use, row);
    }
  }

  /// Columns of one name are one, whichever file they are of.
  void name_columns(const Source& source) {
    std::vector<std::size_t>& places = places_[&source];
    for (const SourceColumn& column : source.columns) {
      std::size_t at = kOwnColumns;
      const auto taken = [&] { return std::find(places.begin(), places.end(), at) != places.end(); };
      while (at < page_.columns.size() && (page_.columns[at] != column.name || taken())) ++at;
      if (at == page_.columns.size()) page_.columns.push_back(column.name);
      places.push_back(at);
    }
  }

  RowsPage take() {
    for (auto& row : page_.rows) row.resize(page_.columns.size());
    return std::move(page_);
  }

 private:
  static constexpr std::size_t kOwnColumns = 3;

  struct Latest {
    partial::Answer answer;
    const table::Batch* batch;
    std::size_t row;
  };

  Frame frame_of(const Source& source, const table::Batch& batch, dataset::Borrowed& borrowed) const {
    Frame frame(source, batch, plan_, &borrowed);
    if (!plan_.currency.empty()) frame.convert(dataset::currency_of(plan_.currency), rates_);
    return frame;
  }

  std::vector<uint32_t> used_in(const Counting& counting, const Frame& frame, const std::vector<Use>& uses) const {
    std::vector<uint32_t> rows;
    for (uint32_t row = 0; row < frame.rows(); ++row) {
      if (uses[row] == Use::used && is_in(counting, frame, row)) rows.push_back(row);
    }
    return rows;
  }

  void leave_out_others(const Counting& counting, const Frame& frame, std::vector<Use>& uses) {
    const std::vector<uint32_t> rows = used_in(counting, frame, uses);
    const std::vector<uint8_t> behind = behind_.of(frame, rows);
    for (const uint32_t row : rows) {
      if (behind[row] == 0) uses[row] = Use::other_period;
    }
  }

  bool is_latest(const Frame& frame, std::size_t row) const {
    const auto answer = partials_ == nullptr ? std::nullopt : partials_->answer(frame, row, as_of(plan_));
    if (!answer) return true;
    const Latest& latest = latest_.at(answer->customer);
    return latest.batch == &frame.batch() && latest.row == row;
  }

  std::vector<Use> uses_of(const Counting& counting, const Frame& frame, const std::vector<uint8_t>& dropped) const {
    const KeptRows kept = kept_rows(frame, dropped);
    std::vector<Use> uses(frame.rows(), Use::filtered);
    for (std::size_t row = 0; row < dropped.size(); ++row) {
      if (dropped[row] != 0) uses[row] = Use::duplicate;
    }
    for (const uint32_t row : kept.rows) uses[row] = counting.stock ? Use::not_open : Use::other_period;
    const std::vector<Use> judged = kpi_.measured() ? kpis::judge(*counting.measure, frame) : std::vector<Use>();
    const auto look_at = [&](uint32_t row) {
      return partials_ == nullptr ? judged[row] : partials_->use(frame, row, as_of(plan_));
    };
    if (counting.stock) {
      const StockRows rows = stock_rows(plan_, frame, counting.date, kept.rows, stock_days(plan_));
      for (const RowCell& at : rows.total) uses[at.row] = look_at(at.row);
      return uses;
    }
    Whens whens(plan_, counting.date != Role::none);
    const FlowRows rows = flow_rows(frame, counting.date, kept.rows, whens);
    for (const RowCell& at : rows.inside) uses[at.row] = look_at(at.row);
    for (const uint32_t row : rows.undated) {
      const Use use = look_at(row);
      uses[row] = use == Use::used ? Use::no_date : use;
    }
    return uses;
  }

  // Of the cell that is asked for.
  bool is_in(const Counting& counting, const Frame& frame, std::size_t row) const {
    if (!counting.dimension) return true;
    const auto& view = frame.dimension(*counting.dimension);
    return (view.codes == nullptr ? std::string_view() : view.dictionary->value_of(view.codes[row])) == query_.key;
  }

  void list(const Source& source, const table::Batch& batch, Use use, std::size_t row) {
    const int64_t at = page_.total++;
    if (at < query_.offset || at - query_.offset >= query_.limit) return;
    std::vector<std::string> cells{source.file, std::to_string(batch.line_of(row)), std::string(kpis::name_of(use))};
    cells.resize(page_.columns.size());
    const std::vector<std::size_t>& places = places_.at(&source);
    for (std::size_t c = 0; c < batch.columns.size(); ++c) cells[places[c]] = cell_text(batch.columns[c], row);
    page_.rows.push_back(std::move(cells));
  }

  const Plan& plan_;
  const kpis::Kpi& kpi_;
  const RowsQuery& query_;
  const dataset::Rates& rates_;
  std::vector<Counting> countings_;
  std::map<const Source*, std::vector<std::size_t>> places_;  // of its columns on the page
  std::map<uint64_t, Latest> latest_;                         // by customer
  Behind behind_;
  std::unique_ptr<kpis::Partials> partials_;  // null: the KPI is of Measures
  RowsPage page_;
};

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
  cube::Listing listing(plan, *kpi, query, lending->rates);
  const auto each_batch = [&](const auto& visit) {
    for (std::size_t p = 0; p < batches.body().parts.size(); ++p) {
      const auto& part = batches.body().parts[p];
      const Source& source = plan.sources[part.source];
      const cube::Counting* counting = listing.counting(source.kind);
      if (counting == nullptr) continue;
      dataset::Borrowed borrowed(lending->lent, source, plan.aliases);
      for (std::size_t b = 0; b < part.batches.size(); ++b) {
        visit(*counting, source, part.batches[b], duplicates->dropped[p][b], borrowed);
      }
    }
  };
  for (const Source& source : plan.sources) {
    if (listing.counting(source.kind) != nullptr) listing.name_columns(source);
  }
  each_batch([&](auto&&... batch) { listing.look(batch...); });
  each_batch([&](auto&&... batch) { listing.add(batch...); });
  return listing.take();
}

}  // namespace pegel
