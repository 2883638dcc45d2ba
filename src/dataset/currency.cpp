#include <algorithm>

#include "dataset/frame.h"
#include "table/number_format.h"

namespace pegel::dataset {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

Currency packed(std::string_view code) {
  const auto upper = [&](std::size_t i) { return static_cast<Currency>(static_cast<unsigned char>(code[i]) & ~0x20u); };
  return upper(0) << 16 | upper(1) << 8 | upper(2);
}

}  // namespace

Currency currency_of(std::string_view text) {
  if (text.size() == 3 && std::all_of(text.begin(), text.end(), is_letter)) return packed(text);
  const std::string code = table::currency_in(text);
  return code.size() == 3 ? packed(code) : 0;
}

std::string name_of(Currency currency) {
  if (currency == 0) return {};
  return {static_cast<char>(currency >> 16), static_cast<char>(currency >> 8 & 0xFF),
          static_cast<char>(currency & 0xFF)};
}

}  // namespace pegel::dataset
