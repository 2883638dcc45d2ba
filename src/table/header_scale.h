#pragma once
// The thousands or millions in which a header says that its numbers are written.

#include <string_view>

namespace pegel::table {

/// The power of ten: 3 for "Betrag (T€)", "TEUR", "$k", "in Tsd.", "in thousands", "($000)", "in 1000 EUR"; 6 for
/// "in Mio.", "€M", "USDm", "Revenue (m)"; 9 for "Mrd. €";
/// 0 where the header says none, or a rate ("cost per thousand").
int power_in(std::string_view header);

}  // namespace pegel::table
