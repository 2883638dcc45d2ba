#pragma once
// What the command line asks for.

#include <string>
#include <vector>

#include "cli/answers.h"
#include "pegel/engine.h"

namespace pegel::cli {

enum class Verb { none, profile, plan, table, report, rows, catalog, sql };

struct Options {
  Verb verb = Verb::none;
  std::vector<std::string> files;
  bool json = false;
  bool typed = false;
  bool csv = false;
  std::string plan_file;
  std::string period;                    ///< as written
  std::vector<std::string> definitions;  ///< files of KPIs of the plan's own
  std::vector<Alias> aliases;            ///< added to the plan's
  Choices choices;
  RowsQuery rows;
  SqlDialect dialect = SqlDialect::duckdb;
  std::vector<Answer> answers;
  bool today_given = false;
};

/// Exit status 0 for --help, 2 for wrong use; nothing when `options` is filled.
std::optional<int> parse(int argc, char** argv, Options& options);

}  // namespace pegel::cli
