#include "dataset/common_roles.h"
#include "dataset/kind.h"

namespace pegel::dataset {
namespace {

constexpr RoleSpec kRoles[] = {
    {.role = Role::ticket_id,
     .weight = 3,
     .headers = "Ticket ID|Ticket Number|Ticket No|Ticket #|Ticket|Zendesk Ticket ID|Case ID|Case Number|Case No|"
                "Complaint ID|Complaint Number|Claim ID|Claim Number|Incident ID|Request ID|Ticketnummer|Ticket-ID|"
                "Ticket-Nr.|Fallnummer|Vorgangsnummer|Beschwerdenummer|Reklamationsnummer|Zaaknummer|Klachtnummer|"
                "Claimnummer|Meldingsnummer|Տոմսի համար|Տոմսի ID|Բողոքի համար|Դիմումի համար|Issue key|Conversation "
                "ID|Conversation Number|Schlüssel|Vorgangsschlüssel|Sleutel",
     .usual = "Id|Number|Nummer|Nr|Համար"},
    {.role = Role::opened,
     .weight = 1.5,
     .headers = "Opened|Opened On|Opened At|Date/Time Opened|Date Opened|Open Date|Reported On|Reported|Date Received|"
                "Received On|Complaint Date|Case Created|Ticket Created|Eröffnet am|Eröffnet|Gemeldet am|"
                "Eingegangen am|Eingang|Beschwerdedatum|Geopend op|Gemeld op|Ontvangen op|Klachtdatum|Բացված|"
                "Բացման ամսաթիվ|Ստացման ամսաթիվ|Բողոքի ամսաթիվ",
     .usual = "Created|Created at|Created time|Created On|Created Date|Creation Date|Create Date|Date|Erstellt am|"
              "Erstellt|Erstelldatum|Datum|Aangemaakt|Aangemaakt op|Aanmaakdatum|Gemaakt op|Ստեղծված|Ստեղծման ամսաթիվ|"
              "Ամսաթիվ|Conversation started at|Started at"},
    {.role = Role::first_reply,
     .weight = 2.5,
     .headers = "First Reply|First Reply At|First Replied At|First Response|First Response At|First Responded On|"
                "Initial response time|Erste Antwort|Erste Antwort am|Erstreaktion|Eerste antwoord|Eerste reactie|"
                "Eerste antwoord op|Առաջին պատասխան|Առաջին արձագանք"},
    {.role = Role::resolved,
     .weight = 3,
     .headers = "Resolved|Resolved At|Resolved On|Resolved time|Date Resolved|Resolution Date|Solved at|Solved On|"
                "Date Solved|Gelöst am|Gelöst|Lösungsdatum|Erledigt am|Opgelost op|Opgelost|Datum opgelost|"
                "Afgehandeld op|Լուծված|Լուծման ամսաթիվ|Լուծվել է|Erledigt|Ticket Closed Time",
     .usual = "Closed|Closed at|Closed time|Closed On|Closed Date|Date/Time Closed|Date Closed|Geschlossen am|"
              "Abgeschlossen am|Gesloten op|Afgesloten op|Փակված|Փակման ամսաթիվ|Close date|Conversation last closed "
              "at|Last closed at"},
    {.role = Role::reply_time,
     .weight = 3,
     .headers = "First reply time in minutes|First reply time|First reply time (in minutes)|First reply time (min)|"
                "First response time (in hrs)|First response time|Time to first reply|Time to first response|"
                "Erstantwortzeit|Erste Antwortzeit|Zeit bis zur ersten Antwort|Eerste responstijd|Eerste antwoordtijd|"
                "Առաջին պատասխանի ժամանակ|Time to first agent email reply|Time to first agent reply"},
    {.role = Role::resolution_time,
     .weight = 3,
     .headers = "Full resolution time in minutes|Full resolution time|Resolution time (in hrs)|Resolution time|"
                "Time to resolution|Time to resolve|Handling Time|Lösungszeit|Bearbeitungszeit|Bearbeitungsdauer|"
                "Oplostijd|Afhandeltijd|Doorlooptijd|Լուծման ժամանակ|Լուծման տևողություն|"
                "First resolution time in minutes|Time to close|Zeit bis zur Schließung|Tijd tot sluiting"},
    {.role = Role::ticket_kind,
     .dimension = true,
     .weight = 2,
     .headers = "Ticket type|Case Type|Issue Type|Complaint Type|Request Type|Ticketart|Tickettyp|Fallart|Vorgangsart|"
                "Beschwerdeart|Tickettype|Soort melding|Soort klacht|Zaaktype|Տոմսի տեսակ|Դիմումի տեսակ|Բողոքի "
                "տեսակ|Vorgangstyp",
     .usual = "Type|Kind|Category|Art|Typ|Kategorie|Soort|Categorie|Տեսակ|Կատեգորիա"},
    {.role = Role::ticket_status,
     .dimension = true,
     .weight = 2,
     .headers = "Ticket Status|Case Status|Complaint Status|Resolution status|Response to Consumer|Ticketstatus|"
                "Fallstatus|Vorgangsstatus|Zaakstatus|Տոմսի կարգավիճակ",
     .usual = "Status|State|Կարգավիճակ"},
    {.role = Role::contacts,
     .weight = 2,
     .headers = "Contacts|Contact Count|Number of Contacts|Touches|Interactions|Customer interactions|"
                "Agent interactions|Replies|Anzahl Kontakte|Kontakte|Interaktionen|Antworten|Aantal contacten|"
                "Contacten|Interacties|Շփումների քանակ|Շփումներ"},
    {.role = Role::resolved_first_contact,
     .weight = 3,
     .headers = "Resolved on First Contact|First Contact Resolution|First Contact Resolved|FCR|One-touch|One Touch|"
                "Erstlösung|Beim Erstkontakt gelöst|Sofort gelöst|Opgelost bij eerste contact|First time fix|"
                "Լուծված առաջին շփումից"},
    {.role = Role::reopened,
     .weight = 3,
     .headers = "Reopened|Re-opened|Reopens|Is Reopened|Wiedereröffnet|Wiedereröffnungen|Wieder geöffnet|Heropend|"
                "Heropeningen|Վերաբացված"},
    kCustomer,
    {.role = Role::order_id,
     .headers = "Order ID|Order Number|Order|Receipt Number|Bestellnummer|Auftragsnummer|Bestellung|Ordernummer|"
                "Bestelnummer|Պատվերի համար|Պատվերի ID|Պատվեր"},
    {.role = Role::level,
     .dimension = true,
     .headers = "Level|Support Level|Tier|Escalation Level|Service Level|Stufe|Supportstufe|Eskalationsstufe|Ebene|"
                "Niveau|Supportniveau|Escalatieniveau|Մակարդակ|Սպասարկման մակարդակ"},
    {.role = Role::channel,
     .dimension = true,
     .weight = 1.5,
     .headers = "Channel|Via|Via Channel|Case Origin|Origin|Support Channel|Contact Channel|Kanal|Eingangskanal|"
                "Kontaktkanal|Ursprung|Herkunft|Kanaal|Contactkanaal|Herkomst|Ալիք|Դիմելու ալիք",
     .usual = "Source|Quelle|Bron"},
    kOwner,
    kTeam,
    kProduct,
    kProductId,
    kProductLine,
    kRegion,
    kSegment,
    kModified,
};

constexpr ValueSpec kWords[] = {
    {Role::ticket_kind, "question",
     "Question|Inquiry|Enquiry|Request|Service Request|How-to|Information|Frage|Anfrage|Auskunft|Serviceanfrage|Vraag|"
     "Verzoek|Aanvraag|Informatie|Հարց|Հարցում|Դիմում|Service Request with Approvals",
     "question|inquiry|enquiry|frage|vraag|հարց|request"},
    {Role::ticket_kind, "complaint",
     "Complaint|Complaints|Dissatisfaction|Feedback negative|Beschwerde|Beschwerden|Unzufriedenheit|Klacht|Klachten|"
     "Ontevredenheid|Բողոք|Բողոքներ|Դժգոհություն",
     "complaint|beschwerde|klacht|բողոք"},
    {Role::ticket_kind, "claim",
     "Claim|Formal Claim|Warranty Claim|Refund Request|Damage Claim|Reklamation|Reklamationen|Garantiefall|Anspruch|"
     "Schadensfall|Claims|Reclamatie|Garantieclaim|Schadeclaim|Պահանջ|Երաշխիքային պահանջ|Հայց",
     "claim|warranty|reklamation|garantiefall|reclamatie|պահանջ"},
    {Role::ticket_kind, "defect",
     "Defect|Bug|Incident|Problem|Fault|Malfunction|Error|Fehler|Defekt|Störung|Mangel|Vorfall|Fout|Storing|Gebrek|"
     "Probleem|Թերություն|Սխալ|Խափանում|Խնդիր|Product Issue",
     "defect|bug|fehler|defekt|störung|storing|թերություն|incident|vorfall"},
    {Role::ticket_status, "open",
     "Open|New|Pending|On Hold|Hold|In Progress|Assigned|Escalated|Working|Waiting|Waiting on Customer|"
     "Waiting on Third Party|Reopened|Offen|Neu|Schwebend|Wartend|In Bearbeitung|Zugewiesen|Eskaliert|Wiedereröffnet|"
     "Openstaand|Nieuw|In behandeling|Toegewezen|Wachtend|Geëscaleerd|Heropend|Բաց|Նոր|Ընթացքի մեջ|Սպասման "
     "մեջ|Active|Snoozed|Waiting for Customer|Waiting for Support|Waiting on Contact|Waiting on Us|Wartet auf "
     "Kunden|Wacht op klant|In Arbeit|Zu erledigen|To Do|Te doen",
     "waiting|awaiting|pending|wartet|wacht"},
    {Role::ticket_status, "resolved",
     "Resolved|Solved|Closed|Closed with Explanation|Done|Completed|Fixed|Gelöst|Geschlossen|Abgeschlossen|Erledigt|"
     "Behoben|Opgelost|Gesloten|Afgesloten|Afgehandeld|Voltooid|Լուծված|Փակված|Ավարտված",
     "resolved|solved|closed|gelöst|geschlossen|erledigt|opgelost|gesloten|լուծված|փակված"},
    {Role::ticket_status, "deleted",
     "Deleted|Spam|Merged|Duplicate|Rejected|Gelöscht|Dupliziert|Abgelehnt|Duplizieren|Verwijderd|Dupliceer|Afgewezen|"
     "Ջնջված|Կրկնօրինակ"},
};

constexpr Role kOneOf0[] = {Role::ticket_id, Role::resolved, Role::ticket_kind, Role::reply_time,
                            Role::resolution_time};
constexpr Role kOneOf1[] = {Role::opened, Role::resolved, Role::first_reply, Role::reply_time, Role::resolution_time};
constexpr RoleSet kOneOf[] = {kOneOf0, kOneOf1};

constexpr Role kWanted0[] = {Role::opened};
constexpr Role kWanted1[] = {Role::resolved, Role::resolution_time};
constexpr RoleSet kWanted[] = {kWanted0, kWanted1};

constexpr Signature kSystems[] = {
    {"Zendesk", "Summation column|Requester"},
    {"Zendesk", "requester_id|assignee_id|ticket_form_id"},
    {"Freshdesk", "Ticket ID|Resolved time|Initial response time"},
    {"Freshdesk", "Ticket ID|Subject|Resolved time"},
    {"Salesforce", "Case Number|Case Origin"},
    {"Salesforce", "CaseNumber|Origin|IsEscalated"},
    {"HubSpot", "Ticket ID|Ticket name|Ticket status"},
    {"Jira", "Issue key|Issue Type|Assignee"},
    {"Jira", "Schlüssel|Vorgangstyp|Zugewiesene Person"},
    {"ServiceNow", "number|short_description|opened_at"},
    {"Intercom", "Conversation ID|Conversation state"},
};

}  // namespace

extern constexpr KindTable tickets_kind{
    .kind = Kind::tickets,
    .row = "one service case, complaint or claim",
    .file_words =
        "tickets|ticket|cases|complaints|claims|beschwerden|reklamationen|anfragen|klachten|reclamaties|բողոքներ|"
        "դիմումներ|տոմսեր",
    .identity = Role::ticket_id,
    .one_of = kOneOf,
    .wanted = kWanted,
    .roles = kRoles,
    .values = kWords,
    .signatures = kSystems,
};

}  // namespace pegel::dataset
