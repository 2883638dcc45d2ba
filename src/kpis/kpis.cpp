#include "kpis/kpi.h"

#include <algorithm>

namespace pegel::kpis {

std::string_view name_of(Use use) {
  switch (use) {
    case Use::used:
      return "used";
    case Use::open:
      return "open";
    case Use::not_won:
      return "not_won";
    case Use::not_open:
      return "not_open";
    case Use::unknown_status:
      return "unknown_status";
    case Use::unqualified:
      return "unqualified";
    case Use::no_amount:
      return "no_amount";
    case Use::zero_amount:
      return "zero_amount";
    case Use::unreadable:
      return "unreadable";
    case Use::no_date:
      return "no_date";
    case Use::no_time:
      return "no_time";
    case Use::impossible_dates:
      return "impossible_dates";
    case Use::no_score:
      return "no_score";
    case Use::out_of_scale:
      return "out_of_scale";
    case Use::scale_unsure:
      return "scale_unsure";
    case Use::other_question:
      return "other_question";
    case Use::no_entity:
      return "no_entity";
    case Use::no_step:
      return "no_step";
    case Use::no_partner:
      return "no_partner";
    case Use::nobody:
      return "nobody";
    case Use::no_scope:
      return "no_scope";
    case Use::no_probability:
      return "no_probability";
    case Use::other_kpi:
      return "other_kpi";
    case Use::other_type:
      return "other_type";
    case Use::unfinished:
      return "unfinished";
    case Use::no_customer:
      return "no_customer";
    case Use::no_cost:
      return "no_cost";
    case Use::no_distributor:
      return "no_distributor";
    case Use::no_channel:
      return "no_channel";
    case Use::no_owner:
      return "no_owner";
    case Use::other_value:
      return "other_value";
    case Use::duplicate:
      return "duplicate";
    case Use::superseded:
      return "superseded";
    case Use::other_period:
      return "other_period";
    case Use::filtered:
      return "filtered";
  }
  return {};
}

const Kpi* find(std::string_view id) {
  for (const Entry& entry : catalogue()) {
    if (entry.kpi->card.id == id) return entry.kpi;
  }
  return nullptr;
}

std::vector<std::string> ids() {
  std::vector<std::string> ids;
  for (const Entry& entry : catalogue()) ids.emplace_back(entry.kpi->card.id);
  return ids;
}

std::vector<std::string> variants_of(const Card& card) {
  std::vector<std::string> ids;
  for (const Variant& variant : card.variants) {
    if (variant.computed) ids.emplace_back(variant.id);
  }
  return ids;
}

std::size_t place_of(const Card& card, std::string_view variant) {
  std::size_t place = 0;
  for (const Variant& v : card.variants) {
    if (!v.computed) continue;
    if (v.id == variant) return place;
    ++place;
  }
  return 0;
}

const Shape& shape_of(const Kpi& kpi, std::string_view variant) { return kpi.shapes[place_of(kpi.card, variant)]; }

std::vector<std::size_t> measures_of(const Kpi& kpi, const Shape& shape) {
  std::vector<std::size_t> positions;
  const auto add = [&](std::size_t m) {
    const bool known = std::find(positions.begin(), positions.end(), m) != positions.end();
    if (m < kpi.measures.size() && !known) positions.push_back(m);
  };
  if (shape.form != Form::own) {
    for (const uint8_t m : {shape.top, shape.bottom, shape.among, shape.counted}) add(m);
    for (const uint8_t m : shape.spread) add(m);
  }
  for (const uint8_t m : shape.own) add(m);
  if (shape.form == Form::own && shape.own.empty()) {
    for (std::size_t m = 0; m < kpi.measures.size(); ++m) add(m);
  }
  return positions;
}

bool rests_on_links(const Shape& shape, const Plan& plan) {
  if (shape.linked == kNoMeasure) return false;
  bool any = false;
  for (const Source& source : plan.sources) {
    if (source.kind != Kind::leads) continue;
    any = std::any_of(source.lent.begin(), source.lent.end(),
                      [](const LentColumn& column) { return column.role == Role::converted_at; });
    if (!any) return false;
  }
  return any;
}

bool looks_back(const Kpi& kpi, std::string_view variant) {
  if (!kpi.measured()) return false;
  const Reach reach = kpi.measures[measures_of(kpi, shape_of(kpi, variant)).front()].reach;
  return reach == Reach::ever || reach == Reach::company;
}

std::string_view variant_of(const Plan& plan, const Card& card) {
  const auto chosen = plan.variants.find(std::string(card.id));
  for (const Variant& variant : card.variants) {
    if (chosen == plan.variants.end() ? variant.is_default : variant.id == chosen->second) return variant.id;
  }
  return {};
}

}  // namespace pegel::kpis
