#include "dataset/common_roles.h"
#include "dataset/kind.h"

namespace pegel::dataset {
namespace {

constexpr RoleSpec kRoles[] = {
    {.role = Role::activity_id,
     .weight = 2,
     .headers = "Activity ID|Activity Number|Activity - ID|Call ID|Meeting ID|Task ID|Visit ID|Event ID|Engagement ID|"
                "Aktivitäts-ID|Aktivitätsnummer|Anruf-ID|Besuchs-ID|Termin-ID|Activiteit-ID|Activiteits-ID|Gespreks-ID|"
                "Bezoek-ID|Գործողության ID|Զանգի ID|Այցի ID",
     .usual = "Record ID|Datensatz-ID|Id|Number|Nummer|Nr|Համար"},
    {.role = Role::at,
     .required = true,
     .weight = 1.5,
     .headers = "Activity Date|Activity Time|Call Date|Call Time|Call Start Time|Meeting Date|Visit Date|Start Time|"
                "Date/Time|Done At|Completed On|Completed At|Activity - Due date|Aktivitätsdatum|Anrufdatum|"
                "Besuchsdatum|Termin|Datum der Aktivität|Activiteitdatum|Activiteitsdatum|Gespreksdatum|Bezoekdatum|"
                "Գործողության ամսաթիվ|Զանգի ամսաթիվ|Այցի ամսաթիվ",
     .usual = "Date|Start|Start Date|Timestamp|Created|Created At|Created On|Created Date|Due Date|Datum|Zeitpunkt|"
              "Zeitstempel|Erstellt am|Beginn|Fällig am|Tijdstip|Tijdstempel|Aangemaakt op|Begin|Ամսաթիվ|Ժամանակ|"
              "Ստեղծման ամսաթիվ"},
    {.role = Role::activity_type,
     .dimension = true,
     .weight = 2.5,
     .headers = "Activity Type|Activity - Type|Activity|Call Type|Task Type|Engagement Type|Interaction Type|"
                "Aktivitätstyp|Art der Aktivität|Aktivitätsart|Kontaktart|Aktivität|Activiteitstype|Activiteittype|"
                "Soort activiteit|Soort contact|Activiteit|Գործողության տեսակ|Շփման տեսակ",
     .usual = "Type|Art|Typ|Soort|Kind|Տեսակ"},
    kOwner,
    kTeam,
    kCustomer,
    kPartner,
    {.role = Role::lead_id, .headers = "Lead ID|Lead|Lead-ID|Lead-Nr.|Leadnummer|Լիդի ID|Լիդ|Who ID"},
    {.role = Role::reason,
     .dimension = true,
     .headers = "Reason|Call Reason|Reason for Call|Contact Reason|Purpose|Topic|Anrufgrund|Grund|Kontaktgrund|"
                "Anliegen|Thema|Reden|Reden van contact|Onderwerp gesprek|Պատճառ|Զանգի պատճառ|Թեմա"},
    {.role = Role::outcome,
     .dimension = true,
     .weight = 1.5,
     .headers = "Outcome|Call Outcome|Call Result|Call Disposition|Meeting Outcome|Result|Disposition|Ergebnis|"
                "Anrufergebnis|Gesprächsergebnis|Uitkomst|Resultaat|Gespreksresultaat|Արդյունք|Զանգի արդյունք|Ելք"},
    {.role = Role::value_message,
     .weight = 3,
     .headers = "Value Message|Value Message?|Value Proposition Used|Value-added Message|Nutzenargument|"
                "Mehrwertbotschaft|Mehrwert vermittelt|Waardeboodschap|Meerwaarde|Արժեքային ուղերձ"},
    {.role = Role::duration,
     .weight = 2,
     .headers = "Duration|Call Duration|Call Duration In Seconds|Call Duration (seconds)|Meeting Duration|"
                "Duration (minutes)|Duration (min)|Talk Time|Dauer|Gesprächsdauer|Anrufdauer|Besuchsdauer|Duur|"
                "Gespreksduur|Belduur|Տևողություն|Զանգի տևողություն"},
    kProduct,
    kRegion,
    kSegment,
    kChannel,
    kModified,
};

constexpr ValueSpec kWords[] = {
    {Role::activity_type, "call",
     "Call|Phone|Phone Call|Telephone|Anruf|Telefonat|Telefon|Gesprek|Telefoongesprek|Bellen|Telefoon|Զանգ|"
     "Հեռախոսազանգ",
     "call|anruf|telefonat|զանգ"},
    {Role::activity_type, "call_in",
     "Inbound|Inbound Call|Incoming Call|Call (inbound)|Call received|Received call|call_in|Eingehender Anruf|"
     "Anruf eingehend|Eingehend|Inkomend gesprek|Inkomende oproep|Ontvangen oproep|Inkomend|Մուտքային զանգ|Մուտքային",
     "inbound|incoming|eingehend|eingehender|inkomend|inkomende|մուտքային"},
    {Role::activity_type, "call_out",
     "Outbound|Outbound Call|Outgoing Call|Cold Call|Call (outbound)|call_out|Ausgehender Anruf|Anruf ausgehend|"
     "Kaltakquise|Ausgehend|Uitgaand gesprek|Uitgaande oproep|Uitgaand|Ելքային զանգ|Ելքային",
     "outbound|outgoing|ausgehend|ausgehender|uitgaand|uitgaande|ելքային"},
    {Role::activity_type, "visit",
     "Visit|Field Visit|On-site Visit|Site Visit|Customer Visit|Besuch|Kundenbesuch|Außendienstbesuch|Vor-Ort-Termin|"
     "Bezoek|Klantbezoek|Bezoeken|Այց|Այցելություն|Հաճախորդի այց",
     "visit|besuch|kundenbesuch|bezoek|klantbezoek|այց"},
    {Role::activity_type, "mail",
     "Mail|Email|E-Mail|Email sent|Letter|Nachricht|Brief|E-mail|Bericht|Նամակ|Էլ. նամակ|Էլ․ նամակ",
     "mail|email|նամակ"},
    {Role::activity_type, "meeting",
     "Meeting|Online Meeting|Video Call|Demo|Appointment|Event|Lunch|Termin|Besprechung|Treffen|Videokonferenz|"
     "Vorführung|Afspraak|Vergadering|Bijeenkomst|Հանդիպում|Ժողով",
     "meeting|termin|besprechung|afspraak|հանդիպում"},
    {Role::activity_type, "other",
     "Task|Note|To-do|Todo|Deadline|Other|SMS|Aufgabe|Notiz|Frist|Sonstiges|Taak|Notitie|Overig|Առաջադրանք|Նշում|Այլ"},
    {Role::reason, "price",
     "Price|Pricing|Quote Request|Price Enquiry|Preis|Preisanfrage|Preisauskunft|Angebotsanfrage|Prijs|Prijsaanvraag|"
     "Գին|Գնի հարցում",
     "price|pricing|preis|preise|prijs|գին|գնի"},
    {Role::reason, "info",
     "Info|Information|Product Information|Question|General Enquiry|Auskunft|Informationen|Produktinformation|Frage|"
     "Informatie|Productinformatie|Vraag|Տեղեկություն|Տեղեկատվություն|Հարց",
     "info|information|informationen|informatie|տեղեկություն"},
    {Role::reason, "order", "Order|Purchase|Reorder|Bestellung|Auftrag|Kauf|Bestelling|Opdracht|Aankoop|Պատվեր|Գնում"},
    {Role::reason, "complaint", "Complaint|Problem|Support|Beschwerde|Reklamation|Klacht|Probleem|Բողոք|Խնդիր"},
    {Role::reason, "other", "Other|Sonstiges|Overig|Anders|Այլ"},
};

constexpr Role kOneOfSet[] = {Role::activity_type, Role::activity_id, Role::value_message, Role::duration};
constexpr RoleSet kOneOf[] = {kOneOfSet};

constexpr Role kWantedSet[] = {Role::activity_type};
constexpr RoleSet kWanted[] = {kWantedSet};

constexpr Signature kSystems[] = {
    {"Pipedrive", "Activity - Type|Activity - Subject"},
    {"Pipedrive", "Aktivität - Typ|Aktivität - Betreff"},
    {"Salesforce", "ActivityDate|WhoId|WhatId"},
    {"HubSpot", "Activity type|Activity date|Call direction", "Call direction=activity_type"},
    {"HubSpot", "Activity type|Activity date"},
    {"Aircall", "direction|duration (total)|duration (in call)|datetime (UTC)",
     "datetime (UTC)=at|direction=activity_type|user=owner|duration (in call)=duration"},
    {"Zoho CRM", "Call Type|Call Start Time|Call Duration"},
};

}  // namespace

extern constexpr KindTable activities_kind{
    .kind = Kind::activities,
    .row = "one call, visit, mail or meeting",
    .file_words =
        "activities|activity|calls|meetings|visits|tasks|aktivitäten|aktivitaeten|anrufe|besuche|termine|activiteiten|"
        "gesprekken|bezoeken|գործունեություն|զանգեր|այցեր",
    .identity = Role::activity_id,
    .one_of = kOneOf,
    .wanted = kWanted,
    .roles = kRoles,
    .values = kWords,
    .signatures = kSystems,
};

}  // namespace pegel::dataset
