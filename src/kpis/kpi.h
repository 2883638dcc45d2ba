#pragma once
// A KPI: its Card, how a row adds to a Partial, how a Partial becomes an Estimate. The loops over rows and cells are here, once.

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/frame.h"
#include "kpis/sums.h"
#include "partial/partial.h"
#include "pegel/card.h"
#include "pegel/report.h"

namespace pegel::kpis {

using base::Micros;
using dataset::Frame;
using dataset::known;

/// One row of a Frame. `as_of`: the day a stock is looked at. `variant`: the one that decides what becomes of the row; the
/// Partial takes what every variant needs.
struct Row {
  const Frame& frame;
  std::size_t i;
  Day as_of;
  std::string_view variant;

  Micros number(Role role) const { return frame.number(role, i); }
  Day day(Role role) const { return frame.day(role, i); }
  /// Nothing where the day is not known.
  std::optional<int64_t> moment(Role role) const {
    const int64_t moment = frame.moment(role, i);
    return known(moment) ? std::optional(moment) : std::nullopt;
  }
  int8_t flag(Role role) const { return frame.flag(role, i); }
  Status status() const { return static_cast<Status>(frame.canonical(Role::status, i)); }
  Question question() const { return static_cast<Question>(frame.canonical(Role::question, i)); }
  std::string_view text(Role role) const { return frame.text(role, i); }
  base::Numbered numbered(Role role) const { return frame.numbered(role, i); }
  dataset::Currency currency() const { return frame.currency(i); }
  /// The row's value of the plan's dimension d.
  std::string_view dimension(std::size_t d) const {
    const auto& view = frame.dimension(d);
    return view.codes == nullptr ? std::string_view() : view.dictionary->value_of(view.codes[i]);
  }
};

struct TargetLine;

/// What finish may look at besides its own Partial.
struct Context {
  const Plan& plan;
  Day as_of;                           ///< end of the period, or today
  std::string_view variant{};          ///< of the Card; empty where it has none
  const Estimate* rests_on = nullptr;  ///< total of the KPI that the Card rests on, by its default; null: not computed
  Period period{};                     ///< of the cell, to date; of Measures with another reach than Reach::cell
  Period whole{};                      ///< `period` with its days after today
  const std::vector<TargetLine>* targets = nullptr;  ///< all of the plan (target_line.h); null: not at hand

  Day before() const { return period.start - 1; }  ///< the day at whose end the period begins
  Day last() const { return period.end - 1; }
};

/// A key of a cell with the text to show: the dimension's value.
template <class P>
struct Cell {
  std::string_view key;
  const P* partial;
};

/// An axis as a whole.
struct Finished {
  std::vector<Estimate> cells;
  std::vector<Table> tables;        ///< of KPIs that are more than one number
  std::vector<uint8_t> unranked{};  ///< 1: the cell has no place among the others, whatever its n; empty: none is so
};

inline constexpr uint32_t kNoCell = UINT32_MAX;

/// A row of a Frame and the cell it goes to.
struct RowCell {
  uint32_t row;
  uint32_t cell;
};

/// What a Report asks of one KPI on one axis (total, trend, a dimension), cell by cell.
class Answers {
 public:
  virtual ~Answers() = default;
  virtual std::size_t size() const = 0;
  /// `previous`: what it is compared to, of one cell; may be null.
  virtual Estimate finish(std::size_t cell, const Context& context, const Answers* previous = nullptr) const = 0;
  /// Rows that add used and finish leaves out for a later one of the same customer.
  virtual int64_t superseded(std::size_t cell, const Context& context) const = 0;
  /// Every cell and the KPI's tables over them; `keys[c]` names cell c. `dimension` null: the axis of the total, of which
  /// the tables are made, and its cell where that costs nothing more; else finish gives it.
  virtual Finished finish_all(const Context& context, std::span<const std::string> keys,
                              const Dimension* dimension) const = 0;
  /// A cell of all that `cells` hold together; of none of them the empty one.
  virtual std::unique_ptr<Answers> merged(std::span<const uint32_t> cells) const = 0;
};

/// The Partials of a KPI that has its own, on one axis, one a cell.
class Partials : public Answers {
 public:
  /// Makes cells 0 … cells-1 exist.
  virtual void reserve(std::size_t cells) = 0;
  /// Adds rows to cells that exist. With `uses`, counts what became of the rows.
  virtual void add(const Frame& frame, std::span<const RowCell> rows, Day as_of, Uses* uses) = 0;
  /// What add would make of one row.
  virtual Use use(const Frame& frame, std::size_t row, Day as_of) const = 0;
  /// Of one that it uses: whose answer it is and when, where of all of a customer's only the latest counts.
  virtual std::optional<partial::Answer> answer(const Frame& frame, std::size_t row, Day as_of) const = 0;
  virtual void clear() = 0;                        ///< leaves no cell
  virtual bool empty(std::size_t cell) const = 0;  ///< equal to the identity
  virtual void merge(std::size_t cell, const Partials& from, std::size_t from_cell) = 0;
  /// The same, of a cell that nobody looks at again: it is left without meaning.
  virtual void take(std::size_t cell, Partials& from, std::size_t from_cell) = 0;
  virtual void encode(std::size_t cell, base::ByteWriter& writer) const = 0;
  virtual void decode(std::size_t cell, base::ByteReader& reader) = 0;
};

class History;
/// What a KPI over targets makes of all lines (target_line.h): its value, and a Table where there is anything to list.
struct FromTargets {
  template <class Made>
  using Of = Made (*)(std::span<const TargetLine> lines, History& history, const Context& context);
  Of<Estimate> value = nullptr;
  Of<std::optional<Table>> table = nullptr;
};

/// A KPI as the catalogue lists it: of Measures and a Shape a variant, or with a Partial of its own.
struct Kpi {
  Card card;
  std::unique_ptr<Partials> (*make)(std::string_view variant) = nullptr;  ///< null: it is of Measures
  std::span<const Measure> measures{};
  Few<Shape, 6> shapes{};      ///< by the Card's computed variants, in order; one of a Card without
  FromTargets from_targets{};  ///< gives the total of a KPI that rests on targets
  /// Of the total, beside the value; without rows none is shown. Null: the value is all.
  Table (*table)(const Sums& sums, const Context& context) = nullptr;
  /// Of a dimension whose cells refer to each other, for all of them at once. Null: each stands for itself.
  std::vector<Estimate> (*cells)(std::span<const Sums> cells, const Context& context) = nullptr;
  /// Kinds whose rows go to a Partial of its own as well, in the cells of no value: events of one entity stand in several
  /// files. What becomes of those rows is not counted.
  std::span<const Kind> others{};

