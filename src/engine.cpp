#include "pegel/engine.h"

#include <algorithm>
#include <map>
#include <utility>

#include "cube/body.h"
#include "dataset/dimensions.h"
#include "dataset/links.h"
#include "dataset/mapping.h"
#include "dataset/question_scales.h"
#include "kpis/plan_kpis.h"
#include "pegel/nearest.h"
#include "pegel/problem.h"
#include "table_profile.h"

namespace pegel {

namespace {

using RawCounts = std::vector<std::vector<dataset::RawCount>>;

RawCounts raw_counts(const std::vector<ColumnProfile>& columns, std::vector<std::vector<table::ValueCount>> values) {
  RawCounts counts(columns.size());
  for (std::size_t c = 0; c < counts.size(); ++c) {
    if (columns[c].type == ColumnType::date || columns[c].type == ColumnType::instant) continue;
    for (auto& [value, rows] : values[c]) counts[c].push_back({std::move(value), rows});
    std::sort(counts[c].begin(), counts[c].end(),
              [](const auto& a, const auto& b) { return a.rows != b.rows ? a.rows > b.rows : a.raw < b.raw; });
  }
  return counts;
}

}  // namespace

std::size_t head_bytes(int64_t size) {
  return size <= static_cast<int64_t>(kWholeBytes) ? static_cast<std::size_t>(size) : kHeadBytes;
}

std::vector<int64_t> sample_offsets(int64_t size) {
  constexpr int64_t kSamples = 16;
  constexpr auto kHead = static_cast<int64_t>(kHeadBytes);
  if (size <= static_cast<int64_t>(kWholeBytes)) return {};
  constexpr auto kLength = static_cast<int64_t>(kSampleBytes);
  const int64_t step = std::max(kLength, (size - kHead - kLength) / (kSamples - 1)) / 4 * 4;  // letters stay whole
  std::vector<int64_t> offsets;
  for (int64_t at = kHead; at < size && offsets.size() < kSamples; at += step) offsets.push_back(at);
  return offsets;
}

Result<Profile> profile(const FileHead& head, const SourceChoice& choice) {
  auto found = table_profile(head, choice);
  if (!found) return tl::unexpected<Error>(std::move(found.error()));
  Profile& profile = found->profile;
  dataset::map(profile, raw_counts(profile.columns, std::move(found->values)), choice);
  const auto together = [&](std::size_t question, std::size_t score) {
    std::vector<dataset::Scored> scored;
    for (auto& pair : found->pairs(question, score)) {
      scored.push_back({std::move(pair.first), std::move(pair.second), pair.rows});
    }
    return scored;
  };
  dataset::set_question_scales(profile, together, choice);
  return std::move(profile);
}

namespace {

const SourceChoice& choice_for(const Choices& choices, const std::string& file) {
  static const SourceChoice none;
  const auto it = choices.sources.find(file);
  return it == choices.sources.end() ? none : it->second;
}

// Where a file has rates: that of most targets, which amounts are held against; without any, that of most amounts.
std::string usual_currency(const Plan& plan, std::span<const Profile> profiles) {
  std::map<std::string, int64_t> amounts;
  std::map<std::string, int64_t> targets;
  bool rates = false;
  for (std::size_t s = 0; s < plan.sources.size(); ++s) {
    const Kind kind = plan.sources[s].kind;
    rates = rates || kind == Kind::fx;
    const std::string& own = plan.sources[s].currency;
    const std::string& named = own.empty() ? profiles[s].currency : own;
    if (named.empty() || kind == Kind::fx) continue;
    (kind == Kind::targets ? targets : amounts)[named] += profiles[s].sampled_rows;
  }
  std::map<std::string, int64_t>& rows = targets.empty() ? amounts : targets;
  std::string usual;
  for (const auto& [code, count] : rows) {
    if (usual.empty() || count > rows[usual]) usual = code;
  }
  return rates ? usual : std::string();
}

tl::unexpected<Error> unknown_kpi(const kpis::PlanKpis& kpis, const std::string& id) {
  return fail("plan.kpi", "There is no KPI \"" + id + "\"; `pegel catalog` lists them." + did_you_mean(id, kpis.ids()),
              {}, {{"kpi", id}});
}

Result<void> known_variant(const kpis::PlanKpis& kpis, const std::string& id, const std::string& variant) {
  const kpis::Kpi* kpi = kpis.find(id);
  if (kpi == nullptr) return unknown_kpi(kpis, id);
  std::string known;
  for (const std::string& one : kpis::variants_of(kpi->card)) {
    if (one == variant) return {};
    known += (known.empty() ? "\"" : ", \"") + one + "\"";
  }
  Error error{"plan.variant", "\"" + id + "\" has no variant \"" + variant + "\"", {}, {}};
  error.text += known.empty() ? "; it is computed one way only." : "; it has " + known + ".";
  error.values = {{"kpi", id}, {"variant", variant}, {"known", known}};
  return tl::unexpected<Error>(std::move(error));
}

bool is_called(const KpiDefinition& definition, const std::string& word) {
  return std::any_of(definition.name.begin(), definition.name.end(),
                     [&](const auto& name) { return dataset::fold_case(name.second) == dataset::fold_case(word); });
}

// Targets name a figure by its id, or as people call it.
void name_figures(Plan& plan) {
  for (Source& source : plan.sources) {
    for (ValueMapping& value : source.values) {
      if (value.role != Role::kpi_id || !value.canonical.empty() || value.raw.empty()) continue;
      for (const KpiDefinition& own : plan.own_kpis) {
        if (is_called(own, value.raw)) value.canonical = own.id;
      }
    }
  }
}

// What is no longer defined is no longer asked for.
void define(Plan& plan, const std::vector<KpiDefinition>& definitions) {
  const auto before = std::exchange(plan.own_kpis, definitions);
  const auto has = [](const std::vector<KpiDefinition>& list, const std::string& id) {
    return std::any_of(list.begin(), list.end(), [&](const KpiDefinition& each) { return each.id == id; });
  };
  const auto gone = [&](const std::string& id) { return has(before, id) && !has(definitions, id); };
  for (Source& source : plan.sources) {
    for (ValueMapping& value : source.values) {
      if (value.role == Role::kpi_id && gone(value.canonical)) value.canonical.clear();
    }
  }
  plan.kpis.erase(std::remove_if(plan.kpis.begin(), plan.kpis.end(), gone), plan.kpis.end());
  name_figures(plan);
}

}  // namespace

Result<Plan> changed(Plan plan, const Choices& choices) {
  if (choices.own_kpis) define(plan, *choices.own_kpis);
  plan.aliases = choices.aliases.value_or(plan.aliases);
  if (choices.own_kpis || choices.aliases) {
    if (auto checked = check(plan); !checked) return tl::unexpected<Error>(std::move(checked.error()));
  }
  const kpis::PlanKpis kpis(plan);
  for (const std::string& id : choices.kpis) {
    if (kpis.find(id) == nullptr) return unknown_kpi(kpis, id);
  }
  for (const auto& [kpi, variant] : choices.variants) {
    if (auto chosen = known_variant(kpis, kpi, variant); !chosen) return tl::unexpected<Error>(chosen.error());
    plan.variants[kpi] = variant;
  }
  if (!choices.filters.empty()) plan.filters = choices.filters;
  for (Filter& filter : plan.filters) {
    const auto known = dataset::dimensions_named({filter.dimension}, plan);
    if (!known) return tl::unexpected<Error>(known.error());
    filter.dimension = known->front().id;
  }
  if (choices.dimensions) {
    auto chosen = dataset::dimensions_named(*choices.dimensions, plan);
    if (!chosen) return tl::unexpected<Error>(std::move(chosen.error()));
    plan.dimensions = std::move(*chosen);
  }
  if (!choices.kpis.empty()) plan.kpis = choices.kpis;
  if (choices.period) plan.period = choices.period;
  plan.today = choices.today.value_or(plan.today);
  plan.grain = choices.grain.value_or(plan.grain);
  plan.year_starts = choices.year_starts.value_or(plan.year_starts);
  plan.comparison = choices.comparison.value_or(plan.comparison);
  plan.funnel = choices.funnel.value_or(plan.funnel);
  if (!plan.funnel.constant.empty()) {
    const auto known = dataset::dimensions_named({plan.funnel.constant}, plan);
    if (!known) return tl::unexpected<Error>(known.error());
    plan.funnel.constant = known->front().id;
  }
  plan.partner_score = choices.partner_score.value_or(plan.partner_score);
  plan.currency = choices.currency.value_or(plan.currency);
  plan.seed = choices.seed.value_or(plan.seed);
  plan.memory_budget = choices.memory_budget.value_or(plan.memory_budget);
  if (auto checked = check(plan); !checked) return tl::unexpected<Error>(std::move(checked.error()));
  return plan;
}

Result<Plan> make_plan(std::span<const Profile> profiles, const Choices& choices) {
  Plan plan;
  if (!choices.today) return fail("plan.today", "The plan needs today's date: the engine has no clock.");
  plan.today = *choices.today;
  std::vector<Dimension> worth_showing;
  const int year = dataset::usual_year(profiles, plan.today);
  for (const Profile& profile : profiles) {
    const SourceChoice& choice = choice_for(choices, profile.file);
    auto source = dataset::source_of(profile, choice, year);
    if (!source) return tl::unexpected<Error>(std::move(source.error()));
    dataset::add_dimensions(worth_showing, dataset::dimensions_of(*source, profile));
    plan.sources.push_back(std::move(*source));
  }
  dataset::add_dimensions(worth_showing, dataset::lend_columns(plan.sources, profiles));
  plan.dimensions = std::move(worth_showing);
  plan.currency = usual_currency(plan, profiles);
  auto whole = changed(std::move(plan), choices);
  if (!whole) return whole;
  dataset::complete_dimensions(*whole, profiles);
  cube::choose_variants(*whole);
  return whole;
}

}  // namespace pegel
