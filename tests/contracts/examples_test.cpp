// Every worked example of every Card, through the whole engine: bytes in, Report out.

#include <gtest/gtest.h>

#include "support/run.h"

namespace pegel {
namespace {

template <class Rows>
std::string expand(std::string_view header, const Rows& list) {
  std::string text = std::string(header) + "\n";
  int number = 0;
  for (const ExampleRows& rows : list) {
    for (int i = 0; i < rows.times; ++i) {
      ++number;
      for (const char c : rows.line) text += c == '#' ? std::to_string(number) : std::string(1, c);
      text += '\n';
    }
  }
  return text;
}

// Role names as headers: what each column means is said, not guessed.
SourceChoice exact_mapping(Kind kind, std::string_view header) {
  SourceChoice choice;
  choice.kind = kind;
  Dialect dialect;
  choice.dialect = dialect;
  for (std::size_t start = 0; start <= header.size();) {
    const auto end = std::min(header.find(',', start), header.size());
    const std::string name(header.substr(start, end - start));
    choice.roles[name] = name;
    start = end + 1;
  }
  return choice;
}

const Estimate* estimate_of(const KpiReport& entry, const Example& example) {
  if (example.by.empty()) return &entry.total;
  const auto equals = example.by.find('=');
  return test::cell(entry, example.by.substr(0, equals), example.by.substr(equals + 1));
}

void expect_near(const std::optional<double>& actual, const std::optional<double>& expected, const char* what) {
  if (!expected) return;
  ASSERT_TRUE(actual) << what << " is missing";
  EXPECT_NEAR(*actual, *expected, std::max(1e-9, std::abs(*expected) * 5e-4)) << what;
}

TEST(Examples, every_card_gives_its_worked_numbers) {
  for (const CatalogueEntry& entry : catalogue()) {
    const auto examples = examples_of(entry.card->id);
    ASSERT_GE(examples.size(), 2u) << entry.card->id;
    for (std::size_t e = 0; e < examples.size(); ++e) {
      const Example& example = examples[e];
      SCOPED_TRACE(std::string(entry.card->id) + ", example " + std::to_string(e + 1));
      Choices choices = test::choices_today(example.today);
      choices.sources["example.csv"] = exact_mapping(counted_by(*entry.card, example.variant).kind, example.header);
      std::vector<test::File> files{{"example.csv", expand(example.header, example.rows)}};
      for (const ExampleFile& file : example.also) {
        const std::string name = std::string(name_of(file.kind)) + std::to_string(files.size()) + ".csv";
        choices.sources[name] = exact_mapping(file.kind, file.header);
        files.push_back({name, expand(file.header, file.rows)});
      }
      if (!example.by.empty()) choices.dimensions = {std::string(example.by.substr(0, example.by.find('=')))};
      if (!example.variant.empty()) choices.variants[std::string(entry.card->id)] = example.variant;
      const Report report = test::run(files, choices);
      const Estimate* estimate = estimate_of(test::kpi(report, entry.card->id), example);
      ASSERT_NE(estimate, nullptr) << "no cell " << example.by;
      if (!example.value) {
        EXPECT_FALSE(estimate->value) << "must be undefined";
        EXPECT_EQ(estimate->undefined, example.undefined);
        continue;
      }
      EXPECT_EQ(estimate->undefined, "");
      expect_near(estimate->value, example.value, "value");
      expect_near(estimate->low, example.low, "low");
      expect_near(estimate->high, example.high, "high");
      if (example.n) EXPECT_EQ(estimate->n, *example.n);
    }
  }
}

}  // namespace
}  // namespace pegel
