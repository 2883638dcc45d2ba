#include "kpis/sql_condition.h"

#include <algorithm>
#include <bit>

#include "base/civil_date.h"

namespace pegel::kpis {

namespace {

using Test = Condition::Test;

std::string words_of(const Condition& condition) {
  std::string words;
  for (uint8_t code = 0; code < 32; ++code) {
    if ((condition.codes >> code & 1) == 0) continue;
    words += (words.empty() ? "'" : ", '") + std::string(dataset::canonical_name(condition.role, code)) + "'";
  }
  return words;
}

std::string quoted(std::string_view text) {
  std::string sql = "'";
  for (const char c : text) sql += c == '\'' ? "''" : std::string(1, c);
  return sql + "'";
}

std::string list_of(std::span<const std::string> words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + quoted(word);
  return list;
}

// Where the row has no such text, it is "".
std::string one_of(const Condition& condition) {
  const bool or_none = std::find(condition.words.begin(), condition.words.end(), "") != condition.words.end();
  const std::string name = or_none ? "coalesce(" + column(condition.role) + ", '')" : column(condition.role);
  return name + " IN (" + list_of(condition.words) + ")";
}
std::string none_of(const Condition& condition) {
  return "coalesce(" + column(condition.role) + ", '') NOT IN (" + list_of(condition.words) + ")";
}

std::string between(const Condition& condition) {
  const bool from = condition.least != Condition().least;
  const bool to = condition.most != Condition().most;
  return (from ? column(condition.role) + " >= " + base::to_text(condition.least) : "") + (from && to ? " AND " : "") +
         (to ? column(condition.role) + " <= " + base::to_text(condition.most) : "");
}

// Its words as a pattern: a number stands alone in a text.
std::string pattern_of(std::string_view words) {
  std::string pattern;
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find('|'));
    const bool number = word.front() >= '0' && word.front() <= '9';
    pattern +=
        (pattern.empty() ? "" : "|") + (number ? "(^|[^0-9])" + std::string(word) + "([^0-9]|$)" : std::string(word));
    words.remove_prefix(std::min(word.size() + 1, words.size()));
  }
  return pattern;
}

std::string working_days_before(const std::string& day) {
  const std::string days = "(" + day + " - DATE '1900-01-01')";
  return "(floor(" + days + " / 7.0) * 5 + least(" + days + " % 7, 5))";
}

}  // namespace

std::string column(Role role) {
  const std::string name(name_of(role));
  return role == Role::at || role == Role::question ? '"' + name + '"' : name;
}

std::string time_column(Role role) { return std::string(name_of(role)) + "_time"; }

std::string end_of_wait(Role end) { return "coalesce(" + time_column(end) + ", CAST(CURRENT_DATE + 1 AS TIMESTAMP))"; }

std::string waits_or_ends(Role end) {
  return " AND (" + column(end) + " IS NOT NULL OR NOT coalesce(" + std::string(name_of(end)) + "_said, FALSE))";
}

std::string first_day(Kind kind) { return "DATE '" + base::iso_date(dataset::first_day_of(kind)) + "'"; }

std::string clocked_sql(Role end, Role since, Kind kind) {
  return time_column(since) + " <= " + end_of_wait(end) + " AND " + column(since) + " BETWEEN " + first_day(kind) +
         " AND CURRENT_DATE AND (" + column(end) + " IS NULL OR " + time_column(end) + " IS NOT NULL)" +
         waits_or_ends(end);
}

