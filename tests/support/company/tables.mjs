// The columns of each file, under the headers that exports of the kind have: Pipedrive's deals, a shop's orders, a help
// desk's tickets.
import { PROBABILITY, STAGES } from './world.mjs';

/** @type {Record<string, import('./dialects.mjs').Column[]>} */
export const TABLES = {
  deals: [
    ['text', ['Deal - ID', 'Deal - ID', 'Deal-ID'], (d) => d.id],
    ['text', ['Deal - Title', 'Deal - Titel', 'Dealnaam'], (d) => `${d.product.name}, ${d.customer.id}`],
    ['text', ['Deal - Organization', 'Deal - Organisation', 'Klantnummer'], (d) => d.customer.id],
    ['text', ['Deal - Owner', 'Deal - Besitzer', 'Eigenaar'], (d) => d.owner.name],
    ['word', ['Deal - Team', 'Deal - Team', 'Verkoopteam'], (d) => d.owner.team],
    ['word', ['Deal - Status', 'Deal - Status', 'Status'], (d) => d.status],
    ['word', ['Deal - Stage', 'Deal - Phase', 'Fase'], (d) => STAGES[d.entered.length - 1]],
    ['money', ['Deal - Value', 'Deal - Wert', 'Bedrag'], (d) => d.cents],
    ['text', ['Deal - Currency', 'Deal - Währung', 'Valuta'], (d) => d.currency],
    ['number', ['Deal - Probability', 'Deal - Wahrscheinlichkeit', 'Waarschijnlijkheid (%)'], probability],
    ['day', ['Deal - Deal created', 'Deal - Deal erstellt', 'Aangemaakt op'], (d) => d.created],
    [
      'day',
      ['Deal - Expected close date', 'Deal - Voraussichtliches Abschlussdatum', 'Verwachte sluitingsdatum'],
      (d) => (d.status === 'open' ? d.decided : null),
    ],
    [
      'day',
      ['Deal - Deal closed on', 'Deal - Deal abgeschlossen am', 'Gesloten op'],
      (d) => (d.status === 'open' ? null : d.decided),
    ],
    ['day', ['Deal - Update time', 'Deal - Aktualisiert am', 'Gewijzigd op'], (d) => d.modified],
    ['text', ['Deal - Partner ID', 'Deal - Partner-ID', 'Partner-ID'], (d) => d.partner.id],
    ['word', ['Deal - Source', 'Deal - Quelle', 'Leadbron'], (d) => d.source.word],
    ['word', ['Deal - Channel', 'Deal - Kanal', 'Kanaal'], (d) => d.source.channel],
    ['text', ['Deal - Product', 'Deal - Produkt', 'Product'], (d) => d.product.name],
    ['word', ['Deal - Sales technique', 'Deal - Verkaufstechnik', 'Verkooptechniek'], (d) => d.technique],
    ['word', ['Deal - Lost reason', 'Deal - Verlustgrund', 'Verliesreden'], (d) => d.lostReason],
  ],
  stage_history: [
    ['text', ['Deal ID', 'Deal-ID', 'Deal-ID'], (e) => e.deal.id],
    ['word', ['Stage', 'Phase', 'Fase'], (e) => e.stage],
    ['day', ['Date Entered', 'Eingetreten am', 'Ingegaan op'], (e) => e.day],
    ['text', ['Partner ID', 'Partner-ID', 'Partner-ID'], (e) => e.deal.partner.id],
  ],
  partners: [
    ['text', ['Partner ID', 'Partner-ID', 'Partner-ID'], (p) => p.id],
    ['text', ['Partner Name', 'Partnername', 'Partnernaam'], (p) => p.name],
    ['text', ['Tier', 'Stufe', 'Niveau'], (p) => p.tier],
  ],
  responses: [
    ['text', ['Response ID', 'Antwort-ID', 'Antwoord-ID'], (a) => a.id],
    ['day', ['Submitted', 'Eingegangen am', 'Ingediend op'], (a) => a.at],
    ['word', ['Question', 'Frage', 'Vraag'], (a) => a.question],
    ['number', ['Score', 'Bewertung', 'Score'], (a) => a.score],
    ['number', ['Scale min', 'Skala von', 'Schaal van'], (a) => a.low],
    ['number', ['Scale max', 'Skala bis', 'Schaal tot'], (a) => a.high],
    ['text', ['Customer ID', 'Kundennummer', 'Klantnummer'], (a) => a.customer.id],
    ['word', ['Segment', 'Segment', 'Segment'], (a) => a.customer.segment.word],
    ['text', ['Product', 'Produkt', 'Product'], (a) => a.product],
    ['word', ['Touchpoint', 'Kontaktpunkt', 'Contactmoment'], (a) => a.touchpoint],
    ['text', ['Comment', 'Kommentar', 'Opmerking'], (a) => a.comment],
  ],
  customers: [
    ['text', ['Customer ID', 'Kundennummer', 'Klantnummer'], (c) => c.id],
    ['day', ['Customer since', 'Kunde seit', 'Klant sinds'], (c) => c.since],
    ['day', ['Customer until', 'Kunde bis', 'Klant tot'], (c) => c.until],
    ['word', ['Segment', 'Segment', 'Segment'], (c) => c.segment.word],
    ['word', ['Source', 'Quelle', 'Bron'], (c) => c.source.word],
  ],
  orders: [
    ['text', ['Order ID', 'Auftragsnummer', 'Ordernummer'], (o) => o.id],
    ['day', ['Order Date', 'Bestelldatum', 'Orderdatum'], (o) => o.at],
    ['text', ['Customer ID', 'Kundennummer', 'Klantnummer'], (o) => o.customer.id],
    ['money', ['Net Amount', 'Nettobetrag', 'Excl. BTW'], (o) => o.cents],
    ['money', ['Cost', 'Kosten', 'Kosten'], (o) => o.costCents],
    ['text', ['Currency', 'Währung', 'Valuta'], (o) => o.currency],
    ['word', ['Channel', 'Kanal', 'Kanaal'], (o) => o.source.channel],
    ['text', ['Product', 'Produkt', 'Product'], (o) => o.product],
    ['text', ['Salesperson', 'Vertriebsmitarbeiter', 'Verkoper'], (o) => o.seller.name],
  ],
  returns: [
    ['text', ['Order ID', 'Auftragsnummer', 'Ordernummer'], (r) => r.order.id],
    ['day', ['Return Date', 'Rückgabedatum', 'Retourdatum'], (r) => r.at],
    ['word', ['Return Type', 'Art der Rückgabe', 'Soort retour'], (r) => r.kind],
    ['number', ['Quantity', 'Menge', 'Hoeveelheid'], (r) => r.quantity],
    ['money', ['Refunded Amount', 'Erstatteter Betrag', 'Terugbetaald bedrag'], (r) => r.cents],
    ['word', ['Return Reason', 'Rückgabegrund', 'Retourreden'], (r) => r.reason],
  ],
  spend: [
    ['day', ['Month', 'Monat', 'Maand'], (s) => s.day],
    ['word', ['Source', 'Quelle', 'Bron'], (s) => s.source.word],
    ['word', ['Channel', 'Kanal', 'Kanaal'], (s) => s.source.channel],
    ['money', ['Spend', 'Ausgaben', 'Uitgaven'], (s) => s.cents],
  ],
  leads: [
    ['text', ['Lead ID', 'Lead-ID', 'Lead-ID'], (l) => l.id],
    ['minute', ['Created At', 'Erstellt am', 'Aangemaakt op'], (l) => l.created],
    ['word', ['Lead Source', 'Leadquelle', 'Leadbron'], (l) => l.source.word],
    ['word', ['Channel', 'Kanal', 'Kanaal'], (l) => l.source.channel],
    ['text', ['Lead Owner', 'Lead-Inhaber', 'Lead-eigenaar'], (l) => l.owner.name],
    ['word', ['Sales technique', 'Verkaufstechnik', 'Verkooptechniek'], (l) => l.technique],
    ['minute', ['First Response', 'Erste Antwort', 'Eerste reactie'], (l) => l.answered],
    ['word', ['Qualified', 'Qualifiziert', 'Gekwalificeerd'], (l) => l.qualified],
    ['word', ['Converted', 'Konvertiert', 'Geconverteerd'], (l) => l.converted],
    ['text', ['Customer ID', 'Kundennummer', 'Klantnummer'], (l) => l.customer],
  ],
  tickets: [
    ['text', ['Ticket ID', 'Ticket-ID', 'Ticket-ID'], (t) => t.id],
    ['minute', ['Created at', 'Erstellt am', 'Aangemaakt op'], (t) => t.opened],
    ['word', ['Ticket type', 'Ticketart', 'Tickettype'], (t) => t.kind],
    ['minute', ['First reply', 'Erste Antwort', 'Eerste reactie'], (t) => t.replied],
    ['minute', ['Solved at', 'Gelöst am', 'Opgelost op'], (t) => t.solved],
    ['number', ['Contacts', 'Kontakte', 'Contacten'], (t) => t.contacts],
    ['word', ['Resolved at first contact', 'Beim ersten Kontakt gelöst', 'Bij eerste contact opgelost'], solvedAtOnce],
    ['word', ['Reopened', 'Wieder geöffnet', 'Heropend'], (t) => t.reopened],
    ['text', ['Customer ID', 'Kundennummer', 'Klantnummer'], (t) => t.customer.id],
    ['text', ['Assignee', 'Bearbeiter', 'Behandelaar'], (t) => t.agent],
  ],
  targets: [
    ['word', ['KPI', 'Kennzahl', 'Indicator'], (t) => t.kpi],
    ['day', ['Period Start', 'Beginn', 'Begin'], (t) => t.first],
    ['day', ['Period End', 'Ende', 'Einde'], (t) => t.last],
    ['number', ['Target', 'Zielwert', 'Doelwaarde'], (t) => t.target],
    ['word', ['Scope', 'Ebene', 'Bereik'], (t) => t.scope],
    ['text', ['Scope ID', 'Bereich', 'Scope-ID'], (t) => t.of],
  ],
};

/** The days of the stages as columns of the deals, as HubSpot exports them. @type {import('./dialects.mjs').Column[]} */
export const STAGE_COLUMNS = [
  ['Inquiry', 'Anfrage', 'Aanvraag'],
  ['Qualified', 'Qualifiziert', 'Gekwalificeerd'],
  ['Proposal', 'Angebot', 'Offerte'],
  ['Negotiation', 'Verhandlung', 'Onderhandeling'],
  ['Won', 'Gewonnen', 'Gewonnen'],
].map(([en, de, nl], stage) => [
  'day',
  [`Date entered "${en}"`, `Eingetreten in "${de}"`, `Datum ingegaan "${nl}"`],
  (d) => d.entered[stage],
]);

function probability(deal) {
  return deal.status === 'lost' ? 0 : PROBABILITY[deal.entered.length - 1];
}

function solvedAtOnce(ticket) {
  return ticket.solved === null ? null : ticket.atOnce;
}
