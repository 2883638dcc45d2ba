// Any bytes as a file, from its profile to the rows behind each number: every row is accounted for, and the Report is the
// same for every cut.

#include <map>

#include "fuzz/fuzz.h"
#include "json/json.h"
#include "pegel/table.h"

namespace pegel::fuzz {
namespace {

Batches load_in_pieces(const Plan& plan, std::span<const uint8_t> bytes, unsigned seed) {
  Batches batches;
  Load load(plan, 0, batches);
  in_pieces(bytes, seed, [&](std::span<const uint8_t> piece) { expect(load.push(piece).has_value(), "it is read"); });
  expect(load.finish().has_value(), "it is read to the end");
  return batches;
}

void check_accounts(const Report& report) {
  const SourceReport& source = report.sources.front();
  expect(source.rows == source.used + source.left_out, "rows read are rows used and rows left out");
  int64_t under_reasons = 0;
  for (const Issue& issue : report.issues) under_reasons += issue.rows_left_out;
  expect(under_reasons == source.left_out, "every row left out has its reason");
}

void check_left_out(const Plan& plan, const Batches& batches, const Report& report) {
  RowsQuery query;
  query.left_out = true;
  query.limit = INT64_MAX;
  const auto page = rows(plan, batches, query);
  int64_t listed = 0;
  for (const auto& row : page->rows) listed += std::stoll(row[3]);
  expect(listed == report.sources.front().left_out, "every row left out is listed");
}

void check_rows(const Plan& plan, const Batches& batches, const Report& report) {
  const KpiReport& kpi = report.kpis.front();
  if (kpi.status != KpiStatus::ok && kpi.status != KpiStatus::undefined) return;
  const std::string id(kpi.card->id);
  const auto all = rows(plan, batches, {false, id, "", "", "", 0, 10});
  expect(all && all->total == batches.rows(), "every row has its use in every KPI");
  for (const Excluded& excluded : kpi.excluded) {
    const auto page = rows(plan, batches, {false, id, std::string(excluded.reason), "", "", 0, 10});
    expect(page.has_value(), "a reason's rows can be listed");
  }
}

/// Rows read: those taken and those left out.
int64_t rows_of_table(const Profile& found, std::span<const uint8_t> bytes) {
  int64_t rows = 0;
  int64_t ragged = 0;
  TableReading reading(found, [&](const std::vector<std::string>& cells) {
    ragged += cells.size() == found.columns.size() ? 0 : 1;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      expect(!value_text(cells[c], found, c).empty(), "a cell has its value");
    }
    ++rows;
  });
  expect(reading.push(bytes) && reading.finish(), "a file with a profile is a table");
  for (const Issue& issue : reading.issues()) {
    rows += issue.rows_left_out;
    if (issue.code == "csv.ragged") ragged -= issue.count;
  }
  expect(ragged <= 0, "a row of another width is an issue");
  return rows;
}

void check_plan(const Plan& plan) {
  const std::string written = json::write(plan);
  const auto again = json::read_plan(written);
  expect(again && json::write(*again) == written, "a plan comes back as it was written");
}

// Of one KPI: a run with all of them would cost as much as fifty.
void check_file(std::span<const uint8_t> bytes, const Card& card, unsigned seed) {
  const FileHead head{"file.csv", static_cast<int64_t>(bytes.size()), bytes};
  const auto found = profile(head);
  if (!found) return expect(!found.error().text.empty(), "a file is refused with words");
  Choices choices;
  choices.today = day_of(2026, 12, 31);
  choices.kpis = {std::string(card.id)};
  const auto plan = make_plan({&*found, 1}, choices);
  expect(plan.has_value(), "what a profile finds makes a plan");
  check_plan(*plan);

  const Batches batches = load_in_pieces(*plan, bytes, seed);
  const Report report = make_report(*plan, aggregate(*plan, batches));
  check_accounts(report);
  const bool wide = !plan->sources.front().wide.columns.empty();
  expect(wide || report.sources.front().rows == rows_of_table(*found, bytes), "a table has the rows that are reported");
  check_left_out(*plan, batches, report);
  check_rows(*plan, batches, report);
  const std::string written = json::write(report);
  const Batches again = load_in_pieces(*plan, bytes, seed + 7);
  expect(json::write(make_report(*plan, aggregate(*plan, again))) == written, "the same report for every cut");
}

}  // namespace
}  // namespace pegel::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  pegel::fuzz::Input input(data, size);
  const unsigned seed = input.byte();
  static const auto catalogue = pegel::catalogue();
  const pegel::Card& card = *catalogue[input.below(catalogue.size())].card;
  pegel::fuzz::check_file(input.rest(), card, seed);
  return 0;
}
