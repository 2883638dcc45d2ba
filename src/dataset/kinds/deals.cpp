#include "dataset/common_roles.h"
#include "dataset/deal_status.h"
#include "dataset/kind.h"

namespace pegel::dataset {
namespace {

constexpr RoleSpec kRoles[] = {
    {.role = Role::deal_id,
     .weight = 2,
     .headers = "Deal ID|Opportunity ID|Opp ID|Deal - ID|Deal - Pipedrive System ID|Deal Number|Deal #|"
                "Opportunity Number|(Do Not Modify) Opportunity|Opportunity-ID|Verkaufschance-ID|Verkaufschancen-Nr.|"
                "Geschäfts-ID|Deal-Nr.|Dealnummer|Dealnr|Vorgangsnummer|Kans-ID|Verkoopkans-ID|Գործարքի ID|"
                "Գործարքի համար|Գործարքի համարը|Գործարքի կոդ|Հանգույցի համար|Հանգույցի համարը|(Nicht ändern) "
                "Verkaufschance|(Niet wijzigen) Verkoopkans|Deal Registration ID",
     .usual = "Record ID|Datensatz-ID|Id|Number|Nummer|Nr|Համար"},
    {.role = Role::deal_name,
     .weight = 1.5,
     .headers = "Deal Name|Opportunity Name|Deal - Title|property_dealname|Opportunity|Deal|Deal Title|Deal-Name|"
                "Deal - Titel|Opportunity-Name|Verkaufschance|Name der Verkaufschance|Geschäft|Dealnaam|"
                "Naam opportunity|Naam deal|Verkoopkans|Գործարք|Գործարքի անվանում|Գործարքի անունը|Հանգույց|"
                "Հնարավորություն",
     .usual = "Topic|Thema|Onderwerp|Title|Titel|Name|Naam|Անվանում"},
    {.role = Role::owner,
     .dimension = true,
     .headers = "Owner|Deal Owner|Opportunity Owner|Deal - Owner|Owner Name|Owner.Name|Sales Rep|Sales Representative|"
                "Rep|Salesperson|Sales Person|Seller|Account Executive|Account Manager|Assigned To|Assigned User|"
                "Inhaber|Opportunity-Inhaber|Deal-Inhaber|Besitzer|Deal - Besitzer|Zuständiger Mitarbeiter|"
                "Zuständiger Mitarbeiter für Deal|Zuständig|Verantwortlich|Verantwortlicher|Vertriebsmitarbeiter|"
                "Verkäufer|Betreuer|Bearbeiter|Mitarbeiter|Berater|Eigenaar|Eigenaar van deal|Eigenaar opportunity|"
                "Verkoper|Accountmanager|Medewerker|Verantwoordelijke|Պատասխանատու|Սեփականատեր|Վաճառող|Աշխատակից|"
                "Մենեջեր|Owner ID|hubspot_owner_id|property_hubspot_owner_id|Deal Owner.id|Inhaber der "
                "Opportunity|Deal-Besitzer|Assigned User Name|Sales Owner"},
    {.role = Role::team,
     .dimension = true,
     .headers = "Team|Sales Team|Owner Team|HubSpot Team|Department|Unit|Verkaufsteam|Vertriebsteam|Abteilung|"
                "Verkoopteam|Afdeling|Թիմ|Վաճառքի թիմ|Բաժին"},
    {.role = Role::partner_id,
     .dimension = true,
     .weight = 1.5,
     .headers = "Partner|Partner Name|Partner Account|Channel Partner|Reseller|Partner ID|Referred By|Distributor|"
                "Dealer|Vertriebspartner|Händler|Wiederverkäufer|Vermittelt durch|Partnername|Partner-ID|Partnernaam|"
                "Wederverkoper|Doorverwezen door|Verkooppartner|Գործընկեր|Գործընկերը|Գործընկերոջ անուն|Գործընկերոջ ID|"
                "Վերավաճառող"},
    {.role = Role::customer_id,
     .dimension = true,
     .headers = "Customer|Account|Account Name|Account.Name|Company|Company Name|Client|Customer Name|"
                "Associated Company|Deal - Organization|Organization|Organization - Name|Potential Customer|"
                "Customer ID|Kunde|Kundenname|Firma|Firmenname|Unternehmen|Unternehmensname|Accountname|Account-Name|"
                "Deal - Organisation|Organisation|Potenzieller Kunde|Debitor|Kundennummer|Kunden-Nr.|Klant|Klantnaam|"
                "Bedrijf|Bedrijfsnaam|Accountnaam|Relatie|Organisatie|Potentiële klant|Klantnummer|Debiteur|Հաճախորդ|"
                "Հաճախորդը|Ընկերություն|Հաճախորդի անուն|Account ID|Client ID|Company ID|End Customer|End Customer "
                "Name|Customer Company|Related Account|Sales Account|Endkunde|Eindklant|Գնորդ"},
    {.role = Role::source,
     .dimension = true,
     .headers = "Source|Lead Source|Original Source|Deal Source|Opportunity Source|Original Traffic Source|Quelle|"
                "Leadquelle|Lead-Quelle|Herkunft|Bron|Leadbron|Lead bron|Herkomst|Աղբյուր|Լիդի աղբյուր|Source "
                "channel|Deal - Source channel|Ursprüngliche Quelle|Oorspronkelijke bron"},
    {.role = Role::channel,
     .dimension = true,
     .headers = "Channel|Sales Channel|Marketing Channel|Medium|Kanal|Vertriebskanal|Verkaufskanal|Kanaal|"
                "Verkoopkanaal|Ալիք|Վաճառքի ալիք"},
    {.role = Role::product,
     .dimension = true,
     .headers =
         "Product|Product Line|Product Family|Product Name|Product Interest|Produkt|Produktlinie|Produktgruppe|Artikel|"
         "Productlijn|Productgroep|Ապրանք|Արտադրանք|Պրոդուկտ"},
    {.role = Role::region,
     .dimension = true,
     .headers = "Region|Territory|Country|Sales Region|Market|Area|Gebiet|Vertriebsgebiet|Land|Vertriebsregion|Markt|"
                "Regio|Gebied|Verkoopgebied|Տարածաշրջան|Երկիր|Մարզ"},
    {.role = Role::segment,
     .dimension = true,
     .headers = "Segment|Customer Segment|Industry|Kundensegment|Branche|Klantsegment|Sector|Սեգմենտ|Ոլորտ"},
    kChannelClass,
    kCampaign,
    kTechnique,
    {.role = Role::lead_id,
     .headers = "Lead ID|Lead|Lead Number|Converted Lead ID|Lead-ID|Lead-Nr.|Leadnummer|Լիդի ID|Լիդի համար|Լիդ"},
    {.role = Role::status,
     .headers =
         "Status|Deal Status|Deal - Status|Opportunity Status|Outcome|Result|Won/Lost|Deal Outcome|State|Ergebnis|"
         "Deal-Status|Dealstatus|Verkaufsstatus|Gewonnen/Verloren|Uitkomst|Resultaat|Status verkoopkans|Կարգավիճակ|"
         "Կարգավիճակը|Գործարքի կարգավիճակ|Արդյունք|Ելք"},
    {.role = Role::is_won,
     .weight = 3,
     .headers = "Is Won|Is Closed Won|hs_is_closed_won|property_hs_is_closed_won|Won|Won?|Gewonnen|Ist gewonnen|"
                "Gewonnen?|Is gewonnen|Հաղթած|Շահված|Հաղթել է"},
    {.role = Role::is_closed,
     .headers = "Is Closed|Is Deal Closed?|hs_is_closed|property_hs_is_closed|Closed|Closed?|Ist geschlossen|"
                "Geschlossen|Abgeschlossen|Is gesloten|Gesloten|Afgesloten|Փակված|Փակված է"},
    {.role = Role::is_lost,
     .weight = 3,
     .headers = "Is Lost|Is closed lost|hs_is_closed_lost|Lost|Lost?|Verloren|Ist verloren|Պարտված|Կորցրած|Կորսված"},
    {.role = Role::stage,
     .dimension = true,
     .weight = 2,
     .headers =
         "Stage|Deal Stage|Stage Name|Opportunity Stage|Sales Stage|Pipeline Stage|Deal - Stage|"
         "Deal - Stage (pipeline)|dealstage|property_dealstage|deal_pipeline_stage_id|property_deal_pipeline_stage|"
         "Phase|Deal-Phase|Dealphase|Deal - Phase|Verkaufsphase|Vertriebsphase|Verkaufsstufe|Vertriebsstufe|Stufe|Fase|"
         "Dealfase|Deal fase|Verkoopfase|Stadium|Փուլ|Փուլը|Վաճառքի փուլ|Գործարքի փուլ|Stage ID"},
    {.role = Role::pipeline,
     .dimension = true,
     .weight = 2,
     .headers = "Pipeline|Deal Pipeline|Deal - Pipeline|Sub-Pipeline|Sales Pipeline|Pipeline Name|Vertriebspipeline|"
                "Pijplijn|Verkooppijplijn|Խողովակաշար|Վաճառքի խողովակաշար|Pipeline ID|deal_pipeline_id|"
                "property_pipeline"},
    {.role = Role::probability,
     .weight = 2,
     .headers = "Probability|Probability (%)|Deal - Probability|Deal probability|Win probability|Wahrscheinlichkeit|"
                "Wahrscheinlichkeit (%)|Deal - Wahrscheinlichkeit|Abschlusswahrscheinlichkeit|Gewinnwahrscheinlichkeit|"
                "Waarschijnlijkheid|Waarschijnlijkheid (%)|Scoringskans, %|Slagingskans|Kans|Kans (%)|Հավանականություն|"
                "Հավանականություն (%)"},
    {.role = Role::lost_reason,
     .dimension = true,
     .weight = 2,
     .headers = "Lost Reason|Deal - Lost reason|Loss Reason|Closed Lost Reason|Reason Lost|Reason for loss|"
                "Verlustgrund|Deal - Verlustgrund|Grund für Verlust|Absagegrund|Verliesreden|Reden van verlies|"
                "Reden verlies|Կորստի պատճառ|Պարտության պատճառ|Status Reason|Statusgrund|Reden van status"},
    {.role = Role::qualified,
     .weight = 2,
     .headers =
         "Qualified|Is Qualified|Qualified?|Sales qualified|Qualifiziert|Ist qualifiziert|Gekwalificeerd|Որակավորված"},
    {.role = Role::created,
     .headers =
         "Created|Created Date|Create Date|Creation Date|Created On|Created At|Created Time|Date Created|Deal created|"
         "Deal - Deal created|Deal - Created|Deal - Add time|property_createdate|hs_createdate|Add time|Opened|"
         "Opened On|Open Date|Date Opened|Opportunity Created Date|Opp Creation Date|Entry Date|Registered|"
         "Registration Date|Erstelldatum|Erstellungsdatum|Erstellt|Erstellt am|Angelegt|Angelegt "
         "am|Anlagedatum|Eröffnet am|"
         "Eröffnungsdatum|Deal - Deal erstellt|Eingang|Aanmaakdatum|Aangemaakt|Aangemaakt op|Gemaakt op|"
         "Datum aangemaakt|Invoerdatum|Ստեղծված|Ստեղծման ամսաթիվ|Ստեղծման ամսաթիվը|Ստեղծվել է|Բացման ամսաթիվ|"
         "Գրանցման ամսաթիվ|Start Date|Startdatum|Deal Creation Date|Submitted Date|Submission Date|Deal "
         "erstellt|Deal aangemaakt"},
    {.role = Role::closed,
     .headers = "Close Date|Closed Date|Closing Date|Closed On|Closed At|Date Closed|Actual Close Date|"
                "Actual Closing Date|Deal - Closed on|Deal - Deal closed on|Deal - Close time|property_closedate|"
                "Closed|Decision Date|Decided|Opp Close Date|Schlusstermin|Abschlussdatum|Abschluss|Abgeschlossen am|"
                "Geschlossen am|Geschlossen|Abgeschlossen|Tatsächliches Abschlussdatum|Deal - Deal abgeschlossen am|"
                "Entscheidungsdatum|Sluitingsdatum|Sluitdatum|Datum gesloten|Afgesloten op|Gesloten op|Gesloten|"
                "Afgesloten|Werkelijke sluitingsdatum|Afsluitdatum|Փակման ամսաթիվ|Փակման ամսաթիվը|Փակվել է|Փակված|"
                "Ավարտի ամսաթիվ|Սերտ ամսաթիվ|Deal closed on|Deal abgeschlossen am|Deal gesloten op"},
    {.role = Role::expected_close,
     .weight = 2,
     .headers = "Expected Close Date|Expected Close|Expected Closing|Expected Closing Date|Est. close date|"
                "Estimated Close Date|Deal - Expected close date|Forecast Close Date|Target Close Date|"
                "Erwarteter Abschluss|Erwartetes Abschlussdatum|Geschätztes Abschlussdatum|Voraussichtlicher Abschluss|"
                "Voraussichtliches Abschlussdatum|Geplanter Abschluss|Geplantes Abschlussdatum|"
                "Deal - Voraussichtliches Abschlussdatum|Verwachte sluitingsdatum|Verwachte sluitdatum|"
                "Verwachte afsluitdatum|Geschatte sluitingsdatum|Verwachte afsluiting|Սպասվող փակում|"
                "Սպասվող փակման ամսաթիվ|Ակնկալվող փակման ամսաթիվ|Փակման սպասվող ամսաթիվ|Gesch. "
                "Abschlussdatum|Erwarteter Abschlusstermin|Gesch. sluitingsdatum"},
    {.role = Role::first_contact,
     .weight = 2,
     .headers = "First Contact|First Contact Date|First Contacted|First Contacted On|First Touch Date|"
                "First Activity Date|Erstkontakt|Erstkontakt am|Datum Erstkontakt|Erster Kontakt|Eerste contact|"
                "Eerste contact op|Datum eerste contact|Առաջին շփում|Առաջին շփման ամսաթիվ"},
    {.role = Role::won_date,
     .weight = 3,
     .headers = "Won Date|Won Time|Won On|Won At|Date Won|Deal - Won time|Closed Won Date|Gewonnen am|"
                "Deal - Datum des gewonnenen Deals|Datum des gewonnenen Deals|Deal - Gewonnen am|Gewonnen op|"
                "Datum gewonnen|Հաղթելու ամսաթիվ|Հաղթանակի ամսաթիվ|Շահման ամսաթիվ"},
    {.role = Role::lost_date,
     .weight = 3,
     .headers = "Lost Date|Lost Time|Lost On|Lost At|Date Lost|Deal - Lost time|Closed Lost Date|Verloren am|"
                "Deal - Datum des verlorenen Deals|Datum des verlorenen Deals|Deal - Verloren am|Verloren op|"
                "Datum verloren|Պարտվելու ամսաթիվ|Կորստի ամսաթիվ"},
    kModified,
    {.role = Role::amount,
     .headers = "Amount|Deal Amount|Deal Value|Opportunity Amount|Opportunity Value|Value|Deal - Value|property_amount|"
                "Total Amount|Amount in company currency|Actual Revenue|Deal Size|Contract Value|Annual contract value|"
                "ACV|TCV|Total contract value|Betrag|Auftragswert|Dealwert|Deal-Wert|Deal - Wert|Wert|Summe|"
                "Auftragssumme|Angebotssumme|Volumen|Auftragsvolumen|Betrag in Firmenwährung|Tatsächlicher Umsatz|"
                "Jährlicher Vertragswert (ACV)|Bedrag|Dealwaarde|Orderwaarde|Deal - Waarde|Waarde|Werkelijke omzet|"
                "Contractwaarde|Jaarlijkse contractwaarde (ACV)|Գումար|Գումարը|Գործարքի գումար|Գործարքի արժեք|"
                "Գործարքի չափ|Արժեք|Revenue|Expected Revenue|Sales|Umsatz|Erwarteter Umsatz|Omzet|Verwachte omzet|"
                "Հասույթ|Սպասվող հասույթ|Estimated Deal Value"},
    {.role = Role::expected_amount,
     .headers = "Est. revenue|Estimated Revenue|Geschätzter Umsatz|Gesch. Umsatz|Est. Umsatz|Geschatte omzet|"
                "Գնահատված հասույթ|Gesch. omzet"},
    {.role = Role::currency,
     .dimension = true,
     .headers =
         "Currency|Currency Code|Currency ISO Code|Amount Currency|Total Amount Currency|Deal - Currency|"
         "Deal - Currency of value|deal_currency_code|property_deal_currency_code|Transaction Currency|Währung|"
         "Währungscode|Deal - Währung|Transaktionswährung|Valuta|Valutacode|Munteenheid|Munt|Արժույթ|Տարադրամ|Deal "
         "Currency|Value Currency|Currency of Value|Währung von Wert|Valuta van waarde"},
    {.role = Role::commission,
     .headers = "Commission|Commission Amount|Partner Commission|Sales Commission|Provision|Provisionsbetrag|"
                "Vermittlungsprovision|Commissie|Provisie|Միջնորդավճար|Միջնորդավճարներ|Հանձնաժողով|Հանձնաժողովներ"},
};

constexpr Role kOutcome[] = {Role::status, Role::is_won, Role::is_lost, Role::stage, Role::won_date, Role::probability};
constexpr Role kDayOrAmount[] = {Role::amount, Role::created, Role::closed, Role::expected_close, Role::won_date};
constexpr RoleSet kOneOf[] = {kOutcome, kDayOrAmount};

constexpr Role kDay[] = {Role::closed, Role::created, Role::won_date, Role::expected_close};
constexpr Role kAmount[] = {Role::amount};
constexpr RoleSet kWanted[] = {kDay, kAmount};

// How a deal stands, and what kind of channel it came by.
constexpr ValueSpec kWords[] = {
    kDealStatus[0],     kDealStatus[1],     kDealStatus[2],     kDealStatus[3],
    kChannelClasses[0], kChannelClasses[1], kChannelClasses[2],
};

constexpr Signature kSystems[] = {
    {"Salesforce", "StageName|CloseDate|IsClosed|IsWon"},
    {"Salesforce", "Opportunity Name|Stage|Close Date"},
    {"Salesforce", "Opportunity-Name|Phase|Schlusstermin"},
    {"HubSpot", "Record ID|Deal Name|Deal Stage"},
    {"HubSpot", "deal_id|deal_pipeline_stage_id|property_dealname"},
    {"HubSpot", "dealname|dealstage|createdate"},
    {"HubSpot", "Deal-Name|Deal-Phase|Abschlussdatum"},
    {"Pipedrive", "Deal - Title|Deal - Stage|Deal - Status"},
    {"Pipedrive", "Deal - Title|Deal - Value"},
    {"Pipedrive", "Deal - Titel|Deal - Wert"},
    {"Zoho CRM", "Deal Owner|Deal Name|Closing Date"},
    {"Close", "lead_name|status_type|confidence|value_currency",
     "id=deal_id|lead_name=customer_id|status_type=status|status_label=stage|user_name=owner"},
    {"SugarCRM", "sales_stage|date_entered|date_closed", "date_entered=created"},
    {"Microsoft Dynamics 365", "Topic|Potential Customer|Est. close date"},
    {"Microsoft Dynamics 365", "Thema|Potenzieller Kunde|Geschätztes Abschlussdatum"},
    {"Odoo", "Opportunity|Salesperson|Expected Revenue"},
    {"Odoo", "Verkaufschance|Vertriebsmitarbeiter|Erwarteter Umsatz"},
    {"Odoo", "Verkoopkans|Verkoper|Verwachte omzet"},
};

}  // namespace

extern constexpr KindTable deals_kind{
    .kind = Kind::deals,
    .row = "one opportunity",
    .file_words =
        "deals|deal|opportunities|opportunity|pipeline|verkaufschancen|chancen|geschäfte|verkoopkansen|kansen|"
        "գործարքներ|հանգույցներ",
    .identity = Role::deal_id,
    .once = true,
    .one_of = kOneOf,
    .wanted = kWanted,
    .roles = kRoles,
    .values = kWords,
    .signatures = kSystems,
};

}  // namespace pegel::dataset
