#include "dataset/common_roles.h"
#include "dataset/kind.h"

namespace pegel::dataset {
namespace {

constexpr RoleSpec kRoles[] = {
    {.role = Role::quote_id,
     .required = true,
     .weight = 3,
     .headers = "Quote ID|Quote Number|Quote No|Quote #|Quotation ID|Quotation Number|Quotation|Proposal ID|"
                "Proposal Number|Estimate Number|Angebotsnummer|Angebots-Nr.|Angebot-Nr.|Angebots-ID|Angebot|"
                "Offertenummer|Offertenr|Offerte-ID|Offerte|Budgetnummer|Budget-ID|Առաջարկի համար|Առաջարկի ID|"
                "Գնային առաջարկի համար|Գնային առաջարկ"},
    {.role = Role::requested,
     .weight = 2.5,
     .headers = "Requested|Requested On|Requested At|Request Date|Quote Requested|Inquiry Date|Enquiry Date|RFQ Date|"
                "Angefragt am|Anfragedatum|Anfrage vom|Aangevraagd op|Datum aanvraag|Aanvraagdatum|Հարցման ամսաթիվ|"
                "Հարցվել է",
     .usual = "Created|Created Date|Created On|Created At|Create Date|Erstellt am|Erstelldatum|Aangemaakt op|"
              "Aanmaakdatum|Ստեղծման ամսաթիվ"},
    {.role = Role::sent,
     .weight = 2,
     .headers = "Sent|Sent On|Sent At|Sent Date|Date Sent|Quote Date|Quoted On|Quote Sent|Submitted|Submitted On|"
                "Issued On|Quotation Date|Gesendet am|Versendet am|Versandt am|Abgegeben am|Angebotsdatum|Angebot vom|"
                "Eingereicht am|Verzonden op|Verstuurd op|Ingediend op|Offertedatum|Datum offerte|Ուղարկված|"
                "Ուղարկման ամսաթիվ|Առաջարկի ամսաթիվ|Ներկայացման ամսաթիվ",
     .usual = "Date|Datum|Ամսաթիվ"},
    {.role = Role::final_sent,
     .weight = 2.5,
     .headers = "Final Sent|Final Quote Sent|Final Quote Date|Last Sent|Revised On|Endgültig gesendet am|"
                "Letztes Angebot am|Endgültiges Angebot|Definitief verzonden op|Definitieve offerte op|"
                "Վերջնական ուղարկման ամսաթիվ"},
    {.role = Role::accepted,
     .weight = 2.5,
     .headers = "Accepted|Accepted On|Accepted At|Acceptance Date|Date Accepted|Signed On|Ordered On|Angenommen am|"
                "Annahmedatum|Beauftragt am|Zusage am|Geaccepteerd op|Aanvaard op|Akkoord op|Acceptatiedatum|Ընդունված|"
                "Ընդունման ամսաթիվ"},
    {.role = Role::quote_status,
     .dimension = true,
     .weight = 2,
     .headers = "Quote Status|Quotation Status|Quote Stage|Angebotsstatus|Offertestatus|Status offerte|"
                "Առաջարկի կարգավիճակ",
     .usual = "Status|State|Result|Outcome|Ergebnis|Uitkomst|Կարգավիճակ|Արդյունք"},
    {.role = Role::amount,
     .headers = "Quote Amount|Quote Value|Quote Total|Quoted Amount|Grand Total|Total Price|Total|Amount|Value|"
                "Net Amount|Untaxed Amount|Angebotssumme|Angebotswert|Angebotsbetrag|Nettobetrag|Gesamtbetrag|Betrag|"
                "Summe|Wert|Netto|Gesamt|Offertebedrag|Offertewaarde|Bedrag|Totaal|Waarde|Excl. BTW|Գումար|"
                "Առաջարկի գումար|Արժեք|Ընդամենը"},
    kCurrency,
    {.role = Role::deal_id,
     .headers = "Deal ID|Opportunity ID|Opportunity|Deal|Deal-ID|Verkaufschance|Opportunity-ID|Verkoopkans|Kans-ID|"
                "Գործարքի ID|Գործարք|Հանգույց"},
    kOwner,
    kTeam,
    kCustomer,
    kPartner,
    kProduct,
    kRegion,
    kSegment,
    kChannel,
    kModified,
};

constexpr ValueSpec kWords[] = {
    {Role::quote_status, "draft",
     "Draft|In Preparation|Preparing|In Review|Needs Review|Approved|Quotation|Entwurf|In Vorbereitung|In Prüfung|"
     "Concept|In voorbereiding|Սևագիր|Նախապատրաստվում է"},
    {Role::quote_status, "sent",
     "Sent|Presented|Submitted|Open|Pending|Quotation Sent|Delivered|Viewed|Gesendet|Versendet|Versandt|Abgegeben|"
     "Offen|Vorgelegt|Verzonden|Verstuurd|Ingediend|Openstaand|Ուղարկված|Ներկայացված|Բաց",
     "sent|presented|submitted|gesendet|versendet|verzonden|ուղարկված"},
    {Role::quote_status, "accepted",
     "Accepted|Signed|Won|Closed|Sales Order|Ordered|Confirmed|Angenommen|Beauftragt|Bestätigt|Gewonnen|Akzeptiert|"
     "Geaccepteerd|Aanvaard|Akkoord|Getekend|Gewonnen offerte|Afgesloten|Ընդունված|Ստորագրված|Հաստատված",
     "accepted|signed|angenommen|beauftragt|akzeptiert|geaccepteerd|aanvaard|ընդունված"},
    {Role::quote_status, "rejected",
     "Rejected|Declined|Denied|Lost|Cancelled|Canceled|Refused|Abgelehnt|Verloren|Storniert|Abgesagt|Afgewezen|"
     "Geweigerd|Geannuleerd|Մերժված|Կորցրած|Չեղարկված",
     "rejected|declined|lost|abgelehnt|verloren|afgewezen|մերժված"},
    {Role::quote_status, "expired",
     "Expired|Lapsed|Outdated|Abgelaufen|Verfallen|Verlopen|Vervallen|Ժամկետանց|Ժամկետն անց",
     "expired|abgelaufen|verlopen|ժամկետանց"},
};

constexpr Role kOneOfSet[] = {Role::sent, Role::requested, Role::accepted, Role::quote_status, Role::final_sent};
constexpr RoleSet kOneOf[] = {kOneOfSet};

constexpr Role kWanted0[] = {Role::sent, Role::requested};
constexpr Role kWanted1[] = {Role::quote_status, Role::accepted};
constexpr RoleSet kWanted[] = {kWanted0, kWanted1};

constexpr Signature kSystems[] = {
    {"Salesforce", "Quote Number|Quote Name|Expiration Date"},
    {"Odoo", "Order Reference|Quotation Date"},
    {"HubSpot", "Quote Name|Quote Amount|Quote Status"},
};

}  // namespace

extern constexpr KindTable quotes_kind{
    .kind = Kind::quotes,
    .row = "one quote",
    .file_words =
        "quotes|quotations|proposals|angebote|angebot|offertes|offerte|budgetten|գնային առաջարկներ|առաջարկներ",
    .identity = Role::quote_id,
    .one_of = kOneOf,
    .wanted = kWanted,
    .roles = kRoles,
    .values = kWords,
    .signatures = kSystems,
};

}  // namespace pegel::dataset
