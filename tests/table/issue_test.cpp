#include "pegel/issue.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace pegel {
namespace {

std::string text_of(const Issues& issues) {
  std::string out;
  for (const auto& issue : issues.list()) {
    out += issue.code + '/' + issue.subject + '/' + std::to_string(issue.count) + '/' +
           std::to_string(issue.rows_left_out) + ':';
    for (const auto& place : issue.places) {
      out += ' ' + place.file + '@' + std::to_string(place.line) + ',' + std::to_string(place.column);
    }
    for (const auto& [name, value] : issue.values) out += ' ' + name + '=' + value;
    out += '\n';
  }
  return out;
}

TEST(Issues, CountByFileCodeAndSubject) {
  Issues issues;
  issues.add("num.text", "Amount", {"b.csv", 7, 3, "x"});
  issues.add("csv.ragged", "", {"b.csv", 2, 0, ""}, 1);
  issues.add("num.text", "Amount", {"b.csv", 4, 3, "y"});
  issues.add("num.text", "Score", {"b.csv", 4, 5, "y"});
  issues.add("num.text", "Amount", {"a.csv", 9, 3, "z"});
  EXPECT_EQ(text_of(issues),
            "num.text/Amount/1/0: a.csv@9,3\n"
            "csv.ragged//1/1: b.csv@2,0\n"
            "num.text/Amount/2/0: b.csv@4,3 b.csv@7,3\n"
            "num.text/Score/1/0: b.csv@4,5\n");
}

TEST(Issues, KeepTheFirstPlacesInFileOrder) {
  Issues issues;
  for (int64_t line = 20; line > 0; --line) issues.add("num.text", "Amount", {"a.csv", line, 1, ""});
  EXPECT_EQ(text_of(issues), "num.text/Amount/20/0: a.csv@1,1 a.csv@2,1 a.csv@3,1 a.csv@4,1 a.csv@5,1\n");
}

TEST(Issues, MergeInAnyOrderGivesTheSameList) {
  std::mt19937 random(11);
  Issues whole;
  Issues parts[3];
  for (int i = 0; i < 300; ++i) {
    Issue issue;
    issue.code = i % 2 ? "num.text" : "csv.ragged";
    issue.subject = i % 3 ? "" : "Amount";
    issue.count = i;
    issue.rows_left_out = i % 5;
    issue.values["n"] = std::to_string(i % 4);
    issue.places.push_back({i % 7 ? "a.csv" : "b.csv", static_cast<int64_t>(random() % 100), i % 4, ""});
    whole.add(issue);
    parts[random() % 3].add(issue);
  }
  for (const auto& order : {std::array{0, 1, 2}, std::array{2, 0, 1}, std::array{1, 2, 0}}) {
    Issues left;
    for (const int part : order) left.merge(parts[part]);
    EXPECT_EQ(text_of(left), text_of(whole));
    Issues right = parts[order[1]];
    right.merge(parts[order[2]]);
    Issues grouped = parts[order[0]];
    grouped.merge(right);
    EXPECT_EQ(text_of(grouped), text_of(whole));
  }
}

}  // namespace
}  // namespace pegel
