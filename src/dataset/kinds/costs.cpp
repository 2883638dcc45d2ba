#include "dataset/common_roles.h"
#include "dataset/kind.h"

namespace pegel::dataset {
namespace {

constexpr RoleSpec kRoles[] = {
    {.role = Role::period_start,
     .required = true,
     .headers = "Period Start|Month|Period|Date|Day|Start Date|From|Posting Date|Monat|Zeitraum|Periode|Datum|"
                "Buchungsdatum|Von|Beginn|Maand|Boekdatum|Boekingsdatum|Van|Startdatum|Ամիս|Ժամանակաշրջան|Ամսաթիվ|"
                "Սկիզբ"},
    {.role = Role::period_end, .headers = "Period End|End Date|To|Bis|Ende|Enddatum|Tot|Einde|Einddatum|Ավարտ|Մինչև"},
    {.role = Role::amount,
     .required = true,
     .weight = 2,
     .headers = "Cost Amount|Cost of Goods Sold|COGS|Operating Costs|Operating Expenses|Overhead|Expense|Expenses|"
                "Herstellungskosten|Wareneinsatz|Betriebskosten|Gemeinkosten|Aufwand|Bedrijfskosten|Kostprijs verkopen|"
                "Ինքնարժեք|Գործառնական ծախսեր",
     .usual = "Cost|Costs|Amount|Value|Total|Kosten|Ausgaben|Betrag|Summe|Uitgaven|Bedrag|Totaal|Ծախս|Ծախսեր|Գումար"},
    kCurrency,
    {.role = Role::cost_type,
     .dimension = true,
     .weight = 3,
     .headers = "Cost Type|Expense Type|Cost Category|Expense Category|Cost Center|Cost Element|Kostenart|Aufwandsart|"
                "Kostenkategorie|Kostenstelle|Kostensoort|Kostencategorie|Kostenplaats|Ծախսի տեսակ|Ծախսի կատեգորիա",
     .usual = "Type|Category|Account|Art|Typ|Kategorie|Konto|Soort|Categorie|Rekening|Տեսակ|Կատեգորիա"},
    kProduct,
    kProductId,
    kProductLine,
    kRegion,
    kTeam,
};

constexpr ValueSpec kWords[] = {
    {Role::cost_type, "cogs",
     "COGS|Cost of Goods|Cost of Goods Sold|Cost of Sales|Materials|Material|Production|Herstellungskosten|"
     "Wareneinsatz|Materialkosten|Materialaufwand|Produktionskosten|Kostprijs|Kostprijs verkopen|Inkoopkosten|"
     "Materiaalkosten|Productiekosten|Ինքնարժեք|Վաճառքի ինքնարժեք|Արտադրական ծախսեր",
     "cogs|wareneinsatz|ինքնարժեք"},
    {Role::cost_type, "operating",
     "Operating|Operating Costs|Operating Expenses|OPEX|Overhead|SG&A|Rent|Salaries|Marketing|Administration|Utilities|"
     "Betriebskosten|Gemeinkosten|Verwaltung|Miete|Personalkosten|Gehälter|Bedrijfskosten|Overheadkosten|Huur|"
     "Salarissen|Personeelskosten|Administratie|Գործառնական|Գործառնական ծախսեր|Վարձակալություն|Աշխատավարձ|"
     "Վարչական ծախսեր",
     "operating|opex|overhead|betriebskosten|gemeinkosten|bedrijfskosten|գործառնական"},
    {Role::cost_type, "tax",
     "Tax|Taxes|Income Tax|Corporate Tax|Steuer|Steuern|Ertragsteuern|Körperschaftsteuer|Belasting|Belastingen|"
     "Vennootschapsbelasting|Հարկ|Հարկեր|Շահութահարկ",
     "tax|taxes|steuern|belasting|հարկ"},
    {Role::cost_type, "interest",
     "Interest|Interest Expense|Financing|Zinsen|Zinsaufwand|Finanzierung|Rente|Rentelasten|Financieringslasten|Տոկոս|"
     "Տոկոսներ|Տոկոսային ծախս",
     "interest|zinsen|zinsaufwand|rente|rentelasten|տոկոսներ"},
};

constexpr Role kOneOfSet[] = {Role::cost_type, Role::product, Role::product_id, Role::product_line};
constexpr RoleSet kOneOf[] = {kOneOfSet};

constexpr Role kWantedSet[] = {Role::cost_type};
constexpr RoleSet kWanted[] = {kWantedSet};

constexpr Signature kSystems[] = {
    {"costs", "period_start|amount|type"},
};

}  // namespace

extern constexpr KindTable costs_kind{
    .kind = Kind::costs,
    .row = "what a period cost",
    .file_words = "costs|expenses|cogs|overhead|kosten|ausgaben|aufwand|uitgaven|ծախսեր",
    .one_of = kOneOf,
    .wanted = kWanted,
    .roles = kRoles,
    .values = kWords,
    .signatures = kSystems,
};

}  // namespace pegel::dataset
