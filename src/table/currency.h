#pragma once
// Currency signs and codes around a number.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace pegel::table {

/// ISO 4217 code packed into three bytes, 0 for an amount whose currency is not named, or more than three bytes for one
/// that is named by a word not known.
using Currency = uint32_t;
/// "EUR", "€", "eur", "Euro" -> EUR; any three letters are a code. 0 when the text names none, or several.
Currency currency_of(std::string_view text);
/// The same, and for any other word a Currency of its own: letter case and blanks around it do not count.
Currency currency_or_unknown(std::string_view word);
bool is_unknown(Currency currency);
std::string name_of(Currency currency);  ///< "EUR"; "" for 0 and for words not known
/// What currency_word knows besides codes; words are in lower case, "kr" has no code.
struct CurrencyName {
  std::string_view text;
  std::string_view code;
};
std::span<const CurrencyName> currency_signs();
std::span<const CurrencyName> currency_words();
/// The codes of all signs and words that currency_word knows, in a fixed order.
std::span<const std::string_view> currency_codes();

/// "EUR" for "€", "eur", "EUR", "Betrag (EUR)"…; empty when the text names no currency.
std::string currency_in(std::string_view text);

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
