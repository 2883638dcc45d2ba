#include "kpis/funnel_log.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "dataset/frame.h"

namespace pegel::kpis {
namespace {

using partial::Paths;

auto key(const FunnelLog::Event& e) { return std::make_tuple(e.time, e.step, e.held, e.cell); }

// What an event says (Frame::step): a stage, and what stands after it.
std::string_view stage_of(std::string_view said) { return said.substr(0, said.find(dataset::kHeld)); }
std::string_view held_of(std::string_view said) {
  const auto at = said.find(dataset::kHeld);
  return at == std::string_view::npos ? std::string_view() : said.substr(at + 1);
}

// The steps of the log, and which of them each cell means by its own numbers.
struct StepTable {
  std::vector<std::string> steps;               // folded, in byte order
  std::vector<std::string> names;               // the spelling met most often; of equal ones the first in byte order
  std::vector<std::vector<uint32_t>> of_cells;  // by cell and number
  std::vector<std::vector<uint32_t>> held;      // the same, of what is held: numbers in byte order
};

uint32_t place_in(const std::vector<std::string>& sorted, std::string_view text) {
  return static_cast<uint32_t>(std::lower_bound(sorted.begin(), sorted.end(), text) - sorted.begin());
}

void number_held(std::span<const Paths* const> cells, StepTable& table) {
  std::vector<std::string> values;
  for (const Paths* paths : cells) {
    for (uint32_t id = 0; id < paths->steps().size(); ++id) values.emplace_back(held_of(paths->steps()[id]));
  }
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  for (const Paths* paths : cells) {
    auto& ids = table.held.emplace_back();
    for (uint32_t id = 0; id < paths->steps().size(); ++id)
      ids.push_back(place_in(values, held_of(paths->steps()[id])));
  }
}

StepTable steps_in(std::span<const Paths* const> cells) {
  std::map<std::string, std::map<std::string, int64_t>> spellings;
  std::vector<std::vector<std::string>> folded(cells.size());
  for (std::size_t c = 0; c < cells.size(); ++c) {
    std::vector<int64_t> times(cells[c]->steps().size());
    for (const Paths::Event& e : cells[c]->events()) ++times[e.step];
    for (uint32_t id = 0; id < times.size(); ++id) {
      const std::string_view stage = stage_of(cells[c]->steps()[id]);
      folded[c].push_back(dataset::fold_case(stage));
      if (times[id] > 0) spellings[folded[c].back()][std::string(stage)] += times[id];
    }
  }
  StepTable table;
  for (const auto& [step, counts] : spellings) {
    table.steps.push_back(step);
    table.names.push_back(std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
                            return a.second < b.second;
                          })->first);
  }
  for (const auto& names : folded) {
    auto& ids = table.of_cells.emplace_back();
    for (const std::string& name : names) ids.push_back(place_in(table.steps, name));
  }
  number_held(cells, table);
  return table;
}

// One numbering for the entities of all cells. Cells of one file share theirs: then it is that.
struct EntityTable {
  std::size_t size = 0;
  std::vector<std::vector<uint32_t>> of_cells;  // by cell and number; empty: the cells' own numbers
  uint32_t of(std::size_t cell, uint32_t id) const { return of_cells.empty() ? id : of_cells[cell][id]; }
};

EntityTable entities_in(std::span<const Paths* const> cells) {
  EntityTable table;
  const base::Texts* shared = nullptr;
  bool all_share = true;
  for (const Paths* paths : cells) {
    if (paths->empty()) continue;
    all_share = all_share && (shared == nullptr || shared == paths->entities().texts().get());
    shared = paths->entities().texts().get();
  }
  if (shared == nullptr) return table;
  if (all_share) {
    table.size = shared->size();
    return table;
  }
  base::Texts entities;
  for (const Paths* paths : cells) {
    auto& ids = table.of_cells.emplace_back();
    for (uint32_t id = 0; id < paths->entities().size(); ++id) ids.push_back(entities.id_of(paths->entities()[id]));
  }
  table.size = entities.size();
  return table;
}

/// Of all amounts; nothing when they are of several.
std::optional<uint32_t> currency_of(std::span<const Paths* const> cells) {
  uint32_t named = 0;
  for (const Paths* paths : cells) {
    for (std::size_t i = 0; paths->has_amounts() && i < paths->events().size(); ++i) {
      const Paths::Amount amount = paths->amount(i);
      if (amount.micros == Paths::kNoAmount || amount.currency == 0) continue;
      if (named != 0 && amount.currency != named) return std::nullopt;
      named = amount.currency;
    }
  }
  return named;
}

}  // namespace

namespace {

constexpr int64_t kDayMillis = 86'400'000;

bool any_event(std::span<const Paths* const> cells) {
  return std::any_of(cells.begin(), cells.end(), [](const Paths* paths) { return !paths->empty(); });
}

int64_t floor_of(int64_t time, int64_t unit) { return time / unit - (time % unit < 0 ? 1 : 0); }

}  // namespace

FunnelLog log_of(std::span<const Paths* const> days, std::span<const Paths* const> timed) {
  std::vector<const Paths*> cells(days.begin(), days.end());
  cells.insert(cells.end(), timed.begin(), timed.end());
  const EntityTable entities = entities_in(cells);
  StepTable steps = steps_in(cells);
  FunnelLog log;
  if (!any_event(days) && any_event(timed)) log.day = kDayMillis;
  log.first.resize(entities.size + 1);
  for (std::size_t c = 0; c < cells.size(); ++c) {
    for (const Paths::Event& e : cells[c]->events()) ++log.first[entities.of(c, e.entity) + 1];
  }
  std::partial_sum(log.first.begin(), log.first.end(), log.first.begin());
  log.events.resize(log.first.back());
  std::vector<std::size_t> next(log.first.begin(), log.first.end() - 1);
  for (std::size_t c = 0; c < cells.size(); ++c) {
    const auto events = cells[c]->events();
    log.has_amounts = log.has_amounts || cells[c]->has_amounts();
    const int64_t unit = c < days.size() ? 1 : kDayMillis / log.day;
    const auto cell = static_cast<uint32_t>(c < days.size() ? c : c - days.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
      const Paths::Event& e = events[i];
      log.events[next[entities.of(c, e.entity)]++] = {floor_of(e.time, unit), steps.of_cells[c][e.step],
                                                      steps.held[c][e.step], cell, cells[c]->amount(i).micros};
    }
  }
  const auto less = [](const FunnelLog::Event& a, const FunnelLog::Event& b) { return key(a) < key(b); };
  for (std::size_t entity = 0; entity < entities.size; ++entity) {
    const auto begin = log.events.begin() + static_cast<std::ptrdiff_t>(log.first[entity]);
    const auto end = log.events.begin() + static_cast<std::ptrdiff_t>(log.first[entity + 1]);
    if (!std::is_sorted(begin, end, less)) std::sort(begin, end, less);
  }
  log.currency = currency_of(cells);
  log.steps = std::move(steps.steps);
  log.names = std::move(steps.names);
  return log;
}

}  // namespace pegel::kpis
