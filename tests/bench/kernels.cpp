// The steps of a report one by one, over generated files of some megabytes: bytes a second where bytes go in, rows a second
// where rows do. The tokenizer's slow twin stands beside it.

#include <benchmark/benchmark.h>

#include "base/utf8.h"
#include "csv/reader.h"
#include "csv/sniffer.h"
#include "csv/splitter.h"
#include "csv/tokenizer.h"
#include "pegel/engine.h"
#include "support/generate.h"

namespace pegel {
namespace {

constexpr int kRows = 60'000;
constexpr std::size_t kBlock = 4u << 20;

std::span<const uint8_t> bytes_of(std::string_view text) {
  return {reinterpret_cast<const uint8_t*>(text.data()), text.size()};
}

struct Work {
  test::File file;
  Plan plan;
};

Work work_of(test::File file) {
  const std::string_view text = file.text;
  const auto size = static_cast<int64_t>(text.size());
  FileHead head{file.name, size, bytes_of(text.substr(0, head_bytes(size)))};
  for (const int64_t at : sample_offsets(size)) {
    head.samples.push_back(bytes_of(text.substr(static_cast<std::size_t>(at), kSampleBytes)));
  }
  const std::vector<Profile> profiles{*profile(head)};
  Choices choices;
  choices.today = day_of(2026, 12, 31);
  return {std::move(file), *make_plan(profiles, choices)};
}

const Work& deals() {
  static const Work work = work_of(test::deals_file(1, kRows, false));
  return work;
}
const Work& responses() {
  static const Work work = work_of(test::responses_file(2, kRows));
  return work;
}
const Work& stages() {
  static const Work work = work_of(test::stage_history_file(3, kRows));
  return work;
}

Batches loaded(const Work& work) {
  Batches batches;
  Load load(work.plan, 0, batches);
  for (std::string_view rest = work.file.text; !rest.empty(); rest.remove_prefix(std::min(rest.size(), kBlock))) {
    if (!load.push(bytes_of(rest.substr(0, kBlock)))) return batches;
  }
  if (!load.finish()) return Batches();
  return batches;
}

void count_bytes(benchmark::State& state, const Work& work) {
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * work.file.text.size()));
}

void validate_utf8(benchmark::State& state) {
  const Work& work = deals();
  for (auto _ : state) benchmark::DoNotOptimize(base::valid_utf8_prefix(work.file.text));
  count_bytes(state, work);
}
BENCHMARK(validate_utf8);

void tokenize(benchmark::State& state, decltype(&csv::tokenize) by) {
  const Work& work = deals();
  csv::Records records;
  for (auto _ : state) by(work.plan.sources[0].dialect, work.file.text, true, records);
  count_bytes(state, work);
}
BENCHMARK_CAPTURE(tokenize, fast, &csv::tokenize);
BENCHMARK_CAPTURE(tokenize, slow_twin, &csv::reference_tokenize);

void find_dialect(benchmark::State& state) {
  const std::string_view start = std::string_view(deals().file.text).substr(0, 256u << 10);
  for (auto _ : state) benchmark::DoNotOptimize(csv::sniff(start, false));
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * start.size()));
}
BENCHMARK(find_dialect);

void find_border(benchmark::State& state) {
  const std::string_view middle = std::string_view(deals().file.text).substr(1'000'001, 256u << 10);
  for (auto _ : state) benchmark::DoNotOptimize(csv::first_border(deals().plan.sources[0].dialect, middle));
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * middle.size()));
}
BENCHMARK(find_border);

void load(benchmark::State& state, const Work& (*work)()) {
  const Work& given = work();
  int64_t rows = 0;
  for (auto _ : state) rows += loaded(given).rows();
  count_bytes(state, given);
  state.SetItemsProcessed(rows);
}
BENCHMARK_CAPTURE(load, deals, deals);
BENCHMARK_CAPTURE(load, responses, responses);
BENCHMARK_CAPTURE(load, stages, stages);

/// `again`: over Batches that were asked before.
void ask(benchmark::State& state, const Work& (*work)(), bool again) {
  Batches batches = loaded(work());
  if (again) aggregate(work().plan, batches);
  int64_t rows = 0;
  for (auto _ : state) {
    if (!again) {
      state.PauseTiming();
      batches = loaded(work());
      state.ResumeTiming();
    }
    benchmark::DoNotOptimize(make_report(work().plan, aggregate(work().plan, batches)));
    rows += batches.rows();
  }
  state.SetItemsProcessed(rows);
}
BENCHMARK_CAPTURE(ask, deals_first, deals, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ask, deals_again, deals, true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ask, responses_again, responses, true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ask, stages_again, stages, true)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace pegel
