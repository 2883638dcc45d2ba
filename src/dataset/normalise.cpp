#include <cstdint>

#include "base/utf8.h"
#include "dataset/frame.h"
#include "dataset/mapping.h"

namespace pegel::dataset {
namespace {

// Base letters of U+00C0…U+017F; a space where the letter stands for itself or for two.
constexpr std::string_view kLatinBase =
    "aaaaaa ceeeeiiiidnooooo ouuuuy  "   // U+00C0
    "aaaaaa ceeeeiiiidnooooo ouuuuy y"   // U+00E0
    "aaaaaaccccccccddddeeeeeeeeeegggg"   // U+0100
    "gggghhhhiiiiiiiiii  jjkkklllllll"   // U+0120
    "lllnnnnnnnnnoooooo  rrrrrrssssss"   // U+0140
    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";  // U+0160
static_assert(kLatinBase.size() == 0x180 - 0xC0);

bool in(uint32_t code, uint32_t first, uint32_t last) { return code >= first && code <= last; }

// Lower case of Latin, Greek, Cyrillic and Armenian letters.
uint32_t lower(uint32_t c) {
  if (in(c, 'A', 'Z') || (in(c, 0xC0, 0xDE) && c != 0xD7)) return c + 0x20;
  if (in(c, 0x100, 0x137) || in(c, 0x14A, 0x177)) return c | 1;
  if (in(c, 0x139, 0x148) || in(c, 0x179, 0x17E)) return c + (c & 1);
  if (c == 0x178) return 0xFF;
  if (in(c, 0x391, 0x3A9) || in(c, 0x410, 0x42F)) return c + 0x20;
  if (in(c, 0x400, 0x40F)) return c + 0x50;
  if (in(c, 0x531, 0x556)) return c + 0x30;
  return c;
}

// Marks that stand inside or on a word without ending it: combining accents, Armenian stress and question marks,
// soft hyphen, zero-width signs, apostrophes, byte order mark.
bool is_mark(uint32_t c) {
  return in(c, 0x300, 0x36F) || in(c, 0x55A, 0x55F) || c == 0xAD || in(c, 0x200B, 0x200D) || c == 0xFEFF || c == '\'' ||
         c == 0x2019;
}

bool is_word(uint32_t c) {
  if (c < 0x80) return in(c, '0', '9') || in(c, 'a', 'z') || in(c, 'A', 'Z');
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c == 0xD7 || c == 0xF7 || c == 0x589 || c == 0x58A || c == 0xFFFD) return false;
  return !in(c, 0x2000, 0x2BFF) && !in(c, 0x3000, 0x3004) && !in(c, 0x3008, 0x3020) && !in(c, 0xFE00, 0xFE6F);
}

bool is_upper(uint32_t c) { return lower(c) != c; }

void append_folded(std::string& out, uint32_t c) {
  switch (c) {
    case 0xDF:
      out += "ss";
      return;
    case 0xC6:
    case 0xE6:
      out += "ae";
      return;
    case 0x152:
    case 0x153:
      out += "oe";
      return;
    case 0xDE:
    case 0xFE:
      out += "th";
      return;
    case 0x132:
    case 0x133:
      out += "ij";
      return;
    case 0x587:
      out += "եւ";
      return;
    default:
      break;
  }
  if (in(c, 0xC0, 0x17F) && kLatinBase[c - 0xC0] != ' ') {
    out += kLatinBase[c - 0xC0];
  } else {
    base::append_letter(lower(c), out);
  }
}

// "wahrung" and "waehrung" are one word.
void replace_all(std::string& text, std::string_view from, char to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + 1)) {
    text.replace(at, from.size(), 1, to);
  }
}

// "order number", "order no", "auftragsnummer" and "auftrags nr" are one word. Without blanks.
std::string with_short_numbers(std::string_view normalised) {
  std::string out;
  while (!normalised.empty()) {
    const std::size_t end = std::min(normalised.find(' '), normalised.size());
    std::string_view word = normalised.substr(0, end);
    normalised.remove_prefix(std::min(end + 1, normalised.size()));
    const bool number = word.ends_with("nummer") || word.ends_with("number");
    if (number) word.remove_suffix(6);
    const bool short_one = !out.empty() && (word == "no" || word == "num");
    if (!short_one) out += word;
    if (number || short_one) out += "nr";
  }
  return out;
}

}  // namespace

std::string normalise(std::string_view header) {
  std::string out;
  bool gap = false;
  uint32_t before = 0;
  for (std::size_t at = 0; at < header.size();) {
    const base::Letter letter = base::first_letter(header.substr(at));
    at += letter.length;
    const uint32_t c = letter.code;
    if (is_mark(c)) continue;
    if (c == '#' || c == 0x2116) {
      if (!out.empty()) out += ' ';
      out += "nr";
      gap = true;
    } else if (!is_word(c)) {
      gap = true;
    } else {
      const bool hump = is_upper(c) && is_word(before) && !is_upper(before) && !in(before, '0', '9');
      if ((gap || hump) && !out.empty()) out += ' ';
      append_folded(out, c);
      gap = false;
    }
    before = c;
  }
  return out;
}

std::string compact(std::string_view header) {
  std::string out = with_short_numbers(normalise(header));
  replace_all(out, "ae", 'a');
  replace_all(out, "oe", 'o');
  replace_all(out, "ue", 'u');
  return out;
}

std::string fold_case(std::string_view text) {
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const base::Letter letter = base::first_letter(text.substr(at));
    const bool blank = letter.code == ' ' || letter.code == 0xA0 || letter.code == '\t' || letter.code == '\n';
    if (blank) {
      gap = !out.empty();
    } else {
      if (gap) out += ' ';
      gap = false;
      if (!letter.valid) {
        out.append(text.substr(at, letter.length));
      } else {
        base::append_letter(lower(letter.code), out);
      }
    }
    at += letter.length;
  }
  return out;
}

}  // namespace pegel::dataset
