#include "dataset/common_roles.h"
#include "dataset/kind.h"

namespace pegel::dataset {
namespace {

constexpr RoleSpec kRoles[] = {
    {.role = Role::partner_id,
     .required = true,
     .weight = 2,
     .headers = "Partner ID|Partner|Partner Number|Partner Code|Partner Account ID|Reseller ID|Reseller|Distributor ID|"
                "Partner-ID|Partnernummer|Partner-Nr.|Händler-Nr.|Händlernummer|Händler|Vertriebspartner|Partnercode|"
                "Wederverkoper|Գործընկերոջ ID|Գործընկերոջ համար|Գործընկերոջ կոդ|Գործընկեր",
     .usual = "Partner Name|Partnername|Partnernaam|Reseller Name|Account Name"},
    {.role = Role::name,
     .headers = "Partner Name|Name|Company|Company Name|Account Name|Reseller Name|Partnername|Firma|Firmenname|"
                "Partnernaam|Naam|Bedrijfsnaam|Bedrijf|Գործընկերոջ անուն|Անվանում|Անուն|Ընկերություն"},
    {.role = Role::tier,
     .dimension = true,
     .weight = 2,
     .headers = "Tier|Partner Tier|Level|Partner Level|Program Level|Partnerstufe|Partnerstatus|Stufe|Partnerniveau|"
                "Niveau|Մակարդակ|Գործընկերոջ մակարդակ"},
    {.role = Role::joined,
     .weight = 1.5,
     .headers =
         "Joined|Joined On|Partner Since|Join Date|Since|Onboarded|Contract Start|Partner seit|Beitritt|Beigetreten am|"
         "Seit|Partner sinds|Lid sinds|Sinds|Միացել է|Միանալու ամսաթիվ|Գործընկեր է սկսած"},
    kModified,
    {.role = Role::region,
     .dimension = true,
     .headers = "Region|Country|Territory|Gebiet|Land|Regio|Gebied|Տարածաշրջան|Երկիր"},
    {.role = Role::segment,
     .dimension = true,
     .headers = "Segment|Partner Type|Type|Industry|Partnertyp|Branche|Partnertype|Sector|Գործընկերոջ տեսակ|Ոլորտ"},
    {.role = Role::owner,
     .dimension = true,
     .headers =
         "Owner|Partner Manager|Channel Manager|Partnermanager|Partnerbetreuer|Betreuer|Eigenaar|Պատասխանատու|Channel "
         "Account Manager|Partner Account Manager"},
    {.role = Role::team, .dimension = true, .headers = "Team|Channel Team|Teamnaam|Թիմ"},
};

constexpr Role kTelling[] = {Role::tier, Role::joined, Role::name};
constexpr RoleSet kOneOf[] = {kTelling};

constexpr Signature kSystems[] = {
    {"partner list", "Partner ID|Tier"},
    {"partner list", "Partner ID|Partner Name"},
    {"partner list", "Partner|Partner seit"},
    {"partner list", "Partner|Partner sinds"},
};

}  // namespace

extern constexpr KindTable partners_kind{
    .kind = Kind::partners,
    .row = "one partner",
    .file_words = "partners|partner|resellers|dealers|vertriebspartner|händler|haendler|wederverkopers|գործընկերներ",
    .identity = Role::partner_id,
    .once = true,
    .one_of = kOneOf,
    .roles = kRoles,
    .signatures = kSystems,
};

}  // namespace pegel::dataset
