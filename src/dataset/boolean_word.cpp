#include "dataset/boolean_word.h"

#include <algorithm>
#include <array>

#include "dataset/mapping.h"
#include "table/column.h"

namespace pegel::dataset {
namespace {

constexpr std::array<std::string_view, 14> kYes = {"1",    "true", "yes", "y",  "t",   "x",   "ja",
                                                   "wahr", "waar", "j",   "on", "այո", "1 0", "ճիշտ"};
constexpr std::array<std::string_view, 12> kNo = {"0",      "false", "no",     "n",   "f",  "nein",
                                                  "falsch", "nee",   "onwaar", "off", "ոչ", "սխալ"};

}  // namespace

int8_t boolean_of(std::string_view text) {
  if (text.empty()) return table::kMissing<int8_t>;
  const std::string word = normalise(text);
  if (std::find(kYes.begin(), kYes.end(), word) != kYes.end()) return 1;
  if (std::find(kNo.begin(), kNo.end(), word) != kNo.end()) return 0;
  return table::kUnreadable<int8_t>;
}

}  // namespace pegel::dataset
