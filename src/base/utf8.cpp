#include "base/utf8.h"

#include "base/simd.h"

namespace pegel::base {
namespace {

uint8_t byte_of(std::string_view text, std::size_t at) { return static_cast<uint8_t>(text[at]); }

/// What the lead byte promises: length, and the range of the second byte (Unicode 15, table 3-7).
struct Lead {
  uint8_t length;
  uint8_t second_low = 0x80;
  uint8_t second_high = 0xBF;
};
Lead lead_of(uint8_t byte) {
  if (byte < 0x80) return {1};
  if (byte < 0xC2) return {0};
  if (byte < 0xE0) return {2};
  if (byte == 0xE0) return {3, 0xA0};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte < 0xF0) return {3};
  if (byte == 0xF0) return {4, 0x90};
  if (byte < 0xF4) return {4};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {0};
}

/// The second bytes that would make a letter overlong, a surrogate or too large (Unicode 15, table 3-7).
uint64_t forbidden_seconds(const Block64& block) {
  const uint64_t from_a0 = block.at_least(0xA0);
  const uint64_t from_90 = block.at_least(0x90);
  return (block.equal('\xE0') << 1 & ~from_a0) | (block.equal('\xED') << 1 & from_a0) |
         (block.equal('\xF0') << 1 & ~from_90) | (block.equal('\xF4') << 1 & from_90);
}

/// Length of the whole letters at the start of 64 bytes, which must start with a letter; 0: not all of them are valid.
std::size_t valid_letters(const Block64& block, uint64_t high) {
  const uint64_t two = block.at_least(0xC0);
  const uint64_t three = block.at_least(0xE0);
  const uint64_t four = three == 0 ? 0 : block.at_least(0xF0);
  const uint64_t wanted = two << 1 | three << 2 | four << 3;
  uint64_t wrong = (high & ~two) ^ wanted;
  wrong |= block.equal('\xC0') | block.equal('\xC1');
  if (three != 0) wrong |= (forbidden_seconds(block) | block.at_least(0xF5));
  if (wrong != 0) return 0;
  const uint64_t cut = two >> 63 << 63 | three >> 62 << 62 | four >> 61 << 61;
  return cut == 0 ? 64 : static_cast<std::size_t>(std::countr_zero(cut));
}

/// Steps over whole blocks of valid letters.
std::size_t skip_valid_blocks(std::string_view text, std::size_t at) {
  while (at + 64 <= text.size()) {
    const Block64 block(text.data() + at);
    const uint64_t high = block.high_bits();
    const std::size_t valid = high == 0 ? 64 : valid_letters(block, high);
    if (valid == 0) break;
    at += valid;
  }
  return at;
}

}  // namespace

Letter first_letter(std::string_view text) {
  if (text.empty()) return {};
  const uint8_t first = byte_of(text, 0);
  const Lead lead = lead_of(first);
  if (lead.length == 1) return {first, 1, true, false};
  if (lead.length == 0) return {kReplacement, 1, false, false};
  uint32_t code = first & (0x7Fu >> lead.length);
  for (uint8_t i = 1; i < lead.length; ++i) {
    if (i == text.size()) return {kReplacement, i, false, true};
    const uint8_t low = i == 1 ? lead.second_low : 0x80;
    const uint8_t high = i == 1 ? lead.second_high : 0xBF;
    const uint8_t byte = byte_of(text, i);
    if (byte < low || byte > high) return {kReplacement, i, false, false};
    code = code << 6 | (byte & 0x3Fu);
  }
  return {code, lead.length, true, false};
}

std::size_t valid_utf8_prefix(std::string_view text) {
  std::size_t at = skip_valid_blocks(text, 0);
  while (at < text.size()) {
    const Letter letter = first_letter(text.substr(at, 4));
    if (!letter.valid) break;
    at += letter.length;
  }
  return at;
}

void append_letter(uint32_t code, std::string& out) {
  const auto put = [&out](uint32_t byte) { out += static_cast<char>(byte); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6);
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

}  // namespace pegel::base
