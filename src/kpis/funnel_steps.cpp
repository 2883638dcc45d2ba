#include "kpis/funnel_steps.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

#include "dataset/frame.h"

namespace pegel::kpis {
namespace {

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

}  // namespace

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

}  // namespace pegel::kpis
