#pragma once
// Words for how a deal stands, as CRMs and people write them: won, lost, open, and closed for those that say only that it
// is over.

#include "dataset/kind.h"

namespace pegel::dataset {

inline constexpr ValueSpec kDealStatus[] = {
    {Role::status, "won",
     "Won|Closed Won|closedwon|Closed - Won|Closed/Won|Deal won|Win|Gewonnen|Gewonnener Deal|"
     "Abgeschlossen und gewonnen|Abgeschlossen - gewonnen|Geschlossen und gewonnen|Geschlossen gewonnen|"
     "Geschlossen (gewonnen)|Auftrag erhalten|Zuschlag|Gesloten gewonnen|Gesloten - gewonnen|Gesloten en gewonnen|"
     "Afgesloten en gewonnen|Afgesloten gewonnen|Gewonnen deal|Binnengehaald|Հաղթած|Հաղթված|Հաղթել|Հաղթել է|Շահված|"
     "Շահել|Փակված հաղթած|Փակված՝ հաղթած|Փակված և հաղթած|Հաջողված",
     "won|closedwon|gewonnen|gewonnener|gewonnene|gewonnenen|gewonnenes|binnengehaald|հաղթած|հաղթված|շահված|հաջողված"},
    {Role::status, "lost",
     "Lost|Closed Lost|closedlost|Closed - Lost|Closed/Lost|Deal lost|Loss|Verloren|Verlorener Deal|"
     "Abgeschlossen und verloren|Abgeschlossen - verloren|Geschlossen und verloren|Geschlossen verloren|"
     "Geschlossen (verloren)|Auftrag verloren|Absage|Gesloten verloren|Gesloten - verloren|Gesloten en verloren|"
     "Afgesloten en verloren|Afgesloten verloren|Verloren deal|Պարտված|Պարտվել|Պարտվել է|Կորցված|Կորցրած|Կորսված|Կորած|"
     "Փակված պարտված|Փակված՝ պարտված|Փակված և պարտված|Ձախողված|Verlies|Verlust",
     "lost|closedlost|loss|verloren|verlorener|verlorene|verlorenen|verlorenes|verlust|verlies|absage|պարտված|կորցրած|"
     "կորցված|կորսված|կորած|ձախողված"},
    {Role::status, "open",
     "Open|In Progress|Active|Ongoing|Pending|New|On Hold|Prospecting|Qualification|Qualify|Qualified|qualifiedtobuy|"
     "Qualified to buy|Needs Analysis|Value Proposition|Id. Decision Makers|Perception Analysis|Proposal|Proposition|"
     "Proposal/Price Quote|Negotiation|Negotiation/Review|Contract sent|contractsent|presentationscheduled|"
     "Presentation scheduled|appointmentscheduled|Appointment scheduled|decisionmakerboughtin|Decision maker bought-in|"
     "Develop|Propose|Discovery|Demo|Quote|Offen|Laufend|In Arbeit|In Bearbeitung|Neu|Aktiv|Identifikation|"
     "Qualifikation|Qualifizierung|Qualifiziert|Bedarfserhebung|Bedarfsanalyse|Richtangebot|"
     "Identifikation der Entscheider|Analyse der Wahrnehmung|Angebot|Angebot/Kostenvoranschlag|Angebot versendet|"
     "Verhandlung|Verhandlung/Überarbeitung|Openstaand|Lopend|In behandeling|Nieuw|Actief|Prospectie|Kwalificatie|"
     "Gekwalificeerd|Analyse behoefte|Waarde voorstel|Id. Beslissers|Perceptie analyse|Voorstel|Offerte|"
     "Voorstel/Offerte|Onderhandeling|Onderhandeling/Beoordeling|Բաց|Ընթացիկ|Ընթացքի մեջ|Ընթացքում|Նոր|Որակավորում|"
     "Առաջարկ|Բանակցություն|Բանակցություններ|In Negotiation|Negotiations Started|Approved|Registered|In "
     "Verhandlung|Vertrag gesendet|Genehmigt|Registriert|In onderhandeling|Contract "
     "verzonden|Goedgekeurd|Geregistreerd|Հաստատված|Գրանցված"},
    // Over, but neither won nor lost.
    {Role::status, "closed",
     "Closed|Done|Cancelled|Canceled|Disqualified|Abgeschlossen|Geschlossen|Storniert|Disqualifiziert|Gesloten|"
     "Afgesloten|Geannuleerd|Gediskwalificeerd|Փակված|Չեղարկված|Չեղյալ",
     "closed|cancelled|canceled|disqualified|abgeschlossen|geschlossen|storniert|disqualifiziert|gesloten|afgesloten|"
     "geannuleerd|gediskwalificeerd|փակված|չեղարկված|չեղյալ"},
};

}  // namespace pegel::dataset
