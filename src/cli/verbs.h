#pragma once
// What each verb of the tool does; they return the exit status.

#include "cli/options.h"

namespace pegel::cli {

int run_profile(const Options& options);
int run_plan(const Options& options);
int run_report(const Options& options);
int run_rows(const Options& options);
int run_table(const Options& options);
int run_catalog(const Options& options);
int run_sql(const Options& options);

}  // namespace pegel::cli
