#include "cli/verbs.h"

#include <algorithm>
#include <iostream>

#include "cli/csv.h"
#include "cli/filters.h"
#include "cli/opened.h"
#include "cli/print.h"
#include "cli/print_table.h"
#include "json/json.h"

namespace pegel::cli {

namespace {

// Codes of names on the command line that are not there.
constexpr std::string_view kWrongUse[] = {"use.",     "rows.",     "plan.column", "plan.dimension",
                                          "plan.kpi", "plan.role", "plan.value",  "plan.variant"};

int stop(const Error& error) {
  print_error(error);
  const bool wrong = std::any_of(std::begin(kWrongUse), std::end(kWrongUse),
                                 [&](std::string_view code) { return error.code.starts_with(code); });
  return wrong ? 2 : 1;
}

// Opens the files and makes the plan, then does the rest; 1 when a file could not be read.
template <class Then>
int with_plan(const Options& options, Then then) {
  const auto opened = open_all(options);
  if (!opened) return stop(opened.error());
  if (opened->profiles.empty()) return 1;
  const auto plan = plan_of(options, *opened);
  if (!plan) return stop(plan.error());
  const int status = then(*opened, *plan);
  return status == 0 && opened->failed ? 1 : status;
}

template <class Then>
int with_rows(const Options& options, Then then) {
  return with_plan(options, [&](const Opened& opened, const Plan& plan) {
    const auto batches = load_all(plan, opened.inputs);
    if (!batches) return stop(batches.error());
    note_filters(plan, *batches);
    return then(opened, plan, *batches);
  });
}

}  // namespace

int run_profile(const Options& options) {
  const auto opened = open_all(options);
  if (!opened) return stop(opened.error());
  if (options.json) {
    std::string list;
    for (const Profile& profile : opened->profiles) list += (list.empty() ? "" : ",") + json::write(profile);
    std::cout << '[' << list << "]\n";
  } else {
    for (const Profile& profile : opened->profiles) print(std::cout, profile);
  }
  return opened->failed ? 1 : 0;
}

int run_plan(const Options& options) {
  return with_plan(options, [](const Opened&, const Plan& plan) {
    std::cout << json::write(plan) << '\n';
    return 0;
  });
}

int run_report(const Options& options) {
  return with_rows(options, [&](const Opened& opened, const Plan& plan, const Batches& batches) {
    const Report report = make_report(plan, aggregate(plan, batches));
    if (options.json) {
      std::cout << json::write(report) << '\n';
    } else {
      for (const Profile& profile : opened.profiles) note_questions(std::cerr, profile);
      print(std::cout, report, options.choices.dimensions.has_value());
    }
    return 0;
  });
}

int run_rows(const Options& options) {
  return with_rows(options, [&](const Opened&, const Plan& plan, const Batches& batches) {
    const auto page = rows(plan, batches, options.rows);
    if (!page) return stop(page.error());
    if (options.json) {
      std::cout << json::write(*page) << '\n';
    } else if (options.csv) {
      write_csv(std::cout, page->columns);
      for (const auto& row : page->rows) write_csv(std::cout, row);
    } else {
      print(std::cout, *page);
    }
    return 0;
  });
}

int run_table(const Options& options) {
  int status = 0;
  for (const std::string& path : options.files) {
    const auto printed = print_table(std::cout, options, path);
    if (!printed && printed.error().code == "use.answer") return stop(printed.error());
    if (!printed) status = 1;
  }
  return status;
}

namespace {

// Where the plan's files lie, for another program.
std::vector<std::string> paths_of(const Plan& plan, const std::vector<Input>& inputs) {
  std::vector<std::string> paths;
  for (const Source& source : plan.sources) {
    const auto input =
        std::find_if(inputs.begin(), inputs.end(), [&](const Input& each) { return each.name() == source.file; });
    paths.push_back(input == inputs.end() ? source.file : input->path() == "-" ? "/dev/stdin" : input->path());
  }
  return paths;
}

}  // namespace

int run_sql(const Options& options) {
  return with_plan(options, [&](const Opened& opened, Plan plan) {
    if (!options.choices.dimensions) plan.dimensions.clear();
    const auto batches = load_all(plan, opened.inputs);
    if (!batches) return stop(batches.error());
    const auto script =
        sql_script(plan, make_report(plan, aggregate(plan, *batches)), paths_of(plan, opened.inputs), options.dialect);
    if (!script) return stop(script.error());
    std::cout << *script;
    return 0;
  });
}

int run_catalog(const Options& options) {
  const auto plan = plan_of(options, {});
  if (!plan) return stop(plan.error());
  const auto entries = catalogue(*plan);
  if (options.json) {
    std::cout << json::write_with_examples(entries) << '\n';
  } else {
    print(std::cout, entries);
  }
  return 0;
}

}  // namespace pegel::cli
