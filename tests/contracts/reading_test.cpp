// What a file is taken for, and what its Report says of cells that do not fit, from its first byte to its last.

#include <gtest/gtest.h>

#include <algorithm>

#include "support/generate.h"

namespace pegel {
namespace {

const Issue* issue_of(const std::vector<Issue>& issues, std::string_view code) {
  const auto found = std::find_if(issues.begin(), issues.end(), [&](const Issue& issue) { return issue.code == code; });
  return found == issues.end() ? nullptr : &*found;
}

const Query* query_of(const Profile& profile, std::string_view code) {
  const auto& queries = profile.queries;
  const auto found =
      std::find_if(queries.begin(), queries.end(), [&](const Query& query) { return query.code == code; });
  return found == queries.end() ? nullptr : &*found;
}

Profile seen(const test::File& file, const SourceChoice& choice = {}) {
  auto found = test::profile_of(file, choice);
  EXPECT_TRUE(found);
  return found.value_or(Profile{});
}

constexpr std::string_view kHeader = "Deal ID;Status;Created;Closed;Amount;Owner\n";

// A file longer than its head: rows that leave order and sign open, and at its end some that prove them.
std::string long_file(std::string_view proofs) {
  std::string text(kHeader);
  int id = 0;
  while (text.size() < kWholeBytes + 40 * kSampleBytes) {
    text += std::to_string(++id) + ";won;03/04/2026;05/06/2026;1.234;\"Ada\nLovelace\"\n";
  }
  for (int i = 0; i < 3000; ++i) text += std::to_string(++id) + std::string(proofs);
  return text;
}

TEST(Reading, ProofsBeyondTheFirstBytesDecide) {
  const Profile days = seen({"deals.csv", long_file(";won;25/03/2026;26/03/2026;7,5;Bo\n")});
  EXPECT_EQ(days.columns[2].date.order, DateOrder::dmy);
  EXPECT_EQ(days.columns[4].number.decimal, ',');
  EXPECT_EQ(query_of(days, "date.order"), nullptr);
  EXPECT_EQ(query_of(days, "num.decimal"), nullptr);
  const Profile months = seen({"deals.csv", long_file(";won;03/25/2026;03/26/2026;7.5;Bo\n")});
  EXPECT_EQ(months.columns[2].date.order, DateOrder::mdy);
  EXPECT_EQ(months.columns[4].number.decimal, '.');
}

// The rows in another order, the header left where it is.
std::string shuffled(const std::string& text, test::Random& random) {
  std::vector<std::string> rows;
  for (std::size_t at = text.find('\n') + 1; at < text.size();) {
    const std::size_t end = text.find('\n', at) + 1;
    rows.push_back(text.substr(at, end - at));
    at = end;
  }
  for (std::size_t i = rows.size(); i > 1; --i) std::swap(rows[i - 1], rows[random.below(i)]);
  std::string out = text.substr(0, text.find('\n') + 1);
  for (const std::string& row : rows) out += row;
  return out;
}

TEST(Reading, TheOrderOfRowsChangesNoNumber) {
  std::string text(kHeader);
  const char* days[] = {"03/04/2026", "13/04/2026", "05/15/2026", "0000-00-00", "unbekannt"};
  const char* amounts[] = {"5 €", "$ 6", "7", "1,5", "2.25", "12 Stk", "1e-15"};
  for (int i = 0; i < 300; ++i) {
    text += std::to_string(i) + (i % 3 == 0 ? ";lost;01/02/2026;" : ";won;01/02/2026;") + days[i % 5] + ';' +
            amounts[i % 7] + (i % 2 == 0 ? ";Ada\n" : ";Bo\n");
  }
  const auto numbers_of = [](const std::string& csv) {
    Report report = test::run({{"deals.csv", csv}});
    for (Issue& issue : report.issues) issue.places.clear();
    return test::json_of(report);
  };
  const std::string expected = numbers_of(text);
  test::Random random(11);
  for (int round = 0; round < 5; ++round) EXPECT_EQ(numbers_of(shuffled(text, random)), expected);
}

TEST(Reading, FewProofsInALongFileAreFoundInAnyOrder) {
  std::string text(kHeader);
  for (int id = 0; text.size() < kWholeBytes * 2; ++id) {
    text += std::to_string(id) + (id > 150'000 && id % 9 == 0 ? ";won;13/04/2026" : ";won;03/04/2026");
    text += ";05/06/2026;1234;Ada\n";
  }
  test::Random random(3);
  for (const std::string& csv : {text, shuffled(text, random)}) {
    const Profile profile = seen({"deals.csv", csv});
    EXPECT_EQ(profile.columns[2].date.order, DateOrder::dmy);
    EXPECT_EQ(query_of(profile, "date.order"), nullptr);
  }
}

TEST(Reading, ASecondTableIsReadWhereTheRowsAboveItAreSkipped) {
  const test::File file{"two.csv", "Deal;Amount\nA;5\nB;6\nC;7\n\nRegion;Quota;Head\nNorth;12;Ann\nSouth;15;Ben\n"};
  const Profile first = seen(file);
  EXPECT_EQ(first.columns.size(), 2u);
  EXPECT_EQ(first.dialect.last_line, 4);
  const Issue* second = issue_of(first.issues, "csv.second_table");
  ASSERT_NE(second, nullptr);
  EXPECT_EQ(second->places[0].line, 6);
  EXPECT_EQ(second->places[0].excerpt, "Region, Quota, Head");
  SourceChoice choice;
  choice.dialect = first.dialect;
  choice.dialect->skip_rows = std::stoi(second->values.at("skip"));
  const Profile chosen = seen(file, choice);
  EXPECT_EQ(chosen.columns[1].name, "Quota");
  EXPECT_EQ(chosen.sampled_rows, 2);
  EXPECT_EQ(chosen.dialect.last_line, 0);
}

TEST(Reading, AChosenLastLineHolds) {
  const test::File file{"two.csv", "Deal;Amount\nA;5\nB;6\nC;7\nD;8\nRegion;Quota;Head\nNorth;12;Ann\nSouth;15;Ben\n"};
  SourceChoice choice;
  choice.dialect = seen(file).dialect;
  EXPECT_EQ(choice.dialect->last_line, 5);
  choice.dialect->last_line = 0;
  EXPECT_EQ(seen(file, choice).dialect.last_line, 0);
  EXPECT_EQ(issue_of(seen(file, choice).issues, "csv.second_table"), nullptr);
  choice.dialect->last_line = -1;
  EXPECT_EQ(seen(file, choice).dialect.last_line, 5);
  EXPECT_EQ(seen({"one.csv", "Deal;Amount\n"}, choice).dialect.last_line, 0);
}

TEST(Reading, SamplesLieBehindTheHeadAndReachTheEnd) {
  constexpr auto kHead = static_cast<int64_t>(kHeadBytes);
  constexpr auto kSample = static_cast<int64_t>(kSampleBytes);
  constexpr auto kWhole = static_cast<int64_t>(kWholeBytes);
  EXPECT_TRUE(sample_offsets(kWhole).empty());
  EXPECT_EQ(head_bytes(kWhole), kWholeBytes);
  EXPECT_EQ(head_bytes(kWhole + 1), kHeadBytes);
  EXPECT_EQ(sample_offsets(kWhole + 1).size(), 16u);
  const int64_t size = 1'000'000'007;
  const auto offsets = sample_offsets(size);
  ASSERT_EQ(offsets.size(), 16u);
  EXPECT_EQ(offsets.front(), kHead);
  EXPECT_NEAR(static_cast<double>(offsets.back() + kSample), static_cast<double>(size), 64);
  for (std::size_t i = 1; i < offsets.size(); ++i) EXPECT_GE(offsets[i] - offsets[i - 1], kSample);
}

TEST(Reading, ValuesThatContradictThePlanAreAnIssueOfTheirOwn) {
  const test::File first{"deals.csv", std::string(kHeader) + "1;won;13/04/2026;14/04/2026;1,5;Ada\n"};
  const Plan plan = test::plan_for({first});
  const test::File later{"deals.csv", std::string(kHeader) +
                                          "1;won;13/04/2026;04/14/2026;1,5;Ada\n"
                                          "2;won;04/15/2026;14/04/2026;1.234.567,5;Ada\n"
                                          "3;won;13/04/2026;14/04/2026;1,234.5;Ada\n"};
  const Report report = make_report(plan, aggregate(plan, test::load(plan, {later})));
  const Issue* number = issue_of(report.issues, "num.style_contradicted");
  ASSERT_NE(number, nullptr);
  EXPECT_EQ(number->subject, "Amount");
  EXPECT_EQ(number->places.front().line, 4);
  EXPECT_EQ(number->places.front().excerpt, "1,234.5");
  const Issue* date = issue_of(report.issues, "date.order_contradicted");
  ASSERT_NE(date, nullptr);
  EXPECT_EQ(date->subject, "Closed");
  EXPECT_EQ(date->places.front().line, 2);
}

TEST(Reading, ColumnsOfBothOrdersStayDatesAndAreAskedAbout) {
  const test::File file{"deals.csv", std::string(kHeader) +
                                         "1;won;13/04/2026;14/05/2026;5;Ada\n"
                                         "2;won;14/04/2026;05/15/2026;6;Bo\n"
                                         "3;won;15/04/2026;16/05/2026;7;Cy\n"};
  const Profile profile = seen(file);
  EXPECT_EQ(profile.columns[3].type, ColumnType::date);
  EXPECT_EQ(profile.columns[3].role, Role::closed);
  ASSERT_NE(query_of(profile, "date.mixed"), nullptr);
  EXPECT_NE(issue_of(test::run({file}).issues, "date.order_contradicted"), nullptr);

  SourceChoice choice;
  choice.date["Closed"] = "mdy";
  const Profile chosen = seen(file, choice);
  EXPECT_EQ(query_of(chosen, "date.mixed"), nullptr);
  EXPECT_EQ(chosen.columns[3].date.order, DateOrder::mdy);
}

TEST(Reading, TheUsersWordThatAColumnIsNoDateHolds) {
  const test::File file{"notes.csv", "a;b\n14.03.2026;x\n15.03.2026;y\nsoon;z\n16.03.2026;x\nmaybe;y\n"};
  ASSERT_NE(query_of(seen(file), "date.unsure"), nullptr);
  SourceChoice choice;
  choice.date["a"] = "text";
  const Profile chosen = seen(file, choice);
  EXPECT_EQ(chosen.columns[0].type, ColumnType::text);
  EXPECT_EQ(query_of(chosen, "date.unsure"), nullptr);
}

// ---- currencies in the cells

std::string signed_deals(const std::vector<std::string>& amounts) {
  std::string text(kHeader);
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    text += std::to_string(i) + ";won;01.03.2026;1" + std::to_string(i % 9) + ".03.2026;" + amounts[i] + ";Ada\n";
  }
  return text;
}

Choices by_currency() {
  Choices choices = test::choices_today();
  choices.dimensions = {{"currency"}};
  return choices;
}

TEST(Reading, AmountsOfSeveralSignsAreNeverAdded) {
  const std::vector<test::File> files = {{"deals.csv", signed_deals({"€ 5", "$ 7", "11 EUR", "USD 13", "17 eur"})}};
  const Report report = test::run(files, by_currency());
  EXPECT_EQ(test::kpi(report, "revenue").total.undefined, "mixed_currency");
  ASSERT_NE(test::cell(test::kpi(report, "revenue"), "currency", "EUR"), nullptr);
  EXPECT_EQ(test::cell(test::kpi(report, "revenue"), "currency", "EUR")->value, 33.0);
  EXPECT_EQ(test::cell(test::kpi(report, "revenue"), "currency", "USD")->value, 20.0);
}

TEST(Reading, SignsOfOneCurrencyNameThatOfBareAmounts) {
  const Report report = test::run({{"deals.csv", signed_deals({"€ 5", "7", "11 EUR"})}});
  EXPECT_EQ(test::kpi(report, "revenue").total.value, 23.0);
  EXPECT_EQ(test::kpi(report, "revenue").total.currency, "EUR");
  EXPECT_EQ(issue_of(report.issues, "num.no_currency"), nullptr);
}

TEST(Reading, BareAmountsAmongSeveralSignsAreCountedApart) {
  const Report report = test::run({{"deals.csv", signed_deals({"€ 5", "7", "$ 11"})}}, by_currency());
  EXPECT_EQ(test::cell(test::kpi(report, "revenue"), "currency", "")->value, 7.0);
  ASSERT_NE(issue_of(report.issues, "num.no_currency"), nullptr);

  Choices choices = by_currency();
  choices.sources["deals.csv"].currency = "EUR";
  const Report named = test::run({{"deals.csv", signed_deals({"€ 5", "7", "$ 11"})}}, choices);
  EXPECT_EQ(test::cell(test::kpi(named, "revenue"), "currency", "EUR")->value, 12.0);
  EXPECT_EQ(issue_of(named.issues, "num.no_currency"), nullptr);
}

TEST(Reading, ACurrencyIsOneHoweverItIsWritten) {
  const std::string text =
      "Deal ID;Status;Closed;Amount;Currency\n1;won;13.03.2026;5;EUR\n2;won;14.03.2026;7;eur\n3;won;15.03.2026;11;€\n";
  const Report report = test::run({{"deals.csv", text}}, by_currency());
  EXPECT_EQ(test::kpi(report, "revenue").total.value, 23.0);
  const auto& breakdowns = test::kpi(report, "revenue").breakdown;
  ASSERT_EQ(breakdowns.size(), 1u);
  ASSERT_EQ(breakdowns[0].values.size(), 1u);
  EXPECT_EQ(breakdowns[0].values[0].key, "EUR");
}

std::string deals_in(const std::vector<std::pair<std::string, std::string>>& amounts) {
  std::string text = "Deal ID;Status;Created;Closed;Amount;Currency\n";
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    text += std::to_string(i) + ";won;01.03.2026;1" + std::to_string(i % 9) + ".03.2026;" + amounts[i].first + ";" +
            amounts[i].second + "\n";
  }
  return text;
}

TEST(Reading, ACurrencyThatIsNotKnownAddsOnlyToItsLikeAndIsSaid) {
  const std::string text = deals_in({{"5", "EUR"}, {"7", "Bitcoin"}, {"11", "bitcoin"}, {"13", ""}, {"17", "n/a"}});
  Choices choices = by_currency();
  choices.sources["deals.csv"].currency = "EUR";
  const Report report = test::run({{"deals.csv", text}}, choices);
  const KpiReport& revenue = test::kpi(report, "revenue");
  EXPECT_EQ(revenue.total.undefined, "mixed_currency");
  ASSERT_NE(test::cell(revenue, "currency", "EUR"), nullptr);
  EXPECT_EQ(test::cell(revenue, "currency", "EUR")->value, 35.0);
  EXPECT_EQ(test::cell(revenue, "currency", "Bitcoin")->value, 7.0);
  const Issue* issue = issue_of(report.issues, "currency.unknown");
  ASSERT_NE(issue, nullptr);
  EXPECT_EQ(issue->count, 2);
  EXPECT_EQ(issue->places[0].line, 3);
  EXPECT_EQ(issue->places[0].column, 6);
  EXPECT_EQ(issue->places[0].excerpt, "Bitcoin");
}

TEST(Reading, TheCurrencyColumnIsBelievedWhereASignContradictsIt) {
  for (const char* other : {"€ 11", "11"}) {
    const std::string text = deals_in({{"€ 5", "EUR"}, {"€ 7", "USD"}, {other, "EUR"}});
    const Report report = test::run({{"deals.csv", text}}, by_currency());
    EXPECT_EQ(test::cell(test::kpi(report, "revenue"), "currency", "EUR")->value, 16.0);
    EXPECT_EQ(test::cell(test::kpi(report, "revenue"), "currency", "USD")->value, 7.0);
    const Issue* issue = issue_of(report.issues, "currency.contradicted");
    ASSERT_NE(issue, nullptr);
    EXPECT_EQ(issue->count, 1);
    EXPECT_EQ(issue->places[0].line, 3);
    EXPECT_EQ(issue->values.at("sign"), "EUR");
  }
}

// ---- headers

TEST(Reading, AHeaderWithoutRowsIsSaid) {
  const test::File file{"deals.csv", std::string(kHeader)};
  EXPECT_NE(issue_of(seen(file).issues, "csv.header_only"), nullptr);
  const Report report = test::run({file});
  const Issue* issue = issue_of(report.issues, "csv.header_only");
  ASSERT_NE(issue, nullptr);
  EXPECT_EQ(issue->places.front().line, 1);
}

TEST(Reading, FootersPaddedByASpreadsheetAreNoRows) {
  std::string text(kHeader);
  for (int id = 0; id < 12; ++id) text += std::to_string(id) + ";won;2026-02-01;2026-03-01;5;Ada\n";
  const Report report = test::run({{"deals.csv", text + ";;;;;\nSource: CRM;;;;;\nPage 1 of 3;;;;;\n"}});
  EXPECT_EQ(report.sources[0].used, 12);
  const Issue* note = issue_of(report.issues, "csv.note");
  ASSERT_NE(note, nullptr);
  EXPECT_EQ(note->rows_left_out, 2);
}

TEST(Reading, WhatIsLikeARowAboveTheHeaderIsTold) {
  const Report report = test::run({{"deals.csv", "Export;of;;;;\nby;Ada;;;;\n\n" + std::string(kHeader) +
                                                     "1;won;2026-02-01;2026-03-01;5;Ada\n"
                                                     "2;won;2026-02-01;2026-03-01;6;Bo\n"}});
  const Issue* above = issue_of(report.issues, "csv.above");
  ASSERT_NE(above, nullptr);
  EXPECT_EQ(above->count, 2);
  EXPECT_EQ(above->places.front().line, 1);
}

TEST(Reading, LettersThatFitTwoEncodingsAreAskedAbout) {
  const Profile profile = seen({"deals.csv", std::string(kHeader) + "1;won;2026-02-01;2026-03-01;5;M\x81ller\n"});
  const Query* query = query_of(profile, "enc.unsure");
  ASSERT_NE(query, nullptr);
  EXPECT_EQ(query->values, std::vector<std::string>{"M\u00FCller"});
  EXPECT_EQ(query->options[0].choice, "ibm850");
  EXPECT_EQ(query->options[1].choice, "macintosh");
  EXPECT_EQ(query->options[1].readings, std::vector<std::string>{"M\u00C5ller"});
  SourceChoice choice;
  choice.dialect = profile.dialect;
  EXPECT_EQ(query_of(seen({"deals.csv", std::string(kHeader) + "1;won;2026-02-01;2026-03-01;5;M\x81ller\n"}, choice),
                     "enc.unsure"),
            nullptr);
}

TEST(Reading, AFirstRowLikeTheOthersIsAskedAbout) {
  const test::File file{"list.csv", "one thing;here\nanother thing;there\na third thing;where\n"};
  const Profile profile = seen(file);
  const Query* query = query_of(profile, "csv.header");
  ASSERT_NE(query, nullptr);
  EXPECT_EQ(query->options[0].choice, "1");
  EXPECT_EQ(query->options[1].readings.front(), "column 1");

  SourceChoice choice;
  choice.dialect = profile.dialect;
  choice.dialect->header_rows = 0;
  const Profile chosen = seen(file, choice);
  EXPECT_EQ(chosen.columns[0].name, "column 1");
  EXPECT_EQ(chosen.sampled_rows, 3);
  EXPECT_TRUE(chosen.queries.empty());
}

TEST(Reading, AFileWithoutHeaderIsSaid) {
  const test::File file{"deals.csv", "1;won;13.03.2026;5.5\n2;lost;14.03.2026;7.5\n3;won;15.03.2026;9.5\n"};
  const Profile profile = seen(file);
  EXPECT_EQ(profile.columns[1].name, "column 2");
  EXPECT_EQ(profile.sampled_rows, 3);
  EXPECT_NE(issue_of(profile.issues, "csv.no_header"), nullptr);
  EXPECT_NE(issue_of(test::run({file}).issues, "csv.no_header"), nullptr);
  EXPECT_EQ(issue_of(seen({"deals.csv", std::string(kHeader) + "1;won;;;5;x\n"}).issues, "csv.no_header"), nullptr);
}

TEST(Reading, TakesThousandsAndMillionsAtTheHeadersWord) {
  const std::pair<const char*, double> cases[] = {
      {"Betrag (T€)", 7500}, {"Betrag in Mio.", 7'500'000}, {"Betrag", 7.5}};
  for (const auto& [header, revenue] : cases) {
    const std::string head = "Deal-ID;Status;Abgeschlossen am;" + std::string(header) + "\n";
    const Report report = test::run({{"deals.csv", head + "1;gewonnen;13.04.2026;5,0\n2;gewonnen;14.04.2026;2,5\n"}});
    EXPECT_EQ(test::kpi(report, "revenue").total.value, revenue) << header;
    const char* code = revenue > 1e6 ? "num.millions" : "num.thousands";
    const Issue* scaled = issue_of(report.issues, code);
    ASSERT_EQ(scaled != nullptr, revenue > 100) << header;
    if (scaled != nullptr) {
      EXPECT_EQ(scaled->count, 2);
    }
  }
}

TEST(Reading, ANumberThatNamesItsOwnScaleIsNotScaledTwice) {
  const std::string head = "Deal-ID;Status;Abgeschlossen am;Betrag (T€)\n";
  const Report report = test::run({{"deals.csv", head + "1;gewonnen;13.04.2026;5,0\n2;gewonnen;14.04.2026;2 Mio.\n"}});
  EXPECT_EQ(test::kpi(report, "revenue").total.value, 2'005'000.0);
}

TEST(Reading, AStrayQuoteThatSwallowsRowsIsNotedWhereItOpens) {
  std::string text = "Deal ID,Status,Amount,Close Date,Owner\n";
  for (int i = 0; i < 40; ++i) {
    const char* owner = i == 10 ? "\"Ann" : i == 30 ? "Ann\"" : "Ann";
    text += std::to_string(i) + ",won,10,2026-01-01," + owner + "\n";
  }
  const Report report = test::run({{"deals.csv", text}});
  const Issue* odd = issue_of(report.issues, "csv.quoted_rows");
  ASSERT_NE(odd, nullptr);
  EXPECT_EQ(odd->count, 1);
  EXPECT_EQ(odd->places[0].line, 12);
  EXPECT_EQ(odd->places[0].column, 5);
}

TEST(Reading, ALongCommentWithLinesAndCommasIsNoSwallowedRow) {
  const std::string comment = "\"Dear all,\nthe customer wants it, soon\nand cheap, as ever, of course\nBye\"";
  const Report report = test::run({{"deals.csv", "Deal ID,Status,Amount,Close Date,Comment\n1,won,10,2026-01-01," +
                                                     comment + "\n2,won,10,2026-01-01,x\n"}});
  EXPECT_EQ(issue_of(report.issues, "csv.quoted_rows"), nullptr);
}

TEST(Reading, OfTwoColumnsWithOneHeaderTheUserIsAskedWhichItIs) {
  const std::string head = "deal id,status,amount,amount,closed date\n";
  const Profile profile = seen({"deals.csv", head + "1,won,10,99,2026-01-01\n2,won,20,198,2026-01-02\n"});
  const Query* asked = query_of(profile, "map.missing");
  ASSERT_NE(asked, nullptr);
  EXPECT_EQ(asked->values, std::vector<std::string>{"amount"});
  ASSERT_EQ(asked->options.size(), 2u);
  EXPECT_EQ(asked->options[0].choice, "amount");
  EXPECT_EQ(asked->options[1].choice, "amount (2)");
  EXPECT_EQ(query_of(seen({"deals.csv", head + "1,won,10,10,2026-01-01\n2,won,20,20,2026-01-02\n"}), "map.missing"),
            nullptr);
}

}  // namespace
}  // namespace pegel
