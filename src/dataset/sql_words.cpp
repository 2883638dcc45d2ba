#include "dataset/sql_words.h"

#include "table/currency.h"
#include "table/lexical.h"
#include "table/number_peeler.h"

namespace pegel::dataset {

namespace {

std::string quoted(std::string_view text, char quote) {
  std::string out(1, quote);
  for (const char c : text) out.append(c == quote ? 2 : 1, c);
  return out + quote;
}

template <class Words, class Take>
std::string list_of(const Words& words, const Take& take) {
  std::string list;
  for (const auto& word : words) {
    if (const std::string_view text = take(word); !text.empty()) list += (list.empty() ? "" : ", ") + sql_text(text);
  }
  return list;
}

std::string machine_nulls() {
  return list_of(table::machine_nulls(), [](std::string_view word) { return word; });
}

std::string null_words() {
  return list_of(table::null_words(), [](std::string_view word) { return word; }) + ", " + machine_nulls();
}

std::string boolean_words(bool value) {
  return list_of(table::boolean_words(),
                 [&](const table::BooleanWord& word) { return word.value == value ? word.word : std::string_view(); });
}

std::string currency_names() {
  std::string text;
  for (const auto& names : {table::currency_signs(), table::currency_words()}) {
    for (const table::CurrencyName& name : names) {
      if (!name.code.empty()) text += " WHEN lower(" + sql_text(name.text) + ") THEN " + sql_text(name.code);
    }
  }
  return text;
}

// A year that is none of those that stand for "no date", first or last; what follows the day is its time.
constexpr std::string_view kDays = R"(
CREATE OR REPLACE MACRO year_first() AS '^(1[89][0-9]{2}|2[01][0-9]{2}|2200)[-./ ]?([0-9]{1,2})[-./ ]?([0-9]{1,2})([^0-9].*)?$';
CREATE OR REPLACE MACRO year_last() AS '^([0-9]{1,2})[-./ ]([0-9]{1,2})[-./ ](1[89][0-9]{2}|2[01][0-9]{2}|2200)([^0-9].*)?$';
CREATE OR REPLACE MACRO year_short() AS '^([0-9]{1,2})[-./ ]([0-9]{1,2})[-./ ]([0-9]{2})([^0-9].*)?$';
-- "sequence" puts year, month and day in order where the year stands last: '\3-\2-\1' for 14.03.2026.
CREATE OR REPLACE MACRO day_of(cell, sequence) AS
  CASE WHEN regexp_matches(cell, year_first())
       THEN TRY_CAST(regexp_replace(cell, year_first(), '\1-\2-\3') AS DATE)
       WHEN regexp_matches(cell, year_last())
       THEN TRY_CAST(regexp_replace(cell, year_last(), sequence) AS DATE)
       WHEN regexp_matches(cell, year_short())
       THEN TRY_CAST(CASE WHEN regexp_extract(cell, year_short(), 3) >= '70' THEN '19' ELSE '20' END
                     || regexp_replace(cell, year_short(), sequence) AS DATE) END;
CREATE OR REPLACE MACRO clock() AS
  '[T ] *([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}(?:[.][0-9]+)?))?[ ]*([AaPp])?[.]?[Mm]?[.]?[ ]*([-+][0-9]{2})?:?([0-9]{2})?';
CREATE OR REPLACE MACRO part(cell, n) AS coalesce(TRY_CAST(regexp_extract(cell, clock(), n) AS DECIMAL(9,3)), 0);
CREATE OR REPLACE MACRO half_day(cell) AS upper(regexp_extract(cell, clock(), 4));
CREATE OR REPLACE MACRO hour_of(cell) AS
  CASE half_day(cell) WHEN 'P' THEN part(cell, 1) % 12 + 12 WHEN 'A' THEN part(cell, 1) % 12 ELSE part(cell, 1) END;
CREATE OR REPLACE MACRO minutes_east(cell) AS
  part(cell, 5) * 60 + CASE WHEN regexp_extract(cell, clock(), 5) LIKE '-%' THEN -1 ELSE 1 END * part(cell, 6);
CREATE OR REPLACE MACRO instant_of(cell, sequence) AS
  CAST(day_of(cell, sequence) AS TIMESTAMP)
  + to_milliseconds(CAST(((hour_of(cell) * 60 + part(cell, 2) - minutes_east(cell)) * 60 + part(cell, 3)) * 1000 AS BIGINT));
)";

// "body": digits with their separators; "sign": the decimal sign, and all that is dropped from the digits is neither.
constexpr std::string_view kNumbers = R"(
CREATE OR REPLACE MACRO digits_of(text, sign) AS
  TRY_CAST(replace(regexp_replace(text, '[^0-9' || sign || ']', '', 'g'), ',', '.') AS DECIMAL(28,6));
-- Most are digits and no more, which is quickly seen.
CREATE OR REPLACE MACRO number_of(cell, body, sign) AS
  CASE WHEN regexp_full_match(cell, '-?(' || body || ')')
       THEN CASE WHEN starts_with(cell, '-') THEN -1 ELSE 1 END * CAST(digits_of(cell, sign) AS DECIMAL(19,6))
       WHEN regexp_full_match(cell, '(?i)([(+−–-]\s*(' || currencies() || ')?|(' || currencies() || ')?\s*[+−–-]?)\s*(' || body || ')(e[+-]?[0-9]+)?\s*('
              || scales() || ')?\s*(' || currencies() || '|%)?\s*[)−–-]?')
       THEN CASE WHEN regexp_matches(cell, '^[^0-9]*[(−–-]|[^.,−–—-]\s*[−–-]$') THEN -1 ELSE 1 END
            * CAST(scale_of(cell) * digits_of(regexp_replace(cell, '(?i)([0-9.,])e[+-]?[0-9]+', '\1'), sign)
                   AS DECIMAL(19,6)) END;
-- The number before a label, "10 - very likely", or behind one, "very likely - 10".
CREATE OR REPLACE MACRO score_of(cell, body, sign) AS
  coalesce(number_of(cell, body, sign),
           number_of(regexp_extract(cell, '^([0-9]+)(?:[.] ?[A-Za-z]|[ =:()/-]+[^0-9 =:()/-])', 1), body, sign),
           number_of(regexp_extract(cell, '^[^0-9]*[^0-9\s().,=:–—-][^0-9]*[=:(–—-]\s*([0-9][0-9.,]*)\)?$', 1), body, sign));
)";

