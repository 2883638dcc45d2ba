#include "kpis/funnel_log.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include "dataset/frame.h"

namespace pegel::kpis {
namespace {

using partial::Paths;

// Parts of words, folded, in the order in which a sale usually goes.
constexpr std::array<std::string_view, 26> kUsualOrder = {
    "visit",   "lead",    "prospect", "new",         "neu",      "nieuw",  "contact", "kontakt", "qualif",
    "appoint", "meeting", "termin",   "demo",        "analysis", "bedarf", "propos",  "quot",    "angebot",
    "offer",   "negoti",  "verhandl", "onderhandel", "contract", "won",    "gewon",   "purchas"};
// Ends without success. A funnel has no such step.
constexpr std::array<std::string_view, 17> kLosses = {
    "lost",   "verloren", "perdu",    "perdid",  "persa",   "disqualif", "unqualif", "reject", "abgelehnt",
    "cancel", "storn",    "abgesagt", "afgewez", "geannul", "declin",    "expired",  "կորց"};

// Ends with success.
constexpr std::array<std::string_view, 5> kWins = {"won", "gewon", "gagn", "ganad", "շահ"};

template <class Words>
bool holds_any(std::string_view step, const Words& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return step.find(word) != std::string_view::npos; });
}
bool is_loss(std::string_view step) { return holds_any(step, kLosses); }
bool is_win(std::string_view step) { return holds_any(step, kWins); }

std::size_t usual_rank(std::string_view step) {
  std::size_t rank = 0;
  while (rank < kUsualOrder.size() && step.find(kUsualOrder[rank]) == std::string_view::npos) ++rank;
  return rank;
}

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

// First time of each step of one entity; steps it never met are left out. In the order of time.
class Firsts {
 public:
  explicit Firsts(std::size_t steps) : seen_(steps) {}
  std::span<const std::pair<uint32_t, int64_t>> of(std::span<const FunnelLog::Event> events) {
    list_.clear();
    for (const auto& e : events) {
      if (std::exchange(seen_[e.step], 1) == 0) list_.emplace_back(e.step, e.time);
    }
    for (const auto& first : list_) seen_[first.first] = 0;
    return list_;
  }

 private:
  std::vector<uint8_t> seen_;
  std::vector<std::pair<uint32_t, int64_t>> list_;
};

template <class Visit>
void each_entity(const FunnelLog& log, const Visit& visit) {
  for (std::size_t entity = 0; entity < log.entities(); ++entity) {
    const auto events = log.of(entity);
    if (!events.empty()) visit(events);
  }
}

bool holds(const std::vector<uint32_t>& ids, uint32_t id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

// The id of a step as the plan names it; kNoStep when nobody met it.
uint32_t id_of(const FunnelLog& log, const std::string& name) {
  const std::string folded = dataset::fold_case(name);
  const auto at = std::lower_bound(log.steps.begin(), log.steps.end(), folded);
  return at != log.steps.end() && *at == folded ? static_cast<uint32_t>(at - log.steps.begin()) : kNoStep;
}

// The steps of the data that a funnel may have, the most frequent first.
std::vector<uint32_t> candidates(const FunnelLog& log, const std::vector<uint32_t>& excluded) {
  std::vector<int64_t> entities(log.steps.size());
  Firsts firsts(log.steps.size());
  each_entity(log, [&](auto events) {
    for (const auto& first : firsts.of(events)) ++entities[first.first];
  });
  std::vector<uint32_t> ids;
  for (uint32_t id = 0; id < log.steps.size(); ++id) {
    if (!is_loss(log.steps[id]) && !holds(excluded, id)) ids.push_back(id);
  }
  std::stable_sort(ids.begin(), ids.end(), [&](uint32_t a, uint32_t b) { return entities[a] > entities[b]; });
  return ids;
}

// How many of the others a step mostly precedes, less how many it mostly follows.
std::vector<int64_t> precedence(const FunnelLog& log, const std::vector<uint32_t>& ids) {
  const std::size_t n = ids.size();
  std::vector<std::size_t> place(log.steps.size(), n);
  for (std::size_t i = 0; i < n; ++i) place[ids[i]] = i;
  std::vector<int64_t> lead(n * n);  // entities with i before j
  Firsts firsts(log.steps.size());
  each_entity(log, [&](auto events) {
    const auto met = firsts.of(events);
    for (std::size_t a = 0; a < met.size(); ++a) {
      for (std::size_t b = a + 1; b < met.size(); ++b) {
        const std::size_t i = place[met[a].first];
        const std::size_t j = place[met[b].first];
        if (i < n && j < n && met[a].second < met[b].second) ++lead[i * n + j];
      }
    }
  });
  std::vector<int64_t> wins(n);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      wins[i] += (lead[i * n + j] > lead[j * n + i]) - (lead[i * n + j] < lead[j * n + i]);
    }
  }
  return wins;
}

