#include "kpis/scorecard.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "kpis/deals.h"

namespace pegel::kpis {
namespace {

using partial::Deal;
using partial::Deals;

struct Partner {
  std::vector<double> won;
  std::vector<int32_t> days;
  int lost = 0;
  std::vector<double> open;
  int prospects = 0;
};

Deal deal(Status status, double amount, int32_t days = Deal::kNoDays) {
  Deal d;
  d.status = status;
  d.amount = static_cast<base::Micros>(amount * 1e6);
  d.days = days;
  return d;
}

Deal unpriced(Status status) {
  Deal d;
  d.status = status;
  return d;
}

Deals deals_of(const Partner& partner) {
  Deals deals;
  for (std::size_t i = 0; i < partner.won.size(); ++i) deals.add(deal(Status::won, partner.won[i], partner.days[i]));
  for (int i = 0; i < partner.lost; ++i) deals.add(unpriced(Status::lost));
  for (const double amount : partner.open) deals.add(deal(Status::open, amount));
  while (static_cast<int>(deals.size()) < partner.prospects) deals.add(unpriced(Status::open));
  return deals;
}

const Partner kA{{200, 400}, {20, 30}, 2, {500, 700}, 8};
const Partner kB{{300, 320, 280, 350, 310, 290, 400, 350}, {40, 45, 38, 50, 60, 41, 39, 55}, 12, {900, 400, 300}, 30};
const Partner kC{{9000}, {90}, 0, {}, 1};
const Partner kD{{250, 260, 240, 230, 270, 220}, {25, 22, 28, 30, 26, 24}, 9, {300, 250, 200, 450}, 40};

Scorecard score(const std::vector<Deals>& partners, const Weights& weights = kDefaultWeights) {
  std::vector<const Deals*> pointers;
  for (const Deals& deals : partners) pointers.push_back(&deals);
  return scorecard(pointers, {.weights = weights}, 1);
}

std::vector<Deals> fixture() { return {deals_of(kA), deals_of(kB), deals_of(kC), deals_of(kD)}; }

double points(const Score& s, Component component) { return *s.points[static_cast<std::size_t>(component)]; }

TEST(Scorecard, GivesThePointsOfTheWorkedExample) {
  const Scorecard card = score(fixture());
  const double expected[4][8] = {{33.3, 49.1, 50.0, 48.8, 35.9, 27.7, 51.0, 41.6},
                                 {66.7, 50.9, 57.1, 51.2, 59.0, 61.5, 48.8, 56.5},
                                 {20.0, 58.8, 0.0, 54.2, 3.4, 51.3, 52.7, 34.7},
                                 {60.0, 46.0, 50.0, 40.2, 63.2, 51.0, 48.9, 51.2}};
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t c = 0; c < 7; ++c) {
      EXPECT_NEAR(*card.scores[i].points[c], expected[i][c], 0.05) << i << " " << name_of(static_cast<Component>(c));
    }
    EXPECT_NEAR(*card.scores[i].total, expected[i][7], 0.05) << i;
    EXPECT_DOUBLE_EQ(card.scores[i].coverage, 1);
  }
}

TEST(Scorecard, TakesMediansOverPartnersAsReferences) {
  const Scorecard card = score(fixture());
  const auto reference = [&](Component c) { return *card.references[static_cast<std::size_t>(c)]; };
  EXPECT_DOUBLE_EQ(reference(Component::deal_count), 4);
  EXPECT_NEAR(reference(Component::avg_deal_size), 304.73, 0.005);
  EXPECT_DOUBLE_EQ(reference(Component::pipeline), 1200);
  EXPECT_NEAR(reference(Component::close_rate), 0.242, 0.0005);
  EXPECT_NEAR(reference(Component::velocity), 38.78, 0.005);
  EXPECT_NEAR(reference(Component::deal_success), 0.428, 0.0005);
  EXPECT_DOUBLE_EQ(*card.reference_value, 2035);
  EXPECT_TRUE(card.comparable);
}

TEST(Scorecard, RanksOnlyPartnersWithEnoughDecidedDeals) {
  const Scorecard card = score(fixture());
  EXPECT_EQ(card.scores[0].verdict, "few_deals");
  EXPECT_EQ(card.scores[1].verdict, "ranked");
  EXPECT_EQ(card.scores[1].rank, 1);
  EXPECT_EQ(card.scores[3].rank, 2);
  EXPECT_EQ(card.scores[0].rank, 0);
  EXPECT_EQ(card.scores[2].rank, 0);
}

