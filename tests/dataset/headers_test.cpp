// Header lists as systems write them, the Kind they are and the role of every column.

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
    // Salesforce
    {"salesforce_api", Kind::deals,
     "Id|i|deal_id; AccountId|i|customer_id; Name|t|deal_name; StageName|c=Closed Won,Closed Lost,Qualification|stage; "
     "Amount|n|amount; Probability|n=10,90,100|probability; ExpectedRevenue|n|; CloseDate|d|closed; "
     "IsClosed|b|is_closed; IsWon|b|is_won; CreatedDate|d|created; LeadSource|c|source; OwnerId|i|owner; NextStep|t|"},
    {"salesforce_report_en", Kind::deals,
     "Opportunity Owner|c|owner; Account Name|t|customer_id; Opportunity Name|t|deal_name; "
     "Stage|c=Closed Won,Closed Lost,Prospecting|stage; Amount|n|amount; Expected Revenue|n|; "
     "Probability (%)|n=10,100|probability; Close Date|d|closed; Created Date|d|created; Lead Source|c|source"},
    {"salesforce_report_de", Kind::deals,
     "Opportunity-Inhaber|c|owner; Accountname|t|customer_id; Opportunity-Name|t|deal_name; "
     "Phase|c=Geschlossen gewonnen,Geschlossen verloren,Angebot|stage; Betrag|n|amount; Erwarteter Umsatz|n|; "
     "Wahrscheinlichkeit (%)|n=10,100|probability; Schlusstermin|d|closed; Erstelldatum|d|created; "
     "Leadquelle|c|source"},
    {"salesforce_report_nl", Kind::deals,
     "Eigenaar opportunity|c|owner; Accountnaam|t|customer_id; Naam opportunity|t|deal_name; "
     "Fase|c=Gesloten gewonnen,Gesloten verloren,Offerte|stage; Bedrag|n|amount; Verwachte opbrengst|n|; "
     "Waarschijnlijkheid (%)|n=10,100|probability; Sluitingsdatum|d|closed; Aanmaakdatum|d|created; Leadbron|c|source"},
    {"salesforce_currency", Kind::deals,
     "Opportunity ID|i|deal_id; Stage|c=Closed Won,Closed Lost|stage; Total Amount Currency|c=EUR,USD|currency; "
     "Total Amount|n|amount; Close Date|d|closed; Created Date|d|created"},
    {"salesforce_custom_field", Kind::deals,
     "Opportunity ID|i|deal_id; StageName|c=Closed Won,Closed Lost|stage; Amount|n|amount; CloseDate|d|closed; "
     "Partner__c|c|partner_id; IsWon|b|is_won"},
    {"salesforce_history", Kind::stage_history,
     "Id|i|; OpportunityId|c=006A,006B,006C|entity_id; CreatedById|i|owner; CreatedDate|m|entered; "
     "StageName|c=Qualification,Closed Won,Closed Lost|stage; Amount|n|amount; CloseDate|d|; "
     "Probability|n=10,100|probability; SystemModstamp|m|"},
    {"salesforce_history_report", Kind::stage_history,
     "Opportunity Name|c=A,B,C,D|entity_id; From Stage|c=New,Offer|; To Stage|c=Offer,Won|stage; "
     "Last Stage Change Date|d|entered; Opportunity Owner|c|owner; Amount|n|amount"},
    // HubSpot
    {"hubspot_en", Kind::deals,
     "Record ID|i|deal_id; Deal Name|t|deal_name; Deal Stage|c=Closed won,Closed lost,Contract sent|stage; "
     "Amount|n|amount; Deal owner|c|owner; Close Date|m|closed; Create Date|m|created; Pipeline|c|pipeline; "
     "Associated Company|t|customer_id; Original Source|c|source; Last Activity Date|m|"},
    {"hubspot_flags", Kind::deals,
     "Record ID|i|deal_id; Deal Name|t|deal_name; Deal Stage|c|stage; Amount|n|amount; Close Date|m|closed; "
     "Create Date|m|created; Is closed lost|b|is_lost; Is Closed Won|b|is_won; Is Deal Closed?|b|is_closed"},
    {"hubspot_de", Kind::deals,
     "Datensatz-ID|i|deal_id; Deal-Name|t|deal_name; "
     "Deal-Phase|c=Abgeschlossen und gewonnen,Abgeschlossen und verloren,Angebot|stage; Betrag|n|amount; "
     "Zuständiger Mitarbeiter für Deal|c|owner; Abschlussdatum|m|closed; Erstellungsdatum|m|created; "
     "Pipeline|c|pipeline"},
    {"hubspot_nl", Kind::deals,
     "Record-ID|i|deal_id; Dealnaam|t|deal_name; Dealfase|c=Gesloten gewonnen,Gesloten verloren|stage; "
     "Bedrag|n|amount; "
     "Eigenaar van deal|c|owner; Sluitingsdatum|m|closed; Aanmaakdatum|m|created; Pijplijn|c|pipeline"},
    {"hubspot_api", Kind::deals,
     "deal_id|i|deal_id; deal_pipeline_id|i|pipeline; deal_pipeline_stage_id|i|stage; owner_id|i|owner; "
     "property_dealname|t|deal_name; property_amount|n|amount; property_closedate|m|closed; "
     "property_createdate|m|created"},
    {"hubspot_api_short", Kind::deals,
     "hs_object_id|i|; dealname|t|deal_name; dealstage|c=closedwon,closedlost,contractsent|stage; amount|n|amount; "
     "closedate|m|closed; createdate|m|created; hubspot_owner_id|i|owner; hs_is_closed_won|b|is_won"},
    {"hubspot_acv", Kind::deals,
     "Record ID|i|deal_id; Deal Name|t|deal_name; Deal Stage|c=closedwon,closedlost|stage; "
     "Annual contract value|n|amount; Close Date|d|closed; Create Date|d|created"},
    {"hubspot_stage_log", Kind::stage_history,
     "deal_id|c=1,2,3|entity_id; date_entered|m|entered; source|c|source; value|c=a,b,c|stage"},
    // Pipedrive
    {"pipedrive_en", Kind::deals,
     "Deal - ID|i|deal_id; Deal - Title|t|deal_name; Deal - Organization|t|customer_id; Deal - Owner|c|owner; "
     "Deal - Value|n|amount; Deal - Currency|c=EUR,USD|currency; Deal - Weighted value|n|; Deal - Stage|c|stage; "
     "Deal - Pipeline|c|pipeline; Deal - Status|c=open,won,lost|status; Deal - Probability|n=10,90|probability; "
     "Deal - Deal created|m|created; Deal - Won time|m|won_date; Deal - Lost time|m|lost_date; "
     "Deal - Deal closed on|m|closed; Deal - Expected close date|d|expected_close; Deal - Lost reason|c|lost_reason"},
    {"pipedrive_de", Kind::deals,
     "Deal - ID|i|deal_id; Deal - Titel|t|deal_name; Deal - Organisation|t|customer_id; Deal - Besitzer|c|owner; "
     "Deal - Wert|n|amount; Deal - Währung|c=EUR,USD|currency; Deal - Gewichteter Wert|n|; Deal - Phase|c|stage; "
     "Deal - Status|c=gewonnen,verloren,offen|status; Deal - Wahrscheinlichkeit|n=10,90|probability; "
     "Deal - Deal erstellt|m|created; Deal - Datum des gewonnenen Deals|m|won_date; "
     "Deal - Datum des verlorenen Deals|m|lost_date; Deal - Deal abgeschlossen am|m|closed; "
     "Deal - Voraussichtliches Abschlussdatum|d|expected_close; Deal - Verlustgrund|c|lost_reason; "
     "Deal - Letzte Phasenänderung|m|"},
    {"pipedrive_nl", Kind::deals,
     "Deal - ID|i|deal_id; Deal - Waarde|n|amount; Deal - Status|c=open,gewonnen,verloren|status; "
     "Deal - Eigenaar|c|owner; Deal - Aangemaakt op|m|created; Deal - Gewonnen op|m|won_date"},
    {"pipedrive_system_id", Kind::deals,
     "Deal - Pipedrive System ID|i|deal_id; Deal - Title|t|deal_name; Deal - Value|n|amount; "
     "Deal - Status|c=Won,Lost,Open|status; Deal - Closed on|d|closed"},
    // Zoho
    {"zoho", Kind::deals,
     "Record Id|i|deal_id; Deal Owner.id|i|; Deal Owner|c|owner; Amount|n|amount; Deal Name|t|deal_name; "
     "Closing Date|d|closed; Account Name.id|i|; Account Name|t|customer_id; "
     "Stage|c=Closed Won,Closed Lost,Qualification|stage; Pipeline|c|pipeline; Lead Source|c|source; "
     "Created Time|m|created; Modified Time|m|modified; Probability|n=10,100|probability; Expected Revenue|n|; "
     "Currency|c=EUR,USD|currency"},
    {"bigin", Kind::deals,
     "Deal Id|i|deal_id; Company Name|t|customer_id; Sub-Pipeline|c|pipeline; Stage|c=Closed Won,Closed Lost|stage; "
     "Amount|n|amount; Closing Date|d|closed; Created Time|m|created"},
    // Dynamics
    {"dynamics_en", Kind::deals,
     "(Do Not Modify) Opportunity|i|deal_id; (Do Not Modify) Row Checksum|t|; (Do Not Modify) Modified On|m|modified; "
     "Topic|t|deal_name; Potential Customer|t|customer_id; Owner|c|owner; Status|c=Open,Won,Lost|status; "
     "Status Reason|c=Canceled,Out-Sold,In Progress|lost_reason; Est. revenue|n|expected_amount; Est. close "
     "date|d|expected_close; "
     "Actual Revenue|n|amount; Actual Close Date|d|closed; Created On|m|created; Probability|n=10,90|probability"},
    {"dynamics_open", Kind::deals,
     "Topic|t|deal_name; Potential Customer|t|customer_id; Est. revenue|n|amount; Est. close date|d|expected_close; "
     "Status|c=Open,Won,Lost|status; Created On|m|created; Sales Stage|c=Qualify,Develop,Propose|stage"},
    {"dynamics_de", Kind::deals,
     "Thema|t|deal_name; Potenzieller Kunde|t|customer_id; Besitzer|c|owner; Status|c=Offen,Gewonnen,Verloren|status; "
     "Gesch. Umsatz|n|expected_amount; Geschätztes Abschlussdatum|d|expected_close; Tatsächlicher Umsatz|n|amount; "
     "Tatsächliches Abschlussdatum|d|closed; Erstellt am|m|created; Vertriebsphase|c|stage"},
    {"dynamics_nl", Kind::deals,
     "Onderwerp|t|deal_name; Potentiële klant|t|customer_id; Eigenaar|c|owner; "
     "Status|c=Openstaand,Gewonnen,Verloren|status; Geschatte omzet|n|expected_amount; Geschatte "
     "sluitingsdatum|d|expected_close; "
     "Werkelijke omzet|n|amount; Werkelijke sluitingsdatum|d|closed; Gemaakt op|m|created; Verkoopfase|c|stage"},
    {"dynamics_goal", Kind::targets,
     "Name|t|; Goal Owner|c|scope_id; Target|n|target; From|d|period_start; To|d|period_end; Fiscal Year|c|; "
     "Goal Metric|c=Revenue,Number of deals|kpi_id"},
    // Odoo
    {"odoo_en", Kind::deals,
     "Opportunity|t|deal_name; Customer|t|customer_id; Salesperson|c|owner; Sales Team|c|team; "
     "Stage|c=New,Proposition,Won|stage; Expected Revenue|n|amount; Prorated Revenue|n|; "
     "Probability|n=10,100|probability; Expected Closing|d|expected_close; Closed Date|m|closed; Created on|m|created; "
     "Lost Reason|c|lost_reason; Source|c|source; Medium|c|channel; Referred By|c|partner_id"},
    {"odoo_de", Kind::deals,
     "Verkaufschance|t|deal_name; Kunde|t|customer_id; Vertriebsmitarbeiter|c|owner; Verkaufsteam|c|team; "
     "Phase|c=Neu,Angebot,Gewonnen|stage; Erwarteter Umsatz|n|amount; Wahrscheinlichkeit|n=10,100|probability; "
     "Erwarteter Abschluss|d|expected_close; Abschlussdatum|m|closed; Erstellt am|m|created; "
     "Verlustgrund|c|lost_reason; "
     "Herkunft|c|source; Vermittelt durch|c|partner_id"},
    {"odoo_nl", Kind::deals,
     "Verkoopkans|t|deal_name; Klant|t|customer_id; Verkoper|c|owner; Verkoopteam|c|team; "
     "Fase|c=Nieuw,Voorstel,Gewonnen|stage; Verwachte omzet|n|amount; Kans|n=10,100|probability; "
     "Verwachte sluitingsdatum|d|expected_close; Aangemaakt op|m|created; Verliesreden|c|lost_reason; Bron|c|source; "
     "Doorverwezen door|c|partner_id"},
    // EspoCRM
    {"espo_en", Kind::deals,
     "Name|t|deal_name; Account|t|customer_id; Stage|c=Closed Won,Closed Lost,Prospecting|stage; Amount|n|amount; "
     "Amount Weighted|n|; Probability, %|n=10,90|probability; Close Date|d|closed; Lead Source|c|source; "
     "Created At|m|created; Assigned User|c|owner"},
    {"espo_de", Kind::deals,
     "Name|t|deal_name; Firma|t|customer_id; Verkaufsphase|c=Gewonnen,Verloren,Qualifikation|stage; Betrag|n|amount; "
     "Betrag gewichtet|n|; Wahrscheinlichkeit (%)|n=10,90|probability; Abschlussdatum|d|closed; Quelle|c|source; "
     "Erstellt am|m|created"},
    {"espo_nl", Kind::deals,
     "Naam|t|deal_name; Relatie|t|customer_id; Fase|c=Gesloten gewonnen,Gesloten verloren,Prospectie|stage; "
     "Bedrag|n|amount; Scoringskans, %|n=10,90|probability; Datum gesloten|d|closed; Lead bron|c|source"},
    // Spreadsheets
    {"spreadsheet_en", Kind::deals,
     "Customer|t|customer_id; Deal value|n|amount; Opened|d|created; Closed|d|closed; Outcome|c=won,lost,open|status; "
     "Rep|c|owner; Region|c|region; Partner|c|partner_id"},
    {"spreadsheet_de", Kind::deals,
     "Nr|i|deal_id; Kunde|t|customer_id; Auftragswert|n|amount; Angelegt am|d|created; Geschlossen am|d|closed; "
     "Ergebnis|c=gewonnen,verloren,offen|status; Verkäufer|c|owner; Gebiet|c|region; Vertriebspartner|c|partner_id"},
    {"spreadsheet_de_umlauts", Kind::deals,
     "Deal-Nr.|i|deal_id; Betrag (EUR)|n|amount; Waehrung|c=EUR|currency; Eroeffnet am|d|created; "
     "Status|c=Gewonnen,Verloren|status; Verkaeufer|c|owner; Haendler|c|partner_id"},
    {"spreadsheet_nl", Kind::deals,
     "Dealnr|i|deal_id; Klant|t|customer_id; Orderwaarde|n|amount; Aangemaakt|d|created; Afgesloten op|d|closed; "
     "Uitkomst|c=gewonnen,verloren,open|status; Medewerker|c|owner; Regio|c|region; Wederverkoper|c|partner_id"},
    {"spreadsheet_hy", Kind::deals,
     "Գործարքի համար|i|deal_id; Հաճախորդ|t|customer_id; Գումար|n|amount; Արժույթ|c=AMD,USD|currency; "
     "Ստեղծման ամսաթիվ|d|created; Փակման ամսաթիվ|d|closed; Կարգավիճակ|c=հաղթած,պարտված,բաց|status; "
     "Պատասխանատու|c|owner; Գործընկեր|c|partner_id; Տարածաշրջան|c|region"},
    {"mistranslated_hy", Kind::deals,
     "Հանգույցի համար|i|deal_id; ԳՈՒՄԱՐ|n|amount; Ստեղծված|d|created; Սերտ ամսաթիվ|d|closed; "
     "Արդյունք|c=Հաղթած,Կորցրած|status; Հանձնաժողովներ|n|commission"},
    {"role_names", Kind::deals,
     "deal_id|i|deal_id; status|c=won,lost,open|status; created|d|created; closed|d|closed; amount|n|amount; "
     "owner|c|owner; partner_id|c|partner_id; won_date|d|won_date; lost_date|d|lost_date; qualified|b|qualified"},
    {"won_yes_no", Kind::deals,
     "Deal|t|deal_name; Value|n|amount; Created|d|created; Closed|d|closed; Won?|c=yes,no|is_won"},
    {"unknown_header_known_values", Kind::deals,
     "Deal ID|i|deal_id; Uitslag|c=gewonnen,verloren|status; Bedrag|n|amount; Aangemaakt|d|created"},
    {"status_beside_flags", Kind::deals,
     "Id|i|deal_id; Status|c=Active,Archived|; IsWon|b|is_won; IsClosed|b|is_closed; Amount|n|amount; "
     "CloseDate|d|closed"},
    {"shouting", Kind::deals,
     "OPPORTUNITY ID|i|deal_id; STAGE|c=CLOSED WON,CLOSED LOST|stage; AMOUNT*|n|amount; CLOSE DATE|d|closed"},
    {"snake", Kind::deals,
     "opportunity_id|i|deal_id; opportunity_stage|c=closed_won,closed_lost|stage; deal_value|n|amount; "
     "close_date|d|closed; "
     "sales_rep|c|owner"},
    {"three_columns", Kind::deals, "Customer|t|customer_id; Amount|n|amount; Status|c=won,lost,open|status"},
    {"stage_dates", Kind::deals,
     "Record ID|i|deal_id; Deal Name|t|deal_name; Deal Stage|c=closedwon,closedlost|stage; Amount|n|amount; "
     "Close Date|d|closed; Create Date|d|created; Date entered \"Offer (Sales)\"|m|; Date entered \"Won (Sales)\"|m|"},
    // Partners
    {"partners_en", Kind::partners,
     "Partner ID|i|partner_id; Partner Name|t|name; Tier|c=Gold,Silver|tier; Region|c|region; Joined|d|joined"},
    {"partners_de", Kind::partners,
     "Partnernummer|i|partner_id; Firma|t|name; Partnerstufe|c=Gold,Silber|tier; Gebiet|c|region; Partner "
     "seit|d|joined"},
    {"partners_nl", Kind::partners,
     "Partner|t|partner_id; Partnernaam|t|name; Partnerniveau|c=Goud,Zilver|tier; Regio|c|region; Partner "
     "sinds|d|joined"},
    {"partners_hy", Kind::partners,
     "Գործընկերոջ համար|i|partner_id; Անվանում|t|name; Մակարդակ|c=Ոսկի,Արծաթ|tier; Տարածաշրջան|c|region; "
     "Միացել է|d|joined"},
    {"partners_roles", Kind::partners,
     "partner_id|i|partner_id; name|t|name; tier|c=A,B|tier; joined|d|joined; region|c|region"},
    // Responses
    {"responses_roles", Kind::responses,
     "response_id|i|response_id; at|d|at; question|c=nps,csat|question; score|n=0,5,10|score; "
     "scale_min|n=0,1|scale_min; "
     "scale_max|n=10,5|scale_max; segment|c|segment; comment|t|comment; customer_id|i|customer_id"},
    {"responses_recommend_en", Kind::responses,
     "Airline|c|; CustomerID|i|customer_id; How likely are you to recommend this airline?|n=0,3,7,9,10|score"},
    {"responses_recommend_de", Kind::responses,
     "Zeitstempel|m|at; Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?|n=0,7,9,10|score; "
     "Was ist der Grund?|t|; Kundennummer|i|customer_id"},
    {"responses_wuerden_de", Kind::responses,
     "Datum|d|at; Würden Sie uns an Freunde weiterempfehlen? (0-10)|n=0,4,8,10|score; Kommentar|t|comment"},
    {"responses_recommend_nl", Kind::responses,
     "Tijdstempel|m|at; Hoe waarschijnlijk is het dat u ons zou aanbevelen?|n=0,6,8,10|score; Toelichting|t|comment"},
    {"responses_recommend_hy", Kind::responses,
     "Ամսաթիվ|d|at; Որքանո՞վ հավանական է, որ խորհուրդ կտաք մեզ|n=0,5,9,10|score; Մեկնաբանություն|t|comment"},
    {"responses_several_questions", Kind::responses,
     "Timestamp|m|at; On a scale of 0-10, how would you rate Sudzilla?|n=0,3,10|score; ...why?|t|comment; "
     "On a scale of 0-10, how would you rate the opening keynote?|n=0,5,10|; "
     "On a scale of 0-10, how would you rate the closing keynote?|n=1,5,10|"},
    {"responses_long", Kind::responses,
     "answer_id|i|response_id; student_id|i|customer_id; survey_id|c=1,2|; question_id|i|; "
     "question_category|c=NPS,commentary|question; answer_content|t=10,9,ok|score; answer_datetime|m|at"},
    {"responses_delighted", Kind::responses,
     "id|i|response_id; survey_type|c=nps,csat|question; score|n=0,9,10|score; comment|t|comment; permalink|t|; "
     "created_at|m|at; Delighted Source|c|channel"},
    {"responses_surveymonkey", Kind::responses,
     "Respondent ID|i|response_id; Collector ID|i|; Start Date|m|; End Date|m|at; Email Address|t|customer_id; "
     "How likely is it that you would recommend us to a friend?|n=0,8,10|score"},
    {"responses_typeform", Kind::responses,
     "#|i|response_id; How likely are you to recommend us to a friend or colleague?|n=0,7,10|score; Response Type|c|; "
     "Start Date (UTC)|m|; Submit Date (UTC)|m|at; Tags|c|"},
    {"responses_csat_de", Kind::responses,
     "Antwort-ID|i|response_id; Datum|d|at; Bewertung|n=1,2,3,4,5|score; Kommentar|t|comment; Produkt|c|product"},
    {"responses_csat_nl", Kind::responses,
     "Respons-ID|i|response_id; Ingediend op|m|at; Beoordeling|n=1,3,5|score; Opmerking|t|comment; "
     "Taal|c=nl,fr|language"},
    {"responses_qualtrics", Kind::responses,
     "StartDate|m|; EndDate|m|; RecordedDate|m|at; ResponseId|i|response_id; RecipientEmail|t|customer_id; "
     "DistributionChannel|c|channel; UserLanguage|c=DE,EN|language; Q1|n=0,9,10|"},
    // Stage history
    {"history_roles", Kind::stage_history,
     "entity_id|c=1,2,3|entity_id; stage|c=lead,demo,won|stage; entered|m|entered"},
    {"history_orders", Kind::stage_history,
     "Order|c=1136,1137,1138|entity_id; Date|d|entered; Customer|c|customer_id; "
     "Status|c=Purchased,Sent,Reviewed|stage; City|c|"},
    {"history_de", Kind::stage_history,
     "Deal-ID|c=D1,D2,D3|entity_id; Phase|c=Anfrage,Angebot,Gewonnen|stage; Eingetreten am|d|entered; "
     "Partner-ID|c|partner_id; Region|c|region"},
    {"history_nl", Kind::stage_history,
     "Kans-ID|c=K1,K2,K3|entity_id; Nieuwe fase|c=Aanvraag,Offerte,Gewonnen|stage; Gewijzigd op|m|entered"},
    {"history_hy", Kind::stage_history,
     "Գործարքի ID|c=1,2,3|entity_id; Նոր փուլ|c=Հարցում,Առաջարկ|stage; Փոփոխման ամսաթիվ|d|entered"},
    {"event_log", Kind::stage_history,
     "Visitor ID|c=v1,v2,v3|entity_id; Event|c=visit,signup,paid|stage; Timestamp|m|entered"},
    // Targets
    {"targets_roles", Kind::targets,
     "kpi_id|c=revenue,win_rate|kpi_id; period_start|d|period_start; period_end|d|period_end; target|n|target; "
     "scope_type|c=company,partner|scope_type; scope_id|c|scope_id; baseline|n|baseline"},
    {"targets_de", Kind::targets,
     "Kennzahl|c=Umsatz,Abschlussquote|kpi_id; Von|d|period_start; Bis|d|period_end; Zielwert|n|target; "
     "Ebene|c|scope_type; Vorjahr|n|baseline"},
    {"targets_nl", Kind::targets,
     "KPI|c=Omzet,Winstpercentage|kpi_id; Van|d|period_start; Tot|d|period_end; Streefwaarde|n|target"},
    {"targets_hy", Kind::targets,
     "Ցուցանիշ|c=Հասույթ,Սերտ տոկոսադրույք,Հանգույցների քանակը|kpi_id; Սկիզբ|d|period_start; Ավարտ|d|period_end; "
     "Թիրախ|n|target"},
    {"dynamics_both_revenues", Kind::deals,
     "(Do Not Modify) Opportunity|i|deal_id; Topic|t|deal_name; Status|c=Won,Lost,Open|status; "
     "Est. Revenue|n|expected_amount; Actual Revenue|n|amount; Est. Close Date|d|expected_close; "
     "Actual Close Date|d|closed; Created On|d|created; Owner|c|owner"},
    {"dynamics_estimate_alone", Kind::deals,
     "Topic|t|deal_name; Status|c=Won,Lost,Open|status; Est. revenue|n|amount; Est. close date|d|expected_close"},
    {"targets_by_rep", Kind::targets, "Salesperson|c|scope_id; Month|d|period_start; Quota|n|target"},
    // More of what these systems write
    {"salesforce_report_flags", Kind::deals,
     "Opportunity Name|t|deal_name; Account.Name|t|customer_id; Owner.Name|c|owner; Amount|n|amount; "
     "Closed|b|is_closed; Won|b|is_won; Close Date|d|closed; Forecast Category|c|; Last Modified Date|d|modified"},
    {"salesforce_report_flags_de", Kind::deals,
     "Opportunity-Name|t|deal_name; Opportunity-Inhaber|c|owner; Betrag|n|amount; Geschlossen|b|is_closed; "
     "Gewonnen|b|is_won; Schlusstermin|d|closed; Zuletzt geändert am|d|modified"},
    {"hubspot_properties", Kind::deals,
     "hs_object_id|i|; property_dealname|t|deal_name; dealstage|c=closedwon,closedlost|stage; "
     "property_amount|n|amount; property_closedate|m|closed; property_createdate|m|created; "
     "hs_lastmodifieddate|m|modified"},
    {"hubspot_de_more", Kind::deals,
     "Datensatz-ID|i|deal_id; Deal-Name|t|deal_name; Deal-Phase|c=Abgeschlossen und gewonnen,Vertrag|stage; "
     "Betrag in Firmenwährung|n|amount; Jährlich wiederkehrender Umsatz (ARR)|n|; Abschlussdatum|m|closed; "
     "Datum der letzten Aktivität|m|; Datum der letzten Änderung|m|modified"},
    {"hubspot_nl_more", Kind::deals,
     "Record-ID|i|deal_id; Dealnaam|t|deal_name; Deal fase|c=Gesloten gewonnen,Gesloten verloren|stage; "
     "Bedrag|n|amount; Jaarlijks terugkerende inkomsten (ARR)|n|; Sluitingsdatum|m|closed; "
     "Laatst gewijzigd|m|modified"},
    {"pipedrive_more", Kind::deals,
     "Deal - ID|i|deal_id; Deal - Title|t|deal_name; Organization - Name|t|customer_id; Person - Name|t|; "
     "Deal - Contact person|t|; Deal - Value|n|amount; Deal - Currency of value|c=EUR,USD|currency; "
     "Deal - Stage (pipeline)|c|stage; Deal - Status|c=Open,Won,Lost|status; Deal - Last stage change|m|; "
     "Deal - Last activity date|d|; Deal - Total activities|n|; Deal - Label|c|; Deal - Update time|m|modified"},
    {"pipedrive_de_more", Kind::deals,
     "Deal - ID|i|deal_id; Deal - Wert|n|amount; Deal - Phase|c|stage; Deal - Status|c=gewonnen,verloren|status; "
     "Deal - Kontaktperson|t|; Deal - Datum der letzten Aktivität|d|; Deal - Gesamtzahl der Aktivitäten|n|; "
     "Deal - Anzahl E-Mail-Nachrichten|n|; Deal - Label|c|"},
    {"zoho_lookups", Kind::deals,
     "Record Id|i|deal_id; Deal Owner.id|i|; Deal Owner|c|owner; Deal Name|t|deal_name; Contact Name.id|i|; "
     "Contact Name|t|; Account Name.id|i|; Account Name|t|customer_id; Stage|c=Closed Won,Closed Lost|stage; "
     "Sub-Pipeline|c|pipeline; Created By.id|i|; Created By|c|; Created Time|m|created; "
     "Last Activity Time|m|; Amount|n|amount; Closing Date|d|closed"},
    {"dynamics_bookkeeping_de", Kind::deals,
     "(Nicht ändern) Verkaufschance|i|deal_id; (Nicht ändern) Zeilenprüfsumme|t|; (Nicht ändern) Geändert "
     "am|m|modified; "
     "Thema|t|deal_name; Potenzieller Kunde|t|customer_id; Status|c=Offen,Gewonnen,Verloren|status; "
     "Statusgrund|c=Storniert,Ausverkauft|lost_reason; Tatsächlicher Umsatz|n|amount; "
     "Tatsächliches Abschlussdatum|d|closed; Prognosekategorie|c|; Quellkampagne|c|campaign"},
    {"dynamics_bookkeeping_nl", Kind::deals,
     "(Niet wijzigen) Verkoopkans|i|deal_id; (Niet wijzigen) Gewijzigd op|m|modified; Onderwerp|t|deal_name; "
     "Potentiële klant|t|customer_id; Status|c=Open,Gewonnen,Verloren|status; Reden van status|c|lost_reason; "
     "Werkelijke omzet|n|amount; Werkelijke sluitingsdatum|d|closed; Broncampagne|c|campaign"},
    {"odoo_more", Kind::deals,
     "Opportunity|t|deal_name; Contact Name|t|; Email|t|; Salesperson|c|owner; Stage|c=New,Won|stage; "
     "Expected Revenue|n|amount; Recurring Revenue|n|; Last Stage Update|m|; Days to Assign|n|; Days to Close|n|; "
     "Creation Date|m|created; Tags|c|; Priority|c|; Won|b|is_won; Lost|b|is_lost; Last Updated on|m|modified"},
    {"odoo_de_more", Kind::deals,
     "Verkaufschance|t|deal_name; Name des Kontakts|t|; Phase|c=Neu,Gewonnen|stage; Erwarteter Umsatz|n|amount; "
     "Anteiliger Umsatz|n|; Wiederkehrender Umsatz|n|; Letzte Phasenaktualisierung|m|; Tage bis Abschluss|n|; "
     "Erstellungsdatum|m|created; Zuletzt aktualisiert am|m|modified"},
    {"stage_says_why", Kind::deals,
     "Deal ID|i|deal_id; Amount|n|amount; Stage|c=Closed - lost to competitor,Won - renewal,Demo|stage; "
     "Close Date|d|closed"},
    {"changed_hy", Kind::deals,
     "Գործարքի ID|i|deal_id; Գումար|n|amount; Կարգավիճակ|c=հաղթած,կորցրած|status; Փակման ամսաթիվ|d|closed; "
     "Վերջին փոփոխման ամսաթիվ|m|modified"},
    {"responses_odoo", Kind::responses,
     "Rating Value|n=1,3,5|score; Comment|t|comment; Submitted on|m|at; Customer|t|customer_id"},
    {"responses_forms_de", Kind::responses,
     "Zeitstempel|m|at; Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen (0-10)?|n=0,8,10|score"},
    {"targets_beside_actuals", Kind::targets,
     "Verkäufer|c|scope_id; Monat|d|period_start; Soll|n|target; Ist|n|actual"},
    {"none_search_console_de", Kind::none,
     "Häufigste Suchanfragen|t|; Klicks|n|; Impressionen|n|; Klickrate|n|; Position|n|"},
    // No Kind
    {"none_stripe", Kind::none,
     "id|i|; Created date (UTC)|m|; Amount|n|; Amount Refunded|n|; Currency|c=eur|; Captured|b|; Decline Reason|c|; "
     "Fee|n|; Status|c=Paid,Failed|; Customer ID|i|"},
    {"none_expenses", Kind::none, "Date|d|; Category|c|; Amount|n|; Description|t|; Currency|c=EUR|"},
    {"members_staff", Kind::members, "Name|t|owner; Team|c|team; Start Date|d|joined; Region|c|region; Salary|n|"},
    {"none_tasks", Kind::none,
     "Task|t|; Status|c=Open,In Progress,Done|; Owner|c|; Created|d|; Due date|d|; Closed|d|"},
    {"none_bank", Kind::none, "Buchungstag|d|; Wertstellung|d|; Verwendungszweck|t|; Betrag|n|; Währung|c=EUR|"},
    {"none_goods", Kind::none, "Product ID|i|; Product|t|; Price|n|; Region|c|; Source|c|"},
    {"none_meters", Kind::none, "Station|c|; Wasserstand|n|; Zeit|m|"},
};

