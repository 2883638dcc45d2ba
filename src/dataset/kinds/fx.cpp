#include "dataset/common_roles.h"
#include "dataset/kind.h"

namespace pegel::dataset {
namespace {

constexpr RoleSpec kRoles[] = {
    {.role = Role::at,
     .required = true,
     .weight = 2,
     .headers = "Rate Date|Valid From|Quote Date|Kursdatum|Gültig ab|Koersdatum|Geldig vanaf|Փոխարժեքի ամսաթիվ",
     .usual = "Date|Day|Month|Datum|Tag|Monat|Dag|Maand|Ամսաթիվ|Օր"},
    {.role = Role::from_currency,
     .required = true,
     .weight = 3,
     .headers = "From Currency|Base Currency|Source Currency|Currency From|Ausgangswährung|Basiswährung|Von Währung|"
                "Basisvaluta|Van valuta|Bronvaluta|Սկզբնական արժույթ|Բազային արժույթ",
     .usual = "From|Base|Currency|Currency Code|Von|Basis|Währung|Währungscode|Van|Valuta|Արժույթից|Արժույթ"},
    {.role = Role::to_currency,
     .required = true,
     .weight = 3,
     .headers = "To Currency|Target Currency|Quote Currency|Currency To|Zielwährung|In Währung|Doelvaluta|Naar valuta|"
                "Վերջնական արժույթ|Թիրախային արժույթ",
     .usual = "To|Target|Nach|Zu|In|Ziel|Naar|Doel|Արժույթի"},
    {.role = Role::rate,
     .required = true,
     .weight = 3,
     .headers = "Exchange Rate|FX Rate|Conversion Rate|Currency Rate|Wechselkurs|Umrechnungskurs|Devisenkurs|"
                "Wisselkoers|Omrekenkoers|Փոխարժեք|Արժութային փոխարժեք",
     .usual = "Rate|Kurs|Koers|Value|Wert|Waarde"},
};

constexpr Signature kSystems[] = {
    {"exchange rates", "from_currency|to_currency|rate"},
};

}  // namespace

extern constexpr KindTable fx_kind{
    .kind = Kind::fx,
    .row = "the rate of a currency on a day",
    .file_words = "fx|exchange_rates|rates|wechselkurse|kurse|wisselkoersen|փոխարժեքներ",
    .roles = kRoles,
    .signatures = kSystems,
};

}  // namespace pegel::dataset
