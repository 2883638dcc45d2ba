#pragma once
// The whole engine in one call, for tests: files in, Report out, cut and ordered as a test likes.

#include <string>
#include <vector>

#include "pegel/engine.h"

namespace pegel::test {

struct File {
  std::string name;
  std::string text;
};

/// Choices with a fixed day: 2026-12-31.
Choices choices_today(std::string_view today = "2026-12-31");

/// What the engine sees in the file, by its first bytes and samples.
Result<Profile> profile_of(const File& file, const SourceChoice& choice = {});

/// The plan for the files; fails the running test and gives an empty plan when there is none.
Plan plan_for(const std::vector<File>& files, const Choices& choices = choices_today());

/// All rows of the files in one engine.
Batches load(const Plan& plan, const std::vector<File>& files);
Report run(const std::vector<File>& files, const Choices& choices = choices_today());

/// The Report as JSON: equal Reports have equal text.
std::string json_of(const Report& report);

/// The KPI of the Report; fails the running test when it is not there.
const KpiReport& kpi(const Report& report, std::string_view id);
/// The value of one cell of a breakdown; nothing when there is no such cell.
const Estimate* cell(const KpiReport& kpi, std::string_view dimension, std::string_view key);

/// The folder of real exports, or "" where PEGEL_DATA is unset.
std::string data_folder();
/// The files of the folder by relative path; the name is the last part of the path.
std::vector<File> data_files(const std::vector<std::string>& paths);

}  // namespace pegel::test
