#include "kpis/estimate.h"

namespace pegel::kpis {
namespace {

constexpr Measure kMeasures[] = {{.name = "searches", .take = Take::value, .of = Role::search_seconds}};

double seconds(double millionths) { return millionths / base::kOne; }

Estimate search_time_of(const Sums& sums, const Context&) {
  const partial::Quantiles& values = sums.values(0);
  Estimate estimate = median(values, {{"searches", static_cast<double>(values.n()), Unit::count}});
  if (!estimate.value) return estimate;
  for (std::optional<double>* each : {&estimate.value, &estimate.low, &estimate.high}) {
    if (*each) *each = seconds(**each);
  }
  estimate.parts.push_back({"median", *estimate.value, Unit::seconds});
  estimate.parts.push_back({"p90", seconds(values.quantile(0.9)), Unit::seconds});
  return estimate;
}

constexpr Few<Shape, 6> kShapes{{.finish = search_time_of}};

constexpr Card kCard = {
    .id = "content_search_time",
    .name = "Content search time",
    .meaning = "The median time that it took to find sales content.",
    .formula = "median time of {searches} = {median}",
    .source = "Searches that the file gives a time; interval: order statistics, exact cover of at least 95 %",
    .kind = Kind::content_events,
    .needs = {Role::at, Role::search_seconds},
    .uses = {},
    .unit = Unit::seconds,
    .direction = Direction::down,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {},
    .sql = "SELECT median(search_seconds) AS value FROM content_events",
};

constexpr Example kExamples[] = {{.header = "content_id,at,search_seconds",
                                  .rows = {{1, "C#,2026-03-05,10"},
                                           {1, "C#,2026-03-05,20"},
                                           {1, "C#,2026-03-05,30"},
                                           {1, "C#,2026-03-05,40"},
                                           {1, "C#,2026-03-05,50"},
                                           {1, "C#,2026-03-05,60"},
                                           {1, "C#,2026-03-05,90"},
                                           {1, "C#,2026-03-05,"}},
                                  .value = 40,
                                  .low = 10,
                                  .high = 90,
                                  .n = 7},
                                 {.header = "content_id,at,action,search_seconds",
                                  .rows = {{3, "C#,2026-03-05,shared,"}},
                                  .value = {},
                                  .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(content_search_time, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
