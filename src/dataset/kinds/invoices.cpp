#include "dataset/common_roles.h"
#include "dataset/kind.h"

namespace pegel::dataset {
namespace {

constexpr RoleSpec kRoles[] = {
    {.role = Role::invoice_id,
     .required = true,
     .weight = 3,
     .headers = "Invoice ID|Invoice Number|Invoice No|Invoice #|Invoice|Bill Number|Rechnungsnummer|Rechnungs-Nr.|"
                "Rechnungsnr|RE-Nr.|Rechnung|Belegnummer|Factuurnummer|Factuurnr|Factuur-ID|Factuur|Հաշվի համար|"
                "Հաշիվ-ապրանքագրի համար|Հաշիվ",
     .usual = "Id|Number|Nummer|Nr|Համար"},
    {.role = Role::issued,
     .weight = 2,
     .headers = "Issued|Issued On|Issue Date|Invoice Date|Invoiced On|Billing Date|Bill Date|Rechnungsdatum|"
                "Ausgestellt am|Belegdatum|Factuurdatum|Gefactureerd op|Uitgegeven op|Հաշվի ամսաթիվ|Դուրսգրման ամսաթիվ|"
                "Հաշիվ-ապրանքագրի ամսաթիվ",
     .usual = "Date|Created|Created At|Datum|Buchungsdatum|Boekdatum|Ամսաթիվ"},
    {.role = Role::due,
     .weight = 2.5,
     .headers = "Due|Due Date|Due On|Payment Due|Fällig am|Fälligkeit|Fälligkeitsdatum|Zahlungsziel|Zahlbar bis|"
                "Vervaldatum|Vervaldag|Te betalen voor|Betalen voor|Վճարման ժամկետ|Ժամկետ"},
    {.role = Role::paid_at,
     .weight = 2.5,
     .headers = "Paid|Paid On|Paid At|Paid Date|Payment Date|Date Paid|Bezahlt am|Zahlungsdatum|Zahlungseingang|"
                "Beglichen am|Betaald op|Betaaldatum|Betalingsdatum|Վճարման ամսաթիվ|Վճարված է"},
    {.role = Role::amount,
     .required = true,
     .headers =
         "Invoice Amount|Invoice Total|Net Amount|Untaxed Amount|Amount Excl. Tax|Subtotal|Total|Amount|"
         "Total Amount|Rechnungsbetrag|Rechnungssumme|Nettobetrag|Netto|Betrag|Summe|Gesamtbetrag|Gesamt|Brutto|"
         "Factuurbedrag|Nettobedrag|Excl. BTW|Bedrag|Subtotaal|Totaal|Հաշվի գումար|Գումար|Ընդամենը|Summe Netto|Total "
         "Excl. Tax|Bedrag excl. btw|Totaal excl. btw|Totaal exclusief btw|Bedrag incl. btw|Totaal incl. btw",
     .usual = "Amount Due|Total Due|Fälliger Betrag|Gesamt fällig|Verschuldigd bedrag|Totaal verschuldigd"},
    {.role = Role::paid_amount,
     .weight = 3,
     .headers = "Paid Amount|Amount Paid|Payment Amount|Received|Bezahlter Betrag|Gezahlter Betrag|Zahlbetrag|"
                "Betaald bedrag|Ontvangen bedrag|Վճարված գումար|Invoice Amount Paid"},
    kCurrency,
    {.role = Role::payment_status,
     .dimension = true,
     .weight = 2,
     .headers = "Payment Status|Invoice Status|Paid Status|Zahlungsstatus|Rechnungsstatus|Status betaling|Betaalstatus|"
                "Factuurstatus|Վճարման կարգավիճակ|Հաշվի կարգավիճակ",
     .usual = "Status|State|Կարգավիճակ"},
    {.role = Role::written_off,
     .weight = 3,
     .headers = "Written Off|Write-off|Is Written Off|Bad Debt|Uncollectible|Abgeschrieben|Ausgebucht|"
                "Forderungsausfall|Afgeschreven|Oninbaar|Դուրսգրված|Անհուսալի"},
    kCustomer,
    kOwner,
    kPartner,
    kProduct,
    kChannel,
    kRegion,
    kSegment,
    kModified,
};

constexpr ValueSpec kWords[] = {
    {Role::payment_status, "open",
     "Open|Unpaid|Sent|Posted|Not Paid|Partially Paid|Partial|Outstanding|Draft|Pending|Offen|Unbezahlt|"
     "Teilweise bezahlt|Teilbezahlt|Gebucht|Nicht bezahlt|Openstaand|Onbetaald|Gedeeltelijk betaald|Niet betaald|Բաց|"
     "Չվճարված|Մասամբ վճարված|Awaiting Payment|Awaiting Approval|Submitted|Authorised|Finalized"},
    {Role::payment_status, "paid",
     "Paid|Settled|In Payment|Closed|Bezahlt|Beglichen|Ausgeglichen|Betaald|Voldaan|Վճարված|Մարված",
     "paid|bezahlt|betaald|վճարված"},
    {Role::payment_status, "overdue",
     "Overdue|Past Due|Late|Überfällig|Gemahnt|Mahnung|In Verzug|Achterstallig|Te laat|Verlopen|Ժամկետանց|Ուշացած",
     "overdue|überfällig|achterstallig|ժամկետանց"},
    {Role::payment_status, "written_off",
     "Written Off|Write-off|Bad Debt|Uncollectible|Abgeschrieben|Ausgebucht|Uneinbringlich|Afgeschreven|Oninbaar|"
     "Դուրսգրված|Անհուսալի"},
    {Role::payment_status, "cancelled",
     "Cancelled|Canceled|Void|Voided|Reversed|Credit Note|Storniert|Storno|Gutschrift|Geannuleerd|Gecrediteerd|"
     "Creditnota|Չեղարկված|Չեղյալ",
     "cancelled|canceled|storniert|geannuleerd|չեղարկված"},
};

constexpr Role kOneOfSet[] = {Role::issued, Role::due, Role::paid_at};
constexpr RoleSet kOneOf[] = {kOneOfSet};

constexpr Role kWanted0[] = {Role::due};
constexpr Role kWanted1[] = {Role::paid_at, Role::payment_status};
constexpr RoleSet kWanted[] = {kWanted0, kWanted1};

constexpr Signature kSystems[] = {
    {"Odoo", "Invoice Date|Due Date|Amount Due|Payment Status"},
    {"Odoo", "Rechnungsdatum|Fälligkeitsdatum|Fälliger Betrag"},
    {"Odoo", "Factuurdatum|Vervaldatum|Verschuldigd bedrag"},
    {"Stripe", "Invoice ID|Amount Due|Amount Paid"},
    {"QuickBooks", "Invoice No|Due Date|Balance"},
    {"QuickBooks", "Transaction Type|Num|Due Date|Open Balance", "Num=invoice_id|Name=customer_id"},
    {"Xero", "ContactName|InvoiceNumber|InvoiceAmountDue"},
};

}  // namespace

extern constexpr KindTable invoices_kind{
    .kind = Kind::invoices,
    .row = "one invoice",
    .file_words =
        "invoices|invoice|bills|receivables|rechnungen|offene_posten|forderungen|facturen|factuur|հաշիվներ|"
        "հաշիվ-ապրանքագրեր",
    .identity = Role::invoice_id,
    .one_of = kOneOf,
    .wanted = kWanted,
    .roles = kRoles,
    .values = kWords,
    .signatures = kSystems,
};

}  // namespace pegel::dataset
