#include "dataset/common_roles.h"
#include "dataset/kind.h"

namespace pegel::dataset {
namespace {

constexpr RoleSpec kRoles[] = {
    {.role = Role::entity_id,
     .required = true,
     .headers = "Entity ID|Deal ID|Opportunity ID|Lead ID|Order ID|Case ID|Visitor ID|User ID|Object ID|Parent ID|"
                "Opportunity|Deal|Order|Order Number|Opportunity Name|Deal Name|Opportunity-ID|Verkaufschance-ID|"
                "Verkaufschance|Vorgang|Vorgangsnummer|Auftrag|Auftragsnummer|Bestellung|Bestellnummer|Verkoopkans|"
                "Kans-ID|Opdracht|Ordernummer|Գործարքի ID|Գործարք|Պատվեր|Պատվերի համար|Հանգույց",
     .usual = "Record ID|Datensatz-ID"},
    {.role = Role::stage,
     .required = true,
     .dimension = true,
     .weight = 1.5,
     .headers = "Stage|Stage Name|To Stage|New Stage|Deal Stage|Status|New Status|Step|Event|Event Name|Activity|"
                "New Value|Phase|Nach Phase|Neue Phase|Deal-Phase|Stufe|Schritt|Ereignis|Neuer Wert|Fase|Naar fase|"
                "Nieuwe fase|Stap|Gebeurtenis|Dealfase|Փուլ|Նոր փուլ|Քայլ|Կարգավիճակ|Իրադարձություն|Value"},
    {.role = Role::entered,
     .required = true,
     .weight = 1.5,
     .headers =
         "Entered|Date Entered|Entered On|Entered At|Stage Entered|Changed|Changed On|Changed At|Change Date|"
         "Stage Change Date|Last Stage Change Date|Edit Date|Timestamp|Event Time|Created Date|Created At|Created On|"
         "Date|Time|Eingetreten am|Geändert am|Änderungsdatum|Zeitstempel|Zeitpunkt|Datum|Erstellt am|Ingegaan op|"
         "Gewijzigd op|Wijzigingsdatum|Tijdstempel|Tijdstip|Aangemaakt op|Մուտքի ամսաթիվ|Փոփոխման ամսաթիվ|Ամսաթիվ|"
         "Ժամանակ"},
    {.role = Role::owner,
     .dimension = true,
     .headers = "Owner|Opportunity Owner|Deal Owner|Changed By|Sales Rep|Besitzer|Verantwortlich|Eigenaar|Verkoper|"
                "Պատասխանատու|Owner ID|Created By ID"},
    {.role = Role::team, .dimension = true, .headers = "Team|Sales Team|Verkaufsteam|Verkoopteam|Թիմ"},
    {.role = Role::partner_id,
     .dimension = true,
     .headers = "Partner|Partner ID|Partner Name|Vertriebspartner|Partner-ID|Գործընկեր"},
    {.role = Role::customer_id,
     .dimension = true,
     .headers = "Customer|Customer ID|Account|Account Name|Company|Kunde|Firma|Klant|Bedrijf|Հաճախորդ|Ընկերություն"},
    {.role = Role::source, .dimension = true, .headers = "Source|Lead Source|Quelle|Leadquelle|Bron|Leadbron|Աղբյուր"},
    {.role = Role::channel, .dimension = true, .headers = "Channel|Sales Channel|Kanal|Kanaal|Ալիք"},
    {.role = Role::product, .dimension = true, .headers = "Product|Produkt|Artikel|Ապրանք|Արտադրանք"},
    {.role = Role::region,
     .dimension = true,
     .headers = "Region|Country|Territory|Land|Gebiet|Regio|Տարածաշրջան|Երկիր"},
    kSegment,
    {.role = Role::pipeline, .dimension = true, .headers = "Pipeline|Pijplijn|Խողովակաշար|Pipeline ID"},
    {.role = Role::amount, .headers = "Amount|Deal Amount|Betrag|Bedrag|Գումար"},
    {.role = Role::currency, .headers = "Currency|Währung|Valuta|Արժույթ"},
    {.role = Role::probability,
     .headers = "Probability|Probability (%)|Wahrscheinlichkeit|Waarschijnlijkheid|Հավանականություն"},
};

constexpr Signature kSystems[] = {
    {"Salesforce", "OpportunityId|StageName|CreatedDate|CreatedById"},
    {"Salesforce", "OpportunityId|StageName|CreatedDate|SystemModstamp"},
    {"Salesforce", "From Stage|To Stage"},
    {"HubSpot", "deal_id|date_entered|value"},
    {"event log", "entity_id|stage|entered"},
    {"event log", "deal_id|stage|entered"},
};

}  // namespace

extern constexpr KindTable stage_history_kind{
    .kind = Kind::stage_history,
    .row = "one stage change",
    .file_words = "history|events|log|stages|verlauf|historie|phasen|geschiedenis|fases|պատմություն",
    .roles = kRoles,
    .signatures = kSystems,
};

}  // namespace pegel::dataset
