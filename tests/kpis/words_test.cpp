#include "kpis/words.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "pegel/limits.h"
#include "support/generate.h"
#include "support/run.h"

namespace pegel::kpis {
namespace {

using List = std::vector<std::string>;

struct Case {
  const char* name;
  const char* text;
  List words;
};

TEST(Words, are_runs_of_letters_in_lower_case_each_once) {
  const Case cases[] = {
      {"repeated", "Slow, slow and SLOW!", {"slow"}},
      {"umlauts", "Die Qualität der Überprüfung – äußerst gut.", {"gut", "qualität", "äußerst", "überprüfung"}},
      {"Armenian", "Լավ սպասարկում, բայց թանկ", {"թանկ", "լավ", "սպասարկում"}},
      {"Armenian question mark inside a word", "Ինչո՞ւ այսքան դանդաղ։", {"այսքան", "դանդաղ", "ինչու"}},
      {"apostrophes", "don't 'quote' foto’s", {"don't", "foto's", "quote"}},
      {"combining accent", "cafe\u0301 bon", {"bon", "cafe"}},
      {"numbers and single letters", "2 x 40 GB RAM4you", {"gb", "ram"}},
      {"usual words", "the und de ու", {}},
      {"broken bytes", "good\xFFservice", {"good", "service"}},
      {"nothing", "", {}}};
  for (const Case& c : cases) EXPECT_EQ(words_of(c.text), c.words) << c.name;
}

// ---- the measure, written down a second time

double plain_z(const std::vector<WordCount>& words, const WordCount& of) {
  double all = 0, first = 0, second = 0;
  for (const WordCount& w : words) {
    first += static_cast<double>(w.texts[0]);
    second += static_cast<double>(w.texts[2]);
    all += static_cast<double>(w.texts[0] + w.texts[1] + w.texts[2]);
  }
  const auto prior = static_cast<double>(of.texts[0] + of.texts[1] + of.texts[2]);
  const double a = static_cast<double>(of.texts[0]) + prior, b = static_cast<double>(of.texts[2]) + prior;
  const double difference = std::log(a / (first + all - a)) - std::log(b / (second + all - b));
  return difference / std::sqrt(1 / a + 1 / b);
}

TEST(Telling, agrees_with_its_formula_on_random_counts) {
  test::Random random(3);
  const auto below = [&](uint64_t bound) { return static_cast<int64_t>(random.below(bound)); };
  for (int round = 0; round < 200; ++round) {
    std::vector<WordCount> words;
    for (int w = 0; w < 30; ++w) {
      words.push_back({"w" + std::to_string(w), {below(40), below(20), below(40)}});
    }
    std::map<std::string, double> expected;
    for (const WordCount& word : words) {
      const double z = plain_z(words, word);
      const bool enough = word.texts[0] + word.texts[1] + word.texts[2] >= 5;
      if (enough && std::fabs(z) >= 1.96) expected[word.word] = z;
    }
    std::map<std::string, double> found;
    for (const Telling& word : telling(words, 0, 2, 100)) found[word.word] = word.z;
    ASSERT_EQ(found.size(), expected.size()) << round;
    for (const auto& [word, z] : expected) EXPECT_NEAR(found[word], z, 1e-12) << round;
  }
}

TEST(Telling, keeps_the_most_telling_of_each_side_and_none_of_few_texts) {
  const std::vector<WordCount> words{{"price", {2, 0, 60}}, {"slow", {1, 0, 40}},  {"easy", {50, 0, 3}},
                                     {"rare", {0, 0, 4}},   {"both", {40, 9, 40}}, {"same", {30, 5, 30}}};
  const std::vector<Telling> all = telling(words, 0, 2, 9);
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0].word, "easy");
  EXPECT_EQ(all[1].word, "price");
  EXPECT_EQ(all[2].word, "slow");
  EXPECT_EQ(all[1].first, 2);
  EXPECT_EQ(all[1].second, 60);
  EXPECT_EQ(telling(words, 0, 2, 1).size(), 2u);
  EXPECT_TRUE(telling({}, 0, 2, 9).empty());
  EXPECT_TRUE(telling({{"alone", {9, 0, 1}}}, 0, 2, 9).empty()) << "nothing to compare with";
}

// ---- through the whole engine

test::File survey(int rows) {
  test::Random random(8);
  std::string text = "response_id,at,question,score,comment\n";
  const char* const noise[] = {"app", "rechnung", "Menü", "team", "գործիք", "report"};
  for (int i = 0; i < rows; ++i) {
    const int score = static_cast<int>(random.below(11));
    std::string comment = noise[random.below(6)];
    if (score >= 9 && random.chance(60)) comment += " Zuverlässig";
    if (score <= 6 && random.chance(60)) comment += " ԴԱՆԴԱՂ";
    text += "R" + std::to_string(i) + ",2026-0" + std::to_string(1 + i % 9) + "-05,nps," + std::to_string(score) + "," +
            comment + "\n";
  }
  return {"responses.csv", text};
}

const Table& table_of(const Report& report, const std::string& id) {
  const auto at = std::find_if(report.tables.begin(), report.tables.end(), [&](const Table& t) { return t.id == id; });
  EXPECT_NE(at, report.tables.end()) << id;
  return *at;
}

TEST(Verbatims, name_the_words_that_were_planted) {
  Choices choices = test::choices_today();
  choices.dimensions.emplace();
  const Report report = test::run({survey(400)}, choices);
  const Table& words = table_of(report, "words");
  ASSERT_EQ(words.rows.size(), 2u);
  EXPECT_EQ(words.rows[0][0].text, "zuverlässig");
  EXPECT_EQ(words.rows[0][1].text, "promoters");
  EXPECT_EQ(words.rows[1][0].text, "դանդաղ");
  EXPECT_EQ(words.rows[1][1].text, "detractors");
}

TEST(Verbatims, list_the_newest_of_each_group_with_their_places) {
  Choices choices = test::choices_today();
  choices.dimensions.emplace();
  const Report report = test::run({survey(400)}, choices);
  const Table& comments = table_of(report, "verbatims");
  std::map<std::string, int> shown;
  for (std::size_t r = 0; r < comments.rows.size(); ++r) {
    const auto& row = comments.rows[r];
    ++shown[row[0].text];
    EXPECT_EQ(row[4].text, "responses.csv");
    const int line = static_cast<int>(*row[5].number);
    EXPECT_EQ(row[1].text, "2026-0" + std::to_string(1 + (line - 2) % 9) + "-05");
    if (r > 0) EXPECT_LE(row[1].text, comments.rows[r - 1][1].text) << "newest first";
  }
  EXPECT_EQ(shown, (std::map<std::string, int>{{"promoters", 50}, {"passives", 50}, {"detractors", 50}}));
}

TEST(Verbatims, say_that_older_comments_are_not_looked_at) {
  std::string text = "response_id,at,question,score,comment\n";
  for (std::size_t i = 0; i <= kMostComments; ++i) {
    text += "R" + std::to_string(i) + ",2026-01-05,nps,9,good " + (i == 0 ? "oldest" : "new") + "\n";
  }
  Choices choices = test::choices_today();
  choices.dimensions.emplace();
  const Report report = test::run({{"responses.csv", text}}, choices);
  const Table& words = table_of(report, "words");
  EXPECT_EQ(words.notes.front(), "comments_cut");
  EXPECT_EQ(test::kpi(report, "verbatims").total.n, static_cast<int64_t>(kMostComments) + 1);
}

}  // namespace
}  // namespace pegel::kpis
