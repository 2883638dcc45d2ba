#include "kpis/active.h"

#include <cmath>

namespace pegel::kpis {

Stayed stayed(const partial::Stays& stays, const Context& context) {
  Stayed result;
  const std::vector<partial::Stay>& all = stays.all();
  for (std::size_t i = 0; i < all.size();) {  // one who came back counts once
    const uint64_t entity = all[i].entity;
    bool at_start = false, at_end = false;
    for (; i < all.size() && all[i].entity == entity; ++i) {
      at_start = at_start || all[i].holds(context.before());
      at_end = at_end || all[i].holds(context.last());
    }
    result.add(at_start, at_end);
  }
  return result;
}

Stayed stayed(const partial::Visits& visits, const Context& context, Day days) {
  Stayed result;
  visits.each_customer([&](std::span<const partial::Visit> own) {
    result.add(active(own, context.before(), days), active(own, context.last(), days));
  });
  return result;
}

Stayed stayed(const partial::Stays& enrolled, const partial::Visits& sales, const Context& context, Day days) {
  Stayed result;
  with_visits(enrolled.all(), sales, [&](const partial::Stay& stay, std::span<const partial::Visit> own) {
    result.add(stay.holds(context.before()) && active(own, context.before(), days),
               stay.holds(context.last()) && active(own, context.last(), days));
  });
  return result;
}

Day usual_gap(const partial::Visits& orders) {
  constexpr int64_t kEnough = 30;
  constexpr double kSlip = 0.001;  // of a quantile of whole days
  partial::Quantiles gaps;
  orders.each_customer([&](std::span<const partial::Visit> own) {
    for (std::size_t i = 1; i < own.size(); ++i) {
      if (own[i].day > own[i - 1].day) gaps.add(own[i].day - own[i - 1].day);
    }
  });
  return gaps.n() < kEnough ? kActiveDays : static_cast<Day>(std::ceil(gaps.quantile(0.9) - kSlip));
}

namespace {

Estimate share_of_start(int64_t part, std::string_view name, const Stayed& stayed, int64_t known) {
  const Parts parts{{name, static_cast<double>(part), Unit::count},
                    {"start", static_cast<double>(stayed.start), Unit::count}};
  if (known == 0) return undefined("no_data");
  if (stayed.start == 0) return undefined("zero_denominator", 0, parts);
  partial::Ratio ratio;
  ratio.x.n = part;
  ratio.n.n = stayed.start;
  return share(ratio, parts);
}

}  // namespace

Estimate retention(const Stayed& stayed, int64_t known) { return share_of_start(stayed.both, "stayed", stayed, known); }

Estimate within(Estimate estimate, Day days) {
  estimate.parts.push_back({"window", static_cast<double>(days), Unit::days});
  return estimate;
}

Estimate churn(const Stayed& stayed, int64_t known) {
  return share_of_start(stayed.start - stayed.both, "lost", stayed, known);
}

}  // namespace pegel::kpis
