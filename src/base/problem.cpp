#include "pegel/problem.h"

#include <algorithm>

#include "pegel/nearest.h"

namespace pegel {

const std::vector<ProblemWords>& problem_words() {
  static const std::vector<ProblemWords> words = {
      {"alias_circle", R"("{word}" comes to stand for itself.)"},
      {"alias_itself", R"("{word}" is the name itself.)"},
      {"alias_role",
       R"("{word}" has no names to put together; owner, partner_id, customer_id, source and others have.)"},
      {"at_kpi", "is said at the KPI itself, not at its measure."},
      {"behind", "must stand behind the record's {width, number} fields, and by less than {most, number}."},
      {"boolean", "must be true or false."},
      {"catalogue", R"("{word}" is a KPI of the catalogue; take another.)"},
      {"cells", "must be as many as of the first column."},
      {"condition", R"(must be a list of values, true, false, or "least" and "most".)"},
      {"count_of", R"(a count is of rows; "distinct" counts different values of a role.)"},
      {"currency", "must be a code such as EUR, or empty."},
      {"day", R"(must be a day such as "2026-03-31".)"},
      {"day_condition", "is a day; the report's period chooses days."},
      {"day_lent", "days are lent as a role only."},
      {"decimal_too", "is the decimal sign too."},
      {"deep", "is nested deeper than {most, number} levels."},
      {"delimiter", R"("{word}" cannot separate fields: one to four bytes, no line break and not the quote.)"},
      {"divisor_averaged", "does not fit: a mean or median is of its own rows already."},
      {"empty", "must not be empty."},
      {"flag", "is either true or false."},
      {"id", R"("{word}" must be small letters, digits and _, beginning with a letter.)"},
      {"language_texts", "must be text, or an object of texts by language."},
      {"large", "is larger than any number that is read."},
      {"least_most", "is less than the least."},
      {"lent_kind", "the file has no key by which {kind} could lend to it."},
      {"lent_nothing", R"("{word}" is nothing that these files lend.)"},
      {"lent_on", "is not lent on as a role."},
      {"lent_own", "the file has such a column itself."},
      {"lent_role", "is not lent as this role."},
      {"line_of_file", "must be a line of the file, or 0."},
      {"line_of_text", "must be one line of text."},
      {"list", "must be a list."},
      {"log_dimension", R"("{word}" is no dimension of a log of stages.)"},
      {"many", "are more than {most, number}."},
      {"missing", "is missing."},
      {"most", "must not be more than {most, number}."},
      {"near", R"(Did you mean "{near}"?)"},
      {"negative", "must not be negative."},
      {"no_column", "{word} is not a column of {width, number}, counted from 0."},
      {"no_member", "is not a member here."},
      {"no_value", "names no value."},
      {"none", "names nothing."},
      {"none_known", R"("{word}" is not known: there is none to choose from.)"},
      {"number", "must be a number."},
      {"number_needed", R"(needs a number: "least", "most" or both.)"},
      {"numbers", R"(has numbers; write "least", "most" or both.)"},
      {"object", "must be an object."},
      {"one_of", "must be one of {known}."},
      {"one_sign", "must be one character of ASCII, or empty."},
      {"order", "must not end before it starts."},
      {"period", "{day} is not after the start; it is the first day outside."},
      {"positive", "must be more than 0."},
      {"range", "must be {least, number} to {most, number}."},
      {"role", R"("{word}" can't be taken of {kind}; known: {known}.)"},
      {"role_none", R"("{word}" can't be taken of {kind}; they have nothing like it.)"},
      {"role_other", R"("{word}" is not a role of {kind}.)"},
      {"role_values", "must be an object of values by role."},
      {"same_day", "is the day that the days run to."},
      {"signs", "must be {known} or empty."},
      {"since", "is for a mean or median of days."},
      {"sql_currencies", "its cells name several currencies. Put the currency into a column of its own."},
      {"sql_days", "its days are not written as digits of year, month and day. Write them as 2026-03-31."},
      {"sql_delimiter", "blanks part its columns. Save it as CSV."},
      {"sql_durations", "its durations are not bare numbers. Write them as seconds."},
      {"sql_encoding", "it is written in {encoding}. Save it as UTF-8."},
      {"sql_second_table", "another table follows in it. Put each into a file of its own."},
      {"sql_wide", "a record of it is several rows. Write one row a line, or leave the file out."},
      {"text", "must be text."},
      {"today", R"(must be the day of the report, such as "2026-03-31".)"},
      {"too_large", "is out of range."},
      {"twice", R"("{word}" stands there already.)"},
      {"type", R"("{word}" does not suit the role; it is read as "{known}".)"},
      {"unit", R"("{word}" does not fit what is measured; it is {known}.)"},
      {"unknown", R"("{word}" is not one of {known}.)"},
      {"unknown_of_many", R"("{word}" is not one of the {n, number} known.)"},
      {"values_free", R"("{word}" has no fixed values; those of status, question and kpi_id are given.)"},
      {"whole", "must be a whole number."},
      {"without_numbers", "has no numbers; name its values in a list."},
  };
  return words;
}

namespace {

constexpr std::size_t kShortList = 8;  // names that a sentence can hold

std::string grouped(std::string digits) {
  const std::size_t first = digits.starts_with("-") ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

// "{most, number}" is a number, "{word}" a text.
std::string filled(std::string_view text, const std::map<std::string, std::string>& values) {
  std::string out;
  while (!text.empty()) {
    const std::size_t open = std::min(text.find('{'), text.size());
    out += text.substr(0, open);
    if (open == text.size()) break;
    const std::string_view inside = text.substr(open + 1, text.find('}', open) - open - 1);
    const std::size_t comma = inside.find(',');
    const auto found = values.find(std::string(inside.substr(0, comma)));
    const std::string value = found == values.end() ? std::string() : found->second;
    out += comma == std::string_view::npos ? value : grouped(value);
    text.remove_prefix(open + inside.size() + 2);
  }
  return out;
}

}  // namespace

std::string text_of(const Problem& problem) {
  const auto& words = problem_words();
  const auto text = [&](std::string_view code) {
    const auto found = std::find_if(words.begin(), words.end(), [&](const auto& each) { return each.code == code; });
    return found == words.end() ? std::string(code) : filled(found->text, problem.values);
  };
  return text(problem.code) + (problem.values.count("near") == 0 ? "" : " " + text("near"));
}

Problem unknown_word(std::string_view word, const std::vector<std::string>& names) {
  Problem problem{"none_known", {{"word", std::string(word)}}};
  if (names.empty()) return problem;
  if (const std::string near = nearest(word, names); !near.empty()) problem.values["near"] = near;
  if (names.size() > kShortList) {
    problem.code = "unknown_of_many";
    problem.values["n"] = std::to_string(names.size());
    return problem;
  }
  problem.code = "unknown";
  std::string& list = problem.values["known"];
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + (name.empty() ? "\"\"" : name);
  return problem;
}

std::string not_one_of(std::string_view word, const std::vector<std::string>& names) {
  return text_of(unknown_word(word, names));
}

Error member_error(std::string code, const std::string& member, const Problem& problem, Place place) {
  Error error{std::move(code), member + ": " + text_of(problem), std::move(place), problem.values};
  error.values["member"] = member;
  error.values["problem"] = problem.code;
  return error;
}

}  // namespace pegel