  bool measured() const { return make == nullptr; }
  bool rests_on_targets() const { return from_targets.value != nullptr; }
};
/// The place of a variant among the Card's computed ones; 0 for others.
std::size_t place_of(const Card& card, std::string_view variant);
/// The shape that a variant has; of a measured KPI.
const Shape& shape_of(const Kpi& kpi, std::string_view variant);
/// The positions of the Measures that a shape looks at; the first is of the variant's kind and date.
std::vector<std::size_t> measures_of(const Kpi& kpi, const Shape& shape);
/// What `shape` counts as linked is told over links of the plan's files, and by nothing else.
bool rests_on_links(const Shape& shape, const Plan& plan);
/// Whether a variant finds its period itself: the first of its Measures is of all days.
bool looks_back(const Kpi& kpi, std::string_view variant);

struct Entry {
  std::string_view group;
  const Kpi* kpi;
};
/// Every file of src/kpis/<group>/, by group then id; the list is generated from the paths.
std::span<const Entry> catalogue();
const Kpi* find(std::string_view id);
std::vector<std::string> ids();  ///< of the catalogue, in its order
/// The ids of the variants that a plan may choose.
std::vector<std::string> variants_of(const Card& card);
/// The variant that the plan chooses, else the Card's default; "" for a Card without variants.
std::string_view variant_of(const Plan& plan, const Card& card);

/// K has: `Partial`; `static Use add(Partial&, const Row&)`; and one of
///   `static Estimate finish(const Partial&, const Context&)`,
///   `static Estimate finish(const Partial&, const Context&, const Partial* previous)`, previous null where there is none;
/// and may have `static int64_t superseded(const Partial&, const Context&)`, where there are any, with
/// `static std::optional<partial::Answer> answer(const Row&)`, by which the rows behind a number are told apart; and, where the cells of a dimension refer to each other or the KPI is more than one number,
///   `static Finished finish_all(std::span<const Cell<Partial>>, const Context&, const Dimension*)`.
template <class K>
class PartialsOf final : public Partials {
 public:
  using P = typename K::Partial;

  explicit PartialsOf(std::string_view variant) : variant_(variant) {}

