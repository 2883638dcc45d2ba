#include "kpis/techniques.h"

#include <algorithm>
#include <cmath>

#include "pegel/report.h"
#include "stats/normal.h"

namespace pegel::kpis {
namespace {

constexpr double kNotByChance = 0.001;  // of sample sizes: they are looked at again and again
constexpr double kMostlyOthers = 0.5;

// Whether one of the groups is too large or too small for all having been drawn alike.
bool uneven(const Techniques& techniques) {
  double all = 0;
  for (const auto& [name, group] : techniques.all()) all += static_cast<double>(group.n());
  const double part = 1 / static_cast<double>(techniques.size());
  const double error = std::sqrt(all * part * (1 - part));
  std::vector<double> p;
  for (const auto& [name, group] : techniques.all()) {
    p.push_back(stats::normal_beyond((static_cast<double>(group.n()) - all * part) / error));
  }
  const std::vector<double> corrected = stats::holm(p);
  return *std::min_element(corrected.begin(), corrected.end()) < kNotByChance;
}

bool one_after_other(const Technique& a, const Technique& b) {
  return !a.began.empty() && !b.began.empty() && (a.began.last < b.began.first || b.began.last < a.began.first);
}

}  // namespace

const OneTechnique& reference_of(const Techniques& techniques) {
  const auto& all = techniques.all();
  const auto found =
      std::find_if(all.begin(), all.end(), [](const OneTechnique& each) { return each.second.n() >= kFew; });
  return found == all.end() ? *all.begin() : *found;
}

std::map<std::string_view, stats::ShareDifference> against_reference(const Techniques& techniques) {
  std::map<std::string_view, stats::ShareDifference> found;
  if (techniques.empty()) return found;
  const OneTechnique& reference = reference_of(techniques);
  std::vector<double> p;
  for (const auto& each : techniques.all()) {
    if (&each == &reference || each.second.n() < kFew) continue;
    p.push_back(
        found.emplace(each.first, *stats::two_shares(reference.second.share(), each.second.share())).first->second.p);
  }
  const std::vector<double> corrected = stats::holm(p);
  auto next = corrected.begin();
  for (auto& [name, difference] : found) difference.p = *next++;
  return found;
}

std::optional<stats::MeanDifference> amount_difference(const Technique& a, const Technique& b, uint64_t seed) {
  const bool few = a.money.n() < kFew || b.money.n() < kFew;
  if (few || a.money.mixed() || b.money.mixed() || a.money.currency() != b.money.currency()) return std::nullopt;
  return stats::difference_of_means(a.amounts, b.amounts, base::kOne, seed);
}

double shared_owners(const Technique& a, const Technique& b) {
  double shared = 0;
  for (const auto& [owner, count] : a.owners.all()) {
    const auto other = b.owners.all().find(owner);
    if (other == b.owners.all().end()) continue;
    const double of_a = static_cast<double>(count.n) / static_cast<double>(a.n());
    const double of_b = static_cast<double>(other->second.n) / static_cast<double>(b.n());
    shared += std::min(of_a, of_b);
  }
  return shared;
}

std::vector<std::string> doubts(const Techniques& techniques) {
  std::vector<std::string> notes = {"not_randomised", "peeking"};
  if (techniques.size() < 2) return notes;
  const OneTechnique& reference = reference_of(techniques);
  const auto any = [&](const auto& holds) {
    return std::any_of(techniques.all().begin(), techniques.all().end(),
                       [&](const OneTechnique& each) { return &each != &reference && holds(each.second); });
  };
  if (uneven(techniques)) notes.push_back("sample_ratio");
  if (any([&](const Technique& other) { return shared_owners(reference.second, other) < kMostlyOthers; })) {
    notes.push_back("other_owners");
  }
  if (any([&](const Technique& other) { return one_after_other(reference.second, other); })) {
    notes.push_back("other_days");
  }
  return notes;
}

}  // namespace pegel::kpis
