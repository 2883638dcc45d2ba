// The catalogue as the outside sees it.

#include <algorithm>

#include "cube/body.h"
#include "cube/targeted.h"
#include "pegel/engine.h"

namespace pegel {

namespace {

std::vector<Need> bases_of(const kpis::Kpi& kpi) {
  std::vector<Need> bases;
  for (const kpis::Measure& measure : kpi.measures) {
    if (measure.reach == kpis::Reach::company) continue;
    const Need base{measure.kind == Kind::none ? kpi.card.kind : measure.kind,
                    measure.reach == kpis::Reach::ever ? Role::none
                    : measure.date == Role::none       ? kpi.card.date
                                                       : measure.date};
    const bool known = std::any_of(bases.begin(), bases.end(), [&](const Need& other) {
      return other.kind == base.kind && other.role == base.role;
    });
    if (!known) bases.push_back(base);
  }
  if (!kpi.others.empty()) bases.push_back({kpi.card.kind, kpi.card.date});
  for (const Kind kind : kpi.others) bases.push_back({kind, Role::none});
  return bases.size() > 1 ? bases : std::vector<Need>();
}

std::vector<std::pair<std::string_view, std::string>> variant_sql_of(const kpis::Kpi& kpi) {
  std::vector<std::pair<std::string_view, std::string>> list;
  for (const Variant& variant : kpi.card.variants) {
    if (!variant.computed || variant.is_default) continue;
    if (auto sql = kpis::sql_of(kpi, variant.id); !sql.empty()) list.emplace_back(variant.id, std::move(sql));
  }
  return list;
}

CatalogueEntry entry_of(const kpis::Entry& listed) {
  const kpis::Kpi& kpi = *listed.kpi;
  return {&kpi.card, listed.group, kpis::sql_of(kpi, {}), variant_sql_of(kpi), bases_of(kpi)};
}

}  // namespace

std::vector<CatalogueEntry> catalogue() {
  std::vector<CatalogueEntry> entries;
  for (const kpis::Entry& listed : kpis::catalogue()) entries.push_back(entry_of(listed));
  return entries;
}

std::vector<CatalogueEntry> catalogue(const Plan& plan) {
  const auto all = std::make_shared<const kpis::PlanKpis>(plan);
  std::vector<CatalogueEntry> entries;
  for (const kpis::Entry& listed : all->entries()) {
    CatalogueEntry& entry = entries.emplace_back(entry_of(listed));
    const KpiDefinition* own = all->definition_of(listed.kpi->card.id);
    if (own == nullptr) continue;
    entry.names = own->name;
    entry.holds = all;
  }
  return entries;
}

std::vector<std::string> reported_kpis(const Plan& plan) {
  const kpis::PlanKpis all(plan);
  std::vector<std::string> ids;
  for (const kpis::Entry& listed : all.entries()) {
    if (cube::is_shown(plan, listed.kpi->card)) ids.emplace_back(listed.kpi->card.id);
  }
  return ids;
}

}  // namespace pegel
