#include "table/infer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>

#include "tokenized.h"

namespace pegel::table {
namespace {

Inferred infer_text(std::string_view csv, const Dialect& dialect = {}) {
  return infer(dialect, Tokenized(csv, dialect).records);
}

/// One column between semicolons, with its header; a second column keeps empty cells from being blank rows.
ColumnProfile infer_column(const std::string& header, const std::vector<std::string>& values) {
  std::string csv = header + ";x\n";
  for (const auto& value : values) csv += value + ";.\n";
  return infer_text(csv, semicolons()).columns.at(0);
}

std::vector<std::string> numbered(int n, std::string (*value)(int)) {
  std::vector<std::string> values;
  for (int i = 0; i < n; ++i) values.push_back(value(i));
  return values;
}

TEST(Infer, GivesEachColumnItsType) {
  using enum ColumnType;
  struct Case {
    const char* name;
    const char* header;
    std::vector<std::string> values;
    ColumnType type;
  };
  const Case cases[] = {
      {"no values", "a", {"", ""}, empty},
      {"null words only", "a", {"NULL", "-", "n/a"}, empty},
      {"numbers", "Amount", {"1", "2,50", "-3"}, number},
      {"numbers among null words", "Amount", {"1", "-", "NULL", "n/a", "k.A."}, number},
      {"Indian groups", "a", {"1,23,456.00", "12,34,567.50", "5,00,000.00"}, number},
      {"whole Indian groups", "a", {"\u20b91,23,456", "\u20b912,34,567", "\u20b97,500"}, number},
      {"percent", "Rate", {"1 %", "2 %"}, number},
      {"one word among ten numbers", "Amount", {"1", "2", "3", "4", "5", "6", "7", "8", "9", "x"}, number},
      {"one word among three numbers", "Grade", {"1", "2", "x"}, text},
      {"one word among three amounts", "Amount", {"1", "2", "x"}, number},
      {"amounts with units", "Menge", {"12 Stk", "ca. 500", "7", "9", "8"}, number},
      {"numbers with units", "a", {"12 Stk", "ca. 500", "7", "9", "8"}, number},
      {"numbers of both signs", "a", {"1,5", "2,5", "3.25"}, number},
      {"words that say no value", "Betrag", {"5", "n.v.t.", "k.A.", "unbekannt", "\u0579\u056f\u0561"}, number},
      {"numbers among street names", "a", {"Ring 5", "Hof 7", "12", "13", "Platz"}, text},
      {"days among words under a date's header", "Datum", {"14.03.2026", "vielleicht", "bald"}, date},
      {"days among words", "a", {"14.03.2026", "vielleicht", "bald"}, text},
      {"days among non-days", "a", {"2026-03-14", "2026-03-15", "0000-00-00", "1900-01-00"}, date},
      {"days of both orders", "a", {"13/04/2026", "14/04/2026", "04/15/2026", "04/16/2026"}, date},
      {"more non-days than days", "a", {"2026-03-14", "0000-00-00", "0000-00-00", "0000-00-00"}, category},
      {"days", "a", {"14.03.2026", "15.03.2026"}, date},
      {"days behind whose year stands a word", "a", {"14.03.2026թ.", "15.03.2026 թ."}, date},
      {"Armenian days with the year's word", "a", {"1 հունվարի 2026 թ.", "14 մարտի 2026 թ."}, date},
      {"Armenian days behind the year's word", "a", {"2026 թ. մարտի 14", "2026թ. մարտի 15"}, date},
      {"years with their word", "a", {"2025թ.", "2026 թ."}, date},
      {"Armenian times with the year's word", "a", {"14.03.2026թ. 10:15", "15.03.2026 թ. 11:20"}, instant},
      {"midnights", "a", {"2026-03-14 00:00:00", "2026-03-15 00:00:00"}, date},
      {"times", "a", {"2026-03-14 10:15", "2026-03-15 00:00"}, instant},
      {"months", "a", {"2026-03", "2026-04"}, date},
      {"seasons", "Saison", {"2009/10", "2010/11", "2011/12"}, text},
      {"business years", "Geschäftsjahr", {"2009/10"}, text},
      {"seasons of which some cannot be months", "a", {"2010/11", "2011/12", "2012/13"}, text},
      {"seasons with a dash", "a", {"2009-10", "2010-11", "2011-12"}, text},
      {"months like a season", "Monat", {"2009/10", "2010/11"}, date},
      {"one month like a season", "a", {"2009-10", "2009-10"}, date},
      {"months of which one is like a season", "Saison", {"2009/10", "2009/11"}, date},
      {"calendar weeks", "KW", {"10/2026", "11/2026", "12/2026"}, text},
      {"calendar weeks, Dutch", "Weeknr", {"2026-10", "2026-11", "2026-12"}, id},
      {"calendar weeks, Armenian", "Շաբաթ", {"10/2026", "11/2026"}, text},
      {"calendar weeks of which some cannot be months", "Kalenderwoche", {"10/2026", "11/2026", "13/2026"}, text},
      {"days that begin weeks", "Week", {"2026-03-02", "2026-03-09"}, date},
      {"invoices numbered by month", "Rechnung", {"2026-01", "2026-02", "2026-03"}, id},
      {"invoices with several lines", "Rechnungsnr", {"2026-01", "2026-01", "2026-02", "2026-02"}, id},
      {"vouchers numbered by year", "Beleg", {"01/2026", "02/2026", "03/2026"}, id},
      {"months of invoices", "Rechnung", {"März 2026", "April 2026"}, date},
      {"days of vouchers", "Beleg", {"14.03.2026", "15.03.2026"}, date},
      {"quarters", "a", {"Q1 2026", "Q2 2026"}, date},
      {"eight digits of the calendar", "a", {"20260314", "20260315", "20260316"}, date},
      {"eight other digits", "a", {"20260314", "20260399", "20260316"}, number},
      {"serials under a date's header", "Closed on", {"46095", "46096"}, date},
      {"five digits under another header", "Revenue", {"46095", "46096"}, number},
      {"Unix seconds under a date's header", "created_at", {"1773483300", "1773483301"}, instant},
      {"Unix seconds under another header", "Points", {"1773483300", "1773483301"}, number},
      {"years", "Fiscal Year", {"2025", "2026"}, date},
      {"four digits", "Units", {"2025", "2026"}, number},
      {"minutes", "Resolution time (minutes)", {"46095", "46096"}, number},
      {"true and false", "a", {"TRUE", "FALSE"}, boolean},
      {"German flags", "a", {"ja", "Nein"}, boolean},
      {"Dutch flags", "a", {"waar", "onwaar"}, boolean},
      {"Armenian flags", "a", {"\u0531\u0575\u0578", "\u0578\u0579"}, boolean},
      {"x or empty", "Newsletter", {"x", "", "x"}, boolean},
      {"1 and 0 under a flag's header", "IsWon", {"1", "0", "1"}, boolean},
      {"1 and empty under a flag's header", "Returned?", {"1", "", "1"}, boolean},
      {"1 and 0", "Count", {"1", "0", "1"}, number},
      {"digits under an id's header", "Customer ID", {"17", "18", "18"}, id},
      {"digits under a German id's header", "Rechnungsnummer", {"17", "18"}, id},
      {"amount whose header has Number", "NumberOfEmployees", {"17", "18"}, number},
      {"leading zeros", "Branch", {"01067", "10115"}, id},
      {"more digits than a number holds", "Account", {"1234567890123456", "1"}, id},
      {"accounts of fifteen digits", "Konto", {"123456789012345", "223456789012345", "323456789012345"}, id},
      {"accounts among a few short ones", "a", {"123456789012345", "223456789012345", "4711"}, id},
      {"a large number among amounts", "a", {"123456789012345", "12", "17"}, number},
      {"amounts beyond the range", "Betrag", {"123.456.789.012.345,00", "223.456.789.012.345,00"}, text},
      {"thirteen digits in the range", "a", {"4006381333931", "4006381333932"}, number},
      {"codes with an E under an id's header", "Code", {"1E5", "2E7", "3E9"}, id},
      {"exponents", "Amount", {"1E5", "2E7", "3E9"}, number},
      {"telephone numbers behind a plus", "Kontakt", {"+491701234567", "+49 301 2345678"}, id},
      {"changes", "Delta", {"+5", "-3", "+12"}, number},
      {"initials", "a", {"J", "N", "T"}, text},
      {"y and n", "a", {"y", "N"}, boolean},
      {"countries that are all Norway", "Land", {"NO", "NO"}, category},
      {"provinces that are all Ontario", "Province", {"ON", "ON", "ON"}, category},
      {"genders that are all female", "Gender", {"f", "f", "f"}, category},
      {"genders of whom one is male", "Gender", {"f", "f", "f", "f", "f", "f", "f", "f", "f", "f", "m"}, category},
      {"Norway once", "Land", {"NO"}, text},
      {"one answer under a flag's header", "IsWon", {"no", "no"}, boolean},
      {"one answer that can be no code", "a", {"TRUE", "", "TRUE"}, boolean},
      {"one answer in two letter cases", "a", {"ja", "Ja", "JA"}, text},
      {"numbers among a spreadsheet's errors", "a", {"1,5", "#REF!", "#DIV/0!", "2,5"}, number},
      {"a spreadsheet's errors", "a", {"#REF!", "#DIV/0!"}, text},
      {"months with a short year", "Monat", {"Okt. 25", "Nov. 25"}, date},
      {"codes", "Key", {"A-17", "B-18", "C-19"}, id},
      {"hexadecimal", "a", {"013d950", "0d25185", "a1b541d", "6b24ea8"}, id},
      {"stages", "Stage", {"won", "lost", "won", "lost", "open", "won"}, category},
      {"notes", "Note", {"one thing", "another thing", "a third thing"}, text},
      {"phones", "Phone", {"(850) 644-4200", "(850) 644-4201"}, text},
      {"mail", "Mail", {"a1@x.de", "b2@x.de", "c3@x.de"}, text},
  };
  for (const auto& c : cases) {
    const auto column = infer_column(c.header, c.values);
    EXPECT_EQ(name_of(column.type), name_of(c.type)) << c.name << ": " << column.type_guess.reason;
  }
}

TEST(Infer, AmountsAreNoDaysWhateverElseTheirHeaderSays) {
  const char* headers[] = {"Stock on hand",
                           "Bestand am 31.12.2025",
                           "Mitglieder am 31.12.2025",
                           "Revenue at close",
                           "Umsatz am POS",
                           "Spend on ads",
                           "Total due",
                           "Revenue closed",
                           "Deals closed",
                           "Omzet op factuur",
                           "Umsatz Tag",
                           "Balance at end",
                           "Bearbeitungszeit",
                           "Talk time",
                           "Time on site",
                           "Revenue to date",
                           "Candidate",
                           "Due",
                           "Am"};
  for (const char* header : headers) {
    EXPECT_EQ(name_of(infer_column(header, {"25000", "31000", "47500"}).type), name_of(ColumnType::number)) << header;
  }
  for (const char* header : {"Umsatz Vorjahr", "Sales this year", "Omzet vorig jaar", "Units FY", "Vorjahr"}) {
    EXPECT_EQ(name_of(infer_column(header, {"1950", "2010", "2050"}).type), name_of(ColumnType::number)) << header;
  }
  for (const char* header : {"Umsatz", "Sales closed"}) {
    const auto column = infer_column(header, {"20260314", "20260315", "20260316"});
    EXPECT_EQ(name_of(column.type), name_of(ColumnType::number)) << header;
  }
}

TEST(Infer, SerialsAreDaysUnderADateOrNearEachOtherUnderAnEvent) {
  for (const char* header : {"Sales date", "Umsatzdatum", "Stock update timestamp", "Geburtstag", "To date"}) {
    EXPECT_EQ(name_of(infer_column(header, {"25000", "47500"}).type), name_of(ColumnType::date)) << header;
  }
  for (const char* header : {"Closed on", "Paid At", "Bestellt am", "Betaald op", "Kunde seit", "Due", "Start"}) {
    EXPECT_EQ(name_of(infer_column(header, {"45095", "46096"}).type), name_of(ColumnType::date)) << header;
  }
  for (const char* header : {"Opened at (UTC)", "Time", "Bestellzeit"}) {
    const auto column = infer_column(header, {"1773483300", "1773483301"});
    EXPECT_EQ(name_of(column.type), name_of(ColumnType::instant)) << header;
  }
}

std::string notes_of(const std::string& header, const std::vector<std::string>& values) {
  std::string csv = header + ";x\n";
  for (const auto& value : values) csv += value + ";.\n";
  const auto inferred = infer_text(csv, semicolons());
  std::string out(name_of(inferred.columns.at(0).type));
  for (const auto& note : inferred.notes) out += " " + std::string(note.code) + " " + std::to_string(note.count);
  return out;
}

TEST(Infer, TellsOfLongNumbersThatASpreadsheetHasCut) {
  struct Case {
    const char* header;
    std::vector<std::string> values;
    const char* expected;
  };
  const Case cases[] = {
      {"Mobil", {"4,91701E+11", "4,91702E+11", "4,91703E+11"}, "id id.exponent 3"},
      {"Handy", {"4,91701E+11", "491701234567"}, "id id.exponent 1"},
      {"Artikel", {"4,00638E+12", "4,00639E+12", "4,01000E+12"}, "id id.exponent 3"},
      {"Material", {"4,00638E+12", "4,00639E+12", "4711"}, "id id.exponent 2"},
      {"Kontakt", {"0170 1234567", "0171/7654321", "4,91701E+11"}, "text id.exponent 1"},
      {"Umsatz", {"1,5E+11", "2,5E+11"}, "number"},
      {"Wert", {"1,5E+3", "2,5E+3"}, "number"},
      {"Messung", {"1,5E+03", "2,5E+04"}, "number"},
  };
  for (const auto& c : cases) EXPECT_EQ(notes_of(c.header, c.values), c.expected) << c.header;
}

TEST(Infer, TellsOfDaysThatAreOverAndReadAsOfThisCentury) {
  struct Case {
    const char* header;
    std::vector<std::string> values;
    const char* expected;
  };
  const Case cases[] = {
      {"Geburtsdatum", {"12.05.65", "13.06.69", "14.07.82"}, "date date.century 2"},
      {"Customer since", {"5/12/65", "6/13/12"}, "date date.century 1"},
      {"Birthdate", {"65-05-12", "65-06-13", "65-07-14", "65-08-15"}, "date date.century 4"},
      {"Geburtsdatum", {"12.05.1965", "13.06.2065"}, "date"},
      {"Geburtsdatum", {"12.05.12", "13.06.72"}, "date"},
      {"Ablauf", {"12.05.45", "13.06.46"}, "date"},
  };
  for (const auto& c : cases) EXPECT_EQ(notes_of(c.header, c.values), c.expected) << c.header << ' ' << c.values[0];
}

TEST(Infer, FewDistinctValuesAreACategoryAndManyAreText) {
  const auto few = numbered(400, [](int i) { return "value no " + std::string(1 + i % 50, 'a'); });
  const auto many = numbered(400, [](int i) { return "value no " + std::string(1 + i % 300, 'a'); });
  EXPECT_EQ(infer_column("a", few).type, ColumnType::category);
  EXPECT_EQ(infer_column("a", many).type, ColumnType::text);
}

TEST(Infer, CountsEmptyDistinctAndUnreadableCells) {
  auto values = numbered(30, [](int i) { return std::to_string(i % 7); });
  for (const char* value : {"", "NULL", "many"}) values.push_back(value);
  const auto column = infer_column("Amount", values);
  EXPECT_EQ(column.type, ColumnType::number);
  EXPECT_EQ(column.empty, 2);
  EXPECT_EQ(column.unreadable, 1);
  EXPECT_EQ(column.distinct, 9);
  EXPECT_EQ(column.samples, (std::vector<std::string>{"0", "1", "2", "3", "4"}));
  EXPECT_LT(column.type_guess.confidence, 1);
}

TEST(Infer, TakesTheCurrencyFromValuesOrHeader) {
  EXPECT_EQ(infer_column("Betrag (EUR)", {"5,50"}).number.currency, "EUR");
  EXPECT_EQ(infer_column("Betrag", {"5,50 \u20ac"}).number.currency, "EUR");
  EXPECT_EQ(infer_column("Betrag (EUR)", {"$5.50"}).number.currency, "USD");
}

std::string text_of(const std::vector<Query>& queries) {
  std::string out;
  for (const auto& query : queries) {
    out += query.code + " " + std::to_string(query.column);
    for (const auto& value : query.values) out += " " + value;
    for (const auto& option : query.options) {
      out += " | " + option.choice;
      for (const auto& reading : option.readings) out += " " + reading;
    }
    out += "\n";
  }
  return out;
}

TEST(Infer, AsksWithBothReadingsWhatTheDataLeavesOpen) {
  const auto inferred = infer_text("Day;Amount\n03.04.2026;1.234\n05.05.2026;7\n06.07.2026;2.500\n", semicolons());
  EXPECT_EQ(text_of(inferred.queries),
            "date.order 0 03.04.2026 06.07.2026 | dmy 2026-04-03 2026-07-06 | mdy 2026-03-04 2026-06-07\n"
            "num.decimal 1 1.234 2.500 | , 1234 2500 | . 1.234 2.5\n");
  for (const auto& column : inferred.columns) EXPECT_LT(column.type_guess.confidence, kSure);
}

TEST(Infer, AsksWhatColumnsOfBothOrdersAreWithBothCounts) {
  const auto inferred =
      infer_text("Day;Amount\n13/04/2026;1,5\n04/05/2026;2,5\n14/04/2026;3.25\n04/15/2026;7\n", semicolons());
  EXPECT_EQ(text_of(inferred.queries),
            "date.mixed 0 13/04/2026 14/04/2026 04/15/2026 | dmy 2026-04-13 2026-04-14  | mdy   2026-04-15\n"
            "num.mixed 1 1,5 2,5 3.25 | , 1.5 2.5  | .   3.25\n");
  EXPECT_EQ(inferred.queries[0].options[0].proofs, 2);
  EXPECT_EQ(inferred.queries[0].options[1].proofs, 1);
  EXPECT_EQ(inferred.columns[0].unreadable, 1);
  EXPECT_EQ(inferred.columns[0].type_guess.reason, "2 values can only be read day first, 1 only month first");
}

TEST(Infer, AsksWhetherAColumnIsOfDates) {
  const auto words = infer_text("a\n14.03.2026\nsoon\n15.03.2026\nmaybe\n");
  EXPECT_EQ(text_of(words.queries),
            "date.unsure 0 14.03.2026 soon 15.03.2026 | text  soon  | dmy 2026-03-14  2026-03-15\n");
  const auto dates = infer_text("a\n14.03.2026\nsoon\n15.03.2026\n16.03.2026\nmaybe\n");
  EXPECT_EQ(text_of(dates.queries),
            "date.unsure 0 14.03.2026 soon 15.03.2026 | dmy 2026-03-14  2026-03-15 | text  soon \n");
  EXPECT_TRUE(infer_text("Datum\n14.03.2026\nsoon\n15.03.2026\nmaybe\n").queries.empty());
  EXPECT_TRUE(infer_text("a\n14.03.2026\nsoon\n15.03.2026\nmaybe\nperhaps\n").queries.empty());
}

TEST(Infer, AsksWhetherAColumnIsOfNumbers) {
  const auto inferred = infer_text("a\n5.5\nmany\n6.5\n7.5\nfew\n");
  EXPECT_EQ(text_of(inferred.queries), "num.unsure 0 5.5 many 6.5 | text  many  | . 5.5  6.5\n");
}

TEST(Infer, SamplesFromFurtherOnDecideToo) {
  const Tokenized head("Day;Amount\n03.04.2026;1.234\n05.06.2026;2.500\n", semicolons());
  std::vector<csv::Records> samples;
  const Tokenized later("25.12.2026;7,5\nragged\n", semicolons());
  samples.push_back(later.records);
  const auto inferred = infer(semicolons(), head.records, samples);
  EXPECT_TRUE(inferred.queries.empty());
  EXPECT_EQ(inferred.rows, 3);
  EXPECT_EQ(inferred.columns[0].date.order, DateOrder::dmy);
  EXPECT_EQ(inferred.columns[1].number.decimal, ',');
}

TEST(Infer, TellsSeveralCurrenciesFromOne) {
  struct Case {
    const char* header;
    std::vector<std::string> values;
    const char* currency;
    bool several;
  };
  const Case cases[] = {
      {"Betrag", {"5 \u20ac", "6 EUR", "7 eur", "8"}, "EUR", false},
      {"Betrag", {"5 \u20ac", "$6", "7"}, "", true},
      {"Betrag (EUR)", {"5 \u20ac", "$6", "7"}, "EUR", true},
      {"Betrag (EUR)", {"$6", "7"}, "EUR", true},
      {"Betrag (EUR)", {"$6", "$7"}, "USD", false},
  };
  for (const auto& c : cases) {
    const auto column = infer_column(c.header, c.values);
    EXPECT_EQ(column.type, ColumnType::number) << c.header;
    EXPECT_EQ(column.number.currency, c.currency) << c.header;
    EXPECT_EQ(column.number.several_currencies, c.several) << c.header;
  }
}

TEST(Infer, DoesNotAskWhatOtherColumnsSettle) {
  const auto inferred = infer_text(
      "Day;Until;Amount;Cost\n03/04/2026;03/14/2026;1.234;5.25\n05/05/2026;05/06/2026;7.000;6.50\n", semicolons());
  EXPECT_TRUE(inferred.queries.empty());
  EXPECT_EQ(inferred.columns[0].date.order, DateOrder::mdy);
  EXPECT_EQ(inferred.columns[2].number.decimal, '.');
}

TEST(Infer, ColumnsWithSomeOddValuesSettleOthersToo) {
  const auto inferred = infer_text(
      "Day;Until;Amount;Cost (EUR)\n03/04/2026;03/14/2026;1.25;1.234\n05/05/2026;0000-00-00;9.5;7.000\n"
      "06/07/2026;12/24/2026;many;8.000\n",
      semicolons());
  EXPECT_TRUE(inferred.queries.empty()) << text_of(inferred.queries);
  EXPECT_EQ(inferred.columns[0].date.order, DateOrder::mdy);
  EXPECT_EQ(inferred.columns[3].number.decimal, '.');
  EXPECT_EQ(inferred.columns[3].number.currency, "EUR");
}

TEST(Infer, ColumnsThatProveDifferentThingsSettleNothing) {
  const auto inferred = infer_text("Open;Day;Month\n03/04/2026;13/04/2026;04/13/2026\n", semicolons());
  EXPECT_EQ(inferred.queries.size(), 1u);
}

TEST(Infer, LeavesARepeatedHeaderOut) {
  const auto inferred = infer_text("a,b\nx,1\ny,2\n\uFEFFa,b\nz,3\n");
  EXPECT_EQ(inferred.rows, 3);
  EXPECT_EQ(inferred.columns[1].type, ColumnType::number);
}

TEST(Infer, LeavesRowsOfAnotherWidthOut) {
  const auto inferred = infer_text("a,b\n1,2\nnote\n\n3,4,x\n5,6,,\n7,8\n");
  EXPECT_EQ(inferred.rows, 2);
  EXPECT_EQ(inferred.columns[0].type, ColumnType::number);
}

TEST(Infer, AnyOrderOfRowsGivesTheSameColumns) {
  std::vector<std::string> rows;
  const char* days[] = {"03/04/2026", "13/04/2026", "12/12/2026", "04/05/2026"};
  const char* amounts[] = {"1.234", "12,5", "x", "7", "1.234,56", "-", "8"};
  const char* mixed[] = {"13/04/2026", "04/13/2026", "0000-00-00", "soon", "unbekannt"};
  const char* prices[] = {"5 \u20ac", "$ 5", "12 Stk", "7"};
  for (int i = 0; i < 200; ++i) {
    rows.push_back(std::string(days[i % 4]) + ';' + amounts[i % 7] + ';' + (i % 3 ? "won" : "lost") + ";A" +
                   std::to_string(i) + ';' + mixed[i % 5] + ';' + prices[i % 4]);
  }
  const auto described = [&] {
    std::string csv = "Day;Amount;Stage;Key;Closed;Price\n";
    for (const auto& row : rows) csv += row + "\n";
    const auto inferred = infer_text(csv, semicolons());
    std::string out;
    for (const auto& query : inferred.queries) {
      out += query.code + std::to_string(query.options[0].proofs) + query.options[0].choice + "\n";
    }
    for (const auto& column : inferred.columns) {
      out += std::to_string(column.number.several_currencies);
      out += std::string(name_of(column.type)) + std::string(name_of(column.date.order)) + column.number.decimal +
             std::to_string(column.type_guess.confidence) + column.type_guess.reason + std::to_string(column.empty) +
             ' ' + std::to_string(column.distinct) + ' ' + std::to_string(column.unreadable) + "\n";
    }
    return out;
  };
  const std::string expected = described();
  std::mt19937 random(2);
  for (int round = 0; round < 5; ++round) {
    std::shuffle(rows.begin(), rows.end(), random);
    ASSERT_EQ(described(), expected);
  }
}

TEST(HeaderNames, AreTrimmedFilledAndMadeUnique) {
  EXPECT_EQ(header_names({}, Tokenized(" a ,,a,a (2),a\n1,2,3,4,5\n").records),
            (std::vector<std::string>{"a", "column 2", "a (2)", "a (2) (2)", "a (3)"}));
}

TEST(HeaderNames, JoinSeveralHeaderRows) {
  Dialect dialect;
  dialect.header_rows = 2;
  EXPECT_EQ(header_names(dialect, Tokenized("2026,,x\nQ1, Q2 ,\n1,2,3\n").records),
            (std::vector<std::string>{"2026 Q1", "Q2", "x"}));
}

TEST(HeaderNames, CountColumnsWithoutAHeader) {
  Dialect dialect;
  dialect.header_rows = 0;
  EXPECT_EQ(header_names(dialect, Tokenized("1,2\n3,4\n5\n").records),
            (std::vector<std::string>{"column 1", "column 2"}));
}

TEST(HeaderNames, CoverTheFieldsThatMostRowsHave) {
  EXPECT_EQ(header_names({}, Tokenized("a,b\n1,2,3\n4,5,6\n").records),
            (std::vector<std::string>{"a", "b", "column 3"}));
  EXPECT_EQ(header_names({}, Tokenized("a,b,,\n1,2\n4,5\n").records), (std::vector<std::string>{"a", "b"}));
}

TEST(HeaderNames, OfNothingAreOneColumn) {
  EXPECT_EQ(header_names({}, Tokenized("").records), (std::vector<std::string>{"column 1"}));
}

// ---- real exports

class RealColumns : public ::testing::Test {
 protected:
  void SetUp() override {
    const char* folder = std::getenv("PEGEL_DATA");
    if (folder == nullptr) GTEST_SKIP() << "PEGEL_DATA is unset";
    folder_ = folder;
  }
  Inferred infer_file(const std::string& path, Dialect dialect = {}) const {
    std::ifstream file(folder_ + '/' + path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    const std::string bytes = text.str();
    std::string_view csv = bytes;
    if (csv.starts_with("\uFEFF")) csv.remove_prefix(3);
    return infer_text(csv, dialect);
  }
  static const ColumnProfile& column(const Inferred& inferred, std::string_view name) {
    static const ColumnProfile none;
    for (const auto& column : inferred.columns) {
      if (column.name == name) return column;
    }
    ADD_FAILURE() << "no column " << name;
    return none;
  }

  std::string folder_;
};

TEST_F(RealColumns, SalesforceWritesMonthsFirstAndFlags) {
  const auto deals = infer_file("crm/salesforce_dev_Opportunity.csv");
  EXPECT_EQ(deals.rows, 36);
  EXPECT_EQ(column(deals, "Id").type, ColumnType::id);
  EXPECT_EQ(column(deals, "StageName").type, ColumnType::category);
  EXPECT_EQ(column(deals, "Amount").type, ColumnType::number);
  EXPECT_EQ(column(deals, "IsWon").type, ColumnType::boolean);
  EXPECT_EQ(column(deals, "CloseDate").type, ColumnType::date);
  EXPECT_EQ(column(deals, "CloseDate").date.order, DateOrder::mdy);
  EXPECT_TRUE(column(deals, "CloseDate").date.two_digit_year);
  EXPECT_EQ(column(deals, "LastModifiedDate").type, ColumnType::instant);
  EXPECT_TRUE(deals.queries.empty());
}

TEST_F(RealColumns, EuropeanSalesHaveDecimalCommas) {
  const auto sales = infer_file("eu/aw_internetsales_decimalcomma_20110123.csv");
  EXPECT_EQ(column(sales, "UnitPrice").type, ColumnType::number);
  EXPECT_EQ(column(sales, "UnitPrice").number.decimal, ',');
  EXPECT_EQ(column(sales, "OrderDate").type, ColumnType::date);
  EXPECT_EQ(column(sales, "OrderDateKey").type, ColumnType::date);
  EXPECT_EQ(column(sales, "CustomerKey").type, ColumnType::id);
  EXPECT_EQ(column(sales, "CarrierTrackingNumber").type, ColumnType::empty);
}

TEST_F(RealColumns, FormsWithOneDayOfAnswersAreAskedFor) {
  const auto open = infer_file("nps/pb040_input_01.csv");
  EXPECT_EQ(column(open, "Timestamp").type, ColumnType::instant);
  ASSERT_EQ(open.queries.size(), 1u);
  EXPECT_EQ(open.queries[0].options[0].choice, "mdy");
  const auto iso = infer_file("nps/pb040_input_02.csv");
  EXPECT_EQ(column(iso, "Timestamp").type, ColumnType::instant);
  EXPECT_TRUE(iso.queries.empty());
}

TEST_F(RealColumns, ComplaintsHaveDaysFirst) {
  const auto complaints = infer_file("tickets/pb281_input_01.csv");
  EXPECT_EQ(column(complaints, "Date Received").type, ColumnType::date);
  EXPECT_EQ(column(complaints, "Date Received").date.order, DateOrder::dmy);
  EXPECT_EQ(column(complaints, "Receipt Number").type, ColumnType::id);
  EXPECT_EQ(column(complaints, "Timely Response").type, ColumnType::boolean);
}

TEST_F(RealColumns, ScoresAreNumbersAndHexadecimalNamesAreIds) {
  const auto answers = infer_file("nps/pb122_input_01.csv");
  EXPECT_EQ(column(answers, "CustomerID").type, ColumnType::id);
  EXPECT_EQ(column(answers, "Airline").type, ColumnType::category);
  EXPECT_EQ(column(answers, "How likely are you to recommend this airline?").type, ColumnType::number);
}

}  // namespace
}  // namespace pegel::table
