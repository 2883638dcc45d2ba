// What becomes of each sort of file: bytes in; dialect, header, types, rows and issues out.

#include <gtest/gtest.h>

#include "support/encoded.h"
#include "support/table.h"

namespace pegel {
namespace {

using namespace std::string_literals;

constexpr std::string_view kNames =
    "Name,Stadt,Wert\nJ\xc3\xbcrgen Gro\xc3\x9f,K\xc3\xb6ln,12\nZo\xc3\xab "
    "B\xc3\xa4r,M\xc3\xbcnster,34\nRen\xc3\xa9 S\xc3\xbc\xc3\x9f,D\xc3\xbcren,56\n";

std::string joined(const std::vector<std::string>& cells) {
  std::string out;
  for (const std::string& cell : cells) out += (out.empty() && &cell == &cells.front() ? "" : "|") + cell;
  return out;
}

Result<test::TextTable> table_of(const std::string& bytes) { return test::read_table("in.csv", bytes); }

/// "encoding <delimiter> quote escape; names; types; row / row; issues", or the error's code.
std::string read(const std::string& bytes) {
  const auto table = table_of(bytes);
  if (!table) return table.error().code;
  std::string out = std::string(name_of(table->dialect.encoding)) + " <" + table->dialect.delimiter + ">";
  if (table->dialect.quote != '"') out += std::string(" ") + (table->dialect.quote == '\0' ? "no quote" : "quote '");
  if (table->dialect.escape == Escape::backslash) out += " backslash";
  out += "; " + joined(table->header) + ";";
  for (const ColumnType type : table->types) out += ' ' + std::string(name_of(type));
  out += ";";
  for (const auto& row : table->rows) out += ' ' + joined(row) + " /";
  out += ";";
  for (const Issue& issue : table->issues) out += ' ' + issue.code;
  return out;
}

struct Case {
  const char* name;
  std::string bytes;
  std::string expected;
};

const std::vector<Case>& cases() {
  static const std::vector<Case> all = {
      {"UTF-8",
       "Name,Stadt,Wert\nJ\xc3\xbcrgen Gro\xc3\x9f,K\xc3\xb6ln,12\nZo\xc3\xab "
       "B\xc3\xa4r,M\xc3\xbcnster,34\nRen\xc3\xa9 S\xc3\xbc\xc3\x9f,D\xc3\xbcren,56\n",
       "utf-8 <,>; Name|Stadt|Wert; text text number; J\xc3\xbcrgen Gro\xc3\x9f|K\xc3\xb6ln|12 / Zo\xc3\xab "
       "B\xc3\xa4r|M\xc3\xbcnster|34 / Ren\xc3\xa9 S\xc3\xbc\xc3\x9f|D\xc3\xbcren|56 /;"},
      {"UTF-8 with BOM",
       "\xef\xbb\xbfName,Stadt,Wert\nJ\xc3\xbcrgen Gro\xc3\x9f,K\xc3\xb6ln,12\nZo\xc3\xab "
       "B\xc3\xa4r,M\xc3\xbcnster,34\nRen\xc3\xa9 S\xc3\xbc\xc3\x9f,D\xc3\xbcren,56\n",
       "utf-8 <,>; Name|Stadt|Wert; text text number; J\xc3\xbcrgen Gro\xc3\x9f|K\xc3\xb6ln|12 / Zo\xc3\xab "
       "B\xc3\xa4r|M\xc3\xbcnster|34 / Ren\xc3\xa9 S\xc3\xbc\xc3\x9f|D\xc3\xbcren|56 /;"},
      {"UTF-16 LE", *test::encoded(kNames, Encoding::utf16le),
       "utf-16le <,>; Name|Stadt|Wert; text text number; J\xc3\xbcrgen "
       "Gro\xc3\x9f|K\xc3\xb6ln|12 / Zo\xc3\xab "
       "B\xc3\xa4r|M\xc3\xbcnster|34 / Ren\xc3\xa9 S\xc3\xbc\xc3\x9f|D\xc3\xbcren|56 /;"},
      {"UTF-16 LE with BOM", "\xff\xfe" + *test::encoded(kNames, Encoding::utf16le),
       "utf-16le <,>; Name|Stadt|Wert; text text number; J\xc3\xbcrgen "
       "Gro\xc3\x9f|K\xc3\xb6ln|12 / Zo\xc3\xab "
       "B\xc3\xa4r|M\xc3\xbcnster|34 / Ren\xc3\xa9 S\xc3\xbc\xc3\x9f|D\xc3\xbcren|56 /;"},
      {"UTF-16 BE with BOM", "\xfe\xff" + *test::encoded(kNames, Encoding::utf16be),
       "utf-16be <,>; Name|Stadt|Wert; text text number; J\xc3\xbcrgen "
       "Gro\xc3\x9f|K\xc3\xb6ln|12 / Zo\xc3\xab "
       "B\xc3\xa4r|M\xc3\xbcnster|34 / Ren\xc3\xa9 S\xc3\xbc\xc3\x9f|D\xc3\xbcren|56 /;"},
      {"Windows-1252",
       "Name,Stadt,Wert\nJ\xfcrgen Gro\xdf,K\xf6ln,\x80 12\nZo\xeb B\xe4r,M\xfcnster,\x80 34\nRen\xe9 "
       "S\xfc\xdf,D\xfcren,\x80 56\n",
       "windows-1252 <,>; Name|Stadt|Wert; text text number; J\xc3\xbcrgen Gro\xc3\x9f|K\xc3\xb6ln|\xe2\x82\xac 12 / "
       "Zo\xc3\xab B\xc3\xa4r|M\xc3\xbcnster|\xe2\x82\xac 34 / Ren\xc3\xa9 S\xc3\xbc\xc3\x9f|D\xc3\xbcren|\xe2\x82\xac "
       "56 /;"},
      {"ISO-8859-1",
       "Name,Stadt,Wert\nJ\xfcrgen Gro\xdf,K\xf6ln,12\nZo\xeb B\xe4r,M\xfcnster,34\nRen\xe9 S\xfc\xdf,D\xfcren,56\n",
       "windows-1252 <,>; Name|Stadt|Wert; text text number; J\xc3\xbcrgen Gro\xc3\x9f|K\xc3\xb6ln|12 / Zo\xc3\xab "
       "B\xc3\xa4r|M\xc3\xbcnster|34 / Ren\xc3\xa9 S\xc3\xbc\xc3\x9f|D\xc3\xbcren|56 /;"},
      {"Mac Roman",
       "Name,Stadt,Wert\nJ\x9frgen Gro\xa7,K\x9aln,12\nZo\x91 B\x8ar,M\x9fnster,34\nRen\x8e S\x9f\xa7,D\x9fren,56\n",
       "macintosh <,>; Name|Stadt|Wert; text text number; J\xc3\xbcrgen Gro\xc3\x9f|K\xc3\xb6ln|12 / Zo\xc3\xab "
       "B\xc3\xa4r|M\xc3\xbcnster|34 / Ren\xc3\xa9 S\xc3\xbc\xc3\x9f|D\xc3\xbcren|56 /;"},
      {"CP850",
       "Name,Stadt,Wert\nJ\x81rgen Gro\xe1,K\x94ln,12\nZo\x89 B\x84r,M\x81nster,34\nRen\x82 S\x81\xe1,D\x81ren,56\n",
       "ibm850 <,>; Name|Stadt|Wert; text text number; J\xc3\xbcrgen Gro\xc3\x9f|K\xc3\xb6ln|12 / Zo\xc3\xab "
       "B\xc3\xa4r|M\xc3\xbcnster|34 / Ren\xc3\xa9 S\xc3\xbc\xc3\x9f|D\xc3\xbcren|56 /;"},
      {"ISO-8859-15 with a euro sign",
       "Name,Stadt,Wert\nJ\xfcrgen Gro\xdf,K\xf6ln,12 \xa4\nZo\xeb B\xe4r,M\xfcnster,34 \xa4\nRen\xe9 "
       "S\xfc\xdf,D\xfcren,56 \xa4\n",
       "iso-8859-15 <,>; Name|Stadt|Wert; text text number; J\xc3\xbcrgen Gro\xc3\x9f|K\xc3\xb6ln|12 \xe2\x82\xac / "
       "Zo\xc3\xab B\xc3\xa4r|M\xc3\xbcnster|34 \xe2\x82\xac / Ren\xc3\xa9 S\xc3\xbc\xc3\x9f|D\xc3\xbcren|56 "
       "\xe2\x82\xac /;"},
      {"ARMSCII-8",
       "\xb2\xdd\xe1\xf5\xdd,\xf8\xb3\xd5\xb3\xf9,\xb6\xe1\xf5\xd9\xb3\xf1\n\xb2\xf1\xb3\xd9,\xba\xf1\xbb\xf5\xb3\xdd,"
       "12\n\xb2\xdd\xc7,\xb6\xdb\xe1\xf5\xd9\xf1\xc7,34\n\xce\xb3\xf1\xbb\xdd,\xec\xb3\xdd\xb3\xd3\xe1\xf1,56\n",
       "armscii-8 <,>; "
       "\xd4\xb1\xd5\xb6\xd5\xb8\xd6\x82\xd5\xb6|\xd5\x94\xd5\xa1\xd5\xb2\xd5\xa1\xd6\x84|"
       "\xd4\xb3\xd5\xb8\xd6\x82\xd5\xb4\xd5\xa1\xd6\x80; text text number; "
       "\xd4\xb1\xd6\x80\xd5\xa1\xd5\xb4|\xd4\xb5\xd6\x80\xd5\xa5\xd6\x82\xd5\xa1\xd5\xb6|12 / "
       "\xd4\xb1\xd5\xb6\xd5\xab|\xd4\xb3\xd5\xb5\xd5\xb8\xd6\x82\xd5\xb4\xd6\x80\xd5\xab|34 / "
       "\xd4\xbf\xd5\xa1\xd6\x80\xd5\xa5\xd5\xb6|\xd5\x8e\xd5\xa1\xd5\xb6\xd5\xa1\xd5\xb1\xd5\xb8\xd6\x80|56 /;"},
      {"bytes of no encoding", "a,b\n1,\x81\x8d\x8f\n2,\x90\x9d\xff\n",
       "ibm850 <,>; a|b; number text; 1|\xc3\xbc\xc3\xac\xc3\x85 / 2|\xc3\x89\xc3\x98\xc2\xa0 /;"},
      {"semicolon", "Id;Name;Paid\n7;Ann;12.5\n8;Bob;7.25\n",
       "utf-8 <;>; Id|Name|Paid; id text number; 7|Ann|12.5 / 8|Bob|7.25 /;"},
      {"tab", "Id\tName\tPaid\n7\tAnn\t12.5\n8\tBob\t7.25\n",
       "utf-8 <\t>; Id|Name|Paid; id text number; 7|Ann|12.5 / 8|Bob|7.25 /;"},
      {"pipe", "Id|Name|Paid\n7|Ann|12.5\n8|Bob|7.25\n",
       "utf-8 <|>; Id|Name|Paid; id text number; 7|Ann|12.5 / 8|Bob|7.25 /;"},
      {"caret", "Id^Name^Paid\n7^Ann^12.5\n8^Bob^7.25\n",
       "utf-8 <^>; Id|Name|Paid; id text number; 7|Ann|12.5 / 8|Bob|7.25 /;"},
      {"comma and blank", "Id, Name, Paid\n7, Ann, 12.5\n8, Bob, 7.25\n",
       "utf-8 <, >; Id|Name|Paid; id text number; 7|Ann|12.5 / 8|Bob|7.25 /;"},
      {"two semicolons", "Id;;Name;;Paid\n7;;Ann;;12.5\n8;;Bob;;7.25\n",
       "utf-8 <;;>; Id|Name|Paid; id text number; 7|Ann|12.5 / 8|Bob|7.25 /;"},
      {"two pipes", "Id||Name||Paid\n7||Ann||12.5\n8||Bob||7.25\n",
       "utf-8 <||>; Id|Name|Paid; id text number; 7|Ann|12.5 / 8|Bob|7.25 /;"},
      {"blank", "Id Name Paid\n7 Ann 12.5\n8 Bob 7.25\n9 \"Eve Ng\" 1.5\n",
       "utf-8 < >; Id|Name|Paid; id text number; 7|Ann|12.5 / 8|Bob|7.25 / 9|Eve Ng|1.5 /;"},
      {"sep= line", "sep=;\nId;Name\n7;a,b\n8;c,d\n", "utf-8 <;>; Id|Name; id text; 7|a,b / 8|c,d /;"},
      {"sep= line that is wrong", "sep=,\nId;Name;Paid\n1;Ann;1,5\n2;Bob;2\n3;Eve;3,5\n",
       "utf-8 <;>; Id|Name|Paid; id text number; 1|Ann|1,5 / 2|Bob|2 / 3|Eve|3,5 /;"},
      {"apostrophes as quotes", "Id,Text\n1,'a, b'\n2,'c, d'\n3,'e, f'\n",
       "utf-8 <,> quote '; Id|Text; id text; 1|a, b / 2|c, d / 3|e, f /;"},
      {"backslashed quotes", "Id,Text\n1,\"a \\\"b\\\", c\"\n2,\"d \\\"e\\\"\"\n",
       "utf-8 <,> backslash; Id|Text; id text; 1|a \"b\", c / 2|d \"e\" /;"},
      {"quotes not doubled inside quotes", "Id,Text,N\n1,\"a 5\" pipe, new\",2\n2,\"plain, text\",3\n",
       "utf-8 <,>; Id|Text|N; id text number; 1|a 5\" pipe, new|2 / 2|plain, text|3 /; csv.quote"},
      {"quote never closed", "Id,Text,N\n1,\"open,2\n2,b,3\n3,c,4\n",
       "utf-8 <,>; Id|Text|N; id text number; 1|\"open|2 / 2|b|3 / 3|c|4 /; csv.quote"},
      {"stray quote before quoted fields", "Id,Text,N\n1,\"open,2\n2,\"b\",3\n3,\"c\",4\n",
       "utf-8 <,>; Id|Text|N; id text number; 1|\"open|2 / 2|b|3 / 3|c|4 /; csv.quote"},
      {"CRLF", "a,b\r\n1,2\r\n3,4\r\n", "utf-8 <,>; a|b; number number; 1|2 / 3|4 /;"},
      {"CR", "a,b\r1,2\r3,4\r", "utf-8 <,>; a|b; number number; 1|2 / 3|4 /;"},
      {"mixed line ends", "a,b\n1,2\r\n3,4\r5,6", "utf-8 <,>; a|b; number number; 1|2 / 3|4 / 5|6 /;"},
      {"NUL in a cell",
       "Id,Text\n1,a\x00"
       "b\n2,c\n"s,
       "utf-8 <,>; Id|Text; id text; 1|a\x00"
       "b / 2|c /;"s},
      {"preamble", "Sales report\nQ1 2026\n\nId,Name,Paid\n7,Ann,12.5\n8,Bob,7.25\n",
       "utf-8 <,>; Id|Name|Paid; id text number; 7|Ann|12.5 / 8|Bob|7.25 /;"},
      {"two header rows", ",2025,,2026,\nOwner,Deals,Won,Deals,Won\nAda,4,2,5,1\nBo,6,3,7,2\n",
       "utf-8 <,>; Owner|2025 Deals|Won|2026 Deals|Won; text number number number number; Ada|4|2|5|1 / Bo|6|3|7|2 /;"},
      {"units row", "Date,Weight,Speed\n,kg,m/s\n2026-01-02,4.5,7\n2026-01-03,5.5,8\n2026-01-04,6.5,9\n",
       "utf-8 <,>; Date|Weight kg|Speed m/s; date number number; 2026-01-02|4.5|7 / 2026-01-03|5.5|8 / "
       "2026-01-04|6.5|9 /;"},
      {"no header", "2026-01-02,4.5,Ann\n2026-01-03,5.5,Bob\n2026-01-04,6.5,Eve\n",
       "utf-8 <,>; ; date number text; 2026-01-02|4.5|Ann / 2026-01-03|5.5|Bob / 2026-01-04|6.5|Eve /; csv.no_header"},
      {"duplicate and empty names", "Id,Id,,Paid\n1,2,x,4.5\n5,6,y,8.5\n",
       "utf-8 <,>; Id|Id||Paid; id id text number; 1|2|x|4.5 / 5|6|y|8.5 /;"},
      {"fewer names than columns", "Id,Name\n1,Ann,2.5\n2,Bob,3.5\n3,Eve,4.5\n",
       "utf-8 <,>; Id|Name|; id text number; 1|Ann|2.5 / 2|Bob|3.5 / 3|Eve|4.5 /; csv.nameless"},
      {"ragged", "Id,Name,Paid\n1,Ann,2.5\n2,3.5\n3,Eve,4.5,x\n4,Joe,5.5\n",
       "utf-8 <,>; Id|Name|Paid; id text number; 1|Ann|2.5 / 2|3.5 / 3|Eve|4.5|x / 4|Joe|5.5 /; csv.ragged"},
      {"blank lines and comments", "Id,Name,Paid\n# note\n1,Ann,2.5\n\n,,\n2,Bob,3.5\n",
       "utf-8 <,>; Id|Name|Paid; id text number; 1|Ann|2.5 / 2|Bob|3.5 /; csv.blank csv.comment"},
      {"totals and footer", "Name,Deals,Paid\nAnn,4,2.5\nBob,5,3.5\nTotal,9,6\n\nSource: CRM\n",
       "utf-8 <,>; Name|Deals|Paid; text number number; Ann|4|2.5 / Bob|5|3.5 /; csv.blank csv.note csv.total_row"},
      {"labels over a small table", "Report:;Sales\nPeriod:;Q1 2026\n\nCustomer;Paid\nA;5,50\nB;6,50\nC;8\n",
       "utf-8 <;>; Customer|Paid; text number; A|5,50 / B|6,50 / C|8 /;"},
      {"labels over a small table of three columns",
       "Report:;Sales\nPeriod:;Q1 2026\n\nCustomer;Paid;Day\nA;5,50;01.02.2026\nB;6,50;13.02.2026\n",
       "utf-8 <;>; Customer|Paid|Day; text number date; A|5,50|01.02.2026 / B|6,50|13.02.2026 /;"},
      {"labels that are the table", "Report:;Sales\nPeriod:;Q1 2026\nBy:;Ann\n",
       "utf-8 <;>; Report:|Sales; text text; Period:|Q1 2026 / By:|Ann /;"},
      {"a title with a year beside it", "Sales report;2026;\nCustomer;Paid;Day\nA;5,50;01.02.2026\nB;6,50;13.02.2026\n",
       "utf-8 <;>; Customer|Paid|Day; text number date; A|5,50|01.02.2026 / B|6,50|13.02.2026 /; csv.above"},
      {"years under groups",
       "Region;Sales;;Cost;\n;2025;2026;2025;2026\nNorth;5;6;7;8\nSouth;9;10;11;12\nWest;13;14;15;16\n",
       "utf-8 <;>; Region|Sales 2025|2026|Cost 2025|2026; text number number number number; North|5|6|7|8 / "
       "South|9|10|11|12 / West|13|14|15|16 /;"},
      {"years under repeated names",
       "Region;Sales;Sales;Cost;Cost\nRegion;2025;2026;2025;2026\nNorth;5;6;7;8\nSouth;9;10;11;12\nWest;13;14;15;16\n",
       "utf-8 <;>; Region Region|Sales 2025|Sales 2026|Cost 2025|Cost 2026; text number number number number; "
       "North|5|6|7|8 / South|9|10|11|12 / West|13|14|15|16 /;"},
      {"totals and footer padded as Excel pads them",
       "Name;Deals;Paid\nAnn;4;2,5\nBob;5;3,5\nEve;1;4,5\nTotal;10;10,5\n;;\nSource: CRM;;\nPage 1 of 3;;\n",
       "utf-8 <;>; Name|Deals|Paid; text number number; Ann|4|2,5 / Bob|5|3,5 / Eve|1|4,5 /; csv.blank csv.note "
       "csv.total_row"},
      {"names of groups padded", "Name;Deals;Paid\nRegion North;;\nAnn;4;2,5\nBob;5;3,5\nRegion South;;\nEve;1;4,5\n",
       "utf-8 <;>; Name|Deals|Paid; text number number; Ann|4|2,5 / Bob|5|3,5 / Eve|1|4,5 /; csv.note"},
      {"a row with nothing but its id", "Lead ID;Name;Status\nL1;Ann;open\nL2;Bob;won\nL3;;\nL4;Eve;open\n",
       "utf-8 <;>; Lead ID|Name|Status; id text category; L1|Ann|open / L2|Bob|won / L3|| / L4|Eve|open /;"},
      {"a total named in another way", "Name;Paid\nA;15,50\nB;26,50\nC;38,00\nAltogether;80,00\n",
       "utf-8 <;>; Name|Paid; text number; A|15,50 / B|26,50 / C|38,00 / Altogether|80,00 /; csv.sum_row"},
      {"totals named with a currency, a count or a mark",
       "Name;Paid\nA;15,50\nTotal EUR;15,50\nTotal (2 rows);15,50\nԸնդամենը՝;15,50\nEndsumme;15,50\nGemiddeld;15,50\n",
       "utf-8 <;>; Name|Paid; text number; A|15,50 /; csv.total_row"},
      {"rows above that look like rows", "1;;;\n2;;;\n3;a;b;c\n4;d;e;f\n",
       "utf-8 <;>; ; number text text text; 3|a|b|c / 4|d|e|f /; csv.above csv.no_header"},
      {"a stray quote that swallows rows", "Id,Name,Paid\n1,A,5\n2,\"B,6\n3,C,7\n4,D,8\n5,E\",9\n6,F,10\n",
       "utf-8 <,>; Id|Name|Paid; id text number; 1|A|5 / 2|B,6\n3,C,7\n4,D,8\n5,E|9 / 6|F|10 /; csv.quoted_rows"},
      {"rows of two columns in quotes", "\"Name;Paid\"\n\"A;5\"\n\"B;6\"\n",
       "utf-8 <,>; Name;Paid; text; A;5 / B;6 /; csv.quoted_rows"},
      {"CP850 in capitals", "KUNDE;WERT\nM\232LLER;5\nGR\231SSE;6\nJ\216GER;7\n",
       "ibm850 <;>; KUNDE|WERT; text number; MÜLLER|5 / GRÖSSE|6 / JÄGER|7 /;"},
      {"Mac Roman in capitals", "KUNDE;WERT\nM\206LLER;5\nGR\205SSE;6\nJ\200GER;7\n",
       "macintosh <;>; KUNDE|WERT; text number; MÜLLER|5 / GRÖSSE|6 / JÄGER|7 /;"},
      {"second table", "Name,Deals,Paid\nAnn,4,2.5\nBob,5,3.5\n\nRegion,Quota\nNorth,12\nSouth,15\n",
       "utf-8 <,>; Name|Deals|Paid; text number number; Ann|4|2.5 / Bob|5|3.5 /; csv.second_table"},
      {"empty", "", "utf-8 <,>; ;;; csv.empty"},
      {"only blank lines", "\n\n\n", "utf-8 <,>; ;;; csv.blank csv.empty"},
      {"header only", "Id,Name,Paid\n", "utf-8 <,>; Id|Name|Paid; empty empty empty;; csv.header_only"},
      {"one column", "Email\na@x.de\nb@x.de\n", "utf-8 <,>; Email; text; a@x.de / b@x.de /;"},
      {"zip", "PK\x03\x04\x14\x00\x00\x00"s, "file.type"},
      {"png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"s, "file.other"},
      {"html", "<!DOCTYPE html><html><table><tr><td>1</td></tr></table>", "file.other"},
      {"gzip", "\x1f\x8b\x08\x00\x00\x00\x00\x00"s, "file.other"},
      {"old workbook", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "file.type"},
      {"1.234,56", "Id;Value\n1;1.234,56\n2;99,10\n3;2.000,00\n",
       "utf-8 <;>; Id|Value; id number; 1|1.234,56 / 2|99,10 / 3|2.000,00 /;"},
      {"1 234,56 with no-break blanks",
       "Id;Value\n1;1\xc2\xa0"
       "234,56\n2;99,10\n3;2\xe2\x80\xaf"
       "000,00\n",
       "utf-8 <;>; Id|Value; id number; 1|1\xc2\xa0"
       "234,56 / 2|99,10 / 3|2\xe2\x80\xaf"
       "000,00 /;"},
      {"1'234.56", "Id;Value\n1;1'234.56\n2;99.10\n3;2'000.00\n",
       "utf-8 <;>; Id|Value; id number; 1|1'234.56 / 2|99.10 / 3|2'000.00 /;"},
      {"(12) is negative", "Id;Value\n1;(12)\n2;15\n3;(7)\n",
       "utf-8 <;>; Id|Value; id number; 1|(12) / 2|15 / 3|(7) /;"},
      {"12- is negative", "Id;Value\n1;12-\n2;15\n3;7-\n", "utf-8 <;>; Id|Value; id number; 1|12- / 2|15 / 3|7- /;"},
      {"percent", "Id;Value\n1;12 %\n2;15 %\n3;7 %\n", "utf-8 <;>; Id|Value; id number; 1|12 % / 2|15 % / 3|7 % /;"},
      {"euro in front", "Id;Value\n1;\xe2\x82\xac 5,00\n2;\xe2\x82\xac 7,50\n3;\xe2\x82\xac 8,25\n",
       "utf-8 <;>; Id|Value; id number; 1|\xe2\x82\xac 5,00 / 2|\xe2\x82\xac 7,50 / 3|\xe2\x82\xac 8,25 /;"},
      {"EUR behind", "Id;Value\n1;5,00 EUR\n2;7,50 EUR\n3;8,25 EUR\n",
       "utf-8 <;>; Id|Value; id number; 1|5,00 EUR / 2|7,50 EUR / 3|8,25 EUR /;"},
      {"exponents", "Id;Value\n1;1e3\n2;2.5e2\n3;7\n", "utf-8 <;>; Id|Value; id number; 1|1e3 / 2|2.5e2 / 3|7 /;"},
      {"Mio.", "Id;Value\n1;1,5 Mio.\n2;2 Mio.\n3;0,75 Mio.\n",
       "utf-8 <;>; Id|Value; id number; 1|1,5 Mio. / 2|2 Mio. / 3|0,75 Mio. /;"},
      {"TRUE and FALSE", "Id;Value\n1;TRUE\n2;FALSE\n3;TRUE\n",
       "utf-8 <;>; Id|Value; id boolean; 1|TRUE / 2|FALSE / 3|TRUE /;"},
      {"ja and nein", "Id;Value\n1;ja\n2;nein\n3;ja\n", "utf-8 <;>; Id|Value; id boolean; 1|ja / 2|nein / 3|ja /;"},
      {"waar and onwaar", "Id;Value\n1;waar\n2;onwaar\n3;waar\n",
       "utf-8 <;>; Id|Value; id boolean; 1|waar / 2|onwaar / 3|waar /;"},
      {"այո and ոչ", "Id;Value\n1;\xd5\xa1\xd5\xb5\xd5\xb8\n2;\xd5\xb8\xd5\xb9\n3;\xd5\xa1\xd5\xb5\xd5\xb8\n",
       "utf-8 <;>; Id|Value; id boolean; 1|\xd5\xa1\xd5\xb5\xd5\xb8 / 2|\xd5\xb8\xd5\xb9 / 3|\xd5\xa1\xd5\xb5\xd5\xb8 "
       "/;"},
      {"x or empty", "Id;Value\n1;x\n2;\n3;x\n", "utf-8 <;>; Id|Value; id boolean; 1|x / 2| / 3|x /;"},
      {"1 or 0", "Id;Value\n1;1\n2;0\n3;1\n", "utf-8 <;>; Id|Value; id number; 1|1 / 2|0 / 3|1 /;"},
      {"ISO days", "Id;Value\n1;2026-01-31\n2;2026-02-28\n3;2026-03-01\n",
       "utf-8 <;>; Id|Value; id date; 1|2026-01-31 / 2|2026-02-28 / 3|2026-03-01 /;"},
      {"d.m.y", "Id;Value\n1;31.01.2026\n2;28.02.2026\n3;01.03.2026\n",
       "utf-8 <;>; Id|Value; id date; 1|31.01.2026 / 2|28.02.2026 / 3|01.03.2026 /;"},
      {"m/d/y", "Id;Value\n1;1/31/2026\n2;2/28/2026\n3;3/1/2026\n",
       "utf-8 <;>; Id|Value; id date; 1|1/31/2026 / 2|2/28/2026 / 3|3/1/2026 /;"},
      {"two-digit years", "Id;Value\n1;31.01.26\n2;28.02.26\n3;01.03.26\n",
       "utf-8 <;>; Id|Value; id date; 1|31.01.26 / 2|28.02.26 / 3|01.03.26 /;"},
      {"month names in German", "Id;Value\n1;3. M\xc3\xa4rz 2026\n2;14. Mai 2026\n3;31. Dezember 2026\n",
       "utf-8 <;>; Id|Value; id date; 1|3. M\xc3\xa4rz 2026 / 2|14. Mai 2026 / 3|31. Dezember 2026 /;"},
      {"AM and PM", "Id;Value\n1;1/31/2026 2:05 PM\n2;2/28/2026 11:00 AM\n3;3/1/2026 12:30 PM\n",
       "utf-8 <;>; Id|Value; id instant; 1|1/31/2026 2:05 PM / 2|2/28/2026 11:00 AM / 3|3/1/2026 12:30 PM /;"},
      {"a time zone", "Id;Value\n1;2026-01-31T10:00:00Z\n2;2026-02-28T11:30:00+02:00\n3;2026-03-01T00:00:00Z\n",
       "utf-8 <;>; Id|Value; id instant; 1|2026-01-31T10:00:00Z / 2|2026-02-28T11:30:00+02:00 / 3|2026-03-01T00:00:00Z "
       "/;"},
      {"Excel serial days", "Id;Close date\n1;46053\n2;46081.5\n3;46082\n",
       "utf-8 <;>; Id|Close date; id instant; 1|46053 / 2|46081.5 / 3|46082 /;"},
      {"Unix seconds", "Id;Created at\n1;1769860800\n2;1772280000\n3;1772366400\n",
       "utf-8 <;>; Id|Created at; id instant; 1|1769860800 / 2|1772280000 / 3|1772366400 /;"},
      {"Unix milliseconds", "Id;Created at\n1;1769860800000\n2;1772280000123\n3;1772366400000\n",
       "utf-8 <;>; Id|Created at; id instant; 1|1769860800000 / 2|1772280000123 / 3|1772366400000 /;"},
      {"quarters", "Id;Value\n1;Q1 2026\n2;Q2 2026\n3;Q4 2026\n",
       "utf-8 <;>; Id|Value; id date; 1|Q1 2026 / 2|Q2 2026 / 3|Q4 2026 /;"},
      {"months", "Id;Value\n1;2026-01\n2;2026-02\n3;2026-03\n",
       "utf-8 <;>; Id|Value; id date; 1|2026-01 / 2|2026-02 / 3|2026-03 /;"},
      {"named months", "Id;Value\n1;M\xc3\xa4rz 2026\n2;April 2026\n3;Mai 2026\n",
       "utf-8 <;>; Id|Value; id date; 1|M\xc3\xa4rz 2026 / 2|April 2026 / 3|Mai 2026 /;"},
      {"day 0 of 1900", "Id;Value\n1;1900-01-00\n2;2026-02-28\n3;2026-03-01\n",
       "utf-8 <;>; Id|Value; id date; 1|1900-01-00 / 2|2026-02-28 / 3|2026-03-01 /;"},
      {"days swapped by a spreadsheet", "Id;Value\n1;31/01/2026\n2;02/03/2026\n3;2026-05-02 00:00:00\n",
       "utf-8 <;>; Id|Value; id date; 1|31/01/2026 / 2|02/03/2026 / 3|2026-05-02 00:00:00 /;"},
      {"ids with leading zeros", "Id;Value\n1;00123\n2;00456\n3;00789\n",
       "utf-8 <;>; Id|Value; id id; 1|00123 / 2|00456 / 3|00789 /;"},
      {"long digits", "Id;Value\n1;12345678901234567890\n2;12345678901234567891\n3;12345678901234567892\n",
       "utf-8 <;>; Id|Value; id id; 1|12345678901234567890 / 2|12345678901234567891 / 3|12345678901234567892 /;"},
      {"a header by another delimiter", "Id;Name;Deals\n1,Ann,4\n2,Bob,5\n3,Cid,7\n",
       "utf-8 <,>; ; number text number; 1|Ann|4 / 2|Bob|5 / 3|Cid|7 /; csv.no_header csv.unsplit_row"},
      {"a row by another delimiter", "Id,Name,Deals\n1,Ann,4\n2;Bob;5\n3,Cid,7\n",
       "utf-8 <,>; Id|Name|Deals; id text number; 1|Ann|4 / 3|Cid|7 /; csv.unsplit_row"},
      {"markup and formulas", "Id,__proto__\n1,<b>x</b>\n2,=1+1\n",
       "utf-8 <,>; Id|__proto__; id text; 1|<b>x</b> / 2|=1+1 /;"},
  };
  return all;
}

TEST(Inputs, EverySortOfFileIsReadAsAPersonWould) {
  for (const Case& c : cases()) EXPECT_EQ(read(c.bytes), c.expected) << c.name;
}

TEST(Inputs, FiftyThousandColumnsAreATable) {
  constexpr int kColumns = 50'000;
  std::string names, values;
  for (int c = 0; c < kColumns; ++c) {
    names += (c == 0 ? "c" : ",c") + std::to_string(c);
    values += (c == 0 ? "" : ",") + std::to_string(c);
  }
  const auto table = table_of(names + "\n" + values + "\n" + values + "\n");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->header.size(), 50'000u);
  EXPECT_EQ(table->header.back(), "c49999");
  ASSERT_EQ(table->rows.size(), 2u);
  EXPECT_EQ(table->rows[1][777], "777");
}

TEST(Inputs, ALineOf16MiBIsARow) {
  const std::string text(16u << 20, 'x');
  const auto table = table_of("id,text\n1," + text + "\n2,y\n");
  ASSERT_TRUE(table);
  ASSERT_EQ(table->rows.size(), 2u);
  EXPECT_EQ(table->rows[0][1].size(), text.size());
  EXPECT_EQ(table->rows[1][1], "y");
}

}  // namespace
}  // namespace pegel
