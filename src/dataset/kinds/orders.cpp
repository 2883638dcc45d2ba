#include "dataset/common_roles.h"
#include "dataset/kind.h"

namespace pegel::dataset {
namespace {

constexpr RoleSpec kRoles[] = {
    {.role = Role::order_id,
     .weight = 2,
     .headers = "Order ID|Order Number|Order No|Order #|Order Reference|Sales Order|Sales Order Number|SO Number|"
                "Transaction ID|Receipt Number|Sale ID|Bestellnummer|Bestell-Nr.|BestellNr|Bestellung|Auftragsnummer|"
                "Auftrags-Nr.|Auftrag|Auftragsreferenz|Belegnummer|Ordernummer|Bestelnummer|Bestelnr|Bestelling|Order|"
                "Opdrachtnummer|Orderreferentie|Պատվերի համար|Պատվերի ID|Պատվեր|Sales Document|Transaction "
                "Key|Verkaufsbeleg|Verkaufsbelegnummer|Verk.Beleg",
     .usual = "Id|Name|Invoice No|Invoice Number|Rechnungsnummer|Factuurnummer|Number|Nummer|Nr|Համար"},
    {.role = Role::line_id,
     .weight = 1.5,
     .headers = "Line ID|Line Number|Line No|Order Line|Order Item ID|Lineitem ID|Sales Order Line Number|Position|"
                "Pos.|Positionsnummer|Zeilennummer|Regel|Regelnummer|Orderregel|Տող|Տողի համար"},
    {.role = Role::at,
     .weight = 2,
     .headers = "Order Date|Ordered On|Ordered At|Purchase Date|Date of Purchase|Sale Date|Sales Date|Transaction Date|"
                "Bestelldatum|Auftragsdatum|Kaufdatum|Verkaufsdatum|Besteldatum|Orderdatum|Verkoopdatum|Aankoopdatum|"
                "Պատվերի ամսաթիվ|Գնման ամսաթիվ|Վաճառքի ամսաթիվ",
     .usual = "Date|Invoice Date|Rechnungsdatum|Factuurdatum|Created at|Created|Created On|Created Date|Paid at|Day|"
              "Datum|Bestellt am|Tag|Erstellt am|Dag|Aangemaakt op|Ամսաթիվ|Angel. am|Datum/Uhrzeit|Date/Time"},
    kCustomer,
    {.role = Role::amount,
     .headers = "Net Sales|Subtotal|Net Amount|Untaxed Amount|Net Total|Order Total|Order Amount|Order Value|"
                "Sales Amount|Line Total|Total|Amount|Total Amount|Revenue|Sales|Grand Total|Nettobetrag|Nettoumsatz|"
                "Netto|Nettosumme|Bestellwert|Auftragswert|Zwischensumme|Gesamtbetrag|Gesamt|Umsatz|Betrag|Summe|"
                "Nettobedrag|Excl. BTW|Subtotaal|Orderbedrag|Orderwaarde|Totaal|Omzet|Bedrag|Պատվերի գումար|Գումար|"
                "Ընդամենը|Հասույթ|Extended Amount|Total Price|N. Revenue|Net Revenue|Net Value|Transaction "
                "Amount|Nettowert|Subtotal (ex tax)|Subtotal Excl. Tax|Order Subtotal|Order Subtotal Amount|Order "
                "Total Amount|Order Total (ex tax)"},
    kCurrency,
    {.role = Role::qty,
     .weight = 2,
     .headers = "Quantity|Qty|Order Quantity|Lineitem quantity|Items sold|Units|Units Sold|Pieces|Menge|Stückzahl|"
                "Stück|Bestellmenge|Hoeveelheid|Stuks|Քանակ|Միավորների քանակ|Total Quantity|Number of Items",
     .usual = "Anzahl|Aantal"},
    {.role = Role::cost,
     .weight = 1.5,
     .headers = "Cost|Total Cost|Total Product Cost|Cost of Goods|COGS|Product Cost|Purchase Cost|Kosten|"
                "Einstandskosten|Einstandspreis gesamt|Wareneinsatz|Selbstkosten|Kostprijs|Inkoopkosten|Inkoopwaarde|"
                "Ինքնարժեք|Ծախս"},
    {.role = Role::base_amount,
     .weight = 2,
     .headers = "Base Amount|Base Price|Amount Before Upsell|Original Amount|Basisbetrag|Grundbetrag|Grundpreis|"
                "Basisbedrag|Basisprijs|Բազային գումար"},
    {.role = Role::order_status,
     .dimension = true,
     .weight = 2.5,
     .headers = "Order Status|Financial Status|Fulfillment Status|Delivery Status|Bestellstatus|Auftragsstatus|"
                "Lieferstatus|Bestelstatus|Orderstatus|Leverstatus|Պատվերի կարգավիճակ",
     .usual = "Status|State|Կարգավիճակ"},
    {.role = Role::returned,
     .weight = 3,
     .headers = "Returned|Return|Is Returned|Returned?|Retoure|Retourniert|Zurückgeschickt|Retour|Geretourneerd|"
                "Վերադարձված"},
    {.role = Role::cross_sell,
     .weight = 3,
     .headers = "Cross-sell|Cross Sell|Is Cross-sell|Cross-Selling|Cross-Sell?|Querverkauf|Kruisverkoop|"
                "Խաչաձև վաճառք"},
    {.role = Role::upsell,
     .weight = 3,
     .headers = "Upsell|Up-sell|Is Upsell|Upselling|Upsell?|Zusatzverkauf|Bijverkoop|Լրացուցիչ վաճառք"},
    kProduct,
    kProductId,
    kProductLine,
    {.role = Role::channel,
     .dimension = true,
     .headers = "Channel|Sales Channel|Source Name|Platform|Attribution|Ship Mode|Kanal|Vertriebskanal|Verkaufskanal|"
                "Kanaal|Verkoopkanaal|Ալիք|Վաճառքի ալիք|Source"},  // of shops: by which of them it came
    {.role = Role::source,
     .dimension = true,
     .headers = "Lead Source|Original Source|Order Source|Traffic Source|Session source|First Touch|utm_source|"
                "Leadquelle|Lead-Quelle|Bestellquelle|Leadbron|Lead bron|Bestelbron|Լիդի աղբյուր|Պատվերի աղբյուր",
     .usual = "Source|Quelle|Herkunft|Bron|Herkomst|Աղբյուր"},
    kCampaign,
    {.role = Role::seller_id,
     .dimension = true,
     .headers = "Seller|Seller ID|Salesperson|Sales Rep|Sales Representative|Sold By|Cashier|Owner|Rep|Verkäufer|"
                "Verkäufer-ID|Vertriebsmitarbeiter|Vertrieb|Verkauft von|Verkoper|Verkoper-ID|Verkocht door|Վաճառող|"
                "Վաճառողի ID|Պատասխանատու|Մենեջեր"},
    {.role = Role::distributor_id,
     .dimension = true,
     .weight = 1.5,
     .headers = "Distributor|Distributor ID|Consultant|Consultant ID|Representative ID|IBO|Vertriebspartner|"
                "Vertriebspartner-ID|Distributor-ID|Berater-ID|Verdeler|Distributeur|Distributeur-ID|Դիստրիբյուտոր|"
                "Դիստրիբյուտորի ID|Բաշխող"},
    {.role = Role::partner_id,
     .dimension = true,
     .headers = "Partner|Partner ID|Channel Partner|Reseller|Dealer|Referred By|Händler|Partner-ID|Wiederverkäufer|"
                "Wederverkoper|Գործընկեր|Գործընկերոջ ID|Partner Key|Partner Name|Partner Account"},
    kTeam,
    kRegion,
    kSegment,
    kCommission,
    kModified,
};

constexpr ValueSpec kWords[] = {
    {Role::order_status, "open",
     "Open|Placed|Pending|Paid|Partially Paid|Bezahlt|Betaald|Վճարված|Processing|Authorized|Unfulfilled|On Hold|"
     "In Progress|Quotation|Offen|In Bearbeitung|Ausstehend|Bestellt|Openstaand|In behandeling|Besteld|Բաց|Ընթացքի մեջ|"
     "Պատվիրված|Komplett bezahlt"},
    {Role::order_status, "completed",
     "Completed|Complete|Shipped|Delivered|Fulfilled|Invoiced|Sales Order|Abgeschlossen|Versandt|Versendet|Geliefert|"
     "Voltooid|Verzonden|Geleverd|Afgerond|Ավարտված|Առաքված|Ուղարկված|Komplett abgeschlossen",
     "completed|shipped|delivered|fulfilled|versandt|geliefert|verzonden|geleverd"},
    {Role::order_status, "cancelled",
     "Cancelled|Canceled|Voided|Void|Failed|Expired|Storniert|Abgebrochen|Fehlgeschlagen|Geannuleerd|Mislukt|Չեղարկված|"
     "Չեղյալ",
     "cancelled|canceled|storniert|geannuleerd|չեղարկված"},
    {Role::order_status, "returned",
     "Returned|Refunded|Partially Refunded|Return Pending|return_pending|Retourniert|Retoure|Zurückgeschickt|Erstattet|"
     "Geretourneerd|Retour|Terugbetaald|Վերադարձված",
     "returned|refunded|retourniert|erstattet|geretourneerd|վերադարձված"},
};

// What tells the lines of one order apart.
constexpr Role kLine[] = {Role::line_id, Role::product_id, Role::product};

constexpr Role kOneOf0[] = {Role::order_id, Role::customer_id};
constexpr Role kOneOf1[] = {Role::at, Role::order_status, Role::returned};
constexpr RoleSet kOneOf[] = {kOneOf0, kOneOf1};

constexpr Role kWanted0[] = {Role::at};
constexpr Role kWanted1[] = {Role::amount};
constexpr RoleSet kWanted[] = {kWanted0, kWanted1};

constexpr Signature kSystems[] = {
    {"Shopify", "Name|Financial Status|Lineitem name", "Name=order_id|Created at=at"},
    {"Shopify", "Name|Financial Status|Fulfillment Status|Total", "Name=order_id|Created at=at"},
    {"WooCommerce", "Order #|Items sold|Net Sales"},
    {"WooCommerce", "Order #|Items sold|N. Revenue"},
    {"Etsy", "Sale Date|Order ID|Buyer User ID|Order Value", "Order Value=amount|Buyer User ID=customer_id"},
    {"Shopware", "orderNumber|orderTime|invoiceAmountNet", "orderNumber=order_id|invoiceAmountNet=amount|orderTime=at"},
    {"eBay", "Verkaufsprotokollnummer|Bestellnummer|Verkauft für",
     "Verkauft für=amount|Verkauft am=at|Anzahl=qty|Nutzername des Käufers=customer_id"},
    {"eBay", "Sales Record Number|Order Number|Buyer Username|Sold For", "Sold For=amount|Buyer Username=customer_id"},
    {"Magento", "Purchase Point|Purchase Date|Grand Total (Purchased)"},
    {"PartnerStack", "Partner Key|Customer Key|Transaction Amount"},
    {"QuickBooks", "Transaction Type|Num|Product/Service|Qty", "Num=order_id|Product/Service=product"},
    {"SAP", "Verk.Beleg|Auftraggeb.|Nettowert"},
    {"Odoo", "Order Reference|Order Date|Untaxed Amount"},
    {"Odoo", "Auftragsreferenz|Auftragsdatum|Nettobetrag"},
    {"Odoo", "Orderreferentie|Orderdatum|Excl. BTW"},
    {"AdventureWorks", "SalesOrderNumber|SalesOrderLineNumber|OrderQuantity"},
};

}  // namespace

extern constexpr KindTable orders_kind{
    .kind = Kind::orders,
    .row = "one order or order line",
    .file_words =
        "orders|order|sales|transactions|bestellungen|aufträge|auftraege|verkäufe|bestellingen|verkopen|պատվերներ|"
        "վաճառքներ",
    .identity = Role::order_id,
    .identity_within = kLine,
    .one_of = kOneOf,
    .wanted = kWanted,
    .roles = kRoles,
    .values = kWords,
    .signatures = kSystems,
};

}  // namespace pegel::dataset
