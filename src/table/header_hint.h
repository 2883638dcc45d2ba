#pragma once
// What a header says about the values below it, where the values alone leave it open.

#include <string>
#include <string_view>
#include <vector>

namespace pegel::table {

/// Lower-case words; a change from small letter to capital starts a word, and "#" is one: "OwnerId #" is owner, id, #.
std::vector<std::string> header_words(std::string_view header);

struct HeaderHint {
  bool id = false;        ///< digits below are names, not amounts: "Customer ID", "Rechnungsnummer", "Zip"
  bool date = false;      ///< digits below may be days: "Rechnungsdatum", "Timestamp"
  bool event = false;     ///< they may be days that lie near each other: "Created", "Closed on", "Due"
  bool time = false;      ///< they may be Unix times: "Bestellzeit", "Opened at UTC"
  bool year = false;      ///< "Fiscal Year", "Jahr"; not "Revenue this year"
  bool month = false;     ///< "Month", "Periode"
  bool week = false;      ///< "KW", "Week", "Weeknr"
  bool season = false;    ///< "Saison", "Geschäftsjahr"
  bool document = false;  ///< what has a number of its own: "Rechnung", "Order"
  bool past = false;      ///< the days below are over: "Geburtsdatum", "Customer since"
  bool amount = false;    ///< words between the numbers below are remarks: "Betrag", "Price", "Qty"
  bool measure = false;   ///< they are amounts or counts, whatever else the header says: "Stock on hand", "Total due"
  bool flag = false;      ///< 1 and 0 below are yes and no: "IsWon", "Returned?"

  bool dated() const { return date || event || time; }
};
HeaderHint hint_of(std::string_view header);

/// Whether it says that the numbers below are money: "Umsatz", "Betrag in EUR", "$".
bool names_money(std::string_view header);

}  // namespace pegel::table
