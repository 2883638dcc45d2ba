#include "dataset/common_roles.h"
#include "dataset/kind.h"

namespace pegel::dataset {
namespace {

constexpr RoleSpec kRoles[] = {
    {.role = Role::kpi_id,
     .weight = 2,
     .headers = "KPI|KPI ID|KPI Name|Metric|Measure|Goal Metric|Indicator|Kennzahl|Messgröße|Ziel-KPI|Indicatoren|"
                "Maatstaf|Ցուցանիշ|Ցուցանիշի անվանում"},
    {.role = Role::target,
     .required = true,
     .weight = 3,
     .headers = "Target|Target Value|Goal|Quota|Sales Target|Target Amount|Budget|Plan|Plan Value|Ziel|Zielwert|Soll|"
                "Sollwert|Vorgabe|Planwert|Umsatzziel|Doel|Doelwaarde|Streefwaarde|Doelstelling|Quotum|Omzetdoel|Թիրախ|"
                "Թիրախային արժեք|Նպատակ|Պլան"},
    {.role = Role::actual,
     .weight = 1.5,
     .headers = "Actual|Actual Value|Actuals|Achieved|Attained|Ist|Istwert|Ist-Wert|Erreicht|Werkelijk|Behaald|"
                "Gerealiseerd|Realisatie|Փաստացի|Փաստացի արժեք|Փաստ",
     .usual = "Sales|Revenue|Umsatz|Omzet|Հասույթ"},
    {.role = Role::period_start,
     .weight = 1.5,
     .headers = "Period Start|From|Start|Start Date|Valid From|Month|Period|Quarter|Von|Ab|Beginn|Zeitraum von|"
                "Gültig ab|Monat|Periode|Quartal|Zeitraum|Van|Vanaf|Begin|Startdatum|Maand|Kwartaal|Սկիզբ|Սկսած|Ամիս|"
                "Ժամանակաշրջան|Եռամսյակ|Year|Jahr|Jaar|Տարի"},
    {.role = Role::period_end,
     .weight = 1.5,
     .headers = "Period End|To|End|End Date|Valid To|Until|Bis|Ende|Zeitraum bis|Gültig bis|Tot|Tot en met|Einde|"
                "Einddatum|Ավարտ|Մինչև"},
    {.role = Role::scope_type,
     .weight = 1.5,
     .headers =
         "Scope Type|Scope|Level|Target For|Ebene|Geltungsbereich|Bereich|Niveau|Gilt für|Geldt voor|Bereik|Մակարդակ"},
    {.role = Role::scope_id,
     .headers = "Scope ID|Scope Value|Owner|Goal Owner|Sales Rep|Salesperson|Team|Partner|Region|Store|Location|"
                "Besitzer|Verkäufer|Verantwortlich|Filiale|Eigenaar|Verkoper|Vestiging|Regio|Պատասխանատու|Թիմ|"
                "Տարածաշրջան|Who|Wer|Wie|Ով"},
    {.role = Role::baseline,
     .weight = 2,
     .headers = "Baseline|Baseline Value|Last Year|Previous|Basis|Basiswert|Ausgangswert|Vorjahr|Basiswaarde|"
                "Uitgangswaarde|Vorig jaar|Բազային արժեք|Ելակետ"},
    {.role = Role::unit, .headers = "Unit|Unit of Measure|Measured In|Einheit|Maßeinheit|Eenheid|Միավոր|Չափման միավոր"},
    {.role = Role::mode,
     .weight = 2,
     .headers = "Mode|Target Mode|Target Type|Goal Type|Zielart|Art des Ziels|Modus|Soort doel|Doeltype|Թիրախի տեսակ"},
    {.role = Role::direction,
     .weight = 2,
     .headers = "Direction|Better|Desired Direction|Richtung|Zielrichtung|Richting|Ուղղություն"},
    {.role = Role::warn_at,
     .weight = 2,
     .headers = "Warn At|Warning|Warning Threshold|Threshold|Warnschwelle|Warnung ab|Schwellenwert|Waarschuwing vanaf|"
                "Waarschuwingsdrempel|Drempelwaarde|Զգուշացման շեմ"},
    {.role = Role::fail_at,
     .weight = 2,
     .headers = "Fail At|Failure Threshold|Critical|Critical Threshold|Alarm At|Alarmschwelle|Kritisch ab|Verfehlt ab|"
                "Alarmdrempel|Kritiek vanaf|Ձախողման շեմ"},
    {.role = Role::confirmed,
     .weight = 2,
     .headers = "Confirmed|Confirmed On|Last Confirmed|Reviewed On|Last Review|Bestätigt am|Zuletzt geprüft|Geprüft am|"
                "Bevestigd op|Laatst beoordeeld|Հաստատված է|Վերանայման ամսաթիվ"},
    {.role = Role::goal,
     .weight = 2,
     .headers = "Linked Goal|Goal Text|Goal Description|Supports Goal|Strategic Goal|Objective|Übergeordnetes Ziel|"
                "Zielbeschreibung|Strategisches Ziel|Bovenliggend doel|Doelbeschrijving|Strategisch doel|"
                "Գերակա նպատակ|Նպատակի նկարագրություն|Ռազմավարական նպատակ"},
    {.role = Role::source, .headers = "Source|Benchmark Source|Source of Benchmark|Quelle|Bron|Աղբյուր"},
    {.role = Role::owner,
     .headers = "Target Owner|Accountable|Responsible for Target|Zielverantwortlich|Verantwortlich für das Ziel|"
                "Doelverantwoordelijke|Թիրախի պատասխանատու"},
    kChannelClass,
    {.role = Role::currency, .headers = "Currency|Währung|Valuta|Արժույթ"},
};

// Names of KPIs as people write them in a targets file. Mistranslated names are kept where they circulate: «սերտ» (tight)
// for close, «հանգույց» (knot) for deal, "budgetten" (budgets) for quotes, "wijzigingen" (changes) for exchanges of goods,
// "klachten en klachten" (complaints twice) for complaints and claims.
constexpr ValueSpec kWords[] = {
    {Role::kpi_id, "revenue",
     "Revenue|Sales|Bookings|Turnover|Won revenue|Umsatz|Umsatzerlöse|Omzet|Verkoop niveaus|Հասույթ|Եկամուտ"},
    {Role::kpi_id, "revenue_growth_rate",
     "Revenue growth|Growth|monatliche Umsatzwachstumsrate|Umsatzwachstum|Omzetgroei|Հասույթի աճ|Հասույթի աճի տեմպ"},
    {Role::kpi_id, "deal_count",
     "Deals|Number of deals|Deals won|Won deals|Anzahl Abschlüsse|Abschlüsse|Anzahl Deals|Aantal deals|Gewonnen deals|"
     "Գործարքների քանակ|Գործարքների քանակը|Գործարքի հաշվարկ|Հանգույցների քանակ|Հանգույցների քանակը"},
    {Role::kpi_id, "avg_deal_size",
     "Average deal size|Deal size|Avg deal size|durchschnittliche Geschäftsgröße|durchschnittliche Dealgröße|Dealgröße|"
     "Gemiddelde dealgrootte|Dealgrootte|Գործարքի միջին չափ"},
    {Role::kpi_id, "pipeline_count",
     "Pipeline deals|Open deals|Open opportunities|Vertriebspipeline|Offene Chancen|Verkooppijplijn|"
     "Հնարավորությունների խողովակաշար"},
    {Role::kpi_id, "pipeline_value",
     "Pipeline|Pipeline value|Wert der Vertriebspipeline|Pipelinewert|Pijplijnwaarde|Խողովակաշարի արժեք"},
    {Role::kpi_id, "pipeline_coverage",
     "Pipeline coverage|Coverage|Pipeline-Abdeckung|Pijplijndekking|Խողովակաշարի ծածկույթ"},
    {Role::kpi_id, "win_rate",
     "Win rate|Won rate|Win-Rate|Gewinnrate|Erfolgsquote|Gewinnquote|Winstpercentage|Winratio|"
     "Հաղթած գործարքների տոկոս"},
    {Role::kpi_id, "close_rate",
     "Close rate|Closing rate|Abschlussquote|Sluitingspercentage|Գործարքների փակման տոկոս|Փակման տոկոս|"
     "Սերտ տոկոսադրույք|Սերտ տոկոսադրույքը|Սերտ տեմպ"},
    {Role::kpi_id, "deal_success", "Deal success|Deal-Erfolg|Dealsucces|Գործարքի հաջողություն"},
    {Role::kpi_id, "sales_cycle_length",
     "Sales cycle|Sales cycle length|Cycle length|Verkaufszyklus|Verkaufszykluslänge|Zykluslänge|"
     "Länge des Vertriebszyklus|Lengte van de verkoopcyclus|Verkoopcyclus|Վաճառքի ցիկլի տևողություն"},
    {Role::kpi_id, "sales_velocity",
     "Sales velocity|Deal velocity|Vertriebsgeschwindigkeit|Deal-Geschwindigkeit|Dealsnelheid|Գործարքի արագություն"},
    {Role::kpi_id, "partner_commission", "Commission|Provision|Commissie|Միջնորդավճար|Հանձնաժողովներ"},
    {Role::kpi_id, "nps", "NPS|Net Promoter Score|Հաճախորդի հավատարմության ցուցանիշ"},
    {Role::kpi_id, "csat",
     "CSAT|Customer satisfaction|Kundenzufriedenheit|Kundenzufriedenheitswert|Klanttevredenheid|"
     "Klanttevredenheidsscore|Հաճախորդի բավարարվածության գնահատական"},
    {Role::kpi_id, "ces", "CES|Customer effort score|Klantinspanningsscore|Հաճախորդի ջանքի գնահատական"},
    {Role::kpi_id, "sales_level", "Sales level|Absatzniveau|Verkaufsniveau|Verkoopniveau|Վաճառքի մակարդակ"},
    {Role::kpi_id, "net_income",
     "Net income|Income after costs|Ergebnis|Nettoergebnis|Einnahmen nach Kosten|Meer inkomsten|Netto-inkomsten|"
     "Զուտ եկամուտ"},
    {Role::kpi_id, "gross_margin",
     "Gross margin|Gross profit margin|Bruttogewinnmarge|Bruttomarge|Brutomarge|Համախառն շահույթի մարժա"},
    {Role::kpi_id, "net_margin",
     "Net margin|Net profit margin|Profit margin|Nettogewinnmarge|Gewinnspanne|Nettowinstmarge|Winstmarge|"
     "Զուտ շահույթի մարժա"},
    {Role::kpi_id, "avg_return_per_sale",
     "Average return per sale|Durchschnittlicher Ertrag je Verkauf|Gemiddeld rendement op elke verkoop|"
     "Gemiddeld rendement per verkoop|Մեկ վաճառքի միջին եկամտաբերություն"},
    {Role::kpi_id, "avg_revenue_per_customer",
     "Revenue per customer|Average revenue per customer|Durchschnittlicher Umsatz pro Kunde|Umsatz pro Kunde|"
     "Gemiddelde omzet per klant|Omzet per klant|Մեկ հաճախորդից միջին եկամուտ|Միջին եկամուտ մեկ հաճախորդից"},
    {Role::kpi_id, "non_payment_rate",
     "Non-payment rate|Unpaid rate|Zahlungsausfallquote|Wanbetalingspercentage|Niet-betalingspercentage|"
     "Չվճարման տոկոս"},
    {Role::kpi_id, "return_count",
     "Returns|Number of returns|Anzahl Rücksendungen|Rücksendungen|Retouren|Aantal retourzendingen|"
     "Վերադարձների քանակ"},
    {Role::kpi_id, "return_rate", "Return rate|Retourenquote|Rücksendequote|Retourpercentage|Վերադարձների տոկոս"},
    {Role::kpi_id, "goods_exchange_rate",
     "Exchange rate of goods|Goods exchanges|Exchanges|Umtauschquote|Ruilingen|Aantal ruilingen|Aantal wijzigingen|"
     "Փոխանակումների քանակ|Փոխանակումների տոկոս"},
    {Role::kpi_id, "order_change_rate",
     "Order changes|Order change rate|Bestelländerungen|Bestelwijzigingen|Պատվերների փոփոխություններ"},
    {Role::kpi_id, "time_to_market", "Time to market|Zeit bis zur Markteinführung|Շուկա դուրս գալու ժամանակ"},
    {Role::kpi_id, "defect_density", "Defect density|Fehlerdichte|Foutdichtheid|Թերությունների խտություն"},
    {Role::kpi_id, "pipeline_stale",
     "Expired opportunities|Overdue opportunities|Überfällige Chancen|Verlopen kansen|Ժամկետանց հնարավորություններ"},
    {Role::kpi_id, "pipeline_change",
     "Pipeline change|Pipeline movement|Pipeline-Veränderung|Pijplijnverandering|Խողովակաշարի փոփոխություն"},
    {Role::kpi_id, "quotes_submitted",
     "Quotes submitted|Quotes sent|Abgegebene Angebote|Anzahl abgegebener Angebote|Ingediende offertes|"
     "Ingediende budgetten|Ներկայացված գնային առաջարկներ|Ներկայացված առաջարկներ"},
    {Role::kpi_id, "quotes_closed",
     "Quotes accepted|Quotes closed|Angenommene Angebote|Anzahl angenommener Angebote|Gesloten offertes|"
     "Geaccepteerde offertes|Afgesloten budgetten|Ընդունված գնային առաջարկներ|Ընդունված առաջարկներ"},
    {Role::kpi_id, "quote_close_rate",
     "Quote close rate|Quote acceptance rate|Angebotserfolgsquote|Angebotsquote|Offerteconversie|"
     "Առաջարկների ընդունման տոկոս"},
    {Role::kpi_id, "conversion_rate",
     "Conversion rate|Conversion|Conversion-Rate|Konversionsrate|Gesamtkonversionsrate|Conversieratio|"
     "Conversiepercentage|Conversie|Փոխակերպման տոկոս"},
    {Role::kpi_id, "lead_to_customer_rate",
     "Lead-to-customer rate|Lead-to-customer conversion|Lead-to-Customer-Conversion-Rate|Lead-naar-klantconversie|"
     "Հարցումից հաճախորդ փոխակերպում"},
    {Role::kpi_id, "trial_conversion_rate",
     "Trial conversion|Trial to paid|Testphase-zu-zahlend-Rate|Proef-naar-betaaldconversie|"
     "Փորձաշրջանից վճարովի փոխակերպում"},
    {Role::kpi_id, "lead_followup_rate",
     "Lead follow-up rate|Follow-up rate|Nachverfolgungsquote|Nachverfolgungsquote der Leads|Opvolgingspercentage|"
     "Opvolgingspercentage van leads|Հայտերի հետագա մշակման տոկոս"},
    {Role::kpi_id, "lead_response_time",
     "Lead response time|Response time|Reaktionszeit|Reaktionszeit auf Leads|Reactietijd|Reactietijd op leads|"
     "Հայտին արձագանքելու ժամանակ"},
    {Role::kpi_id, "first_contact_to_sale_time",
     "First contact to sale|Time to sale|Zeit vom Erstkontakt bis zum Verkauf|Tijd vanaf eerste contact tot verkoop|"
     "Ժամանակ առաջին շփումից մինչև վաճառք"},
    {Role::kpi_id, "calls_received",
     "Calls received|Inbound calls|Eingegangene Anrufe|Eingegangene Preisanfragen|Ontvangen oproepen|"
     "Մուտքային զանգեր"},
    {Role::kpi_id, "field_visits",
     "Field visits|Customer visits|Besuche des Außendienstes|Kundenbesuche|Bezoeken door vertegenwoordigers|"
     "Klantbezoeken|Վաճառքի ներկայացուցիչների այցեր"},
    {Role::kpi_id, "ad_visits",
     "Visits from ads|Ad visits|Besuche durch Werbung|Bezoeken door reclamespots|Bezoeken door reclame|"
     "Գովազդից այցելություններ"},
    {Role::kpi_id, "website_visits",
     "Website visits|Visits|Sessions|Websitebesuche|Websitebezoeken|Կայքի այցելություններ"},
    {Role::kpi_id, "form_submissions",
     "Forms received|Form submissions|Eingegangene Formulare|Ontvangen formulieren|Կայքից ստացված հարցման ձևեր|"
     "Ստացված ձևեր"},
    {Role::kpi_id, "form_conversion_rate",
     "Form conversion rate|Formular-Conversion|Formulierconversie|Ձևերի փոխակերպման տոկոս"},
    {Role::kpi_id, "cart_abandonment_count",
     "Abandoned carts|Abgebrochene Warenkörbe|Verlaten winkelwagens|Verlaten karren|Լքված զամբյուղներ"},
    {Role::kpi_id, "cart_abandonment_rate",
     "Cart abandonment rate|Warenkorbabbruchquote|Percentage verlaten winkelwagens|Զամբյուղների լքման տոկոս"},
    {Role::kpi_id, "lead_count",
     "Leads|Leads generated|Number of leads|Anzahl Leads|Aantal leads|Պոտենցիալ հաճախորդների քանակ|Լիդերի քանակ"},
    {Role::kpi_id, "cac",
     "CAC|Customer acquisition cost|Cost per customer acquisition|Kundenakquisekosten|Kundenakquisitionskosten|"
     "Klantacquisitiekosten|Հաճախորդի ձեռքբերման արժեք"},
    {Role::kpi_id, "cpa", "CPA|Cost per acquisition|Kosten pro Akquisition|Kosten per acquisitie|Մեկ ձեռքբերման արժեք"},
    {Role::kpi_id, "clv",
     "CLV|CLTV|LTV|Customer lifetime value|Kundenwert|Kundenlebenszeitwert|Klantlevensduurwaarde|"
     "Հաճախորդի ցմահ արժեք"},
    {Role::kpi_id, "customer_roi", "Customer ROI|Kunden-ROI|Klant-ROI|Հաճախորդի հատույց"},
    {Role::kpi_id, "channel_mix", "Channel mix|Marketing mix|Kanalmix|Kanaalmix|Ալիքների կազմ"},
    {Role::kpi_id, "romi",
     "ROMI|Marketing ROI|Marketing-ROI|Rendement op marketinginvestering|Մարքեթինգային ներդրումների հատույց"},
    {Role::kpi_id, "new_customers",
     "New customers|Neue Kunden|Neukunden|Neu registrierte Kunden|Nieuwe klanten|Նոր հաճախորդներ"},
    {Role::kpi_id, "active_customers", "Active customers|Aktive Kunden|Actieve klanten|Ակտիվ հաճախորդներ"},
    {Role::kpi_id, "customer_portfolio_growth",
     "Customer growth|Customer portfolio growth|Wachstum des Kundenstamms|Groei klantenportfolio|"
     "Հաճախորդների պորտֆելի աճ"},
    {Role::kpi_id, "customers_lost_vs_won",
     "Lost vs won customers|Verlorene vs. gewonnene Kunden|Verloren versus gewonnen klanten|"
     "Կորցրած և ձեռք բերած հաճախորդներ"},
    {Role::kpi_id, "retention_rate",
     "Retention|Retention rate|Customer retention rate|Kundenbindungsrate|Kundenbindung|Klantbehoud|Retentie|"
     "Հաճախորդների պահպանման տոկոս"},
    {Role::kpi_id, "churn_rate",
     "Churn|Churn rate|Customer churn|Kundenabwanderungsrate|Fluktuationsrate|Abwanderungsrate|Klantverloop|"
     "Հաճախորդների արտահոսքի տոկոս"},
    {Role::kpi_id, "customer_lifespan",
     "Customer lifespan|Durchschnittliche Kundendauer|Gemiddelde klantduur|Gemiddelde tijd dat een klant klant blijft|"
     "Հաճախորդի կյանքի միջին տևողություն"},
    {Role::kpi_id, "purchase_frequency",
     "Purchase frequency|Kaufhäufigkeit|Aankoopfrequentie|Գնումների հաճախականություն"},
    {Role::kpi_id, "cross_sell_rate", "Cross-selling|Cross-sell rate|Cross-Selling-Quote|Kruisverkoop|Խաչաձև վաճառք"},
    {Role::kpi_id, "upsell_rate", "Upselling|Upsell rate|Upselling-Quote|Ավելի թանկ տարբերակի վաճառք"},
    {Role::kpi_id, "engagement_rate",
     "Engagement|Engagement rate|Engagement-Rate|Kunden-Engagement-Rate|Betrokkenheidsgraad|"
     "Ներգրավվածության մակարդակ"},
    {Role::kpi_id, "cli",
     "CLI|Customer loyalty index|Kundentreueindex|Klantloyaliteitsindex|Հաճախորդի հավատարմության ինդեքս"},
    {Role::kpi_id, "feedback_volume", "Customer feedback|Feedback|Kundenfeedback|Klantfeedback|Հաճախորդների արձագանք"},
    {Role::kpi_id, "first_contact_resolution",
     "FCR|First contact resolution|Erstlösungsquote|Auflösungsrate beim ersten Kontakt|Oplossing bij eerste contact|"
     "Առաջին շփումից լուծման տոկոս"},
    {Role::kpi_id, "value_message_calls",
     "Calls with value message|Anrufe mit Mehrwertnachrichten|Anzahl der Anrufe mit Mehrwertnachrichten|"
     "Gesprekken met toegevoegde waarde|Արժեք ավելացնող զանգերի քանակ"},
    {Role::kpi_id, "quote_turnaround_time",
     "Quote turnaround|Quote turnaround time|Bearbeitungszeit für Angebote|Doorlooptijd offertes|"
     "Գնառաջարկի պատրաստման ժամանակ"},
    {Role::kpi_id, "time_to_resolution",
     "Time to resolution|Resolution time|Lösungszeit|Oplostijd|Խնդրի լուծման ժամանակ"},
    {Role::kpi_id, "complaint_count",
     "Complaints|Complaints and claims|Beschwerden|Beschwerden und Reklamationen|Klachten|Klachten en klachten|"
     "Klachten en claims|Բողոքներ|Բողոքներ և պահանջներ"},
    {Role::kpi_id, "complaint_rate", "Complaint rate|Beschwerdequote|Klachtenpercentage|Բողոքների տոկոս"},
    {Role::kpi_id, "service_satisfaction",
     "Service satisfaction|Gesamtzufriedenheit mit dem Kundenservice|Servicezufriedenheit|"
     "Tevredenheid over de klantenservice|Սպասարկումից ընդհանուր բավարարվածություն"},
    {Role::kpi_id, "quality_score", "Quality score|Qualitätswert|Kwaliteitsscore|Որակի գնահատական"},
    {Role::kpi_id, "individual_sales",
     "Individual sales|Individuelle Vertriebsleistung|Umsatzerlöse je Verkäufer|Verkopen van een bepaalde verkoper|"
     "Վաճառողի անհատական վաճառքներ"},
    {Role::kpi_id, "sales_productivity",
     "Sales productivity|Produktivität der Vertriebsmitarbeiter|Productiviteit van verkopers|"
     "Վաճառողների արտադրողականություն"},
    {Role::kpi_id, "new_distributors",
     "New distributors|Neu registrierte Distributoren|Nieuw geregistreerde distributeurs|"
     "Նոր գրանցված դիստրիբյուտորներ"},
    {Role::kpi_id, "active_distributors",
     "Active distributors|Aktive Händler|Aktive Vertriebspartner|Actieve distributeurs|Ակտիվ դիստրիբյուտորներ"},
    {Role::kpi_id, "distributor_productivity",
     "Distributor productivity|Produktivität der Vertriebshändler|Productiviteit van distributeurs|"
     "Դիստրիբյուտորի արտադրողականություն"},
    {Role::kpi_id, "distributor_retention_rate",
     "Distributor retention|Händlerbindungsrate|Behoud van distributeurs|Դիստրիբյուտորների պահպանման տոկոս"},
    {Role::kpi_id, "distributor_attrition_rate",
     "Distributor turnover|Fluktuationsrate der Vertriebspartner|Verloop van distributeurs|"
     "Դիստրիբյուտորների արտահոսքի տոկոս"},
    {Role::scope_type, "company",
     "Company|Organization|Organisation|Firm|Business|Total|Overall|All|Whole company|Company-wide|Unternehmen|Firma|"
     "Gesamt|Gesamtunternehmen|Unternehmensweit|Alle|Bedrijf|Onderneming|Organisatie|Totaal|Geheel|Bedrijfsbreed|"
     "Ընկերություն|Ընկերությունը|Կազմակերպություն|Ընդհանուր|Ամբողջ|Ամբողջ ընկերությունը|Ընդամենը"},
    {Role::scope_type, "person",
     "Person|Owner|Individual|Employee|User|Rep|Sales Rep|Salesperson|Seller|Mitarbeiter|Mitarbeiterin|Verkäufer|"
     "Verkäuferin|Vertriebsmitarbeiter|Einzelperson|Inhaber|Persoon|Medewerker|Verkoper|Eigenaar|Individu|Անձ|Անհատ|"
     "Աշխատակից|Վաճառող|Պատասխանատու"},
    {Role::scope_type, "team",
     "Team|Sales Team|Group|Department|Unit|Vertriebsteam|Verkaufsteam|Abteilung|Gruppe|Verkoopteam|Afdeling|Groep|Թիմ|"
     "Վաճառքի թիմ|Բաժին|Խումբ"},
    {Role::scope_type, "partner",
     "Partner|Channel partner|Reseller|Dealer|Distributor|Vertriebspartner|Händler|Wiederverkäufer|Verkooppartner|"
     "Wederverkoper|Գործընկեր|Վերավաճառող"},
    {Role::scope_type, "product",
     "Product|Product line|Item|Produkt|Artikel|Produktlinie|Productlijn|Ապրանք|Արտադրանք|Պրոդուկտ"},
    {Role::scope_type, "channel",
     "Channel|Sales channel|Kanal|Vertriebskanal|Verkaufskanal|Kanaal|Verkoopkanaal|Ալիք|Վաճառքի ալիք"},
    {Role::mode, "absolute", "Absolute|Value|Level|Absolut|Wert|Absoluut|Waarde|Բացարձակ|Արժեք"},
    {Role::mode, "relative_change",
     "Relative Change|Relative|Change %|Growth|Percent Change|Relative Änderung|Relativ|Wachstum|Relatieve verandering|"
     "Relatief|Groei|Հարաբերական փոփոխություն|Հարաբերական|Աճ"},
    {Role::mode, "points_change",
     "Points Change|Points|Percentage Points|Point Change|Punkte|Prozentpunkte|Änderung in Punkten|Punten|"
     "Procentpunten|Կետային փոփոխություն|Տոկոսային կետեր"},
    {Role::mode, "benchmark",
     "Benchmark|Industry|Industry average|Market|Peers|Branchenwert|Branchendurchschnitt|Vergleichswert|Markt|"
     "Branchegemiddelde|Vergelijkingswaarde|Համեմատանիշ|Ոլորտի միջին"},
    {Role::direction, "up",
     "Up|Higher|Increase|Higher is better|More|Hoch|Höher|Steigern|Mehr|Höher ist besser|Omhoog|Hoger|Verhogen|"
     "Hoger is beter|Meer|Վեր|Բարձր|Ավելացնել"},
    {Role::direction, "down",
     "Down|Lower|Decrease|Lower is better|Less|Runter|Niedriger|Senken|Weniger|Niedriger ist besser|Omlaag|Lager|"
     "Verlagen|Lager is beter|Minder|Ներքև|Ցածր|Նվազեցնել"},
    // Of a planned mix, in a column of their own or as what the target is for.
    kChannelClasses[0],
    kChannelClasses[1],
    kChannelClasses[2],
};

constexpr Role kWhat[] = {Role::kpi_id, Role::period_start, Role::scope_id, Role::scope_type};
constexpr RoleSet kOneOf[] = {kWhat};

constexpr Role kStart[] = {Role::period_start};
constexpr Role kKpi[] = {Role::kpi_id};
constexpr RoleSet kWanted[] = {kStart, kKpi};

constexpr Signature kSystems[] = {
    {"Microsoft Dynamics 365", "Goal Owner|Target|From|To"},
    {"targets", "kpi_id|period_start|target"},
    {"targets", "KPI|Target"},
    {"targets", "Kennzahl|Ziel"},
    {"targets", "Kennzahl|Zielwert"},
};

}  // namespace

extern constexpr KindTable targets_kind{
    .kind = Kind::targets,
    .row = "one target",
    .file_words = "targets|goals|quotas|budget|plan|ziele|zielwerte|vorgaben|doelen|doelstellingen|թիրախներ|նպատակներ",
    .one_of = kOneOf,
    .wanted = kWanted,
    .roles = kRoles,
    .values = kWords,
    .signatures = kSystems,
};

}  // namespace pegel::dataset
