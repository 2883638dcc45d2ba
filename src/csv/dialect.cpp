#include "pegel/dialect.h"

namespace pegel {

std::string_view name_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return "utf-8";
    case Encoding::utf16le:
      return "utf-16le";
    case Encoding::utf16be:
      return "utf-16be";
    case Encoding::windows1252:
      return "windows-1252";
    case Encoding::latin9:
      return "iso-8859-15";
    case Encoding::macroman:
      return "macintosh";
    case Encoding::cp850:
      return "ibm850";
    case Encoding::armscii8:
      return "armscii-8";
    case Encoding::windows1251:
      return "windows-1251";
  }
  return "";
}

std::string_view name_of(LineEnding line_ending) {
  switch (line_ending) {
    case LineEnding::lf:
      return "lf";
    case LineEnding::crlf:
      return "crlf";
    case LineEnding::cr:
      return "cr";
    case LineEnding::mixed:
      return "mixed";
  }
  return "";
}

}  // namespace pegel
