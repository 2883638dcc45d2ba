// What one currency was worth in another, by day: a table of cases, and laws over generated rates against a plain witness.

#include "dataset/rates.h"

#include <gtest/gtest.h>

#include <random>

#include "dataset/batch_builder.h"

namespace pegel::dataset {
namespace {

Currency code(std::string_view text) { return currency_of(text); }
Day day(std::string_view text) { return *base::parse_iso_date(text); }
Micros micros(double value) { return static_cast<Micros>(value * 1e6 + (value < 0 ? -0.5 : 0.5)); }

Rates rates_of(std::vector<Rates::Rate> list) {
  Rates rates;
  for (const auto& rate : list) rates.add(rate);
  rates.settle();
  return rates;
}

// Friday 2026-03-13, Monday 2026-03-16; nothing from 2026-03-17 to 2026-03-30.
const Rates& of_a_bank() {
  static const Rates rates = rates_of({
      {code("EUR"), code("USD"), day("2026-03-13"), 0, 2, micros(1.25)},
      {code("EUR"), code("CHF"), day("2026-03-13"), 0, 3, micros(0.95)},
      {code("EUR"), code("USD"), day("2026-03-16"), 0, 4, micros(1.6)},
      {code("EUR"), code("JPY"), day("2026-03-16"), 0, 5, micros(160)},
      {code("EUR"), code("USD"), day("2026-03-31"), 0, 6, micros(2)},
  });
  return rates;
}

struct Case {
  const char* name;
  const char* from;
  const char* to;
  const char* day;
  double amount;
  std::optional<double> expected;
  const char* rate_day;
};
class OfABank : public testing::TestWithParam<Case> {};

TEST_P(OfABank, are_worth) {
  const Case& each = GetParam();
  const auto worth = of_a_bank().worth(code(each.from), code(each.to), day(each.day));
  ASSERT_EQ(worth.has_value(), each.expected.has_value());
  if (!worth) return;
  EXPECT_EQ(converted(micros(each.amount), *worth), micros(*each.expected));
  EXPECT_EQ(worth->day, day(each.rate_day));
}
INSTANTIATE_TEST_SUITE_P(
    Rates, OfABank,
    testing::Values(Case{"of_the_day", "EUR", "USD", "2026-03-13", 100, 125, "2026-03-13"},
                    Case{"on_a_saturday_those_of_friday", "EUR", "USD", "2026-03-14", 8, 10, "2026-03-13"},
                    Case{"on_a_sunday_those_of_friday", "EUR", "USD", "2026-03-15", 8, 10, "2026-03-13"},
                    Case{"by_the_inverse", "USD", "EUR", "2026-03-16", 16, 10, "2026-03-16"},
                    Case{"rounded_to_millionths", "JPY", "EUR", "2026-03-16", 1, 0.00625, "2026-03-16"},
                    Case{"over_one_that_both_have", "USD", "CHF", "2026-03-14", 125, 95, "2026-03-13"},
                    Case{"over_one_with_rates_of_two_days", "USD", "CHF", "2026-03-16", 160, 95, "2026-03-13"},
                    Case{"a_week_later", "EUR", "USD", "2026-03-23", 10, 16, "2026-03-16"},
                    Case{"not_more_than_a_week_later", "EUR", "USD", "2026-03-24", 10, {}, ""},
                    Case{"not_before_the_first_day", "EUR", "USD", "2026-03-12", 10, {}, ""},
                    Case{"never_by_a_later_day", "EUR", "JPY", "2026-03-15", 10, {}, ""},
                    Case{"not_of_a_currency_without_rates", "GBP", "EUR", "2026-03-13", 10, {}, ""},
                    Case{"itself", "GBP", "GBP", "1999-01-01", 10, 10, "1999-01-01"}),
    [](const auto& each) { return std::string(each.param.name); });

TEST(Rates, of_two_for_one_day_the_later_row_counts_and_the_other_is_outdone) {
  const Rates::Rate first{code("EUR"), code("USD"), day("2026-03-13"), 0, 2, micros(1.25)};
  Rates::Rate again = first, other = first, later = first;
  again.line = 3;
  other.line = 4, other.rate = micros(1.5);
  later.source = 1, later.rate = micros(2);
  EXPECT_TRUE(rates_of({first, again}).outdone().empty()) << "the same said twice";
  const Rates rates = rates_of({other, again, first});
  EXPECT_EQ(converted(micros(2), *rates.worth(first.from, first.to, first.day)), micros(3));
  EXPECT_EQ(rates.outdone(), (std::vector{first, again}));
  EXPECT_EQ(converted(micros(2), *rates_of({later, other}).worth(first.from, first.to, first.day)), micros(4));
}

TEST(Rates, are_rounded_half_to_even_on_both_sides_of_zero) {
  const Worth half{1, 2, 0};
  for (const auto& [amount, expected] :
       std::vector<std::pair<Micros, Micros>>{{1, 0}, {3, 2}, {5, 2}, {7, 4}, {-1, 0}, {-3, -2}, {-5, -2}}) {
    EXPECT_EQ(converted(amount, half), expected) << amount;
  }
  EXPECT_EQ(converted(kMissing<Micros>, half), kMissing<Micros>);
  EXPECT_EQ(converted(table::kUnreadable<Micros>, half), table::kUnreadable<Micros>);
}

TEST(Rates, give_no_amount_beyond_what_a_column_holds) {
  constexpr Micros kMost = std::numeric_limits<Micros>::max();
  EXPECT_EQ(converted(kMost, {2, 1, 0}), kMissing<Micros>);
  EXPECT_EQ(converted(-kMost, {1, 1, 0}), -kMost);
  EXPECT_EQ(converted(kMost, {base::Int128{kMost} * kMost, 1, 0}), kMissing<Micros>);
}

// The last written of the latest day, looked for day by day.
std::optional<Micros> plainly(const std::vector<Rates::Rate>& list, Currency from, Currency to, Day day, Day& found) {
  for (found = day; found >= day - kOldestRate; --found) {
    const Rates::Rate* last = nullptr;
    for (const auto& rate : list) {
      if (rate.from != from || rate.to != to || rate.day != found) continue;
      if (last == nullptr || rate.key() > last->key()) last = &rate;
    }
    if (last != nullptr) return last->rate;
  }
  return std::nullopt;
}

struct Fraction {
  base::Int128 top, bottom;
};
std::optional<Fraction> plain_leg(const std::vector<Rates::Rate>& list, Currency from, Currency to, Day day) {
  Day found = 0;
  if (const auto rate = plainly(list, from, to, day, found)) return Fraction{*rate, base::kOne};
  if (const auto rate = plainly(list, to, from, day, found)) return Fraction{base::kOne, *rate};
  return std::nullopt;
}
std::optional<Fraction> plain_worth(const std::vector<Rates::Rate>& list, const std::vector<std::string>& codes,
                                    Currency from, Currency to, Day day) {
  if (const auto leg = plain_leg(list, from, to, day)) return leg;
  for (const std::string& common : codes) {
    const auto first = plain_leg(list, from, code(common), day);
    const auto second = plain_leg(list, code(common), to, day);
    if (first && second) return Fraction{first->top * second->top, first->bottom * second->bottom};
  }
  return std::nullopt;
}

// r is a · top / bottom to the nearest whole, of two as near the even one: by multiplying alone.
bool is_nearest(base::Int128 a, const Fraction& worth, base::Int128 r) {
  const base::Int128 twice = 2 * (a * worth.top - r * worth.bottom);
  const base::Int128 off = twice < 0 ? -twice : twice;
  return off < worth.bottom || (off == worth.bottom && r % 2 == 0);
}

TEST(Rates, agree_with_a_search_day_by_day_in_whole_numbers_in_any_order_and_grouping) {
  const std::vector<std::string> codes{"AMD", "CHF", "EUR", "GBP", "USD"};
  std::mt19937 random(7);
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  int known = 0;
  for (int round = 0; round < 40; ++round) {
    std::vector<Rates::Rate> list;
    for (int i = 0; i < 25; ++i) {
      const int from = below(5), to = (from + 1 + below(4)) % 5;
      list.push_back({code(codes[static_cast<std::size_t>(from)]), code(codes[static_cast<std::size_t>(to)]),
                      20000 + below(30), static_cast<uint32_t>(below(2)), i + 2, 1 + below(5'000'000)});
    }
    const Rates rates = rates_of(list);
    std::shuffle(list.begin(), list.end(), random);
    Rates merged;
    for (std::size_t half = 0; half < 2; ++half) {
      Rates part;
      for (std::size_t i = half; i < list.size(); i += 2) part.add(list[i]);
      base::ByteWriter writer;
      part.settle();
      part.encode(writer);
      base::ByteReader reader(writer.bytes());
      merged.merge(Rates::decode(reader));
      EXPECT_TRUE(!reader.failed() && reader.at_end());
    }
    merged.settle();
    EXPECT_EQ(merged.outdone(), rates.outdone());
    for (int i = 0; i < 200; ++i) {
      const int from = below(5), to = (from + 1 + below(4)) % 5;
      const Currency a = code(codes[static_cast<std::size_t>(from)]), b = code(codes[static_cast<std::size_t>(to)]);
      const Day at = 19995 + below(45);
      const auto plain = plain_worth(list, codes, a, b, at);
      const auto worth = rates.worth(a, b, at);
      ASSERT_EQ(worth.has_value(), plain.has_value());
      ASSERT_EQ(merged.worth(a, b, at).has_value(), plain.has_value());
      if (!plain) continue;
      ++known;
      const Micros amount = below(2'000'000'000) - 1'000'000'000;
      const Micros value = converted(amount, *worth);
      EXPECT_EQ(converted(amount, *merged.worth(a, b, at)), value);
      ASSERT_TRUE(is_nearest(amount, *plain, value)) << amount << " at " << at;
    }
  }
  EXPECT_GT(known, 2000);
}

TEST(Rates, are_read_from_no_bytes_but_those_written) {
  base::ByteWriter writer;
  of_a_bank().encode(writer);
  const std::vector<uint8_t> whole = writer.bytes();
  for (std::size_t length = 0; length < whole.size(); ++length) {
    base::ByteReader reader(std::span<const uint8_t>(whole).first(length));
    Rates::decode(reader);
    EXPECT_TRUE(reader.failed()) << length;
  }
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::vector<uint8_t> changed = whole;
    changed[at] ^= 0x80;
    base::ByteReader reader(changed);
    for (const auto& rate : Rates::decode(reader).outdone()) EXPECT_GT(rate.rate, 0);
  }
}

TEST(Rates, are_rows_with_a_day_two_currencies_and_a_rate_above_zero) {
  test::BatchBuilder file(Kind::fx);
  file.days(Role::at, {"2026-03-13", "", "2026-03-13", "2026-03-13", "2026-03-13"})
      .words(Role::from_currency, {"€", "EUR", "", "EUR", "EUR"})
      .words(Role::to_currency, {"usd", "USD", "USD", "USD", "EUR"})
      .numbers(Role::rate, {1.25, 1, 1, 0, 1});
  Rates rates;
  EXPECT_EQ(rates.add(file.frame(), 0), (std::vector<std::size_t>{1, 2, 3}));
  rates.settle();
  EXPECT_EQ(converted(micros(4), *rates.worth(code("EUR"), code("USD"), day("2026-03-13"))), micros(5));
}

struct DayCase {
  const char* name;
  const char* status;
  const char* closed;
  const char* created;
  const char* expected;
  double amount;
};
class OfDeals : public testing::TestWithParam<DayCase> {};

// EUR to USD: 1.25 until the 15th, 1.6 from the 16th.
TEST_P(OfDeals, convert_at_the_day_of) {
  const DayCase& each = GetParam();
  test::BatchBuilder file(Kind::deals);
  file.words(Role::status, {each.status})
      .days(Role::closed, {each.closed})
      .days(Role::created, {each.created})
      .days(Role::expected_close, {each.expected})
      .numbers(Role::amount, {100});
  file.source().currency = "EUR";
  Frame frame = file.frame();
  frame.convert(code("USD"), of_a_bank());
  EXPECT_EQ(frame.number(Role::amount, 0), micros(each.amount));
  EXPECT_EQ(frame.currency(0), each.amount == 100 ? code("EUR") : code("USD"));
  EXPECT_EQ(frame.named_currency(0), code("EUR"));
}
INSTANTIATE_TEST_SUITE_P(
    Frames, OfDeals,
    testing::Values(DayCase{"the_decision", "won", "2026-03-16", "2026-03-13", "", 160},
                    DayCase{"the_creation_of_an_open_one", "open", "", "2026-03-13", "2026-03-16", 125},
                    DayCase{"the_expected_close_where_no_other_is_known", "open", "", "", "2026-03-16", 160},
                    DayCase{"the_creation_of_a_decided_one_without_a_day", "won", "", "2026-03-13", "", 125},
                    DayCase{"no_day_not_at_all", "won", "", "", "", 100},
                    DayCase{"a_day_without_a_rate_not_at_all", "won", "2026-03-29", "2026-03-13", "", 100}),
    [](const auto& each) { return std::string(each.param.name); });

TEST(Frames, convert_all_amounts_of_a_row_or_none) {
  test::BatchBuilder file(Kind::orders);
  file.days(Role::at, {"2026-03-16", "2026-03-16", "2026-03-16"})
      .words(Role::currency, {"USD", "GBP", "EUR"})
      .numbers(Role::amount, {16, 16, 16})
      .numbers(Role::cost, {8, 8, 8});
  Frame frame = file.frame();
  frame.convert(code("EUR"), of_a_bank());
  EXPECT_EQ(frame.number(Role::amount, 0), micros(10));
  EXPECT_EQ(frame.number(Role::cost, 0), micros(5));
  EXPECT_EQ(frame.rate_day(0), day("2026-03-16"));
  for (const std::size_t row : {1u, 2u}) {
    EXPECT_EQ(frame.number(Role::amount, row), micros(16));
    EXPECT_EQ(frame.number(Role::cost, row), micros(8));
    EXPECT_FALSE(known(frame.rate_day(row)));
  }
  EXPECT_EQ(frame.currency(1), code("GBP"));
}

}  // namespace
}  // namespace pegel::dataset
