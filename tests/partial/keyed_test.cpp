// Statistics an entity, beside their plain twins: maps by text.

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "partial/distinct.h"
#include "partial/first_last.h"
#include "partial/visits.h"
#include "support/generate.h"

namespace pegel::partial {
namespace {

struct Order {
  std::string customer;
  int32_t day;
};

// Customers of very different loyalty, in no order, with repeats on a day.
std::vector<Order> orders(uint64_t seed, int n) {
  test::Random random(seed);
  std::vector<Order> all;
  for (int i = 0; i < n; ++i) {
    const uint64_t customer = random.below(1 + random.below(400));
    all.push_back({"C" + std::to_string(customer), static_cast<int32_t>(random.below(60)) - 20});
  }
  return all;
}

/// The orders in parts of a few, merged as they come.
template <class P>
P cut(const std::vector<Order>& all, const std::function<void(P&, const Order&)>& add) {
  P whole, part;
  for (std::size_t i = 0; i < all.size(); ++i) {
    add(part, all[i]);
    if (i % 113 != 0) continue;
    whole.merge(part);
    part = P{};
  }
  part.merge(whole);
  return part;
}

TEST(Distinct, CountsAsASetDoes) {
  for (uint64_t seed = 1; seed <= 5; ++seed) {
    const auto all = orders(seed, 2000);
    std::map<std::string, int64_t> twin;
    for (const Order& order : all) ++twin[order.customer];
    const auto found = cut<Distinct>(all, [](Distinct& d, const Order& o) { d.add(o.customer); });
    EXPECT_EQ(found.distinct(), static_cast<int64_t>(twin.size()));
    EXPECT_EQ(found.n(), 2000);
    for (const int64_t times : {1, 2, 5, 30}) {
      int64_t met = 0;
      for (const auto& [customer, n] : twin) met += n >= times ? 1 : 0;
      EXPECT_EQ(found.at_least(times), met) << times;
    }
  }
}

TEST(Distinct, HasInCommonWhatTwoSetsHave) {
  for (uint64_t seed = 1; seed <= 5; ++seed) {
    Distinct some, others;
    std::set<std::string> some_twin, others_twin;
    for (const Order& order : orders(seed, 300)) {
      (order.day < 10 ? some : others).add(order.customer);
      (order.day < 10 ? some_twin : others_twin).insert(order.customer);
    }
    int64_t both = 0;
    for (const std::string& customer : some_twin) both += others_twin.count(customer) != 0 ? 1 : 0;
    EXPECT_EQ(some.common(others), both);
    EXPECT_EQ(others.common(some), both);
    EXPECT_GT(both, 20);
    EXPECT_LT(both, some.distinct());
  }
  EXPECT_EQ(Distinct().common(Distinct()), 0);
}

TEST(Entity, StandsTogetherInAllItsMonths) {
  for (const int32_t month : {-300, 0, 674}) {
    const uint64_t unit = entity_in(entity_of("ads"), month);
    EXPECT_EQ(month_in(unit), month);
    EXPECT_EQ(without_month(unit), without_month(entity_in(entity_of("ads"), 9)));
    EXPECT_NE(without_month(unit), without_month(entity_in(entity_of("fair"), month)));
  }
}

TEST(Distinct, OfNothingIsNone) {
  EXPECT_EQ(Distinct().distinct(), 0);
  EXPECT_EQ(Distinct().n(), 0);
}

TEST(Distinct, TellsTextsApartThatDifferInOneByte) {
  Distinct texts;
  for (const char* text : {"", "a", "A", "a ", "aa", "ա"}) texts.add(text);
  EXPECT_EQ(texts.distinct(), 6);
}

TEST(Distinct, CountsAMillionExactly) {
  Distinct texts;
  for (int i = 0; i < 1'000'000; ++i) texts.add("customer " + std::to_string(i % 600'000));
  EXPECT_EQ(texts.distinct(), 600'000);
  EXPECT_EQ(texts.at_least(2), 400'000);
}

TEST(FirstLast, KnowsBeginningsAndEndsAsAMapDoes) {
  for (uint64_t seed = 1; seed <= 5; ++seed) {
    const auto all = orders(seed, 1500);
    std::map<std::string, std::multiset<int32_t>> twin;
    for (const Order& order : all) twin[order.customer].insert(order.day);
    const auto found = cut<FirstLast>(all, [](FirstLast& f, const Order& o) { f.add(o.customer, o.day); });
    int64_t began = 0, ended = 0, loyal = 0;
    for (const auto& [customer, days] : twin) {
      began += *days.begin() >= -20 && *days.begin() <= -10 ? 1 : 0;
      ended += *days.rbegin() >= 30 && *days.rbegin() <= 39 ? 1 : 0;
      loyal += days.size() >= 3 ? 1 : 0;
    }
    EXPECT_EQ(found.customers(), static_cast<int64_t>(twin.size()));
    EXPECT_EQ(found.began(-20, -10), began);
    EXPECT_EQ(found.ended(30, 39), ended);
    EXPECT_EQ(found.count([](const Presence& p) { return p.times >= 3; }), loyal);
  }
}

TEST(Visits, GiveEachCustomersDaysInOrder) {
  const auto all = orders(7, 1500);
  std::map<uint64_t, std::multiset<int32_t>> twin;
  for (const Order& order : all) twin[entity_of(order.customer)].insert(order.day);
  const auto found = cut<Visits>(all, [](Visits& v, const Order& o) { v.add(o.customer, o.day); });
  EXPECT_EQ(found.n(), 1500);
  std::size_t customers = 0;
  found.each_customer([&](std::span<const Visit> visits) {
    std::multiset<int32_t> days;
    for (const Visit& visit : visits) days.insert(visit.day);
    EXPECT_EQ(days, twin.at(visits[0].customer));
    EXPECT_TRUE(std::is_sorted(visits.begin(), visits.end()));
    ++customers;
  });
  EXPECT_EQ(customers, twin.size());
}

TEST(Visits, TellWhoCameInBothTimes) {
  const auto all = orders(8, 900);
  std::map<std::string, std::set<int32_t>> twin;
  for (const Order& order : all) twin[order.customer].insert(order.day);
  const auto met = [](const std::set<int32_t>& days, int32_t from, int32_t to) {
    return std::any_of(days.begin(), days.end(), [&](int32_t day) { return day >= from && day <= to; });
  };
  int64_t stayed = 0;
  for (const auto& [customer, days] : twin) stayed += met(days, -20, -11) && met(days, 25, 29) ? 1 : 0;
  const auto found = cut<Visits>(all, [](Visits& v, const Order& o) { v.add(o.customer, o.day); });
  EXPECT_GT(stayed, 10);
  EXPECT_EQ(found.count([](std::span<const Visit> visits) {
    return any_within(visits, -20, -11) && any_within(visits, 25, 29);
  }),
            stayed);
}

TEST(Keyed, FindsAnEntityAgainHoweverManyCameBetween) {
  for (const uint64_t entities : {1, 3, 40, 70, 2000, 5000, 30'000}) {
    test::Random random(entities);
    Distinct found;
    std::map<std::string, int64_t> twin;
    for (int i = 0; i < 60'000; ++i) {
      const std::string text = std::to_string(random.below(1 + random.below(entities)));
      found.add(text);
      ++twin[text];
      if (i % 9001 == 0) {
        EXPECT_EQ(found.distinct(), static_cast<int64_t>(twin.size())) << entities;
      }
      if (i % 20'011 != 0) continue;
      Distinct other;
      for (int k = 0; k < 200; ++k) other.add(std::to_string(k));
      found.merge(other);
      for (int k = 0; k < 200; ++k) ++twin[std::to_string(k)];
    }
    EXPECT_EQ(found.distinct(), static_cast<int64_t>(twin.size()));
    for (const int64_t times : {2, 9, 100}) {
      EXPECT_EQ(found.at_least(times),
                std::count_if(twin.begin(), twin.end(), [&](const auto& each) { return each.second >= times; }));
    }
  }
}

TEST(Keyed, RefusesBytesThatNobodyWrote) {
  for (const std::vector<uint8_t>& bytes :
       {std::vector<uint8_t>{2, 5, 1, 0, 1}, std::vector<uint8_t>{1, 5, 0}, std::vector<uint8_t>{9, 5, 1}}) {
    base::ByteReader reader(bytes);
    Distinct::decode(reader);
    EXPECT_TRUE(reader.failed());
  }
}

}  // namespace
}  // namespace pegel::partial
