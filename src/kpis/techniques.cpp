#include "kpis/techniques.h"

#include <algorithm>
#include <cmath>

#include "pegel/report.h"
#include "stats/normal.h"

namespace pegel::kpis {
namespace {

constexpr double kNotByChance = 0.001;  // of sample sizes: they are looked at again and again
constexpr double kMostlyOthers = 0.5;

using Entries = std::vector<Techniques::Entry>;

// Whether one of the groups is too large or too small for all having been drawn alike.
bool uneven(const Entries& groups) {
  double all = 0;
  for (const auto& [name, group] : groups) all += static_cast<double>(group.n());
  const double part = 1 / static_cast<double>(groups.size());
  const double error = std::sqrt(all * part * (1 - part));
  if (!(error > 0)) return false;
  std::vector<double> p;
  for (const auto& [name, group] : groups) {
    p.push_back(stats::normal_beyond((static_cast<double>(group.n()) - all * part) / error));
  }
  const std::vector<double> corrected = stats::holm(p);
  return *std::min_element(corrected.begin(), corrected.end()) < kNotByChance;
}

bool one_after_other(const Technique& a, const Technique& b) {
  return !a.began.empty() && !b.began.empty() && (a.began.last < b.began.first || b.began.last < a.began.first);
}

}  // namespace

std::vector<std::optional<stats::ShareDifference>> against_first(const Techniques& techniques) {
  const Entries& groups = techniques.entries();
  std::vector<std::optional<stats::ShareDifference>> found(groups.size());
  std::vector<double> p;
  for (std::size_t i = 1; i < groups.size(); ++i) {
    const Technique& first = groups.front().partial;
    const Technique& other = groups[i].partial;
    if (first.n() < kFew || other.n() < kFew) continue;
    found[i] = stats::two_shares(first.share(), other.share());
    p.push_back(found[i]->p);
  }
  const std::vector<double> corrected = stats::holm(p);
  auto next = corrected.begin();
  for (auto& each : found) {
    if (each) each->p = *next++;
  }
  return found;
}

std::optional<stats::MeanDifference> amount_difference(const Technique& a, const Technique& b, uint64_t seed) {
  const bool few = a.money.n() < kFew || b.money.n() < kFew;
  if (few || a.money.mixed() || b.money.mixed() || a.money.currency() != b.money.currency()) return std::nullopt;
  return stats::difference_of_means(a.amounts, b.amounts, base::kOne, seed);
}

double shared_owners(const Technique& a, const Technique& b) {
  double shared = 0;
  auto other = b.owners.entries().begin();
  for (const auto& [owner, count] : a.owners.entries()) {
    while (other != b.owners.entries().end() && other->text < owner) ++other;
    if (other == b.owners.entries().end() || other->text != owner) continue;
    const double of_a = static_cast<double>(count.n) / static_cast<double>(a.n());
    const double of_b = static_cast<double>(other->partial.n) / static_cast<double>(b.n());
    shared += std::min(of_a, of_b);
  }
  return shared;
}

std::vector<std::string> doubts(const Techniques& techniques) {
  const Entries& groups = techniques.entries();
  std::vector<std::string> notes = {"not_randomised", "peeking"};
  if (groups.size() < 2) return notes;
  const Technique& first = groups.front().partial;
  const auto any = [&](const auto& holds) {
    return std::any_of(groups.begin() + 1, groups.end(), [&](const auto& group) { return holds(group.partial); });
  };
  if (uneven(groups)) notes.push_back("sample_ratio");
  if (any([&](const Technique& other) { return shared_owners(first, other) < kMostlyOthers; })) {
    notes.push_back("other_owners");
  }
  if (any([&](const Technique& other) { return one_after_other(first, other); })) notes.push_back("other_days");
  return notes;
}

}  // namespace pegel::kpis