TEST(Scorecard, BracketsScoreAndRank) {
  const Scorecard card = score(fixture());
  EXPECT_FALSE(card.scores[2].interval95) << "one deal";
  for (const std::size_t i : {0, 1, 3}) {
    const Score& s = card.scores[i];
    EXPECT_LE(s.interval95->low, *s.total);
    EXPECT_GE(s.interval95->high, *s.total);
  }
  for (const std::size_t i : {1, 3}) {
    EXPECT_LE(card.scores[i].rank_low, card.scores[i].rank);
    EXPECT_GE(card.scores[i].rank_high, card.scores[i].rank);
    EXPECT_LE(card.scores[i].weight_rank_low, card.scores[i].rank);
    EXPECT_GE(card.scores[i].weight_rank_high, card.scores[i].rank);
  }
}

TEST(Scorecard, PutsASinglePartnerAtItsOwnReference) {
  const Scorecard card = score({deals_of(kA)});
  EXPECT_NEAR(*card.scores[0].total, 50, 1e-9);
  EXPECT_FALSE(card.comparable);
  EXPECT_EQ(card.scores[0].verdict, "no_comparison");
}

TEST(Scorecard, RanksNeitherOfTwoPartners) {
  const Scorecard card = score({deals_of(kB), deals_of(kD)});
  for (const Score& partner : card.scores) {
    EXPECT_TRUE(partner.total);
    EXPECT_EQ(partner.verdict, "no_comparison");
    EXPECT_EQ(partner.rank, 0);
  }
}

TEST(Scorecard, ScoresIdenticalPartnersAlike) {
  const Scorecard card = score({deals_of(kB), deals_of(kD), deals_of(kB)});
  EXPECT_EQ(card.scores[0].total, card.scores[2].total);
  EXPECT_EQ(card.scores[0].interval95->low, card.scores[2].interval95->low);
  EXPECT_EQ(card.scores[0].rank, card.scores[2].rank);
}

TEST(Scorecard, LeavesOutSizeAndVelocityOfAPartnerWithoutWonDeals) {
  auto partners = fixture();
  partners.push_back(deals_of({{}, {}, 6, {100}, 9}));
  const Score s = score(partners).scores[4];
  EXPECT_EQ(points(s, Component::deal_count), 0);
  EXPECT_FALSE(s.points[static_cast<std::size_t>(Component::avg_deal_size)]);
  EXPECT_FALSE(s.points[static_cast<std::size_t>(Component::velocity)]);
  EXPECT_NEAR(s.coverage, 0.75, 1e-12);
  EXPECT_EQ(s.verdict, "ranked");
}

TEST(Scorecard, DoesNotScoreAPartnerWithoutDeals) {
  auto partners = fixture();
  partners.emplace_back();
  const Score s = score(partners).scores[4];
  EXPECT_FALSE(s.total);
  EXPECT_EQ(s.verdict, "no_score");
  EXPECT_EQ(*score(partners).scores[1].total, *score(fixture()).scores[1].total);
}

TEST(Scorecard, LeavesOutAPipelineThatNobodyHas) {
  Partner b = kB;
  Partner d = kD;
  b.open = d.open = {};
  const Scorecard card = score({deals_of(b), deals_of(d), deals_of(kC)});
  EXPECT_FALSE(card.references[static_cast<std::size_t>(Component::pipeline)]);
  EXPECT_NEAR(card.scores[0].coverage, 0.85, 1e-12);
}

TEST(Scorecard, LeavesOutStaleDealsOfThePipeline) {
  Deals fresh = deals_of(kB);
  Deal stale = deal(Status::open, 5000);
  stale.stale = true;
  fresh.add(stale);
  const Scorecard card = score({fresh, deals_of(kD), deals_of(kA)});
  EXPECT_DOUBLE_EQ(*card.scores[0].metric[static_cast<std::size_t>(Component::pipeline)], 1600);
}

TEST(Scorecard, CallsDealsStaleThatAreOpenForTooLong) {
  Deals deals;
  deals.add(deal(Status::open, 100, 60));
  deals.add(deal(Status::open, 200, 61));
  deals.add(deal(Status::open, 300));
  deals.add(deal(Status::won, 400, 90));
  const auto stale = [](const Deals& all) {
    int64_t amounts = 0;
    for (const Deal& d : all.values()) amounts += d.stale ? d.amount / 1'000'000 : 0;
    return amounts;
  };
  EXPECT_EQ(stale(aged(deals, 60.0)), 200);
  EXPECT_EQ(stale(aged(deals, std::nullopt)), 0) << "too few won deals to know";
}

