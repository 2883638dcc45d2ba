#pragma once
// Words that name columns.

#include <string_view>

namespace pegel::csv {

/// Whether one of the words of `cell` names columns in exports: "Amount", "CloseDate", "Betrag (EUR)".
bool has_header_word(std::string_view cell);

}  // namespace pegel::csv
