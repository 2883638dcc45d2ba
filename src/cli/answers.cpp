#include "cli/answers.h"

#include <algorithm>
#include <charconv>

#include "json/names.h"
#include "pegel/nearest.h"

namespace pegel::cli {

namespace {

/// An Answer taken apart, for one file.
struct Said {
  std::string_view option;
  std::string key;  ///< a column, or ROLE:RAW; empty for what is said of a whole file
  std::string value;
};

Error wrong(const Said& said, const std::string& problem) {
  return {"use.answer", std::string(said.option) + ": " + problem, {}, {}};
}

using Problem = std::optional<Error>;

Problem one_of(const Said& said, const std::vector<std::string>& names) {
  if (std::find(names.begin(), names.end(), said.value) != names.end()) return std::nullopt;
  return wrong(said, not_one_of(said.value, names));
}

Problem set_kind(const Said& said, const Profile&, SourceChoice& choice) {
  auto kinds = json::names_of<Kind>();
  kinds.erase(kinds.begin());
  if (auto problem = one_of(said, kinds)) return problem;
  choice.kind = kind_named(said.value);
  return std::nullopt;
}

Problem set_role(const Said& said, const Profile&, SourceChoice& choice) {
  if (auto problem = one_of(said, json::names_of<Role>())) return problem;
  choice.roles[said.key] = said.value;
  return std::nullopt;
}

Problem set_date(const Said& said, const Profile&, SourceChoice& choice) {
  choice.date[said.key] = said.value;
  return one_of(said, {"dmy", "mdy", "ymd", "text"});
}

Problem set_decimal(const Said& said, const Profile&, SourceChoice& choice) {
  choice.number[said.key] = said.value;
  return one_of(said, {",", ".", "text"});
}

Problem set_value(const Said& said, const Profile&, SourceChoice& choice) {
  const auto colon = said.key.find(':');
  const std::string role = said.key.substr(0, colon);
  const std::vector<std::string> roles{"status", "question", "kpi_id"};
  if (colon == std::string::npos || std::find(roles.begin(), roles.end(), role) == roles.end()) {
    return wrong(said, "\"" + said.key + "\" must be ROLE:WORD; " + not_one_of(role, roles));
  }
  choice.values[role][said.key.substr(colon + 1)] = said.value;
  return std::nullopt;
}

Problem set_currency(const Said& said, const Profile&, SourceChoice& choice) {
  choice.currency = said.value;
  const bool code = said.value.size() == 3 &&
                    std::all_of(said.value.begin(), said.value.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!code) return wrong(said, "\"" + said.value + "\" is not a currency's code such as EUR.");
  return std::nullopt;
}

Problem set_scale(const Said& said, const Profile&, SourceChoice& choice) {
  const auto equals = said.value.find('=');  // make_plan knows the words
  if (equals == std::string::npos) {
    choice.scale = said.value;
  } else {
    choice.scales[said.value.substr(0, equals)] = said.value.substr(equals + 1);
  }
  return std::nullopt;
}

Problem set_wide(const Said& said, const Profile&, SourceChoice& choice) {
  choice.wide = said.value;
  return one_of(said, {"target", "actual", "entered", "score", "rate", ""});
}

Problem set_year(const Said& said, const Profile&, SourceChoice& choice) {
  int year = 0;
  const char* end = said.value.data() + said.value.size();
  const auto read = std::from_chars(said.value.data(), end, year);
  if (read.ec != std::errc() || read.ptr != end || year < 1900 || year > 2199) {
    return wrong(said, "\"" + said.value + "\" is not a year such as 2026.");
  }
  choice.year = year;
  return std::nullopt;
}

Dialect& dialect_of(const Profile& profile, SourceChoice& choice) {
  if (!choice.dialect) choice.dialect = profile.dialect;
  return *choice.dialect;
}

Problem set_delimiter(const Said& said, const Profile& profile, SourceChoice& choice) {
  const bool tab = said.value == "tab" || said.value == "\\t";
  dialect_of(profile, choice).delimiter = tab ? "\t" : said.value;
  const bool splits = said.value.find_first_of("\"\r\n") == std::string_view::npos && !said.value.empty();
  if (splits && (tab || said.value.size() <= 4)) return std::nullopt;
  return wrong(said, "needs one to four characters, none of them a quote or a line break; or tab.");
}

Problem set_encoding(const Said& said, const Profile& profile, SourceChoice& choice) {
  if (auto problem = one_of(said, json::names_of<Encoding>())) return problem;
  Dialect& dialect = dialect_of(profile, choice);
  dialect.encoding = *json::named<Encoding>(said.value);
  return std::nullopt;
}

Problem set_rows(const Said& said, int& rows) {
  const char* end = said.value.data() + said.value.size();
  const auto read = std::from_chars(said.value.data(), end, rows);
  if (read.ec == std::errc() && read.ptr == end && rows >= 0 && rows <= 1'000'000) return std::nullopt;
  return wrong(said, "\"" + said.value + "\" is not a number of rows from 0 to 1,000,000.");
}

Problem set_header_rows(const Said& said, const Profile& profile, SourceChoice& choice) {
  return set_rows(said, dialect_of(profile, choice).header_rows);
}

Problem set_skip_rows(const Said& said, const Profile& profile, SourceChoice& choice) {
  return set_rows(said, dialect_of(profile, choice).skip_rows);
}

Problem set_last_line(const Said& said, const Profile& profile, SourceChoice& choice) {
  int line = 0;
  if (auto problem = set_rows(said, line)) return problem;
  dialect_of(profile, choice).last_line = line;
  return std::nullopt;
}

enum class About : uint8_t { dialect, file, column, word };
struct Row {
  AnswerOption option;
  About about;
  Problem (*set)(const Said& said, const Profile& profile, SourceChoice& choice);
};
constexpr Row kRows[] = {
    {{"--kind", "[FILE=]KIND", "what one row is: deals, responses, partners, stage_history or targets"},
     About::file,
     set_kind},
    {{"--role", "[FILE:]COLUMN=ROLE", "what a column means; \"COLUMN=\": it is not used"}, About::column, set_role},
    {{"--date-order", "[FILE:]COLUMN=ORDER", "how a column writes days: dmy, mdy, ymd; \"text\": none"},
     About::column,
     set_date},
    {{"--decimal", "[FILE:]COLUMN=SIGN", "a column's decimal sign: , or .; \"text\": no numbers"},
     About::column,
     set_decimal},
    {{"--value", "[FILE:]ROLE:WORD=MEANING", "what a word means: status:gewonnen=won"}, About::word, set_value},
    {{"--currency", "[FILE=]CODE", "of amounts that name none: EUR"}, About::file, set_currency},
    {{"--scale", "[FILE=][QUESTION=]SCALE",
      "what scores, or those of one question, answer: nps, csat:1-5, csat:1-10, ces:1-7 or other"},
     About::file,
     set_scale},
    {{"--wide", "[FILE=]ROLE",
      "what a column a period, stage, question or currency holds: target, actual, entered, score, rate; \"\": left "
      "out"},
     About::file,
     set_wide},
    {{"--year", "[FILE=]YEAR", "of periods whose headers name none: 2026"}, About::file, set_year},
    {{"--delimiter", "[FILE=]SIGN", "what separates fields; \"tab\" for a tab"}, About::dialect, set_delimiter},
    {{"--encoding", "[FILE=]NAME", "how letters are written: utf-8, windows-1252, …"}, About::dialect, set_encoding},
    {{"--header-rows", "[FILE=]N", "rows of the header; 0: there is none"}, About::dialect, set_header_rows},
    {{"--skip-rows", "[FILE=]N", "rows before the header"}, About::dialect, set_skip_rows},
    {{"--last-line", "[FILE=]N", "line with which the table ends; 0: it goes on to the end"},
     About::dialect,
     set_last_line},
};

const Row& row_of(const Answer& answer) {
  return *std::find_if(std::begin(kRows), std::end(kRows),
                       [&](const Row& row) { return row.option.name == answer.option; });
}

bool is_of_file(About about) { return about == About::dialect || about == About::file; }

// The file that an answer is for, and the rest of it; no file: every file that it fits.
struct Addressed {
  const Profile* file = nullptr;
  std::string_view rest;
};
Addressed address_of(const Answer& answer, About about, std::span<const Profile> profiles) {
  const std::string_view text = answer.text;
  Addressed best{nullptr, text};
  for (const Profile& profile : profiles) {
    const std::string start = profile.file + (is_of_file(about) ? "=" : ":");
    const bool longer = best.file == nullptr || profile.file.size() > best.file->file.size();
    if (text.starts_with(start) && longer) best = {&profile, text.substr(start.size())};
  }
  return best;
}

bool has_column(const Profile& profile, std::string_view name) {
  return std::any_of(profile.columns.begin(), profile.columns.end(), [&](const auto& c) { return c.name == name; });
}

Error no_column(const Answer& answer, const std::string& column, std::span<const Profile> profiles) {
  std::vector<std::string> names;
  for (const Profile& profile : profiles) {
    for (const ColumnProfile& c : profile.columns) {
      names.push_back(c.name);
      names.push_back(profile.file + ":" + c.name);
    }
  }
  return {
      "use.answer", answer.option + ": no file has a column \"" + column + "\"." + did_you_mean(column, names), {}, {}};
}

Problem apply(const Answer& answer, std::span<const Profile> profiles, std::vector<SourceChoice>& choices) {
  const Row& row = row_of(answer);
  const Addressed to = address_of(answer, row.about, profiles);
  Said said{answer.option, {}, std::string(to.rest)};
  if (!is_of_file(row.about)) {
    const auto equals = to.rest.rfind('=');
    if (equals == std::string_view::npos) {
      return wrong(said, "\"" + answer.text + "\" has no \"=\"; write " + std::string(row.option.grammar) + ".");
    }
    said.key = std::string(to.rest.substr(0, equals));
    said.value = std::string(to.rest.substr(equals + 1));
  }
  bool fits = false;
  for (std::size_t p = 0; p < profiles.size(); ++p) {
    const bool meant = to.file == nullptr || to.file == &profiles[p];
    if (!meant || (row.about == About::column && !has_column(profiles[p], said.key))) continue;
    fits = true;
    if (auto problem = row.set(said, profiles[p], choices[p])) return problem;
  }
  if (!fits) return no_column(answer, said.key, profiles);
  return std::nullopt;
}

std::string shell_quoted(const std::string& text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

// The text of the answer to a Query with this choice, and its option; an empty option where there is none.
Answer answer_to(const Query& query, const Profile& profile, const std::string& choice) {
  const std::string column =
      query.column >= 0 ? profile.columns[static_cast<std::size_t>(query.column)].name : std::string();
  const std::string& first = query.values.empty() ? query.code : query.values.front();
  if (query.code.starts_with("date.")) return {"--date-order", column + "=" + choice};
  if (query.code.starts_with("num.")) return {"--decimal", column + "=" + choice};
  if (query.code == "kind.unsure" && choice != name_of(Kind::none)) return {"--kind", profile.file + "=" + choice};
  if (query.code == "map.missing" && !choice.empty()) return {"--role", choice + "=" + first};
  if (query.code == "nps.scale") return {"--scale", profile.file + "=" + choice};
  if (query.code == "question.scale" && !choice.empty()) {
    return {"--scale", profile.file + "=" + first + "=" + choice};
  }
  if (query.code == "wide.table") return {"--wide", profile.file + "=" + choice};
  if (query.code == "target.kpi") return {"--value", "kpi_id:=" + choice};
  if (query.code == "enc.unsure") return {"--encoding", profile.file + "=" + choice};
  if (query.code == "csv.header" || query.code == "csv.no_header")
    return {"--header-rows", profile.file + "=" + choice};
  return {};
}

}  // namespace

std::vector<AnswerOption> answer_options() {
  std::vector<AnswerOption> options;
  for (const Row& row : kRows) options.push_back(row.option);
  return options;
}

bool is_of_dialect(const Answer& answer) { return row_of(answer).about == About::dialect; }

Result<std::vector<SourceChoice>> choices_of(const std::vector<Answer>& answers, std::span<const Profile> profiles) {
  std::vector<SourceChoice> choices(profiles.size());
  for (const Answer& answer : answers) {
    if (auto problem = apply(answer, profiles, choices)) return tl::unexpected<Error>(std::move(*problem));
  }
  return choices;
}

std::vector<std::string> options_answering(const Query& query, const Profile& profile) {
  std::vector<std::string> options;
  for (const Option& option : query.options) {
    const Answer answer = answer_to(query, profile, option.choice);
    options.push_back(answer.option.empty() ? std::string() : answer.option + " " + shell_quoted(answer.text));
  }
  return options;
}

}  // namespace pegel::cli