  void add(const Frame& frame, std::span<const RowCell> rows, Day as_of, Uses* uses) override {
    Uses counted{};
    for (const RowCell& to : rows) {
      const Use use = K::add(cells_[to.cell], Row{frame, to.row, as_of, variant_});
      ++counted[static_cast<std::size_t>(use)];
    }
    for (std::size_t u = 0; uses != nullptr && u < kUses; ++u) (*uses)[u] += counted[u];
  }
  void reserve(std::size_t cells) override {
    if (cells > cells_.size()) cells_.resize(cells);
  }
  Use use(const Frame& frame, std::size_t row, Day as_of) const override {
    P scratch{};
    return K::add(scratch, Row{frame, row, as_of, variant_});
  }
  std::optional<partial::Answer> answer(const Frame& frame, std::size_t row, Day as_of) const override {
    if constexpr (requires(const Row& one) { K::answer(one); }) {
      return K::answer(Row{frame, row, as_of, variant_});
    } else {
      return std::nullopt;
    }
  }
  void clear() override { cells_.clear(); }
  std::size_t size() const override { return cells_.size(); }
  bool empty(std::size_t cell) const override { return partial::equal(cells_[cell], P{}); }
  void merge(std::size_t cell, const Partials& from, std::size_t from_cell) override {
    partial::merge(at(cell), static_cast<const PartialsOf&>(from).cells_[from_cell]);
  }
  void take(std::size_t cell, Partials& from, std::size_t from_cell) override {
    P& into = at(cell);
    P& other = static_cast<PartialsOf&>(from).cells_[from_cell];
    if (empty(cell)) {
      into = std::move(other);
    } else {
      partial::merge(into, other);
      other = {};
    }
  }
  void encode(std::size_t cell, base::ByteWriter& writer) const override { partial::encode(cells_[cell], writer); }
  void decode(std::size_t cell, base::ByteReader& reader) override { at(cell) = partial::decode<P>(reader); }
  Estimate finish(std::size_t cell, const Context& context, const Answers* previous) const override {
    if constexpr (requires(const P& p) { K::finish(p, context, &p); }) {
      const bool given = previous != nullptr && previous->size() > 0;
      return K::finish(cells_[cell], context, given ? &static_cast<const PartialsOf*>(previous)->cells_[0] : nullptr);
    } else {
      return K::finish(cells_[cell], context);
    }
  }
  std::unique_ptr<Answers> merged(std::span<const uint32_t> cells) const override {
    auto sum = std::make_unique<PartialsOf>(variant_);
    sum->cells_.resize(1);
    for (const uint32_t cell : cells) partial::merge(sum->cells_.front(), cells_[cell]);
    return sum;
  }
  int64_t superseded(std::size_t cell, const Context& context) const override {
    if constexpr (requires(const P& p) { K::superseded(p, context); }) {
      return K::superseded(cells_[cell], context);
    } else {
      return 0;
    }
  }
  Finished finish_all(const Context& context, std::span<const std::string> keys,
                      const Dimension* dimension) const override {
    if constexpr (requires(std::span<const Cell<P>> cells) { K::finish_all(cells, context, dimension); }) {
      std::vector<Cell<P>> cells;
      for (std::size_t c = 0; c < cells_.size(); ++c) cells.push_back({keys[c], &cells_[c]});
      return K::finish_all(std::span<const Cell<P>>(cells), context, dimension);
    } else {
      Finished finished;
      for (std::size_t c = 0; dimension != nullptr && c < cells_.size(); ++c) {
        finished.cells.push_back(finish(c, context, nullptr));
      }
      return finished;
    }
  }

  const P& partial(std::size_t cell) const { return cells_[cell]; }

 private:
  P& at(std::size_t cell) {
    if (cell >= cells_.size()) cells_.resize(cell + 1);
    return cells_[cell];
  }
  std::string_view variant_;
  std::vector<P> cells_;
};

/// The answers of a KPI of Measures, `size` of them. `at(cell, measure)` stands at cell * measures + measure; what it points
/// to must outlive the answers.
std::unique_ptr<Answers> measured_answers(const Kpi& kpi, std::size_t size, std::vector<Sums::At> at);

/// SQL over views named as kinds, with columns named as roles, that gives one row with one column `value`: the KPI by a
/// variant. Its own or the Card's, else what the Measures say; may be empty. CURRENT_DATE is the plan's today.
std::string sql_of(const Kpi& kpi, std::string_view variant);

template <class K>
std::unique_ptr<Partials> make_partials_of(std::string_view variant) {
  return std::make_unique<PartialsOf<K>>(variant);
}

// A KPI's file ends with one of these: it gives the catalogue what it lists. `id` is the file's name.

#define PEGEL_KPI(id, K, card, examples)              \
  static_assert(pegel::partial::Partial<K::Partial>); \
  PEGEL_LIST(id, examples, card, make_partials_of<K>)
/// `others`: as Kpi::others. The Card's date is none.
#define PEGEL_KPI_OVER(id, K, card, others, examples)                                                             \
  static_assert(pegel::partial::Partial<K::Partial>);                                                             \
  PEGEL_LIST(id, examples, card, make_partials_of<K>, std::span<const Measure>(), Few<Shape, 6>(), FromTargets(), \
             nullptr, nullptr, others)
/// `from_targets` says what of the lines is the value; K what becomes of a row of a targets file.
#define PEGEL_OVER_TARGETS(id, K, card, from_targets, examples) \
  PEGEL_LIST(id, examples, card, make_partials_of<K>, std::span<const Measure>(), Few<Shape, 6>(), from_targets)
#define PEGEL_MEASURED(id, card, measures, shapes, examples) PEGEL_LIST(id, examples, card, nullptr, measures, shapes)
#define PEGEL_MEASURED_WITH_TABLE(id, card, measures, shapes, examples, table) \
  PEGEL_LIST(id, examples, card, nullptr, measures, shapes, FromTargets(), table)
/// `cells` finishes those of a dimension together.
#define PEGEL_MEASURED_TOGETHER(id, card, measures, shapes, examples, cells) \
  PEGEL_LIST(id, examples, card, nullptr, measures, shapes, FromTargets(), nullptr, cells)
#define PEGEL_LIST(id, examples, ...)  \
  extern const Kpi id;                 \
  constinit const Kpi id{__VA_ARGS__}; \
  std::span<const Example> id##_examples() { return examples; }

}  // namespace pegel::kpis
