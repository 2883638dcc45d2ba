// Exports of every Kind beside its nearest ones, in four languages: each is recognised without a hint, surely, and its
// columns have their roles.

#include <gtest/gtest.h>

#include "dataset/header_table.h"

namespace pegel::dataset::test {
namespace {

struct Case {
  std::string_view name;
  Kind kind;
  std::string_view columns;
};

constexpr Case kCases[] = {
    // Leads
    {"leads_salesforce", Kind::leads,
     "Id|i|lead_id; FirstName|t|; LastName|t|name; Company|t|customer_id; LeadSource|c|source; "
     "Status|c=Open - Not Contacted,Closed - Converted,Working - Contacted|lead_status; IsConverted|b|converted; "
     "ConvertedDate|d|converted_at; OwnerId|i|owner; CreatedDate|d|created"},
    {"leads_hubspot", Kind::leads,
     "Record ID|i|lead_id; First Name|t|; Last Name|t|name; Lifecycle Stage|c=Lead,Customer,Opportunity|; "
     "Lead Status|c=New,Qualified,Unqualified|lead_status; Create Date|m|created; Original Source|c|source"},
    {"leads_de", Kind::leads,
     "Lead-Nr.|i|lead_id; Name|t|name; Quelle|c|source; Angelegt am|m|created; Erste Antwort|m|first_response; "
     "Status|c=neu,qualifiziert,konvertiert|lead_status; Vertriebsmitarbeiter|c|owner"},
    {"leads_nl_trial", Kind::leads,
     "Leadnummer|i|lead_id; Leadbron|c|source; Aangemaakt op|d|created; Start proefperiode|d|trial_start; "
     "Einde proefperiode|d|trial_end; Betaald op|d|paid_at; Verkoper|c|owner"},
    {"leads_hy", Kind::leads,
     "Լիդի համար|i|lead_id; Ստեղծման ամսաթիվ|d|created; Լիդի աղբյուր|c|source; "
     "Լիդի կարգավիճակ|c=Նոր,Որակավորված,Փոխակերպված|lead_status; Պատասխանատու|c|owner"},
    {"leads_technique", Kind::leads,
     "lead_id|i|lead_id; created|d|created; technique|c=A,B|technique; converted|b|converted; owner|c|owner"},
    {"leads_owned_en", Kind::leads,
     "Lead ID|i|lead_id; Created At|d|created; Lead Source|c|source; Lead Owner|c|owner; Created By|c|; "
     "Converted|b|converted"},
    {"leads_owned_de", Kind::leads,
     "Lead-ID|i|lead_id; Erstellt am|d|created; Leadquelle|c|source; Lead-Inhaber|c|owner; Konvertiert|b|converted"},
    {"leads_owned_nl", Kind::leads,
     "Lead-id|i|lead_id; Aangemaakt op|d|created; Leadbron|c|source; Lead-eigenaar|c|owner"},
    {"leads_owned_hy", Kind::leads,
     "Լիդի ID|i|lead_id; Ստեղծման ամսաթիվ|d|created; Լիդի աղբյուր|c|source; Լիդի պատասխանատու|c|owner"},
    {"leads_hubspot_contacts_de", Kind::leads,
     "Datensatz-ID|i|lead_id; Nachname|t|name; Erstelldatum|d|created; Lead-Status|c=Neu,Qualifiziert|lead_status; "
     "Zuständiger Mitarbeiter für Kontakt|c|owner"},
    // Activities
    {"activities_en", Kind::activities,
     "Activity ID|i|activity_id; Activity Date|m|at; Activity Type|c=Inbound Call,Outbound Call,Visit|activity_type; "
     "Owner|c|owner; Customer ID|i|customer_id; Call Reason|c=Price,Info|reason; Outcome|c|outcome; "
     "Value Message|b|value_message; Call Duration (seconds)|n|duration"},
    {"activities_de", Kind::activities,
     "Datum|m|at; Art|c=Anruf,Besuch,Termin|activity_type; Mitarbeiter|c|owner; Kunde|t|customer_id; "
     "Ergebnis|c|outcome; Gesprächsdauer|t=5 min,1 h 10 min|duration"},
    {"activities_nl", Kind::activities,
     "Activiteitsdatum|d|at; Soort|c=Inkomend gesprek,Bezoek,E-mail|activity_type; Medewerker|c|owner; "
     "Klant|t|customer_id; Reden|c=Prijs,Informatie|reason"},
    {"activities_hy", Kind::activities,
     "Զանգի ID|i|activity_id; Ամսաթիվ|m|at; Տեսակ|c=Մուտքային զանգ,Այց,Հանդիպում|activity_type; "
     "Պատասխանատու|c|owner; Հաճախորդ|t|customer_id"},
    {"activities_pipedrive", Kind::activities,
     "Activity - Subject|t|; Activity - Type|c=Call,Meeting,Email|activity_type; Activity - Due date|d|at; "
     "Activity - Done|c|"},
    // Quotes
    {"quotes_en", Kind::quotes,
     "Quote Number|i|quote_id; Opportunity ID|i|deal_id; Requested On|m|requested; Sent On|m|sent; "
     "Accepted On|d|accepted; Status|c=Sent,Accepted,Rejected,Expired|quote_status; Amount|n|amount; Owner|c|owner"},
    {"quotes_de", Kind::quotes,
     "Angebotsnummer|i|quote_id; Kunde|t|customer_id; Angefragt am|d|requested; Angebotsdatum|d|sent; "
     "Angenommen am|d|accepted; Angebotssumme|n|amount; Status|c=versendet,angenommen,abgelehnt|quote_status"},
    {"quotes_nl_mistranslated", Kind::quotes,
     "Budgetnummer|i|quote_id; Klant|t|customer_id; Ingediend op|d|sent; Bedrag|n|amount; "
     "Status|c=Ingediend,Afgesloten,Afgewezen|quote_status"},
    {"quotes_nl", Kind::quotes,
     "Offertenummer|i|quote_id; Offertedatum|d|sent; Offertebedrag|n|amount; Verkoper|c|owner; "
     "Status offerte|c=Verzonden,Akkoord,Verlopen|quote_status"},
    {"quotes_hy", Kind::quotes,
     "Առաջարկի համար|i|quote_id; Ուղարկման ամսաթիվ|d|sent; Ընդունման ամսաթիվ|d|accepted; Գումար|n|amount; "
     "Հաճախորդ|t|customer_id"},
    // Orders
    {"orders_en", Kind::orders,
     "Order ID|i|order_id; Order Date|d|at; Ship Date|d|; Customer|t|customer_id; Product|c|product; Quantity|n|qty; "
     "Sales|n|amount; Region|c|region"},
    {"orders_short", Kind::orders,
     "id|i|order_id; user_id|i|customer_id; order_date|d|at; status|c=placed,shipped,returned|order_status"},
    {"orders_lines", Kind::orders,
     "Order|c=1,2,3|order_id; Date|d|at; Customer|c|customer_id; Status|c=shipped,cancelled|order_status; "
     "Product|c|product; Quantity|n|qty; Unit Price|n|"},
    {"orders_shopify", Kind::orders,
     "Name|i|order_id; Email|t|customer_id; Financial Status|c=paid,refunded|order_status; Fulfillment Status|c|; "
     "Currency|c=EUR|currency; Subtotal|n|amount; Total|n|; Created at|m|at; Lineitem quantity|n|qty; "
     "Lineitem name|t|product; Source|c|channel"},
    {"orders_woocommerce", Kind::orders,
     "Date|m|at; Order #|i|order_id; Status|c=completed,refunded|order_status; Customer|t|customer_id; "
     "Customer type|c|segment; Product(s)|t|product; Items sold|n|qty; Coupon(s)|t|; Net Sales|n|amount"},
    {"orders_de", Kind::orders,
     "Bestellnummer|i|order_id; Bestelldatum|d|at; Kundennummer|i|customer_id; Artikel|c|product; Menge|n|qty; "
     "Nettobetrag|n|amount; Wareneinsatz|n|cost; Verkäufer|c|seller_id"},
    {"orders_nl", Kind::orders,
     "Ordernummer|i|order_id; Orderdatum|d|at; Klant|t|customer_id; Aantal|n|qty; Eenheidsprijs|n|; "
     "Subtotaal|n|amount"},
    {"orders_hy", Kind::orders,
     "Պատվերի համար|i|order_id; Պատվերի ամսաթիվ|d|at; Հաճախորդ|t|customer_id; Գումար|n|amount; Քանակ|n|qty"},
    {"orders_of_lines_with_invoice_numbers", Kind::orders,
     "InvoiceNo|c=1,2,3|order_id; StockCode|i|product_id; Description|t|; Quantity|n|qty; InvoiceDate|m|at; "
     "UnitPrice|n|; CustomerID|c=7,8,9|customer_id; Country|c|region"},
    {"orders_with_mail_beside_the_customer", Kind::orders,
     "Order ID|i|order_id; Order Date|d|at; Email|c|; Customer ID|i|customer_id; Total|n|amount"},
    {"orders_direct_selling", Kind::orders,
     "order_id|i|order_id; at|d|at; distributor_id|i|distributor_id; customer_id|i|customer_id; amount|n|amount; "
     "cross_sell|b|cross_sell; upsell|b|upsell; base_amount|n|base_amount"},
    {"orders_with_channel_and_source", Kind::orders,
     "Order ID|i|order_id; Order Date|d|at; Customer ID|i|customer_id; Net Sales|n|amount; Channel|c|channel; "
     "Source|c|source"},
    {"orders_with_lead_source", Kind::orders,
     "Order Number|i|order_id; Order Date|d|at; Total|n|amount; Lead Source|c|source; Campaign|c|campaign"},
    {"orders_source_de", Kind::orders,
     "Bestellnummer|i|order_id; Bestelldatum|d|at; Nettobetrag|n|amount; Vertriebskanal|c|channel; Quelle|c|source"},
    {"orders_source_nl", Kind::orders,
     "Ordernummer|i|order_id; Orderdatum|d|at; Subtotaal|n|amount; Kanaal|c|channel; Bron|c|source"},
    {"orders_source_hy", Kind::orders,
     "Պատվերի համար|i|order_id; Պատվերի ամսաթիվ|d|at; Գումար|n|amount; Ալիք|c|channel; Աղբյուր|c|source"},
    // Returns
    {"returns_en", Kind::returns,
     "Return ID|i|return_id; Order ID|i|order_id; Return Date|d|at; Return Type|c=Return,Exchange|return_kind; "
     "Quantity|n|qty; Refund Amount|n|amount; Return Reason|c|return_reason"},
    {"returns_de", Kind::returns,
     "Bestellnummer|i|order_id; Retourendatum|d|at; Retourenart|c=Rückgabe,Umtausch|return_kind; Betrag|n|amount; "
     "Rückgabegrund|c|return_reason"},
    {"returns_nl", Kind::returns,
     "Ordernummer|i|order_id; Retourdatum|d|at; Soort retour|c=Retour,Ruiling,Wijziging|return_kind; Aantal|n|qty"},
    {"returns_hy", Kind::returns,
     "Պատվերի համար|i|order_id; Վերադարձի ամսաթիվ|d|at; Վերադարձի տեսակ|c=Վերադարձ,Փոխանակում|return_kind"},
    // Tickets
    {"tickets_zendesk", Kind::tickets,
     "Summation column|n=1|; Id|i|ticket_id; Requester|t|customer_id; Assignee|c|owner; Group|c|team; Subject|t|; "
     "Status|c=Open,Closed,Pending|ticket_status; Priority|c|; Via|c|channel; Created at|m|opened; "
     "Solved at|m|resolved; Satisfaction Score|c=Good,Bad,Offered|; First reply time in minutes|n|reply_time"},
    {"tickets_freshdesk", Kind::tickets,
     "Ticket ID|i|ticket_id; Subject|t|; Status|c=Open,Closed|ticket_status; Priority|c|; Source|c|channel; "
     "Agent|c|owner; Created time|m|opened; Resolved time|m|resolved; Closed time|m|; Last update time|m|; "
     "First response time (in hrs)|t=01:02:03,00:10:00|reply_time"},
    {"tickets_salesforce", Kind::tickets,
     "Case Number|i|ticket_id; Account Name|t|customer_id; Date/Time Opened|m|opened; Date/Time Closed|m|resolved; "
     "Status|c=New,Closed|ticket_status; Case Origin|c=Web,Phone|channel; Type|c=Problem,Question|ticket_kind"},
    {"tickets_de", Kind::tickets,
     "Ticketnummer|i|ticket_id; Eröffnet am|m|opened; Gelöst am|m|resolved; Kunde|t|customer_id; "
     "Art|c=Beschwerde,Frage,Reklamation|ticket_kind; Bearbeiter|c|owner; Wiedereröffnet|b|reopened"},
    {"tickets_nl_complaints", Kind::tickets,
     "Klachtnummer|i|ticket_id; Klachtdatum|d|opened; Opgelost op|d|resolved; Klant|t|customer_id; "
     "Soort|c=Klacht,Reclamatie|ticket_kind; Ordernummer|i|order_id"},
    {"tickets_hy", Kind::tickets,
     "Բողոքի համար|i|ticket_id; Բացման ամսաթիվ|d|opened; Լուծման ամսաթիվ|d|resolved; Հաճախորդ|t|customer_id; "
     "Տեսակ|c=Բողոք,Հարց|ticket_kind"},
    {"tickets_of_other_types", Kind::tickets,
     "Ticket ID|i|ticket_id; Created at|m|opened; Resolved at|m|resolved; Category|c=Hardware,Software|product_line; "
     "Type|c=Laptop,Phone|"},
    {"tickets_owned_en", Kind::tickets,
     "Case Number|i|ticket_id; Date/Time Opened|m|opened; Date/Time Closed|m|resolved; Case Owner|c|owner"},
    {"tickets_owned_de", Kind::tickets,
     "Ticketnummer|i|ticket_id; Eröffnet am|m|opened; Gelöst am|m|resolved; Ticket-Inhaber|c|owner"},
    {"tickets_owned_nl", Kind::tickets,
     "Ticketnummer|i|ticket_id; Geopend op|m|opened; Opgelost op|m|resolved; Behandeld door|c|owner"},
    // Customers
    {"customers_en", Kind::customers,
     "Customer ID|i|customer_id; Customer Name|t|name; Customer Since|d|since; Segment|c|segment; Source|c|source; "
     "Country|c|region"},
    {"customers_with_mail", Kind::customers,
     "Customer ID|i|customer_id; First Name|t|; Last Name|t|name; Email|c|; Signup Date|d|since; Country|c|region"},
    {"customers_salesforce", Kind::customers,
     "Id|i|customer_id; Name|t|name; Type|c|; BillingCity|c|; BillingState|c|region; Industry|c|segment; "
     "AnnualRevenue|n|; NumberOfEmployees|n|; Rating|c=Hot,Warm|"},
    {"customers_de", Kind::customers,
     "Kundennummer|i|customer_id; Firma|t|name; Kunde seit|d|since; Gekündigt am|d|until; Branche|c|segment; "
     "Ort|c|region"},
    {"customers_nl", Kind::customers,
     "Klantnummer|i|customer_id; Klantnaam|t|name; Klant sinds|d|since; Klantsegment|c|segment; Plaats|c|region"},
    {"customers_hy", Kind::customers,
     "Հաճախորդի համար|i|customer_id; Անվանում|t|name; Գրանցման ամսաթիվ|d|since; Սեգմենտ|c|segment"},
    {"customers_owned_de", Kind::customers,
     "Kundennummer|i|customer_id; Firma|t|name; Kunde seit|d|since; Account-Inhaber|c|owner; Branche|c|segment"},
    {"customers_owned_nl", Kind::customers,
     "Klantnummer|i|customer_id; Klantnaam|t|name; Klant sinds|d|since; Accounteigenaar|c|owner"},
    {"customers_owned_hy", Kind::customers,
     "Հաճախորդի համար|i|customer_id; Անվանում|t|name; Գրանցման ամսաթիվ|d|since; Հաճախորդի պատասխանատու|c|owner"},
    // Distributors
    {"distributors_en", Kind::distributors,
     "Distributor ID|i|distributor_id; Name|t|name; Enrollment Date|d|enrolled; Sponsor ID|i|sponsor_id; "
     "Rank|c=Bronze,Gold|rank; Onboarding Completed|d|onboarding_done; Country|c|region"},
    {"distributors_de", Kind::distributors,
     "Vertriebspartner-Nr.|i|distributor_id; Nachname|t|name; Eingetreten am|d|enrolled; Ausgeschieden am|d|ended; "
     "Geworben von|c|sponsor_id; Karrierestufe|c|rank"},
    {"distributors_nl", Kind::distributors,
     "Distributeurnummer|i|distributor_id; Naam|t|name; Inschrijfdatum|d|enrolled; Sponsor|c|sponsor_id; Rang|c|rank"},
    {"distributors_hy", Kind::distributors,
     "Դիստրիբյուտորի համար|i|distributor_id; Անուն|t|name; Գրանցման ամսաթիվ|d|enrolled; Հովանավոր|c|sponsor_id"},
    // Spend
    {"spend_ads_en", Kind::spend,
     "Campaign|c|campaign; Day|d|period_start; Currency code|c=EUR|currency; Cost|n|amount; Impr.|n|; Clicks|n|; "
     "Conversions|n|"},
    {"spend_ads_de", Kind::spend,
     "Tag|d|period_start; Kampagne|c|campaign; Währungscode|c=EUR|currency; Kosten|n|amount; Impr.|n|; Klicks|n|; "
     "Conversions|n|"},
    {"spend_ads_nl", Kind::spend, "Campagne|c|campaign; Kosten|n|amount; Vertoningen|n|; Klikken|n|"},
    {"spend_meta_de", Kind::spend,
     "Kampagnenname|c|campaign; Beginn|d|period_start; Ende|d|period_end; Ausgegebener Betrag|n|amount; "
     "Link-Klicks|n|"},
    {"spend_channels", Kind::spend,
     "period_start|d|period_start; channel|c|channel; channel_class|c=paid,owned|channel_class; "
     "spend_kind|c=media,salary|spend_kind; amount|n|amount"},
    {"spend_hy", Kind::spend, "Ամիս|d|period_start; Ալիք|c|channel; Արշավ|c|campaign; Գովազդի ծախս|n|amount"},
    // Costs
    {"costs_en", Kind::costs,
     "Month|d|period_start; Cost Type|c=COGS,Operating Costs,Tax|cost_type; Amount|n|amount; Product "
     "Line|c|product_line"},
    {"costs_by_category", Kind::costs,
     "Month|d|period_start; Category|c=Rent,Salaries,Taxes|cost_type; Amount|n|amount"},
    {"costs_de", Kind::costs,
     "Monat|d|period_start; Kostenart|c=Wareneinsatz,Betriebskosten,Zinsen|cost_type; Betrag|n|amount"},
    {"costs_nl", Kind::costs,
     "Maand|d|period_start; Kostensoort|c=Kostprijs,Bedrijfskosten|cost_type; Bedrag|n|amount"},
    {"costs_hy", Kind::costs, "Ամիս|d|period_start; Ծախսի տեսակ|c=Ինքնարժեք,Հարկ|cost_type; Գումար|n|amount"},
    // Sessions
    {"sessions_en", Kind::sessions,
     "Session ID|i|session_id; Visitor ID|i|visitor_id; Session Start|m|at; Source|c|source; Medium|c|channel; "
     "Form Submitted|b|form_submitted"},
    {"sessions_ga4", Kind::sessions,
     "Session primary channel group (Default Channel Group)|c|channel; Sessions|n|visits; Key events|n|"},
    {"sessions_de", Kind::sessions, "Datum|d|at; Sitzungen|n|visits; Nutzer|n|; Quelle|c|source"},
    {"sessions_nl", Kind::sessions, "Dag|d|at; Websitebezoeken|n|visits; Kanaal|c|channel; Formulieren|n|"},
    {"sessions_hy", Kind::sessions, "Ամսաթիվ|d|at; Կայքի այցելություններ|n|visits; Աղբյուր|c|source"},
    // Carts
    {"carts_en", Kind::carts,
     "Cart ID|i|cart_id; Created At|m|created; Checkout Started At|m|checkout_started; Ordered At|m|ordered; "
     "Cart Value|n|amount; Visitor ID|i|visitor_id"},
    {"carts_de", Kind::carts,
     "Warenkorb-ID|i|cart_id; Angelegt am|m|created; Bestellt am|m|ordered; Warenkorbwert|n|amount"},
    {"carts_nl_mistranslated", Kind::carts, "Verlaten karren|i|cart_id; Aangemaakt op|m|created; Besteld op|m|ordered"},
    {"carts_hy", Kind::carts,
     "Զամբյուղի ID|i|cart_id; Ստեղծման ամսաթիվ|m|created; Պատվերի ամսաթիվ|m|ordered; Գումար|n|amount"},
    // Invoices
    {"invoices_en", Kind::invoices,
     "Invoice Number|i|invoice_id; Invoice Date|d|issued; Due Date|d|due; Paid Date|d|paid_at; Total|n|amount; "
     "Amount Paid|n|paid_amount; Customer|t|customer_id; Payment Status|c=Paid,Overdue|payment_status"},
    {"invoices_de", Kind::invoices,
     "Rechnungsnummer|i|invoice_id; Rechnungsdatum|d|issued; Kunde|t|customer_id; Netto|n|amount; USt|n|; "
     "Betrag|n|; Status|c=bezahlt,offen,storniert|payment_status"},
    {"invoices_nl", Kind::invoices,
     "Factuurnummer|i|invoice_id; Factuurdatum|d|issued; Vervaldatum|d|due; Debiteur|t|customer_id; "
     "Excl. BTW|n|amount; BTW|n|; Betaald op|d|paid_at"},
    {"invoices_hy", Kind::invoices,
     "Հաշվի համար|i|invoice_id; Հաշվի ամսաթիվ|d|issued; Վճարման ժամկետ|d|due; Գումար|n|amount; Հաճախորդ|t|customer_id"},
    // Products
    {"products_en", Kind::products,
     "Product ID|i|product_id; Product Name|t|name; Product Line|c|product_line; Unit Cost|n|unit_cost; "
     "Idea Date|d|idea; Launch Date|d|launched; Size (kLOC)|n|size_kloc"},
    {"products_de", Kind::products,
     "Artikelnummer|i|product_id; Bezeichnung|t|name; Warengruppe|c|product_line; Einstandspreis|n|unit_cost; "
     "Markteinführung|d|launched"},
    {"products_nl", Kind::products,
     "Artikelnummer|i|product_id; Omschrijving|t|name; Inkoopprijs|n|unit_cost; Gelanceerd op|d|launched"},
    {"products_hy", Kind::products,
     "Ապրանքի կոդ|i|product_id; Անվանում|t|name; Ինքնարժեք|n|unit_cost; Թողարկման ամսաթիվ|d|launched"},
    // Members of teams
    {"members_en", Kind::members, "Employee|t|owner; Team|c|team; Hire Date|d|joined"},
    {"members_de", Kind::members, "Mitarbeiter|t|owner; Abteilung|c|team; Eintrittsdatum|d|joined"},
    {"members_nl", Kind::members, "Medewerker|t|owner; Afdeling|c|team; Regio|c|region"},
    {"members_hy", Kind::members, "Աշխատակից|t|owner; Թիմ|c|team; Տարածաշրջան|c|region"},
    // Use of content
    {"content_en", Kind::content_events,
     "Content ID|c=C1,C2,C3|content_id; Timestamp|m|at; Actor|c=rep,customer|actor; Action|c=shared,opened|action; "
     "Rating|n=1,4,5|rating; Search Seconds|n|search_seconds"},
    {"content_de", Kind::content_events,
     "Inhalt|c=A,B,C|content_id; Zeitpunkt|m|at; Aktion|c=geteilt,geöffnet,bewertet|action; "
     "Suchzeit|t=00:01:10,00:00:20|search_seconds"},
    // Exchange rates
    {"fx_plain", Kind::fx, "date|d|at; from|c=EUR,USD|from_currency; to|c=USD,AMD|to_currency; rate|n|rate"},
    {"fx_base", Kind::fx, "Date|d|at; Base|c=EUR|from_currency; Target|c=USD,CHF|to_currency; Rate|n|rate"},
    {"fx_de", Kind::fx,
     "Datum|d|at; Von Währung|c=EUR|from_currency; In Währung|c=USD|to_currency; Wechselkurs|n|rate"},
    // Targets with all that a target says
    {"targets_whole", Kind::targets,
     "KPI|c=Revenue,Win rate|kpi_id; Period Start|d|period_start; Period End|d|period_end; Target|n|target; "
     "Unit|c|unit; "
     "Mode|c=absolute,relative change|mode; Direction|c=up,down|direction; Warn At|n|warn_at; Fail At|n|fail_at; "
     "Baseline|n|baseline; Confirmed On|d|confirmed"},
    // Deals with their leads and campaigns
    {"deals_dynamics_campaign", Kind::deals,
     "Topic|t|deal_name; Created On|d|created; Owner|c|owner; Est. revenue|n|amount; "
     "Status|c=Open,Won,Lost|status; Source Campaign|c|campaign"},
    {"deals_dynamics_campaign_nl", Kind::deals,
     "Onderwerp|t|deal_name; Gemaakt op|d|created; Eigenaar|c|owner; Geschatte omzet|n|amount; "
     "Broncampagne|c|campaign; Status|c=Open,Gewonnen,Verloren|status"},
    {"deals_of_leads", Kind::deals,
     "Deal ID|i|deal_id; Lead ID|i|lead_id; Status|c=won,lost,open|status; Created|d|created; Amount|n|amount; "
     "First Contact|m|first_contact; Technique|c|technique; Channel Class|c=paid,earned|channel_class"},
    {"drivers", Kind::responses,
     "Response ID|i|response_id; Date|d|at; Question|c=nps,driver_price,driver_quality|question; Score|n=0,5,10|score"},
    // No Kind
    {"none_payments_of_orders", Kind::none, "id|i|; order_id|i|; payment_method|c=card,coupon|; amount|n|"},
    {"none_freight_rates", Kind::none, "date|d|; from|c=Bonn,Gent|; to|c=Riga,Oslo|; rate|n|"},
    {"none_contacts", Kind::none, "id|i|; first_name|t|; last_name|t|"},
};

class KindHeaders : public testing::TestWithParam<Case> {};

TEST_P(KindHeaders, GiveTheKindAndTheRoles) {
  HeaderFile file = header_file(GetParam().columns);
  map(file.profile, file.raw_counts, {});
  ASSERT_EQ(name_of(file.profile.kind), name_of(GetParam().kind)) << file.profile.kind_guess.reason;
  for (const ColumnProfile& column : file.profile.columns) {
    EXPECT_EQ(name_of(column.role), file.roles[column.name])
        << column.name << ": " << column.role_guess.confidence << " " << column.role_guess.reason;
  }
}

TEST_P(KindHeaders, AreSure) {
  HeaderFile file = header_file(GetParam().columns);
  map(file.profile, file.raw_counts, {});
  for (const Query& query : file.profile.queries) {
    EXPECT_NE(query.code, "kind.unsure") << file.profile.kind_guess.confidence << " " << file.profile.kind_guess.reason
                                         << ", or " << file.profile.kind_guess.runner_up;
  }
}

INSTANTIATE_TEST_SUITE_P(Exports, KindHeaders, testing::ValuesIn(kCases),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(FileNames, TellWhatPlainHeadersDoNot) {
  const std::pair<const char*, Kind> names[] = {
      {"invoices.csv", Kind::invoices},
      {"Rechnungen 2026.csv", Kind::invoices},
      {"C:\\Exports\\facturen.csv", Kind::invoices},
      {"/home/ada/orders/2026.csv", Kind::none},
      {"orders.csv", Kind::orders},
      {"customer_orders_2026.csv", Kind::orders},
      {"data.csv", Kind::none},
  };
  for (const auto& [name, kind] : names) {
    HeaderFile file = header_file("Number|i; Date|d; Amount|n; Customer|t");
    file.profile.file = name;
    map(file.profile, file.raw_counts, {});
    EXPECT_EQ(name_of(file.profile.kind), name_of(kind)) << name << ": " << file.profile.kind_guess.reason;
  }
}

}  // namespace
}  // namespace pegel::dataset::test
