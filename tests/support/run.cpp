#include "support/run.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "json/json.h"

namespace pegel::test {

Choices choices_today(std::string_view today) {
  Choices choices;
  choices.today = day_of_iso(today);
  return choices;
}

namespace {

std::span<const uint8_t> bytes_of(std::string_view text) {
  return {reinterpret_cast<const uint8_t*>(text.data()), text.size()};
}

}  // namespace

Result<Profile> profile_of(const File& file, const SourceChoice& choice) {
  const std::string_view text = file.text;
  FileHead head{file.name, static_cast<int64_t>(text.size()),
                bytes_of(text.substr(0, head_bytes(static_cast<int64_t>(text.size()))))};
  for (const int64_t offset : sample_offsets(head.size)) {
    head.samples.push_back(bytes_of(text.substr(static_cast<std::size_t>(offset), kSampleBytes)));
  }
  return profile(head, choice);
}

Plan plan_for(const std::vector<File>& files, const Choices& choices) {
  std::vector<Profile> profiles;
  for (const File& file : files) {
    const auto chosen = choices.sources.find(file.name);
    auto found = profile_of(file, chosen == choices.sources.end() ? SourceChoice{} : chosen->second);
    if (!found) {
      ADD_FAILURE() << file.name << ": " << found.error().text;
      return {};
    }
    profiles.push_back(std::move(*found));
  }
  auto plan = make_plan(profiles, choices);
  if (!plan) {
    ADD_FAILURE() << plan.error().text;
    return {};
  }
  return std::move(*plan);
}

Batches load(const Plan& plan, const std::vector<File>& files) {
  Batches batches;
  for (std::size_t s = 0; s < plan.sources.size(); ++s) {
    Load load(plan, s, batches);
    EXPECT_TRUE(load.push(bytes_of(files[s].text)));
    EXPECT_TRUE(load.finish());
  }
  return batches;
}

Report run(const std::vector<File>& files, const Choices& choices) {
  const Plan plan = plan_for(files, choices);
  return make_report(plan, aggregate(plan, load(plan, files)));
}

std::string json_of(const Report& report) { return json::write(report); }

const KpiReport& kpi(const Report& report, std::string_view id) {
  for (const KpiReport& entry : report.kpis) {
    if (entry.card->id == id) return entry;
  }
  ADD_FAILURE() << "no KPI " << id;
  static const KpiReport none;
  return none;
}

const Estimate* cell(const KpiReport& kpi, std::string_view dimension, std::string_view key) {
  for (const Breakdown& breakdown : kpi.breakdown) {
    if (breakdown.dimension != dimension && breakdown.label != dimension) continue;
    for (const BreakdownValue& value : breakdown.values) {
      if (value.key == key) return &value.estimate;
    }
  }
  return nullptr;
}

std::string data_folder() {
  const char* folder = std::getenv("PEGEL_DATA");
  return folder == nullptr ? std::string() : std::string(folder) + "/";
}

std::vector<File> data_files(const std::vector<std::string>& paths) {
  std::vector<File> files;
  for (const std::string& path : paths) {
    std::ifstream in(data_folder() + path, std::ios::binary);
    EXPECT_TRUE(in) << path;
    files.push_back({path.substr(path.find_last_of('/') + 1), std::string(std::istreambuf_iterator<char>(in), {})});
  }
  return files;
}

}  // namespace pegel::test
