// Every Partial obeys the laws of partial/partial.h. A new Partial is one line in the list at the end.

#include <gtest/gtest.h>

#include "partial/answers.h"
#include "partial/by_text.h"
#include "partial/chances.h"
#include "partial/comments.h"
#include "partial/daily.h"
#include "partial/decided_deals.h"
#include "partial/distinct.h"
#include "partial/extent.h"
#include "partial/first_last.h"
#include "partial/groups.h"
#include "partial/histogram.h"
#include "partial/journeys.h"
#include "partial/matched.h"
#include "partial/moments.h"
#include "partial/moments_apart.h"
#include "partial/money.h"
#include "partial/pairs.h"
#include "partial/partial.h"
#include "partial/paths.h"
#include "partial/purchases.h"
#include "partial/quantiles.h"
#include "partial/ratio.h"
#include "partial/scores.h"
#include "partial/spread.h"
#include "partial/stays.h"
#include "partial/sum.h"
#include "partial/survival.h"
#include "partial/targets.h"
#include "partial/visits.h"
#include "stats/bootstrap.h"

namespace pegel::partial {
namespace {

using stats::Random;

int64_t any(Random& random) { return static_cast<int64_t>(random.next()) >> random.below(60); }
std::string word(Random& random) { return std::string(random.below(3), static_cast<char>('a' + random.below(3))); }

template <class P, class Add>
P generated(Random& random, const Add& add) {
  P p;
  for (uint32_t i = random.below(12); i > 0; --i) add(p, random);
  return p;
}

template <class P>
P merged(P a, const P& b) {
  merge(a, b);
  return a;
}

template <class P>
std::vector<uint8_t> bytes_of(const P& p) {
  base::ByteWriter writer;
  encode(p, writer);
  return writer.take();
}

template <class P>
void expect_round_trip(const P& p) {
  const auto bytes = bytes_of(p);
  base::ByteReader reader(bytes);
  EXPECT_TRUE(equal(decode<P>(reader), p));
  EXPECT_TRUE(reader.at_end());
  EXPECT_FALSE(reader.failed());
  if (bytes.empty()) return;
  const std::span<const uint8_t> most(bytes.data(), bytes.size() - 1);
  base::ByteReader cut(most);
  decode<P>(cut);
  EXPECT_TRUE(cut.failed());
}

/// Bytes that nobody wrote are read to an end, within bounds, as the sanitizers see; what they give can be looked at.
template <class P>
void expect_harmless(std::vector<uint8_t> bytes, Random& random) {
  for (int change = 0; change < 3 && !bytes.empty(); ++change) {
    bytes[random.below(static_cast<uint32_t>(bytes.size()))] = static_cast<uint8_t>(random.below(256));
    base::ByteReader reader(bytes);
    const P found = decode<P>(reader);
    EXPECT_TRUE(equal(found, found));
  }
}

template <class P, class Add>
void expect_laws(const Add& add) {
  static_assert(Partial<P>);
  Random random(7);
  for (int round = 0; round < 200; ++round) {
    const P a = generated<P>(random, add);
    const P b = generated<P>(random, add);
    const P c = generated<P>(random, add);
    EXPECT_TRUE(equal(merged(a, P{}), a));
    EXPECT_TRUE(equal(merged(P{}, a), a));
    EXPECT_TRUE(equal(merged(a, b), merged(b, a)));
    EXPECT_TRUE(equal(merged(merged(a, b), c), merged(a, merged(b, c))));
    EXPECT_EQ(bytes_of(merged(merged(a, b), c)), bytes_of(merged(c, merged(b, a))));
    expect_round_trip(merged(a, b));
    expect_harmless<P>(bytes_of(merged(a, b)), random);
  }
}

Deal deal(Random& r) {
  Deal d;
  d.status = static_cast<Status>(r.below(4));
  d.qualified = r.below(2) == 0;
  d.stale = r.below(2) == 0;
  d.currency = r.below(4) == 0 ? UINT32_MAX - r.below(3) : r.below(3);
  d.amount = r.below(4) == 0 ? Deal::kNoAmount : any(r);
  d.channel = static_cast<ChannelClass>(r.below(4));
  d.days = r.below(4) == 0 ? Deal::kNoDays : static_cast<int32_t>(r.below(50'000)) - 20'000;
  return d;
}

Target target(Random& r) {
  Target t;
  t.kpi = word(r);
  t.start = static_cast<int32_t>(r.below(9));
  t.end = static_cast<int32_t>(r.below(9));
  t.scope_type = word(r);
  t.scope_id = word(r);
  t.target = any(r);
  for (base::Micros* number : {&t.baseline, &t.warn_at, &t.fail_at, &t.actual}) {
    if (r.below(2) == 0) *number = any(r);
  }
  for (uint8_t* code : {&t.percent, &t.mode, &t.direction}) *code = static_cast<uint8_t>(r.below(3));
  t.confirmed = static_cast<int32_t>(r.below(9));
  for (std::string* text : {&t.unit, &t.goal, &t.source}) *text = word(r);
  return t;
}

Score score(Random& r) {
  const auto least = static_cast<int32_t>(r.below(2));
  const auto most = least + 1 + static_cast<int32_t>(r.below(9));
  const auto value = least + static_cast<int32_t>(r.below(static_cast<uint32_t>(most - least + 1)));
  return {static_cast<int64_t>(r.below(3)), value, least, most};
}

struct Pair {
  Ratio ratio;
  Money money;
  auto fields() { return std::tie(ratio, money); }
  auto fields() const { return std::tie(ratio, money); }
};

#define LAWS(P, statement)                              \
  TEST(PartialLaws, P) {                                \
    expect_laws<P>([](P& p, Random& r) { statement; }); \
  }

LAWS(Count, p.add(r.below(9)))
LAWS(Sum, p.add(any(r)))
LAWS(Ratio, p.add(r.below(2) == 0))
LAWS(Money, p.add(r.below(4), any(r)))
LAWS(Moments, p.add(any(r)))
LAWS(Answers,
     p.add(Answer::of(r.below(3), r.below(4) == 0 ? std::nullopt : std::optional<int64_t>(r.below(9)), r.below(11))))
LAWS(Quantiles, p.add(any(r)))
LAWS(Histogram, p.add(r.below(11)))
LAWS(Deals, p.add(deal(r)))
void add_some(DecidedDeals& deals, Random& r) {
  const Deal some = deal(r);
  for (std::size_t times = r.below(4) == 0 ? DecidedDeals::kMostApart / 2 : 1; times > 0; --times) deals.add(some);
}
LAWS(DecidedDeals, add_some(p, r))
LAWS(Targets, p.add(target(r)))
LAWS(Paths, p.add(word(r), word(r), r.below(4), r.below(3) == 0 ? Paths::Amount{any(r), r.below(3)} : Paths::Amount{}))
JourneyRow journey_row(Random& r) {
  JourneyRow row;
  row.lead_id = r.below(3);
  row.customer_id = r.below(3);
  row.day = static_cast<int32_t>(r.below(9)) - 4;
  if (r.below(2) == 0) row.later = static_cast<int32_t>(r.below(9));
  if (r.below(2) == 0) row.amount = any(r);
  row.currency = r.below(3);
  row.kind = static_cast<JourneyRow::Kind>(r.below(3));
  return row;
}
LAWS(Journeys, p.add(journey_row(r)))
LAWS(Comments, p.add({static_cast<int32_t>(r.below(9)) - 4, word(r), r.below(9), r.below(11), word(r)}))
LAWS(Survival, p.add(r.below(9), r.below(2) == 0))
LAWS(Distinct, p.add(word(r)))
LAWS(Matched, p.add(word(r), r.below(2) == 0 ? Matched::first : Matched::second))
LAWS(FirstLast, p.add(word(r), static_cast<int32_t>(r.below(9)) - 4))
LAWS(Visits, p.add(word(r), static_cast<int32_t>(r.below(9)) - 4))
LAWS(Purchases, p.add(word(r), static_cast<int32_t>(r.below(9)) - 4, any(r)))
LAWS(Spread, p.add(word(r), word(r)))
LAWS(Stays, p.add(word(r), static_cast<int32_t>(r.below(9)),
                  r.below(2) == 0 ? Stay::kOpen : static_cast<int32_t>(r.below(19))))
using DailyMoney = Daily<Money>;
LAWS(DailyMoney, p.on(static_cast<int32_t>(r.below(9)) - 4).add(r.below(3), any(r)))
LAWS(Pairs, p.add(r.below(4), any(r), any(r)))
LAWS(Groups, p.add(r.below(2) == 0 ? r.below(4) : r.next(), any(r), any(r)))
LAWS(MomentsApart, p.add(r.below(4), any(r)))
LAWS(Chances, p.add({any(r), any(r)}))
using DailyMoments = Daily<Moments>;
LAWS(DailyMoments, p.on(static_cast<int32_t>(r.below(9)) - 4).add(any(r)))
using Ratios = ByText<Ratio>;
LAWS(Ratios, p.at(word(r)).add(r.below(2) == 0))
LAWS(Extent, p.add(static_cast<int32_t>(r.below(9)) - 4))
LAWS(Scores, p.add(r.below(4), score(r)))
LAWS(Pair, (p.ratio.add(r.below(2) == 0), p.money.add(r.below(3), any(r))))

}  // namespace
}  // namespace pegel::partial
