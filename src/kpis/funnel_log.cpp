#include "kpis/funnel_log.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "dataset/frame.h"

namespace pegel::kpis {
namespace {

using partial::Paths;
using partial::Texts;

// Parts of words, folded, in the order in which a sale usually goes.
constexpr std::array<std::string_view, 26> kUsualOrder = {
    "visit",   "lead",    "prospect", "new",         "neu",      "nieuw",  "contact", "kontakt", "qualif",
    "appoint", "meeting", "termin",   "demo",        "analysis", "bedarf", "propos",  "quot",    "angebot",
    "offer",   "negoti",  "verhandl", "onderhandel", "contract", "won",    "gewon",   "purchas"};
// Ends without success. A funnel has no such step.
constexpr std::array<std::string_view, 17> kLosses = {
    "lost",   "verloren", "perdu",    "perdid",  "persa",   "disqualif", "unqualif", "reject", "abgelehnt",
    "cancel", "storn",    "abgesagt", "afgewez", "geannul", "declin",    "expired",  "կորց"};

bool is_loss(std::string_view step) {
  return std::any_of(kLosses.begin(), kLosses.end(),
                     [&](std::string_view word) { return step.find(word) != std::string_view::npos; });
}

std::size_t usual_rank(std::string_view step) {
  std::size_t rank = 0;
  while (rank < kUsualOrder.size() && step.find(kUsualOrder[rank]) == std::string_view::npos) ++rank;
  return rank;
}

auto key(const FunnelLog::Event& e) { return std::make_tuple(e.entity, e.time, e.step, e.cell); }

// The spelling met most often; of equal ones the first in byte order.
void name_steps(FunnelLog& log, std::span<const Paths* const> cells, const Texts& steps) {
  std::vector<std::map<std::string, int64_t>> spellings(steps.size());
  for (const Paths* paths : cells) {
    for (const Paths::Event& e : paths->sorted()) {
      const std::string& text = paths->steps()[e.step];
      const auto at = std::lower_bound(log.steps.begin(), log.steps.end(), dataset::fold_case(text));
      ++spellings[static_cast<std::size_t>(at - log.steps.begin())][text];
    }
  }
  for (const auto& counts : spellings) {
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    log.names.push_back(most->first);
  }
}

// First time of each step of one entity; steps it never met are left out.
std::vector<std::pair<uint32_t, int64_t>> firsts(std::span<const FunnelLog::Event> events) {
  std::map<uint32_t, int64_t> first;
  for (const auto& e : events) first.emplace(e.step, e.time);
  return {first.begin(), first.end()};
}

template <class Visit>
void each_entity(const FunnelLog& log, const Visit& visit) {
  const std::span<const FunnelLog::Event> all(log.events);
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin;
    while (end < all.size() && all[end].entity == all[begin].entity) ++end;
    visit(all.subspan(begin, end - begin));
    begin = end;
  }
}

// The steps of the data that a funnel may have, the most frequent first.
std::vector<uint32_t> candidates(const FunnelLog& log) {
  std::vector<int64_t> entities(log.steps.size());
  each_entity(log, [&](auto events) {
    for (const auto& first : firsts(events)) ++entities[first.first];
  });
  std::vector<uint32_t> ids;
  for (uint32_t id = 0; id < log.steps.size(); ++id) {
    if (!is_loss(log.steps[id])) ids.push_back(id);
  }
  std::stable_sort(ids.begin(), ids.end(), [&](uint32_t a, uint32_t b) { return entities[a] > entities[b]; });
  return ids;
}

// How many of the others a step mostly precedes, less how many it mostly follows.
std::vector<int64_t> precedence(const FunnelLog& log, const std::vector<uint32_t>& ids) {
  const std::size_t n = ids.size();
  std::vector<std::size_t> place(log.steps.size(), n);
  for (std::size_t i = 0; i < n; ++i) place[ids[i]] = i;
  std::vector<int64_t> lead(n * n);  // entities with i before j, less those with j before i
  each_entity(log, [&](auto events) {
    const auto first = firsts(events);
    for (const auto& a : first) {
      for (const auto& b : first) {
        if (place[a.first] < n && place[b.first] < n && a.second != b.second) {
          lead[place[a.first] * n + place[b.first]] += a.second < b.second ? 1 : -1;
        }
      }
    }
  });
  std::vector<int64_t> wins(n);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) wins[i] += (lead[i * n + j] > 0) - (lead[i * n + j] < 0);
  }
  return wins;
}

FunnelSteps found_steps(const FunnelLog& log) {
  FunnelSteps steps;
  steps.from_data = true;
  std::vector<uint32_t> ids = candidates(log);
  steps.cut = ids.size() > kMostSteps;
  if (steps.cut) ids.resize(kMostSteps);
  const std::vector<int64_t> wins = precedence(log, ids);
  std::vector<std::tuple<int64_t, std::size_t, std::string, uint32_t>> order;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    order.emplace_back(-wins[i], usual_rank(log.steps[ids[i]]), log.steps[ids[i]], ids[i]);
  }
  std::sort(order.begin(), order.end());
  for (const auto& entry : order) {
    steps.ids.push_back(std::get<3>(entry));
    steps.names.push_back(log.names[std::get<3>(entry)]);
  }
  return steps;
}

