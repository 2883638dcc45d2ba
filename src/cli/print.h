#pragma once
// Text for people: aligned by display width, numbers grouped, English.

#include <iosfwd>
#include <vector>

#include "pegel/engine.h"

namespace pegel::cli {

/// Dialect, kind, a line a column, what values mean, and each question with the options that answer it.
void print(std::ostream& out, const Profile& profile);

/// Values, tables, breakdowns, links, rows left out, what was not computed, issues. `all_values`: breakdowns are whole, since
/// they were asked for; else the five largest of those that most people look at.
void print(std::ostream& out, const Report& report, bool all_values);

void print(std::ostream& out, const RowsPage& page);
void print(std::ostream& out, const std::vector<CatalogueEntry>& catalogue);

/// One line for the questions that a file leaves open, and where they are told.
void note_questions(std::ostream& out, const Profile& profile);
/// What each file's keys found in the others; nothing without links.
void print_links(std::ostream& out, const std::vector<LinkReport>& links);
/// Lines for Issues in words, each with its first place and what can be done.
void print_issues(std::ostream& out, const std::vector<Issue>& issues);
/// "pegel: file:line:column: text" on stderr.
void print_error(const Error& error);

}  // namespace pegel::cli
