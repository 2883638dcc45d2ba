#include "table/date_words.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <utility>
#include <vector>

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

// Words in lower case, each with the number of the list that it stands in, from 1; sorted.
class Words {
 public:
  template <std::size_t N>
  explicit Words(const std::array<std::string_view, N>& lists) {
    for (std::size_t l = 0; l < N; ++l) {
      for (std::size_t at = 1; at < lists[l].size();) {
        const std::size_t end = lists[l].find('|', at);
        words_.emplace_back(lists[l].substr(at, end - at), static_cast<int>(l) + 1);
        at = end + 1;
      }
    }
    std::sort(words_.begin(), words_.end());
    for (const auto& [word, list] : words_) starts_.set(static_cast<unsigned char>(word.front()));
  }
  /// False of most words that stand in none, whatever their case.
  bool may_hold(std::string_view word) const {
    if (word.empty()) return false;
    const auto first = static_cast<unsigned char>(word.front());
    return first >= 0x80 || starts_[first | 0x20u];
  }
  /// 0 where it stands in none.
  int list_of(std::string_view word) const {
    const auto found = std::lower_bound(words_.begin(), words_.end(), std::pair(word, 0));
    return found != words_.end() && found->first == word ? found->second : 0;
  }

 private:
  std::vector<std::pair<std::string_view, int>> words_;
  std::bitset<256> starts_;  // first bytes of words
};

bool matches(const Words& words, std::string_view word) {
  return words.may_hold(word) && words.list_of(Folded(word).view()) != 0;
}

}  // namespace

int month_named(std::string_view word) {
  static const Words months(kMonths);
  if (!months.may_hold(word)) return 0;
  const Folded folded(word);
  return folded.view().size() < 3 ? 0 : months.list_of(folded.view());
}

bool is_weekday(std::string_view word) {
  static const Words weekdays(std::array{kWeekdays});
  return matches(weekdays, word);
}

bool is_quarter_word(std::string_view word) {
  static const Words quarters(std::array{std::string_view("|q|quarter|quartal|kwartaal|եռամսյակ|")});
  return matches(quarters, word);
}

bool is_month_word(std::string_view word) {
  static const Words months(std::array{std::string_view("|month|monat|maand|ամիս|")});
  return matches(months, word);
}

bool is_ordinal_ending(std::string_view word) {
  static const Words endings(std::array{std::string_view("|st|nd|rd|th|e|ste|de|")});
  return matches(endings, word);
}

bool is_year_word(std::string_view word) {
  static const Words years(std::array{std::string_view("|թ|թ․|թվ|թվ․|թվական|թվականի|թվականին|")});
  return matches(years, word);
}

}  // namespace pegel::table
