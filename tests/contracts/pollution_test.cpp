// A clean table, damaged in every way that files come damaged: it comes back cell by cell, or an issue names the damage.

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <random>

#include "support/encoded.h"
#include "support/table.h"

namespace pegel {
namespace {

using Row = std::vector<std::string>;
using Rows = std::vector<Row>;
using Random = std::mt19937;

// ---- clean tables -------------------------------------------------------------------------------

std::string day(int i) {
  const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  return two(1 + i * 7 % 28) + '.' + two(1 + i % 12) + '.' + std::to_string(2024 + i % 2);
}

Rows german_deals() {
  Rows rows{{"Deal-ID", "Kunde", "Betrag", "Abschluss", "Status"}};
  const char* customers[] = {"M\u00fcller & S\u00f6hne", "Stra\u00dfenbau Gro\u00df", "K\u00f6ln Papier", "Weber"};
  for (int i = 0; i < 12; ++i) {
    const std::string euros =
        std::to_string(1 + i) + '.' + std::to_string(100 + i * 37) + ",5" + std::to_string(i % 10);
    rows.push_back(
        {"D-" + std::to_string(1001 + i), customers[i % 4], euros, day(i), i % 3 == 0 ? "verloren" : "gewonnen"});
  }
  return rows;
}

Rows survey() {
  Rows rows{{"Response", "Score", "Date", "Comment"}};
  const char* comments[] = {"Fast, friendly, and on time", "I said \"never again\", twice", "First line\nsecond line",
                            "The 5\" screen broke", "It's fine; really"};
  for (int i = 0; i < 11; ++i) {
    rows.push_back({"r" + std::to_string(500 + i), std::to_string(i % 11), "2025-0" + std::to_string(1 + i % 9) + "-17",
                    comments[i % 5]});
  }
  return rows;
}

Rows names() {
  Rows rows{{"Naam", "Stad", "Land", "Aantal"}};
  const char* people[] = {"Jos\u00e9 van \u0027t Hof", "Zo\u00eb Bj\u00f6rk", "Ren\u00e9e de Bo\u00ebr", "J\u00fcrgen"};
  const char* cities[] = {"Besan\u00e7on", "K\u00f8ge", "M\u00fcnchen", "Leeuwarden"};
  for (int i = 0; i < 9; ++i) {
    rows.push_back({people[i % 4], cities[i * 3 % 4], i % 2 == 0 ? "NL" : "DE", std::to_string(3 + i * i)});
  }
  return rows;
}

Rows armenian() {
  Rows rows{{"\u0533\u0578\u0580\u056e\u0561\u0580\u0584", "\u0533\u0578\u0582\u0574\u0561\u0580", "\u0555\u0580"}};
  const char* words[] = {"\u0535\u0580\u0587\u0561\u0576", "\u0533\u0575\u0578\u0582\u0574\u0580\u056b"};
  for (int i = 0; i < 8; ++i) {
    rows.push_back({words[i % 2] + std::string(1, static_cast<char>('A' + i)), std::to_string(1200 + 35 * i), day(i)});
  }
  return rows;
}

Rows two_columns() {
  Rows rows{{"Month", "Revenue"}};
  for (int i = 1; i <= 9; ++i) rows.push_back({"2025-0" + std::to_string(i), std::to_string(900 + 111 * i)});
  return rows;
}

Rows many_columns() {
  Rows rows(8);
  for (int c = 0; c < 40; ++c) {
    rows[0].push_back("Field " + std::to_string(c));
    for (int r = 1; r < 8; ++r) {
      rows[static_cast<std::size_t>(r)].push_back(c % 3 == 0 ? "text " + std::string(1, static_cast<char>('a' + r))
                                                             : std::to_string(r * 1000 + c));
    }
  }
  return rows;
}

Rows few_rows() {
  return {{"Order", "Amount", "Paid on"}, {"O-77", "12.50", "2025-03-04"}, {"O-78", "8.25", "2025-03-09"}};
}

struct Clean {
  const char* name;
  Rows rows;
  bool latin = true;  // its letters are in Windows-1252
};

const std::vector<Clean>& clean_tables() {
  static const std::vector<Clean> tables = {
      {"german deals", german_deals()}, {"survey", survey()},           {"names", names()},
      {"armenian", armenian(), false},  {"two columns", two_columns()}, {"many columns", many_columns()},
      {"few rows", few_rows()}};
  return tables;
}

// ---- how a table is written ---------------------------------------------------------------------

struct Writing {
  std::string delimiter = ",";
  std::string line_end = "\n";
  char quote = '"';
  bool backslash = false;
  bool quote_all = false;
};

std::string written(const std::string& cell, const Writing& writing) {
  const bool needs =
      writing.quote_all || cell.find(writing.delimiter) != cell.npos || cell.find_first_of("\"'\n\r\\") != cell.npos;
  if (!needs) return cell;
  std::string text(1, writing.quote);
  for (const char c : cell) {
    if (writing.backslash && (c == writing.quote || c == '\\')) text += '\\';
    if (!writing.backslash && c == writing.quote) text += c;
    text += c;
  }
  return text + writing.quote;
}

Rows written(const Rows& rows, const Writing& writing) {
  Rows cells = rows;
  for (Row& row : cells) {
    for (std::string& cell : row) cell = written(cell, writing);
  }
  return cells;
}

std::string line_of(const Row& cells, const Writing& writing) {
  std::string line;
  for (std::size_t c = 0; c < cells.size(); ++c) line += (c == 0 ? "" : writing.delimiter) + cells[c];
  return line;
}

// ---- damages ------------------------------------------------------------------------------------

/// A file in the making: lines of the table as they are written, and what is to come back.
struct File {
  std::vector<std::string> lines;
  Rows rows;  // with the header first
  bool final_line_end = true;
  std::string before;  // bytes in front of the first line
};

struct Damage {
  std::string name;
  /// False where the damage cannot be done to this table.
  std::function<bool(File&, const Writing&, Random&)> apply;
  /// Issues of which one must be raised; none: the table must come back as it was.
  std::vector<std::string> issues = {};
  bool loses_cells = false;  // with the issue raised, rows may differ
};

std::size_t some_row(const File& file, Random& random) { return 1 + random() % (file.lines.size() - 1); }

std::size_t some_middle(const File& file) { return file.lines.size() / 2; }

std::string blank_line(const File& file, const Writing& writing) { return line_of(Row(file.rows[0].size()), writing); }

bool insert_line(File& file, std::size_t at, std::string line) {
  file.lines.insert(file.lines.begin() + static_cast<std::ptrdiff_t>(at), std::move(line));
  return true;
}

/// Rewrites one line without or with one more cell.
bool change_width(File& file, const Writing& writing, Random& random, bool more) {
  const std::size_t r = some_row(file, random);
  Row cells = written({file.rows[r]}, writing)[0];
  if (cells.size() < 4) return false;
  const auto at = cells.begin() + static_cast<std::ptrdiff_t>(1 + random() % (cells.size() - 2));
  if (more) {
    cells.insert(at, "surplus");
  } else {
    cells.erase(at);
  }
  file.lines[r] = line_of(cells, writing);
  return true;
}

/// Words beside the table look like a record of it where spaces part the fields.
bool takes_words(const Writing& writing) { return writing.delimiter != " "; }

bool has_line_breaks(const File& file) {
  return std::any_of(file.lines.begin(), file.lines.end(), [](const auto& l) { return l.find('\n') != l.npos; });
}

const std::vector<Damage>& damages() {
  static const std::vector<Damage> all = {
      {"none", [](File&, const Writing&, Random&) { return true; }},
      {"no last line end",
       [](File& f, const Writing&, Random&) {
         f.final_line_end = false;
         return true;
       }},
      {"two blank lines at the end",
       [](File& f, const Writing&, Random&) {
         f.lines.insert(f.lines.end(), 2, "");
         return true;
       }},
      {"sep= line", [](File& f, const Writing& w,
                       Random&) { return w.delimiter.size() <= 4 && insert_line(f, 0, "sep=" + w.delimiter); }},
      {"title above",
       [](File& f, const Writing& w, Random&) {
         return takes_words(w) && insert_line(f, 0, "") && insert_line(f, 0, "Quarterly export");
       }},
      {"preamble of four lines",
       [](File& f, const Writing& w, Random&) {
         for (const char* line : {"", "Confidential", "All regions", "Export of yesterday"}) insert_line(f, 0, line);
         return takes_words(w);
       }},
      {"delimited preamble",
       [](File& f, const Writing& w, Random&) {
         Row title(f.rows[0].size());
         title[0] = "Export";
         return f.rows[0].size() > 2 && insert_line(f, 0, blank_line(f, w)) && insert_line(f, 0, line_of(title, w));
       }},
      {"comment lines above",
       [](File& f, const Writing& w, Random&) { return takes_words(w) && insert_line(f, 0, "# made by a tool"); }},
      {"comment line inside",
       [](File& f, const Writing& w, Random& r) {
         return takes_words(w) && insert_line(f, some_row(f, r), "# here be dragons");
       },
       {"csv.comment"}},
      {"blank line inside",
       [](File& f, const Writing&, Random& r) { return insert_line(f, some_row(f, r), ""); },
       {"csv.blank"}},
      {"line of delimiters inside",
       [](File& f, const Writing& w, Random& r) { return insert_line(f, some_row(f, r), blank_line(f, w)); },
       {"csv.blank"}},
      {"header twice",
       [](File& f, const Writing&, Random&) {
         for (std::string& name : f.rows[0]) name += ' ' + name;
         return insert_line(f, 1, f.lines[0]);
       }},
      {"header repeated inside",
       [](File& f, const Writing&, Random&) { return f.lines.size() > 5 && insert_line(f, 4, f.lines[0]); },
       {"csv.repeated_header"}},
      {"joined behind a byte order mark",
       [](File& f, const Writing& w, Random&) {
         return w.delimiter != " " && f.lines.size() > 5 && insert_line(f, 4, "\uFEFF" + f.lines[0]);
       },
       {"csv.repeated_header"}},
      {"a line under the names",
       [](File& f, const Writing& w, Random&) {
         return f.lines.size() > 5 && insert_line(f, 1, line_of(Row(f.rows[0].size(), "-----"), w));
       }},
      {"no header",
       [](File& f, const Writing&, Random&) {
         f.lines.erase(f.lines.begin());
         f.rows[0].clear();
         return f.rows.size() > 4;
       },
       {"csv.no_header"}},
      {"an empty name",
       [](File& f, const Writing& w, Random&) {
         f.rows[0][1].clear();
         f.lines[0] = line_of(written({f.rows[0]}, w)[0], w);
         return f.rows[0].size() > 2;
       }},
      {"a name twice",
       [](File& f, const Writing& w, Random&) {
         f.rows[0][1] = f.rows[0][0];
         f.lines[0] = line_of(written({f.rows[0]}, w)[0], w);
         return f.rows[0].size() > 2;
       }},
      {"a delimiter too many in the header",
       [](File& f, const Writing& w, Random&) {
         Row names = written({f.rows[0]}, w)[0];
         names.insert(names.begin() + 1, "");
         f.lines[0] = line_of(names, w);
         const bool runs = w.delimiter == " " || w.delimiter == "\t";  // two of them may part two names
         return f.rows[0].size() > 2 && f.rows.size() > 3 && !runs && w.delimiter != ", ";
       },
       {"csv.surplus_name"}},
      {"trailing delimiters",
       [](File& f, const Writing& w, Random&) {
         for (std::string& line : f.lines) line += w.delimiter;
         for (Row& row : f.rows) row.emplace_back();
         f.rows[0].pop_back();
         return true;
       }},
      {"totals row",
       [](File& f, const Writing& w, Random&) {
         Row total(f.rows[0].size());
         total[0] = "Total";
         total[f.rows[0].size() > 2 ? 2 : 1] = "4711";
         return insert_line(f, f.lines.size(), line_of(total, w));
       },
       {"csv.total_row"}},
      {"sum beside a name",
       [](File& f, const Writing& w, Random&) {
         if (f.rows[0].size() < 4) return false;
         Row total(f.rows[0].size());
         total[0] = "Summe Nord";
         total[2] = "4711";
         return takes_words(w) && insert_line(f, some_middle(f), line_of(total, w));
       },
       {"csv.total_row"}},
      {"more notes than rows",
       [](File& f, const Writing& w, Random&) {
         const std::size_t rows = f.rows.size();
         for (std::size_t i = 0; i < rows; ++i) insert_line(f, f.lines.size(), "Note of the tool");
         return takes_words(w) && f.rows[0].size() > 2 && f.rows.size() > 4;
       },
       {"csv.note"}},
      {"names in another order below",
       [](File& f, const Writing& w, Random&) {
         for (const std::size_t r : {0, 1, 2}) {
           Row cells = written({f.rows[r]}, w)[0];
           std::reverse(cells.begin(), cells.end());
           insert_line(f, f.lines.size(), line_of(cells, w));
         }
         return f.rows[0].size() > 2 && f.rows.size() > 5;
       },
       {"csv.second_table"}},
      {"row numbers without a name",
       [](File& f, const Writing& w, Random&) {
         for (std::size_t r = 1; r < f.lines.size(); ++r) f.lines[r] = std::to_string(r) + w.delimiter + f.lines[r];
         return f.rows[0].size() > 2 && f.rows.size() > 4 && !has_line_breaks(f) && w.delimiter != " ";
       },
       {"csv.nameless"},
       true},
      {"footer padded by a spreadsheet",
       [](File& f, const Writing& w, Random&) {
         Row note(f.rows[0].size());
         insert_line(f, f.lines.size(), blank_line(f, w));
         for (const char* words : {"Source: CRM", "Page 1 of 3"}) {
           note[0] = words;
           insert_line(f, f.lines.size(), line_of(note, w));
         }
         return takes_words(w) && f.rows[0].size() > 2 && f.rows.size() > 4;
       },
       {"csv.note"}},
      {"a group's name padded by a spreadsheet",
       [](File& f, const Writing& w, Random& r) {
         Row group(f.rows[0].size());
         group[0] = "Region North";
         return takes_words(w) && f.rows[0].size() > 2 && f.rows.size() > 4 &&
                insert_line(f, some_row(f, r), line_of(group, w));
       },
       {"csv.note"}},
      {"footer",
       [](File& f, const Writing& w, Random&) {
         insert_line(f, f.lines.size(), "");
         return takes_words(w) && insert_line(f, f.lines.size(), "Source: the export tool");
       },
       {"csv.note"}},
      {"second table of another width",
       [](File& f, const Writing& w, Random&) {
         for (const Row& row : Rows{{"Region", "Quota", "Since", "Head", "Phone", "Room", "Floor"},
                                    {"North", "12", "2024-01-01", "Ann", "0151", "7", "2"},
                                    {"South", "15", "2024-02-01", "Ben", "0152", "8", "3"}}) {
           insert_line(f, f.lines.size(), line_of(written({row}, w)[0], w));
         }
         return f.rows[0].size() > 2 && f.lines.size() > 9;
       },
       {"csv.second_table"}},
      {"second table below a blank line",
       [](File& f, const Writing& w, Random&) {
         insert_line(f, f.lines.size(), "");
         Row names = f.rows[0], values = f.rows[0];
         for (std::size_t c = 0; c < names.size(); ++c) {
           names[c] = "Other " + std::string(1, static_cast<char>('a' + c % 26)) + std::string(1 + c / 26, 'x');
           values[c] = std::to_string(17 * c + 4);
         }
         for (const Row& row : written({names, values, values}, w)) insert_line(f, f.lines.size(), line_of(row, w));
         return f.lines.size() > 11;
       },
       {"csv.second_table"}},
      {"a cell missing",
       [](File& f, const Writing& w, Random& r) { return change_width(f, w, r, false); },
       {"csv.ragged"},
       true},
      {"a cell too many",
       [](File& f, const Writing& w, Random& r) { return change_width(f, w, r, true); },
       {"csv.ragged"},
       true},
      {"a quote in front of a cell",
       [](File& f, const Writing& w, Random& r) {
         const std::size_t at = some_row(f, r);
         Row cells = written({f.rows[at]}, w)[0];
         std::string& cell = cells[r() % cells.size()];
         if (cell.empty() || cell[0] == '"' || w.quote != '"' || f.rows.size() < 4) return false;
         cell.insert(cell.begin(), w.quote);
         f.lines[at] = line_of(cells, w);
         return !has_line_breaks(f);
       },
       {"csv.quote"},
       true},
      {"a quote that is never closed",
       [](File& f, const Writing& w, Random& r) {
         const std::size_t at = some_row(f, r);
         f.lines[at] = w.quote + f.lines[at];
         return w.quote == '"' && !w.quote_all && f.lines[at][1] != '"' && !has_line_breaks(f);
       },
       {"csv.quote"},
       true},
  };
  return all;
}

// ---- the law ------------------------------------------------------------------------------------

std::string text_of(const File& file, const Writing& writing, Random& random) {
  std::string text = file.before;
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    const bool last = i + 1 == file.lines.size();
    if (last && !file.final_line_end) return text + file.lines[i];
    const bool mixed = writing.line_end.empty();
    text += file.lines[i] + (mixed ? (random() % 2 == 0 ? "\n" : "\r\n") : writing.line_end);
  }
  return text;
}

Result<test::TextTable> read(const std::string& bytes) { return test::read_table("polluted.csv", bytes); }

bool raises(const test::TextTable& table, const std::vector<std::string>& codes) {
  return std::any_of(table.issues.begin(), table.issues.end(), [&](const Issue& issue) {
    return std::find(codes.begin(), codes.end(), issue.code) != codes.end();
  });
}

/// Line breaks inside cells as LF.
Rows with_plain_breaks(Rows rows) {
  for (Row& row : rows) {
    for (std::string& cell : row) cell.erase(std::remove(cell.begin(), cell.end(), '\r'), cell.end());
  }
  return rows;
}

void expect_table(const std::string& bytes, const File& file, const Damage& damage, const std::string& what) {
  const auto table = read(bytes);
  ASSERT_TRUE(table) << what << ": " << table.error().text;
  if (!damage.issues.empty()) {
    EXPECT_TRUE(raises(*table, damage.issues)) << what << " raises no " << damage.issues[0] << "\n"
                                               << bytes.substr(0, 700);
  }
  if (damage.loses_cells) {
    EXPECT_EQ(table->rows.size() + 1, file.rows.size()) << what << "\n" << bytes.substr(0, 700);
    return;
  }
  Rows rows = with_plain_breaks(table->rows);
  Row header = table->header;
  header.resize(std::max(header.size(), file.rows[0].size()));
  while (header.size() > file.rows[0].size() && header.back().empty()) header.pop_back();
  rows.insert(rows.begin(), header);
  Rows expected = file.rows;
  if (damage.name == "trailing delimiters") {
    for (Row& row : rows) row.resize(file.rows[1].size());
    expected[0].emplace_back();
  }
  ASSERT_EQ(rows, expected) << what << "\n" << bytes.substr(0, 700);
}

File file_of(const Clean& clean, const Writing& writing) {
  File file;
  file.rows = clean.rows;
  for (const Row& row : written(clean.rows, writing)) file.lines.push_back(line_of(row, writing));
  return file;
}

std::vector<Writing> writings() {
  std::vector<Writing> all;
  for (const char* delimiter : {",", ";", "\t", "|", "^", ", ", ";;", "::"}) all.push_back({delimiter});
  for (const char* delimiter : {",", ";", "\t", "|"}) all.push_back({delimiter, "\r\n", '"', false, true});
  all.push_back({",", "\r"});
  all.push_back({";", ""});
  all.push_back({",", "\n", '\''});
  all.push_back({";", "\r\n", '"', true, true});
  all.push_back({" ", "\n", '"', false, true});
  return all;
}

std::string name_of(const Clean& clean, const Writing& writing, const Damage& damage) {
  return std::string(clean.name) + ", delimiter '" + writing.delimiter + "', quote " + writing.quote +
         (writing.quote_all ? " around all" : "") + ", line end of " + std::to_string(writing.line_end.size()) + ": " +
         damage.name;
}

TEST(Pollution, ACleanTableComesBackOrTheDamageIsNamed) {
  Random random(20260611);
  int combination = 0, files = 0;
  for (const Clean& clean : clean_tables()) {
    for (const Writing& writing : writings()) {
      for (const Damage& damage : damages()) {
        File file = file_of(clean, writing);
        if (++combination % 2 != 0 || !damage.apply(file, writing, random)) continue;
        ++files;
        expect_table(text_of(file, writing, random), file, damage, name_of(clean, writing, damage));
      }
    }
  }
  EXPECT_GT(files, 1000);
}

TEST(Pollution, EveryEncodingGivesTheSameTable) {
  struct Written {
    Encoding encoding;
    std::string bom;
  };
  Random random(1);
  const Damage none = damages().front();
  for (const auto& [encoding, bom] : std::vector<Written>{{Encoding::utf8, "\xEF\xBB\xBF"},
                                                          {Encoding::utf16le, "\xFF\xFE"},
                                                          {Encoding::utf16be, "\xFE\xFF"},
                                                          {Encoding::utf16le, ""},
                                                          {Encoding::utf16be, ""},
                                                          {Encoding::windows1252, ""}}) {
    for (const Clean& clean : clean_tables()) {
      if (encoding == Encoding::windows1252 && !clean.latin) continue;
      const File file = file_of(clean, {});
      const std::string text = text_of(file, {}, random);
      const auto bytes = encoding == Encoding::utf8 ? text : test::encoded(text, encoding);
      ASSERT_TRUE(bytes) << clean.name;
      ASSERT_NO_FATAL_FAILURE(expect_table(bom + *bytes, file, none,
                                           std::string(clean.name) + " in " + std::string(pegel::name_of(encoding))));
    }
  }
}

}  // namespace
}  // namespace pegel
