#include "dataset/common_roles.h"
#include "dataset/kind.h"

namespace pegel::dataset {
namespace {

constexpr RoleSpec kRoles[] = {
    {.role = Role::owner,
     .required = true,
     .weight = 1.5,
     .headers = "Member|Employee|Employee Name|Sales Rep|Sales Representative|Rep|Salesperson|Owner|Owner Name|User|"
                "User Name|Full Name|Name|Staff|Seller|Mitarbeiter|Mitarbeitername|Mitarbeiterin|Vertriebsmitarbeiter|"
                "Verkäufer|Besitzer|Benutzer|Benutzername|Medewerker|Naam medewerker|Verkoper|Eigenaar|Gebruiker|"
                "Gebruikersnaam|Naam|Աշխատակից|Աշխատակցի անուն|Վաճառող|Պատասխանատու|Անդամ|Անուն"},
    {.role = Role::team,
     .required = true,
     .dimension = true,
     .weight = 2,
     .headers = "Team|Team Name|Sales Team|Group|Department|Unit|Teamname|Verkaufsteam|Vertriebsteam|Abteilung|Gruppe|"
                "Teamnaam|Verkoopteam|Afdeling|Groep|Թիմ|Թիմի անուն|Վաճառքի թիմ|Բաժին|Խումբ"},
    kRegion,
    {.role = Role::joined,
     .headers = "Joined|Joined On|Join Date|Hired|Hired On|Hire Date|Start Date|Since|Eintritt|Eintrittsdatum|"
                "Eingestellt am|Seit|In dienst|In dienst sinds|Datum in dienst|Sinds|Միացել է|Աշխատանքի ընդունվել է"},
    kModified,
};

}  // namespace

extern constexpr KindTable members_kind{
    .kind = Kind::members,
    .row = "one person with their team",
    .file_words =
        "members|teams|staff|employees|salesforce team|team members|sales team|mitarbeiter|teammitglieder|"
        "medewerkers|teamleden|թիմեր|աշխատակիցներ",
    .identity = Role::owner,
    .once = true,
    .roles = kRoles,
};

}  // namespace pegel::dataset