// Of the steps in order, those that at least one in kSkippers have met of the entities that have steps on both sides.
constexpr int64_t kSkippers = 5;
std::vector<uint32_t> without_skipped(const FunnelLog& log, const std::vector<uint32_t>& ids) {
  const std::size_t n = ids.size();
  std::vector<std::size_t> place(log.steps.size(), n);
  for (std::size_t i = 0; i < n; ++i) place[ids[i]] = i;
  std::vector<int64_t> passed(n);
  std::vector<int64_t> met(n);
  std::vector<uint8_t> seen(n + 1);
  each_entity(log, [&](auto events) {
    std::fill(seen.begin(), seen.end(), 0);
    for (const auto& e : events) seen[place[e.step]] = 1;
    std::size_t first = 0;
    std::size_t last = n;
    while (first < n && seen[first] == 0) ++first;
    while (last > first && seen[last - 1] == 0) --last;
    for (std::size_t i = first + 1; i + 1 < last; ++i) {
      ++passed[i];
      met[i] += seen[i];
    }
  });
  std::vector<uint32_t> kept;
  for (std::size_t i = 0; i < n; ++i) {
    if (met[i] * kSkippers >= passed[i]) kept.push_back(ids[i]);
  }
  return kept;
}

void find_steps(const FunnelLog& log, FunnelSteps& steps) {
  steps.from_data = true;
  std::vector<uint32_t> ids = candidates(log, steps.excluded);
  steps.cut = ids.size() > kMostSteps;
  if (steps.cut) ids.resize(kMostSteps);
  const std::vector<int64_t> wins = precedence(log, ids);
  std::vector<std::tuple<bool, int64_t, std::size_t, std::string, uint32_t>> order;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    order.emplace_back(is_win(log.steps[ids[i]]), -wins[i], usual_rank(log.steps[ids[i]]), log.steps[ids[i]], ids[i]);
  }
  std::sort(order.begin(), order.end());
  ids.clear();
  for (const auto& entry : order) ids.push_back(std::get<4>(entry));
  steps.ids = without_skipped(log, ids);
  steps.cut = steps.cut || steps.ids.size() < ids.size();
  for (const uint32_t id : steps.ids) steps.names.push_back(log.names[id]);
}

void choose_steps(const FunnelLog& log, const std::vector<std::string>& chosen, FunnelSteps& steps) {
  std::vector<std::string> seen;
  for (const std::string& name : chosen) {
    const std::string folded = dataset::fold_case(name);
    const uint32_t id = id_of(log, name);
    const bool again = std::find(seen.begin(), seen.end(), folded) != seen.end();
    if (again || (id != kNoStep && holds(steps.excluded, id))) continue;
    seen.push_back(folded);
    steps.ids.push_back(id);
    steps.names.push_back(name);
    steps.steps_unmet = steps.steps_unmet || id == kNoStep;
  }
}

FunnelTally empty_tally(std::size_t steps) {
  FunnelTally t;
  for (auto* counts : {&t.reached, &t.pending, &t.from_before, &t.from_entry, &t.amounted}) counts->resize(steps);
  t.amounts.resize(steps);
  t.from_previous.resize(steps);
  t.from_first.resize(steps);
  return t;
}

/// One entity: its events, the chain found in them, and what it adds to the cells.
struct Walk {
  std::span<const FunnelLog::Event> events;
  const Chain& chain;
  bool pending;

  std::size_t depth() const { return static_cast<std::size_t>(chain.depth); }
  /// When it was at a step: where that was skipped, at the next one that it has an event of.
  int64_t time_of(std::size_t step) const {
    while (!chain.times[step]) ++step;
    return *chain.times[step];
  }
  /// Nothing: none of its events has one.
  std::optional<int64_t> amount_at(int64_t time) const {
    const FunnelLog::Event* said = nullptr;
    for (const auto& e : events) {
      if (e.amount == Paths::kNoAmount) continue;
      if (said != nullptr && e.time > time && e.time > said->time) break;
      const bool more = said == nullptr || e.time > said->time || e.amount > said->amount;
      if (more) said = &e;
    }
    return said == nullptr ? std::nullopt : std::optional(said->amount);
  }
};

void add_step(FunnelTally& t, const Walk& walk, std::size_t step) {
  if (walk.pending) {
    ++t.pending[step];
    return;
  }
  ++t.reached[step];
  if (const auto amount = walk.amount_at(walk.time_of(step))) {
    t.amounts[step] += *amount;
    ++t.amounted[step];
  }
  const auto& times = walk.chain.times;
  if (step == 0 || !times[step]) return;
  if (times[0]) t.from_first[step].add(*times[step] - *times[0]);
  if (times[step - 1]) t.from_previous[step].add(*times[step] - *times[step - 1]);
}

/// `t` has the entity at `step`: whether that reached the next one, and of the first step all others.
void add_outcome(FunnelTally& t, const Walk& walk, std::size_t step) {
  if (walk.pending) return;
  if (step == 0) {
    for (std::size_t later = 0; later < walk.depth(); ++later) ++t.from_entry[later];
    ++t.from_before[0];
  }
  if (step + 1 < walk.depth()) ++t.from_before[step + 1];
}

