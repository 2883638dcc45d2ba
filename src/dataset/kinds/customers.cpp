#include "dataset/common_roles.h"
#include "dataset/kind.h"

namespace pegel::dataset {
namespace {

constexpr RoleSpec kRoles[] = {
    {.role = Role::customer_id,
     .required = true,
     .weight = 2,
     .headers = "Customer ID|Customer Number|Customer No|Customer Key|Customer Code|Account ID|Account Number|"
                "Client ID|Client Number|Contact ID|Kundennummer|Kunden-Nr.|Kunden-ID|Debitorennummer|Debitor|"
                "Klantnummer|Klant-ID|Debiteurnummer|Debiteur|Relatienummer|Հաճախորդի ID|Հաճախորդի համար|"
                "Հաճախորդի կոդ|Person - ID|Organization - ID|Organisation - ID|Organisatie - ID",
     .usual = "Customer|Client|Account|Kunde|Klant|Relatie|Հաճախորդ|Record ID|Datensatz-ID|Id|Number|Nummer|Nr|Համար|"
              "Email|E-Mail|E-mailadres"},
    {.role = Role::name,
     .headers = "Customer Name|Account Name|Company Name|Company|Client Name|Full Name|Name|Last Name|First Name|"
                "Kundenname|Firmenname|Firma|Unternehmen|Nachname|Vorname|Klantnaam|Bedrijfsnaam|Bedrijf|Naam|"
                "Achternaam|Voornaam|Հաճախորդի անուն|Ընկերություն|Անվանում|Անուն|Ազգանուն|Person - Name|Organization - "
                "Name|Person - Naam|Organisation - Name"},
    {.role = Role::since,
     .weight = 3,
     .headers = "Customer Since|Client Since|Since|First Order Date|First Purchase Date|First Order|Became Customer|"
                "Became a Customer Date|Registered|Registered On|Registration Date|Signup Date|Sign-up Date|Signed Up|"
                "Contract Start|Kunde seit|Seit|Erstbestellung|Registriert am|Registrierungsdatum|Anmeldedatum|"
                "Vertragsbeginn|Klant sinds|Sinds|Eerste bestelling|Geregistreerd op|Registratiedatum|Aanmelddatum|"
                "Contractbegin|Հաճախորդ է սկսած|Գրանցման ամսաթիվ|Գրանցված|Առաջին գնում|Պայմանագրի սկիզբ",
     .usual = "Created|Created Date|Create Date|Created At|Created On|Date Created|Erstellt am|Angelegt am|"
              "Erstelldatum|Aangemaakt op|Aanmaakdatum|Start Date|Startdatum|Ստեղծման ամսաթիվ|Person - Person "
              "created|Organization - Organization created"},
    {.role = Role::until,
     .weight = 3,
     .headers = "Customer Until|Until|Churn Date|Churned On|Churned At|Cancelled On|Cancellation Date|Canceled At|"
                "Contract End|Ended At|Left On|Lost On|Kunde bis|Gekündigt am|Kündigungsdatum|Abgewandert am|"
                "Vertragsende|Klant tot|Opgezegd op|Opzegdatum|Vertrokken op|Contracteinde|Հաճախորդ է մինչև|"
                "Հեռացման ամսաթիվ|Պայմանագրի ավարտ",
     .usual = "End Date|Enddatum|Einddatum"},
    kSource,
    kChannel,
    kChannelClass,
    {.role = Role::segment,
     .dimension = true,
     .weight = 1.25,
     .headers = "Customer Segment|Customer Type|Customer Group|Segment|Industry|Account Type|Type|Kundensegment|"
                "Kundengruppe|Kundentyp|Kundenart|Branche|Klantsegment|Klantgroep|Klanttype|Sector|Հաճախորդի սեգմենտ|"
                "Հաճախորդի տեսակ|Սեգմենտ|Ոլորտ"},
    kPartner,
    kOwner,
    kTeam,
    {.role = Role::region,
     .dimension = true,
     .headers = "Region|Country|Territory|City|Billing Country|Billing State|State|Province|Land|Gebiet|Ort|Stadt|"
                "Bundesland|Regio|Gebied|Plaats|Stad|Provincie|Տարածաշրջան|Երկիր|Քաղաք|Մարզ"},
    kCampaign,
    kModified,
};

constexpr Role kOneOfSet[] = {Role::since, Role::until, Role::name, Role::segment, Role::region};
constexpr RoleSet kOneOf[] = {kOneOfSet};

constexpr Role kWantedSet[] = {Role::since};
constexpr RoleSet kWanted[] = {kWantedSet};

constexpr Signature kSystems[] = {
    {"Salesforce", "BillingCity|Industry|AnnualRevenue"},
    {"Salesforce", "Account Name|Billing City|Account Owner"},
    {"Shopify", "First Name|Last Name|Total Spent|Total Orders"},
    {"HubSpot", "Record ID|Company name|Company owner"},
    {"Stripe", "id|Email|Created (UTC)|Delinquent"},
    {"Stripe", "Customer ID|Plan|Current Period Start (UTC)|Canceled At (UTC)",
     "Customer ID=customer_id|Created (UTC)=since|Ended At (UTC)=until"},
    {"Pipedrive", "Person - Name|Person - Owner"},
    {"Pipedrive", "Organization - Name|Organization - Owner"},
    {"customers", "customer_id|since"},
};

}  // namespace

extern constexpr KindTable customers_kind{
    .kind = Kind::customers,
    .row = "one customer",
    .file_words =
        "customers|customer|subscriptions|accounts|clients|contacts|kunden|kundenliste|kontakte|klanten|klantenlijst|"
        "relaties|"
        "contacten|հաճախորդներ",
    .identity = Role::customer_id,
    .once = true,
    .one_of = kOneOf,
    .wanted = kWanted,
    .roles = kRoles,
    .values = kChannelClasses,
    .signatures = kSystems,
};

}  // namespace pegel::dataset
