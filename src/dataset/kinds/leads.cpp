#include "dataset/common_roles.h"
#include "dataset/kind.h"

namespace pegel::dataset {
namespace {

constexpr RoleSpec kRoles[] = {
    {.role = Role::lead_id,
     .weight = 2.5,
     .headers = "Lead ID|Lead Number|Lead No|Lead - ID|Prospect ID|Enquiry ID|Inquiry ID|Lead-ID|Lead-Nr.|Leadnummer|"
                "Anfragenummer|Interessenten-ID|Lead-id|Aanvraagnummer|Prospect-ID|Լիդի ID|Լիդի համար|Հարցման համար",
     .usual = "Record ID|Datensatz-ID|Id|Number|Nummer|Nr|Համար"},
    {.role = Role::name,
     .headers = "Lead Name|Lead|Full Name|Name|Contact Name|Last Name|First Name|Prospect|Interessent|Nachname|Vorname|"
                "Name des Kontakts|Naam|Achternaam|Voornaam|Naam contactpersoon|Անուն|Ազգանուն|Լիդի անուն|Lead - "
                "Title|Lead - Titel"},
    kOwner,
    kTeam,
    kPartner,
    kCustomer,
    {.role = Role::source,
     .dimension = true,
     .headers = "Lead Source|Original Source|Source|First Touch|Traffic Source|Leadquelle|Lead-Quelle|Quelle|Herkunft|"
                "Leadbron|Lead bron|Bron|Herkomst|Լիդի աղբյուր|Աղբյուր|utm_source|Original Traffic "
                "Source|Ursprüngliche Quelle|Oorspronkelijke bron|Lead - Source|Lead - Quelle|Lead - Bron"},
    kChannel,
    kChannelClass,
    kCampaign,
    kTechnique,
    kProduct,
    kRegion,
    kSegment,
    {.role = Role::lead_status,
     .dimension = true,
     .weight = 2.5,
     .headers = "Lead Status|Lead-Status|Leadstatus|Lead Stage|Lifecycle Stage|Lebenszyklusphase|Levenscyclusfase|"
                "Լիդի կարգավիճակ|Lead - Status",
     .usual = "Status|State|Stage|Phase|Fase|Կարգավիճակ|Փուլ"},
    {.role = Role::qualified,
     .weight = 1.5,
     .headers = "Qualified|Is Qualified|Qualified?|Sales Qualified|MQL|SQL|Qualifiziert|Ist qualifiziert|"
                "Gekwalificeerd|Որակավորված"},
    {.role = Role::followed_up,
     .weight = 2.5,
     .headers = "Followed Up|Followed Up?|Follow-up Done|Contacted|Contacted?|Nachverfolgt|Nachgefasst|Kontaktiert|"
                "Opgevolgd|Gecontacteerd|Հետագա մշակում|Կապ հաստատված է"},
    {.role = Role::converted,
     .weight = 3,
     .headers = "Converted|Is Converted|Converted?|Converted to Customer|Konvertiert|Umgewandelt|Geconverteerd|Omgezet|"
                "Փոխակերպված"},
    {.role = Role::created,
     .headers =
         "Created|Created Date|Create Date|Creation Date|Created On|Created At|Created Time|Date Created|"
         "Lead Created|Lead Created Date|Inquiry Date|Received|Received On|Registered|Erstellt|Erstellt am|"
         "Erstelldatum|Erstellungsdatum|Angelegt|Angelegt am|Eingang|Eingegangen am|Anfragedatum|Aangemaakt|"
         "Aangemaakt op|Aanmaakdatum|Gemaakt op|Datum aanvraag|Ontvangen op|Ստեղծված|Ստեղծման ամսաթիվ|"
         "Ստացման ամսաթիվ|Հարցման ամսաթիվ|Lead - Lead created|Lead - Lead erstellt|Lead - Lead aangemaakt|Date Entered",
     .usual = "Date|Datum|Timestamp|Zeitstempel|Tijdstempel|Ամսաթիվ"},
    {.role = Role::first_response,
     .weight = 2.5,
     .headers = "First Response|First Responded At|First Response Date|First Contacted|First Contact Date|"
                "First Contacted On|Responded At|Contacted At|Contacted On|Erste Antwort|Erstantwort|Erste Reaktion|"
                "Erstkontakt am|Kontaktiert am|Eerste reactie|Eerste contact op|Gecontacteerd op|Առաջին պատասխան|"
                "Առաջին արձագանք"},
    {.role = Role::converted_at,
     .weight = 3,
     .headers = "Converted At|Converted Date|Converted On|Conversion Date|Date Converted|Konvertiert am|"
                "Umwandlungsdatum|Umgewandelt am|Konvertierungsdatum|Geconverteerd op|Conversiedatum|Omgezet op|"
                "Փոխակերպման ամսաթիվ"},
    {.role = Role::trial_start,
     .weight = 3,
     .headers = "Trial Start|Trial Started|Trial Start Date|Trial From|Testbeginn|Testphase Beginn|Testphase von|"
                "Teststart|Start proefperiode|Proefperiode van|Begin proefperiode|Փորձաշրջանի սկիզբ"},
    {.role = Role::trial_end,
     .weight = 3,
     .headers = "Trial End|Trial Ends|Trial Ended|Trial End Date|Trial To|Testende|Testphase Ende|Testphase bis|"
                "Einde proefperiode|Proefperiode tot|Փորձաշրջանի ավարտ"},
    {.role = Role::paid_at,
     .weight = 1.5,
     .headers = "Paid At|Paid On|First Paid|First Payment|Paying Since|Bezahlt am|Erste Zahlung|Zahlend seit|"
                "Betaald op|Eerste betaling|Betalend sinds|Վճարման ամսաթիվ|Առաջին վճարում"},
    {.role = Role::lost_reason,
     .dimension = true,
     .headers = "Lost Reason|Disqualified Reason|Disqualification Reason|Unqualified Reason|"
                "Grund der Disqualifizierung|Reden van diskwalificatie|Մերժման պատճառ"},
    kModified,
};

constexpr ValueSpec kWords[] = {
    {Role::lead_status, "open",
     "New|Open|Open - Not Contacted|Not Contacted|Working|Working - Contacted|Contacted|Attempted to Contact|"
     "In Progress|In Process|Assigned|Nurturing|Recycled|Lead|Subscriber|Marketing Qualified Lead|MQL|Neu|Offen|"
     "In Arbeit|In Bearbeitung|Kontaktiert|Zugewiesen|Wiedereröffnet|Nieuw|In behandeling|Gecontacteerd|Toegewezen|"
     "Opnieuw verwerkt|Նոր|Բաց|Ընթացքի մեջ|Կապ հաստատված|Connected|Open Deal|Attempting|Not Started|Hot|Warm|Cold",
     "new|contacted|working|neu|kontaktiert|nieuw|gecontacteerd"},
    {Role::lead_status, "qualified",
     "Qualified|Sales Qualified Lead|Sales Qualified|SQL|Opportunity|Qualifiziert|Gekwalificeerd|Որակավորված",
     "qualified|qualifiziert|gekwalificeerd|որակավորված"},
    {Role::lead_status, "converted",
     "Converted|Closed - Converted|Customer|Konvertiert|Umgewandelt|Kunde|Geconverteerd|Omgezet|Klant|Փոխակերպված|"
     "Հաճախորդ",
     "converted|konvertiert|umgewandelt|geconverteerd|փոխակերպված"},
    {Role::lead_status, "disqualified",
     "Disqualified|Unqualified|Not Qualified|Closed - Not Converted|Dead|Junk|Junk Lead|Lost Lead|Bad Timing|"
     "Not Interested|Disqualifiziert|Nicht qualifiziert|Unqualifiziert|Gestorben|Kein Interesse|Gediskwalificeerd|"
     "Niet gekwalificeerd|Vervallen|Geen interesse|Ապաորակավորված|Հետաքրքրված չէ",
     "disqualified|unqualified|dead|junk|disqualifiziert|unqualifiziert|gediskwalificeerd|vervallen"},
    kChannelClasses[0],
    kChannelClasses[1],
    kChannelClasses[2],
};

constexpr Role kOneOf0[] = {Role::lead_id, Role::lead_status, Role::converted, Role::converted_at, Role::trial_start};
constexpr Role kOneOf1[] = {Role::created,      Role::lead_status,    Role::converted,
                            Role::converted_at, Role::first_response, Role::trial_start};
constexpr RoleSet kOneOf[] = {kOneOf0, kOneOf1};

constexpr Role kWantedSet[] = {Role::created};
constexpr RoleSet kWanted[] = {kWantedSet};

constexpr Signature kSystems[] = {
    {"Salesforce", "LeadSource|IsConverted|ConvertedDate"},
    {"Salesforce", "Lead Source|Lead Status|Lead Owner"},
    {"HubSpot", "Record ID|Lifecycle Stage|Lead Status"},
    {"HubSpot", "Datensatz-ID|Lebenszyklusphase"},
    {"Zoho CRM", "Lead Owner|Lead Source|Lead Status"},
    {"Meta lead ads", "created_time|form_id|form_name|platform", "id=lead_id"},
    {"EspoCRM", "Lead Source|Converted At"},
};

}  // namespace

extern constexpr KindTable leads_kind{
    .kind = Kind::leads,
    .row = "one lead",
    .file_words = "leads|lead|interessenten|anfragen|prospects|լիդեր|լիդ",
    .identity = Role::lead_id,
    .once = true,
    .one_of = kOneOf,
    .wanted = kWanted,
    .roles = kRoles,
    .values = kWords,
    .signatures = kSystems,
};

}  // namespace pegel::dataset
