// Every method against R: hundreds of seeded cases in tests/golden/statistics.csv, made by the script beside it.

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <fstream>
#include <functional>
#include <limits>
#include <map>
#include <sstream>

#include "partial/moments.h"
#include "stats/correlation.h"
#include "stats/kaplan_meier.h"
#include "stats/normal.h"
#include "stats/ratio_of_sums.h"
#include "stats/two_shares.h"

namespace pegel::stats {
namespace {

using Numbers = std::vector<double>;
using Lists = std::vector<Numbers>;

const double kNothing = std::numeric_limits<double>::quiet_NaN();  // NA in the table

Numbers numbers_of(const std::string& text) {
  Numbers numbers;
  std::istringstream in(text);
  for (std::string word; in >> word;) numbers.push_back(word == "NA" ? kNothing : std::stod(word));
  return numbers;
}

std::vector<std::string> parts_of(const std::string& text, char sign) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, sign);) parts.push_back(part);
  return parts;
}

int64_t whole(double value) { return static_cast<int64_t>(value); }
double or_nothing(const std::optional<double>& value) { return value.value_or(kNothing); }
Numbers ends(const std::optional<Interval>& interval) {
  return interval ? Numbers{interval->low, interval->high} : Numbers{kNothing, kNothing};
}
Numbers joined(std::initializer_list<Numbers> parts) {
  Numbers all;
  for (const Numbers& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

Sample sample_of(const Numbers& amounts) {
  partial::Moments moments;
  for (const double amount : amounts) moments.add(std::llround(amount * static_cast<double>(base::kOne)));
  return {moments.mean(), moments.standard_deviation(), moments.n()};
}

Numbers difference(const Numbers& a, const Numbers& b) {
  Numbers result;
  for (std::size_t i = 0; i < a.size(); ++i) result.push_back(b[i] - a[i]);
  return result;
}

partial::Survival durations_of(const Numbers& signed_times) {
  partial::Survival durations;
  for (const double time : signed_times) durations.add(whole(time < 0 ? -1 - time : time), time >= 0);
  return durations;
}

Numbers garwood_case(const Lists& given) {
  const int64_t events = whole(given[0][0]);
  return joined({ends(garwood(events)), ends(garwood_rate(events, given[0][1]))});
}

Numbers ranks_case(const Lists& given) {
  const auto ranks = order_statistics(whole(given[0][0]), given[0][1]);
  if (!ranks) return {kNothing};
  return {static_cast<double>(ranks->low), static_cast<double>(ranks->high), ranks->cover};
}

Numbers two_shares_case(const Lists& given) {
  const Numbers& n = given[0];
  const auto found = two_shares({whole(n[0]), whole(n[1])}, {whole(n[2]), whole(n[3])});
  return {found->value, found->interval.low, found->interval.high, found->z, found->p};
}

Numbers welch_case(const Lists& given) {
  const Sample a = sample_of(given[0]);
  const Sample b = sample_of(given[1]);
  return joined({{b.mean - a.mean}, ends(welch(a, b))});
}

Numbers paired_case(const Lists& given) {
  const Sample s = sample_of(difference(given[0], given[1]));
  return ends(student_t(s.mean, s.standard_deviation, s.n));
}

Numbers kaplan_meier_case(const Lists& given) {
  const KaplanMeier curve(durations_of(given[0]));
  const double q = given[1][0];
  const int64_t at = whole(given[1][1]);
  const OpenInterval around = curve.quantile_interval(q);
  return joined({{or_nothing(curve.quantile(q)), or_nothing(around.low), or_nothing(around.high), curve.open_after(at)},
                 ends(curve.open_interval(at))});
}

Numbers log_rank_case(const Lists& given) {
  const auto found = log_rank(durations_of(given[0]), durations_of(given[1]));
  return found ? Numbers{found->z, found->p} : Numbers{kNothing};
}

Numbers correlation_case(const Lists& given) {
  const auto numbers = [](const std::optional<Correlation>& c) {
    return c ? joined({{c->value}, ends(c->interval)}) : Numbers{kNothing, kNothing, kNothing};
  };
  return joined({numbers(pearson(given[0], given[1])), numbers(spearman(given[0], given[1]))});
}

Numbers nps_case(const Lists& given) {
  const Numbers& n = given[0];
  return ends(adjusted_wald_nps(whole(n[0]), whole(n[1]), whole(n[2])));
}

Numbers nps_difference_case(const Lists& given) {
  const auto answers = [](const Numbers& n) { return NpsAnswers{whole(n[0]), whole(n[1]), whole(n[2])}; };
  return ends(adjusted_wald_nps_difference(answers(given[0]), answers(given[1])));
}

Numbers ratio_case(const Lists& given) {
  partial::Pairs units;
  for (std::size_t i = 0; i < given[0].size(); ++i) {
    units.add(uint64_t{i} * 2654435761u, whole(given[0][i]) * base::kOne, whole(given[1][i]) * base::kOne);
  }
  const auto ratio = ratio_of_sums(units, 1);
  return joined({{ratio->value}, ends(ratio->interval)});
}

Numbers delta_ratio_case(const Lists& given) {
  SumsOfTwo sums;
  for (std::size_t i = 0; i < given[0].size(); ++i) {
    const double x = given[0][i];
    const double y = given[1][i];
    sums = {sums.n + 1, sums.x + x, sums.y + y, sums.xx + x * x, sums.xy + x * y, sums.yy + y * y};
  }
  return ends(delta_ratio(sums));
}

SumOfEvents events_of(const Numbers& amounts) {
  SumOfEvents events;
  for (const double amount : amounts) events = {events.n + 1, events.sum + amount, events.squares + amount * amount};
  return events;
}

struct Method {
  double tolerance;  // relative, and absolute below 1
  std::function<Numbers(const Lists&)> run;
  double of_width = 0;  // of a value and its interval that both have drawn: that part of the interval's width instead
};

const std::map<std::string, Method>& methods() {
  static const std::map<std::string, Method> all = {
      {"wilson", {1e-12, [](const Lists& g) { return ends(wilson(whole(g[0][0]), whole(g[0][1]))); }}},
      {"student_t", {1e-9, [](const Lists& g) { return ends(student_t(g[0][0], g[0][1], whole(g[0][2]))); }}},
      {"garwood", {1e-9, garwood_case}},
      {"order_statistics", {1e-10, ranks_case}},
      {"two_shares", {1e-12, two_shares_case}},
      {"holm", {1e-14, [](const Lists& g) { return holm(g[0]); }}},
      {"trials_per_group",
       {1e-8,  // of the quantiles
        [](const Lists& g) {
          return Numbers{static_cast<double>(*trials_per_group(g[0][0], g[0][1], g[0][2], g[0][3]))};
        }}},
      {"welch", {1e-9, welch_case}},
      {"paired", {1e-9, paired_case}},
      {"kaplan_meier", {1e-10, kaplan_meier_case}},
      {"log_rank", {1e-10, log_rank_case}},
      {"correlation", {1e-10, correlation_case}},
      {"nps", {1e-11, nps_case}},
      {"nps_difference", {1e-11, nps_difference_case}},
      {"shrunk", {1e-10, [](const Lists& g) { return Numbers{shrunk(g[0][0], g[0][1], g[0][2], g[0][3])}; }}},
      {"ratio_drawn", {0, ratio_case, 0.08}},
      {"ratio_linearised", {1e-6, ratio_case}},  // R's influences are numerical
      {"delta_ratio", {1e-9, delta_ratio_case}},
      {"delta_growth", {1e-6, [](const Lists& g) { return ends(delta_growth(events_of(g[0]), events_of(g[1]))); }}},
      {"normal_beyond", {1e-12, [](const Lists& g) { return Numbers{normal_beyond(g[0][0])}; }}},
      {"normal_quantile", {2e-9, [](const Lists& g) { return Numbers{normal_quantile(g[0][0])}; }}},
  };
  return all;
}

void expect_like(const Numbers& found, const Numbers& expected, const Method& method, const std::string& line) {
  ASSERT_EQ(found.size(), expected.size()) << line;
  const double width = method.of_width == 0 ? 0 : method.of_width * (expected.back() - expected[1]);
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (std::isnan(expected[i]) || std::isnan(found[i])) {
      EXPECT_EQ(std::isnan(found[i]), std::isnan(expected[i])) << "number " << i << " of " << line;
    } else {
      EXPECT_NEAR(found[i], expected[i], width + method.tolerance * std::max(1.0, std::fabs(expected[i])))
          << "number " << i << " of " << line;
    }
  }
}

// FNV-1a of the bits.
class Digest {
 public:
  void add(double value) {
    uint64_t bits = 0;
    if (!std::isnan(value)) std::memcpy(&bits, &value, sizeof bits);
    for (int shift = 0; shift < 64; shift += 8) hash_ = (hash_ ^ (bits >> shift & 255)) * 1099511628211u;
  }
  uint64_t value() const { return hash_; }

 private:
  uint64_t hash_ = 14695981039346656037u;
};

struct Case {
  std::string line;
  std::string method;
  Lists given;
  Numbers expected;
};

std::vector<Case> cases() {
  std::ifstream table("tests/golden/statistics.csv");
  EXPECT_TRUE(table) << "run from the project's folder";
  std::vector<Case> all;
  for (std::string line; std::getline(table, line);) {
    const auto columns = parts_of(line, ',');
    Case next{line, columns.at(0), {}, numbers_of(columns.at(2))};
    for (const std::string& list : parts_of(columns[1], '|')) next.given.push_back(numbers_of(list));
    all.push_back(next);
  }
  return all;
}

TEST(AgainstR, EveryMethodGivesTheSameNumbers) {
  std::map<std::string, int> met;
  for (const Case& c : cases()) {
    const Method& method = methods().at(c.method);
    expect_like(method.run(c.given), c.expected, method, c.line);
    ++met[c.method];
  }
  for (const auto& [name, method] : methods()) EXPECT_GE(met[name], 10) << name;
}

// A compiler that contracts, or a library's exp in place of ours, shows here.
TEST(AgainstR, EveryMachineGivesTheSameBits) {
  Digest digest;
  for (const Case& c : cases()) {
    for (const double value : methods().at(c.method).run(c.given)) digest.add(value);
  }
  EXPECT_EQ(digest.value(), 2756435818176585670u);
}

}  // namespace
}  // namespace pegel::stats
