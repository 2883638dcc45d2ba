#include "kpis/journey_log.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

namespace pegel::kpis {
namespace {

using partial::JourneyRow;

constexpr std::array<const char*, kJourneySteps> kNames{"journey_lead", "journey_qualified", "journey_deal",
                                                        "journey_won", "journey_order"};

/// Sets of rows that grow together; the least row stands for its set.
class Sets {
 public:
  explicit Sets(std::size_t rows) : parent_(rows) { std::iota(parent_.begin(), parent_.end(), 0u); }
  uint32_t find(uint32_t row) {
    while (parent_[row] != row) row = parent_[row] = parent_[parent_[row]];
    return row;
  }
  void join(uint32_t a, uint32_t b) {
    const uint32_t x = find(a);
    const uint32_t y = find(b);
    parent_[std::max(x, y)] = std::min(x, y);
  }

 private:
  std::vector<uint32_t> parent_;
};

template <class Id>
void join_equal(std::span<const JourneyRow> rows, Sets& sets, const Id& id) {
  std::vector<std::pair<uint64_t, uint32_t>> by_id;
  for (uint32_t row = 0; row < rows.size(); ++row) {
    if (id(rows[row]) != JourneyRow::kNoId) by_id.emplace_back(id(rows[row]), row);
  }
  std::sort(by_id.begin(), by_id.end());
  for (std::size_t i = 1; i < by_id.size(); ++i) {
    if (by_id[i].first == by_id[i - 1].first) sets.join(by_id[i].second, by_id[i - 1].second);
  }
}

/// Rows of all cells, and whose each is.
struct Rows {
  std::vector<JourneyRow> rows;
  std::vector<uint32_t> cells;
};
Rows rows_of(std::span<const partial::Journeys* const> cells) {
  Rows all;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    const auto& rows = cells[c]->sorted();
    all.rows.insert(all.rows.end(), rows.begin(), rows.end());
    all.cells.resize(all.rows.size(), static_cast<uint32_t>(c));
  }
  return all;
}

struct Happened {
  uint32_t entity;
  int32_t day;
  JourneyStep step;
  uint32_t cell;
  int64_t amount;
  auto key() const { return std::make_tuple(entity, day, step, cell, amount); }
};

void append(const JourneyRow& row, uint32_t entity, uint32_t cell, std::vector<Happened>& all) {
  static constexpr JourneyStep kFirst[] = {JourneyStep::lead, JourneyStep::deal, JourneyStep::order};
  static constexpr JourneyStep kLater[] = {JourneyStep::qualified, JourneyStep::won, JourneyStep::order};
  if (row.day != JourneyRow::kNoDay) all.push_back({entity, row.day, kFirst[row.kind], cell, row.amount});
  if (row.later != JourneyRow::kNoDay) all.push_back({entity, row.later, kLater[row.kind], cell, row.amount});
}

std::vector<Happened> events_of(const Rows& all, const std::vector<uint32_t>& entities) {
  std::vector<Happened> events;
  for (std::size_t i = 0; i < all.rows.size(); ++i) append(all.rows[i], entities[i], all.cells[i], events);
  std::sort(events.begin(), events.end(), [](const Happened& a, const Happened& b) { return a.key() < b.key(); });
  return events;
}

std::optional<uint32_t> currency_of(const std::vector<JourneyRow>& rows) {
  uint32_t named = 0;
  for (const JourneyRow& row : rows) {
    if (row.amount == JourneyRow::kNoAmount || row.currency == 0) continue;
    if (named != 0 && row.currency != named) return std::nullopt;
    named = row.currency;
  }
  return named;
}

void count_links(const Rows& all, const std::vector<uint32_t>& entities, const std::vector<int32_t>& first_leads,
                 JourneyLog& journey) {
  for (std::size_t i = 0; i < all.rows.size(); ++i) {
    const auto kind = all.rows[i].kind;
    if (kind == JourneyRow::lead) {
      ++journey.leads;
    } else if (first_leads[entities[i]] != JourneyRow::kNoDay) {
      ++journey.linked;
    } else {
      ++(kind == JourneyRow::deal ? journey.unlinked_deals : journey.unlinked_orders);
    }
  }
}

}  // namespace

std::vector<uint32_t> entities_of(std::span<const JourneyRow> rows) {
  Sets sets(rows.size());
  join_equal(rows, sets, [](const JourneyRow& row) { return row.lead_id; });
  join_equal(rows, sets, [](const JourneyRow& row) { return row.customer_id; });
  std::vector<uint32_t> entities(rows.size());
  uint32_t next = 0;
  for (uint32_t row = 0; row < rows.size(); ++row) {
    const uint32_t stands = sets.find(row);
    entities[row] = stands == row ? next++ : entities[stands];
  }
  return entities;
}

JourneyLog journey_log(std::span<const partial::Journeys* const> cells) {
  JourneyLog journey;
  const Rows all = rows_of(cells);
  const std::vector<uint32_t> entities = entities_of(all.rows);
  const std::vector<Happened> events = events_of(all, entities);
  const std::size_t count = entities.empty() ? 0 : std::size_t{*std::max_element(entities.begin(), entities.end())} + 1;
  std::vector<int32_t> first_leads(count, JourneyRow::kNoDay);
  std::array<bool, kJourneySteps> met{};
  for (const Happened& e : events) {
    met[static_cast<std::size_t>(e.step)] = true;
    if (e.step == JourneyStep::lead && first_leads[e.entity] == JourneyRow::kNoDay) first_leads[e.entity] = e.day;
  }
  count_links(all, entities, first_leads, journey);
  FunnelLog& log = journey.log;
  log.first.assign(count + 1, 0);
  for (const Happened& e : events) {
    if (first_leads[e.entity] == JourneyRow::kNoDay || e.day < first_leads[e.entity]) continue;
    log.events.push_back({e.day, static_cast<uint32_t>(e.step), 0, e.cell, e.amount});
    ++log.first[e.entity + 1];
    log.has_amounts = log.has_amounts || e.amount != JourneyRow::kNoAmount;
  }
  std::partial_sum(log.first.begin(), log.first.end(), log.first.begin());
  log.currency = currency_of(all.rows);
  log.steps.assign(kNames.begin(), kNames.end());
  log.names = log.steps;
  for (uint32_t step = 0; step < kJourneySteps; ++step) {
    if (!met[step]) continue;
    journey.steps.ids.push_back(step);
    journey.steps.names.push_back(kNames[step]);
  }
  return journey;
}

}  // namespace pegel::kpis
