#pragma once
// How the bytes of a file spell records and fields.

#include <cstdint>
#include <string>
#include <string_view>

namespace pegel {

enum class Encoding : uint8_t { utf8, utf16le, utf16be, windows1252, latin9, macroman, cp850, armscii8, windows1251 };
enum class LineEnding : uint8_t { lf, crlf, cr, mixed };
enum class Escape : uint8_t { doubled, backslash };  ///< how a quote inside a quoted field is written

struct Dialect {
  Encoding encoding = Encoding::utf8;
  bool bom = false;
  std::string delimiter = ",";  ///< UTF-8, one to four bytes; the fast tokenizer takes one byte, the reference any
  char quote = '"';             ///< '\0': no quoting
  Escape escape = Escape::doubled;
  LineEnding line_ending = LineEnding::lf;
  int skip_rows = 0;          ///< records before the header: preamble, `sep=` line, report title
  int header_rows = 1;        ///< 0: the columns are named "column 1", …; over 1: names joined by a space
  int skip_after_header = 0;  ///< units or import-id rows between header and data
  /// Line of the file (from 1) with which the table ends, as another one follows; 0: it goes on to the end of the file.
  /// As a choice, one below 0 or above the header asks profile() to find it.
  int64_t last_line = 0;

  bool operator==(const Dialect&) const = default;
};

std::string_view name_of(Encoding encoding);       ///< "utf-8", "utf-16le", "windows-1252", …
std::string_view name_of(LineEnding line_ending);  ///< "lf", "crlf", "cr", "mixed"

}  // namespace pegel
