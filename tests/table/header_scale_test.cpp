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
      {"Revenue ($000)", 3},
      {"Revenue ($000s)", 3},
      {"Revenue (in 000)", 3},
      {"Revenue 000", 3},
      {"Revenue, $'000", 3},
      {"Revenue (\u20ac\u2019000)", 3},
      {"Umsatz (in 1.000 €)", 3},
      {"Umsatz in 1000 EUR", 3},
      {"Umsatz in 1 000 EUR", 3},
      {"Umsatz in 1,000,000 EUR", 6},
      {"Absatz x 1000", 3},
      {"Omzet (x €1.000)", 3},
      {"Omzet (x1000)", 3},
      {"Revenue (k)", 3},
      {"Umsatz k EUR", 3},
      {"Revenue (m)", 6},
      {"Turnover (€ m)", 6},
      {"Sales, USDm", 6},
      {"Sales EURk", 3},
      {"Revenue $mm", 6},
      {"Revenue USD MM", 6},
      {"Revenue MM", 6},
      {"Revenue ($bn)", 9},
      {"Length (m)", 0},
      {"Menge (m)", 0},
      {"Preis (m)", 0},
      {"Month (MM)", 0},
      {"Fläche (k)", 0},
      {"Size mm", 0},
      {"Revenue m", 0},
      {"Cost per 1000", 0},
      {"Preis je 1000 Stück", 0},
      {"Kosten pro 1.000", 0},
      {"Preis €/1000", 0},
      {"Cost (€/k)", 0},
      {"Umsatz in 2000", 0},
      {"Bonus 1000 EUR", 0},
      {"Umsatz 2026", 0},
  };
  for (const auto& [header, power] : cases) EXPECT_EQ(power_in(header), power) << header;
}

}  // namespace
}  // namespace pegel::table
