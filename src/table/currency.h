#pragma once
// Currency signs and codes around a number.

#include <cstddef>
#include <string_view>

namespace pegel::table {

/// A mark such as "€", "US$", "EUR" or "դր." and the ISO code it names; `code` is empty for marks that several
/// currencies share ("kr"). `length` 0: no mark.
struct CurrencyMark {
  std::size_t length = 0;
  std::string_view code;
};
/// The mark that is the whole of `word`, letter case ignored.
CurrencyMark currency_word(std::string_view word);
/// The sign (no letters needed around it) that `text` starts or ends with.
CurrencyMark currency_sign_at_front(std::string_view text);
CurrencyMark currency_sign_at_back(std::string_view text);

}  // namespace pegel::table