FunnelSteps chosen_steps(const FunnelLog& log, const std::vector<std::string>& chosen) {
  FunnelSteps steps;
  std::vector<std::string> seen;
  for (const std::string& name : chosen) {
    const std::string folded = dataset::fold_case(name);
    if (std::find(seen.begin(), seen.end(), folded) != seen.end()) continue;
    seen.push_back(folded);
    const auto at = std::lower_bound(log.steps.begin(), log.steps.end(), folded);
    const bool met = at != log.steps.end() && *at == folded;
    steps.ids.push_back(met ? static_cast<uint32_t>(at - log.steps.begin()) : kNoStep);
    steps.names.push_back(name);
  }
  return steps;
}

FunnelTally empty_tally(std::size_t steps) {
  FunnelTally t;
  t.reached.resize(steps);
  t.pending.resize(steps);
  t.from_previous.resize(steps);
  t.from_first.resize(steps);
  return t;
}

void add(FunnelTally& t, const Chain& chain, bool window_open) {
  for (std::size_t step = 0; step < static_cast<std::size_t>(chain.depth); ++step) {
    ++t.reached[step];
    if (step == 0 || !chain.times[step]) continue;
    if (chain.times[0]) t.from_first[step].add(*chain.times[step] - *chain.times[0]);
    if (chain.times[step - 1]) t.from_previous[step].add(*chain.times[step] - *chain.times[step - 1]);
  }
  if (window_open) ++t.pending[static_cast<std::size_t>(chain.depth - 1)];
}

}  // namespace

FunnelLog log_of(std::span<const Paths* const> cells) {
  FunnelLog log;
  Texts entities;
  Texts steps;
  for (uint32_t cell = 0; cell < cells.size(); ++cell) {
    const Paths& paths = *cells[cell];
    const auto events = paths.sorted();
    std::vector<uint32_t> entity_ids;
    std::vector<uint32_t> step_ids;
    for (uint32_t id = 0; id < paths.entities().size(); ++id)
      entity_ids.push_back(entities.id_of(paths.entities()[id]));
    for (uint32_t id = 0; id < paths.steps().size(); ++id) {
      step_ids.push_back(steps.id_of(dataset::fold_case(paths.steps()[id])));
    }
    for (const Paths::Event& e : events) log.events.push_back({entity_ids[e.entity], e.time, step_ids[e.step], cell});
  }
  const std::vector<uint32_t> sorted_ids = steps.sort();
  for (FunnelLog::Event& e : log.events) e.step = sorted_ids[e.step];
  for (uint32_t id = 0; id < steps.size(); ++id) log.steps.push_back(steps[id]);
  name_steps(log, cells, steps);
  std::sort(log.events.begin(), log.events.end(), [](const auto& a, const auto& b) { return key(a) < key(b); });
  return log;
}

FunnelSteps steps_of(const FunnelLog& log, const FunnelChoice& choice) {
  return choice.steps.empty() ? found_steps(log) : chosen_steps(log, choice.steps);
}

std::vector<FunnelTally> tally(const FunnelLog& log, const FunnelSteps& steps, FunnelRules rules, std::size_t cells,
                               Day as_of) {
  rules.steps = static_cast<int32_t>(steps.ids.size());
  std::vector<int32_t> step_at(log.steps.size(), FunnelEvent::kOther);
  for (std::size_t s = 0; s < steps.ids.size(); ++s) {
    if (steps.ids[s] != kNoStep) step_at[steps.ids[s]] = static_cast<int32_t>(s);
  }
  std::vector<FunnelTally> tallies(cells + 1, empty_tally(steps.ids.size()));
  std::vector<FunnelEvent> events;
  each_entity(log, [&](auto of_entity) {
    events.clear();
    for (std::size_t i = 0; i < of_entity.size(); ++i) {
      const auto& e = of_entity[i];
      const bool again = i > 0 && e.time == of_entity[i - 1].time && e.step == of_entity[i - 1].step;
      if (!again) events.push_back({e.time, step_at[e.step]});
    }
    const Chain chain = deepest_chain(events, rules);
    if (chain.depth == 0) return;
    const bool open = rules.window && chain.depth < rules.steps && chain.start + *rules.window >= as_of;
    add(tallies[cells], chain, open);
    std::vector<uint32_t> touched;
    for (const auto& e : of_entity) {
      const bool starts =
          e.time == chain.start && (step_at[e.step] == 0 || (rules.later_implies_earlier && step_at[e.step] >= 0));
      if (starts && std::find(touched.begin(), touched.end(), e.cell) == touched.end()) touched.push_back(e.cell);
    }
    for (const uint32_t cell : touched) add(tallies[cell], chain, open);
  });
  return tallies;
}

}  // namespace pegel::kpis
