#include "dataset/common_roles.h"
#include "dataset/kind.h"

namespace pegel::dataset {
namespace {

constexpr RoleSpec kRoles[] = {
    {.role = Role::content_id,
     .required = true,
     .dimension = true,
     .weight = 2.5,
     .headers = "Content ID|Content|Content Name|Asset ID|Asset|Document ID|Document|Collateral|Inhalts-ID|Inhalt|"
                "Dokument|Dokument-ID|Inhoud|Inhoud-ID|Content-ID|Document-ID|Բովանդակության ID|Բովանդակություն|"
                "Փաստաթուղթ"},
    {.role = Role::at,
     .required = true,
     .headers = "Event Date|Event Time|Used At|Used On|Shared At|Shared On|Opened At|Date|Timestamp|Created At|"
                "Zeitpunkt|Zeitstempel|Datum|Geteilt am|Tijdstip|Tijdstempel|Gedeeld op|Ամսաթիվ|Ժամանակ"},
    {.role = Role::actor,
     .dimension = true,
     .weight = 2,
     .headers = "Actor|Actor Type|Used By|Role|Viewer|Akteur|Nutzer|Rolle|Wer|Gebruiker|Rol|Wie|Կատարող|Դեր|Ով"},
    {.role = Role::action,
     .dimension = true,
     .weight = 2,
     .headers = "Action|Event|Event Type|Activity|Usage|Aktion|Ereignis|Nutzung|Actie|Gebeurtenis|Gebruik|"
                "Գործողություն|Իրադարձություն"},
    {.role = Role::rating,
     .headers = "Rating|Usefulness|Stars|Score|Bewertung|Nützlichkeit|Sterne|Beoordeling|Nut|Sterren|Գնահատական|"
                "Օգտակարություն"},
    {.role = Role::search_seconds,
     .weight = 3,
     .headers = "Search Seconds|Search Time|Time to Find|Search Duration|Search Time (s)|Suchzeit|Suchdauer|"
                "Suchzeit (s)|Zoektijd|Zoekduur|Zoektijd (s)|Որոնման ժամանակ|Որոնման տևողություն"},
    kOwner,
    kTeam,
    kCustomer,
    {.role = Role::deal_id,
     .headers = "Deal ID|Opportunity ID|Opportunity|Deal|Deal-ID|Verkaufschance|Verkoopkans|Գործարքի ID|Գործարք"},
    kProduct,
    kRegion,
};

constexpr ValueSpec kWords[] = {
    {Role::actor, "rep",
     "Rep|Sales Rep|Seller|Sales|Internal|Employee|Agent|Vertrieb|Verkäufer|Vertriebsmitarbeiter|Mitarbeiter|Intern|"
     "Verkoper|Verkoop|Medewerker|Վաճառող|Աշխատակից|Ներքին"},
    {Role::actor, "customer",
     "Customer|Client|Prospect|Buyer|External|Kunde|Interessent|Käufer|Extern|Klant|Koper|Հաճախորդ|Գնորդ|Արտաքին"},
    {Role::action, "shared",
     "Shared|Share|Sent|Forwarded|Attached|Geteilt|Gesendet|Verschickt|Gedeeld|Verzonden|Verstuurd|Կիսված|Ուղարկված"},
    {Role::action, "opened",
     "Opened|Open|Viewed|View|Read|Downloaded|Clicked|Geöffnet|Angesehen|Gelesen|Heruntergeladen|Geopend|Bekeken|"
     "Gelezen|Gedownload|Բացված|Դիտված|Ներբեռնված"},
    {Role::action, "rated", "Rated|Rating|Reviewed|Scored|Bewertet|Beoordeeld|Գնահատված"},
};

constexpr Role kOneOfSet[] = {Role::action, Role::rating, Role::search_seconds};
constexpr RoleSet kOneOf[] = {kOneOfSet};

constexpr Signature kSystems[] = {
    {"content log", "content_id|at|action"},
};

}  // namespace

extern constexpr KindTable content_events_kind{
    .kind = Kind::content_events,
    .row = "one use of sales content",
    .file_words = "content|content_events|assets|inhalte|inhoud|բովանդակություն",
    .one_of = kOneOf,
    .roles = kRoles,
    .values = kWords,
    .signatures = kSystems,
};

}  // namespace pegel::dataset
