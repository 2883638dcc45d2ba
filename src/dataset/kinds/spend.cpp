#include "dataset/common_roles.h"
#include "dataset/kind.h"

namespace pegel::dataset {
namespace {

constexpr RoleSpec kRoles[] = {
    {.role = Role::period_start,
     .headers = "Day|Date|Month|Week|Period|Period Start|Start Date|Reporting starts|From|Tag|Datum|Monat|Woche|"
                "Zeitraum|Von|Beginn|Startdatum|Dag|Maand|Periode|Van|Begin|Ամսաթիվ|Ամիս|Օր|Ժամանակաշրջան|Սկիզբ|"
                "Berichtsstart|Rapportage begint|Rapportage start|Gregorian Date|Time Period"},
    {.role = Role::period_end,
     .headers = "Period End|End Date|Reporting "
                "ends|To|Bis|Ende|Enddatum|Tot|Einde|Einddatum|Ավարտ|Մինչև|Berichtsende|Rapportage eindigt"},
    {.role = Role::amount,
     .required = true,
     .weight = 3,
     .headers = "Spend|Ad Spend|Amount spent|Amount Spent (EUR)|Media Spend|Media Cost|Marketing Cost|Marketing Spend|"
                "Advertising Cost|Ausgegebener Betrag|Werbekosten|Werbeausgaben|Marketingkosten|Marketingausgaben|"
                "Mediakosten|Uitgegeven bedrag|Besteed bedrag|Advertentiekosten|Marketinguitgaven|Գովազդի ծախս|"
                "Մարքեթինգային ծախս|Ծախսված գումար|Total Spent|Gesamtausgaben|Totaal besteed",
     .usual = "Cost|Costs|Total Cost|Amount|Kosten|Ausgaben|Betrag|Uitgaven|Bedrag|Ծախս|Ծախսեր|Գումար"},
    kCurrency,
    kChannel,
    kChannelClass,
    {.role = Role::campaign,
     .dimension = true,
     .weight = 3,
     .headers = "Campaign|Campaign Name|Ad Set Name|Source Campaign|Kampagne|Kampagnenname|Anzeigengruppe|Campagne|"
                "Campagnenaam|Advertentiegroep|Արշավ|Քարոզարշավ|Name der Kampagne|Naam van campagne"},
    {.role = Role::source,
     .dimension = true,
     .headers = "Source|Network|Publisher|Vendor|Quelle|Netzwerk|Anbieter|Bron|Netwerk|Leverancier|Աղբյուր|Հարթակ"},
    kTechnique,
    {.role = Role::spend_kind,
     .dimension = true,
     .weight = 3,
     .headers = "Spend Kind|Spend Type|Cost Kind|Marketing Cost Type|Ausgabenart|Art der Ausgabe|Marketingkostenart|"
                "Soort uitgave|Uitgavesoort|Ծախսի ուղղություն",
     .usual = "Cost Type|Kind|Type|Category|Kostenart|Art|Kategorie|Kostensoort|Soort|Categorie|Ծախսի տեսակ|Տեսակ|"
              "Կատեգորիա"},
    kOwner,
    kTeam,
    kProduct,
    kProductLine,
    kRegion,
};

constexpr ValueSpec kWords[] = {
    {Role::spend_kind, "media",
     "Media|Ads|Advertising|Ad Spend|Search Ads|Social Ads|Print|TV|Radio|Events|Trade Fair|Sponsoring|Medien|"
     "Mediakosten|Werbung|Anzeigen|Messe|Advertenties|Reclame|Beurs|Մեդիա|Գովազդ|Ցուցահանդես"},
    {Role::spend_kind, "salary",
     "Salary|Salaries|Wages|Payroll|Staff|Personnel|Commission|Gehalt|Gehälter|Löhne|Personal|Personalkosten|Provision|"
     "Salaris|Salarissen|Lonen|Personeel|Personeelskosten|Աշխատավարձ|Աշխատավարձեր|Անձնակազմ"},
    {Role::spend_kind, "tools",
     "Tools|Software|Licences|Licenses|Subscriptions|CRM|Werkzeuge|Lizenzen|Abonnements|Tools & Software|Gereedschap|"
     "Licenties|Abonnementen|Գործիքներ|Ծրագրեր|Լիցենզիաներ"},
    {Role::spend_kind, "other",
     "Other|Misc|Miscellaneous|Agency|Travel|Sonstiges|Agentur|Reisekosten|Overig|Bureau|Reiskosten|Այլ"},
    kChannelClasses[0],
    kChannelClasses[1],
    kChannelClasses[2],
};

constexpr Role kOneOfSet[] = {Role::campaign, Role::spend_kind, Role::channel,     Role::channel_class,
                              Role::source,   Role::technique,  Role::period_start};
constexpr RoleSet kOneOf[] = {kOneOfSet};

constexpr Role kWantedSet[] = {Role::period_start};
constexpr RoleSet kWanted[] = {kWantedSet};

constexpr Signature kSystems[] = {
    {"Google Ads", "Campaign|Cost|Impr."},
    {"Google Ads", "Campaign|Cost|Clicks"},
    {"Google Ads", "Kampagne|Kosten|Impr."},
    {"Google Ads", "Kampagne|Kosten|Klicks"},
    {"Google Ads", "Campagne|Kosten|Klikken"},
    {"Meta Ads", "Campaign name|Amount spent"},
    {"Meta Ads", "Kampagnenname|Ausgegebener Betrag"},
    {"LinkedIn Ads", "Campaign Name|Total Spent|Impressions"},
};

}  // namespace

extern constexpr KindTable spend_kind{
    .kind = Kind::spend,
    .row = "what marketing and sales cost in a period",
    .file_words =
        "spend|marketing_costs|ads|campaigns|adspend|werbekosten|marketingkosten|kampagnen|advertentiekosten|campagnes|"
        "marketing|գովազդ|մարքեթինգ",
    .one_of = kOneOf,
    .wanted = kWanted,
    .roles = kRoles,
    .values = kWords,
    .signatures = kSystems,
};

}  // namespace pegel::dataset
