#include "kpis/top_two.h"

#include "kpis/estimate.h"

namespace pegel::kpis {

namespace {

constexpr int64_t kUsualScale = 5;

}  // namespace

Scale scale_of(const Row& row) {
  const Micros low = row.number(Role::scale_min);
  const Micros high = row.number(Role::scale_max);
  return {known(low) ? low / base::kOne : 1, known(high) ? high / base::kOne : kUsualScale};
}

Use add(TopTwo& top, const Row& row, Question question) {
  if (row.question() != question) return Use::other_question;
  const Micros score = row.number(Role::score);
  if (!known(score)) return known_or(score, Use::no_score);
  const Scale scale = scale_of(row);
  const bool whole = score % base::kOne == 0;
  const int64_t value = score / base::kOne;
  if (!whole || value < scale.least || value > scale.most) return Use::out_of_scale;
  top.answers.add(scale.most);
  if (value >= scale.most - 1) top.satisfied.add(scale.most);
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
