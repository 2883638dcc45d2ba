#include "support/generate.h"

#include <algorithm>

namespace pegel::test {

uint64_t Random::next() {
  uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

namespace {

std::string day(Random& random, int from, int days) {
  return iso_text(from + static_cast<int>(random.below(static_cast<uint64_t>(days))));
}

const char* const kOwners[] = {"Anna", "Bert, jr.", "Նարե", "", "Özlem \"Oz\""};
const char* const kTechniques[] = {"script A", "script B", ""};
const char* const kPartners[] = {"North GmbH", "South & Co", "East\nWest", "Lone"};

std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

}  // namespace

namespace {

std::string amount(Random& random) {
  const auto kind = random.below(100);
  if (kind < 4) return "";
  if (kind < 6) return "n. a. yet";
  if (kind < 9) return "0";
  const auto whole = random.below(90000);
  return std::to_string(whole) + "." + std::to_string(10 + random.below(90));
}

}  // namespace

// One draw a statement: the order of draws inside an expression is the compiler's.
File deals_file(uint64_t seed, int rows, bool duplicates) {
  Random random(seed);
  const int start = *day_of(2025, 1, 1);
  std::string text =
      "deal_id,status,created,closed,expected_close,amount,probability,owner,partner_id,technique,qualified\n";
  const auto put = [&](const std::string& cell) { text += cell + ","; };
  for (int i = 0; i < rows; ++i) {
    const int created = start + static_cast<int>(random.below(600));
    const auto kind = random.below(10);
    const std::string status = kind < 4 ? "won" : kind < 7 ? "lost" : kind < 9 ? "open" : "paused";
    const bool decided = status == "won" || status == "lost";
    const bool repeated = random.chance(3);
    put("D" + std::to_string(repeated && duplicates ? i / 2 : i));
    put(status);
    put(random.chance(2) ? "" : iso_text(created));
    const int days = static_cast<int>(random.below(120)) - 2;
    put(decided && !random.chance(3) ? iso_text(created + days) : "");
    put(decided ? "" : day(random, start + 400, 300));
    put(amount(random));
    put(std::to_string(random.below(101)));
    put(quoted(kOwners[random.below(5)]));
    put(quoted(kPartners[random.below(4)]));
    put(kTechniques[i % 3]);
    text += random.chance(70) ? "true\n" : "false\n";
    if (random.chance(1)) text += "ragged,row\n";
  }
  return {"deals.csv", text};
}

const char* const kOtherQuestions[] = {"cli_recommend", "cli_repurchase", "cli_other_products", "driver_price",
                                       "driver_quality"};

File responses_file(uint64_t seed, int rows) {
  Random random(seed);
  const int start = *day_of(2025, 3, 1);
  std::string text = "response_id,at,question,score,segment,customer_id,comment\n";
  for (int i = 0; i < rows; ++i) {
    text += "R" + std::to_string(i) + "," + day(random, start, 400);
    const std::string usual = random.chance(80) ? "nps" : i % 3 == 0 ? "ces" : "csat";
    text += "," + (i % 4 == 1 ? kOtherQuestions[i / 4 % 5] : usual) + ",";
    const auto score = random.below(12);
    const auto most = i % 10 == 0 ? 11 : 10;  // few are slips
    text += random.chance(3) ? "" : std::to_string(std::min<decltype(score)>(score, most));
    text += random.chance(50) ? ",small," : ",large,";
    text += (random.chance(70) ? "C" + std::to_string(random.below(40)) : "") + ",";
    text += quoted(random.chance(30) ? "fast, but\n\"loud\"" : "fine") + "\n";
  }
  return {"responses.csv", text};
}

File stage_history_file(uint64_t seed, int entities) {
  Random random(seed);
  const int start = *day_of(2025, 1, 1);
  const char* const stages[] = {"Lead", "Demo", "Quote", "Won"};
  std::string text = "deal_id,stage,entered,owner\n";
  for (int e = 0; e < entities; ++e) {
    int at = start + static_cast<int>(random.below(500));
    for (const char* stage : stages) {
      if (random.chance(15)) continue;
      text +=
          "D" + std::to_string(e) + "," + stage + "," + iso_text(at) + "," + quoted(kOwners[random.below(5)]) + "\n";
      if (random.chance(30)) break;
      at += static_cast<int>(random.below(20));
    }
  }
  return {"stage_history.csv", text};
}

}  // namespace pegel::test
