#pragma once
// Roles that go by the same headers in several Kinds.

#include "dataset/kind.h"

namespace pegel::dataset {

/// The day of a row's last change: of a unit seen twice the row changed last is its present state.
inline constexpr RoleSpec kModified = {
    .role = Role::modified,
    .headers =
        "Last Modified Date|Last Modified|Last Modified Time|Modified|Modified On|Modified At|Modified Time|"
        "Modified Date|Last Updated|Last Updated On|Updated|Updated At|Update Date|Last Update|Deal - Update time|"
        "hs_lastmodifieddate|property_hs_lastmodifieddate|(Do Not Modify) Modified On|Write Date|Geändert am|"
        "Zuletzt geändert|Zuletzt geändert am|Letzte Änderung|Letzte Änderung am|Datum der letzten Änderung|"
        "Datum der letzten Aktualisierung|Deal - Aktualisierungszeit|Aktualisiert am|Zuletzt aktualisiert|"
        "Zuletzt aktualisiert am|Laatst gewijzigd|Laatst gewijzigd op|Datum laatste wijziging|Laatste wijzigingsdatum|"
        "Gewijzigd op|Laatst bijgewerkt|Laatst bijgewerkt op|Bijgewerkt op|Փոփոխված|Փոփոխվել է|Փոփոխման ամսաթիվ|"
        "Վերջին փոփոխություն|Վերջին փոփոխման ամսաթիվ|Թարմացված|Date Modified|Date Updated|(Nicht ändern) Geändert "
        "am|(Niet wijzigen) Gewijzigd op|Aktualisiert|Bijgewerkt"};

inline constexpr RoleSpec kOwner = {
    .role = Role::owner,
    .dimension = true,
    .headers =
        "Owner|Owner Name|Lead Owner|Lead Owner Name|Prospect Owner|Contact Owner|Account Owner|Customer Owner|"
        "Company Owner|Case Owner|Ticket Owner|Quote Owner|Record Owner|Sales Rep|Sales Representative|Rep|"
        "Salesperson|Seller|Account Manager|Assigned To|Assigned User|Assigned User Name|Agent|Assigned Agent|Assignee|"
        "Handled By|Employee|Created By|Besitzer|Inhaber|Lead-Inhaber|Lead-Besitzer|Lead-Verantwortlicher|"
        "Kontakt-Inhaber|Account-Inhaber|Fall-Inhaber|Kundenvorgangsinhaber|Ticket-Inhaber|Ticket-Besitzer|"
        "Angebotsinhaber|Datensatz-Inhaber|Zuständig|Zuständiger Mitarbeiter|Zuständiger Mitarbeiter für Kontakt|"
        "Zuständiger Mitarbeiter für Unternehmen|Zuständiger Mitarbeiter für Ticket|Verantwortlich|"
        "Vertriebsmitarbeiter|Verkäufer|Betreuer|Kundenbetreuer|Bearbeiter|Sachbearbeiter|Bearbeitet von|Mitarbeiter|"
        "Berater|Vertrieb|Eigenaar|Lead-eigenaar|Eigenaar lead|Eigenaar van lead|Contacteigenaar|Eigenaar van contact|"
        "Accounteigenaar|Eigenaar account|Eigenaar van bedrijf|Case-eigenaar|Ticket-eigenaar|Eigenaar van ticket|"
        "Offerte-eigenaar|Verkoper|Medewerker|Behandelaar|Behandeld door|Verantwoordelijke|Klantverantwoordelijke|"
        "Toegewezen aan|Պատասխանատու|Լիդի պատասխանատու|Հաճախորդի պատասխանատու|Տոմսի պատասխանատու|Սեփականատեր|"
        "Լիդի սեփականատեր|Վաճառող|Աշխատակից|Մենեջեր|Owner ID|hubspot_owner_id|Assignee ID|Teammate currently "
        "assigned|Teammate|Manager|Channel Account Manager|Lead - Owner|Lead - Besitzer|Lead - Eigenaar|Person - "
        "Owner|Person - Besitzer|Person - Eigenaar|Activity assigned to|Zugewiesene Person|Persoon toegewezen"};

inline constexpr RoleSpec kTeam = {
    .role = Role::team,
    .dimension = true,
    .headers =
        "Team|Sales Team|Group|Department|Unit|Verkaufsteam|Vertriebsteam|Abteilung|Gruppe|Verkoopteam|Afdeling|Groep|"
        "Թիմ|Վաճառքի թիմ|Բաժին|Խումբ|Group ID|Team currently assigned|Assignment Group|Zuweisungsgruppe"};

inline constexpr RoleSpec kPartner = {
    .role = Role::partner_id,
    .dimension = true,
    .headers =
        "Partner|Partner ID|Partner Name|Channel Partner|Reseller|Dealer|Referred By|Vertriebspartner|Händler|"
        "Wiederverkäufer|Vermittelt durch|Partner-ID|Partnername|Verkooppartner|Wederverkoper|Doorverwezen door|"
        "Partnernaam|Գործընկեր|Գործընկերոջ ID|Գործընկերոջ անուն|Վերավաճառող|Partner Account|Partner Key"};

inline constexpr RoleSpec kCustomer = {
    .role = Role::customer_id,
    .dimension = true,
    .headers =
        "Customer ID|Customer Number|Customer No|Customer Key|Customer|Client|Client ID|Account ID|Account|"
        "Account Name|Customer Name|Company|Company Name|Organization|Contact|User ID|Customer Email|Email|"
        "Kundennummer|Kunden-Nr.|Kunden-ID|Kunde|Kundenname|Debitor|Firma|Unternehmen|Klantnummer|Klant-ID|Klant|"
        "Klantnaam|Debiteur|Relatie|Bedrijf|E-Mail|E-mailadres|Հաճախորդի ID|Հաճախորդի համար|Հաճախորդ|Հաճախորդի անուն|"
        "Ընկերություն|Requester|Requester ID|Company / Account|Associated Company|Contact Name|User Email|Contact "
        "Email|Buyer|Sold-to "
        "Party|Kontakt|Auftraggeber|Auftraggeb.|Debitorennummer|Debiteurnummer|Debiteurnaam|Relatienummer|Գնորդ|"
        "Պատվիրատու|Lead - Organization|Lead - Organisation|Lead - Organisatie"};

inline constexpr RoleSpec kSource = {
    .role = Role::source,
    .dimension = true,
    .headers =
        "Source|Lead Source|Original Source|Traffic Source|Session source|First Touch|utm_source|Quelle|Leadquelle|"
        "Lead-Quelle|Herkunft|Bron|Leadbron|Lead bron|Herkomst|Աղբյուր|Լիդի աղբյուր|Original Traffic "
        "Source|Ursprüngliche Quelle|Oorspronkelijke bron"};

inline constexpr RoleSpec kChannel = {
    .role = Role::channel,
    .dimension = true,
    .headers =
        "Channel|Sales Channel|Marketing Channel|Medium|Platform|utm_medium|Session primary channel group|"
        "Session primary channel group (Default Channel Group)|Default Channel Group|Kanal|Vertriebskanal|"
        "Verkaufskanal|Marketingkanal|Kanaal|Verkoopkanaal|Marketingkanaal|Ալիք|Վաճառքի ալիք|Մարքեթինգային ալիք"};

inline constexpr RoleSpec kChannelClass = {
    .role = Role::channel_class,
    .dimension = true,
    .weight = 2,
    .headers =
        "Channel Class|Channel Type|Media Type|Paid/Earned/Owned|Kanalklasse|Kanaltyp|Medienart|Kanaalklasse|"
        "Kanaaltype|Mediatype|Ալիքի դաս|Ալիքի տեսակ"};

inline constexpr ValueSpec kChannelClasses[] = {
    {Role::channel_class, "paid",
     "Paid|Paid Media|Paid Search|Paid Social|CPC|PPC|Ads|Bezahlt|Bezahlte Medien|Werbung|Betaald|Betaalde media|"
     "Advertenties|Վճարովի|Գովազդ"},
    {Role::channel_class, "earned",
     "Earned|Earned Media|Organic|Organic Search|Organic Social|Referral|PR|Press|Verdient|Organisch|Empfehlung|Presse|"
     "Verdiend|Verwijzing|Pers|Վաստակած|Օրգանական|Հղում"},
    {Role::channel_class, "owned",
     "Owned|Owned Media|Email|Newsletter|Direct|Website|Eigen|Eigene|Eigene Medien|Direkt|Eigen media|Nieuwsbrief|"
     "Սեփական|Ուղիղ"},
};

inline constexpr RoleSpec kCampaign = {
    .role = Role::campaign,
    .dimension = true,
    .headers =
        "Campaign|Campaign Name|Source Campaign|utm_campaign|Kampagne|Kampagnenname|Quellkampagne|Campagne|"
        "Campagnenaam|Broncampagne|Արշավ|Քարոզարշավ"};

inline constexpr RoleSpec kTechnique = {
    .role = Role::technique,
    .dimension = true,
    .headers =
        "Technique|Sales Technique|Variant|Test Group|A/B|A/B Group|A/B Variant|Experiment|Script|Technik|"
        "Verkaufstechnik|Variante|Testgruppe|Skript|Techniek|Verkooptechniek|Testgroep|Տեխնիկա|Վաճառքի տեխնիկա|"
        "Տարբերակ|Փորձարկման խումբ"};

inline constexpr RoleSpec kProduct = {
    .role = Role::product,
    .dimension = true,
    .headers =
        "Product|Product Name|Item|Item Name|Article|Lineitem name|Product(s)|Product Type|Produkt|Produktname|Artikel|"
        "Artikelname|Artikelbezeichnung|Productnaam|Artikelnaam|Ապրանք|Ապրանքի անվանում|Արտադրանք|Պրոդուկտ"};

inline constexpr RoleSpec kProductId = {
    .role = Role::product_id,
    .headers =
        "Product ID|Product Key|Product Code|Stock Code|SKU|Item ID|Item Number|Article Number|Lineitem sku|EAN|"
        "Produkt-ID|Produktnummer|Artikelnummer|Artikel-Nr.|Art.-Nr.|Productnummer|Productcode|Artikelnr|Ապրանքի ID|"
        "Ապրանքի կոդ|Ապրանքի համար"};

inline constexpr RoleSpec kProductLine = {
    .role = Role::product_line,
    .dimension = true,
    .headers =
        "Product Line|Product Category|Product Family|Product Group|Category|Line|Produktlinie|Produktgruppe|"
        "Warengruppe|Produktkategorie|Kategorie|Linie|Productlijn|Productgroep|Productcategorie|Categorie|Lijn|"
        "Արտադրանքի գիծ|Ապրանքի գիծ|Ապրանքախումբ|Կատեգորիա"};

inline constexpr RoleSpec kRegion = {
    .role = Role::region,
    .dimension = true,
    .headers =
        "Region|Country|Territory|Sales Region|Sales Territory|Market|State|Billing Country|Shipping Country|Land|"
        "Gebiet|Vertriebsgebiet|Bundesland|Regio|Gebied|Verkoopgebied|Տարածաշրջան|Երկիր|Մարզ|Sales Territory Key"};

inline constexpr RoleSpec kSegment = {
    .role = Role::segment,
    .dimension = true,
    .headers =
        "Segment|Customer Segment|Customer Type|Industry|Kundensegment|Kundentyp|Branche|Klantsegment|Klanttype|Sector|"
        "Սեգմենտ|Հաճախորդի տեսակ|Ոլորտ|Customer Group|Kundengruppe|Klantgroep"};

inline constexpr RoleSpec kCurrency = {
    .role = Role::currency,
    .dimension = true,
    .headers =
        "Currency|Currency Code|Currency ISO Code|Amount Currency|Währung|Währungscode|Valuta|Valutacode|Munteenheid|"
        "Արժույթ|Տարադրամ|Currency of Value|Deal Currency|Währg|Währung von Wert|Valuta van waarde|Order "
        "Currency|Order Currency Code"};

inline constexpr RoleSpec kCommission = {
    .role = Role::commission,
    .headers =
        "Commission|Commission Amount|Partner Commission|Sales Commission|Provision|Provisionsbetrag|"
        "Vermittlungsprovision|Commissie|Provisie|Միջնորդավճար|Միջնորդավճարներ|Հանձնաժողով|Հանձնաժողովներ|Reward "
        "Amount"};

inline constexpr RoleSpec kQty = {
    .role = Role::qty,
    .weight = 2,
    .headers =
        "Quantity|Qty|Order Quantity|Lineitem quantity|Items sold|Units|Units Sold|Pieces|Menge|Stückzahl|Stück|"
        "Bestellmenge|Hoeveelheid|Stuks|Քանակ|Միավորների քանակ",
    .usual = "Anzahl|Aantal"};

}  // namespace pegel::dataset
