#include "dataset/common_roles.h"
#include "dataset/kind.h"

namespace pegel::dataset {
namespace {

constexpr RoleSpec kRoles[] = {
    {.role = Role::at,
     .weight = 2,
     .headers = "Session Date|Session Start|Visit Date|Visited At|Visit Time|Sitzungsbeginn|Besuchsdatum|Sessiedatum|"
                "Bezoekdatum|Այցելության ամսաթիվ|Այցի ամսաթիվ",
     .usual = "Date|Day|Timestamp|Time|Datum|Tag|Zeitstempel|Zeit|Dag|Tijdstempel|Tijd|Ամսաթիվ|Օր|Ժամանակ|Created At|"
              "Start Time"},
    {.role = Role::session_id,
     .weight = 3,
     .headers = "Session ID|Visit ID|Session|ga_session_id|Sitzungs-ID|Besuchs-ID|Sitzung|Sessie-ID|Bezoek-ID|"
                "Սեսիայի ID|Այցելության ID"},
    {.role = Role::visitor_id,
     .weight = 2.5,
     .headers = "Visitor ID|Visitor|Anonymous ID|Client ID|Cookie ID|user_pseudo_id|Besucher-ID|Besucher|Bezoeker-ID|"
                "Bezoeker|Այցելուի ID|Այցելու",
     .usual = "User ID"},
    {.role = Role::visits,
     .weight = 3,
     .headers = "Sessions|Visits|Website Visits|Pageviews|Page Views|Sitzungen|Besuche|Websitebesuche|Seitenaufrufe|"
                "Sessies|Bezoeken|Websitebezoeken|Paginaweergaven|Սեսիաներ|Այցելություններ|Կայքի այցելություններ",
     .usual = "Count|Users|Anzahl|Aantal|Nutzer|Gebruikers|Քանակ"},
    {.role = Role::form_submitted,
     .weight = 2.5,
     .headers = "Form Submitted|Form Submission|Form Submissions|Submitted Form|Form|Lead Form|Converted|"
                "Formular abgeschickt|Formular gesendet|Formulare|Formulier verzonden|Formulieren|Formulier|"
                "Ձևի ուղարկում|Ուղարկված ձև|Ձևեր"},
    kSource,
    {.role = Role::channel,
     .dimension = true,
     .weight = 1.5,
     .headers = "Channel|Medium|Session primary channel group|Session primary channel group (Default Channel Group)|"
                "Default Channel Group|Session default channel group|Session source / medium|Source / Medium|"
                "utm_medium|Kanal|Standardchannelgruppe|Kanaal|Standaardkanaalgroep|Ալիք"},
    kChannelClass,
    kCampaign,
    kRegion,
    kProduct,
};

constexpr Role kOneOfSet[] = {Role::at, Role::visits, Role::session_id};
constexpr RoleSet kOneOf[] = {kOneOfSet};

constexpr Role kWantedSet[] = {Role::at};
constexpr RoleSet kWanted[] = {kWantedSet};

constexpr Signature kSystems[] = {
    {"Google Analytics", "Session primary channel group (Default Channel Group)|Sessions"},
    {"Google Analytics", "Landing page|Sessions|Engaged sessions"},
    {"Google Analytics", "Date|Sessions"},
    {"Matomo", "Unique visitors|Visits|Actions"},
    {"Matomo", "Eindeutige Besucher|Besuche|Aktionen"},
    {"Matomo", "Unieke bezoekers|Bezoeken|Acties"},
    {"sessions", "session_id|at"},
};

}  // namespace

extern constexpr KindTable sessions_kind{
    .kind = Kind::sessions,
    .row = "one web session, or the visits of a day",
    .file_words = "sessions|traffic|visits|analytics|besuche|website|bezoeken|սեսիաներ|այցելություններ",
    .identity = Role::session_id,
    .one_of = kOneOf,
    .wanted = kWanted,
    .roles = kRoles,
    .values = kChannelClasses,
    .signatures = kSystems,
};

}  // namespace pegel::dataset
