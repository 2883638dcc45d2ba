#include "table/number_evidence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "table/number_format.h"

namespace pegel::table {
namespace {

using namespace std::string_literals;

constexpr auto kComma = ',';
constexpr auto kPoint = '.';
constexpr auto kOpen = '\0';

NumberEvidence evidence_of(const std::vector<std::string>& values) {
  NumberEvidence evidence;
  for (const auto& value : values) evidence.add(value);
  return evidence;
}

struct DecideCase {
  const char* name;
  std::vector<std::string> values;
  char decimal;
  char group;
  bool ambiguous;
  int64_t readable;
};

const std::vector<DecideCase>& decide_cases() {
  static const std::vector<DecideCase> cases = {
      {"whole numbers prove nothing", {"1", "22", "333"}, kOpen, kOpen, false, 3},
      {"NUL is no decimal sign", {"1"s + '\0' + "5", "3"}, kOpen, kOpen, false, 1},
      {"two decimals prove the comma", {"12,50", "3"}, kComma, kOpen, false, 2},
      {"two decimals prove the point", {"12.50", "3"}, kPoint, kOpen, false, 2},
      {"both signs prove the comma", {"1.234,56", "7"}, kComma, kPoint, false, 2},
      {"both signs prove the point", {"1,234.56", "7"}, kPoint, kComma, false, 2},
      {"repeated sign groups", {"1.234.567"}, kComma, kPoint, false, 1},
      {"zero before the sign proves it", {"0.125", "1.234"}, kPoint, kOpen, false, 2},
      {"four digits before the sign prove it", {"1234.125"}, kPoint, kOpen, false, 1},
      {"three digits after it are ambiguous", {"1.234", "12.345", "999"}, kComma, kPoint, true, 3},
      {"the same with a comma", {"1,234", "850"}, kPoint, kComma, true, 2},
      {"thousands without groups speak for a fraction", {"1.234", "5000"}, kPoint, kOpen, true, 2},
      {"blanks group, so the sign is decimal", {"12 345", "1.234"}, kPoint, ' ', false, 2},
      {"one proof settles the rest", {"1.234", "2.345", "1,5"}, kComma, kPoint, false, 3},
      {"apostrophes group", {"1'234", "5"}, kOpen, '\'', false, 2},
      {"the majority wins a mixed column", {"1,5", "2,5", "3.5"}, kComma, kOpen, false, 2},
  };
  return cases;
}

TEST(NumberEvidence, DecidesTheDecimalSign) {
  for (const auto& c : decide_cases()) {
    const auto decision = evidence_of(c.values).decide();
    EXPECT_EQ(decision.format.decimal, c.decimal) << c.name;
    EXPECT_EQ(decision.format.group, c.group) << c.name;
    EXPECT_EQ(decision.ambiguous, c.ambiguous) << c.name;
    EXPECT_EQ(decision.readable, c.readable) << c.name;
  }
}

TEST(NumberEvidence, ReadableIsWhatTheFormatReads) {
  for (const auto& c : decide_cases()) {
    const auto decision = evidence_of(c.values).decide();
    const auto reads = [&](const std::string& value) { return parse_number(value, decision.format).has_value(); };
    EXPECT_EQ(std::count_if(c.values.begin(), c.values.end(), reads), decision.readable) << c.name;
  }
}

TEST(NumberEvidence, AmbiguousColumnsOfferTheOtherReading) {
  const auto decision = evidence_of({"1.234"}).decide();
  EXPECT_LT(decision.guess.confidence, kSure);
  EXPECT_EQ(base::to_text(*parse_number("1.234", decision.format)), "1234");
  EXPECT_EQ(base::to_text(*parse_number("1.234", decision.other)), "1.234");
}

TEST(NumberEvidence, ProofGivesFullConfidence) { EXPECT_EQ(evidence_of({"1.234,56"}).decide().guess.confidence, 1.0); }

TEST(NumberEvidence, AnyOrderAndAnyMergeDecideTheSame) {
  std::mt19937 random(3);
  for (const auto& c : decide_cases()) {
    const auto expected = evidence_of(c.values).decide();
    for (int round = 0; round < 10; ++round) {
      auto values = c.values;
      std::shuffle(values.begin(), values.end(), random);
      NumberEvidence parts[2];
      for (const auto& value : values) parts[random() % 2].add(value);
      parts[1].merge(parts[0]);
      const auto decision = parts[1].decide();
      ASSERT_TRUE(decision.format == expected.format) << c.name;
      ASSERT_EQ(decision.guess.confidence, expected.guess.confidence) << c.name;
      ASSERT_EQ(decision.guess.reason, expected.guess.reason) << c.name;
      ASSERT_EQ(parts[1].values(), static_cast<int64_t>(values.size()));
    }
  }
}

TEST(NumberEvidence, NamesTheCurrencyAndThePercentSign) {
  const auto euros = evidence_of({"5 \u20ac", "6", "7 EUR"}).decide();
  EXPECT_EQ(euros.format.currency, "EUR");
  EXPECT_EQ(euros.readable, 3);
  EXPECT_TRUE(evidence_of({"5 %", "6 %"}).decide().format.percent);
  EXPECT_FALSE(evidence_of({"5", "6"}).decide().format.percent);
}

TEST(NumberEvidence, TellsColumnsOfSeveralCurrencies) {
  const auto mixed = evidence_of({"$5", "$6", "\u20ac7", "8"}).decide();
  EXPECT_TRUE(mixed.format.several_currencies);
  EXPECT_EQ(mixed.format.currency, "");
  EXPECT_EQ(mixed.readable, 4);
  EXPECT_EQ(mixed.in_currency, 3);
  EXPECT_FALSE(evidence_of({"5 \u20ac", "6 eur", "7 EUR"}).decide().format.several_currencies);
}

TEST(NumberEvidence, CountsTheValuesThatProveTheOtherSign) {
  const auto mixed = evidence_of({"1,5", "2,5", "3,5", "1.25", "7"}).decide();
  EXPECT_EQ(mixed.format.decimal, kComma);
  EXPECT_EQ(mixed.proofs, 3);
  EXPECT_EQ(mixed.contrary, 1);
  EXPECT_EQ(mixed.other.decimal, kPoint);
}

TEST(NumberEvidence, CountsNumbersWithAWordBesideThem) {
  struct Case {
    const char* value;
    bool alike;
  };
  const Case cases[] = {
      {"12 Stk", true},      {"12Stk", true},
      {"ca. 500", true},     {"~500", true},
      {">100", true},        {"500?", true},
      {"A-17", false},       {"x17", false},
      {"17/b", false},       {"12-14 Uhr", false},
      {"#12", false},        {"a@b1.de", false},
      {"1.2.3 beta", false}, {"Hauptstra\u00dfe und so weiter 5", false},
  };
  for (const auto& c : cases) EXPECT_EQ(evidence_of({c.value}).decide().alike, c.alike ? 1 : 0) << c.value;
}

}  // namespace
}  // namespace pegel::table
