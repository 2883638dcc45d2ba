#include "dataset/other_kinds.h"

namespace pegel::dataset {
namespace {

constexpr OtherKind kOthers[] = {
    {"payments",
     "Payment Method|Payment ID|Payment Date|Amount Refunded|Converted Amount|Decline Reason|Captured|Fee|Card Brand|"
     "Zahlungsart|Zahlungsdatum|Betaalmethode|Betaaldatum|Վճարման եղանակ|Balance Impact|From Email Address|"
     "Transaktionscode|Auswirkung auf Guthaben|Absender E-Mail-Adresse|Transactiereferentie|Van e-mailadres",
     "Order ID|Amount|Currency|Status|Customer ID|Refunded"},
    {"settlements of a marketplace",
     "settlement id|selling fees|fba fees|other transaction fees|Abrechnungsnummer|Verkaufsgebühren|"
     "Andere Transaktionsgebühren|Verkoopkosten|Transactiekosten voor overige diensten",
     "order id|sku|quantity|marketplace|total|Bestellnummer|Menge|Gesamt"},
    {"bookings",
     "Umsatz (ohne Soll/Haben-Kz)|Soll/Haben-Kennzeichen|Gegenkonto (ohne BU-Schlüssel)|BU-Schlüssel|Gegenkonto|"
     "Buchungstext|Grootboek|Grootboekrekening|Dagboek|Boekstuknr.|Boekstuknummer|Debit|Credit",
     "Konto|Belegdatum|Periode|Datum|Bedrag|Betrag|Account"},
    {"mailings", "Total Recipients|Successful Deliveries|Unique Opens|Open Rate|Click Rate|Unsubscribes", "Send Date"},
    {"time entries", "Billable|Abrechenbar|Declarabel|Facturabel",
     "Project|Task|Duration|Start time|End time|User|Client"},
};

}  // namespace

std::span<const OtherKind> other_kinds() { return kOthers; }

}  // namespace pegel::dataset
