#include "table/header_scale.h"

#include <gtest/gtest.h>

namespace pegel::table {
namespace {

TEST(PowerIn, ReadsThousandsAndMillionsOffAHeader) {
  const std::pair<const char*, int> cases[] = {
      {"Betrag", 0},
      {"Betrag (T€)", 3},
      {"Betrag (TEUR)", 3},
      {"Betrag (k€)", 3},
      {"Betrag in Tsd.", 3},
      {"Betrag in Tsd. €", 3},
      {"Umsatz [kEUR]", 3},
      {"Amount ($k)", 3},
      {"Amount ('000)", 3},
      {"Revenue in thousands", 3},
      {"Omzet (duizenden)", 3},
      {"Գումար (հազ.)", 3},
      {"Betrag in Mio.", 6},
      {"Umsatz (M€)", 6},
      {"Revenue £m", 6},
      {"Omzet in miljoenen", 6},
      {"Գումար, մլն", 6},
      {"Volumen Mrd. €", 9},
      {"Cost per thousand", 0},
      {"Amount (EUR)", 0},
      {"Keur", 0},
      {"Team", 0},
      {"Menge", 0},
      {"KEUR", 3},
  };
  for (const auto& [header, power] : cases) EXPECT_EQ(power_in(header), power) << header;
}

}  // namespace
}  // namespace pegel::table
