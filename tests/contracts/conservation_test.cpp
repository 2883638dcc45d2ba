// Rows read are rows used and rows left out; every row left out is counted under a reason and can be listed.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "pegel/table.h"
#include "support/generate.h"

namespace pegel {
namespace {

const test::File kOdd{"odd.csv",
                      "Deal ID,Status,Amount,Created,Closed,Owner\n"
                      "1,won,5,2026-01-02,2026-01-20,Ada\n"
                      "1,won,6,2026-01-02,2026-01-21,Ada\n"
                      "\n"
                      "2,lost,7,2026-01-02\n"
                      "3,won,8,2026-01-02,2026-01-22,Bo\n"
                      "4,lost,9,2026-01-03,2026-01-22,Bo\n"
                      "5,open,10,2026-01-04,2026-01-24,Bo\n"
                      "Deal ID,Status,Amount,Created,Closed,Owner\n"
                      "6,won,11,2026-01-02,2026-01-22,Bo\n"
                      "Total,,26,,,\n"};
const test::File kWide{"plan.csv",
                       "Store,Q1 Plan,Q2 Plan,Q3 Plan,Q4 Plan\n"
                       "A,10000,,10000,20000\n"
                       "B,20000,30000,10000,20000\n"
                       "C,20000,30000,10000,20000,9\n"
                       "D,20000,30000,10000,20000\n"};

RowsPage left_out(const Plan& plan, const Batches& batches, std::string use = {}) {
  RowsQuery query;
  query.left_out = true;
  query.use = std::move(use);
  query.limit = 1'000'000;
  return rows(plan, batches, query).value_or(RowsPage{});
}

std::span<const uint8_t> bytes_of(std::string_view text) {
  return {reinterpret_cast<const uint8_t*>(text.data()), text.size()};
}

/// Rows of the file as a plain table, those left out too.
int64_t rows_of_table(const Profile& found, const test::File& file) {
  int64_t rows = 0;
  TableReading reading(found, [&](const auto&) { ++rows; });
  EXPECT_TRUE(reading.push(bytes_of(file.text)));
  EXPECT_TRUE(reading.finish());
  for (const Issue& issue : reading.issues()) rows += issue.rows_left_out;
  return rows;
}

void expect_conserved(const test::File& file) {
  const auto found = test::profile_of(file);
  if (!found) return;  // refused with words
  const Plan plan = test::plan_for({file});
  const Batches batches = test::load(plan, {file});
  const Report report = make_report(plan, aggregate(plan, batches));
  const SourceReport& source = report.sources.front();
  EXPECT_EQ(source.rows, source.used + source.left_out) << file.name;
  int64_t under_reasons = 0, listed = 0;
  for (const Issue& issue : report.issues) under_reasons += issue.rows_left_out;
  for (const auto& row : left_out(plan, batches).rows) listed += std::stoll(row[3]);
  EXPECT_EQ(under_reasons, source.left_out) << file.name;
  EXPECT_EQ(listed, source.left_out) << file.name;
  if (plan.sources.front().wide.columns.empty()) EXPECT_EQ(rows_of_table(*found, file), source.rows) << file.name;
}

void expect_conserved_in(const std::filesystem::path& folder) {
  constexpr std::uintmax_t kMostBytes = 2u << 20;
  int files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().extension() == ".json" || entry.file_size() > kMostBytes) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    expect_conserved({entry.path().filename(), std::string(std::istreambuf_iterator<char>(in), {})});
    ++files;
  }
  EXPECT_GT(files, 0) << folder;
}

TEST(Conservation, holds_for_generated_files) {
  for (const auto& file : {test::deals_file(1, 400), test::responses_file(2, 300), test::stage_history_file(3, 120)}) {
    expect_conserved(file);
  }
}

TEST(Conservation, holds_for_odd_files) {
  expect_conserved(kOdd);
  expect_conserved(kWide);
}

TEST(Conservation, holds_for_the_samples) { expect_conserved_in("web/samples"); }

TEST(Conservation, holds_for_real_exports) {
  if (test::data_folder().empty()) GTEST_SKIP() << "PEGEL_DATA names no folder of real exports";
  expect_conserved_in(test::data_folder());
}

TEST(LeftOut, has_file_line_reason_and_excerpt_by_line) {
  const Plan plan = test::plan_for({kOdd});
  const RowsPage page = left_out(plan, test::load(plan, {kOdd}));
  EXPECT_EQ(page.columns, (std::vector<std::string>{"file", "line", "column", "rows", "reason", "excerpt"}));
  const std::vector<std::vector<std::string>> expected{
      {"odd.csv", "2", "0", "1", "duplicate", "1, won, 5, 2026-01-02, 2026-01-20, Ada"},
      {"odd.csv", "4", "0", "1", "csv.blank", ""},
      {"odd.csv", "5", "0", "1", "csv.ragged", "2,lost,7,2026-01-02"},
      {"odd.csv", "9", "0", "1", "csv.repeated_header", "Deal ID,Status,Amount,Created,Closed,Owner"},
      {"odd.csv", "11", "0", "1", "csv.total_row", "Total,,26,,,"}};
  EXPECT_EQ(page.rows, expected);
  EXPECT_EQ(page.total, 5);
}

TEST(LeftOut, names_the_cells_of_a_wide_table) {
  const Plan plan = test::plan_for({kWide});
  const RowsPage page = left_out(plan, test::load(plan, {kWide}));
  const std::vector<std::vector<std::string>> expected{
      {"plan.csv", "2", "3", "1", "wide.empty", ""},
      {"plan.csv", "4", "0", "4", "csv.ragged", "C,20000,30000,10000,20000,9"}};
  EXPECT_EQ(page.rows, expected);
}

TEST(LeftOut, can_be_asked_for_one_reason) {
  const Plan plan = test::plan_for({kOdd});
  const Batches batches = test::load(plan, {kOdd});
  EXPECT_EQ(left_out(plan, batches, "csv.ragged").total, 1);
  RowsQuery query;
  query.left_out = true;
  query.use = "csv.raged";
  EXPECT_EQ(rows(plan, batches, query).error().text,
            "Rows are not left out as \"csv.raged\". Did you mean \"csv.ragged\"?");
}

}  // namespace
}  // namespace pegel
