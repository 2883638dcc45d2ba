#include "cli/print.h"

#include <iostream>

#include "cli/numbers.h"
#include "cli/text_grid.h"
#include "cli/texts.h"

namespace pegel::cli {

namespace {

// The option that says how an Issue's cells are to be read.
struct Remedy {
  std::string_view code;
  std::string_view option;
};
constexpr Remedy kRemedies[] = {
    {"csv.no_header", "--header-rows"}, {"date.", "--date-order"},    {"enc.", "--encoding"},
    {"num.style", "--decimal"},         {"num.text", "--decimal"},    {"num.undecided", "--decimal"},
    {"trend.cut", "--grain"},           {"value.unknown", "--value"},
};

std::string remedy_of(std::string_view code) {
  for (const Remedy& remedy : kRemedies) {
    if (code.starts_with(remedy.code)) return "Here: " + std::string(remedy.option) + ", see --help.";
  }
  return {};
}

std::string words_of(const Issue& issue) {
  Values values = issue.values;
  values["n"] = std::to_string(issue.count);
  values["col"] = has_text("role." + issue.subject) ? text("role." + issue.subject) : issue.subject;
  values["code"] = issue.code;
  const std::string key = "issue." + issue.code;
  return text(has_text(key) ? key : "issue.other", values);
}

std::string text_of(const Place& place) {
  std::string text = place.file;
  if (place.line > 0) text += ":" + std::to_string(place.line);
  if (place.line > 0 && place.column > 0) text += ":" + std::to_string(place.column);
  return place.excerpt.empty() ? text : text + " \"" + place.excerpt + "\"";
}

}  // namespace

void print_issues(std::ostream& out, const std::vector<Issue>& issues) {
  if (!issues.empty()) out << "\n" << text("issues.title") << '\n';
  for (const Issue& issue : issues) {
    out << "  " << words_of(issue);
    if (issue.rows_left_out > 0) {
      out << ' ' << text("rows.left_out", {{"n", std::to_string(issue.rows_left_out)}}) << '.';
    }
    if (!issue.places.empty()) out << " First: " << text_of(issue.places.front());
    out << '\n';
    const std::string remedy = "remedy." + issue.code;
    if (has_text(remedy)) out << "    " << text(remedy) << ' ' << remedy_of(issue.code) << '\n';
  }
}

void note_questions(std::ostream& out, const Profile& profile) {
  if (profile.queries.empty()) return;
  out << "pegel: \"" << profile.file << "\" leaves " << profile.queries.size()
      << (profile.queries.size() == 1 ? " question" : " questions") << " open; `pegel profile` shows "
      << (profile.queries.size() == 1 ? "it" : "them") << " with the options that answer.\n";
}

void print(std::ostream& out, const RowsPage& page) {
  TextGrid grid(std::vector<bool>(page.columns.size(), false));
  grid.add(page.columns);
  for (const auto& row : page.rows) grid.add(row);
  grid.print(out, "");
  out << page.rows.size() << " of " << grouped(page.total) << " rows\n";
}

void print(std::ostream& out, const std::vector<CatalogueEntry>& catalogue) {
  TextGrid grid({false, false, false});
  for (const CatalogueEntry& entry : catalogue) {
    grid.add({std::string(entry.group) + "/" + std::string(entry.card->id), std::string(entry.card->name),
              std::string(entry.card->formula)});
  }
  grid.print(out, "");
}

void print_error(const Error& error) {
  std::cerr << "pegel: ";
  const bool named = error.place.file.empty() || error.text.starts_with(error.place.file);
  if (!named && error.place.line > 0) {
    std::cerr << error.place.file << ':' << error.place.line << ':';
    if (error.place.column > 0) std::cerr << error.place.column << ':';
    std::cerr << ' ';
  }
  std::cerr << error.text << '\n';
}

}  // namespace pegel::cli
