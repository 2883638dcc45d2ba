#include "dataset/common_roles.h"
#include "dataset/kind.h"

namespace pegel::dataset {
namespace {

constexpr RoleSpec kRoles[] = {
    {.role = Role::score,
     .required = true,
     .weight = 2,
     .headers = "Score|NPS Score|NPS|Rating|Rating Value|CSAT Score|CSAT|CES Score|CES|Satisfaction Score|"
                "Satisfaction Rating|Likelihood to recommend|Answer|Answer Value|answer_content|Answer Content|"
                "Response Value|Bewertung|Bewertungswert|Punkte|Punktzahl|NPS-Wert|Note|Weiterempfehlungsbereitschaft|"
                "Zufriedenheit|Antwort|Beoordeling|Beoordelingswaarde|Cijfer|NPS-score|Aanbevelingsscore|Tevredenheid|"
                "Antwoord|Գնահատական|NPS գնահատական|Միավոր|Պատասխան",
     .phrases =
         "likely recommend|likelihood recommend|would recommend|willing recommend|recommend friend|"
         "wahrscheinlich weiterempfehlen|wahrscheinlich empfehlen|weiterempfehlen|weiterempfehlung|würden empfehlen|"
         "waarschijnlijk aanbevelen|waarschijnlijk aanbeveelt|aanbevelen|aanbeveelt|aanraden|aanraadt|խորհուրդ|"
         "0 10 rate|scale 0 10|skala 0 10|schaal 0 10|0 10 սանդղակ|satisfied overall|how satisfied|wie zufrieden|"
         "hoe tevreden|որքանով գոհ|easy handle|effort"},
    {.role = Role::response_id,
     .headers = "Response ID|Respondent ID|Answer ID|Submission ID|Survey Response ID|#|Antwort-ID|Respondenten-ID|"
                "Teilnehmer-ID|Respondent-ID|Antwoord-ID|Respons-ID|Պատասխանի ID|Պատասխանի համար|Response #|Id"},
    {.role = Role::at,
     .headers = "Submitted At|Submitted|Submit Date|Submit Date (UTC)|Submitted on|Response Date|Responded At|"
                "Response Time|Answered At|Answer Date|answer_datetime|Completed At|Recorded Date|End Date|Timestamp|"
                "Survey Date|Created At|Created|Date|Start Date|Zeitstempel|Erfassungsdatum|Antwortdatum|"
                "Beantwortet am|Gesendet am|Eingegangen am|Enddatum|Datum|Tijdstempel|Ingediend op|Antwoorddatum|"
                "Beantwoord op|Ամսաթիվ|Պատասխանի ամսաթիվ|Ժամանակ|Completion time|Responded|Submission Date|Date "
                "Submitted|Fertigstellungszeit|Abgeschickt am|Tijd van voltooien|Voltooiingstijd"},
    kModified,
    {.role = Role::question,
     .headers = "Question|Question Type|Question Category|question_category|Survey Type|Metric|Frage|Fragetyp|"
                "Umfragetyp|Fragekategorie|Vraag|Vraagtype|Enquêtetype|Հարց|Հարցի տեսակ|Հարցման տեսակ"},
    {.role = Role::driver,
     .dimension = true,
     .weight = 2,
     .headers = "Driver|Satisfaction Driver|Driver Name|Treiber|Zufriedenheitstreiber|Einflussfaktor|Drijfveer|"
                "Tevredenheidsfactor|Գործոն|Բավարարվածության գործոն"},
    {.role = Role::scale_min, .headers = "Scale Min|Min Score|Minimum|Skala von|Skalenminimum|Schaal min|Նվազագույն"},
    {.role = Role::scale_max, .headers = "Scale Max|Max Score|Maximum|Skala bis|Skalenmaximum|Schaal max|Առավելագույն"},
    {.role = Role::comment,
     .headers = "Comment|Comments|Feedback|Verbatim|Remarks|Additional comments|Kommentar|Kommentare|Anmerkung|"
                "Bemerkung|Begründung|Opmerking|Opmerkingen|Toelichting|Reactie|Մեկնաբանություն|Կարծիք|...why?|Why?|"
                "Warum?|Waarom?|Ինչո՞ւ|And why?|Und warum?|En waarom?",
     .phrases = "why|reason for score|primary reason|what could improve|could do better|warum|hauptgrund|was "
                "verbessern|grund bewertung|waarom|wat verbeteren|belangrijkste reden|ինչու"},
    {.role = Role::customer_id,
     .headers = "Customer ID|Customer|Respondent|Person ID|Contact ID|Member ID|Student ID|User ID|Email|Email Address|"
                "Recipient Email|Kundennummer|Kunde|Kunden-ID|E-Mail|E-Mail des Empfängers|Klantnummer|Klant|Klant-ID|"
                "E-mailadres|Հաճախորդ|Հաճախորդի ID|External Reference|Contact Email|Respondent Email"},
    {.role = Role::product, .dimension = true, .headers = "Product|Product Name|Course ID|Produkt|Ապրանք|Արտադրանք"},
    {.role = Role::segment,
     .dimension = true,
     .headers = "Segment|Customer Segment|Plan|Kundensegment|Klantsegment|Սեգմենտ"},
    {.role = Role::touchpoint,
     .dimension = true,
     .headers = "Touchpoint|Survey|Survey Name|Trigger|Kontaktpunkt|Umfrage|Contactmoment|Enquête|Հարցում|Շփման կետ"},
    {.role = Role::channel,
     .dimension = true,
     .headers = "Channel|Survey Channel|Distribution Channel|Delighted Source|Kanal|Verteilungskanal|Kanaal|Ալիք"},
    {.role = Role::language,
     .dimension = true,
     .headers =
         "Language|User Language|Locale|Sprache|Benutzersprache|Taal|Լեզու|Start Language|Start-Sprache|Starttaal"},
    {.role = Role::region, .dimension = true, .headers = "Region|Country|Land|Regio|Տարածաշրջան|Երկիր"},
    {.role = Role::owner,
     .dimension = true,
     .headers = "Owner|Agent|Assignee|Account Manager|Betreuer|Mitarbeiter|Medewerker|Պատասխանատու"},
    {.role = Role::team, .dimension = true, .headers = "Team|Support Team|Թիմ"},
    {.role = Role::partner_id, .dimension = true, .headers = "Partner|Partner ID|Vertriebspartner|Գործընկեր"},
};

constexpr ValueSpec kQuestions[] = {
    {Role::question, "nps",
     "NPS|Net Promoter|Net Promoter Score|eNPS|Recommendation|Likelihood to recommend|Weiterempfehlung|"
     "Weiterempfehlungsbereitschaft|Aanbeveling|Խորհուրդ տալու հավանականություն"},
    {Role::question, "csat",
     "CSAT|Customer Satisfaction|Customer Satisfaction Score|Satisfaction|Kundenzufriedenheit|Zufriedenheit|"
     "Klanttevredenheid|Tevredenheid|Բավարարվածություն|Հաճախորդի բավարարվածություն"},
    {Role::question, "ces",
     "CES|Customer Effort|Customer Effort Score|Effort|Kundenaufwand|Aufwand|Klantinspanning|Inspanning|Ջանք|"
     "Հաճախորդի ջանք"},
    {Role::question, "other",
     "Other|Comment|Commentary|Open text|Text|Open|Sonstige|Sonstiges|Kommentar|Freitext|Overig|Opmerking|Այլ|"
     "Մեկնաբանություն"},
    {Role::question, "cli_recommend",
     "CLI recommend|Loyalty: recommend|Treue: weiterempfehlen|Loyaliteit: aanbevelen|Հավատարմություն՝ խորհուրդ տալ"},
    {Role::question, "cli_repurchase",
     "CLI repurchase|Buy again|Repurchase|Purchase again|Loyalty: buy again|Wiederkauf|Wieder kaufen|"
     "Treue: wieder kaufen|Opnieuw kopen|Heraankoop|Loyaliteit: opnieuw kopen|Կրկին գնել|Հավատարմություն՝ կրկին գնել"},
    {Role::question, "cli_other_products",
     "CLI other products|Try other products|Other products|Loyalty: other products|Andere Produkte|"
     "Andere Produkte ausprobieren|Treue: andere Produkte|Andere producten|Andere producten proberen|"
     "Loyaliteit: andere producten|Այլ ապրանքներ|Հավատարմություն՝ այլ ապրանքներ"},
    {Role::question, "driver",
     "Price|Product Price|Value for Money|Product Quality|Quality|Responsiveness|Service|Delivery|Preis|Produktpreis|"
     "Preis-Leistung|Produktqualität|Qualität|Reaktionszeit|Reaktionsfähigkeit|Lieferung|Prijs|Productprijs|"
     "Prijs-kwaliteit|Productkwaliteit|Kwaliteit|Reactiesnelheid|Reactievermogen|Levering|Գին|Ապրանքի գին|"
     "Ապրանքի որակ|Որակ|Արձագանքման արագություն|Սպասարկում|Առաքում",
     "driver|treiber|drijfveer|գործոն"},
    {Role::question, "fcr",
     "FCR|First Contact Resolution|First Call Resolution|Resolved at first contact|Erstlösung|Erstlösungsquote|"
     "Beim ersten Kontakt gelöst|Opgelost bij eerste contact|Oplossing bij eerste contact|Լուծվել է առաջին շփումից"},
};

constexpr Role kWithin[] = {Role::question};

constexpr Role kDay[] = {Role::at};
constexpr RoleSet kWanted[] = {kDay};

constexpr Signature kSystems[] = {
    {"Qualtrics", "StartDate|EndDate|RecordedDate|ResponseId|UserLanguage"},
    {"SurveyMonkey", "Respondent ID|Collector ID"},
    {"Typeform", "#|Submit Date (UTC)"},
    {"Typeform", "Response Type|Submit Date (UTC)"},
    {"Delighted", "survey_type|score|permalink"},
    {"HubSpot", "Survey name|Survey type|Rating|Response", "Rating=score|Response=comment"},
    {"LimeSurvey", "submitdate|lastpage|startlanguage|seed"},
    {"survey answers", "answer_id|survey_id|question_id"},
};

}  // namespace

extern constexpr KindTable responses_kind{
    .kind = Kind::responses,
    .row = "one survey answer",
    .file_words =
        "survey|surveys|responses|nps|csat|umfrage|umfragen|antworten|feedback|enquete|enquête|antwoorden|հարցում|"
        "պատասխաններ",
    .identity = Role::response_id,
    .identity_within = kWithin,
    .wanted = kWanted,
    .roles = kRoles,
    .values = kQuestions,
    .signatures = kSystems,
};

}  // namespace pegel::dataset
