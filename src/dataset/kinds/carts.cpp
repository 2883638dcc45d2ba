#include "dataset/common_roles.h"
#include "dataset/kind.h"

namespace pegel::dataset {
namespace {

constexpr RoleSpec kRoles[] = {
    {.role = Role::cart_id,
     .required = true,
     .weight = 3,
     .headers = "Cart ID|Cart|Cart Number|Cart Token|Basket ID|Basket|Checkout ID|Abandoned Checkout|Warenkorb-ID|"
                "Warenkorbnummer|Warenkorb|Winkelwagen-ID|Winkelwagen|Winkelmand|Karren|Verlaten karren|Զամբյուղի ID|"
                "Զամբյուղի համար|Զամբյուղ",
     .usual = "Id|Number|Nummer|Nr"},
    {.role = Role::created,
     .headers = "Cart Created|Cart Created At|Created|Created At|Created On|Created Date|Started|Started At|Date|"
                "Timestamp|Angelegt am|Erstellt am|Erstellt|Begonnen am|Datum|Zeitstempel|Aangemaakt op|Aangemaakt|"
                "Gestart op|Tijdstempel|Ստեղծված|Ստեղծման ամսաթիվ|Ամսաթիվ"},
    {.role = Role::checkout_started,
     .weight = 3,
     .headers = "Checkout Started|Checkout Started At|Checkout At|Checkout Date|Checkout|Kasse begonnen am|"
                "Zur Kasse am|Bestellvorgang begonnen am|Afrekenen gestart op|Checkout gestart op|Վճարման սկիզբ|"
                "Գնման ձևակերպման սկիզբ"},
    {.role = Role::ordered,
     .weight = 1.5,
     .headers = "Ordered|Ordered At|Ordered On|Order Date|Completed At|Purchased At|Converted At|Order Completed At|"
                "Bestellt am|Bestelldatum|Gekauft am|Abgeschlossen am|Besteld op|Besteldatum|Gekocht op|Afgerond op|"
                "Պատվիրված|Պատվերի ամսաթիվ|Գնման ամսաթիվ"},
    {.role = Role::amount,
     .weight = 1.25,
     .headers = "Cart Value|Cart Total|Cart Amount|Subtotal|Total|Amount|Value|Warenkorbwert|Warenkorbsumme|"
                "Zwischensumme|Summe|Betrag|Wert|Winkelwagenwaarde|Subtotaal|Totaal|Bedrag|Waarde|Զամբյուղի գումար|"
                "Զամբյուղի արժեք|Գումար|Արժեք"},
    kCurrency,
    {.role = Role::visitor_id,
     .weight = 1.5,
     .headers = "Visitor ID|Visitor|Anonymous ID|Cookie ID|Besucher-ID|Besucher|Bezoeker-ID|Bezoeker|Այցելուի ID|"
                "Այցելու"},
    kCustomer,
    kSource,
    kChannel,
    kCampaign,
    kRegion,
    kModified,
};

constexpr Role kOneOfSet[] = {Role::created, Role::checkout_started, Role::ordered};
constexpr RoleSet kOneOf[] = {kOneOfSet};

constexpr Role kWantedSet[] = {Role::created};
constexpr RoleSet kWanted[] = {kWantedSet};

}  // namespace

extern constexpr KindTable carts_kind{
    .kind = Kind::carts,
    .row = "one shopping cart",
    .file_words = "carts|checkouts|baskets|warenkörbe|warenkoerbe|winkelwagens|karren|զամբյուղներ",
    .identity = Role::cart_id,
    .once = true,
    .one_of = kOneOf,
    .wanted = kWanted,
    .roles = kRoles,
};

}  // namespace pegel::dataset