void add_whole(FunnelTally& t, const Walk& walk) {
  for (std::size_t step = 0; step < walk.depth(); ++step) {
    add_step(t, walk, step);
    add_outcome(t, walk, step);
  }
}

/// Brings entities to the cells of the events that count.
class Touches {
 public:
  Touches(FunnelTouch touch, const FunnelRules& rules, const std::vector<int32_t>& step_at)
      : touch_(touch),
        any_(rules.mode == FunnelMode::any_order),
        any_starts_(any_ || rules.later_implies_earlier),
        constant_(rules.constant),
        step_at_(step_at) {}

  void add(const Walk& walk, std::vector<FunnelTally>& tallies) {
    if (touch_ != FunnelTouch::each_step) {
      const bool first = touch_ == FunnelTouch::first;
      const std::size_t last = walk.depth() - 1;
      for (const uint32_t cell :
           first ? cells(walk, walk.chain.start, any_starts_ ? kAnyStep : 0) : cells(walk, last)) {
        add_whole(tallies[cell], walk);
      }
      return;
    }
    for (std::size_t step = 0; step < walk.depth(); ++step) {
      for (const uint32_t cell : cells(walk, step)) {
        add_step(tallies[cell], walk, step);
        add_outcome(tallies[cell], walk, step);
      }
    }
  }

 private:
  static constexpr int32_t kAnyStep = -1;

  const std::vector<uint32_t>& cells(const Walk& walk, std::size_t step) {
    std::size_t met = step;
    while (!walk.chain.times[met]) ++met;
    return cells(walk, *walk.chain.times[met], any_ ? kAnyStep : static_cast<int32_t>(met));
  }
  const std::vector<uint32_t>& cells(const Walk& walk, int64_t time, int32_t step) {
    cells_.clear();
    for (const auto& e : walk.events) {
      const bool meant = step == kAnyStep ? step_at_[e.step] >= 0 : step_at_[e.step] == step;
      const bool agrees = !constant_ || e.held == walk.chain.held;
      if (e.time == time && meant && agrees && !holds(cells_, e.cell)) cells_.push_back(e.cell);
    }
    return cells_;
  }

  FunnelTouch touch_;
  bool any_;
  bool any_starts_;
  bool constant_;
  const std::vector<int32_t>& step_at_;
  std::vector<uint32_t> cells_;
};

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

FunnelLog log_of(std::span<const Paths* const> cells) {
  const EntityTable entities = entities_in(cells);
  StepTable steps = steps_in(cells);
  FunnelLog log;
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
    for (std::size_t i = 0; i < events.size(); ++i) {
      const Paths::Event& e = events[i];
      log.events[next[entities.of(c, e.entity)]++] = {e.time, steps.of_cells[c][e.step], steps.held[c][e.step],
                                                      static_cast<uint32_t>(c), cells[c]->amount(i).micros};
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

FunnelSteps steps_of(const FunnelLog& log, const FunnelChoice& choice) {
  FunnelSteps steps;
  for (const std::string& name : choice.exclude) {
    const uint32_t id = id_of(log, name);
    if (id != kNoStep) steps.excluded.push_back(id);
    steps.unmet = steps.unmet || id == kNoStep;
  }
  if (choice.steps.empty()) {
    find_steps(log, steps);
  } else {
    choose_steps(log, choice.steps, steps);
  }
  return steps;
}

bool has_wins(const FunnelLog& log) { return std::any_of(log.steps.begin(), log.steps.end(), is_win); }

std::vector<FunnelTally> tally(const FunnelLog& log, const FunnelSteps& steps, FunnelRules rules, std::size_t cells,
                               Day as_of, FunnelTouch touch) {
  rules.steps = static_cast<int32_t>(steps.ids.size());
  std::vector<int32_t> step_at(log.steps.size(), FunnelEvent::kOther);
  for (std::size_t s = 0; s < steps.ids.size(); ++s) {
    if (steps.ids[s] != kNoStep) step_at[steps.ids[s]] = static_cast<int32_t>(s);
  }
  for (const uint32_t id : steps.excluded) step_at[id] = FunnelEvent::kExcluded;
  Touches touches(touch, rules, step_at);
  std::vector<FunnelTally> tallies(cells + 1, empty_tally(steps.ids.size()));
  std::vector<FunnelEvent> events;
  ChainFinder finder(rules);
  each_entity(log, [&](auto of_entity) {
    events.clear();
    for (std::size_t i = 0; i < of_entity.size(); ++i) {
      const auto& e = of_entity[i];
      const bool again = i > 0 && e.time == of_entity[i - 1].time && e.step == of_entity[i - 1].step &&
                         e.held == of_entity[i - 1].held;
      if (!again) events.push_back({e.time, step_at[e.step], e.held});
    }
    const Chain& chain = finder.deepest(events);
    if (chain.depth == 0) return;
    const Walk walk{of_entity, chain, rules.window && chain.start + *rules.window >= as_of};
    add_whole(tallies[cells], walk);
    touches.add(walk, tallies);
  });
  return tallies;
}

}  // namespace pegel::kpis
