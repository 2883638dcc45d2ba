#include "pegel/report.h"

namespace pegel {

Gate gate_of(int64_t n) { return n <= 0 ? Gate::none : n < kFew ? Gate::few : n < kSmall ? Gate::small : Gate::ok; }

Gate gate_of(const Estimate& estimate) {
  return estimate.full_count && estimate.value ? Gate::ok : gate_of(estimate.n);
}

std::string_view name_of(Gate gate) {
  switch (gate) {
    case Gate::none:
      return "none";
    case Gate::few:
      return "few";
    case Gate::small:
      return "small";
    case Gate::ok:
      return "ok";
  }
  return {};
}

std::string_view name_of(KpiStatus status) {
  switch (status) {
    case KpiStatus::ok:
      return "ok";
    case KpiStatus::undefined:
      return "undefined";
    case KpiStatus::missing_role:
      return "missing_role";
    case KpiStatus::missing_kind:
      return "missing_kind";
  }
  return {};
}

std::string_view name_of(Grain grain) {
  switch (grain) {
    case Grain::day:
      return "day";
    case Grain::week:
      return "week";
    case Grain::month:
      return "month";
    case Grain::quarter:
      return "quarter";
    case Grain::year:
      return "year";
  }
  return {};
}

std::string_view name_of(FunnelTouch touch) {
  switch (touch) {
    case FunnelTouch::first:
      return "first";
    case FunnelTouch::last:
      return "last";
    case FunnelTouch::each_step:
      return "each_step";
  }
  return {};
}

std::string_view name_of(Comparison comparison) {
  switch (comparison) {
    case Comparison::none:
      return "none";
    case Comparison::previous:
      return "previous";
    case Comparison::year:
      return "year";
  }
  return {};
}

}  // namespace pegel
