#include "table/number_format.h"

#include <gtest/gtest.h>

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

TEST(ReadLabelled, TakesTheNumberThatOpensOrEndsALabelledScore) {
  const std::pair<const char*, const char*> cases[] = {
      {"9", "9"},
      {"10 - Extremely likely", "10"},
      {"10 (sehr wahrscheinlich)", "10"},
      {"0 = überhaupt nicht", "0"},
      {"0 \u2013 Not at all likely", "0"},
      {"3. Eher zufrieden", "3"},
      {"5 - 非常满意", "5"},
      {"4 stars", "4"},
      {"2 von 5", "2"},
      {"4.5: gut", "4.5"},
      {"9-10 promoter", "unreadable"},
      {"9\u201310 promoter", "unreadable"},
      {"1st choice", "unreadable"},
      {"7 -", "-7"},
      {"Extremely likely - 10", "10"},
      {"Not at all likely \u2013 0", "0"},
      {"sehr zufrieden (5)", "5"},
      {"promoter 9-10", "unreadable"},
      {"Option 3", "unreadable"},
      {"(10)", "-10"},
      {"n/a", "unreadable"},
  };
  const NumberFormat format{.decimal = '.'};
  for (const auto& [text, expected] : cases) {
    const NumberReading reading = read_labelled(text, format);
    EXPECT_EQ(reading.fault == NumberFault::none ? base::to_text(reading.value) : "unreadable", expected) << text;
  }
}

TEST(ReadCell, LooksPastLabelsInScoresOnly) {
  SourceColumn column;
  column.number.decimal = '.';
  column.role = Role::score;
  EXPECT_EQ(read_cell("10 - very", column).fault, NumberFault::none);
  column.role = Role::amount;
  EXPECT_EQ(read_cell("10 - very", column).fault, NumberFault::no_number);
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
      {"Indian", "1,23,456.00", kPoint, "123456"},
      {"Indian, grouped thrice", "12,34,56,789.5", kPoint, "123456789.5"},
      {"Indian, whole", "12,34,567", kPoint, "1234567"},
      {"Indian, rupees", "₹1,23,456", kOpen, "123456"},
      {"Indian, brackets", "(5,00,000.00)", kPoint, "-500000"},
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
      {"groups of two by points", "12.34.567", kComma},
      {"last group of two", "12,34,56", kPoint},
      {"group of three before one of two", "1,234,56,789", kPoint},
      {"three digits before a group of two", "123,45,678", kPoint},
      {"groups of two before a decimal comma", "12,34,567,8", kComma},
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
  EXPECT_EQ(name_of(currency_of("US Dollar")), "USD");
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