TEST(Scorecard, RefusesNegativeWeightsAndWeightsOfZero) {
  Weights weights = kDefaultWeights;
  weights[0] = -1;
  const Scorecard refused = score(fixture(), weights);
  for (const Score& s : refused.scores) EXPECT_FALSE(s.total);
  const Scorecard nothing = score(fixture(), Weights{});
  for (const Score& s : nothing.scores) EXPECT_EQ(s.verdict, "no_score");
}

TEST(Scorecard, DividesByTheSumOfWeights) {
  Weights weights = kDefaultWeights;
  for (double& weight : weights) weight *= 3;
  EXPECT_NEAR(*score(fixture(), weights).scores[1].total, *score(fixture()).scores[1].total, 1e-9);
}

std::vector<const Deals*> pointers_to(const std::vector<Deals>& partners) {
  std::vector<const Deals*> pointers;
  for (const Deals& deals : partners) pointers.push_back(&deals);
  return pointers;
}

constexpr std::size_t at(Component component) { return static_cast<std::size_t>(component); }

TEST(Scorecard, MeasuresAgainstATargetUpToAHundred) {
  const auto partners = fixture();
  Rules rules;
  rules.targets.assign(4, {});
  for (Metrics& targets : rules.targets) targets[at(Component::deal_count)] = 4;
  rules.targets[3][at(Component::deal_count)] = 8;  // D's own
  const Scorecard card = scorecard(pointers_to(partners), rules, 1);
  const double expected[] = {50, 100, 25, 75};
  for (std::size_t i = 0; i < 4; ++i) EXPECT_DOUBLE_EQ(points(card.scores[i], Component::deal_count), expected[i]) << i;
  EXPECT_NEAR(points(card.scores[1], Component::close_rate), 51.2, 0.05) << "the others beside the median";
  EXPECT_NEAR(*card.scores[1].total, 56.5 + (100 - 66.7) / 10, 0.05);
}

TEST(Scorecard, MovesWithTargetsAsItsResamplesDo) {
  Deals many;
  for (int i = 0; i < 3000; ++i) {
    many.add(i % 3 == 0 ? deal(Status::won, 100 + i % 7, 20 + i % 5) : unpriced(Status::lost));
  }
  auto partners = fixture();
  partners.push_back(many);
  Rules rules;
  rules.targets.assign(5, {});
  for (Metrics& targets : rules.targets) targets[at(Component::close_rate)] = 0.5;
  const Scorecard card = scorecard(pointers_to(partners), rules, 1);
  const Score& s = card.scores[4];
  EXPECT_TRUE(s.linearised);
  // The close rate alone: a third of 0.5, whose share has a standard error of sqrt(2/9/3000).
  Rules alone = rules;
  alone.weights = {};
  alone.weights[at(Component::close_rate)] = 1;
  const Score rate = scorecard(pointers_to(partners), alone, 1).scores[4];
  EXPECT_NEAR(rate.interval95->high - rate.interval95->low, 2 * 1.96 * 200 * std::sqrt(2.0 / 9 / 3000), 0.1);
  alone.targets[4][at(Component::close_rate)] = 0.3;
  const Score reached = scorecard(pointers_to(partners), alone, 1).scores[4];
  EXPECT_DOUBLE_EQ(*reached.total, 100);
  EXPECT_DOUBLE_EQ(reached.interval95->low, 100) << "beyond the target nothing moves";
}

TEST(Scorecard, FitsThePlannedMixOfChannels) {
  auto partners = fixture();
  Deals mixed;
  const ChannelClass of_deals[] = {
      ChannelClass::paid,   ChannelClass::paid,   ChannelClass::paid,   ChannelClass::paid,  ChannelClass::paid,
      ChannelClass::earned, ChannelClass::earned, ChannelClass::earned, ChannelClass::owned, ChannelClass::owned};
  for (const ChannelClass channel : of_deals) {
    Deal d = deal(Status::won, 100, 10);
    d.channel = channel;
    mixed.add(d);
  }
  partners.push_back(mixed);
  Rules rules;
  EXPECT_FALSE(scorecard(pointers_to(partners), rules, 1).scores[4].points[at(Component::channel_mix)]);
  const double before = *scorecard(pointers_to(partners), rules, 1).scores[4].total;
  rules.mix = Mix{0.4, 0.4, 0.2};
  const Score weightless = scorecard(pointers_to(partners), rules, 1).scores[4];
  EXPECT_NEAR(points(weightless, Component::channel_mix), 90, 1e-9);
  EXPECT_EQ(*weightless.total, before) << "no weight of its own";
  rules.weights = {};
  rules.weights[at(Component::channel_mix)] = 1;
  const Scorecard card = scorecard(pointers_to(partners), rules, 1);
  EXPECT_NEAR(*card.scores[4].total, 90, 1e-9);
  EXPECT_FALSE(card.scores[1].total) << "of no known channel";
}

