#include "pegel/card.h"

namespace pegel {

std::string_view name_of(Unit unit) {
  switch (unit) {
    case Unit::count:
      return "count";
    case Unit::money:
      return "money";
    case Unit::share:
      return "share";
    case Unit::days:
      return "days";
    case Unit::money_per_day:
      return "money_per_day";
    case Unit::net_score:
      return "net_score";
    case Unit::index:
      return "index";
    case Unit::points:
      return "points";
    case Unit::hours:
      return "hours";
    case Unit::seconds:
      return "seconds";
    case Unit::ratio:
      return "ratio";
    case Unit::per_thousand:
      return "per_thousand";
  }
  return {};
}

std::string_view name_of(Direction direction) {
  switch (direction) {
    case Direction::up:
      return "up";
    case Direction::down:
      return "down";
    case Direction::neither:
      return "neither";
  }
  return {};
}

std::string_view name_of(Semantic semantic) {
  switch (semantic) {
    case Semantic::flow:
      return "flow";
    case Semantic::cohort:
      return "cohort";
    case Semantic::duration:
      return "duration";
    case Semantic::stock:
      return "stock";
  }
  return {};
}

Counted counted_by(const Card& card, std::string_view variant) {
  for (const Variant& v : card.variants) {
    if (v.id == variant && v.kind != Kind::none) return {v.kind, v.date};
  }
  return {card.kind, card.date};
}

Way way_of(const Card& card, std::string_view variant) {
  Way way{card.unit, card.direction, card.semantic};
  for (const Variant& v : card.variants) {
    if (v.id != variant) continue;
    way = {v.unit.value_or(way.unit), v.direction.value_or(way.direction), v.semantic.value_or(way.semantic)};
  }
  return way;
}

std::string_view formula_of(const Card& card, std::string_view variant) {
  for (const Variant& v : card.variants) {
    if (v.id == variant && !v.formula.empty()) return v.formula;
  }
  return card.formula;
}

}  // namespace pegel