class Headers : public testing::TestWithParam<Case> {};

TEST_P(Headers, GiveTheKindAndTheRoles) {
  HeaderFile file = header_file(GetParam().columns);
  map(file.profile, file.raw_counts, {});
  ASSERT_EQ(name_of(file.profile.kind), name_of(GetParam().kind)) << file.profile.kind_guess.reason;
  EXPECT_FALSE(file.profile.kind_guess.reason.empty());
  for (const ColumnProfile& column : file.profile.columns) {
    EXPECT_EQ(name_of(column.role), file.roles[column.name])
        << column.name << ": " << column.role_guess.confidence << " " << column.role_guess.reason;
  }
}

INSTANTIATE_TEST_SUITE_P(Systems, Headers, testing::ValuesIn(kCases),
                         [](const auto& test) { return std::string(test.param.name); });

class SureHeaders : public testing::TestWithParam<Case> {};

TEST_P(SureHeaders, AskNothingAboutTheKind) {
  HeaderFile file = header_file(GetParam().columns);
  map(file.profile, file.raw_counts, {});
  for (const Query& query : file.profile.queries) {
    EXPECT_NE(query.code, "kind.unsure") << file.profile.kind_guess.confidence << " " << file.profile.kind_guess.reason;
  }
}

INSTANTIATE_TEST_SUITE_P(Systems, SureHeaders, testing::ValuesIn(kCases),
                         [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace pegel::dataset::test
