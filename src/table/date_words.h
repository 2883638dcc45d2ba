#pragma once
// The words of dates: months, weekdays, quarters; English, German, Dutch, Armenian.

#include <string_view>

namespace pegel::table {

/// 1…12 for a month's name or usual short form in any letter case, without its dot; 0 for other words.
int month_named(std::string_view word);
bool is_weekday(std::string_view word);
/// "Q", "quarter", "Quartal", "kwartaal", "եռամսյակ".
bool is_quarter_word(std::string_view word);
/// "month", "Monat", "maand", "ամիս".
bool is_month_word(std::string_view word);
/// "st", "nd", "rd", "th", "e", "ste", "de" after a number.
bool is_ordinal_ending(std::string_view word);

/// "թ", "թվականի": the word for year that Armenian puts behind one.
bool is_year_word(std::string_view word);

}  // namespace pegel::table
