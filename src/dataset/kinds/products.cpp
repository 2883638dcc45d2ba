#include "dataset/common_roles.h"
#include "dataset/kind.h"

namespace pegel::dataset {
namespace {

constexpr RoleSpec kRoles[] = {
    {.role = Role::product_id,
     .required = true,
     .weight = 1.5,
     .headers = "Product ID|Product Key|Product Code|SKU|Item ID|Item Number|Article Number|Release|Produkt-ID|"
                "Produktnummer|Artikelnummer|Artikel-Nr.|Productnummer|Productcode|Artikelnr|Ապրանքի ID|Ապրանքի կոդ|"
                "Ապրանքի համար",
     .usual = "Product|Item|Produkt|Artikel|Ապրանք|Id|Number|Nummer|Nr"},
    {.role = Role::name,
     .headers = "Product Name|Item Name|Description|Name|Title|Produktname|Artikelname|Artikelbezeichnung|Bezeichnung|"
                "Productnaam|Artikelnaam|Omschrijving|Naam|Ապրանքի անվանում|Անվանում",
     .usual = "Product|Produkt|Artikel|Ապրանք"},
    {.role = Role::product_line,
     .dimension = true,
     .weight = 1.25,
     .headers = "Product Line|Product Category|Product Family|Product Group|Line|Category|Produktlinie|Produktgruppe|"
                "Warengruppe|Produktkategorie|Kategorie|Linie|Productlijn|Productgroep|Productcategorie|Categorie|Lijn|"
                "Արտադրանքի գիծ|Ապրանքի գիծ|Ապրանքախումբ|Կատեգորիա"},
    {.role = Role::unit_cost,
     .weight = 3,
     .headers = "Unit Cost|Standard Cost|Cost per Unit|Cost Price|Purchase Price|Stückkosten|Einstandspreis|"
                "Einkaufspreis|Standardkosten|Kostprijs|Inkoopprijs|Kosten per stuk|Միավորի ինքնարժեք|Ինքնարժեք|"
                "Գնման գին",
     .usual = "Cost|Kosten"},
    {.role = Role::idea,
     .weight = 3,
     .headers = "Idea|Idea Date|Idea On|Approved On|Approval Date|Project Start|Development Start|First Commit|Idee|"
                "Ideendatum|Idee vom|Projektstart|Entwicklungsbeginn|Genehmigt am|Ideedatum|Projectstart|"
                "Start ontwikkeling|Goedgekeurd op|Գաղափար|Գաղափարի ամսաթիվ|Նախագծի սկիզբ|Մշակման սկիզբ"},
    {.role = Role::launched,
     .weight = 3,
     .headers = "Launched|Launched On|Launch Date|Released|Released On|Release Date|Go-live|Market Launch|"
                "Markteinführung|Eingeführt am|Veröffentlicht am|Verkaufsstart|Lancering|Gelanceerd op|Uitgebracht op|"
                "Marktintroductie|Թողարկված|Թողարկման ամսաթիվ|Շուկա դուրս գալու ամսաթիվ"},
    {.role = Role::size_kloc,
     .weight = 3,
     .headers = "Size (kLOC)|kLOC|Size kLOC|Lines of Code (k)|Code Size|Größe (kLOC)|Codezeilen (k)|Coderegels (k)|"
                "Omvang (kLOC)|Ծավալ (kLOC)|Կոդի ծավալ"},
    kOwner,
    kTeam,
    kRegion,
    kModified,
};

constexpr Role kOneOfSet[] = {Role::unit_cost, Role::idea, Role::launched, Role::size_kloc};
constexpr RoleSet kOneOf[] = {kOneOfSet};

}  // namespace

extern constexpr KindTable products_kind{
    .kind = Kind::products,
    .row = "one product or release",
    .file_words = "products|product|releases|catalog|catalogue|produkte|artikelstamm|artikel|producten|ապրանքներ",
    .identity = Role::product_id,
    .once = true,
    .one_of = kOneOf,
    .roles = kRoles,
};

}  // namespace pegel::dataset
