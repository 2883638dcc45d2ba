#include <algorithm>
#include <map>
#include <ostream>

#include "cli/answers.h"
#include "cli/numbers.h"
#include "cli/print.h"
#include "cli/text_grid.h"
#include "cli/texts.h"

namespace pegel::cli {

namespace {

constexpr std::size_t kMostValues = 12;  // mappings shown a role

std::string shown(std::string_view delimiter) { return delimiter == "\t" ? "tab" : std::string(delimiter); }

std::string per_cent(const Guess& guess) { return fixed(guess.confidence * 100, 0) + " % sure"; }

// "87 % sure: header 'Betrag' is a known name of amount; else commission".
std::string why(const Guess& guess) {
  std::string text = per_cent(guess);
  if (!guess.reason.empty()) text += ": " + guess.reason;
  if (guess.confidence < kSure && !guess.runner_up.empty()) text += "; else " + guess.runner_up;
  return text;
}

void print_dialect(std::ostream& out, const Profile& profile) {
  const Dialect& dialect = profile.dialect;
  const std::string quote = dialect.quote == '\0' ? "no quotes" : std::string("quote ") + dialect.quote;
  out << "  " << name_of(dialect.encoding) << (dialect.bom ? " with BOM" : "") << " | " << shown(dialect.delimiter)
      << " | " << quote << " | " << name_of(dialect.line_ending) << " | header rows " << dialect.header_rows;
  if (dialect.skip_rows > 0) out << ", " << dialect.skip_rows << " rows before";
  if (dialect.skip_after_header > 0) out << ", " << dialect.skip_after_header << " rows after";
  out << "\n    " << why(profile.dialect_guess) << "\n    header " << why(profile.header_guess) << '\n';
}

void print_columns(std::ostream& out, const Profile& profile) {
  TextGrid grid({false, false, false, false});
  for (const ColumnProfile& column : profile.columns) {
    const bool mapped = column.role != Role::none;
    grid.add({column.name, std::string(name_of(column.type)), mapped ? std::string(name_of(column.role)) : "-",
              why(mapped ? column.role_guess : column.type_guess)});
  }
  grid.print(out, "  ");
}

void print_values(std::ostream& out, const Profile& profile) {
  std::map<Role, std::size_t> listed;
  for (const ValueMapping& value : profile.values) {
    if (++listed[value.role] > kMostValues) continue;
    out << "  " << name_of(value.role) << ": " << (value.raw.empty() ? "(every row)" : value.raw) << " -> "
        << (value.canonical.empty() ? text("values.unknown") : value.canonical);
    if (value.rows > 0) out << " (" << text("rows.title", {{"n", std::to_string(value.rows)}}) << ')';
    out << '\n';
  }
  for (const auto& [role, count] : listed) {
    if (count > kMostValues) out << "  " << name_of(role) << ": … " << count - kMostValues << " more\n";
  }
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string proofs_of(const Option& option) {
  return option.proofs == 0 ? "" : " (" + std::to_string(option.proofs) + " can be read no other way)";
}

std::string sentence_of(const Query& query) {
  Values values;
  if (!query.values.empty()) {
    values = {
        {"role", word("role", query.values.front())}, {"low", query.values.front()}, {"high", query.values.back()}};
  }
  if (query.code == "question.scale") {
    values["question"] = word("canonical.question", query.values.front());
    values["low"] = query.values[1];
  }
  return text("query." + query.code, values);
}

void print_question(std::ostream& out, const Profile& profile, const Query& query) {
  out << "  ? ";
  if (query.column >= 0) out << '"' << profile.columns[static_cast<std::size_t>(query.column)].name << "\": ";
  out << sentence_of(query) << (query.values.empty() ? "" : " In the file: ") << joined(query.values) << '\n';
  const auto answers = options_answering(query, profile);
  TextGrid grid({false, false, false});
  for (std::size_t o = 0; o < query.options.size(); ++o) {
    const Option& option = query.options[o];
    grid.add({(o == 0 ? "* " : "  ") + (option.choice.empty() ? "none" : option.choice),
              joined(option.readings) + proofs_of(option), answers[o]});
  }
  grid.print(out, "      ");
}

}  // namespace

void print(std::ostream& out, const Profile& profile) {
  out << profile.file << '\n';
  print_dialect(out, profile);
  out << "  kind: " << (profile.kind == Kind::none ? "not known" : name_of(profile.kind)) << ", "
      << why(profile.kind_guess) << "\n\n";
  print_columns(out, profile);
  if (!profile.values.empty()) out << '\n';
  print_values(out, profile);
  if (!profile.queries.empty()) out << "\n  Questions (* is taken when nobody answers)\n";
  for (const Query& query : profile.queries) print_question(out, profile, query);
  print_issues(out, profile.issues);
  out << '\n';
}

}  // namespace pegel::cli
