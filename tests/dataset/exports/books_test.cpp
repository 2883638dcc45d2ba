// Invoices of bookkeeping systems; bookings are named, not read.

#include "dataset/exports/exports.h"

namespace pegel::test {
namespace {

constexpr Export kExports[] = {
    {"DATEV", "EXTF_Buchungsstapel.csv", Encoding::windows1252,
     R"("EXTF";700;21;"Buchungsstapel";12;20241231090512345;;"RE";"";"";29098;55003;20240101;4;20240101;20241231;"Export";"";1;0;0;"EUR";;"";;;"";;;"";""
Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;WKZ Umsatz;Kurs;Basis-Umsatz;WKZ Basis-Umsatz;Konto;Gegenkonto (ohne BU-Schlüssel);BU-Schlüssel;Belegdatum;Belegfeld 1;Belegfeld 2;Skonto;Buchungstext
1000,00;"S";"EUR";;;"";10000;8400;"";0301;"RE-1001";"";;"Alpha Ltd"
1137,25;"S";"EUR";;;"";10001;8400;"";1201;"RE-1002";"";;"Beta GmbH"
1274,50;"S";"EUR";;;"";10002;8400;"";2101;"RE-1003";"";;"Gamma, Inc."
1411,75;"S";"EUR";;;"";10003;8400;"";3001;"RE-1004";"";;"Delta B.V."
1549,00;"S";"EUR";;;"";10004;8400;"";0802;"RE-1005";"";;"Epsilon AG"
1686,25;"S";"EUR";;;"";10005;8400;"";1702;"RE-1006";"";;"Zeta SA"
)",
     "none"},
    {"Lexware", "lexware_belege.csv", Encoding::windows1252,
     R"(Belegdatum;Belegnummer;Belegart;Kontakt;Kundennummer;Status;Nettobetrag;Bruttobetrag;Offener Betrag;Währung;Fälligkeitsdatum;Bezahlt am
03.01.2024;RE1001;Rechnung;Alpha Ltd;10000;Bezahlt;1.000,00;1.190,00;0,00;EUR;02.02.2024;02.02.2024
12.01.2024;RE1002;Rechnung;Beta GmbH;10001;Überfällig;1.137,25;1.353,33;1.353,33;EUR;13.02.2024;
21.01.2024;RE1003;Rechnung;Gamma, Inc.;10002;Offen;1.274,50;1.516,65;1.516,65;EUR;24.02.2024;
30.01.2024;RE1004;Rechnung;Delta B.V.;10003;Bezahlt;1.411,75;1.679,98;0,00;EUR;06.03.2024;06.03.2024
08.02.2024;RE1005;Rechnung;Epsilon AG;10004;Bezahlt;1.549,00;1.843,31;0,00;EUR;17.03.2024;17.03.2024
17.02.2024;RE1006;Rechnung;Zeta SA;10005;Überfällig;1.686,25;2.006,64;2.006,64;EUR;28.03.2024;
)",
     "invoices 6: issued invoice_id - - customer_id payment_status amount - - currency due paid_at; non_payment_rate "
     "0.5"},
    {"sevDesk", "sevdesk_rechnungen.csv", Encoding::utf8,
     R"("Status";"Rechnungsnummer";"Kundennr.";"Kunde";"Rechnungsdatum";"Lieferdatum";"Fällig am";"Bezahlt am";"Summe Netto";"Summe USt.";"Summe Brutto";"Bezahlter Betrag";"Währung"
"Bezahlt";"RE-1001";"1000";"Alpha Ltd";"03.01.2024";"03.01.2024";"02.02.2024";"02.02.2024";"1.000,00";"190,00";"1.190,00";"1.190,00";"EUR"
"Teilbezahlt";"RE-1002";"1001";"Beta GmbH";"12.01.2024";"12.01.2024";"13.02.2024";"";"1.137,25";"216,08";"1.353,33";"0,00";"EUR"
"Offen";"RE-1003";"1002";"Gamma, Inc.";"21.01.2024";"21.01.2024";"24.02.2024";"";"1.274,50";"242,16";"1.516,65";"0,00";"EUR"
"Bezahlt";"RE-1004";"1003";"Delta B.V.";"30.01.2024";"30.01.2024";"06.03.2024";"06.03.2024";"1.411,75";"268,23";"1.679,98";"1.679,98";"EUR"
"Bezahlt";"RE-1005";"1004";"Epsilon AG";"08.02.2024";"08.02.2024";"17.03.2024";"17.03.2024";"1.549,00";"294,31";"1.843,31";"1.843,31";"EUR"
"Teilbezahlt";"RE-1006";"1005";"Zeta SA";"17.02.2024";"17.02.2024";"28.03.2024";"";"1.686,25";"320,39";"2.006,64";"0,00";"EUR"
)",
     "invoices 6: payment_status invoice_id customer_id - issued - due paid_at amount - - paid_amount currency; "
     "non_payment_rate 0.5"},
    {"SAP list", "sap_va05.txt", Encoding::windows1252,
     R"(31.12.2024                              Dynamische Listenausgabe                              1

--------------------------------------------------------------------------------------
|Verk.Beleg|Angel. am |Auftraggeb.|Name 1        |   Menge|ME |   Nettowert|Währg|
--------------------------------------------------------------------------------------
|001001    |03.01.2024|10000      |Alpha Ltd     |   3,000|ST |   1.000,00 |EUR  |
|001002    |12.01.2024|10001      |Beta GmbH     |   3,000|ST |   1.137,25 |EUR  |
|001003    |21.01.2024|10002      |Gamma, Inc.   |   3,000|ST |   1.274,50 |EUR  |
|001004    |30.01.2024|10003      |Delta B.V.    |   3,000|ST |   1.411,75 |EUR  |
|001005    |08.02.2024|10004      |Epsilon AG    |   3,000|ST |   1.549,00 |EUR  |
|001006    |17.02.2024|10005      |Zeta SA       |   3,000|ST |   1.686,25-|EUR  |
--------------------------------------------------------------------------------------
|*         |          |           |              |        |   |   4.686,25 |EUR  |
--------------------------------------------------------------------------------------
)",
     "orders 6: - order_id at customer_id - qty - amount currency -; revenue 4686.25"},
    {"Exact Online", "ExactOnline_facturen.csv", Encoding::windows1252,
     R"(Factuurnummer;Factuurdatum;Vervaldatum;Debiteurnummer;Debiteurnaam;Omschrijving;Bedrag excl. btw;Btw-bedrag;Bedrag incl. btw;Openstaand bedrag;Valuta
202401001;03-01-2024;02-02-2024;00001;Alpha Ltd;Dienst;1.000,00;210,00;1.210,00;0,00;EUR
202401002;12-01-2024;13-02-2024;00002;Beta GmbH;Dienst;1.137,25;238,82;1.376,07;1.376,07;EUR
202401003;21-01-2024;24-02-2024;00003;Gamma, Inc.;Dienst;1.274,50;267,64;1.542,14;1.542,14;EUR
202401004;30-01-2024;06-03-2024;00004;Delta B.V.;Dienst;1.411,75;296,47;1.708,22;0,00;EUR
202401005;08-02-2024;17-03-2024;00005;Epsilon AG;Dienst;1.549,00;325,29;1.874,29;0,00;EUR
202401006;17-02-2024;28-03-2024;00006;Zeta SA;Dienst;1.686,25;354,11;2.040,36;2.040,36;EUR
)",
     "invoices 6: invoice_id issued due customer_id - - amount - - - currency"},
    {"Moneybird", "moneybird facturen.csv", Encoding::utf8,
     R"(Factuurnummer,Factuurdatum,Vervaldatum,Status,Contact,Klantnummer,Referentie,Valuta,Totaal excl. btw,Btw,Totaal incl. btw,Betaald op,Openstaand
2024-0001,2024-01-03,2024-02-02,betaald,Alpha Ltd,1000,,EUR,1000.0,210.00,1210.00,2024-02-02,0.00
2024-0002,2024-01-12,2024-02-13,te laat,Beta GmbH,1001,,EUR,1137.25,238.82,1376.07,,1376.07
2024-0003,2024-01-21,2024-02-24,open,"Gamma, Inc.",1002,,EUR,1274.5,267.64,1542.14,,1542.14
2024-0004,2024-01-30,2024-03-06,betaald,Delta B.V.,1003,,EUR,1411.75,296.47,1708.22,2024-03-06,0.00
2024-0005,2024-02-08,2024-03-17,betaald,Epsilon AG,1004,,EUR,1549.0,325.29,1874.29,2024-03-17,0.00
2024-0006,2024-02-17,2024-03-28,te laat,Zeta SA,1005,,EUR,1686.25,354.11,2040.36,,2040.36
)",
     "invoices 6: invoice_id issued due payment_status - customer_id - currency amount - - paid_at -; non_payment_rate "
     "0.5"},
    {"Twinfield", "twinfield.csv", Encoding::windows1252,
     R"(Administratie;Dagboek;Periode;Boekstuknr.;Datum;Grootboek;Omschrijving;Relatie;Debet;Credit;Btw-code
ACME NL;VRK;2024/01;2024000;03-01-2024;8000;Omzet;1000;;1.000,00;VH
ACME NL;VRK;2024/01;2024001;12-01-2024;8000;Omzet;1001;;1.137,25;VH
ACME NL;VRK;2024/01;2024002;21-01-2024;8000;Omzet;1002;;1.274,50;VH
ACME NL;VRK;2024/01;2024003;30-01-2024;8000;Omzet;1003;;1.411,75;VH
ACME NL;VRK;2024/02;2024004;08-02-2024;8000;Omzet;1004;;1.549,00;VH
ACME NL;VRK;2024/02;2024005;17-02-2024;8000;Omzet;1005;;1.686,25;VH
)",
     "none"},
    {"QuickBooks sales by customer", "Acme+Inc._Sales+by+Customer+Detail.csv", Encoding::utf8, R"(Acme Inc.
Sales by Customer Detail
January - December 2024

,Date,Transaction Type,Num,Product/Service,Memo/Description,Qty,Sales Price,Amount,Balance
Alpha Ltd,,,,,,,,,
,01/03/2024,Invoice,1001,Widget,,1,"1,000.00","1,000.00","1,000.00"
Total for Alpha Ltd,,,,,,,,"$1,000.00",
Beta GmbH,,,,,,,,,
,01/12/2024,Invoice,1002,Widget,,1,"1,137.25","1,137.25","1,137.25"
Total for Beta GmbH,,,,,,,,"$1,137.25",
"Gamma, Inc.",,,,,,,,,
,01/21/2024,Invoice,1003,Widget,,1,"1,274.50","1,274.50","1,274.50"
"Total for Gamma, Inc.",,,,,,,,"$1,274.50",
Delta B.V.,,,,,,,,,
,01/30/2024,Invoice,1004,Widget,,1,"1,411.75","1,411.75","1,411.75"
Total for Delta B.V.,,,,,,,,"$1,411.75",
Epsilon AG,,,,,,,,,
,02/08/2024,Invoice,1005,Widget,,1,"1,549.00","1,549.00","1,549.00"
Total for Epsilon AG,,,,,,,,"$1,549.00",
Zeta SA,,,,,,,,,
,02/17/2024,Invoice,1006,Widget,,1,"1,686.25","1,686.25","1,686.25"
Total for Zeta SA,,,,,,,,"$1,686.25",
Eta LLC,,,,,,,,,
Total for Eta LLC,,,,,,,,$0.00,
TOTAL,,,,,,,,"$8,058.75",


"Monday, Dec 30, 2024 01:30:12 PM GMT+1 - Accrual Basis"
)",
     "orders 6: - at - order_id product - qty - amount -; revenue 8058.75"},
    {"QuickBooks invoices", "Acme+Inc._Invoice+List.csv", Encoding::utf8, R"(Acme Inc.
Invoice List
January - December 2024

Date,Transaction Type,Num,Name,Memo/Description,Due Date,Amount,Open Balance
01/03/2024,Invoice,1001,Alpha Ltd,,02/02/2024,"1,000.00",0.00
01/12/2024,Invoice,1002,Beta GmbH,,02/13/2024,"1,137.25","1,137.25"
01/21/2024,Invoice,1003,"Gamma, Inc.",,02/24/2024,"1,274.50","1,274.50"
01/30/2024,Invoice,1004,Delta B.V.,,03/06/2024,"1,411.75",0.00
02/08/2024,Invoice,1005,Epsilon AG,,03/17/2024,"1,549.00",0.00
02/17/2024,Invoice,1006,Zeta SA,,03/28/2024,"1,686.25","1,686.25"


"Monday, Dec 30, 2024 01:30:12 PM GMT+1"
)",
     "invoices 6: issued - invoice_id customer_id - due amount -"},
    {"Xero", "SalesInvoices.csv", Encoding::utf8,
     R"(ContactName,EmailAddress,POCity,POCountry,InvoiceNumber,Reference,InvoiceDate,DueDate,Total,TaxTotal,InvoiceAmountPaid,InvoiceAmountDue,InventoryItemCode,Description,Quantity,UnitAmount,Discount,LineAmount,AccountCode,TaxType,TaxAmount,TrackingName1,TrackingOption1,Currency,Type,Sent,Status
Alpha Ltd,,Berlin,DE,INV-1001,,03/01/2024,02/02/2024,1000.0000,0.0000,1000.0000,0.0000,W-0,"Widget, blue",1.0000,1000.0000,,1000.0000,200,OUTPUT2,0.00,,,EUR,Sales invoice,Sent,Paid
Beta GmbH,,Berlin,DE,INV-1002,,12/01/2024,13/02/2024,1137.2500,0.0000,0.0000,1137.2500,W-0,"Widget, blue",1.0000,568.6250,,568.6250,200,OUTPUT2,0.00,,,EUR,Sales invoice,Sent,Voided
Beta GmbH,,Berlin,DE,INV-1002,,12/01/2024,13/02/2024,1137.2500,0.0000,0.0000,1137.2500,W-1,"Widget, blue",1.0000,568.6250,,568.6250,200,OUTPUT2,0.00,,,EUR,Sales invoice,Sent,Voided
"Gamma, Inc.",,Berlin,DE,INV-1003,,21/01/2024,24/02/2024,1274.5000,0.0000,0.0000,1274.5000,W-0,"Widget, blue",1.0000,1274.5000,,1274.5000,200,OUTPUT2,0.00,,,EUR,Sales invoice,Sent,Awaiting Payment
Delta B.V.,,Berlin,DE,INV-1004,,30/01/2024,06/03/2024,1411.7500,0.0000,1411.7500,0.0000,W-0,"Widget, blue",1.0000,705.8750,,705.8750,200,OUTPUT2,0.00,,,EUR,Sales invoice,Sent,Paid
Delta B.V.,,Berlin,DE,INV-1004,,30/01/2024,06/03/2024,1411.7500,0.0000,1411.7500,0.0000,W-1,"Widget, blue",1.0000,705.8750,,705.8750,200,OUTPUT2,0.00,,,EUR,Sales invoice,Sent,Paid
Epsilon AG,,Berlin,DE,INV-1005,,08/02/2024,17/03/2024,1549.0000,0.0000,1549.0000,0.0000,W-0,"Widget, blue",1.0000,1549.0000,,1549.0000,200,OUTPUT2,0.00,,,EUR,Sales invoice,Sent,Paid
Zeta SA,,Berlin,DE,INV-1006,,17/02/2024,28/03/2024,1686.2500,0.0000,0.0000,1686.2500,W-0,"Widget, blue",1.0000,843.1250,,843.1250,200,OUTPUT2,0.00,,,EUR,Sales invoice,Sent,Voided
Zeta SA,,Berlin,DE,INV-1006,,17/02/2024,28/03/2024,1686.2500,0.0000,0.0000,1686.2500,W-1,"Widget, blue",1.0000,843.1250,,843.1250,200,OUTPUT2,0.00,,,EUR,Sales invoice,Sent,Voided
)",
     "invoices 6: customer_id - - - invoice_id - issued due amount - paid_amount - - - - - - - - - - - - currency - - "
     "payment_status; non_payment_rate 0.25"},
};

TEST(Exports, OfBooksAreUnderstoodWithNoHint) { expect_understood(kExports); }

}  // namespace
}  // namespace pegel::test
