#include "csv/encoding.h"

#include "base/utf8.h"
#include "csv/code_pages.h"

namespace pegel::csv {
namespace {

constexpr std::string_view kUtf8Bom = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16leBom = "\xFF\xFE";
constexpr std::string_view kUtf16beBom = "\xFE\xFF";

std::string_view bom_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return kUtf8Bom;
    case Encoding::utf16le:
      return kUtf16leBom;
    case Encoding::utf16be:
      return kUtf16beBom;
    default:
      return {};
  }
}

const CodePage& page_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::latin9:
      return kLatin9;
    case Encoding::macroman:
      return kMacRoman;
    case Encoding::cp850:
      return kCp850;
    case Encoding::armscii8:
      return kArmscii8;
    case Encoding::windows1251:
      return kWindows1251;
    default:
      return kWindows1252;
  }
}

std::string_view as_text(std::span<const uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

Decoder::Decoder(Encoding encoding, bool at_start)
    : encoding_(encoding), at_start_(at_start && !bom_of(encoding).empty()) {}

void Decoder::decode(std::span<const uint8_t> bytes, bool last, std::string& out) {
  std::string joined;
  std::string_view text = as_text(bytes);
  if (!carry_.empty()) {
    joined = std::move(carry_.append(text));
    carry_.clear();
    text = joined;
  }
  if (at_start_ && !text.empty()) {
    const std::string_view bom = bom_of(encoding_);
    if (!last && text.size() < bom.size() && bom.starts_with(text)) {
      carry_ = text;
      return;
    }
    at_start_ = false;
    if (text.starts_with(bom)) text.remove_prefix(bom.size());
  }
  text.remove_prefix(decode_letters(text, last, out));
  carry_ = text;
}

/// Returns the bytes decoded: all but those of a cut letter.
std::size_t Decoder::decode_letters(std::string_view bytes, bool last, std::string& out) {
  switch (encoding_) {
    case Encoding::utf8:
      return decode_utf8(bytes, last, out);
    case Encoding::utf16le:
    case Encoding::utf16be:
      return decode_utf16(bytes, last, out);
    default:
      return decode_page(bytes, out);
  }
}

void Decoder::replace(std::string& out) {
  ++replaced_;
  base::append_letter(base::kReplacement, out);
}

std::size_t Decoder::decode_utf8(std::string_view bytes, bool last, std::string& out) {
  std::size_t at = 0;
  for (;;) {
    const std::size_t valid = base::valid_utf8_prefix(bytes.substr(at));
    out.append(bytes.substr(at, valid));
    at += valid;
    if (at == bytes.size()) return at;
    const base::Letter letter = base::first_letter(bytes.substr(at));
    if (letter.cut && !last) return at;
    replace(out);
    at += letter.length;
  }
}

std::size_t Decoder::decode_utf16(std::string_view bytes, bool last, std::string& out) {
  const int high_byte = encoding_ == Encoding::utf16le ? 1 : 0;
  const auto unit = [&](std::size_t at) {
    const auto high = static_cast<uint8_t>(bytes[at + high_byte]);
    const auto low = static_cast<uint8_t>(bytes[at + 1 - high_byte]);
    return static_cast<uint32_t>(high << 8 | low);
  };
  std::size_t at = 0;
  for (; at + 2 <= bytes.size(); at += 2) {
    const uint32_t first = unit(at);
    if (first < 0xD800 || first > 0xDFFF) {
      base::append_letter(first, out);
      continue;
    }
    if (first < 0xDC00 && at + 4 > bytes.size() && !last) return at;
    const uint32_t second = first < 0xDC00 && at + 4 <= bytes.size() ? unit(at + 2) : 0;
    if (second >= 0xDC00 && second <= 0xDFFF) {
      base::append_letter(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00), out);
      at += 2;
    } else {
      replace(out);
    }
  }
  if (!last || at == bytes.size()) return at;
  replace(out);  // half a letter
  return bytes.size();
}

std::size_t Decoder::decode_page(std::string_view bytes, std::string& out) {
  const CodePage& page = page_of(encoding_);
  const bool western = encoding_ == Encoding::windows1252 || encoding_ == Encoding::latin9;
  constexpr uint8_t kLead = 0xC3;  // of the letters À … ÿ in UTF-8
  for (const char c : bytes) {
    const auto byte = static_cast<uint8_t>(c);
    if (western && before_ == kLead && byte >= 0x80 && byte < 0xC0) ++replaced_;
    before_ = byte;
    const uint32_t code = byte < 0x80 ? byte : page[byte - 0x80];
    if (code == base::kReplacement) {
      replace(out);
    } else {
      base::append_letter(code, out);
    }
  }
  return bytes.size();
}

}  // namespace pegel::csv