std::string sql_of(const Condition& condition, const std::string& all) {
  const bool or_unknown = condition.test == Test::code && (condition.codes & 1) != 0;
  const std::string name = or_unknown ? "coalesce(" + column(condition.role) + ", '')" : column(condition.role);
  const auto unless_given = [&](const std::string& holds) {
    return "(" + holds + " OR NOT EXISTS (SELECT 1 FROM " + all + " WHERE " + name + " IS NOT NULL))";
  };
  const auto coded = [&] {
    return name +
           (std::has_single_bit(condition.codes) ? " = " + words_of(condition) : " IN (" + words_of(condition) + ")");
  };
  const auto is_by = [&] { return name + " <= " + column(condition.since) + " + " + std::to_string(condition.days); };
  switch (condition.test) {
    case Test::code:
      return coded();
    case Test::code_where_given:
      return unless_given(coded());
    case Test::yes:
      return name;
    case Test::yes_where_given:
      return unless_given(name);
    case Test::text:
      return name + " IS NOT NULL";
    case Test::no_text:
      return name + " IS NULL";
    case Test::either:
      return "coalesce(" + name + ", " + column(condition.since) + ") IS NOT NULL";
    case Test::word:
      return name + " = '" + std::string(condition.word) + "'";
    case Test::one_of:
      return one_of(condition);
    case Test::none_of:
      return none_of(condition);
    case Test::between:
      return between(condition);
    case Test::no:
      return "NOT coalesce(" + name + ", FALSE)";
    case Test::not_negative:
      return "coalesce(" + name + " >= 0, TRUE)";
    case Test::not_zero:
      return name + " IS DISTINCT FROM 0";
    case Test::positive:
      return name + " > 0";
    case Test::number:
    case Test::dated:
      return name + " IS NOT NULL";
    case Test::over:
      return name + " + " + std::to_string(condition.days) + " < CURRENT_DATE";
    case Test::within: {
      const std::string since = column(condition.since);
      return name + " BETWEEN " + since + " AND " + since + " + " + std::to_string(condition.days);
    }
    case Test::by:
      return is_by();
    case Test::not_by:
      return "coalesce(" + is_by() + ", FALSE) = FALSE";
    case Test::late: {
      const std::string end = time_column(condition.role);
      const std::string start = time_column(condition.since);
      return "NOT coalesce(CASE WHEN " + end + " IS NOT NULL AND " + start + " IS NOT NULL\n" +
             "                          THEN epoch(" + end + ") - epoch(" + start +
             ") <= " + std::to_string(condition.days) + " * 86400 ELSE " + is_by() + " END, FALSE)";
    }
    case Test::told:
      return name + " IS NOT NULL";
    case Test::readable:
    case Test::whole:  // of intervals, which SQL does not give
      return {};
    case Test::scored:
    case Test::top_two: {
      const std::string most = "coalesce(scale_max, " + std::to_string(condition.days) + ")";
      const std::string least = "coalesce(scale_min, 1)";
      return "score = floor(score) AND score BETWEEN " +
             (condition.test == Test::scored ? least : "greatest(" + least + ", " + most + " - 1)") + " AND " + most;
    }
    case Test::above:
      return name + " > " + column(condition.since);
    case Test::by_working:
      return working_days_before(name + " + 1") + " - " + working_days_before(column(condition.since) + " + 1") +
             " <= " + std::to_string(condition.days);
    case Test::clocked:
      return clocked_sql(condition.role, condition.since);
    case Test::in_hours:
    case Test::not_in_hours:
      return "epoch(" + time_column(condition.role) + ") - epoch(" + time_column(condition.since) + ")" +
             (condition.test == Test::in_hours ? " <= " : " > ") + std::to_string(condition.days) + " * 3600";
    case Test::like:
      return "regexp_matches(lower(" + name + "), '" + pattern_of(condition.word) + "')";
    case Test::unlike:
      return "NOT coalesce(regexp_matches(lower(" + name + "), '" + pattern_of(condition.word) + "'), FALSE)";
    case Test::on_scale: {
      const std::string most = std::to_string(condition.days);
      const bool from_zero = condition.codes != 0;
      return "coalesce(scale_max, " + most + ") = " + most + (from_zero ? " AND coalesce(scale_min, 0) = 0" : "") +
             " AND score = floor(score)\n         AND score BETWEEN " + (from_zero ? "0" : "coalesce(scale_min, 1)") +
             " AND " + most;
    }
  }
  return {};
}

}  // namespace pegel::kpis
