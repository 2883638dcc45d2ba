/** What the page says about each sample, in its four languages. */
export const INDEX = [
  {
    file: 'deals.csv',
    kind: 'deals',
    title: { en: 'Deals', de: 'Verkaufschancen', nl: 'Deals', hy: 'Գործարքներ' },
    about: {
      en: '400 deals of a German CRM over 18 months: won, lost and open, with partners, regions and a few bad rows.',
      de: '400 Verkaufschancen aus einem deutschen CRM über 18 Monate: gewonnen, verloren und offen, mit Partnern, Regionen und einigen fehlerhaften Zeilen.',
      nl: "400 deals uit een Duits CRM over 18 maanden: gewonnen, verloren en open, met partners, regio's en enkele foute rijen.",
      hy: 'Գերմանական CRM-ի 400 գործարք 18 ամսում՝ շահված, կորցրած և բաց, գործընկերներով, տարածաշրջաններով և մի քանի սխալ տողերով։',
    },
  },
  {
    file: 'stage_history.csv',
    kind: 'stage_history',
    title: { en: 'Stage history', de: 'Phasenverlauf', nl: 'Fasegeschiedenis', hy: 'Փուլերի պատմություն' },
    about: {
      en: 'When each of these deals entered each of five stages. One step loses far more deals than the others.',
      de: 'Wann jede dieser Verkaufschancen in welche der fünf Phasen kam. Ein Schritt verliert weit mehr als die anderen.',
      nl: 'Wanneer elk van deze deals in elk van de vijf fasen kwam. Bij één stap vallen er veel meer weg dan bij de andere.',
      hy: 'Երբ է այս գործարքներից յուրաքանչյուրը մտել հինգ փուլերից ամեն մեկը։ Մի քայլում կորուստը շատ ավելի մեծ է, քան մյուսներում։',
    },
  },
  {
    file: 'partners.csv',
    kind: 'partners',
    title: { en: 'Partners', de: 'Partner', nl: 'Partners', hy: 'Գործընկերներ' },
    about: {
      en: 'The sales partners of the deals with name, tier, region and start.',
      de: 'Die Vertriebspartner der Verkaufschancen mit Name, Stufe, Region und Beginn.',
      nl: 'De verkooppartners van de deals met naam, niveau, regio en begin.',
      hy: 'Գործարքների վաճառքի գործընկերները՝ անունով, մակարդակով, տարածաշրջանով և մեկնարկով։',
    },
  },
  {
    file: 'targets.csv',
    kind: 'targets',
    title: { en: 'Targets', de: 'Ziele', nl: 'Doelen', hy: 'Նպատակներ' },
    about: {
      en: 'Targets by quarter and year for revenue and number of deals, for the company and each partner.',
      de: 'Ziele je Quartal und Jahr für Umsatz und Anzahl der Abschlüsse, für das Unternehmen und jeden Partner.',
      nl: 'Doelen per kwartaal en jaar voor omzet en aantal deals, voor het bedrijf en elke partner.',
      hy: 'Եռամսյակային և տարեկան նպատակներ հասույթի և գործարքների քանակի համար՝ ընկերության և յուրաքանչյուր գործընկերոջ մասով։',
    },
  },
  {
    file: 'responses.csv',
    kind: 'responses',
    title: { en: 'Survey', de: 'Umfrage', nl: 'Enquête', hy: 'Հարցում' },
    about: {
      en: '520 survey answers (NPS, CSAT, CES) with comments. One customer segment is clearly less happy.',
      de: '520 Umfrageantworten (NPS, CSAT, CES) mit Kommentaren. Ein Kundensegment ist deutlich unzufriedener.',
      nl: '520 enquêteantwoorden (NPS, CSAT, CES) met opmerkingen. Eén klantsegment is duidelijk minder tevreden.',
      hy: '520 պատասխան (NPS, CSAT, CES) մեկնաբանություններով։ Հաճախորդների մի խումբ ակնհայտորեն ավելի քիչ է գոհ։',
    },
  },
];
