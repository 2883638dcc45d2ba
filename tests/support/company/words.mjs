// The values of the files as people of each language write them.

/** @typedef {'en' | 'de' | 'nl'} Language @type {Language[]} */
export const LANGUAGES = ['en', 'de', 'nl'];

/** word: [English, German, Dutch] @type {Record<string, [string, string, string]>} */
const WORDS = {
  open: ['Open', 'Offen', 'Open'],
  won: ['Won', 'Gewonnen', 'Gewonnen'],
  lost: ['Lost', 'Verloren', 'Verloren'],
  inquiry: ['Inquiry', 'Anfrage', 'Aanvraag'],
  qualified: ['Qualified', 'Qualifiziert', 'Gekwalificeerd'],
  offer: ['Proposal', 'Angebot', 'Offerte'],
  negotiation: ['Negotiation', 'Verhandlung', 'Onderhandeling'],
  new_business: ['New Business', 'Neukunden', 'Nieuwe klanten'],
  existing_business: ['Existing Business', 'Bestandskunden', 'Bestaande klanten'],
  key_accounts: ['Key Accounts', 'Großkunden', 'Grote klanten'],
  website: ['Website', 'Webseite', 'Website'],
  newsletter: ['Newsletter', 'Newsletter', 'Nieuwsbrief'],
  referral: ['Referral', 'Empfehlung', 'Doorverwijzing'],
  ads: ['Search Ads', 'Suchanzeigen', 'Zoekadvertenties'],
  trade_fair: ['Trade Fair', 'Messe', 'Beurs'],
  paid: ['Paid', 'Bezahlt', 'Betaald'],
  earned: ['Earned', 'Verdient', 'Verdiend'],
  owned: ['Owned', 'Eigen', 'Eigen'],
  script_a: ['Script A', 'Leitfaden A', 'Script A'],
  script_b: ['Script B', 'Leitfaden B', 'Script B'],
  price: ['Price', 'Preis', 'Prijs'],
  competitor: ['Competitor', 'Wettbewerber', 'Concurrent'],
  no_budget: ['No budget', 'Kein Budget', 'Geen budget'],
  no_answer: ['No answer', 'Keine Antwort', 'Geen antwoord'],
  enterprise: ['Enterprise', 'Konzern', 'Grootbedrijf'],
  mid_market: ['Mid-market', 'Mittelstand', 'Middenbedrijf'],
  small_business: ['Small business', 'Kleinunternehmen', 'Kleinbedrijf'],
  nps: ['NPS', 'NPS', 'NPS'],
  csat: ['CSAT', 'Kundenzufriedenheit', 'Klanttevredenheid'],
  ces: ['CES', 'Kundenaufwand', 'Klantinspanning'],
  driver_quality: ['Product quality', 'Produktqualität', 'Productkwaliteit'],
  driver_price: ['Product price', 'Produktpreis', 'Productprijs'],
  driver_responsiveness: ['Responsiveness', 'Reaktionsfähigkeit', 'Reactievermogen'],
  onboarding: ['Onboarding', 'Einführung', 'Onboarding'],
  service: ['Service', 'Kundendienst', 'Klantenservice'],
  renewal: ['Renewal', 'Verlängerung', 'Verlenging'],
  return: ['Return', 'Retoure', 'Retour'],
  exchange: ['Exchange', 'Umtausch', 'Omruiling'],
  defect: ['Defect', 'Defekt', 'Defect'],
  wrong_item: ['Wrong item', 'Falscher Artikel', 'Verkeerd artikel'],
  not_needed: ['Not needed', 'Nicht benötigt', 'Niet nodig'],
  question: ['Question', 'Frage', 'Vraag'],
  complaint: ['Complaint', 'Beschwerde', 'Klacht'],
  claim: ['Claim', 'Reklamation', 'Claim'],
  true: ['Yes', 'Ja', 'Ja'],
  false: ['No', 'Nein', 'Nee'],
  revenue: ['Revenue', 'Umsatz', 'Omzet'],
  deal_count: ['Deals won', 'Anzahl Abschlüsse', 'Gewonnen deals'],
  win_rate: ['Win rate', 'Gewinnquote', 'Winratio'],
  company: ['Company', 'Unternehmen', 'Bedrijf'],
  team: ['Team', 'Team', 'Team'],
  partner: ['Partner', 'Vertriebspartner', 'Partner'],
};

/** "" stays "". @param {string} word @param {Language} language */
export function inLanguage(word, language) {
  if (word === '') return '';
  if (!(word in WORDS)) throw new Error(`no word for ${word}`);
  return WORDS[word][LANGUAGES.indexOf(language)];
}
