#include "table/number_format.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "table/currency.h"

namespace pegel::table {
namespace {

constexpr auto kComma = ',';
constexpr auto kPoint = '.';
constexpr auto kOpen = '\0';

std::string read(std::string_view text, char decimal) {
  NumberFormat format;
  format.decimal = decimal;
  const auto value = parse_number(text, format);
  return value ? base::to_text(*value) : "unreadable";
}

TEST(ParseNumber, ReadsEveryWayOfWritingANumber) {
  struct Case {
    const char* name;
    const char* text;
    char decimal;
    const char* expected;
  };
  const Case cases[] = {
      {"whole", "12", kPoint, "12"},
      {"minus", "-12", kPoint, "-12"},
      {"plus", "+12", kPoint, "12"},
      {"minus after", "12-", kPoint, "-12"},
      {"minus after, apart", "12,50 -", kComma, "-12.5"},
      {"true minus sign", "\u221212", kPoint, "-12"},
      {"brackets", "(12)", kPoint, "-12"},
      {"brackets around currency", "($1,234.50)", kPoint, "-1234.5"},
      {"German", "1.234,56", kComma, "1234.56"},
      {"English", "1,234.56", kPoint, "1234.56"},
      {"grouped twice", "1,234,567.5", kPoint, "1234567.5"},
      {"blank", "1 234,56", kComma, "1234.56"},
      {"no-break space", "1\u00a0234,56", kComma, "1234.56"},
      {"narrow no-break space", "1\u202f234\u202f567,5", kComma, "1234567.5"},
      {"Swiss", "1'234.56", kPoint, "1234.56"},
      {"Swiss typographic", "1\u2019234.56", kPoint, "1234.56"},
      {"percent", "12 %", kPoint, "12"},
      {"percent without blank", "0,97%", kComma, "0.97"},
      {"euro before", "\u20ac 5,00", kComma, "5"},
      {"euro before, tight", "\u20ac149,99", kComma, "149.99"},
      {"minus before euro", "-\u20ac5,00", kComma, "-5"},
      {"minus after euro", "\u20ac -5,00", kComma, "-5"},
      {"euro after", "149,99 \u20ac", kComma, "149.99"},
      {"euro after no-break space", "149,99\u00a0\u20ac", kComma, "149.99"},
      {"code after", "5,00 EUR", kComma, "5"},
      {"code after no-break space", "5,00\u00a0EUR", kComma, "5"},
      {"code before", "EUR 5,25", kComma, "5.25"},
      {"dollar", "$1,234", kPoint, "1234"},
      {"US dollar", "US$ 7.5", kPoint, "7.5"},
      {"pound", "\u00a35.10", kPoint, "5.1"},
      {"franc", "Fr. 5.20", kPoint, "5.2"},
      {"dram sign", "15 000 \u058f", kOpen, "15000"},
      {"dram code", "15000 AMD", kOpen, "15000"},
      {"dram word", "1.500,5 \u0564\u0580\u2024", kComma, "1500.5"},
      {"kroner", "12,5 kr.", kComma, "12.5"},
      {"exponent", "1e3", kPoint, "1000"},
      {"exponent with fraction", "1.5E+06", kPoint, "1500000"},
      {"negative exponent", "25e-1", kPoint, "2.5"},
      {"million", "1,5 Mio.", kComma, "1500000"},
      {"million euro", "1,5 Mio. \u20ac", kComma, "1500000"},
      {"million euro, no-break spaces", "1,5\u00a0Mio.\u00a0EUR", kComma, "1500000"},
      {"milliard", "2 Mrd", kComma, "2000000000"},
      {"thousand", "3 Tsd.", kComma, "3000"},
      {"Dutch million", "1,5 mln", kComma, "1500000"},
      {"Dutch milliard", "1 mlrd", kComma, "1000000000"},
      {"K", "250K", kPoint, "250000"},
      {"M", "\u20ac1.5M", kPoint, "1500000"},
      {"Armenian million", "2,5 \u0574\u056c\u0576", kComma, "2500000"},
      {"cents as a dash", "5,-", kComma, "5"},
      {"cents as two dashes", "1.250,--", kComma, "1250"},
      {"no digit before the sign", ".5", kPoint, "0.5"},
      {"blanks around", "  7.25 ", kPoint, "7.25"},
      {"leading zeros", "007", kPoint, "7"},
      {"group sign not seen before", "1,234", kPoint, "1234"},
      {"six places", "0.123456", kPoint, "0.123456"},
      {"half to even, down", "0.0000005", kPoint, "0"},
      {"half to even, up", "0.0000015", kPoint, "0.000002"},
      {"over half", "0.00000050001", kPoint, "0.000001"},
      {"many places", "0.1000000000000000055511151231257827", kPoint, "0.1"},
      {"largest", "9223372036854.775806", kPoint, "9223372036854.775806"},
      {"smallest", "-9223372036854.775806", kPoint, "-9223372036854.775806"},
      {"sign not known, fraction clear", "12.5", kOpen, "12.5"},
      {"sign not known, both signs", "1.234,5", kOpen, "1234.5"},
      {"sign not known, zero before it", "0.125", kOpen, "0.125"},
  };
  for (const auto& c : cases) EXPECT_EQ(read(c.text, c.decimal), c.expected) << c.name;
}

TEST(ParseNumber, RefusesWhatIsNoNumberOfTheFormat) {
  struct Case {
    const char* name;
    const char* text;
    char decimal;
  };
  const Case cases[] = {
      {"empty", "", kPoint},
      {"blank", " ", kPoint},
      {"minus alone", "-", kPoint},
      {"euro alone", "\u20ac", kPoint},
      {"word", "twelve", kPoint},
      {"two minus signs", "--12", kPoint},
      {"minus before and after", "-12-", kPoint},
      {"open bracket", "(12", kPoint},
      {"close bracket", "12)", kPoint},
      {"two currencies", "\u20ac5 USD", kPoint},
      {"other sign, two digits", "12,50", kPoint},
      {"other sign, one digit", "12.5", kComma},
      {"group of two", "12,34,567", kPoint},
      {"group of four", "1,2345", kPoint},
      {"first group of four", "1234,567", kPoint},
      {"leading zero before a group", "0,123", kPoint},
      {"decimal sign twice", "1.2.3", kPoint},
      {"group after fraction", "1.234,567.8", kComma},
      {"mixed group signs", "1'234 567", kPoint},
      {"ends in sign", "12.", kPoint},
      {"date", "01.02.2026", kPoint},
      {"ISO date", "2026-01-02", kPoint},
      {"time", "10:15", kPoint},
      {"phone", "(850) 644-4200", kPoint},
      {"hexadecimal", "0x10", kPoint},
      {"id", "013d950", kPoint},
      {"nan", "NaN", kPoint},
      {"infinity", "inf", kPoint},
      {"two numbers", "12 13", kPoint},
      {"metres", "12 m", kPoint},
      {"exponent without digits", "1e", kPoint},
      {"exponent too large", "1e400", kPoint},
      {"does not fit", "9223372036855", kPoint},
      {"does not fit by exponent", "1e13", kPoint},
      {"twenty digits", "12345678901234567890", kPoint},
      {"not a number's end", "12 \u20ac x", kPoint},
      {"sign not known and needed", "1.234", kOpen},
  };
  for (const auto& c : cases) EXPECT_EQ(read(c.text, c.decimal), "unreadable") << c.name;
}

TEST(ParseNumber, EndsSoonOnLongText) {
  const std::string digits(1 << 20, '7');
  EXPECT_EQ(read(digits, kPoint), "unreadable");
}

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

TEST(ReadNumber, SaysWhatIsWrong) {
  using enum NumberFault;
  struct Case {
    const char* text;
    char decimal;
    NumberFault fault;
    const char* value;
  };
  const Case cases[] = {
      {"1e-15", kPoint, too_fine, "0"},
      {"0.0000004", kPoint, too_fine, "0"},
      {"0.00012345678", kPoint, too_fine, "0.000123"},
      {"0.33333333333", kPoint, none, "0.333333"},
      {"0.000001", kPoint, none, "0.000001"},
      {"0.0000010", kPoint, none, "0.000001"},
      {"0.00000000000000000000000000", kPoint, none, "0"},
      {"9223372036854.775807", kPoint, out_of_range, "0"},
      {"-9223372036854.775806", kPoint, none, "-9223372036854.775806"},
      {"1e15", kPoint, out_of_range, "0"},
      {"1.234,56", kPoint, other_style, "0"},
      {"1,5", kPoint, other_style, "0"},
      {"1.5", kComma, other_style, "0"},
      {"1.234", kOpen, undecided, "0"},
      {"12 Stk", kPoint, no_number, "0"},
  };
  for (const auto& c : cases) {
    NumberFormat format;
    format.decimal = c.decimal;
    const NumberReading reading = read_number(c.text, format);
    EXPECT_EQ(reading.fault, c.fault) << c.text;
    EXPECT_EQ(base::to_text(reading.value), c.value) << c.text;
  }
}

TEST(ReadNumber, NamesTheCurrencyOfTheCell) {
  NumberFormat euros;
  euros.currency = "EUR";
  EXPECT_EQ(read_number("$ 5", euros).currency, "USD");
  EXPECT_EQ(base::to_text(read_number("$ 5", euros).value), "5");
  EXPECT_EQ(read_number("5 \u20ac", euros).currency, "EUR");
  EXPECT_EQ(read_number("5 kr", euros).currency, "");
  EXPECT_EQ(read_number("5", euros).currency, "");
}

TEST(CurrencyOf, IsOneForSignCodeAndWord) {
  for (const char* text : {"EUR", "eur", "\u20ac", "Euro", "Betrag (EUR)"}) {
    EXPECT_EQ(name_of(currency_of(text)), "EUR") << text;
  }
  EXPECT_EQ(name_of(currency_of("xyz")), "XYZ");
  EXPECT_EQ(currency_of(""), 0u);
  EXPECT_EQ(currency_of("many"), 0u);
}

TEST(CurrencyIn, FindsTheOneCurrencyThatATextNames) {
  struct Case {
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      {"\u20ac", "EUR"},
      {"eur", "EUR"},
      {"EUR", "EUR"},
      {"Betrag (EUR)", "EUR"},
      {"Umsatz in \u20ac", "EUR"},
      {"amount_usd", "USD"},
      {"Preis\u20ac", "EUR"},
      {"\u0533\u056b\u0576 (\u058f)", "AMD"},
      {"\u0564\u0580\u0561\u0574", "AMD"},
      {"Price CAD", "CAD"},
      {"Amount", ""},
      {"EUR/USD", ""},
      {"try again", ""},
      {"cad file", ""},
      {"Umsatz in Euro", "EUR"},
      {"", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(currency_in(c.text), c.expected) << c.text;
}

}  // namespace
}  // namespace pegel::table