// Words as alternatives of a pattern.
std::string pattern_of(std::string_view words) {
  std::string text;
  for (const char c : words) text += c == '.' || c == '$' ? std::string{'[', c, ']'} : std::string(1, c);
  return text;
}

std::string number_words() {
  std::string currencies;
  const auto add = [&](std::string_view word) { currencies += (currencies.empty() ? "" : "|") + pattern_of(word); };
  for (const auto& sign : table::currency_signs()) add(sign.text);
  for (const auto& word : table::currency_words()) add(word.text);
  for (const std::string_view code : table::currency_codes()) add(code);
  std::string scales;
  std::string powers;
  for (const table::ScaleWord& scale : table::scale_words()) {
    const std::string word = pattern_of(scale.word);
    scales += (scales.empty() ? "" : "|") + word;
    powers += "\n    WHEN regexp_matches(cell, '(?i)[0-9]\\s*" + word + "([^\\p{L}.]|$)') THEN 1" +
              std::string(static_cast<std::size_t>(scale.power), '0');
  }
  scales += "|(?-i:M)";
  powers += "\n    WHEN regexp_matches(cell, '[0-9]\\s*M([^\\p{L}.]|$)') THEN 1000000";
  return "CREATE OR REPLACE MACRO currencies() AS " + sql_text(currencies) + ";\nCREATE OR REPLACE MACRO scales() AS " +
         sql_text(scales) + ";\nCREATE OR REPLACE MACRO scale_of(cell) AS CASE" + powers +
         "\n    WHEN regexp_matches(cell, '(?i)[0-9.,]e[+-]?[0-9]') THEN"
         " CAST(power(10, CAST(regexp_extract(cell, '(?i)[0-9.,]e([+-]?[0-9]+)', 1) AS INTEGER)) AS DECIMAL(28,6))"
         "\n    ELSE 1 END;\n";
}

}  // namespace

std::string sql_text(std::string_view text) { return quoted(text, '\''); }
std::string sql_name(std::string_view name) { return quoted(name, '"'); }

std::string sql_day(Day day) { return "DATE '" + iso_text(day) + "'"; }

std::string_view sql_type(Role role) {
  switch (type_of(role)) {
    case RoleType::number:
    case RoleType::money:
    case RoleType::share:
    case RoleType::duration:
      return "DECIMAL(19,6)";
    case RoleType::date:
      return "DATE";
    case RoleType::boolean:
      return "BOOLEAN";
    default:
      return "VARCHAR";
  }
}

std::string sql_macros() {
  std::string text =
      "-- What a cell says: without blanks around it; nothing where it is empty, or says that there is nothing.\n"
      "CREATE OR REPLACE MACRO said(cell) AS NULLIF(trim(cell, ' \t\r\n\u00A0\u2007\u2009\u202F\uFEFF'), '');\n"
      "CREATE OR REPLACE MACRO word_of(cell) AS CASE WHEN said(cell) IN (" +
      machine_nulls() +
      ") THEN NULL ELSE said(cell) END;\n"
      "CREATE OR REPLACE MACRO given(cell) AS CASE WHEN lower(said(cell)) IN (" +
      null_words() + ")\n  OR said(cell) IN (" + machine_nulls() +
      ") THEN NULL ELSE said(cell) END;\n"
      "-- What it means, of what a cell says.\n"
      "CREATE OR REPLACE MACRO flag_of(cell) AS\n  CASE WHEN lower(cell) IN (" +
      boolean_words(true) + ") THEN TRUE\n       WHEN lower(cell) IN (" + boolean_words(false) +
      ") THEN FALSE END;\n"
      "CREATE OR REPLACE MACRO currency_of(cell) AS\n  CASE lower(cell)" +
      currency_names() +
      " ELSE upper(cell) END;\n"
      "CREATE OR REPLACE MACRO currency_of_unit(cell) AS\n"
      "  CASE WHEN currency_of(cell) IN (" +
      list_of(table::currency_codes(), [](std::string_view code) { return code; }) + ") THEN currency_of(cell) END;";
  return text.append(kDays).append(number_words()).append(kNumbers.substr(1));
}

}  // namespace pegel::dataset
