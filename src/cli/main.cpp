// The terminal tool: data on stdout, notices on stderr; exit 0, 1 (could not), 2 (wrong use).

#include <iostream>

#include "cli/verbs.h"

namespace pegel::cli {

namespace {

int run(const Options& options) {
  switch (options.verb) {
    case Verb::profile:
      return run_profile(options);
    case Verb::plan:
      return run_plan(options);
    case Verb::rows:
      return run_rows(options);
    case Verb::report:
      return run_report(options);
    case Verb::table:
      return run_table(options);
    case Verb::catalog:
      return run_catalog(options);
    case Verb::sql:
      return run_sql(options);
    case Verb::none:
      break;
  }
  return 2;
}

}  // namespace

}  // namespace pegel::cli

int main(int argc, char** argv) {
  pegel::cli::Options options;
  if (const auto status = pegel::cli::parse(argc, argv, options)) return *status;
  try {
    return pegel::cli::run(options);
  } catch (const std::exception& e) {
    std::cerr << "pegel: " << e.what() << '\n';
    return 1;
  }
}
