// A KPI by the definition that the plan chooses, and by the others beside it.

#include <gtest/gtest.h>

#include "json/json.h"
#include "report/figures.h"
#include "support/generate.h"

namespace pegel {
namespace {

const std::vector<test::File>& files() {
  static const std::vector<test::File> list{test::deals_file(7, 200), test::responses_file(8, 100)};
  return list;
}

Choices choosing(const std::string& kpi, const std::string& variant) {
  Choices choices = test::choices_today();
  choices.variants[kpi] = variant;
  choices.kpis = {kpi};
  return choices;
}

struct Named {
  std::string kpi;
  std::string variant;
};

// Those of the Cards, without which the tests below would prove nothing.
std::vector<Named> choosable() {
  std::vector<Named> list;
  for (const CatalogueEntry& entry : catalogue()) {
    for (const Variant& variant : entry.card->variants) {
      if (variant.computed) list.push_back({std::string(entry.card->id), std::string(variant.id)});
    }
  }
  EXPECT_GT(list.size(), 20u);
  return list;
}

TEST(Variants, each_card_with_any_has_its_default_first) {
  for (const CatalogueEntry& entry : catalogue()) {
    if (entry.card->variants.empty()) continue;
    EXPECT_TRUE(entry.card->variants[0].is_default) << entry.card->id;
    EXPECT_TRUE(entry.card->variants[0].computed) << entry.card->id;
  }
}

TEST(Variants, stand_beside_each_other_with_the_value_they_have_when_chosen) {
  const Report report = test::run(files());
  for (const Named& named : choosable()) {
    const Report chosen = test::run(files(), choosing(named.kpi, named.variant));
    const KpiReport& entry = test::kpi(chosen, named.kpi);
    if (entry.status == KpiStatus::missing_role || entry.status == KpiStatus::missing_kind) continue;
    EXPECT_EQ(entry.variant, named.variant);
    for (const VariantValue& value : test::kpi(report, named.kpi).variant_values) {
      if (value.id != named.variant) continue;
      EXPECT_EQ(value.estimate.value, entry.total.value) << named.kpi << " " << named.variant;
      EXPECT_EQ(value.estimate.n, entry.total.n) << named.kpi << " " << named.variant;
      EXPECT_EQ(value.estimate.low, entry.total.low) << named.kpi << " " << named.variant;
    }
  }
}

TEST(Variants, rest_on_another_kpis_default_whatever_is_chosen_of_it) {
  for (const char* kpi : {"pipeline_stale", "partner_score"}) {
    Choices choices = test::choices_today();
    choices.kpis = {kpi};
    const KpiReport by_default = test::kpi(test::run(files(), choices), kpi);
    choices.variants["sales_cycle_length"] = "decided";
    const KpiReport by_other = test::kpi(test::run(files(), choices), kpi);
    EXPECT_EQ(by_default.total.value, by_other.total.value) << kpi;
    ASSERT_EQ(by_default.variant_values.size(), by_other.variant_values.size());
    for (std::size_t v = 0; v < by_default.variant_values.size(); ++v) {
      EXPECT_EQ(by_default.variant_values[v].estimate.value, by_other.variant_values[v].estimate.value) << kpi;
    }
  }
}

// Every amount of every deal is kept for the median of all deals: by dimensions and months only where somebody sees it.
TEST(Variants, take_no_room_by_dimension_while_another_is_chosen) {
  const auto bytes = [](const std::string& variant, std::vector<std::string> dimensions) {
    Choices choices = choosing("avg_deal_size", variant);
    choices.dimensions = std::move(dimensions);
    const Plan plan = test::plan_for(files(), choices);
    return aggregate(plan, test::load(plan, files())).encode().size();
  };
  const auto growth = [&](const std::string& variant) {
    return bytes(variant, {"owner", "partner_id"}) - bytes(variant, {});
  };
  EXPECT_LT(growth("won"), growth("all"));
  EXPECT_GT(growth("won"), 0u);
}

TEST(Variants, leave_out_what_their_value_does_not_rest_on) {
  for (const Named& named : choosable()) {
    const Plan plan = test::plan_for(files(), choosing(named.kpi, named.variant));
    const Cube cube = aggregate(plan, test::load(plan, files()));
    const Report report = make_report(plan, cube);
    const report::Figures figures(plan, cube.body());
    const report::Figure* figure = figures.of(named.kpi);
    if (figure == nullptr) continue;
    int64_t used = figure->uses[static_cast<std::size_t>(kpis::Use::used)];
    for (const Excluded& reason : test::kpi(report, named.kpi).excluded) {
      if (reason.reason == "superseded") used -= reason.rows;
    }
    if (named.kpi == "cli") continue;                             // its n are respondents, of several rows each
    if (named.variant == "mean" && named.kpi == "nps") continue;  // so they are here
    if (named.variant == "overdue") continue;                     // its n are rows by two of their days
    const int64_t n = test::kpi(report, named.kpi).total.n;
    if (figure->looks_back) {
      EXPECT_LE(n, used) << named.kpi << " " << named.variant;
    } else {
      EXPECT_EQ(n, used) << named.kpi << " " << named.variant;
    }
  }
}

TEST(Variants, that_nobody_knows_are_refused_with_those_there_are) {
  const Plan plan = test::plan_for(files());
  const auto refused = changed(plan, choosing("win_rate", "gut_feeling"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "plan.variant");
  EXPECT_EQ(refused.error().values.at("known"), "\"decided\", \"cohort\", \"value\", \"overdue\"");
  EXPECT_FALSE(changed(plan, choosing("romi", "incremental"))) << "named only: no file says who saw no marketing";
  Choices unknown;
  unknown.variants["happiness"] = "any";
  EXPECT_EQ(changed(plan, unknown).error().code, "plan.kpi");
}

TEST(Variants, of_a_plan_edited_by_hand_are_checked) {
  Plan plan = test::plan_for(files());
  plan.variants["win_rate"] = "value";
  EXPECT_TRUE(check(plan));
  plan.variants["win_rate"] = "gut_feeling";
  ASSERT_FALSE(check(plan));
  EXPECT_EQ(check(plan).error().values.at("member"), "variants.win_rate");
  plan.variants = {{"happiness", "any"}};
  EXPECT_FALSE(check(plan));
}

TEST(Variants, of_the_partner_score_are_its_weights) {
  Choices choices = choosing("partner_score", "equal");
  choices.dimensions = {"partner_id"};
  const Report report = test::run(files(), choices);
  int scored = 0;
  for (const BreakdownValue& partner : test::kpi(report, "partner_score").breakdown.at(0).values) {
    double sum = 0;
    int components = 0;
    for (const Part& part : partner.estimate.parts) {
      if (part.unit != Unit::points) continue;
      sum += part.value;
      ++components;
    }
    if (components == 0) continue;
    EXPECT_NEAR(*partner.estimate.value, sum / components, 1e-9) << partner.key;
    ++scored;
  }
  EXPECT_GE(scored, 4);
}

TEST(Variants, are_kept_in_the_plan) {
  const Plan plan = test::plan_for(files(), choosing("win_rate", "value"));
  const auto read = json::read_plan(json::write(plan));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->variants, plan.variants);
}

}  // namespace
}  // namespace pegel
