#include "kpis/sums.h"

#include "base/civil_date.h"
#include "kpis/deals.h"
#include "kpis/row.h"
#include "partial/partial.h"

namespace pegel::kpis {

namespace {

using dataset::Frame;
using partial::Count;
using partial::Money;
using partial::Quantiles;
using partial::Sum;

template <class Partial, class Add>
void add_each(std::vector<Partial>& cells, std::span<const uint32_t> rows, const uint32_t* cell_of, const Add& add) {
  if (cell_of == nullptr) {
    for (const uint32_t row : rows) add(cells[0], row);
  } else {
    for (const uint32_t row : rows) add(cells[cell_of[row]], row);
  }
}

base::Micros times(base::Micros amount, base::Micros share) {
  return static_cast<base::Micros>(static_cast<base::Int128>(amount) * share / base::kOne);
}

// The id of one Role is none of another's.
uint64_t id_in(const Measure& measure, const Frame& frame, uint32_t row) {
  const bool other = measure.by != Role::none && frame.text(measure.of, row).empty();
  return other ? partial::entity_in(frame.entity(measure.by, row), 1) : frame.entity(measure.of, row);
}

base::Micros amount_in(const Measure& measure, const Frame& frame, uint32_t row) {
  const base::Micros amount = frame.number(measure.of, row);
  if (measure.less != Role::none) return amount - frame.number(measure.less, row);
  return measure.times == Role::none ? amount : times(amount, frame.number(measure.times, row));
}

// Of rows without an id each is a unit; those of several files with one line are one, as good as any two.
uint64_t unit_in(const Measure& measure, const Frame& frame, uint32_t row) {
  if (!frame.text(measure.by, row).empty()) return frame.entity(measure.by, row);
  uint64_t line = static_cast<uint64_t>(frame.batch().line_of(row)) * 0x9E3779B97F4A7C15u;
  line = (line ^ line >> 32) * 0xD6E8FEB86659FD93u;
  return line ^ line >> 32;
}

partial::Answer answered(const Measure& measure, const Frame& frame, uint32_t row) {
  const uint64_t customer =
      frame.text(measure.by, row).empty() ? partial::Answer::kNobody : frame.entity(measure.by, row);
  return partial::Answer::of(customer, frame.moment(measure.since, row), frame.number(measure.of, row) / base::kOne);
}

}  // namespace

MeasureCells::MeasureCells(Take take) {
  switch (take) {
    case Take::row:
      break;
    case Take::number:
    case Take::weight:
      cells_ = std::vector<Sum>();
      break;
    case Take::amount:
      cells_ = std::vector<Money>();
      break;
    case Take::value:
    case Take::days:
      cells_ = std::vector<Quantiles>();
      break;
    case Take::id:
      cells_ = std::vector<partial::Distinct>();
      break;
    case Take::met:
      cells_ = std::vector<partial::FirstLast>();
      break;
    case Take::visit:
      cells_ = std::vector<partial::Visits>();
      break;
    case Take::stay:
      cells_ = std::vector<partial::Stays>();
      break;
    case Take::row_daily:
      cells_ = std::vector<partial::Daily<Count>>();
      break;
    case Take::amount_daily:
      cells_ = std::vector<partial::Daily<Money>>();
      break;
    case Take::number_daily:
      cells_ = std::vector<partial::Daily<Sum>>();
      break;
    case Take::amount_apart:
      cells_ = std::vector<partial::Pairs>();
      break;
    case Take::days_waited:
    case Take::minutes_waited:
      cells_ = std::vector<partial::Survival>();
      break;
    case Take::purchase:
      cells_ = std::vector<partial::Purchases>();
      break;
    case Take::spread:
      cells_ = std::vector<partial::Spread>();
      break;
    case Take::answer:
      cells_ = std::vector<partial::Answers>();
      break;
    case Take::deal:
      cells_ = std::vector<partial::DecidedDeals>();
      break;
    case Take::grouped:
      cells_ = std::vector<partial::Groups>();
      break;
    case Take::squares:
      cells_ = std::vector<partial::Moments>();
      break;
    case Take::squares_daily:
      cells_ = std::vector<partial::Daily<partial::Moments>>();
      break;
    case Take::squares_apart:
      cells_ = std::vector<partial::MomentsApart>();
      break;
    case Take::id_within:
      cells_ = std::vector<partial::Distinct>();
      break;
    case Take::chance:
      cells_ = std::vector<partial::Chances>();
      break;
  }
}

std::size_t MeasureCells::size() const {
  return std::visit([](const auto& cells) { return cells.size(); }, cells_);
}

void MeasureCells::reserve(std::size_t cells) {
  std::visit(
      [&](auto& list) {
        if (cells > list.size()) list.resize(cells);
      },
      cells_);
}

void MeasureCells::add(const Measure& measure, const Frame& frame, std::span<const uint32_t> rows,
                       const uint32_t* cell_of) {
  const Role of = measure.of;
  const auto on = [&](uint32_t row) { return frame.day(measure.since, row); };
  switch (measure.take) {
    case Take::row:
      return add_each(std::get<std::vector<Count>>(cells_), rows, cell_of, [](Count& count, uint32_t) { count.add(); });
    case Take::number:
      return add_each(std::get<std::vector<Sum>>(cells_), rows, cell_of,
                      [&](Sum& sum, uint32_t row) { sum.add(frame.number(of, row)); });
    case Take::weight: {
      const bool given = frame.has(of);
      return add_each(std::get<std::vector<Sum>>(cells_), rows, cell_of,
                      [&](Sum& sum, uint32_t row) { sum.add(given ? frame.number(of, row) : base::kOne); });
    }
    case Take::amount: {
      auto& cells = std::get<std::vector<Money>>(cells_);
      if (measure.less == Role::none && measure.times == Role::none) {
        return add_each(cells, rows, cell_of,
                        [&](Money& money, uint32_t row) { money.add(frame.currency(row), frame.number(of, row)); });
      }
      return add_each(cells, rows, cell_of, [&](Money& money, uint32_t row) {
        money.add(frame.currency(row), amount_in(measure, frame, row));
      });
    }
    case Take::met:
      return add_each(std::get<std::vector<partial::FirstLast>>(cells_), rows, cell_of,
                      [&](partial::FirstLast& seen, uint32_t row) { seen.add(frame.entity(of, row), on(row)); });
    case Take::visit:
      return add_each(std::get<std::vector<partial::Visits>>(cells_), rows, cell_of,
                      [&](partial::Visits& visits, uint32_t row) { visits.add(frame.entity(of, row), on(row)); });
    case Take::stay:
      return add_each(std::get<std::vector<partial::Stays>>(cells_), rows, cell_of,
                      [&](partial::Stays& stays, uint32_t row) {
                        const Day end = frame.day(measure.until, row);
                        stays.add(frame.entity(of, row), on(row), dataset::known(end) ? end : partial::Stay::kOpen);
                      });
    case Take::row_daily:
      return add_each(std::get<std::vector<partial::Daily<Count>>>(cells_), rows, cell_of,
                      [&](partial::Daily<Count>& days, uint32_t row) { days.on(on(row)).add(); });
    case Take::amount_daily:
      return add_each(std::get<std::vector<partial::Daily<Money>>>(cells_), rows, cell_of,
                      [&](partial::Daily<Money>& days, uint32_t row) {
                        days.on(on(row)).add(frame.currency(row), amount_in(measure, frame, row));
                      });
    case Take::number_daily:
      return add_each(std::get<std::vector<partial::Daily<Sum>>>(cells_), rows, cell_of,
                      [&](partial::Daily<Sum>& days, uint32_t row) { days.on(on(row)).add(frame.number(of, row)); });
    case Take::amount_apart:
      return add_each(std::get<std::vector<partial::Pairs>>(cells_), rows, cell_of,
                      [&](partial::Pairs& amounts, uint32_t row) {
                        const uint64_t entity = frame.entity(measure.by, row);
                        const bool monthly = measure.since != Role::none;
                        const uint64_t unit = monthly ? partial::entity_in(entity, base::month_of(on(row))) : entity;
                        amounts.add(unit, amount_in(measure, frame, row), base::kOne);
                      });
    case Take::value:
      return add_each(std::get<std::vector<Quantiles>>(cells_), rows, cell_of,
                      [&](Quantiles& values, uint32_t row) { values.add(frame.number(of, row)); });
    case Take::id:
      return add_each(std::get<std::vector<partial::Distinct>>(cells_), rows, cell_of,
                      [&](partial::Distinct& ids, uint32_t row) { ids.add(id_in(measure, frame, row)); });
    case Take::days_waited:
    case Take::minutes_waited: {
      const auto waited = measure.take == Take::days_waited ? waited_days : waited_minutes;
      return add_each(std::get<std::vector<partial::Survival>>(cells_), rows, cell_of,
                      [&](partial::Survival& durations, uint32_t row) {
                        const Waited w = waited(frame, row, measure.since, of);
                        durations.add(w.duration, w.finished);
                      });
    }
    case Take::purchase:
      return add_each(std::get<std::vector<partial::Purchases>>(cells_), rows, cell_of,
                      [&](partial::Purchases& purchases, uint32_t row) {
                        purchases.add(frame.entity(measure.by, row), on(row), amount_in(measure, frame, row));
                      });
    case Take::spread:
      return add_each(std::get<std::vector<partial::Spread>>(cells_), rows, cell_of,
                      [&](partial::Spread& spread, uint32_t row) {
                        spread.add(frame.entity(measure.by, row), frame.entity(of, row));
                      });
    case Take::answer:
      return add_each(std::get<std::vector<partial::Answers>>(cells_), rows, cell_of,
                      [&](partial::Answers& answers, uint32_t row) { answers.add(answered(measure, frame, row)); });
    case Take::deal:
      return add_each(std::get<std::vector<partial::DecidedDeals>>(cells_), rows, cell_of,
                      [&](partial::DecidedDeals& deals, uint32_t row) {
                        deals.add(deal_of(Row{frame, row, frame.today(), {}}));
                      });
    case Take::grouped:
      return add_each(
          std::get<std::vector<partial::Groups>>(cells_), rows, cell_of, [&](partial::Groups& groups, uint32_t row) {
            groups.add(unit_in(measure, frame, row), amount_in(measure, frame, row), frame.number(measure.per, row));
          });
    case Take::squares:
      return add_each(std::get<std::vector<partial::Moments>>(cells_), rows, cell_of,
                      [&](partial::Moments& moments, uint32_t row) { moments.add(frame.number(of, row)); });
    case Take::squares_daily:
      return add_each(
          std::get<std::vector<partial::Daily<partial::Moments>>>(cells_), rows, cell_of,
          [&](partial::Daily<partial::Moments>& days, uint32_t row) { days.on(on(row)).add(frame.number(of, row)); });
    case Take::squares_apart:
      return add_each(std::get<std::vector<partial::MomentsApart>>(cells_), rows, cell_of,
                      [&](partial::MomentsApart& amounts, uint32_t row) {
                        amounts.add(partial::entity_in(frame.entity(measure.by, row), base::month_of(on(row))),
                                    frame.number(of, row));
                      });
    case Take::id_within:
      return add_each(std::get<std::vector<partial::Distinct>>(cells_), rows, cell_of,
                      [&](partial::Distinct& ids, uint32_t row) {
                        ids.add(id_among(frame.entity(measure.by, row), frame.entity(of, row)));
                      });
    case Take::chance:
      return add_each(std::get<std::vector<partial::Chances>>(cells_), rows, cell_of,
                      [&](partial::Chances& chances, uint32_t row) {
                        chances.add({frame.number(of, row), frame.number(measure.times, row)});
                      });
    case Take::days:
      return add_each(std::get<std::vector<Quantiles>>(cells_), rows, cell_of, [&](Quantiles& values, uint32_t row) {
        values.add(frame.day(of, row) - frame.day(measure.since, row));
      });
  }
}

bool MeasureCells::empty(std::size_t cell) const { return rows(cell) == 0; }

void MeasureCells::merge(std::size_t cell, const MeasureCells& from, std::size_t from_cell) {
  std::visit(
      [&](auto& cells) {
        const auto& others = std::get<std::remove_reference_t<decltype(cells)>>(from.cells_);
        if (cell >= cells.size()) cells.resize(cell + 1);
        partial::merge(cells[cell], others[from_cell]);
      },
      cells_);
}

void MeasureCells::take(std::size_t cell, MeasureCells& from, std::size_t from_cell) {
  const bool first = cell >= size() || empty(cell);
  std::visit(
      [&](auto& cells) {
        auto& other = std::get<std::remove_reference_t<decltype(cells)>>(from.cells_)[from_cell];
        if (cell >= cells.size()) cells.resize(cell + 1);
        if (first) {
          cells[cell] = std::move(other);
        } else {
          partial::merge(cells[cell], other);
          other = {};
        }
      },
      cells_);
}

void MeasureCells::encode(std::size_t cell, base::ByteWriter& writer) const {
  std::visit([&](const auto& cells) { partial::encode(cells[cell], writer); }, cells_);
}

void MeasureCells::decode(std::size_t cell, base::ByteReader& reader) {
  std::visit(
      [&](auto& cells) {
        if (cell >= cells.size()) cells.resize(cell + 1);
        cells[cell] = partial::decode<std::remove_reference_t<decltype(cells[cell])>>(reader);
      },
      cells_);
}

void MeasureCells::clear() {
  std::visit([](auto& cells) { cells.clear(); }, cells_);
}

int64_t MeasureCells::rows(std::size_t cell) const {
  return std::visit(
      [&](const auto& cells) {
        if constexpr (requires { cells[cell].n(); }) {
          return cells[cell].n();
        } else if constexpr (requires { cells[cell].size(); }) {
          return static_cast<int64_t>(cells[cell].size());
        } else {
          return cells[cell].n;
        }
      },
      cells_);
}

}  // namespace pegel::kpis
