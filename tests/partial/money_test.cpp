#include "partial/money.h"

#include <gtest/gtest.h>

namespace pegel::partial {
namespace {

TEST(Money, AddsAmountsOfOneCurrency) {
  Money money;
  money.add(1, 200);
  money.add(1, 400);
  EXPECT_FALSE(money.mixed());
  EXPECT_EQ(money.sum(), 600);
  EXPECT_EQ(money.n(), 2);
  EXPECT_EQ(money.currency(), 1u);
}

TEST(Money, KeepsCurrenciesApart) {
  Money money;
  money.add(2, 300);
  money.add(1, 200);
  EXPECT_TRUE(money.mixed());
  EXPECT_EQ(money.n(), 2);
  EXPECT_EQ(money.totals().front(), (Money::Total{1, 1, 200}));
}

TEST(Money, TakesAnUnnamedCurrencyForOneOfItsOwn) {
  Money money;
  money.add(0, 200);
  EXPECT_FALSE(money.mixed());
  money.add(1, 200);
  EXPECT_TRUE(money.mixed());
}

}  // namespace
}  // namespace pegel::partial
