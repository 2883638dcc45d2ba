#include "dataset/verdict.h"

#include <algorithm>
#include <cmath>

namespace pegel::dataset {
namespace {

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size() && i < 3; ++i) out += (i == 0 ? "" : ", ") + quoted(names[i]);
  return out;
}

// Of two scores on the scale of RoleSpec::weight: near 1 when much speaks for the first and little for the second.
double confidence(double best, double second) {
  if (best <= 0) return 0;
  const double strength = 1 - std::exp(-best / 2.5);
  const double margin = std::min(1.0, 2 * (best - second) / best);
  return strength * (0.5 + 0.5 * margin);
}

}  // namespace

std::vector<Candidate> consider_all(const Table& file, const SourceChoice& choice) {
  std::vector<Candidate> all;
  for (const KindTable* table : kinds()) all.push_back(consider(*table, file, choice));
  std::stable_sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  return all;
}

std::vector<std::string> headers_of(const Candidate& candidate, const Profile& profile) {
  std::vector<Fit> fits = candidate.fits;
  std::stable_sort(fits.begin(), fits.end(), [](const Fit& a, const Fit& b) { return a.score > b.score; });
  std::vector<std::string> names;
  for (const Fit& fit : fits) names.push_back(profile.columns[fit.column].name);
  return names;
}

namespace {

std::string reason_of(const Candidate& candidate, const Profile& profile) {
  std::string reason = std::string(candidate.table->row) + " a row: ";
  if (!candidate.system.empty()) return reason + "the headers are those of " + candidate.system;
  if (!candidate.evidence.empty()) return reason + candidate.evidence;
  return reason + "the headers " + listed(headers_of(candidate, profile));
}

std::string reason_against(const std::vector<Candidate>& candidates, const OtherCandidate& other) {
  if (other.score > 0) {
    return "the headers " + listed(other.headers) + " are those of " + std::string(other.name) + ", which are not read";
  }
  const Candidate* closest = nullptr;
  for (const Candidate& candidate : candidates) {
    if (closest == nullptr || candidate.fits.size() > closest->fits.size()) closest = &candidate;
  }
  if (closest == nullptr || closest->fits.empty()) return "no header is a known name";
  std::string reason = "closest is " + std::string(name_of(closest->table->kind));
  if (closest->missing.empty()) return reason + ", but no header or value is peculiar to it";
  return reason + ", but no column is its " + std::string(name_of(closest->missing.front()));
}

Verdict chosen(const std::vector<Candidate>& candidates, Kind kind) {
  Verdict verdict{nullptr, {1, "chosen", {}}, {}};
  for (const Candidate& candidate : candidates) {
    if (candidate.table->kind == kind) verdict.candidate = &candidate;
  }
  return verdict;
}

Verdict decide(const std::vector<Candidate>& candidates, const OtherCandidate& other, const Profile& profile) {
  const Candidate& best = candidates[0];
  const double second = candidates.size() > 1 ? candidates[1].score : 0;
  Verdict verdict;
  if (best.score == 0 || other.score > best.score) {
    const double sure = other.score > 0 ? confidence(other.score, best.score) : 0;
    verdict.guess = {sure, reason_against(candidates, other), {}};
    if (best.score > 0) verdict.guess.runner_up = name_of(best.table->kind);
    if (best.score > 0 && sure < kSure) verdict.options = {&best};
    return verdict;
  }
  verdict.guess = {confidence(best.score, std::max(second, other.score)), reason_of(best, profile), {}};
  if (other.score > second) {
    verdict.guess.runner_up = other.name;
  } else if (second > 0) {
    verdict.guess.runner_up = name_of(candidates[1].table->kind);
  }
  if (verdict.guess.confidence >= kLikely) verdict.candidate = &best;
  if (verdict.guess.confidence < kSure) verdict.options = {&best};
  if (verdict.guess.confidence < kSure && second > 0) verdict.options.push_back(&candidates[1]);
  return verdict;
}

}  // namespace

Verdict judge(const std::vector<Candidate>& candidates, const Table& file, const SourceChoice& choice) {
  if (choice.kind) return chosen(candidates, *choice.kind);
  return decide(candidates, consider_others(file), *file.profile);
}

}  // namespace pegel::dataset
