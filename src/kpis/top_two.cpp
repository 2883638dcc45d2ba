#include "kpis/top_two.h"

#include "kpis/estimate.h"

namespace pegel::kpis {

namespace {

constexpr int64_t kUsualScale = 5;

}  // namespace

Use add(TopTwo& top, const Row& row, Question question) {
  if (row.question() != question) return Use::other_question;
  const Micros score = row.number(Role::score);
  if (!known(score)) return known_or(score, Use::no_score);
  const Micros low = row.number(Role::scale_min);
  const Micros high = row.number(Role::scale_max);
  const int64_t scale = known(high) ? high / base::kOne : kUsualScale;
  const int64_t least = known(low) ? low / base::kOne : 1;
  const bool whole = score % base::kOne == 0;
  const int64_t value = score / base::kOne;
  if (!whole || value < least || value > scale) return Use::out_of_scale;
  top.answers.add(scale);
  if (value >= scale - 1) top.satisfied.add(scale);
  return Use::used;
}

Estimate finish(const TopTwo& top) {
  const int64_t n = top.answers.n();
  if (top.answers.distinct() > 1) return undefined("mixed_scale", n);
  partial::Ratio ratio;
  ratio.x.add(top.satisfied.n());
  ratio.n.add(n);
  return share(ratio, {{"satisfied", static_cast<double>(top.satisfied.n()), Unit::count},
                       {"answers", static_cast<double>(n), Unit::count}});
}

}  // namespace pegel::kpis
