#include "dataset/other_kinds.h"

namespace pegel::dataset {

// clang-format off
std::span<const OtherKind> other_kinds() {
  static const std::vector<OtherKind> list = {
      {"leads",
       {"Lead ID", "Lead Status", "Is Converted", "Converted", "Converted Date", "Converted At", "Converted Opportunity Id",
        "Converted Account Id", "Conversion Date", "Email Bounced Reason", "Lead-Status", "Leadstatus", "Konvertiert am",
        "Umwandlungsdatum", "Geconverteerd op", "Conversiedatum", "Լիդի կարգավիճակ"},
       {"First Name", "Last Name", "Company", "Email", "Phone", "Mobile Phone", "Lead Source", "Title", "Salutation",
        "Status", "Vorname", "Nachname", "Voornaam", "Achternaam"}},
      {"accounts",
       {"Billing City", "Billing State", "Billing Country", "Billing Postal Code", "Shipping City", "Annual Revenue",
        "Number Of Employees", "Parent Id", "Rechnungsort", "Anzahl Mitarbeiter", "Aantal werknemers"},
       {"Name", "Account Name", "Type", "Industry", "Ownership", "Rating", "Phone", "Website", "Branche"}},
      {"contacts or customers",
       {"Date of Birth", "Birthdate", "Mailing City", "Marketing opt-in", "Accepts Marketing", "Accepts Email Marketing",
        "Total Spent", "Geburtsdatum", "Geboortedatum"},
       {"First Name", "Last Name", "Email", "Phone", "Customer ID", "Address", "City", "Zip", "Vorname", "Nachname",
        "Voornaam", "Achternaam", "E-Mail"}},
      {"orders",
       {"Order ID", "Order Number", "Order #", "Order Date", "Order Total", "Order Status", "Ship Date", "Ship Mode",
        "Sales Order Number", "Order Reference", "Untaxed Amount", "Financial Status", "Fulfillment Status",
        "Lineitem name", "Lineitem quantity", "Lineitem price", "Quantity", "Order Quantity", "Qty", "Unit Price",
        "SKU", "Net Sales", "Items sold", "Bestellnummer", "BestellNr", "Bestelldatum", "Auftragsnummer", "Auftragsdatum",
        "Menge", "Einzelpreis", "Ordernummer", "Bestelnr", "Besteldatum", "Orderdatum", "Aantal", "Eenheidsprijs",
        "Պատվերի համար", "Պատվերի ամսաթիվ", "Քանակ", "Return"},
       {"Customer", "Customer ID", "User ID", "Product", "Product ID", "Discount", "Shipping", "Tax", "Taxes", "Total",
        "Subtotal", "Price", "Sales", "Status", "Kunde", "Artikel", "Klant", "Preis", "Prijs"}},
      {"invoices",
       {"Invoice ID", "Invoice Number", "Invoice Date", "Invoice Status", "Amount Due", "Due Date", "Paid Date",
        "Rechnungsnummer", "Rechnungs-Nr.", "Rechnungsdatum", "Fälligkeitsdatum", "Belegnummer", "Buchungsdatum",
        "Factuurnummer", "Factuurdatum", "Vervaldatum", "Հաշվի համար"},
       {"Netto", "Brutto", "USt", "MwSt", "BTW", "Tax", "Debitor", "Debiteur", "Kunde", "Klant", "Customer"}},
      {"payments",
       {"Payment Method", "Payment ID", "Payment Date", "Amount Refunded", "Converted Amount", "Decline Reason", "Captured",
        "Fee", "Card Brand", "Zahlungsart", "Zahlungsdatum", "Betaalmethode", "Betaaldatum", "Վճարման եղանակ"},
       {"Order ID", "Amount", "Currency", "Status", "Customer ID", "Refunded"}},
      {"tickets",
       {"Ticket ID", "Case Number", "Case ID", "Complaint ID", "Issue Type", "Summation column", "Requester",
        "Requester ID", "Assignee ID", "Solved at", "Date Resolved", "Resolved time", "Resolution time", "Satisfaction Score",
        "Reopens", "First reply time", "First response time", "Ticket form ID", "Via channel", "Via", "Is Escalated",
        "Case Origin", "Timely Response", "Ticketnummer", "Vorgang gelöst am", "Տոմսի համար"},
       {"Subject", "Priority", "Group", "Status", "Description", "Assignee", "Channel", "Origin", "Product", "Type"}},
      {"activities",
       {"Activity ID", "Activity Type", "Call Duration", "Call Result", "Meeting Outcome", "Aktivitätstyp", "Gesprächsdauer",
        "Activiteitstype"},
       {"Subject", "Due Date", "Owner", "Done", "Duration", "Date"}},
      {"marketing costs",
       {"Campaign", "Impr.", "Impressions", "Clicks", "Avg. CPC", "Cost / conv.", "CTR", "Amount spent", "Spend",
        "Kampagne", "Klicks", "Impressionen", "Ausgegebener Betrag", "Campagne", "Klikken", "Vertoningen", "Sessions",
        "Key events"},
       {"Cost", "Kosten", "Day", "Tag", "Conversions", "Currency code", "Channel"}},
  };
  return list;
}
// clang-format on

}  // namespace pegel::dataset
