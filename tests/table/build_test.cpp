#include "table/build.h"

#include <gtest/gtest.h>

#include <string>

#include "base/civil_date.h"
#include "table/date_format.h"
#include "tokenized.h"

namespace pegel::table {
namespace {

SourceColumn column_of(int index, const char* name, ColumnType type) {
  SourceColumn column;
  column.index = index;
  column.name = name;
  column.type = type;
  return column;
}

/// id;stage;amount;closed;won;seen with decimal commas and days first.
Source deals() {
  Source source;
  source.file = "deals.csv";
  source.dialect = semicolons();
  source.width = 6;
  source.columns = {column_of(0, "Id", ColumnType::id),         column_of(1, "Stage", ColumnType::category),
                    column_of(2, "Amount", ColumnType::number), column_of(3, "Closed", ColumnType::date),
                    column_of(4, "Won", ColumnType::boolean),   column_of(5, "Seen", ColumnType::instant)};
  source.columns[2].number.decimal = ',';
  source.columns[3].date.order = DateOrder::dmy;
  source.columns[5].date.time = true;
  return source;
}

struct CellText {
  std::size_t row;
  template <class T>
  static std::string sentinel(T value) {
    return value == kMissing<T> ? "missing" : "unreadable";
  }
  std::string operator()(const NumberColumn& c) const {
    return known(c.values[row]) ? base::to_text(c.values[row]) : sentinel(c.values[row]);
  }
  std::string operator()(const DateColumn& c) const {
    return known(c.days[row]) ? base::iso_date(c.days[row]) : sentinel(c.days[row]);
  }
  std::string operator()(const InstantColumn& c) const {
    return known(c.millis[row]) ? std::to_string(c.millis[row]) : sentinel(c.millis[row]);
  }
  std::string operator()(const BooleanColumn& c) const {
    return known(c.values[row]) ? std::to_string(c.values[row]) : sentinel(c.values[row]);
  }
  std::string operator()(const CategoryColumn& c) const { return std::string(c.dictionary->value_of(c.codes[row])); }
  std::string operator()(const TextColumn& c) const { return std::string(c.at(row)); }
};

/// One line a row: its line in the file, then its values between bars.
std::vector<std::string> rows_of(const std::vector<Batch>& batches) {
  std::vector<std::string> rows;
  for (const auto& batch : batches) {
    for (std::size_t row = 0; row < batch.rows; ++row) {
      std::string text = std::to_string(batch.line_of(row));
      for (const auto& column : batch.columns) text += '|' + std::visit(CellText{row}, column);
      rows.push_back(text);
    }
  }
  return rows;
}

/// `left_out` and issue counts as "code subject count@line".
std::vector<std::string> issues_of(const Issues& issues) {
  std::vector<std::string> out;
  for (const auto& issue : issues.list()) {
    std::string text = issue.code + ' ' + issue.subject + ' ' + std::to_string(issue.count) + '@';
    for (const auto& place : issue.places) text += std::to_string(place.line) + ',';
    out.push_back(text);
  }
  return out;
}

Builder built(const Source& source, std::string_view csv) {
  const Tokenized tokenized(csv, source.dialect);
  Builder builder(source);
  builder.add(tokenized.records, 1, 1);
  builder.finish();
  return builder;
}

constexpr std::string_view kHeader = "Id;Stage;Amount;Closed;Won;Seen\n";

TEST(Builder, ReadsEachCellAsItsColumnsType) {
  auto builder = built(deals(), std::string(kHeader) +
                                    "007;Won;1.234,56;14.03.2026;ja;2026-03-14 00:00:01\n"
                                    " 8 ; Lost ;-5;1.4.2026;FALSE;\n"
                                    ";;;;;\"1970-01-01T00:00\"\n");
  EXPECT_EQ(rows_of(builder.batches()),
            (std::vector<std::string>{"2|007|Won|1234.56|2026-03-14|1|1773446401000",
                                      "3|8|Lost|-5|2026-04-01|0|missing", "4|||missing|missing|missing|0"}));
  EXPECT_TRUE(builder.issues().empty());
}

TEST(Builder, NullWordsAreMissing) {
  auto builder = built(deals(), std::string(kHeader) + "NULL;N/A;n/a;-;--;#N/A\n1;#N/A;null;NULL;NULL;none\n");
  EXPECT_EQ(rows_of(builder.batches()), (std::vector<std::string>{"2||N/A|missing|missing|missing|missing",
                                                                  "3|1||missing|missing|missing|missing"}));
  EXPECT_TRUE(builder.issues().empty());
}

TEST(Builder, UnreadableCellsAreCountedWithTheirPlaces) {
  auto builder = built(deals(), std::string(kHeader) + "1;a;twelve;31.02.2026;maybe;never\n2;b;\"5 \"\"x\"\"\";;;\n");
  EXPECT_EQ(rows_of(builder.batches()), (std::vector<std::string>{"2|1|a|unreadable|unreadable|unreadable|unreadable",
                                                                  "3|2|b|unreadable|missing|missing|missing"}));
  EXPECT_EQ(issues_of(builder.issues()), (std::vector<std::string>{"bool.text Won 1@2,", "date.text Closed 1@2,",
                                                                   "date.text Seen 1@2,", "num.text Amount 2@2,3,"}));
  const Place& place = builder.issues().list().back().places[1];
  EXPECT_EQ(place.file, "deals.csv");
  EXPECT_EQ(place.column, 3);
  EXPECT_EQ(place.excerpt, "5 \"x\"");
}

TEST(Builder, EachFaultOfACellHasACodeOfItsOwn) {
  struct Case {
    const char* name;
    const char* row;
    const char* issue;
  };
  const Case cases[] = {
      {"month first in a day-first column", "1;a;5;12/25/2026;;\n", "date.order_contradicted Closed 1@2,"},
      {"day first in a year-first column", "1;a;5;;;25.12.2026 10:00\n", "date.order_contradicted Seen 1@2,"},
      {"no day of any order", "1;a;5;0000-00-00;;\n", "date.text Closed 1@2,"},
      {"the point in a column of commas", "1;a;1,234.56;;;\n", "num.style_contradicted Amount 1@2,"},
      {"a number too large", "1;a;99999999999999;;;\n", "num.too_large Amount 1@2,"},
      {"a number too fine", "1;a;1e-15;;;\n", "num.too_fine Amount 1@2,"},
      {"a per cent sign among plain numbers", "1;a;12 %;;;\n", "num.percent Amount 1@2,"},
      {"zeros before a whole number", "1;a;0123;;;\n", "num.zeros Amount 1@2,"},
      {"a zero before the decimal sign", "1;a;0,123;;;\n", ""},
      {"a number with a word", "1;a;12 Stk;;;\n", "num.text Amount 1@2,"},
      {"words for no value", "1;a;n.v.t.;unbekannt;?;\u0579\u056f\u0561\n", ""},
  };
  for (const auto& c : cases) {
    const auto issues = issues_of(built(deals(), std::string(kHeader) + c.row).issues());
    EXPECT_EQ(issues, *c.issue == '\0' ? std::vector<std::string>{} : std::vector<std::string>{c.issue}) << c.name;
  }
}

TEST(Builder, AnUndecidedNumberIsNotGuessed) {
  Source source = deals();
  source.columns[2].number.decimal = '\0';
  auto builder = built(source, std::string(kHeader) + "1;a;1.234;;;\n2;b;5,25;;;\n");
  EXPECT_EQ(issues_of(builder.issues()), (std::vector<std::string>{"num.undecided Amount 1@2,"}));
  EXPECT_EQ(rows_of(builder.batches())[1], "3|2|b|5.25|missing|missing|missing");
}

/// The currency that each amount names, "" where that is the column's.
std::vector<std::string> signs_of(Builder& builder, std::size_t column) {
  std::vector<std::string> signs;
  for (const Batch& batch : builder.batches()) {
    for (const Currency sign : std::get<NumberColumn>(batch.columns[column]).currencies) signs.push_back(name_of(sign));
  }
  return signs;
}

Source amounts(std::string_view currency, bool several) {
  Source source = deals();
  source.columns[2].role = Role::amount;
  source.columns[2].number.currency = currency;
  source.columns[2].number.several_currencies = several;
  return source;
}

constexpr std::string_view kSigned = "1;a;5 \u20ac;;;\n2;b;$ 6;;;\n3;c;7;;;\n4;d;EUR 8;;;\n";

TEST(Builder, AmountsInAnotherCurrencyThanTheColumnsKeepIt) {
  auto builder = built(amounts("EUR", false), std::string(kHeader) + std::string(kSigned));
  EXPECT_EQ(signs_of(builder, 2), (std::vector<std::string>{"", "USD", "", ""}));
  EXPECT_EQ(issues_of(builder.issues()), (std::vector<std::string>{"num.other_currency Amount 1@3,"}));
}

TEST(Builder, BareAmountsAmongSeveralCurrenciesHaveNone) {
  auto builder = built(amounts("", true), std::string(kHeader) + std::string(kSigned));
  EXPECT_EQ(signs_of(builder, 2), (std::vector<std::string>{"EUR", "USD", "", "EUR"}));
  EXPECT_EQ(issues_of(builder.issues()), (std::vector<std::string>{"num.no_currency Amount 1@4,"}));
}

TEST(Builder, AmountsOfOneCurrencyKeepNoCodes) {
  auto builder = built(amounts("EUR", false), std::string(kHeader) + "1;a;5 \u20ac;;;\n2;b;6;;;\n");
  EXPECT_TRUE(signs_of(builder, 2).empty());
}

TEST(Builder, OnlyTheFirstPlacesOfAnIssueAreKept) {
  std::string csv(kHeader);
  for (int i = 0; i < 40; ++i) csv += "1;a;x;;;\n";
  auto builder = built(deals(), csv);
  EXPECT_EQ(issues_of(builder.issues()), (std::vector<std::string>{"num.text Amount 40@2,3,4,5,6,"}));
}

TEST(Builder, ExcerptsEndBetweenLetters) {
  std::string cell;
  for (int i = 0; i < 60; ++i) cell += "\u00e9";
  auto builder = built(deals(), std::string(kHeader) + "1;a;x" + cell + ";;;\n");
  const std::string& excerpt = builder.issues().list()[0].places[0].excerpt;
  EXPECT_EQ(excerpt, "x" + cell.substr(0, 78));
}

TEST(Builder, RowsAreLeftOutUnderAReason) {
  struct Case {
    const char* name;
    const char* row;
    const char* issue;
  };
  const Case cases[] = {
      {"blank line", "\n", "csv.blank"},
      {"empty cells", ";;;;;\n", "csv.blank"},
      {"blank cells", " ; ;;;;\n", "csv.blank"},
      {"quoted empty cells", "\"\";\"\";;;;\n", "csv.blank"},
      {"too many fields", "1;a;5;;;;x\n", "csv.ragged"},
      {"too few fields, none of them typed", "1;a\n", "csv.ragged"},
      {"too few fields, all that are there readable", "1;a;5\n", "csv.ragged"},
      {"too few fields, one in a wrong place", "1;a;b;5\n", "csv.ragged"},
      {"a lone cell", "Source: the CRM\n", "csv.note"},
      {"a row by another delimiter", "1,a,5,14.03.2026,yes,\n", "csv.unsplit_row"},
      {"a row within quotes", "\"1;a;5;14.03.2026;yes;\"\n", "csv.unsplit_row"},
      {"a sentence with as many commas as columns", "One, two, three, four, five, six\n", "csv.note"},
      {"a comment", "# 1;a;5\n", "csv.comment"},
      {"header again", "Id;Stage;Amount;Closed;Won;Seen\n", "csv.repeated_header"},
      {"total", "Total;;1.234,00;;;\n", "csv.total_row"},
      {"total with text behind a colon", "Gesamt: Konto;--;99;;;\n", "csv.total_row"},
      {"total in the second cell", ";Summe;99;;;\n", "csv.total_row"},
      {"total in Armenian", "\u0538\u0576\u0564\u0561\u0574\u0565\u0576\u0568;;99;;;\n", "csv.total_row"},
      {"empty fields too many", "1;a;5;;;;;\n", "csv.ragged"},
      {"end missing", "1;a;5;14.03.2026\n", "csv.ragged"},
      {"a deal called Total", "Total;won;99;14.03.2026;;\n", ""},
      {"a deal called Total with a stage", "Total;won;99;;;\n", ""},
      {"total without a number", "Total;;;;;\n", ""},
      {"total behind an id", "1;Total;99;;;\n", ""},
      {"a name that starts alike", "Totally;;99;;;\n", ""},
      {"one header word", "Id;won;;;;\n", ""},
  };
  for (const auto& c : cases) {
    auto builder = built(deals(), std::string(kHeader) + c.row);
    ASSERT_EQ(builder.rows_read(), 1) << c.name;
    const bool left_out = *c.issue != '\0';
    EXPECT_EQ(builder.rows_left_out(), left_out ? 1 : 0) << c.name;
    EXPECT_EQ(rows_of(builder.batches()).size(), left_out ? 0u : 1u) << c.name;
    if (!left_out) continue;
    ASSERT_EQ(builder.issues().list().size(), 1u) << c.name;
    EXPECT_EQ(builder.issues().list()[0].code, c.issue) << c.name;
    EXPECT_EQ(builder.issues().list()[0].rows_left_out, 1) << c.name;
  }
}

TEST(Builder, RowsBelowTheLastLineAreOfASecondTable) {
  Source source = deals();
  source.dialect.last_line = 3;
  auto builder = built(source, std::string(kHeader) + "1;a;5;;;\n2;b;7;;;\n\nRegion;Quota\nNorth;12\n");
  EXPECT_EQ(rows_of(builder.batches()).size(), 2u);
  EXPECT_EQ(builder.rows_left_out(), 3);
  EXPECT_EQ(issues_of(builder.issues()), (std::vector<std::string>{"csv.second_table  3@4,5,6,"}));
}

TEST(Builder, ARowWithAQuoteOutOfPlaceIsKeptAndNamed) {
  auto builder = built(deals(), std::string(kHeader) + "1;\"a;5;;;\n2;\"b\";7;;;\n");
  EXPECT_EQ(rows_of(builder.batches()).size(), 2u);
  EXPECT_EQ(issues_of(builder.issues()), (std::vector<std::string>{"csv.quote  1@2,"}));
}

TEST(Builder, BuildsOnlyTheColumnsOfTheSource) {
  Source source = deals();
  source.columns = {source.columns[2]};
  auto builder = built(source, std::string(kHeader) + "1;a;5;;;\n2;b;7;;;\n");
  ASSERT_EQ(builder.batches().size(), 1u);
  EXPECT_EQ(builder.batches()[0].columns.size(), 1u);
  EXPECT_EQ(rows_of(builder.batches()), (std::vector<std::string>{"2|5", "3|7"}));
}

std::string many_rows(int rows) {
  std::string csv(kHeader);
  const char* stages[] = {"won", "lost", "a stage with a long name", "\u0562\u0561\u0581"};
  for (int i = 0; i < rows; ++i) {
    csv += i % 11 == 3 ? "\n" : "";
    csv += "id" + std::to_string(i) + ';' + stages[i % 4] + ';' + std::to_string(i) + (i % 5 == 2 ? ",5 $;" : ",5;") +
           (i % 7 == 0   ? "some day"
            : i % 7 == 1 ? "03/14/2026"
                         : "14.03.2026") +
           ";x;\"2026-03-14 \n10:15\"\n";
    csv += i % 13 == 5 ? "ragged\n" : "";
  }
  return csv;
}

TEST(Builder, RowsReadAreRowsInBatchesAndRowsLeftOut) {
  auto builder = built(deals(), many_rows(100));
  EXPECT_EQ(rows_of(builder.batches()).size(), 100u);
  EXPECT_EQ(builder.rows_read(), 100 + builder.rows_left_out());
  int64_t left_out = 0;
  for (const auto& issue : builder.issues().list()) left_out += issue.rows_left_out;
  EXPECT_EQ(left_out, builder.rows_left_out());
  EXPECT_GT(left_out, 0);
}

TEST(Builder, AnyCutOfTheFileGivesTheSameRowsAndIssues) {
  const std::string csv = many_rows(40);
  const Source source = deals();
  auto whole = built(source, csv);
  const Tokenized records(csv, source.dialect);
  for (std::size_t cut = 1; cut < records.records.size(); ++cut) {
    const std::size_t at = records.records.at(cut, 0).begin;
    const int64_t second_line = 1 + records.records.lines[cut];
    const Tokenized head(csv.substr(0, at), source.dialect);
    const Tokenized tail(csv.substr(at), source.dialect);

    Builder blocks(source);
    blocks.add(head.records, 1, 1);
    blocks.add(tail.records, second_line);
    blocks.finish();
    ASSERT_EQ(rows_of(blocks.batches()), rows_of(whole.batches()));
    ASSERT_EQ(issues_of(blocks.issues()), issues_of(whole.issues()));

    Builder first(source);
    Builder second(source);
    first.add(head.records, 1, 1);
    second.add(tail.records, second_line);
    auto rows = rows_of(first.batches());
    for (const auto& row : rows_of(second.batches())) rows.push_back(row);
    ASSERT_EQ(rows, rows_of(whole.batches()));
    second.issues().merge(first.issues());
    ASSERT_EQ(issues_of(second.issues()), issues_of(whole.issues()));
    ASSERT_EQ(first.rows_read() + second.rows_read(), whole.rows_read());
  }
}

TEST(Builder, BatchesHoldAtMostBatchRows) {
  Source source;
  source.width = 1;
  source.columns = {column_of(0, "n", ColumnType::number)};
  std::string csv = "n\n";
  const int rows = static_cast<int>(kBatchRows) * 2 + 10;
  for (int i = 0; i < rows; ++i) csv += std::to_string(i % 10) + "\n";
  auto builder = built(source, csv);
  ASSERT_EQ(builder.batches().size(), 3u);
  EXPECT_EQ(builder.batches()[1].rows, kBatchRows);
  EXPECT_EQ(builder.batches()[2].rows, 10u);
  EXPECT_EQ(builder.batches()[2].line_of(9), rows + 1);
  EXPECT_GE(builder.batches()[0].bytes(), kBatchRows * (sizeof(int64_t) + sizeof(uint32_t)));
  EXPECT_LT(builder.batches()[2].bytes(), 4096u);
}

TEST(Builder, InstantsOfThePlainShapeAreReadAsTheirSlowTwinReadsThem) {
  Source source;
  source.width = 1;
  source.columns = {column_of(0, "t", ColumnType::instant)};
  const std::vector<std::string> cells = {
      "2026-03-14 13:45:59", "2026-03-14T13:45:59", "2026-03-14 13:45",     "2026-03-14 24:00:00", "2026-03-14 1:45:59",
      "2026-02-30 10:00:00", "2026-03-14 13:45:5x", "2026-03-14 13:45:59Z", "14.03.2026 13:45:59", "2026-03-14",
      "2026-03-14 13-45-59", "2026-03-14  3:45:59", "2026-03-14 13:60:00",  "1800-01-01 00:00:00", "03/14/2026 01:02"};
  for (const DateOrder order : {DateOrder::ymd, DateOrder::dmy, DateOrder::mdy}) {
    for (const bool time : {true, false}) {
      source.columns[0].date.order = order;
      source.columns[0].date.time = time;
      std::string csv = "t\n";
      for (const std::string& cell : cells) csv += cell + "\n";
      auto builder = built(source, csv);
      const auto& millis = std::get<InstantColumn>(builder.batches().at(0).columns[0]).millis;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        EXPECT_EQ(millis[i], parse_instant(cells[i], source.columns[0].date).value_or(kUnreadable<int64_t>))
            << cells[i];
      }
    }
  }
}

TEST(Builder, CategoriesOfAllBatchesShareOneDictionary) {
  Source source;
  source.width = 1;
  source.columns = {column_of(0, "c", ColumnType::category)};
  std::string csv = "c\n";
  for (int i = 0; i < 100'000; ++i)
    csv += "value " + std::to_string(i * 7919 % 1500) + (i % 2 ? " of many letters\n" : "\n");
  auto builder = built(source, csv);
  const auto& first = std::get<CategoryColumn>(builder.batches()[0].columns[0]);
  const auto& second = std::get<CategoryColumn>(builder.batches()[1].columns[0]);
  EXPECT_EQ(first.dictionary, second.dictionary);
  int i = 0;
  for (const auto& row : rows_of(builder.batches())) {
    const std::string value = "value " + std::to_string(i * 7919 % 1500) + (i % 2 ? " of many letters" : "");
    ASSERT_EQ(row, std::to_string(i + 2) + '|' + value);
    ++i;
  }
}

}  // namespace
}  // namespace pegel::table
