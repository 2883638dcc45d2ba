#include "dataset/common_roles.h"
#include "dataset/kind.h"

namespace pegel::dataset {
namespace {

constexpr RoleSpec kRoles[] = {
    {.role = Role::distributor_id,
     .required = true,
     .weight = 3,
     .headers = "Distributor ID|Distributor Number|Distributor No|Distributor|Consultant ID|Consultant Number|"
                "Consultant|IBO Number|IBO|Associate ID|Member ID|Distributor-ID|Distributornummer|Vertriebspartner-ID|"
                "Vertriebspartner-Nr.|Beraternummer|Berater-ID|Distributeur-ID|Distributeurnummer|Distributeur|"
                "Verdeler|Դիստրիբյուտորի ID|Դիստրիբյուտորի համար|Դիստրիբյուտոր|Բաշխողի ID|Բաշխող",
     .usual = "Id|Number|Nummer|Nr|Համար"},
    {.role = Role::name,
     .headers = "Distributor Name|Consultant Name|Full Name|Name|Last Name|First Name|Nachname|Vorname|Naam|Achternaam|"
                "Voornaam|Անուն|Անուն Ազգանուն|Ազգանուն"},
    {.role = Role::enrolled,
     .weight = 2,
     .headers = "Enrolled|Enrolled On|Enrollment Date|Enrolment Date|Joined|Joined On|Join Date|Signup Date|"
                "Eingeschrieben am|Einschreibedatum|Eingetreten am|Beitrittsdatum|Registriert am|Ingeschreven op|"
                "Inschrijfdatum|Aangesloten op|Գրանցված|Գրանցման ամսաթիվ|Միանալու ամսաթիվ|Enroll Date|Enrolled "
                "Date|Date Enrolled|Date Joined",
     .usual = "Start Date|Startdatum|Created|Created At|Date|Datum|Since|Seit|Sinds|Ամսաթիվ"},
    {.role = Role::ended,
     .weight = 2,
     .headers = "Ended|Ended On|End Date|Terminated|Terminated On|Termination Date|Left On|Resigned On|Resigned|"
                "Ausgeschieden am|Austrittsdatum|Gekündigt am|Beendet am|Beëindigd op|Uitgeschreven op|Einddatum|"
                "Ավարտված|Դուրս գալու ամսաթիվ|Ավարտի ամսաթիվ"},
    {.role = Role::sponsor_id,
     .dimension = true,
     .weight = 3,
     .headers = "Sponsor ID|Sponsor|Sponsor Number|Upline|Upline ID|Enroller|Enroller ID|Recruited By|Sponsor-ID|"
                "Sponsornummer|Geworben von|Aangebracht door|Հովանավոր|Հովանավորի ID"},
    {.role = Role::rank,
     .dimension = true,
     .weight = 2,
     .headers = "Rank|Career Rank|Paid Rank|Title|Rang|Karrierestufe|Stufe|Rangstufe|Niveau|Աստիճան|Կարգ|Paid As "
                "Rank|Current Rank|Highest Rank|Lifetime Rank"},
    {.role = Role::onboarding_done,
     .weight = 3,
     .headers = "Onboarding Done|Onboarding Completed|Onboarded|Onboarded On|Training Completed|"
                "Onboarding abgeschlossen|Einarbeitung abgeschlossen|Onboarding voltooid|Inwerken voltooid|"
                "Ներածական դասընթացի ավարտ|Ուսուցման ավարտ"},
    kRegion,
    kTeam,
    kChannel,
    kModified,
};

constexpr Role kOneOfSet[] = {Role::enrolled, Role::sponsor_id, Role::rank, Role::ended, Role::name};
constexpr RoleSet kOneOf[] = {kOneOfSet};

constexpr Role kWantedSet[] = {Role::enrolled};
constexpr RoleSet kWanted[] = {kWantedSet};

constexpr Signature kSystems[] = {
    {"distributors", "distributor_id|enrolled"},
    {"genealogy", "Sponsor ID|Enroll Date"},
    {"genealogy", "Sponsor ID|PV|GV"},
};

}  // namespace

extern constexpr KindTable distributors_kind{
    .kind = Kind::distributors,
    .row = "one distributor",
    .file_words =
        "distributors|consultants|downline|vertriebspartner|berater|distributeurs|verdelers|դիստրիբյուտորներ|"
        "բաշխողներ",
    .identity = Role::distributor_id,
    .once = true,
    .one_of = kOneOf,
    .wanted = kWanted,
    .roles = kRoles,
    .signatures = kSystems,
};

}  // namespace pegel::dataset
