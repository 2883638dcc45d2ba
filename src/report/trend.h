#pragma once
// A KPI over time, and the comparison of a period with the one before.

#include <optional>
#include <vector>

#include "cube/calendar.h"
#include "report/figures.h"

namespace pegel::report {

/// Days of the data that a KPI rests on; first > last: none known.
struct Span {
  Day first = 0;
  Day last = -1;
};
Span span_of(const Plan& plan, const Cube::Body& body, Kind kind);
/// The days of all kinds that the figure looks back over; of others those of its kind.
Span span_of(const Plan& plan, const Cube::Body& body, const Figure& figure, std::string_view variant);

/// For one cell of a period.
kpis::Context in_period(kpis::Context context, const Period& whole);
/// What a KPI that looks at periods itself is about: the plan's period, or the last whole one of the days; where none is
/// whole, the last. `all`: all days instead of the last whole period.
Period period_of(const Plan& plan, const Span& span, bool all = false);

/// One point a period from the first to the last with rows, gaps included (n = 0). A period is partial when today lies in
/// it, or when the data ends in it with more than a tenth of it missing. At most kTrendPoints, the latest.
inline constexpr int32_t kTrendPoints = 400;
std::vector<TrendPoint> trend(const FigureCells& cells, const Span& span, const kpis::Context& context);
/// Points that trend() would give without that limit.
int64_t trend_length(const FigureCells& cells, cube::Calendar calendar);

/// The plan's period against the one before, to date where it is not over; without a period, the last whole one of the trend against the one before it
/// (or a year before). Nothing where either is missing.
std::optional<Compared> compare(const Figure& figure, const Estimate& total, const std::vector<TrendPoint>& trend,
                                const kpis::Context& context);

}  // namespace pegel::report
