#include "csv/sniffer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "csv/csv_support.h"

namespace pegel::csv {
namespace {

/// What is expected of a file: the delimiter and quote, and the rows that are not data.
struct Expected {
  std::string delimiter = ",";
  char quote = '"';
  Escape escape = Escape::doubled;
  int skip = 0;
  int header = 1;
  int after = 0;
  LineEnding line_ending = LineEnding::lf;
};
std::ostream& operator<<(std::ostream& out, const Expected& e) {
  return out << "delimiter [" << e.delimiter << "] quote " << int{e.quote} << " escape " << static_cast<int>(e.escape)
             << " skip " << e.skip << " header " << e.header << " after " << e.after << " line end "
             << name_of(e.line_ending);
}
bool operator==(const Expected& a, const Expected& b) {
  return a.delimiter == b.delimiter && a.quote == b.quote && a.escape == b.escape && a.skip == b.skip &&
         a.header == b.header && a.after == b.after && a.line_ending == b.line_ending;
}

struct Case {
  const char* name;
  Expected expected;
  std::string text;
};

Expected by(std::string delimiter) { return {std::move(delimiter)}; }
Expected no_header(std::string delimiter) {
  Expected e = by(std::move(delimiter));
  e.header = 0;
  return e;
}
Expected skipping(int skip, std::string delimiter = ",") {
  Expected e = by(std::move(delimiter));
  e.skip = skip;
  return e;
}
Expected quoted_by(char quote, std::string delimiter = ",", Escape escape = Escape::doubled) {
  Expected e = by(std::move(delimiter));
  e.quote = quote;
  e.escape = escape;
  return e;
}
Expected ending(LineEnding line_ending, std::string delimiter = ",") {
  Expected e = by(std::move(delimiter));
  e.line_ending = line_ending;
  return e;
}
Expected rows(int skip, int header, int after, std::string delimiter = ",") {
  Expected e = by(std::move(delimiter));
  e.skip = skip;
  e.header = header;
  e.after = after;
  return e;
}

const std::vector<Case> kCases = {
    // ---- delimiters
    {"comma", by(","), "id,name,amount\n1,Ann,10.50\n2,Bob,7\n3,Cid,12.25\n"},
    {"semicolon", by(";"), "id;name;amount\n1;Ann;10.50\n2;Bob;7\n3;Cid;12.25\n"},
    {"tab", by("\t"), "id\tname\tamount\n1\tAnn Lee\t10.50\n2\tBob Ray\t7\n3\tCid Orr\t12.25\n"},
    {"pipe", by("|"), "id|name|amount\n1|Ann|10.50\n2|Bob|7\n3|Cid|12.25\n"},
    {"caret", by("^"), "id^name^amount\n1^Ann^10.50\n2^Bob^7\n"},
    {"tilde", by("~"), "id~name~amount\n1~Ann~10.50\n2~Bob~7\n"},
    {"colon", by(":"), "id:name:amount\n1:Ann:10\n2:Bob:7\n3:Cid:12\n"},
    {"space", by(" "), "id name amount\n1 Ann 10.50\n2 Bob 7\n3 Cid 12.25\n"},
    {"runs of spaces", by(std::string(kWhitespace)),
     "id    name   amount\n1     Ann     10.50\n2     Bob         7\n13    Cid     12.25\n"},
    {"runs of spaces, without header", no_header(std::string(kWhitespace)),
     " 00004 19970101  2   29.33\n 00004 19970118  2    9.73\n 00021 19971212 12  126.48\n"},
    {"unit separator", by("\x1F"),
     "id\x1Fname\x1F"
     "amount\n1\x1F"
     "Ann\x1F"
     "10\n2\x1F"
     "Bob\x1F"
     "7\n"},
    {"comma and space", by(", "), "id, name, amount\n1, Ann, 10.50\n2, \"Lee, Bob\", 7\n3, Cid, 12.25\n"},
    {"two pipes", by("||"), "id||name||amount\n1||Ann||10\n2||Bob||7\n"},
    {"two colons", by("::"), "id::name::time\n1::Ann::10:30\n2::Bob::11:45\n"},
    {"two semicolons", by(";;"), "id;;name;;amount\n1;;Ann;;10\n2;;Bob;;7\n"},
    // ---- the decimal comma
    {"semicolon with decimal comma", by(";"),
     "Region;Umsatz;Menge\nNord;1.234,56;10\nS\u00fcd;987,10;7\nWest;12,00;1\n"},
    {"semicolon with two decimal commas a row", by(";"), "Umsatz;Kosten\n1,50;2,75\n3,10;4,20\n5,99;6,00\n"},
    {"semicolon with decimal comma in every column, without header", no_header(";"),
     "1,50;2,75;3,10\n4,20;5,99;6,00\n7,10;8,25;9,30\n"},
    {"semicolon with a name and comma in every row", by(";"),
     "Nr;Name;Ort\n1;M\u00fcller, Hans;Berlin\n2;Schmidt, Eva;Bonn\n3;Weber, Jan;K\u00f6ln\n"},
    {"comma with quoted decimal comma", by(","),
     "id,amount,cost\n1,\"3578,27\",\"2171,29\"\n2,\"699,10\",\"413,15\"\n3,\"12,50\",\"7,25\"\n"},
    {"comma with quoted thousands", by(","), "Month,Sales\nJan,\"1,234.50\"\nFeb,\"12,001.00\"\nMar,\"985.10\"\n"},
    {"comma with quoted semicolons", by(","), "id,tags\n1,\"a;b;c\"\n2,\"d;e\"\n3,\"f\"\n"},
    {"tab with decimal comma", by("\t"), "Region\tUmsatz\nNord\t1.234,56\nS\u00fcd\t987,10\n"},
    {"pipe with decimal comma", by("|"), "Region|Umsatz|Quote\nNord|1.234,56|3,5 %\nS\u00fcd|987,10|4,1 %\n"},
    {"semicolon, all text, commas inside some", by(";"),
     "Firma;Ort;Bemerkung\nAdler AG;Bonn;gut, schnell\nBoll KG;Ulm;teuer\nCars GmbH;Hof;neu, jung, billig\n"},
    {"comma, all text, semicolons inside some", by(","),
     "company,city,note\nAdler,Bonn,good; fast\nBoll,Ulm,dear\nCars,Hof,new; young; cheap\n"},
    {"one column of decimal commas", by("\t"), "Umsatz;brutto\n1,50\n2,75\n13,10\n124,25\n"},
    // ---- dates and times
    {"comma with date times", by(","),
     "created,amount\n2026-01-31 10:30:00,5\n2026-02-01 11:45:10,7\n2026-02-02 09:00:59,9\n"},
    {"semicolon with times", by(";"), "Datum;Zeit;Wert\n31.01.2026;10:30;5\n01.02.2026;11:45;7\n"},
    {"tab with date times", by("\t"), "at\tvalue\n2026-01-31 10:30\t5\n2026-02-01 11:45\t7\n"},
    {"one column of times", by(","), "time\n10:30:00\n11:45:10\n09:00:59\n"},
    {"one column of date times", by(","), "at\n2026-01-31 10:30:00\n2026-02-01 11:45:10\n2026-02-02 09:00:59\n"},
    // ---- one column
    {"one column of words", by(","), "name\nAnn\nBob\nCid\n"},
    {"one column of full names", by(","), "Full Name\nAnn Lee\nBob Ray\nCid Orr\n"},
    {"one column of numbers", by(","), "amount\n10\n20\n35\n"},
    {"one column of URLs", by(","), "url\nhttps://example.org/a\nhttps://example.org/b?c=1\nhttp://example.com\n"},
    {"one column of prose with commas", by(";"),
     "comment\nGood, fast and friendly service\nSlow\nI liked it, but the price, sadly, was high, and parking was "
     "hard\nFine, thanks\nNo\n"},
    {"nothing", by(","), ""},
    {"one word", by(","), "hello"},
    {"only blank lines", by(","), "\n\n\n"},
    // ---- quotes and escapes
    {"everything quoted", by(","), "\"id\",\"name\",\"amount\"\n\"1\",\"Ann, Lee\",\"10\"\n\"2\",\"Bob\",\"7\"\n"},
    {"everything quoted, semicolon, decimal comma", by(";"),
     "\"id\";\"name\";\"amount\"\n\"1\";\"Ann; Lee\";\"10,5\"\n\"2\";\"Bob\";\"7,25\"\n"},
    {"doubled quotes", by(","), "id,note\n1,\"say \"\"hi\"\", now\"\n2,\"\"\"x\"\"\"\n"},
    {"backslashed quotes", quoted_by('"', ",", Escape::backslash),
     "id,note\n1,\"say \\\"hi\\\", now\"\n2,\"a \\\"b\\\"\"\n3,c\n"},
    {"line breaks in quotes", by(","), "id,note\n1,\"first\nsecond, third\n\nfourth\"\n2,\"fifth\nsixth\"\n3,x\n"},
    {"apostrophes as quotes", quoted_by('\''), "id,name,note\n1,'Ann, Lee','x'\n2,'Bob','y, z'\n3,'Cid','w'\n"},
    {"apostrophes inside words", by(","), "id,note\n1,don't\n2,it's 'fine'\n3,o'clock\n"},
    {"inches", by(","), "item,size,price\nscreen,27\",199\nscreen,32\",299\nscreen,24\",149\n"},
    // ---- sep=
    {"sep= line", skipping(1, ";"), "sep=;\nid;name\n1;Ann\n2;Bob\n"},
    {"sep= line against the looks", skipping(1, "|"), "sep=|\na,b|c\n1,5|2\n3,5|4\n"},
    {"quoted sep= line", skipping(1, ";"), "\"sep=;\"\nid;amount\n1;2,5\n2;3,5\n"},
    {"sep= with a quote, which cannot part", skipping(1), "sep=\"\"a\nid,name\n1,Ann\n2,Bob\n"},
    {"sep= tab", skipping(1, "\t"), "sep=\t\nid\tname\n1\tAnn\n2\tBob\n"},
    // ---- preambles
    {"report title", skipping(1), "Sales report 2026\nregion,month,sales\nNorth,Jan,10\nSouth,Jan,20\nWest,Jan,30\n"},
    {"title and blank line", skipping(2),
     "Sales report 2026\n\nregion,month,sales\nNorth,Jan,10\nSouth,Jan,20\nWest,Jan,30\n"},
    {"title padded by a spreadsheet", skipping(2),
     "Sales report 2026,,,\n,,,\nregion,month,sales,cost\nNorth,Jan,10,5\nSouth,Jan,20,9\nWest,Jan,30,17\n"},
    {"comment lines", skipping(6),
     "# ----------------------------------------\n# All Web Site Data\n# Channels\n# 20260101-20260131\n# "
     "----------------------------------------\n\nChannel,Users,Sessions\nOrganic "
     "Search,1200,1500\nDirect,800,950\nReferral,300,310\n"},
    {"report name and period", skipping(2),
     "Campaign report\n\"January 1, 2026 - January 31, "
     "2026\"\nCampaign,Clicks,Cost,Currency\nBrand,120,35.50,EUR\nGeneric,80,60.10,EUR\nShop,44,12.00,EUR\n"},
    {"names and values above", skipping(4, ";"),
     "Bericht;Umsatz\nVon;01.01.2026\nBis;31.01.2026\n\nKunde;Ort;Umsatz\nAdler;Bonn;12,50\nBoll;Ulm;7,25\nCars;Hof;99,"
     "00\nDorn;Aue;1,10\n"},
    {"blank lines in front", skipping(2), "\n\nid,name\n1,Ann\n2,Bob\n"},
    // ---- headers
    {"no header", no_header(","), "1,Ann,10.50\n2,Bob,7\n3,Cid,12.25\n"},
    {"no header, dates first", no_header(";"),
     "31.01.2026;Nord;12,50\n01.02.2026;S\u00fcd;7,25\n02.02.2026;West;9,10\n"},
    {"no header, ids and categories", no_header(","),
     "D0001,won,10\nD0002,lost,20\nD0003,won,30\nD0004,lost,15\nD0005,won,5\n"},
    {"no header, text only", no_header(","), "won,Berlin\nlost,Bonn\nwon,Bonn\nwon,Berlin\nlost,Bonn\nlost,Berlin\n"},
    {"header over text only", by(","), "name,city\nAnn,Rome\nBob,Bonn\nCid,Ulm\n"},
    {"header over categories", by(","), "Stage,Region\nwon,North\nlost,North\nwon,South\nlost,South\nwon,North\n"},
    {"years as column names", by(","),
     "Region,2023,2024,2025\nNorth,1200,1300,1450\nSouth,800,790,850\nWest,410,388,502\n"},
    {"months as column names", by(","), "Store,2026-01,2026-02,2026-03\nA,12000,13000,14500\nB,8000,7900,8500\n"},
    {"quarters as column names", by(","),
     "Location,Region,Q1,Q2\nYork,South,175000,150000\nLeeds,South,165000,155000\nExeter,North,200000,150000\n"},
    {"unnamed first column", by(","), ",name,amount\n0,Ann,10\n1,Bob,20\n2,Cid,35\n"},
    {"header only", by(","), "id,name,amount\n"},
    {"a single row of values", no_header(","), "1,Ann,10\n"},
    {"header in German", by(";"),
     "Auftrag;Kunde;Betrag;Status\nA-1;Adler;1,50;offen\nA-2;Boll;2,75;gewonnen\nA-3;Cars;3,10;verloren\n"},
    {"header in Armenian", by(","),
     "\u0561\u0576\u0578\u0582\u0576,\u0563\u0578\u0582\u0574\u0561\u0580\n\u0531\u0576\u056b,"
     "10\n\u0531\u0580\u0561\u0574,20\n\u054d\u0578\u0576\u0561,35\n"},
    {"survey with labels and import ids", rows(0, 1, 2),
     "StartDate,Q1,Q2\nStart Date,How "
     "likely?,Why?\n\"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":"
     "\"\"QID2\"\"}\"\n2026-01-31 10:30:00,9,good\n2026-02-01 11:00:00,3,slow\n"},
    {"survey with import ids only", rows(0, 1, 1),
     "StartDate,Q1\n\"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\"\n2026-01-31 "
     "10:30:00,9\n"},
    {"units under unique names", rows(0, 1, 1),
     "Store,Sales,Weight,Margin\n,EUR,kg,percent\nA,10.5,3,12\nB,20.1,4,15\nC,8.7,5,9\nD,9.9,6,8\n"},
    {"group names above", rows(0, 2, 0),
     ",2025,,2026,\nRegion,Sales,Cost,Sales,Cost\nNorth,10,5,12,6\nSouth,20,9,25,11\nWest,30,17,33,18\n"},
    {"repeated names over sub-names", rows(0, 2, 0),
     "Region,Sales,Sales,Cost,Cost\n,plan,actual,plan,actual\nNorth,10,5,12,6\nSouth,20,9,25,11\nWest,30,17,33,"
     "18\nEast,31,18,34,19\n"},
    {"names under groups of them", rows(0, 2, 0, ";"),
     "Kunde;;Umsatz;\nNr;Name;2024;2025\nK1;Adler;1,5;2,5\nK2;Boll;3,5;4,5\nK3;Cars;5,5;6,5\nK4;Dorn;7,5;8,5\n"},
    {"values under a header with gaps", by(";"),
     "Kunde;;Umsatz;\nK0;Aal;1,25;2,25\nK1;Adler;1,5;2,5\nK2;Boll;3,5;4,5\nK3;Cars;5,5;6,5\nK4;Dorn;7,5;8,5\n"},
    {"answers under questions", rows(0, 2, 0),
     "Id,Collector,Date,Score,Why,,\n,,,Response,Price,Speed,Service\n11,42,2026-01-02,9,Price,,\n12,42,2026-01-03,7,,"
     "Speed,Service\n13,42,2026-01-04,3,Price,Speed,\n14,42,2026-01-05,8,,,Service\n"},
    {"a first row with gaps", by(","), "Id,Group,Name,Score\n,,Ann,\n2,x,Bob,7\n3,y,Cid,9\n,,Dan,\n5,z,Eve,4\n"},
    {"header again behind a byte order mark", by(","), "id,n\n1,5\n2,6\n\uFEFFid,n\n3,7\n4,8\n"},
    {"header again among two rows", by(","), "Deal ID,Status,Owner\nD1,won,Ann\nDeal ID,Status,Owner\nD2,lost,Bob\n"},
    {"header again below one row", by(","), "name,city\nAnn,Bonn\nname,city\n"},
    // ---- line ends
    {"CRLF", ending(LineEnding::crlf), "id,name\r\n1,Ann\r\n2,Bob\r\n"},
    {"CR only", ending(LineEnding::cr), "id,name\r1,Ann\r2,Bob\r"},
    {"mixed line ends", ending(LineEnding::mixed), "id,name\r\n1,Ann\n2,Bob\r\n"},
    {"CRLF with LF in quotes", ending(LineEnding::crlf), "id,note\r\n1,\"a\nb\"\r\n2,\"c\nd\"\r\n"},
    // ---- untidy tables
    {"ragged rows", by(","), "id,name,amount\n1,Ann,10\n2,Bob\n3,Cid,12,extra\n4,Dan,15\n5,Eve,18\n"},
    {"trailing delimiters", by(";"), "id;name;amount;\n1;Ann;10;\n2;Bob;7;\n"},
    {"many empty cells", by(","), "id,a,b,c,d,e\n1,,,,,\n2,,x,,,\n3,,,,9,\n4,y,,,,\n"},
    {"totals below", by(";"), "Region;Umsatz\nNord;10,50\nS\u00fcd;20,25\nWest;7,00\n\nSumme;37,75\n"},
    {"blank lines between", by(","), "id,name\n\n1,Ann\n\n2,Bob\n\n3,Cid\n"},
    {"JSON in quotes", by(","),
     "id,payload\n1,\"{\"\"a\"\": 1, \"\"b\"\": [1, 2]}\"\n2,\"{\"\"a\"\": 2, \"\"b\"\": []}\"\n"},
    {"emails and URLs", by(";"),
     "mail;url\nann@example.org;https://example.org/a,b\nbob@example.org;https://example.org/c\n"},
    {"money with signs", by(";"), "Kunde;Preis\nAdler;5,00 \u20ac\nBoll;1.234,50 \u20ac\nCars;-12,00 \u20ac\n"},
    {"missing values", by(","), "id,a,b\n1,NULL,N/A\n2,3,-\n3,NULL,7\n"},
};

Expected expected_of(const Dialect& d) {
  return {d.delimiter, d.quote, d.escape, d.skip_rows, d.header_rows, d.skip_after_header, d.line_ending};
}

TEST(Sniffer, FindsTheDialectOfEveryFileOfTheTable) {
  for (const Case& c : kCases) {
    const Sniffed sniffed = sniff(c.text, true);
    EXPECT_EQ(expected_of(sniffed.dialect), c.expected)
        << c.name << ": " << sniffed.guess.reason << "; " << sniffed.header_guess.reason;
  }
}

TEST(Sniffer, FindsTheSameDelimiterInWhateverOrderTheRowsStand) {
  std::mt19937 random(20260131);
  for (const Case& c : kCases) {
    if (c.text.find_first_of("\"'\r") != std::string::npos || c.expected.skip > 0) continue;
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < c.text.size();) {
      const std::size_t end = c.text.find('\n', at);
      lines.push_back(c.text.substr(at, end - at));
      at = end == std::string::npos ? c.text.size() : end + 1;
    }
    for (int round = 0; round < 5 && lines.size() > 2; ++round) {
      std::shuffle(lines.begin() + 1, lines.end(), random);
      std::string text;
      for (const std::string& line : lines) text += line + "\n";
      EXPECT_EQ(sniff(text, true).dialect.delimiter, c.expected.delimiter) << c.name << "\n" << text;
    }
  }
}

struct GeneratedTable {
  std::string text;
  std::string delimiter;
  bool header = true;
};

/// A table as exports hold them, written in a random dialect; a value that holds the delimiter is quoted.
GeneratedTable generated_table(std::mt19937& random) {
  static const std::vector<std::string> kNames = {"Ann Lee", "M\u00fcller, Hans", "O'Brien",
                                                  "Cid",     "Van den Berg; BV",  "Eve Orr"};
  static const std::vector<std::string> kCities = {"Berlin", "Bonn", "Den Haag", "Yerevan", "K\u00f6ln", "New York"};
  static const std::vector<std::string> kStages = {"won", "lost", "open"};
  static const std::vector<std::string> kNotes = {"called back, will buy", "no answer", "sent \"offer\" again",
                                                  "price too high; waits", "",          "ok"};
  static const std::vector<std::string> kHeaders = {"deal_id", "Kunde",     "city", "stage", "Betrag",
                                                    "created", "closed at", "note", "count", "E-Mail"};
  const auto pick = [&](const std::vector<std::string>& from) { return from[random() % from.size()]; };
  const auto digits = [&](unsigned below) { return std::to_string(random() % below); };
  const auto two = [&](unsigned below) {
    const std::string d = std::to_string(1 + random() % below);
    return d.size() == 1 ? "0" + d : d;
  };

  GeneratedTable table;
  table.delimiter = std::vector<std::string>{",", ";", "\t", "|"}[random() % 4];
  table.header = random() % 5 != 0;
  const bool decimal_comma = random() % 2 == 0;
  const bool quote_all = random() % 5 == 0;
  const bool german_dates = random() % 2 == 0;
  std::vector<std::size_t> columns(kHeaders.size());
  for (std::size_t c = 0; c < columns.size(); ++c) columns[c] = c;
  std::shuffle(columns.begin(), columns.end(), random);
  columns.resize(2 + random() % 7);

  const auto value = [&](std::size_t column) -> std::string {
    switch (column) {
      case 0:
        return "D" + std::to_string(1000 + random() % 9000);
      case 1:
        return pick(kNames);
      case 2:
        return pick(kCities);
      case 3:
        return pick(kStages);
      case 4:
        return digits(5000) + (decimal_comma ? "," : ".") + two(99);
      case 5:
        return german_dates ? two(28) + "." + two(12) + ".2026" : "2026-" + two(12) + "-" + two(28);
      case 6:
        return "2026-" + two(12) + "-" + two(28) + " " + two(23) + ":" + two(59) + ":" + two(59);
      case 7:
        return pick(kNotes);
      case 8:
        return digits(100);
      default:
        return "user" + digits(100) + "@example.org";
    }
  };
  const auto write = [&](const std::string& field) {
    if (!quote_all && field.find(table.delimiter) == std::string::npos && field.find('"') == std::string::npos)
      return field;
    std::string quoted = "\"";
    for (const char c : field) quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + "\"";
  };
  const auto line = [&](auto cell) {
    for (std::size_t c = 0; c < columns.size(); ++c)
      table.text += (c == 0 ? "" : table.delimiter) + write(cell(columns[c]));
    table.text += "\n";
  };
  if (table.header) line([&](std::size_t c) { return kHeaders[c]; });
  for (std::size_t r = 4 + random() % 40; r > 0; --r) line(value);
  return table;
}

TEST(Sniffer, ReadsTablesWrittenInRandomDialects) {
  std::mt19937 random(20260204);
  int delimiters = 0;
  int headers = 0;
  constexpr int kTables = 300;
  for (int i = 0; i < kTables; ++i) {
    const GeneratedTable table = generated_table(random);
    const Dialect found = sniff(table.text, true).dialect;
    delimiters += found.delimiter == table.delimiter;
    headers += found.skip_rows == 0 && found.header_rows == (table.header ? 1 : 0) && found.skip_after_header == 0;
  }
  EXPECT_EQ(delimiters, kTables);
  EXPECT_GE(headers, kTables * 99 / 100);
}

TEST(Sniffer, GivesConfidencesBetweenZeroAndOneAndReasons) {
  for (const Case& c : kCases) {
    const Sniffed sniffed = sniff(c.text, true);
    for (const Guess& guess : {sniffed.guess, sniffed.header_guess}) {
      EXPECT_GE(guess.confidence, 0) << c.name;
      EXPECT_LE(guess.confidence, 1) << c.name;
      EXPECT_FALSE(guess.reason.empty()) << c.name;
    }
  }
}

TEST(Sniffer, IsSureOfAPlainFile) {
  const Sniffed sniffed = sniff("id;name;amount\n1;Ann;10,50\n2;Bob;7,00\n3;Cid;12,25\n", true);
  EXPECT_GE(sniffed.guess.confidence, kSure);
  EXPECT_GE(sniffed.header_guess.confidence, kSure);
}

TEST(Sniffer, IsNotSureWhetherACommaDelimitsTwoColumnsOfDigits) {
  const Sniffed sniffed = sniff("1,50\n2,75\n13,10\n", true);
  EXPECT_LT(sniffed.guess.confidence, kSure);
}

TEST(Sniffer, LeavesAnUnfinishedRecordOfASampleOut) {
  const Sniffed sniffed = sniff("id,name\n1,Ann\n2,Bob\n3,Cid\n4,D;;;;;;;", false);
  EXPECT_EQ(sniffed.dialect.delimiter, ",");
}

TEST(Sniffer, TakesALongSampleWithoutALineEnd) { EXPECT_EQ(sniff("a,b,c", false).dialect.delimiter, ","); }

TEST(Sniffer, AnswersForBytesOfAnySort) {
  std::mt19937 random(5);
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (std::size_t i = random() % 200; i > 0; --i) text += "ab1,;\t|\"'\n\r \\=#:{\0"[random() % 19];
    const Sniffed sniffed = sniff(text, round % 2 == 0);
    EXPECT_FALSE(sniffed.dialect.delimiter.empty());
    EXPECT_GE(sniffed.dialect.skip_rows, 0);
  }
}

}  // namespace
}  // namespace pegel::csv
