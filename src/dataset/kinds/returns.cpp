#include "dataset/common_roles.h"
#include "dataset/kind.h"

namespace pegel::dataset {
namespace {

constexpr RoleSpec kRoles[] = {
    {.role = Role::return_id,
     .weight = 3,
     .headers = "Return ID|Return Number|RMA|RMA Number|Refund ID|Retourennummer|Retouren-Nr.|Retoure-ID|"
                "Rücksendenummer|Retournummer|Retour-ID|Վերադարձի ID|Վերադարձի համար",
     .usual = "Id|Number|Nummer|Nr"},
    {.role = Role::order_id,
     .headers = "Order ID|Order Number|Order No|Order #|Order|Order Reference|Bestellnummer|Bestell-Nr.|Bestellung|"
                "Auftragsnummer|Auftrag|Ordernummer|Bestelnummer|Bestelling|Opdrachtnummer|Պատվերի համար|Պատվերի ID|"
                "Պատվեր"},
    {.role = Role::at,
     .weight = 3,
     .headers = "Return Date|Returned On|Returned At|Date Returned|Refund Date|Exchange Date|Refunded At|Retourendatum|"
                "Rücksendedatum|Rückgabedatum|Retourniert am|Umtauschdatum|Retourdatum|Geretourneerd op|Ruildatum|"
                "Datum retour|Վերադարձի ամսաթիվ|Փոխանակման ամսաթիվ",
     .usual = "Date|Created|Created At|Datum|Ամսաթիվ"},
    {.role = Role::return_kind,
     .dimension = true,
     .weight = 3,
     .headers = "Return Type|Return Kind|Return or Exchange|Return/Exchange|Resolution Type|Retourenart|Retourart|"
                "Rückgabeart|Art der Rückgabe|Retourtype|Soort retour|Retour of ruiling|Վերադարձի տեսակ",
     .usual = "Type|Kind|Art|Typ|Soort|Տեսակ"},
    {.role = Role::qty,
     .headers = "Return Quantity|Returned Quantity|Quantity Returned|Quantity|Qty|Units|Retourenmenge|Rückgabemenge|"
                "Menge|Stückzahl|Anzahl|Retouraantal|Aantal|Hoeveelheid|Քանակ|Վերադարձված քանակ"},
    {.role = Role::amount,
     .headers = "Refund Amount|Refunded Amount|Return Amount|Return Value|Amount Refunded|Amount|Value|"
                "Erstattungsbetrag|Erstattung|Retourenwert|Betrag|Terugbetaald bedrag|Terugbetaling|Retourbedrag|"
                "Bedrag|Վերադարձված գումար|Վերադարձի գումար|Գումար",
     .usual = "Total|Summe|Totaal"},
    kCurrency,
    {.role = Role::return_reason,
     .dimension = true,
     .weight = 2,
     .headers = "Return Reason|Reason for Return|Reason|Refund Reason|Rückgabegrund|Retourengrund|Grund|Rücksendegrund|"
                "Retourreden|Reden van retour|Reden retour|Reden|Վերադարձի պատճառ|Պատճառ"},
    kCustomer,
    kProduct,
    kProductId,
    kProductLine,
    kChannel,
    kRegion,
    kSegment,
    kModified,
};

constexpr ValueSpec kWords[] = {
    {Role::return_kind, "return",
     "Return|Returned|Refund|Refunded|Retoure|Rückgabe|Rücksendung|Erstattung|Retour|Retourzending|Teruggave|"
     "Terugbetaling|Վերադարձ|Գումարի վերադարձ",
     "return|refund|retoure|rückgabe|rücksendung|retour|վերադարձ"},
    {Role::return_kind, "exchange",
     "Exchange|Exchanged|Replacement|Swap|Umtausch|Ersatz|Austausch|Ruiling|Omruiling|Ruil|Vervanging|Փոխանակում|"
     "Փոխարինում",
     "exchange|replacement|umtausch|austausch|ruiling|փոխանակում"},
    {Role::return_kind, "change",
     "Change|Changed|Order Change|Amendment|Modification|Änderung|Bestelländerung|Wijziging|Bestelwijziging|"
     "Wijzigingen|Փոփոխություն|Պատվերի փոփոխություն",
     "change|änderung|bestelländerung|wijziging|փոփոխություն"},
};

constexpr Role kOneOf0[] = {Role::order_id, Role::return_id, Role::customer_id};
constexpr Role kOneOf1[] = {Role::at, Role::return_kind, Role::return_reason};
constexpr RoleSet kOneOf[] = {kOneOf0, kOneOf1};

constexpr Role kWanted0[] = {Role::at};
constexpr Role kWanted1[] = {Role::order_id};
constexpr RoleSet kWanted[] = {kWanted0, kWanted1};

constexpr Signature kSystems[] = {
    {"returns", "order_id|return_date"},
    {"returns", "RMA|Return Reason"},
};

}  // namespace

extern constexpr KindTable returns_kind{
    .kind = Kind::returns,
    .row = "one return or exchange",
    .file_words =
        "returns|refunds|exchanges|retouren|rücksendungen|ruecksendungen|umtausch|retourzendingen|ruilingen|"
        "վերադարձներ",
    .identity = Role::return_id,
    .one_of = kOneOf,
    .wanted = kWanted,
    .roles = kRoles,
    .values = kWords,
    .signatures = kSystems,
};

}  // namespace pegel::dataset