TEST(Scorecard, GivesATierToWhoLiesInOneAlone) {
  constexpr double kTiers[] = {90, 75, 60, 40};
  EXPECT_EQ(tier_of({90, 100}, kTiers), 1);
  EXPECT_EQ(tier_of({75, 89.9}, kTiers), 2);
  EXPECT_EQ(tier_of({74, 76}, kTiers), 0);
  EXPECT_EQ(tier_of({0, 39}, kTiers), 5);

  const auto partners = fixture();
  Rules rules;
  for (const Score& s : scorecard(pointers_to(partners), rules, 1).scores) {
    EXPECT_EQ(s.tier, 0) << "the usual tiers are of targets";
  }
  rules.tiers = {99, 1};
  const Scorecard card = scorecard(pointers_to(partners), rules, 1);
  EXPECT_EQ(card.scores[1].tier, 2);
  EXPECT_EQ(card.scores[0].tier, 0) << "four decided deals";
}

TEST(Scorecard, SaysHowItsComponentsGoTogether) {
  EXPECT_TRUE(together(score(fixture())).empty()) << "four partners";
  std::vector<Deals> partners;
  for (int p = 1; p <= 6; ++p) {
    Deals deals;
    for (int i = 0; i < p; ++i) deals.add(deal(Status::won, 100 - p, 10 + i));
    for (int i = 0; i < 6 - p; ++i) deals.add(unpriced(Status::lost));
    partners.push_back(deals);
  }
  const auto pairs = together(score(partners));
  ASSERT_FALSE(pairs.empty());
  for (const Together& pair : pairs) {
    if (pair.a == Component::deal_count && pair.b == Component::close_rate) EXPECT_DOUBLE_EQ(pair.rho.value, 1);
    EXPECT_EQ(pair.n, 6);
  }
  for (std::size_t i = 1; i < pairs.size(); ++i) {
    EXPECT_GE(std::abs(pairs[i - 1].rho.value), std::abs(pairs[i].rho.value));
  }
}

TEST(Scorecard, DoesNotAddCurrencies) {
  auto partners = fixture();
  Deal foreign = deal(Status::won, 100, 10);
  foreign.currency = 7;
  partners[0].add(foreign);
  const Scorecard card = score(partners);
  EXPECT_TRUE(card.mixed_currency);
  for (const Component c : {Component::avg_deal_size, Component::pipeline, Component::velocity, Component::quality}) {
    EXPECT_FALSE(card.scores[1].points[static_cast<std::size_t>(c)]);
  }
  EXPECT_NEAR(card.scores[1].coverage, 0.4, 1e-12);
  EXPECT_EQ(card.scores[1].verdict, "low_coverage");
}

TEST(Scorecard, DoesNotChangeWithTheUnitOfMoney) {
  std::vector<Deals> scaled;
  for (Partner p : {kA, kB, kC, kD}) {
    for (double& amount : p.won) amount *= 1000;
    for (double& amount : p.open) amount *= 1000;
    scaled.push_back(deals_of(p));
  }
  const Scorecard a = score(fixture());
  const Scorecard b = score(scaled);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(*a.scores[i].total, *b.scores[i].total, 1e-9);
}

TEST(Scorecard, IsNotSqueezedByAGiant) {
  auto partners = fixture();
  partners.push_back(deals_of({{1e9, 2e9, 3e9, 4e9, 5e9}, {10, 10, 10, 10, 10}, 5, {1e9}, 20}));
  const Scorecard without = score(fixture());
  const Scorecard with = score(partners);
  for (const std::size_t i : {1, 3}) EXPECT_NEAR(*with.scores[i].total, *without.scores[i].total, 6);
}

TEST(Scorecard, DoesNotDependOnTheOrderOfPartners) {
  auto partners = fixture();
  const Scorecard a = score(partners);
  std::swap(partners[0], partners[3]);
  const Scorecard b = score(partners);
  EXPECT_EQ(a.scores[0].total, b.scores[3].total);
  EXPECT_EQ(a.scores[0].interval95->low, b.scores[3].interval95->low);
  EXPECT_EQ(a.scores[3].rank_high, b.scores[0].rank_high);
}

}  // namespace
}  // namespace pegel::kpis
