#include "table/date_words.h"

#include <algorithm>
#include <array>

#include "table/lexical.h"

namespace pegel::table {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "|jan|january|januar|januari|jän|jänner|հունվար|հունվարի|հնվ|",
    "|feb|february|februar|februari|feber|փետրվար|փետրվարի|փտվ|",
    "|mar|march|märz|maerz|mär|mrz|maart|mrt|մարտ|մարտի|մրտ|",
    "|apr|april|ապրիլ|ապրիլի|ապր|",
    "|may|mai|mei|մայիս|մայիսի|մյս|",
    "|jun|june|juni|հունիս|հունիսի|հնս|",
    "|jul|july|juli|հուլիս|հուլիսի|հլս|",
    "|aug|august|augustus|օգոստոս|օգոստոսի|օգս|",
    "|sep|sept|september|սեպտեմբեր|սեպտեմբերի|սեպ|",
    "|oct|october|okt|oktober|հոկտեմբեր|հոկտեմբերի|հոկ|",
    "|nov|november|նոյեմբեր|նոյեմբերի|նոյ|",
    "|dec|december|dez|dezember|դեկտեմբեր|դեկտեմբերի|դեկ|",
};

constexpr std::string_view kWeekdays =
    "|mon|monday|tue|tues|tuesday|wed|wednesday|thu|thur|thurs|thursday|fri|friday|sat|saturday|sun|sunday"
    "|mo|montag|di|dienstag|mi|mittwoch|do|donnerstag|fr|freitag|sa|samstag|sonnabend|so|sonntag"
    "|ma|maandag|dinsdag|wo|woensdag|donderdag|vr|vrijdag|za|zaterdag|zo|zondag"
    "|երկուշաբթի|երեքշաբթի|չորեքշաբթի|հինգշաբթի|ուրբաթ|շաբաթ|կիրակի|երկ|երք|չրք|հնգ|ուր|շբթ|կիր|";

/// `word` in lower case stands between bars in `list`.
bool lists(std::string_view list, std::string_view word) {
  for (auto at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const auto end = at + word.size();
    if (at > 0 && list[at - 1] == '|' && end < list.size() && list[end] == '|') return true;
  }
  return false;
}

bool matches(std::string_view list, std::string_view word) {
  const Folded folded(word);
  return !folded.view().empty() && lists(list, folded.view());
}

}  // namespace

int month_named(std::string_view word) {
  const Folded folded(word);
  if (folded.view().size() < 3) return 0;
  for (std::size_t month = 0; month < kMonths.size(); ++month) {
    if (lists(kMonths[month], folded.view())) return static_cast<int>(month) + 1;
  }
  return 0;
}

bool is_weekday(std::string_view word) { return matches(kWeekdays, word); }
bool is_quarter_word(std::string_view word) { return matches("|q|quarter|quartal|kwartaal|եռամսյակ|", word); }
bool is_month_word(std::string_view word) { return matches("|month|monat|maand|ամիս|", word); }
bool is_ordinal_ending(std::string_view word) { return matches("|st|nd|rd|th|e|ste|de|", word); }

}  // namespace pegel::table
