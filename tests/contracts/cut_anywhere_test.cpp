// The same Report, byte for byte, for every cut of the input and every order of merging.

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "csv/splitter.h"
#include "json/json.h"
#include "support/generate.h"

namespace pegel {
namespace {

test::File wide_file() {
  std::string text = "Store,Q1 Plan,Q2 Plan,Q3 Plan,Q1 Actual\n";
  test::Random random(4);
  for (int row = 0; row < 60; ++row) {
    text += "S" + std::to_string(row % 7);
    for (int column = 0; column < 4; ++column) {
      text += random.chance(15) ? "," : "," + std::to_string(random.below(90'000));
    }
    text += row % 20 == 9 ? ",surplus\n" : "\n";
  }
  return {"plan.csv", text};
}

std::vector<test::File> generated() {
  const test::File targets{"targets.csv",
                           "kpi_id,period_start,period_end,target,scope_type,scope_id\n"
                           "revenue,2025-01-01,2025-12-31,900000,company,\n"
                           "revenue,2025-01-10,2025-02-20,9000,person,Anna\n"
                           "win_rate,2025-01-01,2025-06-30,40 %,company,\n"
                           "deal_count,2025-03-05,2025-09-04,7,partner,Lone\n"};
  return {test::deals_file(1, 400), test::responses_file(2, 300), test::stage_history_file(3, 120), targets,
          wide_file()};
}

std::span<const uint8_t> bytes_of(std::string_view text) {
  return {reinterpret_cast<const uint8_t*>(text.data()), text.size()};
}

// Every Source cut into `parts` runs of whole records, each aggregated by an engine of its own that borrows what the others
// lend.
std::vector<Cube> cubes_of_parts(const Plan& plan, const std::vector<test::File>& files, std::size_t parts) {
  std::vector<Batches> engines;
  for (std::size_t s = 0; s < files.size(); ++s) {
    const std::string_view text = files[s].text;
    const auto cuts = csv::split(plan.sources[s].dialect, text, parts);
    for (std::size_t c = 0; c + 1 < cuts.size(); ++c) {
      const auto before = text.substr(0, cuts[c]);
      const int64_t line = 1 + std::count(before.begin(), before.end(), '\n');
      Load load(plan, s, engines.emplace_back(), line);
      EXPECT_TRUE(load.push(bytes_of(text.substr(cuts[c], cuts[c + 1] - cuts[c]))));
      EXPECT_TRUE(load.finish());
    }
  }
  std::vector<std::vector<uint8_t>> lent;
  for (const Batches& engine : engines) lent.push_back(lend(plan, engine));
  std::vector<Cube> cubes;
  for (Batches& engine : engines) {
    for (const auto& bytes : lent) EXPECT_TRUE(borrow(plan, engine, bytes));
    cubes.push_back(aggregate(plan, engine));
  }
  return cubes;
}

// Duplicates are found within one engine.
std::vector<test::File> without_duplicates() {
  auto files = generated();
  files[0] = test::deals_file(1, 400, false);
  return files;
}

TEST(CutAnywhere, any_number_of_parts_in_any_order_gives_the_same_report) {
  const auto files = without_duplicates();
  const Plan plan = test::plan_for(files);
  const std::string whole = test::json_of(make_report(plan, aggregate(plan, test::load(plan, files))));
  for (const std::size_t parts : {2u, 3u, 7u, 20u}) {
    const auto cubes = cubes_of_parts(plan, files, parts);
    std::vector<std::size_t> order(cubes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    test::Random random(parts);
    for (int turn = 0; turn < 3; ++turn) {
      Cube merged(plan);
      for (const std::size_t c : order) merged.merge(cubes[c]);
      EXPECT_EQ(test::json_of(make_report(plan, merged)), whole) << parts << " parts, order " << turn;
      for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
    }
  }
}

/// Where the slices of a file start, and its end.
std::vector<std::size_t> cuts_of(const Source& source, std::string_view text, std::size_t slices) {
  std::vector<std::size_t> cuts{0};
  for (std::size_t c = 1; c < slices; ++c) {
    const std::size_t at = std::max(cuts.back() + 1, text.size() * c / slices);
    const auto border = first_border(source, bytes_of(text.substr(std::min(at, text.size()))));
    if (border && at + *border < text.size()) cuts.push_back(at + *border);
  }
  cuts.push_back(text.size());
  return cuts;
}

// Each engine reads a slice of every file, taking turns at random, and hands its rows over block by block: to all others that
// keep rows, of which there are `keepers`. One slice more than there are cuts is empty.
std::vector<Batches> load_in_slices(const Plan& plan, const std::vector<test::File>& files, std::size_t slices,
                                    std::size_t keepers, std::size_t block) {
  std::vector<Batches> held(slices + 1);
  test::Random random(slices);
  for (std::size_t s = 0; s < files.size(); ++s) {
    const std::string_view text = files[s].text;
    std::vector<std::size_t> cuts = cuts_of(plan.sources[s], text, slices);
    cuts.resize(held.size() + 1, text.size());
    std::vector<Load> loads;
    for (std::size_t c = 0; c < held.size(); ++c) loads.emplace_back(plan, s, held[c], SliceAt{c});
    std::vector<std::size_t> at(cuts.begin(), cuts.end() - 1);
    std::vector<std::size_t> open(at.size());
    std::iota(open.begin(), open.end(), std::size_t{0});
    while (!open.empty()) {
      const std::size_t turn = random.below(open.size());
      const std::size_t c = open[turn];
      const auto bytes = bytes_of(text.substr(at[c], std::min(block, cuts[c + 1] - at[c])));
      at[c] += bytes.size();
      const bool ended = at[c] == cuts[c + 1];
      if (ended) open.erase(open.begin() + static_cast<std::ptrdiff_t>(turn));
      EXPECT_TRUE(loads[c].push(bytes));
      EXPECT_TRUE(!ended || loads[c].end_slice());
      const auto rows = loads[c].hand_over(c < keepers);
      for (std::size_t other = 0; other < keepers; ++other) {
        EXPECT_TRUE(rows.empty() || other == c || loads[other].take({c}, rows));
      }
    }
    for (std::size_t c = 0; c < keepers; ++c) {
      const auto finished = loads[c].finish();
      EXPECT_TRUE(finished) << finished.error().text;
    }
  }
  held.resize(keepers);
  return held;
}

TEST(CutAnywhere, slices_read_by_several_engines_give_each_that_keeps_all_the_same_report_and_rows) {
  const auto files = generated();
  const Plan plan = test::plan_for(files);
  const Batches whole = test::load(plan, files);
  const std::string report = test::json_of(make_report(plan, aggregate(plan, whole)));
  const RowsQuery behind{.kpi = "revenue", .limit = 1000};
  const RowsQuery left_out{.left_out = true, .limit = 1000};
  const std::string rows = json::write(*pegel::rows(plan, whole, behind));
  const std::string left = json::write(*pegel::rows(plan, whole, left_out));
  for (const auto& [slices, keepers] :
       std::vector<std::pair<std::size_t, std::size_t>>{{2, 1}, {2, 2}, {3, 2}, {8, 3}}) {
    for (const Batches& held : load_in_slices(plan, files, slices, keepers, 777)) {
      EXPECT_EQ(test::json_of(make_report(plan, aggregate(plan, held))), report) << slices << " to " << keepers;
      EXPECT_EQ(json::write(*pegel::rows(plan, held, behind)), rows) << slices << " to " << keepers;
      EXPECT_EQ(json::write(*pegel::rows(plan, held, left_out)), left) << slices << " to " << keepers;
    }
  }
}

TEST(CutAnywhere, a_slice_that_does_not_start_where_a_record_starts_is_refused) {
  const std::vector<test::File> files{
      {"deals.csv", "deal id,amount,status,note\n1,5,won,\"a\n2,7,won,b\"\n3,9,lost,c\n"}};
  const Plan plan = test::plan_for(files);
  const std::string_view text = files[0].text;
  struct Cut {
    std::string_view start;  // of the slice
    bool fits;
  };
  for (const Cut cut :
       {Cut{"1,5", true}, Cut{"3,9", true}, Cut{"2,7", false}, Cut{"won,", false}, Cut{"deal", false}}) {
    const std::size_t at = text.find(cut.start);
    Batches batches;
    Load load(plan, 0, batches);
    ASSERT_TRUE(load.push(bytes_of(text.substr(0, at))));
    Batches none;
    Load slice(plan, 0, none, SliceAt{1});
    ASSERT_TRUE(slice.push(bytes_of(text.substr(at))));
    ASSERT_TRUE(slice.end_slice());
    ASSERT_TRUE(load.take({1}, slice.hand_over(false)));
    EXPECT_EQ(load.finish().has_value(), cut.fits) << cut.start;
  }
}

TEST(CutAnywhere, broken_bytes_of_a_slice_are_refused_not_read) {
  const std::vector<test::File> files{test::deals_file(1, 50)};
  const Plan plan = test::plan_for(files);
  Batches none;
  Load slice(plan, 0, none, SliceAt{1});
  ASSERT_TRUE(slice.push(bytes_of(files[0].text)));
  ASSERT_TRUE(slice.end_slice());
  const auto bytes = slice.hand_over(false);
  for (std::size_t length = 0; length < bytes.size(); length += 7) {
    Batches batches;
    Load load(plan, 0, batches);
    EXPECT_FALSE(load.take({1}, std::span(bytes).first(length))) << length;
  }
  test::Random random(3);
  for (int i = 0; i < 500; ++i) {
    auto broken = bytes;
    broken[random.below(broken.size())] ^= static_cast<uint8_t>(1 + random.below(255));
    Batches batches;
    Load load(plan, 0, batches);
    if (load.take({1}, broken) && load.finish()) make_report(plan, aggregate(plan, batches));
  }
}

/// Deals with quotes that open nothing, comments, and another table below.
test::File damaged_file() {
  const std::string text = test::deals_file(6, 200, false).text;
  std::string damaged;
  int line = 0;
  for (std::size_t at = 0; at < text.size(); ++line) {
    const std::size_t end = text.find('\n', at) + 1;
    if (line % 13 == 5) damaged += "# a comment, of the tool\n";
    if (line % 9 == 4) damaged += '"';
    damaged += text.substr(at, end - at);
    at = end;
  }
  return {"deals.csv", damaged + "\nRegion;Quota\nNorth;12\n\"South;15\n"};
}

TEST(CutAnywhere, a_damaged_file_gives_the_same_report_for_every_cut) {
  const std::vector<test::File> files{damaged_file()};
  const Plan plan = test::plan_for(files);
  const Report whole = make_report(plan, aggregate(plan, test::load(plan, files)));
  for (const char* code : {"csv.quote", "csv.comment"}) {
    EXPECT_TRUE(std::any_of(whole.issues.begin(), whole.issues.end(), [&](const Issue& i) { return i.code == code; }))
        << code;
  }
  for (const std::size_t parts : {2u, 5u, 30u, 300u}) {
    Cube merged(plan);
    for (const Cube& cube : cubes_of_parts(plan, files, parts)) merged.merge(cube);
    EXPECT_EQ(test::json_of(make_report(plan, merged)), test::json_of(whole)) << parts << " parts";
  }
}

TEST(CutAnywhere, blocks_of_any_size_give_the_same_report) {
  const auto files = generated();
  const Plan plan = test::plan_for(files);
  const std::string whole = test::json_of(make_report(plan, aggregate(plan, test::load(plan, files))));
  for (const std::size_t block : {1u, 2u, 3u, 7u, 64u, 1000u}) {
    Batches batches;
    for (std::size_t s = 0; s < files.size(); ++s) {
      Load load(plan, s, batches);
      const std::string_view text = files[s].text;
      for (std::size_t at = 0; at < text.size(); at += block) ASSERT_TRUE(load.push(bytes_of(text.substr(at, block))));
      ASSERT_TRUE(load.finish());
    }
    EXPECT_EQ(test::json_of(make_report(plan, aggregate(plan, batches))), whole) << "blocks of " << block;
  }
}

TEST(CutAnywhere, a_cube_survives_encoding) {
  const auto files = generated();
  const Plan plan = test::plan_for(files);
  const Cube cube = aggregate(plan, test::load(plan, files));
  const auto bytes = cube.encode();
  auto decoded = Cube::decode(plan, bytes);
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->encode(), bytes);
  EXPECT_EQ(test::json_of(make_report(plan, *decoded)), test::json_of(make_report(plan, cube)));
}

TEST(CutAnywhere, broken_cube_bytes_are_refused_not_read) {
  const auto files = generated();
  const Plan plan = test::plan_for(files);
  const auto bytes = aggregate(plan, test::load(plan, files)).encode();
  for (std::size_t length = 0; length < bytes.size(); length += 97) {
    EXPECT_FALSE(Cube::decode(plan, std::span(bytes).subspan(0, length))) << length;
  }
  test::Random random(9);
  for (int i = 0; i < 200; ++i) {
    auto broken = bytes;
    broken[random.below(broken.size())] ^= static_cast<uint8_t>(1 + random.below(255));
    EXPECT_FALSE(Cube::decode(plan, broken));
  }
}

}  // namespace
}  // namespace pegel
