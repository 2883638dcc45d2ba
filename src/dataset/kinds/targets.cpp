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
    {.role = Role::owner,
     .headers = "Target Owner|Accountable|Responsible for Target|Zielverantwortlich|Verantwortlich für das Ziel|"
                "Doelverantwoordelijke|Թիրախի պատասխանատու"},
    {.role = Role::currency, .headers = "Currency|Währung|Valuta|Արժույթ"},
};

// Names of KPIs as people write them in a targets file. Mistranslated names are kept where they circulate: «սերտ» (tight) for close,
// «հանգույց» (knot) for deal.
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
    {Role::direction, "up",
     "Up|Higher|Increase|Higher is better|More|Hoch|Höher|Steigern|Mehr|Höher ist besser|Omhoog|Hoger|Verhogen|"
     "Hoger is beter|Meer|Վեր|Բարձր|Ավելացնել"},
    {Role::direction, "down",
     "Down|Lower|Decrease|Lower is better|Less|Runter|Niedriger|Senken|Weniger|Niedriger ist besser|Omlaag|Lager|"
     "Verlagen|Lager is beter|Minder|Ներքև|Ցածր|Նվազեցնել"},
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
